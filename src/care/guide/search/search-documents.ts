/**
 * Everything that the guide's search finds: articles, treatments, questions, steps of the plan, movements, pages of "Keep it
 * away", and the places where more than reading is done. Pure data out of those rooms; where each leads is a `Lead`, so there are no addresses here.
 */
import { keysOf } from '../../evidence/closed-sets.ts'
import { claimOf } from '../../evidence/claims.ts'
import type { Grade } from '../../evidence/grade.ts'
import { movements } from '../../movement/movements.ts'
import { type LessonId, lessonIds, lessons } from '../../prevention/lessons.ts'
import { type TopicId, topicIds, topics } from '../../prevention/topics.ts'
import { steps } from '../../relief/steps.ts'
import { articlesOn } from '../articles.ts'
import { guideQuestions } from '../questions.ts'
import { shelves } from '../shelves.ts'
import { guideTreatments } from '../treatments.ts'
import { type Article, type Lead, textOf } from '../types.ts'
import { medicineNames } from './medicine-names.ts'

/** What is found, and what it is called above a result. */
export const searchKinds = {
  article: 'Guide',
  treatment: 'Treatment',
  question: 'Question',
  step: 'In your plan',
  movement: 'Movement',
  prevention: 'Keep it away',
  place: 'In Unclench',
} as const

/** One thing to find. */
export interface SearchDocument {
  readonly id: string
  readonly kind: keyof typeof searchKinds
  readonly leads: Lead | { readonly to: 'question'; readonly question: string }
  readonly title: string
  /** In a line. */
  readonly about: string
  readonly grade?: Grade
  /** Words that people may type and it does not say. */
  readonly also: string
  /** Names of medicines that it is the page for; empty for most. */
  readonly names: string
  /** All that it says. */
  readonly text: string
}

/** Where somebody is led who looks for a thing to do or to get; `also` is what people call it. */
const places: readonly (Pick<SearchDocument, 'title' | 'about' | 'also'> & { readonly to: PlaceId })[] = [
  {
    to: 'check',
    title: 'Do the check',
    about: 'Is it safe to look after this at home?',
    also: 'symptom checker triage assess',
  },
  {
    to: 'pdfs',
    title: 'Guides to print and keep',
    about: 'Five guides to download at once. No email needed.',
    also: 'pdf pdfs print printable printed paper leaflet leaflets booklet booklets handout download free guides ebook',
  },
  {
    to: 'ask',
    title: 'Ask a therapist',
    about: 'A named therapist answers. It is free.',
    also: 'ask a question expert physiotherapist',
  },
  {
    to: 'letters',
    title: 'Letters by email',
    about: 'One now and then, if you say yes.',
    also: 'newsletter newsletters subscribe subscription unsubscribe mailing list news tips discount discounts code voucher offers',
  },
  {
    to: 'find',
    title: 'Find a physio',
    about: 'Therapists, their prices, and the times they have free.',
    also: 'book booking appointment appointments clinic clinics free assessment request therapist',
  },
]
type PlaceId = Extract<Lead['to'], 'check' | 'pdfs' | 'ask' | 'letters' | 'find'>

/** All of it, the guide first: of two that fit alike the first is shown first. */
export function searchDocuments(): readonly SearchDocument[] {
  return [
    ...keysOf(shelves).flatMap((shelf) => articlesOn(shelf).map(fromArticle)),
    ...guideQuestions.map(({ slug, ask, answer, alsoSearchedAs = [] }): SearchDocument => {
      const [first = '', ...rest] = answer.map(textOf)
      return {
        ...{ id: `question ${slug}`, kind: 'question', leads: { to: 'question', question: slug } },
        ...{ title: ask, about: first, also: alsoSearchedAs.join(' '), names: '', text: rest.join(' ') },
      }
    }),
    ...fromTreatments(),
    ...steps.map(
      ({ id, title, why, how }): SearchDocument => ({
        ...{ id: `step ${id}`, kind: 'step', leads: { to: 'step', step: id }, title, about: why, also: '', names: '' },
        text: how.filter((line) => typeof line === 'string').join(' '),
      }),
    ),
    ...keysOf(movements).map(
      (id): SearchDocument => ({
        ...{ id: `movement ${id}`, kind: 'movement', leads: { to: 'movement', movement: id } },
        ...{
          title: movements[id].title,
          about: movements[id].why,
          also: '',
          names: '',
          text: movements[id].description,
        },
      }),
    ),
    ...[...topicIds.map((id) => [id, topics[id]] as const), ...lessonIds.map((id) => [id, lessons[id]] as const)].map(
      ([id, { title, about, grade, proof }]: readonly [
        TopicId | LessonId,
        { title: string; about: string; grade: Grade; proof: readonly string[] },
      ]): SearchDocument => ({
        ...{ id: `prevention ${id}`, kind: 'prevention', leads: { to: 'prevention', page: id }, title, about, grade },
        ...{ also: '', names: '', text: proof.join(' ') },
      }),
    ),
    ...places.map(
      ({ to, title, about, also }): SearchDocument => ({
        ...{ id: `place ${to}`, kind: 'place', leads: { to }, title, about, also, names: '', text: '' },
      }),
    ),
  ]
}

/** The movements alone, with all that their cards say: for whoever looks for one by a word of its steps or of where it is done. */
export function movementDocuments(): readonly SearchDocument[] {
  return keysOf(movements).map((id) => {
    const { title, why, description, start, steps: how, place, dose, kind } = movements[id]
    const isForStrength = kind === 'move' && dose.calm === null
    return {
      ...{ id: `movement ${id}`, kind: 'movement', leads: { to: 'movement', movement: id }, title, about: why },
      ...{ also: [place, ...(isForStrength ? ['strength'] : [])].join(' '), names: '' },
      text: [description, start, ...how].join(' '),
    }
  })
}

function fromArticle(article: Article): SearchDocument {
  const { slug, title, about, bars, short, heard, sections, whenNot, alsoSearchedAs = [] } = article
  const [first] = bars
  const grade = first && claimOf(first).grade
  return {
    ...{ id: `article ${slug}`, kind: 'article', leads: { to: 'article', article: slug }, title, about },
    ...(grade && { grade }),
    also: alsoSearchedAs.join(' '),
    // Its table is drawn from the rules, so its text names none of them.
    names: slug === 'which-painkiller' ? medicineNames().join(' ') : '',
    text: [
      ...short.map(textOf),
      ...heard.flatMap(({ heard: said, known }) => [said, known.text]),
      ...sections.flatMap((section) => [
        section.title,
        ...(section.kind === 'from-rules' ? [] : section.lines.map(textOf)),
      ]),
      ...whenNot.map(textOf),
    ].join(' '),
  }
}

function fromTreatments(): readonly SearchDocument[] {
  return guideTreatments.map((treatment): SearchDocument => {
    const { slug, name, does, what, claim, heard, risks, alsoSearchedAs = [] } = treatment
    const { grade } = claimOf(claim)
    return {
      ...{ id: `treatment ${slug}`, kind: 'treatment', leads: { to: 'treatment', treatment: slug }, title: name },
      ...(grade && { grade }),
      ...{ about: does.text, also: alsoSearchedAs.join(' '), names: '' },
      text: [
        ...what.map(textOf),
        ...heard.flatMap(({ heard: said, known }) => [said, known.text]),
        ...risks.map(textOf),
      ].join(' '),
    }
  })
}
