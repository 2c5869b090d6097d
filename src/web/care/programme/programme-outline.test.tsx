/**
 * Every page of the programme in every state it can stand in, line by line: what is said first, where each link and form
 * leads, what each button sends. A line that changes is read and changed in the file beside this test, or it is a fault.
 */
import { islandsOfTests } from '../islands.fixtures.ts'
import { describe, test } from 'vitest'
import type { Answers } from '../../../care/check/types.ts'
import { miniQuestions } from '../../../care/programme/screening.ts'
import { newSigns } from '../../../care/programme/warnings.ts'
import { createCareApp } from '../app.tsx'
import { looked, type Press, pressed, reviewedOutlines } from '../../../../scripts/outlines/page-outline.ts'
import { noon } from '../plan/plan.fixtures.ts'
import {
  allClear,
  begunOn,
  device,
  freshId,
  full,
  inPhase,
  momentAt,
  unread,
  unreadAndFull,
} from './programme.fixtures.ts'

type Device = ReturnType<typeof device>

const emergency: Answers = { A1: 'yes', 'A1.when': 'new' }
const urgent: Answers = { F2: 'yes' }
const gentle: Answers = { F1: 'yes', 'F1.skin': 'no' }
const forms = ['start', 'morning', 'mini-check', 'check-in', 'check-in/change', 'abilities', 'phase', 'direction']
const all = [
  '/today',
  '/programme',
  ...[...forms, 'feelings', 'cleared', 'mistaken', 'stop', 'flare'].map((name) => `/programme/${name}`),
]

/** Whole good days, one after another. */
const goodDays = async (from: number, to: number, home?: Device) => {
  const told = home ?? (await begunOn())
  for (let day = from; day <= to; day += 1) {
    await told.morning(day, 2)
    await told.mini(day)
    for (const hour of [10, 12, 14]) await told.session(day, hour)
  }
  return told
}
const stopped = async (sign: 'fall' | 'chest' | 'legNumbnessSpreads') => {
  const home = await begunOn()
  await home.write(momentAt(0, 8), { kind: 'stopped', sign })
  return home.at(0, 9)
}
const checkedIn = async (trend: 'better' | 'same' | 'worse', pain0to10: number, part: object = {}) => {
  const home = await begunOn()
  await home.morning(2, 3)
  await home.mini(2)
  await home.write(momentAt(2, 9), {
    kind: 'checkInDone',
    ...{ pain0to10, trend, toiletAndDrink: 'yes', canStand10Minutes: 'yes', medicineFor24Hours: 'no' },
    ...{ globalChange: 1, backToNormal: 'no', severeLegPain: 'no' },
    ...part,
  })
  return home.at(2, 10)
}
/** All the signs for phase 2 are met, and the check is fresh. */
const ready = async () => {
  const home = await goodDays(0, 0)
  await home.morning(1, 2)
  await home.mini(1)
  await home.write(momentAt(1, 8.6), {
    kind: 'abilitiesNoted',
    ...{ canWalk5Minutes: 'yes', canSit15Minutes: 'yes', normalTasks: 'most', taskScores0to10: [] },
  })
  await home.check(1, 9)
  return home.at(1, 9.5)
}
const inPhaseTwo = async () => {
  const home = await ready()
  await home.write(momentAt(1, 9.6), { kind: 'phaseChanged', to: 2 })
  return home.at(1, 9.7)
}

/** In phase 3, with one task that matters to the person, if any. */
const inPhaseThree = async (task?: string) => {
  const home = await inPhase(3)
  if (task !== undefined) await home.post('/diary/tasks', { 'new.1': task })
  return home
}
const tooMuch = async () => {
  const home = await begunOn()
  await home.at(0, 8).post('/medicines/tally', { do: 'tooMuch' })
  return home.at(0, 9)
}
const mistaken = async () => {
  const home = await (await begunOn()).check(0, 8, emergency)
  const checks = [(await home.of('checkFinished')).at(-1)?.id ?? '']
  await home.write(momentAt(0, 8.5), { kind: 'dangerMistaken', checks })
  return home.at(1, 9)
}

