/** Asking a therapist and being answered, as browsers post it, over a real PostgreSQL. */
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { makeTestClinic, type TestClinic } from '../../../clinic/booking/test-clinic.ts'
import { makeMember } from '../../../clinic/booking/test-staff.ts'
import { connectAsOwner } from '../../../clinic/db/connection.ts'
import { movedNeighbours, testDatabase } from '../../../clinic/db/test-database.ts'
import { takeDueNotices } from '../../../clinic/mail/notices.ts'
import type { Role } from '../../../clinic/people/members.ts'
import { writeTakenOn } from '../../../clinic/talk/take-on.ts'
import { createConsoleApp } from '../../console/console-app.tsx'
import { consoleHome } from '../../console/console.fixtures.ts'
import { createBookingApp } from '../booking/booking-app.tsx'
import { frame } from '../find.fixtures.ts'
import type { BookingHome } from '../find-home.ts'

const db = testDatabase()
const data = () => ({ app: db.app, directory: db.directory, secret: db.secret })
let network = '192.0.2.7'
const home: BookingHome = { frame, data, addressOf: () => network }
let clinic: TestClinic
let app: ReturnType<typeof createBookingApp>
let sent = 0
beforeEach(async () => {
  await db.admin.query('update clinic.talk_settings set answers_questions = false, reads_comments = false')
  clinic = await makeTestClinic(db, { therapists: 2 })
  await writeTakenOn(db.app, clinic.clinicId, { answersQuestions: true, readsComments: true })
  app = createBookingApp(home)
  sent += 1
  network = `192.0.2.${sent}`
})

const fields = (more: Readonly<Record<string, string>> = {}) => ({
  key: crypto.randomUUID(),
  words: 'May I zumba with a xylophone?',
  who: 'all',
  email: '',
  looked: 'yes',
  ...more,
})
const post = async (body: Readonly<Record<string, string>>, path = '/ask') => {
  const response = await app.request(path, { method: 'POST', body: new URLSearchParams(body) })
  return { status: response.status, body: await response.text(), to: response.headers.get('Location') ?? '' }
}
const see = async (path: string) => {
  const response = await app.request(path)
  return { status: response.status, body: await response.text() }
}
const rows = async (table: string) =>
  (
    await db.admin.query(`select to_jsonb(t) as row from clinic.${table} t where clinic_id = $1 order by t::text`, [
      clinic.clinicId,
    ])
  ).rows.map(({ row }) => row)

