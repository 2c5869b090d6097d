/**
 * A script that makes a new browser forget all functions that are newer than the floor, so that a journey through it shows
 * what an old one would do. Made from the same data as the check of the built files.
 */
import type { Identifier } from '@mdn/browser-compat-data/types'
import { browsersWithout, compatData, insideOf } from './floor.ts'

/** Something to delete: a global (`member` null), a function of the global itself, or of what it makes. */
interface Newer {
  readonly global: string
  readonly member: string | null
  readonly of: 'itself' | 'prototype'
}

/** The functions that are newer than the floor: of the language, and of the browser's own objects. */
function newerThanFloor(): readonly Newer[] {
  const found: Newer[] = []
  const { builtins } = compatData.javascript
  // Rooms of different types: what they share is names that lead to entries.
  for (const room of [builtins ?? {}, compatData.api] as readonly Record<string, Identifier>[])
    for (const [global, inside] of Object.entries(room)) {
      if (browsersWithout(inside.__compat).length > 0) {
        found.push({ global, member: null, of: 'itself' })
        continue
      }
      for (const [name, member] of insideOf(inside)) {
        if (browsersWithout(member.__compat).length === 0) continue
        if (/^[a-z]\w*_static$/.test(name)) found.push({ global, member: name.replace('_static', ''), of: 'itself' })
        else if (/^[a-z]\w*$/i.test(name) && !name.endsWith('_event')) {
          found.push({ global, member: name, of: 'prototype' })
          if (room !== compatData.api) found.push({ global, member: name, of: 'itself' })
        }
      }
    }
  return found
}

/** The script, for pages and for workers. It leaves how many functions it took in `forgotten`. */
export function forgetNewer(): string {
  return `(() => {
  let forgotten = 0
  for (const [global, member, of] of ${JSON.stringify(newerThanFloor().map(({ global, member, of }) => [global, member, of]))}) {
    try {
      const found = self[global]
      const holder = member === null ? self : of === 'itself' ? found : found?.prototype
      const name = member ?? global
      if (holder === undefined || holder === null || !Object.hasOwn(holder, name)) continue
      if (delete holder[name]) forgotten += 1
    } catch {}
  }
  Object.defineProperty(self, 'forgotten', { value: forgotten })
})();
`
}
