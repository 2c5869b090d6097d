/**
 * "My record": what is kept, export, import, erase with a receipt. On the server, which keeps nothing, it says so and why.
 */
import { groupBy } from '../../../care/evidence/lists.ts'
import { correctClocks, madeAhead, visitToCome } from '../../../care/record/notebook-clock.ts'
import { lastCheck, type NotebookEvent, inOrder } from '../../../care/record/notebook.ts'
import type { EpochMs } from '../../../care/evidence/time.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Callout } from '../../ui/text-parts.tsx'
import { CarePage } from '../care-page.tsx'
import type { CareHome } from '../home.ts'
import { momentOf } from '../moment.ts'
import { paths } from '../paths.ts'
import type { FileTrouble } from './record-file.ts'
import { VisitToCome } from './record-trouble.tsx'
import { eventWords, kindNames } from './record-words.ts'
import { whenMade, whenWords } from '../when-words.ts'

export interface RecordPageProps {
  readonly home: CareHome
  readonly events: readonly NotebookEvent[]
  /** Which page of entries, from 1 for the newest. One that is past the end shows the last. */
  readonly page?: number
  /** What went wrong with an import. */
  readonly problem?: string
  /** What an import did. */
  readonly done?: string
  /** What of a file an import left out, and why. */
  readonly but?: string | undefined
  /** How many entries cannot be read and are kept aside. */
  readonly setAside?: number
  /** There was a record here that the browser has thrown away. */
  readonly lost?: boolean
}

/** Most entries on one page. A year has thousands, and nobody reads them in one go. */
const entriesOnPage = 50

/** Everything in the record, newest first, page by page. */
export function RecordPage(props: RecordPageProps) {
  const { home, events, page = 1, problem, setAside = 0 } = props
  return (
    <CarePage home={home} title={problem ? 'Error: My record' : 'My record'} islands={['record']}>
      <ErrorSummary problems={problem ? [{ field: 'file', text: problem }] : []} />
      <h1>My record</h1>
      <WhatHappened {...props} />
      {visitToCome(events, momentOf(home)) && <VisitToCome />}
      <p>Kept in this browser, on this device. Nobody else can see it. We never send it anywhere.</p>
      {events.length > 0 && (
        <p data-may-be-cleared hidden>
          Your browser may clear it: when it needs room, or when you have not been here for weeks. Save a copy now and
          then.
        </p>
      )}
      <CheckIsOld home={home} events={events} />
      {setAside > 0 && (
        <Callout title={setAside === 1 ? 'One entry cannot be read' : `${setAside} entries cannot be read`} look="warn">
          <p>Nothing is lost: they are kept aside. You can save them as text.</p>
          <ButtonLink href={paths.recordSetAside}>Save them as text</ButtonLink>
        </Callout>
      )}
      {events.length === 0 ? <p>Nothing is kept yet.</p> : <Entries home={home} events={events} page={page} />}
      <TakeWithYou />
      <h2>Erase it</h2>
      <ButtonLink href={paths.recordErase}>Erase my record</ButtonLink>
    </CarePage>
  )
}

/** What an import did, and what became of the record without the person: lost, or dated after now. */
function WhatHappened({ home, events, done, but, lost = false }: RecordPageProps) {
  const ahead = madeAhead(events, momentOf(home).at)
  return (
    <>
      {done && (
        <p class="callout" role="status">
          {done}
        </p>
      )}
      {but && (
        <Callout title="Not all of that file was used" look="warn">
          <p>{but}</p>
        </Callout>
      )}
      {lost && (
        <Callout title="The record you had here is gone" look="warn">
          <p>
            Your browser has lost it. That can happen when the device is full. We did not erase it, and nobody has seen
            it.
          </p>
          <p>Do the check again before you move. If you saved a copy, add it from the file below.</p>
          <ButtonLink href={paths.check}>Do the check</ButtonLink>
        </Callout>
      )}
      {ahead && (
        <Callout title="Your clock was ahead" look="warn">
          <p>
            The first of these entries says {whenMade(ahead, home)}. Nothing is lost. A check from then does not count,
            so do it again. A dose from then counts as just taken.
          </p>
          <p>Is the time on this device wrong now? Put it right first.</p>
        </Callout>
      )}
    </>
  )
}

/** A check that is more than a day old no longer counts. */
function CheckIsOld({ home, events }: { home: CareHome; events: readonly NotebookEvent[] }) {
  const now = momentOf(home)
  if (!lastCheck(correctClocks(events, now), now.at)?.expired) return null
  const doubt = events.some(({ kind }) => kind === 'unreadable')
  return (
    <Callout title={doubt ? 'Do the check again' : 'Your last check is more than a day old'} look="warn">
      <p>
        {doubt
          ? 'A part of your record cannot be read, so what you told before may not be all.'
          : 'Things may have changed.'}{' '}
        Do the check again before you carry on with your plan.
      </p>
      <ButtonLink href={paths.check}>Do the check again</ButtonLink>
    </Callout>
  )
}

