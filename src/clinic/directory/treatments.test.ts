import { describe, expect, test } from 'vitest'
import { gradeWords } from '../../care/evidence/grade.ts'
import { sources } from '../../care/evidence/sources.ts'
import { topics } from '../../care/prevention/topics.ts'
import { findClinicWords } from './clinic-words.ts'
import { isTreatmentId, mayGive, type Treatment, type TreatmentId, treatments } from './treatments.ts'

const all: readonly (readonly [string, Treatment])[] = Object.entries(treatments)

describe('what stands beside a price', () => {
  test('is the grade of the evidence brief: the lower one where it gives a range', () => {
    const grades = all.map(([id, { proof }]) => [id, proof.is === 'graded' ? proof.grade : proof.is])
    expect(Object.fromEntries(grades)).toEqual({
      'physiotherapy-first': 'weak',
      'physiotherapy-follow-up': 'weak',
      'sports-massage': 'weak',
      'deep-tissue-massage': 'weak',
      acupuncture: 'against',
      osteopathy: 'weak',
      chiropractic: 'weak',
      pilates: 'weak',
      'strength-class': 'weak',
      'free-assessment': 'notATreatment',
      'video-call': 'notATreatment',
    })
  })

  test('says where it comes from, in words that a clinic may use', () => {
    for (const [id, { proof, name }] of all) {
      expect(findClinicWords(`${name}. ${proof.honest}`), id).toEqual([])
      if (proof.is !== 'graded') continue
      expect(proof.sources.length, id).toBeGreaterThan(0)
      for (const source of proof.sources) expect(sources).toHaveProperty(source)
      expect(gradeWords).toHaveProperty(proof.grade)
    }
  })

  test('of strength is the grade of the page on strength, whatever that becomes', () => {
    expect(treatments['strength-class'].proof.grade).toBe(topics.strength.grade)
  })
})

test('each kind is given by somebody, and nobody gives what is another profession’s', () => {
  for (const [id, { givenBy }] of all) expect(givenBy.length, id).toBeGreaterThan(0)
  const may = (id: TreatmentId) => [mayGive('physiotherapist', id), mayGive('chiropractor', id)]
  expect(may('physiotherapy-first')).toEqual([true, false])
  expect(may('chiropractic')).toEqual([false, true])
  expect(['acupuncture', 'surgery', 'toString'].map(isTreatmentId)).toEqual([true, false, false])
})
