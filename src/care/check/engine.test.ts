/** What goes on being asked once a level is sure, on a definition small enough to see whole. */
import { expect, test } from 'vitest'
import { yes } from './condition.ts'
import { compile, interval, undecidedRules } from './engine.ts'
import type { Answers, Question, Rule } from './types.ts'

const question = (id: string): Question => ({
  ...{ id, kind: 'yesNo', ask: `${id}?`, tick: id, short: id, sources: ['unclench-design'], tag: 'C' },
})
const rule = (id: string, part: Partial<Rule>): Rule => ({
  ...{ id, level: 'soon', when: yes(id), because: id, sources: ['unclench-design'], tag: 'C', ...part },
})
const rules: readonly Rule[] = [
  rule('week', {}),
  rule('days', { within: 'days' }),
  rule('twoDays', { within: 'twoDays' }),
  rule('gentle', { locks: 'fracture' }),
  rule('gentler', { locks: 'cancer' }),
  rule('asked', { always: true }),
  rule('today', { level: 'urgent' }),
  rule('now', { level: 'urgent', within: 'now' }),
  rule('help', { level: 'emergency' }),
]
const engine = compile({ questions: rules.map(({ id }) => question(id)), rules, terms: {} })
const stillOpen = (answers: Answers) =>
  undecidedRules(engine, interval(engine, engine.start(answers))).map((place) => rules[place]?.id)

test.each<[readonly string[], readonly string[]]>([
  [[], ['week', 'days', 'twoDays', 'gentle', 'gentler', 'asked', 'today', 'now', 'help']],
  [['week'], ['days', 'twoDays', 'gentle', 'gentler', 'asked', 'today', 'now', 'help']],
  // Sooner still, or another lock, is worth a question; the same time, or a second lock, is not.
  [['days'], ['twoDays', 'gentle', 'gentler', 'asked', 'today', 'now', 'help']],
  [
    ['days', 'gentle'],
    ['twoDays', 'asked', 'today', 'now', 'help'],
  ],
  [
    ['days', 'twoDays', 'gentler'],
    ['asked', 'today', 'now', 'help'],
  ],
  [['today'], ['now', 'help']],
  [['now'], ['help']],
  [['help'], []],
])('with %j sure, what can still matter is %j', (told, open) => {
  expect(stillOpen(Object.fromEntries(told.map((id) => [id, 'yes'])))).toEqual(open)
})
