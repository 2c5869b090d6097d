/**
 * The library of movements for this person: what is open now, by place; what comes later, by phase; the sets made of them.
 * Draws what movement-access.ts allows. Never: a movement that is blocked; those are only counted.
 */
import type { ComponentChildren } from 'preact'
import { type MovementId, movementIds, movements } from '../../../care/movement/movements.ts'
import { sequences } from '../../../care/movement/sequences.ts'
import type { Place } from '../../../care/movement/types.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { EvidenceBar } from '../../ui/evidence-bar.tsx'
import { CarePage } from '../care-page.tsx'
import { AskedTooLittle, MovementCard, planOf } from './movement-card.tsx'
import { type LibraryFilter, MovementFilters, narrowed } from './movement-filters.tsx'
import { foundBy, type LeftOut, MovementWords } from './movement-words.tsx'
import { searchMovements } from '../guide/search-guide.ts'
import type { MovementsNow } from './movement-now.ts'
import { type MovementStanding, movementStanding, phaseNumbers, type Standpoint } from './movement-access.ts'
import { paths } from '../paths.ts'
import { CarryPlan } from '../plan/plan-now.tsx'

const places: readonly { readonly places: readonly Place[]; readonly title: string }[] = [
  { places: ['bed'], title: 'On a bed' },
  { places: ['floor'], title: 'On the floor' },
  { places: ['chair'], title: 'On a chair' },
  { places: ['standing', 'pool', 'bike'], title: 'Standing and walking' },
  { places: ['anywhere'], title: 'Anywhere' },
]

export interface LibraryProps {
  readonly at: MovementsNow
  readonly who: Standpoint
  readonly filter: LibraryFilter
}

type Shown = Exclude<MovementStanding, { kind: 'blocked' }> & { readonly id: MovementId }

/** Every movement that this person may do now or, when asked, look at. */
export function LibraryPage({ at, who, filter }: LibraryProps) {
  const { now, linked } = at
  const seen = movementIds.flatMap((id): Shown[] => {
    const found = movementStanding(id, who)
    return found.kind === 'blocked' ? [] : [{ ...found, id }]
  })
  const from = filter.all ? seen : seen.filter(({ kind }) => kind === 'now')
  const shown = filter.words === undefined ? narrowed(filter, from) : foundBy(filter.words, from)
  const leftOut = at.asked && filter.words !== undefined ? leftOutOf(filter.words, who) : []
  const open = shown.filter(({ kind }) => kind === 'now')
  const waiting = seen.length - from.length
  const notSeen = movementIds.length - seen.length
  const carried = <CarryPlan now={now} />
  return (
    <CarePage home={now.home} title="Movements for you" wide islands={at.linked ? ['told-elsewhere'] : []}>
      <div class="library">
        <div>
          <h1 tabindex={-1} data-focus>
            Movements for you now
          </h1>
          <p>
            Chosen from your check and your answers.
            {linked && waiting > 0 && (
              <>
                {' '}
                <a href={`${paths.movements}?show=all`}>{waiting} more come later</a>.
              </>
            )}
            {at.asked && notSeen > 0 && ` ${notSeen} are left out, because they are not right for you now.`}
          </p>
          {!at.asked && (
            <form method="post" action={paths.plan} class="callout">
              {carried}
              <AskedTooLittle to="choose the others for you" />
              <div class="actions">
                <Button look="go">{planOf(at).words}</Button>
              </div>
            </form>
          )}
          <MovementWords words={filter.words} found={shown.length} leftOut={leftOut} carried={carried} />
        </div>
        {filter.words === undefined && (
          <MovementFilters
            filter={filter}
            from={from}
            found={shown.length}
            now={who.phase}
            method={linked ? 'get' : 'post'}
            {...(!linked && { carried })}
          />
        )}
        <form method="post" action={paths.movements} class="plan-steps">
          {carried}
          {places.map(({ places: here, title }) => (
            <Group
              key={title}
              title={title}
              all={open.filter(({ id }) => here.includes(movements[id].place))}
              linked={linked}
            />
          ))}
          <Later all={shown.filter(({ kind }) => kind === 'later')} linked={linked} />
          {(waiting > 0 || filter.all) && <More linked={linked} all={filter.all} waiting={waiting} />}
          <Sets linked={linked} />
          {at.asked && <WayBack at={at} />}
        </form>
      </div>
    </CarePage>
  )
}

/** Of the movements that the words mean most, those that are not right for this person now, and why. */
const leftOutOf = (words: string, who: Standpoint): readonly LeftOut[] =>
  searchMovements(words)
    .slice(0, 3)
    .flatMap((id) => {
      const standing = movementStanding(id, who)
      return standing.kind === 'blocked' ? [{ id, because: standing.because }] : []
    })

/** Those of the phases to come. */
const Later = ({ all, linked }: { all: readonly Shown[]; linked: boolean }) => (
  <>
    {phaseNumbers.map((phase) => (
      <Group
        key={phase}
        title={phase < 3 ? `Later, in phase ${phase}` : 'Later, in phases 3 and 4'}
        all={all.filter((one) => one.phase === phase)}
        linked={linked}
      >
        <p>Look at these now if you like. Do them when you get there.</p>
      </Group>
    ))}
  </>
)

/** What is made of several movements. */
function Sets({ linked }: { linked: boolean }) {
  return (
    <>
      <h2>Sets made of these</h2>
      <ul class="step-list two-up">
        {sequences.map(({ id, title, grade }) => {
          const inside = (
            <span class="step-words">
              <strong>{title}</strong>
              <EvidenceBar grade={grade} />
            </span>
          )
          return (
            <li key={id}>
              {linked ? (
                <a class="step-card" href={paths.movementSequence(id)}>
                  {inside}
                </a>
              ) : (
                <button type="submit" class="step-card" formaction={paths.movementSequence(id)}>
                  {inside}
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** To today in a programme, else to the plan. */
function WayBack({ at: { door, linked } }: { at: MovementsNow }) {
  return (
    <div class="actions">
      {door.kind === 'open' && door.programme ? (
        <ButtonLink href={paths.today} look="go">
          Today
        </ButtonLink>
      ) : linked ? (
        <ButtonLink href={paths.plan} look="go">
          Back to my plan
        </ButtonLink>
      ) : (
        <Button formAction={paths.plan} look="go">
          Back to my plan
        </Button>
      )}
    </div>
  )
}

interface GroupProps {
  readonly title: string
  readonly all: readonly Shown[]
  readonly linked: boolean
  readonly children?: ComponentChildren
}

function Group({ title, all, linked, children }: GroupProps) {
  if (all.length === 0) return null
  return (
    <section>
      <h2>
        {title} <span class="movement-tag">({all.length})</span>
      </h2>
      {children}
      <ul class="step-list movement-grid">
        {all.map(({ id, kind, options, phase }) => (
          <li key={id}>
            <MovementCard
              linked={linked}
              id={id}
              options={options}
              phase={phase}
              name="card"
              {...(kind === 'later' ? { later: true } : { withoutPhase: true })}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** To all phases, and back to what is open now. */
function More({ linked, all, waiting }: { linked: boolean; all: boolean; waiting: number }) {
  const words = all ? 'Show only what you can do now' : `Show all: ${waiting} more come later`
  return (
    <div class="actions">
      {linked ? (
        <ButtonLink href={all ? paths.movements : `${paths.movements}?show=all`} wide>
          {words}
        </ButtonLink>
      ) : (
        <Button name="show" value={all ? 'now' : 'all'} wide>
          {words}
        </Button>
      )}
    </div>
  )
}
