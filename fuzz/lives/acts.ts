/** What people do with the app over weeks, each as one act. Silly things, accidents and faults of the phone among them. */
import type { Chance } from '../chance.ts'
import { noise } from '../texts.ts'
import type { Browser, Seen } from './device.ts'
import { formsOf, type Told } from './forms.ts'
import type { Person } from './person.ts'
import { isAtLeast, type Level, resultOn, secret } from './witness.ts'

const minuteMs = 60_000
const dayMs = 1440 * minuteMs

/** Somebody of thirty with a plain strain. */
const calm: Told = {
  ...{ age: '30', sex: 'male', place: 'lowBack', centre: 'beside', startHow: 'sudden', startAfter: 'strain' },
  ...{
    duration: 'days0',
    history: 'same',
    painNow: '4',
    stand10: 'can',
    changes: 'moves',
    trend: 'better',
    walk: 'can',
  },
  ...{ I5: 'yes', I2: 'within', F3: 'no', who: 'me', 'amount.duration': '' },
}
/** What the brief says is at least so high, whatever else is said (evidence.md §1, rows of the same names; §2.3). */
const dangersTold: readonly (readonly [Told, Level])[] = [
  [{ A11: 'yes' }, 'emergency'],
  [{ B1: 'yes' }, 'emergency'],
  [{ A10: 'yes' }, 'emergency'],
  [{ D2: 'yes' }, 'emergency'],
  [{ C6: 'yes' }, 'emergency'],
  [{ A1: 'yes', 'A1.when': 'new', 'A1.seat': 'no' }, 'emergency'],
  [{ A3: 'yes', 'A3.kind': 'leak', 'A3.when': 'new' }, 'emergency'],
  [{ I3: 'plan' }, 'emergency'],
  [{ I3: 'thoughts' }, 'urgent'],
  [{ F2: 'yes' }, 'urgent'],
  [{ B2: 'yes', 'B2.kind': 'fever', 'B2.flushes': 'no' }, 'urgent'],
  [{ I2: 'overParacetamol' }, 'urgent'],
  [{ F1: 'yes', 'F1.skin': 'no' }, 'soon'],
  [{ worry: 'I am numb between my legs', 'said.A1': 'yes', 'A1.when': 'new' }, 'urgent'],
]
const homeTold: readonly Told[] = [
  { I4: 'hurt' },
  { I4: 'private' },
  { worry: `my husband hits me ${secret}`, 'said.I4': 'hurt', I4: 'hurt' },
  { worry: `I am scared of my partner, he hits me ${secret}`, 'said.I4': 'yes' },
]

export type Act = (person: Person) => Promise<void>

/** The check from its first screen to a result; a change that is asked about is confirmed or not. */
async function check(person: Person, told: Told, least?: Level): Promise<void> {
  let seen = await person.go('/check')
  for (let turn = 0; turn < 45 && !resultOn(seen); turn += 1) {
    const form = formsOf(seen.html, seen.path).find(
      ({ action, fields }) => action.startsWith('/check') && fields.some(({ name }) => name === 'trail'),
    )
    if (!form || seen.html.includes('Your earlier check still counts')) return
    const confirms = form.buttons.some(({ value }) => value === 'change')
    const next = await person.fillIn(form, told, 'plain', confirms ? person.chance.one(['keep', 'change']) : undefined)
    // What was left out is said to be left out.
    seen = next.status === 422 ? await person.fillIn(form, told, 'plain', 'skip') : next
  }
  const result = resultOn(seen)
  const { witness, phone } = person.hand
  if (result && least && !isAtLeast(result.level, least))
    witness.fault(`told ${Object.keys(told).slice(0, 2).join()}, the check says ${result.level}`, person.story)
  if (!result && seen.status === 200 && phone.browser === 'well' && least && isAtLeast(least, 'urgent'))
    witness.fault(
      'a check with a danger came to no result',
      `${person.story} ${/<h1[^>]*>(.*?)<\/h1>/s.exec(seen.html)?.[1]}`,
    )
}

const calmCheck: Act = (person) => check(person, calm)
const dangerCheck: Act = async (person) => {
  const [told, least] = person.chance.one(dangersTold)
  await check(person, { ...calm, ...told }, least)
}
const homeCheck: Act = async (person) => {
  person.hand.witness.toldOfHome = true
  await check(person, { ...calm, ...person.chance.one(homeTold) })
}

