/** For tests: what a phone reads out of a picture in a page. Drawn and read by programs that had no part in making it. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import decode from 'qr/decode.js'

const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')
let ready: Promise<void> | undefined

/** @param page HTML with one such picture in it @throws where there is none, or nothing can be read in it */
export async function readPicture(page: string, widthPx: number): Promise<string> {
  ready ??= initWasm(readFileSync(wasm))
  await ready
  const svg = /<svg class="scan".*?<\/svg>/s.exec(page)?.[0] ?? ''
  const drawn = new Resvg(svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"'), {
    fitTo: { mode: 'width', value: widthPx },
  }).render()
  return decode({ width: drawn.width, height: drawn.height, data: drawn.pixels })
}
