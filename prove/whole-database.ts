/** Every row of every table, as text, to see that nothing at all was changed. */
import type pg from 'pg'

/** What changes by itself while somebody only looks: how often somebody tried a door. */
const leftOut: readonly string[] = ['auth.attempts']

/** @param clinicId only this clinic's rows, of the tables that belong to clinics */
export async function wholeDatabase(admin: pg.Pool, clinicId?: string): Promise<ReadonlyMap<string, string>> {
  const { rows: tables } = await admin.query<{ name: string; tenant: boolean }>(
    `select format('%I.%I', nspname, relname) as name, exists (select from pg_attribute where attrelid = c.oid
        and attname = 'clinic_id' and not attisdropped) and nspname = 'clinic' as tenant
      from pg_class c join pg_namespace n on n.oid = relnamespace
      where relkind = 'r' and nspname in ('clinic', 'auth') order by 1`,
  )
  const whole = new Map<string, string>()
  for (const { name, tenant } of tables) {
    if (leftOut.includes(name) || (clinicId !== undefined && !tenant)) continue
    const where = clinicId === undefined ? '' : `where clinic_id = '${clinicId}'`
    const { rows } = await admin.query<{ text: string }>(
      `select coalesce(string_agg(t::text, e'\\n' order by t::text), '') as text from ${name} t ${where}`,
    )
    whole.set(name, rows[0]?.text ?? '')
  }
  return whole
}
