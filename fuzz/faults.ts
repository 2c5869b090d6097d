/** What the fuzz found: each kind of fault once, how often, and how to see the first few again. */
export interface Fault {
  /** What is wrong, as a sentence that two cases of one kind share. */
  readonly what: string
  /** How often. */
  times: number
  /** How to see it: at most three, shortened. */
  readonly how: string[]
}

/** Most examples that are kept of one kind of fault. */
const examples = 3
/** Longest example, in characters. */
const longest = 1500

/** A list of faults that fills. */
export class Faults {
  readonly #byWhat = new Map<string, Fault>()
  readonly #said: (what: string, how: string) => void

  /** @param said told of each kind once, when it is first found: a long run may be broken off */
  constructor(said: (what: string, how: string) => void = () => undefined) {
    this.#said = said
  }

  add(what: string, how: string): void {
    const known = this.#byWhat.get(what) ?? { what, times: 0, how: [] }
    known.times += 1
    if (known.times === 1) this.#said(what, how.slice(0, longest))
    if (known.how.length < examples) known.how.push(how.slice(0, longest))
    this.#byWhat.set(what, known)
  }

  /** Most frequent first. */
  get all(): readonly Fault[] {
    return [...this.#byWhat.values()].sort((one, other) => other.times - one.times)
  }
}

/** What one part of the fuzz came to. */
export interface Tried {
  /** What was tried, in the plural: "texts". */
  readonly what: string
  readonly count: number
  readonly seconds: number
  readonly faults: readonly Fault[]
  /** Further numbers worth printing. */
  readonly notes: readonly string[]
}

/** Told now and then how far a part has come, and what may be worth printing of it; false ends it there. */
export type Progress = (done: number, notes?: readonly string[]) => boolean
