/** The waiting list through the pages as a browser posts them, over a real PostgreSQL. */
import { beforeEach, describe, expect, test } from 'vitest'
import { enterGrant } from '../../../clinic/booking/grants.ts'
import { privateToken, readPrivateToken } from '../../../clinic/booking/private-link.ts'
import { dayAfterTomorrow, makeTestClinic, type TestClinic } from '../../../clinic/booking/test-clinic.ts'
import { makeMember } from '../../../clinic/booking/test-staff.ts'
import { endOffer, passOffer } from '../../../clinic/booking/waiting/answer-offer.ts'
import { leaveWaitingList } from '../../../clinic/booking/waiting/waiting-list.ts'
import { testDatabase } from '../../../clinic/db/test-database.ts'
import { noticeContent } from '../../../clinic/mail/notice-texts.ts'
import { takeDueNotices } from '../../../clinic/mail/notices.ts'
import { sendDueMails } from '../../../clinic/mail/send-mails.ts'
import { browserOf, carriedBy, homeOver } from '../booking/test-pages.ts'
import { bookingPaths } from '../booking/booking-paths.ts'
import { sentAtReturn } from '../../ui/at-return.fixtures.ts'

const db = testDatabase()
let clinic: TestClinic
beforeEach(async () => {
  clinic = await makeTestClinic(db, { therapists: 2, rooms: 2 })
})

const { get: ask, post } = browserOf(homeOver(db))
const slug = () => `therapist-${clinic.therapists[0]}`
const details = { name: 'Robin Ashdown', email: 'robin@example.org', payer: 'self', forWhom: 'me' }
const days = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [`day${day}`, 'yes']))
const joining = () => ({
  service: clinic.serviceId,
  key: crypto.randomUUID(),
  who: 'any',
  part: 'any',
  weeks: '4',
  ...days,
  ...details,
})
const joinPath = () => `/waiting/join/${slug()}`
const book = async (wall = '10:00', name = 'Kit Orme') => {
  const carried = carriedBy(clinic, wall)
  const held = await post(`/book/${slug()}`, carried)
  const booked = await post(held.to, { do: 'book', ...details, name, email: 'kit@example.org', ...carried })
  expect(booked.status).toBe(303)
  return booked.to
}
/** Joins, and somebody else's cancelling makes an offer. @returns the private address of the offer */
const offered = async (more: Readonly<Record<string, string>> = {}) => {
  const visit = await book()
  await post(joinPath(), { ...joining(), ...more })
  await post(`${visit}/cancel`, {})
  const { rows } = await db.admin.query<{ offer_id: string }>(
    `select offer_id from clinic.offers where clinic_id = $1 and state = 'open'`,
    [clinic.clinicId],
  )
  const id = { clinicId: clinic.clinicId, appointmentId: rows[0]?.offer_id ?? '' }
  return bookingPaths.offer(privateToken(db.secret, 'offer', id))
}
/** Every row of every table that the list may touch, as text. */
const everything = async () => {
  const tables = ['appointments', 'claims', 'mails', 'waiting_entries', 'freed_times', 'offers', 'offer_times']
  const rows = await Promise.all(
    tables.map(async (table) => (await db.admin.query(`select t::text from clinic.${table} t order by 1`)).rows),
  )
  return JSON.stringify(rows)
}

