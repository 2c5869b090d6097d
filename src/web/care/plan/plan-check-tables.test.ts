/**
 * Which check a page stands on, how old it is and what it allows, by what is posted and what the record holds: a table that a
 * person reviews, plan-check-tables.txt beside this test (H-08, H-12).
 */
import { afterAll, test } from 'vitest'
import { reviewedOutlines } from '../../../../scripts/outlines/page-outline.ts'
import type { Answers } from '../../../care/check/types.ts'
import { asEpochMs, dayMs } from '../../../care/evidence/time.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import { writeTrail } from '../check/trail.ts'
import type { CareHome } from '../home.ts'
import { recordNow } from '../record/record-now.ts'
import { standingIn } from './plan-check.tsx'
import { planNow } from './plan-now.tsx'
import { dayOf } from '../moment.ts'
import { checkEvent, checkId, finishedAnswers, memoryNotebook, noon, trailOf } from './plan.fixtures.ts'

const reviewed = reviewedOutlines(new URL('./plan-check-tables.txt', import.meta.url))
afterAll(() => reviewed.end())

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const told = (number: number, msAgo: number, answers: Answers, part: object = {}): NotebookEvent => ({
  ...checkEvent(answers, asEpochMs(noon - msAgo)),
  ...{ id: uuid(number), ...part },
})
const trail = (answers: Answers) => writeTrail(trailOf(finishedAnswers(answers).answers))
const clear = trail({})
const unfinished = writeTrail(trailOf({ age: 35 }))
const urgent: Answers = { F2: 'yes' }
const other = { check: uuid(99) }

const records: Readonly<Record<string, readonly NotebookEvent[] | null>> = {
  'no record': null,
  'an empty record': [],
  'this check, 5 minutes ago': [told(1, 300_000, {})],
  'this check, 24 hours ago': [told(1, dayMs, {})],
  'another check, 5 minutes ago': [told(2, 300_000, {}, other)],
  'an urgent check before': [told(3, 600_000, urgent, other)],
  'an urgent check before, and this one': [told(3, 600_000, urgent, other), told(1, 300_000, {})],
  'this check, and an urgent one since': [told(1, 300_000, {}), told(3, 60_000, urgent, other)],
  'this check, and its plan': [
    told(1, 300_000, {}),
    { v: 1, id: uuid(5), at: noon, kind: 'planMade', check: checkId, profile: {} },
  ],
  'a dose alone': [
    {
      ...{ v: 1, id: uuid(4), at: noon, kind: 'doseTaken', ingredient: 'ibuprofen', milligrams: 400, product: 'p' },
      takenAt: noon,
    },
  ],
}
const times: Readonly<Record<string, string | undefined>> = {
  'no time': undefined,
  now: String(noon),
  'a moment to come': String(noon + 1),
  '24 hours less a moment ago': String(noon - dayMs + 1),
  '24 hours ago': String(noon - dayMs),
  'no number': 'yesterday',
}

const deviceWith = (events: readonly NotebookEvent[]): CareHome => ({
  kind: 'device',
  notebook: memoryNotebook([...events]),
  now: () => noon,
  newId: () => checkId,
  assets: { css: '/assets/site.css', islands: {} },
  buildId: 'test',
})

async function standing(
  events: readonly NotebookEvent[] | null,
  posted: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const given = Object.entries(posted).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, [value]] as const],
  )
  const record = events && (await recordNow(deviceWith(events)))
  const stands = standingIn(record, given.length > 0 ? new Map(given) : undefined, noon)
  if (stands.kind !== 'finished') return stands.kind
  const { check, expired } = stands
  const { level, movement, found, event, finishedAt } = check
  return [
    `${level} ${movement}, found ${found.level} ${found.movement}`,
    expired ? 'expired' : 'fresh',
    event === null ? 'not in the record' : `event ${Number(event.slice(-4))}`,
    finishedAt === null ? 'of no known time' : `${noon - finishedAt} ms ago`,
    check.trail ? 'with its trail' : 'without a trail',
  ].join(', ')
}

test('a check that is posted, by the time it brings', async () => {
  reviewed.checkLines(
    'posted, by its time',
    await Promise.all(
      [clear, trail(urgent)].flatMap((posted, index) =>
        Object.entries(times).map(
          async ([name, checkedAt]) =>
            `${['clear', 'urgent'][index]}, ${name}: ${await standing(null, { trail: posted, checkedAt })}`,
        ),
      ),
    ),
  )
})
test('a check that is posted, and the one of the record, by what the record holds', async () => {
  const posted: Readonly<Record<string, Readonly<Record<string, string | undefined>>>> = {
    'nothing posted': {},
    'clear posted': { trail: clear, checkedAt: String(noon) },
    'urgent posted': { trail: trail(urgent), checkedAt: String(noon) },
    'unfinished posted': { trail: unfinished },
    'damaged posted': { trail: 'x' },
    'an empty trail posted': { trail: '' },
  }
  reviewed.checkLines(
    'by the record',
    await Promise.all(
      Object.entries(records).flatMap(([name, events]) =>
        Object.entries(posted).map(async ([what, fields]) => `${name}; ${what}: ${await standing(events, fields)}`),
      ),
    ),
  )
})

/** Told after the check, each at a time of its own. */
const since: Readonly<Record<string, object | null>> = {
  'nothing more': null,
  'a stop': { v: 1, kind: 'stopped', sign: 'chest' },
  'a leg': { v: 1, kind: 'stopped', sign: 'newSymptom', told: 'legFurther' },
  'a very sore entry': { v: 1, kind: 'miniAsked', because: 'Your pain is 6 or more.' },
  'sixteen paracetamol at once': {
    ...{ v: 1, kind: 'doseTaken', ingredient: 'paracetamol', milligrams: 8000, product: 'paracetamol500', units: 16 },
    takenAt: noon - 30_000,
  },
  'an urgent check': { ...told(3, 0, urgent, other) },
  'an emergency': { ...told(3, 0, { A1: 'yes', 'A1.seat': 'no', 'A1.when': 'new' }, other) },
  'a visit': { v: 1, kind: 'clinicianCleared', who: 'GP', how: 'seen', seenAfter: uuid(1) },
}
const checks: Readonly<Record<string, readonly NotebookEvent[]>> = {
  'no check': [],
  'a check of today': [told(1, 300_000, {})],
  'a check of two days ago': [told(1, 2 * dayMs, {})],
  'a check by a clock ahead': [told(1, -3 * dayMs, {})],
  'an urgent check of today': [told(1, 300_000, urgent)],
  'an urgent check by a clock ahead': [told(1, -3 * dayMs, urgent)],
}

test('why there is no plan, in words, by the check and by what was told since', async () => {
  const lines: string[] = []
  for (const [check, events] of Object.entries(checks)) {
    for (const [what, part] of Object.entries(since)) {
      const day = dayOf(noon, { kind: 'device' })
      const more = part ? [{ day, ...part, id: uuid(50), at: asEpochMs(noon - 1000) } as NotebookEvent] : []
      const { plan } = await planNow(deviceWith([...events, ...more]))
      lines.push(`${check}; ${what}: ${'because' in plan ? `${plan.why}: ${plan.title}. ${plan.because}` : 'a plan'}`)
    }
  }
  reviewed.checkLines('closed, in words', lines)
})
