/**
 * The tally: what was taken in 24 hours, what is left, when the next may be taken, "may I?", "I took it", and what to do
 * at once when it is too much. Plain HTML; draws what medicine-tally-flow.ts found.
 */
import type { ComponentChildren } from 'preact'
import { medicineNames, temperatureFirst, verdictWords } from '../../care/medicines/advice.ts'
import { countedIngredients, limits } from '../../care/medicines/limits.ts'
import { type OverdoseAdvice, type OverdoseFact, overdoseQuestions } from '../../care/medicines/overdose.ts'
import { otherProduct, type Product, products } from '../../care/medicines/products.ts'
import { refusalWords } from '../../care/medicines/tally.ts'
import { spokenNumber, uk } from '../../care/region.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { ErrorSummary, type Problem } from '../ui/error-summary.tsx'
import { NumberField, RadioGroup } from '../ui/form-parts.tsx'
import { Callout } from '../ui/text-parts.tsx'
import { CarePage } from './care-page.tsx'
import type { FormFields } from './form-fields.ts'
import type { CareHome } from './home.ts'
import { momentWords } from './medicine-clock.ts'
import { Statements, StopAtOnce } from './medicine-result.tsx'
import type { DoseLine } from './medicine-state.ts'
import {
  commonProducts,
  type IngredientView,
  type MayI,
  type NamedPortion,
  type TallyView,
  typedIngredients,
} from './medicine-tally-flow.ts'
import { paths } from './paths.ts'

export interface TallyPageProps {
  readonly home: CareHome
  readonly view: TallyView
  /** `yes`: in this browser. `no`: in the page only. `failed`: the record could not be opened. */
  readonly kept: 'yes' | 'no' | 'failed'
  readonly carried: ComponentChildren
  readonly notice?: string
  readonly problems?: readonly Problem[]
  readonly typed?: FormFields
}

/** The whole tally. */
export function TallyPage(props: TallyPageProps) {
  const { home, view, kept, carried, notice, problems = [], typed = new Map() } = props
  const title = view.advice ? view.advice.heading : 'My painkillers'
  return (
    <CarePage
      home={home}
      title={problems.length > 0 ? `Error: ${title}` : title}
      {...(view.advice?.level === 'emergency' && { tone: 'alarm' as const })}
    >
      <ErrorSummary problems={problems} />
      {view.advice ? (
        <Advice advice={view.advice} carried={carried} problems={problems} typed={typed} />
      ) : (
        <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
          {title}
        </h1>
      )}
      {notice && (
        <p class="callout" role="status">
          {notice}
        </p>
      )}
      {view.warnings.map((warning) => (
        <p class="callout warn" key={warning}>
          {warning} <a href={paths.check}>Start the check</a>
        </p>
      ))}
      <KeptNote kept={kept} />
      <h2 class="first">In the last 24 hours</h2>
      {view.ingredients.map((one) => (
        <IngredientCard key={one.ingredient} home={home} view={view} one={one} />
      ))}
      <Lines home={home} view={view} carried={carried} />
      {!view.advice && <PortionForm carried={carried} typed={typed} problems={problems} />}
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
          <Button name="do" value="tooMuch">
            I may have taken too much
          </Button>
        </form>
      )}
      <form method="post" action={paths.medicines}>
        {carried}
        <Button look="plain">What may be safe for me</Button>
      </form>
    </CarePage>
  )
}

function KeptNote({ kept }: { kept: TallyPageProps['kept'] }) {
  if (kept === 'yes') return <p class="quiet small">Kept in this browser, on this device. Nobody else can see it.</p>
  if (kept === 'failed')
    return (
      <p class="callout warn">
        We could not open your record. Doses you wrote down before may be missing here. Add up from your packets before
        you take more.
      </p>
    )
  return (
    <p class="callout">
      This list is in this page only. When you close it, it is gone: we keep nothing. Write the times on paper too.
    </p>
  )
}

/** Thousands with a comma: 1,200. */
const mg = (amount: number) => `${String(Math.round(amount * 10) / 10).replace(/\B(?=(\d{3})+(?!\d))/g, ',')} mg`

