/** Asking for letters, saying yes and leaving, as browsers, mail programs and scanners do it, over a real PostgreSQL. */
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { often } from '../../../../scripts/short-form.ts'
import { privateToken } from '../../../clinic/booking/private-link.ts'
import { openLeftBook } from '../../../clinic/letters/left-book.ts'
import { testDatabase } from '../../../clinic/db/test-database.ts'
import { makeMailClinic, type MailClinic } from '../../../clinic/mail/mail.fixtures.ts'
import { frame } from '../find.fixtures.ts'
import { letterRoutes } from './letter-routes.tsx'
import { sentAtReturn } from '../../ui/at-return.fixtures.ts'

const db = testDatabase()
let isAway = false
let network: string | undefined
let clinic: MailClinic
let lettersFolder = ''
beforeAll(async () => {
  lettersFolder = await mkdtemp(join(tmpdir(), 'left-'))
})
afterAll(() => rm(lettersFolder, { recursive: true }))
const app = () =>
  letterRoutes({
    frame,
    data: () => (isAway ? undefined : { app: db.app, directory: db.directory, secret: db.secret }),
    addressOf: () => network,
    lettersFolder,
  })

beforeEach(async () => {
  isAway = false
  network = undefined
  await db.admin.query('delete from clinic.letter_asks')
  clinic = await makeMailClinic(db.admin, `Lantern ${crypto.randomUUID().slice(0, 8)}`)
})

type Fields = readonly (readonly [string, string])[]
const form = (fields: Fields) => new URLSearchParams(fields.map(([name, value]) => [name, value]))
const get = async (path: string, method = 'GET') => {
  const response = await app().request(path, { method })
  return { status: response.status, body: await response.text() }
}
const post = async (path: string, fields: Fields, headers: Readonly<Record<string, string>> = {}) => {
  const response = await app().request(path, { method: 'POST', body: form(fields), headers })
  return { status: response.status, body: await response.text(), to: response.headers.get('Location') ?? '' }
}
const slug = () => `clinic-${clinic.clinicId}`
const wish = (email: string, topics: readonly string[] = ['keep-away']): Fields => [
  ['email', email],
  ['clinic', slug()],
  ...topics.map((topic) => ['topic', topic] as const),
]
const subscribers = async () =>
  (
    await db.admin.query<{ id: string; address: string; topics: string[]; standing: string }>(
      `select subscriber_id as id, address, topics,
       case when left_at is not null then 'left' when confirmed_at is not null then 'getting' else 'asked' end as standing
       from clinic.letter_subscribers where clinic_id = $1 order by asked_at`,
      [clinic.clinicId],
    )
  ).rows
const questions = async () =>
  (
    await db.admin.query(`select address from clinic.letter_mails where kind = 'was-it-you' and clinic_id = $1`, [
      clinic.clinicId,
    ])
  ).rows.length
const proof = async () =>
  (
    await db.admin.query<{ what: string; topics: string[]; shown: string }>(
      'select what, topics, shown from clinic.letter_consents where clinic_id = $1 order by at, consent_id',
      [clinic.clinicId],
    )
  ).rows
/** Every row that letters and visits have, as text. */
const everything = async () => {
  const tables = [
    'letter_subscribers',
    'letter_consents',
    'letter_mails',
    'mail_stops',
    'letter_asks',
    'mails',
    'letters',
  ]
  const rows = await Promise.all(
    tables.map(
      async (table) => (await db.admin.query(`select to_jsonb(t) from clinic.${table} t order by t::text`)).rows,
    ),
  )
  return JSON.stringify(rows)
}
const tokenOf = (kind: 'letters' | 'letters-asked', id: string, clinicId = clinic.clinicId) =>
  privateToken(db.secret, kind, { clinicId, appointmentId: id })
/** Somebody who asked, and said yes where `isYes`. */
const robin = async (isYes = true, email = 'robin@example.org', topics = ['keep-away']) => {
  network = crypto.randomUUID()
  expect((await post('/letters', wish(email, topics))).to).toBe('/letters/asked')
  const id = (await subscribers()).find(({ address }) => address === email)?.id ?? ''
  if (isYes)
    await post(`/letters/yes/${tokenOf('letters-asked', id)}`, [
      ['do', 'yes'],
      ...topics.map((topic) => ['topic', topic] as const),
    ])
  return {
    id,
    yes: `/letters/yes/${tokenOf('letters-asked', id)}`,
    mine: `/letters/mine/${tokenOf('letters', id)}`,
    leave: `/letters/leave/${tokenOf('letters', id)}`,
  }
}

