/**
 * The forms for one dose: which one and how many, when it was taken, and another one while too much is written down.
 * Plain HTML. Never: says whether a dose is
 * safe, and writes nothing down itself.
 */
import { isOneOf } from '../../../care/evidence/closed-sets.ts'
import type { ComponentChildren } from 'preact'
import type { EpochMs } from '../../../care/evidence/time.ts'
import { otherProduct, type Product, products } from '../../../care/medicines/products.ts'
import { uk } from '../../../care/region.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary, errorOf, type Problem, tabTitle } from '../../ui/error-summary.tsx'
import { RadioGroup } from '../../ui/form-parts.tsx'
import { NumberField } from '../../ui/typed-fields.tsx'
import { CarePage } from '../care-page.tsx'
import type { FormFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { clock } from './medicine-clock.ts'
import { commonProducts, type NamedPortion, typedIngredients } from './medicine-tally-flow.ts'
import { paths } from '../paths.ts'
import { exactly } from '../../ui/said-exactly.ts'

const unitWords: Readonly<Record<Product['unit'], string>> = {
  tablet: 'tablets',
  capsule: 'capsules',
  sachet: 'sachets',
  '5 ml spoon': '5 ml spoons',
  '20 ml dose': '20 ml doses',
}

interface PortionProps {
  readonly carried: ComponentChildren
  /** UUID of the one dose that this form tells, however often it is sent. */
  readonly act: string
  readonly typed: FormFields
  readonly problems: readonly Problem[]
}

/** Which one, how many, and the two questions: may I, and I already have. */
export function PortionForm({ carried, act, typed, problems }: PortionProps) {
  return (
    <form method="post" action={paths.medicineTally} novalidate>
      {carried}
      <input type="hidden" name="act" value={act} data-same />
      <h2>Take or write down a dose</h2>
      <WhichProduct typed={typed} problems={problems} />
      <HowMany typed={typed} problems={problems} />
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

type Typed = Pick<PortionProps, 'typed' | 'problems'>
const lastTyped = ({ typed }: Typed, name: string) => typed.get(name)?.at(-1)

const all: readonly Product[] = products
const isCommon = ({ id }: Product): boolean => isOneOf(commonProducts, id)

const productOptions = [
  ...all.filter(isCommon).map(({ id, name }) => ({ value: id, text: name, isExact: true })),
  { value: 'list', text: 'Another one, from a list' },
  { value: otherProduct.id, text: 'It is not in the list. I will type what the packet says' },
]

function WhichProduct(form: Typed) {
  const { problems } = form
  return (
    <RadioGroup
      name="product"
      legend="Which painkiller or cold remedy was it?"
      error={errorOf('product', problems)}
      chosen={lastTyped(form, 'product')}
      options={productOptions}
      unders={[
        { opensAt: ['list'], content: <FromTheList {...form} /> },
        { opensAt: [otherProduct.id], content: <FromThePacket {...form} /> },
      ]}
    />
  )
}

function FromTheList(form: Typed) {
  return (
    <div class={errorOf('listed', form.problems) ? 'question wrong' : 'question'}>
      <label class="ask" for="listed">
        Name on the packet
      </label>
      <select class="field" id="listed" name="listed">
        <option value="">Choose one</option>
        {all
          .filter((product) => !isCommon(product))
          .map(({ id, name, alsoSoldAs, unit }) => (
            <option key={id} value={id} selected={lastTyped(form, 'listed') === id} {...exactly}>
              {name} ({unitWords[unit]}
              {alsoSoldAs && `; also ${alsoSoldAs.join(', ')}`})
            </option>
          ))}
      </select>
    </div>
  )
}

/** What the packet says of each thing in it. */
function FromThePacket(form: Typed) {
  return (
    <>
      <p>{otherProduct.ask}</p>
      {typedIngredients.map((ingredient) => (
        <NumberField
          key={ingredient}
          name={`mg.${ingredient}`}
          legend={ingredient.charAt(0).toUpperCase() + ingredient.slice(1)}
          unit="mg in one"
          decimal
          typed={lastTyped(form, `mg.${ingredient}`)}
          error={errorOf(`mg.${ingredient}`, form.problems)}
        />
      ))}
    </>
  )
}

function HowMany(form: Typed) {
  const { problems } = form
  return (
    <RadioGroup
      name="units"
      legend="How many?"
      error={errorOf('units', problems)}
      chosen={lastTyped(form, 'units')}
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
              decimal
              typed={lastTyped(form, 'unitsTyped')}
              error={errorOf('unitsTyped', problems)}
            />
          ),
        },
      ]}
    />
  )
}

/** The portion as hidden fields, for the form of the next page. */
export function CarryPortion({ fields }: { fields: FormFields }) {
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

interface WhenPageProps {
  readonly home: CareHome
  readonly portion: NamedPortion
  readonly fields: FormFields
  readonly carried: ComponentChildren
  /** UUID of this act: pressing twice writes it down once. */
  readonly act: string
  readonly now: EpochMs
  readonly problems: readonly Problem[]
}

/** "When did you take it?" */
export function WhenPage({ home, portion, fields, carried, act, now, problems }: WhenPageProps) {
  const error = errorOf('at', problems)
  const title = 'When did you take it?'
  return (
    <CarePage home={home} title={tabTitle(title, problems)} asks>
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
                    What time was it?
                  </label>
                  <p class="hint" id="at-hint">
                    {home.kind === 'server'
                      ? `It is ${clock(now, home)} in the UK.`
                      : `It is ${clock(now, home)} on this device.`}{' '}
                    Go by this clock. Not sure? Type the latest time it could have been.
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

/** Adding a dose while too much is already written down: the advice stays at the top of the tally. */
export function AddPage(props: {
  home: CareHome
  carried: ComponentChildren
  problems: readonly Problem[]
  typed: FormFields
}) {
  const { home, carried, problems, typed } = props
  return (
    <CarePage home={home} title={tabTitle('Write down another dose', problems)} asks>
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        Write down another dose
      </h1>
      <p class="callout warn">
        Your list shows too much already. Get help first: call {uk.emergencyNumber} or 111. Take no more.
      </p>
      <PortionForm carried={carried} act={home.newId()} typed={typed} problems={problems} />
    </CarePage>
  )
}
