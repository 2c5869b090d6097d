/** Setting up a clinic and changing it afterwards, step by step, each saved by itself. */
import { Hono } from 'hono'
import { type ClinicTransaction, inClinic } from '../../../clinic/db/connection.ts'
import type { Position } from '../../../clinic/directory/distance.ts'
import { folded } from '../../../clinic/directory/folded.ts'
import { findPlace } from '../../../clinic/directory/places.ts'
import { placeInList } from '../../../clinic/directory/postcode-list.ts'
import { visitsOutsideHours } from '../../../clinic/setup/hours.ts'
import { tellNewAddress } from '../../../clinic/booking/new-address.ts'
import { bookedAt } from '../../../clinic/setup/visits-ahead.ts'
import { openClinic, type PlaceDetails, saveClinic, savePlace } from '../../../clinic/setup/places-of-clinic.ts'
import type { Picture } from '../../../clinic/setup/picture.ts'
import { answer } from '../../find/booking/answer.tsx'
import type { Problem } from '../../ui/error-summary.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import { answerSaved, type Ask, change, notYours, type Post, posted, shown } from './clinic-answer.tsx'
import { idIn, typedIn } from './clinic-fields.ts'
import { readClinicDetails, readPlaceDetails } from './clinic-forms.ts'
import { afterSaving, type FormState } from './clinic-parts.tsx'
import { clinicPaths } from './clinic-paths.ts'
import { HomePage } from './home-page.tsx'
import { hoursRoutes } from './hours-routes.tsx'
import { openingRoutes } from './opening-routes.tsx'
import { type AddressNews, clinicFields, NamePage, OtherPlacePage, placeFields } from './place-page.tsx'
import { servicesRoutes } from './services-routes.tsx'
import { teamRoutes } from './team-routes.tsx'

/** Everything under /console/clinic. */
export function clinicRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  const reads = ['change-clinic', 'change-team', 'change-times'] as const
  app.get(clinicPaths.home, shown(home, reads, showHome))
  app.post(clinicPaths.open, posted(home, ['change-clinic'], postOpen))
  app.get(
    clinicPaths.place,
    shown(home, ['change-clinic'], (ask) => answer(ask.c, namePage(ask, undefined, newsIn(ask)))),
  )
  app.post(clinicPaths.place, posted(home, ['change-clinic'], postName))
  app.get(clinicPaths.placesPattern, shown(home, ['change-clinic'], showPlace))
  app.post(clinicPaths.placesPattern, posted(home, ['change-clinic'], postPlace))
  app.post(clinicPaths.tellAddressPattern, posted(home, ['change-clinic'], postTellAddress))
  app.route('/', openingRoutes(home))
  app.route('/', teamRoutes(home))
  app.route('/', servicesRoutes(home))
  app.route('/', hoursRoutes(home))
  return app
}

const visitsOutside = ({ c, picture }: Ask) =>
  inClinic(c.get('data').app, picture.clinicId, (trx) => visitsOutsideHours(trx, picture))

const showHome = async (ask: Ask) => answer(ask.c, <HomePage {...ask} outside={await visitsOutside(ask)} />)

async function postOpen(post: Post) {
  const outcome = await change(post, openClinic)
  const outside = await visitsOutside(post)
  return answerSaved(post, outcome, clinicPaths.home, (ask, problems) => (
    <HomePage {...{ ...ask, outside, problems }} />
  ))
}

const namePage = (ask: Ask, state?: FormState, news?: AddressNews) => {
  const place = ask.picture.places[0]
  const fields = new Map([...clinicFields(ask.picture), ...placeFields(place)])
  return (
    <NamePage
      {...ask}
      state={state ?? { fields, problems: [] }}
      news={news}
      place={place}
      placeId={place?.id ?? crypto.randomUUID()}
    />
  )
}

