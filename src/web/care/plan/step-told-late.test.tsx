/**
 * What is told to a step whose plan has changed since, after Back or in another tab: what went down a leg is answered first and
 * kept, whatever has become of the step (H-10).
 */
import { describe, expect, test } from 'vitest'
import { begunOn, device, freshId, momentAt, unread } from '../programme/programme.fixtures.ts'

const testOf = '/plan/step/direction-direction-test'
const after = (way: string, place: string) => ({
  ...{ [`${way}.after`]: '4', [`${way}.place`]: place, [`${way}.moreNumb`]: 'no' },
  ...{ [`${way}.movingEasier`]: place === 'nearer' ? 'yes' : 'no', [`${way}.lasted`]: 'yes' },
})
const tested = (back: string, forward: string) => ({
  ...{ do: 'direction', before: '4' },
  ...after('back', back),
  ...after('forward', forward),
})
const planned = async () => (await (await device().check(0, 7)).plan(0, 7.2, { painNow: 3 })).at(0, 12.5)
const known = async (home: Awaited<ReturnType<typeof planned>>) => (await home.of('planMade')).at(-1)?.profile.direction

describe('the test of the direction, told again after its step has gone', () => {
  test.each([
    ['both ways further', tested('further', 'further'), 'Both sent it down the leg.', 'stopBoth'],
    ['one way further', tested('same', 'further'), 'Leaning forward sent it down the leg.', 'stopForward'],
    ['not sure of one way', tested('notSure', 'nearer'), 'Leaning back sent it down the leg', 'forwardOnly'],
    [
      'more numb, and the rest left blank',
      { do: 'direction', 'back.moreNumb': 'yes' },
      'Leaning back sent it down the leg. Leave leaning back out.',
      'stopBack',
    ],
  ])('%s is said first and kept', async (_what, told, words, direction) => {
    const home = await planned()
    expect((await home.post(testOf, tested('nearer', 'same'))).text).toContain('Leaning back helped.')
    const page = await home.post(testOf, told)
    expect([page.status, page.text.includes('not in your plan')]).toEqual([200, false])
    expect(page.text).toContain(words)
    expect(await known(home)).toBe(direction)
  })
  test('what went down the leg before stays out, though another way is told', async () => {
    const home = await planned()
    await home.post(testOf, tested('further', 'same'))
    const page = await home.post(testOf, tested('nearer', 'further'))
    expect(page.text).toContain('Both sent it down the leg.')
    expect(await known(home)).toBe('stopBoth')
    await home.post(testOf, tested('nearer', 'nearer'))
    expect(await known(home)).toBe('stopBoth')
  })
  test('loaded again it says the same and writes nothing', async () => {
    const home = await planned()
    for (let times = 0; times < 2; times += 1)
      expect((await home.post(testOf, tested('further', 'further'))).text).toContain('Both sent it down the leg.')
    expect(await home.of('planMade')).toHaveLength(2)
  })
  test.each([
    ['a newer check', async () => (await planned()).check(0, 12)],
    ['a check that is too old now', async () => (await planned()).at(1, 12.5)],
    ['an erased record', async () => device()],
    ['a record that cannot be read', async () => unread(await planned())],
  ] as const)('with %s it stops all the same', async (_what, make) => {
    const home = await make()
    expect((await home.post(testOf, tested('same', 'further'))).heading).toBe('Stop here for now')
    expect((await home.notebook.all()).at(-1)).toMatchObject({ kind: 'stopped', told: 'legFurther' })
  })
  test.each([
    ['another way', tested('same', 'nearer'), 'Leaning forward helped.', 'forward'],
    ['neither', tested('same', 'same'), 'Either is fine.', 'either'],
  ])('%s told, softer than before, is said first and kept', async (_what, told, words, direction) => {
    const home = await planned()
    await home.post(testOf, tested('nearer', 'same'))
    const page = await home.post(testOf, told)
    expect([page.status, page.heading]).toEqual([200, (await home.get('/plan')).heading])
    expect(page.text).toContain(words)
    expect(await known(home)).toBe(direction)
  })
  test('told softer, what went down the leg stays out, and that is said', async () => {
    const home = await planned()
    await home.post(testOf, tested('further', 'same'))
    const page = await home.post(testOf, tested('nearer', 'nearer'))
    expect(page.text).toContain('What sent it down the leg before stays out. Leaning back sent it down the leg.')
    expect(await known(home)).toBe('stopBack')
    await home.post(testOf, tested('same', 'nearer'))
    expect(await known(home)).toBe('forwardOnly')
  })
  test('half a test says nothing, and the page says so', async () => {
    const home = await planned()
    await home.post(testOf, tested('nearer', 'same'))
    const page = await home.post(testOf, { ...tested('same', 'nearer'), 'forward.after': '' })
    expect(page.text).toContain('Some answers of the test were missing, so it changed nothing.')
    expect(await known(home)).toBe('back')
  })
  test('told after a newer check it stands above the questions, and goes into the plan that they make', async () => {
    const home = await (await planned()).check(0, 12)
    let page = await home.at(0, 12.5).post(testOf, tested('nearer', 'same'))
    expect(page.text).toMatch(/What the test showed counts once it is safe to lean\..*How is the pain right now\?/)
    for (const screen of ['0', '1', '2']) {
      const carried = /name="profile" value="([^"]+)"/.exec(page.html)?.[1]?.replaceAll('&quot;', '"')
      expect(carried).toContain('"direction":"back"')
      page = await home.post('/plan', { do: 'skip', screen, profile: carried ?? '' })
    }
    expect(await known(home)).toBe('back')
  })
  test('where no way may be tried now, only what stays out is told', async () => {
    const home = await (await planned()).check(0, 12, { F1: 'yes', 'F1.skin': 'no' })
    await home.plan(0, 12.2, { painNow: 3 })
    home.at(0, 12.5)
    const page = await home.post(testOf, tested('nearer', 'same'))
    expect(page.text).not.toContain('Leaning back')
    expect(page.text).toContain('What the test showed counts once it is safe to lean.')
    expect(await known(home)).toBe('back')
    const out = await home.post(testOf, tested('nearer', 'further'))
    expect(out.text).not.toContain('Leaning back')
    expect(out.text).toContain('Leaning forward sent it down the leg. Leave leaning forward out.')
    expect(await known(home)).toBe('backOnly')
  })
  test('where the plan is closed it is not told which way to lean, but that nothing was kept', async () => {
    const home = (await planned()).at(1, 12.5)
    const page = await home.post(testOf, tested('nearer', 'same'))
    expect(page.text).not.toContain('Leaning back')
    expect(page.text).toContain('What the test showed was not kept.')
    expect(await known(home)).toBeUndefined()
  })
  test('what found an emergency says more', async () => {
    const home = await (await planned()).check(0, 12, { A1: 'yes', 'A1.when': 'new' })
    expect((await home.post(testOf, tested('further', 'further'))).html).toContain('tel:999')
  })
  test('in the programme, where the test is no longer for them, what went down the leg is kept', async () => {
    const home = await begunOn()
    const sent = { ...tested('same', 'further'), do: 'test' }
    await home.post('/programme/direction', { ...tested('nearer', 'same'), do: 'test' })
    await home.morning(0, 7)
    await home.post('/programme/direction', sent)
    expect((await home.of('directionFound')).map(({ direction }) => direction)).toEqual(['back', 'stopForward'])
    await home.check(0, 12.6, { F2: 'yes' })
    await home.at(0, 12.7).post('/programme/direction', { ...tested('further', 'same'), do: 'test', entry: freshId() })
    expect((await home.of('directionFound')).at(-1)?.direction).toBe('stopBoth')
  })
  test('in the programme, what is told softer then is kept too, and what went down the leg stays out', async () => {
    const home = await begunOn()
    const told = async (back: string, forward: string) => {
      await home.post('/programme/direction', { ...tested(back, forward), do: 'test', entry: freshId() })
      return (await home.of('directionFound')).at(-1)?.direction
    }
    expect(await told('nearer', 'same')).toBe('back')
    await home.morning(0, 7)
    expect(await told('same', 'nearer')).toBe('forward')
    expect(await told('further', 'same')).toBe('stopBack')
    expect(await told('nearer', 'same')).toBe('stopBack')
    await home.check(0, 12.6, { F2: 'yes' })
    home.at(0, 12.7)
    expect(await told('same', 'nearer')).toBe('forwardOnly')
  })
})