describe('joining the list', () => {
  const heard = 'I cannot feel my legs and wet myself'
  const entries = async () =>
    (await db.admin.query('select from clinic.waiting_entries where clinic_id = $1', [clinic.clinicId])).rowCount
  const posted = async (more: Readonly<Record<string, string>>) => post(joinPath(), { ...joining(), ...more })

  test.each(['referredBy', 'insurer', 'membership', 'authorisation', 'package', 'offer'])(
    'with words of danger in the line %s asks about them first, and puts nobody on it',
    async (field) => {
      const asked = await posted({ [field]: heard })
      expect(asked.status).toBe(422)
      expect(asked.body.indexOf('href="tel:999"')).toBeGreaterThan(0)
      expect(asked.body.indexOf('href="tel:999"')).toBeLessThan(asked.body.indexOf('id="note-danger"'))
      const questions = [...asked.body.matchAll(/name="(danger-\w+)"/g)].map(([, name]) => name ?? '')
      const answers = (value: string) => Object.fromEntries(questions.map((name) => [name, value]))
      const stopped = await posted({ [field]: heard, ...answers('notSure') })
      expect(stopped.body).toContain('Get help first')
      expect(stopped.body).toContain('You are not on the list.')
      const other = await posted({ [field]: 'he is having a seizure' })
      expect(other.body).toMatch(/tel:999[\s\S]*name="told" value="yes"/)
      expect(await entries()).toBe(0)
    },
  )

  test('whose address does not say for what leads to what is given there', async () => {
    for (const query of ['', '?service=', '?service=x', `?service=${crypto.randomUUID()}`]) {
      const page = await ask(`${joinPath()}${query}`)
      expect([query, page.status]).toEqual([query, 404])
      expect(page.body).toContain('What do you wait for?')
      expect(page.body).not.toContain('opens no visit')
      expect(page.body).toContain(`href="${bookingPaths.join(slug(), clinic.serviceId)}"`)
    }
    expect((await posted({ service: crypto.randomUUID() })).body).toContain('What do you wait for?')
    const nobody = await ask('/waiting/join/nobody-of-that-name')
    expect([nobody.status, nobody.body.includes('href="/find"')]).toEqual([404, true])
    expect(nobody.body).toContain('Nobody can be waited for here')
  })

  test('and a link of the list that opens nothing says which sort of link it is', async () => {
    for (const path of ['/waiting/x', '/offers/x'])
      expect((await ask(path)).body).toContain('This link opens nothing on a waiting list')
  })

  test('with danger that is denied, or was said, goes on', async () => {
    const asked = await posted({ referredBy: heard })
    const questions = [...asked.body.matchAll(/name="(danger-\w+)"/g)].map(([, name]) => [name ?? '', 'no'])
    expect((await posted({ referredBy: heard, ...Object.fromEntries(questions) })).status).toBe(303)
    expect((await posted({ referredBy: 'he is having a seizure', told: 'yes' })).status).toBe(303)
    expect(await entries()).toBe(2)
  })

  test('answers danger first where the service is gone', async () => {
    const gone = await posted({ service: crypto.randomUUID(), referredBy: heard })
    expect(gone.body).toContain('Get help first')
  })

  test('on an insurer that the clinic does not list is asked about once, before there is a place', async () => {
    const insured = { ...joining(), payer: 'insurer', insurer: 'Blorb Mutual' }
    const asked = await post(joinPath(), insured)
    expect(asked.status).toBe(422)
    expect(asked.body).toContain('We do not know this insurer')
    expect((await post(joinPath(), { ...insured, insurerIsMeant: insured.insurer })).status).toBe(303)
  })

  test('asks what suits, says how the order is made, and leads to one’s own place', async () => {
    const form = await ask(`${joinPath()}?service=${clinic.serviceId}`)
    expect(form.status).toBe(200)
    for (const words of ['waited longest', 'Which days suit?', 'Some signs cannot wait', 'two hours'])
      expect(form.body).toContain(words)
    const joined = await post(joinPath(), joining())
    expect(joined.status).toBe(303)
    const place = await ask(joined.to)
    expect(place.body).toContain('You are on the waiting list')
    expect(place.body).toContain('Any day, any time')
  })

  test('sent twice is one place, and a form without our key never leads to somebody else’s', async () => {
    const fields = joining()
    expect((await post(joinPath(), fields)).to).toBe((await post(joinPath(), fields)).to)
    const [one, two] = [await post(joinPath(), { ...fields, key: '' }), await post(joinPath(), { ...fields, key: 'x' })]
    expect(new Set([one.to, two.to]).size).toBe(2)
  })

  test('sent again with something changed, as after Back, is not taken unsaid; pressed once more it is a place of its own', async () => {
    const fields = joining()
    const first = await post(joinPath(), fields)
    const changed = await post(joinPath(), { ...fields, name: 'Ida Ashdown', part: 'morning' })
    expect(changed.status).toBe(422)
    expect(changed.body).toContain('You are on the list already with what you sent before.')
    expect(changed.body).toContain('value="Ida Ashdown"')
    const [, key = ''] = /name="key" value="([^"]+)"/.exec(changed.body) ?? []
    expect(key).not.toBe(fields.key)
    const second = await post(joinPath(), { ...fields, name: 'Ida Ashdown', part: 'morning', key })
    expect([second.status, second.to === first.to]).toEqual([303, false])
    expect((await ask(second.to)).body).toContain('before noon')
  })

  test.each([
    ['the phone', { phone: '020 7946 0111' }],
    ['how long they wait', { weeks: '8' }],
    ['who pays', { payer: 'package', package: 'PAK-100' }],
  ])('sent again with %s changed, as after Back, is not taken unsaid', async (_, more) => {
    const fields = joining()
    const first = await post(joinPath(), fields)
    const changed = await post(joinPath(), { ...fields, ...more })
    expect([changed.status, changed.to]).toEqual([422, ''])
    expect(changed.body).toContain('You are on the list already with what you sent before.')
    expect((await post(joinPath(), fields)).to).toBe(first.to)
    // The same press heard on another day, by which its days would be others.
    await db.admin.query(
      `update clinic.waiting_entries set first_day = first_day - 3, last_day = last_day - 3 where clinic_id = $1`,
      [clinic.clinicId],
    )
    expect((await post(joinPath(), fields)).to).toBe(first.to)
  })

  test('says what is missing, and keeps what was typed', async () => {
    const { service, key } = joining()
    const answer = await post(joinPath(), {
      service,
      key,
      part: 'midnight',
      weeks: '99',
      name: 'Robin <b>',
      email: 'no',
    })
    expect(answer.status).toBe(422)
    for (const words of ['Tick at least one day', 'what time of day', 'how long', 'Choose who pays', 'Robin &lt;b>'])
      expect(answer.body).toContain(words)
  })

  test('a mail says that one is on the list, and how to leave it', async () => {
    const { to } = await post(joinPath(), joining())
    const sent: { to: string; text: string }[] = []
    await sendDueMails({
      db: db.app,
      sender: {
        from: 'bookings@unclench.example',
        visitLink: () => 'https://u.example/visits/x',
        checkLink: 'https://u.example/check',
        bookAgainLink: () => 'https://u.example/find',
        offerLink: () => 'https://u.example/offers/x',
        chooseAgainLink: () => 'https://u.example/visits/again/x',
        reviewLink: () => 'https://u.example/reviews/x',
        stopLink: () => 'https://u.example/reviews/x/stop',
        staffReviewsLink: 'https://u.example/console/reviews',
        talkLink: (kind, clinicId, id) => `https://u.example/${kind}/${clinicId}.${id}`,
        waitingLink: (clinicId, appointmentId) =>
          `https://u.example${bookingPaths.waiting(privateToken(db.secret, 'waiting', { clinicId, appointmentId }))}`,
      },
      deliver: (mail) => {
        sent.push({ to: mail.to, text: mail.message.toString('utf8').replaceAll('=\r\n', '') })
        return Promise.resolve({ ok: true })
      },
    })
    const mine = sent.filter(({ text }) => text.includes(to))
    expect(mine).toHaveLength(1)
    expect(mine[0]?.text).toContain('Subject: You are on the waiting list of Lantern Physio')
  })

  test('is left by the private link, once and for all', async () => {
    const { to } = await post(joinPath(), joining())
    expect((await post(to, {})).status).toBe(303)
    expect((await post(to, {})).status).toBe(303)
    expect((await ask(to)).body).toContain('You are not on the list any more')
  })
})

