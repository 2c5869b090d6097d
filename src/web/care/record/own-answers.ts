/** What the record's last check was told of the person, for pages that say where it hurts and whom to call in their words. */
import type { Answers } from '../../../care/check/types.ts'
import { lastCheck } from '../../../care/record/notebook.ts'
import type { RecordNow } from './record-now.ts'

/** Nothing where no record is kept, or it holds no check: then it is called back pain. */
export const ownAnswers = (record: Pick<RecordNow, 'events' | 'now'> | null): Answers =>
  (record && lastCheck(record.events, record.now.at)?.event.answers) ?? {}
