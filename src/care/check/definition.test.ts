/** The check as data holds together: every name in it points at something, and nothing in it is unread. */
import { describe, expect, test } from 'vitest'
import { sources } from '../evidence/sources.ts'
import { allQuestions } from './protocol.ts'
import { questions, valuesOf } from './questions/all.ts'
import { moreQuestions } from './questions/more-screens.ts'
import { screens } from './questions/screens.ts'
import { strictRules, strictTerms } from './rules/all.ts'
import { notes } from './rules/notes.ts'
import { saidQuestions } from './recheck-questions.ts'
import { type Condition, levels, type Question } from './types.ts'

const byId = new Map(questions.map((question) => [question.id, question]))

/** Every part of a condition, terms not opened. */
function partsOf(condition: Condition): readonly Condition[] {
  if ('all' in condition) return [condition, ...condition.all.flatMap(partsOf)]
  if ('any' in condition) return [condition, ...condition.any.flatMap(partsOf)]
  if ('not' in condition) return [condition, ...partsOf(condition.not)]
  if ('count' in condition) return [condition, ...condition.of.flatMap(partsOf)]
  return [condition]
}

const conditions: readonly (readonly [where: string, condition: Condition])[] = [
  ...strictRules.map(({ id, when }) => [`rule ${id}`, when] as const),
  ...Object.entries(strictTerms).map(([name, { when }]) => [`term ${name}`, when] as const),
  ...notes.map(({ id, when }) => [`note ${id}`, when] as const),
  ...questions.flatMap(({ id, askWhen }) => (askWhen ? [[`question ${id}`, askWhen] as const] : [])),
]
const atoms = conditions.flatMap(([where, condition]) => partsOf(condition).map((part) => ({ where, part })))

function valuesNamed(part: Condition): readonly string[] {
  if ('is' in part) return part.is
  return 'ticked' in part ? part.ticked : []
}

describe('conditions', () => {
  test.each(conditions)('%s names only questions, values and terms that exist', (_, condition) => {
    for (const part of partsOf(condition)) {
      if ('term' in part) expect(Object.keys(strictTerms)).toContain(part.term)
      if (!('q' in part)) continue
      const question = byId.get(part.q)
      expect(question, part.q).toBeDefined()
      if (!question) continue
      if ('is' in part) expect(['yesNo', 'choice', 'number'], part.q).toContain(question.kind)
      if ('ticked' in part) expect(question.kind, part.q).toBe('ticks')
      if ('atLeast' in part || 'below' in part) expect(question.kind, part.q).toBe('number')
      const allowed = question.kind === 'number' ? ['notSure'] : valuesOf(question)
      for (const value of valuesNamed(part)) expect(allowed, part.q).toContain(value)
    }
  })

  test('numbers compared with are within what may be answered', () => {
    for (const { where, part } of atoms) {
      const limit = 'atLeast' in part ? part.atLeast : 'below' in part ? part.below : undefined
      if (limit === undefined || !('q' in part)) continue
      const question = byId.get(part.q)
      if (question?.kind !== 'number') throw new Error(`${where} compares ${part.q}`)
      expect(limit, where).toBeGreaterThan(question.min)
      expect(limit, where).toBeLessThanOrEqual(question.max)
    }
  })

  test('numbers and texts that may be answered have these ends', () => {
    const ends = questions.flatMap((question) =>
      question.kind === 'number'
        ? [`${question.id} ${question.min} to ${question.max}`]
        : question.kind === 'text'
          ? [`${question.id} ${question.maxLength} letters`]
          : [],
    )
    expect(ends).toEqual([
      'age 0 to 120',
      'weeks 0 to 45',
      'painNow 0 to 10',
      'painEasiest 0 to 10',
      'medicines 300 letters',
      'worry 500 letters',
    ])
  })

  test('every term is used', () => {
    const used = new Set(atoms.flatMap(({ part }) => ('term' in part ? [part.term] : [])))
    // What relief and the printed protocol read by name.
    const elsewhere = ['MID_BACK', 'PREGNANT', 'PLAIN', 'CENTRAL']
    expect(Object.keys(strictTerms).filter((name) => !used.has(name) && !elsewhere.includes(name))).toEqual([])
  })

  test('"at least n of" asks for no more parts than there are', () => {
    for (const { where, part } of atoms)
      if ('count' in part) expect(part.of.length, where).toBeGreaterThanOrEqual(part.count)
  })
})