const states: readonly (readonly [name: string, addresses: readonly string[], make: () => Promise<Device>])[] = [
  [
    'nothing told',
    ['/today', '/programme/cleared', '/programme/mistaken', '/programme/stop', '/programme/flare'],
    async () => device(),
  ],
  ['a clear check', ['/today', '/programme/start'], async () => device().check(0)],
  ['a check and a plan', ['/today', '/programme/start'], async () => (await device().check(0)).plan(0)],
  [
    'locked before it began',
    ['/today', '/programme/start', '/programme/cleared', '/programme/mistaken'],
    async () => device().check(0, 7, emergency),
  ],
  ['begun, nothing told today', all, async () => (await begunOn()).at(0, 9)],
  [
    'begun, morning and short check told',
    ['/today', '/programme', '/programme/direction', '/programme/mini-check', '/programme/morning'],
    async () => (await (await (await begunOn()).morning(0, 3)).mini(0)).at(0, 9),
  ],
  ['a session done', ['/today'], async () => (await (await (await begunOn()).morning(0, 2)).session(0, 10)).at(0, 11)],
  ['all sessions done', ['/today', '/programme'], async () => (await goodDays(0, 0)).at(0, 18)],
  ['an emergency found while it runs', all, async () => (await (await begunOn()).check(0, 8, emergency)).at(0, 9)],
  [
    'a call for today found',
    ['/today', '/programme', '/programme/direction', '/programme/cleared'],
    async () => (await (await begunOn()).check(0, 8, urgent)).at(0, 9),
  ],
  [
    'be seen soon found',
    ['/today', '/programme', '/programme/direction', '/programme/cleared'],
    async () => (await (await (await begunOn()).check(0, 8, gentle)).morning(0, 3)).at(0, 9),
  ],
  ['a fall told', ['/today', '/programme', '/programme/stop', '/programme/direction'], async () => stopped('fall')],
  ['chest pain told', ['/today', '/programme/stop'], async () => stopped('chest')],
  ['a numb leg told', ['/today', '/programme/stop'], async () => stopped('legNumbnessSpreads')],
  ['a sore morning', ['/today', '/programme/mini-check'], async () => (await (await begunOn()).morning(1, 7)).at(1, 9)],
  [
    'a sore morning, and the short check clear since',
    ['/today', '/programme/direction'],
    async () => (await (await (await begunOn()).morning(1, 7)).mini(1)).at(1, 9),
  ],
  [
    'a sore session',
    ['/today', '/programme', '/programme/mini-check'],
    async () =>
      (
        await (
          await begunOn()
        ).session(0, 10, { movements: [{ card: 'M08', movement: 'M08', peak0to10: 7, done: 'tooSore' }] })
      ).at(0, 12),
  ],
  [
    'a leg that got worse',
    ['/today', '/programme'],
    async () => (await (await begunOn()).session(0, 10, { leg: 'further' })).at(0, 12),
  ],
  [
    'a flare',
    ['/today', '/programme', '/programme/flare'],
    async () => {
      const home = await goodDays(0, 3)
      await home.morning(4, 4, { poorSleep: 'yes' })
      return (await home.mini(4)).at(4, 9)
    },
  ],
  [
    'a jump without a cause',
    ['/today', '/programme/morning'],
    async () => {
      const home = await goodDays(0, 2)
      return (await home.morning(3, 5)).at(3, 9)
    },
  ],
  ['eight days away', ['/today', '/programme'], async () => (await (await goodDays(0, 0)).morning(9, 2)).at(9, 9)],
  [
    'day 3, check-in due',
    ['/today', '/programme', '/programme/check-in'],
    async () => (await (await (await begunOn()).morning(2, 3)).mini(2)).at(2, 9),
  ],
  [
    'check-in told worse',
    ['/today', '/programme/check-in', '/programme/check-in/change'],
    async () => checkedIn('worse', 5),
  ],
  [
    'check-in told better',
    ['/today', '/programme/check-in', '/programme/check-in/change'],
    async () => checkedIn('better', 2),
  ],
  [
    'cannot pass water or drink',
    ['/today', '/programme', '/programme/check-in/change'],
    async () => checkedIn('same', 5, { toiletAndDrink: 'no' }),
  ],
  [
    'cannot pass water or drink, and locked',
    ['/today', '/programme'],
    async () => (await (await checkedIn('same', 5, { toiletAndDrink: 'no' })).check(2, 9.5, urgent)).at(2, 10),
  ],
  [
    'be seen soon, and a fall told',
    ['/today', '/programme'],
    async () => {
      const home = await (await begunOn()).check(0, 8, gentle)
      await home.write(momentAt(0, 8.5), { kind: 'stopped', sign: 'fall' })
      return home.at(0, 9)
    },
  ],
  [
    'an emergency, and a fall told',
    ['/today', '/programme', '/programme/stop'],
    async () => {
      const home = await (await begunOn()).check(0, 8, emergency)
      await home.write(momentAt(0, 8.5), { kind: 'stopped', sign: 'chest' })
      return home.at(0, 9)
    },
  ],
  ['two weeks on', ['/today', '/programme'], async () => (await (await begunOn()).morning(14, 4)).at(14, 9)],
  ['six weeks on', ['/today', '/programme'], async () => (await (await begunOn()).morning(42, 4)).at(42, 9)],
  [
    'nearly ready for phase 2',
    ['/today', '/programme/phase', '/programme/abilities'],
    async () => (await (await (await goodDays(0, 0)).morning(1, 2)).mini(1)).at(1, 9),
  ],
  ['ready for phase 2', ['/today', '/programme', '/programme/phase'], async () => ready()],
  ['in phase 2', ['/today', '/programme', '/programme/phase', '/programme/abilities'], async () => inPhaseTwo()],
  ['in phase 3, no task chosen', ['/programme/phase', '/programme/abilities'], async () => inPhaseThree()],
  ['in phase 3, a task chosen', ['/programme/phase', '/programme/abilities'], async () => inPhaseThree('Socks')],
  ['too much of a medicine told', all, tooMuch],
  [
    'told by mistake, and nobody asked yet',
    ['/today', '/programme', '/programme/cleared', '/programme/mistaken', '/programme/direction'],
    mistaken,
  ],
  ['a new day, and nothing told yet', ['/programme/direction', '/session'], async () => (await begunOn()).at(1, 9)],
  [
    'asked of worry, with a low mood',
    ['/today', '/programme/feelings'],
    async () => {
      const home = await begunOn()
      await home.write(momentAt(0, 9), { kind: 'helpAnswered', offerEarlierPhysio: true, askI3: true })
      return home.at(0, 10)
    },
  ],
  [
    'codeine written down',
    ['/today'],
    async () => {
      const home = await begunOn()
      await home.notebook.append({
        v: 1,
        id: freshId(),
        at: momentAt(0, 8),
        kind: 'doseTaken',
        product: 'codeine',
        ingredient: 'codeine',
        milligrams: 12.8,
      } as never)
      return home.at(0, 9)
    },
  ],
]

