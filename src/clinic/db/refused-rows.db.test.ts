/**
 * The last guard of bookings, mail and consent is the database itself. Each constraint and unique index that PostgreSQL's
 * catalogue knows has lines in refused-rows.txt: the smallest changes of a good row that it must refuse, alone. All others are
 * taken away first, so that it is this one which refuses. `WRITE_OUTLINES=1` adds lines for a new constraint, as far as they
 * follow from its text, and takes none away: whoever weakens one has to strike out, by hand, what shall be allowed from then on.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { env } from 'node:process'
import type pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { changesRefusedBy, type Columns, sampleOf } from './test-breaking.ts'
import { testDatabase } from './test-database.ts'

const db = testDatabase()
const file = new URL('refused-rows.txt', import.meta.url)

/** One that refuses rows. Of a unique index that is no constraint `kind` is 'i', of what must not be null 'n'. */
interface Guard {
  readonly of: string
  readonly name: string
  readonly kind: 'c' | 'f' | 'i' | 'n' | 'p' | 'u' | 'x'
  readonly says: string
}

const allGuards = `
  select conrelid::regclass::text as of, case contype when 'n' then
      (select attname from pg_attribute where attrelid = conrelid and attnum = conkey[1]) else conname end as name,
    contype::text as kind, pg_get_constraintdef(con.oid) as says, connamespace::regnamespace::text as schema
  from pg_constraint con where conrelid <> 0 and not (contype = 'n' and exists (
    select from pg_attribute where attrelid = conrelid and attnum = conkey[1] and attgenerated <> ''))
  union all
  select indrelid::regclass::text, relname, 'i', pg_get_indexdef(indexrelid), relnamespace::regnamespace::text
  from pg_index join pg_class on oid = indexrelid
  where indisunique and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))`

