/**
 * What the care app is given by the place it runs in: the server, or the service worker on a person's device.
 * Implemented by src/server and src/offline. The pages know nothing else of where they are.
 */
import type { EpochMs } from '../../care/evidence/time.ts'
import type { ClockJump } from '../../care/record/notebook-clock.ts'
import type { NotebookEvent } from '../../care/record/notebook.ts'
import type { Assets } from '../ui/page.tsx'
import type { AnsweredNow } from './guide/answered-here.ts'
import type { PaperMade } from './paper/paper-made.ts'
import type { OwnSheet } from './paper/paper-sheet.ts'

/** One home of the app. */
export interface CareHome {
  readonly kind: 'server' | 'device'
  /** The person's record. `null` on the server, which keeps nothing. */
  readonly notebook: NotebookStore | null
  /** The home's clock. */
  readonly now: () => EpochMs
  /** A fresh random UUID. */
  readonly newId: () => string
  readonly assets: Assets
  /** Which build this is, shown on the about page. */
  readonly buildId: string
  /** Where the house is reached from outside, without a slash at its end. Missing on a device, which no machine reads. */
  readonly origin?: () => string
  /** What to say above the first questions of a check that is started now, if anything: that there are newer ones. */
  readonly startNotice?: () => string | undefined
  /** How far the home's clock is behind the server's, ms, as far as it heard; 0: not at all. Missing where nothing is heard. */
  readonly clockBehindMs?: () => number
  /** Where this device's clock was put forward in the last day, or it slept, as far as it was noticed; oldest first. Never fails. */
  readonly clockJumps?: () => Promise<readonly ClockJump[]>
  /** Where a check that was left half-way on this device goes on; null where there is none to offer. Never fails. */
  readonly checkToCarryOn?: () => Promise<string | null>
  /** Has somebody's own plan made into a file. Missing: no file can be had. Never fails. */
  readonly makePaper?: (sheet: OwnSheet) => Promise<PaperMade>
  /**
   * What therapists answered here for everybody, the newest first; `undefined` where it cannot be asked now, and is not kept
   * either. Never fails.
   */
  readonly answeredHere?: () => Promise<AnsweredNow | undefined>
}

/** Where a person's own record is kept. Every call may fail; a page then carries on without the store. */
export interface NotebookStore {
  /** A random UUID made the first time and kept until the record is erased: tells one person's file from another's. */
  readonly owner: () => Promise<string>
  /** Adds one event. Adding an id that is there already changes nothing. */
  readonly append: (event: NotebookEvent) => Promise<void>
  /**
   * Adds several events in one step: all of them are kept, or none is. Ids that are there already change nothing.
   * @param file they come from a file that the person still has: where it is refused, nothing at all is kept of it. Its
   * `owner` is the record's id from now on: for a record that comes back whole into an empty one
   */
  readonly appendAll: (events: readonly NotebookEvent[], file?: { readonly owner: string | undefined }) => Promise<void>
  /** Every event, in any order. Damaged entries are left out. */
  readonly all: () => Promise<readonly NotebookEvent[]>
  /** Text of the entries that could not be read. They are kept aside, never deleted, until the record is erased. */
  readonly setAside?: () => Promise<readonly string[]>
  /** Events that the store could not take and that make things more careful; part of `all` where that answers. Never fails. */
  readonly heldBack?: () => Promise<readonly NotebookEvent[]>
  /** Was there a record here that the browser has thrown away, and has nobody been told yet? Never fails. */
  readonly isLost?: () => Promise<boolean>
  /** The person has been told. Never fails. */
  readonly lossWasTold?: () => Promise<void>
  /** Keeps entries of a later Unclench as they came: they count as ones that cannot be read until that build reads them. */
  readonly keepNewer?: (entries: readonly { readonly id: string; readonly raw: unknown }[]) => Promise<void>
  /** Did a locked copy of it go to the person's account that was not deleted from here? Never fails. */
  readonly hasLockedCopy?: () => Promise<boolean>
  /** Forgets everything: events, drafts and the owner id. */
  readonly erase: () => Promise<void>
  /** Checks that are under way: the trail's text by the check's UUID. */
  readonly drafts: {
    readonly get: (id: string) => Promise<string | null>
    /** @param isFinished whether it has come to a result; until then the rules must not change under it */
    readonly put: (id: string, trail: string, isFinished?: boolean) => Promise<void>
    readonly remove: (id: string) => Promise<void>
  }
}
