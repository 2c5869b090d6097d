/** Numbers in words: "fourteen", "twenty one", "thirty nine point two", "a hundred". One walk over the tokens. */
import type { Token } from './tokens.ts'

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const tens = '- - twenty thirty forty fifty sixty seventy eighty ninety'

const values: ReadonlyMap<string, number> = new Map([
  ...units.split(' ').map((word, value) => [word, value] as const),
  ...tens.split(' ').map((word, ten) => [word, ten * 10] as const),
  ['fourty', 40],
  ['fiveteen', 15],
  ['fourten', 14],
  ['ninty', 90],
  ['dozen', 12],
  ['couple', 2],
  ['hundred', 100],
  ['thousand', 1000],
])

/** The tokens with each number in words made one number token: "thirty nine" is 39. "one" alone stays a word. */
export function withNumbers(tokens: readonly Token[]): readonly Token[] {
  const out: Token[] = []
  for (const token of tokens) {
    const whole = out.at(-2)
    if (whole?.kind === 'number' && out.at(-1)?.word === 'point') {
      const tenths = token.kind === 'number' ? token.value : values.get(token.word)
      if (tenths !== undefined && tenths < 10) {
        out.splice(-2, 2, {
          ...whole,
          word: `${whole.value}.${tenths}`,
          value: whole.value + tenths / 10,
          end: token.end,
        })
        continue
      }
    }
    const value = token.kind === 'word' ? values.get(token.word) : undefined
    if (value === undefined || (token.word === 'one' && out.at(-1)?.kind !== 'number')) {
      out.push(token)
      continue
    }
    const before = out.at(-1)
    if (before?.kind === 'number' && token.kind === 'word' && beginsYear(before, out.at(-2)) && isTens(value))
      out[out.length - 1] = { ...before, value: before.value * 100 + value, end: token.end }
    else if (before?.kind === 'number' && token.kind === 'word' && joins(before, value)) {
      out[out.length - 1] = {
        ...before,
        value: value >= 100 ? before.value * value : before.value + value,
        end: token.end,
      }
    } else out.push({ ...token, kind: 'number', value })
  }
  return out
}

/** "in nineteen [ninety five]", "in twenty [fifteen]". */
const beginsYear = ({ value, word }: Token, before: Token | undefined): boolean =>
  (value === 19 || value === 20) && /^[a-z]/.test(word) && ['in', 'around'].includes(before?.word ?? '')

const isTens = (value: number): boolean => value >= 10 && value < 100

/** "thirty" and "nine" are one number, and "two" and "hundred"; "two three" is not. */
const joins = (before: Token, value: number): boolean =>
  value >= 100
    ? before.value < 100
    : /^[a-z]/.test(before.word) && before.value >= 20 && before.value % 10 === 0 && value < 10
