/** Every claim stands once: the files by theme are put together by spreading, and a second one would hide the first. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { claims } from './claims.ts'

const claimIds = /^ {2}'([\w-]+)': \{/gm

/** The ids as they are written, theme by theme. */
const written = globSync('claims/*.ts', { cwd: import.meta.dirname }).flatMap((path) =>
  [...readFileSync(join(import.meta.dirname, path), 'utf8').matchAll(claimIds)].map(([, id]) => id),
)

test('no two themes hold a claim of the same name, and each theme is in the register', () => {
  expect(written.filter((id, place) => written.indexOf(id) !== place)).toEqual([])
  expect(written.toSorted()).toEqual(Object.keys(claims).toSorted())
})
