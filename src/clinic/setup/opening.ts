/**
 * When the door of a place is open, as the clinic sets it: a week, and days that differ. It is told to whoever comes; what can
 * be booked are the hours of the therapists, and those outside it are named to staff (decision 043).
 */
import { covers, dayName, openOn, type OpenSpan, spansOfWeekday } from '../availability/opening.ts'
import { weekdayNames } from '../availability/wall-clock.ts'
import type { ClinicTransaction } from '../db/connection.ts'
import { changed, notHere, refused, type Saved, saved } from './outcome.ts'
import { type OpeningRow, type Picture, stampOf } from './picture.ts'
import { rotasOfTherapist } from './hours.ts'
import { type Rota, wallOf } from './rota.ts'

/** A stretch of each week. */
export interface WeekSpan extends OpenSpan {
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number
}

/** What is shown of a place's week, for its stamp, and read from its form. */
export const weekOf = ({ openings }: Pick<Picture, 'openings'>, placeId: string): readonly WeekSpan[] =>
  openings.flatMap(({ locationId, weekday, from, to }) =>
    locationId === placeId && weekday !== null ? [{ weekday, from, to }] : [],
  )

/** A day with hours of its own. */
interface OwnDay {
  readonly day: string
  readonly spans: readonly OpenSpan[]
  /** What people read of it: less than that where the clinic has time off. */
  readonly told: readonly OpenSpan[]
}

/** The days to come on which it is open otherwise, in order. */
export const ownDaysOf = (picture: Pick<Picture, 'openings' | 'shut'>, placeId: string): readonly OwnDay[] => {
  const days = picture.openings.filter(
    (row): row is OpeningRow & { day: string } => row.locationId === placeId && row.day !== null,
  )
  const shut = picture.shut
    .filter(({ locationId }) => locationId === null || locationId === placeId)
    .map(({ part, ...row }) => ({ ...row, ...(part && { part }) }))
  const opening = { week: weekOf(picture, placeId), days, shut }
  return [...Map.groupBy(days, ({ day }) => day)].map(([day, spans]) => {
    return { day, spans, told: openOn(opening, day) ?? [] }
  })
}

const isHere = ({ places }: Picture, placeId: string) => places.some(({ id }) => id === placeId)

/** What is wrong with the stretches of one day; `undefined` when nothing is. @param name of the day */
function spanFault(name: string, spans: readonly OpenSpan[]): string | undefined {
  if (spans.some(({ from, to }) => to <= from)) return `${name}: the end must be after the start.`
  const inOrder = spans.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const overlap = inOrder.some(({ from }, at) => from < (inOrder[at - 1]?.to ?? ''))
  return overlap ? `${name}: two times of this day overlap.` : undefined
}

/** Keeps the week of a place. With nothing in it, nothing is told of when it is open, on no day. @param seen stamp of `weekOf` as it was shown */
export async function saveWeek(
  trx: ClinicTransaction,
  picture: Picture,
  placeId: string,
  seen: string,
  week: readonly WeekSpan[],
): Promise<Saved> {
  if (!isHere(picture, placeId)) return notHere
  const now = weekOf(picture, placeId)
  if (stampOf(now) !== seen) return isSameWeek(now, week) ? saved : changed
  const faults = [...Map.groupBy(week, ({ weekday }) => weekday)].flatMap(([weekday, spans]) => {
    const text = spanFault(weekdayNames[weekday - 1] ?? 'This day', spans)
    return text ? [{ field: `day${weekday}`, text }] : []
  })
  if (faults.length > 0) return refused(...faults)
  await trx.deleteFrom('opening_hours').where('location_id', '=', placeId).where('day', 'is', null).execute()
  await insertSpans(trx, picture.clinicId, placeId, week)
  return saved
}

const isSameWeek = (one: readonly WeekSpan[], other: readonly WeekSpan[]) =>
  stampOf(keysOf(one)) === stampOf(keysOf(other))
