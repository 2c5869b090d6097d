/**
 * A device that keeps nothing: every form is sent to a store that refuses to write, and to one that answers nothing at all.
 * What was told is answered all the same, and no page says that something was kept, closed or erased when it was not.
 */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { NotebookStore } from '../home.ts'
import type { createCareApp } from '../app.tsx'
import { decoded } from '../plan/plan.fixtures.ts'
import { type EveryPost, everyPost, wellUsed } from './every-post.fixtures.ts'

const no = () => Promise.reject(new Error('QuotaExceededError'))
const refusesWrites = (store: NotebookStore): void => {
  Object.assign(store, { append: no, appendAll: no, erase: no, drafts: { ...store.drafts, put: no, remove: no } })
}
const answersNothing = (store: NotebookStore): void => {
  refusesWrites(store)
  Object.assign(store, { all: no, owner: no, setAside: no, drafts: { get: no, put: no, remove: no } })
}

/** Claims of something that can only be so when it was written. */
const claims =
  /\bkept on this device|entry is kept|Written down:|Movements are closed|movements wait until|is erased|were erased|was erased|\bAdded \d|Taken out of|\bSaved\b/i
/** Words that own up. */
const ownsUp = /could not (?:keep|write|take|erase|open)|could not be opened/i

async function send(post: EveryPost, fault: (store: NotebookStore) => void) {
  const { app, notebook, held } = await wellUsed()
  fault(notebook)
  const body = new FormData()
  for (const [name, value] of Object.entries(post.fields(held))) body.append(name, value)
  const answer = await app.request(post.at(held), { method: 'POST', body })
  const html = await answer.text()
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? ''
  const text = decoded(main.replaceAll(/<[^>]+>/g, ' '))
    .replaceAll(/\s+/g, ' ')
    // The entry itself stays, and it is true.
    .replace('It is kept on this device.', '')
  return { status: answer.status, location: answer.headers.get('Location'), html: main, text }
}

describe.each([
  { fault: refusesWrites, name: 'a store that refuses every write' },
  { fault: answersNothing, name: 'a store that answers nothing' },
])('$name', ({ fault }) => {
  test.each(everyPost)('$route: $what', async (post) => {
    const { status, location, text } = await send(post, fault)
    expect(status, text.slice(0, 200)).toBeLessThan(500)
    // A redirect says that all is done: only what has nothing to write may lead on.
    expect(location ?? '').toMatch(/^(?:|\/check|\/today|\/plan|\/programme\/cleared)$/)
    expect(text).not.toMatch(claims)
    if (!post.first || (post.afterReading && fault === answersNothing)) return
    expect(text).toMatch(post.first)
    const owned = text.search(ownsUp)
    if (owned >= 0) expect(text.search(post.first)).toBeLessThan(owned)
  })
})

test('the same forms, where the store works, are told as kept: the faults above are not for want of something to keep', async () => {
  const told: string[] = []
  const { app, notebook, held } = await wellUsed()
  for (const post of everyPost) {
    const before = (await notebook.all()).length
    const body = new FormData()
    for (const [name, value] of Object.entries(post.fields(held))) body.append(name, value)
    const { status } = await app.request(post.at(held), { method: 'POST', body })
    expect(status, post.what).toBeLessThan(500)
    if ((await notebook.all()).length !== before) told.push(post.route)
  }
  const writers = new Set(told)
  for (const route of ['/programme/stop', '/prevent/walking', '/session/:session', '/diary/entry', '/record/import'])
    expect(writers).toContain(route)
  expect(writers.size).toBeGreaterThan(15)
})

