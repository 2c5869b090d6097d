/** A passkey opens what it was added for, once for each question, and only here. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeTestClinic } from '../../clinic/booking/test-clinic.ts'
import { testDatabase } from '../../clinic/db/test-database.ts'
import { createDoorkeeper } from './accounts.ts'
import { makeAuthenticator } from './test-authenticator.ts'
import { makeBrowser, makeHouse, makeStaff, origin, password } from './test-house.ts'

const db = testDatabase()
let clinicId = ''
let wren: Awaited<ReturnType<typeof makeStaff>>
beforeAll(async () => {
  clinicId = (await makeTestClinic(db)).clinicId
  wren = await makeStaff(db, 'wren@lantern.example', [{ clinicId }])
})
beforeEach(async () => {
  for (const table of ['passkeys', 'attempts', 'used_codes']) await db.admin.query(`delete from auth.${table}`)
})

type Browser = ReturnType<typeof makeBrowser>
type Key = ReturnType<typeof makeAuthenticator>
interface Options {
  readonly challenge: string
  readonly user: { readonly id: string; readonly name: string }
  readonly excludeCredentials: readonly { readonly id: string }[]
}
const words = async (answer: Response) =>
  (await answer.text()).replace(/<(head|style)[\s\S]*?<\/\1>|<[^>]*>/g, ' ').replace(/\s+/g, ' ')

async function staffBrowser(who = wren): Promise<Browser> {
  const browser = makeBrowser(makeHouse(db))
  await browser.post('/console/sign-in', { email: who.email, password })
  await db.admin.query('delete from auth.used_codes')
  await browser.post('/console/sign-in/code', { code: await who.code() })
  return browser
}
/** Signed in as a person, as the mail's link would do. */
async function personBrowser(email: string): Promise<Browser> {
  const mails: string[] = []
  const browser = makeBrowser(
    makeHouse(db, undefined, ({ message }) => {
      mails.push(String(message).replace(/=\r?\n/g, ''))
      return Promise.resolve({ ok: true })
    }),
  )
  await browser.post('/account/sign-in', { email })
  await browser.post('/account/sign-in/sent', { code: /asked: (\d{6})/.exec(mails[0] ?? '')?.[1] ?? '' })
  return browser
}
async function askAt(browser: Browser, path: string): Promise<Options> {
  const said: { options: Options } = await (await browser.post(`${path}/ask`)).json()
  return said.options
}
async function add(browser: Browser, key: Key, at = '/console/passkeys', wrong = {}) {
  const passkey = key.make(await askAt(browser, at), wrong)
  return browser.post(at, { name: 'My phone', passkey })
}
async function enter(browser: Browser, key: Key, at = '/console/sign-in/passkey', wrong = {}) {
  return browser.post(at, { passkey: key.use(await askAt(browser, at), wrong) })
}
const newBrowser = () => makeBrowser(makeHouse(db))
const count = async (of: string) => Number((await db.admin.query(`select count(*) from auth.${of}`)).rows[0].count)

