/** "Add more for the doctor or nurse" as a person meets it, without a script, in both homes. */
import { describe, expect, test } from 'vitest'
import { createCareApp } from '../app.tsx'
import { memoryNotebook, noon } from '../plan/plan.fixtures.ts'

const common = {
  now: () => noon,
  newId: () => crypto.randomUUID(),
  assets: { css: '/assets/site.css', islands: {} },
  buildId: 'test',
}
const decoded = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
const hidden = (html: string, name: string) =>
  decoded(new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '')
const heading = (html: string) => decoded(/<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? '')
const trailOf = (html: string) => JSON.parse(hidden(html, 'trail'))

const homes = [
  { home: 'the server', make: () => createCareApp({ ...common, kind: 'server', notebook: null }) },
  { home: 'a device', make: () => createCareApp({ ...common, kind: 'device', notebook: memoryNotebook([]) }) },
]

describe.each(homes)('on $home', ({ make }) => {
  const app = make()
  const text = async (answer: Response): Promise<string> => {
    const to = answer.headers.get('Location')
    return to ? await (await app.request(to)).text() : await answer.text()
  }
  const press = async (html: string, fields: readonly (readonly [string, string])[], status = [200, 303]) => {
    const body = new URLSearchParams([
      ['trail', hidden(html, 'trail')],
      ['shown', hidden(html, 'shown')],
      ['seen', hidden(html, 'seen')],
      ...fields.map(([a, b]) => [a, b] as [string, string]),
    ])
    const action = /action="(\/check(?:\/[0-9a-f-]{36}\/\d+)?)"/.exec(html)?.[1] ?? '/check'
    const answer = await app.request(action, { method: 'POST', body })
    expect(status).toContain(answer.status)
    return await text(answer)
  }
  const emergency = async () =>
    await press(await text(await app.request('/check')), [
      ['q.A2', 'yes'],
      ['q.A2.kind', 'changed'],
      ['q.A2.when', 'new'],
    ])

  test('the call comes first on the result and on the form, and the form says that it can wait', async () => {
    const result = await emergency()
    expect(result.indexOf('tel:999')).toBeLessThan(result.indexOf('Add more for the doctor or nurse'))
    const form = await press(result, [['do', 'more']])
    expect(heading(form)).toBe('Add more for the doctor or nurse')
    expect(form.indexOf('tel:999')).toBeLessThan(form.indexOf('<h1'))
    expect(form).toContain('This can wait')
  })

  test('what is told is on the result and in the summary, and what was not told is not there as a no', async () => {
    const form = await press(await emergency(), [['do', 'more']])
    const after = await press(form, [
      ['q.I1', 'yes'],
      ['q.age', '44'],
      ['q.sex', 'male'],
      ['q.medicines', 'warfarin'],
      ['q.alone', 'yes'],
      ['do', 'told'],
    ])
    expect(heading(after)).toBe('Call 999 now')
    expect(decoded(after)).toContain('Say this too')
    expect(decoded(after)).toContain('medicines taken: warfarin; alone')
    expect(decoded(after)).toContain('On a blood thinner, this needs A&E now: a change in how you pee.')
    const body = new URLSearchParams([['trail', hidden(after, 'trail')]])
    const summary = decoded(await (await app.request('/check/summary', { method: 'POST', body })).text())
    expect(summary).toContain('Medicines taken: warfarin')
    expect(
      Object.assign({}, ...trailOf(after).steps.map((step: { answers: object }) => step.answers)).infRisk,
    ).toBeUndefined()
  })

  test('left blank, it changes nothing and leads back to the result', async () => {
    const result = await emergency()
    const form = await press(result, [['do', 'more']])
    let after = await press(form, [['do', 'told']])
    while (after.includes('name="seen"')) after = await press(after, [['do', 'told']])
    expect(heading(after)).toBe(heading(result))
    expect(trailOf(after).steps).toEqual(trailOf(result).steps)
  })

  test('a woman is asked about pregnancy next, and waters that leak add the maternity unit', async () => {
    const form = await press(await emergency(), [['do', 'more']])
    const second = await press(form, [
      ['q.age', '31'],
      ['q.sex', 'female'],
      ['do', 'told'],
    ])
    expect(second).toContain('name="q.pregnancy"')
    const third = await press(second, [
      ['q.pregnancy', 'pregnant'],
      ['do', 'told'],
    ])
    expect(third).toContain('name="q.H1"')
    const after = await press(third, [
      ['q.weeks', '33'],
      ['q.H1', 'bleeding'],
      ['do', 'told'],
    ])
    const end = after.includes('value="on"') ? await press(after, [['do', 'on']]) : after
    expect(decoded(end)).toContain('Ring your maternity unit')
    expect(decoded(end)).toContain('bleeding or waters leaking')
    expect(end.indexOf('tel:999')).toBeLessThan(end.indexOf('maternity unit'))
  })

  test('black poo told there puts its own reason first', async () => {
    const form = await press(await emergency(), [['do', 'more']])
    let after = await press(form, [
      ['q.D2', 'yes'],
      ['do', 'told'],
    ])
    if (after.includes('value="on"')) after = await press(after, [['do', 'on']])
    expect(heading(after)).toBe('Call 999 now')
    expect(decoded(/<p class="reason">(.*?)<\/p>/.exec(after)?.[1] ?? '')).toMatch(/^Black sticky poo/)
  })

  test('nonsense comes back with what was typed, and the call still first', async () => {
    const form = await press(await emergency(), [['do', 'more']])
    const again = await press(
      form,
      [
        ['q.age', 'old'],
        ['q.medicines', 'none'],
        ['do', 'told'],
      ],
      [422],
    )
    expect(again).toContain('There is a problem')
    expect(again).toContain('value="old"')
    expect(again.indexOf('tel:999')).toBeLessThan(again.indexOf('There is a problem'))
  })
})
