/** Find while its database is away, in a real browser: where to try again, and nothing that touches what stands beside it. */
import { afterAll, expect, inject, test } from 'vitest'
import { someOf } from '../scripts/short-form.ts'
import { sharedBrowser, tidyBrowser } from './browser.ts'

afterAll(tidyBrowser)

const ways = [
  [360, 'light'],
  [360, 'dark'],
  [1280, 'dark'],
  [1280, 'light'],
] as const
// In the short form on the phone.
test.each(someOf(ways, 4))('at %i, %s, the button stands apart from the field above it', async (width, colorScheme) => {
  const context = await (await sharedBrowser()).newContext({ viewport: { width, height: 740 }, colorScheme })
  try {
    const page = await context.newPage()
    expect((await page.goto(`${inject('origin')}/find?place=E2`))?.status()).toBe(503)
    const [field, button] = [page.locator('#place'), page.getByRole('button', { name: 'Try again' })]
    expect(await field.inputValue()).toBe('E2')
    const [above, below] = [await field.boundingBox(), await button.boundingBox()]
    if (!above || !below) throw new Error('the field or its button is not there')
    expect(below.y - (above.y + above.height)).toBeGreaterThanOrEqual(8)
  } finally {
    await context.close()
  }
})
