/**
 * Text as a PDF's own fonts can show it: which letters there are, how wide they are, and where a line breaks.
 * Pure.
 * The two fonts are Helvetica and Helvetica-Bold, which every reader brings, in WinAnsi: the letters of western Europe.
 * Never: drops a letter without a trace. What a font cannot show becomes its plain form (Ł → L) or "?".
 */

export type Weight = 'plain' | 'bold'

/** Letters beyond Latin-1 that WinAnsi has, with their place in it. */
const winAnsi: Readonly<Record<string, number>> = {
  '€': 0x80,
  '‚': 0x82,
  '„': 0x84,
  '…': 0x85,
  Š: 0x8a,
  Œ: 0x8c,
  Ž: 0x8e,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '–': 0x96,
  '—': 0x97,
  '™': 0x99,
  š: 0x9a,
  œ: 0x9c,
  ž: 0x9e,
  Ÿ: 0x9f,
}
/** Signs of ours that WinAnsi lacks, in words; and letters that do not come apart into a plain one and a mark. */
const instead: Readonly<Record<string, string>> = {
  '≥': 'at least ',
  '≤': 'at most ',
  '→': 'to',
  '−': '-',
  '\u2011': '-',
  '\u202f': ' ',
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
  ı: 'i',
  ẞ: 'SS',
}

/** The text in letters that the fonts have, one line. */
export function showable(text: string): string {
  return [...text.normalize('NFC').replace(/\s+/g, ' ')].map(shown).join('')
}

function shown(letter: string): string {
  if (codeOf(letter) !== undefined) return letter
  const other = instead[letter]
  if (other !== undefined) return other
  const plain = letter.normalize('NFKD').replace(/\p{M}/gu, '')
  return plain !== '' && plain !== letter && [...plain].every((part) => codeOf(part) !== undefined) ? plain : '?'
}

/**
 * What this file cannot show of a text. `marks`: some letters lose an accent (Łódź → Lódz). `letters`: some become "?".
 * Look before the file is made: print shows them all.
 */
export function lossIn(text: string): 'none' | 'marks' | 'letters' {
  const letters = [...text.normalize('NFC').replace(/\s+/g, ' ')].filter((letter) => codeOf(letter) === undefined)
  const lost = letters.filter((letter) => instead[letter] === undefined)
  if (lost.some((letter) => shown(letter) === '?')) return 'letters'
  return lost.length > 0 || letters.some((letter) => /\p{L}/u.test(letter)) ? 'marks' : 'none'
}

function codeOf(letter: string): number | undefined {
  const code = letter.codePointAt(0) ?? 0
  return (code >= 32 && code < 127) || (code >= 0xa0 && code <= 0xff) ? code : winAnsi[letter]
}

/** A text as a PDF writes it, in round brackets; everything outside plain ASCII as its octal number. */
export function literal(text: string): string {
  const inside = [...showable(text)].map((letter) => {
    const code = codeOf(letter) ?? 63
    if (code >= 127) return `\\${code.toString(8).padStart(3, '0')}`
    return letter === '(' || letter === ')' || letter === '\\' ? `\\${letter}` : letter
  })
  return `(${inside.join('')})`
}

/** Widths of the letters 32 to 126, in thousandths of the size: Adobe's metrics of the two fonts. */
const widths: Readonly<Record<Weight, readonly number[]>> = {
  plain: [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
  ],
  bold: [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611,
    556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389,
    280, 389, 584,
  ],
}
/** The widest that any other letter is, so that a line is never longer than it was measured. */
const widest = 1000

/** How wide a text is at this size, in points; never less than it will be. */
export function widthOf(text: string, sizePoints: number, weight: Weight = 'plain'): number {
  const thousandths = [...showable(text)].reduce((sum, letter) => sum + widthOfLetter(letter, weight), 0)
  return (thousandths * sizePoints) / 1000
}

function widthOfLetter(letter: string, weight: Weight): number {
  const [base = letter] = letter.normalize('NFD')
  const known = widths[weight][(base.codePointAt(0) ?? 0) - 32]
  if (known !== undefined) return known
  return '–‘’“”•‚„'.includes(letter) ? 611 : widest
}

/** Lines no wider than this. A word that is longer than a line is cut. */
export function wrapped(text: string, mostPoints: number, sizePoints: number, weight: Weight = 'plain'): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of showable(text)
    .trim()
    .split(' ')
    .flatMap((one) => pieces(one, mostPoints, sizePoints, weight))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && widthOf(longer, sizePoints, weight) > mostPoints) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}

function pieces(word: string, mostPoints: number, sizePoints: number, weight: Weight): readonly string[] {
  if (widthOf(word, sizePoints, weight) <= mostPoints) return [word]
  const fits = [...word].findIndex((_, index) => widthOf(word.slice(0, index + 1), sizePoints, weight) > mostPoints)
  const cut = Math.max(1, fits)
  return [word.slice(0, cut), ...pieces(word.slice(cut), mostPoints, sizePoints, weight)]
}
