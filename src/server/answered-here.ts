/** What therapists answered for everybody, for the guide's list and its search: the public view of it, and nothing else. */
import { publishedAnswers } from '../clinic/talk/answered.ts'
import { noteOfAnswer } from '../clinic/talk/claims-of-readers.ts'
import type { AnsweredHere } from '../web/care/guide/answered-here.ts'
import { dayOf, professionWords } from '../web/find/ask/ask-words.ts'
import type { FindData } from '../web/find/find-home.ts'

/** So many of the newest are listed and looked through. [C] */
const mostLooked = 200

/** The newest first. Never fails. @returns `undefined` where the database cannot be asked now */
export async function answeredHere(
  data: Pick<FindData, 'directory'> | undefined,
): Promise<readonly AnsweredHere[] | undefined> {
  if (!data) return undefined
  const read = await publishedAnswers(data.directory, { most: mostLooked }).catch(() => undefined)
  return read?.answers.map(({ id, question, answer, therapist, profession, clinic, body, number, at }) => ({
    ...{ id, question, answer, note: noteOfAnswer(`${question}\n${answer}`) },
    signed: `${therapist}, ${professionWords(profession)} at ${clinic}, ${body} ${number}, ${dayOf(at)}.`,
  }))
}
