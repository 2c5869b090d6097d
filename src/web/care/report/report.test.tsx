/** The doctor's page and its PDF, read back by another project's PDF reader; and what may never be on them. */
import { renderToString } from 'preact-render-to-string'
import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, describe, expect, test } from 'vitest'
import { chartData } from '../../../care/diary/chart-data.ts'
import { days, march } from '../../../care/diary/diary.fixtures.ts'
import type { IsoDate } from '../../../care/evidence/calendar.ts'
import { asEpochMs, dayMs } from '../../../care/evidence/time.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import { createCareApp } from '../app.tsx'
import { ChartKey } from '../../ui/recovery-chart.tsx'
import { checkEvent, memoryNotebook, noon } from '../plan/plan.fixtures.ts'
import { begunOn } from '../programme/programme.fixtures.ts'
import { reportPdf } from './report-pdf.ts'
import { pdfPage } from './report-pdf-file.ts'
import { literal, showable, widthOf, wrapped } from './report-pdf-text.ts'
import { yearEnds, yearOfUse } from '../record/year-of-use.fixtures.ts'

const task = '0f0f0f0f-0000-4000-8000-000000000099'
const id = (last: number) => `0f0f0f0f-0000-4000-8000-0000000000${String(last).padStart(2, '0')}`
/** An event so many days before noon of 23 November 2026. */
const base = (last: number, daysAgo: number) => {
  const at = asEpochMs(noon - daysAgo * dayMs)
  return { v: 1, id: id(last), at, day: new Date(at).toISOString().slice(0, 10) as IsoDate } as const
}
const events: readonly NotebookEvent[] = [
  checkEvent({ F2: 'yes', worry: 'my partner hits me' }),
  {
    ...base(1, 9),
    kind: 'programmeStarted',
    episodeDay: '2026-11-12',
    painDayOne0to10: 7,
    ageYears: 30,
    firstEver: 'no',
  },
  { ...base(2, 9), kind: 'taskChosen', task, name: 'Put on my socks' },
  {
    ...base(3, 9),
    v: 2,
    kind: 'diaryEntry',
    painNow0to10: 7,
    helped: ['warmth'],
    taskScores: [{ task, score0to10: 2 }],
  },
  {
    ...base(4, 1),
    v: 2,
    kind: 'diaryEntry',
    painNow0to10: 3,
    places: ['lowBack-left'],
    helped: ['walking'],
    note: 'my husband hit me',
    taskScores: [{ task, score0to10: 8 }],
  },
  {
    ...base(5, 0.1),
    kind: 'doseTaken',
    ingredient: 'paracetamol',
    milligrams: 1000,
    product: 'X',
    takenAt: base(5, 0.1).at,
  },
  {
    ...base(6, 0.3),
    kind: 'doseTaken',
    ingredient: 'ibuprofen',
    milligrams: 200,
    product: 'X',
    takenAt: base(6, 0.3).at,
  },
]

const homeWith = (kept: readonly NotebookEvent[] | null, now = noon) =>
  createCareApp({
    kind: kept ? 'device' : 'server',
    notebook: kept && memoryNotebook([...kept]),
    now: () => now,
    newId: () => crypto.randomUUID(),
    assets: { css: '/site.css', islands: { copy: '/copy.js' } },
    buildId: 'test',
  })
const bare = (html: string) =>
  html
    .slice(html.indexOf('<main'))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
async function pdf(kept: readonly NotebookEvent[], who = '', now = noon) {
  const sent = { method: 'POST', body: new URLSearchParams({ who, told: 'letters' }) }
  const answer = await homeWith(kept, now).request('/report/unclench-report.pdf', sent)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const { totalPages, text } = await extractText(await getDocumentProxy(bytes.slice()), { mergePages: true })
  return { totalPages, text, raw: new TextDecoder('latin1').decode(bytes) }
}

