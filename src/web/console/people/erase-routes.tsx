/** Forgetting a person, for the owner of a clinic alone. What goes and what stays is shown before; nothing goes by looking. */
import { type Context, Hono } from 'hono'
import type { Age } from '../../../clinic/people/erase-person.ts'
import { isSameName } from '../../../clinic/people/find-person.ts'
import { mayDo } from '../../../clinic/people/members.ts'
import { type WhomToErase, whomToErase } from '../../../clinic/people/whom-to-erase.ts'
import type { Problem } from '../../ui/error-summary.tsx'
import { answer } from '../../find/booking/answer.tsx'
import { readId } from '../../find/posted-ids.ts'
import { hereOf } from '../console-frame.tsx'
import type { ConsoleEnv, ConsoleHome, Erasing } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { NotYoursPage } from '../message-pages.tsx'
import { readFields } from '../read-posted.ts'
import { CannotErasePage, ErasedBeforePage, ErasedPage, ErasePage, type TypedErasure } from './erase-page.tsx'

/** Its routes. */
export function eraseRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  app.get(consolePaths.erasePattern, (c) =>
    withPerson(home, c, (of) => show(of, { bornOn: '', adult: '', name: '' }, [])),
  )
  app.post(consolePaths.erasePattern, (c) => withPerson(home, c, act))
  return app
}

interface OfPerson {
  readonly home: ConsoleHome
  readonly c: Context<ConsoleEnv>
  readonly personId: string
  readonly person: WhomToErase
  readonly erasing: Erasing
}

/** Only for whoever looks after the team, and only of their own clinic. */
async function withPerson(
  home: ConsoleHome,
  c: Context<ConsoleEnv>,
  work: (of: OfPerson) => Promise<Response>,
): Promise<Response> {
  const member = c.get('member')
  const personId = readId(c.req.param('person'))
  const person =
    personId !== undefined && mayDo(member, 'change-team')
      ? await whomToErase(c.get('data').app, member, personId)
      : undefined
  if (personId === undefined || !person) return answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)
  const page = { home, here: hereOf(c), personId, person }
  if (person.erased && !person.erased.isBack) return answer(c, <ErasedBeforePage {...page} erased={person.erased} />)
  const erasing = home.erasing?.()
  if (!erasing) return answer(c, <CannotErasePage {...page} why="away" />, 503)
  if (person.who.reach === '') return answer(c, <CannotErasePage {...page} why="noReach" />, 409)
  return work({ home, c, personId, person, erasing })
}

async function show(of: OfPerson, typed: TypedErasure, problems: readonly Problem[]): Promise<Response> {
  const { home, c, personId, person, erasing } = of
  const age = readAge(typed, person.now)
  const would = await erasing.look(c.get('member').clinicId, person.who, age ?? {})
  const page = { home, here: hereOf(c), personId, person, typed, problems }
  return answer(c, <ErasePage {...page} would={would} />, problems.length > 0 ? 422 : 200)
}

async function act(of: OfPerson): Promise<Response> {
  const { home, c, personId, person, erasing } = of
  const fields = await readFields(c)
  const typed = { bornOn: fields.bornOn ?? '', adult: fields.adult ?? '', name: fields.name ?? '' }
  const age = readAge(typed, person.now)
  if (!age) return show(of, typed, [{ field: 'bornOn', text: 'Enter a day in the past, such as 1980-05-06.' }])
  if (fields.do !== 'erase') return show(of, typed, [])
  if (!isSameName(person.who.name, { name: typed.name, reach: '' }))
    return show(of, typed, [{ field: 'name', text: 'Nothing is erased yet. Type the name as it stands above.' }])
  const member = c.get('member')
  const erased = await erasing.erase(member.clinicId, member.memberId, person.who, age)
  if (!erased.ok) {
    // Somebody else may have done it since this was asked.
    const before = (await whomToErase(c.get('data').app, member, personId))?.erased
    if (!before || before.isBack) return show(of, typed, [])
    return answer(c, <ErasedBeforePage {...{ home, personId, person }} here={hereOf(c)} erased={before} />)
  }
  return answer(c, <ErasedPage {...{ home, personId, person, erased }} here={hereOf(c)} />)
}

/** @returns `undefined` where a day was typed that is none, or is not past */
function readAge({ bornOn, adult }: TypedErasure, now: number): Age | undefined {
  const wasAdult = adult === 'yes'
  const text = bornOn.trim()
  if (text === '') return { wasAdult }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  try {
    const day = Temporal.PlainDate.from(text, { overflow: 'reject' })
    const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('UTC').toPlainDate()
    return Temporal.PlainDate.compare(day, today) < 0 ? { wasAdult, bornOn: text } : undefined
  } catch {
    return undefined
  }
}
