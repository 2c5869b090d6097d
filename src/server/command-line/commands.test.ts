/** The command line on a real PostgreSQL of its own: what it does, what it says, and that nothing is half done. */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newMemoryFolder } from '../../../scripts/memory-folder.ts'
import { often } from '../../../scripts/short-form.ts'
import { guideAddressHash } from '../../clinic/letters/guide-mails.ts'
import { bringUpToDate } from '../clinic.ts'
import { type LocalServer, startLocalServer } from '../postgres/local-server.ts'
import { firstLine, lastLine } from './backup-file.ts'
import { runCommand } from './commands.ts'

const folder = newMemoryFolder()
const data = join(folder, 'data')
const backup = join(folder, 'whole.backup')
/** Clinics of no interest, so that a backup is long. */
const crowd = often(5000, 500)
/** Everything that COPY has to write with care. */
const oddName = 'Zoë\t"O’Hara"\n\\. \\N {1,2} 🦴'

/** Runs a command on a folder, and returns how it ended and what it said. */
async function run(words: readonly string[], on = data) {
  const said: string[] = []
  const code = await runCommand(words, { UNCLENCH_DATA: on, UNCLENCH_FROM: folder }, (line) => said.push(line))
  return { code, said: said.join('\n') }
}

async function withServer<T>(on: string, work: (server: LocalServer, client: pg.Client) => Promise<T>): Promise<T> {
  const started = await startLocalServer({ folder: on })
  if (!started.ok) throw new Error(started.why)
  const client = new pg.Client(started.server.settings)
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(started.server, client)
  } finally {
    await client.end()
    await started.server.stop()
  }
}

async function namesIn(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>('select name from clinic.clinics order by name')
  return rows.map(({ name }) => name)
}
const names = (on: string) => withServer(on, (_server, client) => namesIn(client))
/** The clinics of the installation that is backed up. */
let backedUp: readonly string[] = []

/** What stands in a place, by one start of its server. */
const lookAt = (on: string) =>
  withServer(on, async (_server, client) => {
    const { rows } = await client.query<{ names: string[]; sessions: number; isHeld: boolean; scratch: number }>(
      `select (select coalesce(json_agg(name order by name), '[]') from clinic.clinics) as names,
         (select count(*)::int from auth.sessions) as sessions,
         (select mail_held_since is not null from clinic.installation) as "isHeld",
         (select count(*)::int from pg_database where datname like 'unclench_scratch%') as scratch`,
    )
    return rows[0]
  })

/** A copy of that one with its database, before it has a schema. */
const bare = join(folder, 'bare')
let empty = ''
/** A folder with an empty database of today's schema: one is made, and copied where a test puts something into it. */
async function emptyPlace(): Promise<string> {
  const place = mkdtempSync(join(folder, 'place-'))
  // With its owner, who is not us where we are root.
  execFileSync('cp', ['-a', `${await unusedPlace()}/.`, place])
  return place
}

/** The one that tests share which must leave it empty, and look whether they did. */
async function unusedPlace(): Promise<string> {
  if (empty === '') {
    empty = mkdtempSync(join(folder, 'place-'))
    chmodSync(empty, 0o711)
    // The machine that a backup is put back on has been given the secret.
    copyFileSync(join(data, 'secrets'), join(empty, 'secrets'))
    await withServer(empty, () => Promise.resolve())
    execFileSync('cp', ['-a', empty, bare])
    await run(['migrate'], empty)
  }
  return empty
}

