import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nothingYet } from '../programme/state.ts'
import { stateAt } from '../programme/fold.ts'
import { mayMove } from '../programme/screening.ts'
import type { MorningNoted, ProgrammeEvent, ProgrammeStarted } from '../programme/events.ts'
import { entry, march } from './diary.fixtures.ts'
import type { EntryFields } from './entry.ts'
import { asksPlainCause, type EntryContext, type EventOfEntry, entryEvents, morningIdOf } from './entry-events.ts'

const id = '01930000-0000-7000-8000-00000000000e'
const now = { at: entry(9, { painNow0to10: 0 }).at, day: march(9) }
const started: ProgrammeStarted = {
  v: 1,
  id: '01930000-0000-7000-8000-0000000000a1',
  at: entry(1, { painNow0to10: 0 }).at,
  day: march(1),
  kind: 'programmeStarted',
  episodeDay: march(1),
  painDayOne0to10: 6,
  ageYears: 40,
  firstEver: 'no',
}
const context = (more: Partial<EntryContext> = {}): EntryContext => ({
  now,
  id,
  earlier: [],
  programme: nothingYet,
  note: 'unasked',
  ...more,
})
const running = { ...nothingYet, started }
const kinds = (events: readonly EventOfEntry[]) => events.map(({ kind }) => kind)
const write = (fields: EntryFields, more: Partial<EntryContext> = {}) => entryEvents(fields, context(more))
const only = <Kind extends EventOfEntry['kind']>(events: readonly EventOfEntry[], kind: Kind) =>
  events.find((event): event is Extract<EventOfEntry, { kind: Kind }> => event.kind === kind)

