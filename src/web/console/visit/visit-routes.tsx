/** The routes of one visit: look, a step at the door, take it back, cancel. Two people at once get told; nothing is lost. */
import { type Context, Hono } from 'hono'
import { markReferral } from '../../../clinic/booking/referral.ts'
import { laterVisits } from '../../../clinic/booking/course-later.ts'
import { stepVisit, undoStep } from '../../../clinic/booking/door.ts'
import { mendAddress } from '../../../clinic/booking/mend-address.ts'
import type { Acted, StaffAct } from '../../../clinic/booking/staff-act.ts'
import { type StaffVisit, staffVisit } from '../../../clinic/booking/staff-visit.ts'
import { isDoorStep, isStep } from '../../../clinic/booking/visit-steps.ts'
import { cancelByStaff } from '../../../clinic/calendar/staff-cancel.ts'
import { type NotPutBack, undoCancel } from '../../../clinic/calendar/undo-cancel.ts'
import { parseAddress } from '../../../clinic/people/email-address.ts'
import { type Act, mayDo } from '../../../clinic/people/members.ts'
import { answer } from '../../find/booking/answer.tsx'
import { type Here, hereOf } from '../console-frame.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import { consolePaths, thenPath } from '../console-paths.ts'
import { NotYoursPage } from '../message-pages.tsx'
import { readId } from '../../find/posted-ids.ts'
import { readFields } from '../read-posted.ts'
import { CancelPage, isWho, longestReason } from './cancel-page.tsx'
import { MeanwhilePage } from './meanwhile-page.tsx'
import { NotPutBackPage } from './not-put-back-page.tsx'
import { VisitPage } from './visit-page.tsx'

/** The routes under /console/visits. */
export function visitRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  app.get(consolePaths.visitPattern, (c) =>
    withVisit(home, c, 'see-day', async (visit, here) => {
      const { clinicId } = c.get('member')
      const later = mayDo(c.get('member'), 'change-visits')
        ? (await laterVisits(c.get('data').app, { clinicId, appointmentId: visit.appointmentId })).length
        : 0
      return answer(c, <VisitPage {...{ home, here, visit, later }} />)
    }),
  )
  app.get(consolePaths.cancelPattern, (c) =>
    withVisit(home, c, 'change-visits', (visit, here) =>
      isStep(visit.state, 'cancelled')
        ? answer(c, <CancelPage {...{ home, here, visit }} />)
        : answer(c, <MeanwhilePage {...{ home, here, visit }} why="notNow" />, 409),
    ),
  )
  app.post(consolePaths.stepPattern, async (c) =>
    withAct(home, c, await readFields(c), ({ act, fields }) => {
      const step = fields.step ?? ''
      return isDoorStep(step) ? stepVisit(c.get('data').app, act, step) : { ok: false, why: 'notNow' }
    }),
  )
  app.post(consolePaths.undoPattern, async (c) =>
    withAct(home, c, await readFields(c), ({ act }) => undoStep(c.get('data').app, act)),
  )
  app.post(consolePaths.putBackPattern, (c) => putBack(home, c))
  app.post(consolePaths.cancelPattern, (c) => cancel(home, c))
  app.post(consolePaths.addressPattern, (c) => mend(home, c))
  app.post(consolePaths.referralPattern, async (c) => {
    const isSeen = (await readFields(c)).seen === 'yes'
    return withVisit(home, c, 'change-visits', async ({ appointmentId }) => {
      await markReferral(c.get('data').app, c.get('member'), appointmentId, isSeen)
      return c.redirect(consolePaths.visit(appointmentId), 303)
    })
  })
  return app
}

/** Another clinic's visit, one that is none, and a role that may not: one answer. */
const notYours = (home: ConsoleHome, c: Context<ConsoleEnv>) =>
  answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)

export async function withVisit(
  home: ConsoleHome,
  c: Context<ConsoleEnv>,
  needs: Act,
  work: (visit: StaffVisit, here: Here) => Response | Promise<Response>,
): Promise<Response> {
  const id = readId(c.req.param('visit'))
  const member = c.get('member')
  if (id === undefined || !mayDo(member, needs)) return notYours(home, c)
  const { app, secret } = c.get('data')
  const visit = await staffVisit(app, secret, member, id)
  return visit ? work(visit, hereOf(c)) : notYours(home, c)
}

