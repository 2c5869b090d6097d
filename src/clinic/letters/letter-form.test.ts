import { expect, test } from 'vitest'
import { guidePieces } from './guide-pages.ts'
import { longestOpening, longestSubject, mostPages, readLetterForm, type TypedLetter } from './letter-form.ts'
import { topicIds } from './topics.ts'

const whole: TypedLetter = {
  subject: 'Three small things',
  opening: 'Cold mornings and heavy bags.',
  topic: 'keep-away',
  pages: ['guide/heat-or-ice'],
}
const fieldsOf = (change: Partial<TypedLetter>) => {
  const read = readLetterForm({ ...whole, ...change })
  return read.ok ? [] : read.problems.map(({ field }) => field)
}

test('a letter with a subject, a topic and something to read is one', () => {
  expect(readLetterForm(whole)).toMatchObject({
    ok: true,
    draft: { subject: 'Three small things', topic: 'keep-away' },
  })
  expect(fieldsOf({ opening: '' })).toEqual([])
  expect(fieldsOf({ pages: [] })).toEqual([])
  for (const topic of topicIds) expect(fieldsOf({ topic })).toEqual([])
})

test.each(['subject', 'opening'] as const)(
  'no promise, danger sign or amount of a medicine may stand in the %s',
  (field) => {
    for (const text of [
      'We cure back pain for good.',
      'Massage heals your back for good',
      'It fixes slipped discs',
      'Numb between the legs? Read this.',
      'Take 500 mg of paracetamol.',
      'Two hundred steps, or 4 tablets.',
    ])
      expect(fieldsOf({ [field]: text }), text).toEqual([field])
    expect(fieldsOf({ [field]: 'Walk a little more each week.' })).toEqual([])
  },
)

test('subject and opening may be just so long, and not one letter longer', () => {
  expect(fieldsOf({ subject: '' })).toEqual(['subject'])
  expect(fieldsOf({ subject: 'x' })).toEqual([])
  expect(fieldsOf({ subject: 'x'.repeat(longestSubject) })).toEqual([])
  expect(fieldsOf({ subject: 'x'.repeat(longestSubject + 1) })).toEqual(['subject'])
  expect(fieldsOf({ opening: '🙂'.repeat(longestOpening) })).toEqual([])
  expect(fieldsOf({ opening: '🙂'.repeat(longestOpening + 1) })).toEqual(['opening'])
})

test('neither words nor pages, or no topic that there is, is said at its field', () => {
  expect(fieldsOf({ opening: ' ', pages: [] })).toEqual(['pages'])
  expect(fieldsOf({ topic: 'sales' })).toEqual(['topic'])
})

test('so many pages may be chosen, and not one more; one chosen twice counts once', () => {
  const pages = guidePieces().map(({ page }) => page)
  expect(fieldsOf({ pages: pages.slice(0, mostPages) })).toEqual([])
  expect(fieldsOf({ pages: pages.slice(0, mostPages + 1) })).toEqual(['pages'])
  expect(fieldsOf({ pages: [...pages.slice(0, mostPages), ...pages.slice(0, 2)] })).toEqual([])
})