describe('the doctor’s page', () => {
  let page: string
  beforeAll(async () => {
    page = bare(await (await homeWith(events).request('/report')).text())
  })
  test('holds the level, the flags, the timeline, pain, tasks, medicines and what helped', () => {
    for (const words of [
      'Result: URGENT',
      'Flags in that check',
      '12 Nov 2026: This episode began',
      'Pain today, told last: 5 of 10',
      'Since then: better',
      // The planned number is the least of the phase, so "up to" would make a full week look poor.
      'the plan has 21 or more a week',
      'Put on my socks: 2 on 14 Nov 2026, 8 on 22 Nov 2026: better',
      'paracetamol: once; 1000 mg in the last 24 hours',
      'ibuprofen: once; 200 mg in the last 24 hours',
      'Walking: 1 of 2 entries',
    ])
      expect(page).toContain(words)
  })
  test('has the pain and what happened before the long list of noes', () => {
    const at = (words: string) => page.indexOf(words)
    expect(at('Pain today, told last')).toBeLessThan(at('Last check'))
    expect(at('Stops: none since the programme began')).toBeLessThan(at('Last check'))
    expect(at('What happened')).toBeLessThan(at('Answered no in that check'))
    expect(at('Movement sessions')).toBeLessThan(at('Answered no in that check'))
  })
  test('has the leg and the last stop beside the pain, on the page and in the PDF', async () => {
    const leg: NotebookEvent = { ...base(7, 0.5), v: 2, kind: 'diaryEntry', painNow0to10: 3, leg: 'further' }
    const stop: NotebookEvent = { ...base(8, 0.2), kind: 'stopped', sign: 'fever' }
    const kept = [...events, leg, stop]
    const shown = bare(await (await homeWith(kept).request('/report')).text())
    for (const text of [shown, (await pdf(kept)).text.replaceAll(/\s+/g, ' ')]) {
      expect(text).toMatch(/Leg: pain has moved further down \(2[23] Nov 2026\)/)
      expect(text).toMatch(/Last stop: 23 Nov 2026: /)
      expect(text.indexOf('Leg: ')).toBeLessThan(text.indexOf('Last check'))
      expect(text.indexOf('Last stop: ')).toBeLessThan(text.indexOf('Last check'))
    }
  })
  test('has the same parts in the same order on paper, saved and printed', async () => {
    const html = await (await homeWith(events).request('/report')).text()
    const titles = [...html.matchAll(/<h2 id="report-[^"]*">([^<]+)/g)].map(([, title]) => title ?? '')
    expect(titles.length).toBeGreaterThan(6)
    const { text } = await pdf(events)
    const places = titles.map((title) => text.indexOf(title))
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(html).toContain('<span class="print-only">About my pain</span>')
  })
  test('keys each phase apart, on the page and in the PDF', async () => {
    const marks = [
      { phase: 1, name: 'Calm', from: march(0) },
      { phase: 2, name: 'Restore', from: march(2) },
    ] as const
    const data = chartData(days(6, 5, 4, 3), { day: march(0), painAge: 'acute' }, marks, march(3))
    const key = renderToString(<ChartKey data={data} />)
    expect(key).toMatch(/class="phase p1".*?1 Calm<.*?class="phase p2".*?2 Restore</s)
    const bytes = reportPdf({ day: march(3), sections: [], footing: [] }, data, '')
    const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true })
    expect(text.replaceAll(/\s+/g, ' ')).toContain('Phases at the foot: 1 Calm, 2 Restore.')
  })
  test('prints no empty name: the label goes with its empty field', async () => {
    const html = await (await homeWith(events).request('/report')).text()
    expect(html).toMatch(/<input id="who"[^>]*placeholder=" "[^>]*>\s*<label for="who">/)
  })
  test('draws the recovery chart', () => {
    expect(page).toContain('Your pain, and how it went for other people')
  })
  test('holds neither a note, nor the person’s own words of the check, nor what was said of safety at home', async () => {
    const danger = [checkEvent({ I4: 'danger' }), ...events.slice(1)]
    for (const text of [page, bare(await (await homeWith(danger).request('/report')).text()), (await pdf(danger)).text])
      expect(text).not.toMatch(/husband|partner|hits|hurt you|safe at home|frighten/i)
    expect((await pdf(danger)).text).toContain('EMERGENCY')
  })
  test('a task that speaks of a danger at home is not named', async () => {
    const named = events.map((event) => (event.kind === 'taskChosen' ? { ...event, name: 'my husband hit me' } : event))
    expect((await pdf(named)).text).not.toContain('husband')
  })
  test('with an empty record says so, and with none leads back', async () => {
    expect(bare(await (await homeWith([]).request('/report')).text())).toContain('Your record is empty')
    expect(bare(await (await homeWith(null).request('/report')).text())).toContain('kept on your own device')
    const file = await homeWith(null).request('/report/unclench-report.pdf', {
      method: 'POST',
      body: new URLSearchParams({ who: 'Sam' }),
    })
    expect([file.status, bare(await file.text())]).toEqual([409, expect.stringContaining('In an emergency call 999')])
  })
  test('says when a part of the record could not be read', async () => {
    const doubt: NotebookEvent = { v: 1, id: 'unreadable', at: noon, kind: 'unreadable', entries: 1 }
    expect((await pdf([...events, doubt])).text).toContain('could not be read')
    expect((await pdf(events)).text).not.toContain('could not be read')
  })
})

