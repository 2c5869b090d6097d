import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { allWithoutHidden, oneLine, withoutHidden } from '../../clinic/people/typed-text.ts'
import { typedForm } from './typed-form.ts'

/** By their numbers: in the text of this file they would do what they do. */
const mark = (code: number) => String.fromCodePoint(code)
const turning = [0x061c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069]
const widthless = [0x00ad, 0x180e, 0x200b, 0x2060, 0x2063, 0x206a, 0xfeff, 0x0000, 0x0007, 0x001b, 0x0085]

const post = (fields: Readonly<Record<string, string>>) =>
  typedForm(new Request('http://x', { method: 'POST', body: new URLSearchParams(fields) }))

describe('a form', () => {
  test.each([...turning, ...widthless])('holds no mark %s in any of its texts', async (code) => {
    const form = await post({ name: `Ro${mark(code)}bin`, note: `nu${mark(code)}mb\r\nbetween\tmy legs` })
    expect([...form]).toEqual([
      ['name', 'Robin'],
      ['note', 'numb\r\nbetween\tmy legs'],
    ])
  })
  test('keeps the marks that join letters, every script, and a password as it was typed', async () => {
    const name = `می${mark(0x200c)}خواهم 👩${mark(0x200d)}🔬 José Núñez 李`
    const form = await post({ name, password: `a${mark(0x202e)}b`, newPassword: `c${mark(0x200b)}d` })
    expect([...form].map(([, value]) => value)).toEqual([name, `a${mark(0x202e)}b`, `c${mark(0x200b)}d`])
  })
  test('of several values of one field keeps each, in order', async () => {
    const form = await typedForm(new Request('http://x', { method: 'POST', body: new URLSearchParams('a=1&a=2&b=3') }))
    expect([...form]).toEqual([
      ['a', '1'],
      ['a', '2'],
      ['b', '3'],
    ])
  })
  test('that is none is none', async () => {
    await expect(typedForm(new Request('http://x', { method: 'POST', body: '{}' }))).rejects.toThrow()
  })
})

test('a value of the API loses them in every text, however deep, and nothing else', () => {
  const told = { note: `a${mark(0x202e)}b`, list: [1, null, true, { name: `c${mark(0x200b)}` }] }
  expect(allWithoutHidden(told)).toEqual({ note: 'ab', list: [1, null, true, { name: 'c' }] })
})

test('a line is one line, with single spaces', () => {
  expect(oneLine(`  Robin\r\n\t${mark(0x2028)} Ash${mark(0x202e)}down  `)).toBe('Robin Ashdown')
  expect(withoutHidden('a\nb')).toBe('a\nb')
})

test('no page of the clinic half reads a form in another way', () => {
  const root = join(import.meta.dirname, '..')
  const files = globSync(['find/**/*.{ts,tsx}', 'console/**/*.{ts,tsx}', 'account/**/*.{ts,tsx}'], { cwd: root })
  const readers = files.filter(
    (path) => !/\.test\./.test(path) && /\.(formData|parseBody)\(/.test(readFileSync(join(root, path), 'utf8')),
  )
  expect(files.length).toBeGreaterThan(100)
  expect(readers.map((path) => path.replaceAll('\\', '/'))).toEqual(['find/typed-form.ts'])
})
