/** What of a database goes into a backup: every table of ours with its stored columns, and every sequence. */
import pg from 'pg'
import type { TableHead } from './backup-file.ts'

/** Schemas that are not data: PostgreSQL's own, the list of migrations, and the job queue, which is made anew. */
const left = `nspname !~ '^pg_' and nspname not in ('information_schema', 'migrations', 'pgboss')`

/** A name as SQL wants it. */
export const quoted = ({ schema, table }: { readonly schema: string; readonly table: string }): string =>
  `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(table)}`

/** All tables of ours, always in one order. */
export async function tablesOf(client: pg.Client): Promise<readonly TableHead[]> {
  const { rows } = await client.query<TableHead>(
    `select nspname as schema, relname as table, coalesce((
        select json_agg(attname order by attnum) from pg_attribute
        where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = ''), '[]') as columns
      from pg_class c join pg_namespace n on n.oid = relnamespace
      where relkind = 'r' and ${left} order by 1, 2`,
  )
  return rows
}

/** Where each sequence stands; those never used are left out. */
export async function sequencesOf(client: pg.Client): Promise<Readonly<Record<string, string>>> {
  const { rows } = await client.query<{ name: string; value: string }>(
    `select format('%I.%I', schemaname, sequencename) as name, last_value::text as value
      from pg_sequences join pg_namespace on nspname = schemaname where last_value is not null and ${left}`,
  )
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]))
}

/** Rows of every table by its full name. */
export async function countRows(client: pg.Client): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {}
  for (const table of await tablesOf(client)) {
    const { rows } = await client.query<{ n: string }>(`select count(*) as n from ${quoted(table)}`)
    counts[quoted(table)] = Number(rows[0]?.n)
  }
  return counts
}

/** The number of the newest migration that was run; 0 for a database that has none. */
export async function schemaVersion(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('migrations.run') is not null as there`)
  if (!rows[0]?.there) return 0
  const { rows: newest } = await client.query<{ n: number | null }>('select max(number) as n from migrations.run')
  return newest[0]?.n ?? 0
}
