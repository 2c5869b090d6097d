/**
 * Records of earlier builds, kept as they were written (folder kept-records): each must come in whole for ever. And the
 * shape of each kind of event as it was first kept: what it allowed then must be allowed now, or have a step in
 * notebook-versions.ts that brings it up to date.
 *
 * A new kind, or a new version of one: `KEEP=1 npx vitest run src/web/care/record/record-kept.test.ts` adds its shape and a sample.
 * It never changes what is kept already; a sample or a shape is never edited by hand.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { EventShape } from './record-event.ts'
import { samples } from './record-event.fixtures.ts'
import { readEvent } from './record-event.ts'
import { readRecordFile, writeRecordFile } from './record-file.ts'

const folder = join(import.meta.dirname, 'kept-records')
const shapesFile = join(folder, 'shapes.json')
const read = (name: string) => readFileSync(join(folder, name), 'utf8')
const keep = process.env.KEEP === '1'

/** As much of JSON Schema as our shapes use. A check that it cannot express, such as a calendar day, is `{}`. */
interface Schema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema
  readonly propertyNames?: Schema
  readonly items?: Schema
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly maxItems?: number
  readonly pattern?: string
}

/** Today's shapes by kind and version: "doseTaken 1". */
const today: ReadonlyMap<string, Schema> = new Map(
  ((z.toJSONSchema(EventShape, { unrepresentable: 'any', io: 'input' }) as Schema).oneOf ?? []).map((shape) => [
    `${shape.properties?.kind?.const} ${shape.properties?.v?.const}`,
    shape,
  ]),
)
if (keep) {
  const known: Record<string, Schema> = existsSync(shapesFile) ? JSON.parse(read('shapes.json')) : {}
  writeFileSync(shapesFile, `${JSON.stringify({ ...Object.fromEntries(today), ...known }, null, 1)}\n`)
  const kinds = new Set(keptEvents().map(({ kind, v }) => `${kind} ${v}`))
  const fresh = Object.values(samples).filter(({ kind, v }) => !kinds.has(`${kind} ${v}`))
  const name = `record-${String(keptNames().length + 1).padStart(2, '0')}.json`
  if (fresh.length > 0)
    writeFileSync(join(folder, name), writeRecordFile({ owner: '7b0f0b3e-52b2-4b53-9c3e-0a8d5c1f2e3d', events: fresh }))
}

function keptNames(): readonly string[] {
  return readdirSync(folder).filter((name) => name.startsWith('record-'))
}
function keptEvents(): readonly { readonly kind: string; readonly v: number; readonly id: string }[] {
  return keptNames().flatMap((name) => JSON.parse(read(name)).events)
}

describe('records of earlier builds', () => {
  test('there are some, with a sample of each kind in its version of today, and of the versions before', () => {
    const kept = new Set(keptEvents().map(({ kind, v }) => `${kind} ${v}`))
    expect([...today.keys()].filter((name) => !kept.has(name))).toEqual([])
    expect(kept).toContain('checkFinished 1')
  })
  test.each(keptNames())('%s comes in whole', (name) => {
    const file = readRecordFile(read(name))
    if (!file.ok) throw new Error(`${name}: ${file.why}`)
    const ids = JSON.parse(read(name)).events.map(({ id }: { id: string }) => id)
    expect(file.value.events.map(({ id }) => id)).toEqual(ids)
    // And goes on to every later build in the shape of today.
    const again = readRecordFile(writeRecordFile(file.value))
    expect(again).toEqual({
      ok: true,
      newer: [],
      value: { ...file.value, events: expect.arrayContaining([...file.value.events]) },
    })
  })
  test('nothing that was told is lost on the way up', () => {
    for (const event of keptEvents()) {
      const { v: _version, ...told } = event
      expect(readEvent(event)).toMatchObject(told)
    }
  })
})

