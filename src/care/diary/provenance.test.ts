import { expect, test } from 'vitest'
import { sources } from '../evidence/sources.ts'
import { outlookKnownBy, spreadKnownBy } from './outlook.ts'
import { triggersKnownBy } from './triggers.ts'

test('the band, its spread and the way triggers are looked for each name where they come from', () => {
  for (const known of [outlookKnownBy, spreadKnownBy, triggersKnownBy]) {
    expect(known.sources.length).toBeGreaterThan(0)
    for (const source of known.sources) expect(sources[source]).toBeDefined()
    expect(['V', 'V2', 'K', 'C']).toContain(known.tag)
  }
})
