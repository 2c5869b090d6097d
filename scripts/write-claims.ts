/**
 * Prints every claim to `docs/safety/claims.md`: `npm run claims`, after any change of a claim or a source. Never runs at
 * install, build or start; the file is in the repository.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { claimsDocument } from '../src/care/evidence/claims-document.ts'

const folder = fileURLToPath(new URL('../docs/safety/', import.meta.url))
await mkdir(folder, { recursive: true })
await writeFile(`${folder}claims.md`, claimsDocument())
console.log('docs/safety/claims.md is written')
