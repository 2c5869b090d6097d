/** What therapists answered for everybody, for the guide's list and its search: the public view of it, and nothing else. */
import { publishedAnswers } from '../clinic/talk/answered.ts'
import { noteOfAnswer } from '../clinic/talk/claims-of-readers.ts'
import type { AnsweredHere, AnsweredNow } from '../web/care/guide/answered-here.ts'
import { dayOf, professionWords } from '../web/find/ask/ask-words.ts'
import type { FindData } from '../web/find/find-home.ts'

/** So many of the newest are listed and looked through. [C] */
const mostLooked = 200
/** So many letters of them: packed, under the 120 KB that the index of a search may weigh. [C] */
const mostLetters = 250_000

/** The newest first. Never fails. @returns `undefined` where the database cannot be asked now */
export async function answeredHere(data: Pick<FindData, 'directory'> | undefined): Promise<AnsweredNow | undefined> {
  if (!data) return undefined
  const read = await publishedAnswers(data.directory, { most: mostLooked }).catch(() => undefined)
  const answers = read?.answers.map(
    ({ id, question, answer, therapist, profession, clinic, body, number, at }): AnsweredHere => ({
      ...{ id, question, answer, note: noteOfAnswer(`${question}\n${answer}`) },
      signed: `${therapist}, ${professionWords(profession)} at ${clinic}, ${body} ${number}, ${dayOf(at)}.`,
    }),
  )
  return answers && { answers: firstOf(answers) }
}

/** As many of the first as have so many letters together: a device fetches all of them. */
function firstOf(answers: readonly AnsweredHere[]): readonly AnsweredHere[] {
  let letters = 0
  return answers.filter(({ question, answer }) => {
    letters += question.length + answer.length
    return letters <= mostLetters
  })
}
