/** Every form that writes, sent twice as it stands: a double tap, a slow line, or the browser's own reload. */
import { describe, expect, test } from 'vitest'
import { allClear, begunOn, momentAt } from '../programme/programme.fixtures.ts'
import { everyPost, wellUsed } from './every-post.fixtures.ts'

const formId = 'f0f0f0f0-1111-4222-8333-444455556666'
/**
 * Erasing has nothing left to write, and a file has its own test. What stays closed by being told again is told twice: an
 * entry sent back with a danger in it, which must close again after a check.
 */
const left: readonly string[] = ['erasing', 'a file', 'numb between the legs, and no number for the pain']

describe('a form that is sent twice as it stands writes once', () => {
  test.each(everyPost.filter(({ what }) => !left.includes(what)))('$route: $what', async ({ at, fields }) => {
    const home = await wellUsed()
    const to = at(home.held)
    const said = { entry: formId, form: formId, act: formId, ...fields(home.held) }
    const send = async () => {
      await home.post(to, said as Record<string, string>)
      return (await home.notebook.all()).map(({ kind }) => kind)
    }
    const once = await send()
    expect(await send()).toEqual(once)
  })
})

describe('a danger told once more by a form that was sent before a clear check closes again', () => {
  test.each([
    ['/programme/stop', { sign: 'saddle' }],
    ['/programme/stop', { sign: 'fever' }],
    ['/programme/mini-check', { ...allClear, 'list.mini': '', 'q.A1': 'yes' }],
  ] as const)('%s %j', async (at, fields) => {
    const home = (await begunOn()).at(1, 9)
    const tell = (hour: number) => home.at(1, hour).post(at, { ...fields, entry: formId })
    await tell(9)
    await home.check(1, 9.1)
    expect((await home.at(1, 9.2).get('/session')).heading).toBe('Your session')
    await tell(9.3)
    expect((await home.at(1, 9.4).get('/session')).heading).toBe('No session now')
  })
})

describe('too much of a medicine, told by one form', () => {
  const tell = (home: Awaited<ReturnType<typeof wellUsed>>, drowsy: string) =>
    home.post('/medicines/tally', { do: 'facts', 'fact.drowsyOrSlowBreathing': drowsy, act: formId })

  test('twice is one lock; said otherwise after Back it counts, also back to the first', async () => {
    const home = await wellUsed()
    await home.post('/medicines/tally', { do: 'tooMuch', act: 'e1e1e1e1-1111-4222-8333-444455556600' })
    for (const drowsy of ['yes', 'yes', 'no', 'no', 'yes']) await tell(home, drowsy)
    const told = (await home.of('tooMuchTold')).map(({ facts }) => facts.drowsyOrSlowBreathing)
    expect(told).toEqual([undefined, 'yes', 'no', 'yes'])
  })

  test('the same form after a visit closes again', async () => {
    const home = await wellUsed()
    const press = () => home.post('/medicines/tally', { do: 'tooMuch', act: formId })
    await press()
    await press()
    expect(await home.of('tooMuchTold')).toHaveLength(1)
    await home.write(momentAt(0, 12.4), { kind: 'clinicianCleared', who: 'GP', how: 'seen' })
    await press()
    expect(await home.of('tooMuchTold')).toHaveLength(2)
  })
})
