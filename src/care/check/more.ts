/**
 * "Add more for the doctor or nurse": after an emergency or urgent result, the rest of what matters to whoever sees the person next. The first
 * sure emergency ends the asking, not the hearing. Existing questions, read by the same rules, so an answer may raise the
 * level, add a way to get help or a line to the summary.
 * Pure. Never: comes before a result, lowers one, or takes a blank for an answer.
 */
import { checkState } from './check.ts'
import { isFalse, isOpen, isTrue } from './truth.ts'
import { protocol } from './protocol.ts'
import { questionById, questions } from './questions/all.ts'
import { moreScreens } from './questions/more-screens.ts'
import { switches } from './switches.ts'
import { type Answer, type Answers, type CheckInProgress, type CheckResult, type Level, notSure } from './types.ts'

const worthTelling: ReadonlySet<Level> = new Set(['emergency', 'urgent'])

/**
 * The next screen to offer; null when there is nothing left, or the result is calm.
 * @param seen questions that were shown already and may have been left blank
 */
export function nextToTell(
  result: CheckResult,
  answers: Answers,
  seen: ReadonlySet<string> = new Set(),
): CheckInProgress | null {
  if (!worthTelling.has(result.level)) return null
  const { engine } = protocol(switches)
  const evaluation = engine.start(answers)
  const isLeft = (id: string): boolean => {
    const applies = engine.applies(id, evaluation)
    const mayApply = id === 'pregnancy' ? applies !== isFalse : applies !== isFalse && applies !== isOpen
    return mayApply && answers[id] === undefined && !seen.has(id)
  }
  for (const { groups, ...screen } of moreScreens) {
    const left = groups
      .map((group) => ({ ...group, questions: group.questions.filter(isLeft) }))
      .filter(({ questions }) => questions.length > 0)
    const ask = left.flatMap(({ questions }) => questions)
    if (ask.length === 0) continue
    const { level: atLeast, protocolVersion } = result
    return { complete: false, atLeast, atMost: 'emergency', screen: { ...screen, groups: left }, ask, protocolVersion }
  }
  return null
}

/**
 * The answers with those told now. What explains a sign and was left blank counts as not sure, so that the result stands at
 * once; free text may still hold it.
 */
export function withMoreTold(before: Answers, told: Answers): Answers {
  let answers: Answers = { ...before, ...told }
  for (;;) {
    const state = checkState(answers)
    const open = state.complete
      ? leftUnder(Object.keys(told), state.level, answers)
      : state.ask.filter((id) => questionById.has(id) && answers[id] === undefined)
    if (open.length === 0) return answers
    answers = { ...answers, ...Object.fromEntries(open.map((id) => [id, unclear(id)])) }
  }
}

/** An emergency asks nothing more, and what was told beside it may be another: what explains that, and nobody answered. */
function leftUnder(told: readonly string[], level: Level, answers: Answers): readonly string[] {
  if (level !== 'emergency') return []
  const { engine } = protocol(switches)
  const evaluation = engine.start(answers)
  return questions.flatMap(({ id, under }) =>
    under !== undefined &&
    told.includes(under) &&
    answers[id] === undefined &&
    engine.applies(id, evaluation) === isTrue
      ? [id]
      : [],
  )
}

function unclear(id: string): Answer {
  const question = questionById.get(id)
  if (question?.kind === 'text') return ''
  return question?.kind === 'ticks' ? [notSure] : notSure
}
