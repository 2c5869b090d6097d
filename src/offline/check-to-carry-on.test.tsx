/** A check that was stopped half-way: when the front page and the start of the check offer to carry on with it, and when not. */
import { expect, test } from 'vitest'
import { asEpochMs, dayMs, type EpochMs } from '../care/evidence/time.ts'
import { timeOrderedId } from '../care/evidence/ids.ts'
import type { Answers, Level } from '../care/check/types.ts'
import type { NotebookEvent } from '../care/record/notebook.ts'
import { protocolVersion } from '../web/care/check/protocol-in-force.ts'
import { newTrail, type Trail, writeDraft } from '../web/care/check/trail.ts'
import { checkEvent } from '../web/care/plan/plan.fixtures.ts'
import { samples } from '../web/care/record/record-event.fixtures.ts'
import { checkToCarryOn, type DeviceHome, resultOf, tidy } from './checks-under-way.ts'
import { createDeviceApp } from './device-app.tsx'
import { deviceNotebook, noon, origin } from './device.fixtures.ts'

const idAt = (at: EpochMs) => timeOrderedId(at, new Uint8Array(10).fill(7))
const hourMs = 3_600_000
/** A check that was begun so long ago, with these answers told on its screens. */
function left(agoMs: number, screens: readonly Answers[], more: Partial<Trail> = {}): Trail {
  const steps = screens.map((answers) => ({ answers, single: [] }))
  return { ...newTrail(idAt(asEpochMs(noon - agoMs)), protocolVersion), steps, ...more }
}
const half = [{ A6: 'no' }, { age: 30 }]

async function deviceWith(trails: readonly Trail[], events: NotebookEvent[] = []): Promise<DeviceHome> {
  const notebook = deviceNotebook(events)
  for (const trail of trails) await notebook.drafts.put(trail.id, writeDraft(trail))
  const home: DeviceHome = {
    ...{ kind: 'device', notebook, now: () => noon, newId: () => idAt(noon), buildId: 'test' },
    assets: { css: '/site.css', islands: {} },
    checkToCarryOn: () => checkToCarryOn(home),
  }
  return home
}
/** What the front page and the start of the check say. */
async function offered(home: DeviceHome): Promise<readonly string[]> {
  const app = createDeviceApp(home, async () => idAt(noon))
  const pages = await Promise.all(['/', '/check'].map(async (path) => await (await app.request(origin + path)).text()))
  return pages.map((html) => /<a[^>]*href="([^"]*)"[^>]*>\s*Carry on where you stopped/.exec(html)?.[1] ?? 'nothing')
}
const nothing = ['nothing', 'nothing']

test('a check that was stopped half-way can be carried on with, on its next screen, from the front page and the check', async () => {
  const trail = left(hourMs, half)
  const address = `/check/${trail.id}/3`
  const home = await deviceWith([trail])
  expect(await offered(home)).toEqual([address, address])
  const page = await createDeviceApp(home, async () => idAt(noon)).request(origin + address)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('name="shown"')
})

test('the new check stands right below the offer, and the emergency signs too', async () => {
  const app = createDeviceApp(await deviceWith([left(hourMs, half)]), async () => idAt(noon))
  const html = await (await app.request(`${origin}/`)).text()
  const main = html.split('<main')[1] ?? ''
  expect(main).toMatch(
    /Carry on where you stopped[\s\S]*href="\/check"[\s\S]*Start a new check[\s\S]*href="\/emergency"/,
  )
})

test('it is offered until it is 24 hours old, and not at 24 hours', async () => {
  expect(await offered(await deviceWith([left(dayMs - 1, half)]))).not.toContain('nothing')
  expect(await offered(await deviceWith([left(dayMs, half)]))).toEqual(nothing)
})

test('one that was begun under other rules is not offered', async () => {
  expect(await offered(await deviceWith([left(hourMs, half, { protocol: 'older' })]))).toEqual(nothing)
})

test('nothing is offered when no screen has been answered, or none was begun', async () => {
  expect(await offered(await deviceWith([left(hourMs, [])]))).toEqual(nothing)
  expect(await offered(await deviceWith([]))).toEqual(nothing)
})

