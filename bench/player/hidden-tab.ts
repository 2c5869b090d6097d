/**
 * Chromium by its own protocol and not by Playwright, which keeps every tab in front and switches throttling off: the very
 * thing to be measured here. A tab that is opened, pressed and then hidden behind another one.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromiumFlags, chromiumPath } from '../browser.ts'

export interface Tab {
  readonly evaluate: <Value>(expression: string) => Promise<Value>
  /** Presses the middle of an element, as a person does: sound may start only then. */
  readonly press: (selector: string) => Promise<void>
  /** Puts another tab in front of it. */
  readonly hide: () => Promise<void>
}

/** Opens an address in a new browser, with a script that runs before the page's own. Timers of hidden tabs are throttled at once. */
export async function hiddenTab(
  address: string,
  before: string,
): Promise<{ readonly tab: Tab; readonly stop: () => void }> {
  const profile = mkdtempSync(join(tmpdir(), 'unclench-player-'))
  const child = spawn(
    chromiumPath(),
    [
      ...chromiumFlags,
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      '--enable-features=IntensiveWakeUpThrottling:grace_period_seconds/0',
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const stop = () => {
    child.once('exit', () => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }))
    child.kill('SIGKILL')
  }
  const endpoint = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (text: Buffer) => {
      said += text.toString()
      const found = /ws:\/\/\S+/.exec(said)?.[0]
      if (found) resolve(found)
    })
    child.once('exit', (code) => reject(new Error(`Chromium ended with ${code}: ${said}`)))
  })
  const call = await protocol(endpoint)
  const { targetId } = await call<{ targetId: string }>('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await call<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true })
  const inTab = <Value>(method: string, params: object = {}) => call<Value>(method, params, sessionId)
  await inTab('Page.enable')
  await inTab('Page.addScriptToEvaluateOnNewDocument', { source: before })
  await inTab('Page.navigate', { url: address })
  const evaluate = async <Value>(expression: string): Promise<Value> => {
    const { result } = await inTab<{ result: { value: Value } }>('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    })
    return result.value
  }
  return {
    stop,
    tab: {
      evaluate,
      press: async (selector) => {
        const [x, y] = await evaluate<[number, number]>(
          `(() => { const box = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2] })()`,
        )
        const mouse = { x, y, button: 'left', clickCount: 1 }
        await inTab('Input.dispatchMouseEvent', { ...mouse, type: 'mousePressed' })
        await inTab('Input.dispatchMouseEvent', { ...mouse, type: 'mouseReleased' })
      },
      hide: async () => {
        const other = await call<{ targetId: string }>('Target.createTarget', { url: 'about:blank' })
        await call('Target.activateTarget', other)
      },
    },
  }
}

type Call = <Value>(method: string, params?: object, sessionId?: string) => Promise<Value>

/** One conversation with the browser. */
async function protocol(endpoint: string): Promise<Call> {
  const socket = new WebSocket(endpoint)
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true })
    socket.addEventListener('error', reject, { once: true })
  })
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>()
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error } = JSON.parse(String(data))
    const one = waiting.get(id)
    waiting.delete(id)
    if (error) one?.reject(new Error(error.message))
    else one?.resolve(result as never)
  })
  let next = 0
  return (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      next += 1
      waiting.set(next, { resolve, reject })
      socket.send(JSON.stringify({ id: next, method, params, ...(sessionId && { sessionId }) }))
    })
}
