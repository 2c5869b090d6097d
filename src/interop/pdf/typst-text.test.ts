/** Whatever is written stays words: the compiler reads back what was put in, and nothing of it runs. */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyLetter } from '../../../scripts/any-letter.ts'
import { typstString, typstStrings } from './typst-text.ts'

const compiler = NodeCompiler.create({ workspace: '/no-such-folder' })
/** What Typst makes of an expression. */
const read = (expression: string): unknown =>
  compiler.query({ mainFileContent: `#metadata(${expression}) <told>` }, { selector: '<told>', field: 'value' })

test('any text at all is read back by the compiler as it was, so none of it can become code', () => {
  const anyText = fc.oneof(
    fc.string({ unit: anyLetter }),
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.constantFrom('"', '\\', '#', '$', '`', '{', '}', '(', ')', '*', '//', '/*', 'u{22}', '\n', '\0', 'a')),
  )
  fc.assert(
    fc.property(anyText, (given) => {
      const text = typeof given === 'string' ? given : given.join('')
      expect(read(typstString(text))).toEqual([text])
    }),
    { numRuns: 300 },
  )
})

test.each([
  '"); #panic("out") //',
  '\\u{22}); #read("/etc/passwd")',
  '#import "@preview/evil:1.0.0"',
  '</svg><script>',
  '=cmd()',
  '\u202eright to left\u202c',
  'محمد 王小明 देवी Ωμέγα 😀',
])('%s stays words', (text) => {
  expect(read(typstString(text))).toEqual([text])
  expect(read(typstStrings([text, 'b']))).toEqual([[text, 'b']])
})

test('half a letter becomes the sign for what cannot be read, not a fault', () => {
  expect(read(typstString('a\ud800b'))).toEqual(['a\ufffdb'])
})

test('one text and none are lists too', () => {
  expect(read(typstStrings(['one']))).toEqual([['one']])
  expect(read(typstStrings([]))).toEqual([[]])
})

test('a hundred thousand letters are read back whole', () => {
  const long = '"#'.repeat(50_000)
  expect(read(typstString(long))).toEqual([long])
})
