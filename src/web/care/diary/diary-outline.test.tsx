/**
 * Every page of the diary in every state it can stand in, line by line: what is said first, where each link and form leads,
 * what each button sends. A line that changes is read and changed in the file beside this test, or it is a fault.
 */
import { islandsOfTests } from '../islands.fixtures.ts'
import { describe, test } from 'vitest'
import { looked, type Press, pressed, reviewedOutlines } from '../../../../scripts/outlines/page-outline.ts'
import type { Answers } from '../../../care/check/types.ts'
import type { EntryFields } from '../../../care/diary/entry.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import { createCareApp } from '../app.tsx'
import { dayOf } from '../moment.ts'
import { noon } from '../plan/plan.fixtures.ts'
import { begunOn, device, freshId, full, momentAt, unread, unreadAndFull } from '../programme/programme.fixtures.ts'

type Device = ReturnType<typeof device>
const rooms = ['/diary', '/diary/chart', '/diary/triggers', '/diary/tasks']
const lastOf = (day: number) => `0193dddd-0000-7000-8000-${String(day + 500).padStart(12, '0')}`

/** An entry of a day of the story, as the record holds it. */
async function wrote(home: Device, day: number, painNow0to10: number, more: Partial<EntryFields> = {}) {
  const at = momentAt(day, 8)
  const when = { at, day: dayOf(at, { kind: 'device' }) }
  const event = { v: 2, id: lastOf(day), ...when, kind: 'diaryEntry', painNow0to10, ...more } as NotebookEvent
  await home.notebook.append(event)
  return home
}
const task = { v: 1, kind: 'taskChosen', name: 'Putting on socks', task: freshId() } as const
async function withTask(home: Device) {
  await home.notebook.append({
    ...task,
    id: freshId(),
    at: momentAt(0, 7),
    day: dayOf(momentAt(0, 7), { kind: 'device' }),
  } as NotebookEvent)
  return home
}
const whole: Partial<EntryFields> = {
  ...{ painWorst0to10: 5, painAverage0to10: 4, places: ['lowBack-left', 'buttock-left'], leg: 'same', sleep: 'broken' },
  ...{ stress: 'some', sittingHours: 6.5, lifting: 'light', medicine: { taken: true, doses: [] }, helped: ['warmth'] },
  ...{ note: 'Dug the garden', taskScores: [{ task: task.task, score0to10: 4 }], confidence0to10: 7, globalChange: 2 },
}
/** Pains of days one after another, the last one today (day 0). */
async function days(home: Device, pains: readonly number[], more: Partial<EntryFields> = {}) {
  for (const [index, pain] of pains.entries()) await wrote(home, index + 1 - pains.length, pain, more)
  return home.at(0, 12.5)
}
const danger: Answers = { A1: 'yes', 'A1.when': 'new' }
const entry = `/diary/entry/${lastOf(0)}`

