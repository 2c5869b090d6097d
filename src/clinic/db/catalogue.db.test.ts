/** The rules that every table of a clinic must keep, asked of PostgreSQL's own catalogue, and each seen to catch a breach. */
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { testDatabase } from './test-database.ts'

const db = testDatabase({ withoutNeighbours: 'asks PostgreSQL’s catalogue, and plants breaches in it' })

/** Tables of the schema that belong to no clinic, each with its reason. */
const noTenant = new Map([
  ['installation', 'one row of facts about the whole installation'],
  ['slugs', 'leads from a public address to the clinic'],
  ['account_clinics', 'leads from an account to its clinics; ids alone'],
  ['letter_asks', 'keyed hashes of addresses that were asked today, whichever clinic was named'],
  ['guide_mails', 'printed guides by mail, in which no clinic has part: sealed until they go, then keyed hashes'],
  ['guide_mail_stops', 'keyed hashes of addresses that get no guide'],
  ['postcodes', 'the national list of postcodes, which is nobody’s own'],
])

/** What is wrong with the schema `clinic`, one sentence each. */
async function breaches(): Promise<readonly string[]> {
  const client = await db.admin.connect()
  try {
    const ask = async (sql: string) => (await client.query<{ said: string; of: string }>(sql)).rows
    const found = [
      ...(await ask(`
        select c.relname as of, c.relname || ': row security is not forced' as said
        from pg_class c where c.relnamespace = 'clinic'::regnamespace and c.relkind in ('r', 'p')
        and not (c.relrowsecurity and c.relforcerowsecurity)`)),
      ...(await ask(`
        select c.relname as of, c.relname || '.' || con.conname || ': clinic_id does not come first' as said
        from pg_constraint con join pg_class c on c.oid = con.conrelid
        where c.relnamespace = 'clinic'::regnamespace and con.contype in ('p', 'u', 'x', 'f')
        and (select attname from pg_attribute where attrelid = c.oid and attnum = con.conkey[1]) <> 'clinic_id'`)),
      ...(await ask(`
        select c.relname as of, c.relname || '.' || i.relname || ': a unique index without clinic_id first' as said
        from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
        where c.relnamespace = 'clinic'::regnamespace and x.indisunique
        and (select attname from pg_attribute where attrelid = c.oid and attnum = x.indkey[0]) <> 'clinic_id'`)),
      ...(await ask(`
        select c.relname as of, c.relname || '.' || con.conname || ': cascades' as said
        from pg_constraint con join pg_class c on c.oid = con.conrelid
        where c.relnamespace = 'clinic'::regnamespace and con.contype = 'f'
        and (con.confdeltype <> 'a' or con.confupdtype <> 'a')`)),
      ...(await ask(`
        select c.relname as of, c.relname || ': no policy of its own clinic' as said
        from pg_class c where c.relnamespace = 'clinic'::regnamespace and c.relkind in ('r', 'p')
        and not exists (select from pg_policies p where p.schemaname = 'clinic' and p.tablename = c.relname
          and p.qual = '(clinic_id = clinic.current_clinic())' and p.with_check = p.qual)`)),
      ...(await ask(`
        select p.tablename as of, p.tablename || '.' || p.policyname || ': opens rows to more than the public views' as said
        from pg_policies p where p.schemaname = 'clinic' and p.qual <> '(clinic_id = clinic.current_clinic())'
        and not (p.roles = '{unclench_views}' and p.cmd = 'SELECT')`)),
      ...(await ask(`
        select c.relname as of, c.relname || ': a view that asks as its owner and not as its reader' as said
        from pg_class c where c.relnamespace = 'clinic'::regnamespace and c.relkind in ('v', 'm')
        and not coalesce(c.reloptions @> '{security_invoker=true}', false)`)),
    ]
    return found.filter(({ of }) => !noTenant.has(of)).map(({ said }) => said)
  } finally {
    client.release()
  }
}

describe('every table of a clinic', () => {
  test('keeps the rules of the catalogue', async () => {
    const { rows } = await db.admin.query(
      `select from pg_class where relnamespace = 'clinic'::regnamespace and relkind = 'r'`,
    )
    expect(rows.length).toBeGreaterThan(20)
    expect(await breaches()).toEqual([])
  })

  test.each([
    ['alter table clinic.mails no force row level security', 'mails: row security is not forced'],
    ['alter table clinic.rooms add constraint one_name unique (name)', 'rooms.one_name: clinic_id does not come first'],
    [
      'create unique index one_mail on clinic.contacts (email)',
      'contacts.one_mail: a unique index without clinic_id first',
    ],
    [
      `alter table clinic.claims add constraint gone foreign key (clinic_id, appointment_id)
       references clinic.appointments on delete cascade`,
      'claims.gone: cascades',
    ],
    ['drop policy own_clinic on clinic.persons', 'persons: no policy of its own clinic'],
    [
      'create policy everybody on clinic.persons for select using (true)',
      'persons.everybody: opens rows to more than the public views',
    ],
    [
      'create table clinic.diaries (clinic_id uuid, diary_id uuid, primary key (diary_id, clinic_id))',
      'diaries.diaries_pkey: clinic_id does not come first',
    ],
    [
      'create view clinic.everyone as select * from clinic.persons',
      'everyone: a view that asks as its owner and not as its reader',
    ],
  ])('is caught by them after: %s', async (planted, alarm) => {
    const client = await db.admin.connect()
    try {
      await client.query(planted)
      expect(await breaches()).toContain(alarm)
    } finally {
      client.release()
      await undo(planted)
    }
  })
})

