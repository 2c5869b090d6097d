import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { movementIds, movements } from '../../care/movement/movements.ts'
import { filterFrom, MovementFilters, narrowed } from './movement-filters.tsx'
import type { CareHome } from './home.ts'
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
  const posted = (fields: Record<string, readonly string[]>) => filterFrom(new Map(Object.entries(fields)))
  const all = movementIds.map((id) => ({ id }))
  test('nothing chosen, or nonsense: everything stays', () => {
    for (const fields of [
      {},
      { 'filter.position': [''], 'filter.minutes': [''] },
      {
        'filter.position': ['upside down'],
        'filter.minutes': ['-1'],
        'filter.thing': ['sword'],
        'filter.kneel': ['?'],
      },
    ]) {
      expect(posted(fields)).toEqual({})
      expect(narrowed(posted(fields), all)).toEqual(all)
    }
  })
  test('each choice narrows the list', () => {
    for (const fields of [
      { 'filter.position': ['standing'] },
      { 'filter.minutes': ['2'] },
      { 'filter.thing': ['chair', 'bed'] },
      { 'filter.kneel': ['no'] },
    ]) {
      const left = narrowed(posted(fields), all)
      expect(left.length).toBeGreaterThan(0)
      expect(left.length).toBeLessThan(all.length)
    }
  })
  test('the form shows what was chosen, and says so when nothing fits', () => {
    const filter = posted({ 'filter.position': ['front'], 'filter.thing': ['pool'], 'filter.kneel': ['no'] })
    const from = [{ id: 'M15-pool' }, { id: 'M08' }] as const
    const html = renderToString(<MovementFilters filter={filter} from={from} />)
    expect(html.match(/checked/g)?.length).toBe(4)
    expect(html).toContain('Nothing fits all of that')
    expect(html).not.toContain('value="strap"')
    expect(renderToString(<MovementFilters filter={{}} from={from} />)).not.toContain('role="status"')
    expect(renderToString(<MovementFilters filter={{ position: 'standing' }} from={from} />)).toContain(
      'Showing 1 of 2',
    )
  })
})
