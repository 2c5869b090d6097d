/** The pictures of shared links: one for each article and treatment, right-sized, small, and the same each time. */
import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { claimOf } from './care/evidence/claims.ts'
import { articles } from './care/guide/articles.ts'
import { guideTreatments } from './care/guide/treatments.ts'
import { indexedPng } from '../scripts/share-pictures/indexed-png.ts'
import { sharedHeight, sharedWidth, sharePicture, sharePictures } from '../scripts/share-pictures/share-pictures.ts'

/** The parts of a PNG by name, as its format says. */
function partsOf(png: Buffer): ReadonlyMap<string, Buffer> {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  const parts = new Map<string, Buffer>()
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    parts.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  return parts
}
/** The colour of each dot. */
const coloursOf = (png: Buffer, width: number, height: number): readonly number[] => {
  const colour = colourIn(png)
  return Array.from({ length: width * height }, (_, dot) => colour(dot % width, Math.floor(dot / width)))
}
/** Asks the colour of a dot. */
function colourIn(png: Buffer): (x: number, y: number) => number {
  const parts = partsOf(png)
  const [head, palette, data] = ['IHDR', 'PLTE', 'IDAT'].map((name) => parts.get(name) ?? Buffer.alloc(0))
  if (!head || !palette || !data) throw new Error('a part is missing')
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)]
  const rows = inflateSync(data)
  expect(rows.length).toBe((width + 1) * height)
  const colours = Array.from({ length: palette.length / 3 }, (_, index) => palette.readUIntBE(index * 3, 3))
  return (x, y) => colours[rows[y * (width + 1) + 1 + x] ?? 0] ?? 0
}

test('there is one for each article and each treatment, 1200 by 630, below 20 KB, none like another', async () => {
  const pictures = await sharePictures()
  const wanted = [
    ...Object.keys(articles).map((slug) => `share/guide/${slug}.png`),
    ...guideTreatments.map(({ slug }) => `share/treatments/${slug}.png`),
  ]
  expect([...pictures.keys()].toSorted()).toEqual(wanted.toSorted())
  expect([sharedWidth, sharedHeight]).toEqual([1200, 630])
  for (const [path, png] of pictures) {
    const head = partsOf(png).get('IHDR')
    expect([path, head?.readUInt32BE(0), head?.readUInt32BE(4)]).toEqual([path, 1200, 630])
    expect([path, png.length < 20_000]).toEqual([path, true])
  }
  const sums = [...pictures.values()].map((png) => createHash('sha256').update(png).digest('hex'))
  expect(new Set(sums).size).toBe(sums.length)
}, 120_000)

test('the same sources give the same bytes, and a kept picture is the one that would be drawn now', async () => {
  const shown = ['Heat or ice?', 'Guide', 'moderate'] as const
  const [one, other] = [await sharePicture(...shown), await sharePicture(...shown)]
  expect(one.equals(other)).toBe(true)
  const [article] = Object.values(articles)
  const grade = article?.bars[0] && claimOf(article.bars[0]).grade
  const now = await sharePicture(article?.title ?? '', 'Guide', grade)
  expect((await sharePictures()).get(`share/guide/${article?.slug}.png`)?.equals(now)).toBe(true)
}, 60_000)

test('a title may be long, or hold what a drawing is written in', async () => {
  const odd = await sharePicture(
    '<b>"Bones" & joints</b> \'or\' muscles, discs, nerves and everything else that may hurt there?',
    'Guide',
    'against',
  )
  expect(partsOf(odd).get('IHDR')?.readUInt32BE(0)).toBe(1200)
}, 60_000)

test('nothing runs over the edge, and no title into the drawing: ground is left all round and between them', async () => {
  const edge = 40
  for (const [path, png] of await sharePictures()) {
    const colour = colourIn(png)
    const touched: string[] = []
    let looked = 0
    for (let y = 0; y < sharedHeight; y += 1) {
      const isOutside = y < edge || y >= sharedHeight - edge
      for (let x = 0; x < sharedWidth; x += 1) {
        if (!isOutside && x >= edge && x < sharedWidth - edge && (x <= 715 || x >= 725)) continue
        looked += 1
        if (colour(x, y) !== 0x0c2023) touched.push(`${x} ${y}`)
      }
    }
    expect(looked).toBeGreaterThan(2 * edge * (sharedWidth + sharedHeight - 2 * edge))
    expect([path, touched.slice(0, 5)]).toEqual([path, []])
  }
}, 120_000)

test('a picture of few colours keeps each dot as it was; one of very many keeps its size and its commonest colour', () => {
  const few = Uint8Array.from([12, 32, 35, 255, 255, 255, 255, 255, 12, 32, 35, 255, 1, 2, 3, 255])
  expect(coloursOf(indexedPng(few, 2, 2), 2, 2)).toEqual([0x0c2023, 0xffffff, 0x0c2023, 0x010203])
  const many = new Uint8Array(64 * 64 * 4)
  for (let dot = 0; dot < 64 * 64; dot += 1)
    many.set(dot % 2 ? [200, 100, 50, 255] : [dot & 255, dot >> 4, 255 - (dot & 255), 255], dot * 4)
  const colours = coloursOf(indexedPng(many, 64, 64), 64, 64)
  expect(colours.length).toBe(64 * 64)
  expect(colours[1]).toBe(0xc86432)
  expect(new Set(colours).size).toBeLessThanOrEqual(256)
})
