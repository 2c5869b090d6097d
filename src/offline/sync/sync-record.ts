/**
 * Brings this device's record and the locked copy together: the union of both, here and there. Entries are added and never
 * changed or removed, so the order of devices does not matter, and doing it again changes nothing.
 * First what is there comes here, then what is here goes there: whatever breaks off in between loses nothing.
 */
import { merged } from '../../care/record/notebook.ts'
import type { NotebookStore } from '../../web/care/home.ts'
import { comparedWith, type FileRead, readRecordFile, writeRecordFile } from '../../web/care/record/record-file.ts'
import { lockText, unlockText } from './sealed-record.ts'
import type { LockedCopy, NoCopy } from './locked-copy.ts'

/** What it takes. */
export interface SyncParts {
  readonly notebook: NotebookStore
  readonly copy: LockedCopy
  readonly key: CryptoKey
  /** This device knows of a copy there: where there is none, it was deleted, or the account is another one. */
  readonly mustBeThere?: boolean
}

/**
 * `came`, `went`: entries that were new here, and there. `isFirst`: there was no copy before. `newer`: entries that only a later Unclench can read; kept on both
 * sides. `otherWords`: the copy there was locked with other words. `damaged`: it opens and is no record. `newerApp`: only a
 * later Unclench can read any of it. `gone`: there is none any more, and none is put there. `noRoom`: this device could not keep what came. `busy`: another device kept writing.
 */
export type Synced =
  | {
      readonly ok: true
      readonly came: number
      readonly went: number
      readonly newer: number
      readonly isFirst: boolean
    }
  | { readonly ok: false; readonly why: NoCopy | WhyNot }
export type WhyNot = 'otherWords' | 'damaged' | 'newerApp' | 'gone' | 'noRoom' | 'noRecord' | 'busy'

/** How often another device may write between our look and our write before it is said. */
const mostTries = 5

/** Brings both together. Never throws. */
export async function syncRecord(parts: SyncParts): Promise<Synced> {
  let came = 0
  let wasThere = parts.mustBeThere === true
  for (let tries = 0; tries < mostTries; tries += 1) {
    const there = await readCopy(parts)
    if (!there.ok) return there
    // Deleted meanwhile, on another device or with the account: it is not for this one to bring it back.
    if (there.text === null && wasThere) return { ok: false, why: 'gone' }
    wasThere ||= there.text !== null
    const taken = await takeIn(parts, there)
    if (!taken.ok) return taken
    came += taken.came
    const newer = there.file.newer.length
    if (taken.together === there.text) return { ok: true, came, went: 0, newer, isFirst: false }
    const written = await parts.copy.put(await lockText(parts.key, taken.together), there.version)
    if (written.ok) return { ok: true, came, went: taken.went, newer, isFirst: there.text === null }
    if (written.why !== 'changed') return { ok: false, why: written.why }
  }
  return { ok: false, why: 'busy' }
}

type File = Extract<FileRead, { ok: true }>
/** What the account holds, opened. `owner` is `null` where it holds nothing. */
export type CopyRead =
  | {
      readonly ok: true
      readonly text: string | null
      readonly version: string | null
      readonly owner: string | null
      readonly file: File
    }
  | { readonly ok: false; readonly why: NoCopy | WhyNot }

/** Fetches the copy and opens it. */
export async function readCopy({ copy, key }: Pick<SyncParts, 'copy' | 'key'>): Promise<CopyRead> {
  const got = await copy.get()
  if (!got.ok) return got
  if (got.copy === null) return { ok: true, text: null, version: null, owner: null, file: nothing }
  const text = await unlockText(key, got.copy.locked)
  if (text === null) return { ok: false, why: 'otherWords' }
  const file = readRecordFile(text)
  if (!file.ok) return { ok: false, why: file.why === 'newer' ? 'newerApp' : 'damaged' }
  return { ok: true, text, version: got.copy.version, owner: file.value.owner, file }
}

const nothing: File = { ok: true, value: { owner: '', events: [] }, newer: [] }

type Taken =
  | { readonly ok: true; readonly came: number; readonly went: number; readonly together: string }
  | { readonly ok: false; readonly why: WhyNot }

/** Adds here what is there, and says what both together are. */
async function takeIn({ notebook }: SyncParts, there: Extract<CopyRead, { ok: true }>): Promise<Taken> {
  const mine = await notebook.all().catch(() => null)
  if (!mine) return { ok: false, why: 'noRecord' }
  const { value, newer } = there.file
  const { fresh, newer: freshNewer } = comparedWith(mine, there.file)
  try {
    // First what nobody can read yet, so that nothing stands on less than was told.
    if (freshNewer.length > 0) await notebook.keepNewer?.(freshNewer)
    if (fresh.length > 0) await notebook.appendAll(fresh, { owner: mine.length === 0 ? value.owner : undefined })
  } catch {
    return { ok: false, why: 'noRoom' }
  }
  const owner = there.owner ?? (await notebook.owner().catch(() => null))
  if (owner === null) return { ok: false, why: 'noRecord' }
  // Of an entry that says two things, what was there first stays there, and what was here first stays here.
  const events = merged(value.events, mine)
  const known = new Set([...value.events.map(({ id }) => id), ...newer.map(({ id }) => id)])
  const went = mine.filter(({ id, kind }) => kind !== 'unreadable' && !known.has(id)).length
  return { ok: true, came: fresh.length, went, together: writeRecordFile({ owner, events }, newer) }
}
