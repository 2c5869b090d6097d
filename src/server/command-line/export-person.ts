/** The command `export-person`: all that a clinic holds of somebody, as JSON and as text to read. */
import { existsSync, writeFileSync } from 'node:fs'
import { wallClockSentence } from '../../clinic/availability/wall-clock.ts'
import { exportPerson, type PersonExport } from '../../clinic/people/export-person.ts'
import type { Result } from '../postgres/result.ts'
import type { Call } from './call.ts'
import { exportHeadings } from './export-headings.ts'
import { nobodyWords, plain, whoIn, withClinic } from './clinic-of.ts'

/** Writes both files, readable by their owner only; never over one that is there. */
export function exportPersonTo(call: Call): Promise<Result<object>> {
  const [slug = '', name = '', reach = '', file = ''] = call.arguments
  const text = `${file}.txt`
  const there = [file, text].find(existsSync)
  if (there) return Promise.resolve({ ok: false, why: `${there} is there already. Nothing was written.` })
  return withClinic<object>(call, slug, async ({ owner, secret, clinicId }) => {
    const taken = await exportPerson(owner, secret, clinicId, whoIn(name, reach))
    if (!taken) return { ok: false, why: nobodyWords }
    writeFileSync(file, `${JSON.stringify(taken, null, 2)}\n`, { flag: 'wx', mode: 0o600 })
    writeFileSync(text, readableExport(taken), { flag: 'wx', mode: 0o600 })
    call.say(`Written: ${file} and ${text}. They hold health data: give them to that person and to nobody else.`)
    return { ok: true }
  })
}

const zone = 'Europe/London'

/** The export as text: a heading for each table, a line for each thing that is known. Ids are left to the JSON. */
function readableExport({ clinic, who, madeAt, tables }: PersonExport): string {
  const now = Temporal.Instant.from(madeAt)
  const words = (value: unknown): string => {
    if (typeof value !== 'string') return typeof value === 'object' ? JSON.stringify(value) : String(value)
    const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+00:00$/.test(value)
    return isMoment ? wallClockSentence(Temporal.Instant.from(value), zone, now) : plain(value)
  }
  const linesOf = (row: Readonly<Record<string, unknown>>) =>
    Object.entries(row)
      .filter(([column, value]) => value !== null && !column.endsWith('_id') && column !== 'booking_key')
      .map(([column, value]) => `   ${column.replaceAll('_', ' ')}: ${words(value)}`)
  return [
    `What ${plain(clinic)} holds of ${plain(who.name)}`,
    `As of ${wallClockSentence(now, zone, now)}. The same, and every id, is in the JSON file.`,
    ...Object.entries(tables).flatMap(([table, rows]) => [
      '',
      `${exportHeadings[table] ?? table.replaceAll('_', ' ')} (${rows.length})`,
      ...rows.flatMap((row, at) => [`${at + 1}.`, ...linesOf(row)]),
    ]),
    '',
  ].join('\n')
}
