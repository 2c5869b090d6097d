/** The form of a held time, shown with all that was typed into it; and the page for a time that is held no more. */
import type { Context } from 'hono'
import { visitsOfCourse } from '../../../clinic/booking/courses.ts'
import { hasPackages } from '../../../clinic/booking/grants.ts'
import { clockOf, insurersOf } from '../../../clinic/booking/offered-time.ts'
import { type LinkSubject, privateToken } from '../../../clinic/booking/private-link.ts'
import type { VisitView } from '../../../clinic/booking/visit-view.ts'
import { insurers } from '../../../clinic/directory/insurers.ts'
import { hasOffers, type OfferedPrice } from '../../../clinic/letters/price-offers.ts'
import type { Problem } from '../../ui/error-summary.tsx'
import { IfItIsSo, type NoteAnswer, NoteQuestions } from '../danger-first.tsx'
import type { BookingHome, FindData } from '../find-home.ts'
import { answer } from './answer.tsx'
import type { ReadBooking, TypedBooking } from './booking-form.ts'
import { BookingFormPage } from './booking-form-page.tsx'
import { bookingPaths } from './booking-paths.ts'
import { MessagePage } from './message-pages.tsx'

/** What the form shows. */
interface FormState {
  /** Where the form is posted to; this address where it is not said. */
  readonly path?: string
  readonly hold: VisitView
  readonly typed: TypedBooking
  readonly problems: readonly Problem[]
  readonly read?: ReadBooking
  /** To the questions about the note, as posted. */
  readonly answers?: readonly NoteAnswer[]
  /** The note may tell of an emergency that is not of the back, and that was not said yet. */
  readonly other?: boolean
  readonly overlaps?: boolean
  readonly offered?: OfferedPrice
  readonly offerRefused?: boolean
}

/** Shows it: 422 where something is to be put right first. */
export async function showForm(home: BookingHome, c: Context, data: FindData, state: FormState) {
  const {
    hold,
    typed,
    problems,
    read,
    answers = [],
    overlaps = false,
    other = false,
    path = c.req.path,
    offered,
    offerRefused,
  } = state
  const { heard = [], hint } = read ?? {}
  const page = (
    <BookingFormPage
      {...{ home, hold, typed, problems, overlaps, other, path, hint }}
      course={await visitsOfCourse(data.app, hold)}
      {...(offered && { offered })}
      {...(offerRefused !== undefined && { offerRefused })}
      hasOffers={await hasOffers(data.app, hold.clinicId)}
      hasPackages={await hasPackages(data.app, hold.clinicId)}
      now={await clockOf(data.app, hold.clinicId)}
      insurers={(await insurersOf(data.app, hold.clinicId, hold.service.id)).map(insurerName)}
      asked={heard.length > 0 && <NoteQuestions heard={heard} answers={answers} />}
      first={answers.includes(undefined) && <IfItIsSo heard={heard} checkHref={home.frame.checkHref} />}
    />
  )
  return answer(c, page, problems.length > 0 ? 422 : 200)
}

/** The name of an insurer that we know; what a clinic wrote down itself stays as it is. */
const insurerName = (id: string): string => Object.entries(insurers).find(([known]) => known === id)?.[1].name ?? id

/** The private address of a booked visit. */
export const visitPath = (data: FindData, subject: LinkSubject) =>
  bookingPaths.visit(privateToken(data.secret, 'visit', subject))

/** Answers that the time is not held any more. */
export const gone = (home: BookingHome, c: Context) => answer(c, <LetGoPage home={home} path={c.req.path} />, 410)

/** The time is not held any more: let go by the person, or ended. */
export function LetGoPage({ home, path }: { readonly home: BookingHome; readonly path: string }) {
  return (
    <MessagePage home={home} path={path} title="This time is not held any more">
      <p>
        Nothing was booked. It may still be free: <a href="/find">find a physio</a> shows what is.
      </p>
    </MessagePage>
  )
}
