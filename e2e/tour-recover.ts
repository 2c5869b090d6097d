/**
 * The part of the tour that needs a record: today, the programme and its forms, a session, relaxing, the diary, prevention.
 * Never: says whether a page is right.
 */
import type { Page } from 'playwright-core'
import { beginSession, walkToProgramme } from './session.ts'
import type { Show } from './tour.ts'
import { send } from './walk.ts'

/** Pages that a running programme can open without more. */
const open = [
  ...['/', '/today', '/programme', '/programme/morning', '/programme/mini-check', '/programme/check-in'],
  ...['/programme/abilities', '/programme/phase', '/programme/direction', '/programme/feelings', '/programme/cleared'],
  ...['/programme/mistaken', '/programme/stop', '/programme/flare', '/programme/start'],
  ...['/session', '/relax', '/relax/muscles'],
  ...['/movements', '/movements/M09', '/movements/sequences/yoga', '/movements/sequences/bed'],
  ...['/diary', '/diary/entry', '/diary/chart', '/diary/triggers', '/diary/tasks', '/report', '/record'],
  ...['/prevent', '/prevent/walking', '/prevent/strength', '/prevent/breaks', '/prevent/desk', '/prevent/lifting'],
  ...['/prevent/warm-up', '/prevent/reminders', '/prevent/lessons/sleep'],
] as const

/** Forms whose empty post is an error to look at. */
const forms = ['/programme/check-in', '/programme/abilities', '/programme/feelings', '/prevent/walking'] as const

/** Shows them all, for somebody on day one; then a session from its first page to its last, and an entry in the diary. */
export async function recoverPages(page: Page, origin: string, show: Show): Promise<void> {
  await walkToProgramme(page, origin)
  for (const path of open) {
    await show(`programme: ${path}`, () => page.goto(`${origin}${path}`))
  }
  for (const path of forms)
    await show(`programme: ${path} with errors`, async () => {
      await page.goto(`${origin}${path}`)
      await send(page, `form[action="${path}"] button.go`)
    })
  await show('programme: a session that waits to start', () => beginSession(page, origin))
  await show('programme: a session that plays', async () => {
    await beginSession(page, origin)
    await page.locator('main').getByRole('button', { name: 'Start' }).click()
  })
  await show('programme: an entry', async () => {
    await page.goto(`${origin}/diary/entry`)
    await page.locator('label:has(input[name="pain"][value="3"])').click()
    await send(page, '.save-bar button')
  })
  const pressOn = async (path: string, button: string) => {
    await page.goto(`${origin}${path}`)
    await send(page, button)
  }
  await show('programme: the short check one by one', () => pressOn('/programme/mini-check', 'button[value="notSure"]'))
  await show('programme: after a jump', () => pressOn('/programme/morning', 'button[value="9"]'))
  await show('programme: a warning', () => pressOn('/programme/stop', 'button[value="bladder"]'))
  await show('programme: today after a warning', async () => {
    await pressOn('/programme/stop', 'button[value="bladder"]')
    await page.goto(`${origin}/today`)
  })
}
