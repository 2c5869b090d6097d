/**
 * A printed guide as a Typst source and the pictures that belong to it: content in, text out. Pure.
 * Never: puts words into the source other than as a string (typst-text.ts).
 */
import { gradeWords } from '../../care/evidence/grade.ts'
import type { Booklet, Drawing, Group, Part } from '../../care/booklets/types.ts'
import { figureSvg } from './figure-svg.ts'
import { paperStyle } from './paper-style.ts'
import { typstString, typstStrings } from './typst-text.ts'

/** A text to compile, with its files. */
export interface PdfSource {
  readonly title: string
  readonly main: string
  /** Pictures by the path under which the source names them, each begins with "/". */
  readonly files: Readonly<Record<string, string>>
}

/** What a guide is printed with that is not in its words. */
export interface Imprint {
  /** The whole address of the page that says the same. */
  readonly liveUrl: string
  /** The picture that leads a phone there. */
  readonly qrSvg: string
  /** ISO dates: when the knowledge was last read through, and by when it must be again. */
  readonly reviewedOn: string
  readonly reviewBy: string
}

/** What of a guide, or of somebody's own plan, is printed. */
type Printed = Pick<Booklet, 'title' | 'lead' | 'parts'>

/** The source of one guide. The same guide and imprint always give the same text. */
export function bookletSource(booklet: Printed, imprint: Imprint): PdfSource {
  const pictures = new Map<string, string>([['/qr.svg', imprint.qrSvg]])
  const body = booklet.parts.map((part) => `#${callFor(part, pictures)}`)
  const live = `The page with more on this: ${withoutScheme(imprint.liveUrl)}`
  return {
    title: booklet.title,
    main: [
      `#let guide = ${headOf(booklet, imprint)}`,
      paperStyle,
      ...body,
      `#part-links(${typstString(imprint.liveUrl)}, ${typstString(live)})`,
      '',
    ].join('\n'),
    files: Object.fromEntries(pictures),
  }
}

function headOf({ title, lead }: Printed, { liveUrl, reviewedOn, reviewBy }: Imprint): string {
  const [year, month, day] = reviewedOn.split('-').map(Number)
  const fields = {
    title: typstString(title),
    lead: typstString(lead),
    date: `datetime(year: ${year}, month: ${month}, day: ${day})`,
    footTitle: typstString('The live page, with sources and timers'),
    footAddress: typstString(withoutScheme(liveUrl)),
    footChecked: typstString(`Checked ${dayWords(reviewedOn)}. Next check by ${dayWords(reviewBy)}.`),
  }
  return `(${Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')})`
}

const withoutScheme = (url: string) => url.replace(/^https?:\/\//, '')

const months = 'January February March April May June July August September October November December'.split(' ')
/** "2026-11-23" → "23 November 2026". */
function dayWords(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number)
  return `${day} ${months[(month ?? 1) - 1]} ${year}`
}

/** A first column of longer texts than this many letters shares the width of the page. */
const shortWord = 20

/** The call of paper-style.ts that prints this part; its pictures are put beside the source. */
function callFor(part: Part, pictures: Map<string, string>): string {
  switch (part.kind) {
    case 'heading':
      return `part-heading(${part.level}, ${typstString(part.text)})`
    case 'text':
      return `part-text(${typstString(part.text)})`
    case 'list':
      return `part-${part.look}(${typstStrings(part.items)})`
    case 'alarm':
      return `part-alarm(${typstString(part.title)}, ${typstStrings(part.items)})`
    case 'box':
      return `part-box(${typstString(part.title)}, ${typstStrings(part.items)})`
    case 'step':
      return `part-step(${typstString(part.title)}, ${groups(part.groups)}, ${part.drawing ? picture(part.drawing, pictures) : 'none'})`
    case 'groups':
      return `part-groups(${groups(part.groups)})`
    case 'drawings':
      return `part-drawings((${part.drawings.map((one) => `${picture(one, pictures, one.caption)},`).join('')}))`
    case 'table':
      return `part-table(${part.rows.some(([first]) => first.length > shortWord)}, ${typstStrings(part.head)}, ${typstStrings(part.rows.flat())})`
    case 'evidence':
      return `part-evidence(${typstString(gradeWords[part.grade])}, ${typstString(part.text)})`
    case 'room':
      return `part-room(${typstString(part.label)}, ${part.lines})`
    case 'newPage':
      return 'pagebreak(weak: true)'
  }
}

const groups = (all: readonly Group[]) =>
  `(${all.map(({ label = '', items }) => `(label: ${typstString(label)}, items: ${typstStrings(items)}),`).join('')})`

/** A drawing as the style wants it. */
function picture({ movement, pose, alt }: Drawing, pictures: Map<string, string>, caption = ''): string {
  const file = `/${movement}-${pose}.svg`
  pictures.set(file, figureSvg(movement, pose))
  return `(file: ${typstString(file)}, alt: ${typstString(alt)}, caption: ${typstString(caption)})`
}
