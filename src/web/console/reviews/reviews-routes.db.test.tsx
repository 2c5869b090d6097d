/** Moderation through the staff's pages, as a browser posts it, over a real PostgreSQL. */
import { beforeAll, describe, expect, test } from 'vitest'
import { sharedDatabase } from '../../../clinic/db/test-database.ts'
import { makeMailClinic, makeVisit, type MailClinic } from '../../../clinic/mail/mail.fixtures.ts'
import type { Member, Role } from '../../../clinic/people/members.ts'
import { writeReview } from '../../../clinic/reviews/write-review.ts'
import { createConsoleApp } from '../console-app.tsx'
import { consoleHome } from '../console.fixtures.ts'

const db = sharedDatabase()
const shared: { clinic?: MailClinic; other?: MailClinic; members: Map<string, string> } = { members: new Map() }
const clinic = () => {
  if (!shared.clinic) throw new Error('no clinic yet')
  return shared.clinic
}
beforeAll(async () => {
  shared.clinic = await makeMailClinic(db.admin)
  shared.other = await makeMailClinic(db.admin, 'Other Physio')
  for (const { clinicId } of [shared.clinic, shared.other]) {
    const { rows } = await db.admin.query<{ id: string }>(
      `insert into clinic.members (clinic_id, name, email, role, account_id, joined_at)
       values ($1, 'Wren Holly', 'wren@lantern.example', 'owner', gen_random_uuid(), now()) returning member_id as id`,
      [clinicId],
    )
    shared.members.set(clinicId, rows[0]?.id ?? '')
  }
})

const member = (role: Role, clinicId = clinic().clinicId): Member => ({
  clinicId,
  memberId: shared.members.get(clinicId) ?? '',
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
    }),
  )
const get = async (path: string, who = member('owner')) => {
  const response = await appOf(who).request(path)
  return { status: response.status, body: await response.text() }
}
const post = async (id: string, fields: Readonly<Record<string, string>>, who = member('owner')) => {
  const path = `/console/reviews/${id}`
  const response = await appOf(who).request(path, { method: 'POST', body: new URLSearchParams(fields) })
  return { status: response.status, body: await response.text(), to: response.headers.get('Location') ?? '' }
}
let visits = 0
const review = async (words: string, isDanger = false) => {
  visits += 1
  const { clinicId } = clinic()
  const startsAt = Date.now() - visits * 86_400_000
  const appointmentId = await makeVisit(db.admin, clinic(), { startsAt })
  await db.admin.query(`update clinic.appointments set state = 'finished' where appointment_id = $1`, [appointmentId])
  await writeReview(db.app, { clinicId, appointmentId }, { mark: 2, words, isNamed: false, isDanger })
  const { rows } = await db.admin.query<{ id: string }>(
    'select review_id as id from clinic.reviews where appointment_id = $1',
    [appointmentId],
  )
  return rows[0]?.id ?? ''
}
const ask = async (isDanger: boolean) => {
  const { rows } = await db.admin.query<{ id: string }>(
    `insert into clinic.questions (clinic_id, ask_key, words_sealed, is_public, asked_from, due_at, danger_heard_at)
     values ($1, gen_random_uuid(), '\\x00', false, '\\x01', now(), ${isDanger ? 'now()' : 'null'}) returning question_id as id`,
    [clinic().clinicId],
  )
  return rows[0]?.id ?? ''
}
const acts = async (id: string) =>
  (await db.admin.query('select what, why, words from clinic.review_acts where review_id = $1 order by at', [id])).rows

