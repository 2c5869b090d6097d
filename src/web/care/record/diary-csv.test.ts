/** The diary as a table, read back by a strict reader of RFC 4180 written here: anything else than its grammar fails. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyLetter } from '../../../../scripts/any-letter.ts'
import type { DiaryEvent, EntryFields } from '../../../care/diary/entry.ts'
import { asEpochMs } from '../../../care/evidence/time.ts'
import { diaryCsv } from './diary-csv.ts'

const id = (last: number) => `0f0f0f0f-0000-4000-8000-0000000000${String(last).padStart(2, '0')}`
const at = asEpochMs(1_800_000_000_000)
const entry = (fields: EntryFields, last = 1): DiaryEvent => ({
  ...{ v: 2, id: id(last), at: asEpochMs(at + last), day: '2027-01-15', kind: 'diaryEntry' },
  ...fields,
})
const csv = (...events: readonly DiaryEvent[]) => diaryCsv(events, () => '08:05')

/** Every record, each as its fields. Throws at the first character that RFC 4180 does not allow. */
function strictRead(text: string): string[][] {
  const rows: string[][] = [[]]
  let at = 0
  const field = () => {
    if (text[at] !== '"') {
      const [plain = ''] = /^[^",\r\n]*/.exec(text.slice(at)) ?? []
      at += plain.length
      return plain
    }
    const [quoted = ''] = /^"(?:[^"]|"")*"/.exec(text.slice(at)) ?? []
    if (quoted === '') throw new Error(`a quote without its end at ${at}`)
    at += quoted.length
    return quoted.slice(1, -1).replaceAll('""', '"')
  }
  while (at < text.length) {
    rows.at(-1)?.push(field())
    if (text[at] === ',') at += 1
    else if (text.startsWith('\r\n', at)) {
      at += 2
      if (at < text.length) rows.push([])
    } else throw new Error(`neither comma nor end of line at ${at}: ${JSON.stringify(text.slice(at, at + 9))}`)
  }
  return rows
}
/** Rows as objects by the names of the columns, without the mark at the start. */
function table(text: string): Record<string, string>[] {
  expect(text.startsWith('\uFEFF')).toBe(true)
  const [names = [], ...rows] = strictRead(text.slice(1))
  for (const row of rows) expect(row.length).toBe(names.length)
  return rows.map((row) => Object.fromEntries(row.map((cell, index) => [names[index], cell])))
}

test('each entry that counts is a row in words, and what was left out is empty', () => {
  const [full, bare, none] = table(
    csv(
      { v: 1, id: id(8), at, day: '2027-01-15', kind: 'taskChosen', task: id(9), name: 'Put on, and tie, my shoes' },
      entry({
        painNow0to10: 4,
        painWorst0to10: 6,
        places: ['lowBack-left', 'lowBack-right'],
        leg: 'none',
        signs: [],
        sleep: 'broken',
        sittingHours: 7.5,
        medicine: { taken: true, doses: [] },
        helped: ['warmth', 'walking'],
        taskScores: [{ task: id(9), score0to10: 6 }],
        globalChange: -2,
        note: 'Said "ow",\r\nthen slept',
      }),
      entry({ painNow0to10: 0 }, 2),
      entry({ painNow0to10: 9 }, 3),
      { v: 1, id: id(4), at, day: '2027-01-15', kind: 'entryWithdrawn', entry: id(3) },
    ),
  )
  expect(full).toMatchObject({
    day: '2027-01-15',
    time: '08:05',
    pain_now_0_10: '4',
    pain_worst_24h_0_10: '6',
    pain_average_24h_0_10: '',
    places: 'Low back, left; Low back, right',
    leg: 'No leg pain',
    new_or_worse: '',
    sleep: 'Woke up a few times',
    sitting_hours: '7.5',
    medicine: 'yes',
    helped: 'Heat; Walking',
    tasks_0_10: 'Put on, and tie, my shoes: 6',
    change_since_start: '-2',
    note: 'Said "ow",\r\nthen slept',
  })
  expect(bare).toMatchObject({ pain_now_0_10: '0', sleep: '', medicine: '', note: '' })
  expect(none).toBeUndefined()
})

