/** Time in which nothing can be booked. A block claims it like a visit, so the same constraint decides between them. */
import { noteFreedTime } from '../booking/waiting/freed-times.ts'
import { sql } from 'kysely'
import { bookInClinic, databaseNow, lockTherapists, removeEndedHolds } from '../booking/slot-claims.ts'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { type Member, mayDo } from '../people/members.ts'
import { type BlockBefore, blockBefore, type Doer, writeCommand } from './commands.ts'
import { type InTheWay, inTheWay } from './in-the-way.ts'

/** A block of one therapist, room or machine. Moments are milliseconds since 1970. */
export interface BlockWish {
  /** One key for one pressing of the button. */
  readonly key: string
  readonly resourceId: string
  readonly from: number
  readonly to: number
  readonly reason?: string | undefined
}

/**
 * `notYours`: only those who may change times block anybody's. `taken`: what stands in it, and nothing was blocked.
 * `made`: this form blocked another time already, and nothing was blocked now. `past`: it is over already. `wrong`: no length, or longer than a day. `unknown`: no such therapist, room or machine.
 */
export type Blocked =
  | { readonly ok: true; readonly blockId: string; readonly already: boolean }
  | { readonly ok: false; readonly why: 'taken'; readonly inTheWay: readonly InTheWay[] }
  | { readonly ok: false; readonly why: 'notYours' | 'past' | 'wrong' | 'unknown' | 'made' }

/** Days off are absences; a block is shorter. */
const longestMs = 24 * 60 * 60_000

/** May this member change the times of this therapist, room or machine? Therapists their own. */
export const mayChangeTimesOf = (member: Pick<Member, 'role' | 'therapistId'>, resourceId: string): boolean =>
  mayDo(member, 'change-times') || member.therapistId === resourceId

/** Blocks time, unless a visit, a hold or another block has a part of it. */
export async function addBlock(db: Database, doer: Doer, wish: BlockWish): Promise<Blocked> {
  if (!mayChangeTimesOf(doer, wish.resourceId)) return { ok: false, why: 'notYours' }
  const { from, to } = wish
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from >= to || to - from > longestMs)
    return { ok: false, why: 'wrong' }
  if (Math.abs(from) > 8e15 || Math.abs(to) > 8e15) return { ok: false, why: 'wrong' }
  return bookInClinic(
    db,
    doer.clinicId,
    (trx) => blockIn(trx, doer, wish),
    () =>
      inClinic(db, doer.clinicId, async (trx) => ({ ok: false, why: 'taken', inTheWay: await inTheWay(trx, wish) })),
  )
}

async function blockIn(trx: ClinicTransaction, doer: Doer, wish: BlockWish): Promise<Blocked> {
  const { key, resourceId, from, to, reason } = wish
  const resource = await trx
    .selectFrom('resources')
    .select('kind')
    .where('resource_id', '=', resourceId)
    .executeTakeFirst()
  if (!resource) return { ok: false, why: 'unknown' }
  await lockTherapists(trx, [resourceId])
  const before = await blockedBy(trx, key)
  if (before)
    return isAsBlocked(before, wish)
      ? { ok: true, blockId: before.block_id, already: true }
      : { ok: false, why: 'made' }
  if (to <= (await databaseNow(trx))) return { ok: false, why: 'past' }
  await removeEndedHolds(trx)
  const taken = await inTheWay(trx, { resourceId, from, to })
  if (taken.length > 0) return { ok: false, why: 'taken', inTheWay: taken }
  const blockId = await writeBlock(trx, doer, key, {
    resource_id: resourceId,
    starts_at: new Date(from).toISOString(),
    ends_at: new Date(to).toISOString(),
    reason: reason || null,
  })
  await writeCommand(trx, doer, { what: 'block', subjectId: blockId })
  return { ok: true, blockId, already: false }
}

/** What an earlier hearing of the same press blocked. */
const blockedBy = (trx: ClinicTransaction, key: string) =>
  trx
    .selectFrom('blocks')
    .select(['block_id', 'resource_id', 'reason', 'starts_at', 'ends_at'])
    .where('command_key', '=', key)
    .executeTakeFirst()

const isAsBlocked = (
  stands: NonNullable<Awaited<ReturnType<typeof blockedBy>>>,
  { resourceId, from, to, reason }: BlockWish,
): boolean =>
  stands.resource_id === resourceId &&
  stands.starts_at.getTime() === from &&
  stands.ends_at.getTime() === to &&
  stands.reason === (reason || null)

