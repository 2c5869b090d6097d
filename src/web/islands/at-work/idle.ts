/**
 * How long nobody has touched any page of the staff in this browser. Two clocks count, since each may be wrong: the one on the
 * wall can be put back, the steady one may stand still while the machine sleeps. Whichever says longer is believed.
 * Never: knows what was touched, or asks anybody.
 */

/** Without a touch for so long the screen locks: as the server counts it. */
export const lockAfterMs = 600_000
/** So long without a touch, it is said that what was typed will be lost. */
export const warnAfterMs = 540_000

/** Two clocks, in milliseconds. */
export interface Clocks {
  /** Moment of the day, as other pages of this browser know it too. */
  readonly wall: () => number
  /** Never put back; known to this page alone. */
  readonly steady: () => number
}

/** One count, begun with a touch. */
export interface Idle {
  /** This page was touched. @returns when, for the other pages */
  readonly touch: () => number
  /** What another page told. @param at when it was touched, by the clock on the wall */
  readonly hear: (at: number) => void
  /** How long ago the last touch was, in milliseconds. */
  readonly forMs: () => number
}

/** Begins to count. */
export function countIdle({ wall, steady }: Clocks): Idle {
  let wallAt = wall()
  let steadyAt = steady()
  let heard = wallAt
  return {
    touch: () => {
      wallAt = wall()
      steadyAt = steady()
      return wallAt
    },
    hear: (at) => {
      // The same touch again is no new one.
      if (at === heard || !Number.isFinite(at)) return
      heard = at
      // By a clock that was put back since, it may lie ahead: then it counts as one of now.
      const agoMs = Math.max(0, wall() - at)
      wallAt = Math.max(wallAt, wall() - agoMs)
      steadyAt = Math.max(steadyAt, steady() - agoMs)
    },
    forMs: () => Math.max(wall() - wallAt, steady() - steadyAt),
  }
}