const states: readonly (readonly [name: string, addresses: readonly string[], make: () => Promise<Device>])[] = [
  ['nothing told', [...rooms, '/diary/entry', entry, `${entry}/put-right`, '/diary?page=2'], async () => device()],
  ['one entry today, the pain alone', [...rooms, entry, `${entry}/put-right`], async () => days(device(), [3])],
  [
    'an entry with all that can be told',
    [...rooms, '/diary/entry', entry, `${entry}/put-right`],
    async () => withTask(await wrote(device(), 0, 3, whole)),
  ],
  ['a programme under way', ['/diary', entry, '/diary/chart'], async () => wrote(await begunOn(), 0, 3)],
  ['a red entry and no check after it', [entry], async () => days(device(), [6])],
  ['an entry of 5 and no check after it', [entry], async () => days(device(), [5])],
  ['a red entry, and a check after it', [entry], async () => (await days(device(), [6])).check(0, 9)],
  ['a red entry, and a check before it', [entry], async () => days(await device().check(0, 7), [6])],
  ['a note that nobody could read', [entry], async () => days(device(), [3], { note: 'je ne peux pas uriner' })],
  ['pain that has eased by 2', ['/diary', entry], async () => days(device(), [6, 6, 5, 5, 4, 4, 3, 3, 2])],
  ['pain that is as it was', ['/diary', entry], async () => days(device(), [4, 4, 4])],
  ['pain that has risen', ['/diary', entry, '/diary/chart'], async () => days(device(), [2, 2, 3, 3, 5])],
  [
    'six weeks above what most people tell',
    ['/diary', '/diary/chart', '/diary?page=1', '/diary?page=2', '/diary?page=9'],
    async () =>
      days(
        await begunOn(),
        Array.from({ length: 45 }, () => 7),
      ),
  ],
  [
    'a year, and its pages',
    ['/diary', '/diary?page=2', '/diary?page=0', '/diary?page=x'],
    async () =>
      days(
        device(),
        Array.from({ length: 90 }, (_, index) => index % 3),
      ),
  ],
  [
    '13 days that count',
    ['/diary/triggers'],
    async () =>
      days(
        device(),
        Array.from({ length: 14 }, (_, index) => index % 4),
        { sleep: 'good' },
      ),
  ],
  [
    'days that are all alike',
    ['/diary/triggers'],
    async () =>
      days(
        device(),
        Array.from({ length: 40 }, () => 3),
        { sleep: 'good' },
      ),
  ],
  [
    'short nights before bad days',
    ['/diary/triggers'],
    async () => {
      const home = device()
      for (let day = -59; day <= 0; day += 1)
        await wrote(home, day, day % 3 === 0 ? 5 : 2, {
          sleep: (day + 1) % 3 === 0 ? 'bad' : 'good',
          stress: day % 7 === 0 ? 'lots' : 'some',
        })
      return home
    },
  ],
  [
    'told in the morning, before a session, in the look back and in the check',
    ['/diary'],
    async () => {
      const home = await begunOn()
      await home.morning(0, 4)
      await home.session(0, 10)
      await home.write(momentAt(0, 11), {
        kind: 'checkInDone',
        pain0to10: 2,
        trend: 'better',
        toiletAndDrink: 'yes',
        canStand10Minutes: 'yes',
        medicineFor24Hours: 'no',
        backToNormal: 'no',
        severeLegPain: 'no',
      })
      await wrote(home, -1, 5, { signs: ['fall'], note: 'fell' })
      return home.at(1, 12)
    },
  ],
  [
    'movements are locked',
    ['/diary', '/diary/chart', '/diary/entry'],
    async () => days(await device().check(0, 7, danger), [3]),
  ],
]

const send = (fields: Press[1]): Press => ['/diary/entry', fields]
const noBody = async () => device()
const today = dayOf(momentAt(0, 12.5), { kind: 'device' })
const sameForm = '0f5c1d4e-5b7a-4f3e-8d1c-00000000bbb0'
/** An entry as it is sent on a good day, and with each kind of danger. */
const goodAndBad: readonly Press[] = [
  ...[{ pain: '3' }, { pain: '5' }, { pain: '6' }, { pain: '2', leg: 'further' }, { pain: '2', places: 'saddleBack' }],
  ...[{ pain: '3', signs: 'saddle' }, { pain: '3', signs: 'fever' }, { signs: 'fall' }, { pain: '11', signs: 'chest' }],
  ...[
    { pain: '6', signs: 'other' },
    { pain: '2', note: 'numb down below when I wipe' },
  ],
  ...[
    { pain: '2', note: 'I want to end my life' },
    { pain: '2', note: 'my husband hit me last night' },
  ],
  ...[
    { pain: '2', note: 'my face has dropped on one side' },
    { pain: '2', 'dose.paracetamol500': '2' },
  ],
].map((fields) => send(fields))

