/**
 * What the rules make of each answer, and of each two answers that one rule asks for, as a table that a person reviews:
 * rule-tables.txt beside this test. A man and a woman of 35 with a plain strain answer everything; one answer is another, then
 * two. A line says which rules hold by it (each begins with its question), and of two answers only what neither does alone:
 * `+` a rule more, `-` a rule fewer. A follow-up is told with the yes that it belongs to; the others get their mildest answer.
 */
import { afterAll, describe, expect, test } from 'vitest'
import { reviewedOutlines } from '../../../scripts/outlines/page-outline.ts'
import { compile, interval } from './engine.ts'
import { questions } from './questions/all.ts'
import { protocol } from './protocol.ts'
import { saidQuestions } from './recheck-questions.ts'
import { namedReason } from './reasons.ts'
import { levelRoutes } from './rules/levels.ts'
import { emergencyOrder } from './rules/order.ts'
import { causeOf } from './rules/cause.ts'
import { switches } from './switches.ts'
import { isFalse, isTrue } from './truth.ts'
import { answersWith, type Told, toldOf } from './told.fixtures.ts'
import type { Answers, Condition } from './types.ts'

const reviewed = reviewedOutlines(new URL('./rule-tables.txt', import.meta.url))
const { engine } = protocol(switches)
const { rules, terms } = engine.definition

const told = new Map(questions.map((question) => [question.id, toldOf(question)]))

/** The rules that hold for whoever says this. */
function holding(said: Answers): ReadonlySet<string> {
  const { truths } = interval(engine, engine.start(answersWith(said)))
  return new Set(rules.filter((_, index) => truths[index] === isTrue).map(({ id }) => id))
}

const listed = (names: Iterable<string>) => [...names].join(' ')

/** The questions that a condition asks for, its terms among them. */
function asked(condition: Condition, into: Set<string>): Set<string> {
  if ('q' in condition) return into.add(condition.q)
  if ('not' in condition) return asked(condition.not, into)
  if ('term' in condition) {
    const named = terms[condition.term]
    return named ? asked(named.when, into) : into
  }
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : condition.of
  for (const part of parts) asked(part, into)
  return into
}
/** By question, those behind it that some rule asks for beside it. */
const beside = new Map<string, Set<string>>()
for (const { when } of rules) {
  const all = [...asked(when, new Set())]
  for (const one of all)
    for (const other of all) if (one < other) beside.set(one, (beside.get(one) ?? new Set()).add(other))
}

afterAll(() => reviewed.end())

test('what each rule says where it holds: level, time, routes, what it closes, what it could be, what to do', () => {
  reviewed.checkLines(
    'each rule',
    rules.map((rule) => {
      const parts = [
        rule.level,
        rule.within,
        (rule.routes ?? levelRoutes[rule.level]).join('/'),
        rule.locks && `closes ${rule.locks}`,
      ]
      const words = [causeOf(rule), rule.advice]
      return [`${rule.id}: ${parts.filter((part) => part).join(', ')}`, ...words.filter((part) => part)].join(' | ')
    }),
  )
})

test('which emergency is named first where several hold', () => {
  reviewed.checkLines('emergencies, the one that kills first', emergencyOrder)
})

test('the words in which each rule says why, and each sign that it may name', () => {
  reviewed.checkLines(
    'why, in words',
    rules.map((rule) => `${rule.id}: ${[rule.because, namedReason(rule)].filter((words) => words).join(' | ')}`),
  )
})

test('how each question is asked again after free text, and what its answers say', () => {
  reviewed.checkLines(
    'asked again',
    saidQuestions.flatMap((question) => {
      const words = 'words' in question ? Object.values(question.words ?? {}) : []
      const options = 'options' in question ? question.options.map(({ text }) => text) : []
      return [`${question.id}: ${question.ask}`, ...[...words, ...options].map((text) => `  ${text}`)]
    }),
  )
})

/** The questions that whoever says this is asked, or may be. */
function askedOf(said: Answers): ReadonlySet<string> {
  const evaluation = engine.start(answersWith(said))
  return new Set(questions.flatMap(({ id }) => (engine.applies(id, evaluation) === isFalse ? [] : [id])))
}

