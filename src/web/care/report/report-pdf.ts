/**
 * The doctor's page as a PDF: the same lines and the same chart as on the screen, on exactly one A4 page.
 * Pure.
 * Never: a second page. What does not fit at the smallest size that can be read is left out, and the page says so.
 */
import { mostGap, type ChartData, type ChartPoint } from '../../../care/diary/chart-data.ts'
import { dateWords, type Report, type ReportSection } from '../../../care/record/report.ts'
import { placed, reportTitle } from './report-page.tsx'
import { a4, pdfPage, type PdfPage, type Place } from './report-pdf-file.ts'
import { widthOf, wrapped } from './report-pdf-text.ts'

const margin = 36
const gutter = 20
const columnWidth = (a4.width - 2 * margin - gutter) / 2
/** Largest first. The last is the smallest that can still be read on paper. */
const sizes = [10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5] as const
/** The chart's width on paper, as printed: about 100 mm. */
const chartWidth = 284
const smallest = 6.5
const chartHeight = 150
const bottom = a4.height - margin - 22
const coral = [0.78, 0.26, 0.12] as const
const quiet = 0.35

/**
 * The file.
 * @param who a name, typed for this file alone; '' for none
 */
export function reportPdf(report: Report, chart: ChartData | null, who: string): Uint8Array<ArrayBuffer> {
  const page = pdfPage('One page about my back')
  const made = `Unclench, ${dateWords(report.day)}`
  const dayFrom = a4.width - margin - widthOf(made, 9)
  page.text(made, [dayFrom, margin + 12], 9, 'plain', quiet)
  const title = wrapped(who === '' ? reportTitle : `About the pain of ${who}`, dayFrom - gutter - margin, 15, 'bold')
  for (const [index, line] of title.entries()) page.text(line, [margin, margin + 12 + index * 18], 15, 'bold')
  const { now, others } = placed(report)
  const top = margin + 32 + (title.length - 1) * 18
  const below = drawTop(page, now, chart, top)
  drawSections(page, others, below)
  report.footing.forEach((text, index) => {
    page.text(text, [margin, a4.height - margin - 8 + index * 10], 8, 'plain', quiet)
  })
  return page.bytes()
}

/** The chart, and beside it what is now; alone, that takes the whole width. Gives the height at which the rest begins. */
function drawTop(page: PdfPage, now: ReportSection | undefined, chart: ChartData | null, top: number): number {
  const left = chart ? margin + chartWidth + gutter : margin
  const size = 10
  let y = top
  for (const { text, bold, indent, above } of now ? printed([now], size, a4.width - margin - left) : []) {
    y += above * size * 1.25
    page.text(text, [left + indent, y], size, bold ? 'bold' : 'plain')
    y += size * 1.25
  }
  return Math.max(y, chart ? drawChart(page, chart, top) : 0) + size
}

/** One printed line: where it stands in its column is decided when all are known. */
interface Printed {
  readonly text: string
  readonly bold: boolean
  /** How far in, points. */
  readonly indent: number
  /** Room above it, in lines. */
  readonly above: number
}

/** Both columns, at the largest size at which everything fits. */
function drawSections(page: PdfPage, sections: readonly ReportSection[], top: number): void {
  const room = (size: number) => Math.floor((bottom - top) / (size * 1.25))
  const fits = (one: number, whole: boolean) =>
    columnsOf(printed(sections, one, columnWidth), room(one), whole).left.length === 0
  const largest = sizes.find((one) => fits(one, false)) ?? smallest
  // Each list in one piece, if that takes no more than a point off the letters.
  const inPieces = sizes.find((one) => fits(one, true)) ?? 0
  const whole = inPieces >= largest - 1
  const size = whole ? inPieces : largest
  const lines = printed(sections, size, columnWidth)
  // The shortest columns that hold it all, so that both are about as long.
  const rows = Array.from({ length: room(size) }, (_, index) => index + 1)
  const shortest = rows.find((most) => columnsOf(lines, most, whole).left.length === 0) ?? room(size)
  const { columns, left } = columnsOf(lines, shortest, whole)
  for (const [index, column] of columns.entries())
    drawColumn(page, column, { x: margin + index * (columnWidth + gutter), y: top + size, size })
  if (left.length > 0)
    page.text('More is in the record: this page was full.', [margin, a4.height - margin - 20], 8, 'bold')
}

interface From {
  readonly x: number
  readonly y: number
  readonly size: number
}

/** One line under the other, from a point in the page. */
function drawColumn(page: PdfPage, lines: ReturnType<typeof printed>, { x, y: first, size }: From): void {
  let y = first
  for (const { text, bold, indent, above } of lines) {
    y += above * size * 1.25
    page.text(text, [x + indent, y], size, bold ? 'bold' : 'plain')
    y += size * 1.25
  }
}

/** Sections as lines that fit a column so wide. */
function printed(sections: readonly ReportSection[], size: number, width: number): readonly Printed[] {
  return sections.flatMap(({ title, lines }) => [
    { text: title, bold: true, indent: 0, above: 0.6 },
    ...lines.flatMap(({ label, text }) =>
      wrapped(label === undefined ? text : `${label}: ${text}`, width - 8, size).map((line, index) => ({
        text: line,
        bold: false,
        indent: index === 0 ? 0 : 8,
        above: 0,
      })),
    ),
  ])
}

