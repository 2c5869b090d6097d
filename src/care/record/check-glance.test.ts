/** A shared check in short and in parts: it says what the text says, and nothing of a text of another form. */
import { expect, test } from 'vitest'
import { checkParts, glanceAt } from './check-glance.ts'

const text = (flags: readonly string[]) =>
  [
    'Unclench check, form 1',
    'Level: soon',
    'As told on 15 Jan 2027',
    'Last check\n- Result: SOON (in 2 to 3 working days), 15 Jan 2027',
    ['Flags in that check', ...flags.map((flag) => `- ${flag}`)].join('\n'),
    'Told in that check\n- Age: 35 years\n- Rules: version p',
    'Answered no in that check\n- Numb or odd feeling between the legs; Leaking pee; Fever',
    'Told by the person, on their own device. No doctor has looked at them for it.',
  ].join('\n\n')

test('it holds the level, the day, each flag and the number of noes', () => {
  expect(glanceAt(text(['Weight loss without trying: Yes', 'Leg or foot weakness: yes']))).toEqual({
    level: 'soon',
    told: 'As told on 15 Jan 2027',
    flags: ['Weight loss without trying: Yes', 'Leg or foot weakness: yes'],
    noes: 3,
  })
})

test('of a check without flags it holds none, whatever ends its lines', () => {
  expect(glanceAt(text(['None.']).replaceAll('\n', '\r\n'))?.flags).toEqual([])
})

test('a part that is missing is empty, and a text of another form has no glance', () => {
  expect(glanceAt('Unclench check, form 1\n\nLevel: urgent\n\nHello')).toEqual({
    ...{ level: 'urgent', told: '', flags: [], noes: 0 },
  })
  for (const other of ['', 'Hello', text([]).replace('form 1', 'form 2')]) expect(glanceAt(other)).toBeUndefined()
})

test('in parts it holds every line of the text below its heading, each no by itself', () => {
  const sent = text(['Leg or foot weakness: yes'])
  const read = checkParts(sent)
  expect(read?.level).toBe('soon')
  expect(read?.parts.map(({ title, lines }) => [title, lines.length])).toEqual([
    ['Last check', 1],
    ['Flags in that check', 1],
    ['Told in that check', 2],
    ['Answered no in that check', 3],
  ])
  expect(read?.remarks).toHaveLength(2)
  const shown = [...(read?.parts ?? []).flatMap(({ title, lines }) => [title, ...lines]), ...(read?.remarks ?? [])]
  const told = sent.split(/\n+|; /).map((line) => line.replace(/^- /, ''))
  expect(shown.toSorted()).toEqual(told.slice(2).toSorted())
  expect(checkParts('Hello')).toBeUndefined()
})
