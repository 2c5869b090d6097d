/** Letters through the staff's pages, as a browser posts them, over a real PostgreSQL. */
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../clinic/db/test-database.ts'
import { makeMailClinic, makeVisit, type MailClinic } from '../../../clinic/mail/mail.fixtures.ts'
import { makeReaders } from '../../../clinic/letters/letters.fixtures.ts'
import { loadMailTruths } from '../../../clinic/mail/mail-truth.ts'
import type { Member, Role } from '../../../clinic/people/members.ts'
import { createConsoleApp } from '../console-app.tsx'
import { consoleHome } from '../console.fixtures.ts'

const db = testDatabase()
const clinics: { ours?: MailClinic; other?: MailClinic } = {}
const members = new Map<string, string>()
const ours = () => {
  if (!clinics.ours) throw new Error('no clinic yet')
  return clinics.ours
}
beforeAll(async () => {
  clinics.ours = await makeMailClinic(db.admin)
  clinics.other = await makeMailClinic(db.admin, 'Other Physio')
  for (const { clinicId } of [clinics.ours, clinics.other]) {
    const { rows } = await db.admin.query<{ id: string }>(
      `insert into clinic.members (clinic_id, name, email, role, account_id, joined_at)
       values ($1, 'Wren Holly', 'wren@lantern.example', 'owner', gen_random_uuid(), now()) returning member_id as id`,
      [clinicId],
    )
    members.set(clinicId, rows[0]?.id ?? '')
  }
})
const now = Temporal.Instant.from('2026-11-27T09:00:00Z')
const member = (role: Role = 'owner', clinicId = ours().clinicId): Member => ({
  clinicId,
  memberId: members.get(clinicId) ?? '',
  accountId: crypto.randomUUID(),
  name: 'Wren Holly',
  email: 'wren@lantern.example',
  role,
  therapistId: null,
})
const appOf = (who: Member) =>
  createConsoleApp(
    consoleHome({
      signedIn: { ok: true, member: who },
      data: { app: db.app, directory: db.directory, secret: db.secret },
      now: () => now,
    }),
  )
const get = async (path: string, who = member()) => {
  const response = await appOf(who).request(path)
  return { status: response.status, body: await response.text(), headers: response.headers }
}
type Fields = readonly (readonly [string, string])[]
const post = async (path: string, fields: Fields, who = member()) => {
  const body = new FormData()
  for (const [name, value] of fields) body.append(name, value)
  const response = await appOf(who).request(path, { method: 'POST', body })
  return { status: response.status, body: await response.text(), to: response.headers.get('Location') ?? '' }
}
const words = (letter: string, more: Readonly<Record<string, string>> = {}): Fields =>
  Object.entries({
    letter,
    subject: 'Three small things',
    opening: 'Cold mornings and heavy bags.',
    topic: 'keep-away',
    page: 'guide/heat-or-ice',
    ...more,
  })
const draft = async () => {
  const id = crypto.randomUUID()
  expect((await post('/console/letters', words(id))).status).toBe(303)
  return id
}
const row = async (id: string) =>
  (
    await db.admin.query(
      'select state, version, subject, send_at, pieces, per_minute from clinic.letters where letter_id = $1',
      [id],
    )
  ).rows[0]
const acts = async (id: string) =>
  (
    await db.admin.query<{ what: string }>(
      'select what from clinic.letter_acts where letter_id = $1 order by at, act_id',
      [id],
    )
  ).rows.map(({ what }) => what)
const tomorrow: Fields = [
  ['do', 'scheduled'],
  ['version', '0'],
  ['day', '2026-11-28'],
  ['time', '07:30'],
  ['perMinute', '600'],
]

