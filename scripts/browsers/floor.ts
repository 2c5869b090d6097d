/**
 * What the oldest browsers of README.md know, by MDN's browser-compatibility data.
 */
import { entriesOf } from '../../src/care/evidence/closed-sets.ts'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { CompatData, CompatStatement, Identifier, VersionValue } from '@mdn/browser-compat-data/types'
import { floor } from './build-targets.ts'

/** Everything the data know. Read as a file: as an import, a bundler would make a module of its 20 MB. */
export const compatData: CompatData = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('@mdn/browser-compat-data'), 'utf8'),
)

/** Part of the data at a path, or nothing. */
export function lookUp(...path: readonly string[]): Identifier | undefined {
  let at: unknown = compatData
  for (const part of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined
    at = Object.getOwnPropertyDescriptor(at, part)?.value
  }
  // Whatever has a path in the data is an entry of it.
  return at as Identifier
}

/** What stands inside an entry of the data, by name; what the data say of the entry itself is left out. */
export const insideOf = (entry: Identifier | undefined): readonly (readonly [string, Identifier])[] =>
  // Every key but `__compat` is an entry: their type cannot say so.
  Object.entries(entry ?? {}).filter(([name]) => name !== '__compat') as [string, Identifier][]

/**
 * Browsers of the floor that do not know this; empty when all do. What the data do not know counts as known,
 * and so does what a browser does in part: it is there, and the data's notes say how it differs.
 */
export function browsersWithout(compat: CompatStatement | undefined): readonly string[] {
  if (!compat) return []
  return entriesOf(floor).flatMap(([browser, version]) => {
    const stated = compat.support[browser]
    if (stated === undefined) return []
    const whole = [stated].flat().some((one) => {
      if (one.flags || one.prefix || one.alternative_name) return false
      if (one.version_removed && isAtMost(one.version_removed, version)) return false
      return isAtMost(one.version_added, version)
    })
    return whole ? [] : [browser]
  })
}

/** Whether a version of the data is this one or an earlier one. */
function isAtMost(version: VersionValue, most: string): boolean {
  if (typeof version !== 'string' || version === 'preview') return false
  const [one, other] = [version.replace('≤', ''), most].map((text) => text.split('.').map(Number))
  for (let part = 0; part < 3; part += 1) {
    const difference = (one?.[part] ?? 0) - (other?.[part] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return true
}