beforeAll(async () => {
  await withServer(data, async ({ settings, secret }, client) => {
    await bringUpToDate(settings, secret)
    const insert = `insert into clinic.clinics (name, email, phone) values ($1, 'a@example.org', '020')`
    for (const name of [oddName, 'Back Room']) await client.query(insert, [name])
    await client.query(`with somebody as (insert into auth.users (name, email) values ('', 'a@b.example') returning id)
      insert into auth.sessions (token, user_id, expires_at) select 'x', id, now() + interval '1 day' from somebody`)
    const many = `insert into clinic.clinics (name, email, phone) select 'Clinic ' || n, repeat('x', 200), '020' from generate_series(1, ${crowd}) n`
    await client.query(many)
    backedUp = await namesIn(client)
  })
  expect((await run(['backup', 'whole.backup'])).said).toContain('put them back beside, and counted them')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('lists its commands, and says how each is called', async () => {
  expect(await run([])).toMatchObject({ code: 2, said: expect.stringContaining('npm run unclench -- backup FILE') })
  expect(await run(['toString'])).toMatchObject({
    code: 2,
    said: expect.stringContaining('There is no command "toString"'),
  })
  expect(await run(['backup'])).toEqual({ code: 2, said: 'Try: npm run unclench -- backup FILE' })
  expect(await run(['restore', 'a', '--force'])).toMatchObject({ code: 2 })
})

describe('a backup', () => {
  test('made while Unclench runs leaves it running, and says that the secret must be kept too', async () => {
    await withServer(data, async (_server, client) => {
      const made = await run(['backup', 'beside.backup'])
      expect(made).toMatchObject({ code: 0, said: expect.stringContaining('keep a copy of the file "secrets"') })
      expect((await run(['doctor', 'beside.backup'])).code).toBe(0)
      expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    })
  })

  test('is never written over a file that is there', async () => {
    writeFileSync(join(folder, 'mine'), 'mine')
    expect(await run(['backup', 'mine'])).toMatchObject({ code: 1, said: expect.stringContaining('is there already') })
    expect(readFileSync(join(folder, 'mine'), 'utf8')).toBe('mine')
  })

  test('that cannot be written leaves nothing behind', async () => {
    expect(await run(['backup', 'no/such/folder'])).toMatchObject({
      code: 1,
      said: expect.stringContaining('No backup was made'),
    })
    expect(readdirSync(folder).filter((name) => name.includes('.part-'))).toEqual([])
  })

  test('with any one bit flipped is found, by doctor and by restore', async () => {
    const whole = readFileSync(backup)
    expect(await run(['doctor', 'whole.backup'])).toMatchObject({ code: 0 })
    // The first line, the head of gzip, the middle, its end, and our own last line.
    const last = whole.length - 1
    for (const at of [0, firstLine.length + 4, firstLine.length + 9, last >> 1, last - 80, last - 30, last]) {
      const flipped = Buffer.from(whole)
      flipped[at] = (flipped[at] ?? 0) ^ 1
      writeFileSync(join(folder, 'flipped'), flipped)
      expect(await run(['doctor', 'flipped']), `byte ${at}`).toMatchObject({ code: 1 })
      expect(await run(['restore', 'flipped', '--replace']), `byte ${at}`).toMatchObject({ code: 1 })
    }
  })

  test('cut short, empty, or no backup at all is told in words', async () => {
    for (const bytes of [readFileSync(backup).subarray(0, -1), Buffer.alloc(0), Buffer.from('hello '.repeat(100))]) {
      writeFileSync(join(folder, 'other'), bytes)
      expect((await run(['restore', 'other'])).said).toMatch(/is no backup of Unclench|is damaged/)
    }
    expect((await run(['restore', 'nowhere'])).said).toContain('There is no such file')
  })
})

describe('restore', () => {
  test('refuses a database with data, and replaces it when told to', async () => {
    const place = await emptyPlace()
    await withServer(place, (_server, client) =>
      client.query(`insert into clinic.clinics (name, email, phone) values ('Newer', 'a@example.org', '020')`),
    )
    expect(await run(['restore', 'whole.backup'], place)).toMatchObject({
      code: 1,
      said: expect.stringContaining('--replace'),
    })
    expect(await names(place)).toEqual(['Newer'])
    expect(await run(['restore', 'whole.backup', '--replace'], place)).toMatchObject({ code: 0 })
    expect(await names(place)).not.toContain('Newer')
  })

  test('does nothing while Unclench runs', async () => {
    const place = await unusedPlace()
    await withServer(place, async (_server, client) => {
      expect((await run(['restore', 'whole.backup'], place)).said).toContain('Unclench is running. Stop it')
      expect(await namesIn(client)).toEqual([])
    })
  })

  const forged = (lines: readonly unknown[]) => {
    const text = lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('')
    const bytes = Buffer.concat([Buffer.from(firstLine), gzipSync(text)])
    const path = join(folder, 'forged')
    writeFileSync(path, Buffer.concat([bytes, Buffer.from(lastLine(createHash('sha256').update(bytes).digest('hex')))]))
    return 'forged'
  }

  test('refuses the backup of a newer schema in words', async () => {
    const path = forged([{ schema: 9999, at: '2030-01-01' }])
    expect(await run(['restore', path])).toMatchObject({
      code: 1,
      said: expect.stringContaining('of a newer Unclench'),
    })
  })

  test('is refused under another secret than the backup was made under, until that is said to be lost', async () => {
    const place = await unusedPlace()
    const path = forged([{ schema: 1, at: '2026-01-01', secret: '0123456789abcdef' }])
    const refused = await run(['restore', path, '--replace'], place)
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('Nothing was changed') })
    // Its database opens with its own secret alone: to change it there would only shut it.
    expect(refused.said).toContain('make a new folder, put the old secret into a file "secrets" in it')
    expect(await run(['doctor', path], place)).toMatchObject({
      code: 1,
      said: expect.stringContaining('made under another secret'),
    })
    // It goes on, and meets what is wrong with this one.
    expect((await run(['restore', path, '--other-secret'], place)).said).toContain('it ends too early')
  })

  test('into a folder that holds nothing yet makes no secret and no database before the old secret is there; then it has every row as it was, holds all mail, and leaves nobody signed in', async () => {
    const fresh = mkdtempSync(join(folder, 'fresh-'))
    chmodSync(fresh, 0o711)
    const refused = await run(['restore', 'whole.backup'], fresh)
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('made under another secret') })
    expect(refused.said).toContain(`Put the old secret into the file ${join(fresh, 'secrets')}`)
    expect(readdirSync(fresh)).toEqual([])
    copyFileSync(join(data, 'secrets'), join(fresh, 'secrets'))
    const done = await run(['restore', 'whole.backup'], fresh)
    expect([done.code, done.said.trim().split('\n')]).toEqual([0, [expect.stringContaining('Restored the backup of')]])
    const back = await lookAt(fresh)
    expect(back?.names).toHaveLength(crowd + 2)
    expect(back?.names).toContain(oddName)
    expect(back).toMatchObject({ isHeld: true, sessions: 0, scratch: 0 })
    expect(back?.names).toEqual(backedUp)
  })

  test('that fails half-way leaves what was there, and no database beside', async () => {
    const place = await unusedPlace()
    const head = { schema: 1, at: '2026-01-01' }
    const table = { schema: 'clinic', table: 'clinics', columns: ['name', 'email', 'phone'] }
    const row = 'Half\ta@example.org\t020'
    const foot = (n: number) => ({ rows: { '"clinic"."clinics"': n }, sequences: {} })
    const bad = [
      [head, table, row],
      [head, table, 'too few columns', '\\.', foot(1)],
      [head, table, row, '\\.', foot(2)],
      [head, { ...table, table: 'elsewhere' }, '\\.', foot(0)],
      [head, 'no json'],
    ]
    for (const lines of bad)
      expect(await run(['restore', forged(lines), '--replace'], place)).toMatchObject({ code: 1 })
    expect(await lookAt(place)).toMatchObject({ names: [], scratch: 0 })
  })
})

