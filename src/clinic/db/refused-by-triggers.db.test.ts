/**
 * What no constraint can say, since it asks other rows, the triggers of the database hold: an owner stays, and a new start needs
 * two. Each part of what they ask is wrong here alone, beside a change that they let pass.
 */
import { expect, test } from 'vitest'
import { testDatabase } from './test-database.ts'

const db = testDatabase()

const idOf = (name: string) => `(select member_id from clinic.members where name = '${name}')`
const start = `(select new_start_id from clinic.new_starts where asked_by = ${idOf('Asker')})`
const member = (name: string, role: string, more = '') =>
  `insert into clinic.members (clinic_id, name, email, role, account_id, joined_at)
   select clinic_id, '${name}', '${name}@x.example', '${role}', gen_random_uuid(), now() from clinic.clinics; ${more}`
const change = (name: string, sets: string) => `update clinic.members set ${sets} where name = '${name}';`
/** The team of the one clinic there is: an owner, two managers, somebody at the desk, and whom a new start is for. */
const team = ['Owner:owner', 'Asker:manager', 'Other:manager', 'Desk:reception', 'Loser:therapist']
  .map((one) => one.split(':'))
  .map(([name = '', role = '']) => member(name, role))
  .join('')
const asks = (by: string, columns = '', values = '') =>
  `insert into clinic.new_starts (clinic_id, member_id, asked_by${columns}) select clinic_id, ${idOf('Loser')}, ${idOf(by)}${values} from clinic.clinics;`
const to = (sets: string) => `update clinic.new_starts set ${sets} where new_start_id = ${start};`
const agrees = (by: string) => to(`agreed_by = ${idOf(by)}, agreed_at = now()`)
const link = (name: string, from = start) =>
  `insert into clinic.invitations (clinic_id, member_id, new_start_id) select clinic_id, ${idOf(name)}, ${from} from clinic.clinics;`
const asked = asks('Asker')
const agreed = `${asked}${agrees('Other')}`
/** They are one person, with a row that has ended and one that has not. */
const areOne = (left: string, name: string) =>
  `${change(left, `left_at = now()`)}${change(name, `account_id = (select account_id from clinic.members where name = '${left}')`)}`

/** What is asked → what goes before, the change that is let pass, and each that is refused. */
const triggers: Readonly<
  Record<
    string,
    { readonly as: string; readonly passes: readonly string[]; readonly refused: Readonly<Record<string, string>> }
  >
> = {
  last_owner_stays: {
    as: 'last_owner_stays',
    passes: [
      `${member('Second', 'owner')}${change('Owner', 'left_at = now()')}`,
      change('Owner', `email = 'new@x.example'`),
    ],
    refused: {
      'the last one goes': change('Owner', 'left_at = now()'),
      'the last one becomes something less': change('Owner', `role = 'manager'`),
      'the other has not joined': `${member('Second', 'owner', change('Second', 'account_id = null, joined_at = null'))}${change('Owner', 'left_at = now()')}`,
      'the other has left': `${member('Second', 'owner', change('Second', 'left_at = now()'))}${change('Owner', 'left_at = now()')}`,
      'the other is of another clinic': `insert into clinic.clinics (name, email, phone) values ('Beyond', 'a@b.c', '1');
        insert into clinic.members (clinic_id, name, email, role, account_id, joined_at)
          select clinic_id, 'Second', 'second@x.example', 'owner', gen_random_uuid(), now() from clinic.clinics where name = 'Beyond';
        ${change('Owner', 'left_at = now()')}`,
    },
  },
  new_start_needs_two: {
    as: 'new_starts_by_two',
    passes: [asked, agreed, `${agreed}${to('done_at = now()')}`],
    refused: {
      'agreed as soon as asked': asks('Asker', ', agreed_by, agreed_at', `, ${idOf('Other')}, now()`),
      'done as soon as asked': asks('Asker', ', done_at', ', now()'),
      'asked by the desk': asks('Desk'),
      'asked by who has left': `${change('Asker', 'left_at = now()')}${asked}`,
      'asked by who has not joined': `${change('Asker', 'account_id = null, joined_at = null')}${asked}`,
      'asked by the very person': `${areOne('Loser', 'Asker')}${asked}`,
      'agreed by the desk': `${asked}${agrees('Desk')}`,
      'agreed by who has left': `${asked}${change('Other', 'left_at = now()')}${agrees('Other')}`,
      'agreed by who has not joined': `${asked}${change('Other', 'account_id = null, joined_at = null')}${agrees('Other')}`,
      'agreed by the very person': `${asked}${areOne('Loser', 'Other')}${agrees('Other')}`,
      // A second fence: of one account there is one row at a time.
      'agreed by who asked, in another row': `${asked}drop index clinic.members_by_account;
        ${change('Other', `account_id = (select account_id from clinic.members where name = 'Asker')`)}${agrees('Other')}`,
      'agreed once the asker has left': `${asked}${change('Asker', 'left_at = now()')}${agrees('Other')}`,
      'agreed by somebody else again': `${agreed}${agrees('Owner')}`,
      'agreed after it was stopped': `${asked}${to(`stopped_by = ${idOf('Loser')}, stopped_at = now()`)}${agrees('Other')}`,
      'agreed after its end': `${asked}${to('ends_at = now()')}${agrees('Other')}`,
      'agreed where the installation asked': `insert into clinic.new_starts (clinic_id, member_id, by_installation)
          select clinic_id, ${idOf('Loser')}, true from clinic.clinics;
        update clinic.new_starts set agreed_by = ${idOf('Other')}, agreed_at = now() where by_installation and done_at is null;`,
      'done and nobody has agreed': `${asked}${to('done_at = now()')}`,
    },
  },
  link_needs_two: {
    as: 'link_needs_two',
    passes: [
      `${agreed}${link('Loser')}`,
      `${change('Desk', 'account_id = null, joined_at = null')}${link('Desk', 'null')}`,
    ],
    refused: {
      'without a new start': link('Loser', 'null'),
      'two have agreed, and it says of nothing that follows from that': `${agreed}${link('Loser', 'null')}`,
      'nobody has agreed': `${asked}${link('Loser')}`,
      'of somebody else': `${agreed}${link('Desk')}`,
      'it was stopped': `${agreed}${to(`stopped_by = ${idOf('Loser')}, stopped_at = now()`)}${link('Loser')}`,
      'it is done': `${agreed}${to('done_at = now()')}${link('Loser')}`,
      'it is over': `${agreed}${to('ends_at = now()')}${link('Loser')}`,
    },
  },
}