describe('writing a letter', () => {
  test('is for whoever manages the clinic, and another clinic’s letter is as if it were not there', async () => {
    const id = await draft()
    for (const role of ['therapist', 'reception'] as const) {
      expect((await get('/console/letters', member(role))).status).toBe(404)
      expect((await post('/console/letters', words(crypto.randomUUID()), member(role))).status).toBe(404)
      expect((await post(`/console/letters/${id}/acts`, tomorrow, member(role))).status).toBe(404)
    }
    const theirs = member('owner', clinics.other?.clinicId)
    for (const path of [`/console/letters/${id}`, `/console/letters/${id}/look`, `/console/letters/${id}/picture`])
      expect((await get(path, theirs)).status).toBe(404)
    expect((await post(`/console/letters/${id}/acts`, tomorrow, theirs)).status).toBe(404)
    expect((await row(id))?.state).toBe('draft')
    const list = await get('/console/letters', member('manager'))
    expect(list.status).toBe(200)
    // Nothing was done: no box says that something was.
    expect(list.body).not.toContain('role="status"')
  })

  test('pressed twice keeps one, and looking at it changes nothing', async () => {
    const id = crypto.randomUUID()
    await Promise.all([1, 2].map(() => post('/console/letters', words(id))))
    expect(await acts(id)).toEqual(['made'])
    for (const path of ['', '/look', '/picture', '/picture?dark=yes'])
      expect((await get(`/console/letters/${id}${path}`)).status).toBe(200)
    expect(await acts(id)).toEqual(['made'])
  })

  test('of other words under the key of a letter that is there is refused, and changes nothing', async () => {
    const id = crypto.randomUUID()
    expect((await post('/console/letters', words(id))).status).toBe(303)
    const before = await row(id)
    const again = await post('/console/letters', words(id, { subject: 'Something else entirely' }))
    expect(again.status).toBe(409)
    expect(await row(id)).toEqual(before)
  })

  test('refuses promises, subjects over two lines, too much, and pages that the guide does not hold; and keeps what was typed', async () => {
    const refused = async (more: Readonly<Record<string, string>>) => {
      const id = crypto.randomUUID()
      const answer = await post('/console/letters', words(id, more))
      expect(await row(id)).toBeUndefined()
      return answer
    }
    expect(await refused({ subject: 'The best cure' })).toMatchObject({ status: 422 })
    expect((await refused({ subject: '' })).body).toContain('between 1 and 120')
    expect((await refused({ subject: 'x'.repeat(121) })).status).toBe(422)
    expect((await refused({ opening: 'x'.repeat(100_000) })).status).toBe(422)
    expect((await refused({ topic: 'health' })).status).toBe(422)
    expect((await refused({ page: 'guide/nowhere', opening: '' })).body).toContain('Choose a page of the guide')
    const id = crypto.randomUUID()
    await post('/console/letters', words(id, { subject: 'Hello\r\nBcc: all@example.org', page: 'guide/nowhere' }))
    expect((await row(id))?.subject).toBe('Hello Bcc: all@example.org')
    expect((await post('/console/letters', words(crypto.randomUUID(), { opening: '<b>best</b>' }))).body).toContain(
      '&lt;b>best',
    )
  })

  test.each([
    ['opening', 'If you are numb between the legs, wait and see.', 'may tell of a danger sign'],
    ['subject', 'Numb between your legs? Read this', 'may tell of a danger sign'],
    ['opening', 'Take 400 mg of ibuprofen.', 'Name no amount of a medicine.'],
    ['opening', 'Two things help: 2 tablets and a rest.', 'Name no amount of a medicine.'],
  ])('gives no advice of its own on danger or doses: %s “%s”', async (field, text, says) => {
    const id = crypto.randomUUID()
    const refused = await post('/console/letters', words(id, { [field]: text }))
    expect(refused.status).toBe(422)
    expect(refused.body).toContain(says)
    expect(await row(id)).toBeUndefined()
  })

  test('by two people at once loses nobody’s words', async () => {
    const id = await draft()
    const change = (subject: string, version: string) => post(`/console/letters/${id}`, words(id, { subject, version }))
    expect((await change('Mine', '0')).status).toBe(303)
    const second = await change('Theirs', '0')
    expect(second.status).toBe(409)
    expect(second.body).toContain('value="Theirs"')
    expect((await row(id))?.subject).toBe('Mine')
    // Told of it, they send it all the same.
    expect((await change('Theirs', '1')).status).toBe(303)
    expect((await row(id))?.subject).toBe('Theirs')
  })
})

describe('a flood of people who ask for letters', () => {
  test('is told to staff from a hundred in an hour on, and not before', async () => {
    const ask = (from: number, to: number) =>
      db.admin.query(
        `insert into clinic.letter_asks (asked_of, asked_by, at)
         select sha256(n::text::bytea), sha256('network'), now() - interval '50 minutes' from generate_series($1::int, $2::int) n`,
        [from, to],
      )
    await db.admin.query('delete from clinic.letter_asks')
    await ask(1, 99)
    expect((await get('/console/letters')).body).not.toContain('Very many ask')
    await ask(100, 100)
    expect((await get('/console/letters')).body).toContain('Very many ask for letters: 100 in the last hour.')
    await db.admin.query('delete from clinic.letter_asks')
  })
})

