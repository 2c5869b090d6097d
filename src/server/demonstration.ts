/**
 * The demonstration as the clinic's staff first see it: the clinics and their days (`seedDemo`), and on them what people have
 * sent: checks with the visits that come next, questions, a comment. Everybody is invented. What was sent goes through the
 * same doors as anybody's, so that it is sealed, and answered, like theirs.
 */
import { randomUUID } from 'node:crypto'
import { answerTheRest } from '../care/check/answer-the-rest.ts'
import type { Answers } from '../care/check/types.ts'
import { asEpochMs } from '../care/evidence/time.ts'
import { sharedCheckOf } from '../care/record/shared-check.ts'
import { shareCheck } from '../clinic/booking/shared-check.ts'
import { type Database, inClinic } from '../clinic/db/connection.ts'
import { seedDemo, type SeedResult } from '../clinic/directory/seed-demo.ts'
import { askQuestion } from '../clinic/talk/ask-question.ts'
import { writeComment } from '../clinic/talk/write-comment.ts'
import { dayOf } from '../web/care/moment.ts'
import { demoHolidays } from './demo-holidays.ts'

/**
 * Fills an empty installation, once; a second run changes nothing.
 * @param app the server's role
 * @param secret of the installation: what people send is sealed with it
 * @param now visits of today that are over by then are done; the next of each therapist comes with a check
 */
export async function demonstrate(
  app: Database,
  secret: Uint8Array,
  now = Temporal.Now.instant(),
): Promise<SeedResult> {
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate().toString()
  const seeded = await seedDemo(app, today, { now: now.epochMilliseconds, holidays: demoHolidays(today) })
  if (!seeded.ok) return seeded
  const clinics = await app
    .selectFrom('slugs')
    .select('clinic_id')
    .where('kind', '=', 'clinic')
    .orderBy('slug')
    .execute()
  for (const { clinic_id: clinicId } of clinics) {
    await shareChecks(app, secret, clinicId, now)
    await sendWords(app, secret, clinicId)
  }
  return seeded
}

/** Three people with back pain: what they told the check, each level as its rules make it. */
const told: readonly Answers[] = [
  { age: 47, place: ['lowBack', 'buttock', 'leg'], painNow: 6, stand10: 'can' },
  { age: 61, F1: 'yes', painNow: 4, duration: 'days0' },
  { age: 34, painNow: 5 },
]
/** What all three said, where nothing else is told. */
const alike: Answers = {
  ...{ who: 'me', place: ['lowBack'], centre: 'beside', startHow: 'sudden', startAfter: 'strain', duration: 'days0' },
  ...{ history: 'same', stand10: 'can', changes: 'moves', trend: 'better', walk: 'can', I5: 'yes', I2: 'within' },
}
/** First names of the demonstration (`demo-visits.ts`) that a man has there. */
const men = new Set(['Bilal', 'Dmitri', 'Goran', 'Iwan', 'Kofi'])

/** The next visit of each therapist comes with what its person chose to send. */
async function shareChecks(app: Database, secret: Uint8Array, clinicId: string, now: Temporal.Instant): Promise<void> {
  const next = await inClinic(app, clinicId, (trx) =>
    trx
      .selectFrom('appointments')
      .innerJoin('persons', (join) =>
        join
          .onRef('persons.clinic_id', '=', 'appointments.clinic_id')
          .onRef('persons.person_id', '=', 'appointments.person_id'),
      )
      .select(['appointments.appointment_id', 'persons.name', 'appointments.therapist_id'])
      .distinctOn('appointments.therapist_id')
      .where('appointments.state', '=', 'confirmed')
      .where('appointments.ends_at', '>', new Date(now.epochMilliseconds))
      .orderBy('appointments.therapist_id')
      .orderBy('appointments.starts_at')
      .execute(),
  )
  for (const [at, { appointment_id: appointmentId, name }] of next.entries())
    await shareCheck(app, secret, { clinicId, appointmentId }, checkText(at, name, now))
}

/** The text as the device of one of the three would make it, told an hour ago. */
function checkText(which: number, name: string, now: Temporal.Instant): string {
  const sex = men.has(name.split(' ')[0] ?? '') ? 'male' : 'female'
  const { answers, result } = answerTheRest({ ...alike, ...told[which % told.length], sex })
  const { movement, level, protocolVersion } = result
  const at = asEpochMs(now.subtract({ hours: 1 }).epochMilliseconds)
  const text = sharedCheckOf([
    {
      ...{ v: 2, kind: 'checkFinished', id: randomUUID(), check: randomUUID(), changed: [] },
      ...{ at, day: dayOf(at, { kind: 'server' }) },
      ...{ answers, movement, level, protocolVersion },
    },
  ])
  if (text === null) throw new Error('The check of the demonstration gives no text to share.')
  return text
}

const questions = [
  { words: 'I sit at a desk all day. How often should I get up?', isPublic: true },
  { words: 'May I carry my two-year-old again, ten days after a spasm?', isPublic: false },
]

/** What waits for staff: questions where a clinic answers some, a comment where it reads them. */
async function sendWords(app: Database, secret: Uint8Array, clinicId: string): Promise<void> {
  const takesOn = await inClinic(app, clinicId, (trx) =>
    trx.selectFrom('talk_settings').select(['answers_questions', 'reads_comments']).executeTakeFirst(),
  )
  const sent = { clinicId, email: undefined, address: undefined, isDanger: false }
  if (takesOn?.answers_questions)
    for (const question of questions) await askQuestion(app, secret, { ...sent, ...question, askKey: randomUUID() })
  if (takesOn?.reads_comments)
    await writeComment(app, secret, {
      ...{ ...sent, writeKey: randomUUID(), page: 'heat-or-ice', name: 'Mara' },
      words: 'Is a wheat bag from the microwave as good as a hot-water bottle? It stays where I put it.',
    })
}