describe('a service that needs a letter of referral', () => {
  const needed = 'This visit needs a letter of referral, such as from your GP.'

  test('says so where one joins the list, and with the time that is offered; no other does', async () => {
    const pages = async () => [(await ask(`${joinPath()}?service=${clinic.serviceId}`)).body, (await ask(offer)).body]
    const offer = await offered()
    expect((await pages()).map((body) => body.includes(needed))).toEqual([false, false])
    await db.admin.query('update clinic.services set needs_referral = true where clinic_id = $1', [clinic.clinicId])
    expect((await pages()).map((body) => body.includes(needed))).toEqual([true, true])
  })

  test('says so in the mails of a place on the list and of an offered time', async () => {
    await offered()
    await db.admin.query('update clinic.services set needs_referral = true where clinic_id = $1', [clinic.clinicId])
    await db.admin.query(
      `update clinic.mails set due_at = now(), next_try_at = now(), useless_after = now() + interval '1 hour' where clinic_id = $1`,
      [clinic.clinicId],
    )
    const due = await takeDueNotices(db.app, clinic.clinicId, { most: 10, leaseMs: 1000 })
    const told = due.map(({ kind, notice }) => [
      kind,
      JSON.stringify(noticeContent(kind, notice, { own: '/own', check: '/check' }, Date.now()).facts).includes(needed),
    ])
    expect(new Map(told.map(([kind, says]) => [kind, says]))).toEqual(
      new Map([
        ['waiting', true],
        ['offer', true],
      ]),
    )
  })
})

