/** What there is to read already: the guide's questions and articles, and what staff put before everybody. */
import { articles } from '../../../care/guide/articles.ts'
import { fittingAnswers } from '../../../care/guide/fitting.ts'
import { guideQuestions } from '../../../care/guide/questions.ts'
import { textOf } from '../../../care/guide/types.ts'
import { type PublishedAnswer, publishedAnswers } from '../../../clinic/talk/answered.ts'
import { noteOfAnswer } from '../../../clinic/talk/claims-of-readers.ts'
import type { FindData } from '../find-home.ts'
import { askPaths, guideLinks } from './ask-paths.ts'

/** Something to read, on offer while a question is asked. */
export interface KnownAnswer {
  readonly id: string
  readonly href: string
  readonly title: string
  /** The answer in a line. */
  readonly about: string
  /** Everything it is found by. */
  readonly words: string
}

/** How many published answers are looked through, the newest, and how many fitting ones are offered. */
const mostPublished = 300
const mostOffered = 4

const fromGuide: readonly KnownAnswer[] = [
  ...guideQuestions.map(({ slug, ask, answer, alsoSearchedAs = [] }) => ({
    id: `question ${slug}`,
    href: guideLinks.question(slug),
    title: ask,
    about: textOf(answer[0] ?? ''),
    words: [ask, ...answer.map(textOf), ...alsoSearchedAs].join(' '),
  })),
  ...Object.values(articles).map(({ slug, title, about, short, alsoSearchedAs = [] }) => ({
    id: `article ${slug}`,
    href: guideLinks.article(slug),
    title,
    about,
    words: [title, about, ...short.map(textOf), ...alsoSearchedAs].join(' '),
  })),
]

/** A longer one is not shown in part: it may be a "yes" without its "but". Nor is one that has our note beside it. */
const longestShown = 300

/** A published answer as something on offer. */
const fromStaff = ({ id, question, answer }: PublishedAnswer): KnownAnswer => ({
  id,
  href: askPaths.answer(id),
  title: question,
  about:
    answer.length <= longestShown && noteOfAnswer(`${question}\n${answer}`) === undefined
      ? answer
      : 'A therapist answered it. Read it whole.',
  words: `${question} ${answer}`,
})

/** Everything that can be offered. */
export async function knownAnswers({ directory }: Pick<FindData, 'directory'>): Promise<readonly KnownAnswer[]> {
  const { answers } = await publishedAnswers(directory, { most: mostPublished })
  return [...answers.map(fromStaff), ...fromGuide]
}

/** What fits these words best. */
export const offeredFor = (words: string, known: readonly KnownAnswer[]): readonly KnownAnswer[] =>
  fittingAnswers(words, known, mostOffered)