describe('“Too sore”, told to a step that has gone', () => {
  test.each([
    ['a newer check', async () => (await planned()).check(0, 12)],
    ['a check that is too old now', async () => (await planned()).at(1, 12.5)],
    ['a record that cannot be read', async () => unread(await planned())],
  ] as const)('with %s the leg is asked, and asked again while it is blank', async (_what, make) => {
    const home = await make()
    const step = '/plan/step/ease-side-bed'
    for (const fields of [{ do: 'tooSore' }, { do: 'soreLeg' }]) {
      const page = await home.post(step, fields)
      expect([page.heading, page.html.includes('name="leg"')]).toEqual(['Stop this one', true])
    }
    expect((await home.post(step, { do: 'soreLeg', leg: 'further' })).heading).toBe('Stop here for now')
  })
  test('a danger that was held back says more', async () => {
    const home = await planned()
    const stop = {
      v: 1,
      id: freshId(),
      at: momentAt(0, 12),
      day: '2026-11-23',
      kind: 'stopped',
      sign: 'chest',
    } as const
    Object.assign(home.notebook, { heldBack: async () => [stop] })
    await unread(home)
    const page = await home.post('/plan/step/ease-side-bed', { do: 'soreLeg', leg: 'further' })
    expect(page.html).toContain('tel:999')
  })
})
