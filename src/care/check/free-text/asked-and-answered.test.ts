/** A question that its own "no" answers denies what it names; any doubt, and the danger counts (hazard H-03). */
import { expect, test } from 'vitest'
import { dangerPhrases } from './danger-phrases.ts'

const raised = (text: string): readonly string[] => dangerPhrases(text).map(({ question }) => question)

const signs = ['fever', 'weak legs', 'chest pain', 'numbness between the legs', 'black poo', 'weight loss']

test('short questions answered by no are denied, one or several', () => {
  const all = signs.flatMap((sign) =>
    ['', 'any ', 'have you got ', 'do you have any ', 'is there any '].flatMap((ask) =>
      ['? no', '? No.', '? no, ', '?? nope', '? none. just stiff'].map((answer) => `${ask}${sign}${answer}`),
    ),
  )
  const lists = signs.map((sign, at) => `${sign}? no, any ${signs[(at + 1) % signs.length]}? no. just a sore back`)
  const reported = signs.flatMap((sign) => [
    `he asked is there any ${sign} i said no`,
    `they asked have i got ${sign} and i said no`,
    `doctor asked if i had ${sign} i said nope`,
  ])
  expect([...all, ...lists, ...reported].filter((text) => raised(text).length > 0)).toEqual([])
})

test('what is told, goes on behind the no, or is another’s no, still counts', () => {
  const told = signs.flatMap((sign) => [
    `i have ${sign}? no one listens`,
    `i have ${sign}. is it normal? no`,
    `is ${sign} normal? no`,
    `should i worry about my ${sign}? no?`,
    `${sign}? no, more like a lot of ${sign}`,
    `${sign}? no idea, maybe`,
    `${sign}? no. more like a tightness`,
    `${sign}? No. It’s like a band`,
    `any ${sign}? no. but it comes at night`,
    `${sign}? no. only sometimes`,
    `i have ${sign} shall i ring them i said no`,
    `he asked to drive me in because of my ${sign} i said no`,
    `he asked are you ok my ${sign} is bad i said no`,
    `they asked me to wait with ${sign} and i said no way`,
  ])
  expect(told.filter((text) => raised(text).length === 0)).toEqual([])
})
