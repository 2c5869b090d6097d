/**
 * Before a session: how sore now, how many minutes, and what it will be and why; or why there is none and where to go.
 * Draws what makeSession and mayMove say.
 */
import { askedOf } from '../record/own-answers.ts'
import { changesIn, sessionDoseWords } from '../../../care/programme/session-item.ts'
import { findLast } from '../../../care/evidence/lists.ts'
import type { SessionBegun } from '../../../care/player/session-begun.ts'
import { movements } from '../../../care/movement/movements.ts'
import { phases, titleOf } from '../../../care/programme/phases.ts'
import { justTold } from '../../../care/record/pain-told.ts'
import type { MayMove } from '../../../care/programme/screening.ts'
import type { Session } from '../../../care/programme/session.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ErrorSummary, errorOf, type Problem } from '../../ui/error-summary.tsx'
import { Thumbnail } from '../../ui/figure.tsx'
import { RadioGroup } from '../../ui/form-parts.tsx'
import { PainScale } from '../../ui/pain-scale.tsx'
import { Details } from '../../ui/text-parts.tsx'
import { CarePage } from '../care-page.tsx'
import type { FormFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import { stillSo } from '../still-so.ts'
import { TakenPain, takenWords } from '../told-pain.tsx'
import { FormId } from '../programme/programme-keep.tsx'
import { BeSeen, FullCheckButton, NewOrWorse } from '../programme/programme-parts.tsx'
import { canStart } from '../programme/programme-running.tsx'
import { CalledFor } from '../programme/today-warnings.tsx'
import type { RecordNow } from '../record/record-now.ts'
import { nothingKeptWords, SentAfterErase } from '../record/record-not-kept.tsx'
import { RecordTroubles } from '../record/record-trouble.tsx'

/** Minutes to choose from. Ours [C]: they shorten the list, never the dose. */
export const minuteChoices = [5, 10, 15, 20, 30] as const

/** The choice that comes nearest to these minutes without going past them. */
export const nearestMinutes = (usual: number): (typeof minuteChoices)[number] =>
  findLast(minuteChoices, (minutes) => minutes <= usual) ?? minuteChoices[0]

export interface BeginSessionProps {
  readonly record: RecordNow
  /** What it would be with the pain and the minutes chosen, or else with the pain told last and the usual minutes. */
  readonly likely: Session
  readonly underWay: SessionBegun | null
  readonly problems?: readonly Problem[]
  readonly fields?: FormFields
  /** The pain has jumped from this number: is there a clear reason? */
  readonly jumpedFrom?: number | null
}

/** The page before a session. */
export function BeginSessionPage(props: BeginSessionProps) {
  const { record, likely, underWay, problems = [] } = props
  const { home, trouble } = record
  const title = 'Your session'
  return (
    <CarePage home={home} title={problems.length > 0 ? `Error: ${title}` : title} wide islands={['told-elsewhere']}>
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        {title}
      </h1>
      <RecordTroubles home={home} trouble={trouble} />
      <div class="side-by-side">
        <div>
          {underWay && <CarryOn underWay={underWay} />}
          <BeginForm {...props} />
        </div>
        <div>
          <WhatItMayBe likely={likely} />
          <NewOrWorse />
        </div>
      </div>
    </CarePage>
  )
}

/** A session that has been begun already. */
function CarryOn({ underWay }: { underWay: SessionBegun }) {
  return (
    <section class="callout">
      <h2>You have already started one</h2>
      <p>Carry on where you left off. If you start a new one, it replaces it.</p>
      <ButtonLink href={paths.sessionPlayer(underWay.id)} look="go">
        Carry on with it
      </ButtonLink>
    </section>
  )
}

/** How sore, and how many minutes. */
function BeginForm(props: BeginSessionProps) {
  const { record, likely, underWay, problems = [], fields = new Map(), jumpedFrom = null } = props
  const { home, events, diary, now } = record
  const told = justTold(events, diary, now)
  const nearest = nearestMinutes(phases[likely.phase].usualMinutes)
  const error = errorOf('pain', problems)
  const chosen = fields.get('pain')?.at(-1) ?? (told?.isFresh ? String(told.pain0to10) : undefined)
  const isTaken = told?.isFresh === true && chosen === String(told.pain0to10) && !error && jumpedFrom === null
  const scale = (
    <PainScale
      name="pain"
      legend={askedOf(record, 'How sore is your back now?')}
      {...(told && !isTaken && stillSo(told, home, told.isFresh))}
      {...{ error, chosen }}
      ends={['no pain', 'the worst']}
      canBeUnsure
    />
  )
  return (
    <form method="post" action={paths.session} novalidate>
      <FormId home={home} />
      {isTaken ? <TakenPain words={takenWords(told, home)}>{scale}</TakenPain> : scale}
      {jumpedFrom !== null && <PlainCause jumpedFrom={jumpedFrom} problems={problems} />}
      <RadioGroup
        name="minutes"
        legend="How many minutes have you got?"
        options={minuteChoices.map((minutes) => ({ value: String(minutes), text: String(minutes) }))}
        chosen={fields.get('minutes')?.at(-1) ?? String(nearest)}
        error={errorOf('minutes', problems)}
      />
      <div class="actions">
        <Button {...(!underWay && { look: 'go' })} wide>
          {underWay ? 'Begin a new one' : 'Begin'}
        </Button>
        <Button name="do" value="look" wide>
          Show what it would be
        </Button>
      </div>
    </form>
  )
}

function PlainCause({ jumpedFrom, problems }: { jumpedFrom: number; problems: readonly Problem[] }) {
  return (
    <RadioGroup
      name="cause"
      legend={`Your pain was ${jumpedFrom}. Is there a clear reason?`}
      hint="Far more lifting than usual, for example."
      options={[
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
        { value: 'notSure', text: 'Not sure' },
      ]}
      error={errorOf('cause', problems)}
    />
  )
}

/** The session as it would be with these answers. */
function WhatItMayBe({ likely }: Pick<BeginSessionProps, 'likely'>) {
  const halves = [...new Set(likely.items.flatMap(({ half }) => half ?? []))]
  // Said of more than one movement, it is said once, above them all.
  const [halfOfAll] = halves.length === 1 && likely.items.filter(({ half }) => half !== null).length > 1 ? halves : []
  const saidAbove = [...(halfOfAll ? [halfOfAll] : []), ...soreOfAll(likely.items)]
  return (
    <>
      <h2 id="list">What it may be</h2>
      <p>{likely.because}</p>
      {saidAbove.length > 0 && <p>{saidAbove.join(' ')}</p>}
      <p class="quiet">It follows the pain and the minutes above.</p>
      <ul class="step-list">
        {likely.items.map((item) => (
          <LikelyItem key={item.movement} item={item} saidAbove={saidAbove} />
        ))}
      </ul>
      {likely.leftOut.length + likely.later.length > 0 && <LeftOut {...likely} />}
    </>
  )
}

/** What pain at the start asks of more than one movement in the same words: said once, above them all. */
function soreOfAll(items: Session['items']): readonly string[] {
  const all = items.flatMap(({ changes, half }) =>
    changesIn(
      changes.filter(({ rule }) => rule === 'pain-4'),
      half !== null,
    ),
  )
  const each = [...new Set(all)]
  return each.length === 1 && all.length > 1 ? each : []
}

/** @param props.saidAbove said above the list already */
function LikelyItem({ item, saidAbove }: { item: Session['items'][number]; saidAbove: readonly string[] }) {
  const { movement, title, dose, range, headStill, half, insteadOf, changes } = item
  return (
    <li class="step-card">
      <span class="step-picture" aria-hidden="true">
        <Thumbnail movement={movement} id={`may-${movement}`} options={{ range, headStill }} />
      </span>
      <span class="step-words">
        <strong>{title}</strong>
        <span class="quiet small">{sessionDoseWords(dose)}</span>
        {half && !saidAbove.includes(half) && <span class="small">{half}</span>}
        {insteadOf && (
          <span class="small">
            In place of {movements[insteadOf.movement].title.toLowerCase()}. {insteadOf.because}
          </span>
        )}
        {changesIn(changes, half !== null)
          .filter((text) => !saidAbove.includes(text))
          .map((text) => (
            <span key={text} class="small">
              {text}
            </span>
          ))}
      </span>
    </li>
  )
}

function LeftOut({ leftOut, later }: Pick<Session, 'leftOut' | 'later'>) {
  return (
    <Details summary="Left out, and why">
      <ul>
        {leftOut.map(({ card, because }) => (
          <li key={card}>
            {titleOf(card)}: {because}
          </li>
        ))}
        {later.map(({ movement, title }) => (
          <li key={movement}>{title}: more time is needed. Do it later today.</li>
        ))}
      </ul>
    </Details>
  )
}

type Refused = Extract<MayMove, { ok: false }>

/** No session now: why, and the one thing to do. */
export function NoSessionPage(props: { record: RecordNow; refused: Refused; sent?: FormFields }) {
  const { record, refused, sent = new Map() } = props
  const { home, state } = record
  const title = 'No session now'
  return (
    <CarePage home={home} title={title} islands={sent.size > 0 ? [] : ['told-elsewhere']}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <p>{refused.because}</p>
      <SentAfterErase record={record} fields={sent} />
      {(refused.why === 'fullCheck' || refused.why === 'locked') && <CalledFor record={record} />}
      {refused.why === 'locked' && <BeSeen state={state} />}
      <div class="actions">
        <WayOn why={refused.why} record={record} />
        <ButtonLink href={paths.emergency} wide>
          Emergency signs: see them all
        </ButtonLink>
      </div>
      <NewOrWorse />
    </CarePage>
  )
}

function WayOn({ why, record }: { why: Refused['why']; record: RecordNow }) {
  switch (why) {
    case 'notStarted':
      // Before the check Today says what comes first.
      return canStart(record) ? (
        <ButtonLink href={paths.programmeStart} look="go">
          Start my day-by-day plan
        </ButtonLink>
      ) : (
        <ButtonLink href={paths.today} look="go">
          How to start it
        </ButtonLink>
      )
    case 'locked':
      return null
    case 'fullCheck':
      return <FullCheckButton look="go" />
    case 'miniCheck':
      return (
        <ButtonLink href={paths.miniCheck} look="go">
          Do the short check
        </ButtonLink>
      )
    default:
      throw new Error(`unhandled ${why satisfies never}`)
  }
}

/** The session of this address is over or unknown here. */
export function SessionOverPage(props: { home: CareHome; known: boolean; open: boolean; told?: boolean }) {
  const { home, known, open, told = false } = props
  const title = known ? 'That session is over' : 'We cannot find that session'
  return (
    <CarePage home={home} title={title} islands={['told-elsewhere']}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <p>
        {known ? 'A session lasts 6 hours at most, and ends with a stop or a check.' : 'It may be on another device.'}
      </p>
      {told && <p>Or your record may have been erased, perhaps in another tab. {nothingKeptWords}</p>}
      <div class="actions">
        {open && (
          <ButtonLink href={paths.session} look="go">
            To my session
          </ButtonLink>
        )}
        <ButtonLink href={paths.today} wide {...(!open && { look: 'go' })}>
          Back to today
        </ButtonLink>
      </div>
    </CarePage>
  )
}
