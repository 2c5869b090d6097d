/** Every question that the guide answers. Data only. */
import { moreOnSeriousAndOffered } from './questions/more-a.ts'
import { questionsOnDailyLife } from './questions/more-b.ts'
import { sevenAsked } from './questions/seven-asked.ts'
import type { Question } from './types.ts'

/** The questions, those that people ask most first. */
export const guideQuestions: readonly Question[] = [...sevenAsked, ...questionsOnDailyLife, ...moreOnSeriousAndOffered]

/** The question of this name; nothing for a name that is none. */
export const questionOf = (slug: string): Question | undefined =>
  guideQuestions.find((question) => question.slug === slug)
