/**
 * Answers as a machine may send them, through the public interface alone: walks through the questions that it asks, sets of
 * everything at once, and bodies made to break it. Knows of the questions only what `GET /api/v1/check/questions` tells.
 */
import type { Chance } from './chance.ts'
import { anyText, noise } from './texts.ts'

/** A question as the interface describes it. */
export interface Asked {
  readonly id: string
  readonly kind: 'yesNo' | 'choice' | 'ticks' | 'number' | 'text'
  readonly short: string
  readonly values: readonly string[]
  readonly min?: number
  readonly max?: number
  readonly under?: string
}
export type Sent = Record<string, unknown>

/** Part of the private words of each set: it may come back from nowhere. */
export const secret = 'zquorum'
const privateWords = [
  `my husband hits me ${secret}`,
  `I am afraid of my partner ${secret}`,
  `he beats me at home ${secret}`,
]

/** A fitting answer; `calm`: how likely it is the quiet one. */
export function fitting(question: Asked, chance: Chance, calm: number): unknown {
  const { kind, values } = question
  switch (kind) {
    case 'yesNo':
      return chance.is(calm) ? 'no' : chance.one(values)
    case 'choice':
      return chance.is(calm / 2) ? (values.includes('no') ? 'no' : values[0]) : chance.one(values)
    case 'ticks': {
      if (chance.is(calm)) return []
      const some = chance.some(
        values.filter((value) => value !== 'notSure'),
        0.3,
      )
      return some.length > 0 && chance.is(0.9) ? some : ['notSure']
    }
    case 'number': {
      const { min = 0, max = 10 } = question
      return chance.is(0.05) ? 'notSure' : chance.is(0.1) ? chance.one([min, max]) : min + chance.below(max - min + 1)
    }
    case 'text':
      return chance.is(0.5) ? '' : chance.is(0.15) ? chance.one(privateWords) : anyText(chance).slice(0, 300)
    default:
      throw new Error(`unhandled ${kind satisfies never}`)
  }
}

/** A set of many questions at once, asked or not. */
export function anySet(questions: readonly Asked[], chance: Chance): Sent {
  const calm = chance.one([0, 0.3, 0.6, 0.9, 0.98])
  const share = chance.one([0.05, 0.3, 0.7, 1, 1])
  return Object.fromEntries(
    chance.some(questions, share).map((question) => [question.id, fitting(question, chance, calm)]),
  )
}

const strange: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1.5, 1e308, 2 ** 53, '', ' ', 'YES', 'yes ', 'constructor', '__proto__', 'notsure'],
  ...[
    [],
    [[]],
    {},
    [null],
    ['no'],
    ['notSure', 'notSure'],
    { is: 'yes' },
    ['notSure', 'x'],
    'yes\u0000',
    '\ud800',
    [1],
  ],
]
const names = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'A1.',
  'a1',
  ' A1',
  'A1 ',
  'said',
  'said.',
  'Z9',
]

/** A body that no honest caller sends. */
export function hostileBody(questions: readonly Asked[], chance: Chance): string {
  const good = anySet(questions, chance)
  const { id } = chance.one(questions)
  switch (chance.below(9)) {
    case 0:
      return JSON.stringify({ answers: { ...good, [id]: chance.one(strange) } })
    case 1:
      return `{"answers":{"${id}":"yes","${id}":"no","worry":"${secret}"}}`
    case 2:
      return `{"answers":{${JSON.stringify(chance.one(names))}:"${secret}"}}`
    case 3:
      return `${'['.repeat(chance.below(3000))}${noise(chance, 5)}`
    case 4:
      return JSON.stringify({ answers: good }).slice(0, chance.below(200))
    case 5:
      return noise(chance, chance.below(200))
    case 6:
      return JSON.stringify({ answers: { worry: secret.repeat(1 + chance.below(2000)) } })
    case 7:
      return JSON.stringify({ answers: good, options: chance.one(strange), [chance.one(names)]: secret })
    default:
      return JSON.stringify({ answers: chance.one(strange) })
  }
}
