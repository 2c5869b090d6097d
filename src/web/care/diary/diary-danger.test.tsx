/** A danger that was told, and what a check found, stand in the diary and on the chart's page on their day. */
import { describe, expect, test } from 'vitest'
import { begunOn, momentAt } from '../programme/programme.fixtures.ts'

/** A story of three days: a morning, a fever told, an emergency found, and seen. */
async function story() {
  const told = await begunOn()
  await told.morning(1, 4)
  await told.at(1, 9).post('/programme/stop', { sign: 'fever' })
  await told.check(2, 9, { A1: 'yes', 'A1.when': 'new' })
  return told.at(2, 12)
}

describe('the diary', () => {
  test('lists a sign that was told and what the check found, by their days, above and below the pain', async () => {
    const { text } = await (await story()).get('/diary')
    expect(text).toMatch(/Today.*Your check said: get help now\..*Add an entry/)
    expect(text).toMatch(/You told us: you may have a fever\. Checked since\.\s*Tuesday 24 November, 09:00/)
  })
  test('the chart’s page names the same days under the picture', async () => {
    const { text } = await (await story()).get('/diary/chart')
    expect(text).toMatch(/Wednesday 25 November: Your check said: get help now\./)
    expect(text).toMatch(/Tuesday 24 November: You told us: you may have a fever\./)
  })
  test('the picture marks them with a shape, and says so when it is read aloud and in its key', async () => {
    const { html } = await (await story()).get('/diary/chart')
    expect(/<desc id="chart-desc">([^<]*)/.exec(html)?.[1]).toContain(
      'A danger was told on 2 days. A triangle marks each.',
    )
    const [picture = ''] = /<svg[^>]*role="img"[\s\S]*?<\/svg>/.exec(html) ?? []
    expect(picture.match(/<path d="[^"]*h13l-6\.5-11\.5z[^"]*" fill="none" stroke="currentColor"/g)).toHaveLength(2)
    expect(html).toMatch(/<\/svg>A day when a danger was told/)
    expect(html).toContain('A danger was told.')
    const clear = await (await begunOn()).at(2, 12).get('/diary/chart')
    expect(clear.html).not.toMatch(/danger was told/)
  })
  test('that somebody saw them is told as theirs; a visit by phone as one', async () => {
    const told = await story()
    await told.write(momentAt(2, 10), { kind: 'clinicianCleared', who: 'GP' })
    await told.write(momentAt(2, 11), { kind: 'clinicianCleared', who: '111', how: 'spoken' })
    const { text } = await told.get('/diary')
    expect(text).toContain('You told us that someone saw you.')
    expect(text).toContain('You told us that you spoke to someone.')
    const checks = [(await told.of('checkFinished')).at(-1)?.id ?? '']
    await told.write(momentAt(2, 11.5), { kind: 'dangerMistaken', checks })
    expect((await told.get('/diary')).text).toContain('You told us that something was told by mistake.')
  })
  test('the same words once a day, and nothing of a clear check', async () => {
    const told = await begunOn()
    for (const hour of [9, 10, 11]) await told.at(1, hour).post('/programme/stop', { sign: 'fever' })
    const { text } = await told.get('/diary')
    expect(text.match(/you may have a fever/g)).toHaveLength(1)
    expect(text).not.toContain('Your check said')
  })
})
