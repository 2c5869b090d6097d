/** What a person told of their pain is the same on every page, wherever they told it. */
import { describe, expect, test } from 'vitest'
import { begunOn } from './programme/programme.fixtures.ts'

/** Eight mornings: the check and six mornings, a flare at the end, and no diary entry at all. */
async function eightDays() {
  const told = await begunOn()
  for (const [day, pain] of [4, 7, 5, 4, 3, 2, 5].entries()) await told.morning(day, pain)
  await told.session(2, 10, { painBefore0to10: 5 })
  return told.at(6, 9)
}

describe('one story of the pain', () => {
  test('the chart draws the worse day and the flare, though nothing was written in the diary', async () => {
    const { html } = await (await eightDays()).get('/diary/chart')
    const table = html.slice(html.indexOf('<table'), html.indexOf('</table>')).replaceAll(/<[^>]+>/g, ' ')
    expect(table).toMatch(/24 Nov 2026\s+7\s/)
    expect(table).toMatch(/29 Nov 2026\s+5\s/)
  })
  test('the diary lists what was told this morning as today’s', async () => {
    const { text } = await (await eightDays()).get('/diary')
    expect(text).not.toContain('Nothing told today')
    expect(text).toMatch(/Today Pain 5 08:00 in the morning questions/)
    expect(text).toMatch(/Pain 5 \w+ 25 November 10:00 · before a session/)
  })
  test('the doctor’s page says today’s number, not that of the last diary entry', async () => {
    const told = await eightDays()
    expect((await told.get('/report')).text).toContain('Pain today, told last: 5 of 10')
    expect((await told.at(7, 9).get('/report')).text).toContain('Last told, 29 Nov 2026: 5 of 10')
  })
  test('Today has the chart after the first morning', async () => {
    expect((await (await eightDays()).get('/today')).html).toContain('id="chart"')
  })
  test('the chart’s page leads with the person’s own line, and folds away what studies say', async () => {
    const { html } = await (await eightDays()).get('/diary/chart')
    const lead = html.indexOf('On the last day that you told us about, it was 5 out of 10.')
    expect(lead).toBeGreaterThan(0)
    expect(lead).toBeLessThan(html.indexOf('not a promise'))
    expect(html.indexOf('What the band and the line are')).toBeLessThan(
      html.indexOf('It is from a review of 95 studies'),
    )
    // Two weeks fill the picture before there are six.
    expect(html).toMatch(/>2<\/text><text class="when"[^>]*>weeks/)
  })
})
