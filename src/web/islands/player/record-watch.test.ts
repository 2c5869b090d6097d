/** When a player looks at the record again, with a browser in a few lines: its worker, its tab, its events. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { playerAsked, recordChanged } from '../../../offline/player-messages.ts'
import { watchRecord } from './record-watch.ts'

type Heard = (event: { readonly data?: unknown }) => void
/** A place that events come to. */
function place() {
  const heard = new Map<string, Heard[]>()
  return {
    addEventListener: (kind: string, listener: Heard) => void heard.set(kind, [...(heard.get(kind) ?? []), listener]),
    happens: (kind: string, data?: unknown) => {
      for (const listener of heard.get(kind) ?? []) listener({ data })
    },
  }
}

let asked: string[]
/** What the worker says to "may I play on?"; undefined: nothing, as a worker that is broken. */
let open: boolean | undefined
const browser = () => {
  const controller = {
    postMessage: (data: unknown, [port]: readonly MessagePort[]) => {
      asked.push(playerAsked(data) ?? 'nonsense')
      if (open !== undefined) port?.postMessage(open)
    },
  }
  const worker = { ...place(), controller: controller as typeof controller | null, startMessages: () => undefined }
  const tab = { ...place(), hidden: false }
  const window = { ...place(), location: { pathname: '/session/0f5c1d4e-5b7a-7f3e-8d1c-2a6b7c8d9e0f' } }
  vi.stubGlobal('navigator', { serviceWorker: worker })
  vi.stubGlobal('document', tab)
  vi.stubGlobal('window', window)
  return { worker, tab, window }
}

beforeEach(() => {
  asked = []
  open = true
})
afterEach(() => {
  vi.unstubAllGlobals()
})
/** Messages between ports arrive a moment later. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 30))

test('it asks when the tab comes back into sight, and not when it goes', async () => {
  const { tab } = browser()
  const close = vi.fn()
  watchRecord(close)
  tab.hidden = true
  tab.happens('visibilitychange')
  expect(asked).toEqual([])
  tab.hidden = false
  tab.happens('visibilitychange')
  expect(asked).toEqual(['/session/0f5c1d4e-5b7a-7f3e-8d1c-2a6b7c8d9e0f'])
  await settled()
  expect(close).not.toHaveBeenCalled()
})

test('it asks when the page comes back by Back, after anything was written, and when it is told to', () => {
  const { window, worker } = browser()
  const watch = watchRecord(() => undefined)
  window.happens('pageshow')
  expect(asked).toHaveLength(1)
  worker.happens('message', recordChanged)
  expect(asked).toHaveLength(2)
  worker.happens('message', 'something else')
  expect(asked).toHaveLength(2)
  watch.look()
  expect(asked).toHaveLength(3)
})

test('a record that has closed the page while the tab was away closes it when the tab comes back, once', async () => {
  const { tab } = browser()
  const close = vi.fn()
  watchRecord(close)
  open = false
  tab.happens('visibilitychange')
  tab.happens('visibilitychange')
  await settled()
  expect(close).toHaveBeenCalledOnce()
  tab.happens('visibilitychange')
  expect(asked).toHaveLength(2)
})

test('a worker that says nothing closes nothing, and without a worker nothing is asked', async () => {
  const { tab, worker } = browser()
  const close = vi.fn()
  watchRecord(close)
  open = undefined
  tab.happens('visibilitychange')
  worker.controller = null
  tab.happens('visibilitychange')
  await settled()
  expect(asked).toHaveLength(1)
  expect(close).not.toHaveBeenCalled()
})

test('a page that is about to go by its own form asks no more', () => {
  const { tab } = browser()
  watchRecord(() => undefined)
  tab.happens('submit')
  tab.happens('visibilitychange')
  expect(asked).toEqual([])
})
