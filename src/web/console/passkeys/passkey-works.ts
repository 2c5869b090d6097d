/** What is done with one's own passkeys, the same for staff and for people: only the pages round it differ. */
import type { Context } from 'hono'
import { fieldOf } from '../../find/booking/answer.tsx'
import { typedForm } from '../../find/typed-form.ts'
import type { Problem } from '../../ui/error-summary.tsx'
import {
  longestPasskeyName,
  type OwnPasskey,
  type OwnPasskeys,
  type PasskeyAdded,
  type PasskeyAsked,
} from './own-passkeys.ts'

/** How the page is drawn, where it lies, and where somebody goes who is not signed in. */
export interface PasskeyPage {
  readonly draw: (
    c: Context,
    shown: { readonly passkeys: readonly OwnPasskey[]; readonly problems: readonly Problem[] },
    status: 200 | 422,
  ) => Response | Promise<Response>
  readonly list: string
  readonly signIn: string
}

type Work = (page: PasskeyPage, c: Context, doors: OwnPasskeys) => Promise<Response>

const formOf = (c: Context) => typedForm(c.req.raw).catch(() => new FormData())

function goOn(c: Context, path: string): Response {
  c.header('Cache-Control', 'no-store')
  return c.redirect(path, 303)
}

/** The list. */
export const showPasskeys: Work = (page, c, doors) => show(page, c, doors, [])

async function show(page: PasskeyPage, c: Context, doors: OwnPasskeys, problems: readonly Problem[]) {
  const passkeys = await doors.list(c.req.raw)
  if (!passkeys) return goOn(c, page.signIn)
  return page.draw(c, { passkeys, problems }, problems.length > 0 ? 422 : 200)
}

const askWords = {
  'start-again': 'You are not signed in here any more. Sign in, then try again.',
  'too-many': 'There were too many tries. Wait a quarter of an hour, then try again.',
  full: 'You have ten passkeys, and no more fit. Delete one that you do not need.',
} as const

const nameWords = `Use a name of ${longestPasskeyName} letters or fewer.`

/** Answers the script with what the browser is to sign, or with words to show. */
export function answerAsk(c: Context, asked: PasskeyAsked): Response {
  c.header('Cache-Control', 'no-store')
  if (!asked.ok) return c.json({ said: askWords[asked.why] }, asked.why === 'too-many' ? 429 : 422)
  for (const cookie of asked.cookies) c.header('Set-Cookie', cookie, { append: true })
  return c.json({ options: asked.options })
}

/** Before the device makes a key: a name that does not fit is said now. */
export const askForNew: Work = async (_page, c, doors) => {
  const name = fieldOf(await formOf(c), 'name').trim()
  if ([...name].length > longestPasskeyName) {
    c.header('Cache-Control', 'no-store')
    return c.json({ said: nameWords }, 422)
  }
  return answerAsk(c, await doors.askToAdd(c.req.raw))
}

const addWords: Readonly<Record<Extract<PasskeyAdded, { ok: false }>['why'], string>> = {
  'start-again': 'That took too long, or was done in another window. Nothing was added. Press the button again.',
  wrong: 'What your browser sent could not be checked. Nothing was added. Press the button again.',
  full: askWords.full,
  taken: 'This passkey belongs to another account. Nothing was added.',
}

/** Adds one. */
export const addPasskey: Work = async (page, c, doors) => {
  const form = await formOf(c)
  const added = await doors.add(c.req.raw, fieldOf(form, 'name'), fieldOf(form, 'passkey'))
  return added.ok ? goOn(c, page.list) : show(page, c, doors, [{ field: 'name', text: addWords[added.why] }])
}

/** Gives one another name. */
export const renamePasskey: Work = async (page, c, doors) => {
  const form = await formOf(c)
  const name = fieldOf(form, 'name').trim()
  if (name === '' || [...name].length > longestPasskeyName)
    return show(page, c, doors, [{ field: 'passkeys', text: name === '' ? 'Enter a name.' : nameWords }])
  await doors.rename(c.req.raw, fieldOf(form, 'id'), name)
  return goOn(c, page.list)
}

/** Deletes one, unless it is the last way in. */
export const removePasskey: Work = async (page, c, doors) => {
  const isGone = await doors.remove(c.req.raw, fieldOf(await formOf(c), 'id'))
  if (isGone) return goOn(c, page.list)
  const text = 'This is your last way in, so it stays. Add another passkey first, then delete this one.'
  return show(page, c, doors, [{ field: 'passkeys', text }])
}
