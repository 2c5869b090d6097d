/**
 * The table of who may import whom as people read it: one small table for each half, rooms that may import the same in one row.
 * Pure. Never: decides who may (imports.ts).
 */
import type { table } from './imports.ts'

type Walls = typeof table

/** The words around the printed part of ARCHITECTURE.md. */
const marks = [
  '<!-- printed from scripts/walls/imports.ts: npm run walls -->',
  '<!-- end of what is printed -->',
] as const

interface Part {
  readonly title: string
  /** How the rooms of this part begin; "" for what is in no other part. */
  readonly prefix: string
}

const parts: readonly Part[] = [
  { title: 'Inside `care`', prefix: 'care/' },
  { title: 'Inside `clinic`', prefix: 'clinic/' },
  { title: 'Pages, formats and homes', prefix: '' },
]

const partOf = (room: string) => parts.find(({ prefix }) => room.startsWith(prefix))?.prefix ?? ''

/** The rooms of a part in an order to read: whoever may import least of it first. */
function roomsIn(walls: Walls, prefix: string): readonly string[] {
  const least = (room: string) => walls[room]?.rooms.filter((other) => partOf(other) === prefix).length ?? 0
  const all = Object.keys(walls).filter((room) => partOf(room) === prefix)
  return all.toSorted((one, other) => least(one) - least(other))
}

/** Every room in the order of the page. */
export const roomsToRead = (walls: Walls): readonly string[] => parts.flatMap(({ prefix }) => roomsIn(walls, prefix))

/** Some rooms of one part in words: each by its name, or all but those that are missing, whichever is shorter. */
function wordsFor(walls: Walls, prefix: string, may: readonly string[]): string {
  const all = roomsIn(walls, prefix)
  const names = (rooms: readonly string[]) => rooms.map((room) => `\`${room.slice(prefix.length)}\``).join(', ')
  const missing = all.filter((room) => !may.includes(room))
  if (missing.length === 0) return 'all'
  const listed = all.filter((room) => may.includes(room))
  if (listed.length <= missing.length || prefix === '') return names(listed)
  return `all but ${names(missing)}`
}

/** The three tables as Markdown. */
export function wallsDocument(walls: Walls): string {
  return parts.map((part) => tableOf(walls, part)).join('\n\n')
}

function tableOf(walls: Walls, { title, prefix }: Part): string {
  const rooms = roomsIn(walls, prefix)
  const mayOf = (room: string, of: string) => walls[room]?.rooms.filter((other) => partOf(other) === of) ?? []
  // Its own part first; a part of which no room here may import anything has no column.
  const columns = [prefix, ...parts.map((part) => part.prefix).filter((other) => other !== prefix)].filter(
    (of) => of === prefix || rooms.some((room) => mayOf(room, of).length > 0),
  )
  const rows = new Map<string, string[]>()
  for (const room of rooms) {
    const cells = columns.map((of) => wordsFor(walls, of, mayOf(room, of)) || 'nothing').join(' | ')
    rows.set(cells, [...(rows.get(cells) ?? []), `\`${room.slice(prefix.length)}\``])
  }
  const heads = columns.map((of) => (of === '' ? 'of the rest' : `of \`${of.slice(0, -1)}\``))
  return [
    `| ${title} | may import ${heads.join(' | ')} |`,
    `|---|${columns.map(() => '---|').join('')}`,
    ...[...rows].map(([cells, names]) => `| ${names.join(', ')} | ${cells} |`),
  ].join('\n')
}

/**
 * The same page with this printed between its marks.
 * @throws where the page has not both marks, in their order
 */
export function withWalls(page: string, printed: string): string {
  const [from, to] = [page.indexOf(marks[0]), page.indexOf(marks[1])]
  if (from < 0 || to < from) throw new Error('ARCHITECTURE.md has lost a mark of its printed part')
  return `${page.slice(0, from)}${marks[0]}\n\n${printed}\n\n${page.slice(to)}`
}
