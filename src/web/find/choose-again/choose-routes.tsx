/** Choosing again by the private link of the mail. Looking changes nothing; only a pressed button does. */
import { type Context, Hono } from 'hono'
import {
  askForCall,
  type AskView,
  cancelInstead,
  type Chosen,
  chooseTime,
  findAsk,
  openAsk,
  timesToChoose,
} from '../../../clinic/booking/choose-again/choice.ts'
import { grantOfVisit } from '../../../clinic/booking/grants.ts'
import { clinicNamesOf } from '../../../clinic/booking/offered-time.ts'
import { isCurrentLink, privateToken, readPrivateToken } from '../../../clinic/booking/private-link.ts'
import { findVisit } from '../../../clinic/booking/visit-view.ts'
import type { Problem } from '../../ui/error-summary.tsx'
import { answer, fieldOf, readForm, withData } from '../booking/answer.tsx'
import { bookingPaths } from '../booking/booking-paths.ts'
import { NoVisitPage } from '../booking/message-pages.tsx'
import type { BookingHome, FindData } from '../find-home.ts'
import { opensNothing } from '../lost-link.tsx'
import { readChosen, readPhone } from './choose-form.ts'
import { AnsweredPage, ChoosePage, UnopenedPage } from './choose-pages.tsx'

/** The routes under /visits/again. */
export function chooseRoutes(home: BookingHome): Hono {
  const app = new Hono()
  app.get(bookingPaths.againPattern, (c) =>
    withData(home, c, (data) => withAsk(home, c, data, (ask) => show(home, c, data, { ask, problems: [] }))),
  )
  app.post(bookingPaths.againPattern, (c) =>
    withData(home, c, async (data) => {
      const form = await readForm(home, c)
      return form instanceof Response ? form : withAsk(home, c, data, (ask) => act(home, c, data, ask, form))
    }),
  )
  return app
}

const noLink = (home: BookingHome, c: Context) => answer(c, <NoVisitPage home={home} path="/visits" />, 404)

async function withAsk(
  home: BookingHome,
  c: Context,
  data: FindData,
  work: (ask: AskView) => Response | Promise<Response>,
): Promise<Response> {
  const link = readPrivateToken(data.secret, 'choose-again', c.req.param('token') ?? '')
  const ask = link && (await findAsk(data.app, { clinicId: link.clinicId, askId: link.appointmentId }))
  return ask && isCurrentLink(link, ask)
    ? work(ask)
    : opensNothing({ home, c, data }, 'choose-again', () => noLink(home, c))
}

interface Shown {
  readonly ask: AskView
  readonly problems: readonly Problem[]
  readonly typedPhone?: string
}

const visitPath = ({ secret }: FindData, { clinicId, appointmentId, linkRound }: AskView) =>
  bookingPaths.visit(privateToken(secret, 'visit', { clinicId, appointmentId, linkRound }))

async function show(home: BookingHome, c: Context, data: FindData, { ask, problems, typedPhone }: Shown) {
  const visit = await findVisit(data.app, ask)
  if (!visit) return noLink(home, c)
  const { names, now } = await clinicNamesOf(data.app, ask.clinicId)
  const page = { home, visit, now, path: c.req.path }
  const { state, isOldTime, isPhoneAsked, hasPhone } = ask
  if (state !== 'open')
    return answer(c, <AnsweredPage {...{ ...page, state, isOldTime }} visitHref={visitPath(data, ask)} />)
  if (!ask.isOpened) return answer(c, <UnopenedPage {...page} />)
  const [times, grant] = await Promise.all([timesToChoose(data.app, ask), grantOfVisit(data.app, ask)])
  return answer(
    c,
    <ChoosePage {...{ ...page, times, grant, names, problems, typedPhone, isPhoneAsked, hasPhone }} />,
    problems.length === 0 ? 200 : problems === gone ? 409 : 422,
  )
}

const gone: readonly Problem[] = [
  { field: 'time', text: 'That time is no longer free. These are free now: choose one of them.' },
]

async function act(home: BookingHome, c: Context, data: FindData, ask: AskView, form: FormData): Promise<Response> {
  const again = () => c.redirect(c.req.path, 303)
  const wrong = (problem: Problem, typedPhone = '') =>
    show(home, c, data, { ask: { ...ask, isOpened: true }, problems: [problem], typedPhone })
  switch (fieldOf(form, 'do')) {
    case 'take': {
      const time = readChosen(fieldOf(form, 'time'))
      if (!time) return wrong({ field: 'time', text: 'Choose a time.' })
      return afterChoosing(home, c, data, ask, await chooseTime(data.app, ask, time))
    }
    case 'cancel':
      return afterChoosing(home, c, data, ask, await cancelInstead(data.app, ask))
    case 'call': {
      const typed = fieldOf(form, 'phone')
      const read = readPhone(typed, ask.hasPhone)
      if (!read)
        return wrong({ field: 'phone', text: 'Enter a phone number of 5 digits or more, in 40 characters.' }, typed)
      await askForCall(data.app, ask, read.phone)
      return again()
    }
    case 'open':
      await openAsk(data.app, ask)
      return again()
    default:
      return again()
  }
}

async function afterChoosing(home: BookingHome, c: Context, data: FindData, ask: AskView, chosen: Chosen) {
  if (chosen.ok) return c.redirect(visitPath(data, ask), 303)
  // It was answered meanwhile: the page of the link says how.
  if (chosen.why === 'answered') return c.redirect(c.req.path, 303)
  return show(home, c, data, { ask: { ...ask, isOpened: true }, problems: gone })
}
