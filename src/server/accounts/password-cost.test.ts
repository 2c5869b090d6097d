/** What trying a password costs whoever has stolen what is kept of them. Tests with a database pay less (scripts/quick-passwords.ts). */
import { scryptSync } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { expect, test } from 'vitest'

test('is that of scrypt with 32 MB and 16,384 rounds, under a salt of its own', async () => {
  const [one, other] = [await hashPassword('seven-lanterns-in-a-row'), await hashPassword('seven-lanterns-in-a-row')]
  const [salt = '', key] = one.split(':')
  const cost = { N: 16_384, r: 16, p: 1, maxmem: 2 ** 26 }
  expect(scryptSync('seven-lanterns-in-a-row', salt, 64, cost).toString('hex')).toBe(key)
  expect(other.split(':')[0]).not.toBe(salt)
})
