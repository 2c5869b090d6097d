/**
 * Prints the protocol of the check to `docs/safety/protocol.md`: `npm run protocol`, after any change of a question, a
 * rule or a word of the check. Never runs at install, build or start; the file is in the repository.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { protocolDocument } from '../src/care/check/protocol-document.ts'

const folder = fileURLToPath(new URL('../docs/safety/', import.meta.url))
await mkdir(folder, { recursive: true })
await writeFile(`${folder}protocol.md`, protocolDocument())
console.log('docs/safety/protocol.md is written')
