/** The team: who treats, what a register says, who signs in. */
import { Hono } from 'hono'
import { mayDo } from '../../../clinic/people/members.ts'
import type { Saved } from '../../../clinic/setup/outcome.ts'
import { refused } from '../../../clinic/setup/outcome.ts'
import { type Picture, stampOf } from '../../../clinic/setup/picture.ts'
import { addMember, letTherapistGo, recordGone, recordLook, saveTherapist } from '../../../clinic/setup/team.ts'
import { answer } from '../../find/booking/answer.tsx'
import type { Problem } from '../../ui/error-summary.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import { answerSaved, type Ask, change, changeSeen, notYours, type Post, posted, shown } from './clinic-answer.tsx'
import { type Fields, idIn, typedIn } from './clinic-fields.ts'
import { readLook, readMember, readTherapistDetails } from './clinic-forms.ts'
import { fieldsFrom, type FormState } from './clinic-parts.tsx'
import { clinicPaths } from './clinic-paths.ts'
import { memberRoutes } from './member-routes.tsx'
import { NewPersonPage, PersonPage, therapistFields } from './person-page.tsx'
import { TeamPage } from './team-page.tsx'

/** The routes of the team. */
export function teamRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  const acts = ['change-clinic'] as const
  app.get(
    clinicPaths.team,
    shown(home, acts, (ask) => answer(ask.c, <TeamPage {...ask} />)),
  )
  app.get(
    clinicPaths.newPerson,
    shown(home, acts, (ask) => answer(ask.c, newPage(ask, emptyState()))),
  )
  app.post(clinicPaths.newPerson, posted(home, acts, postNew))
  app.get(
    clinicPaths.personPattern,
    shown(home, acts, (ask) => showPerson(ask)),
  )
  app.post(clinicPaths.personPattern, posted(home, acts, postPerson))
  app.post(clinicPaths.lookPattern, posted(home, acts, postLook))
  app.post(clinicPaths.gonePattern, posted(home, acts, postGone))
  app.post(clinicPaths.leavePattern, posted(home, acts, postLeave))
  app.route('/', memberRoutes(home))
  return app
}

const emptyState = (): FormState => ({
  fields: fieldsFrom({
    therapistId: crypto.randomUUID(),
    memberId: crypto.randomUUID(),
    treats: 'yes',
    signsIn: 'yes',
  }),
  problems: [],
})

const idsIn = (fields: Fields) => ({
  therapistId: idIn(typedIn(fields, 'therapistId')) ?? crypto.randomUUID(),
  memberId: idIn(typedIn(fields, 'memberId')) ?? crypto.randomUUID(),
})

const newPage = (ask: Ask, state: FormState) => <NewPersonPage {...{ ...ask, state }} ids={idsIn(state.fields)} />

/** Somebody new: the therapist, the member, or both, in one transaction. */
async function postNew(post: Post) {
  const { fields, here } = post
  const ids = idsIn(fields)
  const again = (ask: Ask, problems: readonly Problem[]) => newPage(ask, { fields, problems })
  const treats = typedIn(fields, 'treats') === 'yes'
  const signsIn = typedIn(fields, 'signsIn') === 'yes' && mayDo(here.member, 'change-team')
  const therapist = treats ? readTherapistDetails(newTherapist(fields)) : undefined
  const member = signsIn ? readMember(fields) : undefined
  const problems = [therapist, member].flatMap((read) => (read && !read.ok ? read.problems : []))
  if (!treats && !signsIn)
    problems.push({ field: 'treats', text: 'Choose whether they treat people, sign in here, or both.' })
  if (problems.length > 0) return answer(post.c, again(post, uniqueOf(problems)), 422)
  const outcome = await change(post, async (trx, stands): Promise<Saved> => {
    if (therapist?.ok) {
      const kept = await saveTherapist(trx, stands, ids.therapistId, stampOf(undefined), therapist.value)
      if (!kept.ok) return kept
    }
    if (!member?.ok) return { ok: true }
    return addMember(trx, stands, ids.memberId, { ...member.value, therapistId: treats ? ids.therapistId : null })
  })
  return answerSaved(post, outcome, treats ? clinicPaths.person(ids.therapistId) : clinicPaths.team, again)
}

