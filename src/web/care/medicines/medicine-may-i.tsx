/**
 * The answer to "may I take it now?": yes with how and how long to wait, or no with why and from when.
 * Plain HTML. Never: decides; it draws what medicine-tally-flow.ts found.
 */
import type { ComponentChildren } from 'preact'
import { medicineNames, temperatureFirst, verdictWords } from '../../../care/medicines/advice.ts'
import { countedIngredients, limits } from '../../../care/medicines/limits.ts'
import { refusalWords } from '../../../care/medicines/tally.ts'
import { uk } from '../../../care/region.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Callout } from '../../ui/text-parts.tsx'
import { CarePage } from '../care-page.tsx'
import type { FormFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { momentWords } from './medicine-clock.ts'
import { CarryPortion } from './medicine-dose-form.tsx'
import { Statements } from './medicine-result.tsx'
import type { MayI, NamedPortion, TallyView } from './medicine-tally-flow.ts'
import { OpenDanger } from './medicine-tally.tsx'
import { TooMuch } from './medicine-too-much.tsx'
import { paths } from '../paths.ts'
import { CallFirst } from '../programme/today-warnings.tsx'
import type { RecordNow } from '../record/record-now.ts'
import { CallButton } from '../../ui/call-button.tsx'
import { exactly } from '../../ui/said-exactly.ts'

interface MayPageProps {
  readonly home: CareHome
  /** The record, where one is kept. */
  readonly record: RecordNow | null
  readonly view: TallyView
  readonly portion: NamedPortion
  readonly may: MayI
  readonly fields: FormFields
  readonly carried: ComponentChildren
  readonly act: string
}

/** The answer to "may I take it now?". */
export function MayPage({ home, record, view, portion, may, fields, carried, act }: MayPageProps) {
  const { advice } = view
  const title = advice ? advice.heading : may.ok ? 'Yes, this fits now' : titleNo(may)
  const alarm = advice?.level === 'emergency'
  return (
    <CarePage
      home={home}
      title={title}
      islands={record ? ['told-elsewhere'] : []}
      {...(alarm && { tone: 'alarm' as const })}
    >
      {advice ? (
        <TooMuch form={act} first advice={advice} held={view.held} carried={carried} problems={[]} typed={new Map()} />
      ) : (
        <h1 tabindex={-1} data-focus>
          {title}
        </h1>
      )}
      {/* Where the check comes first, the answer leads to it. */}
      {!may.ok && may.why === 'due' ? (
        record && <CallFirst record={record} />
      ) : (
        <OpenDanger record={record} view={view} />
      )}
      <p>
        <strong>{portion.words}</strong>
      </p>
      {may.ok ? <Yes view={view} portion={portion} /> : <No home={home} view={view} may={may} />}
      <form method="post" action={paths.medicineTally}>
        {carried}
        <CarryPortion fields={fields} />
        <input type="hidden" name="act" value={act} />
        {may.ok ? (
          <>
            <input type="hidden" name="when" value="now" />
            <div class="actions">
              <Button look="go" name="do" value="record">
                I have taken it. Write it down
              </Button>
              <Button name="do" value="open" wide>
                I will not take it now
              </Button>
            </div>
          </>
        ) : (
          <div class="actions">
            <Button name="do" value="took" wide>
              Already taken it? Write it down
            </Button>
            <Button name="do" value="open" look="go">
              Back to my doses
            </Button>
          </div>
        )}
      </form>
      {!may.ok && (may.why === 'gate' || (may.why === 'tally' && needsAnswers.has(may.refusal))) && (
        <form method="post" action={paths.medicines}>
          {carried}
          <Button look="plain" name="do" value={may.why === 'gate' ? 'next-open' : 'again'}>
            Answer the safety questions
          </Button>
        </form>
      )}
    </CarePage>
  )
}

const needsAnswers: ReadonlySet<string> = new Set(['weightNeeded', 'ageNotKnown'])

function titleNo(may: Extract<MayI, { ok: false }>): string {
  switch (may.why) {
    case 'tooMuch':
      return 'Take no more'
    case 'due':
      return 'Do the check first'
    case 'gate':
      return 'Answer a few questions first'
    case 'medicine':
      return may.verdict === 'ask' ? 'Ask a pharmacist first' : 'No, not this one'
    case 'tally':
      return may.refusal === 'askFirst' ? 'Ask a pharmacist first' : 'Not now'
    default:
      throw new Error(`unhandled ${may satisfies never}`)
  }
}

function Yes({ view, portion }: { view: TallyView; portion: NamedPortion }) {
  const inIt = countedIngredients.filter((ingredient) => portion.milligrams[ingredient])
  const remarks = inIt.flatMap((ingredient) => [...(view.assessment?.medicines[ingredient].remarks ?? [])])
  const how = inIt.flatMap((ingredient) => [...(view.assessment?.medicines[ingredient].dose?.how ?? [])])
  const first = remarks.filter(({ text }) => text === temperatureFirst.text)
  const rest = [...remarks, ...how].filter(({ text }) => text !== temperatureFirst.text)
  return (
    <>
      {first.length > 0 && (
        <Callout title="First" look="warn">
          <Statements all={first} />
        </Callout>
      )}
      <Statements all={rest} />
      <p>We counted only what you wrote down here. Did you take anything else? Then write it down first.</p>
      <ul>
        {inIt.map((ingredient) => (
          <li key={ingredient}>
            Then wait at least {limits[ingredient].gapHours} hours before more {ingredient}.
          </li>
        ))}
      </ul>
    </>
  )
}

function No({ home, view, may }: { home: CareHome; view: TallyView; may: Extract<MayI, { ok: false }> }) {
  switch (may.why) {
    case 'tooMuch':
      return view.advice?.level === 'packet' ? null : <p>{refusalWords.tooMuchAlready}</p>
    case 'due':
      return (
        <>
          <p>{view.due}</p>
          <p>Take none yet. First, do the check.</p>
          <ButtonLink href={paths.check} wide>
            Start the check
          </ButtonLink>
        </>
      )
    case 'gate':
      return <p>We need to know what you take and which illnesses you have. Then we can say if it is safe for you.</p>
    case 'medicine': {
      const { medicine, verdict } = may
      const reasons = view.assessment?.medicines[medicine].reasons ?? []
      return (
        <>
          <p>
            <span {...exactly}>{medicineNames[medicine].name}</span>: {verdictWords[verdict]}.
          </p>
          <ul>
            {reasons.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          {reasons.some(({ row }) => row === 'emergency') && <CallButton number={uk.emergencyNumber} look="go" />}
        </>
      )
    }
    case 'tally': {
      const { refusal, from } = may
      return (
        <>
          <p>{refusalWords[refusal]}</p>
          {from !== undefined && from > view.now && (
            <p class="callout">
              You may take this from <strong class="tabular">{momentWords(from, view.now, home)}</strong>, if you take
              nothing else before.
            </p>
          )}
        </>
      )
    }
    default:
      throw new Error(`unhandled ${may satisfies never}`)
  }
}