/** The name of what refuses these statements; nothing where they pass. Taken back. */
async function refusing(statements: string, first = ''): Promise<string | undefined> {
  const client = await db.admin.connect()
  try {
    await client.query(`begin; set local role none; ${first}; ${team}`)
    await client.query(statements)
    return undefined
  } catch (error) {
    // Of pg, which says what its server said.
    return error instanceof Error && 'constraint' in error ? String(error.constraint) : String(error)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

test('each trigger of the database stands here', async () => {
  const { rows } = await db.admin.query<{ name: string }>(
    `select tgname as name from pg_trigger where not tgisinternal and tgname <> 'neighbours_move_in' order by 1`,
  )
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(triggers).toSorted())
})

test.each(Object.entries(triggers))('%s lets pass what is as it should be', async (_, { passes }) => {
  for (const statements of passes) expect(await refusing(statements), statements).toBeUndefined()
})

test.each(
  Object.entries(triggers).flatMap(([name, { as, refused }]) =>
    Object.entries(refused).map(([what, statements]) => [name, what, as, statements] as const),
  ),
)('%s refuses: %s', async (_name, _what, as, statements) => {
  expect(await refusing(statements)).toBe(as)
})

/** A part of what a function asks, and what stands there once it is left out. */
const parts: readonly (readonly [trigger: string, part: string, without: string])[] = [
  ['last_owner_stays', 'where clinic_id = old.clinic_id and member_id', 'where member_id'],
  ['last_owner_stays', 'and member_id <> old.member_id', ''],
  ['last_owner_stays', `and role = 'owner' and joined_at`, 'and joined_at'],
  ['last_owner_stays', `'owner' and joined_at is not null and left_at is null\n    )`, `'owner' and left_at is null)`],
  ['last_owner_stays', `and joined_at is not null and left_at is null\n    )`, 'and joined_at is not null)'],
  ['last_owner_stays', ' or new.left_at is not null', ''],
  ['last_owner_stays', `new.role <> 'owner' or `, ''],
  ['new_start_needs_two', 'new.agreed_by is not null or ', ''],
  ['new_start_needs_two', ' or new.done_at is not null', ''],
  ['new_start_needs_two', `asker.role in ('owner', 'manager') and `, ''],
  ['new_start_needs_two', ' and asker.account_id is not null', ''],
  ['new_start_needs_two', ' and asker.left_at is null\n      and asker.account_id', ' and asker.account_id'],
  ['new_start_needs_two', 'and asker.account_id is distinct from person', ''],
  ['new_start_needs_two', 'old.agreed_by is null and ', ''],
  ['new_start_needs_two', ' and old.stopped_at is null', ''],
  ['new_start_needs_two', ' and old.ends_at > now()', ''],
  ['new_start_needs_two', 'and not old.by_installation', ''],
  ['new_start_needs_two', `and agreer.role in ('owner', 'manager')`, ''],
  ['new_start_needs_two', ' and agreer.account_id is not null', ''],
  ['new_start_needs_two', ' and agreer.left_at is null', ''],
  ['new_start_needs_two', 'and asker.left_at is null and agreer', 'and agreer'],
  ['new_start_needs_two', ' and agreer.account_id is distinct from asker.account_id', ''],
  ['new_start_needs_two', 'and agreer.account_id is distinct from person', ''],
  ['new_start_needs_two', 'old.by_installation or old.agreed_by is not null', 'true'],
  ['link_needs_two', ' and s.new_start_id = new.new_start_id', ''],
  ['link_needs_two', ' and s.member_id = new.member_id', ''],
  ['link_needs_two', 'and (s.agreed_by is not null or s.by_installation)', ''],
  ['link_needs_two', 'and s.stopped_at is null', ''],
  ['link_needs_two', ' and s.done_at is null', ''],
  ['link_needs_two', ' and s.ends_at > now()', ''],
]

test.each(parts)('%s is missed without: %s', async (name, part, without) => {
  const { rows } = await db.admin.query<{ stood: string }>(
    'select pg_get_functiondef(tgfoid) as stood from pg_trigger where tgname = $1',
    [name],
  )
  const stood = rows[0]?.stood ?? ''
  expect(stood).toContain(part)
  const missed: string[] = []
  for (const [what, statements] of Object.entries(triggers[name]?.refused ?? {}))
    if ((await refusing(statements, stood.replace(part, without))) !== triggers[name]?.as) missed.push(what)
  expect(missed.length).toBeGreaterThan(0)
})
