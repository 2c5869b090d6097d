/** A person comes in by a mail that no scanner and nobody else can use, and sees what is theirs. */
import { simpleParser } from 'mailparser'
import { beforeEach, describe, expect, test } from 'vitest'
import { makeTestClinic } from '../../clinic/booking/test-clinic.ts'
import { testDatabase } from '../../clinic/db/test-database.ts'
import type { Deliver, Delivery } from '../../clinic/mail/deliver.ts'
import { makeBrowser, makeHouse, makeStaff, origin, password } from './test-house.ts'

const db = testDatabase()
const posted: Delivery[] = []
const deliver: Deliver = (mail) => {
  posted.push(mail)
  return Promise.resolve({ ok: true })
}
const house = () => makeHouse(db, origin, deliver)
beforeEach(async () => {
  posted.length = 0
  await db.admin.query('delete from auth.attempts')
})

type Browser = ReturnType<typeof makeBrowser>

/** Asks for a mail. @returns the link and the code in it */
async function ask(browser: Browser, email = 'robin@people.example') {
  await browser.post('/account/sign-in', { email })
  const { text = '' } = await simpleParser(posted.at(-1)?.message ?? Buffer.alloc(0))
  const link = /http:\/\/localhost:4300(\/account\/sign-in\/link\/\S+)/.exec(text)?.[1] ?? ''
  return { link, code: /asked: (\d{6})/.exec(text)?.[1] ?? '' }
}
const isIn = async (browser: Browser) => (await browser.get('/account')).status === 200
const textOf = async (answer: Response) => (await answer.text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

/** A mail server that refuses so often before it takes a mail. */
const refusing =
  (times: number, why: 'bounced' | 'tryAgain' | 'serverAway'): Deliver =>
  (mail) => {
    tried.push(mail.mailId)
    return tried.length > times
      ? deliver(mail, new AbortController().signal)
      : Promise.resolve({ ok: false, why, because: 'x' })
  }
const tried: string[] = []
/** The times between tries, which pass at once. */
const waited: number[] = []
const atOnce = (ms: number) => {
  waited.push(ms)
  return Promise.resolve()
}

test('a form that is not taken says so first in the tab, and a page that was only looked at does not', async () => {
  const browser = makeBrowser(house())
  const title = async (answer: Response | Promise<Response>) =>
    /<title>(.*?) – /.exec(await (await answer).text())?.[1] ?? ''
  expect(await title(browser.get('/account/sign-in'))).toBe('Sign in by email')
  expect(await title(browser.post('/account/sign-in', { email: 'robin at people' }))).toBe('Error: Sign in by email')
  await ask(browser, 'title@people.example')
  const wrong = await browser.post('/account/sign-in/sent', { code: 'abcdef' })
  expect([wrong.status, await title(wrong)]).toEqual([422, 'Error: Look in your email'])
})

describe('a mail to sign in by', () => {
  beforeEach(() => {
    tried.length = 0
    waited.length = 0
  })
  test.each(['tryAgain', 'serverAway'] as const)(
    'is tried again where the mail server says %s, and is one mail',
    async (why) => {
      const browser = makeBrowser(makeHouse(db, origin, refusing(2, why), atOnce))
      const { link } = await ask(browser, `${why}@people.example`)
      expect([tried.length, new Set(tried).size, posted.length]).toEqual([3, 1, 1])
      expect(waited).toEqual([500, 1500])
      expect((await browser.post(link)).status).toBe(303)
    },
  )
  test('is tried four times and no more; then the page says that it did not go', async () => {
    const browser = makeBrowser(makeHouse(db, origin, refusing(99, 'tryAgain'), atOnce))
    const answer = await browser.post('/account/sign-in', { email: 'busy@people.example' })
    expect([tried.length, answer.status]).toEqual([4, 503])
    expect(waited).toEqual([500, 1500, 3000])
  })
  test('that the mail server may have taken goes once; the page says so, and its code lets in', async () => {
    const halfWay: Deliver = async (mail) => {
      await deliver(mail, new AbortController().signal)
      return { ok: false, why: 'serverAway', because: 'x', halfWay: true }
    }
    const browser = makeBrowser(makeHouse(db, origin, halfWay, atOnce))
    const answer = await browser.post('/account/sign-in', { email: 'doubt@people.example' })
    const to = answer.headers.get('Location') ?? ''
    expect([posted.length, answer.status, to]).toEqual([1, 303, '/account/sign-in/sent?perhaps=yes'])
    expect(await textOf(await browser.get(to))).toContain('did not say whether it took the email')
    expect(await textOf(await browser.get('/account/sign-in/sent'))).not.toContain('did not say')
    const { text = '' } = await simpleParser(posted[0]?.message ?? Buffer.alloc(0))
    await browser.post('/account/sign-in/sent', { code: /asked: (\d{6})/.exec(text)?.[1] ?? '' })
    expect(await isIn(browser)).toBe(true)
  })
  test('is not tried again where the address is refused for good', async () => {
    const browser = makeBrowser(makeHouse(db, origin, refusing(99, 'bounced')))
    const answer = await browser.post('/account/sign-in', { email: 'gone@people.example' })
    expect([tried.length, answer.status]).toEqual([1, 422])
    expect(await textOf(answer)).toContain('takes no email for this address. Is it typed right?')
  })
})

describe('signing in by mail', () => {
  test('in the browser that asked takes one press, which a script does by itself', async () => {
    const browser = makeBrowser(house())
    const { link } = await ask(browser)
    expect(await isIn(browser)).toBe(false)
    expect(await (await browser.get(link)).text()).toContain('data-finish')
    const answer = await browser.post(link)
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/account'])
    expect(await textOf(await browser.get('/account'))).toContain('Signed in as robin@people.example')
  })

  test('in another browser the link alone opens nothing, and nothing leaves that page by itself; with the code it opens', async () => {
    const app = house()
    const { link, code } = await ask(makeBrowser(app))
    const phone = makeBrowser(app)
    expect(await (await phone.get(link)).text()).not.toContain('data-finish')
    expect((await phone.post(link)).status).toBe(422)
    expect((await phone.post(link, { code: '' })).status).toBe(422)
    expect(await isIn(phone)).toBe(false)
    expect((await phone.post(link, { code: ` ${code.slice(0, 3)} ${code.slice(3)}` })).status).toBe(303)
    expect(await isIn(phone)).toBe(true)
  })

  test('with mail on another device, the code is typed where one asked', async () => {
    const browser = makeBrowser(house())
    const { code } = await ask(browser)
    expect((await browser.post('/account/sign-in/sent', { code })).status).toBe(303)
    expect(await isIn(browser)).toBe(true)
  })

  test('a scanner that opens the link, and presses the button, three times each, changes nothing and gets no session', async () => {
    const app = house()
    const browser = makeBrowser(app)
    const { link } = await ask(browser)
    const before = await everything()
    for (let times = 0; times < 3; times += 1)
      for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST']) {
        const body = method === 'POST' ? new URLSearchParams() : null
        const answer = await app.request(`${origin}${link}`, { method, body })
        expect(answer.headers.getSetCookie()).toEqual([])
      }
    expect(await everything()).toBe(before)
    await browser.post(link)
    expect(await isIn(browser)).toBe(true)
  })

  test('works once: used, a letter changed, or a quarter of an hour old, it opens nothing, in the same words', async () => {
    const app = house()
    const browser = makeBrowser(app)
    const { link, code } = await ask(browser)
    await browser.post(link)
    const late = makeBrowser(app)
    const words = async (path: string) => {
      const answer = await late.post(path, { code })
      return [answer.status, await answer.text()]
    }
    const over = await words(link)
    expect(over[0]).toBe(404)
    expect(await words(`${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`)).toEqual(over)
    expect(await words('/account/sign-in/link/nonsense')).toEqual(over)
    const old = await ask(late)
    await db.admin.query(`update auth.sign_in_asks set ends_at = now() where used_at is null`)
    expect(await words(old.link)).toEqual(over)
  })

  test('of two presses at once, one session is opened', async () => {
    const browser = makeBrowser(house())
    const { link } = await ask(browser, 'twice@people.example')
    const answers = await Promise.all([browser.post(link), browser.post(link), browser.post(link)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 404, 404])
  })

  test.each(['at once', 'one after the other'])(
    'a page of it pressed twice, %s, is one mail, one code and one session',
    async (how) => {
      const app = house()
      const email = `${how.replaceAll(' ', '')}@people.example`
      const browser = makeBrowser(app)
      /** The browser keeps the answer to its second press alone. */
      const twice = async (page: string, to: string, fields: Record<string, string> = {}) => {
        const press = /name="press" value="([^"]*)"/.exec(await (await browser.get(page)).text())?.[1] ?? ''
        const lost = makeBrowser(app)
        for (const [name, value] of browser.jar) lost.jar.set(name, value)
        const first = lost.post(to, { ...fields, press })
        if (how !== 'at once') await first
        const second = await browser.post(to, { ...fields, press })
        await first
        return [second.status, second.headers.get('Location')]
      }
      expect(await twice('/account/sign-in', '/account/sign-in', { email })).toEqual([303, '/account/sign-in/sent'])
      expect(posted).toHaveLength(1)
      const { text = '' } = await simpleParser(posted[0]?.message ?? Buffer.alloc(0))
      const code = /asked: (\d{6})/.exec(text)?.[1] ?? ''
      expect(await twice('/account/sign-in/sent', '/account/sign-in/sent', { code })).toEqual([303, '/account'])
      const { rows } = await db.admin.query(
        'select from auth.sessions s join auth.users u on u.id = s.user_id where u.email = $1',
        [email],
      )
      expect([rows.length, await isIn(browser)]).toEqual([1, true])
      // Another page's press is one of its own: the code was used.
      expect(await twice('/account/sign-in/sent', '/account/sign-in/sent', { code })).toEqual([404, null])
      const { link, code: other } = await ask(makeBrowser(app), email)
      const press = crypto.randomUUID()
      expect((await browser.post(link, { code: other, press })).status).toBe(303)
      expect(await isIn(browser)).toBe(true)
      const stranger = makeBrowser(app)
      stranger.jar.set('anything', 'else')
      expect([(await stranger.post(link, { code: other, press })).status, await isIn(stranger)]).toEqual([404, false])
    },
  )

  test('of many codes at once no more are looked at than one after the other, and the right one may be the fifth', async () => {
    const browser = makeBrowser(house())
    const { code } = await ask(browser)
    const wrong = code === '000000' ? '000001' : '000000'
    const tries = await Promise.all(
      Array.from({ length: 60 }, () => browser.post('/account/sign-in/sent', { code: wrong })),
    )
    expect(tries.filter(({ status }) => status === 422)).toHaveLength(5)
    const next = await ask(browser)
    const other = next.code === '000000' ? '000001' : '000000'
    for (let at = 0; at < 4; at += 1) await browser.post('/account/sign-in/sent', { code: other })
    expect((await browser.post('/account/sign-in/sent', { code: next.code })).status).toBe(303)
  })

  test('the code is worth nothing without the browser or the link, and after five wrong ones nothing at all', async () => {
    const app = house()
    const browser = makeBrowser(app)
    const { link, code } = await ask(browser)
    const guesser = makeBrowser(app)
    expect((await guesser.post('/account/sign-in/sent', { code })).status).toBe(404)
    const wrong = code === '000000' ? '000001' : '000000'
    for (let tries = 0; tries < 4; tries += 1) await browser.post('/account/sign-in/sent', { code: wrong })
    expect((await browser.post('/account/sign-in/sent', { code: wrong })).status).toBe(422)
    const over = await browser.post('/account/sign-in/sent', { code })
    expect([over.status, await over.text()]).toEqual([404, expect.stringContaining('too many wrong codes')])
    // The browser asked, and says so; the link says nothing else of it.
    expect(await (await browser.get(link)).text()).not.toContain('This is not the browser')
    expect((await browser.post(link)).status).toBe(404)
    expect(await isIn(browser)).toBe(false)
  })

  test('somebody who asks in another’s name gets nothing when that person presses the link', async () => {
    const app = house()
    const attacker = makeBrowser(app)
    const { link, code } = await ask(attacker, 'victim@people.example')
    const victim = makeBrowser(app)
    await victim.post(link, { code })
    expect(await isIn(victim)).toBe(true)
    expect(await isIn(attacker)).toBe(false)
    expect((await attacker.post(link)).status).toBe(404)
  })

  test('says the same for an address that is known and one that is not, keeps no code or link, and its mail names no health', async () => {
    const app = house()
    const known = await makeStaff(db, 'known@people.example', [])
    const answers = []
    for (const email of [known.email, 'unknown@people.example']) {
      const answer = await makeBrowser(app).post('/account/sign-in', { email })
      answers.push([answer.status, answer.headers.get('Location'), answer.headers.getSetCookie().length])
    }
    expect(answers[0]).toEqual(answers[1])
    const browser = makeBrowser(app)
    const { link, code } = await ask(browser)
    const kept = await everything()
    expect(kept).not.toContain(link.split('.').at(-1))
    expect(kept).not.toContain(`"${code}"`)
    const mail = await simpleParser(posted.at(-1)?.message ?? Buffer.alloc(0))
    expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toMatch(/\b(back|pain|spasm|physio)\b/i)
    expect(browser.set.find((cookie) => cookie.startsWith('unclench.asked='))).toMatch(/HttpOnly; SameSite=Lax/)
  })

  test('sends five mails an hour to one address and no sixth; a mail that cannot go is said', async () => {
    const app = house()
    for (let mails = 0; mails < 5; mails += 1)
      expect(
        (await makeBrowser(app, { address: `192.0.2.${mails}` }).post('/account/sign-in', { email: 'A@b.example' }))
          .status,
      ).toBe(303)
    expect((await makeBrowser(app).post('/account/sign-in', { email: 'a@b.example' })).status).toBe(429)
    expect(posted).toHaveLength(5)
    const away: Deliver = () => Promise.resolve({ ok: false, why: 'serverAway', because: 'away' })
    const broken = makeHouse(db, origin, away, atOnce)
    const answer = await makeBrowser(broken).post('/account/sign-in', { email: 'c@b.example' })
    expect([answer.status, await textOf(answer)]).toEqual([503, expect.stringContaining('could not be sent')])
  })

  test.each(['', 'a@b@c.example', 'a@b.example, c@d.example', 'a@b.example\r\nBcc: c@d.example', 'x'.repeat(2000)])(
    'asks again for what is no one address: %j',
    async (email) => {
      expect((await makeBrowser(house()).post('/account/sign-in', { email })).status).toBe(422)
      expect(posted).toEqual([])
    },
  )

  test('never makes anybody staff: whoever works at a clinic is a person here, and nobody in the console', async () => {
    const clinic = await makeTestClinic(db)
    const wren = await makeStaff(db, 'wren@lantern.example', [clinic])
    const browser = makeBrowser(house())
    const { link } = await ask(browser, wren.email)
    await browser.post(link)
    expect(await isIn(browser)).toBe(true)
    expect(await browser.whoAmI()).toBe('nobody')
    // Nor with a code of the app typed after it: the password comes first.
    await browser.post('/console/sign-in/code', { code: await wren.code() })
    expect(await browser.whoAmI()).toBe('nobody')
    await browser.post('/console/sign-in', { email: wren.email, password })
    await db.admin.query('delete from auth.used_codes')
    await browser.post('/console/sign-in/code', { code: await wren.code() })
    expect(await browser.whoAmI()).toBe('wren')
  })
})

