/** What a sheet of paper must say that a screen need not: it looks at nobody, so it says to all what the plan says to some. */
import { describe, expect, test } from 'vitest'
import { safetyNet } from '../check/safety-net.ts'
import { claimOf } from '../evidence/claims.ts'
import { gradeWords } from '../evidence/grade.ts'
import { sources } from '../evidence/sources.ts'
import { movementIds, movements } from '../movement/movements.ts'
import { limits } from '../relief/limits.ts'
import { stepById } from '../relief/steps.ts'
import { wordsOfPart } from './booklets.fixtures.ts'
import { booklets } from './booklets.ts'
import { stepsOnPaper } from './first-48-hours.ts'
import { printedMovements } from './movement-guide.ts'
import { type Booklet, bookletNames } from './types.ts'

const wordsOf = ({ lead, parts }: Booklet) => [lead, ...parts.flatMap(wordsOfPart)]

test('there are the five that are promised, each under its own name', () => {
  expect(booklets.map(({ name }) => name)).toEqual(bookletNames)
})

describe.each(booklets.map((booklet) => [booklet.name, booklet] as const))('%s', (_, booklet) => {
  const words = wordsOf(booklet)

  test('what cannot wait comes before everything else, and all of it', () => {
    expect(booklet.parts[0]).toEqual({ kind: 'alarm', title: safetyNet.goNow.title, items: safetyNet.goNow.items })
  })

  test('says when to ring the same day and when to book', () => {
    expect(words).toEqual(expect.arrayContaining([...safetyNet.sameDay.items, ...safetyNet.bookIf.items]))
  })

  test('sends to the check before the first movement it shows', () => {
    const check = booklet.parts.findIndex((part) => part.kind === 'box' && part.title === 'Do the check first')
    const moves = booklet.parts.findIndex(({ kind }) => kind === 'step' || kind === 'drawings')
    if (moves >= 0) expect([check >= 0, check < moves]).toEqual([true, true])
  })

  test('says when to stop before the first movement it shows', () => {
    const stop = booklet.parts.findIndex((part) => part.kind === 'box' && part.title === 'When to stop a movement')
    const moves = booklet.parts.findIndex(({ kind }) => kind === 'step' || kind === 'drawings')
    if (moves >= 0) expect([stop >= 0, stop < moves]).toEqual([true, true])
  })

  test('names every source of what it says', () => {
    const titles = booklet.sources.map((id) => sources[id].title)
    for (const title of titles) expect(words.some((word) => word.startsWith(`${title} (`))).toBe(true)
  })

  test('says each claim that it rests on, with how sure we are, so that a changed claim makes another paper', () => {
    expect(booklet.claims.length).toBeGreaterThan(5)
    for (const id of booklet.claims) {
      const { says, grade } = claimOf(id)
      expect(words.some((word) => word.startsWith(says) && word.includes(grade ? gradeWords[grade] : ''))).toBe(true)
    }
  })

  test('promises nothing that only a screen can do', () => {
    expect(words.filter((word) => /\bthe timer\b|\btap\b|\bclick\b|\bthis page\b/i.test(word))).toEqual([])
  })

  test('goes down one level of heading at a time', () => {
    const levels = booklet.parts.flatMap((part) =>
      part.kind === 'heading'
        ? [part.level]
        : part.kind === 'alarm' || part.kind === 'box'
          ? [2]
          : part.kind === 'step'
            ? [3]
            : [],
    )
    levels.reduce((before, level) => {
      expect(level - before).toBeLessThanOrEqual(1)
      return level
    }, 1)
  })
})

test.each(stepsOnPaper.map((onPaper) => [onPaper.step, onPaper] as const))(
  'the step %s says to all what the plan says to some',
  (id, { also = [], notFor }) => {
    const card = stepById.get(id)
    const forSome = card?.movement ? [] : [...(card?.how ?? []), ...(card?.stop ?? [])]
    for (const line of forSome.flatMap((one) => (typeof one === 'string' ? [] : [one.line])))
      expect(also.some((said) => said.toLowerCase().includes(line.toLowerCase()))).toBe(true)
    // The body's own limits on a movement stand in its card's care lines; those of heat and paced breath do not.
    const ownTraits = (card?.traits ?? []).filter((trait) => ['heat', 'cold', 'massage', 'pacedBreath'].includes(trait))
    expect(ownTraits).toEqual(notFor ? [notFor] : [])
  },
)

test('every limit on heat stands beside the warm pack', () => {
  const [first] = booklets
  const heat = limits.filter(({ rulesOut }) => rulesOut.includes('heat'))
  expect(heat.length).toBeGreaterThan(5)
  expect(first && wordsOf(first)).toEqual(expect.arrayContaining(heat.map(({ because }) => because)))
})

test('each card of the movements is there once, with every line of care and every dose', () => {
  expect(printedMovements.map(({ card }) => card).sort()).toEqual(
    [...new Set(movementIds.map((id) => movements[id].card))].sort(),
  )
  const guide = booklets.find(({ name }) => name === 'movements')
  const words = guide ? wordsOf(guide) : []
  for (const { title, care, dose, start } of printedMovements)
    expect(words).toEqual(
      expect.arrayContaining([title, start, ...care, ...Object.values(dose).flatMap((one) => (one ? [one.text] : []))]),
    )
})
