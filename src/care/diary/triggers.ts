/**
 * What may go with worse days: do bad sleep, stress, sitting or lifting come before pain that is higher than expected?
 * A stated chance of coincidence, corrected for how many things were looked at and for looking again as the diary grows.
 * Pure: same diary and seed, same answer.
 *
 * How. Each day's pain is paired with the pain of the day before and with what went before it. What yesterday's pain, the
 * slow course over time and weekend days explain is taken out of the pain and of each factor (least squares); what is
 * left is compared by correlation. Chance: the rows of all factors together are turned by a random number of days and
 * cut into blocks of days that change places, many times; the strongest factor of each shuffle is what the real ones
 * must beat. Blocks keep what follows from one day to the next, so a bad week is not counted as seven proofs.
 * Looking again and again would find something in the end, so there are a few set looks, and each may spend only a part
 * of the 5 % that all looks of a diary share.
 *
 * Never: says that something causes pain, or anything at all on thin data. A design choice of ours [C], no clinical rule.
 */
import type { VerificationTag } from '../evidence/grade.ts'
import type { SourceId } from '../evidence/sources.ts'
import type { Chance } from './seeded-random.ts'
import type { DiaryDay } from './days.ts'

/** A thing that may go with pain. */
export interface Factor {
  readonly id: string
  /** In a sentence: "after days with a lot of sitting". */
  readonly after: string
  /** In a list: "sitting". */
  readonly short: string
  /** 0: noted on the day of the pain itself, about the night before. 1: noted the day before. */
  readonly daysBefore: 0 | 1
  /** More means more of it; undefined when not noted. */
  readonly amountOn: (day: DiaryDay) => number | undefined
}

const inOrderOf =
  <Value extends string>(...order: readonly Value[]) =>
  (value: Value | undefined): number | undefined =>
    value === undefined ? undefined : order.indexOf(value)
const sleepStep = inOrderOf('good', 'broken', 'bad')
const stressStep = inOrderOf('none', 'some', 'lots')
const liftingStep = inOrderOf('none', 'light', 'heavy')

/** What the diary asks about. */
export const diaryFactors: readonly Factor[] = [
  { id: 'sleep', after: 'a bad night', short: 'sleep', daysBefore: 0, amountOn: ({ sleep }) => sleepStep(sleep) },
  {
    id: 'stress',
    after: 'a day of stress',
    short: 'stress',
    daysBefore: 1,
    amountOn: ({ stress }) => stressStep(stress),
  },
  {
    id: 'sitting',
    after: 'a day with more sitting',
    short: 'sitting',
    daysBefore: 1,
    amountOn: ({ sittingHours }) => sittingHours,
  },
  {
    id: 'lifting',
    after: 'a day with more lifting',
    short: 'lifting',
    daysBefore: 1,
    amountOn: ({ lifting }) => liftingStep(lifting),
  },
]

/**
 * The looks: at so many usable days (a day with pain, the day before it with pain), and the chance of coincidence that
 * each may spend. All together 5 in 100.
 */
export const looks = [
  { days: 24, spends: 0.01 },
  { days: 32, spends: 0.01 },
  { days: 40, spends: 0.015 },
  { days: 60, spends: 0.006 },
  { days: 100, spends: 0.004 },
  { days: 170, spends: 0.003 },
  { days: 300, spends: 0.002 },
] as const

/** A factor must be well above its least on so many days, and at or below its middle on as many, to be looked at. */
export const leastDaysEachWay = 6
/** A difference in pain smaller than this is not worth telling, however sure: 1 point of 10. */
const leastPoints = 1
/** Days in a block that stays together. */
const blockDays = 5
const shuffles = 999
/** What is left of a column below this is rounding, not a difference between days. */
const nothing = 1e-6

/** One thing that goes with worse days, and how likely that is to be coincidence. */
export interface TriggerLink {
  readonly factor: string
  /** Pain on the days after more of it, less pain after the others, in points of 10, to the nearest half. */
  readonly points: number
  /** Chance that a link this strong comes up by coincidence among all that was looked at: above 0, at most 1. */
  readonly chance: number
  readonly words: string
}
/** What the look found, or why it is too early to look. */
export type TriggerAnswer =
  | { readonly kind: 'tooFewDays'; readonly daysNow: number; readonly daysNeeded: number; readonly words: string }
  | { readonly kind: 'tooAlike'; readonly words: string }
  | {
      readonly kind: 'looked'
      /** Usable days that the last look read. */
      readonly daysRead: number
      /** Factors looked at, and those left out since they were noted too seldom or hardly changed. */
      readonly lookedAt: readonly string[]
      readonly leftOut: readonly string[]
      /** Strongest first. Empty: nothing stood out. */
      readonly links: readonly TriggerLink[]
      /** Usable days at which we look again; null after the last look. */
      readonly nextLookAt: number | null
      readonly words: string
      readonly caution: string
    }

