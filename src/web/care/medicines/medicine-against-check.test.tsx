/** What the gate is told and the check was told the opposite of: the worse of the two answers counts (evidence.md §2.3). */
import { describe, expect, test } from 'vitest'
import type { Answers } from '../../../care/check/types.ts'
import { asEpochMs } from '../../../care/evidence/time.ts'
import { checkEvent, checkFields, memoryNotebook, noon } from '../plan/plan.fixtures.ts'
import { homeWith, ok, portion, press, throughGate, throughOne, verdicts } from './medicine.fixtures.ts'

const homes = [['server'], ['device']] as const
type Kind = (typeof homes)[number][0]

async function opened(
  kind: Kind,
  told: Answers,
  ticked: readonly string[],
  notebook = memoryNotebook([checkEvent(told)]),
) {
  const home = homeWith(kind === 'device' ? notebook : null)
  const first = kind === 'device' ? await home.get('/medicines') : await home.post('/medicines', checkFields(told))
  return { home, notebook, page: await throughGate(home, first, ticked) }
}

const woman: Answers = { sex: 'female', age: 30, pregnancy: 'no' }

describe.each(homes)('a calm check, and a gate that says otherwise (%s)', (kind) => {
  test.each<[string, Answers, string]>([
    ['warfarin', {}, 'a blood thinner'],
    ['bloodThinner', {}, 'a blood thinner'],
    ['bleedingDisorder', {}, 'a blood thinner'],
    ['steroids', {}, 'steroid tablets'],
    ['steroids', { steroids: 'yes', 'steroids.long': 'past' }, 'steroid tablets'],
    ['immuneMedicines', {}, 'a weak immune system'],
    ['noSpleen', {}, 'a weak immune system'],
    ['sickleCell', {}, 'sickle cell disease'],
    ['pregnant', woman, 'a pregnancy'],
    // Bones that break more easily, and sore in the middle: a visit within days.
    ['alcohol', { centre: 'middle' }, 'heavy drinking'],
    // To be seen soon anyway: with bones that break more easily movements wait as well.
    ['alcohol', { centre: 'middle', A9: 'yes', 'A9.weak': 'no', 'A9.when': 'new' }, 'heavy drinking'],
  ])('%s: the check comes again, and no painkiller is shown', async (item, told, words) => {
    const { home, page } = await opened(kind, told, [item])
    expect(page.heading).toBe('Check again first')
    expect(page.text).toContain(words)
    expect(page.html).toContain('href="/check"')
    expect(verdicts(page)).toEqual({})
    const may = await press(home, page.html.includes('/medicines/tally"') ? page : page, [
      ...portion('paracetamol500', '1'),
      ['do', 'may'],
    ])
    expect(may.text).not.toContain('Yes, this fits now')
  })

  test.each<[string, Answers]>([
    ['bloodThinner', { I1: 'yes', 'I1.signs': [] }],
    ['bloodThinner', { I1: 'notSure', 'I1.signs': [] }],
    ['alcohol', {}],
    ['antiplatelet', {}],
    ['chickenpoxOrShingles', {}],
  ])('%s, which the check knows or need not know: the verdicts', async (item, told) => {
    const { page } = await opened(kind, told, [item])
    expect(Object.keys(verdicts(page)).length).toBeGreaterThan(0)
    expect(Object.values(verdicts(page))).toContain(ok)
  })
})

test('on a device it is written down once, and closes the plan until a check that was begun after it', async () => {
  const { home, notebook, page } = await opened('device', {}, ['warfarin'])
  expect(page.text).toContain('Your plan and movements are closed until then')
  const stops = () => notebook.events.filter(({ kind }) => kind === 'stopped')
  expect(stops()).toHaveLength(1)
  const plan = await home.get('/plan')
  expect(plan.text).not.toContain('Start here')
  // Nobody said that something is new or worse.
  expect(plan.text).toContain('Your painkiller answers and your check do not say the same.')
  expect(plan.text).not.toContain('You told us')
  const again = await home.get('/medicines')
  expect(again.heading).toBe('Check again first')
  expect(stops()).toHaveLength(1)
})

test('where the device does not take it, the page does not say that anything is closed', async () => {
  const notebook = memoryNotebook([checkEvent({})])
  const { page } = await opened('device', {}, ['warfarin'], {
    ...notebook,
    appendAll: () => Promise.reject(new Error('full')),
  })
  expect(page.heading).toBe('Check again first')
  expect(page.text).toContain('We could not write this down')
  expect(page.text).not.toContain('are closed')
})

describe('told, and the questions not gone through to their end', () => {
  /** Sends the screens up to the one with what they take, where they tick warfarin. */
  async function upToMedicines(home: ReturnType<typeof homeWith>) {
    let page = await home.get('/medicines')
    for (let screen = 0; screen < 3; screen += 1) page = await throughOne(home, page, ['warfarin'])
    return page
  }

  test('one screen that says the opposite is enough: the check comes at once, and the plan is closed', async () => {
    const notebook = memoryNotebook([checkEvent({})])
    const home = homeWith(notebook)
    const page = await upToMedicines(home)
    expect(page.heading).toBe('Check again first')
    expect(page.text).toContain('a blood thinner')
    expect(page.text).toContain('Your plan and movements are closed until then')
    expect((await home.get('/plan')).text).not.toContain('Start here')
    expect(notebook.events.filter(({ kind }) => kind === 'stopped')).toHaveLength(1)
  })

  test('on the server too no painkiller is shown after it', async () => {
    const home = homeWith(null)
    let page = await home.post('/medicines', checkFields({}))
    for (let screen = 0; screen < 3; screen += 1) page = await throughOne(home, page, ['warfarin'])
    expect(page.heading).toBe('Check again first')
    expect(page.text).not.toContain('are closed')
  })

  test('what was told in an earlier check and only fills the form in is not told for this one', async () => {
    const notebook = memoryNotebook([checkEvent({ I1: 'yes', 'I1.signs': [] })])
    const home = homeWith(notebook)
    await throughGate(home, await home.get('/medicines'), ['warfarin'])
    const again = checkEvent({}, asEpochMs(noon + 1))
    if (again.kind !== 'checkFinished') throw new Error('no check')
    await notebook.appendAll([{ ...again, id: crypto.randomUUID(), check: crypto.randomUUID() }])
    home.later(2)
    expect((await home.get('/medicines')).text).toContain('Painkiller safety · 1 of 4')
  })

  test.each(['/medicines', '/medicines/tally'])(
    'a device that was full then is told by the next look at %s',
    async (path) => {
      const notebook = memoryNotebook([checkEvent({})])
      let isFull = true
      const home = homeWith({
        ...notebook,
        appendAll: async (events) => (isFull ? Promise.reject(new Error('full')) : await notebook.appendAll(events)),
      })
      expect((await upToMedicines(home)).text).toContain('We could not write this down')
      isFull = false
      await home.get(path)
      expect(notebook.events.filter(({ kind }) => kind === 'stopped')).toHaveLength(1)
      expect((await home.get('/plan')).text).not.toContain('Start here')
    },
  )
})
