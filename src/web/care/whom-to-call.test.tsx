/** Whatever went wrong, the page that says so says whom to call (H-22). */
import { expect, test } from 'vitest'
import { begunOn, freshId, device } from './programme/programme.fixtures.ts'

const gone = [
  ...['/no-such-page', '/relax/no-such', '/movements/M99', '/movements/sequences/no-such', '/prevent/lessons/no-such'],
  ...[`/session/${freshId()}`, `/session/${freshId()}/done`, `/diary/entry/${freshId()}`, `/check/${freshId()}/2`],
  ...['/prevent/reminders/calendar.ics', '/prevent/reminders/cancel.ics'],
]

test.each(gone)('%s is not there, and its page has 999, once', async (path) => {
  const { status, html } = await device().get(path)
  expect(status).toBe(404)
  expect(html.match(/href="tel:999"/g)).toHaveLength(1)
})

test('a store that does not open, and one that does not erase, are told with 999', async () => {
  const home = device()
  const no = () => Promise.reject(new Error('no'))
  Object.assign(home.notebook, { all: no, owner: no, erase: no, appendAll: no })
  for (const { status, html } of [
    await home.get('/record/unclench-record.json'),
    await home.get('/record/unclench-diary.csv'),
    await home.post('/record/erase'),
    await home.post('/prevent/desk', { done: 'feet' }),
  ]) {
    expect(status).toBe(409)
    expect(html).toContain('href="tel:999"')
  }
})

test.each([
  ['chest', 'tel:999'],
  ['saddle', 'tel:999'],
  ['fever', 'tel:111'],
])(
  'after a %s that was told and not checked every page of prevention that is closed has %s before the check',
  async (sign, number) => {
    const home = (await begunOn()).at(1, 9)
    await home.post('/programme/stop', { sign })
    for (const path of ['/prevent', '/prevent/strength', '/prevent/walking', '/prevent/breaks', '/prevent/warm-up']) {
      const { html } = await home.get(path)
      expect(html.indexOf(`href="${number}"`), path).toBeGreaterThan(0)
      expect(html.indexOf(`href="${number}"`), path).toBeLessThan(html.indexOf('Do the check'))
    }
  },
)
