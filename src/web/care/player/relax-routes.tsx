/**
 * The addresses of relaxing. Both homes: nothing is written, and without a record nothing is known of the person, so only
 * what suits everybody is offered, with the check put first. Locked by a check that says to be seen at once.
 * Joins the plan's standing, `coursesFor` and pages; decides nothing.
 */
import { type Context, Hono } from 'hono'
import { nothingKnown } from '../../../care/movement/profile.ts'
import { coursesFor } from '../../../care/player/relax.ts'
import { tightest } from '../../../care/programme/locks.ts'
import { limitsOn } from '../../../care/relief/choose.ts'
import { movementProfileOf } from '../../../care/relief/movement-facts.ts'
import { stepById } from '../../../care/relief/steps.ts'
import { show } from '../care-page.tsx'
import type { CareHome } from '../home.ts'
import { hourOf } from '../medicines/medicine-clock.ts'
import { paths } from '../paths.ts'
import { planNow } from '../plan/plan-now.tsx'
import { locked } from '../plan/plan-routes.tsx'
import { NoSuchCoursePage, RelaxCoursePage, type RelaxNote, RelaxPage } from './relax-pages.tsx'

/** The routes of relaxing for one home. */
export function relaxRoutes(home: CareHome): Hono {
  const app = new Hono()
  app.get(paths.relax, (c) =>
    offered(c, home, (courses, note) => show(c, <RelaxPage {...{ home, courses, note }} />, 200, 'holdsAnswers')),
  )
  app.get(paths.relaxPlayerPattern, (c) =>
    offered(c, home, (courses, note) => {
      const course = courses.find(({ id }) => id === c.req.param('course'))
      return course
        ? show(c, <RelaxCoursePage {...{ home, course, note }} />, 200, 'holdsAnswers')
        : show(c, <NoSuchCoursePage home={home} />, 404, 'holdsAnswers')
    }),
  )
  return app
}

async function offered(
  c: Context,
  home: CareHome,
  draw: (courses: ReturnType<typeof coursesFor>, note: RelaxNote) => Response | Promise<Response>,
) {
  const now = await planNow(home)
  const { plan, check } = now
  if (plan.kind === 'locked') {
    const page = now.open.relax === 'closed' ? locked(c, now) : undefined
    const lock = tightest(now.open.heldBy)
    return page ?? draw(coursesFor({ lock, profile: nothingKnown, noTensing: true }), 'checkFirst')
  }
  const tensing = stepById.get('relax-muscles')
  const situation = { ...plan.profile, hour: hourOf(now.now, home), level: check?.level ?? ('emergency' as const) }
  const noTensing = tensing === undefined || limitsOn(tensing, situation).length > 0
  const profile = movementProfileOf(plan.profile)
  return draw(coursesFor({ lock: plan.movement, profile, noTensing }), plan.movement === 'gentle' ? 'gentle' : 'none')
}
