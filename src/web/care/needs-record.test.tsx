/** The page for when no record can be opened: each cause is named only where it can be the cause. */
import { expect, test } from 'vitest'
import { asEpochMs } from '../../care/evidence/time.ts'
import { createCareApp } from './app.tsx'
import type { NotebookStore } from './home.ts'
import { memoryNotebook } from './plan/plan.fixtures.ts'

const common = {
  now: () => asEpochMs(Date.UTC(2026, 10, 26, 12)),
  newId: () => crypto.randomUUID(),
  assets: { css: '/assets/site.css', islands: {} },
  buildId: 'test',
}
const shut: NotebookStore = { ...memoryNotebook(), all: () => Promise.reject(new Error('shut')) }
const fromServer = createCareApp({ ...common, kind: 'server', notebook: null })
const onDevice = createCareApp({ ...common, kind: 'device', notebook: shut })
const text = async (app: typeof fromServer, path: string) =>
  (await (await app.request(path)).text()).replace(/\s+/g, ' ')

test.each(['/today', '/diary', '/report', '/session'])(
  'from the server, %s names https, scripts and private windows',
  async (path) => {
    const page = await text(fromServer, path)
    expect(page).toContain('does not begin with https')
    expect(page).toContain('Scripts are switched off')
    expect(page).toContain('private window')
    expect(page).not.toContain('The device may be full')
    expect(page).toContain('href="/check"')
    expect(page).toContain('href="/emergency"')
  },
)

test.each(['/today', '/diary'])('on the device, %s names the store, and no cause that cannot be', async (path) => {
  const page = await text(onDevice, path)
  expect(page).toContain('did not open its store just now')
  for (const cannotBe of ['begin with https', 'Scripts are switched off', 'private window'])
    expect(page).not.toContain(cannotBe)
  expect(page).toContain('href="/check"')
})
