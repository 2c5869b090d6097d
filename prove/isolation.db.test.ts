/**
 * Who may see and change what, made from the route list and the catalogue, so that an address or a table that is added later
 * is asked too: mail scanners, private links with one character changed, and the staff of one clinic with the ids of another.
 */
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { privateToken } from '../src/clinic/booking/private-link.ts'
import { makeTestClinic, type TestClinic } from '../src/clinic/booking/test-clinic.ts'
import { testDatabase } from '../src/clinic/db/test-database.ts'
import type { Member, Role } from '../src/clinic/people/members.ts'
import { mailerBeside } from '../src/server/mailer.ts'
import { createConsoleApp } from '../src/web/console/console-app.tsx'
import { consoleHome } from '../src/web/console/console.fixtures.ts'
import { type OwnServer, startInProcess } from './in-process.ts'
import { pause } from './installation.ts'
import { holdAndBook, personOf } from './person.ts'
import { wholeDatabase } from './whole-database.ts'

const db = testDatabase()
let server: OwnServer
let clinics: { readonly ours: TestClinic; readonly theirs: TestClinic }
/** What stands in every name of the other clinic, and nowhere else. */
const theirMark = 'Zyxwv'
const isId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

beforeAll(async () => {
  server = await startInProcess(db)
  const wish = { therapists: 2, rooms: 2 }
  clinics = { ours: await makeTestClinic(db, wish), theirs: await makeTestClinic(db, wish) }
  for (const [at, clinic] of [clinics.ours, clinics.ours, clinics.theirs, clinics.theirs].entries()) {
    const start = Temporal.Now.zonedDateTimeISO('Europe/London')
      .add({ days: 3 + at })
      .withPlainTime('10:00')
    const slug = `therapist-${clinic.therapists[0]}`
    const time = { slug, service: clinic.serviceId, start: start.epochMilliseconds }
    expect(await holdAndBook(personOf(at + 1), [server.origin], time)).toMatchObject({ outcome: { what: 'booked' } })
  }
  for (const [table, column] of [
    ['clinics', 'name'],
    ['therapists', 'name'],
    ['persons', 'name'],
    ['contacts', 'name'],
    ['locations', 'name'],
    ['services', 'name'],
    ['rooms', 'name'],
  ])
    await db.admin.query(`update clinic.${table} set ${column} = '${theirMark} ' || ${column} where clinic_id = $1`, [
      clinics.theirs.clinicId,
    ])
})
afterAll(() => server.stop())

const visitsOf = async ({ clinicId }: TestClinic) =>
  (
    await db.admin.query<{ id: string }>(
      `select appointment_id as id from clinic.appointments where clinic_id = $1 and state <> 'held' order by 1`,
      [clinicId],
    )
  ).rows

describe('a mail scanner', () => {
  test('that opens every link of every mail, three times in three ways, changes not one byte', async () => {
    const [changed] = await visitsOf(clinics.ours)
    const token = privateToken(db.secret, 'visit', {
      clinicId: clinics.ours.clinicId,
      appointmentId: changed?.id ?? '',
    })
    const cancelled = await fetch(`${server.origin}/visits/${token}/cancel`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ reason: '' }),
    })
    expect(cancelled.status).toBe(303)
    const messages: Buffer[] = []
    const settings = {
      from: 'bookings@unclench.test',
      outbox: null,
      deliver: ({ message }: { readonly message: Buffer }) => {
        messages.push(message)
        return Promise.resolve({ ok: true } as const)
      },
    }
    const mailer = mailerBeside(
      settings,
      () => server.origin,
      () => undefined,
    )(server.ready, { ...db.address, user: 'postgres', password: '' })
    const isDone = async () =>
      (await db.admin.query(`select from clinic.mails where state in ('queued', 'sending') and due_at <= now()`)).rows
        .length === 0
    while (!(await isDone())) await pause(50)
    await mailer.stop()
    expect(messages.length).toBeGreaterThan(3)
    const links = new Set<string>()
    for (const message of messages) {
      const mail = await simpleParser(message)
      const said = [
        mail.text ?? '',
        mail.html || '',
        mail.headerLines.map(({ line }) => line).join('\n'),
        ...mail.attachments.map(({ content }) => content.toString()),
      ]
      for (const [link] of said.join('\n').matchAll(/https?:\/\/[^\s"'<>)]+/g))
        if (link.startsWith(server.origin)) links.add(link.replaceAll('&amp;', '&'))
    }
    expect([...links].filter((link) => link.includes('/visits/')).length).toBeGreaterThan(1)
    const before = await wholeDatabase(db.admin)
    for (let time = 0; time < 3; time += 1)
      for (const link of links)
        for (const method of ['GET', 'HEAD', 'OPTIONS']) {
          const { status } = await fetch(link, { method, redirect: 'follow' })
          expect(status, `${method} ${link.replace(/[\w-]{64}/, '…')}`).toBeLessThan(500)
        }
    expect(await wholeDatabase(db.admin)).toEqual(before)
  })
})

