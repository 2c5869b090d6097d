/** Comments under the guide and their moderation, as browsers post them, over a real PostgreSQL. */
import { beforeEach, describe, expect, test } from 'vitest'
import { makeTestClinic, type TestClinic } from '../../../clinic/booking/test-clinic.ts'
import { makeMember } from '../../../clinic/booking/test-staff.ts'
import { testDatabase } from '../../../clinic/db/test-database.ts'
import { takeDueNotices } from '../../../clinic/mail/notices.ts'
import type { Role } from '../../../clinic/people/members.ts'
import { writeTakenOn } from '../../../clinic/talk/take-on.ts'
import { writeComment } from '../../../clinic/talk/write-comment.ts'
import { createConsoleApp } from '../../console/console-app.tsx'
import { consoleHome } from '../../console/console.fixtures.ts'
import { createBookingApp } from '../booking/booking-app.tsx'
import { frame } from '../find.fixtures.ts'
import type { BookingHome, FindData } from '../find-home.ts'

const db = testDatabase()
const data = () => ({ app: db.app, directory: db.directory, secret: db.secret })
let network = '192.0.2.7'
const home: BookingHome = { frame, data, addressOf: () => network }
let clinic: TestClinic
let app: ReturnType<typeof createBookingApp>
let sent = 0
beforeEach(async () => {
  await db.admin.query('update clinic.talk_settings set answers_questions = false, reads_comments = false')
  await db.admin.query('delete from clinic.talk_acts')
  await db.admin.query('delete from clinic.mails')
  await db.admin.query('delete from clinic.comments')
  clinic = await makeTestClinic(db)
  await writeTakenOn(db.app, clinic.clinicId, { answersQuestions: true, readsComments: true })
  app = createBookingApp(home)
  sent += 1
  network = `192.0.2.${sent}`
})

