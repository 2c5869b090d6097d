/**
 * Who may see and change what, made from the route list and the catalogue, so that an address or a table that is added later
 * is asked too: mail scanners, private links with one character changed, and the staff of one clinic with the ids of another.
 */
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { someOf } from '../scripts/short-form.ts'
import { privateToken } from '../src/clinic/booking/private-link.ts'
import { makeTestClinic, type TestClinic } from '../src/clinic/booking/test-clinic.ts'
import { bookedVisit } from '../src/clinic/booking/test-staff.ts'
import { testDatabase } from '../src/clinic/db/test-database.ts'
import type { Member, Role } from '../src/clinic/people/members.ts'
import { mailerBeside } from '../src/server/mailer.ts'
import { createConsoleApp } from '../src/web/console/console-app.tsx'
import type { SignedIn } from '../src/web/console/console-home.ts'
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

/** Posted to by the mail programs of readers, which hear 200 whatever link they have (RFC 8058). */
const isForMailPrograms = (method: string, path: string) =>
  method === 'POST' && ['/reviews/:token/stop', '/letters/leave/:token'].includes(path)

describe('a private link', () => {
  /** Places of a link that are changed, behind its kind. In the short form a third of them on each address, by turns. */
  const places = (from: number) => Array.from({ length: Math.ceil((64 - from) / 9) }, (_, nth) => from + nth * 9)
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
    for (const route of routes) {
      const { method, path } = route
      const answers = new Set<string>()
      for (const kind of kinds) {
        const token = privateToken(db.secret, kind, { clinicId: clinics.ours.clinicId, appointmentId: visit?.id ?? '' })
        for (const at of someOf(places(kind.length), 3, routes.indexOf(route))) {
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
      ).toEqual([isForMailPrograms(method, path) ? '200' : '404'])
    }
    expect(await wholeDatabase(db.admin)).toEqual(before)
  })
})

/** Ids of one patient, and the rows in which they stand. */
async function patient(appointmentId: string) {
  const { rows } = await db.admin.query<{ ids: string[]; name: string }>(
    `select array[a.appointment_id, a.person_id, a.contact_id] as ids, p.name
     from clinic.appointments a join clinic.persons p using (clinic_id, person_id) where appointment_id = $1`,
    [appointmentId],
  )
  const ids = rows[0]?.ids ?? []
  return {
    ids,
    name: rows[0]?.name ?? '',
    rows: async () =>
      [...(await wholeDatabase(db.admin)).values()]
        .flatMap((table) => table.split('\n'))
        .filter((row) => ids.some((id) => row.includes(id))),
  }
}

describe('the private links of one patient', () => {
  const trusted = [
    'id',
    'visit',
    'appointment',
    'appointmentId',
    'person',
    'personId',
    'contact',
    'contactId',
    'hold',
    'key',
  ]

  test('with any id of another patient of the same clinic, in any field of any form, change nothing of that one', async () => {
    const visits = await visitsOf(clinics.ours)
    const [own = '', other = ''] = visits.map(({ id }) => id).toSorted()
    const theirs = await patient(other)
    const before = await theirs.rows()
    expect(before.length).toBeGreaterThan(4)
    const posts = server.app.routes.filter(({ path, method }) => method === 'POST' && path.includes(':token'))
    const paths = [...new Set(posts.map(({ path }) => path))].filter((path) => !path.startsWith('/console'))
    expect(paths.length).toBeGreaterThan(6)
    let accepted = 0
    for (const path of paths)
      for (const kind of ['visit', 'review', 'hold'] as const) {
        const token = privateToken(db.secret, kind, { clinicId: clinics.ours.clinicId, appointmentId: own })
        const address = path.replace(':token', token).replaceAll(/:\w+/g, 'x')
        for (const id of someOf(theirs.ids, 3, paths.indexOf(path)))
          for (const does of [{}, { do: 'take-back' }, { do: 'renew' }, { from: 'page' }, { mark: '3', words: 'x' }]) {
            const fields = { ...Object.fromEntries(trusted.map((name) => [name, id])), ...does, reason: '' }
            const response = await fetch(`${server.origin}${address}?${new URLSearchParams({ id, visit: id })}`, {
              method: 'POST',
              redirect: 'manual',
              body: new URLSearchParams(fields),
            })
            expect(response.status, path).toBeLessThan(500)
            if (response.status === 303) accepted += 1
            expect(await response.text(), path).not.toContain(theirs.name)
          }
      }
    // Some did what they say, to the patient whose link it was.
    expect(accepted).toBeGreaterThan(3)
    expect(await theirs.rows()).toEqual(before)
  })
})

