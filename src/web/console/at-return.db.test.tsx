/**
 * What Return does in every field of the staff's pages. A browser presses the first button that belongs to the form, wherever it
 * stands: that one never does what cannot be taken back. Every page that links lead to from Today, over the demonstration.
 */
import { beforeAll, expect, test } from 'vitest'
import { joinWaitingList } from '../../clinic/booking/waiting/waiting-list.ts'
import { testDatabase } from '../../clinic/db/test-database.ts'
import { demonstrate } from '../../server/demonstration.ts'
import { sentAtReturn } from '../ui/at-return.fixtures.ts'
import { calendarPaths } from './calendar/calendar-paths.ts'
import { createConsoleApp } from './console-app.tsx'
import { consolePaths } from './console-paths.ts'
import { consoleHome } from './console.fixtures.ts'

const db = testDatabase({ withoutNeighbours: 'the demonstration, which is put into an empty database' })

interface FoundForm {
  readonly page: string
  readonly action: string
  readonly isTyped: boolean
  /** In the order of the page. */
  readonly buttons: readonly string[]
}
const forms: FoundForm[] = []
const pages: string[] = []
let app: ReturnType<typeof createConsoleApp>
let held: { readonly classId: string; readonly entryId: string }

const kindOf = (href: string) => {
  const { pathname, searchParams } = new URL(href, 'http://x')
  const path = pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replaceAll(/\d{4}-\d\d-\d\d/g, ':day')
  return [path, [...searchParams.keys()].toSorted().join(' ')].filter(Boolean).join(' ')
}
const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
const wordsOf = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
const isField = (tag: string) => {
  const type = attribute(tag, 'type') ?? 'text'
  return tag.startsWith('<input') && !['hidden', 'checkbox', 'radio', 'file', 'submit'].includes(type)
}

/** The forms of a page, each with all that belongs to it, be it outside. */
function formsOf(page: string, html: string): readonly FoundForm[] {
  const all = [...html.matchAll(/<form\b[^>]*>(.*?)<\/form>/gs)].map((match) => ({
    ...{ tag: match[0].slice(0, match[0].indexOf('>') + 1), from: match.index, to: match.index + match[0].length },
  }))
  const ownerOf = (tag: string, at: number) => {
    const named = attribute(tag, 'form')
    return named === undefined
      ? all.find(({ from, to }) => from < at && at < to)
      : all.find((form) => attribute(form.tag, 'id') === named)
  }
  const fields = [...html.matchAll(/<input\b[^>]*>/g)].filter(([tag]) => isField(tag))
  const buttons = [...html.matchAll(/(<button\b[^>]*>)(.*?)<\/button>/gs)]
  return all.map((form) => ({
    page,
    action: kindOf(attribute(form.tag, 'action') ?? page),
    isTyped: fields.some((field) => ownerOf(field[0], field.index) === form),
    buttons: buttons.flatMap((button) =>
      attribute(button[1] ?? '', 'type') !== 'button' && ownerOf(button[1] ?? '', button.index) === form
        ? [wordsOf(button[2] ?? '')]
        : [],
    ),
  }))
}

beforeAll(async () => {
  const now = Temporal.Now.instant()
  await demonstrate(db.app, db.secret, now)
  const { rows } = await db.admin.query<{
    clinic: string
    member: string
    account: string
    service: string
    class: string
  }>(
    `select m.clinic_id as clinic, m.member_id as member, m.account_id as account, s.service_id as service,
       a.appointment_id as class
     from clinic.members m join clinic.services s using (clinic_id) join clinic.appointments a using (clinic_id)
     where m.role = 'owner' and s.places is null and a.state = 'class' and a.starts_at > now() limit 1`,
  )
  const [own] = rows
  if (!own) throw new Error('no clinic of the demonstration has a class')
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate()
  const joined = await joinWaitingList(db.app, {
    ...{ clinicId: own.clinic, joinKey: crypto.randomUUID(), service: own.service, therapist: null },
    wish: {
      ...{ location: null, weekdays: [1, 2, 3, 4, 5], fromMinute: 0, toMinute: 1440 },
      ...{ firstDay: today.toString(), lastDay: today.add({ days: 28 }).toString() },
    },
    details: { contactName: 'Kit Orme', personName: 'Kit Orme', email: 'kit@example.org', payer: 'self' },
  })
  const member = { clinicId: own.clinic, memberId: own.member, accountId: own.account, therapistId: null }
  if (!joined.ok) throw new Error(joined.why)
  held = { classId: own.class, entryId: joined.entryId }
  app = createConsoleApp(
    consoleHome({
      signedIn: { ok: true, member: { ...member, name: 'Ingrid Moss', role: 'owner', email: 'i@clinic.example' } },
      data: { app: db.app, directory: db.directory, secret: db.secret },
    }),
  )
  await walk(async (path) => (await app.request(path)).text(), ['/console', ...(await toVisit(own))])
})

