/**
 * Who may import whom: the table, and what breaks it.
 * Reads no files: it is given them. Tests may import what they like and are not given here.
 */
import { posix } from 'node:path'
import { parseSync } from 'vite'

/** What one room may import: other rooms of ours, and packages ("node:" is all of Node's own). */
interface Room {
  readonly rooms: readonly string[]
  readonly packages: readonly string[]
}

const nobody: readonly string[] = []
const knowledge = ['care/evidence', 'care/region', 'care/check', 'care/medicines', 'care/movement']
const later = ['care/relief', 'care/programme', 'care/diary']
const folders = [...knowledge, ...later, 'care/player', 'care/prevention']
const care = [...folders, 'care/guide', 'care/booklets', 'care/record']

/**
 * The rooms. A room is a folder, or a file that stands alone in one, named without its ending. ARCHITECTURE.md prints who may
 * import whom from here (`npm run walls`).
 * `region` puts words to the check's routes, so it comes after check and before all others.
 */
export const table: Readonly<Record<string, Room>> = {
  'care/evidence': { rooms: nobody, packages: nobody },
  'care/region': { rooms: ['care/evidence', 'care/check'], packages: nobody },
  'care/check': { rooms: ['care/evidence'], packages: nobody },
  // What the check was told binds the medicine room, so it reads answers.
  'care/medicines': { rooms: ['care/evidence', 'care/region', 'care/check'], packages: nobody },
  // The block list is written in the check's language of conditions.
  'care/movement': { rooms: ['care/evidence', 'care/region', 'care/check'], packages: nobody },
  'care/relief': { rooms: knowledge, packages: nobody },
  'care/programme': { rooms: knowledge, packages: nobody },
  'care/diary': { rooms: [...knowledge, 'care/programme'], packages: nobody },
  'care/player': { rooms: [...knowledge, ...later], packages: nobody },
  'care/prevention': { rooms: [...knowledge, ...later], packages: nobody },
  // What people can learn. It leads to everything a person can do, and knows nothing of any one person.
  'care/guide': { rooms: folders, packages: nobody },
  // The printed guides: the same words on paper.
  'care/booklets': { rooms: [...folders, 'care/guide'], packages: nobody },
  // The events of a person's own record, the folds over them, and what they open: the last room, which knows all others.
  'care/record': { rooms: folders, packages: nobody },
  'web/ui': { rooms: care, packages: ['preact', 'preact-render-to-string'] },
  // Maps between our data and other people's formats. The calendar file is made in the worker, so web/care may call it.
  interop: { rooms: care, packages: ['ical-generator'] },
  'web/care': {
    rooms: [...care, 'web/ui', 'interop', 'clinic/town'],
    packages: ['preact', 'hono', 'zod', '@hono/zod-openapi', 'minisearch'],
  },
  // What a clinic runs on: no HTTP and no pages anywhere.
  'clinic/db': { rooms: nobody, packages: ['kysely', 'pg', 'node:'] },
  // Names of places and where they lie. Data that the guide's search, on a device, may know too.
  'clinic/town': { rooms: nobody, packages: nobody },
  'clinic/directory': { rooms: [...care, 'clinic/db', 'clinic/town'], packages: ['kysely', 'node:'] },
  'clinic/availability': { rooms: ['clinic/db', 'clinic/directory'], packages: ['kysely'] },
  'clinic/people': { rooms: [...care, 'clinic/db', 'clinic/directory'], packages: ['kysely', 'zod', 'node:'] },
  'clinic/mail': {
    rooms: [...care, 'clinic/db', 'clinic/directory', 'clinic/availability', 'clinic/people', 'interop'],
    packages: ['kysely', 'nodemailer', 'node:'],
  },
  // What people asked to be sent now and then. Beside the mails about visits, and stopped apart from them.
  'clinic/letters': {
    rooms: [...care, 'clinic/db', 'clinic/directory', 'clinic/people', 'clinic/mail'],
    packages: ['kysely', 'nodemailer', 'zod', 'node:'],
  },
  'clinic/booking': {
    rooms: [
      ...care,
      ...[
        'clinic/db',
        'clinic/directory',
        'clinic/availability',
        'clinic/people',
        'clinic/mail',
        'clinic/letters',
        'clinic/town',
      ],
    ],
    packages: ['kysely', 'zod', 'node:'],
  },
  // What a clinic says of itself: made, set up, opened, changed.
  'clinic/setup': {
    rooms: [...care, 'clinic/db', 'clinic/directory', 'clinic/availability', 'clinic/people'],
    packages: ['kysely', 'node:'],
  },
  // The staff's side of availability and booking: what they may bend, block, close and take back.
  'clinic/calendar': {
    rooms: [
      ...['clinic/db', 'clinic/directory', 'clinic/availability', 'clinic/people', 'clinic/mail', 'clinic/letters'],
      'clinic/booking',
    ],
    packages: ['kysely', 'zod', 'node:'],
  },
  // What people ask and say in public, and what staff answer.
  'clinic/talk': {
    rooms: [...care, 'clinic/db', 'clinic/directory', 'clinic/people', 'clinic/mail'],
    packages: ['kysely', 'node:'],
  },
  'clinic/reviews': {
    rooms: ['clinic/db', 'clinic/directory', 'clinic/people', 'clinic/mail'],
    packages: ['kysely', 'node:'],
  },
  'web/find': {
    rooms: [
      ...care,
      ...['clinic/db', 'clinic/directory', 'clinic/availability', 'clinic/people', 'clinic/mail', 'clinic/booking'],
      ...['clinic/reviews', 'clinic/letters', 'clinic/talk', 'clinic/town', 'interop', 'web/ui'],
    ],
    packages: ['preact', 'hono', 'zod', '@hono/zod-openapi'],
  },
  // The staff's pages. They share the frame and the words of the public ones.
  'web/console': {
    rooms: [
      ...care,
      ...['clinic/db', 'clinic/directory', 'clinic/availability', 'clinic/people', 'clinic/mail', 'clinic/booking'],
      ...[
        'clinic/setup',
        'clinic/calendar',
        'clinic/reviews',
        'clinic/letters',
        'clinic/talk',
        'interop',
        'web/ui',
        'web/find',
      ],
    ],
    packages: ['preact', 'hono', 'zod'],
  },
  // Signing in, for staff and for people. The doors themselves are the server's; these pages only knock.
  'web/account': {
    rooms: [
      ...care,
      ...['clinic/db', 'clinic/directory', 'clinic/availability', 'clinic/people', 'clinic/mail', 'clinic/booking'],
      ...['web/ui', 'web/find', 'web/console'],
    ],
    packages: ['preact', 'hono', 'zod', 'uqr'],
  },
  'web/islands': { rooms: [...care, 'web/ui'], packages: ['preact'] },
  offline: {
    rooms: [...care, 'web/care', 'web/ui'],
    packages: ['hono', 'idb', 'zod', '@scure/bip39', 'virtual:built'],
  },
  server: {
    rooms: [
      ...care,
      ...['clinic/db', 'clinic/directory', 'clinic/availability', 'clinic/people', 'clinic/booking', 'clinic/mail'],
      ...['clinic/setup', 'clinic/reviews', 'clinic/letters', 'clinic/talk'],
      ...['web/care', 'web/find', 'web/console', 'web/account', 'web/ui', 'interop'],
    ],
    packages: [
      ...['@myriaddreamin/typst-ts-node-compiler', 'uqr'],
      ...['hono', '@hono/node-server', '@hono/zod-openapi', 'zod', 'jsonc-parser', 'pg', 'kysely'],
      ...[
        '@simplewebauthn/server',
        '@zxcvbn-ts/core',
        '@zxcvbn-ts/language-common',
        'better-auth',
        'node:',
        'virtual:built',
      ],
    ],
  },
}

