/** The parts of the guide that are drawn from the rules, and one page of each sort, line by line: guide-outline.txt. */
import { describe, test } from 'vitest'
import { looked, reviewedOutlines } from '../../../../scripts/outlines/page-outline.ts'
import { device } from '../programme/programme.fixtures.ts'

const reviewed = reviewedOutlines(new URL('./guide-outline.txt', import.meta.url))

describe('the guide, line by line', () => {
  test.each([
    [
      'what is drawn from the rules',
      ['which-painkiller', 'when-to-get-help', 'how-long-it-takes', 'how-to-choose-a-physio'],
    ],
  ])('%s', async (name, slugs) => {
    reviewed.check(
      name,
      await looked(
        device(),
        slugs.map((slug) => `/guide/${slug}`),
      ),
    )
  })
  test('and the file has no state that is not looked at', reviewed.end)
})
