/** What is said where an insurer's grant or a package pays for no visit more. */
import type { GrantRefusal } from '../../../clinic/booking/grants.ts'

/** Why a grant pays for no visit more, and what can be done. */
export const grantWords: Readonly<Record<GrantRefusal, string>> = {
  usedUp: 'This number has not enough visits left. Choose to pay yourself, or get a new number.',
  over: 'This number ends before that day. Choose an earlier visit, pay yourself, or get a new number.',
  otherService: 'This number is for another kind of visit. Choose to pay yourself, or ring the clinic.',
  unknown: 'The clinic has no package with this number for this name. Look at both, or choose another way to pay.',
}

/** The same for staff who book on the phone. */
export const grantWordsForStaff: Readonly<Record<GrantRefusal, string>> = {
  usedUp: 'This number has not enough visits left. Take it out, or get a new number.',
  over: 'This number ends before that day. Choose an earlier visit, or take it out.',
  otherService: 'This number is for another kind of visit. Take it out, or choose that kind.',
  unknown: 'There is no package with this number for this name. Look at both.',
}
