/**
 * Which painkillers may suit this person: one card for each, with a verdict, why, an honest effect and, only when it is
 * OK, how to take it. Draws what the medicine room says; decides nothing.
 */
import { checkMinutes } from '../../../care/check/check-minutes.ts'
import { codeineFacts, medicineNames, stopAtOnce, verdictWords, whatToAvoid } from '../../../care/medicines/advice.ts'
import type { DoseAdvice, Statement } from '../../../care/medicines/advice.ts'
import type { Assessment, MedicineAssessment } from '../../../care/medicines/assess.ts'
import { type Medicine, medicines, type Verdict } from '../../../care/medicines/table.ts'
import { type SourceId, sources } from '../../../care/evidence/sources.ts'
import { uk } from '../../../care/region.ts'
import type { ComponentChildren } from 'preact'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { EvidenceBar } from '../../ui/evidence-bar.tsx'
import { Callout, Details } from '../../ui/text-parts.tsx'
import { CarePage } from '../care-page.tsx'
import type { FormFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import { CallFirst, SeenTodayLine } from '../programme/today-warnings.tsx'
import { oldCheckWords } from '../record/old-check.ts'
import { SentAfterErase } from '../record/record-not-kept.tsx'
import type { RecordNow } from '../record/record-now.ts'
import { ReaskSigns } from './medicine-reask.tsx'
import { CallButton } from '../../ui/call-button.tsx'
import { exactly } from '../../ui/said-exactly.ts'

export interface MedicineResultProps {
  readonly home: CareHome
  readonly assessment: Assessment
  /** Warnings that come from the doses written down: codeine for too long. */
  readonly warnings: readonly string[]
  /** The record that it stands on; null where none is kept. */
  readonly record: RecordNow | null
  /** Codeine was taken: the danger questions are to be asked again. */
  readonly reask: boolean
  readonly carried: ComponentChildren
}

/** Every medicine, the ones that are OK first. */
export function MedicineResultPage(props: MedicineResultProps) {
  const { home, record, assessment, warnings, reask, carried } = props
  const order: readonly Verdict[] = ['ok', 'ask', 'no', 'notOffered']
  const shown = [...medicines].sort(
    (one, other) =>
      order.indexOf(assessment.medicines[one].verdict) - order.indexOf(assessment.medicines[other].verdict),
  )
  const ok = shown.filter((medicine) => assessment.medicines[medicine].verdict === 'ok')
  const title = ok.length > 0 ? 'Painkillers that may suit you' : 'Ask before you take a painkiller'
  return (
    <CarePage home={home} title={title} wide islands={record ? ['told-elsewhere'] : []}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <SeenTodayLine record={record} />
      {reask && <ReaskSigns />}
      {warnings.map((warning) => (
        <p class="callout warn" key={warning}>
          {warning}
        </p>
      ))}
      <p>You do not have to take any.</p>
      <div class="side-by-side">
        <div>
          {shown.map((medicine) => (
            <MedicineCard key={medicine} medicine={medicine} found={assessment.medicines[medicine]} />
          ))}
        </div>
        <div class="stays">
          {assessment.together && <p class="callout">{assessment.together.text}</p>}
          <StopAtOnce />
          <Details summary="What to avoid">
            <Statements all={whatToAvoid} />
          </Details>
          <WaysOn carried={carried} home={home} />
        </div>
      </div>
    </CarePage>
  )
}

function WaysOn({ carried, home }: Pick<MedicineResultProps, 'carried' | 'home'>) {
  return (
    <div class="actions">
      <form method="post" action={paths.medicineTally}>
        {carried}
        <Button look="go" name="do" value="open">
          Count my doses
        </Button>
      </form>
      <form method="post" action={paths.medicines}>
        {carried}
        <Button name="do" value="again">
          Change my answers
        </Button>
      </form>
      {/* Where no record is kept, or this is about somebody else than its person, the address would lead to no plan of theirs. */}
      {home.notebook && (
        <ButtonLink href={paths.plan} wide>
          My plan
        </ButtonLink>
      )}
    </div>
  )
}

const looks = {
  ok: { look: 'self-care', path: 'M4 13l5 5L20 6' },
  ask: { look: 'soon', path: 'M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .6-1.5 1.3-1.5 2.3M12 18v.6' },
  no: { look: 'urgent', path: 'M5 5l14 14M19 5L5 19' },
  notOffered: { look: 'soon', path: 'M5 12h14' },
} as const satisfies Record<Verdict, { look: string; path: string }>

/** The verdict as words, an icon and a colour. */
function VerdictBadge({ verdict }: { verdict: Verdict }) {
  const { look, path } = looks[verdict]
  return (
    <p class={`level ${look}`}>
      <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
        <path d={path} fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round" />
      </svg>
      {verdictWords[verdict]}
    </p>
  )
}

function MedicineCard({ medicine, found }: { medicine: Medicine; found: MedicineAssessment }) {
  const { name, knownAs } = medicineNames[medicine]
  const { verdict, reasons, effect, dose } = found
  // The same is said as the reason of the verdict.
  const said = reasons.some(({ row }) => row === 'neverSuggested')
  const remarks = found.remarks.filter((remark) => !said || remark.text !== codeineFacts[0].text)
  const all = [...reasons, ...remarks, effect].flatMap((one) => [...one.sources])
  return (
    <section class="card medicine" aria-labelledby={`m-${medicine}`}>
      <h2 id={`m-${medicine}`} {...exactly}>
        {name}
      </h2>
      <p class="quiet small">{knownAs}</p>
      <VerdictBadge verdict={verdict} />
      {remarks.length > 0 && verdict === 'ok' && <Statements all={remarks} />}
      {reasons.length > 0 && (
        <ul>
          {reasons.map((reason) => (
            <li key={reason.row + reason.text}>{reason.text}</li>
          ))}
        </ul>
      )}
      {dose && <Dose dose={dose} />}
      {remarks.length > 0 && verdict !== 'ok' && <Statements all={remarks} />}
      {verdict !== 'notOffered' && (
        <p>
          <strong>Does it help?</strong> {effect.text}
          <br />
          <EvidenceBar grade={effect.grade} />
        </p>
      )}
      <Details summary="Where this comes from">
        <Sources ids={all} />
      </Details>
    </section>
  )
}

/** How to take it. Shown only when the verdict is OK. */
function Dose({ dose }: { dose: DoseAdvice }) {
  return (
    <>
      <h3>How to take it</h3>
      <Statements all={[dose.howMuch, dose.howOften, dose.mostIn24h, ...dose.how]} />
      {dose.review.length > 0 && <Statements all={dose.review} />}
      {ownStops(dose).length > 0 && <Statements all={ownStops(dose)} />}
    </>
  )
}

/** What to stop for beyond the signs that are shown for every medicine. */
const ownStops = (dose: DoseAdvice) => dose.stop.filter(({ text }) => !stopAtOnce.some((sign) => sign.text === text))

/** Signs of harm, in the order of urgency. */
export function StopAtOnce() {
  return (
    <Callout title="Stop and get help" look="warn">
      <Statements all={stopAtOnce} />
      <CallButton number={uk.emergencyNumber} />
    </Callout>
  )
}

export function Statements({ all }: { all: readonly Statement[] }) {
  return (
    <ul>
      {all.map(({ text }) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

/** Titles of sources, each once. */
export function Sources({ ids }: { ids: readonly SourceId[] }) {
  return (
    <ul class="small">
      {[...new Set(ids)].map((id) => (
        <li key={id}>
          {sources[id].title} [{sources[id].tag}]
        </li>
      ))}
    </ul>
  )
}

interface NoMedicinesProps {
  readonly home: CareHome
  /** The record, where one is kept. */
  readonly record: RecordNow | null
  /** `due`: something new or worse was told since the check. `unread`: there is a record that does not open. */
  readonly why: 'none' | 'unfinished' | 'expired' | 'seen' | 'due' | 'emergency' | 'unread'
  /** Why a check is due, in words. */
  readonly because?: string
  /** What became of what was told just now. */
  readonly written?: keyof typeof writtenWords
  /** The list that the form carries, where no record holds it. */
  readonly carried?: ComponentChildren
  /** What was posted, where something was. */
  readonly sent?: FormFields
}

/** Said in place of medicines when there is no finished, fresh check, or at an emergency. */
export function NoMedicinesPage({ home, record, why, because, written = 'nowhere', carried, sent }: NoMedicinesProps) {
  const title = titles[why]
  return (
    <CarePage home={home} title={title} wide>
      <div class="side-by-side">
        <div>
          <h1 tabindex={-1} data-focus>
            {title}
          </h1>
          <p>{because ?? (why === 'expired' && record ? expiredWords(record) : words[why])}</p>
          {sent && <SentAfterErase record={record} fields={sent} />}
          {writtenWords[written] !== null && <p>{writtenWords[written]}</p>}
          {record && why !== 'emergency' && <CallFirst record={record} />}
          {why === 'emergency' && <CallButton number={uk.emergencyNumber} look="go" />}
          <p>You can still write down what you have taken. Then we can say if it is too much.</p>
          <StopAtOnce />
        </div>
        <div>
          <Callout title="What to avoid">
            <Statements all={whatToAvoid} />
          </Callout>
        </div>
      </div>
      <div class="actions">
        {carried ? (
          <form method="post" action={paths.medicineTally}>
            {carried}
            <Button name="do" value="open" wide>
              Write down what I took
            </Button>
          </form>
        ) : (
          <ButtonLink href={paths.medicineTally} wide>
            Write down what I took
          </ButtonLink>
        )}
        {why !== 'emergency' && (
          <ButtonLink href={paths.check} look="go">
            Start the check
          </ButtonLink>
        )}
      </div>
    </CarePage>
  )
}

const writtenWords = {
  nowhere: null,
  closed: 'Your plan and movements are closed until then.',
  refused: 'We could not write this down. Do no movements before you have checked again.',
} as const

const titles = {
  none: 'Do the check first',
  unfinished: 'Do the check first',
  expired: 'Check again first',
  seen: 'Check again first',
  due: 'Check again first',
  emergency: 'Get help first',
  unread: 'We could not open your record',
} as const

const mayHaveChanged = 'Things may have changed, so check again first.'
const expiredWords = ({ events, now }: RecordNow): string => `${oldCheckWords(events, now.at)} ${mayHaveChanged}`

const words = {
  due: 'Something is new or worse since your last check. So check again first.',
  none: `The check takes up to ${checkMinutes}. After it we can say which painkillers may be safe for you.`,
  unfinished: 'Your check is not finished. After it we can say which painkillers may be safe for you.',
  unread: 'It may hold a reason for you to take none of them. Close other tabs of this page. Then load it again.',
  expired: `Your last check is more than a day old. ${mayHaveChanged}`,
  seen: 'Someone has seen you since your last check. Do what they said about painkillers, and check again first.',
  emergency: 'Something you told us needs help now. We show no painkillers before you are seen.',
} as const