/** Files to save, and a file to add. */
function TakeWithYou() {
  return (
    <>
      <h2>Take it with you</h2>
      <p>Save everything as one file: as a copy, or to move to another device.</p>
      <div class="actions">
        <ButtonLink href={paths.recordFile} wide>
          Save my record as a file
        </ButtonLink>
        <ButtonLink href={paths.report} wide>
          One page for a doctor or physio
        </ButtonLink>
        <ButtonLink href={paths.diaryFile} wide>
          Save my diary as a table (CSV)
        </ButtonLink>
        <ButtonLink href={paths.diaryFileSemicolon} wide>
          The same table, for Excel outside the UK
        </ButtonLink>
      </div>
      <form method="post" action={paths.recordImport} enctype="multipart/form-data">
        <h2>
          <label for="file">Add from a file</label>
        </h2>
        <p>
          <input type="file" id="file" name="file" accept="application/json,.json" class="field" />
        </p>
        <Button>Add this file to my record</Button>
      </form>
    </>
  )
}

/** One page of entries, with the way to newer and older ones. */
function Entries({ home, events, page }: { home: CareHome; events: readonly NotebookEvent[]; page: number }) {
  const newestFirst = [...inOrder(events)].reverse()
  const pages = Math.ceil(newestFirst.length / entriesOnPage)
  const here = Math.min(Math.max(1, page), pages)
  const from = (here - 1) * entriesOnPage
  const shown = newestFirst.slice(from, from + entriesOnPage)
  return (
    <>
      {pages > 1 && (
        <p class="quiet">
          Entries {from + 1} to {from + shown.length} of {newestFirst.length}, newest first.
        </p>
      )}
      <dl class="pairs">
        {shown.map((event) => (
          <Entry key={event.id} home={home} event={event} />
        ))}
      </dl>
      {pages > 1 && (
        <nav class="actions" aria-label="More entries">
          {here > 1 && <ButtonLink href={paths.recordPage(here - 1)}>Newer entries</ButtonLink>}
          {here < pages && <ButtonLink href={paths.recordPage(here + 1)}>Older entries</ButtonLink>}
        </nav>
      )}
    </>
  )
}

function Entry({ home, event }: { home: CareHome; event: NotebookEvent }) {
  return (
    <>
      <dt>
        <time datetime={new Date(event.at).toISOString()}>{whenMade(event, home)}</time>
      </dt>
      <dd>{eventWords(event, home)}</dd>
    </>
  )
}

/** Said where no store is: on the server, or in a private window. */
export function NoRecordPage({ home }: { home: CareHome }) {
  return (
    <CarePage home={home} title="My record">
      <h1>Nothing is kept</h1>
      <p>
        Your record lives in your own browser. This page came from our server, and the server keeps nothing: no answers,
        no names, no addresses. So there is nothing to show, save or erase here.
      </p>
      <p>
        Your browser keeps the record once all of Unclench has loaded. Scripts must be allowed. Some browsers keep
        nothing in a private window. If you saved a record before, reload this page in the same browser.
      </p>
      <div class="actions">
        <ButtonLink href={paths.record} wide>
          Reload
        </ButtonLink>
        <ButtonLink href={paths.check} look="go">
          Start the check
        </ButtonLink>
      </div>
    </CarePage>
  )
}

/** Why a file was refused, and what to do. */
export function fileTroubleWords(why: FileTrouble, damaged: number): string {
  switch (why) {
    case 'notJson':
      return 'That file is damaged or is not a record. Choose the file that ends in .json. Nothing was changed.'
    case 'notOurs':
      return 'That file was not made by Unclench. Nothing was changed.'
    case 'newer':
      return 'That file was made by a newer Unclench. Reload this page while online, then try again. Nothing was changed.'
    case 'events':
      return `${damaged} ${damaged === 1 ? 'entry' : 'entries'} in that file cannot be read. Nothing was changed.`
    default:
      throw new Error(`unhandled trouble ${why satisfies never}`)
  }
}

/** When the device would not keep a file's entries: all of them come in, or none. */
export const noRoomWords = 'This device could not keep that file: it may be full. Nothing was changed.'

/** Entries of a file that are here already and say something else. What was kept first stays, whole. */
export const otherwiseWords = (count: number): string =>
  count === 1
    ? 'One entry of that file is here already and says something else. We kept yours, whole, and left the one in the file out.'
    : `${count} entries of that file are here already and say something else. We kept yours, whole, and left those in the file out.`