test('what each answer has asked besides, or no more', () => {
  const before = askedOf({ age: 35, sex: 'female' })
  reviewed.checkLines('asked by one answer', [
    `a woman: ${listed(before)}`,
    ...[...told.values()].flat().flatMap(({ name, said }) => {
      const now = askedOf({ age: 35, sex: 'female', ...said })
      const more = [...now].filter((id) => !before.has(id)).map((id) => `+${id}`)
      const fewer = [...before].filter((id) => !now.has(id)).map((id) => `-${id}`)
      return more.length + fewer.length > 0 ? [`${name}: ${listed([...more, ...fewer])}`] : []
    }),
  ])
})

const people = { man: { age: 35 }, woman: { age: 35, sex: 'female' } } as const satisfies Record<string, Answers>

describe.each(Object.entries(people))('what the rules make of a %s', (who, base: Answers) => {
  const alone = new Map([...told.values()].flat().map((one) => [one, holding({ ...base, ...one.said })]))

  test('by one answer', () => {
    reviewed.checkLines(
      `${who}, one answer`,
      [...alone].flatMap(([{ name }, held]) => (held.size > 0 ? [`${name}: ${listed(held)}`] : [])),
    )
  })

  test('by two answers, where these do what neither does alone', () => {
    const lines = [...beside].flatMap(([question, others]) =>
      (told.get(question) ?? []).flatMap((one) =>
        togetherWith(
          one,
          [...others].flatMap((other) => told.get(other) ?? []),
        ),
      ),
    )
    expect(lines.length).toBeGreaterThan(500)
    reviewed.checkLines(`${who}, two answers`, lines)
  })

  /** By what changes, the answers that change it so beside this one. */
  function togetherWith(one: Told, others: readonly Told[]): readonly string[] {
    const byChange = new Map<string, string[]>()
    for (const other of others) {
      const held = holding({ ...base, ...one.said, ...other.said })
      const each = new Set([...(alone.get(one) ?? []), ...(alone.get(other) ?? [])])
      const more = [...held].filter((rule) => !each.has(rule)).map((rule) => `+${rule}`)
      const fewer = [...each].filter((rule) => !held.has(rule)).map((rule) => `-${rule}`)
      const change = listed([...more, ...fewer])
      if (change !== '') byChange.set(change, [...(byChange.get(change) ?? []), other.name])
    }
    return [...byChange].map(([change, names]) => `${one.name} with ${together(names)}: ${change}`)
  }
})

/** Every number that a condition compares an answer with, and the one before it: each side of the border. */
function borders(condition: Condition): readonly string[] {
  if ('not' in condition) return borders(condition.not)
  if ('all' in condition) return condition.all.flatMap(borders)
  if ('any' in condition) return condition.any.flatMap(borders)
  if ('of' in condition) return condition.of.flatMap(borders)
  const border = 'atLeast' in condition ? condition.atLeast : 'below' in condition ? condition.below : undefined
  return border !== undefined && 'q' in condition ? [border - 1, border].map((n) => `${condition.q} ${n}`) : []
}

test('each side of each border of a number is told', () => {
  const wanted = [...rules, ...Object.values(terms)].flatMap(({ when }) => borders(when))
  const names = new Set([...told.values()].flat().map(({ name }) => name))
  expect(wanted.length).toBeGreaterThan(20)
  expect([...new Set(wanted)].filter((name) => !names.has(name))).toEqual([])
})

/** What a rule asks for together, whole: the parts of its "all", and those of an "all" within. */
const partsTogether = (condition: Condition): readonly Condition[] =>
  'all' in condition ? condition.all.flatMap(partsTogether) : [condition]
/** Each two things that can be told of the questions of a condition, and each one. */
function* waysToSay(condition: Condition): Generator<Told, void> {
  const all = [...asked(condition, new Set())].flatMap((question) => told.get(question) ?? [])
  yield { name: 'a plain strain', said: {} }
  yield* all
  for (const [at, one] of all.entries())
    for (const other of all.slice(at + 1))
      yield { name: `${one.name} and ${other.name}`, said: { ...one.said, ...other.said } }
}

