/**
 * Everything that a person is shown can be read at eleven: the questions, the result, the plan, the movements, the
 * medicine pages, and the fixed sentences of every page.
 * How it is measured, and what that cannot see, is in scripts/readability/measure.ts; the exceptions are listed there.
 * Two sources, so that neither can go blind unseen: the words in src/care as written, and the pages as served.
 */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { measure, names, oldestAge, sentencesOf } from '../scripts/readability/measure.ts'
import { type Shown, shownInPage, shownInSource } from '../scripts/readability/shown.ts'
import { checkState } from './care/check/check.ts'
import { questions } from './care/check/questions/all.ts'
import { wordedFor } from './care/check/questions/third-person.ts'
import { rules } from './care/check/rules/all.ts'
import { notes } from './care/check/rules/notes.ts'
import { namedSigns } from './care/check/rules/signs.ts'
import { onceSeenTitles, safetyNet } from './care/check/safety-net.ts'
import type { Answer, Answers } from './care/check/types.ts'
import type { levels } from './care/check/types.ts'
import { blockRules, changeRules } from './care/movement/block-rules.ts'
import { movements } from './care/movement/movements.ts'
import { uk } from './care/region.ts'
import { limits } from './care/relief/limits.ts'
import { profileQuestions } from './care/relief/profile-questions.ts'
import { steps } from './care/relief/steps.ts'
import { gateItems } from './care/medicines/conditions.ts'
import { lessonIds } from './care/prevention/lessons.ts'
import { products } from './care/medicines/products.ts'
import { tableRows } from './care/medicines/table.ts'
import { createCareApp } from './web/care/app.tsx'
import {
  checkEvent,
  checkFields,
  finishedAnswers,
  memoryNotebook,
  noon,
  trailOf,
} from './web/care/plan/plan.fixtures.ts'
import { writeTrail } from './web/care/check/trail.ts'

/** Not for the person: a clinician's terms, protocol and summary, titles of papers, names of registers, patterns of what people write, and proofs. */
const notShown =
  /\.(test|proof|fixtures)\.ts$|\/(proofs|vignettes)\/|evidence\/(sources|claims-document)|guide\/registers|check\/(free-text\/(danger-phrases|denial-meanings)|summary|protocol-document)\.ts|rules\/term-meanings\.ts/

const paths = globSync('care/**/*.ts', { cwd: import.meta.dirname })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !notShown.test(path))
const written: readonly Shown[] = paths.flatMap((path) =>
  shownInSource(path, readFileSync(join(import.meta.dirname, path), 'utf8')),
)

/** The same words as the tables hold them, put together. */
const cards = Object.values(movements)
const inTables: readonly string[] = [
  ...questions.flatMap(({ ask, why, help, tip }) => [ask, why, help, tip]),
  ...questions.flatMap((question) => (question.kind === 'yesNo' ? [question.tick, question.note] : [])),
  ...questions.flatMap((question) => ('options' in question ? question.options.map(({ text }) => text) : [])),
  ...rules.flatMap(({ because, advice }) => [because, advice]),
  ...Object.values(namedSigns).map(({ says }) => says),
  ...notes.map(({ text }) => text),
  ...Object.values(safetyNet).flatMap((part) => (typeof part === 'string' ? part : [part.title, ...part.items])),
  ...Object.values(onceSeenTitles),
  ...Object.values(uk.routes).flatMap(({ name, how }) => [name, how]),
  ...Object.values(uk.levelTitles),
  ...profileQuestions.flatMap(({ ask }) => ask),
  ...limits.map(({ because }) => because),
  ...blockRules.map(({ because }) => because),
  ...changeRules.map(({ text }) => text),
  ...steps.flatMap(({ title, why, evidence, often }) => [title, why, evidence, often]),
  ...cards.flatMap(({ title, description, start, steps: how, mistakes, care, why, easier, harder }) => [
    ...[title, description, start, why, easier, harder],
    ...[...how, ...mistakes, ...care],
  ]),
  ...cards.flatMap(({ stopWhen, dose }) => [...stopWhen, ...Object.values(dose).map((phase) => phase?.text)]),
  ...gateItems.flatMap(({ tick, short }) => [tick, short]),
  ...tableRows.map(({ because }) => because),
].filter((text) => text !== undefined)