const page = '/comments/heat-or-ice'
const fields = (more: Readonly<Record<string, string>> = {}) => ({
  key: crypto.randomUUID(),
  words: 'A warm bottle in the evening was kind to me.',
  name: '',
  email: '',
  ...more,
})
const post = async (body: Readonly<Record<string, string>>, path = page) => {
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

/** The connection goes when the form has been read. */
const lostInTheMiddle = (): FindData => ({
  ...data(),
  get directory(): never {
    throw Object.assign(new Error('gone'), { code: 'ECONNREFUSED' })
  },
})

async function staff(role: Role = 'owner', clinicId = clinic.clinicId) {
  const memberId = await makeMember(db, clinicId, role)
  const who = { name: 'Wren', email: 'w@c.example', role, therapistId: null }
  const member = { clinicId, memberId, accountId: crypto.randomUUID(), ...who }
  const console = createConsoleApp(consoleHome({ signedIn: { ok: true, member }, data: data() }))
  const headers = { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' }
  return {
    see: async (path = '/console/moderation') => (await console.request(path)).text(),
    act: async (id: string, body: Readonly<Record<string, string>>) => {
      // Every button carries which wording its page showed; here the page is always new, unless a test says otherwise.
      const fields = { seen: id === (await idOf()) ? await seenNow() : '', ...body }
      const request = { method: 'POST', headers, body: new URLSearchParams(fields).toString() }
      const response = await console.request(`/console/moderation/${id}`, request)
      return { status: response.status, body: await response.text(), to: response.headers.get('Location') ?? '' }
    },
  }
}
const idOf = async () => String((await rows('comments'))[0]?.comment_id ?? '')
const seenNow = async () => {
  const [row] = await rows('comments')
  return String(Date.parse(row.edited_at ?? row.written_at))
}
const showIt = async (by: Awaited<ReturnType<typeof staff>>) =>
  by.act(await idOf(), { do: 'shown', list: 'waiting', seen: await seenNow() })

describe('a comment', () => {
  test('is one, however often it arrives, and shows to nobody before staff have said so', async () => {
    const body = fields({ name: 'Robin', email: 'robin@example.org' })
    const [one, two] = await Promise.all([post(body), post(body)])
    expect([one.status, two.status]).toEqual([303, 303])
    expect(one.to).toBe(two.to)
    expect(await rows('comments')).toHaveLength(1)
    expect(await rows('mails')).toMatchObject([{ kind: 'comment', address: 'robin@example.org' }])
    expect((await see(page)).body).not.toContain('warm bottle')
    expect((await see(one.to)).body).toContain('is waiting to be read')
    expect((await showIt(await staff())).status).toBe(303)
    const shown = (await see(page)).body
    expect(shown).toContain('warm bottle')
    expect(shown).toContain('Robin')
    expect(shown).toContain('1 is shown, 0 wait to be read. None is kept back.')
    expect(shown).not.toContain('robin@')
    expect(JSON.stringify(await takeDueNotices(db.app, clinic.clinicId, { most: 5, leaseMs: 1 }))).not.toContain('warm')
  })

  test('longer than we listen to says whom to call for what nobody read', async () => {
    const call = 'ring 111. In an emergency call 999.'
    const far = await post(fields({ words: `${'It was fine so far. '.repeat(1100)} I am numb between my legs` }))
    expect([far.status, far.body.includes(call)]).toEqual([422, true])
    expect((await post(fields({ words: 'It was fine so far. '.repeat(200) }))).body).not.toContain(call)
  })

  test('sent again with other words, as after Back, is a second one, and each page shows the other until it is erased', async () => {
    const form = fields()
    const first = await post(form)
    const other = { ...form, words: 'A warm bottle in the morning, I meant.' }
    const second = await post(other)
    expect([second.status, second.to === first.to]).toEqual([303, false])
    expect((await post(other)).to).toBe(second.to)
    expect((await post(form)).to).toBe(first.to)
    expect(await rows('comments')).toHaveLength(2)
    const also = 'You sent this from the same form too, and both are kept.'
    const [one, two] = [await see(first.to), await see(second.to)]
    expect([one.body.split(also).length, two.body.split(also).length]).toEqual([2, 2])
    expect(one.body.slice(one.body.indexOf(also))).toContain(other.words)
    expect(two.body.slice(two.body.indexOf(also))).toContain(form.words)
    expect((await post({ words: 'A change that is too long. '.repeat(100), name: '' }, second.to)).body).toContain(also)
    const [, erase = ''] = /action="([^"]+)"[^>]*><button[^>]*>Erase that one/.exec(two.body) ?? []
    expect((await post({}, erase)).status).toBe(303)
    expect((await see(first.to)).body).toContain('Your comment is erased')
    expect((await see(second.to)).body).not.toContain(also)
    // Another form, or another page, is no second word about this.
    await post({ ...fields(), words: 'Something else.' })
    await post({ ...other, words: 'Of another page.' }, '/comments/the-first-day')
    expect((await see(second.to)).body).not.toContain(also)
  })

  test('from one form goes to one clinic, though another has less to read by then', async () => {
    const other = await makeTestClinic(db)
    await writeTakenOn(db.app, other.clinicId, { answersQuestions: true, readsComments: true })
    const form = fields()
    const first = await post(form)
    for (let more = 0; more < 3; more += 1) await post({ ...form, words: `And another: ${more}.` })
    expect((await see(first.to)).body.split('and both are kept').length).toBe(4)
  })

  test('sent again under another name, as after Back, bears that one; its link goes to the address that was put right', async () => {
    const body = fields({ name: 'Robin Ashdown', email: 'robin@wrong.example' })
    const { to } = await post(body)
    await showIt(await staff())
    const again = { ...body, name: 'R.', email: 'robin@example.org' }
    expect([(await post(again)).to, (await post(again)).to]).toEqual([to, to])
    expect(await rows('comments')).toMatchObject([
      { shown_name: 'R.', email: 'robin@example.org', state: 'waiting', edits: 1 },
    ])
    expect(await rows('mails')).toMatchObject([{ kind: 'comment', address: 'robin@example.org', state: 'queued' }])
    expect((await see(page)).body).not.toContain('Ashdown')
    // Not for whoever would have one form send mails to everybody.
    for (const at of ['one', 'two', 'three']) await post({ ...again, email: `${at}@example.org` })
    expect(await rows('mails')).toMatchObject([{ address: 'one@example.org', version: 2 }])
    expect(await rows('comments')).toMatchObject([{ email: 'one@example.org' }])
  })

  test('is one where another clinic has less to read by its second arrival', async () => {
    const other = await makeTestClinic(db)
    await writeTakenOn(db.app, other.clinicId, { answersQuestions: false, readsComments: true })
    const body = fields()
    const one = await post(body)
    const two = await post(body)
    expect([one.status, two.to]).toEqual([303, one.to])
    const { rows: all } = await db.admin.query('select from clinic.comments where clinic_id = any($1)', [
      [clinic.clinicId, other.clinicId],
    ])
    expect(all).toHaveLength(1)
  })

  test('that may tell of danger is answered at once, kept for staff alone, and they are alerted without a word of it', async () => {
    const answer = await post(fields({ words: 'Same here, and I cannot feel myself pee since Monday.' }))
    expect(answer.status).toBe(200)
    for (const words of ['Get help first', '999', '111', 'Your comment is kept', '/comments/mine/'])
      expect(answer.body).toContain(words)
    expect(await rows('mails')).toMatchObject([{ kind: 'comment-alert', address: 'hello@lantern.example' }])
    const notices = await takeDueNotices(db.app, clinic.clinicId, { most: 5, leaseMs: 1 })
    expect(notices).toHaveLength(1)
    expect(JSON.stringify(notices)).not.toContain('pee')
    const wren = await staff()
    expect(await wren.see()).toContain('This may tell of something that cannot wait.')
    for (const deed of [{ do: 'shown', seen: await seenNow() }, { do: 'kept-back', why: 'harm' }, { do: 'undone' }])
      expect((await wren.act(await idOf(), deed)).status).toBe(409)
    expect((await wren.act(await idOf(), { do: 'danger-seen', outcome: 'nothing' })).status).toBe(422)
    expect((await wren.act(await idOf(), { do: 'danger-seen', outcome: 'not-danger' })).status).toBe(303)
    expect((await showIt(wren)).status).toBe(303)
  })

  test('that tells of an emergency which is not of the back is answered with one plain way, kept, and marked for staff', async () => {
    const answer = await post(fields({ words: 'My lips are swelling after the tablet.' }))
    expect(answer.status).toBe(200)
    for (const words of [
      'This is about backs only. If it feels like an emergency, call 999 now.',
      'tel:999',
      'tel:111',
    ])
      expect(answer.body).toContain(words)
    for (const words of ['Your comment is kept', '/comments/mine/']) expect(answer.body).toContain(words)
    expect(answer.body).not.toContain('Get help first')
    expect(await rows('mails')).toMatchObject([{ kind: 'comment-alert' }])
    const wren = await staff()
    expect(await wren.see()).toContain('This may tell of something that cannot wait.')
    expect((await wren.act(await idOf(), { do: 'shown', list: 'waiting', seen: await seenNow() })).status).toBe(409)
  })

  test('that tells of one is answered above the form where it must be put right, with all that was typed, and in a change too', async () => {
    const words = 'I fell and hit my head.'
    const wrong = await post(fields({ words, email: 'no' }))
    expect(wrong.status).toBe(422)
    expect(wrong.body.indexOf('This is about backs only')).toBeLessThan(wrong.body.indexOf('There is a problem'))
    for (const kept of ['This is about backs only', words, 'value="no"', 'Do the check'])
      expect(wrong.body).toContain(kept)
    expect(await rows('comments')).toEqual([])
    const { to } = await post(fields())
    expect((await post(fields({ words }), to)).body).toContain('This is about backs only')
    expect((await rows('comments'))[0]?.danger_heard_at).not.toBeNull()
    const { to: calm } = await post(fields({ words: 'How I keep fit with a sore back, in plain words.' }))
    expect(calm).toContain('/comments/mine/')
  })

  test('that tells of too much of a medicine is danger too', async () => {
    expect((await post(fields({ words: 'I just double the tablets.' }))).body).toContain('Get help first')
  })

  test('of danger is answered while the database is away too, before or in the middle; else the page speaks of comments', async () => {
    for (const lost of [() => undefined, lostInTheMiddle]) {
      const shut = createBookingApp({ ...home, data: lost })
      const send = (words: string) =>
        shut.request(page, { method: 'POST', body: new URLSearchParams(fields({ words })) })
      const calm = await send('A warm bottle was kind to me.')
      expect(calm.status).toBe(503)
      expect(await calm.text()).toContain('Comments are not here just now')
      const danger = await (await send('I am numb between my legs.')).text()
      for (const words of ['Get help first', 'tel:999', 'We cannot reach the place']) expect(danger).toContain(words)
    }
  })

  test('of danger that is far too long is answered as well, wherever in it that stands', async () => {
    const words = `${'It was sore and then better. '.repeat(345)} I cannot feel myself pee.`
    const answer = await post(fields({ words }))
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('This first')
    expect(answer.body.indexOf('This first')).toBeLessThan(answer.body.indexOf('Nothing was sent or lost'))
  })

  test('of danger is answered first, whatever else is wrong with it', async () => {
    const words = 'I cannot feel myself pee. www.a.com www.b.com www.c.com'
    const answer = await post(fields({ words, email: 'no', name: '<b>', website: 'x' }))
    expect(answer.body).toContain('This first')
    expect(answer.body).toContain('Your comment is not sent')
    expect(answer.body.indexOf('This first')).toBeLessThan(answer.body.indexOf('There is a problem'))
    for (const kept of ['feel myself pee. www.a.com', 'value="no"', 'value="&lt;b>"'])
      expect(answer.body).toContain(kept)
    expect(await rows('comments')).toEqual([])
  })

  test.each([
    [{ words: 'www.a.com www.b.com www.c.com' }, 'Take the links out'],
    [{ words: 'Hello', website: 'http://x' }, 'Press the button once more'],
    [{ words: '' }, 'Write your comment'],
    [{ words: 'Hello', name: 'Bob <x@y.z>' }, 'Use just a name'],
    [{ words: 'Hello', name: 'n'.repeat(41) }, 'Use 40 characters or fewer'],
    [{ words: 'Hello', email: 'nobody' }, 'Enter an email address'],
    [{ words: 'x'.repeat(2001) }, 'You have 2001.'],
    [{ words: '<b>y</b>'.repeat(12_500) }, 'You have 100000.'],
  ])('that cannot be taken (%#) says why in clear words and keeps what was typed', async (typed, why) => {
    const answer = await post(fields(typed))
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(why)
    expect(answer.body).toContain(typed.words.replaceAll('<', '&lt;'))
    expect(answer.body).not.toContain('<b>y')
    expect(await rows('comments')).toEqual([])
  })

  test.each([2000, 1])('of %d characters is taken', async (length) => {
    expect((await post(fields({ words: 'ž'.repeat(length) }))).status).toBe(303)
  })

  test('shows as text whatever is in it, with our note where it tells of a medicine or a cure, and no link of its own', async () => {
    await post(
      fields({
        words: '<script>x</script> An ibuprofen gel 2 times a day was kind. www.pills.example',
        name: '\u202eRobin',
      }),
    )
    const wren = await staff()
    const desk = await wren.see()
    expect(desk).toContain('tells of a medicine; tells an amount; holds a link')
    expect(desk).toContain('Show with our note')
    await showIt(wren)
    const shown = (await see(page)).body
    expect(shown).toContain('&lt;script>x&lt;/script> An ibuprofen gel')
    expect(shown).toContain('Our note: this is what one person did.')
    expect(shown).not.toMatch(/href="[^"]*pills/)
    expect(shown).not.toContain('\u202e')
  })

  test('is changed by its private link, and then waits again; the words that staff read are the words that show', async () => {
    const { to } = await post(fields({ email: 'robin@example.org' }))
    const wren = await staff()
    const read = await seenNow()
    expect((await post({ words: 'Buy my pills', name: '' }, to)).status).toBe(303)
    // Staff press "Show" on the page that showed the earlier words.
    expect((await wren.act(await idOf(), { do: 'shown', seen: read })).status).toBe(409)
    await showIt(wren)
    expect((await see(page)).body).toContain('Buy my pills')
    await post({ words: 'Better now', name: '' }, to)
    expect((await see(page)).body).not.toContain('Buy my pills')
    // The same again is no change.
    await showIt(wren)
    await post({ words: 'Better now', name: '' }, to)
    expect((await see(to)).body).toContain('Your comment is shown')
  })

  test('of danger written into a change is answered and hidden too', async () => {
    const { to } = await post(fields())
    await showIt(await staff())
    const bad = await post({ words: 'Now I cannot feel myself pee.', name: '<b>' }, to)
    expect(bad.status).toBe(422)
    for (const words of ['This first', 'Your change is not sent', 'value="&lt;b>"', '>Now I cannot feel'])
      expect(bad.body).toContain(words)
    const answer = await post({ words: 'Now I cannot feel myself pee.', name: '' }, to)
    expect(answer.body).toContain('Get help first')
    expect((await see(page)).body).not.toContain('pee.')
    expect(await rows('mails')).toMatchObject([{ kind: 'comment-alert' }])
  })

  test('of danger that is changed into another while staff look at the first is not marked as looked at, nor kept back unread', async () => {
    const { body } = await post(fields({ words: 'I cannot feel myself pee.' }))
    const to = /\/comments\/mine\/[\w-]+/.exec(body)?.[0] ?? ''
    const first = { do: 'danger-seen', outcome: 'not-danger', seen: await seenNow() }
    const wren = await staff()
    await post({ words: 'Now I cannot feel my legs, and cannot pee.', name: '' }, to)
    const stale = await wren.act(await idOf(), first)
    expect([stale.status, stale.body]).toEqual([409, expect.stringContaining('its writer changed the words meanwhile')])
    expect(stale.body).toContain('This may tell of something that cannot wait.')
    expect(await rows('comments')).toMatchObject([{ danger_seen_at: null }])
    const looked = await seenNow()
    expect((await wren.act(await idOf(), { ...first, seen: looked })).status).toBe(303)
    await post({ words: 'All is well now.', name: '' }, to)
    expect((await wren.act(await idOf(), { do: 'kept-back', why: 'harm', seen: looked })).status).toBe(409)
    expect(await wren.see()).toContain(`name="do" value="kept-back"`)
    expect((await wren.see()).split(`name="seen" value="${await seenNow()}"`)).toHaveLength(3)
    expect((await wren.act(await idOf(), { do: 'kept-back', why: 'harm' })).status).toBe(303)
  })

  test('is erased by its private link: words, name, address, mails; twice is once', async () => {
    const { to } = await post(fields({ name: 'Robin', email: 'robin@example.org' }))
    await showIt(await staff())
    expect((await post({}, `${to}/erase`)).status).toBe(303)
    expect((await post({}, `${to}/erase`)).status).toBe(303)
    expect((await see(page)).body).not.toContain('warm bottle')
    expect(await rows('comments')).toMatchObject([{ state: 'erased', words: null, shown_name: null, email: null }])
    expect(await rows('mails')).toEqual([])
    expect((await post({ words: 'Back again', name: '' }, to)).status).toBe(303)
    expect(await rows('comments')).toMatchObject([{ state: 'erased', words: null }])
  })

  test('that another site’s page sends is refused', async () => {
    for (const headers of [{ 'Sec-Fetch-Site': 'cross-site' }, { Origin: 'https://evil.example' }]) {
      const body = new URLSearchParams(fields())
      const answer = await app.request(page, { method: 'POST', headers, body })
      expect(answer.status).toBe(422)
    }
    expect(await rows('comments')).toEqual([])
  })

  test('opens by its own link alone, and is changed by no look', async () => {
    const { to } = await post(fields())
    const before = JSON.stringify([await rows('comments'), await rows('talk_acts')])
    for (const path of [page, to])
      for (const method of ['GET', 'HEAD']) expect((await app.request(path, { method })).status).toBe(200)
    expect((await app.request(`${to}/erase`)).status).toBe(404)
    for (const path of [
      `${to}x`,
      '/comments/mine/none',
      '/comments/none',
      '/comments/mine',
      '/comments/when-to-get-help',
      '/comments/which-painkiller',
    ])
      expect((await see(path)).status).toBe(404)
    expect(JSON.stringify([await rows('comments'), await rows('talk_acts')])).toBe(before)
  })

  test('past the last page of a list is the last page, not an empty one', async () => {
    await post(fields())
    await showIt(await staff())
    for (const asked of ['1', '2', '99', '0', 'x'])
      expect((await see(`${page}?page=${asked}`)).body).toContain('warm bottle')
  })

  test('is not taken while nobody reads comments, and the page says so', async () => {
    await writeTakenOn(db.app, clinic.clinicId, { answersQuestions: true, readsComments: false })
    expect((await see(page)).body).toContain('We are not taking comments at the moment')
    const answer = await post(fields())
    expect(answer.status).toBe(429)
    expect(answer.body).toContain('Nobody is there to read comments')
  })
})