const fresh = async () => (await begunOn()).at(0, 9)
const mini = (id: string): Press => ['/programme/mini-check', { [`q.${id}`]: 'yes' }]
/** A check-in in which all is as it should be, but for this. */
const checkIn = (part: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
  ...{ screen: '2', do: 'next', 'q.trend': 'better', 'q.painNow': '2', 'q.toilet': 'yes', 'q.stand': 'yes' },
  ...{ 'q.medicine': 'yes', 'q.normal': 'no', 'q.leg': 'no' },
  ...part,
})
const visit = (part: Readonly<Record<string, string>>): Press => [
  '/programme/cleared',
  { 'q.who': 'my GP', 'q.how': 'seen', 'q.seenDaysAgo': '0', 'q.said': 'yes', 'q.after*': 'yes', ...part },
]
const found = async (answers: Answers, from = 8) => (await (await begunOn()).check(0, from, answers)).at(1, 9)
const life = async () => {
  const home = await begunOn()
  await home.write(momentAt(0, 9), { kind: 'helpAnswered', offerEarlierPhysio: true, askI3: true })
  return home.at(0, 10)
}
const lived = (answer: string): Press => ['/programme/feelings', { do: 'life', 'q.I3': answer }]
const felt = (better: string, leg: string): Press => [
  '/programme/direction',
  { do: 'felt', 'q.better': better, 'q.leg': leg },
]

