/** The long ways of saying "can't": "I am unable to", "I'm not able to", "I don't think I can". Each is read as the one word. */
import { type Token, wordToken } from './tokens.ts'

const words = (row: string): ReadonlySet<string> => new Set(row.split(' '))

/** Their words. */
export const cantWords = {
  nowNots: words('not isnt arent aint never havent hasnt'),
  pastNots: words('wasnt werent hadnt'),
  /** "don't think I can". */
  doubting: words('think reckon believe imagine'),
  doubters: words('dont doesnt cant not never'),
  /** "don't see how I can". */
  seeing: words('see know'),
  subjects: words('i we he she they it ill'),
  can: words('can could'),
} as const
const { nowNots, pastNots, doubting, doubters, seeing, subjects, can } = cantWords

/** The tokens with each such way in one: what follows is read as behind "can't". Total. */
export function withPlainCants(tokens: readonly Token[]): readonly Token[] {
  const out: Token[] = []
  for (let at = 0; at < tokens.length; ) {
    const way = wayAt(tokens, at)
    const length = way?.length ?? 1
    const [first, last] = [tokens[at], tokens[at + length - 1]]
    if (first && last) out.push(way ? wordToken(way.cant, first.start, last.end) : last)
    at += length
  }
  return out
}

interface Way {
  readonly cant: 'cant' | 'couldnt'
  /** How many tokens it takes. */
  readonly length: number
}

function wayAt(tokens: readonly Token[], at: number): Way | null {
  const word = (ahead: number): string => tokens[at + ahead]?.word ?? ''
  const to = (length: number): number => length + (word(length) === 'to' ? 1 : 0)
  if (word(0) === 'unable') return { cant: 'cant', length: to(1) }
  const been = word(1) === 'been' ? 2 : 1
  if (word(been) === 'able') {
    if (pastNots.has(word(0))) return { cant: 'couldnt', length: to(been + 1) }
    if (nowNots.has(word(0))) return { cant: 'cant', length: to(been + 1) }
  }
  if (!doubters.has(word(0))) return null
  const how = seeing.has(word(1)) && word(2) === 'how' ? 1 : 0
  if (how === 0 && !doubting.has(word(1))) return null
  return subjects.has(word(2 + how)) && can.has(word(3 + how)) ? { cant: 'cant', length: 4 + how } : null
}
