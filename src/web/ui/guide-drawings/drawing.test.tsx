/** Every drawing says in words what it shows, and no two have an id in common. */
import { describe, expect, test } from 'vitest'
import type { DrawingId } from '../../../care/guide/types.ts'
import { renderPage } from '../render.ts'
import { Drawing } from './drawing.tsx'

const ids = Object.keys({
  'spine-and-discs': true,
  'muscle-guarding': true,
  'nerve-to-the-leg': true,
  'heat-on-the-back': true,
  'recovery-band': true,
  lifting: true,
  desk: true,
} as const satisfies Record<DrawingId, true>) as readonly DrawingId[]
const htmlOf = (id: DrawingId) => renderPage(<Drawing id={id} />)
const idsIn = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id)

describe('drawings of the guide', () => {
  test.each(ids)('%s has a name, a description and words below it', (id) => {
    const html = htmlOf(id)
    const pictures = [...html.matchAll(/<svg[^>]*role="img"[^>]*aria-labelledby="([^"]+)"/g)]
    expect(pictures.length).toBeGreaterThan(0)
    for (const [, named = ''] of pictures)
      for (const part of named.split(' ')) {
        const words = new RegExp(`id="${part}"[^>]*>([^<]*)<`).exec(html)?.[1] ?? ''
        expect([part, words.length > 8]).toEqual([part, true])
      }
    expect(html).toMatch(/<figcaption>[^<]{20,}/)
    // No colour of its own: the tokens bring the dark ones.
    expect(html).not.toMatch(/#[0-9a-f]{3,6}\b|style=|NaN|undefined/)
  })

  test('no id stands in two of them', () => {
    const all = ids.flatMap((id) => idsIn(htmlOf(id)))
    expect(all.filter((id, index) => all.indexOf(id) !== index)).toEqual([])
  })
})