describe('what an entry writes', () => {
  test('a calm entry is the entry alone', () => {
    const { events, raised } = write({ painNow0to10: 3 })
    expect(events).toEqual([{ v: 2, id, at: now.at, day: now.day, kind: 'diaryEntry', painNow0to10: 3 }])
    expect(raised.screen).toBeNull()
  })

  test('pain of 6 asks for the short check, in the words of the reason; 5 does not', () => {
    expect(kinds(write({ painNow0to10: 5 }).events)).toEqual(['diaryEntry'])
    const { events, raised } = write({ painNow0to10: 6 })
    expect(kinds(events)).toEqual(['miniAsked', 'diaryEntry'])
    expect(only(events, 'miniAsked')?.because).toBe(raised.raises[0]?.because)
  })

  test('a danger sign stops everything, and the stop is written before the entry', () => {
    const { events } = write({ painNow0to10: 8, signs: ['saddle'] })
    expect(kinds(events)).toEqual(['stopped', 'diaryEntry'])
    expect(only(events, 'stopped')?.sign).toBe('dangerSign')
  })

  test('after a stop the programme shows no movement, and after a red entry only once the short check is done', () => {
    const laterState = (fields: EntryFields) => {
      const clear: ProgrammeEvent = {
        ...started,
        id: '01930000-0000-7000-8000-0000000000c0',
        at: now.at,
        day: now.day,
        kind: 'fullCheckDone',
        level: 'self-care',
        lock: 'open',
        protocolVersion: 'x',
      }
      const before = [started, clear]
      const programme = stateAt(before, now)
      const later = { at: (now.at + 1000) as typeof now.at, day: now.day }
      const { events } = write(fields, { now: later, programme })
      const written = events.filter(
        (event): event is Exclude<EventOfEntry, { kind: 'diaryEntry' }> => event.kind !== 'diaryEntry',
      )
      const state = stateAt([...before, ...written], later)
      return { may: mayMove(state, later), state }
    }
    expect(laterState({ painNow0to10: 3 }).may).toMatchObject({ ok: true })
    expect(laterState({ painNow0to10: 3, signs: ['bladder'] }).may).toMatchObject({ ok: false, why: 'fullCheck' })
    expect(laterState({ painNow0to10: 5 }).may).toMatchObject({ ok: true })
    expect(laterState({ painNow0to10: 6 }).may).toMatchObject({ ok: false, why: 'miniCheck' })
  })

  test('while a programme runs the first entry of a day is its morning; the second is not', () => {
    const told: EntryFields = { painNow0to10: 4, painAverage0to10: 3, sleep: 'bad', plainCause: 'no' }
    const { events } = write(told, { programme: running })
    expect(only(events, 'morningNoted')).toMatchObject({
      pain0to10: 4,
      usual0to10: 3,
      poorSleep: 'yes',
      plainCause: 'no',
    })
    const morning = only(events, 'morningNoted')
    if (!morning) throw new Error('no morning')
    expect(kinds(write(told, { programme: { ...running, mornings: [morning] } }).events)).toEqual(['diaryEntry'])
    const yesterday = { ...morning, day: march(8) }
    expect(kinds(write(told, { programme: { ...running, mornings: [yesterday] } }).events)).toContain('morningNoted')
  })

  test('with no programme there is no morning, and what was left out of the entry is left out of the morning', () => {
    expect(kinds(write({ painNow0to10: 4, sleep: 'bad' }).events)).toEqual(['diaryEntry'])
    const morning = only(write({ painNow0to10: 4 }, { programme: running }).events, 'morningNoted')
    expect(Object.keys(morning ?? {}).sort()).toEqual(['at', 'day', 'id', 'kind', 'pain0to10', 'v'])
    const well = only(write({ painNow0to10: 4, sleep: 'broken' }, { programme: running }).events, 'morningNoted')
    expect(well?.poorSleep).toBe('no')
  })

  test('an entry that puts another right points to it', () => {
    const { events } = write({ painNow0to10: 2 }, { replaces: { id: 'old' } })
    expect(kinds(events)).toEqual(['diaryEntry'])
    expect(only(events, 'diaryEntry')?.replaces).toBe('old')
  })

  test('an entry about an earlier day raises today what it would raise if it were of today', () => {
    const about = march(6)
    for (const fields of [
      { painNow0to10: 3, signs: ['saddle'] },
      { painNow0to10: 3, note: 'I want to end it all' },
      { painNow0to10: 6 },
      { painNow0to10: 3, leg: 'further' },
    ] satisfies readonly EntryFields[]) {
      const [now, late] = [write(fields), write(fields, { about })]
      expect(late.raised).toEqual(now.raised)
      expect(kinds(late.events)).toEqual(kinds(now.events))
      expect(late.events[0]).toEqual(now.events[0])
    }
    expect(only(write({ painNow0to10: 6 }, { about }).events, 'diaryEntry')).toMatchObject({ about, day: now.day })
  })

  test('an entry about an earlier day is no morning of today', () => {
    expect(kinds(write({ painNow0to10: 4 }, { programme: running }).events)).toContain('morningNoted')
    expect(kinds(write({ painNow0to10: 4 }, { programme: running, about: march(8) }).events)).toEqual(['diaryEntry'])
  })

  describe('putting right the entry that was this morning', () => {
    const told: EntryFields = { painNow0to10: 4, sleep: 'good' }
    const first = write(told, { programme: running }).events
    const morning = only(first, 'morningNoted')
    const entryOfMorning = only(first, 'diaryEntry')
    if (!morning || !entryOfMorning) throw new Error('no morning')
    const programme = { ...running, mornings: [morning] }
    const other = '01930000-0000-7000-8000-000000000a00'
    const putRight = (fields: EntryFields, replaces: EntryContext['replaces'] = { id }) =>
      only(write(fields, { programme, id: other, replaces }).events, 'morningNoted')
    test('tells the programme when it is worse, and not when it is the same or better', () => {
      expect(putRight({ ...told, painNow0to10: 5 })).toMatchObject({ pain0to10: 5 })
      expect(putRight({ ...told, painNow0to10: 4 })).toBeUndefined()
      expect(putRight({ ...told, painNow0to10: 0 })).toBeUndefined()
      expect(putRight({ ...told, painNow0to10: 1, sleep: 'bad' })).toMatchObject({ pain0to10: 4, poorSleep: 'yes' })
    })
    test.each<[EntryFields['sleep'], MorningNoted['poorSleep'], MorningNoted['poorSleep']]>([
      [undefined, undefined, undefined],
      [undefined, 'no', 'no'],
      [undefined, 'notSure', 'notSure'],
      [undefined, 'yes', 'yes'],
      ['good', undefined, 'no'],
      ['broken', 'no', 'no'],
      ['good', 'notSure', 'notSure'],
      ['good', 'yes', 'yes'],
      ['bad', undefined, 'yes'],
      ['bad', 'no', 'yes'],
      ['bad', 'notSure', 'yes'],
    ])('of sleep, %s now and poor sleep “%s” this morning make “%s”', (sleep, before, expected) => {
      const { poorSleep: _, ...rest } = morning
      const mornings = [{ ...rest, ...(before && { poorSleep: before }) }]
      const fields = { painNow0to10: 5, ...(sleep && { sleep }) }
      const { events } = write(fields, { programme: { ...running, mornings }, id: other, replaces: { id } })
      expect(only(events, 'morningNoted')?.poorSleep).toBe(expected)
    })
    test.each<[readonly MorningNoted['ill'][], MorningNoted['ill']]>([
      [['no', 'notSure'], 'notSure'],
      [['notSure', 'no'], 'notSure'],
      [['yes', 'no'], 'yes'],
      [['notSure', 'yes'], 'yes'],
      [['no', 'no'], 'no'],
      [['no', undefined], 'no'],
      [[undefined], undefined],
    ])('of illness, %j told today stay “%s”', (told, expected) => {
      const mornings = told.map((ill) => ({ ...morning, ...(ill && { ill }) }))
      const { events } = write(
        { painNow0to10: 5 },
        { programme: { ...running, mornings }, id: other, replaces: { id } },
      )
      expect(only(events, 'morningNoted')?.ill).toBe(expected)
    })
    test('poorer sleep is told once, not again when it was told this morning', () => {
      const told = (poorSleep: MorningNoted['poorSleep']) =>
        write(
          { painNow0to10: 4, sleep: 'bad' },
          {
            programme: { ...running, mornings: [{ ...morning, ...(poorSleep && { poorSleep }) }] },
            id: other,
            replaces: { id },
          },
        ).events.map(({ kind }) => kind)
      expect(told('yes')).toEqual(['diaryEntry'])
      expect(told('notSure')).toContain('morningNoted')
      expect(told('no')).toContain('morningNoted')
    })
    test('does so too when it was put right before', () => {
      const once = { id: '01930000-0000-7000-8000-000000000b00', first: { id, at: now.at } }
      expect(putRight({ ...told, painNow0to10: 5 }, once)).toMatchObject({ pain0to10: 5 })
    })
    test('is not done by putting right another entry of the day', () => {
      expect(putRight({ painNow0to10: 5 }, { id: '01930000-0000-7000-8000-000000000c00' })).toBeUndefined()
    })
    test('makes no morning where there was none', () => {
      const { events } = write({ painNow0to10: 5 }, { programme: running, id: other, replaces: { id } })
      expect(kinds(events)).toEqual(['diaryEntry'])
    })
    test('asks for a clear reason where it jumps by 3, not by 2', () => {
      const readings = [{ ...now, pain: 4 }]
      const asks = (painNow0to10: number) =>
        asksPlainCause(
          { painNow0to10 },
          context({ programme: { ...programme, readings }, id: other, replaces: { id } }),
        )
      expect(asks(7)).toBe(true)
      expect(asks(6)).toBe(false)
    })
  })

  test('the same entry twice has the same ids, all different from each other', () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        const told: EntryFields = { painNow0to10: 9, signs: ['fever'] }
        const one = write(told, { id: uuid, programme: running, replaces: { id: 'old' } }).events.map(
          (event) => event.id,
        )
        const two = write(told, { id: uuid, programme: running, replaces: { id: 'old' } }).events.map(
          (event) => event.id,
        )
        expect(one).toEqual(two)
        expect(new Set(one).size).toBe(one.length)
        expect(one).toContain(uuid)
      }),
    )
  })
})