/** What is too hard in these texts, one line each, hardest sentence first. */
function tooHard(texts: readonly Shown[]): string[] {
  const found = texts.flatMap(({ text, where }) =>
    sentencesOf(text)
      .map(measure)
      .filter(({ easy }) => !easy)
      .map(({ sentence, age, syllables }) => ({
        age: age ?? 0,
        line: `${age === undefined ? `a word of ${syllables} syllables` : `age ${age.toFixed(1)}`}, ${where}: ${sentence}`,
      })),
  )
  return [...new Set(found.sort((one, other) => other.age - one.age).map(({ line }) => line))]
}

const sentences = (texts: readonly Shown[]) => new Set(texts.flatMap(({ text }) => sentencesOf(text)))

describe('the words in src/care', () => {
  test('the short name of each question, which results show too', () => {
    expect(questions.length).toBeGreaterThan(100)
    expect(tooHard(questions.map(({ id, short }) => ({ text: short, where: id })))).toEqual([])
  })

  test('can all be read at eleven', () => {
    expect(tooHard(written)).toEqual([])
  })

  test('are as easy when they are said of somebody else', () => {
    const texts = questions
      .map((question) => wordedFor('they', question))
      .flatMap((question) => [
        ...[question.ask, question.why, question.help, question.tip],
        ...(question.kind === 'yesNo' ? [question.tick, question.note] : []),
        ...('options' in question ? question.options.map(({ text }) => text) : []),
      ])
    expect(tooHard(texts.flatMap((text) => (text === undefined ? [] : { text, where: 'of them' })))).toEqual([])
  })

  test('are read at all: hundreds of sentences of every room', () => {
    expect(sentences(written).size).toBeGreaterThan(1500)
    for (const room of ['check/questions', 'check/rules', 'medicines', 'movement', 'relief', 'region'])
      expect([room, sentences(written.filter(({ where }) => where.includes(room))).size > 20]).toEqual([room, true])
  })

  test('and what the tables make of them', () => {
    expect(inTables.length).toBeGreaterThan(1200)
    expect(tooHard(inTables.map((text) => ({ text, where: 'a table' })))).toEqual([])
  })

  test('and what a reason becomes with each of its signs', () => {
    const reasons = Object.entries(namedSigns).flatMap(([where, { says, signs }]) =>
      signs.flatMap(({ words }) => [
        { text: `${says}: ${words}.`, where },
        { text: `${says}: maybe ${words}.`, where },
      ]),
    )
    expect(tooHard(reasons)).toEqual([])
  })

  test('hold what the tables show: no kind of text escapes the reader', () => {
    const read = new Set(written.map(({ text }) => text))
    const missed = [...new Set(inTables)].filter((text) => !read.has(text))
    // A few are put together from pieces; the test above reads those whole.
    expect(missed.length, missed.join('\n')).toBeLessThan(10)
  })
})

const home = {
  now: () => noon,
  newId: () => crypto.randomUUID(),
  assets: { css: '/site.css', islands: {} },
  buildId: 'test',
}
const server = createCareApp({ ...home, kind: 'server', notebook: null })

const post = async (where: string, fields: [string, string][]): Promise<Shown[]> => {
  const answer = await server.request(where, { method: 'POST', body: new URLSearchParams(fields) })
  return shownInPage(where, await answer.text())
}

/** The answers given before each screen of one check, and those that end it. */
function onTheWay(told: Answers): Answers[] {
  const all = finishedAnswers(told).answers
  const way: Answers[] = [{}]
  for (;;) {
    const answers = way.at(-1) ?? {}
    const state = checkState(answers)
    if (state.complete) return way
    const more = state.ask.map((id): [string, Answer] => [id, all[id] ?? 'notSure'])
    way.push({ ...answers, ...Object.fromEntries(more) })
  }
}