/** The method is a design choice of ours [C]. */
export const triggersKnownBy: { readonly sources: readonly SourceId[]; readonly tag: VerificationTag } = {
  sources: ['unclench-design'],
  tag: 'C',
}

/**
 * The answer for this diary.
 * @param days   from `diaryDays`, oldest first, one a day
 * @param chance a fresh run of numbers; use the same seed for the same diary each time
 */
export function triggers(
  days: readonly DiaryDay[],
  chance: Chance,
  factors: readonly Factor[] = diaryFactors,
): TriggerAnswer {
  const rows = usableRows(days, factors)
  const first = looks[0].days
  if (rows.length < first)
    return {
      kind: 'tooFewDays',
      daysNow: rows.length,
      daysNeeded: first,
      words: `We need ${first} days that follow a noted day. You have ${rows.length}. That is too few to say anything.`,
    }
  const taken = looks.filter(({ days: needed }) => needed <= rows.length)
  const made = taken.map(({ days: needed, spends }) => ({
    spends,
    look: lookAt(rows.slice(0, needed), factors, chance),
  }))
  const last = made.at(-1)?.look
  if (!last || last.found.length === 0)
    return {
      kind: 'tooAlike',
      words:
        'Your days were too alike to compare, or you have not noted enough yet. That is too little to say anything.',
    }
  const links = last.found
    .flatMap(({ factor, points, chance: atLast }) => {
      const spent = made.flatMap(({ spends, look }) => {
        const then = look.found.find((one) => one.factor === factor)
        return then && then.chance <= spends && Math.sign(then.points) === Math.sign(points) ? then.chance : []
      })
      // A link found at an earlier look stays only while it still stands at the last one.
      if (spent.length === 0 || atLast > 0.05 || Math.abs(points) < leastPoints) return []
      return { factor, points, chance: Math.max(atLast, Math.min(...spent)) }
    })
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .map(({ factor, points, chance: stated }) => linkOf(factor, points, stated))
  const lookedAt = last.found.map(({ factor }) => factor.short)
  return {
    kind: 'looked',
    daysRead: last.days,
    lookedAt,
    leftOut: factors.map(({ short }) => short).filter((short) => !lookedAt.includes(short)),
    links,
    nextLookAt: looks[taken.length]?.days ?? null,
    words: links.length > 0 ? 'Some of your days went together.' : 'Nothing stood out. That is the most common answer.',
    caution: 'This shows what went together. It does not show what caused your pain.',
  }
}

function linkOf({ id, after }: Factor, points: number, chance: number): TriggerLink {
  const rounded = Math.round(Math.abs(points) * 2) / 2
  const size = rounded === 1 ? '1 point' : `${rounded} points`
  const way = points > 0 ? 'higher' : 'lower'
  return {
    factor: id,
    points: Math.sign(points) * rounded,
    chance,
    words: `After ${after}, your pain was about ${size} ${way}. Luck alone makes a link this strong in ${inHundred(chance)} diaries.`,
  }
}

/** "less than 1 in 100", "about 3 in 100": never rounded down to nothing. */
export function inHundred(chance: number): string {
  return chance < 0.01 ? 'less than 1 in 100' : `about ${Math.ceil(chance * 100 - 1e-9)} in 100`
}

/** One usable day: its pain, the pain of the day before, and each factor (NaN where not noted). */
interface Row {
  readonly number: number
  readonly pain: number
  readonly painBefore: number
  readonly values: readonly number[]
}

function usableRows(days: readonly DiaryDay[], factors: readonly Factor[]): readonly Row[] {
  const byNumber = new Map(days.map((day) => [day.number, day]))
  return days.flatMap((day) => {
    const before = byNumber.get(day.number - 1)
    if (!before) return []
    const values = factors.map(({ daysBefore, amountOn }) => amountOn(daysBefore === 0 ? day : before) ?? Number.NaN)
    return { number: day.number, pain: day.pain0to10, painBefore: before.pain0to10, values }
  })
}

interface Look {
  readonly days: number
  readonly found: readonly { readonly factor: Factor; readonly points: number; readonly chance: number }[]
}