describe('the note', () => {
  const plain: EntryFields = { painNow0to10: 3, note: 'Dug the garden' }
  const danger: EntryFields = { painNow0to10: 3, note: 'I am scared of my partner' }
  const noteOf = (fields: EntryFields, note: EntryContext['note']) =>
    only(write(fields, { note }).events, 'diaryEntry')?.note

  test('is kept, unless the person wants it forgotten', () => {
    expect(noteOf(plain, 'unasked')).toBe('Dug the garden')
    expect(noteOf(plain, 'keep')).toBe('Dug the garden')
    expect(noteOf(plain, 'forget')).toBeUndefined()
  })

  test('about a danger at home is not kept on the phone until the person says so, and calls for help all the same (H-17)', () => {
    const { raised, noteLeftOut } = write(danger)
    expect(raised.keepNotePrivate).toBe(true)
    expect(raised.routes).toContain('domestic-abuse')
    expect(noteLeftOut).toBe(true)
    expect(noteOf(danger, 'unasked')).toBeUndefined()
    expect(noteOf(danger, 'keep')).toBe(danger.note)
  })

  test('that is forgotten is still read for danger', () => {
    const { raised, events } = write({ painNow0to10: 3, note: 'I want to end it all' }, { note: 'forget' })
    expect(raised.routes).toContain('samaritans')
    expect(kinds(events)).toEqual(['stopped', 'diaryEntry'])
  })
})

