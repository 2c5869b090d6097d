/** Every address of the calendar. They carry days, times and ids; never a name. */

/** What of the calendar is shown. `who`: a therapist's id, or everybody. */
export interface CalendarView {
  readonly day: string
  readonly view: 'day' | 'week' | 'list'
  readonly who: string
}

const base = '/console/calendar'
const withQuery = (path: string, query: Readonly<Record<string, string | number | undefined>>) => {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}

/** A time of a therapist. @param start milliseconds since 1970 */
export interface TimeAt {
  readonly start: number
  readonly therapist: string
  readonly location?: string
  readonly service?: string
}

export const calendarPaths = {
  calendar: base,
  view: ({ day, view, who }: Partial<CalendarView>) => withQuery(base, { view, who, day }),
  /** The same with a visit beside it. */
  beside: ({ day, view, who }: CalendarView, visit: string) => withQuery(base, { view, who, day, visit }),
  newVisit: `${base}/new`,
  newVisitAt: ({ start, therapist, location, service }: Partial<TimeAt>) =>
    withQuery(`${base}/new`, { start, therapist, location, service }),
  move: (visit: string) => `${base}/move/${visit}`,
  moveTo: (visit: string, { start, therapist, location }: TimeAt) =>
    withQuery(`${base}/move/${visit}`, { start, therapist, location }),
  movePattern: `${base}/move/:visit`,
  lookPattern: `${base}/move/:visit/look`,
  /** How long a visit takes; with `minutes` it is looked at, and nothing is changed. */
  length: (visit: string, minutes?: number) => withQuery(`${base}/length/${visit}`, { minutes }),
  lengthPattern: `${base}/length/:visit`,
  newBlock: `${base}/block`,
  blockAt: (at: { readonly start: number; readonly therapist: string }) => withQuery(`${base}/block`, { ...at }),
  block: (id: string) => `${base}/blocks/${id}`,
  blockPattern: `${base}/blocks/:block`,
  away: `${base}/away`,
  awayOf: (therapist: string, day: string) => withQuery(`${base}/away`, { therapist, day }),
  rescue: `${base}/rescue`,
  /** @param from minutes of the first day, where it begins within it */
  rescueOf: (query: {
    readonly therapist?: string | undefined
    readonly location?: string | undefined
    readonly first: string
    readonly last: string
    readonly from?: number | undefined
  }) => withQuery(`${base}/rescue`, query),
  /** Everybody who was asked to choose another time. */
  asked: `${base}/asked`,
  absencePattern: `${base}/absences/:absence`,
  absence: (id: string) => `${base}/absences/${id}`,
  closures: `${base}/closures`,
  closure: (id: string) => `${base}/closures/${id}`,
  closurePattern: `${base}/closures/:closure`,
  holidays: `${base}/holidays`,
  bent: `${base}/bent-rules`,
  classes: `${base}/classes`,
  class: (id: string) => `${base}/classes/${id}`,
  classPattern: `${base}/classes/:class`,
  undo: `${base}/undo`,
} as const
