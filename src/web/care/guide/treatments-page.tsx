/**
 * Treatments side by side: a table on a desk, cards on a phone. What to see and in which order is a plain GET: the words of it
 * say nothing of anybody's health.
 */
import { claimOf } from '../../../care/evidence/claims.ts'
import { keysOf } from '../../../care/evidence/closed-sets.ts'
import {
  type Comparison,
  compared,
  gradeOf,
  orderIds,
  type TreatmentOrder,
  treatmentOrders,
} from '../../../care/guide/compare-treatments.ts'
import { guideTreatments } from '../../../care/guide/treatments.ts'
import { type Treatment, type TreatmentGroup, treatmentGroups } from '../../../care/guide/types.ts'
import { EffectBar, foundWords, measuredName, scaleWords } from '../../ui/effect-bar.tsx'
import { EvidenceBar } from '../../ui/evidence-bar.tsx'
import { Button } from '../../ui/button.tsx'
import { CarePage } from '../care-page.tsx'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import type { ForMachines } from './for-machines.ts'
import { guidelineNames, VerdictWords } from './verdict.tsx'

/** What an address asks for; what it does not know, it leaves out. */
export function comparisonFrom(query: {
  readonly group?: string | undefined
  readonly by?: string | undefined
}): Comparison {
  const group = keysOf(treatmentGroups).find((one) => one === query.group)
  return { by: orderIds.find((one) => one === query.by) ?? 'sure', ...(group && { group }) }
}

const machines: ForMachines = {
  path: paths.treatments,
  title: 'Treatments for a back spasm, side by side',
  about: 'What each does, how sure we are, what guidelines say, what you may hear, its risks and its cost.',
  data: { '@type': 'CollectionPage' },
}

/** The page. */
export function TreatmentsPage({ home, asked }: { home: CareHome; asked: Comparison }) {
  const shown = compared(guideTreatments, asked)
  const groups = keysOf(treatmentGroups).filter((id) => guideTreatments.some(({ group }) => group === id))
  return (
    <CarePage home={home} title="Treatments side by side" wide learn islands={['copy']} machines={machines}>
      <div class="page-line">
        <h1>Treatments side by side</h1>
        <button type="button" class="button slim no-print" data-print hidden>
          Print the table
        </button>
      </div>
      <p class="quiet">What people with a back spasm are offered, how sure we are, and what it may cost you.</p>
      <nav class="chip-row no-print" aria-label="Kinds of treatment">
        <Chip asked={asked} text={`All ${guideTreatments.length}`} />
        {groups.map((group) => (
          <Chip key={group} asked={asked} group={group} text={treatmentGroups[group]} />
        ))}
      </nav>
      <OrderForm {...{ asked, groups }} />
      <table class="compare" data-on-paper>
        <caption class="unseen">
          {asked.group ? treatmentGroups[asked.group] : 'All treatments'}, {treatmentOrders[asked.by].toLowerCase()}
        </caption>
        <thead>
          <tr>
            <SortHead asked={asked} by="name" text="Treatment" />
            <SortHead asked={asked} by="sure" text="How sure" />
            <th scope="col">What it does</th>
            <SortHead asked={asked} by="nice" text="Guidelines say" />
            <th scope="col">Risk</th>
            <th scope="col">Cost</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((treatment) => (
            <Row key={treatment.slug} treatment={treatment} />
          ))}
        </tbody>
      </table>
      <p class="quiet small">
        NICE is for England and Wales, ACP for doctors in the US, and WHO for the world. “Not known to us” means that we
        have not read what it says.
      </p>
    </CarePage>
  )
}

const hrefOf = ({ group, by }: Comparison) => {
  const query = new URLSearchParams({ ...(group && { group }), ...(by !== 'sure' && { by }) }).toString()
  return query === '' ? paths.treatments : `${paths.treatments}?${query}`
}

function Chip({ asked, group, text }: { asked: Comparison; group?: TreatmentGroup; text: string }) {
  const href = hrefOf({ by: asked.by, ...(group && { group }) })
  return (
    <a class="chip" href={href} aria-current={asked.group === group ? 'true' : undefined}>
      {text}
    </a>
  )
}

