/**
 * What the database holds of itself, as a table that a person reviews: schema-tables.txt beside this test. Each table with its
 * columns, constraints, indexes, policies, triggers and who may do what with it; each view and function as PostgreSQL says it. The
 * sums of migrations.test.ts tell that a file is another; these lines tell what it means. `WRITE_OUTLINES=1` writes them again.
 */
import type pg from 'pg'
import { expect, test } from 'vitest'
import { reviewedOutlines } from '../../../scripts/outlines/page-outline.ts'
import { testDatabase } from './test-database.ts'

const db = testDatabase({ withoutNeighbours: 'reads the catalogue, where neighbours have policies of their own' })
const reviewed = reviewedOutlines(new URL('./schema-tables.txt', import.meta.url))

/** Schemas that PostgreSQL brings. What its extensions bring is left out too. */
const ours = `(select oid as schema from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema') s`
const notOfExtensions = (oid: string) => `not exists (select from pg_depend where objid = ${oid} and deptype = 'e')`
/** Who owns each of a catalogue's rows, and who else may do what with it. */
const rightsOf = (catalogue: string, of: string, prefix: string, kind: string, which: string) => `
  select ${of} as of, 'owned by ' || ${prefix}owner::regrole as said from ${catalogue} c where ${which}
  union all
  select ${of}, 'granted: ' || case a.grantee when 0 then 'everybody' else a.grantee::regrole::text end || ': '
    || string_agg(a.privilege_type || case when a.is_grantable then ' (and may pass it on)' else '' end, ', ' order by a.privilege_type)
  from ${catalogue} c cross join aclexplode(coalesce(${prefix}acl, acldefault('${kind}', ${prefix}owner))) a
  where a.grantee <> ${prefix}owner and ${which} group by 1, a.grantee`
const isOurs = `in (select schema from ${ours})`

/** Each question answers with lines, which belong to something. */
const questions: Readonly<Record<string, string>> = {
  schemas: rightsOf('pg_namespace', "'schema ' || c.nspname", 'nsp', 'n', `c.oid ${isOurs}`),
  columns: `select attrelid::regclass::text as of, attname || ' ' || format_type(atttypid, atttypmod)
      || case when attnotnull then ' not null' else '' end
      || case when attgenerated <> '' then ' always ' when attidentity <> '' then ' numbered ' when atthasdef then ' default ' else '' end
      || coalesce(pg_get_expr(adbin, adrelid), '') as said
    from pg_attribute join pg_class c on c.oid = attrelid join ${ours} on schema = relnamespace
    left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where relkind in ('r', 'p') and attnum > 0 and not attisdropped order by attrelid, attnum`,
  constraints: `select conrelid::regclass::text as of, conname || ': ' || pg_get_constraintdef(con.oid) as said
    from pg_constraint con join ${ours} on schema = connamespace where conrelid <> 0 and contype <> 'n'`,
  indexes: `select indrelid::regclass::text as of, pg_get_indexdef(indexrelid) as said from pg_index
    join pg_class c on c.oid = indexrelid join ${ours} on schema = relnamespace
    where not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))`,
  'row security': `select c.oid::regclass::text as of, case when relforcerowsecurity and relrowsecurity then 'row security is forced'
      when relrowsecurity then 'row security, but not of its owner' else 'no row security' end as said
    from pg_class c join ${ours} on schema = relnamespace where relkind in ('r', 'p')`,
  policies: `select polrelid::regclass::text as of, 'policy ' || polname || case when polpermissive then '' else ', restrictive' end
      || case polcmd when '*' then '' when 'r' then ' to see' when 'a' then ' to add' when 'w' then ' to change' else ' to delete' end
      || ' for ' || (select string_agg(case r when 0 then 'everybody' else r::regrole::text end, ', ') from unnest(polroles) r)
      || ' using ' || coalesce(pg_get_expr(polqual, polrelid), 'nothing')
      || ' with check ' || coalesce(pg_get_expr(polwithcheck, polrelid), 'nothing') as said from pg_policy`,
  triggers: `select tgrelid::regclass::text as of, pg_get_triggerdef(oid) || case tgenabled when 'O' then '' else ' (' || tgenabled::text || ')' end as said
    from pg_trigger where not tgisinternal`,
  rights: rightsOf(
    ...(['pg_class', 'c.oid::regclass::text', 'rel', 'r'] as const),
    `c.relnamespace ${isOurs} and c.relkind in ('r', 'p', 'v', 'm') and ${notOfExtensions('c.oid')}`,
  ),
  'rights of columns': `select attrelid::regclass::text as of, 'granted: ' || grantee::regrole || ': ' || privilege_type || ' of '
      || string_agg(attname, ', ' order by attnum) as said
    from pg_attribute join pg_class c on c.oid = attrelid join ${ours} on schema = relnamespace, aclexplode(attacl)
    group by attrelid, grantee, privilege_type`,
  views: `select c.oid::regclass::text as of, 'view' || coalesce(' with ' || array_to_string(reloptions, ', '), '') || E':\\n'
      || pg_get_viewdef(c.oid) as said from pg_class c join ${ours} on schema = relnamespace where relkind in ('v', 'm')`,
  functions: `select p.oid::regprocedure::text as of, case when prosecdef then 'with the rights of its owner:' else 'with the rights of whoever calls it:' end
      || E'\\n' || pg_get_functiondef(p.oid) as said
    from pg_proc p where pronamespace ${isOurs} and ${notOfExtensions('p.oid')}`,
  'rights of functions': rightsOf(
    ...(['pg_proc', 'c.oid::regprocedure::text', 'pro', 'f'] as const),
    `c.pronamespace ${isOurs} and ${notOfExtensions('c.oid')}`,
  ),
  roles: `select rolname as of, case when rolcanlogin then 'logs in' else 'never logs in' end
      || case when rolinherit then ', has the rights of its groups' else '' end
      || coalesce(', member of ' || (select string_agg(roleid::regrole::text, ', ') from pg_auth_members where member = r.oid), '') as said
    from pg_roles r where rolname like 'unclench\\_%'`,
  'what comes later': `select defaclrole::regrole::text as of, defaclobjtype::text || ': ' || defaclacl::text as said from pg_default_acl`,
}

