/** A danger that was told, and what a check found, stand in the diary and on the chart's page on their day. */
import { describe, expect, test } from 'vitest'
import { begunOn, type device, freshId, momentAt } from '../programme/programme.fixtures.ts'

/** A story of three days: a morning, a fever told, an emergency found, and seen. */
async function story() {
  const told = await begunOn()
  await told.morning(1, 4)
  await told.at(1, 9).post('/programme/stop', { sign: 'fever' })
  await told.check(2, 9, { A1: 'yes', 'A1.when': 'new' })
  return told.at(2, 12)
}

test('a sign that was told closes the pages of prevention, which say whom to call', async () => {
  const home = await begunOn()
  const calls = async () => (await home.get('/prevent')).html.includes('href="tel:111"')
  expect(await calls()).toBe(false)
  await home.post('/programme/stop', { sign: 'fever' })
  expect(await calls()).toBe(true)
})

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
      'A danger was told of 2 days. A triangle marks each.',
    )
    const [picture = ''] = /<svg[^>]*role="img"[\s\S]*?<\/svg>/.exec(html) ?? []
    expect(picture.match(/<path d="[^"]*h13l-6\.5-11\.5z[^"]*" fill="none" stroke="currentColor"/g)).toHaveLength(2)
    expect(html).toMatch(/<\/svg>A danger was told of this day/)
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
  test('what an entry told of an earlier day stands on that day, in the list, under the chart and in its picture', async () => {
    const told = await begunOn()
    await told.morning(2, 4)
    await told.at(3, 9).post('/diary/entry', { form: freshId(), pain: '3', signs: 'fever', about: '2026-11-25' })
    const { text } = await told.get('/diary')
    expect(text).toMatch(/You told us: you may have a fever\.\s*Wednesday 25 November, told later/)
    const chart = await told.get('/diary/chart')
    expect(chart.text).toContain('Wednesday 25 November: You told us: you may have a fever. You told us later.')
    expect(chart.html).toMatch(/Wednesday 25 November: pain [^"]*A danger was told\./)
  })
  test('a box that names a sign names all that were told, what kills first first, with whom to call for it', async () => {
    const told = await begunOn()
    await told.at(1, 9).post('/diary/entry', { form: freshId(), pain: '3', signs: ['fever', 'weak', 'chest'] })
    const { text } = await told.get('/diary/chart')
    expect(text).toMatch(
      /This may need help now Chest pain.*losing its strength.*You told us of this too: Fever, shivers or drenching sweats\. New, or worse than before\? Call 999 now\./,
    )
    const one = await begunOn()
    await one.at(1, 9).post('/programme/stop', { sign: 'fever' })
    await one.at(1, 10).post('/programme/stop', { sign: 'weak' })
    await one.at(1, 11).post('/programme/stop', { sign: 'fever' })
    expect((await one.get('/diary/chart')).text).toMatch(/This may need help now/)
  })
  test('the same words once a day, and nothing of a clear check', async () => {
    const told = await begunOn()
    for (const hour of [9, 10, 11]) await told.at(1, hour).post('/programme/stop', { sign: 'fever' })
    const { text } = await told.get('/diary')
    expect(text.match(/you may have a fever/g)).toHaveLength(1)
    expect(text).not.toContain('Your check said')
  })
})

describe('a danger told in an entry by mistake', () => {
  const closed = 'Your plan and your movements stay closed'
  const entered = async (fields: Readonly<Record<string, string>>) => {
    const home = (await begunOn()).at(0, 14)
    await home.post('/diary/entry', { form: freshId(), pain: '3', ...fields })
    const [entry] = await home.of('diaryEntry')
    return { home, id: entry?.id ?? '' }
  }
  const isOpen = async (home: ReturnType<typeof device>) =>
    (await home.get('/movements/M04')).html.includes('class="figure')

  test('stands with whom to call and the check on its own page', async () => {
    const { home, id } = await entered({ signs: 'saddle' })
    const { text, html } = await home.get(`/diary/entry/${id}`)
    expect(html.indexOf('tel:999')).toBeGreaterThan(0)
    expect(html).toContain('action="/programme/full-check"')
    expect(text).not.toContain(closed)
  })
  test('put right, says what stays closed, why, and that the check opens it; and so it does', async () => {
    const { home, id } = await entered({ signs: 'saddle' })
    const page = await home.post('/diary/entry', { form: freshId(), puts: id, pain: '3' })
    expect(page.heading).toBe('Your entry')
    expect(page.text).toContain(`${closed} You have put this entry right. But before that, it told us of something`)
    expect(page.text).toContain('A check opens them.')
    expect(await isOpen(home)).toBe(false)
    await home.at(0, 15).check(0, 15)
    expect(await isOpen(home)).toBe(true)
    expect((await home.get(page.at)).text).not.toContain(closed)
  })
  test('put right in something else, or only with a number, claims nothing of the kind', async () => {
    const { home, id } = await entered({ signs: 'saddle' })
    const same = await home.post('/diary/entry', {
      form: freshId(),
      puts: id,
      pain: '3',
      signs: 'saddle',
      stress: 'lots',
    })
    expect(same.text).not.toContain(closed)
    const calm = await entered({})
    const page = await calm.home.post('/diary/entry', { form: freshId(), puts: calm.id, pain: '2' })
    expect([page.heading, page.text.includes(closed)]).toEqual(['Your entry', false])
  })
  test('taken back, says the same; after a check, or of another entry, nothing', async () => {
    const { home, id } = await entered({ note: 'I cannot feel my feet' })
    const page = await home.post(`/diary/entry/${id}`, { do: 'undo' })
    expect(page.heading).toBe('You took this entry back')
    expect(page.text).toContain(`${closed} You have taken this entry back. But before that, it told us of something`)
    expect(page.text).not.toContain('feel my feet')
    expect(page.html.indexOf('tel:999')).toBeGreaterThan(0)
    await home.at(0, 15).post('/diary/entry', { form: freshId(), pain: '2' })
    const other = (await home.of('diaryEntry')).at(-1)?.id ?? ''
    expect((await home.post(`/diary/entry/${other}`, { do: 'undo' })).text).not.toContain(closed)
    await home.check(0, 16)
    expect((await home.at(0, 17).get(page.at)).text).not.toMatch(/stay closed|tel:999/)
  })
  test('where an earlier check says to be seen, it promises no opening by a check', async () => {
    const { home, id } = await entered({ signs: 'saddle' })
    await home.check(0, 13, { A1: 'yes', 'A1.when': 'new' })
    const { text } = await home.post(`/diary/entry/${id}`, { do: 'undo' })
    expect(text).toContain('Be seen first')
    expect(text).not.toContain('A check opens them')
  })
})
