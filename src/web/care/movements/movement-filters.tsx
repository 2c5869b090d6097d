/**
 * The filters above the library: phase, position, minutes, no kneeling, what is at hand. Read from the form and drawn.
 * A plain GET where the record holds the plan: what is chosen here says nothing
 * of anybody's health, so it may stand in the address. Without a record it is posted with the plan it goes with.
 * Never: decides who may do a movement; it narrows what is allowed.
 */
import type { ComponentChildren } from 'preact'
import { filterMovements, type MovementFilter } from '../../../care/movement/filters.ts'
import type { MovementId } from '../../../care/movement/movements.ts'
import { needsOf, positions, positionWords, things, thingWords } from '../../../care/movement/equipment.ts'
import { type PhaseNumber, phases } from '../../../care/programme/phases.ts'
import { Button } from '../../ui/button.tsx'
import { RadioGroup, Tick, TickList } from '../../ui/form-parts.tsx'
import { Details } from '../../ui/text-parts.tsx'
import type { FormFields } from '../form-fields.ts'
import { doseOfPhase } from './movement-access.ts'
import { paths } from '../paths.ts'

/** The lengths on offer, minutes. */
const minutesOnOffer = [2, 5, 10] as const
/** Phases 3 and 4 use the same doses, so one choice stands for both. */
const phasesOnOffer = [1, 2, 3] as const satisfies readonly PhaseNumber[]

/** What a person asked the library to show. */
export interface LibraryFilter {
  readonly movement: MovementFilter
  /** Chosen phase; nothing: what is open now. */
  readonly phase?: PhaseNumber
  /** Later phases too. */
  readonly all: boolean
  /** What was typed to find a movement by; it is looked for among all that may be seen. */
  readonly words?: string
}

/** The filter that a form asks for. What it does not know, it leaves out. `now`: the phase whose minutes count. */
export function filterFrom(fields: FormFields, now: PhaseNumber = 1): LibraryFilter {
  const position = positions.find((one) => one === fields.get('position')?.[0])
  const minutes = minutesOnOffer.find((one) => String(one) === fields.get('minutes')?.[0])
  const phase = phasesOnOffer.find((one) => String(one) === fields.get('phase')?.[0])
  const ticked = new Set(fields.get('have'))
  const equipment = things.filter((thing) => ticked.has(thing))
  const counted = phase ?? (minutes ? now : undefined)
  const shows = fields.get('show')?.[0]
  // “All movements” is pressed beside the words that were looked for.
  const words = shows === 'now' ? '' : fields.get('words')?.[0]?.trim()
  return {
    movement: {
      ...(position && { position }),
      ...(minutes && { minutes }),
      ...(counted && { phase: doseOfPhase(counted) }),
      ...(equipment.length > 0 && { equipment }),
      ...(fields.get('kneel')?.[0] === 'no' && { kneeling: false }),
    },
    ...(phase && { phase }),
    ...(words && { words }),
    all: phase !== undefined || Boolean(words) || shows === 'all',
  }
}

/** Of these movements, those that pass the filter. */
export function narrowed<T extends { readonly id: MovementId }>(
  { movement }: LibraryFilter,
  from: readonly T[],
): readonly T[] {
  const kept = new Set(
    filterMovements(
      movement,
      from.map(({ id }) => id),
    ),
  )
  return from.filter(({ id }) => kept.has(id))
}

/** What was chosen, in words. */
function wordsOf({ movement, phase }: LibraryFilter): string[] {
  const { position, minutes, kneeling, equipment } = movement
  return [
    ...(phase ? [phase === 3 ? 'phases 3 and 4' : `phase ${phase}`] : []),
    ...(position ? [positionWords[position]] : []),
    ...(minutes ? [`up to ${minutes} minutes`] : []),
    ...(kneeling === false ? ['no kneeling'] : []),
    ...(equipment ? [`with ${equipment.map((thing) => thingWords[thing]).join(' or ')}`] : []),
  ]
}

