/** Letters in the staff's pages: write, look, test, give a time, take back, stop; what came back; the proof of a yes. */
import { type Context, Hono } from 'hono'
import { longestReport, messagesIn } from '../../../clinic/letters/read-bounce.ts'
import { bouncesWords, takeBounces } from '../../../clinic/letters/take-bounces.ts'
import { listOffers } from '../../../clinic/letters/offers.ts'
import { guidePieces } from '../../../clinic/letters/guide-pages.ts'
import { orderKept, readOrder } from '../../../clinic/letters/page-order.ts'
import { previewLetter } from '../../../clinic/letters/preview-letter.ts'
import { readLetterForm, type TypedLetter } from '../../../clinic/letters/letter-form.ts'
import { putBack } from '../../../clinic/letters/stop-after-bounce.ts'
import { findLetter, listLetters, type StaffLetter } from '../../../clinic/letters/read-letters.ts'
import {
  addressOfLetterMail,
  countReaders,
  floodOfAsks,
  notArrived,
  proofOf,
  zoneOfClinic,
} from '../../../clinic/letters/who-reads.ts'
import {
  type LetterAct,
  letLetterGoOn,
  makeLetter,
  saveLetter,
  scheduleLetter,
  sendToMissing,
  stopLetter,
  takeLetterBack,
  testLetter,
} from '../../../clinic/letters/write-letters.ts'
import { addressFaultWords, parseAddress } from '../../../clinic/people/email-address.ts'
import { mayDo } from '../../../clinic/people/members.ts'
import { answer, fieldOf } from '../../find/booking/answer.tsx'
import { typedForm } from '../../find/typed-form.ts'
import type { Problem } from '../../ui/error-summary.tsx'
import { mailPolicy } from '../../ui/mail-policy.ts'
import { hereOf } from '../console-frame.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { NotYoursPage } from '../message-pages.tsx'
import { readId } from '../../find/posted-ids.ts'
import { graceMinutes } from './before-it-goes.tsx'
import { LetterPage, WriteLetterPage } from './letter-page.tsx'
import { LettersPage, ProofPage } from './letters-pages.tsx'
import { LookPage, paces, type TypedTime } from './look-page.tsx'
import { notDoneWords, saidOf } from './letter-words.ts'
import { readWhen } from './read-when.ts'

type Ctx = Context<ConsoleEnv>

/** The routes under /console/letters, for the console to mount behind its gate. */
export function lettersRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  const may = (work: (home: ConsoleHome, c: Ctx) => Response | Promise<Response>) => (c: Ctx) =>
    mayDo(c.get('member'), 'write-letters') ? work(home, c) : notYours(home, c)
  const withLetter = (work: (home: ConsoleHome, c: Ctx, letter: StaffLetter) => Response | Promise<Response>) =>
    may(async (_home, c) => {
      const id = readId(c.req.param('letter'))
      const letter = id && (await findLetter(c.get('data').app, c.get('member').clinicId, id))
      return letter ? work(home, c, letter) : notYours(home, c)
    })
  app.get(
    consolePaths.letters,
    may((_home, c) => showList(home, c)),
  )
  app.post(consolePaths.letters, may(make))
  app.get(consolePaths.newLetter, may(showNew))
  app.post(consolePaths.bounces, may(readBounces))
  app.post(consolePaths.letterProof, may(showProof))
  app.get(
    consolePaths.letterPattern,
    withLetter((_home, c, letter) => showLetter(home, c, letter)),
  )
  app.post(consolePaths.letterPattern, withLetter(save))
  app.get(
    consolePaths.lookAtLetterPattern,
    withLetter((_home, c, letter) => showLook(home, c, letter)),
  )
  app.get(consolePaths.letterPicturePattern, withLetter(showPicture))
  app.post(consolePaths.letterActsPattern, withLetter(doAct))
  return app
}

const notYours = (home: ConsoleHome, c: Ctx) => answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)
const saidIn = (home: ConsoleHome, c: Ctx, letter: StaffLetter) =>
  saidOf(letter, {
    done: c.req.query('done') ?? '',
    now: home.now().epochMilliseconds,
    intoFiles: home.frame.intoFiles,
  })
