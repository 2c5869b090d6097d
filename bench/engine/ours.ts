/** Unclench's own engine in the contest: the calls that `checkState` makes for a level and its reasons. */
import { decidingQuestions, interval } from '../../src/care/check/engine.ts'
import { isTrue } from '../../src/care/check/truth.ts'
import type { CaseSet } from './case-set.ts'
import type { Contestant } from './contestant.ts'

export function ours({ definition, engine, cases }: CaseSet): Contestant {
  return {
    name: 'Unclench',
    explanation: 'fired rules with their words and the answers that decided',
    judge(index) {
      const answers = cases[index] ?? {}
      const evaluation = engine.start(answers)
      const { atLeast, truths } = interval(engine, evaluation)
      const fired: string[] = []
      const why: object[] = []
      for (let at = 0; at < truths.length; at += 1) {
        const rule = definition.rules[at]
        if (truths[at] !== isTrue || !rule) continue
        fired.push(rule.id)
        const deciding = decidingQuestions(engine, rule.when, evaluation)
        why.push({ rule: rule.id, because: rule.because, deciding: deciding.map((id) => [id, answers[id]]) })
      }
      return { level: atLeast, fired, why }
    },
  }
}
