/**
 * Every page of prevention in every state it can stand in, line by line: what is said first, where each link and form leads,
 * and what each form writes. A line that changes is read and changed in the file beside this test, or it is a fault.
 */
import { islandsOfTests } from '../islands.fixtures.ts'
import { describe, test } from 'vitest'
import { looked, type Press, pressed, reviewedOutlines } from '../../../../scripts/outlines/page-outline.ts'
import type { Answers } from '../../../care/check/types.ts'
import { lessonIds } from '../../../care/prevention/lessons.ts'
import type { PreventionEvent, WalkFelt } from '../../../care/prevention/events.ts'
import type { NotebookEvent, ProfileData } from '../../../care/record/notebook.ts'
import { createCareApp } from '../app.tsx'
import { dayOf } from '../moment.ts'
import { memoryNotebook, noon } from '../plan/plan.fixtures.ts'
import { device, freshId, full, inPhase, momentAt, unread } from '../programme/programme.fixtures.ts'

type Device = ReturnType<typeof device>
type Told = PreventionEvent extends infer One
  ? One extends unknown
    ? Omit<One, 'v' | 'id' | 'at' | 'day'>
    : never
  : never

const pages = ['', '/walking', '/strength', '/breaks', '/warm-up', '/lifting', '/desk', '/reminders'].map(
  (name) => `/prevent${name}`,
)
const moving = ['/prevent/walking', '/prevent/strength', '/prevent/breaks', '/prevent/warm-up', '/prevent/lifting']
const lessons = lessonIds.map((id) => `/prevent/lessons/${id}`)

const tell = async (home: Device, day: number, hour: number, what: Told) => {
  const at = momentAt(day, hour)
  const base = { v: 1, id: freshId(), at, day: dayOf(at, { kind: 'device' }) }
  await home.notebook.append({ ...base, ...what } as NotebookEvent)
}
/** Checked this morning, with the questions of the plan. */
const checked = async (profile: ProfileData = {}, answers: Answers = {}) =>
  (await device().check(0, 7, { painNow: 2, ...answers })).plan(0, 7.2, {
    painNow: 2,
    have: ['bed', 'chair'],
    ...profile,
  })
/** A walking plan that began on day 0, and a walk on each of these days. */
const walked = async (felts: readonly (WalkFelt | null)[], minutesNow = 10, daysNow = 3, home?: Device) => {
  const told = home ?? (await checked())
  await tell(told, 0, 8, { kind: 'walkingStarted', minutesNow, daysNow })
  for (const [day, felt] of felts.entries()) {
    if (day > 0 && day % 7 === 0) await told.check(day, 7, { painNow: 2 })
    if (felt) await tell(told, day, 10, { kind: 'walkDone', minutes: minutesNow, felt })
  }
  const last = felts.length - 1
  return told.at(last, 11)
}
const fineWeek = ['fine', null, 'fine', null, 'fine', null, null] as const
const remind = async (home: Device) => {
  await tell(home, 0, 8, {
    ...{ kind: 'reminderSet', what: 'breaks', days: [1, 2, 3, 5, 7] },
    times: { everyMinutes: 45, from: '08:00', to: '18:30' },
  })
  await tell(home, 0, 8.1, {
    kind: 'reminderSet',
    what: 'walk',
    days: [1, 2, 3, 4, 5, 6, 7],
    times: ['18:00', '07:00'],
  })
  await tell(home, 0, 8.2, { kind: 'reminderWording', wording: 'move' })
  return home
}
const unreadable = async (home: Device, day = 0) => {
  await home.notebook.append({ v: 1, id: freshId(), at: momentAt(day, 12), kind: 'unreadable', entries: 1 })
  return home
}

