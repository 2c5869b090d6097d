/**
 * What is wrong with the record is told where people look, not only on "my record": it vanished, or a clock was ahead; and
 * one that cannot be read just now keeps closed what it may have closed.
 */
import { describe, expect, test } from 'vitest'
import { asEpochMs } from '../../../care/evidence/time.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import type { NotebookStore } from '../home.ts'
import { checkEvent, checkFields, memoryNotebook, noon } from '../plan/plan.fixtures.ts'
import { device, freshId, momentAt } from '../programme/programme.fixtures.ts'

const minuteMs = 60_000
const gone = 'The record you had here is gone'
const wasAhead = 'Your clock was ahead'
const isRight = 'Is your clock right?'
const times = (text: string, words: string): number => text.split(words).length - 1

type Store = NotebookStore & { readonly events: NotebookEvent[] }
/** A store whose record the browser threw away before anything in it now was told. */
function lostStore(): Store {
  let lost = true
  const store = memoryNotebook()
  return Object.assign(store, {
    isLost: async () => lost,
    lossWasTold: async () => {
      lost = false
    },
  })
}
const step = (at: number): NotebookEvent => ({ v: 1, id: freshId(), at: asEpochMs(at), kind: 'stepDone', step: 'walk' })

type Home = ReturnType<typeof device>
/** Every page that must say it, with what the person did before. */
const pages: readonly (readonly [string, string, (home: Home) => Promise<unknown>])[] = [
  ['the front page', '/', async () => undefined],
  ['the front page in a programme', '/', begin],
  ['today before a programme', '/today', async () => undefined],
  ['today', '/today', begin],
  ['the diary', '/diary', async () => undefined],
  ['the list of doses', '/medicines/tally', async () => undefined],
  ['the plan while it is shut', '/plan', async () => undefined],
  ['the plan', '/plan', planned],
  ['the page for a doctor', '/report', begin],
  ['the walking plan', '/prevent/walking', begin],
]
async function planned(home: Home) {
  await home.check(0)
  await home.plan(0)
}
async function begin(home: Home) {
  await planned(home)
  await home.start(0)
}

describe.each(pages)('%s', (_name, at, first) => {
  test('says once that a record vanished and what to do, until the record was looked at', async () => {
    const home = device(lostStore())
    await first(home)
    const page = await home.get(at)
    expect(times(page.text, gone), page.text).toBe(1)
    expect(page.text).toContain('Do no movements until you have done the check again.')
    expect(page.html).toContain('href="/record"')
    expect((await home.get('/record')).text).toContain(gone)
    expect((await home.get(at)).text).not.toContain(gone)
  })
  test('says once that the clock was ahead: more than ten minutes, not ten', async () => {
    const home = device(memoryNotebook())
    await first(home)
    await home.notebook.append(step(momentAt(0, 12.5) + 10 * minuteMs))
    expect((await home.get(at)).text).not.toContain(wasAhead)
    await home.notebook.append(step(momentAt(0, 12.5) + 10 * minuteMs + 1))
    const page = await home.get(at)
    expect(times(page.text, wasAhead), page.text).toBe(1)
    expect(page.text).toContain('Is the time on this device wrong now?')
  })
  test('asks once whether the clock is right that is behind the server’s: by more than ten minutes', async () => {
    const behindBy = async (ms: number) => {
      const home = device(memoryNotebook(), { clockBehindMs: () => ms })
      await first(home)
      return (await home.get(at)).text
    }
    expect(await behindBy(10 * minuteMs)).not.toContain(isRight)
    for (const [ms, words] of [
      [10 * minuteMs + 1, 'about 10 minutes later'],
      [5.1 * 60 * minuteMs, 'about 5 hours later'],
      [72 * 60 * minuteMs, 'about 3 days later'],
    ] as const) {
      const text = await behindBy(ms)
      expect(times(text, isRight), text).toBe(1)
      expect(text).toContain(words)
    }
  })
  test('does not say that a record vanished which cannot be read just now', async () => {
    const home = device(lostStore())
    await first(home)
    Object.assign(home.notebook, { all: () => Promise.reject(new Error('shut')) })
    expect((await home.get(at)).text).not.toContain(gone)
  })
  test('says nothing of the kind of a record that is well', async () => {
    const home = device(Object.assign(memoryNotebook(), { isLost: async () => false }))
    await first(home)
    expect((await home.get(at)).text).not.toMatch(/is gone|clock was ahead|clock right/)
  })
})