describe('a private link', () => {
  const kinds = ['hold', 'visit', 'offer', 'waiting', 'request', 'review', 'invitation'] as const
  const privateRoutes = () =>
    server.app.routes.filter(
      ({ path, method }) =>
        path.includes(':token') && (method === 'GET' || method === 'POST') && !path.startsWith('/console'),
    )

  test('with any one character changed is refused on every address alike, whatever it had opened, and changes nothing', async () => {
    const routes = [...new Map(privateRoutes().map((route) => [`${route.method} ${route.path}`, route])).values()]
    expect(routes.length).toBeGreaterThan(6)
    const [, visit] = await visitsOf(clinics.ours)
    const before = await wholeDatabase(db.admin)
    for (const { method, path } of routes) {
      const answers = new Set<string>()
      for (const kind of kinds) {
        const token = privateToken(db.secret, kind, { clinicId: clinics.ours.clinicId, appointmentId: visit?.id ?? '' })
        for (let at = kind.length; at < 64; at += 9) {
          const other = token[at] === 'A' ? 'B' : 'A'
          const address = path
            .replace(':token', `${token.slice(0, at)}${other}${token.slice(at + 1)}`)
            .replaceAll(/:\w+/g, 'x')
          const response = await fetch(`${server.origin}${address}`, {
            method,
            redirect: 'manual',
            ...(method === 'POST' && { body: new URLSearchParams({ do: 'book' }) }),
          })
          answers.add(`${response.status} ${(await response.text()).replaceAll(/[\w-]{64}/g, '…')}`)
        }
      }
      expect(
        [...answers].map((answer) => answer.slice(0, 3)),
        `${method} ${path}`,
      ).toEqual(['404'])
    }
    expect(await wholeDatabase(db.admin)).toEqual(before)
  })
})

