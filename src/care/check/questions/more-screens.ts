/**
 * The screens of "Add more for the doctor or nurse" (more.ts): questions of the check that an early result left unasked, and two of its own.
 * Data only.
 */
import type { Screen } from '../types.ts'

/** What matters next, in the order in which it is asked: what could be another emergency first. */
export const moreScreens: readonly Screen[] = [
  {
    id: 'more',
    title: 'Add more for the doctor or nurse',
    groups: [
      { heading: 'Is any of this true now?', questions: ['B1', 'D2', 'B2', 'I1', 'steroids', 'F1', 'B5'] },
      { questions: ['age', 'sex', 'infRisk', 'I2', 'medicines', 'alone'] },
    ],
  },
  { id: 'more-pregnancy', title: 'Pregnancy and birth', groups: [{ questions: ['pregnancy'] }] },
  { id: 'more-baby', title: 'Pregnancy and birth', groups: [{ questions: ['weeks', 'H1', 'H2.waves', 'H4', 'D6'] }] },
]

/** Every question of these screens. */
export const moreQuestions: readonly string[] = moreScreens.flatMap(({ groups }) =>
  groups.flatMap(({ questions }) => questions),
)
