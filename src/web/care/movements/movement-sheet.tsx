/**
 * /movements/sheet: every movement with every key posture, its levels, needs and doses on one page, for reviewers.
 * Mounted by the server only, with the gallery; the worker does not carry it. Never: for somebody in pain: it looks at
 * no check and no block list, and says so.
 */
import { minutesOf, phases } from '../../../care/movement/doses.ts'
import { easierThan, harderThan } from '../../../care/movement/ladders.ts'
import { type MovementId, movementIds, movements } from '../../../care/movement/movements.ts'
import { sequences } from '../../../care/movement/sequences.ts'
import { needsOf, positionsOf, positionWords, thingWords } from '../../../care/movement/equipment.ts'
import { FigureStills } from '../../ui/figure.tsx'
import { Callout, SummaryList } from '../../ui/text-parts.tsx'
import { CarePage } from '../care-page.tsx'
import type { CareHome } from '../home.ts'

/** The contact sheet as a page. */
export function MovementSheetPage({ home }: { readonly home: CareHome }) {
  return (
    <CarePage home={home} title="All movements, for reviewers">
      <h1>All movements, for reviewers</h1>
      <Callout title="Not for treatment" look="warn">
        <p>These pictures look at nobody’s check. If your back hurts, start with the check.</p>
      </Callout>
      {movementIds.map((id) => (
        <section key={id} id={id}>
          <h2>
            {id} {movements[id].title}
          </h2>
          <FigureStills movement={id} id={`sheet-${id}`} />
          {movements[id].motion.also && <FigureStills movement={id} view="second" id={`sheet-second-${id}`} />}
          <SummaryList rows={rowsOf(id)} />
        </section>
      ))}
      {sequences.map(({ id, title, about, proof, movements: ids }) => (
        <section key={id}>
          <h2>{title}</h2>
          <p>
            {about} {proof}
          </p>
          <p>{ids.map((one) => movements[one].title).join(', ')}</p>
        </section>
      ))}
    </CarePage>
  )
}

const phaseNames = { calm: 'Calm', restore: 'Restore', strength: 'Build' } as const

function rowsOf(id: MovementId): { name: string; value: string }[] {
  const { dose, instead } = movements[id]
  const [down, up] = [easierThan(id), harderThan(id)]
  const positions = positionsOf(id)
  return [
    { name: 'Position', value: positions.length > 1 ? 'any' : positions.map((one) => positionWords[one]).join() },
    {
      name: 'Needs',
      value:
        needsOf(id)
          .map((thing) => thingWords[thing])
          .join(', ') || 'nothing',
    },
    ...phases.flatMap((phase) => {
      const now = dose[phase]
      return now ? [{ name: phaseNames[phase], value: `${now.text} (about ${minutesOf(id, phase)} min)` }] : []
    }),
    ...(down ? [{ name: 'Level below', value: movements[down].title }] : []),
    ...(up ? [{ name: 'Level above', value: movements[up].title }] : []),
    { name: 'Instead', value: instead.join(', ') || 'none needed' },
  ]
}
