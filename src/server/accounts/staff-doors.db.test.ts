/** Whoever gets into the console has given both steps in this very session, and is still on the team. */
import { beforeAll, describe, expect, test } from 'vitest'
import { makeTestClinic } from '../../clinic/booking/test-clinic.ts'
import { testDatabase } from '../../clinic/db/test-database.ts'
import { makeBrowser, makeHouse, makeStaff, origin, password } from './test-house.ts'

const db = testDatabase()
let wren: Awaited<ReturnType<typeof makeStaff>>
let clinicId = ''

beforeAll(async () => {
  clinicId = (await makeTestClinic(db)).clinicId
  wren = await makeStaff(db, 'wren@lantern.example', [{ clinicId }])
})

type Browser = ReturnType<typeof makeBrowser>
const firstStep = (browser: Browser, email = wren.email, typed = password) =>
  browser.post('/console/sign-in', { email, password: typed })
/** A code may be used once: earlier ones are forgotten, as five minutes would do. */
async function signIn(browser: Browser, who = wren) {
  await firstStep(browser, who.email)
  await db.admin.query('delete from auth.used_codes')
  return browser.post('/console/sign-in/code', { code: await who.code() })
}

describe('signing in', () => {
  test('takes the password and then the code, and leads to the console', async () => {
    const browser = makeBrowser(makeHouse(db))
    expect(await browser.whoAmI()).toBe('nobody')
    const first = await firstStep(browser)
    expect([first.status, first.headers.get('Location')]).toEqual([303, '/console/sign-in/code?then=%2Fconsole'])
    expect(await browser.whoAmI()).toBe('nobody')
    const second = await signIn(browser)
    expect([second.status, second.headers.get('Location')]).toEqual([303, '/console'])
    expect(await browser.whoAmI()).toBe('wren')
  })

  test('with the password alone no session is left behind, not even a half one', async () => {
    const before = await countSessions()
    await firstStep(makeBrowser(makeHouse(db)))
    expect(await countSessions()).toBe(before)
  })

  test('a code that has let somebody in lets nobody in again', async () => {
    const house = makeHouse(db)
    const [mine, other] = [makeBrowser(house), makeBrowser(house)]
    await firstStep(mine)
    await firstStep(other)
    await db.admin.query('delete from auth.used_codes')
    const code = await wren.code()
    await mine.post('/console/sign-in/code', { code })
    expect((await other.post('/console/sign-in/code', { code })).status).toBe(422)
    expect(await mine.whoAmI()).toBe('wren')
    expect(await other.whoAmI()).toBe('nobody')
  })

  test('of two presses with one code at once, one comes in', async () => {
    const house = makeHouse(db)
    const browsers = [makeBrowser(house), makeBrowser(house), makeBrowser(house)]
    for (const browser of browsers) await firstStep(browser)
    await db.admin.query('delete from auth.used_codes')
    const code = await wren.code()
    await Promise.all(browsers.map((browser) => browser.post('/console/sign-in/code', { code })))
    const inside = await Promise.all(browsers.map((browser) => browser.whoAmI()))
    expect(inside.filter((who) => who === 'wren')).toHaveLength(1)
  })

  test('a code whose button was pressed twice opens by the second answer too, which is the one that a browser keeps', async () => {
    const house = makeHouse(db)
    const [kept, lost] = [makeBrowser(house), makeBrowser(house)]
    await firstStep(kept)
    for (const [name, value] of kept.jar) lost.jar.set(name, value)
    const page = await (await kept.get('/console/sign-in/code')).text()
    const press = /name="press" value="([^"]*)"/.exec(page)?.[1] ?? ''
    await db.admin.query('delete from auth.used_codes')
    const code = await wren.code()
    const before = await countSessions()
    for (const browser of [lost, kept]) await browser.post('/console/sign-in/code', { code, press })
    expect([await kept.whoAmI(), await countSessions()]).toEqual(['wren', before + 1])
    // Whoever knows the press and the code, in another browser, has no more than the code: it was used.
    const other = makeBrowser(house)
    await firstStep(other)
    expect((await other.post('/console/sign-in/code', { code, press })).status).toBe(422)
    expect((await makeBrowser(house).post('/console/sign-in/code', { code, press })).status).toBe(422)
    expect(await other.whoAmI()).toBe('nobody')
  })

  test('a recovery code opens once', async () => {
    const house = makeHouse(db)
    const code = wren.backupCodes[0] ?? ''
    const browser = makeBrowser(house)
    await firstStep(browser)
    await browser.post('/console/sign-in/code', { code: ` ${code} ` })
    expect(await browser.whoAmI()).toBe('wren')
    const again = makeBrowser(house)
    await firstStep(again)
    expect((await again.post('/console/sign-in/code', { code })).status).toBe(422)
    expect(await again.whoAmI()).toBe('nobody')
  })

  test('a code without the first step, or of somebody else’s first step, opens nothing', async () => {
    const house = makeHouse(db)
    const bare = makeBrowser(house)
    await bare.post('/console/sign-in/code', { code: await wren.code() })
    expect(await bare.whoAmI()).toBe('nobody')
    const sol = await makeStaff(db, 'sol@lantern.example', [{ clinicId, role: 'manager' }])
    const inside = makeBrowser(house)
    await signIn(inside)
    // Signed in as Wren, with Sol’s first step begun: Wren’s code finishes nothing.
    await firstStep(inside, sol.email)
    await db.admin.query('delete from auth.used_codes')
    expect((await inside.post('/console/sign-in/code', { code: await wren.code() })).status).toBe(422)
    await inside.post('/console/sign-in/code', { code: await sol.code() })
    expect(await inside.whoAmI()).toBe('sol')
  })

  test('an account without a second step gets in nowhere', async () => {
    const lone = await makeStaff(db, 'lone@lantern.example', [{ clinicId, role: 'reception' }])
    await db.admin.query('update auth.users set two_factor_enabled = false where id = $1', [lone.accountId])
    const browser = makeBrowser(makeHouse(db))
    const answer = await firstStep(browser, lone.email)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('invitation')
    expect(await browser.whoAmI()).toBe('nobody')
    const { rows } = await db.admin.query('select from auth.sessions where user_id = $1 and second_factor_at is null', [
      lone.accountId,
    ])
    expect(rows.length).toBeLessThanOrEqual(1)
  })

  test('a wrong password and an unknown address get the same page', async () => {
    const house = makeHouse(db)
    const words = async (email: string) => {
      const answer = await firstStep(makeBrowser(house), email, 'not-the-password')
      return [
        answer.status,
        (await answer.text()).replace(/(name="(?:email|press)" value=")[^"]*/g, '$1'),
        answer.headers.getSetCookie().length,
      ]
    }
    expect(await words(wren.email)).toEqual(await words('nobody@lantern.example'))
    expect(await words(wren.email)).toEqual(await words('a'.repeat(300)))
    expect(await words(wren.email)).toEqual(await words('"><script>alert(1)</script>@x'))
  })

  test('a refusal says in plain words what to do next', async () => {
    const house = makeHouse(db)
    const [browser, guesser] = [makeBrowser(house), makeBrowser(house, { address: '203.0.113.40' })]
    const typed = async (from: Browser) => (await from.post('/console/sign-in/code', { code: '000000' })).text()
    expect(await typed(browser)).toContain('Press “Start again”, and then use a new code.')
    await firstStep(browser)
    expect(await typed(browser)).toContain('Wait for the next one, and type that.')
    for (let tries = 0; tries < 10; tries += 1) await firstStep(guesser, 'sky@lantern.example', 'not-the-password')
    const last = await firstStep(guesser, 'sky@lantern.example', 'not-the-password')
    expect(await last.text()).toContain('Wait a quarter of an hour, then try again.')
  })

  test('a guesser is stopped after ten tries, and the real person gets in from her own place', async () => {
    const house = makeHouse(db)
    const guesser = makeBrowser(house, { address: '203.0.113.9' })
    let last = 0
    for (let tries = 0; tries < 11; tries += 1)
      last = (await firstStep(guesser, wren.email, `guess-${tries}-guess`)).status
    expect(last).toBe(429)
    expect((await firstStep(guesser)).status).toBe(429)
    const real = makeBrowser(house)
    await signIn(real)
    expect(await real.whoAmI()).toBe('wren')
    await db.admin.query(`update auth.attempts set ends_at = now() - interval '1 second'`)
    expect((await firstStep(guesser)).status).toBe(303)
  })
})

