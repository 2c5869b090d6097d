/**
 * One entry as it was written down: to read, to put right and to take back.
 * Never: says that it calls for no check where it does.
 */
import { placeOf } from '../../../care/evidence/order.ts'
import { painChangeOf } from '../../../care/diary/change.ts'
import { type CountedEntry, entries, tasks } from '../../../care/diary/entry.ts'
import { raisedBy } from '../../../care/diary/entry-dangers.ts'
import { cannotRead } from '../../../care/check/free-text/danger-phrases.ts'
import { doses } from '../../../care/record/notebook.ts'
import { stopsOfEntry } from '../../../care/record/told-since.ts'
import { painDays } from '../../../care/record/pain-told.ts'
import { BodyPicture } from '../../ui/body-map.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Callout, SummaryList } from '../../ui/text-parts.tsx'
import { CarePage } from '../care-page.tsx'
import { aboutWords, entryRows } from './diary-words.ts'
import { paths } from '../paths.ts'
import { isHelpFirst, StillOpen, waiting } from '../programme/today-warnings.tsx'
import type { RecordNow } from '../record/record-now.ts'

export interface EntryMadePageProps {
  readonly record: RecordNow
  readonly entry: CountedEntry
  readonly notTakenBack?: boolean
  /** The address is that of an entry that this one has put right. */
  readonly isNewer?: boolean
}

/** One entry, to read, to put right and to take back. */
export function EntryMadePage({ record, entry, notTakenBack = false, isNewer = false }: EntryMadePageProps) {
  const { home, diary, events, state, now } = record
  const change = entry.id === entries(diary).at(-1)?.id ? painChangeOf(painDays(events, diary)) : null
  const open = waiting(record) !== null || isHelpFirst(record)
  const red = state.started || open ? null : redWithoutCheck(record, entry)
  const isMilder = entry.first !== undefined && raisedAsTold(entries(diary), entry).stop === null
  return (
    <CarePage home={home} title="Your entry" islands={notTakenBack ? [] : ['told-elsewhere']}>
      <h1 tabindex={-1} data-focus>
        Your entry
      </h1>
      <p>{aboutWords(entry, now.day, home)} It is kept on this device.</p>
      <StillOpen record={record} />
      {isMilder && <StillCounts record={record} entry={entry.id} done="You have put this entry right." />}
      <EntryNotices {...{ entry, notTakenBack, isNewer, red }} />
      {change && <p>{change.words}</p>}
      <SummaryList rows={entryRows(entry, tasks(diary), dosesOf(entry, events))} />
      {entry.places && <BodyPicture marked={entry.places} />}
      <EntryActions {...{ entry }} calm={red === null && !open} started={state.started !== null} />
      <p class="quiet small">
        If you take an entry back, it no longer counts. If you correct it, only the new version counts. A check it asked
        for still has to be done, and doses stay in your list.
      </p>
    </CarePage>
  )
}

/** The doses that an entry told of, as lines. */
function dosesOf(entry: CountedEntry, events: RecordNow['events']): readonly string[] {
  const taken = new Set(entry.medicine?.doses ?? [])
  return doses(events)
    .filter(({ id }) => taken.has(id))
    .map(({ milligrams, ingredient }) => `${ingredient} ${milligrams} mg`)
}

interface EntryNoticesProps extends Pick<EntryMadePageProps, 'entry' | 'notTakenBack' | 'isNewer'> {
  /** Why it calls for a check; null: it does not. */
  readonly red: string | null
}

/** What has become of the entry, and what it calls for. */
function EntryNotices({ entry, notTakenBack, isNewer, red }: EntryNoticesProps) {
  return (
    <>
      {isNewer && (
        <p class="callout" role="status">
          You have put this entry right since. This is how it stands now.
        </p>
      )}
      {notTakenBack && (
        <p class="callout" role="alert">
          We could not take it back on this device. It may be full. Try again later.
        </p>
      )}
      {red !== null && (
        <div class="callout warn">
          <p>{red}</p>
          <ButtonLink href={paths.check} look="go">
            Do the check
          </ButtonLink>
        </div>
      )}
      {cannotRead(entry.note ?? '') && (
        <p class="callout">
          We could not look through your note, as we only read English. If anything in it worries you, do the check.
        </p>
      )}
    </>
  )
}