/** Does the work in a transaction of the superuser, who sees neighbours too, and takes it back. */
async function undone<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await db.admin.connect()
  try {
    await client.query('begin; set local role none')
    return await work(client)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** So that each row has one like it in another clinic, no table is empty, and no column in which something can lead elsewhere. */
const fill = `
  insert into clinic.clinics (name, email, phone) values ('One', 'a@b.c', '1'), ('Other', 'a@b.c', '1');
  insert into clinic.postcodes values ('TR18 4BZ', 'TR18', 50.118, -5.532);
  set local session_replication_role = replica;
  update clinic.appointment_events t set member_id = (select member_id from clinic.members m where m.clinic_id = t.clinic_id limit 1);
  update clinic.letter_consents t set member_id = (select member_id from clinic.members m where m.clinic_id = t.clinic_id limit 1);
  update clinic.questions t set assigned_to = (select member_id from clinic.members m where m.clinic_id = t.clinic_id limit 1);
  update clinic.grants t set service_id = (select service_id from clinic.services s where s.clinic_id = t.clinic_id limit 1);
  update clinic.letters t set price_offer_id = (select price_offer_id from clinic.price_offers o where o.clinic_id = t.clinic_id);
  update clinic.person_merges set undone_at = now(), undone_by = member_id, before = null;
  update clinic.new_starts t set agreed_at = now(), stopped_by = member_id, stopped_at = now(), agreed_by =
    (select member_id from clinic.members m where m.clinic_id = t.clinic_id and m.role = 'reception') where asked_by is not null;
  update clinic.waiting_entries t set state = 'waiting', person_name = null, contact_name = null, email = null, payer = null,
    left_by = null, left_reason = null,
    moves_appointment_id = (select appointment_id from clinic.appointments a where a.clinic_id = t.clinic_id and state = 'arrived')
    where state = 'left';
  update clinic.waiting_entries t set state = 'left', left_reason = 'x',
    left_by = (select member_id from clinic.members m where m.clinic_id = t.clinic_id limit 1) where state = 'booked';
  insert into clinic.mails (clinic_id, kind, address, useless_after, version, offer_id, waiting_entry_id, request_id,
      question_id, comment_id, choose_again_id)
    select clinic_id, kind, 'a@b.c', now(), 0, offer, entry, request, question, comment, choice from (
      select distinct on (clinic_id) clinic_id, 'offer' as kind, offer_id as offer, null::uuid as entry, null::uuid as request,
        null::uuid as question, null::uuid as comment, null::uuid as choice from clinic.offers
      union all select distinct on (clinic_id) clinic_id, 'waiting', null, waiting_entry_id, null, null, null, null from clinic.waiting_entries
      union all select distinct on (clinic_id) clinic_id, 'request', null, null, request_id, null, null, null from clinic.assessment_requests
      union all select distinct on (clinic_id) clinic_id, 'question', null, null, null, question_id, null, null from clinic.questions
      union all select distinct on (clinic_id) clinic_id, 'comment', null, null, null, null, comment_id, null from clinic.comments
      union all select distinct on (clinic_id) clinic_id, 'choose-again', null, null, null, null, null, choose_again_id from clinic.choose_again
    ) t;
  set local session_replication_role = origin;
  do $$
  declare
    guarded record;
  begin
    for guarded in select distinct tgrelid::regclass as name from pg_trigger where not tgisinternal loop
      execute format('alter table %s disable trigger user', guarded.name);
    end loop;
  end $$`

async function guardsOf(client: pg.PoolClient): Promise<readonly Guard[]> {
  const { rows } = await client.query<Guard>(
    `select "of", name, kind, says from (${allGuards}) t
     where schema not in ('pg_catalog', 'information_schema', 'pg_toast', 'neighbours') order by "of", kind, name`,
  )
  return rows
}

/** Each table's columns, without those that are worked out from others. */
async function columnsOf(client: pg.PoolClient): Promise<ReadonlyMap<string, Columns>> {
  const { rows } = await client.query<{ of: string; name: string; type: string }>(
    `select attrelid::regclass::text as of, attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
     join pg_class c on c.oid = attrelid where relkind in ('r', 'p') and attnum > 0 and not attisdropped and attgenerated = ''
     and relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'pg_toast') order by attrelid, attnum`,
  )
  const made = new Map<string, Map<string, string>>()
  for (const { of, name, type } of rows) made.set(of, (made.get(of) ?? new Map<string, string>()).set(name, type))
  return made
}

/**
 * What the database answers to a statement, which is taken back. With `kinds` it is asked again, and all other constraints of
 * these kinds are taken away first, so that the one that is kept speaks.
 */
const asking = `
  create function pg_temp.alone(guarded regclass, kept text, kinds text) returns void language plpgsql as $$
  declare
    other record;
  begin
    for other in select conrelid::regclass as of, conname from pg_constraint
      where (conrelid = guarded or confrelid = guarded) and strpos(kinds, contype::text) > 0 and (conrelid <> guarded or conname <> kept) loop
      execute format('alter table %s drop constraint if exists %I cascade', other.of, other.conname);
    end loop;
    for other in select indexrelid::regclass as name from pg_index join pg_class on oid = indexrelid
      where strpos(kinds, 'i') > 0 and indrelid = guarded and indisunique and relname <> kept
        and not exists (select from pg_constraint where conindid = indexrelid and conname = kept) loop
      execute format('drop index %s', other.name);
    end loop;
  end $$;
  create function pg_temp.answer(statement text, guarded text, kept text, code text, kinds text, out said text)
    language plpgsql as $$
  declare
    touched integer;
    answered text;
    named text;
    at_column text;
  begin
    begin
      if kinds <> '' then perform pg_temp.alone(guarded::regclass, kept, kinds); end if;
      execute statement;
      get diagnostics touched = row_count;
      raise exception using errcode = 'UN000', message = case touched when 0 then 'finds no good row' else 'is taken' end;
    exception when others then
      get stacked diagnostics answered = returned_sqlstate, named = constraint_name, at_column = column_name, said = message_text;
    end;
    if answered = code and kept = (case code when '23502' then at_column else named end) then
      said := 'is refused';
    elsif answered in ('UN000', '42601', '42703', '23502') then
      null;
    elsif kinds = '' then
      said := pg_temp.answer(statement, guarded, kept, code, case code when '23503' then 'cf' else 'c' end);
    elsif kinds = 'c' and code in ('23505', '23P01') then
      said := pg_temp.answer(statement, guarded, kept, code, 'cpuxi');
    end if;
  end $$`

/** The statement that a line of the table stands for. */
function statementOf(of: string, line: string, columns: Columns): string {
  const [, verb = '', rest = ''] = /^(\S+) (.*)$/.exec(line) ?? []
  if (verb === 'again') return copyOf(of, rest, columns)
  const [, sets = '', where] = /^(.*?)(?: where (.*))?$/.exec(rest) ?? []
  const only = (condition: string) => `ctid = (select ctid from ${of} where ${condition} order by ctid limit 1)`
  if (verb === 'set') return `update ${of} set ${sets} where ${only(where ?? 'true')}`
  const [column = '', theirs = ''] = sets.split(' of ')
  const value = `(select t.${theirs.split('.').at(-1)} from ${theirs.split('.').slice(0, -1).join('.')} t
    where t.clinic_id <> ${of}.clinic_id and t.${theirs.split('.').at(-1)} is not null limit 1)`
  return `update ${of} set ${column} = ${value} where ${only(where ?? `${column} is not null`)}`
}

/** One more row that has only these columns the same; `overlapping` a range has a moment of it. */
function copyOf(of: string, rest: string, columns: Columns): string {
  const [, kept = '', where] = /^(.*?)(?: where (.*))?$/.exec(rest) ?? []
  const words: readonly string[] = `${kept} ${where ?? ''}`.replaceAll(/'[^']*'/g, '').match(/\w+/g) ?? []
  const written = ([name, type]: readonly [string, string]) => {
    if (kept.includes(`overlapping ${name}`))
      return `tstzrange(upper(${name}) - interval '1 microsecond', upper(${name}) + interval '1 day')`
    if (kept.includes(`lower(${name})`)) return `upper(${name})`
    return words.includes(name) ? name : sampleOf(type)
  }
  const same = [...columns.keys()].filter((name) => new RegExp(`\\b${name}\\b`).test(kept))
  return `insert into ${of} (${[...columns.keys()].join(', ')}) select ${[...columns].map(written).join(', ')}
    from ${of} where ${[...same.map((name) => `${name} is not null`), where ?? 'true'].join(' and ')} limit 1`
}

/** The lines that follow from what a guard says. */
function linesOf({ of, name, kind, says }: Guard, tables: ReadonlyMap<string, Columns>): readonly string[] {
  const columns = tables.get(of) ?? new Map()
  if (kind === 'n') return [`set ${name} = null`]
  if (kind === 'c')
    return changesRefusedBy(says, columns).map(
      (change) => `set ${[...change].map(([column, value]) => `${column} = ${value}`).join(', ')}`,
    )
  if (kind === 'f') return foreignLines(of, says, tables)
  const where = / WHERE \((.*)\)$/.exec(says)?.[1]
  const list = /\((.*?)\)(?: WHERE .*)?$/.exec(says)?.[1] ?? ''
  const parts = list
    .split(', ')
    .map((part) => part.replace(/^(\w+) WITH =$/, '$1').replace(/^(\w+) WITH &&$/, 'overlapping $1'))
  const folded = parts.map((part) => (part === 'folded_address' ? 'lower(address)' : part))
  return [`again ${folded.join(', ')}${where ? ` where ${where}` : ''}`]
}

/** Each column in turn leads to another clinic's row; one that says no id, to none at all. */
function foreignLines(of: string, says: string, tables: ReadonlyMap<string, Columns>): readonly string[] {
  const [, from = '', table = '', to = ''] = /^FOREIGN KEY \((.*)\) REFERENCES ([\w.]+)\((.*)\)/.exec(says) ?? []
  const [mine, theirs] = [from.split(', '), to.split(', ')]
  const there = ` where ${mine
    .slice(1)
    .map((column) => `${column} is not null`)
    .join(' and ')}`
  return mine.flatMap((column, nth) => {
    if (column === 'clinic_id' && mine.length > 1) return []
    const type = tables.get(of)?.get(column) ?? ''
    const isThere = mine.length > 2 ? there : ''
    if (type !== 'uuid') return [`set ${column} = ${type === 'text' ? `'something else'` : 99}${isThere}`]
    if (mine.length === 1) return [`set ${column} = ${sampleOf('uuid')}`]
    return [`another ${column} of ${table}.${theirs[nth]}${isThere}`]
  })
}

const headOf = ({ of, name, kind }: Guard) => (kind === 'n' ? `${of} never null` : `${of} ${name}`)

/** What the table says: "of name" → its lines. */
function readLines(): Map<string, readonly string[]> {
  const made = new Map<string, readonly string[]>()
  let of = ''
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const [, table] = /^=== (.*)$/.exec(line) ?? []
    const [, name = '', change = ''] = /^([\w ]+?): (.*)$/.exec(line) ?? []
    if (table) of = table
    else if (name === 'never null')
      made.set(
        `${of} ${name}`,
        change.split(', ').map((column) => `set ${column} = null`),
      )
    else made.set(`${of} ${name}`, [...(made.get(`${of} ${name}`) ?? []), change])
  }
  return made
}

