/** A danger behind a "no" and a slash, a star or a wave: told where it stands with a place of its own (hazard H-03). */
import { expect, test } from 'vitest'
import { dangerPhrases } from './danger-phrases.ts'

const raised = (text: string): readonly string[] => dangerPhrases(text).map(({ question }) => question)

const noes = ['no fever', 'no fever / chills', 'no temp', 'denies fever', 'no cough / fever', 'no weight loss']
const told = [
  ...['numb between my legs', 'numb between legs', 'really numb between my legs', 'numbness between my legs'],
  ...['pain in my chest', 'both my legs are weak', 'my legs have gone numb', 'numb down both legs', 'blood in my pee'],
]

test('is told with its place, behind each of the marks', () => {
  const texts = noes.flatMap((no) =>
    told.flatMap((sign) => [' / ', '/', ' * ', ' ~ ', ' • '].map((mark) => `${no}${mark}${sign}`)),
  )
  expect([...texts, 'no pain / numb between my legs'].filter((text) => raised(text).length === 0)).toEqual([])
})

const bare = ['chills', 'numbness', 'chest pain', 'weight loss', 'leg weakness', 'incontinence', 'saddle numbness']

test('a bare list behind one no stays denied, and so do feelings that share one place', () => {
  const lists = bare.flatMap((one) =>
    bare.map((other) => [' / ', '/'].map((mark) => `no fever${mark}${one}${mark}${other}`)),
  )
  const shared = ['legs', 'feet', 'arms', 'saddle area'].flatMap((place) => [
    `no numbness / tingling in my ${place}`,
    `no numbness/weakness in ${place}`,
    `no tingling/weakness in my ${place}`,
  ])
  const spoken = ['no fever or numbness between my legs', 'no numbness or weakness in my legs']
  expect([...lists.flat(), ...shared, ...spoken].filter((text) => raised(text).length > 0)).toEqual([])
})

test('a star about words is no mark of a list', () => {
  const texts = ['no *numbness* in my legs', 'no *chest pain*', 'no ~numbness~ in my legs']
  expect(texts.filter((text) => raised(text).length > 0)).toEqual([])
})

test('a star, a wave, a bullet or the edge of a cell inside of what is told costs nothing of it', () => {
  const texts = [...'*~•·‣◦▪●|→'].flatMap((mark) => [
    `cant ${mark} feel the toilet paper`,
    `lost ${mark} control of my bladder`,
    `my legs ${mark} have gone numb`,
  ])
  expect(texts.filter((text) => raised(text).length === 0)).toEqual([])
})

test('a no in the next cell of a table denies, and the cell behind it is its own', () => {
  const tables = ['fever | no', 'fever → no', 'Numbness | no']
  expect(tables.filter((text) => raised(text).length > 0)).toEqual([])
  expect(raised('fever | no | numb between my legs | yes')).toContain('A1')
})
