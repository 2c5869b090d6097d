/** The net reads English alone, and says so to whoever wrote in another language; to nobody else (hazard H-03). */
import { expect, test } from 'vitest'
import { cannotRead } from './danger-phrases.ts'
import { isOtherLanguage } from './english.ts'
import { dangerousHeard, harmlessQuiet } from './heard.fixtures.ts'

test.each([
  'je ne peux pas uriner',
  'no puedo orinar',
  'ich kann nicht pinkeln',
  'nie mogę sikać',
  'non riesco a fare pipì',
  'não consigo urinar',
  'nu pot să urinez',
  'idrarımı yapamıyorum, belim çok ağrıyor',
  'ik kan niet plassen',
  'dydw i ddim yn gallu pasio dŵr',
  'не могу пописать',
  '我不能小便',
  '小便',
  'لا أستطيع التبول',
  'मैं पेशाब नहीं कर सकता',
])('is told of: %s', (text) => {
  expect(cannotRead(text)).toBe(true)
})

test('no text of our English lists is taken for another language', () => {
  const wrong = [...dangerousHeard.map(([, text]) => text), ...harmlessQuiet].filter(isOtherLanguage)
  expect(wrong).toEqual([])
})

test.each(['', '?!', '😀😀😀', 'a&e', 'ok', '38.9', 'naïve café', 'Zoë', 'paracetamol, ibuprofen'])(
  'says nothing of: “%s”',
  (text) => {
    expect(cannotRead(text)).toBe(false)
  },
)

test('what was heard all the same is not called unread', () => {
  expect(cannotRead('je ne peux pas uriner, cant pee')).toBe(false)
})