test('the mail of an offered time has the price and the fee with which it is kept', async () => {
  await offered()
  await db.admin.query('update clinic.services set price_pence = 9900, late_fee_pence = 4400 where clinic_id = $1', [
    clinic.clinicId,
  ])
  await db.admin.query(
    `update clinic.mails set due_at = now(), next_try_at = now(), useless_after = now() + interval '1 hour' where clinic_id = $1`,
    [clinic.clinicId],
  )
  const due = await takeDueNotices(db.app, clinic.clinicId, { most: 10, leaseMs: 1000 })
  const offer = due.find(({ kind }) => kind === 'offer')
  const mail =
    offer && JSON.stringify(noticeContent('offer', offer.notice, { own: '/own', check: '/check' }, Date.now()))
  expect(mail).toContain('The price is £62.')
  expect(mail).toMatch(/Once you take it, you can cancel free until [^.]+\. After that it costs £30\./)
})

/** What was paid ahead, or granted by an insurer, for Robin Ashdown. */
async function granted(payer: 'package' | 'insurer', lateCancelUses = true): Promise<void> {
  const memberId = await makeMember(db, clinic.clinicId, 'reception')
  const who = { name: 'Amara', email: 'a@clinic.example', role: 'reception', therapistId: null } as const
  const member = { clinicId: clinic.clinicId, memberId, accountId: crypto.randomUUID(), ...who }
  const two = { payer, insurer: payer === 'insurer' ? 'bupa' : null, reference: 'PACK 12', visits: 2, validUntil: null }
  await enterGrant(db.app, member, { ...two, personName: 'Robin Ashdown', lateCancelUses })
}
/** The mail of the offer as it would go now. */
async function offerMail(): Promise<string> {
  await db.admin.query(
    `update clinic.mails set due_at = now(), next_try_at = now(), useless_after = now() + interval '1 hour' where clinic_id = $1`,
    [clinic.clinicId],
  )
  const due = await takeDueNotices(db.app, clinic.clinicId, { most: 10, leaseMs: 1000 })
  const offer = due.find(({ kind }) => kind === 'offer')
  if (!offer) throw new Error('no offer is due')
  return JSON.stringify(noticeContent('offer', offer.notice, { own: '/own', check: '/check' }, Date.now()))
}

describe('an offer to whoever has visits paid ahead or granted', () => {
  const ahead = { payer: 'package', package: 'pack-12' }
  const also = 'A late cancel also uses up one of the visits paid for ahead.'

  test('can be waited for with the number of a package, where the clinic has any', async () => {
    const join = `${joinPath()}?service=${clinic.serviceId}`
    expect((await ask(join)).body).not.toContain('value="package"')
    await granted('package')
    expect((await ask(join)).body).toMatch(/name="payer" value="package"[\s\S]*name="package"/)
    expect((await post(joinPath(), { ...joining(), name: '' })).body).toContain('value="package"')
  })

  test('says on its page and in its mail that a late cancel uses one up too, and that the visit is one of them', async () => {
    await granted('package')
    const path = await offered(ahead)
    const page = (await ask(path)).body
    expect(page).toContain(also)
    expect(page).toContain('It is one of the visits that you paid ahead.')
    const mail = await offerMail()
    expect(mail).toContain('This is one of the visits that you paid ahead.')
    expect(mail).not.toContain('The price is')
    expect(mail).toContain('After that it costs £30 and one of the visits you paid for ahead.')
  })

  test('of a visit that moves says it of that visit', async () => {
    await granted('package')
    const carried = carriedBy(clinic, '16:00')
    const held = await post(`/book/${slug()}`, carried)
    const mine = await post(held.to, { do: 'book', ...details, ...ahead, ...carried })
    const early = await book('10:00')
    const joined = await post(`${mine.to}/earlier`, { key: crypto.randomUUID(), who: 'any', part: 'any', ...days })
    await post(`${early}/cancel`, {})
    const [, path = ''] = /href="(\/offers\/[^"]+)"/.exec((await ask(joined.to)).body) ?? []
    expect((await ask(path)).body).toContain(also)
  })

  test('says nothing of it where a late cancel gives it back', async () => {
    await granted('package', false)
    expect((await ask(await offered(ahead))).body).not.toContain('uses up')
    expect(await offerMail()).toMatch(/After that it costs £30\./)
  })

  test('says it of what an insurer agreed to', async () => {
    await granted('insurer')
    await db.admin.query(`update clinic.services set late_fee_pence = 0 where clinic_id = $1`, [clinic.clinicId])
    await db.admin.query(
      `insert into clinic.service_insurers (clinic_id, service_id, insurer) values ($1, $2, 'bupa')`,
      [clinic.clinicId, clinic.serviceId],
    )
    const path = await offered({ payer: 'insurer', insurer: 'bupa', membership: '1', authorisation: 'PACK12' })
    expect((await ask(path)).body).toContain('A late cancel also uses up one of the visits your insurer agreed to.')
    expect(await offerMail()).toContain('After that it costs one of the visits your insurer agreed to.')
  })
})

