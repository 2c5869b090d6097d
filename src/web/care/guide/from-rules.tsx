/**
 * Parts of an article that are drawn from the rules and tables themselves, so that they cannot say something else: danger
 * signs, the limits of painkillers, how it goes for other people, who is on which register.
 */
import { safetyNet } from '../../../care/check/safety-net.ts'
import { outlookWords, recoveryFacts } from '../../../care/diary/outlook.ts'
import type { Section } from '../../../care/guide/types.ts'
import { registerFacts } from '../../../care/guide/registers.ts'
import { type ConditionId, itemsOf } from '../../../care/medicines/conditions.ts'
import {
  countedIngredients,
  ibuprofenMostDays,
  limits,
  warfarinParacetamolDays,
} from '../../../care/medicines/limits.ts'
import { medicines, rowById, type Verdict } from '../../../care/medicines/table.ts'
import { Signs } from '../check/watch-for.tsx'
import { paths } from '../paths.ts'

type FromRules = Extract<Section, { kind: 'from-rules' }>['from']

/** The part, under the article's own heading. */
export function FromRules({ from }: { from: FromRules }) {
  switch (from) {
    case 'what-cannot-wait':
      return (
        <>
          <Signs part={safetyNet.goNow} heading="h3" />
          <p>
            <a href={paths.emergency}>All emergency signs, and whom to call</a>
          </p>
        </>
      )
    case 'what-needs-today':
      return <Signs part={safetyNet.sameDay} heading="h3" />
    case 'medicine-limits':
      return <MedicineLimits />
    case 'medicines-you-take':
      return <MedicinesYouTake />
    case 'outlook':
      return (
        <ul>
          {[outlookWords.promise, ...recoveryFacts.map(({ text }) => text)].map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )
    case 'registers':
      return <Registers />
    default:
      throw new Error(`unhandled ${from satisfies never}`)
  }
}

/** The figures of the medicine table, for an adult for whom nothing else counts. */
function MedicineLimits() {
  return (
    <>
      <div class="table-wrap">
        <table>
          <caption class="unseen">The most that an adult may take of each</caption>
          <thead>
            <tr>
              <th scope="col">Medicine</th>
              <th scope="col">One dose</th>
              <th scope="col">Gap</th>
              <th scope="col">In 24 hours</th>
            </tr>
          </thead>
          <tbody>
            {countedIngredients.map((name) => {
              const { singleMinMg, singleMaxMg, gapHours, timesIn24h, mostIn24hMg } = limits[name]
              return (
                <tr key={name}>
                  <th scope="row">{name.charAt(0).toUpperCase() + name.slice(1)}</th>
                  <td>
                    {mg(singleMinMg)} to {mg(singleMaxMg)} mg
                  </td>
                  <td>{gapHours} hours or more</td>
                  <td>
                    {timesIn24h} doses, {mg(mostIn24hMg)} mg at most
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <p>
        These are the most for an adult. With an illness, or with another medicine, it may be less. Ibuprofen:{' '}
        {ibuprofenMostDays.adult} days at most without advice. <a href={paths.medicines}>See what may suit you</a>{' '}
        first.
      </p>
    </>
  )
}

/**
 * What the safety table says of shop-bought painkillers beside each medicine that the questions ask about. Only what is not
 * plainly in order is said, and an empty place is no leave: the questions give that, for one person at a time.
 */
function MedicinesYouTake() {
  return (
    <>
      <p>
        Do you take one of these? Then some painkillers are not for you, or you ask a pharmacist first. A gap here does
        not mean yes. <a href={paths.medicines}>Answer the questions</a> to see what may suit you.
      </p>
      <ul>
        {itemsOf('medicines').map(({ id, tick, names }) => (
          <li key={id}>
            <strong>{tick}.</strong> {names && <span class="quiet small">{names.join(', ')}. </span>}
            <PainkillersThat {...{ id }} verdict="no" says="Not unless a prescriber says so" />
            <PainkillersThat {...{ id }} verdict="ask" says="Ask a pharmacist first" />
            {id === 'warfarin' && <DayAfterDay />}
          </li>
        ))}
      </ul>
    </>
  )
}

/** What is in order for once beside warfarin, and to be asked about day after day. */
const DayAfterDay = () => (
  <>
    Paracetamol for more than {warfarinParacetamolDays} days:{' '}
    {rowById.get('warfarinAndDailyParacetamol')?.notes?.paracetamol}
  </>
)

const painkillerNames = {
  ibuprofen: 'ibuprofen',
  nsaidGel: 'a gel',
  paracetamol: 'paracetamol',
  codeine: 'codeine',
} as const

/** The painkillers that the table gives this verdict beside this medicine; nothing where there are none. */
function PainkillersThat({ id, verdict, says }: { id: ConditionId; verdict: Verdict; says: string }) {
  const row = id === 'pregnant' ? undefined : rowById.get(id)
  const named = medicines.filter((_, at) => row?.cells[at] === verdict).map((medicine) => painkillerNames[medicine])
  return named.length === 0 ? null : (
    <>
      {says}: {named.join(', ')}.{' '}
    </>
  )
}

/** Each register, who is on it, and where to look somebody up. */
function Registers() {
  return (
    <ul>
      {Object.entries(registerFacts).map(([letters, { name, keeps, byLaw, lookUpAt }]) => (
        <li key={letters}>
          <strong>{keeps.charAt(0).toUpperCase() + keeps.slice(1)}:</strong>{' '}
          <a href={lookUpAt} rel="noreferrer">
            {name} ({letters})
          </a>
          .{' '}
          {byLaw ? 'By law, nobody else may use the name.' : 'People join by choice: the name is not protected by law.'}
        </li>
      ))}
    </ul>
  )
}

const mg = (amount: number) => amount.toLocaleString('en-GB')