const posts: readonly (readonly [name: string, make: () => Promise<Device>, presses: readonly Press[]])[] = [
  ['every entry, where the record cannot be read', async () => unread(await begunOn()), goodAndBad],
  ['every entry, on a device that takes nothing', async () => full(await begunOn()), goodAndBad],
  ['every entry, where the record cannot be read and takes nothing', async () => unreadAndFull(device()), goodAndBad],
  ['words of another emergency', noBody, [send({ pain: '2', note: 'my face has dropped on one side' })]],
  [
    'words of being hurt at home, with a danger, and with a pain that is wrong',
    noBody,
    [
      send({ pain: '6', signs: 'numb', note: 'my husband hit me last night' }),
      send({ pain: '11', note: 'my husband hit me last night' }),
    ],
  ],
  [
    'an entry: nothing, pain alone, what is wrong',
    noBody,
    [send({}), send({ pain: '3' }), send({ pain: '11', note: 'x' }), send({ pain: '3', sitting: '25' })],
  ],
  ['a pain of 5', noBody, [send({ pain: '5' })]],
  ['a pain of 6', noBody, [send({ pain: '6' })]],
  ['a pain of 5 in a programme', async () => begunOn(), [send({ pain: '5' })]],
  ['a pain of 6 in a programme', async () => begunOn(), [send({ pain: '6' })]],
  ...['chest', 'saddle', 'bladder', 'bowel', 'bothLegs', 'weak', 'unsteady', 'numb', 'fever', 'fall', 'other'].map(
    (sign) => [`new or worse: ${sign}`, noBody, [send({ pain: '3', signs: sign })]] as const,
  ),
  ['a danger sign with a pain that is wrong', noBody, [send({ signs: 'chest' }), ['follow Do the check', {}]]],
  ['a danger sign with a pain that is wrong, on a full device', async () => full(device()), [send({ signs: 'numb' })]],
  [
    'a jump of 3, and of 2',
    async () => days(device(), [2, 2, 2]),
    [send({ pain: '4' }), send({ pain: '5' }), send({ pain: '5', asked: 'cause', plainCause: 'notSure' })],
  ],
  [
    'a jump with a clear reason',
    async () => days(device(), [2, 2, 2]),
    [send({ pain: '5', asked: 'cause', plainCause: 'yes' })],
  ],
  ['a leg that is worse', noBody, [send({ pain: '2', leg: 'further' })]],
  ['a place between the legs', noBody, [send({ pain: '2', places: 'saddleBack' })]],
  [
    'words of wanting to die',
    noBody,
    [send({ pain: '2', note: 'I want to end my life' }), ['follow Do the check', {}]],
  ],
  [
    'words of wanting to die, on a full device',
    async () => full(device()),
    [send({ pain: '2', note: 'I want to end my life' })],
  ],
  [
    'words of being hurt at home',
    noBody,
    [send({ pain: '2', note: 'my husband hit me last night' }), ['/diary/entry', { keepNote: 'yes' }, 'on']],
  ],
  ['words of numbness between the legs', noBody, [send({ pain: '2', note: 'numb down below when I wipe' })]],
  ['red on a full device', async () => full(device()), [send({ pain: '6' }), send({ pain: '5' })]],
  [
    'red on a full device in a programme',
    async () => full(await begunOn()),
    [send({ pain: '6' }), send({ pain: '5' })],
  ],
  ...[{ leg: 'further' }, { places: 'saddleBack' }, { note: 'numb down below when I wipe' }, { signs: 'fever' }].map(
    (told) => [`a pain that is wrong, and ${JSON.stringify(told)}`, noBody, [send({ pain: '11', ...told })]] as const,
  ),
  ['of today, named as a day', noBody, [send({ pain: '3', about: today }), send({ pain: '3', about: '2026-11-10' })]],
  [
    'doses too soon after others, alone and with words of being hurt at home',
    noBody,
    [
      ...['2', '2'].map((units) => send({ pain: '2', 'dose.paracetamol500': units })),
      send({ pain: '2', 'dose.paracetamol500': '2', note: 'my husband hit me last night' }),
      send({ pain: '2', 'dose.ibuprofen200': '1', signs: 'saddle' }),
      send({ pain: '2', 'dose.ibuprofen200': '1', note: 'my face has dropped on one side' }),
      send({ pain: '2', 'dose.ibuprofen200': '1', note: 'I want to end my life', signs: 'chest' }),
    ],
  ],
  ...['2', '6'].map(
    (pain) =>
      [
        `the same form with another painkiller, in a programme, at ${pain}`,
        async () => begunOn(),
        [
          send({ form: sameForm, pain, 'dose.paracetamol500': '1' }),
          send({ form: sameForm, pain, 'dose.paracetamol500': '1' }),
          send({ form: sameForm, pain, 'dose.paracetamol500': '2' }),
          send({ form: sameForm, pain, 'dose.ibuprofen200': '1' }),
        ],
      ] as const,
  ),
  ['a dose with it', async () => withTask(device()), [send({ pain: '2', 'dose.paracetamol500': '2' })]],
  [
    'an entry put right and taken back',
    async () => days(device(), [3]),
    [
      ['/diary/entry', { pain: '4' }, `${entry}/put-right`],
      [entry, {}],
      [entry, { do: 'undo' }],
      [entry, { do: 'undo' }],
    ],
  ],
  [
    'an entry that a full device does not take back',
    async () => full(await days(device(), [3])),
    [[entry, { do: 'undo' }]],
  ],
  [
    'tasks named',
    noBody,
    [
      ['/diary/tasks', { 'new.1': 'Socks', 'new.2': '' }],
      ['/diary/tasks', { 'new.1': 'numb between the legs' }],
      ['/diary/tasks', { 'new.1': 'x'.repeat(81) }],
      ['/diary/tasks', { 'new.1': 'my husband hit me last night' }],
    ],
  ],
  ['tasks on a full device', async () => full(device()), [['/diary/tasks', { 'new.1': 'Socks' }]]],
]