async function countSessions() {
  const { rows } = await db.admin.query<{ n: string }>('select count(*) as n from auth.sessions')
  return Number(rows[0]?.n)
}

describe('the session', () => {
  test('is a new one at each sign-in, whatever the browser brought; the old one has ended', async () => {
    const browser = makeBrowser(makeHouse(db))
    browser.jar.set('unclench.session_token', 'planted.c2lnbmF0dXJl')
    await signIn(browser)
    const first = browser.jar.get('unclench.session_token') ?? ''
    expect(first).not.toContain('planted')
    await signIn(browser)
    expect(browser.jar.get('unclench.session_token')).not.toBe(first)
    const thief = makeBrowser(makeHouse(db))
    thief.jar.set('unclench.session_token', first)
    expect(await thief.whoAmI()).toBe('nobody')
  })

  test('is carried by a cookie that no script reads, no other site sends, and that ends with the browser', async () => {
    const browser = makeBrowser(makeHouse(db))
    await signIn(browser)
    const line = browser.set.findLast((cookie) => cookie.startsWith('unclench.session_token=')) ?? ''
    expect(line).toMatch(/HttpOnly/i)
    expect(line).toMatch(/SameSite=Lax/i)
    expect(line).not.toMatch(/Max-Age|Expires|Domain/i)
    const safe = 'https://clinic.example'
    const encrypted = makeBrowser(makeHouse(db, safe), { at: safe })
    await signIn(encrypted)
    expect(
      encrypted.set.filter((cookie) => /^__Secure-unclench\.session_token=/.test(cookie) && /Secure/.test(cookie)),
    ).not.toEqual([])
    expect(encrypted.set.filter((cookie) => !/; Secure/i.test(cookie))).toEqual([])
  })

  test('with one letter of its cookie changed is nobody’s', async () => {
    const browser = makeBrowser(makeHouse(db))
    await signIn(browser)
    const value = browser.jar.get('unclench.session_token') ?? ''
    browser.jar.set('unclench.session_token', `${value.startsWith('a') ? 'b' : 'a'}${value.slice(1)}`)
    expect(await browser.whoAmI()).toBe('nobody')
  })

  test('locks after ten minutes without a touch, and not a minute before', async () => {
    const browser = makeBrowser(makeHouse(db))
    await signIn(browser)
    await db.admin.query(`update auth.sessions set touched_at = now() - interval '9 minutes 50 seconds'`)
    expect(await browser.whoAmI()).toBe('wren')
    // That was a touch: ten minutes are counted from it.
    await db.admin.query(`update auth.sessions set touched_at = touched_at - interval '9 minutes 50 seconds'`)
    expect(await browser.whoAmI()).toBe('wren')
    await db.admin.query(`update auth.sessions set touched_at = now() - interval '10 minutes 1 second'`)
    expect(await browser.whoAmI()).toBe('locked')
    expect(await browser.whoAmI()).toBe('locked')
    await signIn(browser)
    expect(await browser.whoAmI()).toBe('wren')
  })

  test('is kept open by no page that asks by itself whether the day has changed', async () => {
    const browser = makeBrowser(makeHouse(db))
    await signIn(browser)
    const ask = () => browser.get('/console/day-changed?firstDay=2026-11-29&lastDay=2026-11-29')
    await db.admin.query(`update auth.sessions set touched_at = now() - interval '9 minutes 50 seconds'`)
    expect((await ask()).status).toBe(200)
    await db.admin.query(`update auth.sessions set touched_at = touched_at - interval '11 seconds'`)
    expect(await browser.whoAmI()).toBe('locked')
    expect((await ask()).status).toBe(303)
  })

  test('is locked by hand in every tab at once', async () => {
    const browser = makeBrowser(makeHouse(db))
    await signIn(browser)
    const answer = await browser.post('/console/lock', 'then=/console/calendar')
    expect(answer.headers.get('Location')).toBe('/console/unlock?then=%2Fconsole%2Fcalendar')
    expect(await browser.whoAmI()).toBe('locked')
  })

  test('asks for both steps again after twelve hours, however busy they were', async () => {
    const browser = makeBrowser(makeHouse(db))
    await signIn(browser)
    await db.admin.query(`update auth.sessions set second_factor_at = now() - interval '12 hours 1 second'`)
    expect(await browser.whoAmI()).toBe('nobody')
  })

  test('that is signed out or taken away has ended at the next request', async () => {
    const [browser, other] = [makeBrowser(makeHouse(db)), makeBrowser(makeHouse(db))]
    await signIn(browser)
    await signIn(other)
    const kept = browser.jar.get('unclench.session_token') ?? ''
    expect((await browser.post('/console/sign-out')).headers.get('Location')).toBe('/console/sign-in')
    browser.jar.set('unclench.session_token', kept)
    expect(await browser.whoAmI()).toBe('nobody')
    expect(await other.whoAmI()).toBe('wren')
  })
})

