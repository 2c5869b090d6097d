import { expect, test } from 'vitest'
import { fittingAnswers } from './fitting.ts'

const offers = [
  { id: 'swim', words: 'Can I swim with a back spasm? Yes, once getting in and out of the pool is easy.' },
  {
    id: 'football',
    words: 'When can I play football again? When you can run, turn and sprint at 3 of 10 pain or less.',
  },
  { id: 'heat', words: 'Heat or ice? Warmth eases back pain for a while. A hot water bottle will do.' },
  { id: 'belt', words: 'Should I buy a back belt for work? It does not stop the next spasm.' },
]
const ids = (text: string, most = 3) => fittingAnswers(text, offers, most).map(({ id }) => id)

test.each([
  ['swimming with a sore back', 'swim'],
  ['My back is easing after a week. Can I go back to playing football on Sunday?', 'football'],
  ['is a hot bottle good', 'heat'],
  ['BELTS!!!', 'belt'],
])('“%s” is offered what is known of %s first', (text, id) => {
  expect(ids(text)[0]).toBe(id)
})

test.each(['', 'my back hurts', 'ööö ???', 'xylophone lessons', '<script>'])('“%s” is offered nothing', (text) => {
  expect(ids(text)).toEqual([])
})

test('a text of a hundred thousand characters is looked at in its beginning alone', () => {
  expect(ids(`${'lorem '.repeat(20_000)} swim`)).toEqual([])
})

test('no more are offered than asked for', () => {
  expect(fittingAnswers('swim football belt', offers, 2)).toHaveLength(2)
})
