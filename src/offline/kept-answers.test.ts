/** What therapists answered is found on the device: with a connection as it stands, without one as it was, and not for ever. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import { dayMs } from '../care/evidence/time.ts'
import { buildOf, healthy, MemoryBrowser } from './device.fixtures.ts'

const builds = [await buildOf('a')]
const answered = [
  { id: '7', question: 'May I zumba with a xylophone?', answer: 'Yes, gently.', signed: 'Amara, physiotherapist.' },
  {
    id: '8',
    question: 'Is my wardrobe to blame?',
    answer: 'No.',
    signed: 'Ben, osteopath.',
    note: 'Our note: one person.',
  },
]

/** A device in use. `list` is what the server says the list is now; `null`: there is no connection. */
async function deviceInUse() {
  const browser = new MemoryBrowser(builds)
  const state: { list: unknown; asked: string[] } = { list: answered, asked: [] }
  const well = healthy(builds[0] as (typeof builds)[0])
  browser.server = async (path, method) => {
    state.asked.push(`${method} ${path}`)
    if (path !== '/guide/answered.json') return await well(path, method)
    if (state.list === null) throw new TypeError('no network')
    return typeof state.list === 'number' ? new Response('', { status: state.list }) : Response.json(state.list)
  }
  vi.stubGlobal('fetch', browser.fetch)
  await browser.update()
  return { browser, state, wait: (ms: number) => (browser.nowMs += ms) }
}
afterEach(() => vi.unstubAllGlobals())

describe('on a device', () => {
  test('what a therapist answered is found while somebody types and by the form, and no word of it is sent', async () => {
    const { browser, state } = await deviceInUse()
    const html = await browser.worker.searchGuide('xylophone')
    for (const words of ['May I zumba', 'Yes, gently.', 'Amara, physiotherapist.', '/ask/answered/7'])
      expect(html).toContain(words)
    expect(html).not.toContain('No connection')
    expect(await browser.worker.searchGuide('wardrobe')).toContain('Our note: one person.')
    expect((await browser.goto('/guide/questions')).html).toContain('May I zumba')
    expect(state.asked.filter((one) => one.includes('/guide'))).toEqual(['GET /guide/answered.json'])
  })

  test('without a connection it is found as it was, which is said, and after a week no more', async () => {
    const { browser, state, wait } = await deviceInUse()
    await browser.worker.searchGuide('')
    state.list = null
    wait(6 * dayMs)
    const html = await browser.worker.searchGuide('xylophone')
    expect(html).toContain('May I zumba')
    expect(html).toContain('No connection: what therapists answered is shown as it was on 26 November 2026')
    wait(2 * dayMs)
    const later = await browser.worker.searchGuide('xylophone')
    expect(later).not.toContain('May I zumba')
    expect(later).toContain('are not looked through')
  })

  test('one that was taken back is gone as soon as the server is asked again', async () => {
    const { browser, state, wait } = await deviceInUse()
    expect(await browser.worker.searchGuide('xylophone')).toContain('May I zumba')
    state.list = answered.slice(1)
    wait(6 * 60_000)
    expect(await browser.worker.searchGuide('xylophone')).not.toContain('May I zumba')
    state.list = null
    wait(6 * 60_000)
    expect(await browser.worker.searchGuide('xylophone')).not.toContain('May I zumba')
  })

  test.each([
    ['a database that is away', 503],
    ['a sign-in page', { hello: 'you' }],
    ['half a list', [{ id: '7' }]],
  ])('%s is no list: what was kept stands', async (_what, list) => {
    const { browser, state, wait } = await deviceInUse()
    await browser.worker.searchGuide('')
    state.list = list
    wait(6 * 60_000)
    expect(await browser.worker.searchGuide('xylophone')).toContain('May I zumba')
  })
})
