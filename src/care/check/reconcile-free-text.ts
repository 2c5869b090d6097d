/**
 * Free text against the ticks (evidence.md §2.3): the worse of the two counts. Where the answers, or the follow-up
 * answers that explain them, say less than the text plainly says, the result is held and the person is asked, twice
 * before the milder word is believed. To decide whether they say less, it runs the
 * rules: would the level be higher if this sign counted as a plain yes?
 * Never lowers a level: it only asks, or takes the worse answer.
 */
import { isOneOf } from '../evidence/closed-sets.ts'
import type { AnswerSign } from './free-text/danger-signs/about-answers.ts'
import type { Engine } from './engine.ts'
import { isTrue } from './truth.ts'
import { type HeardSign, phrasesAbout } from './free-text/danger-phrases.ts'
import { type ProtocolOptions, protocol } from './protocol.ts'
import { questionById, questions, valuesOf } from './questions/all.ts'
import { recheckId, milderRecheckId, confirmId } from './recheck-questions.ts'
import { switches } from './switches.ts'
import { type Answer, type Answers, type HeardAgain, notSure, type Question } from './types.ts'
import { saysMore } from './answer-severity.ts'

/** What the free text asks for, and the answers as they count. */
export interface Heard {
  readonly answers: Answers
  /** Asked before anything else. */
  readonly ask: readonly HeardAgain[]
  /** Asked when nothing else is left to ask: until then, a follow-up may still say it. */
  readonly late: readonly HeardAgain[]
}

/** How free text meets one question where the usual way does not fit. */
interface Reading {
  /** What the text says at least; otherwise yes. */
  readonly plain?: Answer
  /** What counts when the person cannot say which: the higher of a split (evidence.md §2.3). */
  readonly unsure?: string
  /** Answers that contradict any such text. */
  readonly doubted?: readonly string[]
  /** Of these, the ones believed only when given twice, though they change no level. */
  readonly denied?: readonly string[]
  /** Meanings of the text that count at once, whatever is ticked (evidence.md §2.4, ruling 13). */
  readonly atOnce?: readonly Answer[]
  /** Follow-up answers under which a plain yes already says all that the text does. */
  readonly mildly?: Answers
  /** Its answers are kinds, none of them the same thing but worse. */
  readonly sorts?: true
  /** What must be so for the question to be asked at all: the text says that too. */
  readonly needs?: Answers
}

const readings: Readonly<Record<string, Reading>> = {
  I5: { plain: 'no', doubted: ['yes'] },
  F3: { plain: 'nothing', unsure: 'nothing', doubted: ['no', 'rolling', 'eases'] },
  I2: { plain: 'overOther', unsure: 'overParacetamol', doubted: ['within'] },
  I3: { plain: 'thoughts', unsure: 'plan', doubted: ['no'], atOnce: ['plan', 'acted'] },
  I4: { plain: 'hurt', unsure: notSure, doubted: ['no', 'private'], denied: ['no'], mildly: { 'I4.now': 'no' } },
  pregnancy: { plain: 'pregnant', doubted: ['no'], denied: ['no'], sorts: true },
  D6: { needs: { pregnancy: 'maybe' } },
  H1: { needs: { pregnancy: 'pregnant' } },
}

/** Answers that contradict any danger phrase, where a question does not name its own. */
const benign: readonly string[] = ['no', 'doesNotApply']

const followUps: ReadonlyMap<string, readonly Question[]> = new Map(
  questions.map(({ id }) => [id, questions.filter(({ under }) => under === id)]),
)
const unsureOf = ({ kind }: Question): Answer => (kind === 'ticks' ? [notSure] : notSure)

/**
 * This question as text says it that cannot be milder: yes, and each of its follow-ups not sure. Lists and choices: the
 * answer alone.
 */
export function plainAnswers(question: string, says: Answer = readings[question]?.plain ?? 'yes'): Answers {
  const unclear = (followUps.get(question) ?? []).map((follow) => [follow.id, unsureOf(follow)] as const)
  return { [question]: says, ...Object.fromEntries(unclear) }
}

/** The questions answered in a person's own words. */
export const freeTexts: readonly string[] = ['worry', 'medicines']

/** All that was written in these answers, as one text. */
export const writtenIn = (answers: Answers): string =>
  freeTexts
    .map((id) => answers[id])
    .filter((text) => typeof text === 'string' && text !== '' && text !== notSure)
    .join('\n')

/** Reads the free text among these answers against the others. */
export function reconcileFreeText(answers: Answers, options: ProtocolOptions = switches): Heard {
  const written = writtenIn(answers)
  if (written === '') return { answers, ask: [], late: [] }
  const { engine } = protocol(options)
  const evaluation = engine.start(answers)
  const isSo = ({ when }: AnswerSign) => engine.truth(when, evaluation) === isTrue
  return meet(engine, answers, phrasesAbout(written, isSo))
}

