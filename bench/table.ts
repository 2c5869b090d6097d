/** Rows as a table, and the few sums every benchmark needs. Prints nothing itself. */

/** One line of the table. */
export interface Row {
  readonly what: string
  readonly ours: string
  /** The peer's figure with its name, or the limit. */
  readonly against: string
  /** Ours against theirs: "12.3×". Empty where a limit says it all. */
  readonly ratio?: string
  /** Was the aim met? Nothing where no aim was set. */
  readonly met?: boolean
}

/** What one benchmark has to say. `wrong`: answers that differ or pages that fail; any of these fails the run. */
export interface Report {
  readonly rows: readonly Row[]
  readonly wrong: readonly string[]
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle]
  const lower = sorted[sorted.length % 2 === 1 ? middle : middle - 1]
  if (upper === undefined || lower === undefined) throw new Error('There is no median of nothing.')
  return (lower + upper) / 2
}

/** A count with thousands: 123,456. */
export const count = (value: number): string => Math.round(value).toLocaleString('en-GB')
/** Bytes in KB of 1,000 bytes. */
export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`
export const milliseconds = (value: number): string => `${count(value)} ms`
/** How many times as much. */
export const times = (ours: number, theirs: number): string => {
  const ratio = ours / theirs
  return `${ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(2)}×`
}

/** The rows as a Markdown table with columns lined up. */
export function table(rows: readonly Row[]): string {
  const cells = [
    ['what', 'ours', 'peer or limit', 'ratio', 'met'],
    ...rows.map(({ what, ours, against, ratio = '', met }) => [
      what,
      ours,
      against,
      ratio,
      met === undefined ? '' : met ? 'yes' : 'NO',
    ]),
  ]
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
  const [head = [], ...body] = cells
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...body.map(line)].join('\n')
}
