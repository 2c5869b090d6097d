/** How the opening hours of a place are read: "8:00–18:00", "8 to 1pm and 2pm to 6pm", several stretches in one line. */
import { z } from 'zod'
import { weekdayNames } from '../../../clinic/availability/wall-clock.ts'
import type { OpenSpan } from '../../../clinic/availability/opening.ts'
import type { WeekSpan } from '../../../clinic/setup/opening.ts'
import { readWall, wallOf } from '../../../clinic/setup/rota.ts'
import type { Problem } from '../../ui/error-summary.tsx'
import { type Fields, isoDay, readBy, type ReadForm, typedIn } from './clinic-fields.ts'

/** Most stretches of one day. */
const mostSpans = 6

/** The stretches of a line; none for an empty one, or one that says "shut". @returns `undefined` for what is none */
function readSpans(typed: string): readonly OpenSpan[] | undefined {
  const text = typed.trim().toLowerCase()
  if (text === '' || text === 'shut' || text === 'closed') return []
  const parts = text.split(/[,;&/+]|\band\b/).filter((part) => part.trim() !== '')
  const spans = parts.flatMap((part) => {
    const ends = part.split(/[-–—]|\bto\b|\buntil\b|\btill\b/)
    const [from, to] = ends.map(readWall)
    if (ends.length !== 2 || from === undefined || to === undefined) return []
    // "00:00" as an end is the end of the day.
    return [{ from: wallOf(from), to: wallOf(to === 0 ? 1440 : to) }]
  })
  return spans.length === parts.length && spans.length > 0 && spans.length <= mostSpans ? spans : undefined
}

const notRead = 'Enter times such as 8:00–18:00, or 8:00–13:00 and 14:00–18:00. Leave it empty where it is shut.'

/** The week. Each day is a line of its own. */
export function readWeek(fields: Fields): ReadForm<readonly WeekSpan[]> {
  const days = weekdayNames.map((name, at) => ({
    ...{ name, weekday: at + 1, spans: readSpans(typedIn(fields, `day${at + 1}`)) },
  }))
  const problems = days.flatMap(({ name, weekday, spans }): Problem[] =>
    spans ? [] : [{ field: `day${weekday}`, text: `${name}: ${notRead}` }],
  )
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, value: days.flatMap(({ weekday, spans = [] }) => spans.map((span) => ({ ...span, weekday }))) }
}

/** One day that differs. Taken away by a button that sends no times. */
export function readOwnDay(fields: Fields): ReadForm<{ readonly day: string; readonly spans: readonly OpenSpan[] }> {
  const read = readBy(z.object({ day: isoDay('the day') }), ['day'], fields)
  const spans = readSpans(typedIn(fields, 'spans'))
  const wrong: Problem[] =
    spans && (spans.length > 0 || fields.has('away')) ? [] : [{ field: 'spans', text: ownNotRead }]
  if (!read.ok) return { ok: false, problems: [...read.problems, ...wrong] }
  return wrong.length > 0 || !spans
    ? { ok: false, problems: wrong }
    : { ok: true, value: { day: read.value.day, spans } }
}

const ownNotRead = 'Enter times such as 8:00–12:00. A day on which the place is shut is a closure: see below.'
