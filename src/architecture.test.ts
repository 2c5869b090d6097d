/**
 * The three walls of ARCHITECTURE.md: the import table, the compiler projects and the lint rules.
 * Each is proved by planting what it must stop. A wall that read no files fails.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { brokenWalls, importsOf, table } from '../scripts/walls/imports.ts'
import { roomsToRead, wallsDocument, withWalls } from '../scripts/walls/walls-document.ts'

const root = join(import.meta.dirname, '..')

/** Every source of ours below `src` that is no test and no declaration. */
const sources = new Map(
  globSync('**/*.{ts,tsx}', { cwd: import.meta.dirname })
    // What only tests import (test-server.ts) belongs to them.
    .filter((path) => !/(\.(test|proof|d)|(^|\/)test-[a-z]+)\.tsx?$/.test(path))
    .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(import.meta.dirname, path), 'utf8')]),
)

describe('the import table', () => {
  test('holds for every source file', () => {
    expect(sources.size).toBeGreaterThan(20)
    expect(brokenWalls(sources)).toEqual([])
  })

  test('sees the imports in them: a scan that saw none would let everything through', () => {
    expect([...sources].flatMap(([path, text]) => importsOf(path, text)).length).toBeGreaterThan(sources.size)
  })

  const planted: readonly (readonly [why: string, path: string, source: string, alarm: string])[] = [
    [
      'care importing a page',
      'care/check/a.ts',
      "import { x } from '../../web/ui/x.ts'",
      'care/check may not import web/ui',
    ],
    [
      'care importing a type of a page',
      'care/check/a.ts',
      "import type { X } from '../../web/ui/x.ts'",
      'may not import web/ui',
    ],
    [
      'care importing Node',
      'care/relief/a.ts',
      "import { readFileSync } from 'node:fs'",
      'may not import that package',
    ],
    [
      'care importing a package',
      'care/check/a.ts',
      "import { z } from 'zod'",
      'care/check may not import that package',
    ],
    [
      'check importing medicines',
      'care/check/a.ts',
      "export * from '../medicines/x.ts'",
      'may not import care/medicines',
    ],
    [
      'medicines importing movement',
      'care/medicines/a.ts',
      "export { x } from '../movement/x.ts'",
      'may not import care/movement',
    ],
    ['evidence importing check', 'care/evidence/a.ts', "import '../check/x.ts'", 'may not import care/check'],
    [
      'check importing the notebook',
      'care/check/a.ts',
      "import { x } from '../record/notebook.ts'",
      'may not import care/record',
    ],
    [
      'relief importing the diary',
      'care/relief/a.ts',
      "import { x } from '../diary/x.ts'",
      'may not import care/diary',
    ],
    ['care importing at run time', 'care/check/a.ts', "await import('../../server/x.ts')", 'may not import server'],
    ['care importing in a type', 'care/check/a.ts', "type X = import('../../server/x.ts').X", 'may not import server'],
    ['an import nobody can follow', 'care/check/a.ts', 'await import(name)', 'may not import that package'],
    ['a page importing the server', 'web/care/a.tsx', "import { x } from '../../server/x.ts'", 'may not import server'],
    ['a part importing a page', 'web/ui/a.tsx', "import { x } from '../care/x.tsx'", 'web/ui may not import web/care'],
    [
      'a package that only looks allowed',
      'web/ui/a.tsx',
      "import { x } from 'preact-evil'",
      'may not import that package',
    ],
    ['an island importing Node', 'web/islands/a.ts', "import 'node:fs'", 'web/islands may not import that package'],
    [
      'the worker importing the server',
      'offline/a.ts',
      "import { x } from '../server/x.ts'",
      'offline may not import server',
    ],
    ['a file in no room', 'care/utils/a.ts', '', 'is in no room of the table'],
    [
      'an import of a file in no room',
      'server/a.ts',
      "import { x } from '../elsewhere.ts'",
      'may not import what is in no room',
    ],
  ]
  test.each(planted)('stops %s', (_why, path, source, alarm) => {
    const broken = brokenWalls(new Map([[path, source]]))
    expect(broken).toHaveLength(1)
    expect(broken[0]).toContain(alarm)
  })

  test('stops a circle, also one of types alone', () => {
    const circle = new Map([
      ['care/check/a.ts', "import type { B } from './b.ts'"],
      ['care/check/b.ts', "import { c } from './c.ts'"],
      ['care/check/c.ts', "import { a } from './a.ts'"],
    ])
    expect(brokenWalls(circle)).toEqual([
      'circle: care/check/a.ts → care/check/b.ts → care/check/c.ts → care/check/a.ts',
    ])
  })

  test('lets the line inside care through, and nothing in it runs in a circle', () => {
    const fine = new Map([
      ['care/evidence/a.ts', ''],
      ['care/check/a.ts', "import { a } from '../evidence/a.ts'"],
      ['care/region.ts', "import type { Level } from './check/a.ts'"],
      ['care/relief/a.ts', "import { a } from '../check/a.ts'\nimport { uk } from '../region.ts'"],
      ['care/record/notebook.ts', "import { a } from './relief/a.ts'"],
      ['web/care/a.tsx', "import { Hono } from 'hono'\nimport { a } from '../../care/relief/a.ts'\nimport 'zod/mini'"],
    ])
    expect(brokenWalls(fine)).toEqual([])
    for (const [room, { rooms }] of Object.entries(table))
      for (const other of rooms) expect(table[other]?.rooms, `${room} and ${other}`).not.toContain(room)
  })
})

