/** How many visits a course has, and how often. */
import { courseVisits } from '../../../clinic/booking/courses.ts'

/** Days between two visits, with the words for them. */
export const rhythms = [
  { days: 2, words: 'every 2 days' },
  { days: 3, words: 'every 3 days' },
  { days: 7, words: 'every week' },
  { days: 14, words: 'every 2 weeks' },
  { days: 28, words: 'every 4 weeks' },
] as const

/** How many visits, and how often: two lists. */
export function RhythmFields({ visits, everyDays }: { readonly visits: number; readonly everyDays: number }) {
  const { least, most } = courseVisits
  const counts = Array.from({ length: most - least + 1 }, (_, at) => least + at)
  return (
    <>
      <label class="ask" for="visits">
        How many
      </label>
      <select class="field" id="visits" name="visits">
        {counts.map((count) => (
          <option key={count} value={count} selected={count === visits}>
            {count} visits
          </option>
        ))}
      </select>
      <label class="ask" for="every">
        How often
      </label>
      <select class="field" id="every" name="every">
        {rhythms.map(({ days, words }) => (
          <option key={days} value={days} selected={days === everyDays}>
            {words}
          </option>
        ))}
      </select>
    </>
  )
}
