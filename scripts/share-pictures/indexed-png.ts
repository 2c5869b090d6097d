/** A picture of few colours as a PNG with a palette: a fifth of what one colour for each dot would weigh. Pure. */
import { crc32, deflateSync } from 'node:zlib'

const mostColours = 256

/**
 * The PNG. Where there are more than 256 colours, those that look alike become the commonest of them.
 * @param pixels red, green, blue and opacity of each dot, row by row; opacity is left out: the picture has a ground
 */
export function indexedPng(pixels: Uint8Array, width: number, height: number): Buffer {
  const { palette, indexes } = reduced(pixels)
  const rows = Buffer.alloc((width + 1) * height)
  for (let row = 0; row < height; row += 1)
    rows.set(indexes.subarray(row * width, (row + 1) * width), row * (width + 1) + 1)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // Eight bits for each dot, by palette.
  head.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** The colours, and for each dot which of them. Most dots are like the one before: only a change is looked up. */
function reduced(pixels: Uint8Array): { readonly palette: readonly number[]; readonly indexes: Uint8Array } {
  const colours = new Uint32Array(pixels.length / 4)
  const counts = new Map<number, number>()
  let began = 0
  for (let dot = 0; dot < colours.length; dot += 1) {
    const at = dot * 4
    colours[dot] = ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0)
    const before = colours[began] ?? 0
    if (colours[dot] === before) continue
    counts.set(before, (counts.get(before) ?? 0) + dot - began)
    began = dot
  }
  const last = colours[began] ?? 0
  counts.set(last, (counts.get(last) ?? 0) + colours.length - began)
  const places = placesOf(
    [...counts].sort(([one, often], [other, oftener]) => oftener - often || one - other).map(([colour]) => colour),
  )
  const indexes = new Uint8Array(colours.length)
  for (let dot = 0; dot < colours.length; dot += 1)
    indexes[dot] =
      dot > 0 && colours[dot] === colours[dot - 1] ? (indexes[dot - 1] ?? 0) : (places.of.get(colours[dot] ?? 0) ?? 0)
  return { palette: places.palette, indexes }
}

/** At most 256 colours, and which of them each becomes. @param byUse every colour, the commonest first */
function placesOf(byUse: readonly number[]): {
  readonly palette: readonly number[]
  readonly of: ReadonlyMap<number, number>
} {
  for (let bits = 0; bits < 8; bits += 1) {
    const alike = (colour: number) => colour & (((0xff << bits) & 0xff) * 0x010101)
    const groups = new Map<number, number>()
    const palette: number[] = []
    for (const colour of byUse)
      if (!groups.has(alike(colour))) {
        groups.set(alike(colour), palette.length)
        palette.push(colour)
      }
    if (palette.length <= mostColours)
      return { palette, of: new Map(byUse.map((colour) => [colour, groups.get(alike(colour)) ?? 0])) }
  }
  throw new Error('there are never more than 256 colours of one bit each')
}