describe('an offer', () => {
  test('is answered by a pressed button alone: a scanner that opens it, three times, changes nothing', async () => {
    const path = await offered()
    const before = await everything()
    for (let times = 0; times < 3; times += 1) for (const method of ['GET', 'HEAD', 'OPTIONS']) await ask(path, method)
    await post(path, {})
    await post(path, { do: 'something' })
    expect(await everything()).toBe(before)
  })

  test('taken leads to the visit, by Back and by a second press too', async () => {
    const path = await offered()
    expect((await ask(path)).body).toMatch(/Until .*Then we ask the next person/)
    expect((await post(path, { do: 'take' })).status).toBe(303)
    expect((await post(path, { do: 'take' })).status).toBe(303)
    const { to, status } = await ask(path)
    expect(status).toBe(303)
    const visit = await ask(to)
    expect(visit.body).toContain('Your visit is booked')
    expect(visit.body).toContain('Robin Ashdown')
  })

  test('passed says so, and cannot be taken afterwards', async () => {
    const path = await offered()
    await post(path, { do: 'pass' })
    expect((await ask(path)).body).toContain('You let this time pass')
    expect((await ask(path)).body).toContain('we ask you again')
    await post(path, { do: 'take' })
    expect((await ask(path)).status).toBe(410)
  })

  /** The offer of this private address. */
  const offerIn = (path: string) => {
    const link = readPrivateToken(db.secret, 'offer', path.split('/').at(-1) ?? '')
    return { clinicId: clinic.clinicId, offerId: link?.appointmentId ?? '' }
  }

  test('that staff ended says so, and not that its person let it pass', async () => {
    const offer = await offered()
    const memberId = await makeMember(db, clinic.clinicId, 'reception')
    await passOffer(db.app, offerIn(offer), memberId)
    const { body, status } = await ask(offer)
    expect(status).toBe(410)
    expect(body).toContain('The clinic ended this offer')
    expect(body).toContain('Lantern Physio keeps this time for you no more.')
    expect(body).not.toContain('You let this time pass')
    expect(body).toContain('Your place on the list')
  })

  test('to whoever staff took off the list says so, and not that they left', async () => {
    const offer = await offered()
    const memberId = await makeMember(db, clinic.clinicId, 'reception')
    const { rows } = await db.admin.query<{ id: string }>(
      'select waiting_entry_id as id from clinic.waiting_entries where clinic_id = $1 and person_name = $2',
      [clinic.clinicId, 'Robin Ashdown'],
    )
    const entryId = rows[0]?.id ?? ''
    await leaveWaitingList(db.app, { clinicId: clinic.clinicId, entryId }, { memberId, reason: 'Rang' })
    const { body } = await ask(offer)
    expect(body).toContain('The clinic ended this offer')
    expect(body).toContain('Lantern Physio took you off the list, so we ask you no more.')
    expect(body).not.toContain('You left the list')
  })

  test('whose mail came back, or whose time is over, says so', async () => {
    const offer = await offered()
    await endOffer(db.app, offerIn(offer), { state: 'ended', why: 'unreached' })
    expect((await ask(offer)).body).toContain('Our mail to you came back, so we asked the next person.')
    await db.admin.query(
      `update clinic.offers set ended_why = null, closed_at = answer_until where clinic_id = $1 and offer_id = $2`,
      [clinic.clinicId, offerIn(offer).offerId],
    )
    expect((await ask(offer)).body).toContain('Its time to answer is over, and we ask the next person.')
  })

  /** What a visit stands at: price, fee of a late cancel, hours before it in which that is due. */
  const termsOf = async (name: string) => {
    const { rows } = await db.admin.query(
      `select a.price_pence, a.late_fee_pence, extract(epoch from a.starts_at - a.free_until)::int / 3600 as hours
        from clinic.appointments a join clinic.persons p using (clinic_id, person_id)
        where a.clinic_id = $1 and p.name = $2 and a.state = 'confirmed'`,
      [clinic.clinicId, name],
    )
    return rows
  }
  const serviceNow = (changed: string) =>
    db.admin.query(`update clinic.services set ${changed} where clinic_id = $1`, [clinic.clinicId])
  const heard = (html: string) => html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')

  test('says what a late cancel of it costs, and stands at the price and the fee with which it was kept', async () => {
    await serviceNow('free_until_hours = 300')
    const path = await offered()
    await serviceNow('price_pence = 9900, late_fee_pence = 4400, free_until_hours = 24')
    const page = heard((await ask(path)).body)
    expect(page).toContain('Once you take it: Cancelling now costs £30. To move it, please ring the clinic.')
    expect([page.includes('£62'), page.includes('£99')]).toEqual([true, false])
    await post(path, { do: 'take' })
    expect(await termsOf('Robin Ashdown')).toEqual([{ price_pence: 6200, late_fee_pence: 3000, hours: 300 }])
  })

  test('of two at once says it of each', async () => {
    const visit = await book()
    await post(joinPath(), { ...joining(), secondPerson: 'Ash Ashdown' })
    await post(`${visit}/cancel`, {})
    const { rows } = await db.admin.query<{ offer_id: string }>(
      `select offer_id from clinic.offers where clinic_id = $1 and state = 'open'`,
      [clinic.clinicId],
    )
    const id = { clinicId: clinic.clinicId, appointmentId: rows[0]?.offer_id ?? '' }
    const page = heard((await ask(bookingPaths.offer(privateToken(db.secret, 'offer', id)))).body)
    expect(page).toContain('Once you take it: Each visit is free to move or cancel until 24 hours before it.')
  })

  test('of an earlier time says the new price and cost of a cancel, and moves the visit at those', async () => {
    const mine = await book('16:00', 'Robin Ashdown')
    const early = await book('10:00')
    const joined = await post(`${mine}/earlier`, { key: crypto.randomUUID(), who: 'any', part: 'any', ...days })
    await serviceNow('price_pence = 7100, late_fee_pence = 3500, free_until_hours = 300')
    await post(`${early}/cancel`, {})
    await serviceNow('price_pence = 9900, late_fee_pence = 4400, free_until_hours = 24')
    const [, path = ''] = /href="(\/offers\/[^"]+)"/.exec((await ask(joined.to)).body) ?? []
    const page = heard((await ask(path)).body)
    expect(page).toContain('If you move it, it costs £71 and not £62.')
    expect(page).toContain('Once it is moved: Cancelling now costs £35.')
    await post(path, { do: 'take' })
    expect(await termsOf('Robin Ashdown')).toEqual([{ price_pence: 7100, late_fee_pence: 3500, hours: 300 }])
  })

  test('of whoever has left the list since says so, and promises nothing', async () => {
    const path = await offered()
    const waiting = /href="(\/waiting\/[^"]+)"/.exec((await ask(path)).body)?.[1] ?? ''
    await post(waiting, {})
    const { body } = await ask(path)
    expect(body).toContain('You left the list, so we ask you no more.')
    expect(body).not.toContain('ask you again')
  })

  test('of a therapist who is away since says that it cannot be had, and a form that was open shows near times', async () => {
    const path = await offered()
    await db.admin.query(
      `insert into clinic.absences (clinic_id, therapist_id, first_day, last_day)
       select clinic_id, therapist_id, current_date, current_date + 4 from clinic.therapists where clinic_id = $1 and name = 'Therapist 1'`,
      [clinic.clinicId],
    )
    const seen = await ask(path)
    expect([seen.status, seen.body.includes('Lantern Physio cannot give this time any more.')]).toEqual([410, true])
    expect(seen.body).not.toContain('This time is kept for you')
    const taken = await post(path, { do: 'take' })
    expect([taken.status, taken.body.includes('is booked.')]).toEqual([409, false])
    const after = (await ask(path)).body
    expect(after).toContain('Lantern Physio cannot give this time any more.')
    expect(after).not.toContain('we ask the next person')
  })

  test('at a time at which the same person has a visit asks whether that is meant', async () => {
    const path = await offered()
    const start = String(dayAfterTomorrow('10:15'))
    const other = `therapist-${clinic.therapists[1]}`
    const held = await post(`/book/${other}`, { service: clinic.serviceId, start })
    const carried = {
      service: clinic.serviceId,
      therapist: clinic.therapists[1] ?? '',
      location: clinic.locationId,
      start,
    }
    expect((await post(held.to, { do: 'book', ...details, ...carried })).status).toBe(303)
    const asked = await post(path, { do: 'take' })
    expect(asked.status).toBe(422)
    expect(asked.body).toContain('You have a visit at this clinic then')
    // Return beside the tick does not give the time to the next person.
    expect(sentAtReturn(asked.body, 'name="secondIsMeant"')).toBe('do=take')
    await post(path, { do: 'take', secondIsMeant: 'yes' })
    expect((await ask(path)).status).toBe(303)
  })

  test('with one letter of its link changed opens nothing, and no other kind of link opens it', async () => {
    const path = await offered()
    const last = path.at(-1) === 'A' ? 'B' : 'A'
    for (const wrong of [
      `${path.slice(0, -1)}${last}`,
      path.replace('offers', 'visits'),
      path.replace('offers', 'waiting'),
    ])
      expect((await ask(wrong)).status).toBe(404)
  })
})

