/**
 * Passkeys with Chromium's own virtual authenticator: made and used by the browser, checked by our server. What a forged answer
 * does is in src/server/accounts/passkey-doors.db.test.ts.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningServer, sharedBrowser, startServer, tidyBrowser } from './browser.ts'

const data = mkdtempSync(join(tmpdir(), 'unclench-passkeys-'))
// The database runs as somebody else where we are root, and must reach its folder.
chmodSync(data, 0o755)
let server: RunningServer
let browser: Browser

beforeAll(async () => {
  server = await startServer(undefined, 0, { UNCLENCH_DATA: data })
  browser = await sharedBrowser()
  const until = Date.now() + 60_000
  while (!(await (await fetch(`${server.origin}/console/sign-in`)).text()).includes('Look round as')) {
    if (Date.now() > until) throw new Error('The door of the staff did not open within a minute.')
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
})
afterAll(async () => {
  await tidyBrowser()
  await server?.end()
  rmSync(data, { recursive: true, force: true })
})

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

const lookRound = async (page: Page) => {
  await page.goto(`${server.origin}/console/sign-in`)
  await page
    .getByRole('button', { name: /Look round as .*owner/ })
    .first()
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
