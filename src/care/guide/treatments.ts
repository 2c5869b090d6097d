/** Every treatment that the guide holds side by side, the surest first (evidence.md §8). Data only. */
import {
  avoidLifting,
  backBelt,
  cold,
  coreStrength,
  drinking,
  heat,
  keepMoving,
  pilates,
  posture,
  relaxing,
  rest,
  strengthening,
  stretching,
  walking,
  yoga,
} from './treatments/do-it-yourself.ts'
import {
  chiropractic,
  manipulation,
  massage,
  physiotherapy,
  selfMassage,
  triggerPoints,
} from './treatments/hands-on.ts'
import { injections, surgery } from './treatments/injections-and-surgery.ts'
import { acupuncture, tens, ultrasound } from './treatments/machines-and-needles.ts'
import { ibuprofen, muscleRelaxants, opioids, paracetamol, steroidTablets } from './treatments/medicines.ts'
import { nerveTest, scans } from './treatments/tests.ts'
import type { Treatment } from './types.ts'

/** The treatments, in the order of their grade; within a grade, what people can do themselves first. */
export const guideTreatments: readonly Treatment[] = [
  ...[keepMoving, walking, heat, ibuprofen],
  ...[
    strengthening,
    coreStrength,
    yoga,
    pilates,
    relaxing,
    physiotherapy,
    manipulation,
    chiropractic,
    massage,
    muscleRelaxants,
  ],
  ...[stretching, cold, selfMassage, drinking, posture, avoidLifting, triggerPoints, nerveTest],
  ...[rest, backBelt, paracetamol, opioids, steroidTablets, tens, ultrasound, acupuncture, injections, surgery, scans],
]

/** The treatment of this name; nothing for a name that is none. */
export const treatmentOf = (slug: string): Treatment | undefined =>
  guideTreatments.find((treatment) => treatment.slug === slug)
