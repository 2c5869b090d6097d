/**
 * The routes of the locked copy, on the device: make words, type words, bring both in step, end it. Sends nothing before
 * somebody has pressed the button that says so.
 */
import { type Context, Hono } from 'hono'
import { show } from '../../web/care/care-page.tsx'
import { NotAFormPage } from '../../web/care/message-pages.tsx'
import { paths } from '../../web/care/paths.ts'
import type { DeviceHome } from '../checks-under-way.ts'
import { patienceMs, within } from '../time-limit.ts'
import { copyInAccount, type LockedCopy } from './locked-copy.ts'
import {
  askedWordName,
  askedWords,
  otherWords,
  readRecoveryWords,
  recoveryWords,
  secretBytes,
} from './recovery-words.ts'
import { lockKey } from './sealed-record.ts'
import {
  AskedWordsPage,
  BothMinePage,
  NewWordsPage,
  RemovePage,
  SyncOffPage,
  SyncOnPage,
  TypeWordsPage,
} from './sync-pages.tsx'
import { type SyncPlace, syncPlace } from './sync-place.ts'
import { readCopy, type Synced, syncRecord } from './sync-record.ts'
import { outcomeWords, wordsProblem } from './sync-words.ts'

interface Parts {
  readonly home: DeviceHome
  readonly place: SyncPlace
  readonly copy: LockedCopy
}

/** The routes, for the device's app. */
export function syncRoutes(home: DeviceHome, place: SyncPlace = syncPlace, copy: LockedCopy = copyInAccount): Hono {
  const parts: Parts = { home, place, copy }
  const app = new Hono()
  app.get(paths.recordSync, (c) => showState(c, parts))
  app.post(paths.recordSync, async (c) => {
    const form = await c.req.raw.formData().catch(() => null)
    return form ? await pressed(c, parts, form) : show(c, <NotAFormPage home={home} />, 400)
  })
  return app
}

/** A page that holds what nobody else may see. */
const page = (c: Context, view: Parameters<typeof show>[1], status: 200 | 409 | 422 = 200) =>
  show(c, view, status, 'holdsAnswers')

const stateOf = ({ place }: Parts) => within(patienceMs, place.read()).catch(() => null)

interface After {
  readonly said?: string
  /** A copy is there, and this device does not have its words. */
  readonly hasCopy?: boolean
  readonly isSignedOut?: boolean
  readonly why?: Exclude<Synced, { ok: true }>['why']
  readonly status?: 200 | 409
}

async function showState(c: Context, parts: Parts, { status = 200, ...after }: After = {}) {
  const { home } = parts
  const state = await stateOf(parts)
  if (state) return page(c, <SyncOnPage home={home} at={state.at} gone={state.gone} {...after} />, status)
  const wasSent = await within(patienceMs, parts.place.sentCopy()).catch(() => false)
  return page(c, <SyncOffPage home={home} {...after} hasCopy={after.hasCopy === true || wasSent} />, status)
}

async function pressed(c: Context, parts: Parts, form: FormData) {
  const { home } = parts
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  switch (text('do')) {
    case 'make':
      return makeWords(c, parts)
    case 'type':
      return page(c, <TypeWordsPage home={home} />)
    case 'written':
    case 'again':
      return aboutWords(c, parts, text('words'), text('do') === 'again')
    case 'start':
      return start(c, parts, text('words'), new Map(askedWords.map((place) => [place, text(askedWordName(place))])))
    case 'join':
      return join(c, parts, text('words'), text('mine') === 'yes')
    case 'step':
      return step(c, parts, text('anew') === 'yes')
    case 'off':
      return turnOff(c, parts)
    case 'remove':
      return text('sure') === 'yes' ? remove(c, parts) : askRemove(c, parts)
    default:
      return showState(c, parts)
  }
}

/** Looks first whether there is an account to send to, and no copy yet: nobody writes down words in vain. */
async function makeWords(c: Context, parts: Parts) {
  const got = await parts.copy.get()
  if (!got.ok) return refused(c, parts, got)
  if (got.copy) {
    const said = 'There is a locked copy in your account already. Type its words, or delete it there first.'
    return showState(c, parts, { said, hasCopy: true, status: 409 })
  }
  const secret = crypto.getRandomValues(new Uint8Array(secretBytes))
  return page(c, <NewWordsPage home={parts.home} words={recoveryWords(secret)} />)
}

/** Between the words and the paper, and back: the words travel in the form, and are kept nowhere. */
function aboutWords(c: Context, { home }: Parts, words: string, isAgain: boolean) {
  const read = readRecoveryWords(words)
  if (!read.ok) return page(c, <TypeWordsPage home={home} typed={words} problem={wordsProblem(read)} />, 422)
  const plain = recoveryWords(read.secret)
  return page(c, isAgain ? <NewWordsPage home={home} words={plain} /> : <AskedWordsPage home={home} words={plain} />)
}

/**
 * The first device: there must be no copy yet that other words open, and the paper must hold these words. A page that was
 * loaded again shows others, and whoever has only the first ones could never open the copy.
 */
