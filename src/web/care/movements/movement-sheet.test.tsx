import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { movementIds, movements } from '../../../care/movement/movements.ts'
import { filterFrom, MovementFilters, narrowed } from './movement-filters.tsx'
import type { CareHome } from '../home.ts'
import { MovementSheetPage } from './movement-sheet.tsx'

const home = {
  kind: 'server',
  now: () => 1_700_000_000_000,
  assets: { css: '/a.css', islands: {} },
} as unknown as CareHome

describe('the contact sheet', () => {
  const html = renderToString(<MovementSheetPage home={home} />)
  test('shows every key posture of every movement, and says that it is not advice', () => {
    for (const id of movementIds) {
      expect(html).toContain(`id="${id}"`)
      for (const { caption } of movements[id].motion.stills) expect(html).toContain(caption)
    }
    expect(html).toContain('Not for treatment')
    expect(html).not.toMatch(/NaN|undefined|null min/)
  })
  test('gives no id twice', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('the filters of the library', () => {
  const asked = (fields: Record<string, readonly string[]>, now: 1 | 2 | 3 | 4 = 1) =>
    filterFrom(new Map(Object.entries(fields)), now)
  const all = movementIds.map((id) => ({ id }))
  test('nothing chosen, or nonsense: everything stays', () => {
    for (const fields of [
      {},
      { position: [''], minutes: [''], phase: [''] },
      { position: ['upside down'], minutes: ['-1'], have: ['sword'], kneel: ['?'], phase: ['9'], show: ['?'] },
    ]) {
      expect(asked(fields)).toEqual({ movement: {}, all: false })
      expect(narrowed(asked(fields), all)).toEqual(all)
    }
  })
  test('each choice narrows the list', () => {
    for (const fields of [
      { position: ['standing'] },
      { minutes: ['2'] },
      { have: ['chair', 'bed'] },
      { kneel: ['no'] },
      { phase: ['1'] },
    ]) {
      const left = narrowed(asked(fields), all)
      expect(left.length).toBeGreaterThan(0)
      expect(left.length).toBeLessThan(all.length)
    }
  })
  test('a phase is looked at whole, also one that is still to come; minutes alone count for the phase of now', () => {
    expect(asked({ phase: ['2'] })).toEqual({ movement: { phase: 'restore' }, phase: 2, all: true })
    expect(asked({ show: ['all'] })).toEqual({ movement: {}, all: true })
    expect(asked({ minutes: ['5'] }, 3)).toEqual({ movement: { minutes: 5, phase: 'strength' }, all: false })
  })
  test('the form shows what was chosen, says how many there are, and says so when nothing fits', () => {
    const from = [{ id: 'M15-pool' }, { id: 'M08' }] as const
    const drawn = (fields: Record<string, readonly string[]>) => {
      const filter = asked(fields)
      const found = narrowed(filter, from).length
      return renderToString(<MovementFilters filter={filter} from={from} found={found} method="get" />)
    }
    const none = drawn({ position: ['front'], have: ['pool'], kneel: ['no'] })
    expect(none.match(/checked/g)?.length).toBe(5)
    expect(none).toContain('Nothing fits all of that')
    expect(none).not.toContain('value="strap"')
    expect(drawn({})).toContain('Showing 2 of 2')
    expect(drawn({})).not.toContain('open')
    expect(drawn({ position: ['back'], kneel: ['no'] })).toContain('Showing 1 of 2: on your back, no kneeling.')
  })
})
