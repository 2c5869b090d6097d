/**
 * A person's record, locked on their device, as bytes in their account: handed out, replaced, deleted. Nobody here has the
 * key. A write names the version that it replaces, so that of two devices that write at once one is told to look again.
 */
import { randomInt } from 'node:crypto'
import type { AccountDatabase } from '../../clinic/db/connection.ts'

/** What an account holds. */
export interface LockedCopyRow {
  readonly version: number
  readonly locked: Uint8Array<ArrayBuffer>
}

/** A first version lies below it: by lot, so that one which was deleted is never taken for the one that came after it. */
const mostFirst = 900_000_000

/** The largest copy that is taken, in bytes: many years of a diary. */
export const mostLockedBytes = 16_777_216

/** @returns `undefined` where there is none */
export async function readLockedCopy(db: AccountDatabase, userId: string): Promise<LockedCopyRow | undefined> {
  const row = await db
    .selectFrom('lockedCopies')
    .select(['version', 'locked'])
    .where('userId', '=', userId)
    .executeTakeFirst()
  return row && { version: row.version, locked: new Uint8Array(row.locked) }
}

/**
 * Keeps a copy instead of the version named.
 * @param replaces `null` where there must be none yet
 * @returns the new version; `undefined` where another one stands there
 */
export async function writeLockedCopy(
  db: AccountDatabase,
  userId: string,
  locked: Uint8Array,
  replaces: number | null,
): Promise<number | undefined> {
  const bytes = Buffer.from(locked)
  if (replaces === null) {
    const made = await db
      .insertInto('lockedCopies')
      .values({ userId, version: randomInt(1, mostFirst), locked: bytes })
      .onConflict((on) => on.column('userId').doNothing())
      .returning('version')
      .executeTakeFirst()
    return made?.version
  }
  const replaced = await db
    .updateTable('lockedCopies')
    .set({ version: replaces + 1, locked: bytes, changedAt: new Date() })
    .where('userId', '=', userId)
    .where('version', '=', replaces)
    .returning('version')
    .executeTakeFirst()
  return replaced?.version
}

/** Deletes it; nothing happens where there is none. */
export async function deleteLockedCopy(db: AccountDatabase, userId: string): Promise<void> {
  await db.deleteFrom('lockedCopies').where('userId', '=', userId).execute()
}