/** Books a visit straight into the tables. */
async function book(clinic: Awaited<ReturnType<typeof makeTestClinic>>, email: string, name: string, starts: string) {
  const one = async (text: string, values: readonly unknown[]) =>
    (await db.admin.query<{ id: string }>(text, [...values])).rows[0]?.id ?? ''
  const { clinicId, serviceId, locationId, therapists } = clinic
  const person = await one('insert into clinic.persons (clinic_id, name) values ($1, $2) returning person_id as id', [
    clinicId,
    name,
  ])
  const contact = await one(
    'insert into clinic.contacts (clinic_id, name, email) values ($1, $2, $3) returning contact_id as id',
    [clinicId, name, email],
  )
  await one(
    `insert into clinic.appointments (clinic_id, state, service_id, therapist_id, location_id, starts_at, ends_at, pause_before,
       pause_after, price_pence, free_until, late_fee_pence, person_id, contact_id, payer, booking_key)
     values ($1, 'confirmed', $2, $3, $4, $5, $5::timestamptz + interval '45 minutes', 0, 0, 6200, $5, 0, $6, $7, 'self', gen_random_uuid())
     returning appointment_id as id`,
    [clinicId, serviceId, therapists[0], locationId, starts, person, contact],
  )
}

describe('the account', () => {
  test('shows when and where of the visits of its address in every clinic, and of nobody else’s; not who or what for', async () => {
    const [a, b] = [await makeTestClinic(db), await makeTestClinic(db)]
    await book(a, 'Family@people.example', 'Child Ashdown', '2030-03-05T10:00:00Z')
    await book(b, 'family@people.example', 'Parent Ashdown', '2030-07-01T10:00:00Z')
    await book(b, 'other@people.example', 'Other Person', '2030-05-05T10:00:00Z')
    const browser = makeBrowser(house())
    const { link } = await ask(browser, 'family@people.example')
    await browser.post(link)
    const page = await textOf(await browser.get('/account'))
    expect(page).toContain('5 March 2030, 10:00 to 10:45 (London time)')
    expect(page).toContain('1 July 2030, 11:00 to 11:45 (London time)')
    expect(page).not.toContain('5 May')
    expect(page).not.toMatch(/Child|Parent|First visit|Therapist 1/)
    const file: { visits: unknown[] } = await (await browser.get('/account/download')).json()
    expect(file.visits).toHaveLength(2)
    expect(JSON.stringify(file)).not.toMatch(/Child|Parent|First visit|Therapist 1/)
  })

  test('lists where one is signed in, and ends one of them at its next request, but nobody else’s', async () => {
    const app = house()
    const [mine, phone, stranger] = [makeBrowser(app), makeBrowser(app), makeBrowser(app)]
    for (const [browser, email] of [
      [mine, 'me@people.example'],
      [phone, 'me@people.example'],
      [stranger, 'you@people.example'],
    ] as const)
      await browser.post((await ask(browser, email)).link)
    const page = await (await mine.get('/account')).text()
    const others = [...page.matchAll(/name="session" value="([^"]+)"/g)].map(([, id]) => id ?? '')
    expect(others).toHaveLength(1)
    await stranger.post('/account/end-session', { session: others[0] ?? '' })
    expect(await isIn(phone)).toBe(true)
    await mine.post('/account/end-session', { session: others[0] ?? '' })
    await mine.post('/account/end-session', { session: "'" })
    expect([await isIn(mine), await isIn(phone), await isIn(stranger)]).toEqual([true, false, true])
    await mine.post('/account/sign-out')
    expect(await isIn(mine)).toBe(false)
  })

  test('is deleted knowing that a visit ahead stands all the same, and that one that never took place need not be kept', async () => {
    const clinic = await makeTestClinic(db)
    const [ahead, off] = ['2030-03-06T10:00:00Z', '2030-03-07T10:00:00Z']
    for (const at of [ahead, off]) await book(clinic, 'stands@people.example', 'Stands Person', at)
    await db.admin.query(`update clinic.appointments set state = 'cancelled' where starts_at = $1 and clinic_id = $2`, [
      off,
      clinic.clinicId,
    ])
    const browser = makeBrowser(house())
    await browser.post((await ask(browser, 'stands@people.example')).link)
    const [looked, gone] = [await browser.get('/account/delete'), await browser.post('/account/delete')]
    for (const answer of [looked, gone]) {
      const text = await textOf(answer)
      expect(text).toMatch(/Wednesday 6 March[^.]*\.? ?.{0,60}This visit stands, without the account too/)
      expect(text).toContain('Kept until 6 March 2038 or later')
      expect(text).toContain('Cancelled. The clinic forgets it if you ask')
      expect(text).not.toContain('Kept until 7 March')
    }
  })

  test('is deleted with a dated list of what the clinics keep; its sessions and its locked copy go with it', async () => {
    const clinic = await makeTestClinic(db)
    await book(clinic, 'gone@people.example', 'Gone Person', '2030-03-05T10:00:00Z')
    const app = house()
    const [browser, phone] = [makeBrowser(app), makeBrowser(app)]
    for (const each of [browser, phone]) await each.post((await ask(each, 'gone@people.example')).link)
    await db.admin.query(
      `insert into auth.locked_copies (user_id, version, locked) select id, 1, 'x' from auth.users where email = 'gone@people.example'`,
    )
    expect(await textOf(await browser.get('/account/delete'))).toContain('Kept until 5 March 2038 or later')
    const answer = await browser.post('/account/delete')
    expect(await textOf(answer)).toContain('Kept until 5 March 2038 or later')
    expect([await isIn(browser), await isIn(phone)]).toEqual([false, false])
    expect((await db.admin.query(`select from auth.users where email = 'gone@people.example'`)).rows).toEqual([])
    expect((await db.admin.query(`select from clinic.contacts where email = 'gone@people.example'`)).rows).toHaveLength(
      1,
    )
  })

  test('of somebody who works at a clinic is not deleted while they do', async () => {
    const clinic = await makeTestClinic(db)
    const sol = await makeStaff(db, 'sol@lantern.example', [clinic])
    const browser = makeBrowser(house())
    await browser.post((await ask(browser, sol.email)).link)
    expect((await browser.post('/account/delete')).headers.get('Location')).toBe('/account/delete')
    expect(await textOf(await browser.get('/account/delete'))).toContain('You work at a clinic')
    expect(await isIn(browser)).toBe(true)
  })

  test('no other site can change it', async () => {
    const browser = makeBrowser(house())
    await browser.post((await ask(browser)).link)
    for (const path of ['sign-in', 'sign-in/sent', 'sign-out', 'end-session', 'delete'])
      expect((await browser.post(`/account/${path}`, {}, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
    expect(await isIn(browser)).toBe(true)
  })
})

/** All rows of accounts, as one text. */
async function everything(): Promise<string> {
  const tables = ['users', 'sessions', 'verifications', 'credentials', 'sign_in_asks', 'attempts']
  const rows = await Promise.all(tables.map((table) => db.admin.query(`select * from auth.${table} order by 1`)))
  return JSON.stringify(rows.map((each) => each.rows))
}
