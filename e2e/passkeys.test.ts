/**
 * Passkeys with Chromium's own virtual authenticator: made and used by the browser, checked by our server. What a forged answer
 * does is in src/server/accounts/passkey-doors.db.test.ts.
 */
import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedBrowser, tidyBrowser } from './browser.ts'
import { type Clinic, sharedClinic } from './clinic.ts'

let server: Clinic
let browser: Browser

beforeAll(async () => {
  server = await sharedClinic()
  browser = await sharedBrowser()
})
afterAll(tidyBrowser)

/** A device that verifies its owner by itself, until it is told not to. */
async function withDevice(page: Page): Promise<{ readonly cdp: CDPSession; readonly authenticatorId: string }> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { cdp, authenticatorId }
}

/** As an owner of another clinic than the one whose pages are looked at (staff-pages.test.ts). */
const lookRound = async (page: Page) => {
  await page.goto(`${server.origin}/console/sign-in`)
  await page
    .getByRole('button', { name: /Look round as .*owner/ })
    .last()
    .click()
  await page.waitForURL(`${server.origin}/console`)
}

test('staff add a passkey, come in by it alone, and delete it again', async () => {
  const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage()
  page.setDefaultTimeout(15_000)
  const { cdp, authenticatorId } = await withDevice(page)
  const faults: string[] = []
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()))
  await lookRound(page)
  await page.getByRole('link', { name: 'Passkeys' }).click()
  await page.getByLabel('What do you call it?').fill('Desk at the front')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByText('Desk at the front').first().waitFor()
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByText('This device has a passkey for here already.').waitFor()

  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(/sign-in/)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.waitForURL(`${server.origin}/console`)

  await page.getByRole('button', { name: 'Lock' }).click()
  await page.waitForURL(/unlock/)
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByText('Nothing has changed. Try again. Use your password and a code.').waitFor()
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.waitForURL(`${server.origin}/console`)

  await page.goto(`${server.origin}/console/passkeys`)
  await page.getByText('Change or delete').click()
  await page.getByRole('button', { name: 'Delete this passkey' }).click()
  await page.getByText('You have none yet.').waitFor()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await page.getByText('This passkey is not one of ours any more.').first().waitFor()
  expect(faults.filter((text) => !text.includes('422'))).toEqual([])
  await page.context().close()
}, 120_000)

test('without scripts the doors say how to come in, and show no button that does nothing', async () => {
  const context = await browser.newContext({ serviceWorkers: 'block', javaScriptEnabled: false })
  const page = await context.newPage()
  for (const [path, words] of [
    ['/console/sign-in', 'Use your password and a code.'],
    ['/account/sign-in', 'Use your email instead.'],
  ] as const) {
    await page.goto(server.origin + path)
    expect(await page.getByText(words).isVisible()).toBe(true)
    expect(await page.getByRole('button', { name: 'Sign in with a passkey' }).isVisible()).toBe(false)
  }
  await context.close()
}, 60_000)