const states: readonly (readonly [name: string, addresses: readonly string[], make: () => Promise<Device>])[] = [
  ['nothing told', [...pages, ...lessons, '/prevent/lessons/none'], async () => device()],
  ['a check alone', pages, async () => device().check(0)],
  ['a check and a plan', pages, async () => checked()],
  ['a day later', pages, async () => (await checked()).at(1)],
  ['an emergency', [...pages, ...lessons.slice(-1)], async () => checked({}, { A1: 'yes', 'A1.when': 'new' })],
  ['a call for today', pages, async () => checked({}, { F2: 'yes' })],
  ['be seen soon', pages, async () => checked({}, { F1: 'yes', 'F1.skin': 'no' })],
  [
    'seen, and no check since',
    moving,
    async () => {
      const home = await checked({}, { F2: 'yes' })
      await home.post('/programme/cleared', {
        'q.who': 'my GP',
        'q.how': 'seen',
        'q.seenDaysAgo': '0',
        'q.said': 'yes',
      })
      return home
    },
  ],
  ['sore, 4 of 10', moving, async () => checked({ painNow: 4 }, { painNow: 4 })],
  ['sore, 6 of 10', moving, async () => checked({ painNow: 6 }, { painNow: 6 })],
  ['who cannot get on the floor or stand', moving, async () => checked({ floor: 'no', walk: 'cannot' })],
  ['with a leg, bending worse', moving, async () => checked({ legPain: 'left', worsens: ['bending'] })],
  ['some entries cannot be read', moving, async () => unreadable(await checked())],
  ['a programme, nothing told today', pages, async () => (await (await checked()).start(0)).at(1, 9)],
  ['phase 1', moving, async () => inPhase(1)],
  ['phase 2', moving, async () => inPhase(2)],
  ['phase 3', moving, async () => inPhase(3)],
  ['phase 3, its session done', ['/prevent/strength'], async () => (await inPhase(3)).session(5, 8.8)],
  ['phase 3, sore', moving, async () => (await inPhase(3)).morning(5, 4)],
  ['walking begun', ['/prevent/walking', '/prevent'], async () => walked([null])],
  ['walking, sore today', ['/prevent/walking'], async () => walked(['sore'])],
  ['walking, too sore today', ['/prevent/walking'], async () => walked(['tooSore'])],
  ['walking, too sore yesterday', ['/prevent/walking'], async () => walked(['tooSore', null])],
  ['walking, too sore twice', ['/prevent/walking'], async () => walked(['tooSore', 'tooSore', null])],
  ['walking, too sore three times', ['/prevent/walking'], async () => walked(['tooSore', 'leg', 'tooSore', null])],
  ['walking, a fine week', ['/prevent/walking', '/prevent'], async () => walked([...fineWeek, null])],
  [
    'walking, a week of few walks',
    ['/prevent/walking'],
    async () => walked(['fine', ...fineWeek.slice(1).fill(null), null]),
  ],
  ['walking, a sore week', ['/prevent/walking'], async () => walked(['sore', ...fineWeek.slice(1), null])],
  [
    'walking, at the goal',
    ['/prevent/walking'],
    async () => walked(['fine', 'fine', 'fine', 'fine', 'fine', null, null, null], 30, 5),
  ],
  ['walking, away', ['/prevent/walking'], async () => walked([...fineWeek, ...Array.from({ length: 12 }, () => null)])],
  ['walking, and an old check', ['/prevent/walking', '/prevent'], async () => (await walked([null])).at(1)],
  [
    'walking, and an emergency',
    ['/prevent/walking', '/prevent'],
    async () => (await walked([null])).check(0, 10.8, { A1: 'yes' }),
  ],
  [
    'walking, and be seen soon',
    ['/prevent/walking'],
    async () => (await walked([null])).check(0, 10.8, { F1: 'yes', 'F1.skin': 'no' }),
  ],
  ['walking in phase 1', ['/prevent/walking'], async () => walked([null], 10, 3, await inPhase(1))],
  [
    'walking in phase 2',
    ['/prevent/walking'],
    async () => (await walked([null, null], 20, 3, await inPhase(2))).at(1, 9),
  ],
  ['walking in phase 3', ['/prevent/walking'], async () => (await walked([null], 20, 3, await inPhase(3))).at(5, 9)],
  ['walking, a part unread', ['/prevent/walking'], async () => (await unreadable(await walked(fineWeek), 5)).at(7)],
  ['reminders set', ['/prevent/reminders', '/prevent/breaks'], async () => remind(await checked())],
  [
    'reminders set and cancelled',
    ['/prevent/reminders', '/prevent/breaks'],
    async () => {
      const home = await remind(await checked())
      await tell(home, 0, 9, { kind: 'reminderCancelled', what: 'all' })
      return home
    },
  ],
  [
    'a desk noted, days chosen',
    ['/prevent/desk', '/prevent/strength'],
    async () => {
      const home = await inPhase(3)
      await tell(home, 0, 8, { kind: 'deskNoted', done: ['stand', 'seat'] })
      await tell(home, 0, 8, { kind: 'strengthDaysChosen', weekdays: [3, 7] })
      return home
    },
  ],
]

const start: Press = ['/prevent/walking', { do: 'start', minutesNow: '12', daysNow: '4' }]
const note = (felt: string, minutes = '10'): Press => ['/prevent/walking', { do: 'note', minutes, felt }]
const remindOf = (what: string, fields: Readonly<Record<string, string | readonly string[]>>): Press => [
  '/prevent/reminders',
  { do: 'set', what, ...fields },
]
const breaksAt = (from: string, to: string, every: string, days: readonly string[]) =>
  remindOf('breaks', { from, to, every, days })

