/**
 * The protocol: questions, rules and terms joined and compiled, in its two forms (with and without the strict NHS
 * list), each with a version that changes when any word or rule changes: of questions, rules, notes, signs and warnings, and
 * of the net for free text. How the check speaks of somebody else, and how a summary is worded, are not in it: they change no
 * question's meaning and no result.
 */
import { compile, type Engine } from './engine.ts'
import { aboutAnswers } from './free-text/danger-signs/about-answers.ts'
import { dangerSigns } from './free-text/danger-signs/all.ts'
import { lexicon } from './free-text/lexicon.ts'
import { otherSenses } from './free-text/other-senses.ts'
import { questions } from './questions/all.ts'
import { moreScreens } from './questions/more-screens.ts'
import { screens } from './questions/screens.ts'
import { rules, strictRules, strictTerms, terms } from './rules/all.ts'
import { actWithinWords, levelRoutes } from './rules/levels.ts'
import { notes } from './rules/notes.ts'
import { emergencyOrder } from './rules/order.ts'
import { namedSigns } from './rules/signs.ts'
import { saidQuestions } from './recheck-questions.ts'
import { safetyNet } from './safety-net.ts'
import type { Question } from './types.ts'

/** Switches that a clinical safety officer may set (evidence.md §1.J). */
export interface ProtocolOptions {
  /** Night pain, coughing pain and upper-back pain alone become URGENT, as on the NHS page. Default: false. */
  readonly nhsListStrict: boolean
}

/** The questions and rules made ready to evaluate, under their version. */
export interface Protocol {
  readonly engine: Engine
  /** Changes with any change of wording or rule: `2026-11-23-1a2b3c4d`. */
  readonly version: string
}

/** The date of the wording and rules. No clinician has signed them off yet. */
export const protocolDate = '2026-11-23'

/** Questions including those asked again after free text. */
export const allQuestions: readonly Question[] = [...questions, ...saidQuestions]

/** All that the version stands for beside questions, rules and terms. Plain data, so that all of it is in the fingerprint. */
export const parts = {
  screens,
  moreScreens,
  notes,
  namedSigns,
  emergencyOrder,
  actWithinWords,
  levelRoutes,
  safetyNet,
  dangerSigns,
  aboutAnswers,
  lexicon,
  otherSenses,
}

function makeProtocol(nhsListStrict: boolean): Protocol {
  const definition = {
    questions: allQuestions,
    rules: nhsListStrict ? strictRules : rules,
    terms: nhsListStrict ? strictTerms : terms,
  }
  const version = `${protocolDate}-${fingerprint([definition, parts])}${nhsListStrict ? '-strict' : ''}`
  return { engine: compile(definition), version }
}

const standard = makeProtocol(false)
let strict: Protocol | undefined

/** The protocol in force for these switches. */
export function protocol({ nhsListStrict }: ProtocolOptions): Protocol {
  if (!nhsListStrict) return standard
  strict ??= makeProtocol(true)
  return strict
}

/**
 * 53-bit cyrb hash of plain data as 14 hex digits: tells versions apart; it is no protection against forgery.
 * @param data of what JSON can say; anything else would be left out without a word
 */
export function fingerprint(data: unknown): string {
  const text = JSON.stringify(data)
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16).padStart(14, '0')
}
