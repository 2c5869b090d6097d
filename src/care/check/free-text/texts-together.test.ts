import { describe, expect, test } from 'vitest'
import { dangerPhrases } from './danger-phrases.ts'
import { textsTogether } from './texts-together.ts'
import { questionById } from '../questions/all.ts'

const heard = (text: string) => dangerPhrases(text).map(({ question }) => question)
const garden = 'The garden was cold and I dug a lot. '
const numb = 'I am numb between my legs'

describe('several texts as one', () => {
  test('stand one under the other, each once', () => {
    expect(textsTogether([numb, 'chest pain', numb])).toBe(`${numb}\nchest pain`)
    expect(textsTogether(['chest pain since noon', 'chest pain'])).toBe('chest pain since noon')
    expect(textsTogether([numb])).toBe(numb)
    expect(textsTogether(['', ''])).toBe('')
  })
  test('lose no danger for want of room, whichever text is long', () => {
    const long = garden.repeat(12)
    for (const texts of [
      [`${long}${numb}.`, `Chest pain now. ${long}`],
      [numb, `${long}Chest pain now.`],
      [`${long}Chest pain now.`, numb],
      [`${garden.replace('.', ' and').repeat(20)} ${numb}`, 'Chest pain now.'],
    ]) {
      const together = textsTogether(texts)
      expect(together.length).toBeLessThanOrEqual(500)
      expect(heard(together)).toEqual(expect.arrayContaining(['A1', 'C1']))
    }
  })
  test('are heard each by itself: no denial in one reaches the other, and nobody is quoted as having written both in one', () => {
    for (const text of ['no fever', 'never had', 'my nan had cancer', 'in the film he had', numb])
      for (const texts of [
        [text, 'chest pain'],
        ['chest pain', text],
      ]) {
        const found = dangerPhrases(textsTogether(texts)).find(({ question }) => question === 'C1')
        expect([texts, found?.quote]).toEqual([texts, 'chest pain'])
      }
  })
  test('fit the field that they go into', () => {
    expect(questionById.get('worry')).toMatchObject({ kind: 'text', maxLength: 500 })
    for (const most of [40, 300])
      expect(textsTogether([numb, 'chest pain', garden.repeat(30)], most).length).toBeLessThanOrEqual(most)
    expect(textsTogether([garden.repeat(30)])).toHaveLength(500)
  })
})