function writeLines(lines: ReadonlyMap<string, readonly string[]>): void {
  const text: string[] = []
  let of = ''
  for (const [head, own] of [...lines].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const [, table = '', name = ''] = /^(\S+) (.*)$/.exec(head) ?? []
    if (table !== of) text.push(`${of ? '\n' : ''}=== ${table}`)
    of = table
    if (name === 'never null') text.push(`never null: ${own.map((line) => line.split(' ')[1]).join(', ')}`)
    else text.push(...own.map((line) => `${name}: ${line}`))
  }
  writeFileSync(file, `${text.join('\n')}\n`)
}

const codes = { c: '23514', f: '23503', i: '23505', n: '23502', p: '23505', u: '23505', x: '23P01' } as const
/** Those that must not be null stand together. */
const linesFor = (guard: Guard, lines: ReadonlyMap<string, readonly string[]>): readonly string[] =>
  (lines.get(headOf(guard)) ?? []).filter((line) => guard.kind !== 'n' || line === `set ${guard.name} = null`)

/** Each line that is not refused by its own guard, each guard without a line, each line without its guard. */
async function faults(client: pg.PoolClient, only?: string): Promise<readonly string[]> {
  const [all, tables, lines] = [await guardsOf(client), await columnsOf(client), readLines()]
  const asked = all.flatMap((guard) =>
    linesFor(guard, lines).map((line) => ({ guard, line, is: `${headOf(guard)}: ${line}` })),
  )
  const statements = asked
    .filter(({ guard }) => only === undefined || guard.of === only)
    .map(({ guard: { of, name, kind }, line, is }) => {
      return { is, of, name, code: codes[kind], statement: statementOf(of, line, tables.get(of) ?? new Map()) }
    })
  const { rows } = await client.query<{ is: string; said: string }>(
    `select "is", pg_temp.answer(statement, "of", name, code, '') as said
     from jsonb_to_recordset($1) t ("is" text, "of" text, name text, code text, statement text)`,
    [JSON.stringify(statements)],
  )
  const shown = new Set(asked.map(({ is }) => is))
  return [
    ...rows.filter(({ said }) => said !== 'is refused').map(({ is, said }) => `${is}: ${said}`),
    ...all
      .filter((guard) => linesFor(guard, lines).length === 0)
      .map((guard) => `${guard.of} ${guard.name}: nothing shows that it refuses anything: ${guard.says}`),
    ...[...lines].flatMap(([head, own]) =>
      own
        .filter((line) => !shown.has(`${head}: ${line}`))
        .map((line) => `${head}: ${line}: nothing of that name is there`),
    ),
  ]
}

