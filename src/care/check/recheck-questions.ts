/**
 * The questions that free text asks again (evidence.md §2.3): each once, and then once more in other words, always with
 * "yes" for "it is so" and whole sentences to choose from, so that no answer can be taken for its opposite.
 * They exist only while the text raises them; `reconcile-free-text.ts` says when, and what they count for. The page shows the person's
 * own words with them.
 */
import { askable } from './free-text/danger-phrases.ts'
import { questionById } from './questions/all.ts'
import { type SaidWords, saidWords } from './recheck-words.ts'
import type { Question, YesNoQuestion } from './types.ts'

/** Asked where the answer to this question says less than the text: `said.A1`. */
export const recheckId = (question: string): string => `said.${question}`
/** Asked where its follow-up answers make it milder than the text: `said.A1.plain`. */
export const milderRecheckId = (question: string): string => `said.${question}.plain`
/** The second, differently worded confirmation of one of these: `said.A1.sure`. */
export const confirmId = (asked: string): string => `${asked}.sure`

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

const wordsFor = (question: Question): SaidWords =>
  saidWords[question.id] ?? {
    about: lowerFirst(question.short),
    yes: 'I do have this, or it does fit me',
    no: 'I do not have this, and it does not fit me',
  }

function askAgain(question: Question): readonly Question[] {
  const { about, yes, no, options: sentences } = wordsFor(question)
  const { sources, tag } = question
  const why =
    'The written words and the ticks say different things. We take the safer one, unless we are told otherwise.'
  const short = `${question.short} (asked again after the note)`
  const first = { id: recheckId(question.id), sources, tag, short, why }
  const second = { id: confirmId(first.id), sources, tag, short: `${question.short} (asked twice after the note)`, why }
  const mayMean = `The written words may mean: ${about}.`
  const onceMore = 'This matters, so we ask once more.'
  const yesNo = { kind: 'yesNo', sources, tag, why, tick: question.short } as const
  const milder = askMilder(question, about, yesNo, mayMean, onceMore)
  // A question with answers of its own is asked again with all of them, each a whole sentence.
  if (question.kind === 'choice') {
    const options = question.options.map((option) => ({ ...option, text: sentences?.[option.value] ?? option.text }))
    return [
      { ...first, kind: 'choice', ask: `${mayMean} Which is true?`, options },
      { ...second, kind: 'choice', ask: `${onceMore} Which fits best, when you think of ${about}?`, options },
      ...milder,
    ]
  }
  return [
    { ...first, ...yesNo, ask: `${mayMean} Which is true?`, words: { yes, no } },
    {
      ...second,
      ...yesNo,
      ask: `${onceMore} Is there any of this, even a little or only at times: ${about}?`,
      words: { yes: 'Yes, there is some of this', no: 'No, there is none of this' },
    },
    ...milder,
  ]
}

/** Asked where the follow-up answers make it milder than the text. */
function askMilder(
  question: Question,
  about: string,
  yesNo: Pick<YesNoQuestion, 'kind' | 'sources' | 'tag' | 'why' | 'tick'>,
  mayMean: string,
  onceMore: string,
): readonly Question[] {
  const id = milderRecheckId(question.id)
  return [
    {
      ...yesNo,
      id,
      short: `${question.short} (as plainly as the note says)`,
      ask: `${mayMean} The other answers make it milder. Which is right?`,
      words: {
        yes: 'The written words are right: it may be more than was ticked',
        no: 'The ticks are right: it is no more than that',
      },
    },
    {
      ...yesNo,
      id: confirmId(id),
      short: `${question.short} (asked twice, as plainly as the note says)`,
      ask: `${onceMore} Could it be more than was ticked: ${about}?`,
      words: { yes: 'Yes, it could be more', no: 'No, it is only what was ticked' },
    },
  ]
}

/** Every question that can be asked again after free text. */
export const saidQuestions: readonly Question[] = askable.flatMap((id) => {
  const question = questionById.get(id)
  if (!question) throw new Error(`a danger phrase raises ${id}, which is no question`)
  return askAgain(question)
})
