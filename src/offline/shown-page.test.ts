/** What the worker says to a page that lies open: whether anything was told since, the page as it is now, and whom to call. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { NotebookEvent } from '../care/record/notebook.ts'
import { asEpochMs, hourMs } from '../care/evidence/time.ts'
import { beginMark } from '../care/programme/asked.ts'
import { protocolVersion } from '../web/care/check/protocol-in-force.ts'
import { newTrail, writeTrail } from '../web/care/check/trail.ts'
import { createDeviceApp } from './device-app.tsx'
import type { DeviceHome } from './checks-under-way.ts'
import { checkEvent } from '../web/care/plan/plan.fixtures.ts'
import { freshId } from '../web/care/programme/programme.fixtures.ts'
import { deviceNotebook, noon } from './device.fixtures.ts'
import { shownAsked } from './shown-messages.ts'
import { shownNow } from './shown-page.tsx'

const now = asEpochMs(noon + hourMs)
const plain = (): NotebookEvent => {
  const event = checkEvent({}, noon)
  return { ...event, id: freshId(), check: freshId() } as NotebookEvent
}
const planOf = (check: NotebookEvent): NotebookEvent => ({
  ...{ v: 1, id: freshId(), at: noon, kind: 'planMade', check: 'check' in check ? (check.check ?? '') : '' },
  profile: { painNow: 3, walk: 'can', legPain: 'none', eases: [], worsens: [], have: ['bed'], warmOrCold: 'warm' },
})
const danger = (): NotebookEvent =>
  ({
    ...{ v: 1, id: freshId(), at: now, day: '2026-11-26', kind: 'stopped', sign: 'fever' },
  }) as NotebookEvent

let home: DeviceHome
beforeEach(() => {
  const check = plain()
  home = {
    ...{ kind: 'device', notebook: deviceNotebook([check, planOf(check)]), now: () => now, newId: freshId },
    ...{ assets: { css: '', islands: {} }, buildId: 'test' },
  } as DeviceHome
})
const shown = (knows: string | null, { path = '/plan', madeAt = now as number, writtenAt = 0 } = {}) =>
  shownNow(
    home,
    createDeviceApp(home, async () => 'token'),
    { path, knows, madeAt },
    writtenAt,
  )

describe('a page that asks', () => {
  test('as it comes is told how the record stands, and no more', async () => {
    const { stamp, ...rest } = await shown(null)
    expect(stamp).toMatch(/^2:/)
    expect(rest).toEqual({ html: null, help: '' })
  })

  test('is told nothing while nothing was told', async () => {
    const { stamp } = await shown(null)
    expect(await shown(stamp)).toEqual({ stamp, html: null, help: '' })
  })

  test('is given the page as it is now, and whom to call, once a danger was told', async () => {
    const { stamp } = await shown(null)
    await home.notebook.append(danger())
    const { html, help } = await shown(stamp)
    expect(html).toContain('<h1')
    expect(html).not.toContain('Your plan</h1>')
    expect(help).toContain('href="tel:111"')
  })

  test('is given the page without any call after something harmless, and after everything was erased', async () => {
    const { stamp } = await shown(null)
    await home.notebook.append(plain())
    const after = await shown(stamp)
    expect([after.html === null, after.help]).toEqual([false, ''])
    await home.notebook.erase()
    expect((await shown(after.stamp)).html).not.toContain('Your plan</h1>')
  })

  describe('as a screen of a check', () => {
    const check = freshId()
    const open = async () => {
      const trail = newTrail(check, protocolVersion, beginMark(await home.notebook.all()))
      await home.notebook.drafts.put(check, writeTrail(trail))
    }
    test.each(['/check', `/check/${check}/2`])('%s is told whom to call, and not to do the check', async (path) => {
      await open()
      const { stamp } = await shown(null, { path })
      await home.notebook.append(danger())
      const { help } = await shown(stamp, { path })
      expect(help).toContain('href="tel:111"')
      expect(help).not.toContain('Do the full check')
    })
    test('that is older than what was told offers to begin again', async () => {
      await open()
      const path = `/check/${check}/2`
      const { stamp } = await shown(null, { path })
      await home.notebook.append({ ...danger(), sign: 'fall' } as NotebookEvent)
      expect((await shown(stamp, { path })).help).toContain('Start the check again')
      expect((await shown(stamp)).help).toContain('Do the full check')
    })
    test('that told of the danger itself is not told of it', async () => {
      await open()
      const path = `/check/${check}/2`
      const { stamp } = await shown(null, { path })
      await home.notebook.append({ ...plain(), check, answers: { F2: 'yes' }, level: 'urgent' } as NotebookEvent)
      expect((await shown(stamp, { path })).help).not.toContain('tel:')
    })
  })

  test('hears of what was written after it was answered and before it first asked', async () => {
    const { stamp } = await shown(null)
    expect((await shown(stamp, { madeAt: now, writtenAt: now + 1 })).html).not.toBeNull()
    expect((await shown(stamp, { madeAt: now, writtenAt: now })).html).toBeNull()
    expect((await shown(null, { madeAt: now, writtenAt: now })).html).toBeNull()
  })
})

test.each([
  null,
  'unclench-record-changed',
  { shown: null },
  { shown: { path: '//elsewhere', knows: null, madeAt: 1 } },
  { shown: { path: 'https://elsewhere', knows: null, madeAt: 1 } },
  { shown: { path: '/plan', knows: null } },
])('%j is no question of a page', (data) => {
  expect(shownAsked(data)).toBeNull()
})

test('a question is taken with what it knows, or as knowing nothing', () => {
  expect(shownAsked({ shown: { path: '/plan?a', knows: '2:a', madeAt: 5, more: 1 } })).toEqual({
    ...{ path: '/plan?a', knows: '2:a', madeAt: 5 },
  })
  expect(shownAsked({ shown: { path: '/', knows: 7, madeAt: 5 } })?.knows).toBeNull()
})
