/** Every address of the pages about clinics. Links come from here. None carries anything of a person's health. */

export const findPaths = {
  find: '/find',
  /** The built-in list of districts, for a device that finds its own. */
  districts: '/find/districts.json',
  compare: '/find/compare',
  clinic: (slug: string) => `/clinics/${slug}`,
  clinicPattern: '/clinics/:slug',
  /** The free times of a week, whoever of the clinic gives it. @param from ISO day of its first day */
  clinicTimes: (slug: string, service: string, from?: string) =>
    `/clinics/${slug}/times?${new URLSearchParams({ service, ...(from && { from }) })}`,
  clinicTimesPattern: '/clinics/:slug/times',
  therapist: (slug: string) => `/therapists/${slug}`,
  /** The free times of a visit that was had before. @param place only those there, where the therapist works at several */
  bookAgain: (slug: string, service: string, place: string) =>
    `/therapists/${slug}?${new URLSearchParams({ service, place })}`,
  therapistPattern: '/therapists/:slug',
  /** All free times of a week. @param from ISO day of its first day */
  times: (slug: string, service: string, from?: string) =>
    `/therapists/${slug}/times?${new URLSearchParams({ service, ...(from && { from }) })}`,
  timesPattern: '/therapists/:slug/times',
  /** Where a time is taken: looking at it changes nothing. @param at milliseconds since 1970 */
  book: (slug: string, service: string, at: number) =>
    `/book/${slug}?${new URLSearchParams({ service, at: Temporal.Instant.fromEpochMilliseconds(at).toString() })}`,
} as const