async function postName(post: Post) {
  const { fields, picture } = post
  const again = (ask: Ask, problems: readonly Problem[]) => namePage(ask, { fields, problems })
  const [clinic, place] = [readClinicDetails(fields), readPlaceDetails(fields)]
  if (!clinic.ok || !place.ok) {
    const problems = [...(clinic.ok ? [] : clinic.problems), ...(place.ok ? [] : place.problems)]
    return answer(post.c, again(post, problems), 422)
  }
  const id = picture.places[0]?.id ?? idIn(typedIn(fields, 'placeId')) ?? crypto.randomUUID()
  const position = { written: place.value.written, listed: await listed(post, place.value.details.postcode) }
  const hit = { visits: 0 }
  const outcome = await change(post, async (trx, stands) => {
    const named = await saveClinic(trx, stands, typedIn(fields, 'seenClinic'), clinic.value)
    if (!named.ok) return named
    hit.visits = await hitByMove(trx, stands, id, place.value.details)
    return savePlace(trx, stands, id, typedIn(fields, 'seenPlace'), place.value.details, position)
  })
  return answerSaved(
    post,
    outcome,
    afterMove(hit, id, afterSaving(picture, clinicPaths.team, clinicPaths.place)),
    again,
  )
}

/** How many who have booked would come to the old address of a place, where this gives it another. */
async function hitByMove(trx: ClinicTransaction, { places }: Picture, id: string, to: PlaceDetails): Promise<number> {
  const before = places.find((place) => place.id === id)
  const addressOf = ({ street, town, postcode }: Pick<PlaceDetails, 'street' | 'town' | 'postcode'>) =>
    folded([street, town, postcode].join(' '))
  return before && addressOf(before) !== addressOf(to) ? bookedAt(trx, id) : 0
}

/** Where a saved place leads to: where people would stand before the wrong door, to the page that says so. */
const afterMove = ({ visits }: { readonly visits: number }, id: string, to: string) =>
  visits > 0 ? `${clinicPaths.place}?moved=${visits}&place=${id}` : to

const countIn = (text: string | undefined) => (/^\d{1,6}$/.test(text ?? '') ? Number(text) : 0)

/** What the address of this page says of an address that was changed. */
function newsIn({ c, picture, now }: Ask): AddressNews | undefined {
  const asked = (name: string) => c.req.query(name)
  if (asked('told') !== undefined)
    return { what: 'told', mailed: countIn(asked('told')), toRing: countIn(asked('ring')) }
  const [visits, place] = [countIn(asked('moved')), placeOf(picture, asked('place') ?? '')]
  return visits > 0 && place ? { what: 'changed', visits, placeId: place.id, at: now.epochMilliseconds } : undefined
}

/** Writes to whoever comes to a place whose address was changed. */
async function postTellAddress({ home, c, fields, now, here }: Post) {
  const id = idIn(c.req.param('id') ?? '')
  const typed = typedIn(fields, 'until')
  const until = /^\d{1,15}$/.test(typed) ? Math.min(Number(typed), now.epochMilliseconds) : now.epochMilliseconds
  const told = id && (await tellNewAddress(c.get('data').app, here.member, id, until))
  if (!told) return notYours(home, c)
  return c.redirect(`${clinicPaths.place}?told=${told.mailed}&ring=${told.toRing}`, 303)
}

/** Where a postcode lies, as far as a list says. */
async function listed({ c }: Ask, postcode: string): Promise<Position | undefined> {
  const found = await placeInList(c.get('data').directory, findPlace(postcode))
  return found.ok ? found.place : undefined
}

const placeOf = ({ places }: Picture, id: string) => places.find((place) => place.id === id)

function showPlace(ask: Ask) {
  const id = ask.c.req.param('id') ?? ''
  const place = placeOf(ask.picture, id)
  if (!place && id !== 'new') return notYours(ask.home, ask.c)
  const state = { fields: placeFields(place), problems: [] }
  return answer(ask.c, <OtherPlacePage {...{ ...ask, state, place }} placeId={place?.id ?? crypto.randomUUID()} />)
}

async function postPlace(post: Post) {
  const id = idIn(post.c.req.param('id') ?? '')
  if (!id) return notYours(post.home, post.c)
  const { fields } = post
  const again = (ask: Ask, problems: readonly Problem[]) => (
    <OtherPlacePage {...ask} place={placeOf(ask.picture, id)} placeId={id} state={{ fields, problems }} />
  )
  const read = readPlaceDetails(fields)
  if (!read.ok) return answer(post.c, again(post, read.problems), 422)
  const position = { written: read.value.written, listed: await listed(post, read.value.details.postcode) }
  const hit = { visits: 0 }
  const outcome = await change(post, async (trx, stands) => {
    hit.visits = await hitByMove(trx, stands, id, read.value.details)
    return savePlace(trx, stands, id, typedIn(fields, 'seenPlace'), read.value.details, position)
  })
  return answerSaved(post, outcome, afterMove(hit, id, clinicPaths.place), again)
}
