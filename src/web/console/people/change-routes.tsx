/** Changing how somebody is called and reached: typed, looked at with all that it touches, and done. Of two staff the second is told. */
import { type Context, Hono } from 'hono'
import { changePerson } from '../../../clinic/booking/persons/change-person.ts'
import { changesOf } from '../../../clinic/booking/persons/person-changes.ts'
import { oneWithThen, type ReachedPerson, reachedPerson } from '../../../clinic/booking/persons/reached-person.ts'
import { inClinic } from '../../../clinic/db/connection.ts'
import { mayDo } from '../../../clinic/people/members.ts'
import { answer } from '../../find/booking/answer.tsx'
import { readId } from '../../find/posted-ids.ts'
import { hereOf } from '../console-frame.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { momentOf } from '../console-words.ts'
import { formStatus } from '../form-page.tsx'
import { NotYoursPage } from '../message-pages.tsx'
import { readFields } from '../read-posted.ts'
import { changesTo, readCalled, typedIn, typedOf, typedSince } from './change-form.ts'
import { CannotChangePage, ChangePage, LookPage } from './change-page.tsx'

type Ctx = Context<ConsoleEnv>

/** Its routes. */
export function changeRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  app.get(consolePaths.changePersonPattern, (c) =>
    withPerson(home, c, ({ page, person }) =>
      answer(c, <ChangePage {...page} typed={typedOf(person)} problems={[]} hint={undefined} />),
    ),
  )
  app.post(consolePaths.changePersonPattern, (c) => withPerson(home, c, (of) => act(c, of)))
  return app
}

interface OfPerson {
  readonly person: ReachedPerson
  readonly page: Omit<Parameters<typeof LookPage>[0], 'typed' | 'to' | 'oneWith'>
}

/** Another clinic's, nobody, and a role that may not: one answer. */
async function withPerson(
  home: ConsoleHome,
  c: Ctx,
  work: (of: OfPerson) => Response | Promise<Response>,
): Promise<Response> {
  const { member, data } = c.var
  const personId = readId(c.req.param('person'))
  const person =
    personId !== undefined && mayDo(member, 'change-visits')
      ? await reachedPerson(data.app, member, personId)
      : undefined
  if (personId === undefined || !person) return answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)
  const page = { home, here: hereOf(c), personId, person }
  return person.isForgotten ? answer(c, <CannotChangePage {...page} />, 409) : work({ person, page })
}

async function act(c: Ctx, { person, page }: OfPerson): Promise<Response> {
  const fields = await readFields(c)
  const typed = typedIn(fields)
  const { to, problems, hint } = readCalled(typed, person)
  const isAsItIs = problems.length === 0 && changesTo(person, to).length === 0
  if (isAsItIs && fields.do !== 'back') return c.redirect(consolePaths.person(page.personId), 303)
  if (fields.seen !== person.seen) return tellMeanwhile(c, page, fields)
  if (problems.length > 0 || fields.do === 'back')
    return answer(c, <ChangePage {...page} {...{ typed, problems, hint }} />, formStatus(problems))
  const { member, data } = c.var
  if (fields.do !== 'change') {
    const oneWith = await oneWithThen(data.app, member.clinicId, person, to)
    return answer(c, <LookPage {...page} {...{ typed, to, oneWith }} />)
  }
  const done = await changePerson(data.app, member, { personId: page.personId, seen: person.seen, to })
  if (done.ok) return c.redirect(consolePaths.person(page.personId), 303)
  if (done.why === 'gone') return answer(c, <NotYoursPage home={page.home} here={page.here} />, 404)
  if (done.why === 'forgotten') return answer(c, <CannotChangePage {...page} />, 409)
  return tellMeanwhile(c, page, fields)
}

/** Somebody else was quicker: who and when, what stands now, and what was typed here in place of what was not touched. */
async function tellMeanwhile(
  c: Ctx,
  page: OfPerson['page'],
  fields: Readonly<Record<string, string>>,
): Promise<Response> {
  const { member, data } = c.var
  const person = (await reachedPerson(data.app, member, page.personId)) ?? page.person
  const typed = typedSince(typedIn(fields), fields.shown, person)
  const [last] = await inClinic(data.app, member.clinicId, (trx) => changesOf(trx, person.records))
  const note = (
    <p class="callout warn" role="alert">
      {last && last.at > Number(fields.at) ? (
        <>
          <bdi>{last.by}</bdi> changed something of them, {momentOf(last.at, person.zone, person.now)}.
        </>
      ) : (
        'Something of them has changed meanwhile.'
      )}{' '}
      Nothing of yours was done. They are <bdi>{person.name}</bdi> now, reached at{' '}
      <bdi>{person.email ?? 'no email'}</bdi>, <bdi>{person.phone ?? 'no phone'}</bdi>. What you typed stands below.
    </p>
  )
  return answer(c, <ChangePage {...page} {...{ person, typed, note }} problems={[]} hint={undefined} />, 409)
}
