/** What of the answers of therapists the guide shows: what everybody may read, and nothing else of it. */
import { expect, test } from 'vitest'
import { makeTestClinic } from '../clinic/booking/test-clinic.ts'
import { testDatabase } from '../clinic/db/test-database.ts'
import { answeredHere } from './answered-here.ts'

const db = testDatabase()

test('only what was published and stands: not what still waits, was taken back, or whose signer left the register', async () => {
  const { clinicId, therapists } = await makeTestClinic(db, { therapists: 2 })
  const put = async (question: string, published: string, withdrawn: string | null, therapist = therapists[0]) =>
    db.admin.query(
      `with q as (insert into clinic.questions (clinic_id, ask_key, words_sealed, is_public, asked_from, state, answered_at, due_at)
         values ($1, gen_random_uuid(), '\\x00', true, '\\x00', 'answered', now(), now()) returning question_id)
       insert into clinic.published_answers (clinic_id, question_id, therapist_id, question, answer, guide_pages, published_at, withdrawn_at)
       select $1, question_id, $2, $3, 'Take 400 mg.', '{}', now() + $4::interval, now() + $5::interval from q`,
      [clinicId, therapist, question, published, withdrawn],
    )
  await put('It stands?', '-1 minute', null)
  await put('It waits?', '1 minute', null)
  await put('It was taken back?', '-1 hour', '-1 minute')
  await put('Its signer left?', '-1 minute', null, therapists[1])
  await db.admin.query(
    'update clinic.registrations set valid_until = current_date - 2 where clinic_id = $1 and therapist_id = $2',
    [clinicId, therapists[1]],
  )
  const all = (await answeredHere({ directory: db.directory }))?.answers ?? []
  const ours = all.filter(({ question }) => /^It/.test(question))
  expect(ours.map(({ question }) => question)).toEqual(['It stands?'])
  expect(ours[0]?.note).toContain('Our note')
  expect(ours[0]?.signed).toMatch(/, physiotherapist at Lantern Physio, \w+ [\w-]+, \d+ \w+ \d{4}\.$/)
  expect(Object.keys(ours[0] ?? {}).toSorted()).toEqual(['answer', 'id', 'note', 'question', 'signed'])
})

test('where there is no database, or it does not answer, that is said', async () => {
  expect(await answeredHere(undefined)).toBeUndefined()
})