async function staff(role: Role = 'therapist', treats = true, clinicId = clinic.clinicId, nth = 0) {
  const therapistId = treats ? (clinic.therapists[nth] ?? null) : null
  const own = clinicId === clinic.clinicId ? therapistId : null
  const memberId = await makeMember(db, clinicId, role, { therapistId: own })
  const member = {
    clinicId,
    memberId,
    accountId: crypto.randomUUID(),
    name: 'Amara',
    email: 'a@c.example',
    role,
    therapistId,
  }
  const console = createConsoleApp(consoleHome({ signedIn: { ok: true, member }, data: data() }))
  const headers = { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' }
  return {
    memberId,
    see: async (path: string) => {
      const response = await console.request(path)
      return { status: response.status, body: await response.text() }
    },
    post: async (path: string, body: Readonly<Record<string, string>>) => {
      const response = await console.request(path, {
        method: 'POST',
        headers,
        body: new URLSearchParams(body).toString(),
      })
      return { status: response.status, body: await response.text(), to: response.headers.get('Location') ?? '' }
    },
  }
}
/** Each private page of a question that was sent from one form says so of the other. */
const alsoSent = 'You sent this from the same form too, and both are asked.'
const idOfQuestion = async () => String((await rows('questions'))[0]?.question_id ?? '')
/** As if the two minutes had passed. */
const letItGo = () =>
  db.admin.query(
    `with a as (update clinic.question_answers set goes_at = now() - interval '1 second'),
       p as (update clinic.published_answers set published_at = now() - interval '1 second'),
       q as (update clinic.questions set answered_at = now() - interval '1 second' where answered_at is not null)
     update clinic.mails set next_try_at = now() where kind = 'answer'`,
  )

describe('a question', () => {
  test('sent again with other words, as after Back, is a second one, and each page shows the other until it is erased', async () => {
    const form = fields()
    const first = await post(form)
    const other = { ...form, words: 'May I zumba with a trombone, I meant?' }
    const second = await post(other)
    expect([second.status, second.to === first.to]).toEqual([303, false])
    expect([(await post(other)).to, (await post(form)).to]).toEqual([second.to, first.to])
    expect(await rows('questions')).toHaveLength(2)
    const [one, two] = [await see(first.to), await see(second.to)]
    expect([one.body.split(alsoSent).length, two.body.split(alsoSent).length]).toEqual([2, 2])
    expect(one.body.slice(one.body.indexOf(alsoSent))).toContain('trombone')
    expect(two.body.slice(two.body.indexOf(alsoSent))).toContain('xylophone')
    const [, erase = ''] = /action="([^"]+)"[^>]*><button[^>]*>Erase that one/.exec(two.body) ?? []
    expect((await post({}, erase)).status).toBe(303)
    expect((await see(first.to)).body).toContain('Your question is erased')
    expect((await see(first.to)).body).not.toContain('trombone')
    expect((await see(second.to)).body).not.toContain(alsoSent)
    // Another form is no second word about this.
    await post(fields({ words: 'And may I juggle?' }))
    expect((await see(second.to)).body).not.toContain(alsoSent)
  })

  test('of one form goes to the clinic that has the first, whoever has less to answer by then; at another that was chosen it is shown too', async () => {
    const other = await makeTestClinic(db)
    await writeTakenOn(db.app, other.clinicId, { answersQuestions: true, readsComments: true })
    const form = fields()
    const first = await post(form)
    for (let more = 0; more < 3; more += 1) await post({ ...form, words: `And another: ${more}?` })
    expect((await see(first.to)).body.split('and both are asked').length).toBe(4)
    const chosen = (await rows('questions')).length > 0 ? other.clinicId : clinic.clinicId
    const there = await post({ ...form, words: 'Of the other clinic?', clinic: chosen })
    expect(there.status).toBe(303)
    expect((await see(there.to)).body.split('and both are asked').length).toBe(5)
    expect((await see(first.to)).body).toContain('Of the other clinic?')
  })

  test('sent again with other words to another address is told of there, without a word of it or a link to it', async () => {
    const form = fields({ email: 'robin@wrong.example' })
    const first = await post(form)
    const second = await post({ ...form, words: 'May I zumba with a trombone?', email: 'robin@example.org' })
    const [one, two] = [(await see(first.to)).body, (await see(second.to)).body]
    for (const page of [one, two]) {
      expect(page).toContain('Another question was sent from the same form, with another email address.')
      expect(page).not.toContain(alsoSent)
      expect(page).not.toContain('Erase that one')
    }
    expect([one.includes('trombone'), two.includes('xylophone')]).toEqual([false, false])
    expect(one).not.toContain(second.to)
  })

  test('is one, however often it arrives; its page says what happens, and its words are sealed', async () => {
    const body = fields({ email: 'robin@example.org' })
    const [one, two] = await Promise.all([post(body), post(body)])
    expect([one.status, two.status]).toEqual([303, 303])
    expect(one.to).toBe(two.to)
    const kept = await rows('questions')
    expect(kept).toHaveLength(1)
    expect(JSON.stringify(kept)).not.toContain('xylophone')
    expect(await rows('mails')).toMatchObject([{ kind: 'question', address: 'robin@example.org' }])
    const page = await see(one.to)
    for (const words of ['Your question is sent', 'xylophone', 'Lantern Physio', 'Some signs cannot wait'])
      expect(page.body).toContain(words)
    expect(page.body).not.toContain('robin@')
  })

  test('sent again for its asker alone, as after Back, is theirs alone, which no old form undoes; its page says who may read it', async () => {
    const body = fields({ who: 'all' })
    const { to } = await post(body)
    expect((await see(to)).body).toContain('anyone may read the answer')
    const more = { who: 'me' }
    expect((await post({ ...body, ...more })).to).toBe(to)
    expect(await rows('questions')).toMatchObject([{ is_public: false }])
    expect((await see(to)).body).toContain('only you may read the answer.')
    expect((await post(body)).to).toBe(to)
    expect(await rows('questions')).toMatchObject([{ is_public: false }])
    expect((await see(to)).body).not.toContain('anyone may read the answer')
  })

  test('sent again with the address put right, as after Back, is answered there', async () => {
    const body = fields({ email: '' })
    const { to } = await post(body)
    for (const [email, goesTo] of [
      ['robin@wrong.example', 'robin@wrong.example'],
      ['', 'robin@wrong.example'],
      ['robin@example.org', 'robin@example.org'],
      ['r@example.org', 'r@example.org'],
      ['everybody@example.org', 'r@example.org'],
    ] as const) {
      expect((await post({ ...body, email })).to).toBe(to)
      expect(await rows('questions')).toMatchObject([{ email: goesTo }])
      expect(await rows('mails')).toMatchObject([{ kind: 'question', address: goesTo, state: 'queued' }])
    }
  })

  test('heard again when another clinic has more time by now, is still one', async () => {
    const other = await makeTestClinic(db)
    await writeTakenOn(db.app, other.clinicId, { answersQuestions: true, readsComments: false })
    const body = fields()
    const first = await post(body)
    const again = [await post(body), await post(body)]
    expect(again.map(({ to }) => to)).toEqual([first.to, first.to])
    const { rows: all } = await db.admin.query('select from clinic.questions where clinic_id in ($1, $2)', [
      ...[clinic.clinicId, other.clinicId],
    ])
    expect(all).toHaveLength(1)
  })

  test('with other words under the key of an old form is another one, and is not lost', async () => {
    const body = fields()
    const [one, two] = [await post(body), await post({ ...body, words: 'May I juggle with a trombone?' })]
    expect(two.to).not.toBe(one.to)
    expect((await see(two.to)).body).toContain('trombone')
  })

  test.each(['yes', 'notSure'])(
    'of somebody who may want to die, answered %s, leads to who listens, and says what is so',
    async (said) => {
      const answered = await post(fields({ words: 'I want to die', 'danger-I3': said }))
      for (const words of ['116 123', 'choose option 2', 'Your question is not sent.', '999'])
        expect(answered.body).toContain(words)
      expect(answered.body).not.toContain('booked')
      expect(await rows('questions')).toEqual([])
    },
  )

  test('while the database is away says so of questions, and answers danger all the same', async () => {
    const without = createBookingApp({ ...home, data: () => undefined })
    const send = async (words: string) =>
      (await without.request('/ask', { method: 'POST', body: new URLSearchParams(fields({ words })) })).text()
    const pressed = await send('May I juggle?')
    expect(pressed).toContain('Questions cannot be sent just now')
    // It may have been kept, and only the answer be lost.
    expect(pressed).not.toContain('Nothing was sent')
    expect(pressed).toContain('it cannot be sent twice')
    const danger = await send('I am numb between my legs')
    expect(danger).toContain('Get help first')
    expect(danger).toContain('Your question is not sent.')
  })

  test('without an email is kept too, and writes no mail', async () => {
    expect((await post(fields())).status).toBe(303)
    expect(await rows('mails')).toEqual([])
  })

  test('that may tell of danger is asked about first; a yes or not sure keeps nothing of it, anywhere', async () => {
    const words = 'Can I swim? I am numb when I wipe and cannot feel myself pee.'
    const asked = await post(fields({ words }))
    expect(asked.status).toBe(422)
    const names = [...new Set([...asked.body.matchAll(/name="(danger-[^"]+)"/g)].map(([, name]) => name ?? ''))]
    expect(names.length).toBeGreaterThan(0)
    // The way to 999 stands above all that is wrong with the form.
    const call = asked.body.indexOf('href="tel:999"')
    expect(call).toBeGreaterThan(0)
    expect(call).toBeLessThan(asked.body.indexOf('There is a problem'))
    expect(asked.body).toContain('do not wait for an answer')
    for (const value of ['yes', 'notSure']) {
      const answers = Object.fromEntries(names.map((name) => [name, value]))
      const stopped = await post(fields({ words, ...answers }))
      expect(stopped.body).toContain('Do the check')
      expect(stopped.body).toContain('999')
      expect(stopped.body).toContain('It is not kept either, by us or on your device.')
    }
    // Whatever else is wrong with the form.
    const bad = await post(
      fields({ words, email: 'no', who: '', ...Object.fromEntries(names.map((name) => [name, 'yes'])) }),
    )
    expect(bad.body).toContain('Do the check')
    expect(await rows('questions')).toEqual([])
    expect(await rows('mails')).toEqual([])
  })

  test('whose asker says no to that is sent, and the clinic is alerted without a word of it', async () => {
    const words = 'Can I swim? I am numb when I wipe and cannot feel myself pee.'
    const asked = await post(fields({ words }))
    expect(asked.body).not.toContain('.”. That may mean')
    const names = [...new Set([...asked.body.matchAll(/name="(danger-[^"]+)"/g)].map(([, name]) => name ?? ''))]
    expect((await post(fields({ words, ...Object.fromEntries(names.map((name) => [name, 'no'])) }))).status).toBe(303)
    expect(await rows('mails')).toMatchObject([{ kind: 'question-alert', address: 'hello@lantern.example' }])
    const [taken] = await takeDueNotices(db.app, clinic.clinicId, { most: 5, leaseMs: 1000 })
    expect(JSON.stringify(taken)).not.toContain('numb')
  })

  test('that tells of an emergency which is not of the back is answered first, once, and is then sent if wanted', async () => {
    for (const words of ['My lips are swelling. Is it the ibuprofen?', 'I fell and hit my head. Can I zumba?']) {
      const first = await post(fields({ words }))
      expect(first.status).toBe(200)
      expect(first.body).toContain('This is about backs only. If it feels like an emergency, call 999 now.')
      expect(first.body.indexOf('tel:999')).toBeLessThan(first.body.indexOf('<form method="post" action="/ask"'))
      expect(first.body).toContain(words)
      expect(await rows('questions')).toEqual([])
    }
    const words = 'My lips are swelling. Is it the ibuprofen?'
    expect((await post(fields({ words, told: 'yes' }))).status).toBe(303)
    expect((await rows('questions')).length).toBe(1)
    expect((await rows('questions'))[0]?.danger_heard_at).not.toBeNull()
    const without = createBookingApp({ ...home, data: () => undefined })
    const away = await without.request('/ask', { method: 'POST', body: new URLSearchParams(fields({ words })) })
    expect(await away.text()).toContain('tel:999')
    expect((await post(fields({ words: 'How do I keep fit with a sore back, in plain words?' }))).body).not.toContain(
      'This is about backs only',
    )
  })

  test('offers what is answered already before it is sent, and is sent all the same when wanted', async () => {
    const words = 'Should I use heat or ice on my sore back?'
    const offered = await post(fields({ words, looked: '' }))
    expect(offered.status).toBe(200)
    expect(offered.body).toContain('Already answered: is this it?')
    expect(offered.body).toContain('/guide/heat-or-ice')
    expect(offered.body).toContain(words)
    expect(await rows('questions')).toEqual([])
    expect((await post(fields({ words, looked: 'yes' }))).status).toBe(303)
  })

  test('keeps everything that was typed when something is wrong, and shows hostile text as text', async () => {
    const answer = await post(
      fields({ words: '<script>alert(1)</script> http://x.example', email: 'no@', who: 'nobody' }),
    )
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('&lt;script>alert(1)&lt;/script> http://x.example')
    expect(answer.body).not.toContain('<script>alert')
    expect(answer.body).toContain('value="no@"')
    expect(answer.body).toContain('Choose who may read the answer.')
  })

  test.each([
    [2000, 303],
    [2001, 422],
    [100_000, 422],
  ])('of %d characters is answered with %d and never cut', async (length, status) => {
    const words = 'ž'.repeat(length)
    const sentOne = await post(fields({ words }))
    expect(sentOne.status).toBe(status)
    if (status === 422) expect(sentOne.body).toContain(words)
    if (status === 422) expect(sentOne.body).toContain(`You have ${length}.`)
  })

  test('can be asked three times from one email, ten times from one network, and no more in a day', async () => {
    for (let time = 0; time < 3; time += 1) expect((await post(fields({ email: 'r@example.org' }))).status).toBe(303)
    const fourth = await post(fields({ email: 'R@example.org' }))
    expect(fourth.status).toBe(429)
    expect(fourth.body).toContain('xylophone')
    for (let time = 0; time < 7; time += 1) expect((await post(fields())).status).toBe(303)
    expect((await post(fields())).status).toBe(429)
    network = '198.51.100.9'
    expect((await post(fields())).status).toBe(303)
  })

  test('counts against the ten of its network at whichever clinic it was asked', async () => {
    const other = await makeTestClinic(db, { therapists: 1 })
    await writeTakenOn(db.app, other.clinicId, { answersQuestions: true, readsComments: false })
    const statuses = await Promise.all(
      Array.from({ length: 14 }, (_, at) =>
        post(fields({ clinic: at % 2 ? clinic.clinicId : other.clinicId })).then(({ status }) => status),
      ),
    )
    expect(statuses.filter((status) => status === 303)).toHaveLength(10)
    expect(statuses.filter((status) => status === 429)).toHaveLength(4)
  })

  test('goes nowhere while no clinic answers or nobody there is registered today, and the page says so', async () => {
    const owner = connectAsOwner({ ...db.address, user: 'postgres', password: '' })
    await sql`update registrations set valid_until = current_date - 2`.execute(owner)
    await owner.destroy()
    // The neighbours’ too, this time.
    expect((await movedNeighbours(db)).filter((row) => !row.startsWith('clinic.registrations:'))).toEqual([])
    expect((await see('/ask')).body).toContain('No therapist is taking questions here at the moment')
    expect((await post(fields())).status).toBe(422)
    expect(await rows('questions')).toEqual([])
  })

  test('is changed by no look, a scanner’s neither', async () => {
    const { to } = await post(fields({ email: 'robin@example.org' }))
    const before = JSON.stringify([await rows('questions'), await rows('mails'), await rows('talk_acts')])
    for (const path of ['/ask', '/ask/answered', '/ask/known.json', to])
      for (const method of ['GET', 'HEAD']) expect((await app.request(path, { method })).status).toBe(200)
    for (const method of ['GET', 'HEAD']) expect((await app.request(`${to}/erase`, { method })).status).toBe(404)
    expect(JSON.stringify([await rows('questions'), await rows('mails'), await rows('talk_acts')])).toBe(before)
  })

  test('that another site’s page sends is refused', async () => {
    for (const headers of [{ 'Sec-Fetch-Site': 'cross-site' }, { Origin: 'https://evil.example' }]) {
      const body = new URLSearchParams(fields())
      const answer = await app.request('/ask', { method: 'POST', headers, body })
      expect(answer.status).toBe(422)
    }
    expect(await rows('questions')).toEqual([])
  })

  test('opens by its own link alone', async () => {
    const { to } = await post(fields())
    const changed = `${to.slice(0, -2)}${to.endsWith('AA') ? 'BB' : 'AA'}`
    for (const path of [changed, `${to}x`, '/ask/none', '/ask/answered/none'])
      expect((await see(path)).status).toBe(404)
  })
})

describe('an answer', () => {
  const answered = { do: 'answered', words: 'Yes, if it does not hurt more.', page: 'heat-or-ice' }

  test('is signed with the register number, waits two minutes, and is mailed without a word of health', async () => {
    const { to } = await post(fields({ email: 'robin@example.org' }))
    const amara = await staff()
    const id = await idOfQuestion()
    expect((await amara.post(`/console/inbox/${id}`, answered)).status).toBe(303)
    expect((await see(to)).body).toContain('Your question is sent')
    const due = async () =>
      (await takeDueNotices(db.app, clinic.clinicId, { most: 9, leaseMs: 1000 })).map(({ kind }) => kind)
    expect(await due()).toEqual(['question'])
    await letItGo()
    expect(await due()).toEqual(['answer'])
    const page = (await see(to)).body
    for (const words of ['Yes, if it does not hurt more.', 'Therapist 1', 'HCPC PH-DEMO', '/guide/heat-or-ice'])
      expect(page).toContain(words)
  })

  test('can be taken back until it goes and not after; then no mail of it goes', async () => {
    const { to } = await post(fields({ email: 'robin@example.org' }))
    const amara = await staff()
    const path = `/console/inbox/${await idOfQuestion()}`
    await amara.post(path, answered)
    // Its words are there to be written on.
    const taken = await amara.post(path, { do: 'taken-back' })
    expect(taken).toMatchObject({
      status: 200,
      body: expect.stringMatching(/<textarea[^>]*>[^<]*if it does not hurt more/),
    })
    expect((await rows('mails')).find(({ kind }) => kind === 'answer')).toMatchObject({ state: 'dropped' })
    expect((await amara.post(path, { ...answered, words: 'Better: start slowly.' })).status).toBe(303)
    expect((await rows('mails')).find(({ kind }) => kind === 'answer')).toMatchObject({ state: 'queued' })
    await letItGo()
    expect((await amara.post(path, { do: 'taken-back' })).status).toBe(409)
    const page = (await see(to)).body
    expect(page).toContain('Better: start slowly.')
    expect(page).not.toContain('if it does not hurt more')
  })

  test('is said to have just been written, or taken back, only while it is so', async () => {
    await post(fields())
    const amara = await staff()
    const path = `/console/inbox/${await idOfQuestion()}`
    const at = async (done: string) => (await amara.see(`${path}?done=${done}`)).body
    await amara.post(path, answered)
    expect(await at('answered')).toContain('It goes in two minutes')
    expect(await at('taken-back')).not.toContain('Nobody has read it')
    await amara.post(path, { do: 'taken-back' })
    expect(await at('taken-back')).toContain('Nobody has read it')
    expect(await at('answered')).not.toContain('It goes in two minutes')
    await amara.post(path, answered)
    await letItGo()
    expect(await at('answered')).not.toContain('It goes in two minutes')
    for (const done of ['taken-back', 'reopened', 'closed', 'constructor'])
      expect(await at(done)).not.toContain('<p class="callout" role="status">')
  })

  test('pressed twice, or by two people at once, is one', async () => {
    await post(fields())
    const [amara, bo] = [await staff(), await staff('therapist', true, clinic.clinicId, 1)]
    const path = `/console/inbox/${await idOfQuestion()}`
    const both = await Promise.all([amara.post(path, answered), bo.post(path, { ...answered, words: 'No.' })])
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409])
    expect(await rows('question_answers')).toHaveLength(1)
    // Whoever was second has not written for nothing.
    const late = both.findIndex(({ status }) => status === 409)
    expect(both[late]?.body).toMatch(/It was not sent\.<\/h2>/)
    expect(both[late]?.body).toContain(late === 1 ? '<bdi>No.</bdi>' : answered.words)
    // What the slower one wrote is still in their form.
    expect(both.find(({ status }) => status === 409)?.body).toContain('somebody did this')
  })

  test('cannot be signed by somebody whose look at the register has run out', async () => {
    await post(fields())
    const amara = await staff()
    await db.admin.query(`update clinic.registrations set valid_until = current_date - 2 where clinic_id = $1`, [
      clinic.clinicId,
    ])
    const path = `/console/inbox/${await idOfQuestion()}`
    expect((await amara.see(path)).body).toContain('Only somebody whom a register lists today')
    expect((await amara.post(path, answered)).status).toBe(409)
    expect(await rows('question_answers')).toEqual([])
  })

  test('is put before everybody in staff’s words only where the asker said so, and hides when its signer is on no register', async () => {
    await post(fields())
    const amara = await staff()
    const path = `/console/inbox/${await idOfQuestion()}`
    const publish = { ...answered, publish: 'yes', publishAs: 'Can I dance <b>with</b> it?' }
    expect((await amara.post(path, publish)).status).toBe(303)
    expect((await see('/ask/answered')).body).not.toContain('Can I dance')
    await letItGo()
    const shown = (await see('/ask/answered')).body
    for (const words of ['Can I dance &lt;b>with&lt;/b> it?', 'Therapist 1', 'HCPC', 'PH-DEMO'])
      expect(shown).toContain(words)
    expect(shown).not.toContain('xylophone')
    const [published] = await rows('published_answers')
    expect((await see(`/ask/answered/${published.published_id}`)).status).toBe(200)
    await db.admin.query(`update clinic.registrations set valid_until = current_date - 2 where clinic_id = $1`, [
      clinic.clinicId,
    ])
    expect((await see('/ask/answered')).body).not.toContain('Can I dance')
    expect((await see(`/ask/answered/${published.published_id}`)).status).toBe(404)
  })

  test.each([
    ['a short one whole', 'Yes. But stop if it hurts more.', 'Yes. But stop if it hurts more.'],
    [
      'of a long one nothing',
      `Yes. ${'Go slowly. '.repeat(60)}But stop if it hurts.`,
      'A therapist answered it. Read it whole.',
    ],
    ['of one that names a medicine nothing', 'Take 400 mg after food.', 'A therapist answered it. Read it whole.'],
  ])('beside the form shows %s, since a part may be a yes without its but', async (_, words, about) => {
    await post(fields())
    const path = `/console/inbox/${await idOfQuestion()}`
    await (await staff()).post(path, { ...answered, words, publish: 'yes', publishAs: 'Can I dance?' })
    await letItGo()
    const beside = (await see('/ask')).body
    expect(beside).toContain(`<p>${about}</p>`)
    expect(beside.includes(words.slice(0, 20))).toBe(words === about)
    expect((await see('/ask/known.json')).body).toContain(JSON.stringify(about))
  })

  test.each([
    ['Take 400 mg after food, if you may.', 'Can I dance?', true],
    ['Yes, if it does not hurt more.', 'Is ibuprofen safe with dancing?', true],
    ['Yes, if it does not hurt more.', 'Can I dance?', false],
  ])(
    'of a medicine or an amount carries our note wherever everybody can read it (%#)',
    async (words, publishAs, isNoted) => {
      await post(fields())
      const path = `/console/inbox/${await idOfQuestion()}`
      await (await staff()).post(path, { ...answered, words, publish: 'yes', publishAs })
      await letItGo()
      const [published] = await rows('published_answers')
      const own = (await see(`/ask/answered/${published.published_id}`)).body
      // Those of other tests stand on the list too.
      const [, listed = ''] = (await see('/ask/answered')).body.split(`id="a-${published.published_id}"`)
      for (const body of [own, listed.split('</article>')[0] ?? '']) {
        expect(body).toContain(publishAs)
        expect(body.includes('Our note: this was said to one person.')).toBe(isNoted)
      }
    },
  )

  test('to somebody who wants it alone cannot be published', async () => {
    await post(fields({ who: 'me' }))
    const path = `/console/inbox/${await idOfQuestion()}`
    expect((await (await staff()).post(path, { ...answered, publish: 'yes', publishAs: 'Who?' })).status).toBe(409)
    expect(await rows('published_answers')).toEqual([])
  })

  test('goes with its question when its asker erases it: words, address, mails and the public page', async () => {
    const { to } = await post(fields({ email: 'robin@example.org' }))
    const amara = await staff()
    await amara.post(`/console/inbox/${await idOfQuestion()}`, {
      ...answered,
      publish: 'yes',
      publishAs: 'Can I dance?',
    })
    await letItGo()
    expect((await post({}, `${to}/erase`)).status).toBe(303)
    expect((await post({}, `${to}/erase`)).status).toBe(303)
    expect((await see(to)).body).toContain('Your question is erased')
    for (const table of ['question_answers', 'published_answers', 'mails']) expect(await rows(table)).toEqual([])
    expect(await rows('questions')).toMatchObject([{ state: 'erased', email: null, words_sealed: null }])
    expect((await amara.see(`/console/inbox/${await idOfQuestion()}`)).status).toBe(404)
  })
})

describe('the promised time', () => {
  const answerAfter = (hours: number) =>
    db.admin.query(
      `insert into clinic.questions (clinic_id, ask_key, words_sealed, is_public, asked_from, state, due_at, asked_at, answered_at)
       values ($1, gen_random_uuid(), '\\x00', false, '\\x00', 'answered', now(), now() - make_interval(hours => $2 + 1), now() - interval '1 hour')`,
      [clinic.clinicId, hours],
    )
  test('is the measured median, and is not said from fewer than five answers', async () => {
    await db.admin.query(`update clinic.questions set state = 'closed' where state = 'answered'`)
    await db.admin.query('update clinic.questions set answered_at = null')
    for (const hours of [1, 2, 9, 30]) await answerAfter(hours)
    expect((await see('/ask')).body).toContain('Too few questions have been answered')
    await answerAfter(40)
    expect((await see('/ask')).body).toContain(
      'Of the questions answered here in the last 90 days, half had their answer within 9 hours.',
    )
  })
})

describe('the inbox', () => {
  test('holds danger above all and in every list; it can be neither answered, closed nor put off before somebody says they looked', async () => {
    await post(fields({ words: 'First: may I cycle?' }))
    const words = 'Can I swim? I am numb when I wipe and cannot feel myself pee.'
    const asked = await post(fields({ words }))
    const names = [...new Set([...asked.body.matchAll(/name="(danger-[^"]+)"/g)].map(([, name]) => name ?? ''))]
    await post(fields({ words, ...Object.fromEntries(names.map((name) => [name, 'no'])) }))
    const amara = await staff()
    const bo = await staff('therapist', true, clinic.clinicId, 1)
    const danger = (await rows('questions')).find((row) => row.danger_heard_at !== null)
    const path = `/console/inbox/${danger.question_id}`
    expect((await amara.post(path, { do: 'assigned', to: bo.memberId })).status).toBe(303)
    for (const list of ['mine', 'nobody', 'team']) {
      const page = (await amara.see(`/console/inbox?list=${list}`)).body
      expect(page).toContain('Danger words: look now.')
      const cycle = page.indexOf('cycle')
      if (cycle > 0) expect(page.indexOf('Danger words')).toBeLessThan(cycle)
    }
    for (const deed of [
      { do: 'answered', words: 'Yes.' },
      { do: 'closed', why: 'spam' },
      { do: 'due', hours: '72' },
    ]) {
      const refused = await amara.post(path, deed)
      expect(refused.status).toBe(409)
      expect(refused.body).toContain('First write down what you made of the danger words')
    }
    expect((await amara.post(path, { do: 'danger-seen' })).status).toBe(422)
    // They left no address, so nobody can have written to them.
    expect((await amara.post(path, { do: 'danger-seen', outcome: 'wrote-999' })).status).toBe(409)
    expect((await amara.post(path, { do: 'danger-seen', outcome: 'not-reached' })).status).toBe(303)
    expect((await amara.post(path, { do: 'answered', words: 'Go now.' })).status).toBe(303)
  })

  test('writes down who opened a question, once in a quarter of an hour, and tells its asker', async () => {
    const { to } = await post(fields())
    const amara = await staff()
    const path = `/console/inbox/${await idOfQuestion()}`
    await amara.see(path)
    await amara.see(path)
    expect((await rows('talk_acts')).map(({ what }) => what)).toEqual(['read'])
    expect((await see(to)).body).toContain('Opened by: Amara Larch.')
    const another = await post(fields({ words: 'Is swimming good for it?' }))
    expect((await see(another.to)).body, 'one question opened says nothing of the other').toContain('has opened it yet')
  })

  test('is for those who treat: a desk, an owner who treats nobody and another clinic see nothing and change nothing', async () => {
    await post(fields())
    const path = `/console/inbox/${await idOfQuestion()}`
    const other = await makeTestClinic(db)
    for (const stranger of [
      await staff('reception', false),
      await staff('owner', false),
      await staff('therapist', true, other.clinicId),
    ]) {
      const page = await stranger.see(path)
      expect(page.status).toBe(404)
      expect(page.body).not.toContain('xylophone')
      expect((await stranger.post(path, { do: 'closed', why: 'spam' })).status).toBe(404)
    }
    expect(await rows('talk_acts')).toEqual([])
    expect((await rows('questions'))[0]).toMatchObject({ state: 'open' })
  })

  test('gives a question to nobody who does not treat here', async () => {
    await post(fields())
    const amara = await staff()
    const desk = await staff('reception', false)
    const path = `/console/inbox/${await idOfQuestion()}`
    expect((await amara.post(path, { do: 'assigned', to: desk.memberId })).status).toBe(409)
    expect((await amara.post(path, { do: 'assigned', to: 'x' })).status).toBe(422)
  })

  test('is given to somebody, or put off, from a page on which an answer is half written: it stays there as typed', async () => {
    await post(fields())
    const amara = await staff()
    const path = `/console/inbox/${await idOfQuestion()}`
    const half = { words: 'Half <b>an</b> answer', publishAs: 'Shorter?', page: 'heat-or-ice' }
    for (const deed of [
      { do: 'assigned', to: amara.memberId, hours: '24' },
      { do: 'due', to: '', hours: '72' },
    ]) {
      const page = await amara.post(path, { ...half, ...deed })
      expect(page.status).toBe(200)
      for (const kept of ['Half &lt;b>an&lt;/b> answer', 'Shorter?']) expect(page.body).toContain(kept)
      expect(page.body).toMatch(/<input[^>]*value="heat-or-ice"[^>]*checked/)
      expect(page.body).not.toMatch(/<input[^>]*name="publish"[^>]*checked/)
    }
    expect((await rows('questions'))[0]).toMatchObject({ assigned_to: amara.memberId, state: 'open' })
    // Both buttons send the form of the answer.
    expect((await amara.see(path)).body.match(/form="answer"/g)).toHaveLength(4)
  })

  test('closes with a reason that its asker reads, and opens again', async () => {
    const { to } = await post(fields())
    const amara = await staff()
    const path = `/console/inbox/${await idOfQuestion()}`
    expect((await amara.post(path, { do: 'closed', why: 'rude' })).status).toBe(422)
    expect((await amara.post(path, { do: 'closed', why: 'needs-visit' })).status).toBe(303)
    expect((await see(to)).body).toContain('Please book a visit or see your GP')
    expect((await amara.post(path, { do: 'answered', words: 'Yes, but gently.' })).status).toBe(409)
    expect((await amara.post(path, { do: 'reopened' })).status).toBe(303)
    expect((await see(to)).body).toContain('Your question is sent')
  })

  test('shows hostile words as words and takes a long or empty answer back with what was typed', async () => {
    await post(fields({ words: '<img src=x onerror=alert(1)> \u202eabc' }))
    const amara = await staff()
    const path = `/console/inbox/${await idOfQuestion()}`
    expect((await amara.see(path)).body).toContain('&lt;img src=x onerror=alert(1)>')
    const long = 'ä'.repeat(4001)
    const refused = await amara.post(path, { do: 'answered', words: long })
    expect(refused.status).toBe(422)
    expect(refused.body).toContain(long)
    expect((await amara.post(path, { do: 'answered', words: '' })).status).toBe(422)
  })

  test('may promise nothing: it is taken back with the word and the reason, and what its asker wrote is no promise', async () => {
    await post(fields())
    const amara = await staff()
    const path = `/console/inbox/${await idOfQuestion()}`
    const promise = 'This cures your back, guaranteed. Take 800 mg ibuprofen.'
    const refused = await amara.post(path, {
      do: 'answered',
      words: promise,
      publish: 'yes',
      publishAs: 'Can I dance?',
    })
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('“cures”: Nobody can promise this')
    expect(refused.body).toContain(promise)
    expect(await rows('published_answers')).toEqual([])
    const honest = { words: 'Nothing cures it. Keep moving.', publish: 'yes', publishAs: 'Does massage cure a back?' }
    expect((await amara.post(path, { do: 'answered', ...honest })).status).toBe(303)
    expect(await rows('published_answers')).toHaveLength(1)
  })

  test('says what the clinic takes on, which an owner changes and a therapist does not', async () => {
    const owner = await staff('owner', false)
    expect((await owner.see('/console/taken-on')).status).toBe(200)
    expect((await owner.post('/console/taken-on', { comments: 'yes' })).status).toBe(303)
    expect(await rows('talk_settings')).toMatchObject([{ answers_questions: false, reads_comments: true }])
    expect((await (await staff()).post('/console/taken-on', {})).status).toBe(404)
    expect(await rows('talk_settings')).toMatchObject([{ reads_comments: true }])
  })
})