/** Everything that the catalogue says, by what it is about. */
async function whole(client: pg.PoolClient): Promise<ReadonlyMap<string, readonly string[]>> {
  const made = new Map<string, string[]>()
  for (const [kind, question] of Object.entries(questions)) {
    const { rows } = await client.query<{ of: string; said: string }>(question)
    const lines = rows.map(({ of, said }) => [of, said] as const)
    // Columns stand in their own order, in which a statement without names fills them.
    for (const [of, said] of kind === 'columns' ? lines : lines.toSorted((a, b) => (a.join() < b.join() ? -1 : 1)))
      made.set(of, [...(made.get(of) ?? []), said])
  }
  return new Map([...made].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** The same after statements that are taken back. */
async function wholeAfter(statements: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const client = await db.admin.connect()
  try {
    await client.query(`begin; ${statements}`)
    return await whole(client)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

test('what the database holds of itself is as a person reviewed it', async () => {
  const all = await wholeAfter('')
  expect(all.size).toBeGreaterThan(100)
  for (const [of, lines] of all) reviewed.checkLines(of, lines)
  reviewed.end()
})

test.each([
  ['clinic.mails', 'drop policy own_clinic on clinic.mails; create policy own_clinic on clinic.mails using (true)'],
  ['clinic.reviews', 'alter table clinic.reviews no force row level security'],
  ['clinic.reads', 'grant delete on clinic.reads to unclench_app'],
  ['clinic.persons', 'grant select (name) on clinic.persons to unclench_views'],
  ['clinic.new_starts', 'alter table clinic.new_starts disable trigger new_start_needs_two'],
  ['clinic.claims', 'alter table clinic.claims add column free boolean not null default true'],
  [
    'clinic.offers',
    `drop index clinic.offers_one_open; create unique index offers_one_open on clinic.offers (clinic_id, waiting_entry_id)
    where state = 'open' and closed_at is not null`,
  ],
  [
    'clinic.mail_stops',
    `alter table clinic.mail_stops drop constraint mail_stops_purpose_check, add constraint mail_stops_purpose_check
    check (purpose in ('review-invitation', 'letters', 'was-it-you', 'reminders'))`,
  ],
  [
    'clinic.shared_checks',
    `alter table clinic.shared_checks drop constraint shared_checks_clinic_id_appointment_id_fkey, add constraint
    shared_checks_clinic_id_appointment_id_fkey foreign key (clinic_id, appointment_id) references clinic.appointments on delete cascade`,
  ],
  ['clinic.current_clinic()', 'alter function clinic.current_clinic() security definer'],
  ['clinic.keep_an_owner()', 'revoke execute on function clinic.keep_an_owner() from public'],
  ['directory.reviews', 'alter view directory.reviews set (security_barrier = false)'],
  ['unclench_app', 'grant unclench_views to unclench_app'],
])('of %s another line is read after: %s', async (of, weakened) => {
  const [before, after] = [await wholeAfter(''), await wholeAfter(weakened)]
  const changed = [...after].filter(([name, lines]) => lines.join() !== before.get(name)?.join())
  expect(changed.map(([name]) => name)).toEqual([of])
})
