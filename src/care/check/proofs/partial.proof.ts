/**
 * The whole space of unfinished checks as formulas: any complete set of answers, with any of them not given yet. For each
 * condition: is it surely true, can it still be true, and does the engine's search for what to ask next find a question
 * in it?
 */
import type { Condition, Rule } from '../types.ts'
import type { AnswerCondition, Encoding } from './encoding.proof.ts'
import { and, atLeastOf, type Formula, never, not, or, variable, yesAlways } from './formula.proof.ts'

/** Truth with answers missing: neither `surely` nor not `possibly` is "still open". */
export interface Standing {
  readonly surely: Formula
  readonly possibly: Formula
  /** Where it is still open: some question in it, or in what decides whether it applies, can be asked now. */
  readonly askable: Formula
}

export interface PartialEncoding {
  readonly rules: ReadonlyMap<Rule, Standing>
}

/** How the search walks; the proofs also try it wrong, to see that they notice. */
export interface Search {
  /** Look for what to ask in the conditions under which a question is asked, too. */
  readonly followsAskWhen: boolean
  /** A missing answer leaves a condition open; when false, it counts as "no", as careless code would have it. */
  readonly missingIsOpen: boolean
}

/** The name of the variable "this question is not answered yet". */
export const missing = (question: string): string => `${question} is missing`

/** @param complete the encoding of the same definition: its variables are the answers that are, or will be, given */
export function encodePartial(
  complete: Encoding,
  search: Search = { followsAskWhen: true, missingIsOpen: true },
): PartialEncoding {
  const { definition } = complete
  const questions = new Map(definition.questions.map((question) => [question.id, question]))
  const done = new Map<Condition, Standing>()

  const standing = (condition: Condition): Standing => {
    const before = done.get(condition)
    if (before) return before
    const made = read(condition)
    done.set(condition, made)
    return made
  }

  const read = (condition: Condition): Standing => {
    if ('term' in condition) {
      const defined = definition.terms[condition.term]
      if (!defined) throw new Error(`no term ${condition.term}`)
      return standing(defined.when)
    }
    if ('q' in condition) return readAnswer(condition)
    if ('not' in condition) {
      const part = standing(condition.not)
      return { surely: not(part.possibly), possibly: not(part.surely), askable: part.askable }
    }
    const parts = ('all' in condition ? condition.all : 'any' in condition ? condition.any : condition.of).map(standing)
    const join = (pick: (part: Standing) => Formula): Formula => {
      if ('count' in condition) return atLeastOf(condition.count, parts.map(pick))
      return 'all' in condition ? and(...parts.map(pick)) : or(...parts.map(pick))
    }
    const open = (part: Standing): Formula => and(part.possibly, not(part.surely))
    return {
      surely: join(({ surely }) => surely),
      possibly: join(({ possibly }) => possibly),
      askable: or(...parts.map((part) => and(open(part), part.askable))),
    }
  }

  const readAnswer = (condition: AnswerCondition): Standing => {
    const question = questions.get(condition.q)
    if (!question) throw new Error(`no question ${condition.q}`)
    const applies: Standing = question.askWhen
      ? standing(question.askWhen)
      : { surely: yesAlways, possibly: yesAlways, askable: never }
    const unanswered = variable(missing(question.id))
    const test = complete.meets(condition)
    const askWhenOpen = and(applies.possibly, not(applies.surely))
    return {
      surely: and(applies.surely, not(unanswered), test),
      possibly: and(applies.possibly, search.missingIsOpen ? or(unanswered, test) : and(not(unanswered), test)),
      askable: or(and(unanswered, applies.surely), search.followsAskWhen ? and(askWhenOpen, applies.askable) : never),
    }
  }

  return { rules: new Map(definition.rules.map((rule) => [rule, standing(rule.when)])) }
}
