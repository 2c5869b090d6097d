/** Whoever signs in hears by mail of each change of how their account signs in. */
import { simpleParser } from 'mailparser'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeTestClinic } from '../../clinic/booking/test-clinic.ts'
import { testDatabase } from '../../clinic/db/test-database.ts'
import type { Deliver, Delivery } from '../../clinic/mail/deliver.ts'
import { makeAuthenticator } from './test-authenticator.ts'
import { makeBrowser, makeHouse, makeStaff, origin, password } from './test-house.ts'
import { noteWayIn, sendWayInNotices } from './way-in-notices.ts'

const db = testDatabase()
let wren: Awaited<ReturnType<typeof makeStaff>>
const posted: Delivery[] = []
beforeAll(async () => {
  const { clinicId } = await makeTestClinic(db)
  wren = await makeStaff(db, 'wren@lantern.example', [{ clinicId }])
})
beforeEach(async () => {
  posted.length = 0
  for (const table of ['way_in_notices', 'passkeys', 'attempts', 'used_codes'])
    await db.admin.query(`delete from auth.${table}`)
})

const arrives: Deliver = (mail) => {
  posted.push(mail)
  return Promise.resolve({ ok: true })
}
const sweep = (deliver = arrives) =>
  sendWayInNotices({ ...db, mail: { from: 'hello@unclench.example', deliver }, origin }, new AbortController().signal)
const waiting = async () => (await db.admin.query('select from auth.way_in_notices')).rowCount

async function read() {
  await sweep()
  const mails = await Promise.all(posted.map(async ({ to, message }) => ({ to, ...(await simpleParser(message)) })))
  return mails.map(({ subject, text = '' }, at) => ({ to: posted[at]?.to, subject, text }))
}

type Browser = ReturnType<typeof makeBrowser>
async function signIn(code: string): Promise<Browser> {
  const browser = makeBrowser(makeHouse(db))
  await browser.post('/console/sign-in', { email: wren.email, password })
  await db.admin.query('delete from auth.used_codes')
  await browser.post('/console/sign-in/code', { code })
  return browser
}
async function addPasskey(browser: Browser, key = makeAuthenticator(), at = '/console/passkeys') {
  const { options } = await (await browser.post(`${at}/ask`)).json()
  await browser.post(at, { name: 'Spasm at L5, my phone', passkey: key.make(options) })
  return key
}
async function personBrowser(email: string): Promise<Browser> {
  let text = ''
  const house = makeHouse(db, undefined, async ({ message }) => {
    text = (await simpleParser(message)).text ?? ''
    return { ok: true }
  })
  const browser = makeBrowser(house)
  await browser.post('/account/sign-in', { email })
  await browser.post('/account/sign-in/sent', { code: /asked: (\d{6})/.exec(text)?.[1] ?? '' })
  return browser
}
const idOf = async (browser: Browser, list: string) =>
  /name="id" value="([^"]+)"/.exec(await (await browser.get(list)).text())?.[1] ?? ''

