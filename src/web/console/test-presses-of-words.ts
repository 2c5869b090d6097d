/** For tests: each press about what is said: letters, offers, questions, comments, reviews; and feeds and new starts. */
import { makeMember } from '../../clinic/booking/test-staff.ts'
import { askQuestion } from '../../clinic/talk/ask-question.ts'
import { writeComment } from '../../clinic/talk/write-comment.ts'
import { consolePaths } from './console-paths.ts'
import type { Press, PressRow, Stage } from './test-press.ts'

async function question(at: Stage): Promise<string> {
  const asked = await askQuestion(at.db.app, at.db.secret, {
    ...{ clinicId: at.clinic.clinicId, askKey: crypto.randomUUID(), words: 'May I zumba?', isPublic: true },
    ...{ email: 'noor@example.org', address: undefined, isDanger: false },
  })
  return asked.ok ? asked.questionId : ''
}

async function comment(at: Stage): Promise<string> {
  await writeComment(at.db.app, at.db.secret, {
    ...{
      clinicId: at.clinic.clinicId,
      writeKey: crypto.randomUUID(),
      page: 'heat-or-ice',
      words: 'A warm bottle helps.',
    },
    ...{ name: undefined, email: undefined, address: undefined, isDanger: false },
  })
  return at.one('select comment_id as id from clinic.comments where clinic_id = $1')
}

const review = (at: Stage, visit: string) =>
  at.one(
    `insert into clinic.reviews (clinic_id, appointment_id, therapist_id, rating, words)
     select clinic_id, appointment_id, therapist_id, 4, 'Kind and clear.' from clinic.appointments where appointment_id = $1
     returning review_id as id`,
    [visit],
  )

const letter = async (at: Stage) => {
  const id = crypto.randomUUID()
  await at.hand.post(consolePaths.letters, new URLSearchParams({ letter: id, ...letterWords }))
  return id
}

/** What a letter says. */
export const letterWords = {
  subject: 'Three small things',
  opening: 'Cold mornings.',
  topic: 'keep-away',
  page: 'guide/heat-or-ice',
}

const deed = (id: string, fields: Readonly<Record<string, string>>): Press => ({
  ...{ page: consolePaths.question(id), action: consolePaths.question(id), fields },
})

const answered = { do: 'answered', words: 'Yes, gently.', publish: 'yes', publishAs: 'May I dance?' }

