import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { questionById } from '../../care/check/questions/all.ts'
import type { Point } from '../../care/diary/body-map.ts'
import { PlaceTicks } from './place-ticks.tsx'

const place = questionById.get('place')
if (place?.kind !== 'ticks') throw new Error('the question of places is gone')
const { options, ask } = place
const drawn = (ticked: readonly string[] = []) =>
  renderToString(
    <PlaceTicks
      name="q.place"
      legend={ask}
      items={options.map(({ value, text }) => ({ value, text, ticked: ticked.includes(value) }))}
      unders={[{ opensAt: ['midBack'], content: <p>Is it the main pain?</p> }]}
      unsure={{ name: 'list.place', text: 'Not sure', ticked: false }}
    />,
  )
const labels = (html: string) => html.match(/<label.*?<\/label>/gs) ?? []

/** What can be tapped for each place: the outlines in its label. */
const touches = new Map<string, readonly (readonly Point[])[]>(
  labels(drawn()).flatMap((label) => {
    const outlines = [...label.matchAll(/<polygon class="touch" points="([^"]+)"/g)].map(([, points = '']) =>
      points.split(' ').map((point): Point => {
        const [x = Number.NaN, y = Number.NaN] = point.split(',').map(Number)
        return [x, y]
      }),
    )
    const value = /value="(\w+)"/.exec(label)?.[1] ?? ''
    return outlines.length > 0 ? [[value, outlines] as const] : []
  }),
)
const span = (numbers: readonly number[]) => Math.max(...numbers) - Math.min(...numbers)
/** Is the point inside? Even-odd rule. */
const holds = (outline: readonly Point[], [x, y]: Point): boolean =>
  outline.filter(([ax, ay], index) => {
    const [bx, by] = outline[(index + 1) % outline.length] ?? [ax, ay]
    return ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)
  }).length %
    2 ===
  1

describe('the back to tap on', () => {
  test('every answer is one tick with its words, and the drawing adds no name to it', () => {
    const html = drawn()
    expect(labels(html)).toHaveLength(options.length + 1)
    for (const { value, text } of options) {
      const [label] = labels(html).filter((one) => one.includes(`value="${value}"`))
      expect(label?.replace(/<svg class="spot"[^>]*aria-hidden="true".*?<\/svg>/s, '').replace(/<[^>]+>/g, '')).toBe(
        text,
      )
    }
    for (const [svg] of html.matchAll(/<svg[^>]*>/g)) expect(svg).toContain('aria-hidden="true"')
    expect(html).not.toMatch(/tabindex|<title|style=|<script/)
  })

  test('every place of a back is on the drawing; a band round the body and other places are words alone', () => {
    const all = options.map(({ value }) => value)
    expect([...touches.keys()]).toEqual(all.filter((value) => value !== 'band' && value !== 'elsewhere'))
  })

  test('a thumb fits each of them: 44 pixels high and wide where 120 units are 160 pixels', () => {
    for (const outlines of touches.values())
      for (const outline of outlines) {
        expect((span(outline.map(([x]) => x)) * 160) / 120).toBeGreaterThanOrEqual(44)
        expect((span(outline.map(([, y]) => y)) * 160) / 120).toBeGreaterThanOrEqual(44)
      }
  })

  test('a tap means one place: none lies over another, and the back has no gap from the neck to the legs', () => {
    for (let x = 40.5; x < 160; x += 1)
      for (let y = 4.5; y < 306; y += 1) {
        const here = [...touches].filter(([, outlines]) => outlines.some((one) => holds(one, [x, y])))
        expect(here.length, `${x} ${y}`).toBeLessThanOrEqual(1)
        if (x > 80 && x < 120 && y > 82) expect(here, `${x} ${y}`).toHaveLength(1)
      }
  })

  test('left and right are the same place, and both sides can be tapped', () => {
    const at = (point: Point) => [...touches].find(([, outlines]) => outlines.some((one) => holds(one, point)))?.[0]
    expect([at([60, 95]), at([140, 95])]).toEqual(['shoulder', 'shoulder'])
    expect([at([60, 190]), at([140, 190])]).toEqual(['side', 'side'])
    expect([at([65, 250]), at([135, 250])]).toEqual(['buttock', 'buttock'])
    expect([at([70, 290]), at([130, 290])]).toEqual(['leg', 'leg'])
    expect([at([100, 60]), at([100, 130]), at([100, 200]), at([100, 240])]).toEqual([
      ...['neck', 'midBack', 'lowBack', 'tailbone'],
    ])
  })

  test('what was told stays ticked, nothing is ticked in advance, and mid-back opens its own question', () => {
    expect(drawn()).not.toContain('checked')
    const [back] = labels(drawn(['lowBack'])).filter((one) => one.includes('checked'))
    expect(back).toContain('value="lowBack"')
    expect(drawn()).toMatch(/value="midBack" class="o1"/)
    expect(drawn()).toMatch(/class="under u1"><p>Is it the main pain/)
  })
})