describe('the address of a member of staff hears', () => {
  test('that a passkey was added: what, when, and what to do if it was not them; not how it is called', async () => {
    await addPasskey(await signIn(await wren.code()))
    const [mail, ...more] = await read()
    expect(more).toEqual([])
    expect([mail?.to, mail?.subject]).toEqual([wren.email, 'A passkey was added'])
    expect(mail?.text).toMatch(
      /A passkey was added that opens the console of your clinic. That was on \w+ \d+ \w+, \d\d:\d\d \(London time\)/,
    )
    expect(mail?.text).toContain('Was it not you? Delete that passkey now. Tell the owner of your clinic at once.')
    expect(mail?.text).toContain(`${origin}/console/passkeys`)
    expect(String(posted[0]?.message)).not.toMatch(/spasm|L5|my phone/i)
  })

  test('that a passkey was deleted, and nothing where it was only given another name', async () => {
    const browser = await signIn(await wren.code())
    await addPasskey(browser)
    await db.admin.query('delete from auth.way_in_notices')
    const id = await idOf(browser, '/console/passkeys')
    await browser.post('/console/passkeys/rename', { id, name: 'Old phone' })
    expect(await waiting()).toBe(0)
    await browser.post('/console/passkeys/delete', { id })
    // The second of two presses deletes nothing, and says nothing.
    await browser.post('/console/passkeys/delete', { id })
    expect((await read()).map(({ subject }) => subject)).toEqual(['A passkey was deleted'])
  })

  test('once that a passkey may have been copied', async () => {
    const key = await addPasskey(
      await signIn(await wren.code()),
      makeAuthenticator({ eligible: false, copied: false, counter: 5 }),
    )
    await db.admin.query('delete from auth.way_in_notices')
    for (const counter of [3, 3]) {
      const browser = makeBrowser(makeHouse(db))
      const { options } = await (await browser.post('/console/sign-in/passkey/ask')).json()
      await browser.post('/console/sign-in/passkey', { passkey: key.use(options, { counter }) })
    }
    expect((await read()).map(({ subject }) => subject)).toEqual(['A passkey was stopped'])
  })

  test('that a recovery code was used, and nothing of a code of the app or of one that is wrong', async () => {
    await signIn(await wren.code())
    await signIn('aaaaa-bbbbb')
    expect(await waiting()).toBe(0)
    await signIn(wren.backupCodes[0] ?? '')
    const [mail] = await read()
    expect([mail?.to, mail?.subject]).toEqual([wren.email, 'A recovery code was used'])
    expect(mail?.text).not.toContain(wren.backupCodes[0])
  })
})

describe('the address of a person hears', () => {
  test('that a passkey was added and deleted, and that the account was, though it is gone by then', async () => {
    const browser = await personBrowser('robin@people.example')
    const list = '/account/passkeys'
    await addPasskey(browser, undefined, list)
    await browser.post(`${list}/delete`, { id: await idOf(browser, list) })
    await browser.post('/account/delete')
    const mails = await read()
    expect(mails.map(({ to }) => to)).toEqual(Array(3).fill('robin@people.example'))
    expect(mails.map(({ subject }) => subject)).toEqual([
      'A passkey was added',
      'A passkey was deleted',
      'Your account was deleted',
    ])
    expect(mails[0]?.text).toContain('that opens your account')
    expect(mails[0]?.text).toContain(`${origin}/account/passkeys`)
  })
})

describe('such a mail', () => {
  const note = () => noteWayIn(db.auth, wren.accountId, 'passkey added', true)
  test('leaves no row once it has gone, and goes once', async () => {
    await note()
    expect(await Promise.all([sweep(), sweep()])).toContain(1)
    expect([posted.length, await waiting(), await sweep()]).toEqual([1, 0, 0])
  })

  test('waits while a restored backup holds its mail', async () => {
    await note()
    await db.admin.query('update clinic.installation set mail_held_since = now()')
    expect(await sweep()).toBe(0)
    await db.admin.query('update clinic.installation set mail_held_since = null')
    expect(await sweep()).toBe(1)
  })

  test('is tried again where the mail server was away, twelve times; an address that refuses it is not', async () => {
    await note()
    const away: Deliver = () => Promise.resolve({ ok: false, why: 'serverAway', because: 'away' })
    await sweep(away)
    expect([await sweep(), await waiting()]).toEqual([0, 1])
    await db.admin.query('update auth.way_in_notices set next_try_at = now(), tries = 10')
    await sweep(away)
    expect(await waiting()).toBe(1)
    await db.admin.query('update auth.way_in_notices set next_try_at = now()')
    await sweep(away)
    expect(await waiting()).toBe(0)
    await note()
    await sweep(() => Promise.resolve({ ok: false, why: 'bounced', because: 'no such box' }))
    expect(await waiting()).toBe(0)
  })

  test('is never written to somebody invented', async () => {
    await db.admin.query('update auth.users set demonstration = true where id = $1', [wren.accountId])
    await note()
    await db.admin.query('update auth.users set demonstration = false where id = $1', [wren.accountId])
    expect(await waiting()).toBe(0)
  })
})