describe('the clinics of somebody', () => {
  test('are chosen where there are several, and nobody else’s can be', async () => {
    const [a, b, foreign] = [await makeTestClinic(db), await makeTestClinic(db), await makeTestClinic(db)]
    const both = await makeStaff(db, 'both@lantern.example', [a, b])
    const browser = makeBrowser(makeHouse(db))
    await signIn(browser, both)
    expect(await browser.whoAmI()).toBe('which-clinic')
    await browser.post('/console/sign-in/which-clinic', { clinic: foreign.clinicId })
    await browser.post('/console/sign-in/which-clinic', { clinic: 'x' })
    expect(await browser.whoAmI()).toBe('which-clinic')
    expect((await browser.post('/console/sign-in/which-clinic', { clinic: b.clinicId })).headers.get('Location')).toBe(
      '/console',
    )
    expect(await (await browser.get('/who')).json()).toMatchObject({ member: { clinicId: b.clinicId } })
  })

  test('somebody taken off the team is out at the next request, and stays in where she still works', async () => {
    const [a, b] = [await makeTestClinic(db), await makeTestClinic(db)]
    const gone = await makeStaff(db, 'gone@lantern.example', [
      { ...a, role: 'reception' },
      { ...b, role: 'reception' },
    ])
    const browser = makeBrowser(makeHouse(db))
    await signIn(browser, gone)
    await browser.post('/console/sign-in/which-clinic', { clinic: a.clinicId })
    await db.admin.query('update clinic.members set left_at = now() where clinic_id = $1 and account_id = $2', [
      a.clinicId,
      gone.accountId,
    ])
    expect(await (await browser.get('/who')).json()).toMatchObject({ ok: true, member: { clinicId: b.clinicId } })
    await db.admin.query('update clinic.members set left_at = now() where account_id = $1', [gone.accountId])
    expect(await browser.whoAmI()).toBe('no-clinic')
  })
})

