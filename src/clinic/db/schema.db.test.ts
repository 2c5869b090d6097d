/** The types of the tables are those of the schema that the migrations make. */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { testDatabase } from './test-database.ts'

const db = testDatabase({ withoutNeighbours: 'reads the schema as the migrations make it' })
const file = fileURLToPath(new URL('./schema.ts', import.meta.url))

/** As kysely-codegen writes them, with the head that we put over them. */
function generate(): string {
  const { host, port, database } = db.address
  const codegen = fileURLToPath(new URL('../../../node_modules/kysely-codegen/dist/cli/bin.js', import.meta.url))
  const said = execFileSync(process.execPath, [
    codegen,
    ...['--dialect', 'postgres', '--url', `postgres://postgres@${host}:${port}/${database}`, '--print'],
    ...['--default-schema', 'clinic', '--include-pattern', '(clinic|directory).*', '--date-parser', 'string'],
  ]).toString()
  const [, types = ''] = said.split(/^\s*\*\/$/m)
  return `/**
 * The tables and views as TypeScript sees them. Made from the schema by kysely-codegen:
 * \`WRITE_SCHEMA=1 npx vitest run --project=database schema\` writes it again after a migration.
 */
${types.trimStart()}`
}

test('are written again after each migration', () => {
  const made = generate()
  if (process.env.WRITE_SCHEMA) writeFileSync(file, made)
  expect(readFileSync(file, 'utf8')).toBe(made)
})
