/** Each guide is made once for each version, by whoever is first, and nobody is given half of one. */
import { mkdtempSync, readdirSync, readFileSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pause } from '../postgres/result.ts'
import type { PdfMade } from './make-pdf.ts'
import { createPdfStore } from './pdf-store.ts'

const source = { title: 'A guide', main: '#part-text("one")', files: { '/a.svg': '<svg/>' } }
const changed = { ...source, main: '#part-text("two")' }
const pdfOf = (words: string): PdfMade => ({
  ok: true,
  pdf: new Uint8Array(Buffer.from(`%PDF-1.7\n${words}\n<xmpTPg:NPages>3</xmpTPg:NPages>${' '.repeat(100)}\n%%EOF`)),
})

/** Stores that share a folder, and what they made. */
function stores(count: number, make: (main: string) => Promise<PdfMade> = async (main) => pdfOf(main)) {
  const folder = join(mkdtempSync(join(tmpdir(), 'unclench-store-')), 'guides')
  const made: string[] = []
  const clock = { now: Date.now() }
  const all = Array.from({ length: count }, () =>
    createPdfStore({
      folder,
      now: () => clock.now,
      make: async ({ main }) => {
        made.push(main)
        await pause(20)
        return make(main)
      },
    }),
  )
  const [one] = all
  if (!one) throw new Error('no store')
  return { folder, made, clock, all, one }
}
const kept = (folder: string) => readdirSync(folder).sort()

test('two requests at once make one file, and a later server makes none', async () => {
  const { folder, made, one, clock } = stores(1)
  const [first, second] = await Promise.all([one.get('a', source), one.get('a', source)])
  expect([first.ok, second.ok, made.length]).toEqual([true, true, 1])
  expect(kept(folder)).toHaveLength(1)
  const later = createPdfStore({ folder, now: () => clock.now, make: () => Promise.reject(new Error('not again')) })
  expect(await later.get('a', source)).toEqual(first)
})

test('two servers at once on one folder make one file', async () => {
  const { folder, made, all } = stores(4)
  const found = await Promise.all(all.map((store) => store.get('a', source)))
  expect(found.map(({ ok }) => ok)).toEqual([true, true, true, true])
  expect(made).toHaveLength(1)
  expect(kept(folder)).toHaveLength(1)
})

test('a changed word makes the next version, under another number', async () => {
  const { folder, made, one } = stores(1)
  const [before, after] = [await one.get('a', source), await one.get('a', changed)]
  expect(before.ok && after.ok && before.version !== after.version).toBe(true)
  expect(made).toEqual([source.main, changed.main])
  expect(kept(folder)).toHaveLength(2)
})

test('a changed picture makes the next version too', async () => {
  const { made, one } = stores(1)
  await one.get('a', source)
  await one.get('a', { ...source, files: { '/a.svg': '<svg width="1"/>' } })
  expect(made).toHaveLength(2)
})

test.each([0, 50, 1])('a file that was cut off (%d bytes from its end or start) is made again', async (cut) => {
  const { folder, one, clock } = stores(1)
  await one.get('a', source)
  const [file = ''] = kept(folder)
  const whole = readFileSync(join(folder, file))
  truncateSync(join(folder, file), cut === 1 ? whole.length - 5 : cut)
  const later = createPdfStore({ folder, now: () => clock.now, make: async () => pdfOf('again') })
  const found = await later.get('a', source)
  expect(found.ok && Buffer.from(found.pdf).toString()).toContain('again')
  expect(readFileSync(join(folder, file)).toString()).toContain('again')
})

test('what a server that died left half written is never given out', async () => {
  const { folder, one } = stores(1)
  await one.get('other', source)
  writeFileSync(join(folder, 'a-1234.pdf.x.part'), '%PDF-1.7 half')
  const found = await one.get('a', source)
  expect(found.ok && Buffer.from(found.pdf).toString()).toContain('one')
})

test('a lock that a dead server left behind holds nobody up for good', async () => {
  const { folder, one, clock } = stores(1)
  await one.get('a', source)
  const [file = ''] = kept(folder)
  const lock = join(folder, `${file}.lock`)
  truncateSync(join(folder, file), 0)
  writeFileSync(lock, '')
  utimesSync(lock, new Date(clock.now - 200_000), new Date(clock.now - 200_000))
  const later = createPdfStore({ folder, now: () => clock.now, make: async () => pdfOf('after') })
  expect((await later.get('a', source)).ok).toBe(true)
  expect(kept(folder)).toEqual([file])
})

test('after a failure it rests for a minute, and then tries again', async () => {
  let works = false
  const { made, one, clock } = stores(1, async (main) =>
    works ? pdfOf(main) : { ok: false, why: 'failed', said: 'no memory' },
  )
  expect(await one.get('a', source)).toEqual({ ok: false, why: 'failed', said: 'no memory' })
  works = true
  clock.now += 59_000
  expect((await one.get('a', source)).ok).toBe(false)
  expect(made).toHaveLength(1)
  clock.now += 2000
  expect((await one.get('a', source)).ok).toBe(true)
})

test('where nothing can be kept the guide is had all the same', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'unclench-store-')), 'a-file')
  writeFileSync(folder, 'no folder')
  const store = createPdfStore({ folder, now: Date.now, make: async ({ main }) => pdfOf(main) })
  expect((await store.get('a', source)).ok).toBe(true)
})

test('versions that nobody has used for two months are cleared away, newer ones stay', async () => {
  const { folder, one, clock } = stores(1)
  await one.get('a', source)
  await one.get('ab', source)
  clock.now += 61 * 24 * 3_600_000
  await one.get('a', changed)
  expect(kept(folder).map((file) => file.split('-')[0])).toEqual(['a', 'ab'])
})

test('the pages are counted as the file says, and the version is the first of its key', async () => {
  const { folder, one } = stores(1)
  const found = await one.get('a', source)
  expect(found.ok && [found.pages, kept(folder)[0]?.startsWith(`a-${found.version}`)]).toEqual([3, true])
})

test('a compiler that throws is a failure in words, not a fault', async () => {
  const { one } = stores(1, () => Promise.reject(new Error('broken')))
  expect(await one.get('a', source)).toEqual({ ok: false, why: 'failed', said: 'Error: broken' })
})