describe('the staff of one clinic', () => {
  const roles: readonly Role[] = ['owner', 'manager', 'therapist', 'reception']
  const memberOf = async (role: Role): Promise<Member> => {
    const therapistId = role === 'therapist' ? (clinics.ours.therapists[0] ?? null) : null
    const email = `${role}@lantern.example`
    await db.admin.query(
      `insert into clinic.members (clinic_id, name, email, role, therapist_id, account_id, joined_at)
       values ($1, $2, $3, $2, $4, uuidv7(), now()) on conflict do nothing`,
      [clinics.ours.clinicId, role, email, therapistId],
    )
    const { rows } = await db.admin.query<{ id: string; account: string }>(
      `select member_id as id, account_id as account from clinic.members where clinic_id = $1 and role = $2`,
      [clinics.ours.clinicId, role],
    )
    const [{ id: memberId = '', account: accountId = '' } = {}] = rows
    return { clinicId: clinics.ours.clinicId, memberId, accountId, name: role, email, role, therapistId }
  }
  /** The ids in one row of each table of the other clinic, from the catalogue. */
  const theirIds = async (): Promise<readonly string[]> => {
    const ours = [...(await wholeDatabase(db.admin, clinics.ours.clinicId)).values()].join('\n')
    const { rows: tables } = await db.admin.query<{ name: string }>(
      `select relname as name from pg_class c where relnamespace = 'clinic'::regnamespace and relkind = 'r'
       and exists (select from pg_attribute where attrelid = c.oid and attname = 'clinic_id')`,
    )
    const found = new Set<string>()
    for (const { name } of tables) {
      const { rows } = await db.admin.query<{ row: object }>(
        `select to_jsonb(t) as row from clinic.${name} t where clinic_id = $1 limit 1`,
        [clinics.theirs.clinicId],
      )
      for (const value of Object.values(rows[0]?.row ?? {}))
        if (typeof value === 'string' && isId.test(value) && !ours.includes(value)) found.add(value)
    }
    return [...found]
  }

  test.each(roles)(
    'as %s is told of every id of another clinic that it is not there, on every address, and changes nothing of theirs',
    async (role) => {
      const member = await memberOf(role)
      const data = { app: server.ready.app, directory: server.ready.directory, secret: db.secret }
      const app = createConsoleApp(consoleHome({ signedIn: { ok: true, member }, data }))
      const routes = [
        ...new Map(
          app.routes
            .filter(({ path, method }) => path.includes(':') && (method === 'GET' || method === 'POST'))
            .map(({ path, method }) => [`${method} ${path}`, { path, method }]),
        ).values(),
      ]
      expect(routes.length).toBeGreaterThan(4)
      const before = await wholeDatabase(db.admin, clinics.theirs.clinicId)
      const ids = await theirIds()
      expect(ids.length).toBeGreaterThan(8)
      const ask = async (method: string, path: string, id: string) => {
        const address = path.replace(/:day\b/, '2026-12-01').replaceAll(/:\w+(\{[^}]*\})?/g, id)
        const response = await app.request(address, {
          method,
          ...(method === 'POST' && { body: new URLSearchParams({ id, do: 'finished', version: '0' }) }),
        })
        const body = (await response.text()).replaceAll(id, 'ID')
        return {
          said: `${response.status} ${response.headers.get('Location')?.replaceAll(id, 'ID') ?? ''} ${body}`,
          body,
        }
      }
      for (const { method, path } of routes) {
        const nobodys = await ask(method, path, '01900000-0000-7000-8000-000000000000')
        for (const id of ids) {
          const theirs = await ask(method, path, id)
          expect(theirs.body, `${method} ${path}`).not.toContain(theirMark)
          expect(theirs.said, `${method} ${path}`).toBe(nobodys.said)
        }
      }
      expect(await wholeDatabase(db.admin, clinics.theirs.clinicId)).toEqual(before)
    },
  )

  test.each(roles)(
    'as %s sends every form of every page with the ids of another clinic in it, and nothing of theirs is read or changed',
    async (role) => {
      const member = await memberOf(role)
      const data = { app: server.ready.app, directory: server.ready.directory, secret: db.secret }
      const app = createConsoleApp(consoleHome({ signedIn: { ok: true, member }, data }))
      const before = await wholeDatabase(db.admin, clinics.theirs.clinicId)
      const ids = await theirIds()
      const forms = await formsOf(app)
      expect(forms.length).toBeGreaterThan(1)
      for (const { action, fields } of forms)
        for (const [name, value] of Object.entries(fields)) {
          if (!isId.test(value)) continue
          for (const id of ids) {
            const response = await app.request(action, {
              method: 'POST',
              body: new URLSearchParams({ ...fields, [name]: id }),
            })
            const body = await response.text()
            expect(response.status, `${action} ${name}`).toBeLessThan(500)
            expect(body, `${action} ${name}`).not.toContain(theirMark)
          }
        }
      expect(await wholeDatabase(db.admin, clinics.theirs.clinicId)).toEqual(before)
    },
  )
})

interface PostedForm {
  readonly action: string
  readonly fields: Readonly<Record<string, string>>
}

/** The forms of every staff page that can be reached by links from the first. */
async function formsOf(app: {
  readonly request: (path: string) => Response | Promise<Response>
}): Promise<readonly PostedForm[]> {
  const open = ['/console']
  const seen = new Set(open)
  const forms = new Map<string, PostedForm>()
  for (const path of open) {
    if (seen.size > 60) break
    const response = await app.request(path)
    const html = await response.text()
    for (const [, href = ''] of html.matchAll(/href="(\/console[^"#]*)"/g)) {
      const link = href.replaceAll('&amp;', '&')
      if (!seen.has(link)) open.push(link)
      seen.add(link)
    }
    for (const [, attributes = '', inside = ''] of html.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)) {
      if (!/method="post"/i.test(attributes)) continue
      const action = (/action="([^"]*)"/.exec(attributes)?.[1] ?? path).replaceAll('&amp;', '&')
      const named = [...inside.matchAll(/<(?:input|button)[^>]*>/g)].map(([tag]) => [
        / name="([^"]*)"/.exec(tag)?.[1] ?? '',
        / value="([^"]*)"/.exec(tag)?.[1] ?? '',
      ])
      const chosen = [...inside.matchAll(/<select[^>]* name="([^"]*)"[^>]*>[\s\S]*?<option[^>]* value="([^"]+)"/g)].map(
        ([, name = '', value = '']) => [name, value],
      )
      const fields: Record<string, string> = Object.fromEntries([...named, ...chosen].filter(([name]) => name))
      if (action.startsWith('/console')) forms.set(`${action} ${Object.keys(fields)}`, { action, fields })
    }
  }
  return [...forms.values()]
}