/** A file from another record: whose is it? Mixing two people's records could give one of them the wrong plan. */
export function OtherOwnerPage({ home, count, text }: { home: CareHome; count: number; text: string }) {
  return (
    <CarePage home={home} title="Is this file yours?">
      <h1 tabindex={-1} data-focus>
        Is this file yours?
      </h1>
      <p>
        It comes from another record and holds {count} {count === 1 ? 'entry' : 'entries'}. If it is yours, from another
        device, add it. If it is somebody else’s, do not: two people’s answers and doses would be mixed up.
      </p>
      <form method="post" action={paths.recordImport} enctype="multipart/form-data">
        <textarea name="text" hidden readonly>
          {text}
        </textarea>
        <div class="actions">
          <ButtonLink href={paths.record} look="go">
            Do not add it
          </ButtonLink>
          <Button wide name="mine" value="yes">
            It is mine. Add it
          </Button>
        </div>
      </form>
    </CarePage>
  )
}

/** A file of a later Unclench: some of its entries can be kept, not read. They must not be left out unseen. */
export function NewerEntriesPage({
  home,
  newer,
  others,
  text,
  mine,
}: {
  home: CareHome
  newer: number
  others: number
  text: string
  mine: boolean
}) {
  const title = 'This file was made by a newer Unclench'
  return (
    <CarePage home={home} title={title}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <p>
        It holds {newer} {newer === 1 ? 'entry' : 'entries'} of a newer kind that we cannot read yet, and {others} that
        we can.
      </p>
      <p>
        Best: load this page again while online, so that it updates. Then add the file. You can also add it now. We keep
        the newer part as it is. Until we can read it, we ask you to do the check again before you move.
      </p>
      <form method="post" action={paths.recordImport} enctype="multipart/form-data">
        <textarea name="text" hidden readonly>
          {text}
        </textarea>
        {mine && <input type="hidden" name="mine" value="yes" />}
        <div class="actions">
          <ButtonLink href={paths.record} look="go">
            Do not add it now
          </ButtonLink>
          <Button wide name="newer" value="yes">
            Add it now
          </Button>
        </div>
      </form>
    </CarePage>
  )
}

/** What is erased: how many of each sort, as they stand on the receipt. */
export interface ToErase {
  readonly events: readonly NotebookEvent[]
  /** Entries that cannot be read, and damaged copies that were replaced. */
  readonly setAside: number
}

/** Asked before erasing, since it cannot be undone. */
export function ErasePage({ home, what }: { home: CareHome; what: ToErase }) {
  return (
    <CarePage home={home} title="Erase my record">
      <h1>Erase my record?</h1>
      <p>This erases all of it from this browser. It cannot be undone. You can save a copy first.</p>
      <WhatIsErased what={what} />
      <form method="post" action={paths.recordErase}>
        <div class="actions">
          <ButtonLink href={paths.recordFile} wide>
            Save a copy first
          </ButtonLink>
          <ButtonLink href={paths.record} wide>
            Keep it
          </ButtonLink>
          <Button look="go">Erase everything</Button>
        </div>
      </form>
    </CarePage>
  )
}

/** Erasing failed, or the device did not say whether it is done. */
export function NotErasedPage({ home }: { home: CareHome }) {
  const title = 'We could not erase it'
  return (
    <CarePage home={home} title={title}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <p>
        Your device did not erase it, or did not tell us that it had. Look at your record: it shows what is still there.
      </p>
      <p>Still there? Clear the data of this site in the settings of your browser. That erases all of it.</p>
      <div class="actions">
        <ButtonLink href={paths.record} look="go">
          Look at my record
        </ButtonLink>
      </div>
    </CarePage>
  )
}

/** The receipt. */
export function ErasedPage({ home, what, at }: { home: CareHome; what: ToErase; at: EpochMs }) {
  const { length } = written(what.events)
  return (
    <CarePage home={home} title="Erased" islands={['record']}>
      <h1 tabindex={-1} data-focus data-erased>
        Your record is erased
      </h1>
      <div class="card sheet">
        <h2>Receipt</h2>
        <p>
          {length} {length === 1 ? 'entry was' : 'entries were'} erased from this browser on {whenWords(at, home)}. No
          copy is left with us: we never had one. Files you saved yourself are still where you put them.
        </p>
        <WhatIsErased what={what} />
      </div>
      <div class="actions">
        <ButtonLink href={paths.home} look="go">
          Home
        </ButtonLink>
      </div>
    </CarePage>
  )
}

function WhatIsErased({ what: { events, setAside } }: { what: ToErase }) {
  const counts = groupBy(written(events), ({ kind }) => kind)
  return (
    <ul>
      {[...counts].map(([kind, { length }]) => (
        <li key={kind}>
          {kindNames[kind]}: {length}
        </li>
      ))}
      {setAside > 0 && <li>Entries that cannot be read: {setAside}</li>}
      <li>Checks under way, what you told us about medicines, and the random number of this record</li>
      <li>Timers, sound choices and where you were in a session</li>
    </ul>
  )
}

const written = (events: readonly NotebookEvent[]) =>
  events.filter((event): event is Exclude<NotebookEvent, { kind: 'unreadable' }> => event.kind !== 'unreadable')
