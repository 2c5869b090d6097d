/**
 * A device with a programme on it, for the tests of the programme's pages: its record, its clock and what a person would
 * see, tap by tap. Tests only.
 */
import { islandsOfTests } from '../islands.fixtures.ts'
import type { Answers } from '../../../care/check/types.ts'
import { asEpochMs, dayMs, type EpochMs, hourMs } from '../../../care/evidence/time.ts'
import type { NotebookEvent, ProfileData } from '../../../care/record/notebook.ts'
import type { ProgrammeEvent } from '../../../care/programme/events.ts'
import { miniQuestions } from '../../../care/programme/screening.ts'
import { createCareApp } from '../app.tsx'
import type { CareHome, NotebookStore } from '../home.ts'
import { dayOf } from '../moment.ts'
import { checkEvent, decoded, headingOf, memoryNotebook, noon } from '../plan/plan.fixtures.ts'

type Fields = Readonly<Record<string, string | readonly string[]>>
type Without<T> = T extends unknown ? Omit<T, 'v' | 'id' | 'at' | 'day'> : never

let ids = 0
/**
 * A UUID that no other event of these tests has. Its last three digits stay free: ids that follow from it differ in these
 * alone (evidence/ids.ts), and one that met the next fresh one made two events one, depending on which tests ran before.
 */
export const freshId = (): string => {
  ids += 1
  return `0f5c1d4e-5b7a-4f3e-8d1c-${ids.toString(16).padStart(9, '0')}000`
}

/** What is on the screen. */
export interface Seen {
  readonly at: string
  readonly status: number
  readonly html: string
  readonly heading: string
  readonly text: string
  /** A browser may keep it and show it again behind Back. */
  readonly mayBeKept: boolean
}

/** The moment of a day of the story (0 is the first) and an hour. */
export const momentAt = (day: number, hour: number): EpochMs =>
  asEpochMs(noon - 12 * hourMs + day * dayMs + hour * hourMs)

const plainProfile: ProfileData = {
  ...{ painNow: 3, walk: 'can', legPain: 'none', eases: [], worsens: [], have: ['bed'], warmOrCold: 'warm' },
  ...{ floor: 'yes', drowsy: 'no', health: [], skin: [] },
}

/** A device at day 0, 12:30, with an empty record. */
export function device(
  notebook: NotebookStore & { readonly events?: NotebookEvent[] } = memoryNotebook(),
  more: Pick<CareHome, 'clockBehindMs'> = {},
) {
  let now = momentAt(0, 12.5)
  const app = createCareApp({
    kind: 'device',
    notebook,
    now: () => now,
    newId: () => freshId(),
    assets: { css: '/assets/site.css', islands: islandsOfTests },
    buildId: 'test',
    ...more,
  })
  const seen = async (answer: Response, at: string): Promise<Seen> => {
    const location = answer.headers.get('Location')
    if (answer.status === 303 && location) return seen(await app.request(location), location)
    const html = await answer.text()
    const text = decoded(html.replaceAll(/<[^>]+>/g, ' ')).replaceAll(/\s+/g, ' ')
    const mayBeKept = answer.headers.get('Cache-Control') !== 'no-store'
    return { at, status: answer.status, html, heading: headingOf(html), text, mayBeKept }
  }
  const get = async (at: string) => seen(await app.request(at), at)
  const post = async (at: string, fields: Fields = {}) => {
    const pairs = Object.entries(fields).flatMap(([name, value]) =>
      (typeof value === 'string' ? [value] : value).map((one): [string, string] => [name, one]),
    )
    return seen(await app.request(at, { method: 'POST', body: new URLSearchParams(pairs) }), at)
  }
  const write = async (when: EpochMs, what: Without<ProgrammeEvent>) => {
    const base = { v: 1, id: freshId(), at: when, day: dayOf(when, { kind: 'device' }) }
    await notebook.append({ ...base, ...what } as NotebookEvent)
  }
  const told = {
    app,
    notebook,
    get,
    post,
    write,
    /** Sets the clock. */
    at: (day: number, hour = 12.5) => {
      now = momentAt(day, hour)
      return told
    },
    /** A finished check, as if done on this day. */
    check: async (day: number, hour = 7, answers: Answers = {}) => {
      const event = checkEvent(answers, momentAt(day, hour))
      await notebook.append({ ...event, id: freshId(), check: freshId() } as NotebookEvent)
      return told
    },
    /** The plan's own questions, answered by a plain person, for the last check. */
    plan: async (day: number, hour = 7.2, part: ProfileData = {}) => {
      const check = (await told.of('checkFinished')).at(-1)?.check ?? ''
      const profile: ProfileData = { ...plainProfile, ...part }
      await notebook.append({ v: 1, id: freshId(), at: momentAt(day, hour), kind: 'planMade', check, profile })
      return told
    },
    start: async (day: number, hour = 7.5) => {
      await write(momentAt(day, hour), {
        kind: 'programmeStarted',
        episodeDay: dayOf(momentAt(0, 7), { kind: 'device' }),
        painDayOne0to10: 6,
        ageYears: 30,
        firstEver: 'no',
      })
      return told
    },
    morning: async (
      day: number,
      pain0to10: number,
      part: Partial<Extract<ProgrammeEvent, { kind: 'morningNoted' }>> = {},
    ) => {
      await write(momentAt(day, 8), { kind: 'morningNoted', pain0to10, ...part })
      return told
    },
    mini: async (day: number) => {
      const answers = Object.fromEntries(miniQuestions.map((id) => [id, 'no']))
      await write(momentAt(day, 8.5), { kind: 'miniCheckDone', answers })
      return told
    },
    session: async (day: number, hour = 10, part: Partial<Extract<ProgrammeEvent, { kind: 'sessionDone' }>> = {}) => {
      await write(momentAt(day, hour), {
        kind: 'sessionDone',
        painBefore0to10: 3,
        effort0to10: 2,
        leg: 'none',
        movements: [{ card: 'M08', movement: 'M08', peak0to10: 2, done: 'all' }],
        ...part,
      })
      return told
    },
    /** The events of one kind in the record, oldest first. */
    of: async <Kind extends NotebookEvent['kind']>(kind: Kind) =>
      (await notebook.all()).filter((event): event is Extract<NotebookEvent, { kind: Kind }> => event.kind === kind),
  }
  return told
}

