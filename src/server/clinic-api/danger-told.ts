/** What is answered to a call whose words may tell of danger, before anything else of it. */
import type { HeardSign } from '../../care/check/free-text/danger-phrases.ts'
import { dangerPhrases } from '../../care/check/free-text/danger-phrases.ts'
import { type OtherEmergency, otherEmergencyWords } from '../../care/check/other-emergencies.ts'
import { questionById } from '../../care/check/questions/all.ts'
import { notOfTheBackIn } from '../../web/find/danger-first.tsx'
import { problem, type Reply } from '../problem.ts'

/** A question was answered with yes or not sure. @param outcome what became of what was sent, as a sentence */
export const checkFirst = (outcome: string): Reply =>
  problem(
    409,
    `In an emergency call 999. ${outcome} What you wrote may need help sooner than a visit can give it. Ask the check first: POST /api/v1/check.`,
    undefined,
    { why: 'checkFirst' },
  )

/** What is not of the back comes first; sent again with "told" it goes on. @param outcome as above */
export const otherFirst = (what: OtherEmergency, outcome: string): Reply =>
  problem(409, `${otherEmergencyWords} ${outcome} If that is settled, send it again with "told": "yes".`, undefined, {
    why: 'otherEmergency',
    what,
  })

/** The check's own questions about what was heard. */
export function askAboutNote(heard: readonly HeardSign[]): Reply {
  const asked = heard.map(({ question, says, quote }) => ({
    question,
    ask: questionById.get(question)?.ask ?? says,
    quote,
    says,
  }))
  return problem(
    422,
    'What was written may mean something that cannot wait. Answer each question in "aboutNote".',
    undefined,
    { why: 'askAboutNote', asked },
  )
}

/**
 * What the words may mean, beside an answer that stands whatever they say; nothing where they mean none.
 * @param signs those heard in them
 */
export function dangerIn(text: string, signs: readonly HeardSign[] = dangerPhrases(text)) {
  const heard = signs.map(({ question, quote, says }) => ({ question, quote, says }))
  const say = 'What you wrote may need help now. In an emergency call 999. Ask the check: POST /api/v1/check.'
  const what = notOfTheBackIn(text)
  return {
    ...(what && { otherEmergency: { say: otherEmergencyWords, what } }),
    ...(heard.length > 0 && { danger: { say, heard } }),
  }
}