/** Those. */
export const pressesOfWords: readonly PressRow[] = [
  [
    consolePaths.letters,
    'a letter',
    async () => ({ page: consolePaths.newLetter, typed: letterWords, action: consolePaths.letters }),
    { letters: 1, letter_acts: 1 },
  ],
  [
    consolePaths.letterPattern,
    'a letter changed',
    async (at) => {
      const id = await letter(at)
      return { page: consolePaths.letter(id), typed: { subject: 'Four things' }, action: consolePaths.letter(id) }
    },
    { letter_acts: 1 },
  ],
  ...(['tested', 'scheduled', 'taken-back', 'stopped', 'went-on'] as const).map(
    (what): PressRow => [
      consolePaths.letterActsPattern,
      what,
      async (at) => {
        const id = await letter(at)
        const version = await at.one('select version as id from clinic.letters where letter_id = $1', [id])
        const fields = { do: what, version, day: at.nowDay(3), time: '07:30', perMinute: '200' }
        const acts = consolePaths.letterActs(id)
        if (what !== 'tested' && what !== 'scheduled') await at.does(acts, { ...fields, do: 'scheduled' })
        if (what === 'stopped' || what === 'went-on')
          await at.db.admin.query(
            `update clinic.letters set state = 'running', started_at = now() where letter_id = $1`,
            [id],
          )
        if (what === 'went-on') await at.does(acts, { ...fields, do: 'stopped' })
        return { page: consolePaths.letter(id), action: acts, fields }
      },
      what === 'tested' ? { letter_mails: 1, letter_acts: 1 } : { letter_acts: 1 },
    ],
  ),
  [
    consolePaths.offers,
    'an offer',
    async (at) => ({
      page: consolePaths.offers,
      typed: {
        ...{ words: 'A first visit', code: 'SPRING10', kind: 'percent', percent: '10', service: at.clinic.serviceId },
        ...{ firstDay: at.nowDay(), lastDay: at.nowDay(30), mostUses: '50' },
      },
    }),
    { price_offers: 1, price_offer_services: 1 },
  ],
  ...(['make', 'renew', 'end'] as const).map(
    (what): PressRow => [
      consolePaths.feed,
      `a calendar feed: ${what}`,
      async (at) => {
        if (what !== 'make') await at.hand.send(consolePaths.feed, { do: 'make' })
        return { page: consolePaths.feed, typed: { do: what } }
      },
      what === 'make' ? { calendar_feeds: 1 } : what === 'end' ? { calendar_feeds: -1 } : {},
    ],
  ),
  ...(['assigned', 'due', 'answered', 'taken-back', 'withdrawn', 'closed', 'reopened'] as const).map(
    (what): PressRow => [
      consolePaths.questionPattern,
      `a question: ${what}`,
      async (at) => {
        const id = await question(at)
        if (what === 'taken-back' || what === 'withdrawn') await at.does(consolePaths.question(id), answered)
        if (what === 'reopened') await at.does(consolePaths.question(id), { do: 'closed', why: 'not-ours' })
        return deed(
          id,
          what === 'answered' ? answered : { do: what, to: at.member.memberId, hours: '4', why: 'not-ours' },
        )
      },
      {
        ...{ talk_acts: 1 },
        ...(what === 'answered' && { question_answers: 1, published_answers: 1, mails: 1 }),
      },
      what === 'taken-back' ? 'Yes, gently.' : undefined,
    ],
  ),
  ...(['shown', 'kept-back', 'undone'] as const).map(
    (what): PressRow => [
      consolePaths.commentPattern,
      `a comment: ${what}`,
      async (at) => {
        const id = await comment(at)
        const seen = /name="seen" value="([^"]+)"/.exec((await at.hand.get(consolePaths.moderation)).html)?.[1] ?? ''
        if (what === 'undone') await at.does(consolePaths.comment(id), { do: 'shown', seen })
        return {
          page: consolePaths.moderation,
          action: consolePaths.comment(id),
          fields: { do: what, seen, why: 'hate' },
        }
      },
      { talk_acts: 1 },
    ],
  ),
  ...(['replied', 'hidden'] as const).map(
    (what): PressRow => [
      `${consolePaths.reviews}/:review`,
      `a review: ${what}`,
      async (at) => {
        const id = await review(at, await at.visitOf())
        const action = `${consolePaths.reviews}/${id}`
        return {
          page: consolePaths.reviews,
          action,
          fields: { do: what, [`words-${id}`]: 'Thank you.', why: 'hate' },
        }
      },
      { review_acts: 1 },
    ],
  ),
  ...(['ask', 'agree', 'stop'] as const).map(
    (what): PressRow => [
      consolePaths.newStarts,
      `a new start: ${what}`,
      async (at) => {
        const lost = await makeMember(at.db, at.clinic.clinicId, 'reception', { name: 'Sol Finch' })
        const second = await makeMember(at.db, at.clinic.clinicId, 'manager', { name: 'Ruth Falcon' })
        if (what === 'ask')
          return { page: consolePaths.newStarts, action: consolePaths.newStarts, fields: { do: what, member: lost } }
        const other = {
          clinicId: at.clinic.clinicId,
          memberId: second,
          accountId: crypto.randomUUID(),
          name: 'Ruth Falcon',
        }
        await at
          .handOf({ ...other, email: 'r@lantern.example', role: 'manager', therapistId: null })
          .post(consolePaths.newStarts, new URLSearchParams({ do: 'ask', member: lost }))
        const id = await at.one('select new_start_id as id from clinic.new_starts where clinic_id = $1')
        return { page: consolePaths.newStarts, action: consolePaths.newStarts, fields: { do: what, id } }
      },
      what === 'ask'
        ? { new_starts: 1, new_start_mails: 2 }
        : { ...(what === 'agree' && { invitations: 1 }), new_start_mails: what === 'stop' ? 2 : 1 },
    ],
  ),
  [
    consolePaths.takenOn,
    'what is taken on',
    async () => ({ page: consolePaths.takenOn, typed: { questions: 'yes' } }),
    { talk_settings: 1 },
  ],
]
