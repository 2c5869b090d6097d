/** Every address of the staff's pages, and which of them may be opened without having signed in. None carries a name or health. */

export const consolePaths = {
  today: '/console',
  /** @param day ISO day */
  day: (day: string) => `/console/days/${day}`,
  dayPattern: '/console/days/:day',
  /** @param day ISO day @param of therapist's id, or "all" */
  dayOf: (day: string, of: string) => `/console/days/${day}?${new URLSearchParams({ of })}`,
  /** The day with a visit beside it. @param day ISO day @param of therapist's id, or "all" @param visit its id */
  dayWith: (day: string, of: string, visit: string) => `/console/days/${day}?${new URLSearchParams({ of, visit })}`,
  /** @param day ISO day @param of therapist's id, or "all" */
  printDay: (day: string, of: string) => `/console/days/${day}/print?${new URLSearchParams({ of })}`,
  printDayPattern: '/console/days/:day/print',
  visit: (id: string) => `/console/visits/${id}`,
  visitPattern: '/console/visits/:visit',
  /** Posted: a step at the door. */
  step: (id: string) => `/console/visits/${id}/step`,
  stepPattern: '/console/visits/:visit/step',
  /** Posted: the last step at the door taken back. */
  undo: (id: string) => `/console/visits/${id}/undo`,
  undoPattern: '/console/visits/:visit/undo',
  cancel: (id: string) => `/console/visits/${id}/cancel`,
  cancelPattern: '/console/visits/:visit/cancel',
  /** Posted: a cancel by staff taken back. */
  putBack: (id: string) => `/console/visits/${id}/put-back`,
  putBackPattern: '/console/visits/:visit/put-back',
  /** This visit of a course and those after it; posted below it: all cancelled, or all moved. */
  later: (id: string) => `/console/visits/${id}/later`,
  laterPattern: '/console/visits/:visit/later',
  cancelLater: (id: string) => `/console/visits/${id}/later/cancel`,
  cancelLaterPattern: '/console/visits/:visit/later/cancel',
  moveLater: (id: string) => `/console/visits/${id}/later/move`,
  moveLaterPattern: '/console/visits/:visit/later/move',
  /** Posted: the email of whoever is written to about a visit, put right. */
  address: (id: string) => `/console/visits/${id}/address`,
  addressPattern: '/console/visits/:visit/address',
  people: '/console/people',
  person: (id: string) => `/console/people/${id}`,
  personPattern: '/console/people/:person',
  /** How somebody is called and reached; posted to it: what a change would touch, and the change. */
  changePerson: (id: string) => `/console/people/${id}/change`,
  changePersonPattern: '/console/people/:person/change',
  /** Forgetting somebody; posted to it: what would go and stay, and doing it. */
  erase: (id: string) => `/console/people/${id}/erase`,
  erasePattern: '/console/people/:person/erase',
  /** Records that may be one person. */
  same: '/console/people/same',
  /** Two records side by side; posted to it: what of both stays. */
  compare: (id: string, other: string) => `/console/people/${id}/same/${other}`,
  comparePattern: '/console/people/:person/same/:other',
  /** Posted: that they are two people. */
  different: (id: string, other: string) => `/console/people/${id}/same/${other}/different`,
  differentPattern: '/console/people/:person/same/:other/different',
  /** Posted: two records made one are two again. */
  unmerge: (id: string) => `/console/people/${id}/unmerge`,
  unmergePattern: '/console/people/:person/unmerge',
  /** Visits that insurers granted or that were paid ahead. */
  grants: '/console/grants',
  grant: (id: string) => `/console/grants/${id}`,
  grantPattern: '/console/grants/:id',
  /** Who asked for a free talk; posted to it: that one was answered. */
  requests: '/console/requests',
  /** How many finish what a mail asks of them. */
  links: '/console/links',
  /** Who waits for a time. */
  waiting: '/console/waiting',
  /** Whether the letter of referral of a visit was seen. Posted only. */
  referral: (id: string) => `/console/visits/${id}/referral`,
  referralPattern: '/console/visits/:visit/referral',
  /** Putting somebody on the list: a caller, or somebody known from a visit. */
  putOn: '/console/waiting/new',
  putOnFor: (visit: string) => `/console/waiting/new?${new URLSearchParams({ visit })}`,
  /** One of them: times to offer, and taking them off the list. */
  waitingOne: (id: string) => `/console/waiting/${id}`,
  waitingOnePattern: '/console/waiting/:entry',
  /** Posted: a time is offered to them. */
  offerTime: (id: string) => `/console/waiting/${id}/offer`,
  offerTimePattern: '/console/waiting/:entry/offer',
  /** Posted: they do not want what is offered to them. */
  passTime: (id: string) => `/console/waiting/${id}/pass`,
  passTimePattern: '/console/waiting/:entry/pass',
  /** Posted: they are taken off the list. */
  takeOff: (id: string) => `/console/waiting/${id}/off`,
  takeOffPattern: '/console/waiting/:entry/off',
  calendar: '/console/calendar',
  reviews: '/console/reviews',
  /** Questions of the public. */
  inbox: '/console/inbox',
  /** One question; posted to it: what is done with it. */
  question: (id: string) => `/console/inbox/${id}`,
  questionPattern: '/console/inbox/:question',
  /** Comments under the guide, before they show. */
  moderation: '/console/moderation',
  /** Posted: what is done with a comment. */
  comment: (id: string) => `/console/moderation/${id}`,
  commentPattern: '/console/moderation/:comment',
  /** What the clinic takes on; posted to it: the change. */
  takenOn: '/console/taken-on',
  letters: '/console/letters',
  /** Offers with a code, that letters carry. */
  offers: '/console/offers',
  newLetter: '/console/letters/new',
  letter: (id: string) => `/console/letters/${id}`,
  letterPattern: '/console/letters/:letter',
  /** How it looks, its test, and its time. */
  lookAtLetter: (id: string) => `/console/letters/${id}/look`,
  lookAtLetterPattern: '/console/letters/:letter/look',
  /** The letter itself as HTML. @param dark as at night */
  letterPicture: (id: string, dark: boolean) => `/console/letters/${id}/picture${dark ? '?dark=yes' : ''}`,
  letterPicturePattern: '/console/letters/:letter/picture',
  /** Posted: what is done with it. */
  letterActs: (id: string) => `/console/letters/${id}/acts`,
  letterActsPattern: '/console/letters/:letter/acts',
  /** Posted: mails that came back. */
  bounces: '/console/letters/bounces',
  /** Posted: an address whose proof is wanted. */
  letterProof: '/console/letters/proof',
  /** A therapist's own calendar feed. */
  feed: '/console/feed',
  /** One's own passkeys; posted to it: a new one. */
  passkeys: '/console/passkeys',
  /** Letting a colleague in again; posted to it: to ask, to agree, to stop. */
  newStarts: '/console/new-starts',
  clinic: '/console/clinic',
  signIn: '/console/sign-in',
  whichClinic: '/console/sign-in/which-clinic',
  unlock: '/console/unlock',
  lock: '/console/lock',
  atWork: '/console/at-work',
  /** Whether some days still stand as a page shows them. Asked by the page itself, so it is no touch. */
  dayChanged: '/console/day-changed',
  signOut: '/console/sign-out',
} as const