describe('a flood', () => {
  test('from one network ends at five a day, from one email at five, and nothing typed is lost', async () => {
    for (let time = 0; time < 5; time += 1) expect((await post(fields())).status).toBe(303)
    const sixth = await post(fields())
    expect(sixth.status).toBe(429)
    expect(sixth.body).toContain('warm bottle')
    for (let time = 0; time < 5; time += 1) {
      network = `198.51.100.${time}`
      expect((await post(fields({ email: 'r@example.org' }))).status).toBe(303)
    }
    network = '198.51.100.99'
    expect((await post(fields({ email: 'R@example.org' }))).status).toBe(429)
    expect(await rows('comments')).toHaveLength(10)
  })

  test('counts over all clinics that read comments, also where several arrive at once, and for whoever else writes it does not', async () => {
    const others = [await makeTestClinic(db), await makeTestClinic(db)]
    for (const { clinicId } of others)
      await writeTakenOn(db.app, clinicId, { answersQuestions: false, readsComments: true })
    const statuses = await Promise.all(Array.from({ length: 12 }, () => post(fields()).then(({ status }) => status)))
    expect(statuses.filter((status) => status === 303)).toHaveLength(5)
    for (let time = 0; time < 3; time += 1) expect((await post(fields())).status).toBe(429)
    const all = async () =>
      (
        await db.admin.query('select clinic_id from clinic.comments where clinic_id = any($1)', [
          [clinic, ...others].map(({ clinicId }) => clinicId),
        ])
      ).rows
    expect(await all()).toHaveLength(5)
    network = '198.51.100.77'
    expect((await post(fields())).status).toBe(303)
    for (let time = 0; time < 8; time += 1) {
      network = `203.0.113.${time}`
      await post(fields({ email: 'many@example.org' }))
    }
    // Five from the first network, one from another, five of one address.
    expect(await all()).toHaveLength(11)
  })

  const floodOne = (at: number) =>
    writeComment(db.app, db.secret, {
      ...{ clinicId: clinic.clinicId, writeKey: crypto.randomUUID(), page: 'heat-or-ice', words: 'Flood' },
      ...{ name: undefined, email: undefined, address: `2001:db8:0:${at.toString(16)}::1`, isDanger: false },
    })
  /** One after another: of those that come at once where no more fit, all but one are refused. */
  async function flood(from: number, many: number) {
    const answers = []
    for (let at = from; at < from + many; at += 1) answers.push(await floodOne(at))
    return answers
  }
  /** As many as may wait, of as many networks, in the hour before; and a few of real people, long before. */
  const fill = (many: number) =>
    db.admin.query(
      `insert into clinic.comments (clinic_id, write_key, page, words, written_from, written_at)
       select $1, gen_random_uuid(), 'heat-or-ice', case when n <= 5 then 'Real' else 'Flood' end, decode(md5(n::text), 'hex'),
         date_trunc('hour', now()) - case when n <= 5 then interval '9 hours' else interval '30 minutes' end
       from generate_series(1, $2::int) n`,
      [clinic.clinicId, many],
    )
  const waiting = async () => {
    const { rows: found } = await db.admin.query<{ words: string; aside: boolean; state: string }>(
      `select words, set_aside_at is not null as aside, state from clinic.comments where clinic_id = $1`,
      [clinic.clinicId],
    )
    return found
  }

  test('from ever new networks shuts nobody out: of the hour in which most came the oldest is set aside', async () => {
    await fill(499)
    // One that a neighbour wrote waits too.
    const honest = await post(fields())
    expect(honest.status).toBe(303)
    expect((await flood(0, 20)).every(({ ok }) => ok)).toBe(true)
    const found = await waiting()
    expect(found.filter(({ aside }) => aside).map(({ words }) => words)).toEqual(Array(21).fill('Flood'))
    expect(found.filter(({ aside }) => !aside)).toHaveLength(499)
    expect((await see(honest.to)).body).toContain('Your comment is waiting to be read')
    const desk = await (await staff()).see()
    expect(desk).toContain('These are 50 of 500')
    expect(desk).toMatch(/More than 500 comments waited, so 21 were[\s\S]*href="[^"]*list=set-aside"/)
    // More figures than two would lie over the next place of the bar on a phone.
    expect(desk).toMatch(/waiting: \d{3} comments<\/span><span aria-hidden="true">99\+<\/span>/)
  })

  test('all at once makes nobody wait for their turn, and whoever writes after it is heard', async () => {
    await fill(499)
    const answers = await Promise.all(Array.from({ length: 300 }, (_, at) => floodOne(at)))
    expect(answers.filter((one) => !one.ok).every((one) => !one.ok && one.why === 'full')).toBe(true)
    expect(answers.some(({ ok }) => ok)).toBe(true)
    expect((await post(fields())).status).toBe(303)
    expect((await waiting()).filter(({ aside }) => !aside)).toHaveLength(499)
  })

  test('keeps two thousand that were set aside, and forgets the words of the crowd’s oldest', async () => {
    await fill(499)
    await db.admin.query(
      `insert into clinic.comments (clinic_id, write_key, page, words, written_from, set_aside_at)
       select $1, gen_random_uuid(), 'heat-or-ice', 'Aside', decode(md5(n::text), 'hex'), now() from generate_series(1, 2000) n`,
      [clinic.clinicId],
    )
    expect((await flood(0, 3)).every(({ ok }) => ok)).toBe(true)
    const found = await waiting()
    expect(found.filter(({ aside, state }) => aside && state === 'waiting')).toHaveLength(2000)
    expect(found.filter(({ state }) => state === 'erased')).toHaveLength(3)
  })
})

