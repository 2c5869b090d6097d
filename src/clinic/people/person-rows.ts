/**
 * Every row of a clinic that belongs to a person, found along the foreign keys of PostgreSQL's own catalogue: so a table that
 * is added later is found without anybody thinking of it.
 */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'
import { isSameName, samePhone, type WhoAsks } from './find-person.ts'

/** One row as JSON has it: ids and times as text, bytes as "\x…". */
export type Row = Readonly<Record<string, unknown>>

/** A foreign key inside the schema `clinic`, column by column. */
interface Link {
  readonly child: string
  readonly childColumns: readonly string[]
  readonly parent: string
  readonly parentColumns: readonly string[]
}

/** The rows of some persons by table, one that is named by another before that other; and how a row of each table is named. */
export interface PersonRows {
  readonly rows: ReadonlyMap<string, readonly Row[]>
  readonly keyOf: (table: string) => readonly string[]
}

const start = 'persons'
/** Looked up from what names them. A family may share one, so from there on only what names no person of its own is theirs. */
const shared: readonly string[] = ['contacts', 'grants']
/** Tables that name somebody in words, before or beside any record of theirs: where the name stands, and how they are reached. */
const inWords: Readonly<Record<string, { readonly name?: string; readonly reach: readonly string[] }>> = {
  mail_stops: { reach: ['address'] },
  letter_subscribers: { reach: ['address'] },
  letter_pauses: { reach: ['address'] },
  waiting_entries: { name: 'person_name', reach: ['email', 'phone'] },
  assessment_requests: { name: 'name', reach: ['email', 'phone'] },
  questions: { reach: ['email'] },
  comments: { reach: ['email'] },
}

/** Every foreign key inside the clinic's schema, and the columns of each primary key. */
async function catalogueOf(trx: ClinicTransaction) {
  const names = (columns: string, of: string) =>
    sql.raw(`(select json_agg(a.attname order by k.at) from unnest(c.${columns}) with ordinality k (number, at)
      join pg_attribute a on a.attrelid = c.${of} and a.attnum = k.number)`)
  const { rows: links } = await sql<Link>`
    select c.conrelid::regclass::text as child, ${names('conkey', 'conrelid')} as "childColumns",
      c.confrelid::regclass::text as parent, ${names('confkey', 'confrelid')} as "parentColumns"
    from pg_constraint c join pg_class t on t.oid = c.conrelid
    where c.contype = 'f' and t.relnamespace = 'clinic'::regnamespace order by 1, c.conname`.execute(trx)
  const { rows: keys } = await sql<{ table: string; columns: readonly string[] }>`
    select c.conrelid::regclass::text as table, ${names('conkey', 'conrelid')} as columns
    from pg_constraint c join pg_class t on t.oid = c.conrelid
    where c.contype = 'p' and t.relnamespace = 'clinic'::regnamespace`.execute(trx)
  const bare = (name: string) => name.replace(/^clinic\./, '')
  return {
    links: links.map((link) => ({ ...link, child: bare(link.child), parent: bare(link.parent) })),
    keys: new Map(keys.map(({ table, columns }) => [bare(table), columns])),
  }
}

/** Names of tables that hold something of a person, if there is anything. For whoever must not forget one. */
export async function tablesOfPersons(trx: ClinicTransaction): Promise<readonly string[]> {
  const { links, keys } = await catalogueOf(trx)
  const found = new Set([start, ...shared, ...Object.keys(inWords)].filter((table) => keys.has(table)))
  for (const table of found) for (const { child, parent } of links) if (parent === table) found.add(child)
  return [...found]
}

/**
 * @param persons ids of persons of the transaction's clinic
 * @param who adds what names them in words alone
 */
