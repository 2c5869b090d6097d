/** What is heard is heard in other words too: dialect, the long ways of saying "can't", of somebody else, with a reason before it. */
import { describe, expect, test } from 'vitest'
import { someOf } from '../../../../scripts/short-form.ts'
import { dangerPhrases } from './danger-phrases.ts'
import { dangerousHeard } from './heard.fixtures.ts'

const isRaised = (question: string, text: string): boolean =>
  dangerPhrases(text).some((one) => one.question === question)

const cant = /\b(?:cant|can't|cannot)\b/gi
const nots = /\b(did|do|does|is|was|could|would|have|has)(?:nt|n't)\b/gi

/** A way of saying it otherwise, and how many of the hundreds of sentences may be lost by it. */
const ways: readonly (readonly [name: string, otherwise: (text: string) => string, most: number])[] = [
  ['givin for giving', (text) => text.replace(/ing\b/g, 'in'), 2],
  ["givin' for giving", (text) => text.replace(/ing\b/g, "in'"), 2],
  ['am unable to', (text) => text.replace(cant, 'am unable to'), 0],
  ["'m not able to", (text) => text.replace(cant, 'am not able to'), 0],
  ["don't think I can", (text) => text.replace(/\bi (?:cant|can't|cannot)\b/gi, 'i dont think i can'), 0],
  ["don't see how I can", (text) => text.replace(/\bi (?:cant|can't|cannot)\b/gi, 'i dont see how i can'), 0],
  ["couldn't", (text) => text.replace(cant, 'couldnt'), 10],
  ['cannae', (text) => text.replace(cant, 'cannae'), 0],
  ['didnae, wasnae', (text) => text.replace(nots, '$1nae'), 0],
  ['me for my', (text) => text.replace(/\bmy\b/gi, 'me'), 12],
  ['himself for myself', (text) => text.replace(/\bmyself\b/gi, 'himself'), 4],
  ['a last letter twice', (text) => text.replace(/([a-z])$/i, '$1$1'), 40],
  ['a doctor spoken to', (text) => `Doctor please, ${text}`, 2],
  ["haven't been able to", (text) => text.replace(cant, 'havent been able to'), 0],
  ["hadn't been able to", (text) => text.replace(cant, 'hadnt been able to'), 10],
  ['a question with its reason', (text) => `what if it gets worse because ${text}`, 8],
  ['a search with its reason', (text) => `in case it helps because ${text}`, 8],
  ['a fear with its reason', (text) => `im scared because ${text}`, 8],
  ['asked whether it is normal', (text) => `${text} is this normal?`, 0],
]

describe('a danger is heard when it is said otherwise', () => {
  test.each(ways)('%s', (name, otherwise, most) => {
    const changed = dangerousHeard
      .filter(([question]) => question !== '?')
      .map(([question, text]) => [question, otherwise(text), text] as const)
      .filter(([, now, before]) => now !== before)
    expect(changed.length).toBeGreaterThan(50)
    // In the short form a way that changes nearly every sentence tries a third of them, by turns.
    const turn = ways.findIndex(([other]) => other === name)
    const said = changed.length > 1000 ? someOf(changed, 3, turn) : changed
    const lost = said.filter(([question, text]) => !isRaised(question, text))
    expect(lost.length, lost.map((one) => one.join(': ')).join('\n')).toBeLessThanOrEqual(most)
  })

  test.each([
    ['A1', "it's gone numb between mum's legs"],
    ['A1', 'theres a patch doon below thats deid'],
    ['A1', "where you'd sit on a bike is numb"],
    ['A1', 'bum feels as if injected'],
    ['A2', 'no control over my water'],
    ['A5', 'was one leg yesterday, today it is both'],
    ['A6', 'my legs went and i fell'],
    ['C3', 'stabbing pain each breath'],
    ['C3', 'breathing is getting harder'],
    ['H1', 'pregnant, my hands have swollen up'],
    ['I3', 'he wants to kill his self'],
    ['A1', 'like wiping through a glove'],
    ['A1', 'reduced perianal sensation'],
    ['A2', 'the bladder empties by itself'],
    ['A2', 'tried to pee all day, not a drop'],
    ['A5', 'sciatica jumped to the other side'],
    ['A6', 'her knee keeps giving'],
    ['A7', 'zinging down the spine if I nod'],
    ['A10', 'my arm just flopped'],
    ['B1', 'my dad is muddled'],
    ['D2', 'it is black and sticky'],
    ['E1', 'he went through the window'],
  ])('%s: %s', (question, text) => {
    expect(isRaised(question, text)).toBe(true)
  })

  test.each([
    ['A2', 'hesitancy'],
    ['A2', 'voiding difficulty'],
    ['A7', 'ataxic gait'],
    ['A10', 'dysarthria'],
    ['C3', 'haemoptysis'],
    ['C3', 'dyspnoea'],
    ['C5.collapse', 'syncope'],
    ['D2', 'melaena'],
    ['D4', 'dysuria'],
  ])('in the words of a letter, and not when denied: %s, %s', (question, word) => {
    expect(isRaised(question, `she has ${word} since monday`)).toBe(true)
    expect(dangerPhrases(`no ${word}`)).toEqual([])
  })

  test.each([
    'personal best at the gym',
    'i paint and print',
    'on a statin',
    'he bounces the ball',
    'boiling the kettle',
  ])('and no word of its own is taken for one of these: %s', (text) => {
    expect(dangerPhrases(text)).toEqual([])
  })

  test('a list of noes that an "or" closes holds a part of the body, and nothing else that nobody knows', () => {
    for (const text of ['no face drooping or slurred speech', 'no calf swelling or shortness of breath'])
      expect(dangerPhrases(text), text).toEqual([])
    expect(isRaised('C1', 'no rest or chest pain all night')).toBe(true)
    expect(isRaised('A1', 'no sleep or numb down below')).toBe(true)
  })

  test.each(['cant come on friday', "can't come at 3", "sorry I couldn't come last week", 'couldnt take it back'])(
    'what a booking may say is no danger: %s',
    (text) => {
      expect(dangerPhrases(text)).toEqual([])
    },
  )
  test.each(['i cant come anymore', 'cant come since monday', 'she couldnt come during sex'])(
    'and a change in sex is one: %s',
    (text) => {
      expect(isRaised('A4', text)).toBe(true)
    },
  )

  test.each([
    ['F1', 'cancer'],
    ['I9', 'cauda equina'],
    ['C4', 'dvt'],
  ])('and what was ruled out is not, unless it was not ruled out: %s, %s', (question, illness) => {
    for (const out of ['ruled out', 'was ruled out', 'has been ruled out'])
      expect(dangerPhrases(`${illness} ${out}`), out).toEqual([])
    for (const in_ of ['not ruled out', 'has not been ruled out', 'hasnt been ruled out'])
      expect(isRaised(question, `i have ${illness}, ${in_}`), in_).toBe(true)
  })
})

describe('a wound by another and labour', () => {
  test.each([
    ['I4', 'someone knifed me'],
    ['I4', 'he shot me in the back'],
    ['I4', 'gunshot wound in my back'],
    ['I4', 'i was stabbed in the back'],
    ['I4', 'my husband punched me in the back'],
    ['I4', 'i feel like someone is going to hit me'],
    ['I4', 'ive been stabbed'],
    ['H1', 'labour started'],
    ['H1', 'i think im in labour'],
    ['H1', 'i have gone into labour'],
  ])('are asked about, %s: %s', (question, text) => {
    expect(isRaised(question, text)).toBe(true)
  })

  test.each([
    'like being stabbed',
    'i feel like ive been stabbed',
    'like someone stabbed me in the back',
    'feels like someone is stabbing me',
    'feels like i was kicked in the back',
    'like a gunshot in my back',
    'hit in the back by a football',
    'i work in labour, lifting bricks',
    'my daughter is in labour so may be late',
    'manual labour started it',
    'the doctor shot me a look',
  ])('are not heard in how a pain feels, in sport, at work or of another: %s', (text) => {
    expect(dangerPhrases(text)).toEqual([])
  })
})
