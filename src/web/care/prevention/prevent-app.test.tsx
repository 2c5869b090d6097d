/** The pages of prevention through the app itself, in both homes: no port, no mock. */
import { describe, expect, test } from 'vitest'
import type { Answers } from '../../../care/check/types.ts'
import { asEpochMs, dayMs, type EpochMs } from '../../../care/evidence/time.ts'
import type { NotebookEvent, ProfileData } from '../../../care/record/notebook.ts'
import { lessonIds, lessons } from '../../../care/prevention/lessons.ts'
import { topicIds, topics } from '../../../care/prevention/topics.ts'
import { gradeWords } from '../../../care/evidence/grade.ts'
import { createCareApp } from '../app.tsx'
import type { NotebookStore } from '../home.ts'
import { checkEvent, checkId, decoded, headingOf, memoryNotebook, noon } from '../plan/plan.fixtures.ts'
import { plain } from '../../../care/relief/people.proof.ts'

type Fields = readonly (readonly [string, string])[]

function homeWith(notebook: (NotebookStore & { readonly events: NotebookEvent[] }) | null) {
  let now: EpochMs = asEpochMs(noon + 60_000)
  const app = createCareApp({
    kind: notebook ? 'device' : 'server',
    notebook,
    // Each look at the clock is a moment later, as in life: the order of events must not hang on their ids.
    now: () => (now = asEpochMs(now + 1)),
    newId: () => crypto.randomUUID(),
    assets: { css: '/assets/site.css', islands: {} },
    buildId: 'test',
  })
  const seen = async (answer: Response) => {
    const html = await answer.text()
    const text = decoded(html.replaceAll(/<[^>]+>/g, ' ')).replaceAll(/\s+/g, ' ')
    return { status: answer.status, headers: answer.headers, html, heading: headingOf(html), text }
  }
  const get = async (at: string) => seen(await app.request(at))
  return {
    events: notebook?.events ?? [],
    later: (days: number) => {
      now = asEpochMs(now + days * dayMs)
    },
    get,
    post: async (at: string, fields: Fields) => {
      const body = new URLSearchParams(fields.map(([name, value]) => [name, value]))
      const answer = await app.request(at, { method: 'POST', body })
      const location = answer.headers.get('Location')
      return answer.status === 303 && location ? get(location) : seen(answer)
    },
  }
}
/** On a device, after a clear check of this noon. */
const device = (told?: Answers) => homeWith(memoryNotebook(told === undefined ? [] : [checkEvent(told)]))
const told = { painNow: 2 }
/** After a clear check, and the questions of the plan. */
const checked = () => {
  const planned = {
    v: 1,
    id: '7c0e7f9a-2f6e-4c1b-9d57-0c8f2f1f3a11',
    at: noon,
    kind: 'planMade',
    check: checkId,
  } as const
  return homeWith(memoryNotebook([checkEvent(told), { ...planned, profile: plain as ProfileData }]))
}
const kinds = (home: ReturnType<typeof homeWith>) => home.events.map(({ kind }) => kind)

const addresses = [
  '/prevent',
  '/prevent/walking',
  '/prevent/strength',
  '/prevent/breaks',
  '/prevent/desk',
  '/prevent/lifting',
  '/prevent/warm-up',
  '/prevent/reminders',
  ...lessonIds.map((id) => `/prevent/lessons/${id}`),
]