const feelings = (part: Readonly<Record<string, string>>): Press => [
  '/programme/feelings',
  {
    ...{ screen: '1', do: 'next', 'q.worry': '2', 'q.hope': '8', 'q.mood': 'no', 'q.load': 'no', 'q.stopped': 'no' },
    ...part,
  },
]
/** The test of the direction, with these answers after leaning back; leaning forward helps. */
const tested = (part: Readonly<Record<string, string>>): Press => {
  const way = (id: string, told: object) =>
    Object.entries(told).map(([name, value]) => [`${id}.${name}`, String(value)])
  const helps = { after: '1', place: 'nearer', moreNumb: 'no', movingEasier: 'yes', lasted: 'yes' }
  return [
    '/programme/direction',
    {
      ...{ do: 'test', before: '4' },
      ...Object.fromEntries([...way('back', { ...helps, ...part }), ...way('forward', helps)]),
    },
  ]
}
const sameForm = '0f5c1d4e-5b7a-4f3e-8d1c-00000000aaaa'
/** Each form of the programme, as it is sent on a good day and on a bad one. */
const goodAndBad: readonly Press[] = [
  ['/programme/morning', { pain: '3', do: 'save', 'list.explain': 'none' }],
  ['/programme/morning', { pain: '6', do: 'save', 'list.explain': 'none' }],
  ['/programme/morning', { pain: '6', do: 'next' }],
  ['/programme/mini-check', allClear],
  mini('A1'),
  mini('anythingNew'),
  ['/programme/check-in', checkIn({})],
  ['/programme/check-in', checkIn({ 'q.trend': 'worse' })],
  ...['6', '10', '11'].map((pain): Press => ['/programme/check-in', checkIn({ 'q.painNow': pain })]),
  ['/programme/check-in', checkIn({ 'q.toilet': 'no' })],
  ['/programme/check-in/change', checkIn({ 'q.trend': 'worse' })],
  ['/programme/start', { 'q.began': '1', 'q.painDayOne': '7', 'q.firstEver': 'yes' }],
  ['/programme/abilities', { do: 'next', 'q.walk5': 'yes', 'q.sit15': 'no', 'q.normalTasks': 'most' }],
  ['/programme/phase', { to: '2' }],
  felt('forward', 'back'),
  felt('either', 'both'),
  felt('', ''),
  tested({}),
  tested({ place: 'further' }),
  feelings({}),
  feelings({ 'q.mood': 'mostDays' }),
  feelings({ 'q.mood': '' }),
  ...['no', 'plan', ''].map(lived),
  visit({}),
  visit({ 'q.said': 'no' }),
  ['/programme/mistaken', { mistake: 'wrong' }],
]