const keysOf = (week: readonly WeekSpan[]) => week.map(({ weekday, from, to }) => `${weekday} ${from} ${to}`).toSorted()

/** What the page shows of its days that differ, each with a stamp: what was seen of a day that is not among them is nothing. */
export const daysSeen = (picture: Pick<Picture, 'openings' | 'shut'>, placeId: string): string =>
  ownDaysOf(picture, placeId)
    .map(({ day, spans }) => `${day}=${stampOf(spanKeys(spans))}`)
    .join(' ')

const spanKeys = (spans: readonly OpenSpan[]) => spans.map(({ from, to }) => `${from} ${to}`).toSorted()

/**
 * Keeps the hours of one day in place of what it had; none: as in any other week. The same press twice does it once.
 * @param seen `daysSeen` as it was shown: where a colleague has changed this day since, nothing is kept
 */
export async function saveOwnDay(
  trx: ClinicTransaction,
  picture: Picture,
  placeId: string,
  seen: string,
  { day, spans }: { readonly day: string; readonly spans: readonly OpenSpan[] },
): Promise<Saved> {
  if (!isHere(picture, placeId)) return notHere
  if (day < picture.today) return refused({ field: 'day', text: 'Choose today or a day to come.' })
  const now = spanKeys(ownDaysOf(picture, placeId).find((one) => one.day === day)?.spans ?? [])
  const shown = seen
    .split(' ')
    .find((pair) => pair.startsWith(`${day}=`))
    ?.slice(day.length + 1)
  if (stampOf(now) !== (shown ?? stampOf([]))) return stampOf(now) === stampOf(spanKeys(spans)) ? saved : changed
  const fault = spanFault(dayName(day), spans)
  if (fault) return refused({ field: 'spans', text: fault })
  await trx.deleteFrom('opening_hours').where('location_id', '=', placeId).where('day', '=', day).execute()
  await insertSpans(
    trx,
    picture.clinicId,
    placeId,
    spans.map((span) => ({ ...span, day })),
  )
  return saved
}

async function insertSpans(
  trx: ClinicTransaction,
  clinic_id: string,
  location_id: string,
  spans: readonly (OpenSpan & { readonly weekday?: number; readonly day?: string })[],
): Promise<void> {
  if (spans.length === 0) return
  const rows = spans.map(({ weekday, day, from, to }) => ({
    ...{ clinic_id, location_id, weekday: weekday ?? null, day: day ?? null, from_time: from, to_time: to },
  }))
  await trx.insertInto('opening_hours').values(rows).execute()
}

/** Weekly hours that the door of their place is not open for. */
export interface OutsideDoor {
  /** Whose, where that does not stand beside it. */
  readonly who?: string
  readonly weekday: number
  readonly hours: OpenSpan
  /** When the door is open on that weekday; none: shut. */
  readonly open: readonly OpenSpan[]
}

/** Every stretch of a rota that is not wholly within the opening hours of its place; none where that has told none. */
export function rotaOutsideDoor(
  picture: Pick<Picture, 'openings'>,
  { locationId, stretches }: Rota,
): readonly OutsideDoor[] {
  const week = weekOf(picture, locationId)
  return stretches.flatMap((stretch) => {
    const open = spansOfWeekday({ week }, stretch.weekday)
    const hours = { from: wallOf(stretch.from), to: wallOf(stretch.to) }
    return week.length === 0 || covers(open, hours) ? [] : [{ weekday: stretch.weekday, hours, open }]
  })
}

/** The same of everybody who works at a place. */
export const placeOutsideDoor = (picture: Picture, placeId: string): readonly OutsideDoor[] =>
  picture.therapists.flatMap(({ id, name }) =>
    rotasOfTherapist(picture, id)
      .filter(({ locationId }) => locationId === placeId)
      .flatMap((rota) => rotaOutsideDoor(picture, rota))
      .map((outside) => ({ ...outside, who: name })),
  )
