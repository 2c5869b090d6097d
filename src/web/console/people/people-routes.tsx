/** People of the clinic: found by name, and the visits of one. What is typed is posted, so that no name stands in an address. */
import { type Context, Hono } from 'hono'
import { findPeople, personVisits, recordThatHas } from '../../../clinic/booking/find-people.ts'
import { type ListedVisit, staffDay } from '../../../clinic/booking/staff-day.ts'
import { countMayBeSame } from '../../../clinic/booking/persons/may-be-same.ts'
import { mayDo } from '../../../clinic/people/members.ts'
import { whenErased } from '../../../clinic/people/whom-to-erase.ts'
import { answer } from '../../find/booking/answer.tsx'
import { hereOf } from '../console-frame.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { NotYoursPage } from '../message-pages.tsx'
import { readId } from '../../find/posted-ids.ts'
import { readFields } from '../read-posted.ts'
import { changeRoutes } from './change-routes.tsx'
import { eraseRoutes } from './erase-routes.tsx'
import { PeoplePage, PersonPage } from './people-page.tsx'
import { sameRoutes } from './same-routes.tsx'

/** Longest name that is looked for, in characters. */
const longestQuery = 100

/** Who comes today: to oneself, for those who treat. */
async function whoComes(c: Context<ConsoleEnv>): Promise<readonly ListedVisit[]> {
  const member = c.get('member')
  if (!mayDo(member, 'see-day')) return []
  const { visits } = await staffDay(c.get('data').app, {
    member,
    day: undefined,
    therapistId: member.therapistId ?? undefined,
  })
  return visits.filter(({ state }) => state !== 'cancelled' && state !== 'late-cancelled')
}

/** The routes under /console/people. */
export function peopleRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  app.route('/', sameRoutes(home))
  app.route('/', eraseRoutes(home))
  app.route('/', changeRoutes(home))
  app.get(consolePaths.people, async (c) => {
    const member = c.get('member')
    const same = mayDo(member, 'change-visits') ? await countMayBeSame(c.get('data').app, member.clinicId) : 0
    return answer(c, <PeoplePage {...{ home, same }} here={hereOf(c)} today={await whoComes(c)} />)
  })
  app.post(consolePaths.people, async (c) => {
    const member = c.get('member')
    if (!mayDo(member, 'see-day')) return answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)
    const query = ((await readFields(c)).name ?? '').trim()
    const result = await findPeople(c.get('data').app, member, query.slice(0, longestQuery))
    return answer(c, <PeoplePage home={home} here={hereOf(c)} query={query} result={result} />)
  })
  app.get(consolePaths.personPattern, async (c) => {
    const member = c.get('member')
    const id = readId(c.req.param('person'))
    const person =
      id !== undefined && mayDo(member, 'see-day') ? await personVisits(c.get('data').app, member, id) : undefined
    if (id !== undefined && person) {
      const erased = await whenErased(c.get('data').app, member.clinicId, id)
      return answer(c, <PersonPage {...{ home, person, erased }} personId={id} here={hereOf(c)} />)
    }
    const now = id === undefined ? undefined : await recordThatHas(c.get('data').app, member.clinicId, id)
    return now !== undefined && mayDo(member, 'see-day')
      ? c.redirect(consolePaths.person(now), 303)
      : answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)
  })
  return app
}