describe('a passkey of the staff', () => {
  test('is added by somebody who gave both steps, and opens the console by itself', async () => {
    const [key, first] = [makeAuthenticator(), await staffBrowser()]
    expect((await add(first, key)).headers.get('Location')).toBe('/console/passkeys')
    expect(await words(await first.get('/console/passkeys'))).toContain('My phone Added')
    const browser = newBrowser()
    const answer = await enter(browser, key)
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/console'])
    expect(await browser.whoAmI()).toBe('wren')
    expect(await words(await browser.get('/console/passkeys'))).toContain('Last used')
  })

  test('unlocks a screen that has locked, with a session of its own', async () => {
    const [key, browser] = [makeAuthenticator(), await staffBrowser()]
    await add(browser, key)
    await browser.post('/console/lock')
    expect(await browser.whoAmI()).toBe('locked')
    const before = browser.jar.get('unclench.session_token')
    expect(await words(await browser.get('/console/unlock'))).toContain('Sign in with a passkey')
    await enter(browser, key)
    expect(await browser.whoAmI()).toBe('wren')
    expect(browser.jar.get('unclench.session_token')).not.toBe(before)
  })

  test('is not added where the screen is locked, the second step is missing, or nobody is there', async () => {
    const browser = await staffBrowser()
    const options = await askAt(browser, '/console/passkeys')
    await browser.post('/console/lock')
    const passkey = makeAuthenticator().make(options)
    // The door itself, without the gate before it.
    const { passkeys } = createDoorkeeper(db, origin, {
      from: 'x@x.example',
      deliver: () => Promise.resolve({ ok: true }),
    }).doors
    const headers = { Cookie: [...browser.jar].map(([name, value]) => `${name}=${value}`).join('; ') }
    const locked = new Request(`${origin}/console/passkeys`, { headers })
    expect(await passkeys.askToAdd(locked)).toEqual({ ok: false, why: 'start-again' })
    expect(await passkeys.add(locked, 'x', passkey)).toEqual({ ok: false, why: 'start-again' })
    expect(await passkeys.list(locked)).toBeUndefined()
    expect((await browser.post('/console/passkeys', { passkey })).headers.get('Location')).toContain('/console/unlock')
    const half = await personBrowser(wren.email)
    for (const who of [half, newBrowser()])
      expect((await who.post('/console/passkeys/ask')).headers.get('Location')).toContain('/console/sign-in')
    expect(await count('passkeys')).toBe(0)
  })

  test('leads on to the page that was asked for, and never to another site', async () => {
    const [key, browser] = [makeAuthenticator(), await staffBrowser()]
    await add(browser, key)
    for (const [then, to] of [
      ['/console/calendar', '/console/calendar'],
      ['//evil.example', '/console'],
    ] as const) {
      const passkey = key.use(await askAt(browser, '/console/sign-in/passkey'))
      expect((await browser.post('/console/sign-in/passkey', { passkey, then })).headers.get('Location')).toBe(to)
    }
  })

  test('that was deleted opens nothing, and what it had opened elsewhere has ended', async () => {
    const [key, first, thief] = [makeAuthenticator(), await staffBrowser(), newBrowser()]
    await add(first, key)
    await enter(thief, key)
    expect(await thief.whoAmI()).toBe('wren')
    const id = /name="id" value="([^"]+)"/.exec(await (await first.get('/console/passkeys')).text())?.[1] ?? ''
    expect((await first.post('/console/passkeys/delete', { id })).status).toBe(303)
    expect([await thief.whoAmI(), await first.whoAmI()]).toEqual(['nobody', 'wren'])
    const again = await enter(thief, key)
    expect([again.status, await words(again)]).toEqual([422, expect.stringContaining('not one of ours any more')])
  })

  test('cannot be deleted where it is the last way in, not even two at once', async () => {
    const who = await makeStaff(db, 'last@lantern.example', [{ clinicId, role: 'reception' }])
    const browser = await staffBrowser(who)
    for (const key of [makeAuthenticator(), makeAuthenticator()]) await add(browser, key)
    await db.admin.query('delete from auth.two_factors where user_id = $1', [who.accountId])
    const page = await (await browser.get('/console/passkeys')).text()
    const ids = [...new Set([...page.matchAll(/name="id" value="([^"]+)"/g)].map(([, id = '']) => id))]
    const [one = '', other = ''] = ids
    // Somebody deletes the one in another window, and is not done yet.
    const window = await db.admin.connect()
    await window.query('begin')
    await window.query('select from auth.users where id = $1 for update', [who.accountId])
    await window.query('delete from auth.passkeys where passkey_id = $1', [one])
    const asked = browser.post('/console/passkeys/delete', { id: other })
    await new Promise((resolve) => setTimeout(resolve, 500))
    await window.query('commit')
    window.release()
    expect((await asked).status).toBe(422)
    expect(await count('passkeys')).toBe(1)
  })

  test('is nobody else’s to rename or delete, and a name is shown as it was typed', async () => {
    const [key, browser] = [makeAuthenticator(), await staffBrowser()]
    await add(browser, key)
    const { rows } = await db.admin.query('select passkey_id from auth.passkeys')
    const id = rows[0].passkey_id
    const other = await makeStaff(db, 'other@lantern.example', [{ clinicId, role: 'manager' }])
    const stranger = await staffBrowser(other)
    const person = await personBrowser(wren.email)
    for (const [who, at] of [
      [stranger, '/console/passkeys'],
      [person, '/account/passkeys'],
    ] as const) {
      await who.post(`${at}/rename`, { id, name: 'Mine' })
      await who.post(`${at}/delete`, { id })
    }
    await browser.post('/console/passkeys/rename', { id, name: '<b>Desk</b>\u202e' })
    expect(await (await browser.get('/console/passkeys')).text()).toContain('<strong>&lt;b>Desk&lt;/b></strong>')
    expect((await browser.post('/console/passkeys/rename', { id, name: 'x'.repeat(61) })).status).toBe(422)
    expect((await browser.post('/console/passkeys/rename', { id: 'x', name: 'y' })).status).toBe(303)
    expect(await count('passkeys')).toBe(1)
  })

  test('of somebody invented opens nothing where there is no demonstration', async () => {
    const [key, browser] = [makeAuthenticator(), await staffBrowser()]
    await add(browser, key)
    await db.admin.query('update auth.users set demonstration = true where id = $1', [wren.accountId])
    const said = (await enter(newBrowser(), key)).status
    await db.admin.query('update auth.users set demonstration = false where id = $1', [wren.accountId])
    expect([said, (await enter(newBrowser(), key)).status]).toEqual([422, 303])
  })
})