describe('letters that the PDF cannot show', () => {
  const named = (name: string) => events.map((event) => (event.kind === 'taskChosen' ? { ...event, name } : event))
  const page = async (kept: readonly NotebookEvent[]) => (await homeWith(kept).request('/report')).text()
  const ask = (who: string, told = 'none') =>
    homeWith(events).request('/report/unclench-report.pdf', {
      method: 'POST',
      body: new URLSearchParams({ who, told }),
    })

  test.each(['Підняти онука', 'حمل طفلي', '抱孙子'])('%s: said before, and print is the first button', async (name) => {
    const html = await page(named(name))
    expect(html).toContain('Print this page instead')
    expect(html).toMatch(/<button[^>]*class="button go"[^>]*data-print/)
    expect(html.match(/class="button go"/g)).toHaveLength(1)
  })
  test.each(['محمد', '王小明', 'देवी', 'Ωμέγα', '😀'])(
    'a name in any script (%s) is told before a file is made, and print is the first button',
    async (name) => {
      const refused = await ask(name)
      const html = await refused.text()
      expect(refused.status).toBe(422)
      expect(html.indexOf('Print this page instead')).toBeLessThan(html.indexOf('Save as PDF all the same'))
      expect(html).toMatch(/<button[^>]*class="button go"[^>]*data-print/)
      expect(html).toContain(`value="${name}"`)
    },
  )
  test('letters of western Europe are not spoken of; accents that are lost are', async () => {
    expect(await page(named('Garçon à l’œil, Größe'))).not.toMatch(/Print this page instead|accents/)
    expect(await page(named('Podnieść wnuczkę'))).toContain('without their accents')
  })
  test('a name that is too long for the page makes no file, and is not cut', async () => {
    const long = 'Robin '.repeat(20).trim()
    const refused = await ask(long)
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(html).toContain('No PDF was made. Your name has room for 80 letters.')
    expect(html).toContain(`value="${long}"`)
  })
  test('the room for a name is counted in letters, as they are seen', async () => {
    for (const [letter, count] of [
      ['🙂', 80],
      ['नि', 80],
    ] as const) {
      expect(await (await ask(letter.repeat(count))).text()).not.toContain('No PDF was made')
      expect(await (await ask(letter.repeat(count + 1))).text()).toContain('No PDF was made')
    }
    expect(await (await ask(`a${'\u0301'.repeat(400)}`)).text()).toContain('No PDF was made')
  })
  test('a name that only loses its accents is told of it too, before the file is made', async () => {
    const first = await ask('Łukasz Żółć')
    expect(first.status).toBe(422)
    expect(await first.text()).toContain('without their accents')
    expect((await ask('Łukasz Żółć', 'marks')).headers.get('content-type')).toBe('application/pdf')
    expect((await ask('王小明', 'marks')).status).toBe(422)
    expect((await ask('Łukasz Żółć', 'nonsense')).status).toBe(422)
  })
  test('a name it cannot show is told, kept in its field, and makes a file when asked again', async () => {
    const refused = await ask('Оксана')
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(html).toContain('value="Оксана"')
    expect(html).toContain('Print this page instead')
    expect((await ask('Оксана', 'letters')).headers.get('content-type')).toBe('application/pdf')
    expect((await ask('Zoë')).headers.get('content-type')).toBe('application/pdf')
  })
})

