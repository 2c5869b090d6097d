/**
 * The printed guides, and somebody's own plans, read back from the files themselves, by a reader that had no part in making them (pdf.js): what somebody
 * hears who cannot see the page, and what somebody sees who reads large letters.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { beforeAll, describe, expect, test } from 'vitest'
import { someOf } from '../../../scripts/short-form.ts'
import { booklets } from '../../care/booklets/booklets.ts'
import { printedMovements } from '../../care/booklets/movement-guide.ts'
import { wordsOfPart } from '../../care/booklets/booklets.fixtures.ts'
import { planPaper } from '../../care/booklets/own-plan.ts'
import { programmePaper } from '../../care/booklets/own-programme.ts'
import type { Booklet, OwnPaper } from '../../care/booklets/types.ts'
import { safetyNet } from '../../care/check/safety-net.ts'
import type { PdfSource } from '../../interop/pdf/booklet-source.ts'
import { paperInks, smallestPoints } from '../../interop/pdf/paper-style.ts'
import { contrast } from '../../web/ui/contrast.fixtures.ts'
import { begun } from '../../care/programme/story.proof.ts'
import { makePdf } from './make-pdf.ts'
import { paperSource } from './own-papers.ts'
import { plainProfile, planSheetOf, programmeSheetOf } from './own-papers.proof.ts'
import { sourceOf } from './pdf-routes.tsx'

const maker = new URL('./pdf-maker.ts', import.meta.url)
const version = 'abcdef12'
const origin = 'https://unclench.example'

/** A node of the tree that says what is what. */
interface Node {
  readonly role?: string
  readonly alt?: string
  readonly id?: string
  readonly children?: readonly Node[]
}
interface Read {
  readonly bytes: Uint8Array
  readonly pages: readonly {
    readonly nodes: readonly Node[]
    /** What is read aloud, by the id of its place in the tree; and every bit of text with its size. */
    readonly marked: ReadonlyMap<string, string>
    readonly sizes: readonly number[]
    readonly all: string
    /** Every colour in which something is written. */
    readonly inks: ReadonlySet<string>
    readonly links: readonly { readonly url?: string; readonly words: string }[]
  }[]
  readonly info: Readonly<Record<string, unknown>>
  readonly xmp: string
}

/** The colours that hold where text is drawn, in the order in which the page is drawn. */
function inksOf(drawn: { fnArray: number[]; argsArray: unknown[][] }, ops: Readonly<Record<string, number>>) {
  const inks = new Set<string>()
  let ink = '#000000'
  drawn.fnArray.forEach((what, index) => {
    if (what === ops.setFillRGBColor) ink = String(drawn.argsArray[index]?.[0])
    if (what === ops.showText) inks.add(ink)
  })
  return inks
}

async function readBack({ main, files }: PdfSource): Promise<Read> {
  const made = await makePdf(maker, { main, files, version })
  if (!made.ok) throw new Error(made.said)
  const { OPS } = await getResolvedPDFJS()
  const file = await getDocumentProxy(made.pdf.slice(), { verbosity: 0 })
  const pages = []
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number)
    const content = await page.getTextContent({ includeMarkedContent: true })
    const marked = new Map<string, string>()
    const [open, sizes]: [string[], number[]] = [[], []]
    let all = ''
    for (const item of content.items) {
      if ('str' in item) {
        all += item.hasEOL ? `${item.str} ` : item.str
        if (item.str.trim() !== '') sizes.push(Math.abs(item.transform[3]))
        const inside = open.findLast((id) => id !== '')
        if (inside) marked.set(inside, `${marked.get(inside) ?? ''}${item.hasEOL ? ' ' : ''}${item.str}`)
      } else if (item.type === 'endMarkedContent') open.pop()
      else open.push('id' in item && item.id ? item.id : '')
    }
    const links = (await page.getAnnotations()).map(({ url, contentsObj }) => ({ url, words: contentsObj?.str ?? '' }))
    const inks = inksOf(await page.getOperatorList(), OPS)
    pages.push({ nodes: [await page.getStructTree()], marked, sizes, all, inks, links })
  }
  const { info, metadata } = await file.getMetadata()
  return { bytes: made.pdf, pages, info: { ...info }, xmp: metadata?.getRaw?.() ?? '' }
}

const flat = (nodes: readonly Node[]): readonly Node[] =>
  nodes.flatMap((node) => [node, ...flat(node?.children ?? [])]).filter((node) => node !== null)
const nodesOf = ({ pages }: Read) => pages.flatMap(({ nodes }) => flat(nodes))
/** Every heading and all that is read aloud, in the order in which it is read. */
const heard = ({ pages }: Read) =>
  pages
    .flatMap(({ nodes, marked }) => flat(nodes).map(({ id }) => (id ? (marked.get(id) ?? '') : '')))
    .join('')
    .replace(/\s+/g, '')
