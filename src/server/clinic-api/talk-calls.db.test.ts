/** Reviews and questions by calls of machines on a real database. */
import { beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../clinic/db/test-database.ts'
import { joinClinic } from '../../clinic/calendar/test-calendar.ts'
import { dealWithQuestion } from '../../clinic/talk/answer-question.ts'
import { writeTakenOn } from '../../clinic/talk/take-on.ts'
import { callsOn } from './test-calls.ts'

const db = testDatabase()
const { ask, lantern, secret } = callsOn(db)

describe('a review', () => {
  async function finished() {
    const clinic = await lantern()
    const visit = `/api/v1/visits/${await clinic.book()}`
    const finish = () =>
      db.admin.query(
        `update clinic.appointments set state = 'finished', starts_at = now() - interval '2 hours',
         ends_at = now() - interval '1 hour' where clinic_id = $1`,
        [clinic.clinicId],
      )
    return { ...clinic, visit, finish, all: `/api/v1/therapists/${clinic.slug}/reviews` }
  }

  test('is written by the token of a finished visit, changed by a second call, and read by everybody without the person', async () => {
    const { visit, finish, all, slug } = await finished()
    expect((await ask('GET', visit)).body).not.toHaveProperty('review')
    await finish()
    const path = `/api/v1/reviews/${(await ask('GET', visit)).body.review}`
    expect((await ask('GET', path)).body).toMatchObject({ mayReview: true, review: null, shortName: 'Robin A.' })
    const sent = await ask('POST', path, { mark: 4, words: 'Found out what I could still do.', name: 'short' })
    expect([sent.status, sent.body.review]).toMatchObject([200, { mark: 4, name: 'Robin A.', waits: false }])
    expect((await ask('POST', path, { mark: 5 })).body.review).toMatchObject({ mark: 5, words: '', name: null })
    const { body } = await ask('GET', all)
    expect(body).toMatchObject({ page: 1, rating: { count: 1, mean: 5, marks: [0, 0, 0, 0, 1], notShown: {} } })
    expect(body.reviews).toMatchObject([{ mark: 5, name: null, reply: null }])
    expect(JSON.stringify(body)).not.toContain('Ashdown')
    expect((await ask('GET', `/api/v1/therapists/${slug}x/reviews`)).status).toBe(404)
  })

  test('that may tell of danger says so beside the answer, kept or not, and waits for the clinic', async () => {
    const { visit, finish, all } = await finished()
    await finish()
    const path = `/api/v1/reviews/${(await ask('GET', visit)).body.review}`
    const words = 'Since then I am numb between my legs.'
    const long = await ask('POST', path, { mark: 2, words: `${words} ${'x'.repeat(2000)}` })
    expect([long.status, long.body.errors[0].pointer]).toEqual([422, '/words'])
    expect(long.body.danger.heard[0].says).toContain('numb')
    const sent = await ask('POST', path, { mark: 2, words })
    expect(sent.body).toMatchObject({
      review: { mark: 2, waits: true },
      danger: { say: expect.stringContaining('999') },
    })
    const { body } = await ask('GET', all)
    expect(body).toMatchObject({ rating: { count: 0, mean: null, notShown: { waits: 1 } }, reviews: [] })
  })

  test('is refused of a visit that is ahead, by the token of the visit itself, and with a mark that is none', async () => {
    const { visit, finish } = await finished()
    await finish()
    const path = `/api/v1/reviews/${(await ask('GET', visit)).body.review}`
    await db.admin.query("update clinic.appointments set state = 'no-show' where state = 'finished'")
    const refused = await ask('POST', path, { mark: 1, words: 'I cannot feel when I pee' })
    expect([refused.status, refused.body.why]).toEqual([409, 'notFinished'])
    expect(refused.body.danger).toBeDefined()
    expect((await ask('GET', `/api/v1/reviews/${visit.split('/').at(-1)}`)).status).toBe(404)
    for (const mark of [0, 6, 4.5, '5']) expect((await ask('POST', path, { mark })).status).toBe(422)
  })
})

describe('a question', () => {
  let clinicId = ''
  let therapistId: string | null = null
  beforeEach(async () => {
    await db.admin.query('update clinic.talk_settings set answers_questions = false')
    const clinic = await lantern()
    clinicId = clinic.clinicId
    therapistId = clinic.therapists[0] ?? null
    await writeTakenOn(db.app, clinicId, { answersQuestions: true, readsComments: false })
  })
  const asked = (more: object = {}) => ({
    ...{ key: crypto.randomUUID(), words: 'May I swim with a xylophone?', who: 'all' },
    ...more,
  })
  const kept = async () =>
    (await db.admin.query('select state, is_public from clinic.questions where clinic_id = $1', [clinicId])).rows

  test('is one however often it is sent, is read back by its token alone, and is erased', async () => {
    const question = asked()
    const [one, two] = [
      await ask('POST', '/api/v1/questions', question),
      await ask('POST', '/api/v1/questions', question),
    ]
    expect([one.status, one.body.state, two.body.question]).toEqual([201, 'open', one.body.question])
    expect(await kept()).toEqual([{ state: 'open', is_public: true }])
    const path = `/api/v1/questions/${one.body.question}`
    expect((await ask('GET', path)).body).toMatchObject({ words: question.words, answer: null, closed: null })
    expect((await ask('DELETE', path)).body).toMatchObject({ state: 'erased', words: null })
    expect((await ask('GET', '/api/v1/questions/x')).status).toBe(404)
  })

  test('that may tell of danger is asked about first; said yes to, nothing of it is kept', async () => {
    const words = 'I am numb between my legs, may I swim?'
    const first = await ask('POST', '/api/v1/questions', asked({ words }))
    expect([first.status, first.body.why]).toEqual([422, 'askAboutNote'])
    const signs: readonly string[] = first.body.asked.map(({ question }: { question: string }) => question)
    const said = (what: string) => Object.fromEntries(signs.map((sign) => [sign, what]))
    const yes = await ask('POST', '/api/v1/questions', asked({ words, aboutNote: said('notSure') }))
    expect([yes.status, yes.body.why]).toEqual([409, 'checkFirst'])
    expect(await kept()).toEqual([])
    const no = await ask('POST', '/api/v1/questions', asked({ words, aboutNote: said('no') }))
    expect(no.status).toBe(201)
    const other = asked({ words: 'My throat is closing up. May I swim?' })
    expect((await ask('POST', '/api/v1/questions', other)).body.why).toBe('otherEmergency')
    expect((await ask('POST', '/api/v1/questions', { ...other, told: 'yes' })).status).toBe(201)
  })

  test('is refused field by field, and where nobody takes any', async () => {
    const wrong = await ask('POST', '/api/v1/questions', asked({ words: ' ', email: 'no address' }))
    expect(wrong.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/words', '/email'])
    const long = await ask('POST', '/api/v1/questions', asked({ words: 'x'.repeat(100_001) }))
    expect([413, 422]).toContain(long.status)
    await writeTakenOn(db.app, clinicId, { answersQuestions: false, readsComments: false })
    const refused = await ask('POST', '/api/v1/questions', asked())
    expect([refused.status, refused.body.why]).toEqual([409, 'notTaking'])
    expect(await kept()).toEqual([])
  })

  test('that staff answered and published is read back by its token, and by everybody among the answers', async () => {
    const { body } = await ask('POST', '/api/v1/questions', asked())
    const amara = await joinClinic(db, clinicId, { role: 'therapist', name: 'Amara', therapistId })
    const { rows } = await db.admin.query('select question_id as id from clinic.questions where clinic_id = $1', [
      clinicId,
    ])
    const deed = { what: 'answered', words: 'Yes, gently.', guidePages: [], publishAs: 'May I swim?' } as const
    expect(await dealWithQuestion(db.app, secret, amara, rows[0].id, deed)).toEqual({ ok: true })
    const own = async () => (await ask('GET', `/api/v1/questions/${body.question}`)).body
    expect(await own()).toMatchObject({ state: 'open', answer: null })
    await db.admin.query(`with a as (update clinic.question_answers set goes_at = now() - interval '1 second')
      update clinic.published_answers set published_at = now() - interval '1 second'`)
    expect(await own()).toMatchObject({ state: 'answered', isPublished: true, answer: { words: 'Yes, gently.' } })
    const { answers } = (await ask('GET', '/api/v1/answers')).body
    expect(answers[0]).toMatchObject({
      question: 'May I swim?',
      answer: 'Yes, gently.',
      signed: { name: 'Therapist 1' },
    })
  })
})
