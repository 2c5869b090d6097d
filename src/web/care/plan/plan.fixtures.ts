/**
 * Finished checks for the tests of the medicine, plan and movement pages: the answers a person gives, walked through the
 * engine to a result. Tests only.
 */
import { answerTheRest } from '../../../care/check/answer-the-rest.ts'
import type { Answers } from '../../../care/check/types.ts'
import { asEpochMs, type EpochMs } from '../../../care/evidence/time.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import type { NotebookStore } from '../home.ts'
import { dayOf } from '../moment.ts'
import { protocolVersion } from '../check/protocol-in-force.ts'
import { type Trail, writeTrail } from '../check/trail.ts'

/** What someone of 30 with a plain strain says; what is not here is answered "no" or "none". */
const plainStrain: Answers = {
  who: 'me',
  age: 30,
  sex: 'male',
  place: ['lowBack'],
  centre: 'beside',
  startHow: 'sudden',
  startAfter: 'strain',
  duration: 'days0',
  history: 'same',
  painNow: 5,
  stand10: 'can',
  changes: 'moves',
  trend: 'better',
  walk: 'can',
  I5: 'yes',
  I2: 'within',
}

/** Every answer of a finished check: a plain strain's but for what is told. Throws if it does not end. */
export const finishedAnswers = (told: Answers = {}) => answerTheRest({ ...plainStrain, ...told })

export const checkId = '0f5c1d4e-5b7a-4f3e-8d1c-2a6b7c8d9e0f'
export const noon: EpochMs = asEpochMs(Date.UTC(2026, 10, 23, 12, 0))

/** A finished check as the hidden fields of a form. */
export function checkFields(told: Answers = {}, checkedAt: EpochMs = noon): [string, string][] {
  const { answers } = finishedAnswers(told)
  return [
    ['trail', writeTrail(trailOf(answers))],
    ['checkedAt', String(checkedAt)],
  ]
}

export const trailOf = (answers: Answers): Trail => ({
  v: 1,
  id: checkId,
  protocol: protocolVersion,
  begunAfter: noon,
  steps: [{ answers, single: [] }],
  was: {},
  pending: {},
  changed: [],
})

/** A finished check as the record holds it. */
export function checkEvent(told: Answers = {}, at: EpochMs = noon): NotebookEvent {
  const { answers, result } = finishedAnswers(told)
  const kept = Object.fromEntries(Object.entries(answers).filter(([id]) => id !== 'I4'))
  const id = '7c0e7f9a-2f6e-4c1b-9d57-0c8f2f1f3a10'
  return {
    v: 2,
    id,
    at,
    day: dayOf(at, { kind: 'device' }),
    kind: 'checkFinished',
    movement: result.movement,
    check: checkId,
    answers: kept,
    level: result.level,
    protocolVersion,
    changed: [],
  }
}

/** A store in memory. */
export function memoryNotebook(events: NotebookEvent[] = []): NotebookStore & { readonly events: NotebookEvent[] } {
  const texts = new Map<string, string>()
  const born = '7b0f0b3e-52b2-4b53-9c3e-0a8d5c1f2e3d'
  let owned = born
  const append = (event: NotebookEvent) => void (events.some(({ id }) => id === event.id) || events.push(event))
  return {
    events,
    owner: async () => owned,
    append: async (event) => append(event),
    appendAll: async (more, { owner = owned } = { owner: owned }) => {
      const known = new Set(events.map(({ id }) => id))
      for (const event of more) {
        if (!known.has(event.id)) events.push(event)
        known.add(event.id)
      }
      owned = owner
    },
    all: async () => [...events],
    erase: async () => {
      events.length = 0
      texts.clear()
      owned = born
    },
    drafts: {
      get: async (id) => texts.get(id) ?? null,
      put: async (id, text) => void texts.set(id, text),
      remove: async (id) => void texts.delete(id),
    },
  }
}

/** Every hidden field of the first form of a page that posts to this address. */
export function hiddenFields(html: string, action: string): [string, string][] {
  const form = html.split('<form').find((part) => part.includes(`action="${action}"`)) ?? ''
  const [inside = ''] = form.split('</form>')
  return [...inside.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, decoded(value)],
  )
}

/** Text as a browser shows it. */
export const decoded = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

/** A page's title line. */
export const headingOf = (html: string): string => decoded(/<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? '')
