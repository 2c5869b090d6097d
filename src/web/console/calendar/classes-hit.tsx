/** Classes that stand in days off, named whether or not anybody has booked: nobody can join one while that is so. */
import type { ListedClass } from '../../../clinic/calendar/class-list.ts'
import type { OffThen } from '../../../clinic/calendar/classes-while-off.ts'
import { calendarPaths } from './calendar-paths.ts'
import { fullWords, whenWords } from './calendar-words.ts'

/** Nothing where there is none. Moments are milliseconds since 1970. */
export function ClassesHit({ classes, now }: { readonly classes: readonly ListedClass[]; readonly now: number }) {
  if (classes.length === 0) return null
  return (
    <div class="callout cal-clash">
      <p>
        {classes.length === 1 ? (
          <>
            <strong>One class stands in it.</strong> It stays until you call it off, and nobody can join it meanwhile.
          </>
        ) : (
          <>
            <strong>{classes.length} classes stand in it.</strong> They stay until you call each off, and nobody can
            join them meanwhile.
          </>
        )}
      </p>
      <ul>
        {classes.map((one) => (
          <li key={one.classId}>
            {whenWords(one.startsAt, one.endsAt, one.zone, now)}:{' '}
            <a href={calendarPaths.class(one.classId)}>
              <bdi>{one.service}</bdi>
            </a>
            , with {one.therapist}, {fullWords(one)}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** "Zoe Adler is away then: nobody can join." */
export const offThenWords = (off: OffThen, { therapist, place }: Pick<ListedClass, 'therapist' | 'place'>): string =>
  `${off === 'away' ? `${therapist} is away then` : `${place} is shut then`}: nobody can join.`
