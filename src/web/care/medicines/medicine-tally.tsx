/**
 * The tally page: what was taken in 24 hours, what is left, when the next may be taken, and what to do at once when it
 * is too much. Plain HTML. Never: counts; it draws what medicine-tally-flow.ts found.
 */
import type { ComponentChildren } from 'preact'
import { verdictWords } from '../../../care/medicines/advice.ts'
import { refusalWords } from '../../../care/medicines/tally.ts'
import { uk } from '../../../care/region.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ErrorSummary, type Problem } from '../../ui/error-summary.tsx'
import { CarePage } from '../care-page.tsx'
import type { FormFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { momentWords } from './medicine-clock.ts'
import { PortionForm } from './medicine-dose-form.tsx'
import { ReaskSigns } from './medicine-reask.tsx'
import { StopAtOnce } from './medicine-result.tsx'
import type { DoseLine } from './medicine-state.ts'
import type { IngredientView, TallyView } from './medicine-tally-flow.ts'
import { TooMuch } from './medicine-too-much.tsx'
import { type UnsureTime, WhichTime } from './medicine-which-time.tsx'
import { paths } from '../paths.ts'
import { isForNow, StillOpen } from '../programme/today-warnings.tsx'
import type { RecordNow, RecordTrouble } from '../record/record-now.ts'
import { RecordTroubles } from '../record/record-trouble.tsx'
import { CallLink } from '../../ui/call-button.tsx'
import { exactly } from '../../ui/said-exactly.ts'

interface TallyPageProps {
  readonly home: CareHome
  /** The record, where one is kept. */
  readonly record: RecordNow | null
  readonly view: TallyView
  /** `yes`: in this browser. `no`: in the page only. `failed`: the record could not be opened. `part`: not all of it. */
  readonly kept: 'yes' | 'no' | 'failed' | 'part'
  readonly carried: ComponentChildren
  readonly notice?: string
  /** Doses that count as when they were written down and may have been earlier: the page asks until it is told. */
  readonly unsure: readonly UnsureTime[]
  /** What was told could not be kept on this device; the form carries it. */
  readonly unkept?: boolean
  /** What was told of too much could not be written down. */
  readonly unwritten?: boolean
  /** The pages of what may suit this person say more than why they are closed. */
  readonly roomOpen: boolean
  /** Id of what is told of too much on this page, so that a form sent twice tells it once. */
  readonly form: string
  readonly problems?: readonly Problem[]
  readonly typed?: FormFields
  readonly trouble?: RecordTrouble | undefined
}

/** The whole tally. */
export function TallyPage(props: TallyPageProps) {
  const {
    home,
    record,
    view,
    kept,
    carried,
    unsure,
    unkept,
    roomOpen,
    form,
    trouble,
    problems = [],
    typed = new Map(),
  } = props
  const title = view.advice ? view.advice.heading : 'My painkillers'
  return (
    <CarePage
      home={home}
      title={problems.length > 0 ? `Error: ${title}` : title}
      wide={!view.advice}
      {...(view.advice?.level === 'emergency' && { tone: 'alarm' as const })}
      islands={islandsOf(props)}
    >
      <ErrorSummary problems={problems} />
      {unsure.map((one, index) => (
        <WhichTime key={one.act} {...{ home, carried }} now={view.now} unsure={one} first={index === 0} />
      ))}
      {view.advice ? (
        <TooMuch
          advice={view.advice}
          held={view.held}
          {...{ carried, form, problems, typed }}
          first={unsure.length === 0}
        />
      ) : (
        <h1 tabindex={-1} {...(problems.length === 0 && unsure.length === 0 && { 'data-focus': true })}>
          {title}
        </h1>
      )}
      <OpenDanger record={record} view={view} />
      <WhatWasDone {...props} />
      {view.reask && <ReaskSigns />}
      <RecordTroubles home={home} trouble={trouble} />
      {view.warnings.map((warning) => (
        <p class="callout warn" key={warning}>
          {warning}
        </p>
      ))}
      {!unkept && <KeptNote kept={kept} />}
      {/* What was taken, and what is written down next; too much is read from top to bottom. */}
      <div class={view.advice ? undefined : 'side-by-side'}>
        <div>
          <h2 class="first">In the last 24 hours</h2>
          {!view.advice && <p>Only what you write down here counts. Write down first what you took before.</p>}
          {view.ingredients.map((one) => (
            <IngredientCard key={one.ingredient} home={home} view={view} one={one} />
          ))}
          <Lines home={home} view={view} carried={carried} />
        </div>
        <div>
          {!view.advice && <PortionForm carried={carried} act={home.newId()} typed={typed} problems={problems} />}
          <WaysOn {...{ view, carried, roomOpen, form }} />
        </div>
      </div>
    </CarePage>
  )
}

/** It is made anew once another tab wrote, but not where this very dose is asked about, or what could not be written is told. */
const islandsOf = ({ record, unsure, unkept, unwritten }: TallyPageProps): readonly string[] =>
  !record || unsure.length > 0 || unkept || unwritten ? ['same-form'] : ['same-form', 'told-elsewhere']

/** Whom to call for what stands open, where what is said of too much is not as urgent. */
export function OpenDanger({
  record,
  view: { advice },
}: {
  record: RecordNow | null
  view: Pick<TallyView, 'advice'>
}) {
  if (!record || advice?.level === 'emergency' || (advice && !isForNow(record))) return null
  return <StillOpen record={record} />
}

/** What became of the form that was sent: what was done, and what could not be written down. */
function WhatWasDone({ notice, unkept, unwritten }: Pick<TallyPageProps, 'notice' | 'unkept' | 'unwritten'>) {
  return (
    <>
      {notice && (
        <p class="callout" role="status">
          {notice}
        </p>
      )}
      {unwritten && (
        <p class="callout warn">
          We could not write this down on this device, so we may not remember it. Do what this page says, and do no
          movements.
        </p>
      )}
      {unkept && (
        <p class="callout warn">
          We could not write it down on this device. It may be full. It counts on this page only, so write it on paper
          too.
        </p>
      )}
    </>
  )
}

/** What else can be done here; while too much is told, the dose has a page of its own. */
function WaysOn({ view, carried, roomOpen, form }: Pick<TallyPageProps, 'view' | 'carried' | 'roomOpen' | 'form'>) {
  return (
    <>
      {view.advice && (
        <form method="post" action={paths.medicineTally}>
          {carried}
          <Button name="do" value="add">
            Write down another dose
          </Button>
        </form>
      )}
      {!view.advice && <StopAtOnce />}
      {!view.advice && (
        <form method="post" action={paths.medicineTally}>
          {carried}
          <input type="hidden" name="act" value={form} />
          <Button name="do" value="tooMuch">
            I may have taken too much
          </Button>
        </form>
      )}
      {roomOpen && (
        <form method="post" action={paths.medicines}>
          {carried}
          <Button look="plain">What may be safe for me</Button>
        </form>
      )}
    </>
  )
}

function KeptNote({ kept }: { kept: TallyPageProps['kept'] }) {
  if (kept === 'yes') return <p class="quiet small">Kept in this browser, on this device. Nobody else can see it.</p>
  if (kept === 'part')
    return (
      <p class="callout warn">
        A part of your record cannot be read. Doses may be missing here. Add up from your packets before you take more.
      </p>
    )
  if (kept === 'failed')
    return (
      <p class="callout warn">
        We could not open your record. Doses you wrote down before may be missing here. Add up from your packets before
        you take more.
      </p>
    )
  return (
    <p class="callout">
      This list is only on this page. When you close it, it is gone: we keep nothing. Write the times on paper too.
    </p>
  )
}

/** Thousands with a comma: 1,200. */
const mg = (amount: number) => `${String(Math.round(amount * 10) / 10).replace(/\B(?=(\d{3})+(?!\d))/g, ',')} mg`

function IngredientCard({ home, view, one }: { home: CareHome; view: TallyView; one: IngredientView }) {
  const { ingredient, takenMg, mostMg, leftMg, nextAt, verdict, amountUnknown, told } = one
  const name = ingredient === 'ibuprofen' ? 'Ibuprofen' : 'Paracetamol'
  const full = mostMg ? Math.min(1, takenMg / mostMg) : 0
  return (
    <section class="card dose">
      <h3 {...exactly}>{name}</h3>
      <p>
        {told ? (
          <strong>You told the check that you took some. We do not know how much, so we count it as all of it.</strong>
        ) : (
          <>
            <strong class="tabular">{mg(takenMg)}</strong>
            {amountUnknown && ' or more'} taken
            {mostMg !== undefined && ` of ${mg(mostMg)} at most`}
          </>
        )}
      </p>
      {mostMg !== undefined && (
        <svg class="dose-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
          <rect class="off" width="100" height="6" rx="3" />
          <rect class="on" width={Math.round(full * 100)} height="6" rx="3" />
        </svg>
      )}
      <p>{nextWords()}</p>
    </section>
  )

  function nextWords(): string {
    if (view.advice) return 'Take no more for now.'
    if (amountUnknown) return refusalWords.amountUnknown
    if (view.due !== null) return 'Take none yet. First, do the check.'
    // What is left, and from when, is told only to somebody who may take it.
    if (verdict === undefined) return 'Take none yet. First, go through the safety questions.'
    if (verdict !== 'ok') return `${verdictWords[verdict]}.`
    if (mostMg !== undefined && leftMg <= 0)
      return `None left for now.${nextAt ? ` You can have some again from ${momentWords(nextAt, view.now, home)}.` : ''}`
    if (mostMg === undefined) return refusalWords.weightNeeded
    const left = `${mg(leftMg)} left.`
    if (nextAt === undefined) return left
    return nextAt <= view.now
      ? `${left} You may take a dose now.`
      : `${left} Next dose from ${momentWords(nextAt, view.now, home)}.`
  }
}

function Lines({ home, view, carried }: { home: CareHome; view: TallyView; carried: ComponentChildren }) {
  if (view.lines.length === 0) return <p>No doses are written down.</p>
  return (
    <>
      <h2>What I took</h2>
      <ul class="dose-lines">
        {view.lines.slice(0, 40).map((line) => (
          <li key={line.id}>
            <span>
              <strong>{line.product}</strong>
              <br />
              {amountWords(line)}, {momentWords(line.takenAt, view.now, home)}
              {line.typed && ` (you typed ${line.typed})`}
            </span>
            <form method="post" action={paths.medicineTally}>
              {carried}
              <input type="hidden" name="dose" value={line.id} />
              <Button name="do" value="remove">
                Take out<span class="unseen"> {line.product}: it was written down by mistake</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </>
  )
}

const amountWords = ({ parts, amountKnown }: DoseLine) => {
  const all = parts.map(({ ingredient, milligrams }) => `${ingredient} ${mg(milligrams)}`).join(' and ')
  return amountKnown ? all : `not sure how many, each with ${all}`
}

/** The hidden list came back damaged: we never guess from half a list. */
export function TallyTroublePage({ home }: { home: CareHome }) {
  return (
    <CarePage home={home} title="We could not read your doses">
      <h1 tabindex={-1} data-focus>
        We could not read your doses
      </h1>
      <p>
        The form came back damaged. We will not guess. Use your browser’s Back button: the page before still holds your
        list. Or start a new list, and write down every dose of the last 24 hours again.
      </p>
      <p>
        Too much, or ill after a painkiller? Call <CallLink number={uk.urgentNumber} /> now. Drowsy or breathing slowly?
        Call <CallLink number={uk.emergencyNumber} />.
      </p>
      <div class="actions">
        <ButtonLink href={paths.medicineTally} look="go">
          Start a new list
        </ButtonLink>
      </div>
    </CarePage>
  )
}
