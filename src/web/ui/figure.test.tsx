import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { framesOf } from '../../care/movement/figure-data.ts'
import { pathsAt } from '../../care/movement/figure-frames.ts'
import { framesFor, movements } from '../../care/movement/movements.ts'
import { movementIds } from '../../care/movement/types.ts'
import { Figure, FigureStills } from './figure.tsx'

describe('the drawn figure', () => {
  test.each(movementIds)(
    '%s is an image with a name and a description that exist, and no broken number',
    (movement) => {
      const html = renderToString(<Figure movement={movement} />)
      expect(html).toContain('role="img"')
      const [, title, description] = /aria-labelledby="(\S+) (\S+)"/.exec(html) ?? []
      expect(html).toContain(`<title id="${title}">${movements[movement].title}</title>`)
      expect(html).toContain(`<desc id="${description}">`)
      expect(html).not.toMatch(/NaN|Infinity|undefined/)
      expect(html.length).toBeLessThan(9000)
    },
  )

  test('has no script, no colour of its own and no style attribute, so the page decides', () => {
    const html = movementIds.map((movement) => renderToString(<Figure movement={movement} />)).join('')
    expect(html).not.toMatch(/<script|style=|#[0-9a-f]{3,6}\b/i)
  })

  test('the island finds the very paths that the page drew: same number, same first frame', () => {
    for (const movement of movementIds) {
      const html = renderToString(<Figure movement={movement} seconds={0} />)
      const drawn = [...html.matchAll(/<path class="([^"]+)"/g)].map(([, name]) => name)
      const first = pathsAt(framesFor(movement), 0).map(({ tone, edge }) => (edge ? `${tone} edge` : tone))
      expect(drawn).toEqual(first)
    }
  })

  test('stills show each key posture once, each with its own caption and ids', () => {
    for (const movement of movementIds) {
      const html = renderToString(<FigureStills movement={movement} />)
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
      expect(new Set(ids).size).toBe(ids.length)
      const { stills } = movements[movement].motion
      expect(html.match(/<svg/g)?.length).toBe(stills.length)
      for (const { caption } of stills) expect(html).toContain(`<figcaption>${caption}</figcaption>`)
    }
  })

  test('a smaller range gives other paths than the full one', () => {
    const full = renderToString(<Figure movement="M09" pose="oneWay" />)
    expect(renderToString(<Figure movement="M09" pose="oneWay" options={{ range: 0.3 }} />)).not.toBe(full)
    expect(framesOf(movements.M09.motion, { range: 0.3 }).frames).not.toEqual(framesFor('M09').frames)
  })

  test('is each person’s own, though it is worked out once: of a smaller range, and of a head that keeps still', () => {
    const ways = [{}, { range: 0.5 }, { headStill: true }, { range: 0.5, headStill: true }]
    const { motion } = movements.M05
    const pose = motion.stills[1]?.pose ?? ''
    const pictures = () =>
      ways.map((options) => renderToString(<Figure movement="M05" pose={pose} options={options} />))
    const first = pictures()
    expect(new Set(first).size).toBe(ways.length)
    expect(pictures()).toEqual(first)
    const frames = ways.map((options) => framesFor('M05', options))
    expect(new Set(frames.map((one) => JSON.stringify(one))).size).toBe(ways.length)
    expect(ways.map((options) => framesOf(motion, options))).toEqual(frames)
  })
})