describe('doctor', () => {
  test('finds nothing wrong with an installation that is well', async () => {
    const { code, said } = await run(['doctor'])
    expect(said).not.toContain('WRONG')
    expect(code).toBe(0)
  })

  test('says what is wrong and what to do: an open secret, a schema that waits', async () => {
    await unusedPlace()
    chmodSync(join(bare, 'secrets'), 0o644)
    const { code, said } = await run(['doctor'], bare)
    expect(code).toBe(1)
    expect(said).toContain('Others can read the secret. Try: chmod 600')
    expect(said).toContain('Try: npm run unclench -- migrate')
  })

  test('says that all mail is held since a restore, that mail waits, and that the secret does not open what people wrote', async () => {
    const place = await emptyPlace()
    await withServer(place, async (_server, client) => {
      const ask = async (statement: string) => {
        await client.query(statement)
        return run(['doctor'], place)
      }
      expect((await ask('select 1')).code).toBe(0)
      const held = await ask('update clinic.installation set mail_held_since = now()')
      expect(held).toMatchObject({ code: 1, said: expect.stringMatching(/All mail is held since 20.*release-mail/) })
      await run(['release-mail'], place)
      expect((await ask('select 1')).code).toBe(0)
      const shut =
        await ask(`with one as (insert into clinic.clinics (name, email, phone) values ('x', 'a@b.example', '020') returning clinic_id)
      insert into clinic.questions (clinic_id, ask_key, words_sealed, is_public, asked_from, due_at)
        select clinic_id, uuidv7(), '\\x00112233', false, '\\x00', now() from one`)
      expect(shut).toMatchObject({ code: 1, said: expect.stringContaining('sealed with another secret') })
    })
  })

  test('says so when the database cannot be reached', async () => {
    const said: string[] = []
    const env = { UNCLENCH_DATA: data, DATABASE_URL: 'postgres://u:hush@127.0.0.1:1/d' }
    expect(await runCommand(['doctor'], env, (line) => said.push(line))).toBe(1)
    expect(said.join('\n')).toContain('The database cannot be used')
    expect(said.join('\n')).not.toContain('hush')
  })
})