/** For a phone, where the kinds would not fit beside each other and the heads of the table are not shown. */
function OrderForm({ asked, groups }: { asked: Comparison; groups: readonly TreatmentGroup[] }) {
  return (
    <form class="order-form on-phone no-print" method="get" action={paths.treatments}>
      <Select
        name="group"
        label="Show"
        chosen={asked.group ?? ''}
        options={[['', `All ${guideTreatments.length}`], ...groups.map((id) => [id, treatmentGroups[id]] as const)]}
      />
      <Select name="by" label="Sort by" chosen={asked.by} options={orderIds.map((id) => [id, treatmentOrders[id]])} />
      <Button>Show these</Button>
    </form>
  )
}

function Select(props: {
  name: string
  label: string
  chosen: string
  options: readonly (readonly [value: string, text: string])[]
}) {
  const { name, label, chosen, options } = props
  return (
    <>
      <label class="ask" for={name}>
        {label}
      </label>
      <select class="field" id={name} name={name}>
        {options.map(([value, text]) => (
          <option key={value} value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </>
  )
}

function SortHead({ asked, by, text }: { asked: Comparison; by: TreatmentOrder; text: string }) {
  const isSorted = asked.by === by
  // The strongest, "A" and "yes" come first: to a screen reader that is from the top down, but for a name.
  const direction = by === 'name' ? 'ascending' : 'descending'
  return (
    <th scope="col" aria-sort={isSorted ? direction : undefined}>
      <a href={hrefOf({ ...asked, by })}>
        {text}
        <svg width="12" height="14" viewBox="0 0 12 14" aria-hidden="true">
          <path d={isSorted ? 'M1.5 4h9L6 10.5z' : 'M2 5.5L6 1l4 4.5zM2 8.5L6 13l4-4.5z'} />
        </svg>
      </a>
    </th>
  )
}

function Row({ treatment }: { treatment: Treatment }) {
  const { slug, name, does, guidelines, risk, cost, claim, heard } = treatment
  const grade = gradeOf(treatment)
  const { effect } = claimOf(claim)
  return (
    <tr>
      <th scope="row">
        <a href={paths.treatment(slug)}>{name}</a>
      </th>
      <td class="across">{grade ? <EvidenceBar grade={grade} /> : 'Not tested'}</td>
      <td class="does across">
        {does.text}
        {effect && (
          <>
            <div class="quiet small">{measuredName(effect)}</div>
            <div class="small-effect">
              <EffectBar effect={effect} />
              <details>
                <summary>In numbers</summary>
                <p>
                  {foundWords(effect)} {scaleWords(effect)}
                </p>
              </details>
            </div>
          </>
        )}
        <SaidOfIt heard={heard} />
      </td>
      <td class="across">
        <div class="cell-name">Guidelines say</div>
        <Verdicts guidelines={guidelines} />
      </td>
      <td>
        <div class="cell-name">Risk</div>
        {risk}
      </td>
      <td>
        <div class="cell-name">Cost</div>
        {cost}
      </td>
    </tr>
  )
}

/** What is claimed of it, which is never seen without a way to what is known. On paper both stand. */
function SaidOfIt({ heard: [first] }: Pick<Treatment, 'heard'>) {
  if (!first) return null
  return (
    <details class="claimed">
      <summary>You may hear: “{first.heard}”</summary>
      <p>
        <b>What is known:</b> {first.known.text}
      </p>
    </details>
  )
}

/** Those that are known; for a treatment of which none is, that. */
function Verdicts({ guidelines }: Pick<Treatment, 'guidelines'>) {
  const known = keysOf(guidelineNames).filter((id) => guidelines[id])
  if (known.length === 0) return <>Not known to us</>
  return (
    <ul class="verdicts">
      {known.map((id) => (
        <li key={id}>
          <span class="quiet">{guidelineNames[id]}:</span> <VerdictWords verdict={guidelines[id]} />
        </li>
      ))}
    </ul>
  )
}
