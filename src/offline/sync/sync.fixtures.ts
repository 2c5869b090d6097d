/** An account's place for a locked copy, in memory, whose network can be cut at any moment. Tests only. */
import type { CopyThere, LockedCopy } from './locked-copy.ts'

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