/**
 * The first column filled, then the second; a title never stands alone at the foot.
 * @param whole a section that does not fit any more begins the next column
 */
function columnsOf(
  lines: readonly Printed[],
  most: number,
  whole: boolean,
): { columns: Printed[][]; left: readonly Printed[] } {
  const columns: Printed[][] = [[], []]
  let [column, used] = [0, 0]
  for (const [index, line] of lines.entries()) {
    const needed = used + (used === 0 ? 0 : line.above) + (line.bold ? (whole ? sectionFrom(lines, index) : 2) : 1)
    if (needed > most) {
      column += 1
      used = 0
      if (column > 1) return { columns, left: lines.slice(index) }
    }
    const above = used === 0 ? 0 : line.above
    columns[column]?.push({ ...line, above })
    used += above + 1
  }
  return { columns, left: [] }
}

/** How many lines there are from this title up to the next one. */
function sectionFrom(lines: readonly Printed[], index: number): number {
  const next = lines.findIndex(({ bold }, at) => at > index && bold)
  return (next === -1 ? lines.length : next) - index
}

/** The recovery chart, from the same data as on the screen; every line in it is a line of the file, not a picture. */
/** Gives the height at which it ends. */
function drawChart(page: PdfPage, data: ChartData, top: number): number {
  const [left, right, floor] = [margin + 16, margin + chartWidth, top + chartHeight]
  const [from, to] = data.days
  const at = ([day, pain]: ChartPoint): Place => [
    left + ((day - from) / (to - from)) * (right - left),
    floor - (pain / 10) * chartHeight,
  ]
  page.shape(data.band.map(at), 0.9)
  let labelled = 0
  for (const { from: begins, to: ends } of data.flares) {
    const [x, end] = [at([Math.max(0, begins - 0.5), 0])[0], at([Math.min(to, ends + 0.5), 0])[0]]
    page.shape(rectangle(x, top, Math.max(end, x + 2), floor), [0.98, 0.87, 0.7])
    // One word for flares that stand side by side.
    if (x > labelled) page.text('Flare', [x, top - 2], 7, 'plain', quiet)
    labelled = Math.max(labelled, x + widthOf('Flare ', 7))
  }
  for (const pain of data.ticks.y) {
    page.line([at([from, pain]), at([to, pain])], { ink: 0.8, widthPoints: 0.4 })
    page.text(String(pain), [margin, at([from, pain])[1] + 3], 8, 'plain', quiet)
  }
  page.line(data.line.map(at), { ink: 0.4, widthPoints: 1.2, dash: [1, 3] })
  for (const known of data.known) page.dot(at(known), 2, 0.4)
  for (const run of data.runs) page.line(run.map(at), { ink: coral, widthPoints: 1.6 })
  const few = data.points.length <= 60
  for (const { day, pain } of few ? data.points : data.points.slice(-1)) page.dot(at([day, pain]), 1.8, coral)
  page.line([at([from, 0]), at([to, 0])], { ink: 0.2, widthPoints: 0.8 })
  for (const { day } of data.dangers) drawDanger(page, at([day, 0]))
  drawWeeks(page, data, (day) => at([day, 0])[0], floor + 10)
  const phases = [...new Set(data.phases.map(({ label }) => label))].join(', ')
  const words = `Pain 0 to 10. Line: this person (gaps over ${mostGap} days are left open). Grey: most other people. Dots: their average.${data.dangers.length === 0 ? '' : ' Triangle: a danger was told.'}${phases === '' ? '' : ` Phases at the foot: ${phases}.`}`
  const lines = wrapped(words, chartWidth, 7.5)
  lines.forEach((line, index) => {
    page.text(line, [margin, floor + 22 + index * 9], 7.5, 'plain', quiet)
  })
  data.phases.forEach(({ from: begins, label }) => {
    page.text(label.split(' ')[0] ?? '', [at([begins, 0])[0] + 2, floor - 3], 7, 'bold', quiet)
    page.line([at([begins, 0]), at([begins, 0.6])], { ink: quiet, widthPoints: 0.8 })
  })
  return floor + 22 + lines.length * 9
}

/** The same small triangle as on the screen, on the foot of the day. */
function drawDanger(page: PdfPage, [x, floor]: Place): void {
  const corners: readonly Place[] = [
    [x - 4, floor],
    [x + 4, floor],
    [x, floor - 7],
  ]
  page.shape(corners, 1)
  page.line([...corners, [x - 4, floor]], { ink: 0.2, widthPoints: 0.8 })
}

/** The weeks under the chart, the first and the last in any case; one that would run into another is left out. */
function drawWeeks(page: PdfPage, { ticks }: ChartData, across: (day: number) => number, y: number): void {
  const gap = 4
  const places = ticks.x.map(({ day, label }, index) => {
    const width = widthOf(label, 8)
    const shift = index === 0 ? 0 : width / (index === ticks.x.length - 1 ? 1 : 2)
    return { label, from: across(day) - shift, to: across(day) - shift + width }
  })
  const last = places.at(-1)
  let free = Number.NEGATIVE_INFINITY
  for (const place of places) {
    if (place !== last && (place.from < free || (last && place.to + gap > last.from))) continue
    page.text(place.label, [place.from, y], 8, 'plain', quiet)
    free = place.to + gap
  }
}

const rectangle = (left: number, top: number, right: number, floor: number): readonly Place[] => [
  [left, top],
  [right, top],
  [right, floor],
  [left, floor],
]
