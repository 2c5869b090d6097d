/** What the gate is told and the check was told the opposite of: the worse of the two answers counts (evidence.md §2.3). */
import { describe, expect, test } from 'vitest'
import type { Answers } from '../../../care/check/types.ts'
import { checkEvent, checkFields, memoryNotebook } from '../plan/plan.fixtures.ts'
import { homeWith, ok, portion, press, throughGate, verdicts } from './medicine.fixtures.ts'

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
  expect((await home.get('/plan')).text).not.toContain('Start here')
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