describe('looking at a letter', () => {
  test('shows it as plain text and as the mail itself, light and dark, in a sandbox', async () => {
    const id = await draft()
    const look = await get(`/console/letters/${id}/look`)
    expect(look.body).toContain('14 Lantern Yard')
    const light = await get(`/console/letters/${id}/picture`)
    expect(light.headers.get('Content-Security-Policy')).toContain('sandbox')
    const dark = await get(`/console/letters/${id}/picture?dark=yes`)
    // Each as it is called, whatever the device of the staff is set to.
    expect(light.body).toMatch(/@media not all \{\s+body, \.back/)
    expect(dark.body).toMatch(/@media all \{\s+body, \.back/)
    for (const { body } of [light, dark]) expect(body).not.toContain('prefers-color-scheme')
  })

  test('sends a test to whoever asks and to nobody else, once for two presses', async () => {
    const id = await draft()
    await makeReaders(db.admin, ours(), 2, 'test.example')
    for (let times = 0; times < 2; times += 1)
      expect((await post(`/console/letters/${id}/acts`, [['do', 'tested']])).to).toContain('done=tested')
    const { rows } = await db.admin.query('select kind, address from clinic.letter_mails where letter_id = $1', [id])
    expect(rows).toEqual([{ kind: 'test', address: 'wren@lantern.example' }])
  })
})

describe('the time of a letter', () => {
  test('that passed while nothing could be sent is told, and a letter that was missed is not said to go out', async () => {
    const id = await draft()
    await post(`/console/letters/${id}/acts`, tomorrow)
    expect((await get(`/console/letters/${id}`)).body).toContain('Goes out')
    await db.admin.query(`update clinic.letters set send_at = '2026-11-25T07:30:00Z' where letter_id = $1`, [id])
    for (const path of ['/console/letters', `/console/letters/${id}`]) {
      const { body } = await get(path)
      expect(body).toContain('It was to go out Wednesday 25 November, 07:30')
      expect(body).toContain('not sent</span>')
    }
    expect((await get(`/console/letters/${id}`)).body).not.toContain('Goes out')
    expect((await post(`/console/letters/${id}/acts`, [['do', 'taken-back']])).to).toContain('done=taken-back')
  })

  test('what a press did is said while it is so, and not when the address is opened again after it', async () => {
    const id = await draft()
    const at = async (done: string) => (await get(`/console/letters/${id}?done=${done}`)).body
    const put = (state: string) =>
      db.admin.query(
        `update clinic.letters set state = $2, started_at = now(), finished_at = case when $2 = 'finished' then now() end
         where letter_id = $1`,
        [id, state],
      )
    await post(`/console/letters/${id}/acts`, tomorrow)
    expect(await at('scheduled')).toContain('Until then you can take it back')
    await put('running')
    expect(await at('scheduled')).not.toContain('Until then you can take it back')
    await post(`/console/letters/${id}/acts`, [['do', 'stopped']])
    expect(await at('stopped')).toContain('Nothing more of it goes out until you let it go on')
    expect(await at('went-on')).not.toContain('It goes on with those')
    await post(`/console/letters/${id}/acts`, [['do', 'went-on']])
    expect(await at('went-on')).toContain('It goes on with those')
    expect(await at('stopped')).not.toContain('Nothing more of it goes out')
    await put('finished')
    for (const done of ['went-on', 'sent-to-missing', 'stopped', 'taken-back'])
      expect(await at(done)).not.toContain('role="status"')
    await db.admin.query('delete from clinic.letter_acts where letter_id = $1', [id])
    await db.admin.query('delete from clinic.letters where letter_id = $1', [id])
  })

  test('is on the clock of the clinic, keeps the words as they are, and can be taken back', async () => {
    const id = await draft()
    for (let times = 0; times < 2; times += 1)
      expect((await post(`/console/letters/${id}/acts`, tomorrow)).to).toBe(`/console/letters/${id}?done=scheduled`)
    expect(await row(id)).toMatchObject({
      state: 'scheduled',
      per_minute: 600,
      send_at: new Date('2026-11-28T07:30:00Z'),
    })
    expect((await row(id))?.pieces).toHaveLength(1)
    expect((await post(`/console/letters/${id}`, words(id, { subject: 'Other', version: '1' }))).status).toBe(409)
    await post(`/console/letters/${id}/acts`, [['do', 'taken-back']])
    expect(await row(id)).toMatchObject({ state: 'draft', send_at: null, pieces: null })
    expect(await acts(id)).toEqual(['made', 'scheduled', 'taken-back'])
  })

  test('must be a time that there is, ahead and within a year', async () => {
    const id = await draft()
    const at = (day: string, time: string) =>
      post(`/console/letters/${id}/acts`, [...tomorrow.slice(0, 2), ['day', day], ['time', time]])
    for (const [day, time] of [
      ['2026-11-27', '09:00'],
      ['2026-02-30', '07:30'],
      ['', ''],
      ['2026-11-28', '25:00'],
      ['2028-01-01', '07:30'],
      ['x'.repeat(9999), '07:30'],
    ] as const)
      expect((await at(day, time)).status).toBe(422)
    expect((await row(id))?.state).toBe('draft')
    expect((await at('2026-11-27', '09:01')).status).toBe(303)
  })

  test('is not nearer than four weeks to another letter about the same, as readers were promised', async () => {
    const clear = () =>
      db.admin.query(`update clinic.letters set state = 'draft', send_at = null where state = 'scheduled'`)
    await clear()
    const set = async (day: string, topic = 'keep-away') => {
      const id = crypto.randomUUID()
      await post('/console/letters', words(id, { topic }))
      return post(`/console/letters/${id}/acts`, [...tomorrow.slice(0, 2), ['day', day], ['time', '07:30']])
    }
    expect((await set('2027-02-01')).status).toBe(303)
    expect((await set('2027-02-28')).body).toContain('Readers were promised at most one letter a month')
    expect((await set('2027-01-05')).status).toBe(422)
    expect((await set('2027-02-28', 'clinic-news')).status).toBe(303)
    expect((await set('2027-03-01')).status).toBe(303)
    await clear()
  })

  test('of words that somebody changed meanwhile is not set unseen', async () => {
    const id = await draft()
    await post(`/console/letters/${id}`, words(id, { subject: 'Changed', version: '0' }))
    expect((await post(`/console/letters/${id}/acts`, tomorrow)).status).toBe(422)
    expect((await row(id))?.state).toBe('draft')
  })

  test('and every other act that does not fit, or is none, changes nothing', async () => {
    const id = await draft()
    for (const what of ['stopped', 'went-on', 'sent-to-missing', '', 'constructor', 'allowed'])
      expect((await post(`/console/letters/${id}/acts`, [['do', what]])).status).toBe(409)
    expect(await acts(id)).toEqual(['made'])
  })
})

const threePages = ['guide/heat-or-ice', 'guide/sleep', 'guide/the-first-day'] as const
const ofThree = async () => {
  const id = crypto.randomUUID()
  const fields = [
    ...words(id).filter(([name]) => name !== 'page'),
    ...threePages.map((page) => ['page', page] as const),
  ]
  expect((await post('/console/letters', fields)).status).toBe(303)
  return id
}
const orderOf = async (id: string): Promise<readonly string[]> =>
  (await db.admin.query('select pages from clinic.letters where letter_id = $1', [id])).rows[0]?.pages
/** The form of a button of the page that is looked at. */
const buttonOf = (body: string, words: string, about: string): Fields => {
  const form = [...body.matchAll(/<form method="post"[^>]*>(.*?)<\/form>/gs)].find(
    ([, html = '']) => html.includes(`>${words}<`) && html.includes(`: ${about}<`),
  )
  return [...(form?.[1] ?? '').matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    value,
  ])
}

describe('the order of its pages', () => {
  test('is moved by a press, pressed twice once, and stays when the words are changed', async () => {
    const id = await ofThree()
    const [heat, sleep, first] = await orderOf(id)
    const { body } = await get(`/console/letters/${id}/look`)
    const title = /<ol>.*?<strong>(.*?)<\/strong>/s.exec(body)?.[1] ?? ''
    // The first has no place above it.
    expect(buttonOf(body, 'Up', title)).toEqual([])
    for (let times = 0; times < 2; times += 1)
      expect((await post(`/console/letters/${id}/acts`, buttonOf(body, 'Down', title))).to).toContain('done=moved')
    expect(await orderOf(id)).toEqual([sleep, heat, first])
    expect(await acts(id)).toEqual(['made', 'changed'])
    const fields = [...words(id, { subject: 'Other words', version: '1' }).filter(([name]) => name !== 'page')]
    const pages = [...threePages.slice(0, 2), 'guide/stress-and-mood'].map((page) => ['page', page] as const)
    await post(`/console/letters/${id}`, [...fields, ...pages])
    expect(await orderOf(id)).toEqual([
      ...[sleep, heat, first].filter((page) => page !== threePages[2]),
      'guide/stress-and-mood',
    ])
  })

  test('is not moved from an older page, by pages it does not have, or once it has its time', async () => {
    const id = await ofThree()
    const before = await orderOf(id)
    const { body } = await get(`/console/letters/${id}/look`)
    const title = /<ol>.*?<strong>(.*?)<\/strong>/s.exec(body)?.[1] ?? ''
    const down = buttonOf(body, 'Down', title)
    const with_ = (name: string, value: string): Fields => down.map(([one, was]) => [one, one === name ? value : was])
    for (const order of ['', before.join(' ').replace('guide/sleep', 'guide/x'), `${before.join(' ')} guide/sleep`])
      expect((await post(`/console/letters/${id}/acts`, with_('order', order))).status).toBe(409)
    await post(`/console/letters/${id}`, [
      ...words(id, { subject: 'Meanwhile', version: '0' }).filter(([name]) => name !== 'page'),
      ...threePages.map((page) => ['page', page] as const),
    ])
    const late = await post(`/console/letters/${id}/acts`, down)
    expect([late.status, late.body.includes('was changed after you opened this page')]).toEqual([409, true])
    await post(`/console/letters/${id}/acts`, [...tomorrow.filter(([name]) => name !== 'version'), ['version', '1']])
    expect((await post(`/console/letters/${id}/acts`, with_('version', '2'))).status).toBe(409)
    expect(await orderOf(id)).toEqual(before)
    await post(`/console/letters/${id}/acts`, [['do', 'taken-back']])
  })
})

describe('sending it now', () => {
  const now_ = (version: string): Fields => [
    ['do', 'now'],
    ['version', version],
    ['perMinute', '60'],
  ]
  test('is asked once, begins in two minutes at its pace, and can be taken back until then', async () => {
    const id = await draft()
    const look = `/console/letters/${id}/look`
    expect((await get(look)).body).not.toContain('Yes, send it now')
    expect((await get(`${look}?now=yes`)).body).toContain('Yes, send it now')
    expect((await row(id))?.state).toBe('draft')
    for (let times = 0; times < 2; times += 1)
      expect((await post(`/console/letters/${id}/acts`, now_('0'))).to).toBe(`/console/letters/${id}?done=now`)
    expect(await row(id)).toMatchObject({
      state: 'scheduled',
      per_minute: 60,
      send_at: new Date('2026-11-27T09:02:00Z'),
    })
    const { body } = await get(`/console/letters/${id}?done=now`)
    expect(body).toContain('It begins within 2 minutes')
    expect(body).toContain('Take it back')
    await post(`/console/letters/${id}/acts`, [['do', 'taken-back']])
    expect(await acts(id)).toEqual(['made', 'scheduled', 'taken-back'])
  })

  test('of a letter that was given another time meanwhile is not said to begin now', async () => {
    const id = await draft()
    await post(`/console/letters/${id}/acts`, tomorrow)
    const late = await post(`/console/letters/${id}/acts`, now_('0'))
    expect([late.status, late.to]).toEqual([422, ''])
    expect((await row(id))?.send_at).toEqual(new Date('2026-11-28T07:30:00Z'))
    await post(`/console/letters/${id}/acts`, [['do', 'taken-back']])
  })

  test('of words that somebody changed meanwhile sends nothing', async () => {
    const id = await draft()
    await post(`/console/letters/${id}`, words(id, { subject: 'Changed', version: '0' }))
    const late = await post(`/console/letters/${id}/acts`, now_('0'))
    expect([late.status, late.body.includes('was changed after you opened this page')]).toEqual([422, true])
    expect((await row(id))?.state).toBe('draft')
  })
})

test('what is to be looked at before it goes stands beside it, with how sure each page is', async () => {
  const { body } = await get(`/console/letters/${await ofThree()}/look`)
  const text = body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  for (const part of [
    '18 of 120 characters',
    'Made by itself:',
    '3, and',
    'Nobody gets it twice',
    'gets none for a week',
    'no time yet',
  ])
    expect(text).toContain(part)
  expect(text).toMatch(/evidence: Warmth/)
})

describe('what came back', () => {
  const bounce = (mailId: string, address: string, status = '5.1.1', action = 'failed') =>
    `Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; ${address}
Action: ${action}
Status: ${status}
Diagnostic-Code: smtp; 550 ${status} told

--b
Content-Type: text/rfc822-headers

Message-ID: <${mailId}@unclench.example>

--b--
`
  const upload = async (text: string, who = member()) => {
    const body = new FormData()
    body.append('file', new File([text], 'back.eml'))
    const response = await appOf(who).request('/console/letters/bounces', { method: 'POST', body })
    return { status: response.status, body: await response.text() }
  }
  const mailOfVisit = async (address: string) => {
    const startsAt = Date.now() + 86_400_000
    const appointmentId = await makeVisit(db.admin, ours(), { startsAt, address })
    const { rows } = await db.admin.query<{ id: string }>(
      `insert into clinic.mails (clinic_id, appointment_id, version, kind, address, useless_after, state, handed_over_at)
       values ($1, $2, 0, 'confirmation', $3, now() + interval '1 day', 'handed-over', now()) returning mail_id as id`,
      [ours().clinicId, appointmentId, address],
    )
    return { appointmentId, mailId: rows[0]?.id ?? '' }
  }
  const notReached = async (appointmentId: string) =>
    (await loadMailTruths(db.app, ours().clinicId, [appointmentId], Date.now())).get(appointmentId)?.notReached
  const stops = async (address: string) =>
    (
      await db.admin.query(`select purpose from clinic.mail_stops where address = $1 and clinic_id = $2`, [
        address,
        ours().clinicId,
      ])
    ).rows

  test('from a dead address marks the visit, and every visit with that address, to be rung about; and ends letters only', async () => {
    const { appointmentId, mailId } = await mailOfVisit('Dead@example.org')
    const other = await mailOfVisit('dead@example.org')
    const alive = await mailOfVisit('alive@example.org')
    expect((await upload(bounce(mailId, 'dead@example.org'))).body).toContain('1 came back for good')
    expect(await notReached(appointmentId)).toContain('Not reached by mail: phone.')
    expect(await notReached(other.appointmentId)).toContain('Not reached by mail: phone.')
    expect(await notReached(alive.appointmentId)).toBeNull()
    expect(await stops('dead@example.org')).toEqual([{ purpose: 'letters' }])
  })

  test('from a full box marks that mail and ends nothing; a delay changes nothing', async () => {
    const { appointmentId, mailId } = await mailOfVisit('full@example.org')
    expect((await upload(bounce(mailId, 'full@example.org', '4.4.1', 'delayed'))).body).toContain('still on the way')
    expect(await notReached(appointmentId)).toBeNull()
    expect((await upload(bounce(mailId, 'full@example.org', '5.2.2'))).body).toContain('did not arrive this time')
    expect(await notReached(appointmentId)).toContain('phone')
    expect(await stops('full@example.org')).toEqual([])
  })

  test('read twice is written once, so that what staff put back stays put back', async () => {
    const id = await draft()
    await makeReaders(db.admin, ours(), 1, 'once.example')
    const { rows } = await db.admin.query<{ id: string }>(
      `insert into clinic.letter_mails (clinic_id, kind, letter_id, subscriber_id, address, useless_after, state, handed_over_at)
       select clinic_id, 'letter', $2, subscriber_id, address, now(), 'handed-over', now() from clinic.letter_subscribers
       where clinic_id = $1 and address = 'reader0@once.example' returning letter_mail_id as id`,
      [ours().clinicId, id],
    )
    const mailId = rows[0]?.id ?? ''
    await upload(bounce(mailId, 'reader0@once.example'))
    expect(await stops('reader0@once.example')).toHaveLength(1)
    // Pressed twice it is one act, with one proof of it.
    for (const _ of ['once', 'again'])
      expect(
        (
          await post(`/console/letters/${id}/acts`, [
            ['do', 'allowed'],
            ['mail', mailId],
          ])
        ).status,
      ).toBe(303)
    expect(await stops('reader0@once.example')).toEqual([])
    const proofs = await db.admin.query(
      `select from clinic.letter_consents where clinic_id = $1 and what = 'put-back'`,
      [ours().clinicId],
    )
    expect(proofs.rowCount).toBe(1)
    expect((await upload(bounce(mailId, 'reader0@once.example'))).body).toContain('1 written down before')
    expect(await stops('reader0@once.example')).toEqual([])
    const proof = await post('/console/letters/proof', [['email', 'READER0@once.example']])
    expect(proof.body).toContain('A letter came back')
    expect(proof.body).toContain('Put back by staff')
  })

  test('about a mail that is nobody’s or another clinic’s, a holiday notice, nothing and noise change nothing, and say so', async () => {
    const { mailId, appointmentId } = await mailOfVisit('robin@example.org')
    const theirs = member('owner', clinics.other?.clinicId)
    expect((await upload(bounce(mailId, 'robin@example.org'), theirs)).body).toContain('about a mail that is not ours')
    expect((await upload(bounce(crypto.randomUUID(), 'robin@example.org'))).body).toContain(
      'about a mail that is not ours',
    )
    const ofAnother = bounce(mailId, 'robin@example.org').replace(
      /<.*@unclench.example>/,
      '<20261127.abc@mail.example>',
    )
    expect((await upload(ofAnother)).body).toContain('1 about a mail that is not ours')
    expect((await upload('Subject: away\nAuto-Submitted: auto-replied\n\n550 5.1.1')).body).toContain(
      'no report of a delivery',
    )
    expect((await upload('')).status).toBe(422)
    expect(
      (await upload(bounce(mailId, 'robin@example.org').replace('--b--', `${'A'.repeat(300_000)}--b--`))).status,
    ).toBe(413)
    expect(await notReached(appointmentId)).toBeNull()
  })
})

describe('without a mail server', () => {
  const filesOnly = (who = member()) => {
    const home = consoleHome({
      signedIn: { ok: true, member: who },
      data: { app: db.app, directory: db.directory, secret: db.secret },
      now: () => now,
    })
    return createConsoleApp({ ...home, frame: { ...home.frame, intoFiles: true } })
  }

  test('every page of letters says that none leaves, and none says that one was sent or taken', async () => {
    await db.admin.query('delete from clinic.letter_mails where clinic_id = $1', [ours().clinicId])
    await db.admin.query(
      `update clinic.letters set state = 'draft', send_at = null where clinic_id = $1 and state = 'scheduled'`,
      [ours().clinicId],
    )
    const id = await draft()
    expect((await post(`/console/letters/${id}/acts`, tomorrow)).to).toContain('done=scheduled')
    await makeReaders(db.admin, ours(), 1, 'files.example')
    await db.admin.query(
      `with l as (insert into clinic.letter_mails (clinic_id, kind, letter_id, subscriber_id, address, useless_after, state, handed_over_at)
         select clinic_id, 'letter', $2, subscriber_id, address, now(), 'handed-over', now() from clinic.letter_subscribers
         where clinic_id = $1 and address = 'reader0@files.example')
       update clinic.letters set state = 'finished', send_at = now(), started_at = now(), finished_at = now()
       where letter_id = $2`,
      [ours().clinicId, id],
    )
    const app = filesOnly()
    const pages = [`/console/letters/${id}`, '/console/letters', `/console/letters/${id}/look?done=tested`]
    for (const path of pages) {
      const html = await (await app.request(path)).text()
      expect(html, path).toContain('Here no mail leaves')
      for (const words of ['taken by their mail server', 'Handed over', 'on its way to your', 'Sent from', '>sent<'])
        expect(html, `${path} ${words}`).not.toContain(words)
    }
    expect(await (await app.request(pages[0] ?? '')).text()).toContain('on this server, sent to nobody')
    const [here, list] = [await get(`/console/letters/${id}`), await get('/console/letters')]
    expect(here.body).toContain('taken by their mail server')
    for (const { body } of [here, list]) expect(body).not.toContain('Here no mail leaves')
  })
})

describe('the proof of a yes', () => {
  test('is shown for one address of the own clinic, with no address in any address line', async () => {
    expect((await post('/console/letters/proof', [['email', 'nobody@example.org']])).body).toContain(
      'never asked for letters',
    )
    expect((await post('/console/letters/proof', [['email', 'x']])).status).toBe(422)
    expect((await get('/console/letters')).body).toContain('method="post" action="/console/letters/proof"')
  })
})