test('each part of a rule that asks for several things together: without it the rule does not hold', () => {
  reviewed.checkLines(
    'short of one part',
    rules.flatMap((rule) => {
      const parts = partsTogether(rule.when)
      return parts.length > 1 ? [`${rule.id}: ${shortOf(rule, parts)}`] : []
    }),
  )
})

const truthsOf = (engine: ReturnType<typeof compile>, said: Answers) =>
  interval(engine, engine.start(answersWith(said))).truths
/** A rule whose parts can be asked one by one. */
const inParts = (rule: (typeof rules)[number], parts: readonly Condition[]) =>
  compile({ ...engine.definition, rules: parts.map((when, at) => ({ ...rule, id: `${rule.id} ${at}`, when })) })

/** Answers of this person by which all parts hold, each part brought about by one way of saying it. */
function saidSo(
  byPart: ReturnType<typeof compile>,
  parts: readonly Condition[],
  base: Answers,
): { readonly so: Answers; readonly names: readonly string[] } | undefined {
  const names: string[] = []
  let so: Answers = base
  for (const [at, part] of parts.entries()) {
    const isSo = ({ said }: Told) => {
      const truths = truthsOf(byPart, { ...so, ...said })
      return parts.every((_, one) => one > at || truths[one] === isTrue)
    }
    const way = waysToSay(part).find(isSo)
    if (way === undefined) return undefined
    if (Object.keys(way.said).length > 0) names.push(way.name)
    so = { ...so, ...way.said }
  }
  return { so, names }
}

/** Answers by which all parts hold; and of each part, what else is told so that it alone does not, and whether the rule does. */
function shortOf(rule: (typeof rules)[number], parts: readonly Condition[]): string {
  const byPart = inParts(rule, parts)
  const found = saidSo(byPart, parts, people.woman)
  if (found === undefined) return 'not said so'
  const { so, names } = found
  const short = parts.map((part, at) => {
    const way = waysToSay(part).find(({ said }) =>
      truthsOf(byPart, { ...so, ...said }).every((truth, one) => (truth === isTrue) === (one !== at)),
    )
    if (way === undefined) return 'never alone'
    return `${way.name}${holding({ ...so, ...way.said }).has(rule.id) ? ' (holds)' : ''}`
  })
  return `${names.join(' + ') || 'a plain strain'}, not with ${short.join(' / ')}`
}

/** Whoever else a rule may be about. */
const others: readonly Answers[] = [
  people.woman,
  people.man,
  { ...people.woman, pregnancy: 'pregnant', weeks: 20, 'H2.waves': 'no', H2: 'discussedSame' },
  { ...people.woman, pregnancy: 'pregnant', weeks: 8, D6: [] },
  { ...people.woman, duration: 'weeks2', sinceDay1: 'same' },
  { ...people.woman, infRisk: ['tb'], duration: 'weeks3' },
  { ...people.woman, A6: 'notSure', 'A6.when': 'new', 'A6.signs': ['notSure'], I12: 'yes' },
  { age: 70 },
  { age: 18 },
]

test('with which answers to each of its questions a rule still holds', () => {
  reviewed.checkLines(
    'each answer that a rule takes',
    rules.map((rule) => {
      const parts = partsTogether(rule.when)
      const byPart = inParts(rule, parts)
      const so = others.map((base) => saidSo(byPart, parts, base)?.so).find((found) => found !== undefined)
      if (!so) return `${rule.id}: not said so`
      const takes = [...asked(rule.when, new Set())].flatMap((question) => {
        const ways = told.get(question) ?? []
        const taken = ways.filter(({ said }) => holding({ ...so, ...said }).has(rule.id))
        return taken.length === ways.length ? [] : [together(taken.map(({ name }) => name)) || `no ${question}`]
      })
      return `${rule.id}: ${takes.join('; ')}`
    }),
  )
})

/** "A2 yes, A2 notSure, A3 yes" as "A2 yes/notSure, A3 yes". */
function together(names: readonly string[]): string {
  const values = new Map<string, string[]>()
  for (const name of names) {
    const [question = '', value = ''] = name.split(' ')
    values.set(question, [...(values.get(question) ?? []), value])
  }
  return [...values].map(([question, all]) => `${question} ${all.join('/')}`).join(', ')
}