describe('moderation', () => {
  test('keeps back with a reason that the writer and everybody read, and undoes its own last act for ten minutes', async () => {
    const { to } = await post(fields())
    const [wren, sol] = [await staff(), await staff('manager')]
    const id = await idOf()
    expect((await wren.act(id, { do: 'kept-back', why: 'rude' })).status).toBe(422)
    const kept = await wren.act(id, { do: 'kept-back', why: 'advert', list: 'waiting' })
    expect(kept.status).toBe(303)
    expect(await wren.see(kept.to)).toContain('Undo')
    expect((await see(to)).body).toContain('it sells something, or is spam')
    expect((await see(page)).body).toContain('Kept back: it sells something, or is spam: 1.')
    // Somebody else's act is not theirs to undo.
    expect((await sol.act(id, { do: 'undone' })).status).toBe(409)
    expect((await wren.act(id, { do: 'undone' })).status).toBe(303)
    // A second tap finds it undone, and writes nothing.
    expect((await wren.act(id, { do: 'undone' })).status).toBe(303)
    expect((await sol.act(id, { do: 'undone' })).status).toBe(409)
    expect(await rows('comments')).toMatchObject([{ state: 'waiting', kept_why: null }])
    await showIt(wren)
    await db.admin.query(`update clinic.talk_acts set at = at - interval '11 minutes'`)
    expect((await wren.act(id, { do: 'undone' })).status).toBe(409)
    expect((await rows('talk_acts')).map(({ what }) => what)).toEqual(['kept-back', 'undone', 'shown'])
  })

  test('pressed twice is one act', async () => {
    await post(fields())
    const wren = await staff()
    const deed = { do: 'kept-back', why: 'hate' }
    const both = await Promise.all([wren.act(await idOf(), deed), wren.act(await idOf(), deed)])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect(await rows('talk_acts')).toHaveLength(1)
  })

  test('is for those who may: a therapist, a desk and another clinic see nothing and change nothing', async () => {
    await post(fields())
    const other = await makeTestClinic(db)
    for (const stranger of [await staff('therapist'), await staff('reception'), await staff('owner', other.clinicId)]) {
      expect(await stranger.see()).not.toContain('warm bottle')
      for (const deed of [
        { do: 'shown', seen: await seenNow() },
        { do: 'kept-back', why: 'harm' },
      ])
        expect((await stranger.act(await idOf(), deed)).status).toBe(404)
    }
    expect(await rows('talk_acts')).toEqual([])
  })

  test('what anybody can read holds neither address nor network of a writer', async () => {
    const found = await db.admin.query<{ column_name: string }>(
      `select column_name from information_schema.columns where table_schema = 'directory' and table_name in
       ('comments', 'comment_counts', 'published_answers', 'answer_times')`,
    )
    const columns = found.rows.map(({ column_name }) => column_name)
    expect(columns).toContain('words')
    for (const secret of ['email', 'written_from', 'asked_from', 'question_id', 'danger_heard_at', 'words_sealed'])
      expect(columns).not.toContain(secret)
  })
})