test('past the question on safety at home nothing is offered, whatever was said there', async () => {
  for (const I4 of ['danger', 'hurt', 'private', 'notSure', 'no'])
    expect([I4, await offered(await deviceWith([left(hourMs, [...half, { I4 }])]))]).toEqual([I4, nothing])
})

test('words on home in a free text stand on that same screen, so they are never offered to go on with', async () => {
  const told = { I4: 'no', worry: 'My husband hits me and I am afraid' }
  expect(await offered(await deviceWith([left(hourMs, [...half, told])]))).toEqual(nothing)
})

test('a check that came to its result is not offered, nor one that was begun before the last result', async () => {
  const result = left(hourMs, [{ A2: 'yes', 'A2.kind': 'changed', 'A2.when': 'new' }])
  expect(await offered(await deviceWith([result]))).toEqual(nothing)
  const trail = left(hourMs, half)
  const finished = (at: number) => ({ ...checkEvent({}), at: asEpochMs(at) }) as NotebookEvent
  expect(await offered(await deviceWith([trail], [finished(noon - hourMs / 2)]))).toEqual(nothing)
  expect(await offered(await deviceWith([trail], [finished(noon - 2 * hourMs)]))).not.toContain('nothing')
})

test('of two that were stopped the later one is offered', async () => {
  const [first, second] = [left(3 * hourMs, half), left(hourMs, [{ A6: 'no' }])]
  const address = `/check/${second.id}/2`
  expect(await offered(await deviceWith([second, first]))).toEqual([address, address])
})

test('a store that fails offers nothing, and both pages come', async () => {
  const home = await deviceWith([left(hourMs, half)])
  const failing = { ...home.notebook, allDrafts: () => Promise.reject(new Error('shut')) }
  const broken: DeviceHome = { ...home, notebook: failing, checkToCarryOn: () => checkToCarryOn(broken) }
  expect(await offered(broken)).toEqual(nothing)
})

test('one is not offered once something was told since that asks for a new check', async () => {
  const at = asEpochMs(noon - hourMs / 2)
  const stop: NotebookEvent = { v: 1, id: crypto.randomUUID(), at, day: '2026-11-23', kind: 'stopped', sign: 'fall' }
  const before = left(hourMs, half, { begunAfter: asEpochMs(noon - hourMs) })
  expect(await offered(await deviceWith([before], [stop]))).toEqual(nothing)
  const after = left(hourMs, half, { begunAfter: at, begunWith: stop.id })
  expect(await offered(await deviceWith([after], [stop]))).not.toContain('nothing')
})

const resulted = (check: string, level: Level = 'self-care'): NotebookEvent => ({
  ...samples.checkFinished,
  ...{ id: crypto.randomUUID(), check, level },
})

test('a half-done check is forgotten at a day, a finished one, for its summary, at thirty days', async () => {
  const aged = async (agoMs: number, isFinished: boolean) => {
    const trail = left(agoMs, half)
    const home = await deviceWith([trail], isFinished ? [resulted(trail.id)] : [])
    await tidy(home)
    return (await home.notebook.allDrafts()).length
  }
  expect([await aged(dayMs - 1, false), await aged(dayMs, false)]).toEqual([1, 0])
  expect([await aged(30 * dayMs - 1, true), await aged(30 * dayMs, true)]).toEqual([1, 0])
})

test('what a check came to is its last result, and nothing where it has none or the store fails', async () => {
  const [one, other] = [left(hourMs, half).id, crypto.randomUUID()]
  const home = await deviceWith([], [resulted(one, 'soon'), resulted(other, 'self-care'), resulted(one, 'urgent')])
  expect([await resultOf(home, one), await resultOf(home, other)]).toEqual(['urgent', 'self-care'])
  expect(await resultOf(home, crypto.randomUUID())).toBeNull()
  const failing = { ...home, notebook: { ...home.notebook, all: () => Promise.reject(new Error('shut')) } }
  expect(await resultOf(failing, one)).toBeNull()
})