export async function rowsOfPersons(
  trx: ClinicTransaction,
  clinicId: string,
  persons: readonly string[],
  who?: WhoAsks,
): Promise<PersonRows> {
  const { links, keys } = await catalogueOf(trx)
  const keyOf = (table: string) => keys.get(table) ?? []
  const rows = new Map<string, Map<string, Row>>()
  const add = (table: string, found: readonly Row[]): readonly Row[] => {
    const known = rows.get(table) ?? new Map<string, Row>()
    rows.set(table, known)
    const fresh = found.filter((row) => !known.has(nameOf(row, keyOf(table))))
    for (const row of fresh) known.set(nameOf(row, keyOf(table)), row)
    return fresh
  }
  const ids = persons.map((person_id) => ({ clinic_id: clinicId, person_id }))
  const first = await matching(trx, start, ['clinic_id', 'person_id'], ids, ['clinic_id', 'person_id'])
  const namesAPerson = new Set(links.filter(({ parent }) => parent === start).map(({ child }) => child))
  const open: [string, readonly Row[]][] = [[start, add(start, first)]]
  for (const table of Object.keys(inWords))
    if (who && keys.has(table)) open.push([table, add(table, await namedInWords(trx, clinicId, table, who))])
  for (const [table, found] of open) {
    if (found.length === 0) continue
    for (const { child, childColumns, parent, parentColumns } of links) {
      if (parent === table && (!shared.includes(table) || !namesAPerson.has(child)))
        open.push([child, add(child, await matching(trx, child, childColumns, found, parentColumns))])
      else if (child === table && shared.includes(parent))
        open.push([parent, add(parent, await matching(trx, parent, parentColumns, found, childColumns))])
    }
  }
  const ordered = inOrder([...rows.keys()], links).map((table): [string, readonly Row[]] => [
    table,
    [...(rows.get(table)?.values() ?? [])],
  ])
  return { keyOf, rows: new Map(ordered) }
}

/** A table that is named by another comes before that other. */
function inOrder(tables: readonly string[], links: readonly Link[]): readonly string[] {
  const placed = new Set<string>()
  const visiting = new Set<string>()
  const place = (table: string): void => {
    if (placed.has(table) || visiting.has(table)) return
    visiting.add(table)
    for (const { child, parent } of links) if (child === table && tables.includes(parent)) place(parent)
    placed.add(table)
  }
  for (const table of tables) place(table)
  return [...placed]
}

async function namedInWords(
  trx: ClinicTransaction,
  clinicId: string,
  table: string,
  who: WhoAsks,
): Promise<readonly Row[]> {
  const { name, reach = [] } = inWords[table] ?? {}
  const isTheirs = reach.map((column) =>
    column === 'phone'
      ? samePhone(sql.ref('t.phone'), who)
      : sql`lower(t.${sql.ref(column)}) = lower(${who.reach.trim()})`,
  )
  const { rows } = await sql<{ row: Row }>`
    select to_jsonb(t) as row from clinic.${sql.table(table)} t
    where t.clinic_id = ${clinicId} and (${sql.join(isTheirs, sql` or `)}) order by t::text`.execute(trx)
  return rows.map(({ row }) => row).filter((row) => name === undefined || isSameName(row[name], who))
}

const nameOf = (row: Row, key: readonly string[]) => JSON.stringify(key.map((column) => row[column]))

/** Rows of a table whose columns hold what `others` hold in theirs. */
async function matching(
  trx: ClinicTransaction,
  table: string,
  columns: readonly string[],
  others: readonly Row[],
  otherColumns: readonly string[],
): Promise<readonly Row[]> {
  const wanted = JSON.stringify(others.map((row) => otherColumns.map((column) => row[column])))
  const same = columns.map((column, at) => sql`t.${sql.ref(column)}::text = w ->> ${sql.lit(at)}`)
  const { rows } = await sql<{ row: Row }>`
    select to_jsonb(t) as row from clinic.${sql.table(table)} t
    where exists (select from jsonb_array_elements(${wanted}::jsonb) w where ${sql.join(same, sql` and `)})
    order by ${sql.join(columns.map((column) => sql`t.${sql.ref(column)}`))}`.execute(trx)
  return rows.map(({ row }) => row)
}
