/** Danger signs in the words that several articles share, so that no two of them say another thing. Data only. */
import { claimed } from './types.ts'

/** Nerves to bladder and bowel. */
export const saddleNow = claimed(
  'Newly numb between the legs, or a change in how you pee or poo? Go to A&E or call 999 now.',
  'nerve-signs-now',
)
/** Both legs, and a leg that gets weak. */
export const legsNow = claimed(
  'New pain or numbness down both legs, or a leg that is getting weak? Go to A&E or call 999 now.',
  'both-legs-now',
  'leg-weaker-now',
)
/** Heart, lungs and the big vessel. */
export const chestNow = claimed(
  'Chest pain, hard to breathe, a tearing pain or a collapse? Call 999 now.',
  'chest-now',
  'tearing-now',
)
