/**
 * Fails when a built file that browsers load uses something newer than the floor (scripts/browsers/floor.ts). Run by
 * `npm test` after the build: what counts is what arrives, packages included.
 */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tooNew } from './browsers/too-new.ts'

const client = join(import.meta.dirname, '../dist/client')
const paths = globSync('**/*.{js,css}', { cwd: client }).map((path) => path.replaceAll('\\', '/'))
const { read, faults } = tooNew(new Map(paths.map((path) => [path, readFileSync(join(client, path), 'utf8')])))
for (const fault of faults) console.log(fault)
console.log(`read ${read} files`)
process.exitCode = faults.length > 0 ? 1 : 0
