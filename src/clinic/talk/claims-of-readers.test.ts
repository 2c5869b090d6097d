import { expect, test } from 'vitest'
import { claimsOfReader, linksIn, noteOf } from './claims-of-readers.ts'

test.each([
  ['I just double the tablets and it goes.', ['medicine', 'amount']],
  ['Ibuprofen 400mg three times a day did it', ['medicine', 'amount']],
  ['Took 2 pills at once', ['medicine', 'amount']],
  ['ＰＡＲＡＣＥＴＡＭＯＬ works', ['medicine']],
  ['Eight Solpadeine and a hot bath sorted me', ['medicine', 'amount']],
  ['Took 6 Cuprofen, slept well', ['medicine', 'amount']],
  ['four of those little Brufen', ['medicine', 'amount']],
  ['Zapain x 8 with a cup of tea', ['medicine', 'amount']],
  ['Half a diazepam before bed', ['medicine', 'amount']],
  ['a couple of Advil', ['medicine', 'amount']],
  ['Brufen was kind to me', ['medicine']],
  ['My doctor put me on Lyrica', ['medicine']],
  ['zapain helped', ['medicine']],
  ['Paracetomol does nothing', ['medicine']],
  ['ibuprofin and a walk', ['medicine']],
  ['three days of ibuprofen', ['medicine']],
  ['co-codomol at night', ['medicine']],
  ['Naproxin from the GP', ['medicine']],
  ['my nan’s meds', ['medicine']],
  ['He put my disc back in place.', ['cure']],
  ['This cured me, everyone should do it', ['cure']],
  ['You don’t need a doctor', ['cure']],
  ['stop taking what they give you', ['cure']],
])('“%s” is heard as %j and has a note beside it', (words, claims) => {
  expect(claimsOfReader(words)).toEqual(claims)
  expect(noteOf(claimsOfReader(words))).toContain('Our note')
})

test.each([
  'A hot water bottle in the evening was kind to me.',
  'I walked a little each hour. The second week was better.',
  '2 weeks, and I could tie my shoes.',
  'I feel alive again. A word of thanks, and the worst is over.',
  'I lost the ability to sing along to the lyrics of six old songs in the bath.',
  'Two hot baths and one short walk a morning, then half an hour of reading.',
])('“%s” needs no note', (words) => {
  expect(claimsOfReader(words)).toEqual([])
  expect(noteOf([])).toBeUndefined()
})

test.each([
  ['nothing here. And nothing there.', 0],
  ['see https://a.example/b', 1],
  ['www.pills.example and backfix.com and cheap dot shop', 3],
  ['HTTP://A.example http://b.example', 2],
])('“%s” holds %d links', (words, count) => {
  expect(linksIn(words)).toBe(count)
})

// Work that grew with the square of the length would outlast the limit of the test.
test('hundreds of thousands of characters are looked at, and it ends', () => {
  for (const piece of ['a.', 'ibu ', '9 ', 'put my x ', 'www.', 'a-']) {
    expect(claimsOfReader(piece.repeat(50_000))).toBeDefined()
    expect(linksIn(piece.repeat(50_000))).toBeGreaterThanOrEqual(0)
  }
})
