/**
 * The addresses of the movement library. Movements are locked until a check is clear: without a fresh, finished check
 * these pages show the way to it and nothing else. Joins plan, standing and page; decides nothing.
 */
import { type Context, Hono } from 'hono'
import { isMovementId } from '../../care/movement/movements.ts'
import { show } from './care-page.tsx'
import { formFields } from './form-fields.ts'
import type { CareHome } from './home.ts'
import { hourOf } from './medicine-clock.ts'
import { NotFoundPage } from './message-pages.tsx'
import { filterFrom, MovementFilters, narrowed } from './movement-filters.tsx'
import { LibraryPage, MovementPage, NotForYouPage } from './movement-page.tsx'
import { movementStanding, movementsFor } from './movement-standing.ts'
import { paths } from './paths.ts'
import { type PlanNow, planNow } from './plan-now.tsx'
import { locked } from './plan-routes.tsx'

/** The routes of movements for one home. */
export function movementRoutes(home: CareHome): Hono {
  const app = new Hono()
  app.get(paths.movements, async (c) => library(c, await planNow(home)))
  app.post(paths.movements, async (c) => library(c, await planNow(home, await formFields(c.req.raw))))
  app.get(paths.movementPattern, async (c) => movement(c, await planNow(home), c.req.param('movement')))
  app.post(paths.movementPattern, async (c) =>
    movement(c, await planNow(home, await formFields(c.req.raw)), c.req.param('movement')),
  )
  return app
}

const situationOf = ({ home, now, check }: PlanNow) => ({
  hour: hourOf(now, home),
  level: check?.level ?? ('emergency' as const),
})

function library(c: Context, now: PlanNow) {
  if (now.plan.kind === 'locked') return lockedOr(c, now)
  const { plan } = now
  const situation = situationOf(now)
  const allowed = movementsFor(plan, situation).flatMap((id) => {
    const found = movementStanding(id, plan, situation)
    return found.allowed ? { id, options: found.options } : []
  })
  const filter = filterFrom(now.fields)
  return show(
    c,
    <LibraryPage
      now={now}
      allowed={narrowed(filter, allowed)}
      filters={<MovementFilters filter={filter} from={allowed} />}
    />,
    200,
    'holdsAnswers',
  )
}

function movement(c: Context, now: PlanNow, id: string) {
  if (!isMovementId(id)) return show(c, <NotFoundPage home={now.home} />, 404)
  if (now.plan.kind === 'locked') return lockedOr(c, now)
  const found = movementStanding(id, now.plan, situationOf(now))
  const page = found.allowed ? (
    <MovementPage now={now} id={id} changes={found.changes} options={found.options} />
  ) : (
    <NotForYouPage now={now} id={id} because={found.because} instead={found.instead} />
  )
  return show(c, page, 200, 'holdsAnswers')
}

function lockedOr(c: Context, now: PlanNow) {
  const page = locked(c, now)
  if (!page) throw new Error('a locked plan without a page')
  return page
}
