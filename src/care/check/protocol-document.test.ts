import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { all, any, atLeast, below, count, is, maybe, not, term, ticked, yes } from './condition.ts'
import { raisable } from './free-text/danger-phrases.ts'
import { protocol, protocolDate } from './protocol.ts'
import { conditionText, protocolDocument } from './protocol-document.ts'
import { questions } from './questions/all.ts'
import { rules, strictRules, terms } from './rules/all.ts'
import { termMeanings } from './rules/term-meanings.ts'
import { notes } from './rules/notes.ts'
import { safetyNet } from './safety-net.ts'

const page = protocolDocument()
const lines = page.split('\n')

/** The lines from a heading to the next one. */
function block(heading: string): string {
  const from = lines.indexOf(heading)
  const length = lines.slice(from + 1).findIndex((line) => line.startsWith('#'))
  return from < 0 ? '' : lines.slice(from, length < 0 ? undefined : from + 1 + length).join('\n')
}
const inCell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;')

describe('the page', () => {
  test('the printed protocol is in step with the data', () => {
    const file = readFileSync(join(import.meta.dirname, '../../../docs/safety/protocol.md'), 'utf8')
    expect(file === page, 'docs/safety/protocol.md is out of date: run `npm run protocol` and commit it').toBe(true)
  })

  test('says its version and date, and that nobody has signed it off', () => {
    expect(page).toContain(protocol({ nhsListStrict: false }).version)
    expect(page).toContain(protocol({ nhsListStrict: true }).version)
    expect(page).toContain(protocolDate)
    expect(page).toContain('Not signed off by a clinician yet')
  })

  test('prints every question once, with its words, help, condition and mark', () => {
    for (const question of questions) {
      const { id, short, ask, why, help, askWhen, tag } = question
      const heading = `#### ${id}: ${short}`
      expect(
        lines.filter((line) => line === heading),
        heading,
      ).toHaveLength(1)
      const text = block(heading)
      for (const words of [ask, why ?? '', help ?? '', askWhen ? conditionText(askWhen) : 'always']) {
        expect(text).toContain(inCell(words))
      }
      if (question.kind === 'yesNo') expect(text).toContain(inCell(question.tick))
      if (question.kind === 'choice' || question.kind === 'ticks') {
        for (const option of question.options) expect(text).toContain(inCell(option.text))
      }
      expect(text).toContain(`| Mark | ${tag} (`)
    }
  })

  test('prints every rule once, those of the strict list too, with its level, condition and sentence', () => {
    for (const { id, level, when, because, advice } of strictRules) {
      const heading = `#### Rule ${id}`
      expect(
        lines.filter((line) => line === heading),
        heading,
      ).toHaveLength(1)
      const text = block(heading)
      for (const words of [`**${level.toUpperCase()}**`, conditionText(when), because, advice ?? '']) {
        expect(text).toContain(inCell(words))
      }
    }
    expect(strictRules.length).toBeGreaterThan(rules.length)
  })

  test('prints every term, remark, danger phrase question and line of the safety-net', () => {
    expect(Object.keys(termMeanings).sort()).toEqual(Object.keys(terms).sort())
    for (const [name, means] of Object.entries(termMeanings))
      expect(page).toContain(`| \`${name}\` | ${inCell(means)} |`)
    for (const { id, text } of notes) expect(page).toContain(`| ${id} | ${inCell(text)} |`)
    const phrases = block('## Danger phrases in free text')
    for (const id of raisable) expect(phrases).toContain(`| ${id} |`)
    for (const { title, items } of [safetyNet.goNow, safetyNet.sameDay, safetyNet.expect, safetyNet.bookIf]) {
      for (const item of items) expect(block(`### ${title}`)).toContain(`- ${item}`)
    }
    expect(page).toContain(safetyNet.closing)
  })

  test('says what the strict switch changes', () => {
    const text = page.slice(page.indexOf('## With the switch'))
    for (const { id } of strictRules.filter((rule) => !rules.includes(rule))) expect(text).toContain(`Rule ${id}`)
    expect(text).toContain('| `CAHX_OR_STRICT` | `CAHX` |')
  })

  test('is plain Markdown: whole tables, no tags, one line break at the end', () => {
    const bars = (line: string): number => line.replaceAll('\\|', '').split('|').length
    lines.forEach((line, index) => {
      if (!line.startsWith('|')) return
      const before = lines[index - 1] ?? ''
      if (before.startsWith('|')) expect(bars(line), line).toBe(bars(before))
      else expect([before, lines[index + 1]?.startsWith('| --- |')], line).toEqual(['', true])
    })
    expect(page).not.toMatch(/<[a-z/]/i)
    expect(page).not.toMatch(/undefined|\[object/)
    expect(page.endsWith('\n') && !page.endsWith('\n\n')).toBe(true)
  })
})

describe('a condition in words', () => {
  test.each([
    [maybe('C4'), 'One calf swollen, hot or sore (C4) is yes or not sure'],
    [
      is('A1.when', 'new', 'worse', 'notSure'),
      'Started (A1.when) is "in the last 2 weeks", "earlier, worse in the last 2 weeks" or not sure',
    ],
    [ticked('fxRisk', 'ra'), 'Fracture risk (fxRisk): ticked "rheumatoid arthritis"'],
    [atLeast('age', 50), 'Age (age) is 50 or more, or not sure'],
    [below('age', 16), 'Age (age) is below 16, or not sure'],
    [not(term('PLAIN')), 'not (`PLAIN`)'],
    [all(term('FEVER'), any(term('NEURO'), term('CAHX'))), '`FEVER`, and (`NEURO`, or `CAHX`)'],
    [any(all(term('FEVER'), term('NEURO')), term('CAHX')), '(`FEVER`, and `NEURO`), or `CAHX`'],
    [all(any(term('FEVER'))), '`FEVER`'],
    [not(any(term('FEVER'), term('NEURO'))), 'not (`FEVER`, or `NEURO`)'],
    [
      all(count(2, yes('C4'), term('FEVER')), term('NEURO')),
      '(at least 2 of: One calf swollen, hot or sore (C4) is yes; `FEVER`), and `NEURO`',
    ],
    [all(), 'always'],
    [any(), 'never'],
  ])('%# reads as a clinician would say it', (condition, words) => {
    expect(conditionText(condition)).toBe(words)
  })

  test('names the rule whose condition it is, inside another', () => {
    const rule = rules.find(({ id }) => id === 'E5-urgent')
    expect(conditionText(any(term('FEVER'), rule?.when ?? all()))).toBe('`FEVER`, or rule E5-urgent')
  })

  test('refuses a question that does not exist', () => {
    expect(() => conditionText(yes('Z9'))).toThrow('no question Z9')
  })
})