/** Of a check under way or done: back to an earlier screen, and other answers there. */
const changeAnswers: Act = async (person) => {
  const { chance } = person
  const old = person.sent.findLast(({ path }) => path.startsWith('/check/'))
  if (!old) return calmCheck(person)
  const screen = old.path.replace(/\d+$/, String(1 + chance.below(10)))
  const seen = await person.go(screen)
  for (const form of formsOf(seen.html, seen.path)
    .filter(({ action }) => action.startsWith('/check'))
    .slice(0, 1))
    await person.fillIn(
      form,
      chance.is(0.5) ? calm : { ...calm, ...chance.one(dangersTold)[0] },
      chance.is(0.8) ? 'plain' : 'silly',
    )
}

const visits = (path: string, told: Told | ((chance: Chance) => Told), most = 4): Act => {
  return async (person) =>
    void (await person.follow(path, typeof told === 'function' ? told(person.chance) : told, most))
}
const leg = (chance: Chance) => chance.one(['none', 'none', 'same', 'further', 'lasting'])
const pain = (chance: Chance) => String(chance.one([0, 1, 2, 3, 3, 4, 5, 7, 9]))

const plan = visits('/plan', { 'q.painNow': '3', walk: 'can', floor: 'yes' }, 8)
/** A step of the plan, done or too sore. */
const step: Act = async (person) => {
  const seen = await person.go('/plan')
  const steps = [...seen.html.matchAll(/href="(\/plan\/step\/[^"]+)"/g)].map(([, path = '']) => path)
  if (steps.length === 0) return
  await person.follow(
    person.chance.one(steps),
    { do: person.chance.one(['done', 'tooSore', 'soreLeg']), leg: leg(person.chance) },
    2,
  )
}
const session = visits('/session', (chance) => ({
  ...{ pain: pain(chance), minutes: chance.one(['10', '30']), leg: leg(chance), effort: '2', worst: pain(chance) },
  do: chance.one(['finish', 'soreLeg', 'tooSore']),
}))
const mini: Act = async (person) => {
  const yes = person.chance.is(0.15)
  const sign = person.chance.one(['A1', 'A2', 'A3', 'A5', 'A6', 'B2', 'anythingNew'])
  const seen = await person.follow('/programme/mini-check', yes ? { [sign]: 'yes' } : {}, 1)
  const sent = person.sent.at(-1)
  // A page without its questions sends no sign.
  const isTold = sent?.path === '/programme/mini-check' && sent.pairs.some(([, value]) => value === 'yes')
  if (yes && isTold && seen.status === 200) person.hand.witness.stopped = true
}
const stop: Act = async (person) => {
  const sign = person.chance.one(['chest', 'fever', 'fall', 'dizziness', 'weaknessOrNumbness'])
  const seen = await person.follow('/programme/stop', { sign }, 1)
  if (person.sent.at(-1)?.path === '/programme/stop' && seen.status === 200) person.hand.witness.stopped = true
}
const visit = visits(
  '/programme/cleared',
  (chance) => ({
    ...{ who: 'GP', how: chance.one(['seen', 'seen', 'spoken']), seenDaysAgo: chance.one(['0', '0', '1', '3']) },
    said: chance.one(['yes', 'yes', 'no']),
  }),
  1,
)
const mistaken = visits('/programme/mistaken', (chance) => ({ mistake: chance.one(['wrong', 'wrong', 'had']) }), 2)
const notes = ['', 'a good day', 'I am numb between my legs', 'no fever today', 'walked to the shop', 'chest pain']
const diary = visits('/diary/entry', (chance) => ({
  ...{ pain: pain(chance), worst: pain(chance), note: chance.one(notes), cause: chance.one(['yes', 'no']) },
  signs: chance.is(0.1) ? chance.one(['saddle', 'bladder', 'fever']) : '',
}))
/** Tells of an earlier day, or puts an entry right or takes it back. A sign told so stops everything like any other. */
const diaryLater: Act = async (person) => {
  const { chance, hand } = person
  const sign = chance.is(0.3) ? chance.one(['saddle', 'bladder', 'fever']) : ''
  const told: Told = { pain: pain(chance), signs: sign, plainCause: chance.one(['yes', 'no']), note: '' }
  const diary = await person.go('/diary')
  const links = [...diary.html.matchAll(/href="(\/diary\/entry\/[0-9a-f-]{36})"/g)].map(([, path = '']) => path)
  if (links.length > 0 && chance.is(0.3)) return void (await person.send(chance.one(links), [['do', 'undo']]))
  const form = await person.go(links.length > 0 && chance.is(0.6) ? `${chance.one(links)}/put-right` : '/diary/entry')
  const days = [...form.html.matchAll(/name="about" value="([^"]+)"/g)].map(([, day = '']) => day)
  const seen = await person.follow(form.path, days.length > 0 ? { ...told, about: chance.one(days) } : told, 2)
  if (sign !== '' && person.sent.at(-1)?.path === '/diary/entry' && seen.html.includes('Leave your movements'))
    hand.witness.stopped = true
}
const dose = visits(
  '/medicines/tally',
  (chance) => ({
    ...{
      do: chance.one(['record', 'record', 'tooMuch']),
      product: chance.one(['paracetamol500', 'ibuprofen200', 'cocodamol']),
    },
    ...{ units: chance.one(['1', '2', '2', '12']), when: 'now' },
  }),
  2,
)