interface EntryActionsProps extends Pick<EntryNoticesProps, 'entry'> {
  readonly started: boolean
  /** Nothing above calls for a check: then the next step is here. */
  readonly calm: boolean
}

function EntryActions({ entry, started, calm }: EntryActionsProps) {
  return (
    <div class="actions">
      {started ? (
        <ButtonLink href={paths.today} {...(calm ? { look: 'go' } : { wide: true })}>
          What to do today
        </ButtonLink>
      ) : (
        <ButtonLink href={paths.diaryChart} {...(calm && { look: 'go' })} wide>
          My chart
        </ButtonLink>
      )}
      {entry.medicine?.taken && (
        <ButtonLink href={paths.medicineTally} wide>
          My list of doses, and what is left
        </ButtonLink>
      )}
      <ButtonLink href={paths.diary} wide>
        My diary
      </ButtonLink>
      <ButtonLink href={paths.diaryEntryPutRight(entry.id)} wide>
        Put this entry right
      </ButtonLink>
      <form method="post" action={paths.diaryEntryMade(entry.id)}>
        <Button name="do" value="undo">
          Take this entry back
        </Button>
      </form>
    </div>
  )
}

/** What an entry raises as it was told: on the day of its writing, after those that were made before it. */
function raisedAsTold(counted: readonly CountedEntry[], entry: CountedEntry) {
  const { day, writtenOn } = entry
  const told = { ...entry, day: writtenOn ?? day, ...(writtenOn && { about: day }) }
  return raisedBy(
    told,
    counted.filter((one) => one.id !== entry.id && placeOf(one) <= placeOf(entry)),
  )
}

/**
 * What this entry told of danger before it was put right or taken back, and nobody has checked. A slip and a real sign look
 * alike, so only the check opens what it closed. Nothing where an earlier check says to be seen: that stands above.
 */
function StillCounts({ record, entry, done }: { record: RecordNow; entry: string; done: string }) {
  const { events, state } = record
  const [stop] = stopsOfEntry(events, state, entry)
  if (!stop || state.locks.length > 0) return null
  return (
    <Callout title="Your plan and your movements stay closed" look="warn">
      <p>
        {done} But before that, it told us of something that may be a danger, and that still counts. Changing your diary
        opens nothing: we cannot know if it was a slip.
      </p>
      <p>
        <strong>A check opens them.</strong> It asks about this. Was it a mistake? Say so there. We ask you twice.
      </p>
    </Callout>
  )
}

/** Why this last entry still calls for a check, for somebody without a programme to ask them; null when it does not. */
function redWithoutCheck({ diary, events }: RecordNow, entry: CountedEntry): string | null {
  const counted = entries(diary)
  const checked = events.some((event) => event.kind === 'checkFinished' && placeOf(event) >= placeOf(entry))
  const later = counted.filter((one) => placeOf(one) > placeOf(entry))
  if (checked || (entry.id !== counted.at(-1)?.id && later.length > 0)) return null
  return raisedAsTold(counted, entry).raises[0]?.because ?? null
}

/** An entry that does not count, or that is not there. */
export function EntryGonePage({ record, entry, withdrawn }: { record: RecordNow; entry: string; withdrawn: boolean }) {
  const { home } = record
  const title = withdrawn ? 'You took this entry back' : 'We cannot find that entry'
  return (
    <CarePage home={home} title={title}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <p>
        {withdrawn
          ? 'It is out of your diary and your chart.'
          : 'It may be on another device, or your record may have been erased.'}
      </p>
      <StillOpen record={record} />
      {withdrawn && <StillCounts {...{ record, entry }} done="You have taken this entry back." />}
      <div class="actions">
        <ButtonLink href={paths.diary} look="go">
          My diary
        </ButtonLink>
      </div>
    </CarePage>
  )
}