/** What links lead to only for a visit that is to come, and for a time that is looked at. */
async function toVisit({ clinic, service }: { readonly clinic: string; readonly service: string }) {
  const { rows } = await db.admin.query<{ visit: string; therapist: string; start: Date }>(
    `select appointment_id as visit, therapist_id as therapist, starts_at as start from clinic.appointments
     where clinic_id = $1 and state = 'confirmed' and starts_at > now() order by starts_at limit 1`,
    [clinic],
  )
  const [{ visit = '', therapist = '', start = new Date() } = {}] = rows
  return [
    ...[consolePaths.visit(visit), consolePaths.cancel(visit), consolePaths.later(visit)],
    ...[calendarPaths.move(visit), calendarPaths.length(visit)],
    calendarPaths.moveTo(visit, { start: start.getTime() + 86_400_000, therapist }),
    calendarPaths.newVisitAt({ start: start.getTime(), therapist, service }),
  ]
}

/** Each kind of page twice, since two of a kind may stand differently. */
async function walk(read: (path: string) => Promise<string>, from: readonly string[]): Promise<void> {
  const open = [...from]
  const seen = new Map<string, number>()
  const known = new Set(open)
  for (const path of open) {
    const html = await read(path)
    if (!html.includes('<main')) continue
    pages.push(kindOf(path))
    forms.push(...formsOf(kindOf(path), html))
    for (const [, href = ''] of html.matchAll(/href="(\/console[^"#]*)/g)) {
      const link = href.replaceAll('&amp;', '&')
      const times = seen.get(kindOf(link)) ?? 0
      if (known.has(link) || times >= 2) continue
      known.add(link)
      seen.set(kindOf(link), times + 1)
      open.push(link)
    }
  }
}

/**
 * What no Return may do: it cannot be taken back, or goes out to people at once. An address that is put right is typed for that,
 * and one that looks like a slip is asked about first.
 */
const forGood =
  /\b(call (it|them) off|take (them )?off|delete|remove|erase|forget|send(?! again)|refuse|cancel (them|all)|end it)\b/i

test('never does what cannot be taken back', () => {
  expect(new Set(pages).size).toBeGreaterThan(40)
  expect(forms.filter(({ isTyped }) => isTyped).length).toBeGreaterThan(20)
  const bad = forms.filter(({ isTyped, buttons }) => isTyped && forGood.test(buttons[0] ?? ''))
  expect([...new Set(bad.map(({ page, buttons }) => `${page}: ${buttons[0]}`))]).toEqual([])
})

test('where a deed is for good does nothing, keeps what was typed, and says which button does it', async () => {
  for (const [path, action, says] of [
    [
      `/console/calendar/classes/${held.classId}`,
      `/console/calendar/classes/${held.classId}`,
      'Nothing was called off yet.',
    ],
    [`/console/waiting/${held.entryId}`, `/console/waiting/${held.entryId}/off`, 'They are still on the list.'],
  ] as const) {
    expect(sentAtReturn(await (await app.request(path)).text(), 'name="reason"')).toBe('do=ask')
    const body = new URLSearchParams({ reason: 'Rang us', do: 'ask' })
    const asked = await app.request(action, { method: 'POST', body })
    const html = await asked.text()
    expect([asked.status, html.includes(says), html.includes('value="Rang us"')]).toEqual([422, true, true])
  }
  const { rows } = await db.admin.query(
    `select called_off_at, (select state from clinic.waiting_entries where waiting_entry_id = $2) as state
     from clinic.appointments where appointment_id = $1`,
    [held.classId, held.entryId],
  )
  expect(rows).toEqual([{ called_off_at: null, state: 'waiting' }])
})

test('of a form with several buttons presses the one that a person reviewed', () => {
  const several = forms.filter(({ isTyped, buttons }) => isTyped && buttons.length > 1)
  expect([...new Set(several.map(({ action, buttons }) => `${action}: ${buttons[0]}`))].toSorted()).toEqual([
    '/console/calendar/classes/:id: Look again',
    '/console/calendar/new: Look',
    '/console/waiting/:id/off: Look again',
  ])
})
