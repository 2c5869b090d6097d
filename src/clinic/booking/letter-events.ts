/** What stands in the history of a visit for its letter of referral. Pure. */

/** As it is written down. It says nothing of where the visit stands. */
export const letterEvents = { seen: 'referral-seen', notSeen: 'referral-not-seen' } as const

/** Is it one of them? */
export const isLetterEvent = ({ what }: { readonly what: string }): boolean =>
  what === letterEvents.seen || what === letterEvents.notSeen