/** The row and its claim. A claim that overlaps another throws 23P01. */
export async function writeBlock(
  trx: ClinicTransaction,
  { clinicId, memberId }: Doer,
  key: string,
  block: BlockBefore,
): Promise<string> {
  const { block_id } = await trx
    .insertInto('blocks')
    .values({ ...block, clinic_id: clinicId, member_id: memberId, command_key: key })
    .returning('block_id')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('claims')
    .values({
      clinic_id: clinicId,
      block_id,
      resource_id: block.resource_id,
      during: `[${block.starts_at},${block.ends_at})`,
    })
    .execute()
  return block_id
}

/**
 * `from`: when the time begins that is open again; not known where a press was taken back. `already`: it was gone before, by whom
 * and when, so that nobody is led on unsaid. `notYours`: another's, or there never was one. Moments are milliseconds since 1970.
 */
export type Removed =
  | { readonly ok: true; readonly from: number | undefined; readonly already?: OpenedBefore }
  | { readonly ok: false; readonly why: 'notYours' }

/** Who had opened it before. */
interface OpenedBefore {
  readonly by: string
  readonly memberId: string
  readonly at: number
}

/** Takes a block away. */
export function removeBlock(db: Database, doer: Doer, blockId: string): Promise<Removed> {
  return inClinic(db, doer.clinicId, async (trx) => {
    const seen = await blockRow(trx, blockId)
    if (!seen) return removedBefore(trx, blockId)
    if (!mayChangeTimesOf(doer, seen.resource_id)) return { ok: false, why: 'notYours' } as const
    await lockTherapists(trx, [seen.resource_id])
    // The other press of two may have opened it while this one waited.
    const block = await blockRow(trx, blockId)
    if (!block) return removedBefore(trx, blockId)
    await deleteBlock(trx, blockId)
    const { starts_at, ends_at } = block
    await writeCommand(trx, doer, {
      what: 'unblock',
      subjectId: blockId,
      before: { ...block, starts_at: starts_at.toISOString(), ends_at: ends_at.toISOString() },
    })
    return { ok: true, from: starts_at.getTime() } as const
  })
}

const blockRow = (trx: ClinicTransaction, blockId: string) =>
  trx
    .selectFrom('blocks')
    .select(['resource_id', 'starts_at', 'ends_at', 'reason'])
    .where('block_id', '=', blockId)
    .executeTakeFirst()

/** It was opened, or the press that had made it was taken back. */
async function removedBefore(trx: ClinicTransaction, blockId: string): Promise<Removed> {
  const gone = await trx
    .selectFrom('commands')
    .innerJoin('members', 'members.member_id', 'commands.member_id')
    .select([
      'members.name',
      'members.member_id',
      'commands.before',
      sql<Date>`coalesce(commands.undone_at, commands.at)`.as('at'),
    ])
    .where('commands.subject_id', '=', blockId)
    .where((eb) =>
      eb.or([
        eb.and([eb('commands.what', '=', 'unblock'), eb('commands.undone_at', 'is', null)]),
        eb.and([eb('commands.what', '=', 'block'), eb('commands.undone_at', 'is not', null)]),
      ]),
    )
    .orderBy('commands.at', 'desc')
    .executeTakeFirst()
  if (!gone) return { ok: false, why: 'notYours' }
  const from = gone.before === null ? undefined : Date.parse(blockBefore.parse(gone.before).starts_at)
  return { ok: true, from, already: { by: gone.name, memberId: gone.member_id, at: gone.at.getTime() } }
}

/** The claim, then the row; and those who wait may have its time. */
export async function deleteBlock(trx: ClinicTransaction, blockId: string): Promise<void> {
  await trx.deleteFrom('claims').where('block_id', '=', blockId).execute()
  const gone = await trx
    .deleteFrom('blocks')
    .where('block_id', '=', blockId)
    .returning(['clinic_id', 'resource_id', 'starts_at', 'ends_at'])
    .executeTakeFirst()
  if (!gone) return
  await noteFreedTime(trx, {
    ...{ clinicId: gone.clinic_id, therapistId: gone.resource_id },
    ...{ from: gone.starts_at.getTime(), to: gone.ends_at.getTime() },
  })
}

/** One block of the clinic. Moments are milliseconds since 1970. */
export function findBlock(db: Database, clinicId: string, blockId: string) {
  return inClinic(db, clinicId, async (trx) => {
    const row = await trx
      .selectFrom('blocks')
      .select(['block_id', 'resource_id', 'reason', 'starts_at', 'ends_at'])
      .where('block_id', '=', blockId)
      .executeTakeFirst()
    return (
      row && {
        id: row.block_id,
        resourceId: row.resource_id,
        reason: row.reason,
        from: row.starts_at.getTime(),
        to: row.ends_at.getTime(),
      }
    )
  })
}
