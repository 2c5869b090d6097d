/**
 * Letters for the public: asking for them, saying yes from the mailed link, changing one's choice, leaving.
 * GET, HEAD and OPTIONS change nothing. The address under which letters stop is posted to by mail programs too: without a
 * cookie, from anywhere, and it always answers 200 (RFC 8058).
 */
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type LinkKind, readPrivateToken } from '../../../clinic/booking/private-link.ts'
import { openLeftBook } from '../../../clinic/letters/left-book.ts'
import { leaveLetters, sayNotMe } from '../../../clinic/letters/leave-letters.ts'
import type { SubscriberKey } from '../../../clinic/letters/letter-consents.ts'
import { sendingClinics } from '../../../clinic/letters/sending-clinics.ts'
import {
  askForLetters,
  type Changed,
  chooseTopics,
  findSubscriber,
  isTestLetter,
  sayYes,
  type Subscriber,
} from '../../../clinic/letters/subscribe.ts'
import { type Topic, topicNames, topicsOf } from '../../../clinic/letters/topics.ts'
import { addressFaultWords, parseAddress } from '../../../clinic/people/email-address.ts'
import type { Problem } from '../../ui/error-summary.tsx'
import { answer, fieldOf } from '../booking/answer.tsx'
import { isDatabaseAway } from '../database-away.ts'
import type { BookingHome, FindData } from '../find-home.ts'
import { isForeign } from '../is-foreign.ts'
import { letterPaths } from './letter-paths.ts'
import { AskedPage, LettersAwayPage, LettersPage, untouchedWish } from './letters-page.tsx'
import { LeavePage, MinePage, SaidPage, YesPage } from './own-pages.tsx'
import { TooLongPage } from '../message-pages.tsx'
import { typedForm } from '../typed-form.ts'

/** Largest form taken, in bytes. */
const mostBytes = 20_000

/** One home of the pages of letters. */
export interface LettersHome extends Pick<BookingHome, 'frame' | 'data' | 'addressOf'> {
  /** The folder beside the database in which it is kept who left. */
  readonly lettersFolder: string
}
type Home = LettersHome

/** The routes under /letters. */
export function letterRoutes(home: Home): Hono {
  const app = new Hono()
  const limit = bodyLimit({
    maxSize: mostBytes,
    onError: (c) => answer(c, <TooLongPage frame={home.frame} path={c.req.path} />, 413),
  })
  app.use('/letters', limit)
  app.use('/letters/*', limit)
  app.get(letterPaths.letters, (c) => withData(home, c, (data) => showLetters(home, c, data)))
  app.post(letterPaths.letters, (c) => ownPost(home, c, (data) => ask(home, c, data)))
  app.get(letterPaths.asked, (c) => answer(c, <AskedPage frame={home.frame} />))
  app.get(letterPaths.yesPattern, (c) => withOwn(home, c, 'letters-asked', showYes))
  app.post(letterPaths.yesPattern, (c) => ownPost(home, c, () => withOwn(home, c, 'letters-asked', sendYes)))
  app.get(letterPaths.minePattern, (c) => withOwn(home, c, 'letters', showMine))
  app.post(letterPaths.minePattern, (c) => ownPost(home, c, () => withOwn(home, c, 'letters', sendMine)))
  app.get(letterPaths.leavePattern, (c) => withOwn(home, c, 'letters', showLeave))
  app.post(letterPaths.leavePattern, (c) => withData(home, c, (data) => leave(home, c, data)))
  return app
}

/** Runs `work` with the database, and says so plainly where there is none. A fault of ours throws. */
async function withData(home: Home, c: Context, work: (data: FindData) => Response | Promise<Response>) {
  const data = home.data()
  const away = () => answer(c, <LettersAwayPage frame={home.frame} path={c.req.path} />, 503)
  if (!data) return away()
  try {
    return await work(data)
  } catch (error) {
    if (isDatabaseAway(error)) return away()
    throw error
  }
}

/** A form of our own pages only. */
function ownPost(home: Home, c: Context, work: (data: FindData) => Response | Promise<Response>) {
  if (!isForeign(c)) return withData(home, c, work)
  const lines = ['Nothing was changed: the form did not come from our page. Open the page here, and send it again.']
  return said(home, c, 'Please send it from our page', lines, 422)
}

