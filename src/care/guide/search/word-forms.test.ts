/** Words are found in whatever form they are typed, and words that say nothing are not looked for. */
import { describe, expect, test } from 'vitest'
import { alsoLookFor } from './everyday-words.ts'
import { wordForm, wordsIn } from './word-forms.ts'

describe('one word in many forms', () => {
  test.each([
    ['move', 'moves', 'moving', 'moved', 'MOVE'],
    ['sit', 'sits', 'sitting'],
    ['stretch', 'stretches', 'stretching'],
    ['injury', 'injuries'],
    ['drive', 'driving'],
    ['naïve', 'naive'],
    ['child’s', "child's", 'childs', 'child'],
    ['disc', 'discs'],
    ['stiff', 'stiffness'],
    ['sore', 'soreness'],
    ['heavy', 'heaviness'],
    ['numb', 'numbness'],
    ['tired', 'tiredness'],
    ['ill', 'illness'],
    ['ice', 'icing', 'iced'],
    ['use', 'using', 'used'],
    ['freeze', 'freezing', 'froze', 'frozen'],
    ['ache', 'aching', 'ached', 'aches'],
    ['sleep', 'slept', 'sleeping'],
    ['run', 'ran', 'running'],
    ['sit', 'sat'],
    ['stand', 'stood'],
    ['lie', 'lying', 'lay', 'lies'],
    ['wake', 'woke', 'woken', 'waking'],
    ['drive', 'drove', 'driven'],
    ['fall', 'fell', 'fallen', 'falling'],
    ['feel', 'felt', 'feeling'],
    ['bend', 'bent', 'bending'],
    ['swim', 'swam', 'swimming'],
    ['foot', 'feet'],
  ])('%s', (first, ...others) => {
    expect(others.map(wordForm)).toEqual(others.map(() => wordForm(first)))
    expect(wordForm(first)).not.toBeNull()
  })

  test('different words stay apart', () => {
    const words = [
      'heat',
      'ice',
      'disc',
      'desk',
      'scan',
      'spasm',
      'spine',
      'sleep',
      'slip',
      'stress',
      'strength',
      'need',
      'less',
      'sore',
      'core',
    ]
    expect(new Set(words.map(wordForm)).size).toBe(words.length)
  })

  test('small words, and signs alone, are nothing to look for', () => {
    const words = ['the', 'I', 'my', 'What', '’', 'don’t', "can't", 'cant', 'getting', 'gets']
    expect(words.filter((word) => wordForm(word) !== null)).toEqual([])
    expect(wordsIn('?! … — <script>"x"</script>')).toEqual(['script', 'x', 'script'])
  })
})

test('a brand is looked for as what is in it, an everyday word as what the guide calls it', () => {
  expect(alsoLookFor(wordForm('Nurofen') ?? '')).toContain(wordForm('ibuprofen'))
  expect(alsoLookFor(wordForm('Calpol') ?? '')).toContain(wordForm('paracetamol'))
  expect(alsoLookFor(wordForm('jabs') ?? '')).toContain(wordForm('injection'))
  expect(alsoLookFor('constructor')).toEqual([])
})