/** The same form again; a dose counts once. */
const sendTwice: Act = async (person) => {
  const last = person.sent.at(-1)
  if (!last) return
  await person.send(last.path, last.pairs)
  await person.send(last.path, last.pairs)
}
const sendOldForm: Act = async (person) => {
  if (person.sent.length === 0) return
  const old = person.chance.one(person.sent)
  await person.send(old.path, old.pairs, person.chance.one(['usual', 'usual', 'token', 'nothing', 'foreign']))
}
const pressAnything: Act = async (person) => {
  const seen = await person.go(person.chance.one(rooms))
  const forms = formsOf(seen.html, seen.path)
  if (forms.length > 0 && seen.path !== '') await person.fillIn(person.chance.one(forms), {}, 'silly')
}
const sendRubbish: Act = async (person) => {
  const { chance } = person
  const path = chance.one([
    ...rooms,
    '/check',
    '/record/import',
    '/report/unclench-report.pdf',
    '/check/summary',
    '/nowhere',
  ])
  if (path === '/record/erase') return
  const pairs = Array.from(
    { length: chance.below(5) },
    () =>
      [
        chance.one(['do', 'trail', 'q.A1', 'screen', 'form', noise(chance, 4)]),
        noise(chance, chance.below(60)),
      ] as const,
  )
  await person.send(path, pairs, chance.one(['usual', 'nothing']))
}
/** Two tabs: a check half-way in one, another in the other, then the first goes on. */
const twoTabs: Act = async (person) => {
  const [one, other] = [await person.go('/check'), await person.go('/check')]
  const form = (seen: Seen) =>
    formsOf(seen.html, seen.path).find(({ fields }) => fields.some(({ name }) => name === 'shown'))
  const [first, second] = [form(one), form(other)]
  if (!first || !second) return
  await person.fillIn(first, calm)
  await person.fillIn(second, { ...calm, ...person.chance.one(dangersTold)[0] })
  await person.fillIn(first, { ...calm, ...person.chance.one(dangersTold)[0] })
}

/** The furthest from 1970 that a browser's clock can say. */
const furthestMs = 8_640_000_000_000_000
/** What a clock says whose battery was empty, or with which somebody played: at both sides of each border. */
const strangeClocks = [
  ...[Number.NaN, -furthestMs, Date.UTC(1950, 5), -dayMs, -30 * minuteMs, -1, 0, 30 * minuteMs, Date.UTC(1999, 11, 31)],
  ...[Date.UTC(2200, 0) - minuteMs, Date.UTC(2200, 0), Date.UTC(2286, 10, 20, 18), Date.UTC(5000, 1, 29)],
  ...[Date.UTC(9970, 0) - 30 * minuteMs, Date.UTC(9970, 0), Date.UTC(10_000, 0), Date.UTC(12_026, 10, 27), furthestMs],
]
/** Where a device reads its clock otherwise than it stands, so that going over it is a clock that was set. */
const borders = [0, Date.UTC(9970, 0)]

