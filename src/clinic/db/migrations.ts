/** The migrations of this program, in order. A released one is never changed: the next one puts right what it did. */
import directoryAndBooking from './migrations/0001-directory-and-booking.sql?raw'
import membersAndReads from './migrations/0002-members-and-reads.sql?raw'
import accounts from './migrations/0003-accounts.sql?raw'
import calendar from './migrations/0004-calendar.sql?raw'
import staffPages from './migrations/0005-console.sql?raw'
import setup from './migrations/0006-setup.sql?raw'
import reviewsAndSharing from './migrations/0007-reviews-and-sharing.sql?raw'
import waitingAndCourses from './migrations/0008-waiting-and-courses.sql?raw'
import keeping from './migrations/0009-keeping.sql?raw'
import lockedCopies from './migrations/0010-locked-copies.sql?raw'
import signInAsks from './migrations/0011-sign-in-asks.sql?raw'
import noPasskeys from './migrations/0012-no-passkeys.sql?raw'
import holdKey from './migrations/0013-hold-key.sql?raw'
import letters from './migrations/0014-letters.sql?raw'
import ask from './migrations/0015-ask.sql?raw'
import endedLinks from './migrations/0016-ended-links.sql?raw'
import classes from './migrations/0017-classes.sql?raw'
import passkeys from './migrations/0018-passkeys.sql?raw'
import samePersons from './migrations/0019-same-persons.sql?raw'
import priceOffers from './migrations/0020-price-offers.sql?raw'
import waysIn from './migrations/0021-ways-in.sql?raw'
import chooseAgain from './migrations/0022-choose-again.sql?raw'
import quickSearch from './migrations/0023-quick-search.sql?raw'
import undoCancel from './migrations/0024-undo-cancel.sql?raw'
import invitationsThatCameBack from './migrations/0025-invitations-that-came-back.sql?raw'
import guideMails from './migrations/0026-guide-mails.sql?raw'
import claimsByTime from './migrations/0027-claims-by-time.sql?raw'
import reminderHours from './migrations/0028-reminder-hours.sql?raw'
import openingHours from './migrations/0029-opening-hours.sql?raw'
import heldMoves from './migrations/0030-held-moves.sql?raw'
import freeTimesOfManyClinics from './migrations/0031-free-times-of-many-clinics.sql?raw'
import takenOffTheList from './migrations/0032-taken-off-the-list.sql?raw'
import priceOfEvents from './migrations/0033-price-of-events.sql?raw'
import endedOffers from './migrations/0034-ended-offers.sql?raw'
import noPastForThePublic from './migrations/0035-no-past-for-the-public.sql?raw'
import excessAndReferral from './migrations/0036-excess-and-referral.sql?raw'
import onceOnTheList from './migrations/0037-once-on-the-list.sql?raw'
import referralEvents from './migrations/0038-referral-events.sql?raw'
import referralOfWhoeverWaits from './migrations/0039-referral-of-whoever-waits.sql?raw'
import organizerOfAVisit from './migrations/0040-organizer-of-a-visit.sql?raw'
import unansweredLetters from './migrations/0041-unanswered-letters.sql?raw'
import pressOfEvents from './migrations/0042-press-of-events.sql?raw'
import whoCalledOff from './migrations/0043-who-called-off.sql?raw'
import setAside from './migrations/0044-set-aside.sql?raw'
import whoErased from './migrations/0045-who-erased.sql?raw'
import personChanges from './migrations/0046-person-changes.sql?raw'

/** One migration: its number from 1, its name, its SQL. */
export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
}

/** All of them, the oldest first. */
export const migrations: readonly Migration[] = [
  { number: 1, name: '0001-directory-and-booking', sql: directoryAndBooking },
  { number: 2, name: '0002-members-and-reads', sql: membersAndReads },
  { number: 3, name: '0003-accounts', sql: accounts },
  { number: 4, name: '0004-calendar', sql: calendar },
  { number: 5, name: '0005-console', sql: staffPages },
  { number: 6, name: '0006-setup', sql: setup },
  { number: 7, name: '0007-reviews-and-sharing', sql: reviewsAndSharing },
  { number: 8, name: '0008-waiting-and-courses', sql: waitingAndCourses },
  { number: 9, name: '0009-keeping', sql: keeping },
  { number: 10, name: '0010-locked-copies', sql: lockedCopies },
  { number: 11, name: '0011-sign-in-asks', sql: signInAsks },
  { number: 12, name: '0012-no-passkeys', sql: noPasskeys },
  { number: 13, name: '0013-hold-key', sql: holdKey },
  { number: 14, name: '0014-letters', sql: letters },
  { number: 15, name: '0015-ask', sql: ask },
  { number: 16, name: '0016-ended-links', sql: endedLinks },
  { number: 17, name: '0017-classes', sql: classes },
  { number: 18, name: '0018-passkeys', sql: passkeys },
  { number: 19, name: '0019-same-persons', sql: samePersons },
  { number: 20, name: '0020-price-offers', sql: priceOffers },
  { number: 21, name: '0021-ways-in', sql: waysIn },
  { number: 22, name: '0022-choose-again', sql: chooseAgain },
  { number: 23, name: '0023-quick-search', sql: quickSearch },
  { number: 24, name: '0024-undo-cancel', sql: undoCancel },
  { number: 25, name: '0025-invitations-that-came-back', sql: invitationsThatCameBack },
  { number: 26, name: '0026-guide-mails', sql: guideMails },
  { number: 27, name: '0027-claims-by-time', sql: claimsByTime },
  { number: 28, name: '0028-reminder-hours', sql: reminderHours },
  { number: 29, name: '0029-opening-hours', sql: openingHours },
  { number: 30, name: '0030-held-moves', sql: heldMoves },
  { number: 31, name: '0031-free-times-of-many-clinics', sql: freeTimesOfManyClinics },
  { number: 32, name: '0032-taken-off-the-list', sql: takenOffTheList },
  { number: 33, name: '0033-price-of-events', sql: priceOfEvents },
  { number: 34, name: '0034-ended-offers', sql: endedOffers },
  { number: 35, name: '0035-no-past-for-the-public', sql: noPastForThePublic },
  { number: 36, name: '0036-excess-and-referral', sql: excessAndReferral },
  { number: 37, name: '0037-once-on-the-list', sql: onceOnTheList },
  { number: 38, name: '0038-referral-events', sql: referralEvents },
  { number: 39, name: '0039-referral-of-whoever-waits', sql: referralOfWhoeverWaits },
  { number: 40, name: '0040-organizer-of-a-visit', sql: organizerOfAVisit },
  { number: 41, name: '0041-unanswered-letters', sql: unansweredLetters },
  { number: 42, name: '0042-press-of-events', sql: pressOfEvents },
  { number: 43, name: '0043-who-called-off', sql: whoCalledOff },
  { number: 44, name: '0044-set-aside', sql: setAside },
  { number: 45, name: '0045-who-erased', sql: whoErased },
  { number: 46, name: '0046-person-changes', sql: personChanges },
]
