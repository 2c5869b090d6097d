/** The addresses of calendar feeds. What calendar programs fetch holds a secret part and says nothing. */
export const feedPaths = {
  feed: (token: string) => `/feeds/${token}.ics`,
  feedPattern: '/feeds/:file',
  /** A person's own, from the private link of a visit. */
  ofVisit: (token: string) => `/visits/${token}/calendar`,
  ofVisitPattern: '/visits/:token/calendar',
} as const