/** The answers as they count if all that is to be asked again now were answered "not sure": for when the text is let go. */
export function heardAsNotSure(answers: Answers): Answers {
  let given = answers
  for (;;) {
    const heard = reconcileFreeText(given)
    if (heard.ask.length === 0) return heard.answers
    given = { ...given, ...Object.fromEntries(heard.ask.map(({ question }) => [question, notSure])) }
  }
}

/**
 * As `reconcileFreeText`, of signs that are given.
 * @param signs what `dangerPhrases` heard, in any order, a question any number of times
 */
function meet(engine: Engine, answers: Answers, signs: readonly HeardSign[]): Heard {
  if (signs.length === 0) return { answers, ask: [], late: [] }
  const heard = joined(signs)
  let counted = answers
  // What one sign changes may make another matter. Each pass changes one at least, and each sign changes its question and
  // then its follow-ups, so the passes are few.
  for (let pass = 0; pass <= heard.length * 3; pass += 1) {
    const before = counted
    const asked: { readonly ask: HeardAgain[]; readonly late: HeardAgain[] } = { ask: [], late: [] }
    for (const sign of heard) {
      const met = new Meeting(engine, answers, counted, sign).outcome()
      if ('counted' in met) counted = met.counted
      else asked[met.when].push({ question: met.asks, quote: sign.quote, says: sign.says })
    }
    if (counted === before) return { answers: counted, ...asked }
  }
  throw new Error('free text kept changing what counts')
}

/** One sign for each question: of meanings, all that are ticked, or the last in the order of the question. */
function joined(signs: readonly HeardSign[]): readonly HeardSign[] {
  const byQuestion = new Map<string, HeardSign>()
  for (const sign of signs) {
    const before = byQuestion.get(sign.question)
    const means = before ? worseMeaning(sign.question, before.means, sign.means) : sign.means
    byQuestion.set(sign.question, { ...(before ?? sign), ...(means !== undefined && { means }) })
  }
  return [...byQuestion.values()]
}

function worseMeaning(id: string, one: Answer | undefined, other: Answer | undefined): Answer | undefined {
  if (one === undefined || other === undefined) return one ?? other
  if (Array.isArray(one) && Array.isArray(other)) return [...new Set([...one, ...other])]
  const question = questionById.get(id)
  const place = (value: Answer) =>
    question?.kind === 'choice' ? question.options.findIndex((option) => option.value === value) : 0
  return place(other) > place(one) ? other : one
}

type Met = { readonly counted: Answers } | { readonly asks: string; readonly when: 'ask' | 'late' }

/** One sign of the text met with the answers. */
class Meeting {
  readonly #engine: Engine
  readonly #given: Answers
  readonly #counted: Answers
  readonly #sign: HeardSign
  readonly #question: Question
  readonly #reading: Reading

  constructor(engine: Engine, given: Answers, counted: Answers, sign: HeardSign) {
    const question = questionById.get(sign.question)
    if (!question) throw new Error(`free text raises ${sign.question}, which is no question`)
    this.#engine = engine
    this.#given = given
    this.#counted = counted
    this.#sign = sign
    this.#question = question
    this.#reading = readings[question.id] ?? {}
  }

  outcome(): Met {
    const { kind } = this.#question
    if (kind === 'choice') return this.#choice()
    if (kind === 'ticks') return this.#ticks()
    return kind === 'yesNo' ? this.#yesNo() : { counted: this.#counted }
  }

