/**
 * No field for a person's own words has a `maxlength`: a browser cuts what is pasted into one without a word. What is too long is
 * said, with all of it kept, by whoever reads the form.
 */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** A box for a number, a time or a secret, or the words of a search, which the address of the answer carries and nobody keeps. */
const notWords = [
  /inputmode=(\{decimal|"(numeric|decimal)")/,
  /class="field (number|setup-time)/,
  /type="password"|type=\{/,
  /type="search"/,
  /id="place"/,
]

/** Fields of a source that cut words, by what stands in them. */
const cutIn = (source: string): readonly string[] =>
  [...source.matchAll(/\bmax[lL]ength=/g)]
    .map(({ index }) => {
      const from = source.lastIndexOf('<', index)
      return source.slice(from, source.indexOf('/>', index) + 2)
    })
    .filter(
      (field) => /^<(input|textarea|TextField|LineField)\b/.test(field) && !notWords.some((one) => one.test(field)),
    )

test('no field of words on any page cuts what is pasted', () => {
  const files = globSync('web/**/*.tsx', { cwd: import.meta.dirname })
  expect(files.length).toBeGreaterThan(300)
  const cut = files.flatMap((file) =>
    cutIn(readFileSync(join(import.meta.dirname, file), 'utf8')).map((field) => `${file}: ${field}`),
  )
  expect(cut).toEqual([])
})

test('a field that cuts them is found', () => {
  expect(cutIn('<textarea class="field" name="note" maxlength={500} />')).toHaveLength(1)
  expect(cutIn('<TextField name="note" maxLength={500} />')).toHaveLength(1)
  expect(cutIn('<input class="field number" name="age" maxlength={6} />')).toHaveLength(0)
})
