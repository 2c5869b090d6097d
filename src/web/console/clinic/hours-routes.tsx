/** Weekly hours. A therapist changes their own; who may change times, everybody's. */
import { Hono } from 'hono'
import { type Member, mayDo } from '../../../clinic/people/members.ts'
import { noteFreedDays } from '../../../clinic/booking/waiting/freed-times.ts'
import { rotasOfTherapist, saveHours } from '../../../clinic/setup/hours.ts'
import type { ClinicTransaction } from '../../../clinic/db/connection.ts'
import { type Picture, stampOf } from '../../../clinic/setup/picture.ts'
import { rotaKey } from '../../../clinic/setup/rota.ts'
import type { VisitAhead } from '../../../clinic/setup/visits-ahead.ts'
import { answer } from '../../find/booking/answer.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import {
  answerSaved,
  type Ask,
  change,
  changeSeen,
  notYours,
  type Post,
  posted,
  shown,
  timesAfter,
} from './clinic-answer.tsx'
import { isTicked, typedIn } from './clinic-fields.ts'
import { readRota } from './clinic-forms.ts'
import type { FormState } from './clinic-parts.tsx'
import { clinicPaths } from './clinic-paths.ts'
import { HoursPage, rotaFields, RotaPage } from './hours-page.tsx'

/** The routes of the hours. */
export function hoursRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  // Everybody sees the day, and with it who is there; what may be changed is asked for each therapist.
  app.get(clinicPaths.hours, shown(home, ['see-day'], showHours))
  app.get(clinicPaths.hoursOfPattern, shown(home, ['see-day'], showRota))
  app.post(clinicPaths.hoursOfPattern, posted(home, ['see-day'], postRota))
  return app
}

const mayChange = (member: Member) => (therapistId: string) =>
  mayDo(member, 'change-times') || member.therapistId === therapistId

const showHours = (ask: Ask) => answer(ask.c, <HoursPage {...ask} mayChange={mayChange(ask.here.member)} />)

/** The therapist of the address, if this member may change their hours. */
const therapistIn = ({ c, picture, here }: Ask) => {
  const therapist = picture.therapists.find(({ id }) => id === c.req.param('id'))
  return therapist && mayChange(here.member)(therapist.id) ? therapist : undefined
}

function rotaPage(ask: Ask, key: string, state?: FormState, outside: readonly VisitAhead[] = []) {
  const therapist = therapistIn(ask)
  if (!therapist) return undefined
  const rota = rotasOfTherapist(ask.picture, therapist.id).find((each) => rotaKey(each) === key)
  const shownState = state ?? { fields: rotaFields(rota, ask.picture), problems: [] }
  return <RotaPage {...{ ...ask, therapist, rota, outside }} state={shownState} />
}

function showRota(ask: Ask) {
  const page = rotaPage(ask, ask.c.req.query('rota') ?? '')
  return page ? answer(ask.c, page) : notYours(ask.home, ask.c)
}

async function postRota(post: Post) {
  const { fields, c, home } = post
  const therapist = therapistIn(post)
  if (!therapist) return notYours(home, c)
  const key = typedIn(fields, 'rota')
  const pageOf = (ask: Ask, state: FormState, outside: readonly VisitAhead[] = []) =>
    rotaPage(ask, key, state, outside) ?? <HoursPage {...ask} mayChange={mayChange(ask.here.member)} />
  const read = readRota(fields)
  if (!read.ok) return answer(c, pageOf(post, { fields, problems: read.problems }), 422)
  const wish = {
    ...{ therapistId: therapist.id, replaces: key || undefined, seen: typedIn(fields, 'seenHours') },
    ...{ rota: read.value, isMeant: isTicked(fields, 'meant') },
  }
  const meant = stampOf(read.value)
  const save = (isMeant: boolean) => (trx: ClinicTransaction, stands: Picture) =>
    saveHours(trx, stands, { ...wish, isMeant }, noteFreedDays)
  // Whoever has seen which visits lie outside has seen how many times are left with them.
  const outcome = wish.isMeant ? await change(post, save(true)) : await changeSeen(post, meant, save(false))
  if (!outcome.ok && outcome.why === 'outside') {
    const times = await timesAfter(post, save(true))
    const state = { fields, problems: [], fewer: times && { times, meant } }
    return answer(c, pageOf(post, state, outcome.visits), 409)
  }
  if (!outcome.ok && outcome.why === 'fewer')
    return answer(c, pageOf(post, { fields, problems: [], fewer: { times: outcome.times, meant } }), 409)
  return answerSaved(post, outcome, clinicPaths.hours, (ask, problems) => pageOf(ask, { fields, problems }))
}