const formOf = (c: Ctx): Promise<FormData> => typedForm(c.req.raw).catch(() => new FormData())

async function showList(home: ConsoleHome, c: Ctx, said: readonly string[] = [], status: 200 | 422 = 200) {
  const { app } = c.get('data')
  const { clinicId } = c.get('member')
  const [letters, readers, flood, zone] = await Promise.all([
    listLetters(app, clinicId),
    countReaders(app, clinicId),
    floodOfAsks(app, clinicId),
    zoneOfClinic(app, clinicId),
  ])
  return answer(c, <LettersPage home={home} here={hereOf(c)} {...{ letters, readers, flood, zone, said }} />, status)
}

const offersOf = async (c: Ctx) =>
  (await listOffers(c.get('data').app, c.get('member').clinicId)).filter(({ hasEnded }) => !hasEnded)

const untouched: TypedLetter = { subject: '', opening: '', topic: 'keep-away', pages: [] }

async function showNew(home: ConsoleHome, c: Ctx) {
  const page = {
    home,
    here: hereOf(c),
    typed: untouched,
    pieces: guidePieces(),
    offers: await offersOf(c),
    problems: [],
  }
  return answer(c, <WriteLetterPage {...page} letterId={crypto.randomUUID()} version={null} />)
}

function typedIn(form: FormData): TypedLetter {
  const pages = form.getAll('page').filter((value) => typeof value === 'string')
  return {
    subject: fieldOf(form, 'subject'),
    opening: fieldOf(form, 'opening'),
    topic: fieldOf(form, 'topic'),
    offer: fieldOf(form, 'offer'),
    pages,
  }
}

/** Shows the form again with what was typed. */
async function again(home: ConsoleHome, c: Ctx, form: FormData, problems: readonly Problem[], more: Again) {
  const page = {
    home,
    here: hereOf(c),
    typed: typedIn(form),
    pieces: guidePieces(),
    offers: await offersOf(c),
    problems,
  }
  return answer(c, <WriteLetterPage {...page} {...more} />, more.said === undefined ? 422 : 409)
}
interface Again {
  readonly letterId: string
  readonly version: number | null
  readonly said?: string
}

async function make(home: ConsoleHome, c: Ctx) {
  const form = await formOf(c)
  const letterId = readId(fieldOf(form, 'letter'))
  if (letterId === undefined) return notYours(home, c)
  const read = readLetterForm(
    typedIn(form),
    (await offersOf(c)).map(({ offerId }) => offerId),
  )
  if (!read.ok) return again(home, c, form, read.problems, { letterId, version: null })
  const made = await makeLetter(c.get('data').app, c.get('member'), letterId, read.draft)
  if (made.ok) return c.redirect(consolePaths.lookAtLetter(letterId), 303)
  return again(home, c, form, [], { letterId, version: null, said: notDoneWords[made.why] })
}

async function save(home: ConsoleHome, c: Ctx, letter: StaffLetter) {
  const form = await formOf(c)
  const { letterId, version } = letter
  const shown = Number(fieldOf(form, 'version'))
  const read = readLetterForm(
    typedIn(form),
    (await offersOf(c)).map(({ offerId }) => offerId),
  )
  if (!read.ok) return again(home, c, form, read.problems, { letterId, version: shown })
  const draft = { ...read.draft, pages: orderKept(letter.pages, read.draft.pages) }
  const saved = await saveLetter(c.get('data').app, c.get('member'), letterId, shown, draft)
  if (saved.ok) return c.redirect(`${consolePaths.lookAtLetter(letterId)}?done=saved`, 303)
  // Sent once more it is kept: whoever sends it has been told.
  return again(home, c, form, [], { letterId, version, said: notDoneWords[saved.why] })
}

async function showLetter(
  home: ConsoleHome,
  c: Ctx,
  letter: StaffLetter,
  said = saidIn(home, c, letter),
  status: 200 | 409 = 200,
) {
  const { letterId, version } = letter
  const shown = { home, here: hereOf(c), said }
  if (letter.state === 'draft') {
    const page = {
      ...shown,
      letterId,
      version,
      offers: await offersOf(c),
      typed: { ...letter, offer: letter.offerId ?? '' },
    }
    const written = { ...page, pieces: guidePieces(), problems: [] }
    return answer(c, <WriteLetterPage {...written} />, status)
  }
  const { app } = c.get('data')
  const { clinicId } = c.get('member')
  const [missing, zone] = await Promise.all([notArrived(app, clinicId, letterId), zoneOfClinic(app, clinicId)])
  return answer(c, <LetterPage {...shown} {...{ letter, missing, zone }} />, status)
}

