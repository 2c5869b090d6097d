/**
 * Reads the national list of postcodes (ONS Postcode Directory or National Statistics Postcode Lookup, as CSV) a line at a time.
 * Pure reading: no file, no table. What cannot be used is told with its line and the reason, and the reading goes on; it
 * never holds more than one line.
 * The columns are found by their heads, since each edition moves them: `pcds` (or `pcd8`, `pcd7`, `pcd2`, `pcd`), `lat`,
 * `long`, `doterm`. Code-Point Open has neither heads nor degrees, and is refused with words.
 */
import { type Postcode, readPostcode } from './postcode.ts'

/** One line of the list: a postcode with its position (WGS84 degrees), or why not. Lines count from 1, the heads being 1. */
export type PlaceLine =
  | {
      readonly kind: 'place'
      readonly line: number
      readonly postcode: string
      readonly outward: string
      readonly latitude: number
      readonly longitude: number
    }
  | {
      readonly kind: 'reject'
      readonly line: number
      /**
       * `noHeads`: the columns were not found, and nothing more is read. `tooLong`, `cells`: the line is no line of this
       * list. `postcode`: no whole postcode. `ended`: no longer in use. `noPosition`: the list gives none. `outside`: not
       * in the United Kingdom. `tooMany`: more lines than any such list has, and nothing more is read.
       */
      readonly why: 'noHeads' | 'tooLong' | 'cells' | 'postcode' | 'ended' | 'noPosition' | 'outside' | 'tooMany'
      readonly says: string
    }

/** Longest line, in UTF-16 units; lines of the list have some 400. */
const longestLine = 4000
/** Most lines; the list has some 2.7 million. */
const mostLines = 5_000_000
/** Where the United Kingdom, its islands and no more can lie. The list writes 99.999999 where it knows no position. */
const uk = { south: 49, north: 61.5, west: -9, east: 2.5 } as const

interface Columns {
  readonly postcode: number
  readonly latitude: number
  readonly longitude: number
  /** −1 where the list has no such column. */
  readonly ended: number
  readonly count: number
}

/**
 * Reads a list.
 * @param chunks the file in pieces of any size, UTF-8 bytes or text; a mark of byte order and either line end are fine
 */
export async function* readPlaces(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<PlaceLine> {
  let columns: Columns | null = null
  let line = 0
  for await (const text of linesOf(chunks)) {
    line += 1
    if (line > mostLines) return yield rejected(line, 'tooMany', `There are more than ${mostLines} lines.`)
    if (columns) {
      if (text !== '') yield readLine(text, columns, line)
      continue
    }
    columns = text === null ? null : columnsOf(text)
    if (!columns) return yield rejected(line, 'noHeads', noHeads)
  }
  if (!columns) yield rejected(1, 'noHeads', 'The file is empty.')
}

const noHeads =
  'The first line must name the columns: pcds (or pcd), lat and long, as the ONS Postcode Directory does. Code-Point Open has no lat and long.'

const rejected = (line: number, why: Extract<PlaceLine, { kind: 'reject' }>['why'], says: string): PlaceLine => ({
  ...{ kind: 'reject', line, why, says },
})

/** The lines, without their ends; `null` for one that is too long, whose rest is thrown away as it comes. */
async function* linesOf(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<string | null> {
  const decoder = new TextDecoder()
  let [held, tooLong] = ['', false]
  for await (const chunk of chunks) {
    const parts = (held + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))).split('\n')
    held = parts.pop() ?? ''
    for (const part of parts) {
      yield tooLong || part.length > longestLine ? null : part.replace(/\r$/, '')
      tooLong = false
    }
    if (held.length > longestLine) [held, tooLong] = ['', true]
  }
  held += decoder.decode()
  if (tooLong) yield null
  else if (held !== '') yield held.replace(/\r$/, '')
}

/** The cells of a line: quotes may stand round a cell, and twice inside one. */
function cellsOf(line: string): readonly string[] {
  if (!line.includes('"')) return line.split(',')
  const cells = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)
  return [...cells].map(([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain)
}

function columnsOf(line: string): Columns | null {
  const heads = cellsOf(line.replace(/^\uFEFF/, '')).map((head) => head.trim().toLowerCase())
  const first = (...names: readonly string[]) => heads.indexOf(names.find((name) => heads.includes(name)) ?? '?')
  const columns = {
    postcode: first('pcds', 'pcd8', 'pcd7', 'pcd2', 'pcd', 'postcode'),
    ...{ latitude: first('lat', 'latitude'), longitude: first('long', 'longitude'), ended: first('doterm') },
    count: heads.length,
  }
  return columns.postcode < 0 || columns.latitude < 0 || columns.longitude < 0 ? null : columns
}

function readLine(text: string | null, columns: Columns, line: number): PlaceLine {
  if (text === null) return rejected(line, 'tooLong', `Line ${line} has more than ${longestLine} signs.`)
  const cells = cellsOf(text)
  if (cells.length !== columns.count)
    return rejected(line, 'cells', `Line ${line} has ${cells.length} cells, and the heads are ${columns.count}.`)
  const written = cells[columns.postcode] ?? ''
  const postcode = wholePostcode(written)
  if (!postcode) return rejected(line, 'postcode', `Line ${line}: “${written.slice(0, 20)}” is no whole postcode.`)
  if (cells[columns.ended]?.trim())
    return rejected(line, 'ended', `Line ${line}: ${postcode.full} is no longer in use.`)
  const [latitude, longitude] = [degrees(cells[columns.latitude]), degrees(cells[columns.longitude])]
  if (latitude === null || longitude === null || latitude > 99)
    return rejected(line, 'noPosition', `Line ${line}: ${postcode.full} has no position.`)
  if (latitude < uk.south || latitude > uk.north || longitude < uk.west || longitude > uk.east)
    return rejected(line, 'outside', `Line ${line}: ${postcode.full} does not lie in the United Kingdom.`)
  return { kind: 'place', line, postcode: postcode.full, outward: postcode.outward, latitude, longitude }
}

function wholePostcode(written: string): (Postcode & { readonly full: string }) | null {
  const read = readPostcode(written)
  return read?.full ? { outward: read.outward, full: read.full } : null
}

/** Degrees as the list writes them; `null` for what is no plain number. */
const degrees = (cell = ''): number | null => (/^\s*-?\d{1,3}(?:\.\d{1,12})?\s*$/.test(cell) ? Number(cell) : null)
