/** Past visits of the demonstration, and what people said of them, good and less good. Pure; the same seed gives the same. */
import type { DemoClinic } from './demo-clinics.ts'

/** One visit that is over, with or without a review. */
export interface DemoPastVisit {
  /** Indexes of the clinic's therapists, services and locations. */
  readonly therapist: number
  readonly service: number
  readonly at: number
  /** ISO day and wall time in London. */
  readonly day: string
  readonly time: string
  readonly name: string
  readonly review?: {
    readonly mark: number
    readonly words: string
    readonly isNamed: boolean
    readonly reply?: string
    readonly isKeptBack: boolean
  }
}

const said: Readonly<Record<number, readonly string[]>> = {
  5: [
    'Found out what I could still do, not only what hurt. Two visits were enough.',
    'Listened first. Showed me three movements and wrote them down.',
    'Told me plainly that it was not worth coming back every week.',
    'I could ask everything, and the answers were in words I know.',
    '',
  ],
  4: [
    'Clear and kind. Ran ten minutes late.',
    'Good advice. The room was a bit cold.',
    'Helped me get going again. Parking is hard.',
  ],
  3: ['Fine, but it felt rushed at the end.', 'It was all right. I had hoped for more time to talk.'],
  2: ['I waited 25 minutes and then had half the time.'],
  1: ['Nobody was at the door, and nobody rang me.'],
}
const replies = [
  'Sorry about the wait. We leave longer gaps now.',
  'Thank you for telling us. We have talked about it.',
]
const names = [
  'Mara Oakshott',
  'Tobias Fenwright',
  'Lin Harrowgate',
  'Sade Millbrook',
  'Piotr Wrenfield',
  'Noor Ashcombe',
]

/** One visit at most on a weekday of each therapist who is shown, in the last sixty days; two of three have a review. */
export function demoPastVisits(clinic: DemoClinic, today: string, seed: number): readonly DemoPastVisit[] {
  const visits: DemoPastVisit[] = []
  for (const [therapist, person] of clinic.therapists.entries()) {
    const [hours] = person.hours
    if ((person.registeredForDays ?? -1) < 0 || !hours) continue
    const next = reviewer(therapist * 7 + seed * 3)
    // How many have spoken differs, so that a list by reviews has something to weigh.
    const every = 2 + ((therapist + seed) % 4) * 3
    let turn = therapist + seed
    for (let ago = 3; ago <= 60; ago += every) {
      const day = Temporal.PlainDate.from(today).subtract({ days: ago })
      if (!hours.weekdays.includes(day.dayOfWeek)) continue
      turn += 1
      const service = person.gives[turn % person.gives.length] ?? 0
      const name = names[turn % names.length] ?? ''
      const review = turn % 3 === 0 ? {} : { review: next() }
      visits.push({ therapist, service, at: hours.at, day: day.toString(), time: hours.from, name, ...review })
    }
  }
  return visits
}

/** Mostly good, as reviews are, and not only. */
const marks = [5, 4, 5, 5, 3, 4, 5, 2, 5, 4, 5, 1, 5, 4, 3, 5, 5] as const

/** Gives one review after the other; words of a mark come again only when all have been used. */
function reviewer(first: number) {
  const used = new Map<number, number>()
  let turn = first
  return () => {
    turn += 1
    const mark = marks[turn % marks.length] ?? 5
    const words = said[mark] ?? []
    const times = (used.get(mark) ?? first) + 1
    used.set(mark, times)
    const reply = mark <= 2 ? replies[turn % replies.length] : undefined
    return {
      mark,
      words: words[times % words.length] ?? '',
      isNamed: turn % 2 === 0,
      ...(reply && { reply }),
      isKeptBack: turn % 23 === 0,
    }
  }
}
