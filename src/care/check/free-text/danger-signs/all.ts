/** Everything that the net listens for, in the order of the check. */
import { accidentsAndIllness } from './accidents-and-illness.ts'
import { bellyAndPregnancy } from './belly-and-pregnancy.ts'
import { bowelAndSex } from './bowel-and-sex.ts'
import { headChestInfection } from './head-chest-infection.ts'
import { history } from './history.ts'
import { legsAndHands } from './legs-and-hands.ts'
import { lifeAndHome } from './life-and-home.ts'
import { medicines } from './medicines.ts'
import { saddleAndBladder } from './saddle-and-bladder.ts'
import { reachAndPregnancy } from './reach-and-pregnancy.ts'
import type { DangerSign } from './sign.ts'

/** Every sign of the groups beside this file; each question once. */
export const dangerSigns: readonly DangerSign[] = [
  ...saddleAndBladder,
  ...bowelAndSex,
  ...legsAndHands,
  ...headChestInfection,
  ...bellyAndPregnancy,
  ...accidentsAndIllness,
  ...medicines,
  ...lifeAndHome,
  ...history,
  ...reachAndPregnancy,
]