describe('questions', () => {
  test('ids are unique, those asked after a note included', () => {
    const ids = allQuestions.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  const listed = screens.flatMap(({ groups }) => groups.flatMap((group) => group.questions))
  test('each is on one screen, or under a question that is', () => {
    expect(new Set(listed).size).toBe(listed.length)
    // `who` is told by a button of the first screen.
    for (const { id, under } of questions)
      expect(
        id === 'who' ||
          moreQuestions.includes(id) ||
          listed.includes(id) ||
          (under !== undefined && listed.includes(under)),
        id,
      ).toBe(true)
    for (const id of [...listed, ...moreQuestions]) expect(byId.has(id), id).toBe(true)
  })

  test('what stands under a question points at one that exists, stands under nothing itself, and comes earlier', () => {
    const order = questions.map(({ id }) => id)
    for (const { id, under } of questions) {
      if (under === undefined) continue
      expect(byId.get(under)?.under, id).toBeUndefined()
      expect(byId.has(under), id).toBe(true)
      expect(order.indexOf(under), id).toBeLessThan(order.indexOf(id))
    }
  })

  test('a follow-up under a question always says when it is asked', () => {
    for (const { id, under, askWhen } of questions) if (under !== undefined) expect(askWhen, id).toBeDefined()
  })

  test('a heading groups only yes/no questions', () => {
    for (const { groups } of screens) {
      for (const group of groups) {
        if (group.heading === undefined) continue
        for (const id of group.questions) expect(byId.get(id)?.kind, id).toBe('yesNo')
      }
    }
  })

  test('the emergency set is asked before anything else', () => {
    const first = screens.slice(0, 2).flatMap(({ groups }) => groups.flatMap((group) => group.questions))
    const emergencySet = [
      'A1',
      'A2',
      'A3',
      'A4',
      'A5',
      'A6',
      'A7',
      'A8',
      'A9',
      'A10',
      'A11',
      'B1',
      'C1',
      'C2',
      'C3',
      'C6',
      'D2',
    ]
    expect([...first].sort()).toEqual([...emergencySet].sort())
  })

  const optionsOf = (question: Question) =>
    question.kind === 'choice' || question.kind === 'ticks'
      ? question.options
      : question.kind === 'yesNo'
        ? (question.extra ?? [])
        : []
  test.each([...questions, ...saidQuestions].map((question) => [question.id, question] as const))(
    '%s is worded, sourced, and its answers differ',
    (_, question) => {
      expect(question.ask.trim()).toMatch(/^\S.+[?.)!]$/)
      expect(question.short.trim()).not.toBe('')
      expect(question.sources.length).toBeGreaterThan(0)
      for (const source of question.sources) expect(Object.keys(sources)).toContain(source)
      if (question.kind === 'yesNo') expect(question.tick.trim()).not.toBe('')
      if (question.kind === 'number') expect(question.min).toBeLessThan(question.max)
      const options = optionsOf(question)
      if (question.kind === 'choice') expect(options.length).toBeGreaterThan(1)
      expect(new Set(options.map(({ value }) => value)).size).toBe(options.length)
      expect(new Set(options.map(({ text }) => text)).size).toBe(options.length)
      for (const { value, text } of options) {
        expect(text.trim(), value).not.toBe('')
        expect(['notSure', 'yes'], value).not.toContain(value)
      }
    },
  )

  test('every danger list and every question about nerves says why it is asked or what it could mean', () => {
    for (const id of listed.slice(0, 17)) expect(byId.get(id)?.couldMean ?? '', id).not.toBe('')
  })

  test('every answer is read by some rule, term, note or question, or is listed here with its reader', () => {
    const read = new Set(
      atoms.flatMap(({ part }) => ('q' in part ? valuesNamed(part).map((value) => `${part.q}=${value}`) : [])),
    )
    const elsewhere: Readonly<Record<string, string>> = {
      'place=elsewhere': 'the summary',
      'centre=beside': 'not the middle: what is left when CENTRAL does not hold',
      'centre=tailbone': 'not the middle',
      'startHow=gradual': 'not sudden',
      'changes=moves': 'not NON_MOVEMENT',
      'stand10=can': 'not severe',
      'walk=can': 'walks',
      'walk=help': 'walks with help; the plan reads it',
      'pregnancy=no': 'not pregnant',
      'pregnancy=birth6m': 'movements for after birth',
      'sex=male': 'not female, other or not sure',
      'who=me': 'the summary',
      'who=other': 'the summary, and every question speaks of "they"',
      'A9.when=new': 'not earlier and unchanged',
      'A9.when=worse': 'not earlier and unchanged',
      'F3=no': 'no night pain',
      'A5.pattern=painOrTingling': 'neither numb or weak, nor an exception',
      'A6.test=weaker': 'counts: not cleared',
      'A6.test=cannotTry': 'counts: not cleared',
      'A2.kind=changed': 'counts: not cleared',
      'A3.kind=leak': 'counts: not cleared',
      'B2.kind=fever': 'counts: not cleared',
      'C5.kind=faint': 'counts: not cleared',
      'C5.kind=clammy': 'counts: not cleared',
      'F5.kind=unwell': 'counts: not cleared',
      'A4=doesNotApply': 'as no',
      'A8.trend=same': 'neither spreading nor easing',
      'A8.trend=easing': 'neither spreading nor the same',
      'C1.kind=tight': 'counts: not cleared',
      'C1.kind=other': 'counts: not cleared',
      'E1.kind=serious': 'counts: not cleared',
      'B5.how=worse': 'counts: not as expected',
      'steroids.long=short': 'counts: not long ago, and not long',
      'E6.kind=slow': 'counts as soon by E6 itself',
      'D1.kind=mild': 'counts as urgent by D1 itself',
      'D1.kind=yellow': 'counts as urgent by D1 itself',
      'E7.what=usual': 'no injury and nothing new',
      'I2=within': 'within limits',
      'I3=no': 'no',
      'I4=no': 'no',
    }
    const unread = questions.flatMap((question) =>
      optionsOf(question)
        .map(({ value }) => `${question.id}=${value}`)
        .filter((pair) => !read.has(pair) && elsewhere[pair] === undefined),
    )
    expect(unread).toEqual([])
    for (const pair of Object.keys(elsewhere)) expect(read.has(pair), `${pair} is read after all`).toBe(false)
  })

  test('every yes of a danger question is read', () => {
    const named = new Set(atoms.flatMap(({ part }) => ('q' in part ? [part.q] : [])))
    const silent = ['who', 'worry', 'medicines']
    expect(questions.map(({ id }) => id).filter((id) => !named.has(id) && !silent.includes(id))).toEqual([])
  })
})

describe('rules', () => {
  test('ids are unique and begin with the row of the brief they copy', () => {
    const ids = strictRules.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^(A|B|C|D|E|F|G|H|I)\d{0,2}-/)
  })

  const rowsOfTheBrief = [
    ...['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9', 'A10', 'A11'],
    ...['B1', 'B2', 'B3', 'B4', 'B5'],
    ...['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7'],
    ...['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8'],
    ...['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8'],
    ...['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7'],
    ...['G1', 'G2', 'G3', 'G4'],
    ...['H1', 'H2', 'H4'],
    ...['I1', 'I2', 'I3', 'I4', 'I5', 'I6', 'I7', 'I9', 'I10', 'I11', 'I12'],
  ]
  test.each(rowsOfTheBrief)('row %s of the brief has a rule', (row) => {
    expect(strictRules.some(({ id }) => id.startsWith(`${row}-`))).toBe(true)
  })

  test('rows that change no level (H3, I8) have a note', () => {
    expect(notes.map(({ id }) => id)).toEqual(expect.arrayContaining(['tell-midwife', 'review-16-19']))
  })

  test.each(strictRules.map((rule) => [rule.id, rule] as const))(
    '%s says why in one sentence or two, and where it is from',
    (_, rule) => {
      expect(levels).toContain(rule.level)
      expect(rule.because).toMatch(/^[A-Z].*[.]$/)
      expect(rule.sources.length).toBeGreaterThan(0)
      for (const source of rule.sources) expect(Object.keys(sources)).toContain(source)
      if (rule.locks !== undefined) expect(rule.level).toBe('soon')
      if (rule.within === 'now') {
        expect(rule.level).toBe('urgent')
        expect(rule.routes, 'whoever must ring now is not sent to a place that may be shut').not.toContain('gp')
      }
      if (rule.within === 'days' || rule.within === 'twoDays') expect(rule.level).toBe('soon')
      if (rule.level === 'emergency') expect(rule.routes?.some((route) => route === '999' || route === 'ae')).toBe(true)
    },
  )

  test('a level in the id is the level of the rule', () => {
    for (const { id, level } of strictRules) {
      const named = levels.find((one) => id.includes(`-${one}`))
      if (named !== undefined) expect(level, id).toBe(named)
    }
  })
})

describe('notes', () => {
  test('ids are unique; each is worded and sourced', () => {
    expect(new Set(notes.map(({ id }) => id)).size).toBe(notes.length)
    for (const note of notes) {
      expect(note.text, note.id).toMatch(/^[A-Z].*[.]$/)
      expect(note.sources.length, note.id).toBeGreaterThan(0)
    }
  })
})
