/**
 * Figures and letters that stand for words: "cant go 2 the toilet", "2 many pills", "waiting 4 it", "dont wanna b here". What
 * stands beside says which they are: "2 a day" and "4 days" stay numbers. Looks one word ahead and one back.
 */
import { type Token, wordToken } from './tokens.ts'

/** Each with what it stands for, in these words: behind a word of the first row, or before one of the second. */
const figures = [
  ['2', 'too', '', 'much many bad weak numb'],
  [
    '2',
    'to',
    'go going able unable trying tryna used hard hurts wanna',
    'the my me him her it them be b do go wee pee poo push die kill make bed',
  ],
  ['4', 'for', 'waiting', 'my the me him her it them ages'],
  ['b', 'be', 'to 2 wanna dont wont must might just not aswell', ''],
].map(([typed, word, behind = '', before = '']) => ({
  typed,
  word,
  behind: new Set(behind.split(' ')),
  before: new Set(before.split(' ')),
}))

/** The tokens with each such figure or letter as its word. Total. */
export const withFigures = (tokens: readonly Token[]): readonly Token[] =>
  tokens.map((token, at) => {
    const [last, next] = [tokens[at - 1], tokens[at + 1]]
    if (next?.kind !== 'word') return token
    const meant = figures.find(
      ({ typed, behind, before }) => typed === token.word && (behind.has(last?.word ?? '-') || before.has(next.word)),
    )
    return meant?.word ? wordToken(meant.word, token.start, token.end) : token
  })