describe('every page', () => {
  test.each(addresses)('%s opens on the server, on a new device and after a check', async (at) => {
    for (const home of [homeWith(null), device(), checked()]) {
      const page = await home.get(at)
      expect(page.status).toBe(200)
      expect(page.heading).not.toBe('')
      expect(page.text).not.toMatch(/undefined|NaN|\[object/)
    }
  })
  test('the server keeps nothing and says so; what needs no record is shown all the same', async () => {
    const server = homeWith(null)
    expect((await server.get('/prevent/walking')).text).toContain('kept on your own device')
    expect((await server.get('/prevent/breaks')).text).toContain('Change position every 20 to 30 minutes')
    expect((await server.get('/prevent/desk')).text).toContain('My feet rest on the floor')
    expect((await server.get('/prevent/lifting')).text).toContain('Bending is safe')
    const posted = await server.post('/prevent/walking', [['do', 'start']])
    expect([posted.status, posted.text.includes('kept on your own device')]).toEqual([409, true])
    expect((await server.get('/prevent/reminders/calendar.ics')).status).toBe(404)
  })
  test('the hub names each page with its grade, strength and walking first', async () => {
    const { text, html } = await homeWith(null).get('/prevent')
    for (const topic of [...topicIds.map((id) => topics[id]), ...lessonIds.map((id) => lessons[id])]) {
      expect(text).toContain(topic.title)
      expect(text.toLowerCase()).toContain(gradeWords[topic.grade])
    }
    const order = [...html.matchAll(/class="step-card topic" href="([^"]+)"/g)].map(([, href]) => href)
    expect(order.slice(0, 2)).toEqual(['/prevent/strength', '/prevent/walking'])
    expect(order.length).toBe(topicIds.length + lessonIds.length)
  })
  test('a lesson says what is told, what is known and where from; hydration is told honestly', async () => {
    const { text } = await homeWith(null).get('/prevent/lessons/hydration')
    expect(text).toContain('No good evidence')
    expect(text).toContain('You do not need a special drink')
    expect(text).toContain('[K]')
    expect((await homeWith(null).get('/prevent/lessons/magic')).status).toBe(404)
  })
})

describe('while danger stands', () => {
  const start = [
    ['do', 'start'],
    ['minutesNow', '20'],
    ['daysNow', '3'],
  ] as [string, string][]
  test.each([
    ['an emergency', { A1: 'yes' }, 'Go to A&E now, or call 999'],
    ['an urgent result', { B2: 'yes' }, 'Speak to someone today'],
  ])('after %s no walking plan is begun, and the page says where to go', async (_what, answers, words) => {
    const home = device(answers)
    const page = await home.get('/prevent/walking')
    expect(page.text).toContain(words)
    expect(page.html).not.toContain('name="minutesNow"')
    expect((await home.post('/prevent/walking', start)).text).toContain(words)
    expect(kinds(home)).not.toContain('walkingStarted')
  })
  test.each(['/prevent/strength', '/prevent/warm-up', '/prevent/breaks', '/prevent/lifting'])(
    'after an emergency %s says A&E, not 111 today',
    async (at) => {
      const { text, html } = await device({ A1: 'yes' }).get(at)
      expect(text).toContain('Go to A&E now, or call 999')
      expect(html).not.toContain('tel:111')
    },
  )
})

describe('movements', () => {
  test('none is shown on any page before a check, or at a result that locks', async () => {
    for (const home of [device(), device({ B2: 'yes' })])
      for (const at of ['/prevent/breaks', '/prevent/warm-up', '/prevent/strength', '/prevent/lifting']) {
        const { html } = await home.get(at)
        expect([at, html.includes('data-figure')]).toEqual([at, false])
      }
    const locked = await device({ B2: 'yes' }).get('/prevent/breaks')
    expect(locked.text).toContain('Be seen first')
    // Whom to call is there at once, and nobody is told to walk about first.
    expect(locked.html).toContain('href="tel:111"')
    expect(locked.html).toContain('href="tel:999"')
    expect(locked.text).not.toContain('walk about')
    expect((await checked().get('/prevent/breaks')).text).toContain('walk about')
    expect((await checked().get('/prevent/breaks')).html).toContain('data-figure')
  })
  test('a check without the questions of the plan is too little to choose by, and says where to answer them', async () => {
    const page = await device(told).get('/prevent/breaks')
    expect(page.html).not.toContain('data-figure')
    expect(page.html).toContain('href="/plan"')
  })
  test('they are gone again a day later', async () => {
    const home = checked()
    home.later(1)
    expect((await home.get('/prevent/breaks')).html).not.toContain('data-figure')
  })
})

describe('walking', () => {
  const start: Fields = [
    ['do', 'start'],
    ['minutesNow', '10'],
    ['daysNow', '3'],
  ]
  const id = '0f0f0f0f-0000-4000-8000-00000000aaaa'
  const note = (felt: string, minutes = '10', form = id): Fields => [
    ['do', 'note'],
    ['form', form],
    ['minutes', minutes],
    ['felt', felt],
  ]
  test('starts from what is walked now, shows today’s walk and notes it once, however often the form is sent', async () => {
    const home = checked()
    expect((await home.post('/prevent/walking', start)).text).toContain('Today: 10 minutes')
    await home.post('/prevent/walking', note('fine'))
    const page = await home.post('/prevent/walking', note('fine'))
    expect(kinds(home).slice(2)).toEqual(['walkingStarted', 'walkDone'])
    expect(page.text).toContain('So far: 1 whole day, 10 minutes')
  })
  test('the same form sent again with a worse leg counts, once; sent as it was, after a check, it stops again', async () => {
    const home = checked()
    await home.post('/prevent/walking', start)
    await home.post('/prevent/walking', note('fine'))
    for (let press = 0; press < 2; press += 1) await home.post('/prevent/walking', note('leg'))
    expect(kinds(home).slice(3)).toEqual(['walkDone', 'walkDone', 'stopped'])
    home.events.push({ ...checkEvent(told, asEpochMs(noon + 600_000)), id: crypto.randomUUID() })
    home.later(0.01)
    for (let press = 0; press < 2; press += 1) await home.post('/prevent/walking', note('leg'))
    expect(kinds(home).slice(6)).toEqual(['checkFinished', 'walkDone', 'stopped'])
  })
  test('a leg that got worse asks for the full check; nothing more is shown before it', async () => {
    const home = checked()
    await home.post('/prevent/walking', start)
    const page = await home.post('/prevent/walking', note('leg'))
    expect(kinds(home).slice(3)).toEqual(['walkDone', 'stopped'])
    expect(page.text).toContain('Do the check')
    expect(page.text).not.toContain('Today: 10 minutes')
    expect((await home.get('/plan')).text).toContain('You told us: your leg pain may be new or worse.')
    // Something is new: "walk as you are used to" would be the wrong word now.
    expect(page.text).not.toContain('You can walk as you are used to')
    expect((await home.get('/prevent/breaks')).html).not.toContain('data-figure')
  })
  test('an old check alone leaves the usual walks', async () => {
    const home = checked()
    await home.post('/prevent/walking', start)
    home.later(1)
    expect((await home.get('/prevent/walking')).text).toContain('You can walk as you are used to')
  })
  test('too sore on three days in 7 asks for the full check, as three step-backs do', async () => {
    const home = checked()
    await home.post('/prevent/walking', start)
    for (const day of [0, 1, 2]) {
      await home.post('/prevent/walking', note('tooSore', '10', id.replace(/.$/, String(day))))
      home.later(1)
    }
    expect(kinds(home).slice(3)).toEqual(['walkDone', 'miniAsked', 'walkDone', 'miniAsked', 'walkDone', 'stopped'])
    expect((await home.get('/plan')).text).toContain(
      'a walk was too sore, or your leg was worse, on three days of seven.',
    )
  })
  test('one that was too sore asks for the short check, and is off for today', async () => {
    const home = checked()
    await home.post('/prevent/walking', start)
    const page = await home.post('/prevent/walking', note('tooSore'))
    expect(kinds(home).slice(3)).toEqual(['walkDone', 'miniAsked'])
    expect(page.text).not.toContain('Today: 10 minutes')
    // Without a programme there is no short check: the whole one comes before any movement.
    expect(page.text).toContain('Do the check')
    expect((await home.get('/prevent/breaks')).html).not.toContain('data-figure')
  })
  test.each([
    [
      'ten minutes',
      [
        ['do', 'start'],
        ['minutesNow', 'ten'],
        ['daysNow', '3'],
      ],
      'minutesNow',
    ],
    [
      'eight days',
      [
        ['do', 'start'],
        ['minutesNow', '10'],
        ['daysNow', '8'],
      ],
      'daysNow',
    ],
    ['a walk of 0', note('fine', '0'), 'minutes'],
    ['no feeling', note(''), 'felt'],
    ['no button', [['minutes', '3']], 'main'],
  ] as [string, Fields, string][])(
    '%s gets a message, keeps what was typed and writes nothing',
    async (_, fields, field) => {
      const home = checked()
      if (['minutes', 'felt', 'main'].includes(field)) await home.post('/prevent/walking', start)
      const before = home.events.length
      const page = await home.post('/prevent/walking', fields)
      expect(page.status).toBe(422)
      expect(page.html).toContain(`href="#${field}"`)
      expect(page.html).toContain(`id="${field}"`)
      expect(home.events.length).toBe(before)
      if (field === 'minutesNow') expect(page.html).toContain('value="ten"')
    },
  )
  test.each([
    ['minutesNow', 0, 180],
    ['daysNow', 0, 7],
    ['minutes', 1, 600],
  ] as const)('takes %s from %d to %d, and none beyond', async (name, least, most) => {
    const rest = name === 'minutes' ? note('fine', '10') : start
    for (const value of [least - 1, least, most, most + 1]) {
      const home = checked()
      await home.post('/prevent/walking', start)
      const fields = [...rest.filter(([field]) => field !== name), [name, String(value)]] as const
      const isRefused = (await home.post('/prevent/walking', fields)).status === 422
      expect([value, isRefused]).toEqual([value, value < least || value > most])
    }
  })
  test('ends when told', async () => {
    const home = checked()
    await home.post('/prevent/walking', start)
    expect((await home.post('/prevent/walking', [['do', 'end']])).text).toContain('Start my walking plan')
  })
})

describe('strength', () => {
  test('keeps two days that are apart, and refuses neighbours', async () => {
    const home = checked()
    await home.post('/prevent/strength', [
      ['first', '1'],
      ['second', '4'],
    ])
    expect(home.events.at(-1)).toMatchObject({ kind: 'strengthDaysChosen', weekdays: [1, 4] })
    for (const [first, second] of [
      ['1', '2'],
      ['7', '1'],
      ['3', '3'],
      ['0', '4'],
      ['', ''],
    ] as const) {
      const page = await home.post('/prevent/strength', [
        ['first', first],
        ['second', second],
      ])
      expect([first, second, page.status]).toEqual([first, second, 422])
    }
    expect(kinds(home).filter((kind) => kind === 'strengthDaysChosen')).toHaveLength(1)
  })
  test('is not shown before the programme is there', async () => {
    expect((await checked().get('/prevent/strength')).text).toContain('Not yet')
  })
})

test('the desk list is kept, and an item we do not know is left out', async () => {
  const home = checked()
  const page = await home.post('/prevent/desk', [
    ['done', 'move'],
    ['done', 'throne'],
  ])
  expect(home.events.at(-1)).toMatchObject({ kind: 'deskNoted', done: ['move'] })
  expect(page.html).toMatch(/value="move" checked/)
  expect(page.html).not.toMatch(/value="feet" checked/)
})

describe('reminders', () => {
  const walk: Fields = [
    ['do', 'set'],
    ['what', 'walk'],
    ['time1', '12:30'],
    ['time2', ''],
    ['days', '1'],
    ['days', '4'],
  ]
  test.each([
    ['12', 'Monday, Tuesday: at 12:30'],
    ['12345', 'Monday to Friday: at 12:30'],
    ['135', 'Monday, Wednesday, Friday: at 12:30'],
    ['12367', 'Monday to Wednesday, Saturday, Sunday: at 12:30'],
    ['1234567', 'Each day: at 12:30'],
  ])('on the days %s is said as %s', async (days, words) => {
    const fields = [...walk.filter(([name]) => name !== 'days'), ...[...days].map((day) => ['days', day] as const)]
    expect((await checked().post('/prevent/reminders', fields)).text).toContain(words)
  })
  test('one is set, moved, cancelled; all are cancelled with one press', async () => {
    const home = checked()
    expect((await home.post('/prevent/reminders', walk)).text).toContain('Monday, Thursday: at 12:30')
    await home.post('/prevent/reminders', [
      ['do', 'set'],
      ['what', 'breaks'],
      ['from', '9:00'],
      ['to', '17:00'],
      ['every', '30'],
      ['days', '2'],
    ])
    const both = await home.get('/prevent/reminders')
    expect(both.text).toContain('Tuesday: every 30 minutes from 09:00 to 17:00')
    const one = await home.post('/prevent/reminders', [
      ['do', 'cancel'],
      ['what', 'walk'],
    ])
    expect(one.text).not.toContain('at 12:30')
    const none = await home.post('/prevent/reminders', [['do', 'cancelAll']])
    expect(none.text).toContain('None is set')
  })
  test.each([
    [
      'no time',
      [
        ['what', 'walk'],
        ['time1', ''],
        ['days', '1'],
      ],
      'walk.time1',
    ],
    [
      'no such time',
      [
        ['what', 'walk'],
        ['time1', '25:00'],
        ['days', '1'],
      ],
      'walk.time1',
    ],
    [
      'a second time that is none',
      [
        ['what', 'walk'],
        ['time1', '12:00'],
        ['time2', 'x'],
        ['days', '1'],
      ],
      'walk.time2',
    ],
    [
      'no day',
      [
        ['what', 'diary'],
        ['time1', '12:00'],
      ],
      'diary.days',
    ],
    [
      'an end before the start',
      [
        ['what', 'breaks'],
        ['from', '17:00'],
        ['to', '09:00'],
        ['every', '30'],
        ['days', '1'],
      ],
      'breaks.to',
    ],
    [
      'every 7 minutes',
      [
        ['what', 'breaks'],
        ['from', '09:00'],
        ['to', '17:00'],
        ['every', '7'],
        ['days', '1'],
      ],
      'every',
    ],
  ] as [string, Fields, string][])('%s gets a message at its field and writes nothing', async (_, fields, field) => {
    const home = checked()
    const page = await home.post('/prevent/reminders', [['do', 'set'], ...fields])
    expect(page.status).toBe(422)
    expect(page.html).toContain(`href="#${field}"`)
    expect(page.html).toContain(`id="${field}"`)
    expect(kinds(home)).toEqual(['checkFinished', 'planMade'])
  })
  test('nonsense does nothing', async () => {
    const home = checked()
    for (const fields of [
      [],
      [
        ['do', 'set'],
        ['what', 'lunch'],
      ],
      [['do', 'dance']],
    ] as Fields[])
      expect((await home.post('/prevent/reminders', fields)).status).toBe(422)
    expect(kinds(home)).toEqual(['checkFinished', 'planMade'])
  })
  test('the calendar file and the file that takes it back come as calendar files, kept by nobody', async () => {
    const home = checked()
    expect((await home.get('/prevent/reminders/calendar.ics')).status).toBe(404)
    await home.post('/prevent/reminders', walk)
    for (const [at, method] of [
      ['calendar', 'PUBLISH'],
      ['cancel', 'CANCEL'],
    ]) {
      const { status, headers, html } = await home.get(`/prevent/reminders/${at}.ics`)
      expect(status).toBe(200)
      expect(headers.get('Content-Type')).toBe('text/calendar; charset=utf-8')
      expect(headers.get('Content-Disposition')).toMatch(/^attachment; filename="reminders.*\.ics"$/)
      expect(headers.get('Cache-Control')).toBe('no-store')
      expect(html).toContain(`METHOD:${method}\r\n`)
      expect(html).toContain('DTSTART:20261123T123000\r\n')
    }
  })
  test('what a locked screen may show says nothing of a back', async () => {
    const home = checked()
    await home.post('/prevent/reminders', walk)
    const notes = async () => /data-reminders="([^"]*)"/.exec((await home.get('/prevent/reminders')).html)?.[1] ?? ''
    expect(JSON.parse(decoded(await notes()))).toEqual([
      { title: 'Reminder', href: '/prevent/walking', days: [1, 4], times: ['12:30'] },
    ])
    await home.post('/prevent/reminders', [
      ['do', 'wording'],
      ['wording', 'move'],
    ])
    expect(decoded(await notes())).toContain('Time to move')
  })
})
