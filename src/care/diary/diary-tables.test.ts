/**
 * Every number of the diary (evidence.md §2.3, §6.2, §6.3, §7) and what comes of it on both sides of its border, through the
 * functions that the pages call, as tables that a person reviews: diary-tables.txt beside this test.
 */
import { idBeside } from '../evidence/ids.ts'
import { describe, test } from 'vitest'
import { reviewedOutlines, stretches } from '../../../scripts/outlines/page-outline.ts'
import { begun, moment } from '../programme/story.proof.ts'
import { globalChange, painChange, painChangeOf, painFactOf, taskChange, tasksChange } from './change.ts'
import { chartData } from './chart-data.ts'
import { days, entry, march } from './diary.fixtures.ts'
import { diaryDays } from './days.ts'
import {
  type CountedEntry,
  type EntryFields,
  entries,
  helpedAnswers,
  legAnswers,
  liftingAnswers,
  signAnswers,
  sleepAnswers,
  stressAnswers,
} from './entry.ts'
import { asksPlainCause, entryEvents, leavesNoteOut } from './entry-events.ts'
import { checkedEntry, isAboutAnEarlierDay } from './entry-sound.ts'
import { flares, usualBefore } from './flare-days.ts'
import {
  aboveBand,
  courses,
  lineStart,
  outlookOn,
  outlookWords,
  painAgeAtCheck,
  painAgeOf,
  recoveryFacts,
  returnFacts,
  startsOf,
} from './outlook.ts'
import { forSharing, mayBeEmergency, opensWholeCheck, painJumped, raisedBy } from './entry-dangers.ts'
import { diaryFactors, inHundred, leastDaysEachWay, looks } from './triggers.ts'
import { nothingYet } from '../programme/state.ts'

const reviewed = reviewedOutlines(new URL('./diary-tables.txt', import.meta.url))
const raised = (fields: Partial<EntryFields>, earlier: readonly CountedEntry[] = []) => {
  const found = raisedBy(entry(10, { painNow0to10: 2, ...fields }), earlier)
  const { raises, ...rest } = found
  return JSON.stringify({
    ...rest,
    raises: raises.map(({ id, screen, because, questions, stop }) => ({ id, screen, because, questions, stop })),
    emergency: mayBeEmergency(found),
    alone: opensWholeCheck(found, false),
    programme: opensWholeCheck(found, true),
  })
}
const ids = (fields: Partial<EntryFields>, earlier: readonly CountedEntry[] = [], about?: number) =>
  raisedBy(
    { ...entry(10, { painNow0to10: 2, ...fields }), ...(about !== undefined && { about: march(about) }) },
    earlier,
  )
    .raises.map(({ id }) => id)
    .join(' ') || 'nothing'