/** The room of a file in `src`, given as `care/check/types.ts`; `undefined` for a file in no room. */
const roomOf = (path: string) =>
  Object.keys(table).find((room) => path.startsWith(`${room}/`) || path.replace(/\.tsx?$/, '') === room)

/** Everything a source imports, types and `import()` included. */
export function importsOf(path: string, source: string): readonly string[] {
  const parsed = parseSync(path, source)
  if (parsed.errors.length > 0) throw new Error(`${path} cannot be read: ${parsed.errors[0]?.message}`)
  const { staticImports, staticExports } = parsed.module
  return [
    ...staticImports.map((found) => found.moduleRequest.value),
    ...staticExports.flatMap((found) => found.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...[...source.matchAll(/\bimport\(\s*([^)]*)\)/g)].map(([, inside = '']) =>
      inside.trim().replace(/^'(.*)'$/, '$1'),
    ),
  ]
}

/**
 * Every import that the table does not allow and every circle, as sentences. Empty when all is well.
 * @param files sources by path below `src`, forward slashes; not tests, not declarations
 */
export function brokenWalls(files: ReadonlyMap<string, string>): readonly string[] {
  const broken: string[] = []
  const links = new Map<string, readonly string[]>()
  for (const [path, source] of files) {
    const room = roomOf(path)
    if (!room) {
      broken.push(`${path} is in no room of the table in scripts/walls/imports.ts`)
      continue
    }
    const wanted = importsOf(path, source)
    const own = wanted.filter((name) => name.startsWith('.')).map((name) => posix.join(posix.dirname(path), name))
    links.set(path, own)
    for (const target of own) {
      const targetRoom = roomOf(target)
      if (targetRoom !== room && !(targetRoom && table[room]?.rooms.includes(targetRoom)))
        broken.push(`${path} imports ${target}: ${room} may not import ${targetRoom ?? 'what is in no room'}`)
    }
    for (const name of wanted.filter((name) => !name.startsWith('.')))
      if (!table[room]?.packages.some((allowed) => isPartOf(name, allowed)))
        broken.push(`${path} imports ${name}: ${room} may not import that package`)
  }
  return [...broken, ...circles(links)]
}

/** Whether an import is of this package: `zod/mini` is part of `zod`, `node:fs` of `node:`, `preact-x` not of `preact`. */
const isPartOf = (name: string, allowed: string) =>
  name === allowed || name.startsWith(allowed.endsWith(':') ? allowed : `${allowed}/`)

/** Every circle of imports, once, as `a → b → a`. */
function circles(links: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found: string[] = []
  const done = new Set<string>()
  const visit = (path: string, trail: readonly string[]) => {
    const at = trail.indexOf(path)
    if (at >= 0) found.push(`circle: ${[...trail.slice(at), path].join(' → ')}`)
    if (at >= 0 || done.has(path)) return
    for (const next of links.get(path) ?? []) visit(next, [...trail, path])
    done.add(path)
  }
  for (const path of links.keys()) visit(path, [])
  return found
}
