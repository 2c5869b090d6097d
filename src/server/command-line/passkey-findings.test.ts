/** Whoever changes the address of an installation is told what becomes of its passkeys. */
import { expect, test } from 'vitest'
import { passkeyFindings } from './passkey-findings.ts'

const at = (name: string | null, n = 1) => ({ name, n })

test.each([
  ['https://clinic.example', [at('clinic.example', 3)]],
  ['https://clinic.example:8443', [at('clinic.example')]],
  ['http://localhost:3000', [at('localhost')]],
  [undefined, [at('localhost')]],
  ['https://clinic.example', [at(null, 4)]],
])('passkeys made for the name of %s are well', (url, passkeys) => {
  expect(passkeyFindings(passkeys, url)).toMatchObject([{ fine: true }])
})

test.each([undefined, 'http://192.0.2.7', 'https://clinic.example'])('without passkeys nothing is said: %s', (url) => {
  expect(passkeyFindings([], url)).toEqual([])
})

test('a name that changed is told, with how many open nothing now and what to do', () => {
  const found = passkeyFindings(
    [at('new.example', 2), at('old.example', 3), at('older.example')],
    'https://new.example',
  )
  expect(found.map(({ fine }) => fine)).toEqual([false, false])
  expect(found[0]?.words).toBe(
    '3 passkeys work only at old.example, and people reach Unclench at new.example now. Set UNCLENCH_URL back to that name, or tell their owners to sign in another way and to add new ones.',
  )
  expect(found[1]?.words).toContain('1 passkey works only at older.example')
})

test.each([
  ['a part of the name', 'https://book.clinic.example', 'clinic.example'],
  ['UNCLENCH_URL that is not set any more', undefined, 'clinic.example'],
])('%s is another name', (_, url, name) => {
  expect(passkeyFindings([at(name)], url)).toMatchObject([{ fine: false }])
})

test.each([
  ['http://clinic.example', 'want https'],
  ['https://192.0.2.7', 'address of numbers'],
  ['http://127.0.0.1:3000', 'address of numbers'],
  ['https://[2001:db8::1]', 'address of numbers'],
])('at %s passkeys work nowhere, and it says why', (url, why) => {
  const { hostname } = new URL(url)
  const [found] = passkeyFindings([at(hostname, 2)], url)
  expect([found?.fine, found?.words]).toEqual([false, expect.stringContaining(why)])
})
