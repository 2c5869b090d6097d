/** An account's place for a locked copy, in memory, whose network can be cut at any moment, and what a device remembers. Tests only. */
import type { CopyThere, LockedCopy } from './locked-copy.ts'
import type { SyncPlace, SyncState } from './sync-place.ts'

/** How the next call goes: well; lost on the way there; lost on the way back, after it was done. */
export type Line = 'well' | 'lostThere' | 'lostBack'

export class CopyInMemory {
  copy: CopyThere | null = null
  line: Line = 'well'
  writes = 0
  #versions = 0

  readonly place: LockedCopy = {
    get: () => this.#call(() => ({ ok: true, copy: this.copy })),
    put: (locked, replaces) =>
      this.#call(() => {
        if ((this.copy?.version ?? null) !== replaces) return { ok: false, why: 'changed' } as const
        this.writes += 1
        this.#versions += 1
        this.copy = { locked, version: `"${this.#versions}"` }
        return { ok: true } as const
      }),
    remove: () =>
      this.#call(() => {
        this.copy = null
        return { ok: true } as const
      }),
  }

  async #call<Answer>(work: () => Answer): Promise<Answer | { readonly ok: false; readonly why: 'offline' }> {
    const offline = { ok: false, why: 'offline' } as const
    const { line } = this
    // Others may come in between, as they do on a network.
    await new Promise((resolve) => setTimeout(resolve, 0))
    if (line === 'lostThere') return offline
    const answer = work()
    return line === 'lostBack' ? offline : answer
  }
}

/** What a device remembers, in memory. */
export function placeInMemory() {
  let state: SyncState | null = null
  let sent = false
  const place: SyncPlace = {
    read: async () => state,
    write: async (next) => {
      state = next
    },
    noteGone: async (gone) => {
      if (state) state = { ...state, gone }
    },
    noteCopy: async () => {
      sent = true
    },
    sentCopy: async () => sent || state !== null,
    forgetKey: async () => {
      state = null
      sent = true
    },
    forget: async () => {
      state = null
      sent = false
    },
  }
  return { place, hasKey: () => state !== null }
}
