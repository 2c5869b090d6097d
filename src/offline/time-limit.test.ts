/** A request that took too long is given up, and not left to run on behind the page. */
import { afterEach, expect, test, vi } from 'vitest'
import { fetchWithin, TookTooLong } from './time-limit.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

test('the network is let go of at the end of the wait, whether or not it answered', async () => {
  const signals: (AbortSignal | null | undefined)[] = []
  const answers = [new Promise<Response>(() => undefined), Promise.resolve(new Response('here'))]
  vi.stubGlobal('fetch', (_address: string, how: RequestInit) => {
    signals.push(how.signal)
    return answers[signals.length - 1]
  })
  await expect(fetchWithin(5, '/never', {}, () => 'read')).rejects.toThrow(TookTooLong)
  expect(await fetchWithin(1000, '/here', {}, (answer) => answer.text())).toBe('here')
  expect(signals.map((signal) => signal?.aborted)).toEqual([true, true])
})