describe('a person', () => {
  const who = ['demo-clinic', 'Robin Ashdown', 'robin@example.org']
  /** One server for all of them: the commands find it, as beside a running Unclench. */
  let server: LocalServer
  let client: pg.Client
  beforeAll(async () => {
    const started = await startLocalServer({ folder: data })
    if (!started.ok) throw new Error(started.why)
    server = started.server
    await bringUpToDate(server.settings, server.secret)
    client = new pg.Client(server.settings)
    await client.connect()
  })
  afterAll(async () => {
    await client.end()
    await server.stop()
  })
  const withVisit = (state: string, when: string) =>
    client.query(`do $$
        declare clinic uuid; place uuid; giver uuid; service uuid; person uuid; contact uuid; visit uuid;
        begin
          insert into clinic.clinics (name, email, phone) values ('Demo', 'd@d.example', '020') returning clinic_id into clinic;
          delete from clinic.slugs where slug = 'demo-clinic';
          insert into clinic.slugs values ('clinic', 'demo-clinic', clinic, clinic);
          insert into clinic.locations (clinic_id, name, street, town, postcode, latitude, longitude, zone, country)
            values (clinic, 'Bethnal Green', '1', 'London', 'E2', 51, 0, 'Europe/London', 'england') returning location_id into place;
          insert into clinic.services (clinic_id, treatment, name, minutes, price_pence)
            values (clinic, 'physiotherapy-first', 'First visit', 45, 6200) returning service_id into service;
          insert into clinic.resources (clinic_id, kind) values (clinic, 'therapist') returning resource_id into giver;
          insert into clinic.therapists (clinic_id, therapist_id, name, folded_name, profession) values (clinic, giver, 'Wren', 'wren', 'physiotherapist');
          insert into clinic.service_therapists values (clinic, service, giver);
          insert into clinic.persons (clinic_id, name) values (clinic, 'Robin Ashdown') returning person_id into person;
          insert into clinic.contacts (clinic_id, name, email) values (clinic, 'Robin Ashdown', 'robin@example.org') returning contact_id into contact;
          insert into clinic.appointments (clinic_id, state, service_id, therapist_id, location_id, starts_at, ends_at, pause_before, pause_after,
            price_pence, free_until, late_fee_pence, person_id, contact_id, payer, booking_key)
            values (clinic, '${state}', service, giver, place, now() + interval '${when}', now() + interval '${when} 45 minutes', 0, 0, 1, now(), 0, person, contact, 'self', uuidv7())
            returning appointment_id into visit;
        end $$`)

  const hashOf = (address: string) => guideAddressHash(Buffer.from(server.secret), address).toString('hex')
  /** They have asked for a guide by mail. */
  const asksGuide = (...addresses: readonly string[]) =>
    client.query(
      `insert into clinic.guide_mails (asked_of, asked_what, asked_by, sealed)
       select asked, asked, asked, asked from (select decode(unnest($1::text[]), 'hex')) t (asked)`,
      [addresses.map(hashOf)],
    )
  /** Whom a guide was sent to, or is. */
  const askers = async () =>
    (await client.query<{ of: string }>(`select encode(asked_of, 'hex') as of from clinic.guide_mails`)).rows.map(
      ({ of }) => of,
    )

  test('is taken out to two files that only their owner can read, never over others', async () => {
    await withVisit('finished', '-1 year')
    expect(await run(['export-person', ...who, 'robin.json'])).toMatchObject({
      code: 0,
      said: expect.stringContaining('health data'),
    })
    const taken = JSON.parse(readFileSync(join(folder, 'robin.json'), 'utf8'))
    expect(taken.tables.persons[0].name).toBe('Robin Ashdown')
    expect(readFileSync(join(folder, 'robin.json.txt'), 'utf8')).toMatch(/Your visits \(1\)\n1\.\n.*state: finished/s)
    expect(statSync(join(folder, 'robin.json')).mode & 0o077).toBe(0)
    expect(await run(['export-person', ...who, 'robin.json'])).toMatchObject({
      code: 1,
      said: expect.stringContaining('is there already'),
    })
    expect((await run(['export-person', 'demo-clinic', 'Nobody', 'n@example.org', 'n.json'])).said).toContain(
      'knows nobody',
    )
    expect((await run(['export-person', 'no-clinic', 'Nobody', 'n@example.org', 'n.json'])).said).toContain(
      'There is no clinic',
    )
  })

  test('is forgotten with a dated list of what stays, once the age is known', async () => {
    await withVisit('finished', '-1 year')
    expect((await run(['erase-person', ...who])).said).toContain('--adult')
    expect((await run(['erase-person', ...who, '1980-02-30'])).said).toContain('like 1980-05-06')
    await client.query(`insert into auth.users (name, email) values ('', 'robin@example.org')`)
    const { code, said } = await run(['erase-person', ...who, '--adult'])
    expect(code).toBe(0)
    expect(said).toContain('They have an account to sign in with as well.')
    expect(said).toMatch(/Kept until the end of 20\d\d-\d\d-\d\d: name, and the record of 1 visit at Bethnal Green/)
    expect((await run(['erase-due'])).said).toBe('Nothing is due.')
  })

  test('that is forgotten is gone from the guides by mail and from the files of mail, and nobody else is', async () => {
    await withVisit('finished', '-1 year')
    const outbox = join(data, 'outbox')
    await asksGuide('robin@example.org', 'sol@example.org')
    const { rows } = await client.query<{ id: string }>(
      `insert into clinic.mails (clinic_id, appointment_id, version, kind, address, useless_after)
         select clinic_id, appointment_id, 0, 'confirmation', 'robin@example.org', now() from clinic.appointments
         where person_id = (select person_id from clinic.persons where name = 'Robin Ashdown' order by person_id desc limit 1)
         returning mail_id as id`,
    )
    const mails = rows.map(({ id }) => `${id}.eml`)
    mkdirSync(outbox, { recursive: true })
    for (const file of [...mails, 'of-somebody-else.eml']) writeFileSync(join(outbox, file), 'a mail')
    expect((await run(['erase-person', ...who, '--adult'])).code).toBe(0)
    expect([mails.length, ...readdirSync(outbox)]).toEqual([1, 'of-somebody-else.eml'])
    expect(await askers()).toEqual([hashOf('sol@example.org')])
    rmSync(outbox, { recursive: true })
  })

  test('whom the clinic does not know is forgotten with the guides that were sent there, and it says so', async () => {
    await asksGuide('nobody@example.org', 'sol@example.org')
    const stranger = [who[0] ?? '', 'Nobody Known', 'Nobody <NOBODY@example.org>']
    const { code, said } = await run(['erase-person', ...stranger])
    expect([code, said]).toEqual([1, expect.stringContaining('what was known of them is forgotten')])
    expect((await run(['erase-person', ...stranger])).said).toContain('Nothing was changed.')
    expect(await askers()).not.toContain(hashOf('nobody@example.org'))
    expect(await askers()).toContain(hashOf('sol@example.org'))
  })

  test('who is the contact of a child stays as that, and the answer says so', async () => {
    await withVisit('cancelled', '-1 year')
    await client.query(`with v as (select a.* from clinic.appointments a join clinic.slugs s on s.clinic_id = a.clinic_id and s.slug = 'demo-clinic'),
          p as (insert into clinic.persons (clinic_id, name) select clinic_id, 'Kit Ashdown' from v returning person_id),
          k as (insert into clinic.contacts (clinic_id, name, email) select clinic_id, 'Robin Ashdown', 'robin@example.org' from v returning contact_id)
        insert into clinic.appointments (clinic_id, state, service_id, therapist_id, location_id, starts_at, ends_at, pause_before, pause_after,
          price_pence, free_until, late_fee_pence, person_id, contact_id, payer, booking_key)
        select clinic_id, 'finished', service_id, therapist_id, location_id, starts_at, ends_at, 0, 0, 1, now(), 0, p.person_id, k.contact_id, 'self', uuidv7()
        from v, p, k`)
    const { code, said } = await run(['erase-person', ...who])
    expect(code).toBe(0)
    expect(said).toContain('Their name, email and phone stay as the contact for Kit Ashdown')
    expect(said).not.toContain('Nothing of them has to be kept')
  })

  test('with a visit ahead is not forgotten, and the answer says when it is', async () => {
    await withVisit('confirmed', '3 days')
    expect((await run(['erase-person', ...who])).said).toMatch(
      /They have a visit on \w+ \d+ \w+.*\(London time\)\. Cancel it first/,
    )
  })
})
