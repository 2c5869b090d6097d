/** When an open page asks whether it is still what the record says, and what it makes of the answer: a browser in a few lines. */
import { afterEach, expect, test, vi } from 'vitest'
import { recordChanged } from '../../../offline/player-messages.ts'
import { type ShownAsked, shownAsked } from '../../../offline/shown-messages.ts'
import { watchShown } from './shown-watch.ts'

type Heard = (event: { readonly data?: unknown; readonly persisted?: boolean }) => void
/** A place that events come to. */
function place() {
  const heard = new Map<string, Heard[]>()
  return {
    addEventListener: (kind: string, listener: Heard) => void heard.set(kind, [...(heard.get(kind) ?? []), listener]),
    happens: (kind: string, event: Parameters<Heard>[0] = {}) => {
      for (const listener of heard.get(kind) ?? []) listener(event)
    },
  }
}

/** Messages between ports arrive a moment later. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 30))

/** A tab that shows a page which was answered a second ago. `early`: something was written since, before it could hear of it. */
async function tab(does: 'leaves' | 'stays' = 'leaves', early = false, answers = true) {
  const asked: ShownAsked[] = []
  let broken = false
  let record = { stamp: '3:c', html: '<main><h1>Your plan</h1></main>' as string | null, help: '' }
  const active = {
    postMessage: (data: unknown, [port]: readonly MessagePort[]) => {
      const question = shownAsked(data)
      if (!question) throw new Error('a question that the worker does not know')
      asked.push(question)
      const isSame = question.knows === null ? !early : question.knows === record.stamp
      port?.postMessage(answers && !broken ? { ...record, ...(isSame && { html: null }) } : null)
    },
  }
  const worker = { ...place(), getRegistration: async () => ({ active }), startMessages: () => undefined }
  const page = { ...place(), hidden: false }
  const window = { ...place(), location: { pathname: '/plan/step/walk-walk', search: '?a=1' } }
  vi.stubGlobal('navigator', { serviceWorker: worker })
  vi.stubGlobal('document', page)
  vi.stubGlobal('window', window)
  vi.stubGlobal('performance', { now: () => 1500, getEntriesByType: () => [{ responseStart: 500 }] })
  const isOld = vi.fn(() => does)
  watchShown({ isOld })
  await settled()
  const told = () => {
    record = { ...record, stamp: '4:d' }
  }
  const breaks = () => {
    broken = true
  }
  return { asked, isOld, page, window, worker, told, breaks }
}

afterEach(() => {
  vi.unstubAllGlobals()
})

test('what was told before it could hear of it makes it old at once', async () => {
  const { isOld } = await tab('leaves', true)
  expect(isOld).toHaveBeenCalledExactlyOnceWith({ html: '<main><h1>Your plan</h1></main>', help: '' })
})

test('a page that has just come stands, where the worker cannot say: it would be made anew for ever', async () => {
  const { asked, isOld } = await tab('leaves', false, false)
  expect(asked).toHaveLength(1)
  expect(isOld).not.toHaveBeenCalled()
})

test('as it comes it asks how the record stands, and does nothing', async () => {
  const { asked, isOld } = await tab()
  expect(asked).toEqual([{ path: '/plan/step/walk-walk?a=1', knows: null, madeAt: expect.any(Number) }])
  // A second ago, though the page is there for a second and a half.
  expect(Math.abs(Date.now() - 1000 - (asked[0]?.madeAt ?? 0))).toBeLessThan(500)
  expect(isOld).not.toHaveBeenCalled()
})

test('once something was written it asks with its own address, however young the page is', async () => {
  const { asked, isOld, worker, told } = await tab()
  told()
  worker.happens('message', { data: recordChanged })
  await settled()
  expect(asked[1]).toMatchObject({ path: '/plan/step/walk-walk?a=1', knows: '3:c' })
  expect(isOld).toHaveBeenCalledExactlyOnceWith({ html: '<main><h1>Your plan</h1></main>', help: '' })
  worker.happens('message', { data: 'something else' })
  worker.happens('message', { data: recordChanged })
  await settled()
  // It leaves, and asks no more.
  expect(asked).toHaveLength(2)
})

test('what it has itself caused changes nothing', async () => {
  const { isOld, worker } = await tab()
  worker.happens('message', { data: recordChanged })
  await settled()
  expect(isOld).not.toHaveBeenCalled()
})

test('it asks when the tab comes into sight, and when the browser brings the page back as it was', async () => {
  const { asked, isOld, page, window, told } = await tab('stays')
  page.hidden = true
  page.happens('visibilitychange')
  window.happens('pageshow', { persisted: false })
  expect(asked).toHaveLength(1)
  told()
  page.hidden = false
  page.happens('visibilitychange')
  await settled()
  expect(isOld).toHaveBeenCalledTimes(1)
  // It has been told, and stays: the same is not said again.
  page.happens('visibilitychange')
  await settled()
  expect(isOld).toHaveBeenCalledTimes(1)
  page.happens('submit')
  page.happens('visibilitychange')
  await settled()
  expect(asked).toHaveLength(3)
  window.happens('pageshow', { persisted: true })
  await settled()
  expect(asked).toHaveLength(4)
})

test('where the worker cannot say, the page is taken as old', async () => {
  const { isOld, worker, breaks } = await tab('stays')
  breaks()
  worker.happens('message', { data: recordChanged })
  await settled()
  expect(isOld).toHaveBeenCalledExactlyOnceWith(null)
})

test('without a worker nothing is asked, and nothing fails', () => {
  vi.stubGlobal('navigator', {})
  watchShown({ isOld: () => 'leaves' })
})
