/**
 * Whole lives with the app, one after another: a person, two phones, weeks of acts. After each act some pages are looked at,
 * those that danger closes first; at the end of a life all of them.
 */
import { type Chance, chanceOf } from '../chance.ts'
import { Faults, type Progress, type Tried } from '../faults.ts'
import { acts } from './acts.ts'
import { Phone, withFaultyBrowser } from './device.ts'
import { bring, type Saved, save } from './files.ts'
import { type InHand, Person } from './person.ts'
import { Witness } from './witness.ts'

const startMs = Date.UTC(2026, 2, 20, 9)
const halfYearMs = 183 * 86_400_000
const totalShare = acts.reduce((sum, [share]) => sum + share, 0)

interface Counts {
  acts: number
  pages: number
  closed: number
}

/** @param seed of the first life; each has its own */
export async function liveLives(
  count: number,
  seed: number,
  progress: Progress = () => true,
  found?: (what: string, how: string) => void,
): Promise<Tried> {
  const faults = new Faults(found)
  const titles = new Map<string, string>()
  const counts: Counts = { acts: 0, pages: 0, closed: 0 }
  const began = performance.now()
  const asItWas = { zone: process.env.TZ, error: console.error }
  const makeWell = withFaultyBrowser()
  let story = ''
  let done = 0
  console.error = (...told: unknown[]) =>
    faults.add(
      `the log says: ${String(told[0]).slice(0, 120)}`,
      `${String((told[0] as Error)?.stack ?? '').slice(0, 500)} ${story}`,
    )
  try {
    for (; done < count && progress(done, notesOf(counts)); done += 1) {
      await live(`seed ${seed + done}`, chanceOf(seed + done), faults, titles, counts, (told) => {
        story = told
      })
    }
  } finally {
    makeWell()
    console.error = asItWas.error
    if (asItWas.zone === undefined) delete process.env.TZ
    else process.env.TZ = asItWas.zone
  }
  const seconds = (performance.now() - began) / 1000
  return { what: 'lives', count: done, seconds, faults: faults.all, notes: notesOf(counts) }
}

const notesOf = ({ acts, pages, closed }: Counts): readonly string[] => [
  `${acts} acts, ${pages} pages looked at`,
  `${closed} acts while something had to stay closed`,
]

async function live(
  name: string,
  chance: Chance,
  faults: Faults,
  titles: Map<string, string>,
  counts: Counts,
  told: (story: string) => void,
) {
  // Each life begins at home, whatever the one before it came to, so that its seed alone leads it again.
  process.env.TZ = 'Europe/London'
  const start = startMs + chance.below(halfYearMs)
  const hand = (): InHand => ({ phone: new Phone(chance, start), witness: new Witness(faults, titles) })
  const [first, second] = [hand(), hand()]
  const person = new Person(name, first, chance)
  let saved: Saved | null = null
  for (let left = 20 + chance.below(41); left > 0; left -= 1) {
    counts.acts += 1
    if (chance.is(0.04)) saved = (await save(person)) ?? saved
    else if (chance.is(0.03)) {
      person.hand.phone.browser = 'well'
      person.hand = person.hand === first ? second : first
      person.did('the other phone')
    } else if (saved && chance.is(0.05)) await bring(person, saved)
    else {
      const zone: string | undefined = process.env.TZ
      await anyAct(chance)(person)
      // Both phones travel.
      if (process.env.TZ !== zone) for (const { witness } of [first, second]) witness.clock += 1
    }
    told(person.story)
    counts.closed += person.hand.witness.mustBeClosed ? 1 : 0
    counts.pages += await lookAround(person, person.hand.witness.mustBeClosed ? 4 : 1)
  }
  person.hand.phone.browser = 'well'
  counts.pages += await lookAround(person, chance.is(0.25) ? Number.POSITIVE_INFINITY : 12)
}

function anyAct(chance: Chance) {
  let at = chance.below(totalShare)
  for (const [share, act] of acts) {
    if (at < share) return act
    at -= share
  }
  throw new Error('no act')
}

/** What stands for each name in an address. Unknown ones too: they must be answered as well. */
const names: Readonly<Record<string, readonly string[]>> = {
  ':step': ['walk-walk', 'breathe', 'heat', 'no-such'],
  ':movement': ['M01', 'M03', 'M05', 'M08', 'M10', 'M15', 'M99'],
  ':sequence': ['morning', 'no-such'],
  ':course': ['breathing', 'muscles', 'no-such'],
  ':lesson': ['why', 'no-such'],
  ':session': ['0f5c1d4e-5b7a-7f3e-8d1c-2a6b7c8d9e0f'],
  ':entry': ['0f5c1d4e-5b7a-7f3e-8d1c-2a6b7c8d9e0f'],
  ':check': ['0f5c1d4e-5b7a-7f3e-8d1c-2a6b7c8d9e0f'],
}
const closedByDanger = /^\/(?:plan|movements|session|relax|medicines|prevent|today|programme$)/

/** Looks at some pages, or at all; those that danger closes first. Gives how many. */
async function lookAround(person: Person, most: number): Promise<number> {
  const { chance } = person
  const patterns = person.hand.phone.patterns.filter(
    (path) => path !== '/record/set-aside.txt' && path !== '/movements/sheet',
  )
  const first = patterns.filter((path) => closedByDanger.test(path))
  const all = most === Number.POSITIVE_INFINITY
  const chosen = all ? patterns : Array.from({ length: most }, () => chance.one(chance.is(0.75) ? first : patterns))
  for (const pattern of chosen) {
    const path = pattern
      .split('/')
      .map((part) =>
        part.startsWith(':screen') ? '2' : part.startsWith(':') ? chance.one(names[part] ?? ['x']) : part,
      )
      .join('/')
    await person.go(path)
  }
  return chosen.length
}
