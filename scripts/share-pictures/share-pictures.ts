/**
 * The pictures that are shown with a shared link, one for each article and treatment: its title, how sure we are, our drawn
 * person and our letters. 1200 by 630, as those who show them ask. The same sources give the same bytes on any machine: the
 * letters and the shapes are drawn by one WebAssembly module, and nothing of the machine is asked.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { claimOf } from '../../src/care/evidence/claims.ts'
import { type Grade, gradeWords } from '../../src/care/evidence/grade.ts'
import { articles } from '../../src/care/guide/articles.ts'
import { guideTreatments } from '../../src/care/guide/treatments.ts'
import { figureSvg } from '../../src/interop/pdf/figure-svg.ts'
import { paths } from '../../src/web/care/paths.ts'
import { indexedPng } from './indexed-png.ts'

/** In dots. */
export const sharedWidth = 1200
export const sharedHeight = 630

/** The dark pages' colours, as in tokens.css. */
const [ground, ink, quiet, near, far, thing, off] = [
  '#0c2023',
  '#eef3f1',
  '#a9bdbd',
  '#7fd1c3',
  '#2f6a68',
  '#28454a',
  '#3a585b',
]

interface Shown {
  readonly title: string
  readonly kind: string
  readonly grade: Grade | undefined
}

/** One picture, drawn now. */
export async function sharePicture(title: string, kind: string, grade: Grade | undefined): Promise<Buffer> {
  await made()
  return drawn(svgOf({ title, kind, grade }))
}

/** Every picture by its path in the built site, without the first slash. */
export async function sharePictures(): Promise<ReadonlyMap<string, Buffer>> {
  await made()
  const pages = [
    ...Object.values(articles).map(({ slug, title, bars: [first] }) => {
      const shown = { title, kind: 'Guide', grade: first && claimOf(first).grade }
      return [paths.sharePictureOf(paths.article(slug)), shown] as const
    }),
    ...guideTreatments.map(({ slug, name, claim }) => {
      const shown = { title: name, kind: 'Treatment', grade: claimOf(claim).grade }
      return [paths.sharePictureOf(paths.treatment(slug)), shown] as const
    }),
  ]
  return new Map(pages.map(([path, shown]) => [path.slice(1), kept(svgOf(shown))]))
}

const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')
const keptIn = join(import.meta.dirname, '../../node_modules/.cache/share-pictures')

let making: Promise<void> | undefined
/** The module that draws, made once. */
function made(): Promise<void> {
  making ??= initWasm(readFileSync(wasm))
  return making
}

const fonts = join(import.meta.dirname, '../../src/server/pdf/fonts')
const fontBuffers = ['400', '700'].map((weight) => readFileSync(join(fonts, `atkinson-${weight}.ttf`)))

/** Everything beside the drawing that a picture depends on. */
const around = [import.meta.filename, join(import.meta.dirname, 'indexed-png.ts'), wasm].map((path) =>
  readFileSync(path),
)

/** The picture of a drawing; one that an earlier build made is taken, since each costs a moment. */
function kept(svg: string): Buffer {
  const sum = createHash('sha256')
  for (const part of [svg, ...around, ...fontBuffers]) sum.update(part)
  const path = join(keptIn, `${sum.digest('hex')}.png`)
  if (existsSync(path)) return readFileSync(path)
  const png = drawn(svg)
  mkdirSync(keptIn, { recursive: true })
  // Whole or not there: another build may look for it at the same moment.
  const beside = `${path}.${process.pid}`
  writeFileSync(beside, png)
  renameSync(beside, path)
  return png
}

function drawn(svg: string): Buffer {
  const picture = new Resvg(svg, {
    font: { fontBuffers, defaultFontFamily: 'Atkinson Hyperlegible Next' },
  }).render()
  const png = indexedPng(picture.pixels, picture.width, picture.height)
  picture.free()
  return png
}

function svgOf({ title, kind, grade }: Shown): string {
  const { size, lines } = setIn(title)
  const top = 360 - ((lines.length - 1) * size * 1.12) / 2
  const words = lines.map((line, at) => text(72, top + at * size * 1.12, size, 700, ink, line)).join('')
  const below = top + (lines.length - 1) * size * 1.12 + 76
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${sharedWidth}" height="${sharedHeight}" viewBox="0 0 ${sharedWidth} ${sharedHeight}">
<rect width="${sharedWidth}" height="${sharedHeight}" fill="${ground}"/>
${text(72, 116, 40, 700, ink, 'unclench')}${text(72, 168, 30, 400, quiet, kind)}
${words}${grade ? band(72, below, grade) : ''}
<g transform="translate(740 268) scale(2.3)">${person}</g></svg>`
}

/** Lying with the calves on a chair: the picture of the whole site. */
const person = figureSvg('M17a', 'out', { tones: { near, far, thing, band: ground }, thing, soft: '#35585a' })

const filled = { strong: 4, moderate: 3, weak: 2, none: 1, against: 0 } as const satisfies Record<Grade, number>

/** The bar of evidence with its words, as on the page (web/ui/evidence-bar.tsx), larger. */
function band(x: number, y: number, grade: Grade): string {
  const parts = [0, 1, 2, 3].map(
    (part) =>
      `<rect x="${x + part * 44}" y="${y - 18}" width="36" height="16" rx="8" fill="${part < filled[grade] ? near : off}"/>`,
  )
  const no =
    grade === 'against' ? `<path d="M${x - 2} ${y + 6}L${x + 170} ${y - 26}" stroke="#ff9d94" stroke-width="6"/>` : ''
  const says = gradeWords[grade]
  return `${parts.join('')}${no}${text(x + 194, y, 32, 400, ink, says.charAt(0).toUpperCase() + says.slice(1))}`
}

/** The title in lines, as large as four of them allow. Letters are about half as wide as they are high. */
function setIn(title: string): { readonly size: number; readonly lines: readonly string[] } {
  for (const size of [76, 66, 58, 50]) {
    const lines = broken(title, Math.floor(640 / (size * 0.54)))
    if (lines.length * size <= 200 || size === 50) return { size, lines }
  }
  throw new Error('unreachable: the last size takes any title')
}

function broken(title: string, most: number): readonly string[] {
  const lines: string[] = []
  for (const word of title.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

const text = (x: number, y: number, size: number, weight: number, fill: string, words: string) =>
  `<text x="${x}" y="${y}" font-family="Atkinson Hyperlegible Next" font-size="${size}" font-weight="${weight}" fill="${fill}">${escaped(words)}</text>`
const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
