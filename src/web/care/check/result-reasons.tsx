/** "Why we say this": rules, deciding answers, near misses and changed answers. Never: what was told of safety at home. */
import { answerText } from '../../../care/check/answer-text.ts'
import { isPrivate } from '../../../care/check/private.ts'
import { personOf, spokenTo } from '../../../care/check/questions/third-person.ts'
import { mainReasons } from '../../../care/check/reasons.ts'
import { sources } from '../../../care/evidence/sources.ts'
import { levelWords } from '../../ui/level-banner.tsx'
import { Details } from '../../ui/text-parts.tsx'
import { questionById } from './protocol-in-force.ts'
import { answersOf, type Trail } from './trail.ts'
import type { CheckResult } from '../../../care/check/types.ts'

/** Deciding answers, rules, sources, near misses, changed answers, version. */
export function Why({ result, trail }: { result: CheckResult; trail: Trail }) {
  // "See a pharmacist in 1 to 2 days" has no place under a call today about the same thing.
  const reasons = mainReasons(result.reasons)
  const person = personOf(answersOf(trail))
  const nearMisses = result.nearMisses.filter(({ question }) => !isPrivate(question))
  return (
    <Details summary="Why we say this">
      {reasons.length === 0 && (
        <p>None of our {`${result.level === 'self-care' ? '' : 'other '}`}warning rules fits your answers.</p>
      )}
      {reasons.map((reason) => (
        <section key={reason.id}>
          <h3>{spokenTo(person, reason.because)}</h3>
          <ul>
            {reason.deciding.map((answer) => (
              <li key={answer.question}>
                {questionById.get(answer.question)?.short ?? answer.asked}:{' '}
                <strong>{spokenTo(person, answer.answered)}</strong>
              </li>
            ))}
          </ul>
          <p class="quiet small">
            Rule {reason.id}: {levelWords[reason.level]}. Source:{' '}
            {reason.sources.map((id) => sources[id].title).join('; ')} [{reason.tag}]
          </p>
        </section>
      ))}
      {nearMisses.length > 0 && (
        <>
          <h3>What would have changed this</h3>
          <ul>
            {nearMisses.map((miss) => (
              <li key={miss.question + miss.ifAnswered}>
                {questionById.get(miss.question)?.short ?? miss.asked}: if you had answered “
                {spokenTo(person, miss.ifAnswered)}”, this could be “{levelWords[miss.level]}”.
              </li>
            ))}
          </ul>
        </>
      )}
      <ChangedAnswers trail={trail} />
      <p class="quiet small">
        Rules, version {result.protocolVersion}. V: seen in the published text. V2: seen second-hand. K: known from
        practice, still to be checked. C: our own choice.
      </p>
    </Details>
  )
}

/** Answers changed after going back, if any. */
export function ChangedAnswers({ trail }: { trail: Trail }) {
  if (trail.changed.length === 0) return null
  return (
    <>
      <h3>Answers you changed</h3>
      <ul>
        {trail.changed.map(({ question: id, from, to }, index) => {
          const question = questionById.get(id)
          return question ? (
            <li key={index}>
              {question.short}: from “{answerText(question, from)}” to “{answerText(question, to)}”
            </li>
          ) : null
        })}
      </ul>
    </>
  )
}
