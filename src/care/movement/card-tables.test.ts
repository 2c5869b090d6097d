/** What each movement's card asks of a body, as a table that a person reviews: card-tables.txt beside this test. */
import { afterAll, test } from 'vitest'
import { reviewedOutlines } from '../../../scripts/outlines/page-outline.ts'
import { movements } from './movements.ts'

const reviewed = reviewedOutlines(new URL('./card-tables.txt', import.meta.url))
afterAll(() => reviewed.end())

test('of each card: where it is done, what it needs, and how it is made easier and harder', () => {
  reviewed.checkLines(
    'each card',
    Object.values(movements).map(({ id, place, traits, title, easier, harder, care, instead }) =>
      [
        `${id} ${title} (${place}): ${traits.join(' ')}`,
        ...[`easier: ${easier}`, `harder: ${harder}`, `care: ${care.join(' ')}`],
        `instead: ${instead.join(' ')}`,
      ].join(' | '),
    ),
  )
})
