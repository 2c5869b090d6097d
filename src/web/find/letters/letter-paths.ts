/** The addresses of letters. The private part opens one person's choice and says nothing of them. */
export const letterPaths = {
  letters: '/letters',
  /** With this clinic chosen already. @param slug of the clinic */
  from: (slug: string) => `/letters?${new URLSearchParams({ clinic: slug })}`,
  /** A wish was written down. */
  asked: '/letters/asked',
  /** The question that was mailed: was it you? */
  yes: (token: string) => `/letters/yes/${token}`,
  yesPattern: '/letters/yes/:token',
  /** What somebody chose, to change it. */
  mine: (token: string) => `/letters/mine/${token}`,
  minePattern: '/letters/mine/:token',
  /** Shows a button; posted to it, by a page or by a mail program, letters stop. */
  leave: (token: string) => `/letters/leave/${token}`,
  leavePattern: '/letters/leave/:token',
} as const
