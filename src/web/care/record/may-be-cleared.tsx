/**
 * That a browser may clear what it keeps, and how to keep a copy: where one's own record is told or shown. islands/record.ts
 * asks the browser, and shows this where it has not promised to keep it.
 * Never: while something that was told or found is for somebody to see first, or to be checked.
 */
import { paths } from '../paths.ts'
import { isHelpFirst, waiting } from '../programme/today-warnings.tsx'
import type { RecordNow } from './record-now.ts'

interface MayBeClearedProps {
  readonly record: RecordNow | null
  /**
   * The page: the plan asks the browser for nothing, since some ask the person in turn, who is in the middle of something there;
   * on My record the ways to keep it stand below.
   */
  readonly on: 'diary' | 'plan' | 'record'
}

/** One quiet line, hidden until the browser has said that it may; nothing where nothing is kept. */
export function MayBeCleared({ record, on }: MayBeClearedProps) {
  if (!record || record.events.length === 0 || isHeld(record)) return null
  const file = 'Save it as a file'
  const locked = 'keep a locked copy'
  return (
    <p class="quiet small no-print" data-may-be-cleared={on === 'plan' ? 'look' : 'ask'} hidden>
      Your browser may clear what is kept here, such as when it needs room.{' '}
      {on === 'record' ? file : <a href={paths.recordFile}>{file}</a>}, or{' '}
      {on === 'record' ? locked : <a href={paths.recordSync}>{locked}</a>}.
    </p>
  )
}

/** Does anything stand open that comes before the care of a record? */
const isHeld = (record: RecordNow): boolean => isHelpFirst(record) || waiting(record) !== null