describe('"is there a clear reason?"', () => {
  const earlier = [entry(8, { painNow0to10: 2 })]
  const asks = (fields: EntryFields, more: Partial<EntryContext> = {}) =>
    asksPlainCause(fields, context({ earlier, ...more }))

  test('is asked at a jump of 3 points, not at 2, and not again once it is answered', () => {
    expect(asks({ painNow0to10: 5 })).toBe(true)
    expect(asks({ painNow0to10: 4 })).toBe(false)
    expect(asks({ painNow0to10: 5, plainCause: 'notSure' })).toBe(false)
  })

  test('is not asked where another sign calls for the full check anyway', () => {
    expect(asks({ painNow0to10: 5, signs: ['fever'] })).toBe(false)
  })

  test('is asked when only the programme has seen the lower number, in a session', () => {
    const seen = { ...running, readings: [{ ...now, pain: 2 }] }
    expect(asks({ painNow0to10: 5 }, { earlier: [], programme: seen })).toBe(true)
    expect(asks({ painNow0to10: 4 }, { earlier: [], programme: seen })).toBe(false)
    expect(asks({ painNow0to10: 5 }, { earlier: [] })).toBe(false)
  })
})

describe('beside several mornings of one day', () => {
  const morning = (number: number, pain0to10: number, more: Partial<MorningNoted> = {}): MorningNoted => ({
    ...{ v: 1, id: `01930000-0000-7000-8000-00000000010${number}`, ...now, kind: 'morningNoted', pain0to10, ...more },
  })
  const first = { ...entry(9, { painNow0to10: 7 }, 7), id: '01930000-0000-7000-8000-0000000000f1' }
  const own = (pain0to10: number, more: Partial<MorningNoted> = {}) => ({
    ...morning(0, pain0to10, more),
    id: morningIdOf(first.id),
  })
  const putRight = (fields: EntryFields, mornings: readonly MorningNoted[]) =>
    only(
      write(fields, { programme: { ...running, mornings }, replaces: first, earlier: [first] }).events,
      'morningNoted',
    )

  test('an entry put right is told to the programme with the worst pain of them all', () => {
    for (const mornings of [
      [own(7), morning(1, 3)],
      [own(3), morning(1, 7)],
    ])
      expect(putRight({ painNow0to10: 2, sleep: 'bad' }, mornings)).toMatchObject({ pain0to10: 7, poorSleep: 'yes' })
  })
  test('bad sleep is told anew only where none of them said so', () => {
    expect(putRight({ painNow0to10: 2, sleep: 'bad' }, [own(7), morning(1, 3, { poorSleep: 'yes' })])).toBeUndefined()
  })
  test('a clear reason is asked for beside the number that was told last, and not the first', () => {
    const asks = (...pains: readonly number[]) =>
      asksPlainCause(
        { painNow0to10: 5 },
        context({ programme: { ...running, readings: pains.map((pain) => ({ ...now, pain })) } }),
      )
    expect([asks(6, 2), asks(2, 6), asks(2), asks()]).toEqual([true, false, true, false])
  })
})
