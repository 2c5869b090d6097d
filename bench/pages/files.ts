/**
 * What a page costs to fetch: the page itself, then what its head names, as bytes on the wire with gzip. And the SurveyJS
 * page, served from files that were compressed beforehand, as its makers advise.
 */
import { readFileSync } from 'node:fs'
import { createServer, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Below this many bytes compression saves no packet, and servers leave it out. */
const onePacket = 1400

/** Bytes on the wire by kind, and whether every @font-face lets text show before its font is there. */
export interface PageBytes {
  readonly html: number
  readonly css: number
  readonly script: number
  readonly fonts: number
  readonly fontsNeverBlock: boolean
  /** Addresses that the server sent without compression, fonts aside. */
  readonly uncompressed: readonly string[]
}

/** Fetches a page as a browser would, gzip accepted, and everything it names. */
export async function pageBytes(address: string): Promise<PageBytes> {
  const page = await fetchRaw(address)
  const uncompressed: string[] = []
  const take = async (path: string, from: string) => {
    const file = await fetchRaw(new URL(path, from).href)
    if (!file.compressed && file.bytes > onePacket && !path.endsWith('.woff2')) uncompressed.push(path)
    return file
  }
  if (!page.compressed) uncompressed.push(new URL(address).pathname)
  let css = 0
  let script = 0
  let fonts = 0
  let fontsNeverBlock = true
  for (const [, path = ''] of page.text.matchAll(/<link[^>]+rel="?stylesheet"?[^>]+href="([^"]+)"/g)) {
    const sheet = await take(path, address)
    css += sheet.bytes
    for (const [face] of sheet.text.matchAll(/@font-face\s*{[^}]*}/g))
      fontsNeverBlock &&= /font-display:\s*(swap|fallback|optional)/.test(face)
    for (const [, font = ''] of sheet.text.matchAll(/url\(["']?([^"')]+\.woff2)["']?\)/g))
      fonts += (await take(font, new URL(path, address).href)).bytes
  }
  for (const [, path = ''] of page.text.matchAll(/<script[^>]+src="([^"]+)"/g))
    script += (await take(path, address)).bytes
  return { html: page.bytes, css, script, fonts, fontsNeverBlock, uncompressed }
}

interface Fetched {
  readonly bytes: number
  readonly compressed: boolean
  readonly text: string
}

/** The body as it came over the wire, and its text. */
async function fetchRaw(address: string): Promise<Fetched> {
  const response = await new Promise<IncomingMessage>((resolve, reject) =>
    get(address, { headers: { 'accept-encoding': 'gzip' } }, resolve).on('error', reject),
  )
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  if (response.statusCode !== 200) throw new Error(`${address} answered ${response.statusCode}.`)
  const body = Buffer.concat(chunks)
  const compressed = response.headers['content-encoding'] === 'gzip'
  const text = await (compressed
    ? new Response(new Blob([body]).stream().pipeThrough(new DecompressionStream('gzip')))
    : new Response(body)
  ).text()
  return { bytes: body.length, compressed, text }
}

/** The SurveyJS page on a free port, every file compressed once. */
export async function serveSurvey(html: string): Promise<{ readonly url: string; readonly stop: () => void }> {
  const file = (name: string, path: string) => readFileSync(join(import.meta.dirname, '../node_modules', name, path))
  const files = new Map<string, { readonly type: string; readonly body: Buffer }>([
    ['/', { type: 'text/html; charset=utf-8', body: Buffer.from(html) }],
    ['/survey-core.css', { type: 'text/css', body: file('survey-core', 'survey-core.fontless.min.css') }],
    ['/survey.core.js', { type: 'text/javascript', body: file('survey-core', 'survey.core.min.js') }],
    ['/survey-js-ui.js', { type: 'text/javascript', body: file('survey-js-ui', 'survey-js-ui.min.js') }],
  ])
  const compressed = new Map(
    [...files].map(([path, { type, body }]) => [path, { type, body: gzipSync(body, { level: 9 }) }]),
  )
  const server = createServer((request, response) => {
    const found = compressed.get(request.url ?? '')
    if (!found) return response.writeHead(404).end()
    return response.writeHead(200, { 'content-type': found.type, 'content-encoding': 'gzip' }).end(found.body)
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://localhost:${port}/`, stop: () => server.close() }
}