interface Asked {
  readonly act: StaffAct
  readonly fields: Readonly<Record<string, string>>
}

/** Does what was posted, and leads to the visit as it stands now, or back to the day that it was posted from. */
async function withAct(
  home: ConsoleHome,
  c: Context<ConsoleEnv>,
  fields: Asked['fields'],
  work: (asked: Asked) => Acted | Promise<Acted>,
): Promise<Response> {
  const appointmentId = readId(c.req.param('visit'))
  const { clinicId, memberId, ...member } = c.get('member')
  if (appointmentId === undefined || !mayDo(member, 'change-visits')) return notYours(home, c)
  const done = await work({ act: { clinicId, memberId, appointmentId, seen: fields.seen ?? '' }, fields })
  if (done.ok) return c.redirect(fields.back ? thenPath(fields.back) : consolePaths.visit(appointmentId), 303)
  const { why } = done
  if (why === 'gone') return notYours(home, c)
  return withVisit(home, c, 'see-day', (visit, here) =>
    answer(c, <MeanwhilePage {...{ home, here, visit, why }} />, 409),
  )
}

/** A cancel taken back: the visit stands with all it had, or nothing is done and the page says why. */
async function putBack(home: ConsoleHome, c: Context<ConsoleEnv>): Promise<Response> {
  const { app, secret } = c.get('data')
  const not: { refusal?: NotPutBack } = {}
  const answered = await withAct(home, c, await readFields(c), async ({ act }) => {
    const put = await undoCancel(app, secret, act)
    if (put.ok) return { ok: true, already: put.already }
    if (put.why === 'gone' || put.why === 'changed') return { ok: false, why: put.why }
    not.refusal = put
    return { ok: false, why: 'notNow' }
  })
  const { refusal } = not
  if (!refusal) return answered
  return withVisit(home, c, 'see-day', (visit, here) =>
    answer(c, <NotPutBackPage {...{ home, here, visit, refusal }} />, 409),
  )
}

/** The reason is asked for before anything is done; what was typed stays. */
async function cancel(home: ConsoleHome, c: Context<ConsoleEnv>): Promise<Response> {
  const fields = await readFields(c)
  const reason = (fields.reason ?? '').trim()
  const who = fields.who ?? ''
  const tooLong = [...reason].length > longestReason
  if (!reason || tooLong || !isWho(who))
    return withVisit(home, c, 'change-visits', (visit, here) =>
      answer(c, <CancelPage {...{ home, here, visit }} typed={{ reason, who, tooLong }} />, 422),
    )
  const not = { isFeeNew: false }
  const answered = await withAct(home, c, fields, async ({ act }): Promise<Acted> => {
    const isShownFree = fields.shownFee === 'none'
    const cancelled = await cancelByStaff(c.get('data').app, { ...act, reason, who, isShownFree })
    if (cancelled.ok || cancelled.why !== 'fee') return cancelled
    not.isFeeNew = true
    return { ok: false, why: 'notNow' }
  })
  if (!not.isFeeNew) return answered
  return withVisit(home, c, 'change-visits', (visit, here) =>
    answer(c, <CancelPage {...{ home, here, visit }} typed={{ reason, who: '', tooLong }} isFeeNew />, 409),
  )
}

/** An address that mail cannot be sent to is told beside its field; one that looks like a slip is asked about once. */
async function mend(home: ConsoleHome, c: Context<ConsoleEnv>): Promise<Response> {
  const fields = await readFields(c)
  const email = fields.email ?? ''
  const read = parseAddress(email)
  const hint = read.ok && read.hint !== fields.asked ? read.hint : undefined
  if (!read.ok || hint !== undefined) {
    const slip = read.ok ? { email, hint } : { email, fault: read.why }
    return withVisit(home, c, 'change-visits', (visit, here) =>
      answer(c, <VisitPage {...{ home, here, visit, slip }} />, 422),
    )
  }
  return withAct(home, c, fields, ({ act }) => mendAddress(c.get('data').app, { ...act, address: read.address }))
}