const uniqueOf = (problems: readonly Problem[]) =>
  problems.filter(({ field }, at) => problems.findIndex((each) => each.field === field) === at)

/** What the short form does not ask stands as for anybody new. */
const newTherapist = (fields: Fields): Fields =>
  new Map([
    ...therapistFields(undefined),
    ...(['name', 'profession'] as const).map((name) => [name, [typedIn(fields, name)]] as const),
  ])

const therapistOf = ({ therapists }: Picture, id: string | undefined) => therapists.find((each) => each.id === id)

interface Shown {
  readonly state?: FormState
  readonly lookState?: FormState
  readonly visits?: number
  readonly status?: 200 | 409 | 422
}

function personPage(ask: Ask, id: string | undefined, { state, lookState, visits }: Shown = {}) {
  const therapist = therapistOf(ask.picture, id)
  if (!therapist) return undefined
  const look = therapist.look
  const lookFields = fieldsFrom({ body: look?.body ?? '', number: look?.number ?? '', validUntil: '' })
  return (
    <PersonPage
      {...{ ...ask, therapist, visits }}
      state={state ?? { fields: therapistFields(therapist), problems: [] }}
      lookState={lookState ?? { fields: lookFields, problems: [] }}
    />
  )
}

function showPerson(ask: Ask, more: Shown = {}) {
  const page = personPage(ask, ask.c.req.param('id'), more)
  return page ? answer(ask.c, page, more.status ?? 200) : notYours(ask.home, ask.c)
}

async function postPerson(post: Post) {
  const id = idIn(post.c.req.param('id') ?? '')
  const { fields, picture } = post
  if (!id || !therapistOf(picture, id)) return notYours(post.home, post.c)
  const read = readTherapistDetails(fields)
  if (!read.ok) return showPerson(post, { state: { fields, problems: read.problems }, status: 422 })
  const meant = stampOf(read.value)
  const outcome = await changeSeen(post, meant, (trx, stands) =>
    saveTherapist(trx, stands, id, typedIn(fields, 'seenPerson'), read.value),
  )
  if (!outcome.ok && outcome.why === 'fewer')
    return showPerson(post, { state: { fields, problems: [], fewer: { times: outcome.times, meant } }, status: 409 })
  return answerSaved(post, outcome, clinicPaths.team, (ask, problems) =>
    pageOr(ask, id, { state: { fields, problems } }),
  )
}

/** The person's page, or the team without them where they have just gone. */
const pageOr = (ask: Ask, id: string, more: Shown) => personPage(ask, id, more) ?? <TeamPage {...ask} />

async function postLook(post: Post) {
  const id = idIn(post.c.req.param('id') ?? '')
  const { fields, here } = post
  if (!id || !therapistOf(post.picture, id)) return notYours(post.home, post.c)
  const read = readLook(fields)
  if (!read.ok) return showPerson(post, { lookState: { fields, problems: read.problems }, status: 422 })
  const outcome = await change(post, (trx, stands) => recordLook(trx, stands, id, read.value, here.member.name))
  return answerSaved(post, outcome, clinicPaths.person(id), (ask, problems) =>
    pageOr(ask, id, { lookState: { fields, problems } }),
  )
}

async function postGone(post: Post) {
  const id = idIn(post.c.req.param('id') ?? '')
  if (!id) return notYours(post.home, post.c)
  const outcome = await change(post, (trx, stands) => recordGone(trx, stands, id, post.here.member.name))
  return answerSaved(post, outcome, clinicPaths.person(id), (ask) => pageOr(ask, id, {}))
}

async function postLeave(post: Post) {
  const id = idIn(post.c.req.param('id') ?? '')
  if (!id) return notYours(post.home, post.c)
  const outcome = await change(post, (trx, stands) => letTherapistGo(trx, stands, id))
  if (!outcome.ok && outcome.why === 'visitsStand') return showPerson(post, { visits: outcome.visits, status: 409 })
  return answerSaved(post, outcome.ok ? outcome : refused(), clinicPaths.team, (ask) => pageOr(ask, id, {}))
}
