/**
 * What to watch for, shown with every result, printed, and repeated at each check-in (evidence.md §2.2).
 * Written, not generated. Short on purpose: one screen.
 */

export const safetyNet = {
  goNow: {
    title: 'Go to A&E or call 999 if',
    items: [
      'You feel numb or tingly: between the legs, private parts, bottom or back passage.',
      'Peeing changes: you can’t start, can’t feel it, or leak.',
      'You leak poo, or can’t feel it.',
      'Sex feels numb.',
      'Both legs are painful, numb or weak.',
      'A leg or foot is getting weak.',
      'Your chest hurts, or it is hard to breathe.',
      'You get a sudden tearing or terrible pain in the tummy or back. Or you collapse.',
      'You feel very unwell, confused, or can’t stop shaking.',
    ],
  },
  sameDay: {
    title: 'Ring 111 or your GP the same day if',
    items: [
      'You have 38 °C or more, or feel shivery.',
      'You lose weight without trying.',
      'You find a new lump or change of shape in your back.',
      'You get a burning rash on one side.',
      'Your side hurts and you feel sick or see blood in your pee.',
      'One calf is swollen or hot.',
      'From day 3 on: the pain is steady day and night, and no position eases it. Before day 3, do this check again after a day.',
      'You fall or knock your back, and you have thin bones or take blood thinners or steroids.',
      'You are pregnant and get new pain.',
      'You have thoughts of ending your life (ring 111 and choose option 2).',
    ],
  },
  expect: {
    title: 'What to expect',
    items: [
      'Sharp, catching pain when you move, for a few days.',
      'Most people are clearly better in 2 weeks. Many still have some ache at 6 weeks.',
    ],
  },
  bookIf: {
    title: 'Book a check if',
    items: [
      'It is not easing at all by day 4 or 5.',
      'It is less than about a third better at 2 weeks.',
      'It has not settled by 4 to 6 weeks.',
      'The pain moves further down a leg.',
    ],
  },
  closing: 'If you are worried, ask. You will not be wasting anyone’s time.',
} as const

/** A part of the safety-net. */
export interface NetPart {
  readonly title: string
  readonly items: readonly string[]
}

/**
 * The calm parts for somebody who is in the middle of it: what to expect, and when to book, as far as it is still ahead.
 * No danger sign is ever left out, so those parts are not here.
 * @param day days since the episode began, from 0
 */
export function calmNetOn(day: number): { readonly expect: NetPart | null; readonly bookIf: NetPart } {
  const { expect, bookIf } = safetyNet
  const [catching, twoWeeks] = expect.items
  const [easing, third, settled, leg] = bookIf.items
  const ahead = [...(day < lastDay.catching ? [catching] : []), ...(day < lastDay.settled ? [twoWeeks] : [])]
  const book = [
    ...(day <= lastDay.easing ? [easing] : []),
    ...(day <= lastDay.third ? [third] : []),
    ...(day <= lastDay.settled ? [settled] : []),
    leg,
  ]
  return {
    expect: ahead.length > 0 ? { ...expect, items: ahead } : null,
    bookIf: { ...bookIf, items: book },
  }
}

/** Up to which day since the beginning each calm line has something to say: "a few days", day 5, 2 weeks, 6 weeks. [C] */
const lastDay = { catching: 7, easing: 5, third: 14, settled: 42 } as const

/** Titles of the calm parts after an emergency: they hold only once somebody has seen the person. */
export const onceSeenTitles = {
  expect: 'What to expect, once you have been seen',
  bookIf: 'After that, be seen again if',
} as const