describe('asking for letters', () => {
  test('writes a wish and one question by mail, and no letter comes before a yes', async () => {
    await robin(false, 'Robin@Example.org', ['clinic-news', 'keep-away'])
    expect(await subscribers()).toMatchObject([{ address: 'Robin@example.org', topics: [], standing: 'asked' }])
    expect(await questions()).toBe(1)
    expect(await proof()).toMatchObject([{ what: 'asked', topics: ['keep-away', 'clinic-news'] }])
    expect((await proof())[0]?.shown).toContain('Nothing comes until you say yes.')
  })

  test('begins with nothing ticked, and says how long an address without a yes is kept', async () => {
    const { body } = await get('/letters')
    expect(body.match(/name="topic"/g)).toHaveLength(3)
    expect(body).not.toMatch(/<input[^>]*\schecked/)
    expect(body).toContain('If you do not say yes, we erase your address after two weeks.')
  })

  test('needs a topic, a clinic and one plain address, says which is missing, and keeps what was typed', async () => {
    const missing = await post('/letters', [
      ['email', 'a@b.example, c@d.example'],
      ['clinic', 'nobody'],
    ])
    expect(missing.status).toBe(422)
    expect(missing.body).toContain('Tick at least one.')
    expect(missing.body).toContain('Enter one email address only.')
    expect(missing.body).toContain('Choose which clinic sends them.')
    expect(missing.body).toContain('value="a@b.example, c@d.example"')
    for (const email of ['', 'x'.repeat(10_000), 'a@b.example\nBcc: c@d.example', '<script>@x.example'])
      expect((await post('/letters', wish(email))).status).toBe(422)
    expect((await post('/letters', wish('a@b.example', ['health']))).status).toBe(422)
    expect(await subscribers()).toEqual([])
  })

  test('asks an address once a day, whoever asks, however it is written, and whichever clinic is named', async () => {
    await robin(false)
    const first = clinic
    network = 'elsewhere'
    expect((await post('/letters', wish('ROBIN@example.org'))).to).toBe('/letters/asked')
    clinic = await makeMailClinic(db.admin, 'Other')
    expect((await post('/letters', wish('robin@example.org'))).to).toBe('/letters/asked')
    expect(await questions()).toBe(0)
    clinic = first
    expect(await questions()).toBe(1)
    await db.admin.query(`update clinic.letter_asks set at = now() - interval '25 hours'`)
    await post('/letters', wish('robin@example.org'))
    expect(await questions()).toBe(2)
  })

  test('tapped twice at the same moment asks once', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => post('/letters', wish('robin@example.org'))))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(await questions()).toBe(1)
    expect(await subscribers()).toHaveLength(1)
  })

  test('by a robot for hundreds of strangers from fifty places mails few of them, and honest people still pass at once', async () => {
    const answers: number[] = []
    // Of each place five are taken.
    const each = often(20, 6)
    for (let place = 0; place < 50; place += 1) {
      network = `198.51.100.${place}`
      for (let at = 0; at < each; at += 1)
        answers.push((await post('/letters', wish(`s${place}-${at}@example.org`))).status)
    }
    expect(answers.filter((status) => status === 429)).toHaveLength(50 * (each - 5))
    const atOnce = async () =>
      (
        await db.admin.query(`select from clinic.letter_mails where clinic_id = $1 and due_at <= now()`, [
          clinic.clinicId,
        ])
      ).rows.length
    expect(await atOnce()).toBeLessThanOrEqual(210)
    const before = await atOnce()
    network = '203.0.113.7'
    expect((await post('/letters', wish('honest@example.org'))).status).toBe(303)
    expect(await atOnce()).toBe(before + 1)
  }, 60_000)

  test('is not taken from a page of somebody else', async () => {
    const foreign = await post('/letters', wish('robin@example.org'), { Origin: 'https://evil.example' })
    expect(foreign.status).toBe(422)
    expect(await subscribers()).toEqual([])
  })

  test('says so plainly while the database is away, and says when a form is far too long', async () => {
    isAway = true
    const away = await get('/letters')
    expect(away.status).toBe(503)
    expect(away.body).toContain('Letters are not working just now')
    isAway = false
    const response = await app().request('/letters', { method: 'POST', body: form([['email', 'x'.repeat(200_000)]]) })
    expect(await response.text()).toContain('too much for us to read')
  })
})