/** The doors: what somebody opens who has not signed in, each with what lies below it. Everything else is behind the gate. */
const doors: readonly string[] = [
  consolePaths.signIn,
  consolePaths.unlock,
  consolePaths.lock,
  consolePaths.signOut,
  '/console/invite',
]

/** Is this a door, or below one? @param path without its query */
export const isDoor = (path: string): boolean => doors.some((door) => path === door || path.startsWith(`${door}/`))

/** Longest address that is gone back to, in characters. */
const longestThen = 300

/**
 * Where to go after signing in: the page that was asked for, if it is one of ours and no door; otherwise today.
 * @param text as it stands in an address, so anybody may have written it
 */
export function thenPath(text: string): string {
  const isOurs = text.length <= longestThen && /^\/console([/?][\w\-/?=&.%]*)?$/.test(text) && !/\/[/.]/.test(text)
  const [path = ''] = text.split('?')
  return isOurs && !isDoor(path) ? text : consolePaths.today
}

/**
 * The locked door, for a form that was sent to it: the browser sends it on there, where it is kept for whoever signs in again.
 * @param then the page it came from @param to where it posts to
 */
export const unlockWith = (then: string, to: string): string =>
  `${consolePaths.unlock}?${new URLSearchParams({ then, to })}`

/**
 * The door with the way back in it.
 * @param then address of our own that was asked for
 * @param isUnsent a form was sent, and was not taken: the door says so. (`islands/at-work.ts` says “typed” where it was not sent.)
 */
export const doorTo = (door: string, then: string, isUnsent = false): string =>
  `${door}?${new URLSearchParams({ then, ...(isUnsent && { unsent: 'yes' }) })}`
