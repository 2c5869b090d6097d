/** Told to whoever asked for a time that cannot be had. */
import type { ClinicNames } from '../../clinic/booking/offered-time.ts'
import type { NotBooked } from '../../clinic/booking/slot-claims.ts'
import { problem, type Reply } from '../problem.ts'
import type { Call } from './call.ts'
import { tellTime } from './told.ts'

/** Why, and what is free near it. */
export const notToBeHad = ({ now }: Call, { why, near }: NotBooked, names: ClinicNames): Reply =>
  problem(409, 'That time is not to be had. "near" lists what is.', undefined, {
    why,
    near: near.map((slot) =>
      tellTime(slot, {
        therapist: names.therapists.get(slot.therapist)?.slug ?? '',
        zone: names.locations.get(slot.location)?.zone ?? 'UTC',
        now,
      }),
    ),
  })
