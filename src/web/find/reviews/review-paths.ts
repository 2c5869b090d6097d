/** The addresses of reviews. The private part opens the review of one visit and says nothing. */
export const reviewPaths = {
  write: (token: string) => `/reviews/${token}`,
  writePattern: '/reviews/:token',
  stop: (token: string) => `/reviews/${token}/stop`,
  stopPattern: '/reviews/:token/stop',
  /** All reviews of a therapist. @param page from 1 */
  all: (slug: string, page = 1) => `/therapists/${slug}/reviews${page > 1 ? `?page=${page}` : ''}`,
  allPattern: '/therapists/:slug/reviews',
  report: (slug: string, id: string) => `/therapists/${slug}/reviews/${id}/report`,
  reportPattern: '/therapists/:slug/reviews/:id/report',
} as const