/** Adds what follows for those that have no line yet. */
async function addLines(client: pg.PoolClient): Promise<void> {
  const [all, tables, lines] = [await guardsOf(client), await columnsOf(client), readLines()]
  for (const guard of all)
    if (linesFor(guard, lines).length === 0) {
      const made = new Set([...(lines.get(headOf(guard)) ?? []), ...linesOf(guard, tables)])
      if (made.size > 0) lines.set(headOf(guard), [...made])
    }
  writeLines(lines)
}
if (env.WRITE_OUTLINES) beforeAll(() => undone(addLines))

/** The faults of one table, or of all, after a statement that is taken back. */
const faultsAfter = (weakened: string, only?: string) =>
  undone(async (client) => {
    await client.query(fill)
    await client.query(asking)
    await client.query(weakened)
    return faults(client, only)
  })

describe('each constraint and unique index', () => {
  test('refuses, alone, the rows that it is there for', async () => {
    const lines = [...readLines().values()].flat()
    expect(lines.length).toBeGreaterThan(1200)
    expect(await faultsAfter('')).toEqual([])
  })

  /** A check in other words, under its name. */
  const check = (of: string, name: string, condition: string) =>
    `alter table clinic.${of} drop constraint ${name}, add constraint ${name} check (${condition})`
  test.each([
    [
      'clinic.claims',
      'claims_never_overlap',
      `alter table clinic.claims drop constraint claims_never_overlap, add constraint
      claims_never_overlap exclude using gist (clinic_id with =, resource_id with =, during with =)`,
    ],
    [
      'clinic.claims',
      'claims_never_overlap',
      `alter table clinic.claims drop constraint claims_never_overlap, add constraint
      claims_never_overlap exclude using gist (clinic_id with =, resource_id with =, claim_id with =, during with &&)`,
    ],
    [
      'clinic.claims',
      'claims_during_check',
      check(
        'claims',
        'claims_during_check',
        'not isempty(during) and lower_inc(during) and not lower_inf(during) and not upper_inf(during)',
      ),
    ],
    [
      'clinic.grants',
      'grants_never_below_zero',
      check('grants', 'grants_never_below_zero', 'used between 0 and visits + 1'),
    ],
    [
      'clinic.appointments',
      'appointments_know_who_comes',
      check('appointments', 'appointments_know_who_comes', `state not in ('held', 'class') or person_id is null`),
    ],
    [
      'clinic.appointments',
      'one_person_in_a_place',
      `alter table clinic.appointments drop constraint one_person_in_a_place,
      add constraint one_person_in_a_place unique (clinic_id, class_id, class_place, state)`,
    ],
    [
      'clinic.mails',
      'mails_clinic_id_appointment_id_version_kind_address_key',
      `alter table clinic.mails
      drop constraint mails_clinic_id_appointment_id_version_kind_address_key,
      add constraint mails_clinic_id_appointment_id_version_kind_address_key unique (clinic_id, appointment_id, version, kind, address, due_at)`,
    ],
    [
      'clinic.mails',
      'mails_about_something',
      check('mails', 'mails_about_something', `kind <> 'offer' or offer_id is not null`),
    ],
    [
      'clinic.letter_subscribers',
      'letter_subscribers_clinic_id_folded_address_key',
      `alter table clinic.letter_subscribers
      drop constraint letter_subscribers_clinic_id_folded_address_key,
      add constraint letter_subscribers_clinic_id_folded_address_key unique (clinic_id, address)`,
    ],
    [
      'clinic.mail_stops',
      'mail_stops_address_check',
      check('mail_stops', 'mail_stops_address_check', 'char_length(address) between 3 and 254'),
    ],
    [
      'clinic.shared_checks',
      'shared_checks_clinic_id_appointment_id_fkey',
      `create unique index visit on clinic.appointments (appointment_id);
      alter table clinic.shared_checks drop constraint shared_checks_clinic_id_appointment_id_fkey,
      add constraint shared_checks_clinic_id_appointment_id_fkey foreign key (appointment_id) references clinic.appointments (appointment_id)`,
    ],
    [
      'clinic.members',
      'members_by_email',
      `drop index clinic.members_by_email;
      create unique index members_by_email on clinic.members (clinic_id, email) where left_at is null`,
    ],
    [
      'clinic.new_starts',
      'new_starts_by_two',
      check(
        'new_starts',
        'new_starts_by_two',
        'asked_by is distinct from member_id and agreed_by is distinct from member_id',
      ),
    ],
    ['clinic.letter_consents', 'never null', 'alter table clinic.letter_consents alter shown drop not null'],
    ['auth.sessions', 'sessions_token_key', 'alter table auth.sessions drop constraint sessions_token_key'],
    [
      'auth.users',
      'users_email_check',
      `alter table auth.users drop constraint users_email_check,
      add constraint users_email_check check (char_length(email) between 3 and 254)`,
    ],
  ])('of %s is missed once it says less: %s', async (of, name, weakened) => {
    expect((await faultsAfter(weakened, of)).join('\n')).toContain(`${of} ${name}: `)
  })

  test('that is new is asked for its line', async () => {
    const added = "alter table clinic.rooms add constraint quiet check (room_kind <> 'loud')"
    expect(await faultsAfter(added, 'clinic.rooms')).toEqual([
      expect.stringContaining('clinic.rooms quiet: nothing shows that it refuses anything'),
    ])
  })
})