async function start(c: Context, parts: Parts, words: string, typed: ReadonlyMap<number, string>) {
  const { home } = parts
  const read = readRecoveryWords(words)
  if (!read.ok) return page(c, <TypeWordsPage home={home} typed={words} problem={wordsProblem(read)} />, 422)
  const asked = { home, typed, words: recoveryWords(read.secret) }
  const wrong = otherWords(asked.words, typed)
  if (wrong.length > 0) return page(c, <AskedWordsPage {...asked} wrong={wrong} />, 422)
  const key = await keyOf(read.secret)
  const done = await sendCopy(parts, key, false)
  if (done.ok) return remember(c, parts, key, done)
  return page(c, <AskedWordsPage {...asked} said={outcomeWords(done)} isSignedOut={done.why === 'signedOut'} />, 409)
}

/** Noted before it is sent: where the answer is lost on its way back, the copy is there all the same. */
async function sendCopy({ home, place, copy }: Parts, key: CryptoKey, mustBeThere: boolean): Promise<Synced> {
  const wasSent = await within(patienceMs, place.sentCopy()).catch(() => true)
  await within(patienceMs, place.noteCopy()).catch(() => undefined)
  const done = await syncRecord({ notebook: home.notebook, copy, key, mustBeThere })
  if (!done.ok && !wasSent && !mayHaveGone.has(done.why))
    await within(patienceMs, place.forget()).catch(() => undefined)
  return done
}

/** After these nobody knows whether the copy came to the account. */
const mayHaveGone: ReadonlySet<string> = new Set<Exclude<Synced, { ok: true }>['why']>(['offline', 'away', 'busy'])

/** Another device: the words must open what is there, and it must be the same person's. */
async function join(c: Context, parts: Parts, words: string, isMine: boolean) {
  const { home, copy } = parts
  const read = readRecoveryWords(words)
  if (!read.ok) return page(c, <TypeWordsPage home={home} typed={words} problem={wordsProblem(read)} />, 422)
  const key = await keyOf(read.secret)
  const there = await readCopy({ copy, key })
  if (!there.ok) return refused(c, parts, there)
  if (there.owner === null)
    return showState(c, parts, { said: 'There is no copy in your account yet. Nothing was changed.', status: 409 })
  const mine = await within(patienceMs, home.notebook.all()).catch(() => null)
  const owner = mine?.length ? await home.notebook.owner().catch(() => null) : there.owner
  if (owner !== there.owner && !isMine)
    return page(c, <BothMinePage home={home} words={recoveryWords(read.secret)} />, 409)
  return bringTogether(c, parts, key, true)
}

const keyOf = (secret: Uint8Array) => lockKey(new Uint8Array(secret))

/** Brings both in step, and only then remembers the key: what failed leaves this device as it was. */
async function bringTogether(c: Context, parts: Parts, key: CryptoKey, mustBeThere: boolean) {
  const done = await sendCopy(parts, key, mustBeThere)
  if (done.ok) return remember(c, parts, key, done)
  // The next look must not say that it is on.
  if (done.why === 'gone') await within(patienceMs, parts.place.noteGone('copy')).catch(() => undefined)
  return refused(c, parts, done)
}

async function remember(c: Context, parts: Parts, key: CryptoKey, done: Synced) {
  const { home, place } = parts
  try {
    await within(patienceMs, place.write({ key, at: home.now() }))
  } catch {
    const said = `${outcomeWords(done)} But this device could not keep the key: type your words here the next time.`
    return showState(c, parts, { said, status: 409 })
  }
  return showState(c, parts, { said: outcomeWords(done) })
}

const refused = (c: Context, parts: Parts, done: Exclude<Synced, { ok: true }>) =>
  showState(c, parts, {
    said: outcomeWords(done),
    isSignedOut: done.why === 'signedOut',
    why: done.why,
    status: 409,
  })

/** @param isAnew somebody was told that the copy is gone, and wants one there again */
async function step(c: Context, parts: Parts, isAnew: boolean) {
  const state = await stateOf(parts)
  return state ? bringTogether(c, parts, state.key, !isAnew) : showState(c, parts)
}

async function turnOff(c: Context, parts: Parts) {
  try {
    await within(patienceMs, parts.place.forgetKey())
  } catch {
    return showState(c, parts, { said: 'This device did not forget the key. Try again.', status: 409 })
  }
  const said = 'It is off on this device. The copy in your account is still there, locked.'
  return showState(c, parts, { said })
}

const isEmptyHere = async ({ home }: Parts) =>
  (await within(patienceMs, home.notebook.all()).catch(() => null))?.length === 0

/** What only the copy holds is lost with it, for good: that is said before. */
const askRemove = async (c: Context, parts: Parts) =>
  page(c, <RemovePage home={parts.home} isEmptyHere={await isEmptyHere(parts)} />)

async function remove(c: Context, parts: Parts) {
  const removed = await parts.copy.remove()
  if (!removed.ok) return refused(c, parts, removed)
  const isForgotten = await within(patienceMs, parts.place.forget()).then(
    () => true,
    () => false,
  )
  const here = (await isEmptyHere(parts))
    ? 'There is no record on this device.'
    : 'Your record is still on this device.'
  const after = isForgotten ? here : 'This device did not forget its key. Turn it off here.'
  return showState(c, parts, { said: `The copy is deleted from your account. ${after}` })
}
