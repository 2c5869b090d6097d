/** The picture that an authenticator app scans. */
import { expect, test } from 'vitest'
import { renderPart } from '../ui/render.ts'
import { readPicture } from '../../../scripts/pictures/read-picture.ts'
import { ScanPicture } from './scan-picture.tsx'

const address = (email: string) =>
  `otpauth://totp/Unclench:${encodeURIComponent(email)}?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXPJBSWY3DP&issuer=Unclench&digits=6&period=30`

test.each([
  ['a usual address', 'wren@lantern.example', 240],
  ['the longest address that an account can have', `${'w'.repeat(64)}@${'x'.repeat(181)}.example`, 240],
  ['an address in another script', 'ζωή@παράδειγμα.example', 240],
  ['a narrow phone at 400 %', 'wren@lantern.example', 150],
])('a phone reads the very key out of it: %s', async (_, email, widthPx) => {
  const page = renderPart(<ScanPicture text={address(email)} label="The key" />)
  expect(await readPicture(page, widthPx)).toBe(address(email))
})

test('it says in words what it is, and fetches nothing', () => {
  const page = renderPart(<ScanPicture text={address('wren@lantern.example')} label="The key as a picture" />)
  expect(page).toContain('role="img" aria-label="The key as a picture"')
  expect(page).not.toMatch(/href|url\(|data:|style=/)
})