describe('looking', () => {
  test('at any address there is, by the public and by staff, twice at once, with every id of the clinic, changes no row but those that say who looked', async () => {
    const { clinicId } = clinics.ours
    const [visit] = await visitsOf(clinics.ours)
    const kinds = [
      'hold',
      'visit',
      'review',
      'offer',
      'waiting',
      'request',
      'letters',
      'letters-asked',
      'question',
    ] as const
    const subject = { clinicId, appointmentId: visit?.id ?? '' }
    const tokens = kinds.map((kind) => privateToken(db.secret, kind, subject))
    const ids = [...(await wholeDatabase(db.admin, clinicId)).values()].flatMap(
      (table) => /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/.exec(table.replaceAll(clinicId, ''))?.[0] ?? [],
    )
    expect(ids.length).toBeGreaterThan(8)
    const data = { app: server.ready.app, directory: server.ready.directory, secret: db.secret }
    const staff = async (role: Role) =>
      createConsoleApp(consoleHome({ signedIn: { ok: true, member: await memberOf(role) }, data }))
    const slugs = [`therapist-${clinics.ours.therapists[0]}`, `clinic-${clinicId}`]
    const doors = [
      {
        app: server.app,
        ask: (path: string) => fetch(`${server.origin}${path}`, { redirect: 'manual' }),
        values: [...tokens, ...slugs],
      },
      ...(await Promise.all([staff('owner'), staff('therapist')])).map((app) => ({
        ...{ app, ask: async (path: string) => app.request(path), values: ids },
      })),
    ]
    const before = await withoutLooks()
    let looks = 0
    // In the short form each address is given an eighth of the ids, by turns.
    let turn = 0
    for (const { app, ask, values } of doors)
      for (const path of new Set(app.routes.filter(({ method }) => method === 'GET').map((route) => route.path))) {
        // Passkeys are kept by the doors, which are not behind these pages here (passkey-doors.db.test.ts).
        if (path.includes('*') || path === '/console/passkeys') continue
        turn += 1
        for (const value of path.includes(':') ? someOf([...new Set(values)], 8, turn) : ['']) {
          const query = new URLSearchParams({
            service: clinics.ours.serviceId,
            id: value,
            day: '2026-12-01',
            done: 'yes',
          })
          const address = path.replace(/:day\b/, '2026-12-01').replaceAll(/:\w+(\{[^}]*\})?/g, value)
          for (const response of await Promise.all([1, 2].map(() => ask(`${address}?${query}`)))) {
            expect(response.status, path).toBeLessThan(500)
            await response.arrayBuffer()
            looks += 1
          }
        }
      }
    expect(looks).toBeGreaterThan(300)
    expect(await withoutLooks()).toEqual(before)
  }, 400_000)

  async function withoutLooks() {
    const whole = new Map(await wholeDatabase(db.admin))
    // Who looked at a person's record, and at a request that is nobody's record yet.
    for (const table of ['clinic.reads', 'clinic.request_reads']) whole.delete(table)
    return whole
  }
})

describe('whoever is refused', () => {
  const secrets = {
    name: 'Qqname',
    email: 'qqmail@example.org',
    phone: '020 7946 0777',
    note: 'Qqnote',
    check: 'Qqcheck',
  }
  const isSecret = /Qq|qqmail|7946 ?0777/

  test('at any address, as any role, locked or as nobody, gets no byte of what is protected', async () => {
    const { clinicId } = clinics.ours
    const visit = await bookedVisit(db, clinics.ours, '17:00', {
      ...{ personName: secrets.name, contactName: secrets.name, email: secrets.email, phone: secrets.phone },
      ...{ note: secrets.note, sharedCheck: secrets.check },
    })
    const { ids } = await patient(visit)
    const data = { app: server.ready.app, directory: server.ready.directory, secret: db.secret }
    const as = (signedIn: SignedIn) => createConsoleApp(consoleHome({ signedIn, data }))
    const doors = [
      ...(await Promise.all(roles.map(async (role) => as({ ok: true, member: await memberOf(role) })))),
      ...(['nobody', 'locked', 'which-clinic', 'no-clinic'] as const).map((why) => as({ ok: false, why })),
    ]
    let refused = 0
    let turn = 0
    for (const app of doors)
      for (const { path, method } of app.routes) {
        if (path.includes('*') || (method !== 'GET' && method !== 'POST')) continue
        turn += 1
        for (const id of path.includes(':') ? someOf(ids, 3, turn) : ['']) {
          const address = path.replace(/:day\b/, '2026-12-01').replaceAll(/:\w+(\{[^}]*\})?/g, id)
          const response = await app.request(address, {
            method,
            // A form of another site is refused before it is read.
            ...(method === 'POST' && {
              body: new URLSearchParams({ id }),
              headers: { 'Sec-Fetch-Site': 'cross-site' },
            }),
          })
          if (response.status < 300 || response.status === 422 || response.status === 409) continue
          refused += 1
          expect([path, response.headers.get('Location') ?? '', await response.text()].join(' ')).not.toMatch(isSecret)
        }
      }
    expect(refused).toBeGreaterThan(300)
    // Who does not treat is refused what was written and shared, within a page that they may see.
    for (const role of ['reception', 'manager', 'owner'] as const) {
      const shown = await as({ ok: true, member: await memberOf(role) }).request(`/console/visits/${visit}`)
      const body = await shown.text()
      expect(body).toContain(secrets.name)
      expect(body).not.toMatch(/Qqnote|Qqcheck/)
    }
    await db.admin.query('delete from clinic.shared_checks where clinic_id = $1', [clinicId])
  })
})

const roles: readonly Role[] = ['owner', 'manager', 'therapist', 'reception']
async function memberOf(role: Role): Promise<Member> {
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

describe('the staff of one clinic', () => {
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
      const nobody = '01900000-0000-7000-8000-000000000000'
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
      for (const [at, { method, path }] of routes.entries()) {
        const nobodys = await ask(method, path, nobody)
        // In the short form an eighth of the ids on each address, by turns, and another by each role: each comes on many.
        for (const id of someOf(ids, 8, at + 2 * roles.indexOf(role))) {
          const theirs = await ask(method, path, id)
          expect(theirs.body, `${method} ${path}`).not.toContain(theirMark)
          // A page that says what time it is may say another by now.
          const same = theirs.said === nobodys.said ? nobodys : await ask(method, path, nobody)
          expect(theirs.said, `${method} ${path}`).toBe(same.said)
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
