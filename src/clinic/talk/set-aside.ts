/**
 * Room for one more comment where as many wait as can be read: one of the crowd is set aside, so that no flood shuts out whoever
 * else writes. The crowd is the hour in which most of them came, and in it the network that sent most; its oldest goes first. What
 * is set aside waits still, on a list of its own.
 * Never: sets aside what may tell of danger.
 */
import { sql } from 'kysely'
import type { ClinicTransaction } from '../db/connection.ts'

/** How many wait to be read at a clinic at most, and how many more are kept that were set aside. [C] */
export const mostWaiting = 500
const mostSetAside = 2000

/** `waits`: there is room. `aside`: only among what is set aside. `none`: what waits may all tell of danger, and so may this. */
export type Room = 'waits' | 'aside' | 'none'

/** Makes it. Call it one at a time for a clinic. */
export async function makeRoom(trx: ClinicTransaction, isDanger: boolean): Promise<Room> {
  if (!(await isCrowded(trx))) return 'waits'
  const crowded = await oldestOfCrowd(trx, false)
  if (crowded === undefined && isDanger) return 'none'
  if ((await countOf(trx, true, mostSetAside)) >= mostSetAside) await forgetOne(trx)
  if (crowded === undefined) return 'aside'
  await trx.updateTable('comments').set({ set_aside_at: sql<Date>`now()` }).where('comment_id', '=', crowded).execute()
  return 'waits'
}

/** Do as many wait as can be read? Then a place must be made for one more. */
export const isCrowded = async (trx: ClinicTransaction): Promise<boolean> =>
  (await countOf(trx, false, mostWaiting)) >= mostWaiting

const isAside = (aside: boolean) => (aside ? sql`c.set_aside_at is not null` : sql`c.set_aside_at is null`)

async function countOf(trx: ClinicTransaction, aside: boolean, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select from comments c
      where c.clinic_id = clinic.current_clinic() and c.state = 'waiting' and ${isAside(aside)} limit ${most}) w`.execute(
    trx,
  )
  return rows[0]?.count ?? 0
}

async function oldestOfCrowd(trx: ClinicTransaction, aside: boolean): Promise<string | undefined> {
  const { rows } = await sql<{ comment_id: string }>`
    select w.comment_id from (
      select c.comment_id, c.written_at, c.danger_heard_at, count(*) over (partition by date_trunc('hour', c.written_at)) as of_hour,
        count(*) over (partition by c.written_from) as of_network
      from comments c where c.clinic_id = clinic.current_clinic() and c.state = 'waiting' and ${isAside(aside)}
    ) w where w.danger_heard_at is null
    order by w.of_hour desc, w.of_network desc, w.written_at, w.comment_id limit 1`.execute(trx)
  return rows[0]?.comment_id
}

/** Words, name and address of one that was set aside are gone, so that a flood does not fill the disk. Its link says so. */
async function forgetOne(trx: ClinicTransaction): Promise<void> {
  const gone = await oldestOfCrowd(trx, true)
  if (gone === undefined) return
  await trx
    .updateTable('comments')
    .set({ state: 'erased', words: null, shown_name: null, email: null, state_at: sql<Date>`now()` })
    .where('comment_id', '=', gone)
    .execute()
  await trx.deleteFrom('mails').where('comment_id', '=', gone).execute()
}
