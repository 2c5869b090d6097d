/** "My record" as a whole: files out and in, byte for byte; pages of entries; what is erased. In memory, no browser. */
import { islandsOfTests } from '../islands.fixtures.ts'
import { describe, expect, test } from 'vitest'
import { often } from '../../../../scripts/short-form.ts'
import type { IsoDate } from '../../../care/evidence/calendar.ts'
import { asEpochMs } from '../../../care/evidence/time.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import { createCareApp } from '../app.tsx'
import type { NotebookStore } from '../home.ts'
import { checkId, memoryNotebook } from '../plan/plan.fixtures.ts'
import { samples } from './record-event.fixtures.ts'
import { writeRecordFile } from './record-file.ts'
import { yearEnds, yearOfUse } from './year-of-use.fixtures.ts'

const everyKind = Object.values(samples)
const owner = '11111111-1111-4111-8111-111111111111'
const mine = writeRecordFile({ owner, events: everyKind })

const appOver = (notebook: NotebookStore) =>
  createCareApp({
    kind: 'device',
    notebook,
    now: () => yearEnds,
    newId: () => crypto.randomUUID(),
    assets: { css: '/site.css', islands: islandsOfTests },
    buildId: 'test',
  })
/** The page says whom to call once a danger is told in another tab. */
const hearsOfDanger = '/islands/told-while-asking.js'
type App = ReturnType<typeof createCareApp>
const saved = async (app: App) => await (await app.request('/record/unclench-record.json')).text()
async function give(app: App, text: string, more: Record<string, string> = {}) {
  const body = new FormData()
  body.set('file', new File([text], 'r.json', { type: 'application/json' }))
  for (const [name, value] of Object.entries(more)) body.set(name, value)
  const answer = await app.request('/record/import', { method: 'POST', body })
  const html = await answer.text()
  return { status: answer.status, html, text: html.replace(/<[^>]+>/g, ' ') }
}

test('an address that only takes a form leads whoever opens it to the page of that form', async () => {
  const app = appOver(memoryNotebook())
  const posted = app.routes.filter(({ method }) => method === 'POST').map(({ path }) => path.replaceAll(/:[^/]+/g, '1'))
  const lost: string[] = []
  for (const path of new Set(posted)) {
    const { status } = await app.request(path)
    if (status === 405) lost.push(path)
  }
  expect(lost).toEqual([])
  expect((await app.request('/record/import')).headers.get('Location')).toBe('/record')
})

