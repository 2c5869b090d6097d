/**
 * The screens of the check, in order: the emergency set first (evidence.md §1.0, "Order").
 * A screen is shown only while one of its questions can still change the result. Clarifiers (`under`) follow their
 * question; those not shown with it are asked on the next screen, alone. `who` is on none: the first screen has a button.
 */
import type { Screen } from '../types.ts'

/** The screens in the order in which they are asked. */
export const screens: readonly Screen[] = [
  {
    id: 'nerves',
    title: 'Any danger signs, even mild ones?',
    groups: [
      {
        heading: 'Any danger signs, even mild ones?',
        questions: ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9'],
      },
    ],
  },
  {
    id: 'danger-now',
    title: 'Any other danger signs?',
    groups: [{ heading: 'Any other danger signs?', questions: ['C1', 'C2', 'C3', 'A10', 'A11', 'B1', 'C6', 'D2'] }],
  },
  {
    id: 'place',
    title: 'You and the pain',
    groups: [{ questions: ['age', 'sex', 'place', 'F6', 'centre', 'startHow', 'startAfter', 'duration', 'history'] }],
  },
  {
    id: 'pain',
    title: 'How it is now',
    groups: [
      {
        questions: [
          ...['painNow', 'changes', 'changes.try', 'trend', 'sinceDay1', 'F3', 'F3.weekly'],
          ...['stand10', 'walk', 'I5', 'I5.stuck'],
        ],
      },
    ],
  },
  {
    id: 'body',
    title: 'Tummy, pee, legs: any of these?',
    groups: [
      {
        heading: 'Tummy, pee, legs: any of these?',
        questions: ['C5.collapse', 'C5.lump', 'C5.known', 'D1', 'D3', 'D5', 'D4', 'D7', 'D8', 'C4', 'C7'],
      },
      { questions: ['kidney', 'pregnancy', 'weeks'] },
    ],
  },
  {
    id: 'pregnancy',
    title: 'Pregnancy and birth',
    groups: [{ questions: ['D6', 'H1', 'H2.waves', 'H2', 'H4'] }],
  },
  {
    id: 'illness',
    title: 'Any signs of illness?',
    groups: [
      { heading: 'Any signs of illness?', questions: ['B2', 'F2', 'F5', 'E6', 'G4', 'G2'] },
      { questions: ['B2.kidney', 'G3'] },
    ],
  },
  {
    id: 'injury',
    title: 'Injury and bones: any of these?',
    groups: [
      { heading: 'Injury and bones: any of these?', questions: ['E1', 'E5', 'E8', 'I7.limp'] },
      { questions: ['injuryWhen'] },
      { asksWithTitle: true, questions: ['fxRisk'] },
    ],
  },
  {
    id: 'health',
    title: 'Any of these, now or ever?',
    groups: [
      {
        heading: 'Any of these, now or ever?',
        questions: ['F1', 'I1', 'steroids', 'E7', 'B5', 'I9', 'I11', 'I12', 'aortic', 'G1.onOff'],
      },
      { asksWithTitle: true, questions: ['infRisk'] },
    ],
  },
  {
    id: 'mind',
    title: 'Medicines, mind and safety',
    groups: [{ questions: ['I2', 'I5.medicine', 'I3', 'I4', 'worry'] }],
  },
  {
    id: 'details',
    title: 'A few last details',
    groups: [{ questions: ['painEasiest', 'capain', 'F7', 'B4', 'I10', 'G1.began', 'G1'] }],
  },
]