test.each(['/', '/medicines/tally', '/record'])(
  'after a check under a clock that was ahead %s asks for another until it is done',
  async (at) => {
    const home = device(memoryNotebook())
    await home.check(3)
    const before = await home.at(0, 12.5).get(at)
    expect(before.text).toContain('A check from then does not count, so do it again.')
    await home.check(0, 12)
    // As the store keeps it: after all that the record holds.
    const [, again] = await home.of('checkFinished')
    Object.assign(again ?? {}, { order: momentAt(3, 7) + 1 })
    const after = await home.get(at)
    expect(after.text).toContain(wasAhead)
    expect(after.text).toContain('A check from then does not count.')
    expect(after.text).not.toContain('do it again')
  },
)

test.each(['/', '/plan', '/record'])(
  'of a clock that is behind %s does not say that it was ahead, but for what is later than the server’s',
  async (at) => {
    const home = device(memoryNotebook(), { clockBehindMs: () => 60 * minuteMs })
    await home.check(0, 13.4)
    expect((await home.at(0, 12.5).get(at)).text).not.toContain(wasAhead)
    await home.notebook.append(step(momentAt(0, 13.5) + 10 * minuteMs + 1))
    expect((await home.get(at)).text).toContain(wasAhead)
  },
)

test('an emergency comes before what is wrong with the record', async () => {
  const home = device(lostStore())
  await home.check(0, 12, { A1: 'yes' })
  await home.notebook.append(step(momentAt(2, 0)))
  const { html } = await home.get('/plan')
  expect(html.indexOf('tel:999')).toBeGreaterThan(0)
  expect(html.indexOf('tel:999')).toBeLessThan(html.indexOf(gone))
  expect(html.indexOf(gone)).toBeLessThan(html.indexOf(wasAhead))
})

describe('a record that cannot be read just now', () => {
  const profile = { painNow: 3, walk: 'can', legPain: 'none' }
  const carried = (): Record<string, string> => ({
    ...Object.fromEntries(checkFields({}, noon)),
    profile: JSON.stringify(profile),
  })
  const unread = (held: readonly NotebookEvent[] = []): Store =>
    Object.assign(memoryNotebook([checkEvent()]), {
      all: async () => Promise.reject(new Error('no store')),
      heldBack: async () => held,
    })
  const doors = ['/plan', '/plan/step/today-breath', '/movements', '/movements/M08'] as const

  test.each(doors)(
    'shuts %s though the form carries a clear check and a plan, and says why and what to do',
    async (at) => {
      const read = await device().post(at, carried())
      expect(read.text).not.toContain('We could not open your record')
      const page = await device(unread()).post(at, carried())
      expect(page.heading).toBe('We could not open your record')
      expect(page.text).toContain('It may hold a reason for you to wait.')
      expect(page.text).toContain('Close other tabs of this page. Then try again.')
      expect(page.text).toContain('Call 999')
      expect(page.html).not.toMatch(/data-figure|Do the check again to get to your plan/)
    },
  )
  test('shuts them by their address too, instead of asking for a check that may be done', async () => {
    for (const at of doors) expect((await device(unread()).get(at)).heading).toBe('We could not open your record')
    expect((await device(unread()).get('/relax')).heading).toBe('We could not open your record')
  })
  test('a stop that could only be held back is what the page gives as the reason', async () => {
    const stopped = { v: 1, id: freshId(), at: noon, day: '2026-11-23', kind: 'stopped', sign: 'chest' } as const
    const page = await device(unread([stopped])).post('/plan', carried())
    expect(page.heading).toBe('We could not open your record')
    expect(page.text).toMatch(/chest/i)
  })
  test('an emergency that could only be held back, or that the form carries, comes first', async () => {
    const held = await device(unread([checkEvent({ A1: 'yes' })])).post('/plan', carried())
    expect(held.heading).toBe('Get help first')
    const form = Object.fromEntries(checkFields({ A1: 'yes' }, noon))
    expect((await device(unread()).post('/plan', form)).heading).toBe('Get help first')
  })
  test('no painkiller is called safe on the word of the form alone', async () => {
    const page = await device(unread()).post('/medicines', carried())
    expect(page.heading).toBe('We could not open your record')
    expect(page.text).toContain('It may hold a reason for you to take none of them.')
  })
})
