/** What the forms about several visits of a course carry: each visit as it was shown, and where it is to go. */
import type { LaterVisit, SeenVisit } from '../../../clinic/booking/course-later.ts'
import type { NewDate } from '../../../clinic/booking/move-course.ts'
import { courseVisits } from '../../../clinic/booking/courses.ts'
import { idOrNobody } from '../posted-ids.ts'
import { fieldOf, readMoment } from './answer.tsx'

/** The visits of the page that was posted, each with its version. */
export const seenOf = (form: FormData): readonly SeenVisit[] =>
  form
    .getAll('seen')
    .slice(0, courseVisits.most)
    .map((text) => {
      const [, id = '', version = ''] = /^(\S{36})\.(\d{1,9})$/.exec(typeof text === 'string' ? text : '') ?? []
      return { appointmentId: idOrNobody(id), version: Number(version) }
    })

/** The dates of the page that was posted, one for each visit, in its order. */
export function datesOf(form: FormData): readonly NewDate[] {
  const starts = form.getAll('start').map((text) => (typeof text === 'string' ? readMoment(text) : 0))
  return seenOf(form).map((one, at) => ({ ...one, start: Math.min(starts[at] ?? 0, 8e15) }))
}

/** What all of them cost once they are moved, in pence: what the page said of it is held to. */
export const onceMoved = (later: readonly LaterVisit[]): number =>
  later.reduce((sum, { onceMovedPence }) => sum + onceMovedPence, 0)

/** The page said another price than is asked by now. */
export const isOtherPrice = (form: FormData, later: readonly LaterVisit[]): boolean =>
  form.has('price') && readMoment(fieldOf(form, 'price')) !== onceMoved(later)

/** Said of it. */
export const otherPrice = 'The price has changed since that page was shown. Nothing was moved.'
