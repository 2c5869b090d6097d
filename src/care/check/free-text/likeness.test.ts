/** A danger is heard beside what it is likened to: "leaking like a tap" is no tap. What somebody likes is no likeness (hazard H-03). */
import { expect, test } from 'vitest'
import { dangerPhrases } from './danger-phrases.ts'

const raised = (text: string): readonly string[] => dangerPhrases(text).map(({ question }) => question)

test.each([
  ['H1', '31 weeks leaking like a tap'],
  ['C3', 'coughing up red like wine'],
  ['C3', 'coughed up red like beetroot'],
  ['A2', 'leaking like a dripping tap all day'],
  ['A2', 'stood waiting for it to come like for a bus'],
  ['D2', 'blood in the pan like from a tooth'],
  ['D2', 'poo is dark like in a nappy'],
  ['D2', 'blood when i wipe like a cut'],
  ['A5', 'legs like jelly like after leg day and i did nothing'],
  ['A9', 'hand keeps going numb like from lying on it'],
  ['A8', 'foot dead like from sitting on it'],
  ['B2', 'shivering like in cold weather with the radiators on full'],
  ['D1', 'vomiting like with a hangover'],
  ['A10', 'face drooping like after the dentist'],
  ['D3', 'pee is pink like after beetroot'],
])('%s is heard beside what it is likened to: %s', (question, text) => {
  expect(raised(text)).toContain(question)
})

test.each([
  'i like tap water, the tap drips all day',
  'we like beetroot and my pee was pink after beetroot',
  'looking like rain so i got soaked in the rain',
  'sausages went over like flies on a plate',
  'coughed up red wine',
])('and what is so, or liked, explains as before: %s', (text) => {
  expect(raised(text)).toEqual([])
})
