/** The pages of the locked copy, pressed as a person would. */
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { NotebookEvent } from '../../care/record/notebook.ts'
import { samples } from '../../web/care/record/record-event.fixtures.ts'
import { paths } from '../../web/care/paths.ts'
import { deviceNotebook, noon } from '../device.fixtures.ts'
import type { SyncPlace } from './sync-place.ts'
import { askedWordName, askedWords } from './recovery-words.ts'
import { syncRoutes } from './sync-routes.tsx'
import { CopyInMemory, placeInMemory } from './sync.fixtures.ts'
import { withLockedCopy } from './with-locked-copy.ts'

/** A device of somebody, and the account's place. */
function device(
  account: CopyInMemory,
  events: readonly NotebookEvent[] = [samples.stepDone],
  fails: Partial<SyncPlace> = {},
) {
  const notebook = deviceNotebook([...events])
  const { place: works, hasKey } = placeInMemory()
  const place = { ...works, ...fails }
  const kept = withLockedCopy(notebook, place)
  const home = {
    kind: 'device' as const,
    ...{ notebook: kept, now: () => noon, newId: () => crypto.randomUUID() },
    ...{ assets: { css: '/site.css', islands: {} }, buildId: 'test' },
  }
  const app = new Hono().route('/', syncRoutes(home, place, account.place))
  const press = async (fields: Readonly<Record<string, string>>) => {
    const answer = await app.request(paths.recordSync, { method: 'POST', body: new URLSearchParams(fields) })
    return { status: answer.status, text: await answer.text() }
  }
  const look = async () => await (await app.request(paths.recordSync)).text()
  /** As a person does it: the words, that they are written down, and three of them off the paper. */
  const lock = async (words: string) => {
    const asked = await press({ do: 'written', words })
    expect([asked.status, asked.text.includes('Three words from your paper')]).toEqual([200, true])
    return press({ do: 'start', words, ...fromPaper(words) })
  }
  return { notebook: kept, press, look, lock, hasKey, place }
}

/** The words are the key, and never leave the device: not to a keyboard that changes them, nor to a far spelling checker. */
const keptToItself = { spellcheck: 'false', autocapitalize: 'none', autocorrect: 'off', autocomplete: 'off' }
test('a field for the words asks browser and keyboard to neither change them nor send them to be checked', async () => {
  const one = device(new CopyInMemory())
  const words = wordsOn((await one.press({ do: 'make' })).text)
  const pages = [(await one.press({ do: 'type' })).text, (await one.press({ do: 'written', words })).text]
  const fields = pages.flatMap((page) => page.match(/<input(?![^>]*type="hidden")[^>]*>/g) ?? [])
  expect(fields).toHaveLength(1 + askedWords.length)
  for (const field of fields)
    for (const [name, value] of Object.entries(keptToItself)) expect(field).toContain(`${name}="${value}"`)
})

/** The three words that are asked, as somebody reads them off a paper. */
function fromPaper(words: string): Readonly<Record<string, string>> {
  const all = words.split(' ')
  return Object.fromEntries(askedWords.map((place) => [askedWordName(place), ` ${all[place - 1]?.toUpperCase()} `]))
}
const wordsOn = (html: string) => [...html.matchAll(/<li>([a-z]+)<\/li>/g)].map(([, word]) => word).join(' ')

test('words are made, written down, and a second device gets the record with them', async () => {
  const account = new CopyInMemory()
  const first = device(account)
  const made = await first.press({ do: 'make' })
  const words = wordsOn(made.text)
  expect(words.split(' ')).toHaveLength(12)
  expect(account.copy).toBeNull()
  expect((await first.press({ do: 'start', words })).status).toBe(422)
  expect(account.copy).toBeNull()
  expect((await first.lock(words)).text).toContain('in your account now, with 1 entry')
  expect(await first.look()).toContain('Last in step')
  const second = device(account, [])
  expect((await second.press({ do: 'join', words: words.toUpperCase() })).text).toContain('1 entry came here')
  expect((await second.notebook.all()).map(({ id }) => id)).toEqual([samples.stepDone.id])
})

test('another person’s record is not mixed in without being asked', async () => {
  const account = new CopyInMemory()
  const first = device(account)
  const words = wordsOn((await first.press({ do: 'make' })).text)
  await first.lock(words)
  const other = device(account, [samples.doseTaken])
  await other.notebook.appendAll([], { owner: '22222222-2222-4222-8222-222222222222' })
  const asked = await other.press({ do: 'join', words })
  expect([asked.status, asked.text.includes('Are both yours?')]).toEqual([409, true])
  expect([other.hasKey(), (await other.notebook.all()).length]).toEqual([false, 1])
  await other.press({ do: 'join', words, mine: 'yes' })
  expect((await other.notebook.all()).length).toBe(2)
})

