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

/** Titles of the calm parts after an emergency: they hold only once somebody has seen the person. */
export const onceSeenTitles = {
  expect: 'What to expect, once you have been seen',
  bookIf: 'After that, be seen again if',
} as const