describe('what an entry raises', () => {
  test('by each sign, place, leg and pain', () => {
    reviewed.checkLines('raises', [
      ...signAnswers.map(({ value, text }) => `${value} “${text}”: ${raised({ signs: [value] })}`),
      ...(
        [
          'saddleBack',
          'saddleFront',
          'chest-left',
          'chest-right',
          'lowBack-left',
          'thighBack-left',
          'calf-left',
          'heel-left',
        ] as const
      ).map((place) => `${place}: ${ids({ places: [place as never] })}`),
      `both: ${raised({ places: ['calf-left', 'calf-right'] })}`,
      ...legAnswers.map(
        ({ value, text }) =>
          `leg ${value} “${text}”: ${raised({ leg: value })}; after none: ${ids({ leg: value }, [entry(9, { painNow0to10: 2, leg: 'none' })])}; after same: ${ids({ leg: value }, [entry(9, { painNow0to10: 2, leg: 'same' })])}`,
      ),
      `pain: ${stretches(0, 10, (painNow0to10) => ids({ painNow0to10 }))}`,
      `red: ${raised({ painNow0to10: 6 })}`,
    ])
  })
  test('beside what was told before', () => {
    const told = (pains: readonly number[], last = 9) =>
      pains.map((pain, index) => entry(last - pains.length + 1 + index, { painNow0to10: pain }))
    reviewed.checkLines('raises, compared', [
      `after 2: ${stretches(0, 10, (painNow0to10) => ids({ painNow0to10 }, told([2])))}`,
      `after 2, so many days ago: ${stretches(0, 10, (ago) => ids({ painNow0to10: 5 }, [entry(10 - ago, { painNow0to10: 2 }, 7)]))}`,
      ...(['yes', 'no', 'notSure'] as const).map(
        (plainCause) => `cause ${plainCause}: ${ids({ painNow0to10: 5, plainCause }, told([2]))}`,
      ),
      `after 1 1 4: ${stretches(0, 10, (painNow0to10) => ids({ painNow0to10 }, told([1, 1, 4])))}`,
      `after 1 4: ${stretches(0, 10, (painNow0to10) => ids({ painNow0to10 }, told([1, 4])))}`,
      `after 4 4 1: ${stretches(0, 10, (painNow0to10) => ids({ painNow0to10 }, told([4, 4, 1])))}`,
      `about an earlier day, after 2 then 6: ${stretches(0, 10, (painNow0to10) => ids({ painNow0to10 }, told([2, 6]), 8))}`,
      `jumped: ${stretches(0, 10, (pain) => String(painJumped(pain, told([2, 2, 3]))))} ${painJumped(9, [])}`,
      `both legs, as before: ${ids({ places: ['calf-left', 'calf-right'] as never }, [entry(9, { painNow0to10: 2, places: ['calf-left', 'calf-right'] })])}`,
      `further down: ${ids({ places: ['calf-left'] as never }, [entry(9, { painNow0to10: 2, places: ['thighBack-left'] })])}`,
      `nearer: ${ids({ places: ['thighBack-left'] as never }, [entry(9, { painNow0to10: 2, places: ['calf-left'] })])}`,
    ])
  })
  test('by notes', () => {
    const notes = [
      'I want to end my life',
      'took 40 paracetamol',
      'my husband hit me last night',
      'numb down below when I wipe',
      'chest pain and short of breath',
      'I am 20 weeks pregnant',
      'Dug the garden',
      'black poo like tar',
      'temp of 39 and shivering',
    ]
    reviewed.checkLines(
      'raises, notes',
      notes.flatMap((note) => [
        `${note}: ${raised({ note })}`,
        `  shared: ${'note' in forSharing({ painNow0to10: 2, note }) ? forSharing({ painNow0to10: 2, note }).note : 'left out'}; ${(['keep', 'forget', 'unasked'] as const).map((wish) => leavesNoteOut({ painNow0to10: 2, note }, wish)).join(' ')}`,
      ]),
    )
  })
  test('as events', () => {
    const outcome = (fields: EntryFields, part: object = {}) => {
      const { events, ...rest } = entryEvents(fields, {
        now: moment(1),
        id: '0193aaaa-0000-7000-8000-000000001000',
        earlier: [],
        programme: begun().state(1),
        note: 'keep',
        ...part,
      })
      return JSON.stringify({ events, left: rest.noteLeftOut, screen: rest.raised.screen })
    }
    reviewed.checkLines('ids beside an entry', [
      ...[0, 3, 5, 15].map((place) =>
        [...'0123456789abcdef'].map((digit) => idBeside(`00${digit}`, 'part', place)).join(' '),
      ),
    ])
    reviewed.checkLines('events of an entry', [
      outcome({ painNow0to10: 3 }),
      outcome({ painNow0to10: 6 }),
      outcome({ painNow0to10: 3, signs: ['fall'] }),
      outcome({ painNow0to10: 3 }, { programme: nothingYet }),
      outcome({ painNow0to10: 6 }, { programme: nothingYet }),
      outcome({ painNow0to10: 3, sleep: 'bad', painAverage0to10: 2, plainCause: 'no' }),
      ...(['good', 'broken', 'bad'] as const).map((sleep) => outcome({ painNow0to10: 3, sleep })),
      outcome({ painNow0to10: 3 }, { programme: begun().morning(1, 3).state(1) }),
      outcome({ painNow0to10: 3, note: 'my husband hit me last night' }),
      outcome({ painNow0to10: 3, note: 'my husband hit me last night' }, { note: 'unasked' }),
      outcome({ painNow0to10: 3 }, { about: moment(0).day }),
      outcome({ painNow0to10: 7 }, { about: moment(0).day }),
      `cause asked after 2: ${stretches(0, 10, (painNow0to10) => String(asksPlainCause({ painNow0to10 }, { now: moment(10), id: 'x', earlier: [{ ...entry(9, { painNow0to10: 2 }), ...moment(9), day: moment(9).day }], programme: nothingYet, note: 'keep' } as never)))}`,
      `cause asked in a programme after a morning of 2: ${stretches(0, 10, (painNow0to10) => String(asksPlainCause({ painNow0to10 }, { now: moment(1), id: 'x', earlier: [], programme: begun().morning(0, 2).state(1), note: 'keep' } as never)))}`,
    ])
  })
  test('what an entry may say', () => {
    const fits = (fields: object) => {
      const found = checkedEntry({ painNow0to10: 2, ...fields } as EntryFields)
      return found.ok ? 'fits' : found.why.map(({ field, words }) => `${field}: ${words}`).join('; ')
    }
    reviewed.checkLines('sound', [
      ...['painNow0to10', 'painWorst0to10', 'painAverage0to10', 'confidence0to10'].map(
        (name) =>
          `${name}: ${stretches(-1, 11, (value) => fits({ painNow0to10: 0, [name]: value }))}; half ${fits({ [name]: 2.5 })}`,
      ),
      `change: ${stretches(-6, 6, (value) => fits({ globalChange: value }))}`,
      `hours: ${stretches(-1, 25, (value) => fits({ sittingHours: value }))}; ${fits({ sittingHours: 6.5 })}; ${fits({ sittingHours: 6.25 })}; ${fits({ sittingHours: Number.NaN })}`,
      `note: ${[1999, 2000, 2001].map((length) => fits({ note: 'x'.repeat(length) })).join(' ')}`,
      `worst under now: ${stretches(0, 5, (painWorst0to10) => fits({ painNow0to10: 3, painWorst0to10 }))}`,
      `average over worst: ${stretches(0, 10, (painAverage0to10) => fits({ painNow0to10: 3, painWorst0to10: 5, painAverage0to10 }))}`,
      `tasks: ${stretches(0, 5, (many) => fits({ taskScores: Array.from({ length: many }, (_, index) => ({ task: `t${index}`, score0to10: 5 })) }))}; ${stretches(-1, 11, (score0to10) => fits({ taskScores: [{ task: 't', score0to10 }] }))}`,
      ...[sleepAnswers, stressAnswers, liftingAnswers, legAnswers, helpedAnswers, signAnswers].map((list) =>
        JSON.stringify(list),
      ),
      `about: ${stretches(-20, 3, (ago) => String(isAboutAnEarlierDay({ day: march(20), about: march(20 + ago) } as never)))}`,
    ])
  })
})

