/**
 * Where the pages of clinics and of a person's account lead, for a device whose record says that help comes first: one list of
 * every address that can be looked at (doors.test.tsx holds that none is left out), read by the frame of all these pages.
 * Never: knows anything of a person. What the record says is asked on the device (islands/help-first.ts).
 */
import { askPaths } from './ask/ask-paths.ts'
import { bookingPaths } from './booking/booking-paths.ts'
import { feedPaths } from './feeds/feed-paths.ts'
import { letterPaths } from './letters/letter-paths.ts'
import { findPaths } from './paths.ts'
import { reviewPaths } from './reviews/review-paths.ts'

/**
 * How help is said first there. `before`: it stands before the page, which leads to a visit or to waiting for one. `above`: at its
 * top, and the page stays in use, as a visit that stands can be cancelled. `none`: the page leads to no visit.
 */
export type Door = 'before' | 'above' | 'none'

/** Every address of these pages that can be looked at, as the routes name it. */
export const doors: Readonly<Record<string, Door>> = {
  [bookingPaths.timePattern]: 'before',
  [bookingPaths.coursePattern]: 'before',
  [bookingPaths.holdPattern]: 'before',
  [bookingPaths.joinPattern]: 'before',
  [bookingPaths.assessmentPattern]: 'before',
  [bookingPaths.offerPattern]: 'before',
  [bookingPaths.againPattern]: 'before',
  [bookingPaths.movePattern]: 'before',
  [bookingPaths.moveLaterPattern]: 'before',
  [bookingPaths.earlierPattern]: 'before',

  [findPaths.find]: 'above',
  [findPaths.compare]: 'above',
  [findPaths.clinicPattern]: 'above',
  [findPaths.clinicTimesPattern]: 'above',
  [findPaths.therapistPattern]: 'above',
  [findPaths.timesPattern]: 'above',
  [reviewPaths.allPattern]: 'above',
  [bookingPaths.visitPattern]: 'above',
  [bookingPaths.cancelPattern]: 'above',
  [bookingPaths.cancelLaterPattern]: 'above',
  [bookingPaths.waitingPattern]: 'above',
  [bookingPaths.requestPattern]: 'above',
  [askPaths.ask]: 'above',
  [askPaths.ownPattern]: 'above',
  [askPaths.answeredPattern]: 'above',
  [askPaths.answerPattern]: 'above',
  // A person's account (web/account, which stands below this room) shows their visits and how each is moved.
  '/account': 'above',

  // A visit that is over, and its mails, its days in a calendar, and what readers say of a page of the guide.
  [reviewPaths.writePattern]: 'none',
  [reviewPaths.stopPattern]: 'none',
  [reviewPaths.reportPattern]: 'none',
  [bookingPaths.mailsPattern]: 'none',
  [feedPaths.ofVisitPattern]: 'none',
  [askPaths.commentsPattern]: 'none',
  [askPaths.ownCommentPattern]: 'none',
  // Ways into an account and out of it, and letters that come by mail.
  '/account/sign-in': 'none',
  '/account/sign-in/sent': 'none',
  '/account/sign-in/link/:token': 'none',
  '/account/passkeys': 'none',
  '/account/delete': 'none',
  [letterPaths.letters]: 'none',
  [letterPaths.asked]: 'none',
  [letterPaths.yesPattern]: 'none',
  [letterPaths.minePattern]: 'none',
  [letterPaths.leavePattern]: 'none',
  // No pages: a copy of an account, the locked copy of a record, a calendar file, a feed and two lists for scripts.
  '/account/download': 'none',
  '/account/record': 'none',
  [bookingPaths.calendarPattern]: 'none',
  [feedPaths.feedPattern]: 'none',
  [findPaths.districts]: 'none',
  [askPaths.known]: 'none',
}

/** The more of an address is fixed, the sooner it is tried: `/ask/answered` is no question of somebody's. */
const tried = Object.entries(doors)
  .map(([pattern, door]) => ({
    door,
    free: pattern.split('/').filter((part) => part.startsWith(':')).length,
    form: new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll(/:[a-z]+/g, '[^/]+')}$`),
  }))
  .toSorted((one, other) => one.free - other.free)

/** @param path an address without what stands after its "?" */
export const doorOf = (path: string): Door => tried.find(({ form }) => form.test(path))?.door ?? 'none'
