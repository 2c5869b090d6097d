/**
 * A PDF of one A4 page: text in the reader's own Helvetica, lines and filled shapes. Pure.
 * Written here because every island and every part of the worker is fetched by everybody: the well-kept libraries are 130
 * to 245 KB after gzip, this is one (docs/decisions/009-a-record-that-stays-quick-and-whole.md).
 * Never: a second page, a picture, a font file, a script, a link, or the moment it was made.
 */
import { literal, type Weight } from './report-pdf-text.ts'

/** A4 in points (1/72 inch). The origin is the top left corner; y grows downwards. */
export const a4 = { width: 595, height: 842 } as const

export type Place = readonly [x: number, y: number]
/** Grey from 0, black, to 1, white; or red, green and blue, 0 to 1. */
export type Ink = number | readonly [red: number, green: number, blue: number]
export interface Stroke {
  readonly ink: Ink
  readonly widthPoints: number
  /** Points drawn and points left out, in turn. */
  readonly dash?: readonly number[]
}

/** A page to draw on. */
export interface PdfPage {
  /** `at`: where the text begins, on its base line. */
  readonly text: (text: string, at: Place, sizePoints: number, weight?: Weight, ink?: Ink) => void
  readonly line: (through: readonly Place[], stroke: Stroke) => void
  /** A closed shape. */
  readonly shape: (outline: readonly Place[], fill: Ink) => void
  readonly dot: (at: Place, radiusPoints: number, fill: Ink) => void
  /** The file. */
  readonly bytes: () => Uint8Array<ArrayBuffer>
}

/** An empty page. @param title shown by readers instead of the file's name */
export function pdfPage(title: string): PdfPage {
  const drawn: string[] = []
  const path = (places: readonly Place[]) =>
    places.map(([x, y], index) => `${point(x)} ${point(a4.height - y)} ${index === 0 ? 'm' : 'l'}`).join(' ')
  return {
    text: (text, [x, y], size, weight = 'plain', ink = 0) => {
      const font = weight === 'bold' ? 'F2' : 'F1'
      const where = `${point(x)} ${point(a4.height - y)}`
      drawn.push(`${inked(ink, 'fill')} BT /${font} ${point(size)} Tf ${where} Td ${literal(text)} Tj ET`)
    },
    line: (through, { ink, widthPoints, dash = [] }) => {
      if (through.length < 2) return
      const style = `${point(widthPoints)} w [${dash.map(point).join(' ')}] 0 d 1 J 1 j`
      drawn.push(`${inked(ink, 'stroke')} ${style} ${path(through)} S`)
    },
    shape: (outline, fill) => {
      if (outline.length > 2) drawn.push(`${inked(fill, 'fill')} ${path(outline)} h f`)
    },
    dot: (at, radius, fill) => drawn.push(`${inked(fill, 'fill')} ${circle(at, radius)} f`),
    bytes: () => file(title, drawn.join('\n')),
  }
}

/** Two places after the point, never in the form 1e-7. */
const point = (value: number): string => String(Math.round(value * 100) / 100)

function inked(ink: Ink, use: 'fill' | 'stroke'): string {
  if (typeof ink === 'number') return `${point(ink)} ${use === 'fill' ? 'g' : 'G'}`
  return `${ink.map(point).join(' ')} ${use === 'fill' ? 'rg' : 'RG'}`
}

/** A circle as four curves; 0.5523 makes them round to one part in a thousand. */
function circle([x, y]: Place, radius: number): string {
  const [cx, cy, k] = [x, a4.height - y, radius * 0.5523]
  const curve = (...numbers: number[]) => `${numbers.map(point).join(' ')} c`
  return [
    `${point(cx + radius)} ${point(cy)} m`,
    curve(cx + radius, cy + k, cx + k, cy + radius, cx, cy + radius),
    curve(cx - k, cy + radius, cx - radius, cy + k, cx - radius, cy),
    curve(cx - radius, cy - k, cx - k, cy - radius, cx, cy - radius),
    curve(cx + k, cy - radius, cx + radius, cy - k, cx + radius, cy),
    'h',
  ].join(' ')
}

/** The objects of the file, and the table that says where each begins (ISO 32000-1, 7.5). All of it is ASCII. */
function file(title: string, content: string): Uint8Array<ArrayBuffer> {
  const font = (name: string) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) /ViewerPreferences << /DisplayDocTitle true >> >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${a4.width} ${a4.height}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    `<< /Title ${literal(title)} /Producer (Unclench) >>`,
  ]
  let text = '%PDF-1.4\n'
  const starts = objects.map((object, index) => {
    const start = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return start
  })
  const table = text.length
  const entries = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 7 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return new TextEncoder().encode(text)
}
