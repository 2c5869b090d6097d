/**
 * The search of the guide: an index over what can be learned and done, made once, on the device where the worker runs, and what
 * was found in it. Forgives slips of typing and forms of words. Pure apart from keeping its own index.
 * Never: decides what is dangerous (`dangerIn` hears that first); sends, keeps or logs what was typed.
 */
import MiniSearch, { type Query } from 'minisearch'
import { alsoLookFor, inPlainWords } from '../../../care/guide/search/everyday-words.ts'
import { notInTheBrief } from '../../../care/guide/search/not-in-the-brief.ts'
import { movementDocuments, searchDocuments, type SearchDocument } from '../../../care/guide/search/search-documents.ts'
import type { MovementId } from '../../../care/movement/movements.ts'
import { wordForm, wordsIn } from '../../../care/guide/search/word-forms.ts'
import type { AnsweredHere } from './answered-here.ts'

/** The most letters that are looked for. */
export const mostLetters = 200
const mostWords = 12
const mostFound = 12
/** So many answers of therapists stand behind them. */
const mostAnswered = 5

interface Index<Document> {
  readonly mini: MiniSearch<Document>
  readonly byId: ReadonlyMap<string, Document>
  /** Every form that is written somewhere. */
  readonly written: ReadonlySet<string>
}
let made: Index<SearchDocument> | undefined
let madeOfMovements: Index<SearchDocument> | undefined

/** The index: a pause of some milliseconds the first time. */
export function guideIndex(): Index<SearchDocument> {
  made ??= makeIndex(searchDocuments())
  return made
}

function makeIndex<Document extends { readonly id: string }>(documents: readonly Document[]): Index<Document> {
  const written = new Set<string>()
  const mini = new MiniSearch<Document>({
    fields: ['title', 'also', 'names', 'about', 'text'],
    tokenize: (text) => [...wordsIn(text)],
    processTerm: (word) => {
      const form = wordForm(word)
      if (form !== null) written.add(form)
      return form
    },
    searchOptions: {
      ...{ boost: { title: 5, also: 4, names: 6, about: 2 }, prefix: isLong, fuzzy: slips, weights },
      // What is looked for is a form already. Formed twice, "coffee" would be another word than in the index.
      ...{ tokenize: (form: string) => [form], processTerm: (form: string) => form },
    },
  })
  mini.addAll(documents)
  return { mini, written, byId: new Map(documents.map((document) => [document.id, document])) }
}

const weights = { fuzzy: 0.3, prefix: 0.6 }
/** A whole word comes before one that only begins so: "core" before "corset". */
const whole = { fuzzy: false, weights: { fuzzy: 0, prefix: 0.1 } } as const
/** A word may go on, from three letters: "acu" is acupuncture. */
const isLong = (term: string) => term.length >= 3
/** One slip in four letters, two from eight; none in a short word. */
const slips = (term: string) => (term.length < 4 ? false : term.length < 8 ? 1 : 2)

/**
 * What is found for these words, the best first; nothing for no words. Of a thing that the brief says nothing of, what stands
 * nearest to it comes first, and what the other words find after it.
 */
export function searchGuide(typed: string): readonly SearchDocument[] {
  const unknown = notInTheBrief(typed.slice(0, mostLetters))
  const index = guideIndex()
  if (!unknown) {
    const words = lookedFor(typed)
    return [...new Set([...ofEachSubject(words, index), ...findDocuments(words, index)])].slice(0, mostFound)
  }
  const { byId } = index
  const near = unknown.near.flatMap((id) => byId.get(id) ?? [])
  const others = findDocuments(
    unknown.others.filter((form) => !everywhere.has(form) && !asks.has(form)),
    index,
  )
  return [...near, ...others.filter((document) => !near.includes(document))].slice(0, mostFound)
}

function findDocuments(words: readonly string[], index: Index<SearchDocument>): readonly SearchDocument[] {
  if (words.length === 0) return []
  const { mini, byId, written } = index
  const all = mini.search(queryOf(words, 'AND', written))
  const found = all.length > 0 ? all : mini.search(queryOf(words, 'OR', written))
  return found.flatMap(({ id }) => byId.get(String(id)) ?? [])
}

