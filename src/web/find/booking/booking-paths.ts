/** A time that a visit would be moved to. */
interface TimeToMoveTo {
  readonly therapist: string
  readonly location: string
  readonly start: number
}

/** The addresses of booking and of a person's visit. Their private part opens one hold or one visit, and says nothing. */
export const bookingPaths = {
  /** A time that somebody looks at before it is held. @param start milliseconds since 1970 */
  time: (slug: string, service: string, start: number) =>
    `/book/${slug}?${new URLSearchParams({ service, at: Temporal.Instant.fromEpochMilliseconds(start).toString() })}`,
  timePattern: '/book/:slug',
  /** Several visits at one rhythm: looked at here, and held by posting to it. */
  course: (slug: string) => `/book/${slug}/course`,
  coursePattern: '/book/:slug/course',
  hold: (token: string) => `/book/hold/${token}`,
  holdPattern: '/book/hold/:token',
  visit: (token: string) => `/visits/${token}`,
  visitPattern: '/visits/:token',
  calendar: (token: string) => `/visits/${token}/visit.ics`,
  calendarPattern: '/visits/:token/visit.ics',
  cancel: (token: string) => `/visits/${token}/cancel`,
  cancelPattern: '/visits/:token/cancel',
  move: (token: string) => `/visits/${token}/move`,
  /** Times of a week. @param firstDay ISO day */
  moveWeek: (token: string, firstDay: string) => `/visits/${token}/move?${new URLSearchParams({ from: firstDay })}`,
  movePattern: '/visits/:token/move',
  /** This visit of a course and those after it, cancelled together. */
  cancelLater: (token: string) => `/visits/${token}/later/cancel`,
  cancelLaterPattern: '/visits/:token/later/cancel',
  /** The same, moved as far as the first: each date looked at before it is taken. @param start milliseconds since 1970 */
  moveLater: (token: string, start: number) =>
    `/visits/${token}/later/move?${new URLSearchParams({ start: String(start) })}`,
  moveLaterPattern: '/visits/:token/later/move',
  /** The mails of a visit, where the demonstration sends none. */
  mails: (token: string) => `/visits/${token}/mails`,
  mailsPattern: '/visits/:token/mails',
  /** Where a check is shared with a visit, or taken back. Posted only. */
  check: (token: string) => `/visits/${token}/check`,
  checkPattern: '/visits/:token/check',
  /** One time to move to, looked at before it is taken. @param start milliseconds since 1970 */
  moveTo: (token: string, { therapist, location, start }: TimeToMoveTo) =>
    `/visits/${token}/move?${new URLSearchParams({ therapist, location, start: String(start) })}`,
  /** Where somebody asks for a time that is not free. */
  join: (slug: string, service: string) => `/waiting/join/${slug}?${new URLSearchParams({ service })}`,
  joinPattern: '/waiting/join/:slug',
  /** Where somebody asks for a free talk without choosing a time. */
  assessment: (slug: string, service: string) => `/therapists/${slug}/assessment?${new URLSearchParams({ service })}`,
  assessmentPattern: '/therapists/:slug/assessment',
  /** What became of such a request. */
  request: (token: string) => `/requests/${token}`,
  requestPattern: '/requests/:token',
  waiting: (token: string) => `/waiting/${token}`,
  waitingPattern: '/waiting/:token',
  offer: (token: string) => `/offers/${token}`,
  offerPattern: '/offers/:token',
  /** Choosing another time for a visit that the clinic cannot keep. */
  again: (token: string) => `/visits/again/${token}`,
  againPattern: '/visits/again/:token',
  /** Waiting for an earlier time with a visit that stands. */
  earlier: (token: string) => `/visits/${token}/earlier`,
  earlierPattern: '/visits/:token/earlier',
} as const
