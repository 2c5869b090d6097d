/** What was cut out is asked about as cancer, painkillers are known by the names on packets of any shop, and a first leg has a second. */
import { describe, expect, test } from 'vitest'
import { dangerPhrases } from './danger-phrases.ts'

const heard = (text: string) => dangerPhrases(text).map(({ question }) => question)
const meant = (text: string) => dangerPhrases(text).map(({ question, means }) => `${question} ${means}`)

describe('what was cut out may have been cancer', () => {
  test.each([
    'had a lump removed from my breast',
    'lump taken out of my breast ten years ago',
    'they took a lump out of my neck',
    'had a mole taken off',
    'mole cut out last year',
    'they cut a mole off my back in 2016',
    'polyp removed from my bowel',
    'they found polyps and took them out',
    'growth taken out of my bladder',
    'they took my prostate out',
    'prostate removed',
    'prostatectomy',
    'had a kidney removed',
    'they took out my kidney',
    'had half my bowel removed',
    'bowel resection',
    'part of my lung taken out',
    'lobectomy in 2009',
    'thyroid removed',
    'they took a breast off',
    'lost a breast',
    'testicle removed',
    'had a testicle out',
    'lymph nodes taken out of my armpit',
    'had a course of radiation in 2011',
    'five years clear',
  ])('%s', (text) => expect(heard(text)).toContain('F1'))

  test.each([
    'had a benign lump removed',
    'my mum had a lump removed from her breast',
    'had a lump of wood removed from the shed',
    'a mole dug up the lawn and i took it out',
    'kidney stone removed',
    'gave my brother a kidney, it was taken out in 2010',
    'had my appendix removed',
    'wisdom teeth taken out',
    'stitches taken out',
    'plaster cast taken off',
    'had my coil removed',
    'gallbladder out',
    'took the bins out',
    'took a breast of chicken out of the oven',
    'got a lump of concrete out of the drive',
  ])('not: %s', (text) => expect(heard(text)).not.toContain('F1'))
})

describe('a painkiller by the name on its packet', () => {
  test.each([
    ...['doliprane', 'efferalgan', 'dafalgan', 'tachipirina', 'benuron', 'alvedon', 'panodil', 'crocin', 'biogesic'],
    ...['syndol', 'paracodol', 'beechams', 'night nurse', 'benylin', 'disprol', 'nuromol'],
    ...['anadin', 'percocet', 'vicodin', 'tramacet', 'migraleve', 'combogesic'],
  ])('took 12 %s', (name) => expect(meant(`took 12 ${name}`)).toContain('I2 overParacetamol'))

  test.each(['motrin', 'aleve', 'ponstan', 'cuprofen', 'feminax', 'celecoxib', 'meloxicam', 'solpaflex'])(
    'took 12 %s',
    (name) => expect(meant(`took 12 ${name}`)).toContain('I2 overOther'),
  )

  test.each(['took 2 doliprane', 'i am a night nurse', '12 night nurses on my ward', 'one beechams at bedtime'])(
    'not: %s',
    (text) => expect(heard(text)).toEqual([]),
  )
})

describe('a first leg, then the second', () => {
  test.each([
    'sciatica was on the right now left as well',
    'started in one leg then the other one',
    'right leg yesterday, both today',
    'legs dont do what i want since yesterday',
  ])('%s', (text) => expect(heard(text)).toContain('A5'))
})

test('an infection of weeks ago, wherever it was', () => {
  expect(heard('had my hip done and it got infected last month')).toContain('infRisk')
  expect(heard('laptop got infected last month')).toEqual([])
})

test.each(['shivering because the boiler broke', 'my car was hit in the car park'])('nothing is heard in: %s', (text) =>
  expect(heard(text)).toEqual([]),
)