const posts: readonly (readonly [name: string, make: () => Promise<Device>, presses: readonly Press[]])[] = [
  ['every form, where the record cannot be read', async () => unread(await fresh()), goodAndBad],
  ['every form, on a device that takes nothing', async () => full(await fresh()), goodAndBad],
  [
    'every form, where the record cannot be read and takes nothing',
    async () => unreadAndFull(await fresh()),
    goodAndBad,
  ],
  ['every form, where all is as it should be', fresh, goodAndBad],
  ['every form of a new day, before the short check', async () => (await begunOn()).at(1, 9), goodAndBad],
  ['every form, where a check found an emergency', async () => found(emergency), goodAndBad],
  ['every form, where a fall was told', async () => stopped('fall'), goodAndBad],
  ['every form, where too much of a medicine was told', tooMuch, goodAndBad],
  ['every form, where it was told by mistake', mistaken, goodAndBad],
  ['every form, with a check and no programme', async () => (await device().check(0)).plan(0), goodAndBad],
  [
    'what I can do in phase 3, with a task',
    async () => inPhaseThree('Socks'),
    ['0', '7', '', '11'].map(
      (score): Press => [
        '/programme/abilities',
        { do: 'next', 'q.walk5': 'no', 'q.sit15': 'yes', 'q.normalTasks': 'all', 'q.task0': score },
      ],
    ),
  ],
  [
    'empty forms',
    fresh,
    [...forms, 'feelings', 'cleared', 'mistaken', 'stop'].map((name): Press => [`/programme/${name}`, { do: 'next' }]),
  ],
  [
    'mornings, calm, jumped, wrong and ticked twice',
    async () => (await goodDays(0, 1)).at(2, 9),
    [
      ['/programme/morning', { pain: '5' }],
      ['/programme/morning', { pain: '4' }],
      ['/programme/morning', { pain: '11' }],
      ['/programme/morning', { pain: '5', do: 'save', 'list.explain': 'none' }],
      ['/programme/morning', { pain: '4', do: 'save' }],
      ['/programme/morning', { pain: '4', do: 'save', 'list.explain': 'none', ill: 'yes' }],
      ['/programme/morning', { pain: '4', do: 'save', 'list.explain': 'none', 'q.usual': '12' }],
      ['/programme/morning', { pain: '4', do: 'save', ill: 'yes', 'list.explain': 'notSure', 'q.usual': '4' }],
    ],
  ],
  [
    'a red morning that the device did not take',
    async () => full(await fresh()),
    [
      ['/programme/morning', { pain: '6', do: 'save', ill: 'yes' }],
      ['/programme/morning', { pain: '5', do: 'save', ill: 'yes' }],
    ],
  ],
  ...newSigns.map(({ id }) => [`stop: ${id}`, fresh, [['/programme/stop', { sign: id }]]] as const),
  [
    'stop, that the device did not take',
    async () => full(await fresh()),
    newSigns.map(({ id }): Press => ['/programme/stop', { sign: id }]),
  ],
  [
    'stop and life, where the record cannot be read',
    async () => unread(await fresh()),
    [...newSigns.slice(0, 2).map(({ id }): Press => ['/programme/stop', { sign: id }]), lived('plan'), lived('no')],
  ],
  ...miniQuestions.map((id) => [`short check: ${id}`, fresh, [mini(id)]] as const),
  [
    'a short check that the device did not take',
    async () => full(await fresh()),
    [mini('A1'), mini('anythingNew'), ['/programme/mini-check', allClear]],
  ],
  [
    'the short check, one by one',
    fresh,
    [
      ['/programme/mini-check', { 'list.mini': 'notSure' }],
      ['/programme/mini-check', { singly: 'yes', 'q.A1': 'no' }],
      ['/programme/mini-check', { ...mini('A1')[1], ...allClear }],
      ['/programme/mini-check', allClear],
    ],
  ],
  [
    'the check-in, screen by screen',
    fresh,
    [
      ['/programme/check-in', { screen: '0', do: 'next', 'q.trend': 'same', 'q.painNow': '3' }],
      ['/programme/check-in', { ...checkIn({}), screen: '1' }],
      ['/programme/check-in', { ...checkIn({}), do: 'back' }],
      ['/programme/check-in', checkIn({ 'q.toilet': '' })],
      ['/programme/check-in', checkIn({ 'q.trend': 'worse' })],
    ],
  ],
  [
    'a check-in that the device did not take',
    async () => full(await fresh()),
    [
      ['/programme/check-in', checkIn({ 'q.trend': 'worse' })],
      ['/programme/check-in', checkIn({ 'q.painNow': '6' })],
      ['/programme/check-in', checkIn({ 'q.painNow': '5' })],
    ],
  ],
  [
    'a check-in put right',
    async () => checkedIn('worse', 7, { toiletAndDrink: 'no' }),
    [
      [
        '/programme/check-in/change',
        checkIn({ 'q.trend': 'worse', 'q.painNow': '7', 'q.toilet': 'no', 'q.medicine': 'no', 'q.stand': 'yes' }),
      ],
      ['/programme/check-in/change', checkIn({ 'q.toilet': 'yes' })],
      ['/programme/check-in/change', { ...checkIn({}), do: 'sure' }, 'on'],
    ],
  ],
  [
    'a check-in put right, one milder answer at a time',
    async () => checkedIn('worse', 7, { toiletAndDrink: 'no' }),
    [{ 'q.trend': 'better' }, { 'q.painNow': '2' }, { 'q.toilet': 'yes' }, { 'q.medicine': 'yes' }].map(
      (milder): Press => [
        '/programme/check-in/change',
        checkIn({ 'q.trend': 'worse', 'q.painNow': '7', 'q.toilet': 'no', 'q.medicine': 'no', ...milder }),
      ],
    ),
  ],
  [
    'a check-in put right, and the same form once more',
    async () => checkedIn('worse', 7),
    [
      ['/programme/check-in/change', checkIn({ entry: sameForm })],
      ['/programme/check-in/change', checkIn({ do: 'sure', entry: sameForm }), 'on'],
      ['/programme/check-in/change', checkIn({ 'q.stand': 'no', entry: sameForm })],
    ],
  ],
  [
    'the last of two check-ins put right',
    async () => {
      const home = await checkedIn('worse', 7)
      await home.at(2, 11).post('/programme/check-in', checkIn({ 'q.trend': 'same', 'q.painNow': '4' }))
      return home.at(2, 12)
    },
    [['/programme/check-in/change', checkIn({})]],
  ],
  [
    'a check-in with no medicine that is safe, and with a pain typed over one just told',
    async () => (await (await begunOn()).morning(0, 3)).at(0, 8.1),
    [
      ['/programme/check-in', checkIn({ 'q.painNow': '5' })],
      ['/programme/check-in', checkIn({ 'q.medicine': 'noneSafe' })],
    ],
  ],
  [
    'a check-in put right to worse',
    async () => checkedIn('better', 2),
    [['/programme/check-in/change', checkIn({ 'q.trend': 'worse' })]],
  ],
  [
    'a check-in put right to red',
    async () => checkedIn('better', 2),
    [['/programme/check-in/change', checkIn({ 'q.painNow': '6' })]],
  ],
  [
    'begun, and the same form once more',
    async () => (await device().check(0)).plan(0),
    [
      ['/programme/start', { 'q.began': 'longer', 'q.daysAgo': '9', 'q.painDayOne': '7', 'q.firstEver': 'yes' }],
      ['/programme/start', { 'q.began': '1', 'q.painDayOne': '7', 'q.firstEver': 'yes' }],
    ],
  ],
  [
    'what I can do',
    fresh,
    [['/programme/abilities', { do: 'next', 'q.walk5': 'yes', 'q.sit15': 'notSure', 'q.normalTasks': 'most' }]],
  ],
  [
    'a phase that is not ready',
    fresh,
    [
      ['/programme/phase', { to: '2' }],
      ['/programme/phase', { to: '1' }],
    ],
  ],
  [
    'a phase that is ready',
    ready,
    [
      ['/programme/phase', { to: '3' }],
      ['/programme/phase', { to: '2' }],
      ['/programme/phase', { to: '1' }],
    ],
  ],
  ['worry and hope', fresh, [['/programme/feelings', { do: 'next', screen: '0', 'q.worry': '2', 'q.hope': '2' }]]],
  ...['no', 'thoughts', 'plan', 'acted', 'notSure', ''].map(
    (answer) => [`life: ${answer}`, life, [lived(answer)]] as const,
  ),
  ['life, that the device did not take', async () => full(await life()), ['no', 'thoughts', 'plan'].map(lived)],
  [
    'which way feels better',
    fresh,
    [
      felt('back', ''),
      felt('', 'no'),
      ['/programme/direction', { do: 'test' }],
      felt('back', 'forward'),
      ['/programme/direction', { do: 'felt' }],
    ],
  ],
  [
    'the test of the direction',
    async () => (await (await (await begunOn()).morning(0, 3)).mini(0)).at(0, 9),
    [
      ['/programme/direction', { do: 'test' }],
      ['/programme/direction', { do: 'test', 'back.place': 'nearer', 'back.moreNumb': 'no', 'forward.lasted': 'yes' }],
      felt('back', ''),
    ],
  ],
  [
    'a visit, after an emergency',
    async () => (await (await begunOn()).check(0, 8, emergency)).at(1, 9),
    [
      visit({ 'q.said': 'no' }),
      visit({ 'q.how': 'spoken' }),
      visit({ 'q.seenDaysAgo': '2' }),
      visit({ 'q.seenDaysAgo': '2', 'q.after*': 'no' }),
      ['/programme/mistaken', { mistake: 'had' }],
      ['/programme/mistaken', { mistake: 'wrong' }],
      ['/programme/mistaken', {}],
      visit({}),
    ],
  ],
  [
    'a visit, after a call for today: by phone, and seen',
    async () => found(urgent),
    [visit({ 'q.how': 'spoken' }), visit({ 'q.who': 'my GP', 'q.seenDaysAgo': '1' })],
  ],
  [
    'a visit of today, before a second check found an emergency',
    async () => (await found(urgent)).check(1, 8, emergency),
    [visit({ 'q.after*': 'no' }), visit({ 'q.after*': '' }), visit({})],
  ],
  ['a visit by phone, where nothing is closed', fresh, [visit({ 'q.how': 'spoken' })]],
  [
    'a visit and a mistake that the device did not take',
    async () => full(await found(emergency)),
    [visit({}), ['/programme/mistaken', { mistake: 'wrong' }], ['/programme/mistaken', { mistake: 'wrong' }, 'on']],
  ],
  [
    'a mistake told of an older page',
    async () => found(emergency),
    [['/programme/mistaken', { mistake: 'wrong', sure: 'yes', about: 'another' }]],
  ],
  [
    'told by mistake, said twice',
    async () => (await (await begunOn()).check(0, 8, emergency)).at(1, 9),
    [
      ['/programme/mistaken', { mistake: 'wrong' }],
      ['/programme/mistaken', { mistake: 'wrong' }, 'on'],
      visit({ 'q.how': 'spoken' }),
    ],
  ],
]

const reviewed = reviewedOutlines(new URL('./programme-outline.txt', import.meta.url))

describe('the pages of the programme, line by line', () => {
  test.each(states)('%s', async (name, addresses, make) => {
    reviewed.check(name, await looked(await make(), addresses))
  })

  test.each(posts)('pressed: %s', async (name, make, presses) => {
    reviewed.check(name, await pressed(await make(), presses))
  })

  test('where no record can be kept', async () => {
    const server = createCareApp({
      ...{ kind: 'server', notebook: null, now: () => noon, newId: () => crypto.randomUUID(), buildId: 'test' },
      assets: { css: '/site.css', islands: islandsOfTests },
    } as const)
    const pages = new Map<string, string>()
    for (const address of all) pages.set(address, await (await server.request(address)).text())
    reviewed.check('where no record can be kept', pages)
  })

  test('and the file has no state that is not looked at', reviewed.end)
})