/** One look: the correlation of what is left over, and how often shuffled days do as well as this. */
function lookAt(rows: readonly Row[], factors: readonly Factor[], chance: Chance): Look {
  const count = rows.length
  const explained = explainers(rows)
  const pain = leftOver(
    Float64Array.from(rows, (row) => row.pain),
    explained,
  )
  const compared = factors.flatMap((factor, index) => {
    const values = Float64Array.from(rows, (row) => row.values[index] ?? Number.NaN)
    const highs = spread(values)
    if (!highs) return []
    return { factor, highs, left: leftOver(filled(values), explained) }
  })
  const base = norm(pain)
  if (base < nothing || compared.length === 0) return { days: count, found: [] }
  const sound = compared.flatMap(({ left, ...rest }) => {
    const size = norm(left)
    return size < nothing ? [] : { ...rest, left, unit: left.map((value) => value / size) }
  })
  const strength = sound.map(({ unit }) => Math.abs(dot(unit, pain)))
  const beaten = new Float64Array(sound.length).fill(1)
  const moved = new Int32Array(count)
  const order = new Int32Array(Math.ceil(count / blockDays))
  for (let turn = 0; turn < shuffles; turn += 1) {
    shuffle(moved, order, chance)
    let strongest = 0
    for (const { unit } of sound) {
      let sum = 0
      for (let at = 0; at < count; at += 1) sum += (unit[moved[at] ?? 0] ?? 0) * (pain[at] ?? 0)
      strongest = Math.max(strongest, Math.abs(sum))
    }
    for (const [index, own] of strength.entries())
      if (strongest >= own - 1e-12) beaten[index] = (beaten[index] ?? 1) + 1
  }
  return {
    days: count,
    found: sound.map(({ factor, highs, left }, index) => ({
      factor,
      points: (dot(left, pain) / dot(left, left)) * highs,
      chance: (beaten[index] ?? 1) / (shuffles + 1),
    })),
  }
}

/** What is taken out: a constant, yesterday's pain, a slow curve over time, and Saturday with Sunday. */
function explainers(rows: readonly Row[]): readonly Float64Array[] {
  const first = rows[0]?.number ?? 0
  const span = Math.max(1, (rows.at(-1)?.number ?? 0) - first)
  const time = Float64Array.from(rows, ({ number }) => (2 * (number - first)) / span - 1)
  const columns = [
    Float64Array.from(rows, () => 1),
    time,
    time.map((value) => value * value),
    Float64Array.from(rows, ({ painBefore }) => painBefore),
    // Day 0 (1970-01-01) was a Thursday, so Saturday leaves 2 and Sunday 3.
    Float64Array.from(rows, ({ number }) => (number % 7 === 2 || number % 7 === 3 ? 1 : 0)),
  ]
  const kept: Float64Array[] = []
  for (const column of columns) {
    const left = leftOver(column, kept)
    const size = norm(left)
    // A column that the others explain (no weekends, pain that never changed) adds nothing.
    if (size > 1e-9 * Math.max(1, norm(column))) kept.push(left.map((value) => value / size))
  }
  return kept
}

/** What is left of a column after taking out columns of length 1 at right angles to each other (Gram–Schmidt). */
function leftOver(column: Float64Array, explained: readonly Float64Array[]): Float64Array {
  const left = Float64Array.from(column)
  for (const unit of explained) {
    const share = dot(left, unit)
    for (let at = 0; at < left.length; at += 1) left[at] = (left[at] ?? 0) - share * (unit[at] ?? 0)
  }
  return left
}

/** Days on which it was not noted count as an average day: they say nothing either way. */
function filled(values: Float64Array): Float64Array {
  const known = values.filter((value) => !Number.isNaN(value))
  const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length)
  return values.map((value) => (Number.isNaN(value) ? mean : value))
}

/**
 * How far apart the more-days and the less-days are (mean above the middle, less mean of the rest); null when either
 * has fewer than `leastDaysEachWay` days.
 */
function spread(values: Float64Array): number | null {
  const known = [...values].filter((value) => !Number.isNaN(value))
  const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length)
  const more = known.filter((value) => value > mean)
  const less = known.filter((value) => value <= mean)
  if (more.length < leastDaysEachWay || less.length < leastDaysEachWay) return null
  const meanOf = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length
  return meanOf(more) - meanOf(less)
}

/** Fills `moved` with row numbers: turned by a random number of days, then blocks of days in random order. `order`: room. */
function shuffle(moved: Int32Array, order: Int32Array, chance: Chance): void {
  const count = moved.length
  const turn = Math.floor(chance() * count)
  for (let block = 0; block < order.length; block += 1) order[block] = block
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1))
    const [one, two] = [order[at] ?? 0, order[other] ?? 0]
    order[at] = two
    order[other] = one
  }
  let at = 0
  for (const block of order) {
    const end = Math.min(count, (block + 1) * blockDays)
    for (let day = block * blockDays; day < end; day += 1) {
      moved[at] = (day + turn) % count
      at += 1
    }
  }
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0)
  return sum
}
const norm = (column: Float64Array): number => Math.sqrt(dot(column, column))