describe('a visit', () => {
  test('can ask for an earlier time, and keeps its own until that is taken', async () => {
    const mine = await book('16:00', 'Robin Ashdown')
    const early = await book('10:00')
    expect((await ask(mine)).body).toContain('Ask for an earlier time')
    expect((await ask(`${mine}/earlier`)).body).toContain('stays yours until you take another time')
    const joined = await post(`${mine}/earlier`, { key: crypto.randomUUID(), who: 'any', part: 'any', ...days })
    expect(joined.status).toBe(303)
    await post(`${early}/cancel`, {})
    const place = await ask(joined.to)
    const [, path = ''] = /href="(\/offers\/[^"]+)"/.exec(place.body) ?? []
    expect((await ask(path)).body).toContain('moves here, at no cost')
    await post(path, { do: 'take' })
    expect((await ask(path)).to).toBe(mine)
    expect((await ask(mine)).body).toContain('10:00 to 10:45')
  })

  test('says that one waits for an earlier time; asked again, the last wish counts, and the first form changes nothing', async () => {
    const mine = await book('16:00', 'Robin Ashdown')
    const wish = { key: crypto.randomUUID(), who: 'any', part: 'any', ...days }
    const { to } = await post(`${mine}/earlier`, wish)
    const visit = (await ask(mine)).body
    expect(visit).toContain('You wait for an earlier time')
    expect(visit).toContain(`href="${to}"`)
    expect(visit).not.toContain('Ask for an earlier time')
    expect((await ask(`${mine}/earlier`)).body).toContain('What you choose here takes its place.')
    const again = { key: crypto.randomUUID(), who: 'one', part: 'morning', day1: 'yes' }
    expect((await post(`${mine}/earlier`, again)).to).toBe(to)
    for (const form of [again, wish]) {
      expect((await post(`${mine}/earlier`, form)).to).toBe(to)
      expect((await ask(to)).body).toMatch(/with Therapist 1[\s\S]*Mondays, before noon/)
    }
    await post(to, {})
    expect((await ask(mine)).body).toContain('Ask for an earlier time')
  })

  test('that is cancelled ends its offer of an earlier time: no page promises to move it, or says that it stays', async () => {
    const mine = await book('16:00', 'Robin Ashdown')
    const early = await book('10:00')
    const joined = await post(`${mine}/earlier`, { key: crypto.randomUUID(), who: 'any', part: 'any', ...days })
    await post(`${early}/cancel`, {})
    const [, path = ''] = /href="(\/offers\/[^"]+)"/.exec((await ask(joined.to)).body) ?? []
    expect((await ask(path)).body).toContain('moves here, at no cost')
    await post(`${mine}/cancel`, {})
    const { status, body } = await ask(path)
    expect([status, body.includes('there is nothing to move')]).toEqual([410, true])
    expect(body).not.toContain('moves here')
    expect(body).not.toContain('stays as it is')
    expect((await ask(joined.to)).body).toContain('You are not on the list any more')
  })
})