describe('a record as a file', () => {
  test('claims to keep only what the device has taken', async () => {
    const held = [samples.doseTaken]
    const page = async (notebook: NotebookStore) => await (await appOver(notebook).request('/record')).text()
    const full = await page({ ...memoryNotebook(), all: async () => held, heldBack: async () => held })
    expect(full).toContain('Your device did not take all of this')
    expect(full).not.toMatch(/>\s*Kept in this browser/)
    const well = await page({ ...memoryNotebook(held), heldBack: async () => [] })
    expect(well).not.toContain('Your device did not take all of this')
    expect(well).toContain('Kept in this browser')
  })

  test('with every kind of entry comes back byte for byte after everything was erased, its owner with it', async () => {
    const app = appOver(memoryNotebook())
    const given = await give(app, mine)
    expect(given.text).toContain(`Added ${everyKind.length} entries`)
    expect(given.text).not.toContain('something else')
    const first = await saved(app)
    expect(first).toBe(mine)
    await app.request('/record/erase', { method: 'POST', body: new FormData() })
    expect(await saved(app)).not.toContain('diaryEntry')
    await give(app, first)
    expect(await saved(app)).toBe(first)
  })
  test('given a second time changes nothing', async () => {
    const app = appOver(memoryNotebook())
    await give(app, mine)
    const again = await give(app, mine)
    expect(again.text).toContain('Everything in that file was here already. Nothing was changed.')
    expect(again.text).not.toContain('something else')
    expect(await saved(app)).toBe(mine)
  })
  test('that says something else under an id that is here changes nothing, and says how many and which stays', async () => {
    const notebook = memoryNotebook()
    const app = appOver(notebook)
    await give(app, mine)
    const before = await saved(app)
    const other = everyKind.map((event, index) => (index < 2 ? { ...event, at: asEpochMs(event.at - 60_000) } : event))
    const two = await give(app, writeRecordFile({ owner, events: other }))
    expect(two.text).toContain('2 entries of that file are here already and say something else. We kept yours, whole')
    expect(two.text).not.toContain('Everything in that file was here already')
    expect(await saved(app)).toBe(before)
    const one = await give(app, writeRecordFile({ owner, events: other.slice(1) }))
    expect(one.text).toContain('One entry of that file is here already and says something else')
  })
  test('that says two things under one id brings in the first, and says so', async () => {
    const app = appOver(memoryNotebook())
    const walk: NotebookEvent = { v: 1, id: crypto.randomUUID(), at: asEpochMs(1.8e12), kind: 'stepDone', step: 'walk' }
    const given = await give(app, writeRecordFile({ owner, events: [walk, { ...walk, step: 'heat' }] }))
    expect(given.text).toContain('Added 1 entry')
    expect(given.text).toContain('One entry of that file')
    expect(await saved(app)).toBe(writeRecordFile({ owner, events: [walk] }))
  })
  test('with a visit that is still to come brings it in, and says that it opens nothing', async () => {
    const app = appOver(memoryNotebook())
    const visit = (at: number): NotebookEvent => ({
      ...{ v: 1, id: crypto.randomUUID(), at: asEpochMs(at), kind: 'clinicianCleared', who: 'GP', how: 'seen' },
      day: new Date(at).toISOString().slice(0, 10) as IsoDate,
    })
    const words = 'A visit in your record does not count yet'
    const given = async (at: number) => await give(app, writeRecordFile({ owner, events: [visit(at)] }))
    expect((await given(yearEnds - 86_400_000)).text).not.toContain(words)
    expect((await given(yearEnds + 86_400_000)).text).toContain(words)
  })
  test('of somebody else is not mixed in unasked; when it is theirs, their own owner stays', async () => {
    const own: NotebookEvent = { v: 1, id: crypto.randomUUID(), at: asEpochMs(1.8e12), kind: 'stepDone', step: 'walk' }
    const notebook = memoryNotebook([own])
    const app = appOver(notebook)
    const asked = await give(app, mine)
    expect([asked.status, notebook.events.length]).toEqual([409, 1])
    expect(asked.text).toContain('Is this file yours?')
    expect(asked.html).toContain(hearsOfDanger)
    expect((await give(app, mine, { mine: 'yes' })).status).toBe(200)
    expect(await notebook.owner()).not.toBe(owner)
  })
  test('of any kind of entry that is cut or newer changes nothing unasked, and says which', async () => {
    for (const event of everyKind) {
      const notebook = memoryNotebook()
      const file = writeRecordFile({ owner, events: [samples.stepDone, event] })
      const harmed = { ...JSON.parse(file) }
      harmed.events = [samples.stepDone, { ...event, v: 99 }]
      expect((await give(appOver(notebook), JSON.stringify(harmed))).text).toContain('It holds 1 entry of a newer kind')
      expect((await give(appOver(notebook), file.slice(0, -20))).text).toContain('damaged or is not a record')
      expect(notebook.events).toEqual([])
    }
    expect((await give(appOver(memoryNotebook()), mine.replace('"version": 1', '"version": 2'))).text).toContain(
      'newer',
    )
  })
  test('of years is taken', async () => {
    const notebook = memoryNotebook()
    const years = writeRecordFile({ owner, events: yearOfUse() })
    expect((await give(appOver(notebook), years)).status).toBe(200)
    expect(notebook.events.length).toBe(5000)
  })
  test('that the device cannot keep changes nothing and says so', async () => {
    const full = async () => Promise.reject(new Error('no room'))
    // Not even the id of a new record can be written.
    const notebook = { ...memoryNotebook(), appendAll: full, owner: full }
    const refused = await give(appOver(notebook), mine)
    expect([refused.status, notebook.events]).toEqual([422, []])
    expect(refused.text).toContain('could not keep that file')
  })
  test('is saved from a device that is too full to write down whose it is', async () => {
    const full = async () => Promise.reject(new Error('no room'))
    const file = await saved(appOver({ ...memoryNotebook([samples.stepDone]), owner: full }))
    const elsewhere = memoryNotebook()
    expect((await give(appOver(elsewhere), file)).text).toContain('Added 1 entry')
    expect(elsewhere.events).toEqual([samples.stepDone])
  })
  test('never holds the note that entries cannot be read', async () => {
    const doubt: NotebookEvent = { v: 1, id: 'unreadable', at: yearEnds, kind: 'unreadable', entries: 1 }
    expect(await saved(appOver(memoryNotebook([doubt, samples.stepDone])))).not.toContain('unreadable')
  })
})