describe('change, chart and what others tell', () => {
  test('changes in words', () => {
    reviewed.checkLines('changes', [
      ...[0, 1, 2, 3, 5, 8, 10].map(
        (then) => `${then}: ${stretches(0, 10, (now) => JSON.stringify(painChange(then, now)))}`,
      ),
      `by halves from 5: ${stretches(0, 20, (half) => painChange(5, half / 2).kind)}`,
      `task from 4: ${stretches(0, 10, (now) => `${taskChange('socks', 4, now).kind} ${taskChange('socks', 4, now).words}`)}`,
      ...[
        [],
        [[4]],
        [[4, 5]],
        [[4, 6]],
        [[4, 7]],
        [[4, 4, 7]],
        [
          [4, 5],
          [4, 6],
        ],
        [
          [4, 6],
          [4, 6],
        ],
        [
          [4, 5],
          [4, 7],
        ],
        [[4], [4, 7]],
        [
          [6, 4],
          [6, 4],
        ],
      ].map((scored) => {
        const tasks = scored.map((scores, index) => ({
          id: `${index}`,
          name: `task ${index}`,
          scores: scores.map((score0to10, day) => ({ day: march(day), score0to10 })),
        }))
        return `tasks ${JSON.stringify(scored)}: ${JSON.stringify(tasksChange(tasks))}`
      }),
      `global: ${stretches(-5, 5, (answer) => JSON.stringify(globalChange(answer)))}`,
      ...[
        [],
        [5],
        [5, 5],
        [6, 6, 5, 4, 3],
        [6, null, null, null, null, null, null, 2],
        [2, 2, 2, 5],
        [5, 4.6, 4.4],
      ].map(
        (pains) =>
          `${pains.join(' ')}: ${JSON.stringify(painChangeOf(days(...pains)))} ${painFactOf(days(...pains), march(Math.max(0, pains.length - 1)))}`,
      ),
    ])
  })
  test('flares of a diary', () => {
    reviewed.checkLines('flares', [
      ...[1, 2, 3, 7].map(
        (many) =>
          `${many} days of 3, then: ${stretches(0, 10, (pain) => JSON.stringify(flares(days(...Array.from({ length: many }, () => 3), pain))))}`,
      ),
      `usual, with so many days noted before: ${stretches(0, 10, (many) => String(usualBefore(days(...Array.from({ length: many }, () => 4), 4), diaryDays([entry(many, { painNow0to10: 4 })])[0]?.number ?? 0)))}`,
      JSON.stringify(flares(days(3, 3, 3, 3, 6, 6, 5, 4, 3))),
      JSON.stringify(flares(days(3, 3, 3, 3, 6, null, null, null, 6, 3))),
      JSON.stringify(flares(days(3, 3, 3, 3, 6))),
    ])
  })
  test('the line and the band', () => {
    reviewed.checkLines('outlook', [
      JSON.stringify(courses),
      JSON.stringify(outlookWords),
      ...[...recoveryFacts, ...returnFacts].map((fact) => JSON.stringify(fact)),
      ...(['acute', 'subacute', 'persistent'] as const).map(
        (age) =>
          `${age}: ${[-1, 0, 1, 14, 41, 42, 43, 84, 182, 183, 363, 364, 365].map((day) => JSON.stringify(outlookOn(day, age))).join(' ')}`,
      ),
      `age: ${stretches(0, 100, (old) => painAgeOf(old))}`,
      ...[
        'days0',
        'days2',
        'days6',
        'weeks1',
        'weeks2',
        'weeks3',
        'weeks6',
        'weeks12',
        'months3',
        'months6',
        'notSure',
        undefined,
      ].map((duration) => `${duration}: ${painAgeAtCheck(duration)}`),
      ...[7, 14].map(
        (last) =>
          `a line of 7 on ${last} days: ${JSON.stringify(aboveBand(days(...Array.from({ length: last + 1 }, () => 7)), { day: march(0), painAge: 'acute' }, diaryDays([entry(last, { painNow0to10: 7 })])[0]?.number ?? 0))}`,
      ),
      `above, by pain: ${stretches(0, 10, (pain) => String(aboveBand(days(...Array.from({ length: 16 }, () => pain)), { day: march(0), painAge: 'acute' }, diaryDays([entry(15, { painNow0to10: 7 })])[0]?.number ?? 0).length))}`,
      `above, by day: ${stretches(
        0,
        55,
        (last) =>
          aboveBand(
            days(...Array.from({ length: last + 1 }, () => 8)),
            { day: march(0), painAge: 'acute' },
            diaryDays([entry(last, { painNow0to10: 7 })])[0]?.number ?? 0,
          )
            .map(({ week }) => week)
            .join(' ') || 'none',
      )}`,
      `starts: ${JSON.stringify(
        lineStart(
          [
            { day: march(0), painAge: 'acute' },
            { day: march(20), painAge: 'persistent' },
          ],
          days(5, 4),
        ),
      )} ${JSON.stringify(lineStart([], days(5)))} ${JSON.stringify(lineStart([], []))} ${typeof startsOf}`,
    ])
  })
  test('the chart', () => {
    const chart = (pains: readonly (number | null)[], last = pains.length - 1) =>
      chartData(
        days(...pains),
        { day: march(0), painAge: 'acute' },
        [
          { from: march(1), phase: 1, name: 'Calm' },
          { from: march(3), phase: 2, name: 'Restore' },
        ],
        march(Math.max(0, last)),
      )
    reviewed.checkLines('chart', [
      JSON.stringify(chart([5])),
      JSON.stringify({ ...chart([6, 5, null, null, 5, null, null, null, null, 3, 3, 3, 7, 7, 4]), band: 0, others: 0 }),
      `width: ${stretches(0, 60, (last) => JSON.stringify(chartData(days(5), { day: march(0), painAge: 'acute' }, [], march(last)).days))}`,
      `runs, over a gap: ${stretches(0, 6, (gap) => String(chart([5, ...Array.from({ length: gap }, () => null), 4]).runs.length))}`,
    ])
  })
  test('what may go with bad days', () => {
    reviewed.checkLines('factors', [
      ...diaryFactors.map((factor) => JSON.stringify(factor)),
      JSON.stringify(looks),
      String(leastDaysEachWay),
      `chance in hundreds: ${stretches(0, 12, (hundredth) => inHundred(hundredth / 100))}; ${inHundred(0.001)} ${inHundred(0.014)} ${inHundred(0.016)}`,
      JSON.stringify(entries([entry(1, { painNow0to10: 2 })]).length),
    ])
  })
  test('and the file has no table that is not looked at', reviewed.end)
})
