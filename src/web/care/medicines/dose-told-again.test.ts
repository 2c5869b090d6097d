/** One press of one form is one dose, however the person comes back to it; and nothing that may be another is left out. */
import { describe, expect, test } from 'vitest'
import { hiddenFields, memoryNotebook } from '../plan/plan.fixtures.ts'
import { type Fields, homeWith, type Page, portion } from './medicine.fixtures.ts'

const minutes = 60_000
const two = portion('paracetamol500', '2')
const rightNow: Fields = [['when', 'now']]

/** What a form of this page carries: the one that has this in it. */
const carriedBy = ({ html }: Page, inIt: string): Fields =>
  hiddenFields(
    html
      .split('<form')
      .find((part) => part.includes(inIt))
      ?.replace(/^/, '<form') ?? '',
    '/medicines/tally',
  )

function opened() {
  const notebook = memoryNotebook()
  const home = homeWith(notebook)
  const tally = () => home.get('/medicines/tally')
  const took = (page: Page, what: Fields) =>
    home.post('/medicines/tally', [...carriedBy(page, 'Take or write down a dose'), ...what, ['do', 'took']])
  const record = (asked: Page, when: Fields) =>
    home.post('/medicines/tally', [...carriedBy(asked, 'name="when"'), ...when, ['do', 'record']])
  return { ...home, notebook, tally, took, record }
}
const inList = ({ html }: Page) => html.match(/Take out</g)?.length ?? 0

describe('a form of the tally that is sent again', () => {
  test('the old list, found again by Back and gone through once more, makes no second dose, and says so', async () => {
    const home = opened()
    const old = await home.tally()
    const first = await home.record(await home.took(old, two), rightNow)
    expect(first.text).toContain('Written down: 2 × Paracetamol 500 mg tablet')
    home.later(3 * minutes)
    const again = await home.record(await home.took(old, two), rightNow)
    expect(inList(again)).toBe(1)
    expect(again.text).toContain('1,000 mg')
    expect(again.text).not.toContain('Written down:')
    expect(again.text).toContain(
      'Paracetamol 500 mg tablet from 12:00 today counts once. Took more? Write it down below.',
    )
    expect(home.notebook.events.filter(({ kind }) => kind === 'doseTaken')).toHaveLength(1)
  })

  test('so with "May I take it now?", and with a product of two medicines', async () => {
    const home = opened()
    const old = await home.tally()
    const nuromol: Fields = [...portion('list', '1'), ['listed', 'nuromol']]
    await home.record(await home.took(old, nuromol), rightNow)
    const may = await home.post('/medicines/tally', [
      ...carriedBy(old, 'Take or write down a dose'),
      ...nuromol,
      ['do', 'may'],
    ])
    const asked = await home.post('/medicines/tally', [...carriedBy(may, 'value="took"'), ['do', 'took']])
    expect(inList(await home.record(asked, rightNow))).toBe(1)
  })

  test.each<[string, Fields, Fields, number]>([
    [
      'at another time',
      two,
      [
        ['when', 'at'],
        ['at', '09:00'],
      ],
      2,
    ],
    ['with another number', portion('paracetamol500', '1'), rightNow, 2],
    ['with another product', portion('ibuprofen200', '2'), rightNow, 2],
  ])('but %s it counts as well, and the page asks if it was one dose', async (_how, what, when, count) => {
    const home = opened()
    const old = await home.tally()
    await home.record(await home.took(old, two), rightNow)
    const again = await home.record(await home.took(old, what), when)
    expect(inList(again)).toBe(count)
    expect(again.text).toContain('Written down: ')
    expect(again.text).toMatch(/Paracetamol 500 mg tablet from 12:00 today is in your|The same is in your list already/)
    expect(again.text).toContain('Was it one dose? Take one out below.')
    // Sent twice by an impatient thumb, the second telling too is one dose.
    expect(inList(await home.record(await home.took(old, what), when))).toBe(count)
  })

  test('an old "now" pressed hours later is a dose of that hour: it counts, and the page says what is true', async () => {
    const home = opened()
    const asked = await home.took(await home.tally(), two)
    await home.record(asked, rightNow)
    home.later(5 * 60 * minutes)
    const later = await home.record(asked, rightNow)
    expect(inList(later)).toBe(2)
    expect(later.text).toContain('2,000 mg')
  })

  test('what was taken out and is told again by its old form is in the list again', async () => {
    const home = opened()
    const asked = await home.took(await home.tally(), two)
    const written = await home.record(asked, rightNow)
    const dose = /name="dose" value="([^"]+)"/.exec(written.html)?.[1] ?? ''
    const out = await home.post('/medicines/tally', [
      ...carriedBy(written, 'name="dose"').filter(([name]) => name !== 'dose'),
      ['dose', dose],
      ['do', 'remove'],
    ])
    expect(inList(out)).toBe(0)
    const again = await home.record(asked, rightNow)
    expect(inList(again)).toBe(1)
    expect(inList(await home.tally())).toBe(1)
  })

  test('what was moved to the time that was meant is known for the same', async () => {
    const home = opened()
    const asked = await home.took(await home.tally(), two)
    const at: Fields = [
      ['when', 'at'],
      ['at', '12:02'],
    ]
    const unsure = await home.record(asked, at)
    expect(unsure.text).toContain('Which time do you mean?')
    await home.post('/medicines/tally', [...carriedBy(unsure, 'value="meant"'), ['meant', 'earlier']])
    const again = await home.record(asked, at)
    expect(inList(again)).toBe(1)
    expect(again.text).toContain('counts once')
  })
})