describe('pages that need the database', () => {
  const queries = (files: ReadonlyMap<string, string>) =>
    [...files]
      .filter(([path]) => path.startsWith('web/'))
      .filter(([, text]) => /\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql(<[^`]*>)?`/.test(text))
      .map(([path]) => path)

  test('ask it by functions of clinic, and by no query of their own', () => {
    expect(sources.size).toBeGreaterThan(20)
    expect(queries(sources)).toEqual([])
  })

  test.each(["trx.selectFrom('appointments')", 'sql`select 1`', 'sql<{ n: number }>`select 1 as n`'])(
    'a planted %s is seen there, and let be in clinic',
    (query) => {
      const planted = new Map([
        ['web/console/a.tsx', query],
        ['clinic/booking/a.ts', query],
      ])
      expect(queries(planted)).toEqual(['web/console/a.tsx'])
    },
  )
})

/** What a page of documents calls by name: files and folders of ours, in backticks. */
const namesIn = (page: string) =>
  [...page.matchAll(/`([\w.*/-]+)`/g)]
    .map(([, name = '']) => name)
    .filter((name) => /^\w/.test(name) && (/\.(tsx?|mjs|md|json|sql)$/.test(name) || name.includes('/')))

/** The names to which nothing in the tree belongs: by their whole path, or by its end. */
function lostNames(page: string, tree: readonly string[]): readonly string[] {
  const folders = new Set(tree.flatMap((path) => [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index))))
  const all = [...tree, ...folders]
  return namesIn(page).filter((name) => {
    const end = name.replace(/\/$/, '').replaceAll('.', '\\.').replaceAll('*', '[^/]*')
    const shape = new RegExp(`(^|/)${end}$`)
    return !all.some((path) => shape.test(path))
  })
}

describe('ARCHITECTURE.md', () => {
  const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
  const tree = globSync(['*', '{src,scripts,docs,e2e,fuzz,prove,bench}/**/*'], {
    cwd: root,
    withFileTypes: true,
    exclude: ({ name }) => name === 'node_modules',
  })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))

  test('prints who may import whom as the table has it: npm run walls', () => {
    expect(withWalls(page, wallsDocument(table))).toBe(page)
  })

  test('would not, were one room let into one more, or were the marks lost', () => {
    const record = table['care/record']
    if (!record) throw new Error('the table has lost a room')
    const wider = { ...table, 'care/record': { ...record, rooms: [...record.rooms, 'care/guide'] } }
    expect(withWalls(page, wallsDocument(wider))).not.toBe(page)
    expect(() => withWalls(page.replace(/<!-- end.*-->/, ''), 'x')).toThrow('lost a mark')
  })

  test('says truly that a room imports only what stands above it in its table', () => {
    const order = roomsToRead(table)
    expect(order).toHaveLength(Object.keys(table).length)
    const partOf = (room: string) => /^(care|clinic)\//.exec(room)?.[1]
    const below = Object.entries(table).flatMap(([room, { rooms }]) =>
      rooms
        .filter((other) => partOf(other) === partOf(room) && order.indexOf(other) > order.indexOf(room))
        .map((other) => `${room} stands above ${other}`),
    )
    expect(below).toEqual([])
  })

  test('says of every room what is in it', () => {
    const [, rooms = ''] = /^## Rooms\n([\s\S]*?)^## /m.exec(page) ?? []
    const named = (room: string) => {
      const short = room.replace(/^(care|clinic)\//, '')
      return [`\`${short}/\``, `\`${short}.ts\``, `\`src/${room}\``].some((name) => rooms.includes(name))
    }
    expect(Object.keys(table).filter((room) => !named(room))).toEqual([])
    expect(named('care/nonsense')).toBe(false)
  })

  test.each(['ARCHITECTURE.md', 'CONTRIBUTING.md'])('names no file or folder that is not there: %s', (name) => {
    const text = readFileSync(join(root, name), 'utf8')
    expect(namesIn(text).length).toBeGreaterThan(20)
    expect(lostNames(text, tree)).toEqual([])
    expect(lostNames('`note-danger.tsx` `src/care/nonsense/` `imports.ts`', tree)).toEqual([
      'note-danger.tsx',
      'src/care/nonsense/',
    ])
  })
})

