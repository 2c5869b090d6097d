/** What the record's last check was told of the person, for pages that say where it hurts and whom to call in their words. */
import { ofOwnPart } from '../../../care/check/own-words.ts'
import { personOf, spokenTo } from '../../../care/check/questions/third-person.ts'
import type { Answers } from '../../../care/check/types.ts'
import { lastCheck } from '../../../care/record/notebook.ts'
import type { RecordNow } from './record-now.ts'

/** Nothing where no record is kept, or it holds no check: then it is called back pain. */
export const ownAnswers = (record: Pick<RecordNow, 'events' | 'now'> | null): Answers =>
  (record && lastCheck(record.events, record.now.at)?.event.answers) ?? {}

/** A title or a question of ours for the person of this record: of what hurts them, and of "them" where somebody else answered. */
export function askedOf(record: Pick<RecordNow, 'events' | 'now'> | null, text: string): string {
  const answers = ownAnswers(record)
  return spokenTo(personOf(answers), ofOwnPart(text, answers))
}