/** Without spaces: a line may break at any of them, and after a hyphen. */
const plain = (text: string) => text.replace(/\s+/g, '')

/** What is read back: its words, and the source that they became. */
type Printed = Pick<Booklet, 'title' | 'parts'> & { readonly name: string; readonly source: PdfSource }
const guides = booklets.map((booklet): Printed => ({ ...booklet, source: sourceOf(booklet, origin) }))
function own(name: string, paper: OwnPaper | undefined): Printed {
  if (!paper) throw new Error(`${name} is no paper`)
  return { name, ...paper, source: paperSource(paper, origin) }
}
const ownPapers = [
  own('own plan', planPaper(planSheetOf({ ...plainProfile, legTingle: 'yes' }))),
  own('own plan at night', planPaper(planSheetOf(plainProfile, 'open', 2))),
  own('own plan while to be seen first', planPaper(planSheetOf(plainProfile, 'gentle'))),
  own('own day-by-day plan', programmePaper(programmeSheetOf(begun()))),
]

// In the short form every second of them.
describe.each(someOf([...guides, ...ownPapers], 2).map((printed) => [printed.name, printed] as const))(
  '%s',
  (_, booklet) => {
    let read: Read
    beforeAll(async () => {
      read = await readBack(booklet.source)
    }, 120_000)

    test('says its title and its language', () => {
      expect(read.info.Title).toBe(booklet.title)
      expect(read.info.Language).toBe('en-GB')
    })

    test('claims PDF/UA-1 and nothing else, and readers show the title instead of the file name', () => {
      expect(read.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
      expect(read.xmp).not.toContain('pdfaid')
      expect(Buffer.from(read.bytes).toString('latin1')).toMatch(/\/DisplayDocTitle true/)
    })

    test('has one heading of the first order, and none leaves out a level', () => {
      const levels = nodesOf(read).flatMap(({ role }) => (/^H\d$/.test(role ?? '') ? [Number(role?.slice(1))] : []))
      expect(levels[0]).toBe(1)
      expect(levels.filter((level) => level === 1)).toHaveLength(1)
      levels.reduce((before, level) => {
        expect(level - before).toBeLessThanOrEqual(1)
        return level
      })
    })

    test('is read aloud whole and in the order in which it was written', () => {
      const text = heard(read)
      let from = 0
      for (const words of booklet.parts
        .flatMap(wordsOfPart)
        .map(plain)
        .filter((one) => one !== '')) {
        const at = text.indexOf(words, from)
        expect([words, at >= 0]).toEqual([words, true])
        from = at
      }
    })

    test('a short list stands whole on one page, with the lines to write on that follow what is ticked', () => {
      const pages = read.pages.map(({ all }) => plain(all))
      const torn = booklet.parts.flatMap((part, at) => {
        if (part.kind !== 'list' || part.items.length > 8) return []
        const after = booklet.parts[at + 1]
        const label = part.look === 'ticks' && after?.kind === 'room' ? [after.label] : []
        const together = [...part.items, ...label].map(plain)
        return pages.some((page) => together.every((words) => page.includes(words))) ? [] : [part.items]
      })
      expect(torn).toEqual([])
    })

    test('the danger signs are on the first page', () => {
      for (const item of safetyNet.goNow.items) expect(plain(read.pages[0]?.all ?? '')).toContain(plain(item))
    })

    test('each picture has words, and there are as many as were drawn', () => {
      const figures = nodesOf(read).filter(({ role }) => role === 'Figure')
      const words = booklet.parts.flatMap((part): readonly string[] => {
        if (part.kind === 'drawings') return part.drawings.map(({ alt }) => alt)
        return part.kind === 'step' && part.drawing ? [part.drawing.alt] : []
      })
      expect(figures.map(({ alt }) => alt)).toEqual(words)
    })

    test('each picture says where on the page it stands', () => {
      const objects = Buffer.from(read.bytes).toString('latin1').split('endobj')
      const figures = objects.filter((object) => /\/S \/Figure\b/.test(object))
      expect(figures.length).toBe(nodesOf(read).filter(({ role }) => role === 'Figure').length)
      expect(figures.filter((object) => !/\/BBox \[/.test(object))).toEqual([])
    })

    test('nothing is written in a colour that was not measured', () => {
      const inks = new Set(read.pages.flatMap((page) => [...page.inks]))
      expect(inks.size).toBeGreaterThan(1)
      expect([...inks].filter((used) => !paperInks.some(({ ink }) => ink === used))).toEqual([])
    })

    test('each table names its columns', () => {
      const tables = nodesOf(read).filter(({ role }) => role === 'Table')
      expect(tables).toHaveLength(booklet.parts.filter(({ kind }) => kind === 'table').length)
      for (const table of tables) expect(flat([table]).filter(({ role }) => role === 'TH')).toHaveLength(2)
    })

    test('each link says where it leads', () => {
      const links = read.pages.flatMap(({ links }) => links)
      expect(links.length).toBeGreaterThan(0)
      for (const { url, words } of links) expect([url?.startsWith(origin), words !== '']).toEqual([true, true])
    })

    test('no letter is smaller than 14 points', () => {
      const sizes = read.pages.flatMap(({ sizes }) => sizes)
      expect(sizes.length).toBeGreaterThan(50)
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(smallestPoints - 0.01)
      expect(smallestPoints).toBeGreaterThanOrEqual(14)
    })

    test('each page has the version, the day of the last check and the next, its number, and the address', () => {
      for (const [index, { all }] of read.pages.entries()) {
        expect(plain(all)).toContain(plain(`Version ${version}`))
        expect(plain(all)).toContain(plain('Checked 23 November 2026. Next check by 23 November 2027.'))
        expect(plain(all)).toContain(plain(`${index + 1} of ${read.pages.length}`))
        expect(plain(all)).toContain('unclench.example/')
      }
    })

    test('the foot of the page is not read aloud in the middle of a sentence', () => {
      expect(heard(read)).not.toContain('Version')
    })
  },
)

test('a movement never runs over its page', async () => {
  const guide = booklets.find(({ name }) => name === 'movements')
  if (!guide) throw new Error('no guide')
  const { pages } = await readBack(sourceOf(guide, origin))
  const texts = pages.map(({ all }) => plain(all))
  for (const { title, start, easier, why } of printedMovements) {
    const ends = [title, start, easier, why].map(plain)
    expect([title, texts.some((text) => ends.every((end) => text.includes(end)))]).toEqual([title, true])
  }
}, 120_000)

test('the same content gives the same file, to the byte', async () => {
  const [booklet] = booklets.slice(-1)
  if (!booklet) throw new Error('no guide')
  const { main, files } = sourceOf(booklet, origin)
  const [one, two] = [await makePdf(maker, { main, files, version }), await makePdf(maker, { main, files, version })]
  expect(one.ok && two.ok && Buffer.compare(one.pdf, two.pdf)).toBe(0)
}, 120_000)

test.each([
  ['Arabic', 'محمد'],
  ['Chinese', '王小明'],
  ['Devanagari', 'देवी'],
  ['Greek', 'Ωμέγα'],
  ['an emoji', '😀'],
])(
  'letters that the font has not got (%s) stop the file: nobody gets empty boxes unsaid',
  async (_, name) => {
    const [booklet] = booklets.slice(-1)
    if (!booklet) throw new Error('no guide')
    const { main, files } = sourceOf({ ...booklet, lead: `For ${name}` }, origin)
    const made = await makePdf(maker, { main, files, version })
    expect(made).toMatchObject({ ok: false, why: 'failed', said: expect.stringContaining('could not be displayed') })
  },
  120_000,
)

test('a picture without words stops the file', async () => {
  const made = await makePdf(maker, {
    main: '#set document(title: "A")\n#set text(font: "Atkinson Hyperlegible Next")\n#image("/a.svg")',
    files: { '/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>' },
    version,
  })
  expect(made).toMatchObject({ ok: false, why: 'failed' })
}, 120_000)

test('a source can read no file of the computer', async () => {
  const made = await makePdf(maker, { main: '#read("/etc/hostname")', files: {}, version })
  expect(made).toMatchObject({ ok: false, why: 'failed' })
}, 120_000)

test('words stand out from what is behind them, 4.5 to 1 or better', () => {
  for (const { name, ink, behind } of paperInks) expect([name, contrast(ink, behind) >= 4.5]).toEqual([name, true])
})

/** A second reader, where it is installed. */
const hasPdfinfo = (() => {
  try {
    execFileSync('pdfinfo', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()
test.runIf(hasPdfinfo)(
  'a second reader finds the same headings',
  async () => {
    const [booklet] = booklets.slice(-1)
    if (!booklet) throw new Error('no guide')
    const { bytes } = await readBack(sourceOf(booklet, origin))
    const file = join(mkdtempSync(join(tmpdir(), 'unclench-pdf-')), 'guide.pdf')
    writeFileSync(file, bytes)
    const told = execFileSync('pdfinfo', ['-struct-text', file], { stdio: ['ignore', 'pipe', 'ignore'] }).toString(
      'utf8',
    )
    expect(told).toContain(`H1 "${booklet.title}"`)
    for (const part of booklet.parts) if (part.kind === 'heading') expect(told).toContain(part.text)
  },
  120_000,
)
