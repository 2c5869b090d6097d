/** What a person may send of their check: made from the record on the device, and nothing else of it. */
import { describe, expect, test } from 'vitest'
import { longestSharedCheck, readSharedCheck, sharedCheckOf, toldDayOf } from '../../../care/record/shared-check.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import { asEpochMs } from '../../../care/evidence/time.ts'
import type { IsoDate } from '../../../care/evidence/calendar.ts'
import type { CareHome } from '../home.ts'
import { checkEvent, memoryNotebook, noon } from '../plan/plan.fixtures.ts'
import { checkToShare } from './check-to-share.ts'
import { helpBeforeBooking } from './help-before-booking.tsx'

const homeWith = (events: readonly NotebookEvent[] | null): CareHome => ({
  kind: events ? 'device' : 'server',
  notebook: events && memoryNotebook([...events]),
  now: () => noon,
  newId: () => crypto.randomUUID(),
  assets: { css: '/site.css', islands: {} },
  buildId: 'test',
})
const diary: NotebookEvent = {
  v: 2,
  id: '0f0f0f0f-0000-4000-8000-000000000004',
  at: asEpochMs(noon - 1000),
  day: new Date(noon).toISOString().slice(0, 10) as IsoDate,
  kind: 'diaryEntry',
  painNow0to10: 3,
  note: 'my secret diary',
}

describe('the check to share', () => {
  test('says level, reasons, answers, date and the version of the rules', () => {
    const text = sharedCheckOf([checkEvent({ F2: 'yes' })]) ?? ''
    expect(text).toMatch(/^Unclench check, form 1\n\nLevel: (soon|urgent)\n\n/)
    for (const part of [
      'Last check',
      'Result: ',
      'Flags in that check',
      'Told in that check',
      'Answered no',
      'Rules: version',
    ])
      expect(text).toContain(part)
    expect(text).toContain('As told on 23 Nov 2026')
    // Whoever reads it days later must not take it for today's.
    expect(text).not.toMatch(/2026, today|days? ago/)
  })

  test('holds no answer about safety at home, no words of their own, no diary', () => {
    const text = sharedCheckOf([checkEvent({ I4: 'yes', worry: 'my partner hits me' }), diary]) ?? ''
    expect(text).not.toMatch(/partner|hits|safe at home|secret diary/i)
  })

  test('is not on offer without a check, on a server, or where a part of the record cannot be read', async () => {
    expect(await checkToShare(homeWith([diary]))).toBeNull()
    expect(await checkToShare(homeWith(null))).toBeNull()
    const unreadable = { ...diary, kind: 'unreadable' } as unknown as NotebookEvent
    expect(sharedCheckOf([checkEvent({}), unreadable])).toBeNull()
  })

  test('tells when the last check was done, whatever was told since', async () => {
    const [first, last] = [checkEvent({}, asEpochMs(noon - 7_200_000)), checkEvent({}, asEpochMs(noon - 3_600_000))]
    expect((await checkToShare(homeWith([last, first, diary])))?.madeAt).toBe(noon - 3_600_000)
  })

  test('names its day to whoever has the text, and that alone', () => {
    expect(toldDayOf(sharedCheckOf([checkEvent({ F2: 'yes' })]) ?? '')).toBe('23 Nov 2026')
    expect(toldDayOf(sharedCheckOf([checkEvent({})], true) ?? '')).toBe('23 Nov 2026')
    expect(toldDayOf('Safe to start at home')).toBeUndefined()
  })

  test('says that help comes first where the record says so', async () => {
    expect((await checkToShare(homeWith([checkEvent({})])))?.cannotWait).toBe(false)
    expect((await checkToShare(homeWith([checkEvent({ F2: 'yes' })])))?.cannotWait).toBe(true)
  })
})

