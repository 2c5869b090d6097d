/**
 * The search of the guide: an index over what can be learned and done, made once, on the device where the worker runs, and what
 * was found in it. Forgives slips of typing and forms of words. Pure apart from keeping its own index.
 * Never: decides what is dangerous (`dangerIn` hears that first); sends, keeps or logs what was typed.
 */
import MiniSearch, { type Query } from 'minisearch'
import { alsoLookFor } from '../../../care/guide/search/everyday-words.ts'
import { searchDocuments, type SearchDocument } from '../../../care/guide/search/search-documents.ts'
import { wordForm, wordsIn } from '../../../care/guide/search/word-forms.ts'

/** The most letters that are looked for. */
export const mostLetters = 200
const mostWords = 12
const mostFound = 12

interface Index {
  readonly mini: MiniSearch<SearchDocument>
  readonly byId: ReadonlyMap<string, SearchDocument>
}
let made: Index | undefined

/** The index: a pause of some milliseconds the first time. */
export function guideIndex(): Index {
  made ??= makeIndex()
  return made
}

function makeIndex(): Index {
  const documents = searchDocuments()
  const mini = new MiniSearch<SearchDocument>({
    fields: ['title', 'also', 'names', 'about', 'text'],
    tokenize: (text) => [...wordsIn(text)],
    processTerm: wordForm,
    searchOptions: { boost: { title: 5, also: 4, names: 6, about: 2 }, prefix: isLong, fuzzy: slips, weights },
  })
  mini.addAll(documents)
  return { mini, byId: new Map(documents.map((document) => [document.id, document])) }
}

const weights = { fuzzy: 0.3, prefix: 0.6 }
/** A word may go on, from three letters: "acu" is acupuncture. */
const isLong = (term: string) => term.length >= 3
/** One slip in four letters, two from eight; none in a short word. */
const slips = (term: string) => (term.length < 4 ? false : term.length < 8 ? 1 : 2)

/** What is found for these words, the best first; nothing for no words. */
export function searchGuide(typed: string): readonly SearchDocument[] {
  const forms = [...new Set(wordsIn(typed.slice(0, mostLetters)).flatMap((word) => wordForm(word) ?? []))]
  const telling = forms.filter((form) => !everywhere.has(form))
  const words = (telling.length > 0 ? telling : forms).slice(0, mostWords)
  if (words.length === 0) return []
  const { mini, byId } = guideIndex()
  const all = mini.search(queryOf(words, 'AND'))
  const found = all.length > 0 ? all : mini.search(queryOf(words, 'OR'))
  return found.slice(0, mostFound).flatMap(({ id }) => byId.get(String(id)) ?? [])
}

/** Words that are on every page: beside another word they say nothing. */
const everywhere = new Set(['back', 'bad', 'pain', 'pains', 'sore', 'hurt', 'hurts', 'lower', 'low'].map(wordForm))

/** Each word, or one that means as much. */
const queryOf = (words: readonly string[], combineWith: 'AND' | 'OR'): Query => ({
  combineWith,
  queries: words.map((word) => {
    const also = alsoLookFor(word)
    if (also.length === 0) return word
    // What was meant is looked for as it is, and counts less than the word itself.
    return { combineWith: 'OR', queries: [word, { queries: [...also], fuzzy: false, prefix: false, boost: {} }] }
  }),
})