/** People whose checks end at each level, and whose screens differ. */
const people: Readonly<Record<(typeof levels)[number], readonly Answers[]>> = {
  emergency: [
    { A2: 'yes', 'A2.kind': 'changed', 'A2.when': 'new' },
    { C1: 'yes', 'C1.kind': 'tight' },
  ],
  urgent: [{ B2: 'yes' }, { F2: 'yes', age: 66, sex: 'female' }],
  soon: [{ A8: 'yes', 'A8.trend': 'same', 'A8.when': 'new' }],
  'self-care': [{}, { sex: 'female', pregnancy: 'pregnant', weeks: 10 }],
}

/** Names of other people's papers, with the letter that says how they were seen: "NICE NG59: … [V]". */
const citation =
  /\[(?:V2?|K|C)\]$|\((?:read in the published text|seen second-hand|known from practice, still to be checked|our own choice)\)$/
/** Names of medicines as the gate and the list of products show them, longest first. */
const packets = new RegExp(
  [
    ...gateItems.flatMap((item) => ('names' in item ? item.names : [])),
    ...products.flatMap((product) => [product.name, ...('alsoSoldAs' in product ? product.alsoSoldAs : [])]),
  ]
    .sort((one, other) => other.length - one.length)
    .map((name) => `(?<!\\w)${RegExp.escape(name)}(?!\\w)`)
    .join('|'),
  'g',
)
const withoutNames = ({ text, where }: Shown): Shown => ({
  text: citation.test(text) ? '' : text.replace(packets, 'name'),
  where,
})

const learn = [
  ...['/guide', '/guide/questions', '/guide/search', '/treatments', '/guide/heat-or-ice', '/guide/which-painkiller'],
  ...['/guide/when-to-get-help', '/guide/how-long-it-takes', '/guide/spasm-or-sciatica', '/treatments/tens'],
  ...['/guide/questions/have-i-slipped-a-disc', '/treatments/manipulation'],
]
const prevention = [
  ...['/prevent', '/prevent/walking', '/prevent/strength', '/prevent/breaks', '/prevent/desk', '/prevent/lifting'],
  ...['/prevent/warm-up', '/prevent/reminders', ...lessonIds.map((id) => `/prevent/lessons/${id}`)],
]

/** The fixed pages, and every page of the checks above: screens, result and summary. */
async function servedPages(): Promise<Shown[]> {
  const fixed = [
    '/',
    '/check',
    '/emergency',
    '/about',
    '/safety',
    '/record',
    '/offline',
    '/medicines',
    '/movements',
    '/evidence',
    ...prevention,
    ...learn,
  ]
  const kept = createCareApp({ ...home, kind: 'device', notebook: memoryNotebook([checkEvent({})]) })
  const texts: Shown[] = []
  for (const app of [server, kept])
    for (const where of [...fixed, '/plan', '/medicines/tally'])
      texts.push(...shownInPage(where, await (await app.request(where)).text()))
  for (const [level, ways] of Object.entries(people))
    for (const told of ways) {
      expect([told, finishedAnswers(told).result.level]).toEqual([told, level])
      for (const answers of onTheWay(told))
        texts.push(
          ...(await post('/check', [
            ['trail', writeTrail(trailOf(answers))],
            ['do', 'keep'],
          ])),
        )
      for (const where of ['/plan', '/medicines']) texts.push(...(await post(where, checkFields(told))))
    }
  return texts.map(withoutNames)
}

describe('the pages', () => {
  test('can all be read at eleven', { timeout: 60_000 }, async () => {
    const texts = await servedPages()
    const titles = new Set(texts.map(({ text }) => text))
    for (const title of [
      'Go to A&E now',
      'Call 999 now',
      uk.levelTitles.urgent,
      uk.levelTitles.soon,
      uk.levelTitles['self-care'],
    ])
      expect([title, [...titles].some((text) => text.includes(title))]).toEqual([title, true])
    expect(sentences(texts).size).toBeGreaterThan(500)
    expect(tooHard(texts)).toEqual([])
  })
})