test('a note that speaks of a danger at home is not in the table; any other note is', () => {
  expect(csv(entry({ painNow0to10: 4, note: 'my husband hit me' }))).not.toContain('husband')
  expect(csv(entry({ painNow0to10: 4, note: 'my husband drove me' }))).toContain('husband')
})

test('a task that speaks of a danger at home has no name in the table; its score stays', () => {
  const task = (name: string): DiaryEvent => ({
    v: 1,
    id: id(8),
    at,
    day: '2027-01-15',
    kind: 'taskChosen',
    task: id(9),
    name,
  })
  const scored = entry({ painNow0to10: 4, taskScores: [{ task: id(9), score0to10: 6 }] })
  expect(table(csv(task('Leave before my husband hits me'), scored))[0]?.tasks_0_10).toBe('a task: 6')
  expect(table(csv(task('Walk to the shop'), scored))[0]?.tasks_0_10).toBe('Walk to the shop: 6')
})

test.each(['=1+1', '+44', '-1+1', '@SUM(A1)', '\t=1', '  =1', '\r=1', '＝1+1', '＠x'])(
  'a note that begins like a formula (%j) is text for a spreadsheet',
  (note) => {
    expect(table(csv(entry({ painNow0to10: 4, note })))[0]?.note).toBe(`'${note}`)
  },
)
test('a note that only holds such a sign is left as it is', () => {
  expect(table(csv(entry({ painNow0to10: 4, note: 'pain = 4' })))[0]?.note).toBe('pain = 4')
})

test('whatever a note holds, it is read back as it was, in one cell of one row', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyLetter, maxLength: 60 }), (note) => {
      const [row, ...more] = table(csv(entry({ painNow0to10: 4, note }), entry({ painNow0to10: 5 }, 2)))
      expect(more.length).toBe(1)
      const kept = row?.note ?? ''
      expect([note, `'${note}`]).toContain(kept)
    }),
  )
})

test('an empty diary is the names of the columns alone', () => {
  expect(strictRead(csv().slice(1)).length).toBe(1)
})

test('for a spreadsheet of the continent: semicolons part the cells, a comma stands in numbers, and nothing else changes', () => {
  const told = entry({ painNow0to10: 3, sittingHours: 7.5, note: 'sat; then "walked", slowly' })
  const text = diaryCsv([told], () => '08:05', 'semicolon')
  const [head = '', row = ''] = text.replace('\uFEFF', '').split('\r\n')
  expect(head.split(';').slice(0, 3)).toEqual(['day', 'time', 'pain_now_0_10'])
  expect(row.startsWith('2027-01-15;08:05;3;')).toBe(true)
  expect(row).toContain(';7,5;')
  expect(row).toContain('"sat; then ""walked"", slowly"')
  expect(csv(told)).toContain(',7.5,')
})

test('a day that was told late has its own day, no time, and when it was written; one put right both times', () => {
  const written = '2027-01-15' as const
  const first = entry({ painNow0to10: 9 }, 1)
  const right: DiaryEvent = {
    ...{ v: 2, id: id(2), at: asEpochMs(at + 7_200_000), day: written, kind: 'diaryEntry' },
    ...{ painNow0to10: 4, replaces: id(1) },
  }
  const late: DiaryEvent = {
    ...{ v: 2, id: id(3), at: asEpochMs(at + 3), day: written, kind: 'diaryEntry', painNow0to10: 5 },
    about: '2027-01-12',
  }
  const rows = table(diaryCsv([late, first, right], (made) => (made.at > at + 3_600_000 ? '18:05' : '08:05')))
  expect(rows).toMatchObject([
    { day: '2027-01-12', time: '', pain_now_0_10: '5', written_day: written, written_time: '08:05' },
    { day: written, time: '08:05', pain_now_0_10: '4', written_day: written, written_time: '18:05' },
  ])
  expect(rows).toHaveLength(2)
})