/** Takes a planted breach away again. */
async function undo(planted: string): Promise<void> {
  const undone = {
    'no force': 'alter table clinic.mails force row level security',
    one_name: 'alter table clinic.rooms drop constraint one_name',
    one_mail: 'drop index clinic.one_mail',
    gone: 'alter table clinic.claims drop constraint gone',
    'drop policy': `create policy own_clinic on clinic.persons
      using (clinic_id = clinic.current_clinic()) with check (clinic_id = clinic.current_clinic())`,
    everybody: 'drop policy everybody on clinic.persons',
    diaries: 'drop table clinic.diaries',
    everyone: 'drop view clinic.everyone',
  }
  for (const [sign, sql] of Object.entries(undone)) if (planted.includes(sign)) await db.admin.query(sql)
}

describe('the roles', () => {
  test('cannot go round row security, own nothing that they serve, and are no superusers', async () => {
    const { rows } = await db.admin.query<{ rolname: string; loose: boolean }>(
      `select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as loose
       from pg_roles where rolname like 'unclench\\_%' order by rolname`,
    )
    expect(rows).toEqual([
      { rolname: 'unclench_app', loose: false },
      { rolname: 'unclench_auth', loose: false },
      { rolname: 'unclench_directory', loose: false },
      { rolname: 'unclench_owner', loose: false },
      { rolname: 'unclench_views', loose: false },
    ])
    const owned = await db.admin.query(
      `select relname from pg_class where relowner in ('unclench_app'::regrole, 'unclench_directory'::regrole, 'unclench_auth'::regrole)`,
    )
    expect(owned.rows).toEqual([])
  })

  test('public search can read the views and nothing else', async () => {
    const { rows } = await db.admin.query<{ seen: string }>(
      `select distinct table_schema || '.' || table_name || ' ' || privilege_type as seen
       from information_schema.role_table_grants where grantee = 'unclench_directory' order by 1`,
    )
    expect(rows.length).toBeGreaterThan(10)
    for (const { seen } of rows) expect(seen).toMatch(/^directory\.\w+ SELECT$/)
  })

  test('accounts can read and write their own schema and nothing of a clinic, and the clinic’s server nothing of theirs', async () => {
    const { rows } = await db.admin.query<{ who: string; schema: string }>(
      `select distinct grantee as who, table_schema as schema from information_schema.role_table_grants
       where grantee = 'unclench_auth' or (table_schema = 'auth' and grantee like 'unclench\\_%')`,
    )
    expect(rows.filter(({ who }) => who !== 'unclench_owner')).toEqual([{ who: 'unclench_auth', schema: 'auth' }])
    await expect(sql`select * from clinic.slugs`.execute(db.auth)).rejects.toThrow('permission denied')
    await expect(sql`select * from auth.users`.execute(db.app)).rejects.toThrow('permission denied')
  })

  test('accounts have a table for each way in that there is, and none that only looks like one', async () => {
    const { rows } = await db.admin.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'auth' order by 1`,
    )
    expect(rows.map(({ name }) => name)).toEqual([
      ...['attempts', 'credentials', 'half_set_ups', 'locked_copies', 'passkey_asks', 'passkeys', 'sessions'],
      ...['sign_in_asks', 'two_factors', 'used_codes', 'users', 'verifications', 'way_in_notices'],
    ])
  })

  test('no view of the directory shows who is treated, or a reason that is the clinic’s own', async () => {
    const { rows } = await db.admin.query<{ column_name: string }>(
      `select column_name from information_schema.columns where table_schema = 'directory'`,
    )
    const columns = rows.map(({ column_name }) => column_name)
    expect(columns.length).toBeGreaterThan(50)
    for (const secret of ['person_id', 'contact_id', 'note_sealed', 'reason', 'booking_key', 'membership_number'])
      expect(columns).not.toContain(secret)
  })

  test('of what is taken the directory shows when and where, and nothing of whom, of what, or how it ended', async () => {
    const { rows } = await db.admin.query<{ shown: string }>(
      `select table_name || ': ' || string_agg(column_name, ', ' order by ordinal_position) as shown
       from information_schema.columns where table_schema = 'directory'
       and table_name in ('registered', 'busy', 'holds', 'visit_places', 'meetings') group by table_name order by 1`,
    )
    expect(rows.map(({ shown }) => shown)).toEqual([
      'busy: clinic_id, resource_id, begins_at, ends_at, appointment_id',
      'holds: clinic_id, appointment_id, hold_ends_at',
      'meetings: clinic_id, appointment_id, service_id, therapist_id, location_id, starts_at, ends_at, places, booked, held_until',
      'registered: clinic_id, therapist_id, pause_before, pause_after, hide_gaps, valid_until',
      'visit_places: clinic_id, appointment_id, location_id',
    ])
  })

  test('what happened to a visit, and what a register said, cannot be changed by the server', async () => {
    const { rows } = await db.admin.query<{ right: string }>(
      `select table_name || ' ' || privilege_type as right from information_schema.role_table_grants
       where grantee = 'unclench_app' and table_name in ('registrations', 'appointment_events') order by 1`,
    )
    expect(rows.map(({ right }) => right)).toEqual([
      'appointment_events INSERT',
      'appointment_events SELECT',
      'registrations INSERT',
      'registrations SELECT',
    ])
  })
})