describe('the PDF', () => {
  test('is one page and holds the level, the flags and the dates as text that can be found', async () => {
    const { totalPages, text } = await pdf(events)
    expect(totalPages).toBe(1)
    for (const words of [
      'Result: URGENT',
      'Flags in that check',
      '12 Nov 2026',
      'Put on my socks',
      'paracetamol: once',
    ])
      expect(text).toContain(words)
  })
  test('draws its chart in lines, and holds no picture, link or script', async () => {
    const { raw } = await pdf(events)
    expect(raw.match(/ m [\d. ]+ l/g)?.length).toBeGreaterThan(8)
    expect(raw).not.toMatch(/\/Image|\/URI|\/JavaScript|\/JS|\/EmbeddedFile|CreationDate/)
  })
  test('bears a name only when one was typed, in letters of western Europe as they are', async () => {
    expect((await pdf(events)).text).toContain('About my pain')
    expect((await pdf(events, 'Zoë O’Brien – née (Žižek)')).text).toContain(
      'About the pain of Zoë O’Brien – née (Žižek)',
    )
    expect((await pdf(events, 'Łucja Ngữ')).text).toContain('About the pain of Lucja Ngu')
  })
  test.each(['W'.repeat(80), 'Theophilus Wolfeschlegelsteinhausen-Bergerdorff of the Third Long Street in Town'])(
    'a long name (%s) stays on the sheet, beside the day and above all that follows',
    async (who) => {
      const { raw } = await pdf(events, who)
      const lines = [...raw.matchAll(/\/F(\d) ([\d.]+) Tf ([\d.-]+) ([\d.-]+) Td \((.*?)\) Tj/g)].map(
        ([, font, size, x, y, text]) => ({ font, size: Number(size), x: Number(x), y: Number(y), text: text ?? '' }),
      )
      const title = lines.filter(({ size }) => size === 15)
      const day = lines.find(({ text }) => text.startsWith('Unclench, '))
      expect(title.length).toBeGreaterThan(1)
      expect(
        title
          .map(({ text }) => text)
          .join('')
          .replaceAll(' ', ''),
      ).toBe(`About the pain of ${who}`.replaceAll(' ', ''))
      for (const { x, text } of title) expect(x + widthOf(text, 15, 'bold')).toBeLessThan(day?.x ?? 0)
      const rest = lines.filter((line) => line.size !== 15 && line !== day)
      expect(Math.max(...rest.map(({ y }) => y))).toBeLessThan(Math.min(...title.map(({ y }) => y)) - 10)
      expect((await pdf(events, who)).totalPages).toBe(1)
    },
  )
  test('of a year of heavy use is still one page, with the beginning of the episode on it', async () => {
    const { totalPages, text } = await pdf(yearOfUse(), '', yearEnds)
    expect(totalPages).toBe(1)
    expect(text).toContain('24 Nov 2025: This episode began')
  })
  test('that is too full leaves lines out and says so, still on one page and within its edges', async () => {
    const lines = Array.from({ length: 400 }, (_, index) => ({ label: `Line ${index}`, text: 'word '.repeat(12) }))
    const full = { day: '2026-11-23', sections: [{ id: 'timeline', title: 'T', lines }], footing: ['Foot'] } as const
    const bytes = reportPdf(full, null, '')
    const { totalPages, text } = await extractText(await getDocumentProxy(bytes.slice()), { mergePages: true })
    expect(totalPages).toBe(1)
    expect(text).toContain('this page was full')
    expect(text).toContain('Line 50:')
    expect(text).not.toContain('Line 399:')
    const heights = [...new TextDecoder().decode(bytes).matchAll(/ ([\d.-]+) Td/g)].map(([, y]) => Number(y))
    expect(Math.min(...heights)).toBeGreaterThan(20)
    const some = { ...full, sections: [{ ...full.sections[0], lines: lines.slice(0, 40) }] }
    const less = await extractText(await getDocumentProxy(reportPdf(some, null, '').slice()), { mergePages: true })
    expect(less.text).toContain('Line 39:')
    expect(less.text).not.toContain('this page was full')
  })
  test('the same record gives the same bytes', async () => {
    expect((await pdf(events)).raw).toBe((await pdf(events)).raw)
  })
})