/** Checked and begun on day 0. */
export const begunOn = async (day = 0) => {
  const told = device()
  await told.check(day)
  await told.plan(day)
  await told.start(day)
  return told.at(day)
}

type Device = ReturnType<typeof device>
/** The device takes nothing more from now on. */
export const full = async (home: Device) => {
  const refuse = () => Promise.reject(new Error('full'))
  Object.assign(home.notebook, { append: refuse, appendAll: refuse })
  return home
}
/** The record cannot be read, but what is told is taken. */
export const unread = async (home: Device): Promise<Device> => {
  const { notebook } = home
  let last = await notebook.all()
  Object.assign(notebook, {
    all: () => Promise.reject(new Error('unread')),
    appendAll: async (events: typeof last) => {
      last = [...last, ...events]
    },
  })
  return { ...home, notebook: { ...notebook, all: async () => last } }
}

/** The record can neither be read nor written. */
export const unreadAndFull = async (home: Device): Promise<Device> => {
  const shown = await unread(home)
  await full(home)
  return shown
}

/** In this phase since day 0, 1 or 5, by whole good days; the short check of the last day is told. */
export const inPhase = async (phase: 1 | 2 | 3, profile: ProfileData = {}) => {
  const home = await (
    await (await device().check(0, 7, { painNow: 2 })).plan(0, 7.2, { painNow: 2, ...profile })
  ).start(0)
  const up = async (day: number, to: 2 | 3) => {
    await home.morning(day, 2)
    await home.check(day, 8.1, { painNow: 2 })
    await home.plan(day, 8.15, { painNow: 2, ...profile })
    await home.write(momentAt(day, 8.2), {
      kind: 'abilitiesNoted',
      ...{ canWalk5Minutes: 'yes', canSit15Minutes: 'yes', normalTasks: 'all', taskScores0to10: [8] },
    })
    await home.write(momentAt(day, 8.4), { kind: 'phaseChanged', to })
  }
  if (phase > 1) {
    for (const hour of [10, 14, 18]) await home.session(0, hour)
    await up(1, 2)
  }
  if (phase > 2) {
    for (const day of [1, 2, 3, 4]) await home.session(day)
    await up(5, 3)
  }
  const today = [0, 0, 1, 5][phase] ?? 0
  if (phase === 1) await home.morning(0, 2)
  return (await home.mini(today)).at(today, 9)
}

/** The value of a hidden field. */
export const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

/** Every answer "none of these" of a short check. */
export const allClear = { 'list.mini': 'none' } as const
