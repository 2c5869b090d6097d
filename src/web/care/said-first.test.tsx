/**
 * What calls for help stands above every way on: on each page that leads to today, a session, a phase, the plan, a movement or a
 * painkiller, whichever room it was told in. So a page that is added later is looked at too.
 */
import { describe, expect, test } from 'vitest'
import type { Answers } from '../../care/check/types.ts'
import type { CheckInDone } from '../../care/programme/events.ts'
import { everyAddress } from './every-address.fixtures.ts'
import { helpBeforeBooking } from './report/help-before-booking.tsx'
import { allClear, begunOn, type device, freshId, momentAt } from './programme/programme.fixtures.ts'

type Device = ReturnType<typeof device>

/** Begun, looked at and clear: everything leads on. */
async function ready(): Promise<Device> {
  const home = await begunOn()
  await home.morning(0, 3)
  await home.at(0, 12.6).post('/programme/mini-check', allClear)
  return home
}
const lookedBack = (home: Device, part: Partial<CheckInDone> = {}) =>
  home.write(momentAt(0, 12.7), {
    ...{ kind: 'checkInDone', pain0to10: 4, trend: 'same', toiletAndDrink: 'no', canStand10Minutes: 'yes' },
    ...{ medicineFor24Hours: 'no', backToNormal: 'no', severeLegPain: 'no', ...part },
  } as Omit<CheckInDone, 'v' | 'id' | 'at' | 'day'>)
const check = (answers: Answers) => (home: Device) => home.check(0, 12.7, answers)
const stop = (sign: string) => (home: Device) => home.post('/programme/stop', { form: freshId(), sign })

const told: readonly (readonly [what: string, number: string, (home: Device) => Promise<unknown>])[] = [
  ['a stop for chest pain', '999', stop('chest')],
  ['a stop for fever', '111', stop('fever')],
  ['a check that found an emergency', '999', check({ A1: 'yes', 'A1.when': 'new' })],
  ['a check that said to speak to someone today', '111', check({ F2: 'yes' })],
  [
    'a sign told to the diary',
    '999',
    (home) => home.post('/diary/entry', { form: freshId(), pain: '3', signs: 'saddle' }),
  ],
  ['a look back in which they cannot get to the toilet or a drink', '111', (home) => lookedBack(home)],
  ['a look back in which nobody can say so', '111', (home) => lookedBack(home, { toiletAndDrink: 'notSure' })],
]

/** Leads on: what one does next while nothing is wrong. */
const leadsOn =
  /(?:href|formaction|action)="(?:\/today|\/session|\/plan(?:\/step\/[^"]+)?|\/programme\/(?:abilities|phase)|\/movements(?:\/[^"]+)?|\/relax[^"]*|\/medicines)"/
/** Being answered, one question at a time: the way on is the answer, and the way back is Today, which says it. */
const asks = [
  ...['/programme/morning', '/programme/mini-check', '/programme/abilities', '/programme/check-in'],
  ...[
    '/programme/check-in/change',
    '/programme/stop',
    '/programme/feelings',
    '/programme/cleared',
    '/programme/mistaken',
  ],
]
/** To read: nothing of them hangs on a record, but for the ways on, which it closes (what-is-open.test.tsx). */
const reads = /^\/(?:guide|treatments|evidence|about|safety|licences|offline|prevent\/lessons)(?:\/|$)/

/** Said in words, with the button below what can be done meanwhile. */
const saysSo = /<h1[^>]*>Speak to someone today/

const some = () => []
async function unsaid(home: Device, number: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const at of await everyAddress(home, { some })) {
    if (asks.includes(at) || reads.test(at)) continue
    const { html } = await home.get(at)
    const main = html.slice(html.indexOf('<main'))
    const on = main.search(leadsOn)
    const call = main.indexOf(`href="tel:${number}"`)
    const says = call !== -1 && (call < on || saysSo.test(main.slice(0, on)))
    if (on !== -1 && !says) found.push(at)
  }
  return found
}

describe('what calls for help stands above every way on', () => {
  test.each(told)('after %s', async (_, number, tell) => {
    const home = await ready()
    await tell(home)
    expect(await unsaid(home.at(0, 12.9), number)).toEqual([])
  })

  test('and the pages that lead on are found, so that nothing is said of none', async () => {
    const home = await ready()
    const found = await unsaid(home.at(0, 12.9), '111')
    for (const at of [
      '/',
      '/today',
      '/programme',
      '/programme/phase',
      '/plan',
      '/medicines',
      '/session',
      '/movements',
      '/relax',
    ])
      expect(found).toContain(at)
  })

  test('and before a visit is booked, until a full check has answered it', async () => {
    const home = await ready()
    const held = (at: number) =>
      helpBeforeBooking({
        ...{ kind: 'device', notebook: home.notebook, now: () => momentAt(0, at), newId: freshId },
        ...{ assets: { css: '', islands: {} }, buildId: 'test' },
      })
    expect(await held(12.65)).toBeNull()
    await lookedBack(home)
    expect((await held(12.8))?.html).toMatch(/Call 111 today\.[\s\S]*href="tel:111"/)
    await home.check(0, 12.9)
    expect(await held(12.95)).toBeNull()
  })
})