function IngredientCard({ home, view, one }: { home: CareHome; view: TallyView; one: IngredientView }) {
  const { ingredient, takenMg, mostMg, leftMg, nextAt, verdict, amountUnknown } = one
  const name = ingredient === 'ibuprofen' ? 'Ibuprofen' : 'Paracetamol'
  const full = mostMg ? Math.min(1, takenMg / mostMg) : 0
  return (
    <section class="card dose">
      <h3>{name}</h3>
      <p>
        <strong class="tabular">{mg(takenMg)}</strong>
        {amountUnknown && ' or more'} taken
        {mostMg !== undefined && ` of ${mg(mostMg)} at most`}
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
    if (mostMg !== undefined && leftMg <= 0)
      return `None left for now.${nextAt ? ` Some is free again from ${momentWords(nextAt, view.now, home)}.` : ''}`
    if (verdict === undefined) return 'Take none yet. First, go through the safety questions.'
    if (verdict !== 'ok') return `${verdictWords[verdict]}.`
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

const unitWords: Readonly<Record<Product['unit'], string>> = {
  tablet: 'tablets',
  capsule: 'capsules',
  sachet: 'sachets',
  '5 ml spoon': '5 ml spoons',
  '20 ml dose': '20 ml doses',
}

interface PortionProps {
  readonly carried: ComponentChildren
  readonly typed: FormFields
  readonly problems: readonly Problem[]
}

const errorOf = (field: string, problems: readonly Problem[]) =>
  problems.find((problem) => problem.field === field)?.text

/** Which one, how many, and the two questions: may I, and I already have. */
function PortionForm({ carried, typed, problems }: PortionProps) {
  const all: readonly Product[] = products
  const rest = all.filter(({ id }) => !(commonProducts as readonly string[]).includes(id))
  const common = all.filter(({ id }) => (commonProducts as readonly string[]).includes(id))
  const one = (name: string) => typed.get(name)?.at(-1)
  return (
    <form method="post" action={paths.medicineTally} novalidate>
      {carried}
      <h2>Take or write down a dose</h2>
      <RadioGroup
        name="product"
        legend="Which painkiller or cold remedy was it?"
        error={errorOf('product', problems)}
        chosen={one('product')}
        options={[
          ...common.map(({ id, name }) => ({ value: id, text: name })),
          { value: 'list', text: 'Another one, from a list' },
          { value: otherProduct.id, text: 'Not in the list: I type what the packet says' },
        ]}
        unders={[
          {
            opensAt: ['list'],
            content: (
              <div class={errorOf('listed', problems) ? 'question wrong' : 'question'}>
                <label class="ask" for="listed">
                  Name on the packet
                </label>
                <select class="field" id="listed" name="listed">
                  <option value="">Choose one</option>
                  {rest.map(({ id, name, alsoSoldAs, unit }) => (
                    <option key={id} value={id} selected={one('listed') === id}>
                      {name} ({unitWords[unit]}
                      {alsoSoldAs && `; also ${alsoSoldAs.join(', ')}`})
                    </option>
                  ))}
                </select>
              </div>
            ),
          },
          {
            opensAt: [otherProduct.id],
            content: (
              <>
                <p>{otherProduct.ask}</p>
                {typedIngredients.map((ingredient) => (
                  <NumberField
                    key={ingredient}
                    name={`mg.${ingredient}`}
                    legend={ingredient.charAt(0).toUpperCase() + ingredient.slice(1)}
                    unit="mg in one"
                    min={0}
                    max={9999}
                    typed={one(`mg.${ingredient}`)}
                    error={errorOf(`mg.${ingredient}`, problems)}
                  />
                ))}
              </>
            ),
          },
        ]}
      />
      <RadioGroup
        name="units"
        legend="How many?"
        error={errorOf('units', problems)}
        chosen={one('units')}
        options={[
          { value: '1', text: '1' },
          { value: '2', text: '2' },
          { value: 'more', text: 'Another number' },
          { value: 'notSure', text: 'Not sure' },
        ]}
        unders={[
          {
            opensAt: ['more'],
            content: (
              <NumberField
                name="unitsTyped"
                legend="How many?"
                unit="tablets, sachets or spoons"
                min={0}
                max={999}
                typed={one('unitsTyped')}
                error={errorOf('unitsTyped', problems)}
              />
            ),
          },
        ]}
      />
      <div class="actions">
        <Button look="go" name="do" value="may">
          May I take it now?
        </Button>
        <Button name="do" value="took" wide>
          I have taken it already
        </Button>
      </div>
    </form>
  )
}

/** The portion as hidden fields. */
function CarryPortion({ fields }: { fields: FormFields }) {
  const names = ['product', 'listed', 'units', 'unitsTyped', ...typedIngredients.map((id) => `mg.${id}`)]
  return (
    <>
      {names.map((name) => {
        const value = fields.get(name)?.at(-1)
        return value ? <input key={name} type="hidden" name={name} value={value} /> : null
      })}
    </>
  )
}

export interface WhenPageProps {
  readonly home: CareHome
  readonly portion: NamedPortion
  readonly fields: FormFields
  readonly carried: ComponentChildren
  /** UUID of this act: pressing twice writes it down once. */
  readonly act: string
  readonly problems: readonly Problem[]
}

/** "When did you take it?" */
export function WhenPage({ home, portion, fields, carried, act, problems }: WhenPageProps) {
  const error = errorOf('at', problems)
  const title = 'When did you take it?'
  return (
    <CarePage home={home} title={problems.length > 0 ? `Error: ${title}` : title}>
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        {title}
      </h1>
      <p>{portion.words}</p>
      <form method="post" action={paths.medicineTally} novalidate>
        {carried}
        <CarryPortion fields={fields} />
        <input type="hidden" name="act" value={act} />
        <RadioGroup
          name="when"
          legend="Time"
          error={errorOf('when', problems)}
          chosen={fields.get('when')?.at(-1)}
          options={[
            { value: 'now', text: 'Now, or in the last few minutes' },
            { value: 'at', text: 'Earlier' },
          ]}
          unders={[
            {
              opensAt: ['at'],
              content: (
                <div class={error ? 'question wrong' : 'question'}>
                  <label class="ask" for="at">
                    What did the clock show?
                  </label>
                  <p class="hint" id="at-hint">
                    The last time it showed this, today or yesterday
                    {home.kind === 'server' && ', in UK time'}. Not sure? Type the latest time it can have been.
                  </p>
                  {error && (
                    <p class="error" id="at-error">
                      {error}
                    </p>
                  )}
                  <input
                    class="field number"
                    type="time"
                    id="at"
                    name="at"
                    value={fields.get('at')?.at(-1)}
                    aria-describedby={error ? 'at-hint at-error' : 'at-hint'}
                  />
                </div>
              ),
            },
          ]}
        />
        <div class="actions">
          <Button look="go" name="do" value="record">
            Write it down
          </Button>
          <Button look="plain" name="do" value="open" wide unchecked>
            Back without writing it down
          </Button>
        </div>
      </form>
    </CarePage>
  )
}

export interface MayPageProps {
  readonly home: CareHome
  readonly view: TallyView
  readonly portion: NamedPortion
  readonly may: MayI
  readonly fields: FormFields
  readonly carried: ComponentChildren
  readonly act: string
}

/** The answer to "may I take it now?". */
export function MayPage({ home, view, portion, may, fields, carried, act }: MayPageProps) {
  const advice = may.ok || may.why !== 'tally' ? view.advice : may.refused.advice
  const title = advice ? advice.heading : may.ok ? 'Yes, this fits now' : titleNo(may)
  const alarm = advice?.level === 'emergency'
  return (
    <CarePage home={home} title={title} {...(alarm && { tone: 'alarm' as const })}>
      {advice ? (
        <Advice advice={advice} carried={carried} problems={[]} typed={new Map()} />
      ) : (
        <h1 tabindex={-1} data-focus>
          {title}
        </h1>
      )}
      <p>
        <strong>{portion.words}</strong>
      </p>
      {may.ok && !advice ? <Yes view={view} portion={portion} /> : !may.ok && <No home={home} view={view} may={may} />}
      <form method="post" action={paths.medicineTally}>
        {carried}
        <CarryPortion fields={fields} />
        {may.ok && !advice ? (
          <>
            <input type="hidden" name="act" value={act} />
            <input type="hidden" name="when" value="now" />
            <div class="actions">
              <Button look="go" name="do" value="record">
                I have taken it. Write it down
              </Button>
              <Button name="do" value="open" wide>
                I do not take it now
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
      {!may.ok && (may.why === 'gate' || (may.why === 'tally' && needsAnswers.has(may.refused.why))) && (
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
  if (may.why === 'gate') return 'Answer a few questions first'
  if (may.why === 'medicine') return may.verdict === 'ask' ? 'Ask a pharmacist first' : 'No, not this one'
  return may.refused.why === 'askFirst' ? 'Ask a pharmacist first' : 'Not now'
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
    case 'gate':
      return <p>We need to know what you take and which illnesses you have. Then we can say if it is safe for you.</p>
    case 'medicine': {
      const { ingredient, verdict } = may
      const reasons = view.assessment?.medicines[ingredient].reasons ?? []
      return (
        <>
          <p>
            {medicineNames[ingredient].name}: {verdictWords[verdict]}.
          </p>
          <ul>
            {reasons.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )
    }
    case 'tally': {
      const { why, nextAllowedAt } = may.refused
      return (
        <>
          <p>{refusalWords[why]}</p>
          {nextAllowedAt !== undefined && nextAllowedAt > view.now && (
            <p class="callout">
              You may take this from <strong class="tabular">{momentWords(nextAllowedAt, view.now, home)}</strong>, if
              you take nothing else before.
            </p>
          )}
        </>
      )
    }
    default:
      throw new Error(`unhandled ${may satisfies never}`)
  }
}

interface AdviceProps {
  readonly advice: OverdoseAdvice
  readonly carried: ComponentChildren
  readonly problems: readonly Problem[]
  readonly typed: FormFields
}

/** What to do at once, before anything else; then what may still change it. */
function Advice({ advice, carried, problems, typed }: AdviceProps) {
  const number = advice.level === 'emergency' ? uk.emergencyNumber : '111'
  const talk = advice.routes.includes('samaritans') ? uk.routes.samaritans.telephone : undefined
  return (
    <>
      <h1 class="huge" tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        {advice.heading}
      </h1>
      <ul class="advice">
        {advice.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <ButtonLink href={`tel:${number}`} look="go">
        Call {number}
      </ButtonLink>
      {talk && (
        <p class="after">
          <ButtonLink href={`tel:${talk}`}>Call Samaritans {spokenNumber(talk)}</ButtonLink>
        </p>
      )}
      <h2>Why we say this</h2>
      <ul>
        {advice.because.map((because) => (
          <li key={because}>{because}</li>
        ))}
      </ul>
      {advice.stillToAsk.length > 0 && (
        <form method="post" action={paths.medicineTally} novalidate class="card">
          {carried}
          <h2>If you have a moment on the way</h2>
          <p>These answers can change what to do. What you leave blank counts as yes.</p>
          {advice.stillToAsk.map((fact) => (
            <FactQuestion key={fact} fact={fact} problems={problems} typed={typed} />
          ))}
          <Button name="do" value="facts">
            Look again with these answers
          </Button>
        </form>
      )}
      <form method="post" action={paths.medicineTally} class="after">
        {carried}
        <Button name="do" value="seen">
          A doctor or nurse has already checked me for this
        </Button>
      </form>
    </>
  )
}

function FactQuestion({ fact, problems, typed }: { fact: OverdoseFact } & Pick<AdviceProps, 'problems' | 'typed'>) {
  const name = `fact.${fact}`
  if (fact === 'weightKg')
    return (
      <NumberField
        name={name}
        legend={overdoseQuestions.weightKg}
        unit="kg"
        min={10}
        max={400}
        typed={typed.get(name)?.at(-1)}
        error={errorOf(name, problems)}
        notSure={{ name: 'unsure.weightKg', ticked: false }}
      />
    )
  return (
    <RadioGroup
      name={name}
      legend={overdoseQuestions[fact]}
      chosen={typed.get(name)?.at(-1)}
      options={[
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
        { value: 'notSure', text: 'Not sure' },
      ]}
    />
  )
}

/** Adding a dose while too much is already written down: the advice stays at the top of the tally. */
export function AddPage(props: {
  home: CareHome
  carried: ComponentChildren
  problems: readonly Problem[]
  typed: FormFields
}) {
  const { home, carried, problems, typed } = props
  return (
    <CarePage home={home} title="Write down another dose">
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        Write down another dose
      </h1>
      <p class="callout warn">
        Your list shows too much already. Get help first: call {uk.emergencyNumber} or 111. Take no more.
      </p>
      <PortionForm carried={carried} typed={typed} problems={problems} />
    </CarePage>
  )
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
        Too much, or ill after a painkiller? Call <a href="tel:111">111</a> now. Drowsy or breathing slowly? Call{' '}
        <a href={`tel:${uk.emergencyNumber}`}>{uk.emergencyNumber}</a>.
      </p>
      <div class="actions">
        <ButtonLink href={paths.medicineTally} look="go">
          Start a new list
        </ButtonLink>
      </div>
    </CarePage>
  )
}
