/**
 * What every test in a real browser needs: our server as its own process on a free port, Chromium, and a witness that
 * sits between the two and writes down every byte that the browser sends.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { request as forward } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { hasMemory } from '../scripts/memory-folder.ts'

export const root = join(import.meta.dirname, '..')

/** A phone of the smallest common size, touched with a finger. */
export const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
  locale: 'en-GB',
}

/** Our server, run as `npm start` runs it. */
export interface RunningServer {
  readonly origin: string
  /** Kills it. */
  readonly stop: () => Promise<void>
  /** Asks it to end, so that its database ends with it. */
  readonly end: () => Promise<void>
}

/**
 * Starts the built server and waits for it to say where it is.
 * @param main path of the built server; another build's to play an update
 * @param env settings; the care half needs no database, and several run in one folder, so without any there is none
 */
export async function startServer(
  main = join(root, 'dist/server/main.js'),
  port = 0,
  env: Readonly<Record<string, string>> = { DATABASE_URL: 'off' },
): Promise<RunningServer> {
  const child: ChildProcess = spawn(process.execPath, [main], {
    env: { ...env, ...process.env, PORT: String(port), NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const origin = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      const found = /http:\/\/localhost:\d+/.exec(chunk.toString())
      if (found) resolve(found[0])
    })
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was up.`)))
  })
  return {
    origin,
    stop: async () => {
      child.kill('SIGKILL')
      await ended
    },
    end: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/**
 * Starts Debian's Chromium. What its processes share, as each picture of a page, lies in memory where there is room: Playwright
 * would make a file on the disk of each.
 */
function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    ...(hasMemory() && { ignoreDefaultArgs: ['--disable-dev-shm-usage'] }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

let ofWorker: Promise<Browser> | undefined
/** The browser that all files of one worker share: whoever needs a new device opens a context. It ends with the worker. */
export async function sharedBrowser(): Promise<Browser> {
  const browser = await ofWorker?.catch(() => undefined)
  if (browser?.isConnected()) return browser
  ofWorker = startBrowser()
  return await ofWorker
}

/** Devices that are kept for files to come (device.ts). */
export const outliving = new WeakSet<BrowserContext>()

/** Closes what a file left open in the shared browser. */
export async function tidyBrowser(): Promise<void> {
  const browser = await ofWorker?.catch(() => undefined)
  const left = (browser?.contexts() ?? []).filter((context) => !outliving.has(context))
  await Promise.all(left.map((context) => context.close()))
}

/** Something that went over the wire. */
export interface Sent {
  readonly method: string
  readonly url: string
  readonly headers: string
  readonly body: string
}

/**
 * What Chromium itself asks its maker for, whatever page is open: form statistics, sign-in, its own updates.
 * No page of ours has a say in it. Anything else that is not ours is a stranger.
 */
const theBrowsersOwn = [
  'accounts.google.com',
  'clients2.google.com',
  'content-autofill.googleapis.com',
  'optimizationguide-pa.googleapis.com',
  'redirector.gvt1.com',
  'update.googleapis.com',
]

/** A proxy that lets everything to localhost through, nothing else, and remembers all that was asked for. */
export interface Witness {
  readonly address: string
  readonly sent: Sent[]
  /** Hosts that were asked for and are not ours. */
  readonly strangers: string[]
  readonly stop: () => Promise<void>
}

/** Starts a witness. */
export async function startWitness(): Promise<Witness> {
  const sent: Sent[] = []
  const strangers: string[] = []
  const proxy: Server = createServer((incoming, outgoing) => {
    void read(incoming).then((body) => {
      const { method = '', url = '', headers } = incoming
      const host = URL.canParse(url) ? new URL(url).hostname : url
      if (theBrowsersOwn.includes(host)) {
        outgoing.writeHead(403).end()
        return
      }
      sent.push({ method, url, headers: JSON.stringify(headers), body: body.toString('latin1') })
      if (host !== 'localhost') {
        strangers.push(url)
        outgoing.writeHead(403).end()
        return
      }
      const onward = forward(url, { method, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      })
      onward.on('error', () => outgoing.destroy())
      onward.end(body)
    })
  })
  proxy.on('connect', (incoming, socket) => {
    const host = (incoming.url ?? '').replace(/:\d+$/, '')
    if (!theBrowsersOwn.includes(host)) strangers.push(host)
    socket.destroy()
  })
  await new Promise<void>((resolve) => proxy.listen(0, 'localhost', resolve))
  return {
    address: `http://localhost:${(proxy.address() as AddressInfo).port}`,
    sent,
    strangers,
    stop: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve())
        proxy.closeAllConnections()
      }),
  }
}

async function read(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** Opens the front page and waits until the worker answers for it. */
export async function visitAndWaitForWorker(page: Page, origin: string): Promise<void> {
  await page.goto(origin)
  await page.evaluate(async () => {
    const inCharge = async () => {
      await navigator.serviceWorker.ready
      if (!navigator.serviceWorker.controller)
        await new Promise((resolve) =>
          navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
        )
    }
    const tooLong = new Promise((_resolve, reject) =>
      setTimeout(() => reject(new Error('No worker took charge in 15 seconds.')), 15_000),
    )
    await Promise.race([inCharge(), tooLong])
  })
}

/** Everything a page complained about: errors, refusals by the content policy, failed scripts. */
export function complaintsOf(context: BrowserContext): string[] {
  const complaints: string[] = []
  context.on('weberror', (error) => complaints.push(String(error.error())))
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${message.text()} ${message.location().url}`)
  })
  return complaints
}
