/** Which passwords are refused though they are long enough. */
import { expect, test } from 'vitest'
import { isSoonGuessed } from './guessed-password.ts'

const known = ['wren@lantern.example', 'Wren Holly', 'St Ives Backs']

test.each([
  ['a common one with figures behind it', 'password1234'],
  ['figures in a row', '123456789012'],
  ['keys beside one another', 'qwertyuiop12'],
  ['one letter again and again', 'aaaaaaaaaaaa'],
  ['a few letters again and again', 'abcabcabcabc'],
  ['a common one, as it is disguised', 'P@ssw0rd!2026'],
  ['the own address', 'wren@lantern.example'],
  ['the own name and a year', 'WrenHolly2026'],
  ['the name of the clinic and a year', 'stivesbacks2026'],
  ['one letter, as long as a password may be', 'x'.repeat(128)],
])('%s is guessed soon', async (_, password) => {
  expect(await isSoonGuessed(password, known)).toBe(true)
})

test.each(['lantern gravel otter quilt', 'seven-lanterns-in-a-row', 'Zaun über alte Mühle', 'vR7-kq2m-Tz9p-xW'])(
  '%s is not',
  async (password) => {
    expect(await isSoonGuessed(password, known)).toBe(false)
  },
)
