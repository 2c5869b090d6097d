/**
 * Firefox and WebKitGTK as Debian ships them, each behind the same four verbs. Firefox is driven by WebDriver BiDi over a
 * socket of its own, WebKit by the classic WebDriver protocol of its driver; so no package is needed for either.
 * Knows nothing of our pages.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A running browser with one page. */
export interface Engine {
  /** Opens an address and waits until it is loaded. Throws when it cannot be. */
  readonly goto: (address: string) => Promise<void>
  /** Runs a function in the page and returns what it returns. It sees nothing of the test but its argument. */
  readonly inPage: <Given, Result>(run: (given: Given) => Result | Promise<Result>, given: Given) => Promise<Result>
  /** Presses keys of a real keyboard, one after another: letters, or those of `key`. */
  readonly press: (keys: string) => Promise<void>
  readonly stop: () => Promise<void>
}

/** The keys that are no letters, as WebDriver names them (https://www.w3.org/TR/webdriver2/#keyboard-actions). */
export const key = { down: '\u{E015}', right: '\u{E014}', space: ' ', escape: '\u{E00C}' } as const

/** What both protocols take for pressing these keys. */
const pressing = (keys: string) => [
  {
    ...{ type: 'key', id: 'keyboard' },
    actions: [...keys].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]),
  },
]

const call = (run: unknown, given: unknown) => `(${String(run)})(${JSON.stringify(given) ?? 'undefined'})`

/** Firefox without a window, with a profile of its own that is not private. */
export async function startFirefox(program = process.env.FIREFOX ?? '/usr/bin/firefox-esr'): Promise<Engine> {
  const profile = mkdtempSync(join(tmpdir(), 'unclench-firefox-'))
  const settings = {
    'app.normandy.enabled': false,
    'app.update.enabled': false,
    'browser.shell.checkDefaultBrowser': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'toolkit.telemetry.enabled': false,
  }
  const lines = Object.entries(settings).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`)
  writeFileSync(join(profile, 'user.js'), lines.join('\n'))
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0', 'about:blank']
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: profile } })
  const address = await said(child, /WebDriver BiDi listening on (ws:\/\/\S+)/)
  const socket = new WebSocket(`${address}/session`)
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true })
    socket.addEventListener('error', reject, { once: true })
  })
  const waiting = new Map<number, (answer: BidiAnswer) => void>()
  socket.addEventListener('message', ({ data }) => {
    const answer: BidiAnswer = JSON.parse(String(data))
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer)
  })
  let last = 0
  const send = async (method: string, params: object): Promise<Record<string, unknown>> => {
    last += 1
    const id = last
    const answer = await new Promise<BidiAnswer>((resolve) => {
      waiting.set(id, resolve)
      socket.send(JSON.stringify({ id, method, params }))
    })
    waiting.delete(id)
    if (answer.type === 'error') throw new Error(`${method}: ${answer.error}: ${answer.message}`)
    return answer.result ?? {}
  }
  await send('session.new', { capabilities: {} })
  const { contexts } = (await send('browsingContext.getTree', {})) as { contexts: readonly { context: string }[] }
  const context = contexts[0]?.context
  return {
    goto: async (url) => void (await send('browsingContext.navigate', { context, url, wait: 'complete' })),
    inPage: async (run, given) => {
      const expression = `Promise.resolve(${call(run, given)}).then((result) => JSON.stringify({ result }))`
      const answer = await send('script.evaluate', { expression, target: { context }, awaitPromise: true })
      const { type, result, exceptionDetails } = answer as unknown as BidiEvaluated
      if (type !== 'success') throw new Error(`In the page: ${exceptionDetails?.text}`)
      return JSON.parse(result?.value ?? '{}').result
    },
    press: async (keys) => void (await send('input.performActions', { context, actions: pressing(keys) })),
    stop: async () => {
      socket.close()
      await ended(child)
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

interface BidiAnswer {
  readonly id?: number
  readonly type: string
  readonly result?: Record<string, unknown>
  readonly error?: string
  readonly message?: string
}
interface BidiEvaluated {
  readonly type: string
  readonly result?: { readonly value: string }
  readonly exceptionDetails?: { readonly text: string }
}

/** WebKitGTK's own small browser, on a screen that is not there. */
export async function startWebKit(driver = process.env.WEBKIT_DRIVER ?? '/usr/bin/WebKitWebDriver'): Promise<Engine> {
  const screen = spawn(
    process.env.XVFB ?? '/usr/bin/Xvfb',
    ['-displayfd', '3', '-screen', '0', '1024x900x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  )
  const display = await new Promise<string>((resolve, reject) => {
    screen.once('error', reject)
    screen.stdio[3]?.once('data', (data: Buffer) => resolve(`:${data.toString().trim()}`))
  })
  const home = mkdtempSync(join(tmpdir(), 'unclench-webkit-'))
  const env = {
    ...process.env,
    DISPLAY: display,
    HOME: home,
    XDG_DATA_HOME: home,
    XDG_CACHE_HOME: home,
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    LIBGL_ALWAYS_SOFTWARE: '1',
  }
  const port = 20_000 + (process.pid % 20_000)
  const child = spawn(driver, [`--port=${port}`], { stdio: ['ignore', 'ignore', 'inherit'], env, detached: true })
  const at = `http://127.0.0.1:${port}`
  const send = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${at}${path}`, { method, ...(body && { body: JSON.stringify(body) }) })
    const { value } = (await answer.json()) as { value: { error?: string; message?: string } }
    if (!answer.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`)
    return value
  }
  await until(async () => (await fetch(`${at}/status`)).ok)
  const [binary] = globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser').filter((path) => existsSync(path))
  if (binary === undefined) throw new Error('WebKitGTK’s MiniBrowser was not found.')
  const browserOptions = { binary, args: ['--automation'] }
  const session = (await send('POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': browserOptions } },
  })) as { sessionId: string }
  const base = `/session/${session.sessionId}`
  return {
    goto: async (url) => void (await send('POST', `${base}/url`, { url })),
    inPage: async (run, given) => {
      const script = `const done = arguments[arguments.length - 1]
        Promise.resolve().then(() => ${call(run, given)}).then(
          (result) => done(JSON.stringify({ result })),
          (error) => done(JSON.stringify({ error: String(error) })))`
      const answer = JSON.parse(String(await send('POST', `${base}/execute/async`, { script, args: [] })))
      if (answer.error !== undefined) throw new Error(`In the page: ${answer.error}`)
      return answer.result
    },
    press: async (keys) => void (await send('POST', `${base}/actions`, { actions: pressing(keys) })),
    stop: async () => {
      await send('DELETE', base).catch(() => undefined)
      await ended(child)
      await ended(screen)
      rmSync(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Waits for a program to say something on its error line, and returns the first group of it. */
function said(child: ChildProcess, words: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let all = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      all += chunk.toString()
      const [, found] = words.exec(all) ?? []
      if (found) resolve(found)
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`It ended with ${code}, having said: ${all.slice(-500)}`)))
  })
}

/** Tries until it works, for 20 seconds. */
export async function until(works: () => Promise<boolean>): Promise<void> {
  const start = performance.now()
  for (;;) {
    if (await works().catch(() => false)) return
    if (performance.now() - start > 20_000) throw new Error('It did not come about in 20 seconds.')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Ends a program of ours and waits until it is gone. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const tooLong = setTimeout(() => child.kill('SIGKILL'), 5000)
  await gone
  clearTimeout(tooLong)
}