describe('looking', () => {
  test('at any address of letters, three times by each way of looking, changes nothing', async () => {
    const asked = await robin(false)
    const getting = await robin(true, 'sam@example.org')
    const before = await everything()
    for (const method of ['GET', 'HEAD', 'OPTIONS'])
      for (const path of [
        '/letters',
        '/letters/asked',
        asked.yes,
        asked.mine,
        asked.leave,
        getting.yes,
        getting.mine,
        getting.leave,
      ])
        for (let times = 0; times < 3; times += 1) await get(path, method)
    expect(await everything()).toBe(before)
    expect((await get(getting.leave)).body).toContain('<button')
  })

  test('by a scanner at every link of fifty readers of one office leaves all fifty as they were', async () => {
    for (let at = 0; at < 50; at += 1) {
      const { leave, mine } = await robin(true, `reader${at}@office.example`)
      await get(leave)
      await get(mine)
    }
    expect((await subscribers()).filter(({ standing }) => standing === 'getting')).toHaveLength(50)
  }, 60_000)
})

describe('saying yes', () => {
  test('is a button, keeps what was chosen with the words that were shown, and said twice is one yes', async () => {
    const { yes } = await robin(false)
    const page = await get(yes)
    expect(page.body).toContain('Was it you?')
    expect(page.body).toContain('robin@example.org')
    // Whoever ticks a topic by keys and presses Return has not said that it was somebody else.
    expect(sentAtReturn(page.body, 'name="topic"')).toBe('do=yes')
    for (let times = 0; times < 2; times += 1)
      expect(
        (
          await post(yes, [
            ['do', 'yes'],
            ['topic', 'guide-news'],
          ])
        ).to,
      ).toBe(`${yes}?done=yes`)
    expect(await subscribers()).toMatchObject([{ topics: ['guide-news'], standing: 'getting' }])
    expect((await proof()).map(({ what }) => what)).toEqual(['asked', 'confirmed'])
    expect((await proof())[1]?.shown).toContain('At most one a month about each.')
    expect((await get(`${yes}?done=yes`)).body).toContain('New in the guide')
  })

  test('to nothing at all is asked again, and no other word is a yes', async () => {
    const { yes } = await robin(false)
    expect((await post(yes, [['do', 'yes']])).status).toBe(422)
    await post(yes, [
      ['do', 'constructor'],
      ['topic', 'keep-away'],
    ])
    await post(yes, [['topic', 'keep-away']])
    await post(
      yes,
      [
        ['do', 'yes'],
        ['topic', 'keep-away'],
      ],
      { 'Sec-Fetch-Site': 'cross-site' },
    )
    expect(await subscribers()).toMatchObject([{ standing: 'asked' }])
  })

  test('cannot be done from a link that is a fortnight old, that was made for something else, or that is nobody’s', async () => {
    const { id, yes } = await robin(false)
    const sayYes: Fields = [
      ['do', 'yes'],
      ['topic', 'keep-away'],
    ]
    for (const token of [
      tokenOf('letters', id),
      tokenOf('letters-asked', crypto.randomUUID()),
      'x',
      tokenOf('letters-asked', id, crypto.randomUUID()),
    ])
      expect((await post(`/letters/yes/${token}`, sayYes)).status).toBe(404)
    await db.admin.query(`update clinic.letter_subscribers set asked_at = now() - interval '15 days'`)
    expect((await post(yes, sayYes)).status).toBe(410)
    expect(await subscribers()).toMatchObject([{ standing: 'asked' }])
  })

  const sayYes: Fields = [
    ['do', 'yes'],
    ['topic', 'keep-away'],
  ]

  test('from a link that was mailed before somebody left brings nothing back; a new asking does', async () => {
    const { yes, leave } = await robin(true)
    await post(leave, [])
    const again = await post(yes, sayYes)
    expect(again.status).toBe(410)
    expect(again.body).toContain('You left these letters')
    expect((await get(yes)).status).toBe(410)
    expect(await subscribers()).toMatchObject([{ standing: 'left' }])
    expect((await proof()).map(({ what }) => what)).toEqual(['asked', 'confirmed', 'left-by-mail-program'])
    await db.admin.query('delete from clinic.letter_asks')
    await post('/letters', wish('robin@example.org'))
    expect((await post(yes, sayYes)).to).toBe(`${yes}?done=yes`)
    expect(await subscribers()).toMatchObject([{ standing: 'getting' }])
  })

  test('does not help against leaving after it was asked anew, by a stranger or by themselves', async () => {
    const { yes, leave } = await robin(true)
    await db.admin.query('delete from clinic.letter_asks')
    await post('/letters', wish('robin@example.org'))
    await post(leave, [])
    expect((await post(yes, sayYes)).status).toBe(410)
    await db.admin.query('delete from clinic.letter_asks')
    await post('/letters', wish('robin@example.org'))
    // Left already, and says so once more from an old letter: the question that is on its way ends too.
    await post(leave, [])
    expect((await post(yes, sayYes)).status).toBe(410)
    expect(await subscribers()).toMatchObject([{ standing: 'left' }])
  })

  const notMe: Fields = [['do', 'not-me']]

  test('"It was not me" after a yes stops the letters, the questions and what waits; the old link brings nothing back', async () => {
    const { id, yes } = await robin(true)
    expect((await get(yes)).body).toContain('“It was not me” stops them.')
    expect((await post(yes, notMe)).to).toBe(`${yes}?done=not-me`)
    expect(await subscribers()).toMatchObject([{ id, standing: 'left' }])
    const waiting = `select from clinic.letter_mails where clinic_id = $1 and state = 'queued'`
    expect((await db.admin.query(waiting, [clinic.clinicId])).rows).toEqual([])
    const who = { clinicId: clinic.clinicId, address: 'robin@example.org' }
    expect((await openLeftBook(lettersFolder, db.secret).read()).leftAt(who)).toBeGreaterThan(Date.now() - 60_000)
    const again = await post(yes, sayYes)
    expect(again.status).toBe(410)
    expect(again.body).toContain('You said: it was not me')
    for (const done of ['', '?done=yes', '?done=not-me'])
      expect((await get(`${yes}${done}`)).body).toContain('sends you no more letters')
    await post(yes, notMe)
    expect((await proof()).map(({ what }) => what)).toEqual(['asked', 'confirmed', 'refused'])
    await db.admin.query('delete from clinic.letter_asks')
    expect((await post('/letters', wish('robin@example.org'))).to).toBe('/letters/asked')
    expect(await questions()).toBe(1)
    expect(await subscribers()).toMatchObject([{ standing: 'left' }])
  })

  test('"It was not me" said of letters that came back by a later choice stops them once more', async () => {
    const { yes, mine } = await robin(true)
    await post(yes, notMe)
    await post(mine, [['topic', 'keep-away']])
    expect((await get(`${yes}?done=not-me`)).body).toContain('You will get letters')
    await post(yes, notMe)
    expect(await subscribers()).toMatchObject([{ standing: 'left' }])
    expect((await proof()).map(({ what }) => what)).toEqual(['asked', 'confirmed', 'refused', 'changed', 'refused'])
  })

  test('the page tells what is kept, whatever the address says was done', async () => {
    const { yes } = await robin(false)
    for (const done of ['', '?done=yes', '?done=not-me'])
      expect((await get(`${yes}${done}`)).body).toContain('Was it you?')
    await post(yes, notMe)
    for (const done of ['', '?done=yes', '?done=not-me'])
      expect((await get(`${yes}${done}`)).body).toContain('No letter will come because of this.')
    expect((await post(yes, sayYes)).status).toBe(410)
    expect(await subscribers()).toMatchObject([{ standing: 'asked' }])
  })

  test('a stranger who asks again for somebody’s address changes nothing of what they get', async () => {
    const { id } = await robin(true)
    await db.admin.query('delete from clinic.letter_asks')
    await post('/letters', wish('robin@example.org', ['clinic-news']))
    expect(await subscribers()).toMatchObject([{ id, topics: ['keep-away'], standing: 'getting' }])
  })
})

