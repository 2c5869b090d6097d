import { expect, test } from 'vitest'
import { checkState } from './check.ts'
import { clinicianSummary, summaryText } from './summary.ts'
import type { Answers, CheckResult } from './types.ts'

function finished(answers: Answers): CheckResult {
  const state = checkState(answers)
  if (!state.complete) throw new Error(`still asks ${state.ask.join(', ')}`)
  return state
}

const saddle: Answers = { A1: 'no', A2: 'yes', 'A2.kind': 'changed', 'A2.when': 'new', A3: 'no', A4: 'no', A5: 'no' }

test('what to say at the desk names the sign and what to check for', () => {
  const summary = clinicianSummary(saddle, finished(saddle))
  expect(summary.say).toContain('change in peeing')
  expect(summary.say).toContain('cauda equina syndrome')
})

test('flags carry their clarifiers, in the short words of a clinician', () => {
  const summary = clinicianSummary(saddle, finished(saddle))
  expect(summary.flags.map(({ label, answer }) => `${label}: ${answer}`)).toEqual([
    'Change in peeing: Yes',
    'Peeing: changed or leaking',
    'Started: in the last 2 weeks',
  ])
})

test('the important noes list only what was asked and answered no', () => {
  const summary = clinicianSummary(saddle, finished(saddle))
  expect(summary.importantNoes).toContain('Numb or odd feeling between the legs (saddle area)')
  expect(summary.importantNoes).not.toContain('Change in peeing')
  expect(summary.importantNoes).not.toContain('Cancer ever')
})

test('what was said about safety at home is in no summary, even when it decided the level', () => {
  const answers: Answers = { ...saddle, A2: 'no', I4: 'danger' }
  const state = checkState(answers)
  expect(state.complete).toBe(true)
  const text = summaryText(clinicianSummary(answers, finished(answers)), finished(answers), '23 November 2026, 02:16')
  expect(text).not.toMatch(/I4|danger|hurt|unsafe|safety/i)
})

test('the text names the protocol and says that nobody was examined', () => {
  const result = finished(saddle)
  const text = summaryText(clinicianSummary(saddle, result), result, '23 November 2026, 02:16')
  expect(text).toContain(result.protocolVersion)
  expect(text).toContain('not examined')
  expect(text).toContain('EMERGENCY')
})