async function showLetters(home: Home, c: Context, data: FindData) {
  const clinics = await sendingClinics(data.directory)
  const typed = untouchedWish((c.req.query('clinic') ?? '').slice(0, 200))
  return answer(c, <LettersPage frame={home.frame} {...{ clinics, typed }} problems={[]} />)
}

async function ask(home: Home, c: Context, data: FindData) {
  const form = await formOf(c)
  const clinics = await sendingClinics(data.directory)
  const chosen = chosenIn(form)
  const typed = { email: fieldOf(form, 'email'), clinic: fieldOf(form, 'clinic').slice(0, 200), chosen }
  const clinic = clinics.find(({ slug }) => slug === typed.clinic)
  const address = parseAddress(typed.email)
  const problems: Problem[] = [
    ...needsTopic(chosen),
    ...(clinic ? [] : [{ field: 'clinic', text: 'Choose which clinic sends them.' }]),
    ...(address.ok ? [] : [{ field: 'email', text: addressFaultWords[address.why] }]),
  ]
  const again = (more: readonly Problem[], status: 422 | 429) => {
    // What is far too long to be an address is not sent back.
    const shown = { ...typed, email: typed.email.slice(0, 1000) }
    return answer(c, <LettersPage frame={home.frame} clinics={clinics} typed={shown} problems={more} />, status)
  }
  if (problems.length > 0 || !clinic || !address.ok) return again(problems, 422)
  const wish = { clinicId: clinic.id, address: address.address, topics: chosen, network: home.addressOf(c) }
  const asked = await askForLetters(data.app, data.secret, wish)
  if (asked.ok) return c.redirect(letterPaths.asked, 303)
  if (asked.why === 'noClinic') return again([{ field: 'clinic', text: 'Choose which clinic sends them.' }], 422)
  return again([{ field: 'email', text: 'Too many people have asked from where you are. Try again in an hour.' }], 429)
}

const formOf = (c: Context): Promise<FormData> => typedForm(c.req.raw).catch(() => new FormData())
const chosenIn = (form: FormData): readonly Topic[] =>
  topicsOf(form.getAll('topic').filter((value) => typeof value === 'string'))
const needsTopic = (chosen: readonly Topic[]): readonly Problem[] =>
  chosen.length > 0 ? [] : [{ field: 'topics', text: 'Tick at least one.' }]

/** What a route of a private link is given. */
interface Own {
  readonly home: Home
  readonly c: Context
  readonly data: FindData
  readonly token: string
  readonly key: SubscriberKey
  readonly subscriber: Subscriber
}

function keyOf({ secret }: FindData, kind: LinkKind, token: string): SubscriberKey | undefined {
  const read = readPrivateToken(secret, kind, token)
  return read && { clinicId: read.clinicId, subscriberId: read.appointmentId }
}

/** Whatever link this installation did not make is answered in the same words. */
function withOwn(home: Home, c: Context, kind: LinkKind, work: (own: Own) => Response | Promise<Response>) {
  return withData(home, c, async (data) => {
    const token = c.req.param('token') ?? ''
    const key = keyOf(data, kind, token)
    const subscriber = key && (await findSubscriber(data.app, key))
    if (key && subscriber) return work({ home, c, data, token, key, subscriber })
    return key && (await isTestLetter(data.app, key)) ? ofTest(home, c) : noLink(home, c)
  })
}

const noLink = (home: Home, c: Context, status: 200 | 404 = 404) =>
  said(
    home,
    c,
    'This link does not work',
    ['Part of it may be missing. Open it again from the email, or copy all of it.'],
    status,
  )

const ofTest = (home: Home, c: Context) =>
  said(home, c, 'This letter was a test', [
    'It has no reader, so there is nothing to choose or to leave. In a letter to a reader, this link opens their own choice.',
  ])

const said = (home: Home, c: Context, title: string, lines: readonly string[], status: 200 | 404 | 410 | 422 = 200) =>
  answer(c, <SaidPage frame={home.frame} path={letterPaths.letters} {...{ title, lines }} />, status)

const gettingWords = ({ clinicName, topics }: Subscriber) => [
  `${clinicName} sends you letters about: ${topicNames(topics)}.`,
  'You can change this, or leave with one tap, at the end of every letter.',
]