/** So many words may be subjects of their own; in a longer text most are none. */
const mostSubjects = 4
/** So many pages stand for each, in turn. */
const mostOfEach = 2
/** Where a page says what it is about. */
const subjectFields = ['title', 'also', 'names']

/**
 * Of words that no page is about together ("lifting stretches"), the pages that are about each: one that only has both somewhere
 * in its text is neither. Nothing where a page is about all of them, where
 * fewer than two have one of their own, or where it is asked whether a thing is any good.
 */
function ofEachSubject(
  words: readonly string[],
  { mini, byId, written }: Index<SearchDocument>,
): readonly SearchDocument[] {
  if (words.length < 2 || words.length > mostSubjects || words.some((word) => asks.has(word))) return []
  const about = (some: readonly string[]) => mini.search(queryOf(some, 'AND', written), { fields: subjectFields })
  if (about(words).length > 0) return []
  const own = words.map((word) => about([word]).slice(0, mostOfEach)).filter((found) => found.length > 0)
  if (own.length < 2) return []
  const inTurn = Array.from({ length: mostOfEach }, (_, at) => own.flatMap((found) => found[at] ?? [])).flat()
  return inTurn.flatMap(({ id }) => byId.get(String(id)) ?? [])
}

/** The movements among them, the best first, however many. */
export function searchMovements(typed: string): readonly MovementId[] {
  madeOfMovements ??= makeIndex(movementDocuments())
  return findDocuments(lookedFor(typed), madeOfMovements).flatMap(({ leads }) =>
    leads.to === 'movement' ? [leads.movement] : [],
  )
}

/** What therapists answered that has every one of these words, the best first. They are looked through where they lie. */
export function searchAnswered(typed: string, answers: readonly AnsweredHere[]): readonly AnsweredHere[] {
  const words = lookedFor(typed)
  if (words.length === 0 || answers.length === 0) return []
  const { mini, byId, written } = answeredIndex(answers)
  const found = mini.search(queryOf(words, 'AND', written))
  return found.slice(0, mostAnswered).flatMap(({ id }) => byId.get(String(id))?.answered ?? [])
}

interface AnsweredDocument {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly answered: AnsweredHere
}
let madeOfAnswers: { readonly of: string; readonly index: Index<AnsweredDocument> } | undefined

/** Made again as soon as one of them is another, or is gone. */
function answeredIndex(answers: readonly AnsweredHere[]): Index<AnsweredDocument> {
  const of = JSON.stringify(answers)
  if (madeOfAnswers?.of === of) return madeOfAnswers.index
  const documents = answers.map((answered) => ({
    ...{ id: answered.id, title: answered.question, text: answered.answer, answered },
  }))
  madeOfAnswers = { of, index: makeIndex(documents) }
  return madeOfAnswers.index
}

/** The words that tell something, in the form in which they are kept. */
function lookedFor(typed: string): readonly string[] {
  const forms = [...new Set(wordsIn(inPlainWords(typed.slice(0, mostLetters))).flatMap((word) => wordForm(word) ?? []))]
  const telling = forms.filter((form) => !everywhere.has(form))
  return (telling.length > 0 ? telling : forms).slice(0, mostWords)
}

/** Words that are on every page: beside another word they say nothing. */
const everywhere = new Set(['back', 'bad', 'pain', 'pains', 'sore', 'hurt', 'hurts', 'lower', 'low'].map(wordForm))

/** Words that ask whether a thing is any good: beside a thing that is not known they find nothing of it. */
const asks = new Set(
  ['help', 'helps', 'good', 'work', 'works', 'try', 'use', 'best', 'any', 'safe', 'take'].map(wordForm),
)

/** Each word, or one that means as much. A word that is written somewhere is meant as it stands: only another may be a slip. */
const queryOf = (words: readonly string[], combineWith: 'AND' | 'OR', written: ReadonlySet<string>): Query => ({
  combineWith,
  queries: words.map((word) => {
    const also = alsoLookFor(word)
    const itself: Query = written.has(word) || also.length > 0 ? { queries: [word], ...whole } : word
    if (also.length === 0) return itself
    // What was meant is looked for as it is, and counts less than the word itself.
    return { combineWith: 'OR', queries: [itself, { queries: [...also], fuzzy: false, prefix: false, boost: {} }] }
  }),
})