describe('the staff’s reviews', () => {
  test('are not for a role that may not moderate, to look at or to change', async () => {
    const id = await review('Not for everybody')
    for (const role of ['therapist', 'reception'] as const) {
      expect((await get('/console/reviews?list=shown', member(role))).status).toBe(404)
      expect((await post(id, { do: 'hidden', why: 'hate' }, member(role))).status).toBe(404)
    }
    expect(await acts(id)).toEqual([])
    expect((await get('/console/reviews?list=shown', member('manager'))).body).toContain('Not for everybody')
  })

  test('of another clinic are as if they were not there', async () => {
    const id = await review('Ours alone')
    const theirs = member('owner', shared.other?.clinicId)
    expect((await get('/console/reviews?list=shown', theirs)).body).not.toContain('Ours alone')
    const answers = await Promise.all(
      [id, crypto.randomUUID(), 'nothing'].map((of) => post(of, { do: 'hidden', why: 'hate' }, theirs)),
    )
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
    expect(await acts(id)).toEqual([])
  })

  test('are kept back only with a reason of the list, once however often it is pressed, and come back', async () => {
    const id = await review('Buy my pills')
    for (const why of ['', 'low mark', 'constructor']) expect((await post(id, { do: 'hidden', why })).status).toBe(422)
    expect(await acts(id)).toEqual([])
    const pressed = await Promise.all([1, 2].map(() => post(id, { do: 'hidden', why: 'advert', list: 'shown' })))
    for (const one of pressed) expect(one).toMatchObject({ status: 303, to: '/console/reviews?list=shown&done=hidden' })
    expect(await acts(id)).toEqual([{ what: 'hidden', why: 'advert', words: null }])
    expect((await get('/console/reviews?list=hidden')).body).toContain('Buy my pills')
    expect((await get('/console/reviews?list=shown')).body).not.toContain('Buy my pills')
    await post(id, { do: 'put-back' })
    expect((await get('/console/reviews?list=shown')).body).toContain('Buy my pills')
  })

  test('that wait are counted beside "Reviews" on every page of whoever may moderate, and no longer once somebody has looked', async () => {
    const id = await review('I cannot feel my legs', true)
    // A neighbour’s comment waits too.
    const waiting = (what: string, count: number) =>
      new RegExp(
        `Reviews<span class="side-more">, comments</span></span>\\s*<span class="side-count"><span class="unseen">waiting: ${what}</span><span aria-hidden="true">${count}</span></span>`,
      )
    expect((await get('/console')).body).toMatch(waiting('1 review, 1 comment', 2))
    expect((await get('/console', member('reception'))).body).not.toContain('side-count')
    expect((await get('/console', member('owner', shared.other?.clinicId))).body).toMatch(waiting('1 comment', 1))
    await post(id, { do: 'danger-seen' })
    expect((await get('/console')).body).toMatch(waiting('1 comment', 1))
  })

  test('and comments and questions that may tell of danger head the day of whoever may read them, until somebody has looked', async () => {
    const { clinicId } = clinic()
    const comment = (what: string, heard: string) =>
      db.admin.query(
        `insert into clinic.comments (clinic_id, write_key, page, words, written_from, danger_heard_at)
         values ($1, gen_random_uuid(), 'heat-or-ice', $2, decode(md5($2), 'hex'), ${heard})`,
        [clinicId, what],
      )
    const head = /<a href="(\/console\/\w+)">([^<]+ may tell of danger)<\/a>(: read \w+ first\.)/g
    const said = async (who = member('owner')) =>
      [...(await get('/console', who)).body.matchAll(head)].map(([, to, what, then]) => `${to} ${what}${then}`)
    const reader = { ...member('therapist'), therapistId: crypto.randomUUID() }
    await comment('I like warmth', 'null')
    expect([await said(), await said(reader)]).toEqual([[], []])
    await comment('I am numb', 'now()')
    expect(await said()).toEqual(['/console/moderation A comment may tell of danger: read it first.'])
    const hers = await review('I am numb as well', true)
    await ask(true)
    await comment('I am numb too', 'now()')
    expect(await said()).toEqual([
      '/console/reviews A review may tell of danger: read it first.',
      '/console/moderation 2 comments may tell of danger: read them first.',
    ])
    expect(await said(reader)).toEqual(['/console/inbox A question may tell of danger: read it first.'])
    await ask(false)
    const second = await ask(true)
    expect(await said({ ...reader, role: 'owner' })).toEqual([
      '/console/inbox 2 questions may tell of danger: read them first.',
      '/console/reviews A review may tell of danger: read it first.',
      '/console/moderation 2 comments may tell of danger: read them first.',
    ])
    expect([await said(member('reception')), await said(member('owner', shared.other?.clinicId))]).toEqual([[], []])
    await post(hers, { do: 'danger-seen' })
    await db.admin.query('update clinic.comments set danger_seen_at = now() where danger_heard_at is not null')
    await db.admin.query('update clinic.questions set danger_seen_at = now() where question_id = $1', [second])
    expect([await said(), await said(reader)]).toEqual([
      [],
      ['/console/inbox A question may tell of danger: read it first.'],
    ])
  })

  test('say as whom they are shown, with no second full stop', async () => {
    const id = await review('Named')
    await db.admin.query(`update clinic.reviews set shown_name = 'Lin H.' where review_id = $1`, [id])
    const { body } = await get('/console/reviews?list=shown')
    expect(body).toContain('Shown as: <bdi>Lin H.</bdi>')
    expect(body).not.toContain('</bdi>.')
  })

  test('that may tell of danger stand first, with whom to ring, until somebody has looked', async () => {
    const id = await review('I am numb between my legs', true)
    const before = await get('/console/reviews')
    expect(before.body).toContain('This may tell of something that cannot wait.')
    expect(before.body).toContain('Robin Ashdown')
    expect((await get('/console/reviews?list=shown')).body).not.toContain('numb between')
    await post(id, { do: 'danger-seen' })
    expect((await get('/console/reviews')).body).not.toContain('numb between')
    expect((await get('/console/reviews?list=shown')).body).toContain('numb between')
  })

  test('are answered in public, with markup as the letters that it is', async () => {
    const id = await review('Ran late')
    expect((await post(id, { do: 'replied', [`words-${id}`]: '  ' })).status).toBe(422)
    const long = await post(id, { do: 'replied', list: 'shown', [`words-${id}`]: 'x'.repeat(1001) })
    expect([long.status, long.body.includes('x'.repeat(1001))]).toEqual([422, true])
    const promise = await post(id, { do: 'replied', list: 'shown', [`words-${id}`]: 'Our massage heals backs.' })
    expect([promise.status, promise.body.includes('“massage heals”: Nobody can promise this')]).toEqual([422, true])
    expect((await post(id, { do: 'replied', [`words-${id}`]: '<b>Sorry</b>' })).status).toBe(303)
    expect((await get('/console/reviews?list=shown')).body).toContain('&lt;b>Sorry')
    expect(await acts(id)).toEqual([{ what: 'replied', why: null, words: '<b>Sorry</b>' }])
  })

  test('that were changed after they were answered say so beside the answer', async () => {
    const id = await review('Good, I think')
    expect((await post(id, { do: 'replied', [`words-${id}`]: 'So glad to hear it.' })).status).toBe(303)
    const told = 'They changed the review after it, which everybody can read.'
    expect((await get('/console/reviews?list=shown')).body).not.toContain(told)
    await db.admin.query(`update clinic.reviews set words = 'Bad', edited_at = now() where review_id = $1`, [id])
    expect((await get('/console/reviews?list=shown')).body).toContain(told)
  })

  test('answered by two at once are answered by one; the other keeps what was typed, and so does who looked at an older wording', async () => {
    const id = await review('Ran very late')
    const seenIn = async () =>
      new RegExp(`reviews/${id}"[^]*?name="seen" value="([^"]+)"`.replace('[^]', '[\\s\\S]')).exec(
        (await get('/console/reviews?list=shown')).body,
      )?.[1] ?? ''
    const seen = await seenIn()
    const reply = (words: string, as = seen) =>
      post(id, { do: 'replied', list: 'shown', seen: as, [`words-${id}`]: words })
    expect((await reply('We are sorry.')).status).toBe(303)
    expect((await reply('We are sorry.')).status).toBe(303)
    const late = await reply('Thanks!')
    expect([late.status, late.body.includes('Thanks!</textarea>')]).toEqual([409, true])
    expect(late.body).toContain('We are sorry.')
    expect((await acts(id)).map(({ words }) => words)).toEqual(['We are sorry.'])
    expect((await reply('Thanks!', await seenIn())).status).toBe(303)
    const before = await seenIn()
    await db.admin.query('update clinic.reviews set edited_at = now() where review_id = $1', [id])
    expect((await post(id, { do: 'hidden', why: 'hate', seen: before })).status).toBe(409)
  })

  test('do nothing for a button that does not exist', async () => {
    const id = await review('As it was')
    for (const what of ['', 'delete', 'toString']) expect((await post(id, { do: what })).status).toBe(422)
    expect(await acts(id)).toEqual([])
  })
})