function showYes(own: Own, problems: readonly Problem[] = [], chosen = own.subscriber.askedTopics) {
  const { home, c, subscriber } = own
  // The address only says what was pressed; what is told is what is kept.
  const isGetting = subscriber.standing === 'getting'
  if (isGetting && (c.req.query('done') === 'yes' || !subscriber.canSayYes))
    return said(home, c, 'You will get letters', gettingWords(subscriber))
  if (subscriber.isRefused) return notMe(own)
  if (!subscriber.canSayYes) return tooOld(own)
  const page = { frame: home.frame, path: c.req.path, subscriber, chosen, problems }
  return answer(c, <YesPage {...page} />, problems.length > 0 ? 422 : 200)
}

const notMe = ({ home, c, subscriber: { clinicName, standing } }: Own, status: 200 | 410 = 200) =>
  said(
    home,
    c,
    'You said: it was not me',
    [
      standing === 'left'
        ? `${clinicName} sends you no more letters. You will still get mail about your visits.`
        : 'No letter will come because of this.',
      'For three months after you said so, we do not ask this address again. To know that, we keep it so long.',
    ],
    status,
  )

const tooOld = ({ home, c, subscriber }: Own) =>
  subscriber.standing === 'left'
    ? said(
        home,
        c,
        'You left these letters',
        [
          'This link was made before you left, so no letter comes because of it. If you want letters, ask for them again.',
        ],
        410,
      )
    : said(
        home,
        c,
        'This link is too old',
        ['No letter will come because of it. If you want letters, ask for them again.'],
        410,
      )

async function sendYes(own: Own) {
  const { home, c, data, key, token } = own
  const form = await formOf(c)
  const isYes = fieldOf(form, 'do') === 'yes'
  const chosen = chosenIn(form)
  if (isYes && chosen.length === 0) return showYes(own, needsTopic(chosen), chosen)
  if (!isYes && fieldOf(form, 'do') !== 'not-me') return showYes(own)
  const { note } = openLeftBook(home.lettersFolder, data.secret)
  const done = await (isYes ? sayYes(data.app, key, chosen) : sayNotMe(data.app, key, note))
  return after(own, done, `${letterPaths.yes(token)}?done=${isYes ? 'yes' : 'not-me'}`)
}

function after(own: Own, done: Changed, to: string) {
  if (done.ok) return own.c.redirect(to, 303)
  if (done.why === 'tooOld') return own.subscriber.isRefused ? notMe(own, 410) : tooOld(own)
  return noLink(own.home, own.c)
}

function showMine(own: Own, problems: readonly Problem[] = [], posted?: readonly Topic[]) {
  const { home, c, subscriber, token } = own
  if (subscriber.standing === 'asked') return noLink(home, c)
  // Who left and wants them again ticks anew.
  const chosen = posted ?? (subscriber.standing === 'left' ? [] : subscriber.topics)
  const page = { frame: home.frame, path: letterPaths.mine(token), token, subscriber, chosen, problems }
  return answer(c, <MinePage {...page} isDone={c.req.query('done') === 'yes'} />, problems.length > 0 ? 422 : 200)
}

async function sendMine(own: Own) {
  const { c, data, key, token } = own
  const chosen = chosenIn(await formOf(c))
  if (chosen.length === 0)
    return showMine(
      own,
      [{ field: 'topics', text: 'Tick at least one. To get none, press “Leave the letters”.' }],
      chosen,
    )
  return after(own, await chooseTopics(data.app, key, chosen), `${letterPaths.mine(token)}?done=yes`)
}

const showLeave = ({ home, c, token, subscriber }: Own) =>
  answer(c, <LeavePage frame={home.frame} path={letterPaths.leave(token)} {...{ token, subscriber }} />)

/**
 * A button of ours goes on to a page that can be reloaded. A mail program hears 200 whatever link it has, as RFC 8058 wants it:
 * what became of it stands on the page.
 */
async function leave(home: Home, c: Context, data: FindData) {
  const token = c.req.param('token') ?? ''
  const key = keyOf(data, 'letters', token)
  const isOurButton = fieldOf(await formOf(c), 'from') === 'page'
  // A link that was cut short leaves nothing, and must not say that it did.
  if (!key) return noLink(home, c, isOurButton ? 404 : 200)
  const { note } = openLeftBook(home.lettersFolder, data.secret)
  const done = await leaveLetters(data.app, key, isOurButton ? 'page' : 'mail-program', note)
  if (done.ok && isOurButton) return c.redirect(`${letterPaths.mine(token)}?done=yes`, 303)
  return said(home, c, 'You will get no letters', ['You will still get mail about your visits.'])
}