test('wrong words open nothing, and what was typed is still there to be put right', async () => {
  const account = new CopyInMemory()
  const words = wordsOn((await device(account).press({ do: 'make' })).text)
  await device(account).lock(words)
  const other = wordsOn((await device(new CopyInMemory()).press({ do: 'make' })).text)
  const second = device(account, [])
  expect((await second.press({ do: 'join', words: other })).text).toContain('locked with other words')
  const slip = await second.press({ do: 'join', words: `${words.split(' ').slice(1).join(' ')} zzz` })
  expect([slip.status, slip.text.includes('Look again at: zzz')]).toEqual([422, true])
  expect(slip.text).toContain('zzz"')
  expect(second.hasKey()).toBe(false)
})

test('without a line or an account it says so, and turns nothing on', async () => {
  const account = new CopyInMemory()
  const one = device(account)
  const words = wordsOn((await one.press({ do: 'make' })).text)
  account.line = 'lostThere'
  const tried = await one.lock(words)
  expect([tried.status, one.hasKey()]).toEqual([409, false])
  expect(tried.text).toContain('There is no internet just now')
  expect(tried.text).toContain(`value="${words}"`)
  expect(tried.text).toContain(`value=" ${words.split(' ')[2]?.toUpperCase()} "`)
  expect((await one.press({ do: 'make' })).text).not.toContain('Your twelve words')
})

test('it is turned off here and the copy stays, or the copy is deleted and the record stays', async () => {
  const account = new CopyInMemory()
  const one = device(account)
  const words = wordsOn((await one.press({ do: 'make' })).text)
  await one.lock(words)
  expect((await one.press({ do: 'off' })).text).toContain('still there, locked')
  expect([one.hasKey(), account.copy !== null]).toEqual([false, true])
  await one.press({ do: 'join', words })
  await one.press({ do: 'remove', sure: 'yes' })
  expect([one.hasKey(), account.copy, (await one.notebook.all()).length]).toEqual([false, null, 1])
})

test('a copy that was deleted on another device, or with the account, is put there again only by somebody who was told', async () => {
  const account = new CopyInMemory()
  const [one, other] = [device(account), device(account, [samples.doseTaken])]
  const words = wordsOn((await one.press({ do: 'make' })).text)
  await one.lock(words)
  await other.press({ do: 'join', words })
  await other.press({ do: 'remove', sure: 'yes' })
  const tried = await one.press({ do: 'step' })
  expect([tried.status, account.copy]).toEqual([409, null])
  expect(tried.text).toContain('There is no copy in this account any more')
  expect(tried.text).toContain('Put a copy into this account')
  expect(await one.look()).not.toContain('Put a copy into this account')
  const again = await one.press({ do: 'step', anew: 'yes' })
  expect([again.status, account.copy !== null]).toEqual([200, true])
})

test('a copy that another device has made anew, with other words, is opened with those', async () => {
  const account = new CopyInMemory()
  const [one, other] = [device(account), device(account, [samples.doseTaken])]
  await one.lock(wordsOn((await one.press({ do: 'make' })).text))
  await other.press({ do: 'remove', sure: 'yes' })
  const newer = wordsOn((await other.press({ do: 'make' })).text)
  await other.lock(newer)
  const tried = await one.press({ do: 'step' })
  expect([tried.status, tried.text.includes('I have the newer words')]).toEqual([409, true])
  expect((await one.press({ do: 'type' })).text).toContain('Lost the words? Then nobody can open the copy')
  await one.press({ do: 'join', words: newer, mine: 'yes' })
  expect((await one.press({ do: 'step' })).text).toContain('Both are the same')
})

test('before a copy is deleted it is said what is lost with it, and after it what is still there', async () => {
  const account = new CopyInMemory()
  const [one, fresh] = [device(account), device(account, [])]
  await one.lock(wordsOn((await one.press({ do: 'make' })).text))
  const asked = await one.press({ do: 'remove' })
  expect(asked.text).toContain('What another device sent, and this one does not have, is lost')
  expect((await fresh.press({ do: 'remove' })).text).toContain('There is no record on this device. If no other')
  expect(account.copy).not.toBeNull()
  const gone = await fresh.press({ do: 'remove', sure: 'yes' })
  expect([gone.text.includes('There is no record on this device.'), gone.text.includes('still on')]).toEqual([
    true,
    false,
  ])
  expect(account.copy).toBeNull()
})