/** What tells of danger, and needs nothing of the record to tell it. */
const tellsBlindly = everyPost.filter(
  ({ first, afterReading, route }) => first && !afterReading && !/^\/check|^\/session$|full-check/.test(route),
)
test.each(tellsBlindly)(
  '$route: $what, is handed to a store that cannot be read, so that it can hold it back',
  async (post) => {
    const { app, notebook, held } = await wellUsed()
    const handed: string[] = []
    answersNothing(notebook)
    Object.assign(notebook, {
      appendAll: (events: readonly { kind: string }[]) => {
        handed.push(...events.map(({ kind }) => kind))
        return no()
      },
    })
    const body = new FormData()
    for (const [name, value] of Object.entries(post.fields(held))) body.append(name, value)
    await app.request(post.at(held), { method: 'POST', body })
    // A task's name closes no movement: it is answered and is nowhere.
    const closesNothing = post.route.includes('tasks')
    if (closesNothing) expect(handed).not.toContain('stopped')
    else expect(handed.join()).toMatch(/stopped|miniAsked|miniCheckDone|tooMuchTold/)
  },
)

/** What tells of nothing that could close anything. */
const tellsOfNothing = everyPost.filter(({ first, afterReading }) => !first && !afterReading)
test.each(tellsOfNothing)(
  '$route: $what, closes nothing where the store cannot be read, and no page calls for a stop',
  async (post) => {
    const { app, notebook, held } = await wellUsed()
    const handed: string[] = []
    answersNothing(notebook)
    Object.assign(notebook, {
      appendAll: (events: readonly { kind: string }[]) => {
        handed.push(...events.map(({ kind }) => kind))
        return no()
      },
    })
    const body = new FormData()
    for (const [name, value] of Object.entries(post.fields(held))) body.append(name, value)
    const answer = await app.request(post.at(held), { method: 'POST', body })
    expect(handed.join()).not.toMatch(/stopped|miniAsked|tooMuchTold/)
    expect(await answer.text()).not.toMatch(/<h1[^>]*>(?:Do not move|Stop here|Get help)/)
  },
)

test('every form that the pages take is among these', async () => {
  const { app } = await wellUsed()
  const routes = new Set(
    (app as ReturnType<typeof createCareApp>).routes.filter(({ method }) => method === 'POST').map(({ path }) => path),
  )
  expect(routes.size).toBeGreaterThan(20)
  const tried = new Set(everyPost.map(({ route }) => route))
  // The search of the guide keeps nothing, nor does a plan that becomes a file.
  expect([...routes].filter((route) => !tried.has(route)).toSorted()).toEqual([
    ...['/guide/search', '/plan/paper', '/programme/paper'],
  ])
})

/** Every way round `keep`, and every call of it that drops what it says, as sentences. */
function unheeded(path: string, source: string): readonly string[] {
  const round = [...source.matchAll(/(?:notebook|store)\)?\??\.(?:append|appendAll)\(/g)].map(
    ([call]) => `${path} writes without keep: ${call}`,
  )
  const dropped = [...source.matchAll(/^\s*(?:void |await )*(?:keep|keepEvents|keepCheck)\(.*$/gm)].map(
    ([call]) => `${path} drops what keep says: ${call.trim()}`,
  )
  return [...round, ...dropped]
}
/** The one door itself, and a file that comes in as it is. */
const doors = ['record/record-keep.ts', 'record/record-routes.tsx']
test('no page writes round the one door, and none drops what it says', () => {
  const folder = join(import.meta.dirname, '..')
  const files = globSync('**/*.{ts,tsx}', { cwd: folder })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !/\.(test|fixtures)\.tsx?$/.test(path) && !doors.includes(path))
  expect(files.length).toBeGreaterThan(80)
  expect(files.flatMap((path) => unheeded(path, readFileSync(join(folder, path), 'utf8')))).toEqual([])
  expect(unheeded('a.ts', '  await record.notebook.append(event)')).toHaveLength(1)
  expect(unheeded('a.ts', '  await keep(home, [event])\n  return done')).toHaveLength(1)
  expect(unheeded('a.ts', '  const kept = await keep(home, [event])')).toEqual([])
})
