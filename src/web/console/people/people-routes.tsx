/** People of the clinic: found by name, and the visits of one. What is typed is posted, so that no name stands in an address. */
import { Hono } from 'hono'
import { findPeople, personVisits } from '../../../clinic/booking/find-people.ts'
import { mayDo } from '../../../clinic/people/members.ts'
import { answer } from '../../find/booking/answer.tsx'
import { hereOf } from '../console-frame.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { NotYoursPage } from '../message-pages.tsx'
import { readFields, readId } from '../read-posted.ts'
import { PeoplePage, PersonPage } from './people-page.tsx'

/** Longest name that is looked for, in characters. */
const longestQuery = 100

/** The routes under /console/people. */
export function peopleRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  app.get(consolePaths.people, (c) => answer(c, <PeoplePage home={home} here={hereOf(c)} />))
  app.post(consolePaths.people, async (c) => {
    const member = c.get('member')
    if (!mayDo(member, 'see-day')) return answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)
    const query = ((await readFields(c)).name ?? '').trim().slice(0, longestQuery)
    const result = await findPeople(c.get('data').app, member, query)
    return answer(c, <PeoplePage home={home} here={hereOf(c)} query={query} result={result} />)
  })
  app.get(consolePaths.personPattern, async (c) => {
    const member = c.get('member')
    const id = readId(c.req.param('person'))
    const person =
      id !== undefined && mayDo(member, 'see-day') ? await personVisits(c.get('data').app, member, id) : undefined
    return person
      ? answer(c, <PersonPage home={home} here={hereOf(c)} person={person} />)
      : answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)
  })
  return app
}
