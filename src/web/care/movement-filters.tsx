/**
 * The filters above the library: position, minutes, no kneeling, what is at hand. Read from the posted form and drawn.
 * Called by movement-routes.tsx and movement-page.tsx. Never: decides who may do a movement; it narrows what is allowed.
 */
import { filterMovements, type MovementFilter } from '../../care/movement/filters.ts'
import type { MovementId } from '../../care/movement/movements.ts'
import { needsOf, positions, positionWords, things, thingWords } from '../../care/movement/things.ts'
import { Button } from '../ui/button.tsx'
import { RadioGroup, Tick, TickList } from '../ui/form-parts.tsx'
import { Details } from '../ui/text-parts.tsx'
import type { FormFields } from './form-fields.ts'
import { paths } from './paths.ts'

/** The lengths on offer, minutes. */
const minutesOnOffer = [2, 5, 10] as const

/** The filter that a posted form asks for. What it does not know, it leaves out. */
export function filterFrom(fields: FormFields): MovementFilter {
  const position = positions.find((one) => one === fields.get('filter.position')?.[0])
  const minutes = minutesOnOffer.find((one) => String(one) === fields.get('filter.minutes')?.[0])
  const ticked = new Set(fields.get('filter.thing'))
  const equipment = things.filter((thing) => ticked.has(thing))
  return {
    ...(position && { position }),
    ...(minutes && { minutes, phase: 'calm' as const }),
    ...(equipment.length > 0 && { equipment }),
    ...(fields.get('filter.kneel')?.[0] === 'no' && { kneeling: false }),
  }
}

/** Of these movements, those that pass the filter. */
export function narrowed<T extends { readonly id: MovementId }>(
  filter: MovementFilter,
  from: readonly T[],
): readonly T[] {
  const kept = new Set(
    filterMovements(
      filter,
      from.map(({ id }) => id),
    ),
  )
  return from.filter(({ id }) => kept.has(id))
}

const asks = (filter: MovementFilter) => Object.keys(filter).length > 0

export interface MovementFiltersProps {
  readonly filter: MovementFilter
  /** What there is to choose from, before the filter. */
  readonly from: readonly { readonly id: MovementId }[]
}

/** The filters as part of the library's form. Asks only for things that something in the list needs. */
export function MovementFilters({ filter, from }: MovementFiltersProps) {
  const needed = new Set(from.flatMap(({ id }) => needsOf(id)))
  const found = narrowed(filter, from).length
  return (
    <>
      <Details summary="Show fewer" open={asks(filter) && found === 0}>
        <RadioGroup
          name="filter.position"
          legend="Position"
          options={[
            { value: '', text: 'any' },
            ...positions.map((position) => ({ value: position, text: positionWords[position] })),
          ]}
          chosen={filter.position ?? ''}
        />
        <RadioGroup
          name="filter.minutes"
          legend="Time"
          options={[
            { value: '', text: 'any' },
            ...minutesOnOffer.map((minutes) => ({ value: String(minutes), text: `up to ${minutes} minutes` })),
          ]}
          chosen={filter.minutes === undefined ? '' : String(filter.minutes)}
        />
        <Tick name="filter.kneel" value="no" text="No kneeling" ticked={filter.kneeling === false} />
        <TickList
          name="filter.thing"
          legend="What do you have?"
          hint="Tick nothing to see all."
          items={things
            .filter((thing) => needed.has(thing))
            .map((thing) => ({
              name: 'filter.thing',
              value: thing,
              text: thingWords[thing],
              ticked: filter.equipment?.includes(thing) ?? false,
            }))}
        />
        <div class="actions">
          <Button formAction={paths.movements}>Show these</Button>
        </div>
      </Details>
      {asks(filter) && (
        <p role="status">
          {found === 0
            ? 'Nothing fits all of that. Take one of your choices away.'
            : `Showing ${found} of ${from.length}.`}
        </p>
      )}
    </>
  )
}