test('a second set of words is not made while a copy is there, which can be deleted instead', async () => {
  const account = new CopyInMemory()
  const words = wordsOn((await device(account).press({ do: 'make' })).text)
  await device(account).lock(words)
  const asked = await device(account).press({ do: 'make' })
  expect([asked.status, asked.text.includes('Delete the copy in my account')]).toEqual([409, true])
})

test('words from a page that was loaded again are not the ones on the paper: nothing is locked with them', async () => {
  const account = new CopyInMemory()
  const one = device(account)
  const onPaper = wordsOn((await one.press({ do: 'make' })).text)
  const shownNow = wordsOn((await one.press({ do: 'make' })).text)
  expect(shownNow).not.toBe(onPaper)
  const tried = await one.press({ do: 'start', words: shownNow, ...fromPaper(onPaper) })
  expect([tried.status, account.copy, one.hasKey()]).toEqual([422, null, false])
  expect(tried.text).toContain('is another one. Look at your paper, or at the words again')
  expect(wordsOn((await one.press({ do: 'again', words: shownNow })).text)).toBe(shownNow)
  expect((await one.lock(shownNow)).status).toBe(200)
})

test('a copy that is in the account is known of, off or on, until it is deleted', async () => {
  const account = new CopyInMemory()
  const one = device(account)
  const words = wordsOn((await one.press({ do: 'make' })).text)
  expect(await one.notebook.hasLockedCopy?.()).toBe(false)
  await one.lock(words)
  const off = await one.press({ do: 'off' })
  expect([one.hasKey(), await one.notebook.hasLockedCopy?.()]).toEqual([false, true])
  for (const page of [off.text, await one.look()]) {
    expect(page).toContain('Delete the copy in my account')
    expect(page).not.toContain('on this device alone')
  }
  await one.press({ do: 'remove', sure: 'yes' })
  expect([account.copy, await one.notebook.hasLockedCopy?.()]).toEqual([null, false])
  expect(await one.look()).not.toContain('Delete the copy in my account')
})

test.each([
  ['lostBack', true],
  ['lostThere', true],
  ['well', false],
] as const)('a copy that may have come to the account counts as one: the line %s', async (line, isKnown) => {
  const account = new CopyInMemory()
  const one = device(account)
  const words = wordsOn((await one.press({ do: 'make' })).text)
  const others = await device(account).press({ do: 'make' })
  if (line === 'well') await device(account).lock(wordsOn(others.text))
  account.line = line
  expect((await one.press({ do: 'start', words, ...fromPaper(words) })).status).toBe(409)
  expect(await one.notebook.hasLockedCopy?.()).toBe(isKnown)
})

test('a device that cannot remember the key has every page all the same, and says what it did not keep or forget', async () => {
  const shut = () => Promise.reject(new Error('shut'))
  const account = new CopyInMemory()
  const one = device(account, [samples.stepDone], { read: shut, sentCopy: shut, noteCopy: shut, write: shut })
  expect(await one.look()).toContain('Make my twelve words')
  const sent = await one.lock(wordsOn((await one.press({ do: 'make' })).text))
  expect([sent.status, account.copy !== null]).toEqual([409, true])
  expect(sent.text).toContain('this device could not keep the key: type your words here the next time')
  expect((await one.press({ do: 'step' })).status).toBe(200)
  const keeps = device(account, [], { forgetKey: shut, forget: shut })
  const off = await keeps.press({ do: 'off' })
  expect([off.status, off.text.includes('did not forget the key. Try again.')]).toEqual([409, true])
  const removed = await keeps.press({ do: 'remove', sure: 'yes' })
  expect([account.copy, removed.text.includes('did not forget its key. Turn it off here.')]).toEqual([null, true])
})

test('a copy that is gone is not said to be on, at the next look either, until one is there again', async () => {
  const account = new CopyInMemory()
  const one = device(account)
  await one.lock(wordsOn((await one.press({ do: 'make' })).text))
  expect(await one.look()).toContain('It is on for this device.')
  await one.place.noteGone('account')
  const looked = await one.look()
  expect(looked).toContain('An account was deleted in this browser.')
  expect(looked).not.toContain('It is on for this device.')
  account.copy = null
  for (const text of [(await one.press({ do: 'step' })).text, await one.look()]) {
    expect(text).toContain('there was no copy in your account.')
    expect(text).not.toContain('It is on for this device.')
  }
  expect((await one.press({ do: 'step', anew: 'yes' })).text).toContain('It is on for this device.')
})
