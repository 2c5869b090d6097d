import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

const configOf = (env: Readonly<Record<string, string>>) => {
  const read = readConfig(env)
  if (!read.ok) throw new Error(read.why)
  return read.config
}
const whyNot = (env: Readonly<Record<string, string>>) => {
  const read = readConfig(env)
  return read.ok ? 'it was read' : read.why
}

test('with nothing set, the database is our own and lies in the folder data', () => {
  expect(configOf({})).toEqual({ dataFolder: resolve('data'), secret: undefined, database: { kind: 'own' } })
  expect(configOf({ DATABASE_URL: '', UNCLENCH_DATA: ' ', UNCLENCH_SECRET: '' })).toEqual(configOf({}))
})

test('an address of a server is read as the driver reads it', () => {
  expect(configOf({ DATABASE_URL: 'postgres://ann:p%40ss@db.example:5433/clinic' }).database).toEqual({
    kind: 'server',
    settings: { host: 'db.example', port: 5433, user: 'ann', password: 'p@ss', database: 'clinic' },
  })
  expect(configOf({ DATABASE_URL: 'postgresql://ann:p@db.example/clinic' }).database).toMatchObject({
    settings: { port: 5432 },
  })
})

test('a database can be done without', () => {
  expect(configOf({ DATABASE_URL: 'off' }).database).toEqual({ kind: 'off' })
})

test.each([
  ['mysql://u:hush@h/d', 'DATABASE_URL must begin with postgres://'],
  ['postgres://u:hush@h:port/d', 'DATABASE_URL cannot be read'],
  ['hush', 'DATABASE_URL must begin'],
])('an address that is none is refused, and its password not repeated: %s', (DATABASE_URL, why) => {
  expect(whyNot({ DATABASE_URL })).toContain(why)
  expect(whyNot({ DATABASE_URL })).not.toContain('hush')
})

test('a secret of 32 characters will do, and one of 31 will not', () => {
  expect(configOf({ UNCLENCH_SECRET: 's'.repeat(32) }).secret).toHaveLength(32)
  expect(whyNot({ UNCLENCH_SECRET: 's'.repeat(31) })).toBe('UNCLENCH_SECRET must have at least 32 characters.')
})

test('where people reach us is a name alone, and a slash at its end goes', () => {
  expect(configOf({ UNCLENCH_URL: 'https://clinic.example/' }).publicUrl).toBe('https://clinic.example')
  for (const url of [
    'clinic.example',
    'https://clinic.example/app',
    'https://a:b@clinic.example',
    'ftp://clinic.example',
  ])
    expect(whyNot({ UNCLENCH_URL: url })).toContain('UNCLENCH_URL must be like https://clinic.example')
})

test('a copy for the search goes with a server, and with nothing else', () => {
  const [DATABASE_URL, DATABASE_READ_URL] = [
    'postgres://ann:p@db.example/clinic',
    'postgres://ann:hush@copy.example/clinic',
  ]
  expect(configOf({ DATABASE_URL, DATABASE_READ_URL }).database).toMatchObject({
    settings: { host: 'db.example' },
    readFrom: { host: 'copy.example', port: 5432 },
  })
  expect(configOf({ DATABASE_URL }).database).not.toHaveProperty('readFrom')
  for (const alone of [{}, { DATABASE_URL: 'off' }])
    expect(whyNot({ ...alone, DATABASE_READ_URL })).toContain('set DATABASE_URL to that server too')
  for (const bad of ['off', 'hush', 'postgres://u:hush@h:port/d']) {
    expect(whyNot({ DATABASE_URL, DATABASE_READ_URL: bad })).toContain('DATABASE_READ_URL')
    expect(whyNot({ DATABASE_URL, DATABASE_READ_URL: bad })).not.toContain('hush')
  }
})