export interface MovementFiltersProps {
  readonly filter: LibraryFilter
  /** What there is to choose from, before the filter. */
  readonly from: readonly { readonly id: MovementId }[]
  readonly found: number
  /** The phase whose minutes count while none is chosen, as in `filterFrom`. */
  readonly now?: PhaseNumber
  readonly method: 'get' | 'post'
  /** The plan as hidden fields, where no record holds it. */
  readonly carried?: ComponentChildren
}

/**
 * The filters as a form of their own: beside the list on a desk, behind one line on a phone. Each choice says how many
 * would be left with it. Asks only for things that something in the list needs.
 */
export function MovementFilters({ filter, from, found, now = 1, method, carried }: MovementFiltersProps) {
  const { movement, phase, all } = filter
  const chosen = wordsOf(filter)
  const left: LeftWith = (change) => `(${narrowed({ movement: { ...movement, ...change }, all }, from).length})`
  return (
    <form method={method} action={paths.movements} id="filters">
      {carried}
      {all && phase === undefined && <input type="hidden" name="show" value="all" />}
      <Details summary="Filter the list" open={found === 0}>
        <PhaseFilter phase={phase} />
        <PositionFilter movement={movement} left={left} />
        <MinutesFilter movement={movement} left={left} now={now} />
        <Tick
          name="kneel"
          value="no"
          text={`No kneeling ${left({ kneeling: false })}`}
          ticked={movement.kneeling === false}
        />
        <ThingsFilter movement={movement} from={from} />
        <div class="actions">
          <Button>Show these</Button>
        </div>
      </Details>
      <p role="status">
        {found === 0
          ? 'Nothing fits all of that. Take one of your choices away.'
          : `Showing ${found} of ${from.length}${chosen.length > 0 ? `: ${chosen.join(', ')}` : ''}.`}
      </p>
    </form>
  )
}

/** "(12)": how many are left with this choice and all the others as they are. */
type LeftWith = (change: MovementFilter) => string

function PhaseFilter({ phase }: { phase: PhaseNumber | undefined }) {
  return (
    <RadioGroup
      name="phase"
      legend="Phase"
      options={[
        { value: '', text: 'now' },
        ...phasesOnOffer.map((one) => ({
          value: String(one),
          text: one === 3 ? '3 and 4: build, keep' : `${one}: ${phases[one].name.toLowerCase()}`,
        })),
      ]}
      chosen={phase === undefined ? '' : String(phase)}
    />
  )
}

function PositionFilter({ movement, left }: { movement: MovementFilter; left: LeftWith }) {
  return (
    <RadioGroup
      name="position"
      legend="Position"
      options={[
        { value: '', text: 'any' },
        ...positions.map((position) => ({
          value: position,
          text: `${positionWords[position]} ${left({ position })}`,
        })),
      ]}
      chosen={movement.position ?? ''}
    />
  )
}

function MinutesFilter(props: { movement: MovementFilter; left: LeftWith; now: PhaseNumber }) {
  const { movement, left, now } = props
  return (
    <RadioGroup
      name="minutes"
      legend="Time"
      options={[
        { value: '', text: 'any' },
        ...minutesOnOffer.map((minutes) => ({
          value: String(minutes),
          text: `up to ${minutes} minutes ${left({ minutes, phase: movement.phase ?? doseOfPhase(now) })}`,
        })),
      ]}
      chosen={movement.minutes === undefined ? '' : String(movement.minutes)}
    />
  )
}

function ThingsFilter({ movement, from }: { movement: MovementFilter } & Pick<MovementFiltersProps, 'from'>) {
  const needed = new Set(from.flatMap(({ id }) => needsOf(id)))
  return (
    <div class="two-columns">
      <TickList
        name="have"
        legend="What do you have?"
        hint="Tick nothing to see all."
        items={things
          .filter((thing) => needed.has(thing))
          .map((thing) => ({
            name: 'have',
            value: thing,
            text: thingWords[thing],
            ticked: movement.equipment?.includes(thing) ?? false,
          }))}
      />
    </div>
  )
}