/** A new folder of planted files with our own settings, gone after the test. */
function plant(parent: string, files: Readonly<Record<string, string>>, settings: readonly string[]): string {
  const folder = mkdtempSync(join(parent, 'planted-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const path of settings) cpSync(join(root, path), join(folder, path), { recursive: true })
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

/** Runs one of the project's own tools and returns what it said. */
function run(tool: string, args: readonly string[], cwd: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules', tool), ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
  })
  return { status, said: stdout + stderr }
}

describe('the compiler', () => {
  const settings = [
    'tsconfig.base.json',
    'tsconfig.care.json',
    'tsconfig.offline.json',
    'tsconfig.server.json',
    'tsconfig.islands.json',
  ]
  // Below node_modules, so that the types of Node are found.
  const compile = (project: string, files: Readonly<Record<string, string>>) =>
    run(
      'typescript/bin/tsc',
      ['-p', `tsconfig.${project}.json`, '--composite', 'false'],
      plant(join(root, 'node_modules'), files, settings),
    )

  test('knows neither page nor Node nor timers in care', () => {
    const names = [
      'document',
      'window',
      'process',
      'Buffer',
      'setTimeout',
      'fetch',
      'crypto',
      'performance',
      'console',
      'localStorage',
    ]
    const { status, said } = compile('care', {
      'src/care/planted.ts': names.map((name, index) => `export const x${index} = ${name}`).join('\n'),
      'src/care/node.ts': "import 'node:fs'\nexport * from 'node:os'",
    })
    expect(status).not.toBe(0)
    for (const name of names) expect(said).toContain(`Cannot find name '${name}'`)
    expect(said).toContain("'node:os'")
  })

  test('compiles care that is pure', () => {
    expect(compile('care', { 'src/care/pure.ts': 'export const double = (n: number) => 2 * n' })).toEqual({
      status: 0,
      said: '',
    })
  })

  test('knows no page in the server, no page or Node in the worker, no Node in the islands', () => {
    expect(compile('server', { 'src/server/a.ts': 'export const x = document' }).said).toContain(
      "Cannot find name 'document'",
    )
    const { said } = compile('offline', { 'src/offline/a.ts': 'export const x = document\nexport const y = process' })
    expect(said).toContain("Cannot find name 'document'")
    expect(said).toContain("Cannot find name 'process'")
    expect(compile('islands', { 'src/web/islands/a.ts': 'export const x = process' }).said).toContain(
      "Cannot find name 'process'",
    )
  })
})

describe('the lint rules', () => {
  // Outside the project, since the linter passes over what git ignores.
  const lint = (files: Readonly<Record<string, string>>) =>
    run(
      '@biomejs/biome/bin/biome',
      ['lint', '--vcs-enabled=false', '--reporter=concise', '--max-diagnostics=none', '.'],
      plant(tmpdir(), files, ['biome.json', 'scripts/walls']),
    )

  const clocks = [
    'new Date(0)',
    'Date.now()',
    'performance.now()',
    'setTimeout',
    'crypto.randomUUID()',
    'fetch',
    'Intl',
    'globalThis',
    'Math.random()',
    "Math['random']()",
  ]
  const ofPages = ['document', 'window', 'navigator', 'localStorage', 'location', 'HTMLElement']
  const planted = (names: readonly string[], path: (at: number) => string) =>
    Object.fromEntries(names.map((name, at) => [path(at), `export const x = ${name}\n`]))
  /** All that must be stopped, each in a file of its own, in one run. */
  const stopped = () =>
    lint({
      ...planted(clocks, (at) => `src/care/check/clock-${at}.ts`),
      'src/care/a.ts': 'const { random } = Math\nconst m = Math\nexport const x = [random, m.random]\n',
      ...planted(ofPages, (at) => `src/web/care/page-${at}.tsx`),
      ...planted(ofPages, (at) => `src/web/ui/part-${at}.ts`),
    })

  test('stop clocks and randomness in care, also taken out of Math first, and what is a page’s in pages and parts', () => {
    const { status, said } = stopped()
    expect(status).not.toBe(0)
    for (const [at, use] of clocks.entries())
      expect(said, use).toMatch(
        new RegExp(String.raw`src/care/check/clock-${at}\.ts:1:\d+: (lint/style/noRestrictedGlobals|plugin)`),
      )
    expect(said).toContain('src/care/a.ts:1:1: plugin')
    expect(said).toContain('src/care/a.ts:2:1: plugin')
    for (const [at, name] of ofPages.entries()) {
      expect(said, name).toContain(`src/web/care/page-${at}.tsx:1:18: lint/style/noRestrictedGlobals`)
      expect(said, name).toContain(`src/web/ui/part-${at}.ts:1:18: lint/style/noRestrictedGlobals`)
    }
  })

  test('let the rest of Math, and a page in an island, through', () => {
    const { status, said } = lint({
      'src/care/a.ts': 'export const x = Math.floor(1.5)\n',
      'src/web/islands/b.ts': 'export const x = document.title\n',
    })
    expect(said).toMatch(/Checked [2-9] files/)
    expect(status).toBe(0)
  })
})

test('a console.error fails the test that it is heard in, and no other', () => {
  const setup = JSON.stringify(join(root, 'scripts/quiet-tests.ts'))
  const folder = plant(
    tmpdir(),
    {
      'vitest.config.mjs': `export default { test: { globals: true, setupFiles: [${setup}] } }`,
      'planted.test.ts': "test('loud', () => console.error('planted'))\ntest('quiet', () => {})",
    },
    [],
  )
  const { status, said } = run('vitest/vitest.mjs', ['run', '--root', folder, '--reporter=verbose'], folder)
  expect(status).not.toBe(0)
  expect(said).toContain('console.error was called:\nplanted')
  expect(said).toMatch(/1 failed \| 1 passed/)
})

/** Sources whose header lists who calls them: such a list is out of date with the next import. */
const namesCallers = (texts: ReadonlyMap<string, string>): readonly string[] =>
  [...texts].filter(([, text]) => /\/\*\*(?:(?!\*\/)[\s\S])*\bCalled by\b/.test(text)).map(([path]) => path)

test('no header names its callers, and one that did would be seen', () => {
  expect(namesCallers(sources)).toEqual([])
  expect(namesCallers(new Map([['a.ts', '/**\n * Reads it. Called by b.ts.\n */']]))).toEqual(['a.ts'])
})
