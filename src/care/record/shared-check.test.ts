/** The check as text for whoever treats a person: what stands in it, when there is none, and what is read back. */
import { describe, expect, test } from 'vitest'
import { questions } from '../check/questions/all.ts'
import type { Answers } from '../check/types.ts'
import { answerIfSaid } from '../check/vignettes/answer-as.ts'
import { asEpochMs } from '../evidence/time.ts'
import type { CheckFinished, NotebookEvent } from './notebook.ts'
import { longestSharedCheck, readSharedCheck, sharedCheckOf } from './shared-check.ts'

const check = (id: string, hours: number, answers: Answers): CheckFinished => ({
  v: 2,
  kind: 'checkFinished',
  id,
  check: id,
  at: asEpochMs(Date.UTC(2027, 0, 15, hours)),
  day: '2027-01-15',
  movement: 'locked',
  answers,
  level: 'emergency',
  protocolVersion: 'p',
  changed: [],
})
/** Every question answered, and nothing that the check has to say but what is given. */
const whole = (said: Answers): Answers =>
  Object.fromEntries(
    questions.flatMap(({ id }) => {
      const answer = answerIfSaid(id, { age: 35, ...said })
      return answer === undefined || id.startsWith('I4') ? [] : [[id, answer]]
    }),
  )
const numb = check('numb', 8, { age: 40, A1: 'yes', 'A1.when': 'new' })

describe('the text', () => {
  test('is a heading, the level, the day, then each part with its title and its lines', () => {
    const event = { ...check('old', 8, whole({ F2: 'yes' })), level: 'soon', movement: 'gentle' } as const
    const parts = (sharedCheckOf([event]) ?? '').split('\n\n')
    expect(parts.slice(0, 5)).toEqual([
      'Unclench check, form 1',
      // As today's rules read it, which are stricter than what was kept.
      'Level: urgent',
      'As told on 15 Jan 2027',
      expect.stringMatching(/^Last check\n- Result: URGENT \([^)]+\), 15 Jan 2027$/),
      'Flags in that check\n- Weight loss without trying: Yes',
    ])
    const [told = '', noes = '', foot] = parts.slice(5)
    expect(told.split('\n')).toEqual(
      expect.arrayContaining([
        'Told in that check',
        '- Age: 35 years',
        '- Lasted: today or yesterday',
        '- Rules: version p',
      ]),
    )
    // What has no label is a line too.
    expect(noes).toMatch(/^Answered no in that check\n- Numb or odd feeling between the legs/)
    expect(foot).toBe('Told by the person, on their own device. No doctor has looked at them for it.')
    expect(parts).toHaveLength(8)
  })
  test('is of the last check, and there is none without one', () => {
    const later = { ...numb, id: 'later', check: 'later', at: asEpochMs(numb.at + 1), day: '2027-01-16' as const }
    expect(sharedCheckOf([later, numb])).toContain('As told on 16 Jan 2027')
    expect(sharedCheckOf([])).toBeNull()
  })
  test('is not made where a part of the record cannot be read: the last check may be in it', () => {
    const broken = {
      kind: 'unreadable',
      v: 1,
      id: 'x',
      at: numb.at,
      day: numb.day,
      raw: {},
    } as unknown as NotebookEvent
    expect(sharedCheckOf([numb, broken])).toBeNull()
    expect(sharedCheckOf([broken])).toBeNull()
    // Whatever was told after it.
    expect(sharedCheckOf([broken, { ...numb, at: asEpochMs(numb.at + 1) }])).toBeNull()
  })
})

describe('a text that came back', () => {
  const head = 'Unclench check, form 1\n\nLevel: emergency\n\n'
  test('is read as it was sent, whatever ends its lines', () => {
    const text = sharedCheckOf([numb]) ?? ''
    for (const typed of [text, text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r'), `\n ${text} \r\n`])
      expect(readSharedCheck(typed)).toEqual({ ok: true, text, level: 'emergency' })
  })
  test('of a level that there is not, of another form, or of no form, is no check', () => {
    for (const typed of [
      '',
      'Level: emergency',
      head.replace('emergency', 'constructor').concat('x'),
      head.replace('form 1', 'form 2').concat('x'),
      `Hello. ${head}x`,
      head.replaceAll('\n\n', '\n').concat('x'),
    ])
      expect(readSharedCheck(typed)).toEqual({ ok: false, why: 'notACheck' })
  })
  test('is too long past the longest, with what ends its lines not counted', () => {
    const full = (length: number) => head + 'x'.repeat(length - head.length)
    expect(readSharedCheck(full(longestSharedCheck))).toMatchObject({ ok: true })
    expect(readSharedCheck(full(longestSharedCheck + 1))).toEqual({ ok: false, why: 'tooLong' })
    const lines = `${head}${'x\n'.repeat((longestSharedCheck - head.length) / 2 - 1)}x`
    expect(readSharedCheck(lines.replaceAll('\n', '\r\n'))).toMatchObject({ ok: true })
    expect(readSharedCheck(full(50) + ' '.repeat(longestSharedCheck * 2 - 50))).toMatchObject({ ok: true })
    expect(readSharedCheck(full(50) + ' '.repeat(longestSharedCheck * 2 - 49))).toEqual({ ok: false, why: 'tooLong' })
  })
})
