/** What staff send while the screen is locked comes back to them, and to nobody else, once they have signed in. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeTestClinic } from '../../clinic/booking/test-clinic.ts'
import { testDatabase } from '../../clinic/db/test-database.ts'
import { keepForm, keptMinutes, openKept, ownWords } from '../../web/account/kept-form.ts'
import { makeBrowser, makeHouse, makeStaff, origin, password } from './test-house.ts'

const db = testDatabase()
let wren: Awaited<ReturnType<typeof makeStaff>>
let robin: Awaited<ReturnType<typeof makeStaff>>

beforeAll(async () => {
  const { clinicId } = await makeTestClinic(db)
  const other = await makeTestClinic(db)
  wren = await makeStaff(db, 'wren@lantern.example', [{ clinicId }, { clinicId: other.clinicId }])
  robin = await makeStaff(db, 'robin@lantern.example', [{ clinicId }])
})

type Browser = ReturnType<typeof makeBrowser>
const field = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
const reason = 'She has a new numbness, and rang twice.'
const cancel = '/console/visits/0198c0de-0000-7000-8000-000000000001/cancel'

async function signIn(browser: Browser, who = wren) {
  await browser.post('/console/sign-in', { email: who.email, password })
  await db.admin.query('delete from auth.used_codes')
  return browser.post('/console/sign-in/code', { code: await who.code() })
}
const lockAll = () => db.admin.query(`update auth.sessions set touched_at = now() - interval '11 minutes'`)

let browser: Browser
/** Sends a form as a browser does that follows the gate's word. @returns the locked door */
async function sendLocked(): Promise<string> {
  await lockAll()
  const referer = { Referer: `${origin}${cancel}` }
  const gate = await browser.post(cancel, { reason, who: 'person' }, referer)
  expect(gate.status).toBe(307)
  const to = gate.headers.get('Location') ?? ''
  expect(decodeURIComponent(to)).not.toContain('numbness')
  const door = await browser.post(to, { reason, who: 'person' }, referer)
  expect(door.status).toBe(200)
  return door.text()
}

beforeEach(async () => {
  browser = makeBrowser(makeHouse(db))
  await signIn(browser)
  await browser.post('/console/sign-in/which-clinic', { clinic: await firstClinic() })
})
const firstClinic = async () => {
  const { rows } = await db.admin.query<{ clinic_id: string }>(
    'select clinic_id from clinic.account_clinics where account_id = $1 order by 1',
    [wren.accountId],
  )
  return rows[1]?.clinic_id ?? ''
}

describe('a form that is sent while the screen is locked', () => {
  test('comes back after the password and the code, and nothing sends it from there', async () => {
    const door = await sendLocked()
    expect(door).toContain('What you typed is kept')
    expect(door).not.toContain('numbness')
    const [kept, then] = [field(door, 'kept'), field(door, 'then')]
    const wrong = await (
      await browser.post('/console/sign-in', { email: wren.email, password: 'x', kept, then })
    ).text()
    expect(field(wrong, 'kept')).toBe(kept)
    const second = await (await browser.post('/console/sign-in', { email: wren.email, password, kept, then })).text()
    expect([field(second, 'kept'), field(second, 'then')]).toEqual([kept, then])
    expect(field(await (await browser.post('/console/unlock', { kept, then })).text(), 'kept')).toBe(kept)
    const badCode = await (await browser.post('/console/sign-in/code', { code: '000000', kept, then })).text()
    expect(field(badCode, 'kept')).toBe(kept)
    await browser.post('/console/sign-in', { email: wren.email, password, kept, then })
    await db.admin.query('delete from auth.used_codes')
    const back = await (await browser.post('/console/sign-in/code', { code: await wren.code(), kept, then })).text()
    expect(back).toContain('What you sent is still here')
    expect(back).toContain(`action="${cancel}"`)
    expect(field(back, 'reason')).toBe(reason)
    expect(back).toContain(`href="${cancel}"`)
    expect(/<form[^>]*>(.*?)<\/form>/s.exec(back)?.[1]).not.toMatch(/<button/)
    // The clinic that they had chosen is still chosen, so that the press is taken.
    expect(await browser.whoAmI()).toBe('wren')
  })

  test('stands in no address, cookie or row meanwhile', async () => {
    await sendLocked()
    expect(JSON.stringify([...browser.jar, ...browser.set])).not.toMatch(/numbness/)
    const rows = await db.admin.query(`select s::text as text from auth.sessions s`)
    expect(JSON.stringify(rows.rows)).not.toMatch(/numbness/)
  })

  test('opens for nobody else, who is told', async () => {
    const door = await sendLocked()
    const kept = field(door, 'kept')
    await browser.post('/console/sign-in', { email: robin.email, password, kept })
    await db.admin.query('delete from auth.used_codes')
    const answer = await browser.post('/console/sign-in/code', { code: await robin.code(), kept })
    const page = await answer.text()
    expect(page).toContain('There is nothing of yours to give back')
    expect(page).not.toContain('numbness')
    expect(await browser.whoAmI()).toBe('robin')
  })

  test('is not kept for a session that has ended, and the door says so', async () => {
    await db.admin.query('delete from auth.sessions')
    const door = await (await browser.post(`/console/unlock?then=/console&to=${cancel}`, { reason })).text()
    expect(door).toContain('what you had typed is not kept')
    expect(field(door, 'kept')).toBe('')
  })
})

describe('what is kept', () => {
  const secret = new Uint8Array(32).fill(7)
  const fields = [['reason', reason]] as const
  const keep = (to: string, more: readonly (readonly [string, string])[] = fields) =>
    keepForm(secret, 'wren', { to, was: 'sent', fields: more }, 1000)

  test('opens for ten minutes and not after, and not once it was changed', () => {
    const kept = keep(cancel) ?? ''
    expect(openKept(secret, 'wren', kept, 1000 + keptMinutes * 60_000)?.fields).toEqual([['reason', reason]])
    expect(openKept(secret, 'wren', kept, 1001 + keptMinutes * 60_000)).toBeUndefined()
    expect(openKept(secret, 'robin', kept, 1000)).toBeUndefined()
    expect(openKept(secret, 'wren', `${kept.slice(0, 30)}A${kept.slice(31)}`, 1000)).toBeUndefined()
    expect(openKept(secret, 'wren', 'x', 1000)).toBeUndefined()
  })

  test.each(['https://elsewhere.example/console', '//elsewhere.example', '/find', '/console/sign-in'])(
    'goes nowhere but to the pages of the staff: %s',
    (to) => expect(keep(to)).toBeUndefined(),
  )

  test('is no password, and no form that is too long', () => {
    expect(keep(cancel, [['password', 'x']])).toBeUndefined()
    expect(keep(cancel, [['reason', 'ä'.repeat(50_001)]])).toBeUndefined()
  })

  test('shows what somebody wrote, and no key or choice', () => {
    const all = [
      ['key', '0198c0de-0000-7000-8000-000000000001'],
      ['who', 'person'],
      ['then', '/console/visits/0198c0de-0000-7000-8000-000000000001'],
      ['reason', reason],
    ] as const
    expect(ownWords({ to: cancel, was: 'sent', fields: all })).toEqual([reason])
  })
})
