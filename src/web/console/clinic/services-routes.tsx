/** Services, rules of booking, rooms and machines. */
import { Hono } from 'hono'
import {
  addThing,
  saveRoomPause,
  saveRules,
  saveService,
  withdrawService,
  withdrawThing,
} from '../../../clinic/setup/services.ts'
import { saveReminders } from '../../../clinic/setup/reminders.ts'
import { answer } from '../../find/booking/answer.tsx'
import type { Problem } from '../../ui/error-summary.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import { stampOf } from '../../../clinic/setup/picture.ts'
import { answerSaved, type Ask, change, changeSeen, notYours, type Post, posted, shown } from './clinic-answer.tsx'
import { idIn, typedIn } from './clinic-fields.ts'
import { readReminders, readRoomPause, readRules, readServiceDetails, readThing } from './clinic-forms.ts'
import { fieldsFrom, type FormState } from './clinic-parts.tsx'
import { clinicPaths } from './clinic-paths.ts'
import { pauseField, reminderFields, RoomsPage, rulesFields, RulesPage, type TypedPause } from './rooms-page.tsx'
import { serviceFields, ServicePage, ServicesPage } from './services-page.tsx'

/** The routes of what is on offer. */
export function servicesRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  const acts = ['change-clinic'] as const
  app.get(
    clinicPaths.services,
    shown(home, acts, (ask) => answer(ask.c, <ServicesPage {...ask} />)),
  )
  app.get(clinicPaths.servicePattern, shown(home, acts, showService))
  app.post(clinicPaths.servicePattern, posted(home, acts, postService))
  app.post(clinicPaths.withdrawPattern, posted(home, acts, postWithdraw))
  app.get(
    clinicPaths.rules,
    shown(home, acts, (ask) => answer(ask.c, rulesPage(ask))),
  )
  app.post(clinicPaths.rules, posted(home, acts, postRules))
  app.post(clinicPaths.reminders, posted(home, acts, postReminders))
  app.get(
    clinicPaths.rooms,
    shown(home, acts, (ask) => answer(ask.c, roomsPage(ask))),
  )
  app.post(clinicPaths.rooms, posted(home, acts, postThing))
  app.post(clinicPaths.roomPausePattern, posted(home, acts, postRoomPause))
  app.post(clinicPaths.withdrawRoomPattern, posted(home, acts, postWithdrawThing))
  return app
}

function servicePage(ask: Ask, id: string, state?: FormState) {
  const service = ask.picture.services.find((each) => each.id === id)
  const shownState = state ?? { fields: serviceFields(service, ask.picture), problems: [] }
  return <ServicePage {...{ ...ask, service }} state={shownState} serviceId={service?.id ?? id} />
}

function showService(ask: Ask) {
  const id = ask.c.req.param('id') ?? ''
  if (id === 'new') return answer(ask.c, servicePage(ask, crypto.randomUUID()))
  if (!ask.picture.services.some((service) => service.id === id)) return notYours(ask.home, ask.c)
  return answer(ask.c, servicePage(ask, id))
}

async function postService(post: Post) {
  const id = idIn(post.c.req.param('id') ?? '')
  if (!id) return notYours(post.home, post.c)
  const { fields } = post
  const again = (ask: Ask, problems: readonly Problem[]) => servicePage(ask, id, { fields, problems })
  const read = readServiceDetails(fields)
  if (!read.ok) return answer(post.c, again(post, read.problems), 422)
  const outcome = await change(post, (trx, stands) =>
    saveService(trx, stands, id, typedIn(fields, 'seenService'), read.value),
  )
  return answerSaved(post, outcome, clinicPaths.services, again)
}

async function postWithdraw(post: Post) {
  const id = idIn(post.c.req.param('id') ?? '')
  if (!id) return notYours(post.home, post.c)
  const outcome = await change(post, (trx, stands) => withdrawService(trx, stands, id))
  return answerSaved(post, outcome, clinicPaths.services, (ask) => <ServicesPage {...ask} />)
}

const rulesPage = (ask: Ask, state?: FormState, reminderState?: FormState) => (
  <RulesPage
    {...ask}
    state={state ?? { fields: rulesFields(ask.picture), problems: [] }}
    reminderState={reminderState ?? { fields: reminderFields(ask.picture), problems: [] }}
  />
)

async function postReminders(post: Post) {
  const { fields } = post
  const again = (ask: Ask, problems: readonly Problem[]) => rulesPage(ask, undefined, { fields, problems })
  const read = readReminders(fields)
  if (!read.ok) return answer(post.c, again(post, read.problems), 422)
  const seen = typedIn(fields, 'seenReminders')
  const outcome = await change(post, (trx, stands) => saveReminders(trx, stands, seen, read.value))
  return answerSaved(post, outcome, clinicPaths.rules, again)
}

async function postRules(post: Post) {
  const { fields } = post
  const read = readRules(fields)
  if (!read.ok) return answer(post.c, rulesPage(post, { fields, problems: read.problems }), 422)
  const meant = stampOf(read.value)
  const seen = typedIn(fields, 'seenRules')
  const outcome = await changeSeen(post, meant, (trx, stands) => saveRules(trx, stands, seen, read.value))
  if (!outcome.ok && outcome.why === 'fewer')
    return answer(post.c, rulesPage(post, { fields, problems: [], fewer: { times: outcome.times, meant } }), 409)
  return answerSaved(post, outcome, clinicPaths.rules, (ask, problems) => rulesPage(ask, { fields, problems }))
}

const roomsPage = (ask: Ask, state?: FormState, pause?: TypedPause) => {
  const id = state && idIn(typedIn(state.fields, 'thingId'))
  return (
    <RoomsPage
      {...{ ...ask, pause }}
      state={state ?? { fields: fieldsFrom({}), problems: [] }}
      thingId={id ?? crypto.randomUUID()}
    />
  )
}

async function postThing(post: Post) {
  const { fields } = post
  const read = readThing(fields)
  if (!read.ok) return answer(post.c, roomsPage(post, { fields, problems: read.problems }), 422)
  const id = idIn(typedIn(fields, 'thingId')) ?? crypto.randomUUID()
  const outcome = await change(post, (trx, stands) => addThing(trx, stands, id, read.value))
  return answerSaved(post, outcome, clinicPaths.rooms, (ask, problems) => roomsPage(ask, { fields, problems }))
}

async function postRoomPause(post: Post) {
  const id = idIn(post.c.req.param('id') ?? '')
  if (!id) return notYours(post.home, post.c)
  const { fields } = post
  const read = readRoomPause(fields)
  // The fields are of one room, not of the form that adds one.
  const again = (ask: Ask, problems: readonly Problem[]) =>
    roomsPage(ask, { fields: fieldsFrom({}), problems }, { id, typed: typedIn(fields, 'pauseAfter') })
  const here = (problems: readonly Problem[]) => problems.map(({ text }) => ({ field: pauseField(id), text }))
  if (!read.ok) return answer(post.c, again(post, here(read.problems)), 422)
  const seen = typedIn(fields, 'seenThing')
  const outcome = await change(post, (trx, stands) => saveRoomPause(trx, stands, id, seen, read.value.pauseAfter))
  return answerSaved(post, outcome, clinicPaths.rooms, again)
}

async function postWithdrawThing(post: Post) {
  const id = idIn(post.c.req.param('id') ?? '')
  if (!id) return notYours(post.home, post.c)
  const outcome = await change(post, (trx, stands) => withdrawThing(trx, stands, id))
  return answerSaved(post, outcome, clinicPaths.rooms, (ask) => roomsPage(ask))
}