describe('the list of entries', () => {
  const count = often(5000, 150)
  const app = appOver(memoryNotebook([...yearOfUse(1, count)]))
  const text = async (page: string) => (await (await app.request(`/record${page}`)).text()).replace(/<[^>]+>/g, ' ')
  const last = new RegExp(String.raw`Entries\s+${count - 49}\s+to\s+${count}`)
  test('shows fifty at a time, newest first, with the way to older and newer ones', async () => {
    const first = await text('')
    expect(first).toMatch(new RegExp(String.raw`Entries\s+1\s+to\s+50\s+of\s+${count}`))
    expect(first).not.toContain('Newer entries')
    const second = await text('?page=2')
    expect(second).toMatch(new RegExp(String.raw`Entries\s+51\s+to\s+100\s+of\s+${count}`))
    expect(second).toContain('Newer entries')
    const end = await text(`?page=${count / 50}`)
    expect(end).toMatch(last)
    expect(end).not.toContain('Older entries')
  })
  test('shows the last page past the end and the first for nonsense', async () => {
    expect(await text('?page=999')).toMatch(last)
    for (const nonsense of ['?page=0', '?page=-1', '?page=x', '?page=1e3', '?page=999999999'])
      expect(await text(nonsense)).toMatch(/Entries\s+1\s+to\s+50/)
  })
})

test('the receipt names what was erased, by kind and number', async () => {
  const app = appOver(memoryNotebook([...everyKind, { ...samples.stepDone, id: crypto.randomUUID() }]))
  const receipt = (await (await app.request('/record/erase', { method: 'POST', body: new FormData() })).text()).replace(
    /<[^>]+>/g,
    ' ',
  )
  expect(receipt).toContain(`${everyKind.length + 1} entries were`)
  expect(receipt).toMatch(/Steps done:\s+2/)
  expect(receipt).toMatch(/Diary entries:\s+1/)
})

