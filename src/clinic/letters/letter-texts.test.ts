/** What a letter says, of the words that a writer gave it. */
import { expect, test } from 'vitest'
import { letterContent } from './letter-texts.ts'

const clinic = { name: 'Lantern Physio', postal: '1 Lane, London', phone: '020 7946 0100', email: 'a@lantern.example' }
const sender = { ...clinic, demonstration: false }
const links = { origin: 'https://u.example', check: 'https://u.example/check', guide: 'https://u.example/guide' }
const own = { leave: 'https://u.example/leave', mine: 'https://u.example/mine' }
const beginningOf = (opening: string) => {
  const content = letterContent({ subject: 'Three small things', opening, pieces: [] }, sender, links, own)
  return `${content.greeting} ${content.opening}`
}

test.each([
  ['Cold mornings and heavy bags.', 'Hello. Cold mornings and heavy bags.'],
  ['Hello. The clocks have gone back.', 'Hello. The clocks have gone back.'],
  ['Hi all, the clocks have gone back.', 'Hi all, the clocks have gone back.'],
  ['dear readers!\nThe clocks have gone back.', 'dear readers! The clocks have gone back.'],
  ['Good morning! Cold, is it not?', 'Good morning! Cold, is it not?'],
  ['Good mornings begin the night before.', 'Hello. Good mornings begin the night before.'],
  ['Hills are good for legs, and so are stairs.', 'Hello. Hills are good for legs, and so are stairs.'],
  ['Hello.', 'Hello. '],
])('a letter greets once, and no word of its writer is lost: %j', (opening, begins) => {
  expect(beginningOf(opening)).toBe(begins)
})