const reviewed = reviewedOutlines(new URL('./diary-outline.txt', import.meta.url))

describe('the pages of the diary, line by line', () => {
  test.each(states)('%s', async (name, addresses, make) => {
    reviewed.check(name, await looked(await make(), addresses))
  })

  test.each(posts)('sent: %s', async (name, make, presses) => {
    reviewed.check(name, await pressed(await make(), presses))
  })

  test('where no record can be kept', async () => {
    const server = createCareApp({
      ...{ kind: 'server', notebook: null, now: () => noon, newId: () => freshId(), buildId: 'test' },
      assets: { css: '/site.css', islands: islandsOfTests },
    } as const)
    const answer = async (response: Response | Promise<Response>) => {
      const { status } = await response
      return { status, html: await (await response).text() }
    }
    const get = (at: string) => answer(server.request(at))
    const post = (at: string, fields: Press[1]) => {
      const pairs = Object.entries(fields).map(([name, value]) => [name, String(value)])
      return answer(server.request(at, { method: 'POST', body: new URLSearchParams(pairs) }))
    }
    const home = { get, post }
    const told = [{}, { pain: '6' }, { pain: '3', signs: 'saddle' }, { pain: '2', note: 'I want to end my life' }]
    const pages = await looked(home, [...rooms, '/diary/entry', entry, `${entry}/put-right`])
    reviewed.check('where no record can be kept', new Map([...pages, ...(await pressed(home, told.map(send)))]))
    reviewed.check(
      'tasks where no record can be kept',
      await pressed(home, [
        ['/diary/tasks', { 'new.1': 'numb between the legs' }],
        ['/diary/tasks', { 'new.1': 'Socks' }],
      ]),
    )
  })

  test('and the file has no state that is not looked at', reviewed.end)
})
