/**
 * What comes before a visit is booked, by the record on this device: an emergency or urgent result that nobody has seen the person
 * for yet, or a danger sign that was told and not checked. Asked by the pages of booking (web/find/doors.ts). Nothing is sent from here.
 * Never: says that help comes first where the record does not say so.
 */
import { levels } from '../../../care/check/types.ts'
import { highest } from '../../../care/programme/locks.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { renderPart } from '../../ui/render.ts'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import { BeSeen } from '../programme/programme-parts.tsx'
import { CalledFor, calledForToday, waiting, WarningCallout } from '../programme/today-warnings.tsx'
import { recordNow } from '../record/record-now.ts'

/** What to do first, as HTML of ours, and which entry of the record it follows from: another one asks anew. */
export interface HelpBeforeBooking {
  readonly html: string
  readonly after: string
}

const cannotWait = levels.indexOf('urgent')

/** @returns `null` where nothing comes first, no record is kept here, or it does not open whole */
export async function helpBeforeBooking(home: CareHome): Promise<HelpBeforeBooking | null> {
  const record = await recordNow(home)
  if (!record) return null
  const locks = record.state.locks.filter(({ level }) => levels.indexOf(level) >= cannotWait)
  const warning = waiting(record)
  const warned = warning?.how === 'check' ? null : warning
  // A call that the full check has answered since stops nobody here.
  const isCalled = record.state.fullDue !== null && calledForToday(record) !== null
  if (locks.length === 0 && !warned && !isCalled) return null
  const html = renderPart(
    <>
      <h1 tabindex={-1}>Get help before any visit</h1>
      {warned?.how === 'now' && <WarningCallout warning={warned} />}
      {locks.length > 0 && (
        <p class="big-line">{resultWords[highest(locks) === 'emergency' ? 'emergency' : 'urgent']}</p>
      )}
      {locks.length > 0 && <BeSeen state={{ locks }} />}
      {warned?.how !== 'now' && <CalledFor record={record} />}
      <div class="actions">
        <ButtonLink href={paths.check}>Do the check again</ButtonLink>
      </div>
    </>,
  )
  return { html, after: record.events.at(-1)?.id ?? '' }
}

const resultWords = {
  emergency: 'Your check found an emergency. A visit days from now is not the help for it.',
  urgent: 'Your check said to speak to someone today. Do not wait for a visit.',
} as const
