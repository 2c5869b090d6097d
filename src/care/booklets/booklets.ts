/** Every printed guide by its name, in the order of the page that lists them. Data only. */
import { deskAndLifting } from './desk-and-lifting.ts'
import { first48Hours } from './first-48-hours.ts'
import { flareGuide } from './flare-guide.ts'
import { movementGuide } from './movement-guide.ts'
import { physioGuide } from './physio-questions.ts'
import type { Booklet } from './types.ts'

/** The printed guides. */
export const booklets: readonly Booklet[] = [first48Hours, movementGuide, deskAndLifting, flareGuide, physioGuide]
