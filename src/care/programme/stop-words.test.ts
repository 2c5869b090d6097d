import { expect, test } from 'vitest'
import { entry } from '../diary/diary.fixtures.ts'
import type { DiaryEntry, EntryFields } from '../diary/entry.ts'
import { raisedBy, stopOf } from '../diary/entry-dangers.ts'
import { newSymptoms, type StopSign } from './events.ts'
import { stopBecause, stopReason } from './stop-words.ts'

const told = (fields: Partial<EntryFields>, earlier: readonly DiaryEntry[] = []) => {
  const stop = stopOf(raisedBy(entry(10, { painNow0to10: 3, ...fields }), earlier))
  return stop && stopBecause(stop)
}

test('only whoever said that something is new or worse is told that they said so', () => {
  expect(stopBecause({ sign: 'newSymptom' })).toBe('You told us: something is new or worse.')
  for (const one of newSymptoms) expect(stopReason({ sign: 'newSymptom', told: one })).not.toContain('something is new')
  expect(told({ signs: ['other'] })).toBe('You told us: something is new or worse.')
  expect(told({ leg: 'further' })).toBe('You told us: your leg pain may be new or worse.')
  expect(told({ leg: 'notSure' })).toBe('You told us: your leg pain may be new or worse.')
  expect(told({ painNow0to10: 6 }, [entry(9, { painNow0to10: 3 })])).toBe(
    'You told us: your pain jumped with no clear reason.',
  )
})

test('what the painkiller questions say against the check is nothing that the person said of their back', () => {
  expect(stopBecause({ sign: 'newSymptom', told: 'againstCheck' })).toBe(
    'Your painkiller answers and your check do not say the same.',
  )
})

test.each<[Partial<EntryFields>, string]>([
  [{ signs: ['unsteady'] }, 'You told us: something may be newly weak, numb or unsteady.'],
  [{ signs: ['numb'] }, 'You told us: something may be newly weak, numb or unsteady.'],
  [{ signs: ['fever'] }, 'You told us: you may have a fever.'],
  [{ signs: ['fall'] }, 'You told us: you had a fall or a knock.'],
  [{ places: ['chest-left'] }, 'You told us: you may have chest pain or hard breathing.'],
  [{ note: 'numb between my legs' }, 'You told us something that may be a danger sign.'],
])('%j is told back in words that fit each way of telling it', (fields, words) => {
  expect(told(fields)).toBe(words)
})

test('every sign has words of its own', () => {
  const signs: readonly StopSign[] = [
    ...(['dangerSign', 'weaknessOrNumbness', 'legNumbnessSpreads', 'fall', 'fever'] as const),
    ...(['dizziness', 'chest', 'sharpBonePain', 'newSymptom'] as const),
  ]
  const all = [
    ...signs.map((sign) => stopReason({ sign })),
    ...newSymptoms.map((one) => stopReason({ sign: 'newSymptom', told: one })),
  ]
  expect(new Set(all).size).toBe(all.length)
})