describe('the shape of an event', () => {
  const kept: Readonly<Record<string, Schema>> = JSON.parse(read('shapes.json'))
  test('is kept for every kind', () => {
    expect(Object.keys(kept).length).toBeGreaterThan(20)
    expect([...today.keys()].filter((name) => !(name in kept))).toEqual([])
  })
  test.each(Object.keys(kept))(
    '%s: what it allowed once is allowed now, or a later version has taken its place',
    (name) => {
      const now = today.get(name)
      const [kind = '', version = ''] = name.split(' ')
      const later = [...today.keys()].some(
        (one) => one.startsWith(`${kind} `) && Number(one.split(' ')[1]) > Number(version),
      )
      expect(now ? narrowed(kept[name] ?? {}, now) : later ? [] : [`${name} is gone`]).toEqual([])
    },
  )
  test('that lost a field, a word or some room, or asks for more, is caught', () => {
    const shape: Schema = {
      type: 'object',
      properties: { kind: { const: 'x' }, felt: { enum: ['fine', 'sore'] }, note: { type: 'string', maxLength: 9 } },
      required: ['kind', 'felt'],
    }
    const changed = (properties: Schema['properties'], required = ['kind', 'felt']) =>
      narrowed(shape, { type: 'object', properties: { ...shape.properties, ...properties }, required }).length
    expect(changed({})).toBe(0)
    expect(changed({ more: { type: 'string' }, felt: { enum: ['fine', 'sore', 'bad'] } }, ['kind'])).toBe(0)
    expect(changed({ felt: { enum: ['fine'] } })).toBe(1)
    expect(changed({ note: { type: 'string', maxLength: 8 } })).toBe(1)
    expect(changed({ note: { type: 'number' } })).toBe(1)
    expect(changed({}, ['kind', 'felt', 'note'])).toBe(1)
    expect(narrowed(shape, { type: 'object', properties: { kind: { const: 'x' } }, required: ['kind'] }).length).toBe(2)
  })
})

/** Every way in which a shape allows less than it did; empty when all that was allowed still is. */
function narrowed(was: Schema, is: Schema, at = ''): readonly string[] {
  const options = was.anyOf
  if (options) return options.flatMap((option) => (isAllowed(option, is, at) ? [] : [`${at}: an alternative is gone`]))
  if (is.anyOf)
    return is.anyOf.some((option) => narrowed(was, option, at).length === 0) ? [] : [`${at}: other alternatives`]
  const found: string[] = []
  const words = was.enum ?? (was.const === undefined ? [] : [was.const])
  const wordsNow = is.enum ?? (is.const === undefined ? null : [is.const])
  for (const word of words) if (wordsNow && !wordsNow.includes(word)) found.push(`${at}: "${word}" is gone`)
  if (words.length === 0 && wordsNow) found.push(`${at}: only some words now`)
  if (
    is.type !== undefined &&
    was.type !== is.type &&
    !(was.type === 'integer' && is.type === 'number') &&
    words.length === 0
  )
    found.push(`${at}: ${was.type} has become ${is.type}`)
  const least = ['minimum', 'exclusiveMinimum', 'minLength'] as const
  const most = ['maximum', 'maxLength', 'maxItems'] as const
  for (const key of least) if ((is[key] ?? -Infinity) > (was[key] ?? -Infinity)) found.push(`${at}: ${key}`)
  for (const key of most) if ((is[key] ?? Infinity) < (was[key] ?? Infinity)) found.push(`${at}: ${key}`)
  if (is.pattern !== undefined && is.pattern !== was.pattern) found.push(`${at}: pattern`)
  for (const [name, before] of Object.entries(was.properties ?? {})) {
    const now = is.properties?.[name]
    // A field that is read no more would be lost from every record.
    found.push(...(now ? narrowed(before, now, `${at}.${name}`) : [`${at}.${name} is gone`]))
  }
  for (const name of is.required ?? []) if (!was.required?.includes(name)) found.push(`${at}.${name} is asked for now`)
  if (was.items && is.items) found.push(...narrowed(was.items, is.items, `${at}[]`))
  if (was.additionalProperties && is.additionalProperties)
    found.push(...narrowed(was.additionalProperties, is.additionalProperties, `${at}.*`))
  return found
}

const isAllowed = (option: Schema, is: Schema, at: string): boolean =>
  (is.anyOf ?? [is]).some((now) => narrowed(option, now, at).length === 0)