const posts: readonly (readonly [name: string, make: () => Promise<Device>, presses: readonly Press[]])[] = [
  [
    'a walking plan, and what is wrong in its form',
    checked,
    [
      ['/prevent/walking', { do: 'start', minutesNow: 'ten', daysNow: '8' }],
      ['/prevent/walking', { do: 'start', minutesNow: '181', daysNow: '-1' }],
      ['/prevent/walking', { do: 'nonsense' }],
      ['/prevent/walking', {}],
      ['/prevent/walking', { do: 'start', minutesNow: ' 180 ', daysNow: '7' }],
      start,
      ['/prevent/walking', { do: 'note', minutes: '0', felt: 'well' }],
      ['/prevent/walking', { do: 'note', minutes: '601', felt: 'fine' }],
      note('fine', '600'),
      note('sore', '1'),
      ['/prevent/walking', { do: 'end' }],
    ],
  ],
  ['a walking plan, after an emergency', async () => checked({}, { A1: 'yes' }), [start]],
  ['a walking plan, with an old check', async () => (await checked()).at(1), [start]],
  ...(['tooSore', 'leg'] as const).map(
    (felt) => [`a walk: ${felt}`, async () => walked([null]), [note(felt), note(felt)]] as const,
  ),
  ['a third red walk', async () => walked(['tooSore', 'tooSore', null]), [note('tooSore')]],
  [
    'walks that the device did not take',
    async () => full(await walked([null])),
    [note('fine'), note('tooSore'), note('leg'), ['/prevent/walking', { do: 'end' }]],
  ],
  [
    'where the record cannot be read',
    async () => unread(await walked([null])),
    [note('fine'), note('tooSore'), note('leg'), ['/prevent/walking', { do: 'end', felt: 'leg' }]],
  ],
  [
    'the days of strength',
    async () => inPhase(3),
    [
      ['/prevent/strength', { first: '1', second: '2' }],
      ['/prevent/strength', { first: '7', second: '1' }],
      ['/prevent/strength', { first: '8', second: '3' }],
      ['/prevent/strength', { first: '2' }],
      ['/prevent/strength', { first: '2', second: '4' }],
    ],
  ],
  [
    'the desk',
    checked,
    [
      ['/prevent/desk', { done: ['feet', 'arms', 'nonsense'] }],
      ['/prevent/desk', {}],
    ],
  ],
  ['a desk that the device did not take', async () => full(await checked()), [['/prevent/desk', { done: 'feet' }]]],
  [
    'reminders',
    checked,
    [
      ['/prevent/reminders', {}],
      ['/prevent/reminders', { do: 'set', what: 'nothing' }],
      ['/prevent/reminders', { do: 'nothing', what: 'walk' }],
      breaksAt('', '25:00', '7', []),
      breaksAt('10:00', '10:00', '30', ['1']),
      breaksAt('9:05', '10:00', '20', ['7', '1', '8']),
      remindOf('walk', { time1: '', time2: '24:00', days: [] }),
      remindOf('walk', { time1: '18:00', time2: '7:30', days: ['2', '3', '4'] }),
      remindOf('walk', { time1: ' 18:00 ', time2: ' ', days: ['6'] }),
      remindOf('diary', { time1: '20:15', time2: '', days: ['1', '2', '3', '4', '5', '6', '7'] }),
      ['/prevent/reminders', { do: 'wording', wording: 'move' }],
      ['/prevent/reminders', { do: 'wording', wording: 'more' }],
      ['/prevent/reminders', { do: 'cancel', what: 'walk' }],
      ['/prevent/reminders', { do: 'cancelAll' }],
    ],
  ],
  [
    'a reminder that the device did not take',
    async () => full(await checked()),
    [['/prevent/reminders', { do: 'cancelAll' }]],
  ],
]

const reviewed = reviewedOutlines(new URL('./prevent-outline.txt', import.meta.url))

describe('the pages of prevention, line by line', () => {
  test.each(states)('%s', async (name, addresses, make) => {
    reviewed.check(name, await looked(await make(), addresses))
  })
  test.each(posts)('sent: %s', async (name, make, presses) => {
    reviewed.check(name, await pressed(await make(), presses))
  })
  test.each([
    ['where no record can be kept', 'server', null],
    [
      'where the record does not open',
      'device',
      Object.assign(memoryNotebook(), { all: () => Promise.reject(new Error('no')) }),
    ],
  ] as const)('%s', async (name, kind, notebook) => {
    const app = createCareApp({
      ...{ kind, notebook, now: () => noon, newId: freshId, buildId: 'test' },
      assets: { css: '/site.css', islands: islandsOfTests },
    } as Parameters<typeof createCareApp>[0])
    const get = async (at: string) => {
      const answer = await app.request(at)
      return { status: answer.status, html: await answer.text() }
    }
    reviewed.check(
      name,
      await looked({ get }, [...pages, '/prevent/reminders/calendar.ics', '/prevent/reminders/cancel.ics']),
    )
  })
  test('and the file has no state that is not looked at', reviewed.end)
})