const linksOf = (home: ConsoleHome, c: Ctx) => {
  const origin = home.origin?.() ?? new URL(c.req.url).origin
  return { origin, guide: `${origin}/guide`, check: `${origin}${home.frame.checkHref}` }
}

interface ShownLook {
  readonly problems?: readonly Problem[]
  readonly typed?: TypedTime
  readonly said?: string | undefined
  readonly status?: 200 | 409 | 422
}

async function showLook(
  home: ConsoleHome,
  c: Ctx,
  letter: StaffLetter,
  { problems = [], typed, said = saidIn(home, c, letter), status = problems.length > 0 ? 422 : 200 }: ShownLook = {},
) {
  const { app } = c.get('data')
  const { clinicId } = c.get('member')
  const [preview, readers, zone] = await Promise.all([
    previewLetter(app, clinicId, letter, linksOf(home, c)),
    countReaders(app, clinicId),
    zoneOfClinic(app, clinicId),
  ])
  const tomorrow = home.now().toZonedDateTimeISO(zone).toPlainDate().add({ days: 1 }).toString()
  const asksNow = c.req.query('now') === 'yes'
  const page = { home, here: hereOf(c), letter, readers, zone, problems, said, asksNow }
  return answer(
    c,
    <LookPage
      {...page}
      plain={preview.plain}
      from={preview.from}
      typed={typed ?? { day: tomorrow, time: '07:30', perMinute: '200' }}
    />,
    status,
  )
}

/** The mail itself, in a sandbox: its own styles and nothing else. By day or by night, whichever this device is set to. */
async function showPicture(home: ConsoleHome, c: Ctx, letter: StaffLetter) {
  const { html } = await previewLetter(c.get('data').app, c.get('member').clinicId, letter, linksOf(home, c))
  const dark = c.req.query('dark') === 'yes'
  c.header('Content-Security-Policy', mailPolicy)
  c.header('Cache-Control', 'no-store')
  return c.html(html.replace('@media (prefers-color-scheme: dark)', dark ? '@media all' : '@media not all'))
}

async function doAct(home: ConsoleHome, c: Ctx, letter: StaffLetter) {
  const form = await formOf(c)
  const what = fieldOf(form, 'do')
  if (what === 'scheduled') return schedule(home, c, letter, form)
  if (what === 'now') return sendNow(home, c, letter, form)
  if (what === 'moved') return move(home, c, letter, form)
  const done = await actOf(c, letter, what, form)
  if (done?.ok) {
    const to = what === 'tested' ? consolePaths.lookAtLetter : consolePaths.letter
    return c.redirect(`${to(letter.letterId)}?done=${what}`, 303)
  }
  return showLetter(home, c, letter, done ? notDoneWords[done.why] : 'Nothing was changed.', 409)
}

async function actOf(c: Ctx, { letterId }: StaffLetter, what: string, form: FormData): Promise<LetterAct | undefined> {
  const { app } = c.get('data')
  const member = c.get('member')
  switch (what) {
    case 'tested':
      return testLetter(app, member, letterId)
    case 'taken-back':
      return takeLetterBack(app, member, letterId)
    case 'stopped':
      return stopLetter(app, member, letterId)
    case 'went-on':
      return letLetterGoOn(app, member, letterId)
    case 'sent-to-missing':
      return sendToMissing(app, member, letterId)
    case 'allowed': {
      const address = await addressOfLetterMail(app, member.clinicId, readId(fieldOf(form, 'mail')) ?? letterId)
      if (address === undefined) return undefined
      await putBack(app, member, address)
      return { ok: true }
    }
    default:
      return undefined
  }
}