describe('a backup', () => {
  const heavy = (count: number): readonly NotebookEvent[] =>
    Array.from({ length: count }, (_, index) => ({
      ...samples.diaryEntry,
      id: `0f5c1d4e-5b7a-4f3e-8d1c-${index.toString(16).padStart(12, '0')}`,
      at: asEpochMs(samples.diaryEntry.at + index * 1000),
      note: 'x'.repeat(index < 10_000 ? 400 : 0),
    }))
  test('of more than eight megabytes comes back byte for byte, also when it is asked whose it is', async () => {
    const app = appOver(memoryNotebook([...heavy(10_000)]))
    const text = await saved(app)
    expect(text.length).toBeGreaterThan(9_000_000)
    const empty = appOver(memoryNotebook())
    expect((await give(empty, text)).text).toContain('Added 10000 entries')
    expect(await saved(empty)).toBe(text)
    const other = text.replace(/"owner": "[^"]+"/, `"owner": "${owner}"`)
    const used = memoryNotebook([
      { v: 1, id: crypto.randomUUID(), at: asEpochMs(1.8e12), kind: 'stepDone', step: 'walk' },
    ])
    const body = new FormData()
    body.set('text', other.replaceAll('\n', '\r\n'))
    body.set('mine', 'yes')
    const answer = await appOver(used).request('/record/import', { method: 'POST', body })
    expect([answer.status, used.events.length]).toEqual([200, 10_001])
  })
  test('of more than fifty thousand entries comes back', async () => {
    const app = appOver(memoryNotebook())
    const text = writeRecordFile({
      owner,
      events: heavy(50_001).map((event) => ({ ...event, note: undefined }) as never),
    })
    expect((await give(app, text)).text).toContain('Added 50001 entries')
  })
  test('is asked for again as a file, not as a form field of a third more bytes', async () => {
    const own: NotebookEvent = { v: 1, id: crypto.randomUUID(), at: asEpochMs(1.8e12), kind: 'stepDone', step: 'walk' }
    const body = new FormData()
    body.set('file', new File([mine], 'r.json'))
    const answer = await appOver(memoryNotebook([own])).request('/record/import', { method: 'POST', body })
    expect(await answer.text()).toMatch(/<form[^>]*action="\/record\/import"[^>]*multipart\/form-data[^>]*><textarea/)
  })
  test('past the limit says the true one', async () => {
    const app = appOver(memoryNotebook())
    const headers = { 'Content-Type': 'multipart/form-data; boundary=x', 'Content-Length': '64000001' }
    const answer = await app.request('/record/import', { method: 'POST', body: 'x', headers })
    expect([answer.status, (await answer.text()).includes('larger than 64 megabytes')]).toEqual([413, true])
  })
  test('with entries of a newer kind says so, and takes nothing until the person has chosen', async () => {
    const notebook = memoryNotebook()
    const kept: unknown[] = []
    const app = appOver({ ...notebook, keepNewer: async (entries) => void kept.push(...entries.map(({ raw }) => raw)) })
    const file = JSON.parse(mine)
    const later = { v: 1, kind: 'sleepNoted', id: crypto.randomUUID(), at: samples.doseTaken.at, hours: 7 }
    const laterVersion = { ...samples.doseTaken, id: crypto.randomUUID(), v: 9 }
    const text = JSON.stringify({ ...file, events: [...file.events, later, laterVersion] })
    const asked = await give(app, text)
    expect([asked.status, notebook.events.length, kept.length]).toEqual([409, 0, 0])
    expect(asked.text).toContain('made by a newer Unclench')
    expect(asked.html).toContain(hearsOfDanger)
    expect(asked.text).toContain('2 entries of a newer kind')
    expect((await give(app, text, { newer: 'yes' })).status).toBe(200)
    expect([notebook.events.length, kept]).toEqual([everyKind.length, [later, laterVersion]])
  })
  /** Which of its entries are new, and whose it is; what is said of it, and what is taken once it was pressed. */
  const here = { ...samples.doseTaken, id: '22222222-2222-4222-8222-222222222222' } as const
  const other = { ...samples.stepDone, id: '33333333-3333-4333-8333-333333333333' } as const
  const later = { v: 1, kind: 'sleepNoted', id: crypto.randomUUID(), at: samples.doseTaken.at, hours: 7 }
  test.each([
    ['mine, nothing new', owner, [here], {}, [200, 'here already. Nothing was changed.', 0]],
    ['mine, one new', owner, [here, other], {}, [200, 'Added 1 entry.', 1]],
    ['mine, a newer kind', owner, [later], {}, [409, 'made by a newer Unclench', 0]],
    ["another's, nothing new", checkId, [here], {}, [200, 'here already. Nothing was changed.', 0]],
    ["another's, one new", checkId, [here, other], {}, [409, 'another', 0]],
    ["another's, one new, said to be mine", checkId, [here, other], { mine: 'yes' }, [200, 'Added 1 entry.', 1]],
    ["another's, one new of a newer kind too", checkId, [other, later], { mine: 'yes' }, [409, 'made by a newer', 0]],
    ["another's, both said", checkId, [other, later], { mine: 'yes', newer: 'yes' }, [200, 'Added 1 entry.', 1]],
  ] as const)('beside a record with one entry: %s', async (_name, of, events, said, [status, words, taken]) => {
    const notebook = memoryNotebook([here])
    const app = appOver({ ...notebook, owner: async () => owner, keepNewer: async () => undefined })
    const file = JSON.stringify({ unclench: 'record', version: 1, owner: of, events })
    const page = await give(app, file, said)
    expect([page.status, notebook.events.length - 1], page.text).toEqual([status, taken])
    expect(page.text).toContain(words)
  })
  test('that is empty is said to be, and where none was chosen that is said', async () => {
    const app = appOver(memoryNotebook())
    const empty = await give(app, '')
    expect([empty.status, empty.text.includes('That file is empty. Nothing was added')]).toEqual([422, true])
    const body = new FormData()
    body.set('file', new File([], ''))
    const none = await app.request('/record/import', { method: 'POST', body })
    expect([none.status, (await none.text()).includes('Choose a file first')]).toEqual([422, true])
  })

  test('with an entry that is damaged, not newer, is refused whole', async () => {
    const file = JSON.parse(mine)
    const text = JSON.stringify({ ...file, events: [...file.events, { ...samples.doseTaken, milligrams: 'many' }] })
    const page = await give(appOver(memoryNotebook()), text)
    expect([page.status, page.text.includes('1 entry in that file cannot be read')]).toEqual([422, true])
  })
})
