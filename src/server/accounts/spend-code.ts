/** A code of an authenticator app lets somebody in once, though it is valid for a minute and a half. */
import { sql } from 'kysely'
import type { Accounts } from './staff-session.ts'

/** Within so long a code of the app is valid at most (its own half minute and one on each side), it lets nobody in again. */
const codeIsSpentFor = '5 minutes'

/** @returns false where this code has let somebody in just now */
export async function spendCode({ db }: Pick<Accounts, 'db'>, userId: string, code: string): Promise<boolean> {
  const { rows } = await sql`
    insert into used_codes (user_id, code) values (${userId}, ${code})
    on conflict (user_id, code) do update set used_at = now()
      where used_codes.used_at < now() - ${sql.lit(codeIsSpentFor)}::interval
    returning code`.execute(db)
  await sql`delete from used_codes where user_id = ${userId} and used_at < now() - interval '1 day'`.execute(db)
  return rows.length === 1
}