describe('what a browser says is refused', () => {
  const wrongs = [
    ['of another site', { origin: 'https://evil.example' }],
    ['of another port', { origin: 'http://localhost:4301' }],
    ['for another name', { rpId: 'evil.example' }],
    ['with nobody verified', { verified: false }],
    ['from inside another site’s frame', { clientData: { crossOrigin: true } }],
    ['from under another site’s page', { clientData: { topOrigin: 'https://evil.example' } }],
    ['of another kind of deed', { clientData: { type: 'payment.get' } }],
  ] as const
  test.each(wrongs)('at the door: %s', async (_what, wrong) => {
    const [key, browser] = [makeAuthenticator(), newBrowser()]
    await add(await staffBrowser(), key)
    const answer = await enter(browser, key, undefined, wrong)
    expect([answer.status, await browser.whoAmI()]).toEqual([422, 'nobody'])
    expect((await enter(browser, key)).status).toBe(303)
  })
  test.each(wrongs)('for a new one: %s', async (_what, wrong) => {
    expect((await add(await staffBrowser(), makeAuthenticator(), undefined, wrong)).status).toBe(422)
    expect(await count('passkeys')).toBe(0)
  })
  test('with another key’s signature, or another person’s name on it', async () => {
    const [key, other, browser] = [makeAuthenticator(), makeAuthenticator(), newBrowser()]
    await add(await staffBrowser(), key)
    const forged = other.use(await askAt(browser, '/console/sign-in/passkey')).replaceAll(other.id, key.id)
    expect((await browser.post('/console/sign-in/passkey', { passkey: forged })).status).toBe(422)
    expect((await enter(browser, key, undefined, { handle: 'AAAA' })).status).toBe(422)
    expect(await browser.whoAmI()).toBe('nobody')
  })
  test.each([
    ['nothing', ''],
    ['a letter', 'x'],
    ['an empty object', '{}'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a number for a name', '{"id":1}'],
    ['a prototype', '{"__proto__":{}}'],
    ['a long text', `"${'x'.repeat(9000)}"`],
  ])('when it is no answer at all: %s', async (_what, passkey) => {
    expect((await newBrowser().post('/console/sign-in/passkey', { passkey })).status).toBe(422)
    expect((await newBrowser().post('/account/sign-in/passkey', { passkey })).status).toBe(422)
    expect((await (await staffBrowser()).post('/console/passkeys', { passkey })).status).toBe(422)
  })
  test('when it is longer than any answer', async () => {
    const passkey = 'x'.repeat(200_001)
    expect((await newBrowser().post('/console/sign-in/passkey', { passkey })).status).toBe(413)
  })
})

describe('a question', () => {
  const door = '/console/sign-in/passkey'
  test('is answered once', async () => {
    const [key, browser] = [makeAuthenticator(), newBrowser()]
    await add(await staffBrowser(), key)
    const passkey = key.use(await askAt(browser, door))
    expect((await browser.post(door, { passkey })).status).toBe(303)
    await browser.post('/console/sign-out')
    const again = await browser.post(door, { passkey })
    expect([again.status, await browser.whoAmI()]).toEqual([422, 'nobody'])
    expect(await words(again)).toContain('That took too long')
  })
  test('is good for five minutes', async () => {
    const [key, browser] = [makeAuthenticator(), newBrowser()]
    await add(await staffBrowser(), key)
    const passkey = key.use(await askAt(browser, door))
    const { rows } = await db.admin.query(
      'select extract(epoch from max(ends_at) - now()) as left from auth.passkey_asks',
    )
    expect(Number(rows[0].left)).toBeGreaterThan(290)
    expect(Number(rows[0].left)).toBeLessThanOrEqual(300)
    await db.admin.query('update auth.passkey_asks set ends_at = now()')
    expect((await browser.post(door, { passkey })).status).toBe(422)
  })
  test('belongs to the browser that asked, and to its door', async () => {
    const [key, browser, other] = [makeAuthenticator(), newBrowser(), newBrowser()]
    const inside = await staffBrowser()
    await add(inside, key)
    await askAt(other, door)
    for (const who of [other, newBrowser()])
      expect((await who.post(door, { passkey: key.use(await askAt(browser, door)) })).status).toBe(422)
    const elsewhere = key.use(await askAt(browser, '/account/sign-in/passkey'))
    expect((await browser.post(door, { passkey: elsewhere })).status).toBe(422)
    const adding = key.use(await askAt(inside, '/console/passkeys'))
    expect((await inside.post(door, { passkey: adding })).status).toBe(422)
  })
  test('for adding belongs to the session that asked: the next person at the same desk cannot answer it', async () => {
    const sol = await makeStaff(db, 'desk@lantern.example', [{ clinicId, role: 'reception' }])
    const [browser, key] = [await staffBrowser(), makeAuthenticator()]
    const passkey = key.make(await askAt(browser, '/console/passkeys'))
    await browser.post('/console/sign-out')
    await browser.post('/console/sign-in', { email: sol.email, password })
    await browser.post('/console/sign-in/code', { code: await sol.code() })
    expect(await browser.whoAmI()).toBe('desk')
    expect((await browser.post('/console/passkeys', { passkey })).status).toBe(422)
    const asPerson = makeAuthenticator().make(await askAt(browser, '/account/passkeys'))
    expect((await browser.post('/console/passkeys', { passkey: asPerson })).status).toBe(422)
    expect(await count('passkeys')).toBe(0)
  })
  test('can be asked in two windows of one browser, and each is answered', async () => {
    const [key, browser] = [makeAuthenticator(), newBrowser()]
    await add(await staffBrowser(), key)
    const [one, two] = [await askAt(browser, door), await askAt(browser, door)]
    expect((await browser.post(door, { passkey: key.use(one) })).status).toBe(303)
    expect((await browser.post(door, { passkey: key.use(two) })).status).toBe(303)
    expect(await browser.whoAmI()).toBe('wren')
  })
  test('names nobody, and looking asks none', async () => {
    const [key, browser] = [makeAuthenticator(), newBrowser()]
    await add(await staffBrowser(), key)
    await db.admin.query('delete from auth.passkey_asks')
    for (const path of ['/console/sign-in', '/console/unlock', '/account/sign-in']) await browser.get(path)
    expect(await count('passkey_asks')).toBe(0)
    expect(await askAt(browser, door)).toEqual({
      challenge: expect.stringMatching(/^[\w-]{43}$/),
      rpId: 'localhost',
      timeout: 300_000,
      userVerification: 'required',
    })
  })
  test('is refused to another site, and after 300 from one place', async () => {
    const browser = makeBrowser(makeHouse(db), { address: '203.0.113.77' })
    expect((await browser.post(`${door}/ask`, {}, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
    expect((await browser.post(`${door}/ask`)).status).toBe(200)
    await db.admin.query('update auth.attempts set tries = 299')
    expect((await browser.post(`${door}/ask`)).status).toBe(200)
    const last = await browser.post(`${door}/ask`)
    expect([last.status, await last.text()]).toEqual([429, expect.stringContaining('Wait a quarter of an hour')])
  })
})

describe('a double press', () => {
  test.each(['/console/sign-in', '/account/sign-in'])(
    'of signing in at %s opens by the second answer too, in that browser alone',
    async (page) => {
      const [key, inside] = [
        makeAuthenticator(),
        page.startsWith('/console') ? await staffBrowser() : await personBrowser('again@people.example'),
      ]
      await add(inside, key, page.startsWith('/console') ? '/console/passkeys' : '/account/passkeys')
      const app = makeHouse(db)
      const [kept, lost, stranger] = [makeBrowser(app), makeBrowser(app), makeBrowser(app)]
      const press = /name="press" value="([^"]*)"\/?><input type="hidden" name="(?:then|passkey)/.exec(
        await (await kept.get(page)).text(),
      )?.[1]
      const passkey = key.use(await askAt(kept, `${page}/passkey`))
      for (const [name, value] of kept.jar) lost.jar.set(name, value)
      const post = async (browser: Browser) =>
        (await browser.post(`${page}/passkey`, { press: press ?? '', passkey })).status
      expect([await post(lost), await post(kept), await post(stranger), await post(lost)]).toEqual([303, 303, 422, 303])
      expect(kept.jar.size).toBeGreaterThan(1)
      expect([...kept.jar]).toEqual([...lost.jar])
      expect(stranger.jar.size).toBe(0)
    },
  )
  test('adds one passkey and says so twice', async () => {
    const [key, browser] = [makeAuthenticator(), await staffBrowser()]
    const passkey = key.make(await askAt(browser, '/console/passkeys'))
    for (let press = 0; press < 2; press += 1)
      expect((await browser.post('/console/passkeys', { name: 'x', passkey })).status).toBe(303)
    expect(await count('passkeys')).toBe(1)
  })
  test('ten passkeys fit, and no eleventh; each is named to the device, so that it is not made twice', async () => {
    const browser = await staffBrowser()
    const keys = Array.from({ length: 10 }, () => makeAuthenticator())
    const spare = await askAt(browser, '/console/passkeys')
    for (const key of keys.slice(0, 9)) expect((await add(browser, key)).status).toBe(303)
    expect((await askAt(browser, '/console/passkeys')).excludeCredentials.map(({ id }) => id)).toEqual(
      keys.slice(0, 9).map(({ id }) => id),
    )
    expect((await add(browser, makeAuthenticator())).status).toBe(303)
    expect((await browser.post('/console/passkeys/ask')).status).toBe(422)
    const passkey = makeAuthenticator().make(spare)
    expect((await browser.post('/console/passkeys', { passkey })).status).toBe(422)
    expect(await count('passkeys')).toBe(10)
  })
})

describe('the counter of a passkey', () => {
  const alone = { eligible: false, copied: false }
  test('may stay 0, or be lower, where the keeper copies it to other devices', async () => {
    const key = makeAuthenticator({ counter: 7 })
    await add(await staffBrowser(), key)
    for (const counter of [7, 3, 0, 0]) {
      const browser = newBrowser()
      expect((await enter(browser, key, undefined, { counter })).status).toBe(303)
      expect(await browser.whoAmI()).toBe('wren')
    }
  })
  test('may be 0 always, where the key does not count', async () => {
    const key = makeAuthenticator({ ...alone, counter: 0 })
    await add(await staffBrowser(), key)
    for (let use = 0; use < 2; use += 1) expect((await enter(newBrowser(), key)).status).toBe(303)
  })
  test.each([6, 5, 0])(
    'that goes from 6 to %s though nobody may copy it stops the key, and it is told',
    async (back) => {
      const [key, inside, browser] = [makeAuthenticator({ ...alone, counter: 5 }), await staffBrowser(), newBrowser()]
      await add(inside, key)
      expect((await enter(newBrowser(), key, undefined, { counter: 6 })).status).toBe(303)
      const refused = await enter(browser, key, undefined, { counter: back })
      expect([refused.status, await words(refused)]).toEqual([422, expect.stringContaining('may have copied it')])
      expect((await enter(browser, key, undefined, { counter: 99 })).status).toBe(422)
      expect(await browser.whoAmI()).toBe('nobody')
      expect(await words(await inside.get('/console/passkeys'))).toContain('It is stopped')
    },
  )
  test('is not excused by a key that says of a sudden that it may be copied', async () => {
    const key = makeAuthenticator({ ...alone, counter: 5 })
    await add(await staffBrowser(), key)
    const said = await enter(newBrowser(), key, undefined, { counter: 1, eligible: true, copied: true })
    expect(said.status).toBe(422)
  })
  test('is not excused where a key may be copied and has not been', async () => {
    const key = makeAuthenticator({ eligible: true, copied: false, counter: 5 })
    await add(await staffBrowser(), key)
    expect((await enter(newBrowser(), key, undefined, { counter: 4 })).status).toBe(422)
  })
})

describe('a passkey of a person', () => {
  const [list, door] = ['/account/passkeys', '/account/sign-in/passkey']
  const isIn = async (browser: Browser) => (await browser.get('/account')).status === 200
  test('opens their account without a mail, and is listed, named and deleted there', async () => {
    const [key, first, browser] = [makeAuthenticator(), await personBrowser('robin@people.example'), newBrowser()]
    expect((await add(first, key, list)).headers.get('Location')).toBe(list)
    expect((await enter(browser, key, door)).headers.get('Location')).toBe('/account')
    expect(await isIn(browser)).toBe(true)
    expect(await (await browser.get('/account/download')).json()).toMatchObject({ passkeys: [{ name: 'My phone' }] })
    const id = /name="id" value="([^"]+)"/.exec(await (await browser.get(list)).text())?.[1] ?? ''
    await first.post(`${list}/rename`, { id, name: 'Old phone' })
    expect(await words(await browser.get(list))).toContain('Old phone')
    await first.post(`${list}/delete`, { id })
    expect(await isIn(browser)).toBe(false)
    expect((await enter(newBrowser(), key, door)).status).toBe(422)
  })
  test('never opens the console, even of somebody who works there', async () => {
    const [key, browser] = [makeAuthenticator(), newBrowser()]
    await add(await personBrowser(wren.email), key, list)
    const refused = await enter(browser, key)
    expect([refused.status, await words(refused)]).toEqual([422, expect.stringContaining('not the console')])
    expect(await browser.whoAmI()).toBe('nobody')
    await enter(browser, key, door)
    expect([await isIn(browser), await browser.whoAmI()]).toEqual([true, 'nobody'])
  })
  test('added in a session of staff at the person’s page is a person’s all the same', async () => {
    const [key, browser] = [makeAuthenticator(), await staffBrowser()]
    await add(browser, key, list)
    expect((await enter(newBrowser(), key)).status).toBe(422)
  })
  test('of the staff opens their own account too, and no console by it', async () => {
    const [key, browser] = [makeAuthenticator(), newBrowser()]
    await add(await staffBrowser(), key)
    await enter(browser, key, door)
    expect([await isIn(browser), await browser.whoAmI()]).toEqual([true, 'nobody'])
  })
  test('is known to a device by another name than that for the console, so neither takes the other’s place', async () => {
    const browser = await staffBrowser()
    const [staff, person] = [await askAt(browser, '/console/passkeys'), await askAt(browser, list)]
    expect(staff.user.id).not.toBe(person.user.id)
    expect([staff.user.name, person.user.name]).toEqual([`${wren.email} (console)`, wren.email])
  })
  test('goes with the account', async () => {
    const [key, first] = [makeAuthenticator(), await personBrowser('gone@people.example')]
    await add(first, key, list)
    expect((await first.post('/account/delete')).status).toBe(200)
    expect(await count('passkeys')).toBe(0)
    expect((await enter(newBrowser(), key, door)).status).toBe(422)
  })
  test('of nobody who is signed in leads to the door', async () => {
    expect((await newBrowser().get(list)).headers.get('Location')).toBe('/account/sign-in')
    expect((await newBrowser().post(`${list}/ask`)).status).toBe(422)
  })
})

test('at an address with encryption the key is bound to its name, and the cookie travels no other way', async () => {
  const at = 'https://Clinic.example:443'
  const browser = makeBrowser(makeHouse(db, at), { at })
  const options = await askAt(browser, '/account/sign-in/passkey')
  expect(options).toMatchObject({ rpId: 'clinic.example' })
  expect(browser.set.at(-1)).toMatch(
    /^__Secure-unclench\.passkey=[\w-]{32}; Path=\/account; HttpOnly; SameSite=Strict; Max-Age=300; Secure$/,
  )
  const key = makeAuthenticator({ origin: 'https://clinic.example', rpId: 'clinic.example' })
  await add(await staffBrowser(), key, undefined, { origin: 'http://localhost:4300', rpId: 'localhost' })
  expect((await enter(browser, key, '/account/sign-in/passkey')).status).toBe(303)
})

test('without a script, or a browser that knows them, the pages say how to come in', async () => {
  const said = await words(await newBrowser().get('/console/sign-in'))
  expect(said).toContain('not without scripts. Use your password and a code.')
  expect(await words(await newBrowser().get('/account/sign-in'))).toContain('Use your email instead.')
})
