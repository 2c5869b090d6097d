/**
 * Prints who may import whom from `scripts/walls/imports.ts` into ARCHITECTURE.md: `npm run walls`, after any change of that
 * table. Never runs at install, build or start.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { table } from './walls/imports.ts'
import { wallsDocument, withWalls } from './walls/walls-document.ts'

const page = fileURLToPath(new URL('../ARCHITECTURE.md', import.meta.url))
writeFileSync(page, withWalls(readFileSync(page, 'utf8'), wallsDocument(table)))
console.log('ARCHITECTURE.md is written')