const hours: Act = async (person) => {
  const { phone, witness } = person.hand
  const before = phone.nowMs
  const passedMs = (1 + person.chance.below(30)) * 60 * minuteMs
  phone.nowMs = Math.min(furthestMs, before + passedMs)
  phone.rightMs += passedMs
  if (borders.some((border) => before < border && phone.nowMs >= border)) witness.clock += 1
  person.did('hours pass')
}
const wrongClock: Act = async (person) => {
  const { chance, hand } = person
  const by = chance.one([2, 9, 11, 61, 600, 1440, 2000, 20_000, 525_600, 5_256_000]) * minuteMs * chance.one([1, -1])
  const toMs = chance.is(0.25) ? chance.one(strangeClocks) : hand.phone.nowMs + by
  hand.phone.nowMs = Math.max(-furthestMs, Math.min(furthestMs, toMs))
  hand.witness.clock += 1
  person.did(`the clock is set to ${hand.phone.nowMs}`)
}
const rightClock: Act = async (person) => {
  const { phone, witness } = person.hand
  phone.nowMs = phone.rightMs
  witness.clock += 1
  person.did('the clock is put right')
}
const travels: Act = async (person) => {
  process.env.TZ = person.chance.one(['Europe/London', 'America/New_York', 'Pacific/Kiritimati', 'Asia/Kolkata', 'UTC'])
  person.did(`in ${process.env.TZ}`)
}
const browserFails: Act = async (person) => {
  person.hand.phone.browser = person.chance.one<Browser>(['refuses', 'refuses', 'fails', 'hangs'])
  person.did(`the browser ${person.hand.phone.browser}`)
}
const browserIsWell: Act = async (person) => {
  person.hand.phone.browser = 'well'
  person.did('the browser is well')
}
const workerEnds: Act = async (person) => {
  person.hand.phone.startWorker()
  person.did('the worker starts anew')
}
const erase: Act = async (person) => void (await person.follow('/record/erase', {}, 1))

const rooms: readonly string[] = [
  ...[
    '/',
    '/today',
    '/plan',
    '/movements',
    '/session',
    '/relax',
    '/medicines',
    '/medicines/tally',
    '/record',
    '/diary',
  ],
  ...['/diary/entry', '/diary/tasks', '/programme', '/programme/start', '/programme/morning', '/programme/check-in'],
  ...['/programme/feelings', '/programme/abilities', '/programme/phase', '/programme/direction', '/programme/cleared'],
  ...['/programme/mistaken', '/programme/stop', '/programme/mini-check', '/prevent', '/prevent/walking', '/report'],
  ...['/prevent/strength', '/prevent/desk', '/prevent/reminders', '/prevent/breaks', '/diary/chart', '/emergency'],
]

/** Each with how often it is done among all. */
export const acts: readonly (readonly [number, Act])[] = [
  [6, calmCheck],
  [5, dangerCheck],
  [2, homeCheck],
  [3, changeAnswers],
  [5, plan],
  [4, step],
  [3, visits('/programme/start', { began: '0', painDayOne: '4', firstEver: 'no' })],
  [3, mini],
  [3, visits('/programme/morning', (chance) => ({ pain: pain(chance), plainCause: 'no' }), 2)],
  [
    2,
    visits('/programme/check-in', (chance) => ({
      painNow: pain(chance),
      trend: chance.one(['better', 'same', 'worse']),
    })),
  ],
  [1, visits('/programme/feelings', (chance) => ({ I3: chance.one(['no', 'no', 'thoughts', 'plan']) }))],
  [1, visits('/programme/phase', { to: '2' }, 1)],
  [4, session],
  [2, stop],
  [3, visit],
  [2, mistaken],
  [5, diary],
  [4, diaryLater],
  [1, visits('/diary/tasks', { 'new.1': 'Carry shopping' }, 1)],
  [3, dose],
  [3, visits('/medicines', {}, 8)],
  [
    2,
    visits(
      '/prevent/walking',
      (chance) => ({
        do: chance.one(['start', 'note', 'end']),
        minutes: '10',
        felt: chance.one(['fine', 'tooSore', 'leg']),
      }),
      1,
    ),
  ],
  [1, visits('/prevent/strength', { first: '1', second: '4' }, 1)],
  [1, visits('/prevent/reminders', { do: 'set', what: 'walk', time1: '09:00', days: '1' }, 1)],
  [2, sendTwice],
  [4, sendOldForm],
  [6, pressAnything],
  [2, sendRubbish],
  [2, twoTabs],
  [10, hours],
  [3, wrongClock],
  [1, rightClock],
  [1, travels],
  [3, browserFails],
  [6, browserIsWell],
  [2, workerEnds],
  [1, erase],
]