describe('the reader', () => {
  const hard =
    'Immediate neurosurgical consultation is recommended whenever progressive neurological deterioration is suspected.'

  test('finds a hard sentence wherever it is planted', () => {
    for (const source of [
      `export const rule = { because: '${hard}' }`,
      `export const rule = { notes: { ibuprofen: '${hard}' } }`,
      `export const said = (n: number) => n > 1 ? '${hard}' : \`\${n}\``,
      `export const card = { steps: ['Lie down.', '${hard}'] }`,
      `export const step = { how: [{ when: { q: 'age', atLeast: 50 }, line: '${hard}' }] }`,
    ])
      expect(tooHard(shownInSource('care/check/planted.ts', source))).toHaveLength(1)
    for (const source of [
      `export const article = { short: ['Keep moving.', claimed('${hard}', 'heat-eases')] }`,
      `export const article = { heard: [{ heard: '${hard}', known: claimed('It does not.', 'heat-no-toxins') }] }`,
      `export const article = { sections: [{ lines: ['neurological deterioration'] }] }`,
      `export const article = { whenNot: ['neurological deterioration'] }`,
      `export const question = { answer: [claimed('neurological deterioration', 'heat-eases')] }`,
    ])
      expect(tooHard(shownInSource('care/guide/planted.ts', source))).toHaveLength(1)
    const effect = `export const claims = { heat: { effect: { of: 'neurological deterioration', found: 1 } } }`
    expect(tooHard(shownInSource('care/evidence/claims/planted.ts', effect))).toHaveLength(1)
    const page = `<body><main><ul><li>Lie down.</li><li>${hard.replace('whenever', '<strong>whenever</strong>')}</li></ul></main>`
    expect(tooHard(shownInPage('/planted', page))).toHaveLength(1)
  })

  test('lets no easy sentence hide a hard one, and no short label a long word', () => {
    expect(tooHard([{ text: `Lie down. Rest. ${hard} Breathe.`, where: 'x' }])).toHaveLength(1)
    expect(tooHard([{ text: 'Neurological deterioration', where: 'x' }])).toHaveLength(1)
    expect(tooHard([{ text: 'Lie down on your side.', where: 'x' }])).toEqual([])
  })

  test('stands on the border: eleven passes, older does not', () => {
    const ages = [...sentences(written)].map((sentence) => measure(sentence)).filter(({ age }) => age !== undefined)
    expect(ages.every(({ age = 99, easy }) => easy === age <= oldestAge)).toBe(true)
    expect(Math.max(...ages.map(({ age = 0 }) => age))).toBeGreaterThan(oldestAge - 0.5)
  })

  test('agrees with the formula as published', () => {
    // 7 words, 9 syllables: 0.39 × 7 + 11.8 × 9 / 7 − 15.59 + 5.
    expect(measure('The lazy people went back to bed').age).toBeCloseTo(0.39 * 7 + (11.8 * 9) / 7 - 15.59 + 5, 6)
  })

  test('counts a listed name as one easy word, and only a whole one', () => {
    expect(measure('Take ibuprofen').easy).toBe(true)
    expect(measure('Cauda equina syndrome').words).toBe(1)
    expect(measure('Ibuprofenological').easy).toBe(false)
    expect([...names]).toEqual([...new Set(names)].map((name) => name.toLowerCase()))
  })

  test('lets no name stay on the list that nobody is shown', async () => {
    const all = [...written, ...(await servedPages())]
      .map(({ text }) => text.toLowerCase().replaceAll('’', "'"))
      .join('\n')
    expect(names.filter((name) => !all.includes(name))).toEqual([])
  })

  test('takes the ids of claims, and what people type into the search, for no text', () => {
    const source = `export const article = {
      short: [claimed('Warmth eases pain.', 'neurological-deterioration')],
      alsoSearchedAs: ['MRI deterioration'],
    }`
    expect(shownInSource('care/guide/x.ts', source)).toEqual([{ text: 'Warmth eases pain.', where: 'care/guide/x.ts' }])
  })

  test('passes over what is for clinicians, and over code', () => {
    const source = `export const rule = { couldMean: '${hard}', id: 'Ab cd', short: '${hard}', when: { q: 'A1' } }`
    expect(shownInSource('care/check/x.ts', source)).toEqual([])
    expect(shownInSource('care/relief/x.ts', source)).toHaveLength(1)
    expect(() => shownInPage('/x', '<p>no main</p>')).toThrow('has no main part')
  })
})