  #yesNo(): Met {
    const { id } = this.#question
    const told = this.#counted[id]
    if (told === undefined) return this.#untold()
    if (!this.#doubts(told)) return this.#followUps(this.#counted, this.#milderRecheckId())
    const said = this.#twice(recheckId(id))
    if ('asks' in said) return said
    if (said.word === 'no') return { counted: this.#counted }
    const word = said.word === 'yes' ? this.#milderRecheckId() : notSure
    return this.#followUps({ ...this.#counted, [id]: word }, this.#milderRecheckId())
  }

  /** Do the follow-up answers make it milder than the text says? `says`: what the question itself comes to. */
  #followUps(counted: Answers, says: Answer): Met {
    const { id } = this.#question
    const under = followUps.get(id) ?? []
    const plain = { ...counted, ...plainAnswers(id, says) }
    if (!this.#isHigher({ ...plain, ...this.#reading.mildly }, counted)) return { counted }
    const evaluation = this.#engine.start(counted)
    const open = under.some(
      (follow) => counted[follow.id] === undefined && this.#engine.applies(follow.id, evaluation) !== 0,
    )
    const said = this.#twice(milderRecheckId(id), open ? 'late' : 'ask')
    // What is counted so far must not be lost while this is asked: it says no less than the ticks.
    if ('asks' in said) return counted === this.#counted ? said : { counted }
    return { counted: said.word === 'no' ? counted : plain }
  }

  /** The question has no answer: it has not come up, does not apply, or can no longer matter by itself. */
  #untold(): Met {
    const { id } = this.#question
    const plain = { ...this.#counted, ...this.#needed(), ...plainAnswers(id, this.#milderRecheckId()) }
    if (!this.#isHigher(plain, this.#counted)) return { counted: this.#counted }
    const said = this.#twice(recheckId(id), 'late')
    if ('asks' in said) return said
    return { counted: said.word === 'no' ? this.#counted : plain }
  }

  #ticks(): Met {
    const { id } = this.#question
    const told = this.#counted[id]
    if (told === undefined) return this.#untold()
    const ticked = typeof told === 'object' ? told : []
    const plain = this.#milderRecheckId()
    const means = typeof plain === 'object' ? plain : []
    const unknown = means[0] === notSure
    if (unknown ? ticked.length > 0 : means.every((value) => ticked.includes(value))) return { counted: this.#counted }
    const said = this.#twice(recheckId(id))
    if ('asks' in said) return said
    if (said.word === 'no') return { counted: this.#counted }
    const others = ticked.filter((value) => value !== notSure && !means.includes(value))
    return { counted: { ...this.#counted, [id]: unknown ? means : [...others, ...means] } }
  }

  #choice(): Met {
    const { id } = this.#question
    const { means } = this.#sign
    const { atOnce = [], denied = [], unsure = notSure } = this.#reading
    const told = this.#counted[id]
    if (!isOneOf(valuesOf(this.#question), this.#milderRecheckId())) return { counted: this.#counted }
    const take = (value: Answer): Met =>
      told === value ? this.#followUps(this.#counted, value) : { counted: { ...this.#counted, [id]: value } }
    if (means !== undefined && atOnce.includes(means)) return take(this.#worst([told, means]))
    const said = this.#given[recheckId(id)]
    if (said === undefined) {
      if (told !== undefined && !this.#doubts(told) && !this.#mayBeWorse(told)) return take(told)
      if (told === undefined && !this.#saysLess(undefined)) return { counted: this.#counted }
      return { asks: recheckId(id), when: told === undefined ? 'late' : 'ask' }
    }
    if (said === notSure) return take(this.#worst([unsure, told]))
    if (!isOneOf(denied, said) && !this.#saysLess(said)) return take(this.#worst([said, told]))
    const certain = this.#given[confirmId(recheckId(id))]
    if (certain === undefined) return { asks: confirmId(recheckId(id)), when: 'ask' }
    return take(this.#worst([certain === notSure ? unsure : certain, said, told]))
  }

  /** Would the rules say more with what the text says, or, where it does not say which, with any answer there is? */
  #mayBeWorse(told: Answer): boolean {
    const { id } = this.#question
    if (this.#saysLess(told)) return true
    if (this.#sign.means !== undefined || this.#reading.sorts) return false
    const counted = { ...this.#counted, [id]: told }
    return valuesOf(this.#question).some((value) => this.#isHigher({ ...counted, [id]: value }, counted))
  }

  /** Would the rules say less with this answer than with what the text says? */
  #saysLess(value: Answer | undefined): boolean {
    const { id } = this.#question
    const plain = this.#milderRecheckId()
    if (value === plain) return false
    const unclear = (followUps.get(id) ?? [])
      .filter((follow) => this.#counted[follow.id] === undefined)
      .map((follow) => [follow.id, unsureOf(follow)] as const)
    const others = { ...this.#counted, ...Object.fromEntries(unclear) }
    const { [id]: _, ...without } = this.#counted
    return this.#isHigher({ ...others, [id]: plain }, value === undefined ? without : { ...without, [id]: value })
  }

  /** The answer for which the rules say most; of equals, the first. */
  #worst(values: readonly (Answer | undefined)[]): Answer {
    const known = values.filter((value) => value !== undefined)
    const { id } = this.#question
    return known.reduce((worst, value) =>
      this.#isHigher({ ...this.#counted, [id]: value }, { ...this.#counted, [id]: worst }) ? value : worst,
    )
  }

  #milderRecheckId(): Answer {
    return this.#sign.means ?? this.#reading.plain ?? (this.#question.kind === 'ticks' ? [notSure] : 'yes')
  }

  /** What the text says of the person besides: only where the question would not be asked otherwise. */
  #needed(): Answers {
    const { needs } = this.#reading
    if (!needs || this.#engine.applies(this.#question.id, this.#engine.start(this.#counted)) === isTrue) return {}
    return { ...needs, ...(this.#counted.sex === 'male' && { sex: notSure }) }
  }

  #doubts(told: Answer): boolean {
    return isOneOf(this.#reading.doubted ?? benign, told)
  }

  /** Asked, and asked once more before a "no" is believed. */
  #twice(
    asked: string,
    when: 'ask' | 'late' = 'ask',
  ): { readonly word: Answer } | { asks: string; when: 'ask' | 'late' } {
    const first = this.#given[asked]
    if (first === undefined) return { asks: asked, when }
    if (first !== 'no') return { word: first }
    const second = this.#given[confirmId(asked)]
    return second === undefined ? { asks: confirmId(asked), when: 'ask' } : { word: second }
  }

  #isHigher(one: Answers, other: Answers): boolean {
    return saysMore(one, other, this.#engine)
  }
}
