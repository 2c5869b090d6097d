/**
 * How much a set of answers already says: how urgent, how soon, and whether movement is locked. For whoever asks whether one
 * answer says more than another: free text against ticks, and a later answer against an earlier one.
 * Pure. Never: decides from the wording of an answer, since "yes" is the safe one of some questions.
 */
import { type Engine, interval } from './engine.ts'
import { isTrue } from './truth.ts'
import { protocol } from './protocol.ts'
import { switches } from './switches.ts'
import { type Answers, levels } from './types.ts'

const times: readonly (string | undefined)[] = [undefined, 'days', 'twoDays', 'now']

/** What is sure by now, each the more the higher. */
function weightOf(engine: Engine, answers: Answers): readonly [level: number, time: number, lock: number] {
  const { atLeast, truths } = interval(engine, engine.start(answers))
  let [time, lock] = [0, 0]
  for (const [index, rule] of engine.definition.rules.entries()) {
    if (truths[index] !== isTrue || rule.level !== atLeast) continue
    time = Math.max(time, times.indexOf(rule.within))
    if (rule.locks !== undefined) lock = 1
  }
  return [levels.indexOf(atLeast), time, lock]
}

/** Do the rules say more of `one` than of `other`: a higher level, or at the same level sooner, or with movement locked? */
export function saysMore(one: Answers, other: Answers, engine: Engine = protocol(switches).engine): boolean {
  const [level, time, lock] = weightOf(engine, one)
  const [levelBefore, timeBefore, lockBefore] = weightOf(engine, other)
  return level > levelBefore || (level === levelBefore && (time > timeBefore || lock > lockBefore))
}