describe('letters of a PDF', () => {
  test('brackets and backslashes cannot end the text', async () => {
    expect(literal('a) Tj (b \\')).toBe('(a\\) Tj \\(b \\\\)')
    const page = pdfPage('t')
    page.text('(\\', [40, 40], 10)
    page.text('a) Tj (b', [40, 60], 10)
    const { text } = await extractText(await getDocumentProxy(page.bytes().slice()), { mergePages: true })
    expect(text).toContain('(\\')
    expect(text).toContain('a) Tj (b')
  })
  test('signs of ours are put in words, marks come off where the font has none, and nothing vanishes', () => {
    expect(showable('≥ 6 → 8, ½ – ’ “')).toBe('at least  6 to 8, ½ – ’ “')
    expect(showable('Łódź ŷ')).toBe('Lódz y')
    expect(showable('Işıl Ayşe, Đoković, Małek, Gđurđa, GROẞ, −2 ≤ 3')).toBe(
      'Isil Ayse, Dokovic, Malek, Gdurda, GROSS, -2 at most  3',
    )
    expect(showable('李 🙂')).toBe('? ?')
    expect(showable('a\nb\tc')).toBe('a b c')
  })
  test('no line is wider than asked, and no letter is lost, however long the words', () => {
    for (const text of [
      'one two three four five six seven eight nine ten',
      'Donaudampfschifffahrtsgesellschaft'.repeat(4),
    ]) {
      const lines = wrapped(text, 100, 9)
      for (const line of lines) expect(widthOf(line, 9)).toBeLessThanOrEqual(100)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
    }
  })
})

test('of the sessions it counts those of today and of the six days before', async () => {
  const home = await begunOn()
  await home.session(0, 10)
  for (const [day, done] of [
    [0, 1],
    [6, 1],
    [7, 0],
  ] as const)
    expect((await home.at(day, 12).get('/report')).text).toContain(`${done} done, ${done} of them in full`)
})

test.each([
  [2, 8, 'better'],
  [8, 2, 'worse'],
  [5, 5, 'no clear change'],
])('a task that went from %i to %i of 10 is %s for the doctor', async (was, is, words) => {
  const told = events.map((event) =>
    event.kind === 'diaryEntry'
      ? { ...event, taskScores: [{ task, score0to10: event.id === id(3) ? was : is }] }
      : event,
  )
  const page = bare(await (await homeWith(told).request('/report')).text())
  expect(page).toMatch(new RegExp(`Put on my socks: ${was} on [^,]*, ${is} on [^:]*: ${words} `))
})