describe('once something was told since', () => {
  const hourAgo = asEpochMs(noon - 3_600_000)
  const stop = (sign: 'fall' | 'dangerSign'): NotebookEvent => ({
    ...{ v: 1, id: '0f0f0f0f-0000-4000-8000-000000000005', at: asEpochMs(noon - 1000), day: '2026-11-23' },
    ...{ kind: 'stopped', sign },
  })
  const since = 'Since then they have told of something new, and have not done the check again'

  test('that asks for a new check, the text says so beside its day', async () => {
    const before = await checkToShare(homeWith([checkEvent({}, hourAgo)]))
    expect([before?.text.includes(since), before?.cannotWait]).toEqual([false, false])
    const after = await checkToShare(homeWith([checkEvent({}, hourAgo), stop('fall')]))
    expect(after?.text).toContain(`\n\nAs told on 23 Nov 2026. ${since}\n\n`)
    expect(after?.cannotWait).toBe(false)
    expect(readSharedCheck(after?.text ?? '')).toMatchObject({ ok: true, level: 'self-care' })
  })
  test('a danger sign comes before any visit', async () => {
    expect((await checkToShare(homeWith([checkEvent({}, hourAgo), stop('dangerSign')])))?.cannotWait).toBe(true)
  })
  test('a check that was begun before that says so too', async () => {
    const older = { ...checkEvent({}, noon), begunAfter: hourAgo } as NotebookEvent
    expect((await checkToShare(homeWith([stop('fall'), older])))?.text).toContain(since)
  })
})

describe('a check that came back with a form', () => {
  const text = sharedCheckOf([checkEvent({})]) ?? ''

  test('is read as it was made, whatever the browser did to the ends of its lines', () => {
    expect(readSharedCheck(text.replaceAll('\n', '\r\n'))).toEqual({ ok: true, text, level: 'self-care' })
  })

  test.each(['', 'hello', 'Unclench check, form 1\n\nLevel: fine\n\nx', 'Unclench check, form 2\n\nLevel: soon\n\nx'])(
    'is refused where it is none: %j',
    (typed) => {
      expect(readSharedCheck(typed)).toEqual({ ok: false, why: 'notACheck' })
    },
  )

  test('has an end', () => {
    const start = 'Unclench check, form 1\n\nLevel: soon\n\n'
    const of = (length: number) => readSharedCheck(start + 'x'.repeat(length - start.length))
    expect(of(longestSharedCheck).ok).toBe(true)
    expect(of(longestSharedCheck + 1)).toEqual({ ok: false, why: 'tooLong' })
    expect(text.length).toBeLessThan(longestSharedCheck / 2)
  })
})

describe('what comes before a booking', () => {
  const held = (events: readonly NotebookEvent[] | null) => helpBeforeBooking(homeWith(events))
  const urgent = checkEvent({ F2: 'yes' })
  const danger = { v: 1, id: '0f0f0f0f-0000-4000-8000-000000000005', at: noon, day: '2026-11-23' } as const

  test('is the help that a result calls for, and no answer', async () => {
    const help = await held([urgent])
    expect(help?.html).toMatch(/href="tel:(111|999)"/)
    expect(help?.html).toContain('I have been seen')
    expect(help?.after).toBe(urgent.id)
  })
  test('is the sign that was told since, where no check follows it', async () => {
    const stop: NotebookEvent = { ...danger, kind: 'stopped', sign: 'dangerSign' }
    expect((await held([stop]))?.html).toMatch(/href="tel:(111|999)"/)
  })
  test('is nothing after a plain result, without a record, and on a server', async () => {
    expect([await held([checkEvent({})]), await held([]), await held(null)]).toEqual([null, null, null])
  })
  test('is nothing once the person has been seen', async () => {
    const seen = {
      ...danger,
      kind: 'clinicianCleared',
      who: 'GP',
      how: 'seen',
      seenAfter: urgent.id,
    } as unknown as NotebookEvent
    expect(await held([urgent, { ...seen, at: asEpochMs(noon + 1) }])).toBeNull()
  })
})
