/**
 * What this device remembers of its locked copy: the key, which the browser gives to nobody, when both were last in step,
 * and that a copy went to the account, which stays true when the key is forgotten. In a database of its own, so that builds
 * which know nothing of it leave it alone.
 */
import { openDB } from 'idb'
import { asEpochMs, type EpochMs } from '../../care/evidence/time.ts'

/** What is remembered while the copy is on. */
export interface SyncState {
  readonly key: CryptoKey
  /** When this device and the copy were last in step; `null` for not yet. */
  readonly at: EpochMs | null
  /** Why the copy may be there no more: none was found when it was asked for, or an account was deleted in this browser. */
  readonly gone?: Gone | undefined
}
export type Gone = 'copy' | 'account'

/** Any call may fail or never answer. */
export interface SyncPlace {
  readonly read: () => Promise<SyncState | null>
  /** The copy is there, and in step. */
  readonly write: (state: Omit<SyncState, 'gone'>) => Promise<void>
  /** Kept until both are in step again; says nothing where nothing was remembered. */
  readonly noteGone: (gone: Gone) => Promise<void>
  /** A copy is about to go to the account. */
  readonly noteCopy: () => Promise<void>
  /** Did a copy go there that was not deleted from here? */
  readonly sentCopy: () => Promise<boolean>
  /** The key goes, the copy in the account stays. */
  readonly forgetKey: () => Promise<void>
  /** All of it. */
  readonly forget: () => Promise<void>
}

const store = 'about'

async function inDatabase<Result>(work: (db: Awaited<ReturnType<typeof openDB>>) => Promise<Result>): Promise<Result> {
  const db = await openDB('unclench-locked-copy', 1, { upgrade: (fresh) => void fresh.createObjectStore(store) })
  try {
    return await work(db)
  } finally {
    db.close()
  }
}

/** In the browser's own storage. */
export const syncPlace: SyncPlace = {
  read: () =>
    inDatabase(async (db) => {
      const names = ['key', 'at', 'gone']
      const [key, at, gone]: readonly unknown[] = await Promise.all(names.map((name) => db.get(store, name)))
      if (!(key instanceof CryptoKey)) return null
      const isGone = gone === 'copy' || gone === 'account'
      return { key, at: typeof at === 'number' ? asEpochMs(at) : null, ...(isGone && { gone }) }
    }),
  write: ({ key, at }) =>
    inDatabase(async (db) => {
      const tx = db.transaction(store, 'readwrite')
      await Promise.all([tx.store.put(key, 'key'), tx.store.put(at, 'at'), tx.store.delete('gone'), tx.done])
    }),
  noteGone: (gone) =>
    inDatabase(async (db) => {
      if ((await db.count(store, 'key')) > 0) await db.put(store, gone, 'gone')
    }),
  noteCopy: () => inDatabase(async (db) => void (await db.put(store, true, 'sent'))),
  // A key from before copies were noted says that one went.
  sentCopy: () =>
    inDatabase(async (db) => (await db.get(store, 'sent')) === true || (await db.count(store, 'key')) > 0),
  forgetKey: () =>
    inDatabase(async (db) => {
      const tx = db.transaction(store, 'readwrite')
      await Promise.all([tx.store.clear(), tx.store.put(true, 'sent'), tx.done])
    }),
  forget: () => inDatabase((db) => db.clear(store)),
}
