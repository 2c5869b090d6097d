/** When the door of a place is open: its week, and days that differ. */
import { Hono } from 'hono'
import { saveOwnDay, saveWeek } from '../../../clinic/setup/opening.ts'
import type { PlaceRow } from '../../../clinic/setup/picture.ts'
import { answer } from '../../find/booking/answer.tsx'
import type { Problem } from '../../ui/error-summary.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import { answerSaved, type Ask, change, notYours, type Post, posted, shown } from './clinic-answer.tsx'
import { typedIn } from './clinic-fields.ts'
import type { FormState } from './clinic-parts.tsx'
import { clinicPaths } from './clinic-paths.ts'
import { readOwnDay, readWeek } from './opening-form.ts'
import { OpeningPage, weekFields } from './opening-page.tsx'

/** The routes of the opening hours. */
export function openingRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  app.get(clinicPaths.openingPattern, shown(home, ['change-clinic'], showOpening))
  app.post(clinicPaths.openingPattern, posted(home, ['change-clinic'], postWeek))
  app.post(clinicPaths.openingDayPattern, posted(home, ['change-clinic'], postDay))
  return app
}

const placeIn = ({ c, picture }: Ask) => picture.places.find(({ id }) => id === c.req.param('id'))

/** What was typed into one of the two forms, and what is wrong with it. */
interface Typed {
  readonly week?: FormState
  readonly day?: FormState
}

function openingPage(ask: Ask, place: PlaceRow, typed: Typed = {}) {
  const { picture } = ask
  const week = typed.week ?? { fields: weekFields(picture, place.id), problems: [] }
  const day = typed.day ?? { fields: new Map(), problems: [] }
  return <OpeningPage {...{ ...ask, place, week, day }} />
}

function showOpening(ask: Ask) {
  const place = placeIn(ask)
  return place ? answer(ask.c, openingPage(ask, place)) : notYours(ask.home, ask.c)
}

async function postWeek(post: Post) {
  const { fields, c } = post
  const place = placeIn(post)
  if (!place) return notYours(post.home, c)
  const again = (ask: Ask, problems: readonly Problem[]) => openingPage(ask, place, { week: { fields, problems } })
  const read = readWeek(fields)
  if (!read.ok) return answer(c, again(post, read.problems), 422)
  const seen = typedIn(fields, 'seenWeek')
  const outcome = await change(post, (trx, stands) => saveWeek(trx, stands, place.id, seen, read.value))
  return answerSaved(post, outcome, clinicPaths.opening(place.id), again)
}

async function postDay(post: Post) {
  const { fields, c } = post
  const place = placeIn(post)
  if (!place) return notYours(post.home, c)
  const again = (ask: Ask, problems: readonly Problem[]) => openingPage(ask, place, { day: { fields, problems } })
  const read = readOwnDay(fields)
  if (!read.ok) return answer(c, again(post, read.problems), 422)
  const outcome = await change(post, (trx, stands) =>
    saveOwnDay(trx, stands, place.id, typedIn(fields, 'seenDays'), read.value),
  )
  return answerSaved(post, outcome, clinicPaths.opening(place.id), again)
}
