/** Blocking time and opening it again. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { clockOf } from '../../../clinic/booking/offered-time.ts'
import { addBlock, type Blocked, findBlock, mayChangeTimesOf, removeBlock } from '../../../clinic/calendar/blocks.ts'
import { loadChoices } from '../../../clinic/calendar/choices.ts'
import { inClinic } from '../../../clinic/db/connection.ts'
import { answer } from '../../find/booking/answer.tsx'
import type { Problem } from '../../ui/error-summary.tsx'
import { hereOf } from '../console-frame.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import { NotYoursPage } from '../message-pages.tsx'
import { BlockPage, OneBlockPage, OpenedBeforePage } from './block-page.tsx'
import { calendarPaths } from './calendar-paths.ts'
import { dayOf, momentAt, timeWords } from './calendar-words.ts'
import { formOf, Id, Line, Moment, queryOf, readTyped, tooLong, type TypedMoment } from './read.ts'

/** The routes of blocks. */
export function blockRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  app.get(calendarPaths.newBlock, (c) => askBlock(home, c))
  app.post(calendarPaths.newBlock, (c) => block(home, c))
  app.get(calendarPaths.blockPattern, (c) => showBlock(home, c))
  app.post(calendarPaths.blockPattern, (c) => openBlock(home, c))
  return app
}

const hourMs = 60 * 60_000

async function partsOf(c: Context<ConsoleEnv>) {
  const { member, data } = c.var
  const choices = await inClinic(data.app, member.clinicId, loadChoices)
  const all = [...choices.therapists, ...choices.things]
  return {
    choices,
    now: await clockOf(data.app, member.clinicId),
    mayBlock: all.filter(({ id }) => mayChangeTimesOf(member, id)),
  }
}

const At = z.object({ start: Moment, therapist: Id })

async function askBlock(home: ConsoleHome, c: Context<ConsoleEnv>): Promise<Response> {
  const parts = await partsOf(c)
  const { zone } = parts.choices
  const { start, therapist } = At.parse(queryOf(c))
  const typed = {
    ...{ key: crypto.randomUUID(), resource: therapist ?? c.var.member.therapistId ?? undefined, reason: '' },
    day: dayOf(start ?? parts.now, zone),
    from: start === undefined ? '' : timeWords(start, zone),
    to: start === undefined ? '' : timeWords(start + hourMs, zone),
  }
  return answer(c, <BlockPage {...{ home, typed }} {...parts} here={hereOf(c)} problems={[]} inTheWay={[]} />)
}

const Posted = z.object({ key: Id, resource: Id, reason: Line })

async function block(home: ConsoleHome, c: Context<ConsoleEnv>): Promise<Response> {
  const { member, data } = c.var
  const parts = await partsOf(c)
  const { zone } = parts.choices
  const fields = await formOf(c)
  const { key, resource, reason } = Posted.parse(fields)
  const long = tooLong('reason', reason, 200)
  const [from, to] = [fields.from, fields.to].map((time) => readTyped(fields.day ?? '', time ?? '', zone))
  const blocked: Blocked | undefined =
    long.length === 0 && key && resource && from?.kind === 'moment' && to?.kind === 'moment'
      ? await addBlock(data.app, member, {
          ...{ key, resourceId: resource, reason: reason || undefined },
          ...{ from: from.at, to: to.at },
        })
      : undefined
  if (blocked?.ok) return c.redirect(calendarPaths.view({ day: fields.day ?? '' }), 303)
  const typed = {
    // Come back to by the browser's Back: the form gets a key of its own, so that the next press blocks another time.
    ...{ key: blocked?.why === 'made' || !key ? crypto.randomUUID() : key, resource, reason },
    ...{ day: fields.day ?? '', from: fields.from ?? '', to: fields.to ?? '' },
  }
  const problems = blocked ? problemOf(blocked) : [...whenProblems({ from, to }), ...long]
  const inTheWay = blocked?.why === 'taken' ? blocked.inTheWay : []
  return answer(
    c,
    <BlockPage {...{ home, typed, problems, inTheWay }} {...parts} here={hereOf(c)} />,
    blocked ? 409 : 422,
  )
}

/** The day once, then each time. */
function whenProblems(typed: Readonly<Record<'from' | 'to', TypedMoment | undefined>>): readonly Problem[] {
  const wrong = (['from', 'to'] as const).flatMap((field): readonly Problem[] => {
    const one = typed[field]
    if (one?.kind !== 'wrong') return []
    return [one.field === 'day' ? one : { field, text: one.text }]
  })
  const day = wrong.find(({ field }) => field === 'day')
  return day ? [day] : wrong
}

const blockProblems = {
  taken: { field: 'from', text: 'That time is not free. See below what stands in it.' },
  notYours: { field: 'resource', text: 'You may block your own time only.' },
  past: { field: 'day', text: 'That time is past.' },
  wrong: { field: 'to', text: 'The end must be later than the start, and on the same day.' },
  unknown: { field: 'resource', text: 'Choose whose time it is.' },
  made: {
    field: 'from',
    text: 'This form has blocked a time already, which is in the calendar. Nothing was blocked or changed now. To block this time too, press again.',
  },
} as const

const problemOf = (blocked: Exclude<Blocked, { readonly ok: true }>): readonly Problem[] => [blockProblems[blocked.why]]

async function showBlock(home: ConsoleHome, c: Context<ConsoleEnv>): Promise<Response> {
  const { member, data } = c.var
  const id = Id.parse(c.req.param('block'))
  const found = id && (await findBlock(data.app, member.clinicId, id))
  if (!found) return answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)
  const { choices, now } = await partsOf(c)
  const whose = [...choices.therapists, ...choices.things].find((one) => one.id === found.resourceId)?.name ?? ''
  const mayOpen = mayChangeTimesOf(member, found.resourceId)
  return answer(c, <OneBlockPage {...{ home, whose, now, mayOpen }} {...found} here={hereOf(c)} zone={choices.zone} />)
}

async function openBlock(home: ConsoleHome, c: Context<ConsoleEnv>): Promise<Response> {
  const { member, data } = c.var
  const id = Id.parse(c.req.param('block'))
  const removed = id ? await removeBlock(data.app, member, id) : undefined
  if (!removed?.ok) return answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)
  const { from, already } = removed
  const { choices, now } = await partsOf(c)
  // Their own press heard twice; whoever else is told that it was done.
  if (!already || already.memberId === member.memberId)
    return c.redirect(calendarPaths.view({ day: dayOf(from ?? now, choices.zone) }), 303)
  const when = momentAt(already.at, choices.zone, now)
  return answer(c, <OpenedBeforePage {...{ home, when }} by={already.by} here={hereOf(c)} />, 409)
}