async function schedule(home: ConsoleHome, c: Ctx, letter: StaffLetter, form: FormData) {
  const { app } = c.get('data')
  const member = c.get('member')
  const typed = { day: fieldOf(form, 'day'), time: fieldOf(form, 'time'), perMinute: fieldOf(form, 'perMinute') }
  const zone = await zoneOfClinic(app, member.clinicId)
  const when = readWhen(typed.day, typed.time, zone, home.now())
  if (!when.ok) return showLook(home, c, letter, { problems: [when.problem], typed })
  const wish = { version: Number(fieldOf(form, 'version')), sendAt: when.at, perMinute: paceIn(typed.perMinute) }
  const done = await scheduleLetter(app, member, letter.letterId, wish)
  if (done.ok) return c.redirect(`${consolePaths.letter(letter.letterId)}?done=scheduled`, 303)
  return showLook(home, c, letter, { problems: [{ field: 'day', text: notDoneWords[done.why] }], typed })
}

const paceIn = (typed: string) => paces.find((pace) => String(pace) === typed) ?? 200

/** Begins in some minutes, paced as any other. Pressed twice it is on its way already, from the very words that were shown. */
async function sendNow(home: ConsoleHome, c: Ctx, letter: StaffLetter, form: FormData) {
  const { letterId } = letter
  const version = Number(fieldOf(form, 'version'))
  const sendAt = home.now().add({ minutes: graceMinutes }).epochMilliseconds
  const wish = { version, sendAt, perMinute: paceIn(fieldOf(form, 'perMinute')) }
  const done = await scheduleLetter(c.get('data').app, c.get('member'), letterId, wish)
  const isHeardAgain = letter.version === version + 1 && letter.sendAt !== null && letter.sendAt <= sendAt
  if (done.ok || isHeardAgain) return c.redirect(`${consolePaths.letter(letterId)}?done=now`, 303)
  return showLook(home, c, letter, { problems: [{ field: 'when', text: lookedWords(done.why) }] })
}

/** One page a place up or down. Pressed twice it stands there already; of another order meanwhile nothing is undone. */
async function move(home: ConsoleHome, c: Ctx, letter: StaffLetter, form: FormData) {
  const { letterId, subject, opening, topic, offerId } = letter
  const pages = readOrder(letter.pages, fieldOf(form, 'order'))
  const draft = pages && { subject, opening, topic, offerId, pages }
  const { app } = c.get('data')
  const done = draft && (await saveLetter(app, c.get('member'), letterId, Number(fieldOf(form, 'version')), draft))
  if (done?.ok) return c.redirect(`${consolePaths.lookAtLetter(letterId)}?done=moved#order`, 303)
  const now = (await findLetter(app, c.get('member').clinicId, letterId)) ?? letter
  return showLook(home, c, now, { said: lookedWords(done ? done.why : 'version'), status: 409 })
}

/** On the page that shows the letter there is nothing typed that could be lost. */
const lookedWords = (why: Extract<LetterAct, { ok: false }>['why']) =>
  why === 'version'
    ? 'The letter was changed after you opened this page. Nothing was done. This is how it stands now.'
    : notDoneWords[why]

async function readBounces(home: ConsoleHome, c: Ctx) {
  const file = (await formOf(c)).get('file')
  if (!(file instanceof File) || file.size === 0)
    return showList(home, c, ['Choose a file first. Nothing was read.'], 422)
  const text = Buffer.from(await file.slice(0, longestReport).arrayBuffer()).toString('latin1')
  const taken = await takeBounces(c.get('data').app, [c.get('member').clinicId], messagesIn(text))
  return showList(home, c, bouncesWords(taken))
}

/** A post, so that the address stands in no address line; it changes nothing. */
async function showProof(home: ConsoleHome, c: Ctx) {
  const parsed = parseAddress(fieldOf(await formOf(c), 'email'))
  if (!parsed.ok) return showList(home, c, [addressFaultWords[parsed.why]], 422)
  const { app } = c.get('data')
  const { clinicId } = c.get('member')
  const [proof, zone] = await Promise.all([proofOf(app, clinicId, parsed.address), zoneOfClinic(app, clinicId)])
  return answer(c, <ProofPage home={home} here={hereOf(c)} address={parsed.address} {...{ proof, zone }} />)
}