describe('leaving', () => {
  test('by a mail program needs no cookie, no body and no origin of ours, and answers 200 without a redirect', async () => {
    const body = new FormData()
    body.set('List-Unsubscribe', 'One-Click')
    const bodies = [undefined, form([['List-Unsubscribe', 'One-Click']]), body, 'what is this']
    for (const [at, sent] of bodies.entries()) {
      const { leave, id } = await robin(true, `robin${at}@example.org`)
      const headers = { Origin: 'https://mail.example', 'Sec-Fetch-Site': 'cross-site' }
      const response = await app().request(leave, {
        method: 'POST',
        headers,
        ...(sent !== undefined && { body: sent }),
      })
      expect(response.status).toBe(200)
      expect((await subscribers()).find((one) => one.id === id)?.standing).toBe('left')
    }
    expect((await proof()).at(-1)).toMatchObject({ what: 'left-by-mail-program' })
  })

  test('by a mail program hears 200 for any link, used, unknown or cut short, and a page never says what was not done', async () => {
    const { leave } = await robin(true)
    expect((await post(leave, [])).status).toBe(200)
    const before = await everything()
    for (const path of [leave, `/letters/leave/${tokenOf('letters', crypto.randomUUID())}`])
      expect((await post(path, [])).status).toBe(200)
    for (const cut of ['/letters/leave/x', leave.slice(0, -1), `${leave}A`]) {
      const answered = await post(cut, [['List-Unsubscribe', 'One-Click']])
      expect([answered.status, answered.to]).toEqual([200, ''])
      expect(answered.body).toContain('This link does not work')
      expect(answered.body).not.toContain('You will get no letters')
      expect((await post(cut, [['from', 'page']])).status).toBe(404)
    }
    expect(await everything()).toBe(before)
  })

  test('while the database is away is told as our fault, so that the mail program tries again', async () => {
    const { leave } = await robin(true)
    isAway = true
    expect((await post(leave, [])).status).toBe(503)
  })

  test('by the button of the page leads to where it can be taken back, and back again', async () => {
    const { leave, mine } = await robin(true)
    expect((await post(leave, [['from', 'page']])).to).toBe(`${mine}?done=yes`)
    const left = (await get(`${mine}?done=yes`)).body
    expect(left).toContain('You have left the letters.')
    expect(left).not.toMatch(/<input[^>]*\schecked/)
    await post(mine, [
      ['topic', 'clinic-news'],
      ['topic', 'keep-away'],
    ])
    expect(await subscribers()).toMatchObject([{ standing: 'getting', topics: ['keep-away', 'clinic-news'] }])
    expect((await post(mine, [])).status).toBe(422)
    expect((await proof()).map(({ what }) => what)).toEqual(['asked', 'confirmed', 'left', 'changed'])
  })

  test('is written down beside the database too, without an address, each time and by either way', async () => {
    const { leave, mine } = await robin(true)
    const who = { clinicId: clinic.clinicId, address: 'ROBIN@example.org' }
    const leftAt = async () => (await openLeftBook(lettersFolder, db.secret).read()).leftAt(who)
    expect(await leftAt()).toBeUndefined()
    await post(leave, [['from', 'page']])
    const first = await leftAt()
    expect(first).toBeGreaterThan(Date.now() - 60_000)
    await post(mine, [['topic', 'keep-away']])
    await post(leave, [])
    expect(await leftAt()).toBeGreaterThan(first ?? Number.POSITIVE_INFINITY)
    const file = join(lettersFolder, 'left.txt')
    expect(await readFile(file, 'utf8')).not.toContain('robin')
    expect((await stat(file)).mode & 0o077).toBe(0)
  })

  test('is done even where nothing can be written beside the database', async () => {
    const { leave } = await robin(true)
    const kept = lettersFolder
    await writeFile(join(kept, 'full'), '')
    lettersFolder = join(kept, 'full')
    expect((await post(leave, [])).status).toBe(200)
    lettersFolder = kept
    expect(await subscribers()).toMatchObject([{ standing: 'left' }])
  })

  test('stops letters and no mail about a visit', async () => {
    const { leave } = await robin(true)
    await post(leave, [])
    const { rows } = await db.admin.query('select purpose from clinic.mail_stops where clinic_id = $1', [
      clinic.clinicId,
    ])
    expect(rows).toEqual([])
  })

  test('the link of somebody who never said yes opens no choice', async () => {
    const { mine } = await robin(false)
    expect((await get(mine)).status).toBe(404)
    expect((await post(mine, [['topic', 'keep-away']])).status).toBe(404)
    expect(await subscribers()).toMatchObject([{ standing: 'asked' }])
  })
})
