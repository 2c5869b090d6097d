/**
 * What all files of browser tests share, started once for the run: one built server for those that need no other build and
 * no witness, so that what a device lived on it can be given to later ones (lived.ts); and, as soon as a file asks for it, one
 * with our own PostgreSQL and the demonstration (clinic.ts).
 */
import { rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { newMemoryFolder } from '../scripts/memory-folder.ts'
import { startServer } from './browser.ts'
import type { Clinic } from './clinic.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the shared server answers. */
    readonly origin: string
    /** Where the desk is: it says where the clinic is, as soon as that is open, and remembers lives. */
    readonly desk: string
  }
}

/** Vitest's global set-up of the browser tests. Returns its end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer()
  project.provide('origin', server.origin)
  let clinic: Promise<OpenClinic> | undefined
  const lives = new Map<string, string>()
  const desk = createServer((asked, answer) => {
    const { pathname, searchParams } = new URL(asked.url ?? '/', 'http://desk')
    if (pathname === '/lived') return void keepOrGive(lives, searchParams.get('key') ?? '', asked, answer)
    clinic ??= openClinic()
    clinic.then(
      ({ origin, outbox }) => answer.end(JSON.stringify({ origin, outbox })),
      (why) => answer.writeHead(500).end(String(why)),
    )
  })
  await new Promise<void>((resolve) => desk.listen(0, resolve))
  // A server that listens on a port, and not on a path, has an address with a port.
  const { port } = desk.address() as AddressInfo
  project.provide('desk', `http://localhost:${port}`)
  return async () => {
    await Promise.all([server.stop(), clinic?.then((open) => open.close()).catch(() => undefined)])
    desk.closeAllConnections()
    desk.close()
  }
}

/** Remembers what is put here, and gives it to whoever asks; 404 until then. */
async function keepOrGive(
  lives: Map<string, string>,
  key: string,
  asked: IncomingMessage,
  answer: ServerResponse,
): Promise<void> {
  if (asked.method === 'PUT') lives.set(key, Buffer.concat(await Array.fromAsync(asked)).toString())
  const lived = lives.get(key)
  answer.writeHead(lived === undefined ? 404 : 200).end(lived)
}

interface OpenClinic extends Clinic {
  readonly close: () => Promise<void>
}

/** Starts the server with its database in a folder of its own, and waits until there are therapists and staff. */
async function openClinic(): Promise<OpenClinic> {
  const data = newMemoryFolder()
  const server = await startServer(undefined, 0, { UNCLENCH_DATA: data })
  const close = async () => {
    await server.end()
    rmSync(data, { recursive: true, force: true })
  }
  const says = async (path: string, words: string) => (await (await fetch(server.origin + path)).text()).includes(words)
  const until = Date.now() + 110_000
  while (!((await says('/find?place=E2', '/therapists/')) && (await says('/console/sign-in', 'Look round as')))) {
    if (Date.now() > until) {
      await close()
      throw new Error('No therapist was to be found, or the door of the staff did not open, within two minutes.')
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return { origin: server.origin, outbox: join(data, 'outbox'), close }
}