describe('two servers over one database', () => {
  test('refuse somebody who was let go, or whose password was set anew, at the next request on either', async () => {
    const clinic = await makeTestClinic(db)
    for (const [name, end] of [
      ['left', 'update clinic.members set left_at = now() where account_id = $1'],
      ['ended', 'delete from auth.sessions where user_id = $1'],
    ] as const) {
      const who = await makeStaff(db, `${name}@two.example`, [{ ...clinic, role: 'reception' }])
      const [here, there] = [makeBrowser(makeHouse(db)), makeBrowser(makeHouse(db))]
      await signIn(here, who)
      for (const [cookie, value] of here.jar) there.jar.set(cookie, value)
      // Both have seen the session, and may have kept what they saw.
      for (const browser of [here, there, here, there]) expect(await browser.whoAmI()).toBe(name)
      await db.admin.query(end, [who.accountId])
      for (const browser of [there, here]) expect(['nobody', 'no-clinic']).toContain(await browser.whoAmI())
    }
  })
})

describe('another site', () => {
  test.each([
    [{ 'Sec-Fetch-Site': 'cross-site' }],
    [{ 'Sec-Fetch-Site': 'same-site' }],
    [{ 'Sec-Fetch-Site': '', Origin: 'https://evil.example' }],
  ])('cannot sign anybody in, out, or lock them: %j', async (headers: Record<string, string>) => {
    const browser = makeBrowser(makeHouse(db))
    await signIn(browser)
    for (const path of ['sign-in', 'sign-in/code', 'sign-out', 'lock', 'sign-in/which-clinic', 'sign-in/look-round'])
      expect((await browser.post(`/console/${path}`, { email: wren.email, password }, headers)).status).toBe(403)
    expect(await browser.whoAmI()).toBe('wren')
  })

  test('is never where one is sent on to', async () => {
    const browser = makeBrowser(makeHouse(db))
    const first = await browser.post('/console/sign-in', `email=${wren.email}&password=${password}&then=//evil.example`)
    expect(first.headers.get('Location')).toBe('/console/sign-in/code?then=%2Fconsole')
    await db.admin.query('delete from auth.used_codes')
    const second = await browser.post('/console/sign-in/code', `code=${await wren.code()}&then=https://evil.example`)
    expect(second.headers.get('Location')).toBe('/console')
  })

  test('but a page of the console is', async () => {
    const browser = makeBrowser(makeHouse(db))
    const next = '/console/calendar?week=2026-11-30'
    const first = await browser.post(
      '/console/sign-in',
      `email=${wren.email}&password=${password}&then=${encodeURIComponent(next)}`,
    )
    expect(first.headers.get('Location')).toBe(`/console/sign-in/code?then=${encodeURIComponent(next)}`)
    expect(await (await browser.get('/console/sign-in/code?then=%2Fconsole%2Fcalendar')).text()).toContain(
      'value="/console/calendar"',
    )
  })
})

test('no address of the library’s own is answered', async () => {
  const house = makeHouse(db)
  for (const path of [
    'sign-in/email',
    'magic-link/verify?token=x',
    'get-session',
    'two-factor/verify-totp',
    'open-session',
    'ok',
  ])
    for (const method of ['GET', 'POST'])
      expect((await house.request(`${origin}/api/auth/${path}`, { method })).status).toBe(404)
})
