import type { Answers } from '../../../care/check/types.ts'
import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { often } from '../../../../scripts/short-form.ts'
import { blockedReasons, withinLock } from '../../../care/movement/block-list.ts'
import { doseFor } from '../../../care/movement/doses.ts'
import { type MovementId, movementIds, movements } from '../../../care/movement/movements.ts'
import { type MovementProfile, nothingKnown } from '../../../care/movement/profile.ts'
import { sequences } from '../../../care/movement/sequences.ts'
import type { IsoDate } from '../../../care/evidence/calendar.ts'
import { asEpochMs, dayMs, type EpochMs } from '../../../care/evidence/time.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import { createCareApp } from '../app.tsx'
import type { CareHome } from '../home.ts'
import { movementProfileOf } from '../../../care/relief/movement-facts.ts'
import { clearAnswers, plain } from '../../../care/relief/people.proof.ts'
import { fullProfile } from '../../../care/relief/profile.ts'
import type { StepCard } from '../../../care/relief/step-types.ts'
import { steps as planSteps } from '../../../care/relief/steps.ts'
import { filterFrom } from './movement-filters.tsx'
import { LibraryPage } from './movement-library.tsx'
import type { MovementsNow } from './movement-now.ts'
import { MovementPage, NotForYouPage } from './movement-page.tsx'
import { SequencePage } from './movement-sequence.tsx'
import { doseOfPhase, movementStanding, phaseNumbers, type Standpoint } from './movement-access.ts'
import { checkEvent, checkFields, decoded, headingOf, memoryNotebook, noon } from '../plan/plan.fixtures.ts'
import { planNow } from '../plan/plan-now.tsx'

const server = {
  kind: 'server',
  notebook: null,
  now: () => noon,
  newId: () => crypto.randomUUID(),
  assets: { css: '/a.css', islands: {} },
  buildId: 'test',
} satisfies CareHome
const now = await planNow(server, new Map(checkFields().map(([name, value]) => [name, [value]])))

const reply = fc.constantFrom('yes', 'no', 'notSure')
const closed = Object.fromEntries(
  Object.entries(nothingKnown)
    .filter(([, value]) => value === 'notSure')
    .map(([fact]) => [fact, reply]),
)
/** Any person the block list can be asked about. */
const anyone = fc.record({
  ...closed,
  painNow0to10: fc.oneof(fc.integer({ min: 0, max: 10 }), fc.constant('notSure')),
  pregnancyWeeks: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    fc.integer({ min: 0, max: 41 }),
    fc.constant('notSure'),
  ),
  weeksAfterBirth: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, fc.integer({ min: 0, max: 12 })),
  pattern: fc.constantFrom('PT0', 'PT1', 'PT2', 'PT3', 'PT4', 'PT5', 'PT6', 'PT7'),
  radicularSide: fc.constantFrom('none', 'left', 'right', 'both', 'notSure'),
  floorTransfer: fc.constantFrom('yes', 'no', 'notSure', 'there'),
}) as unknown as fc.Arbitrary<MovementProfile>
/** Mostly well, so that most movements are open and the later ones are really drawn. */
const mostlyWell = fc.tuple(anyone, fc.subarray(Object.keys(nothingKnown), { maxLength: 3 })).map(([some, kept]) => ({
  ...well,
  ...Object.fromEntries(kept.map((fact) => [fact, some[fact as 'pattern']])),
}))
const well: MovementProfile = {
  ...(Object.fromEntries(Object.keys(nothingKnown).map((fact) => [fact, 'no'])) as unknown as MovementProfile),
  painNow0to10: 2,
  pregnancyWeeks: null,
  weeksAfterBirth: null,
  pattern: 'PT0',
  radicularSide: 'none',
  floorTransfer: 'yes',
  canSit: 'yes',
  canStand: 'yes',
  hasChair: 'yes',
  hasBed: 'yes',
}
const allSteps: readonly StepCard[] = planSteps
const standpoint = fc.record({
  profile: fc.oneof(anyone, mostlyWell),
  phase: fc.constantFrom(...phaseNumbers),
  lock: fc.constantFrom('open', 'open', 'gentle', 'locked'),
  easeOnly: fc.boolean(),
  situation: fc.constant(null),
}) as fc.Arbitrary<Standpoint>

/** Nothing locked, so that later phases are what decides. */
const unlocked = fc
  .tuple(mostlyWell, fc.constantFrom(...phaseNumbers))
  .map(([profile, phase]): Standpoint => ({ profile, phase, lock: 'open', easeOnly: false, situation: null }))

const at = (who: Standpoint): MovementsNow => ({
  now,
  linked: true,
  asked: true,
  door: { kind: 'open', who, programme: true, inFlare: false },
})
/** What only a movement's own page may say: its steps and the captions of its pictures. */
const steps = (id: MovementId) => [...movements[id].steps, ...movements[id].motion.stills.map(({ caption }) => caption)]
const pageOf = (id: MovementId, who: Standpoint) => {
  const found = movementStanding(id, who)
  return renderToString(
    found.kind === 'blocked' ? (
      <NotForYouPage at={at(who)} who={who} id={id} {...found} />
    ) : (
      <MovementPage
        at={at(who)}
        who={who}
        id={id}
        seen={found}
        inFlare={false}
        {...(found.kind === 'later' && { later: found.because })}
      />
    ),
  )
}
const kept = (id: MovementId, { lock, profile }: Standpoint) =>
  !withinLock(id, lock) || blockedReasons(id, profile).length > 0

describe('for every phase, person and lock', () => {
  test('no page shows the steps or the picture of a movement that is blocked or locked, and its stand-in is never blocked', () => {
    let [refused, drawn] = [0, 0]
    fc.assert(
      fc.property(standpoint, fc.constantFrom(...movementIds), (who, id) => {
        const page = pageOf(id, who)
        if (!kept(id, who)) {
          drawn += 1
          return
        }
        refused += 1
        const html = decoded(page)
        for (const words of steps(id)) expect(html).not.toContain(words)
        expect(html).not.toContain(`data-figure="${id}"`)
        const found = movementStanding(id, who)
        if (found.kind !== 'blocked') throw new Error(`${id} is shown`)
        expect(found.because.length).toBeGreaterThan(0)
        if (found.instead !== undefined) expect(kept(found.instead, who)).toBe(false)
        if (who.lock === 'locked') expect(found.instead).toBeUndefined()
      }),
      { numRuns: often(1500, 200) },
    )
    expect([refused > often(100, 10), drawn > often(100, 10)]).toEqual([true, true])
  })

  test('no list and no set holds a blocked or locked movement', () => {
    fc.assert(
      fc.property(standpoint, fc.constantFrom(...sequences), (who, sequence) => {
        const filter = filterFrom(new Map([['show', ['all']]]), who.phase)
        for (const page of [
          <LibraryPage at={at(who)} who={who} filter={filter} />,
          <SequencePage at={at(who)} who={who} sequence={sequence} />,
        ]) {
          const drawn = [...renderToString(page).matchAll(/data-figure="([\w-]+)"/g)].map(([, id]) => id as MovementId)
          expect(drawn.filter((id) => kept(id, who))).toEqual([])
        }
      }),
      { numRuns: often(60, 10) },
    )
  })

  test('a movement of a later phase is looked at, not done: no moving picture, no dose that is marked as theirs', () => {
    let [now, later] = [0, 0]
    fc.assert(
      fc.property(unlocked, fc.constantFrom(...movementIds), (who, id) => {
        const found = movementStanding(id, who)
        if (found.kind === 'blocked') return
        const html = pageOf(id, who)
        const here = phaseNumbers.some((phase) => phase <= who.phase && doseFor(id, doseOfPhase(phase), who.profile))
        expect(found.kind).toBe(here ? 'now' : 'later')
        expect(html.includes('(you, now)')).toBe(here)
        expect(html.includes('data-frames')).toBe(here)
        expect(html.includes('Not yet')).toBe(!here)
        if (here) now += 1
        else later += 1
      }),
      { numRuns: often(400, 75) },
    )
    expect([now > often(50, 8), later > often(20, 1)]).toEqual([true, true])
  })
})

describe('somebody well, phase by phase', () => {
  const who = (phase: 1 | 2 | 3 | 4): Standpoint => ({
    profile: well,
    phase,
    lock: 'open',
    easeOnly: false,
    situation: null,
  })
  const kindOf = (id: MovementId, phase: 1 | 2 | 3 | 4) => movementStanding(id, who(phase)).kind
  test.each([
    ['M07', 1, 'later'],
    ['M07', 2, 'now'],
    ['M06', 1, 'later'],
    ['M06-small', 1, 'now'],
    ['M11', 2, 'later'],
    ['M11', 3, 'now'],
    ['M02', 4, 'now'],
  ] as const)('%s in phase %i: %s', (id, phase, kind) => expect(kindOf(id, phase)).toBe(kind))

  test('every movement is open by phase 3 but for what needs a pattern', () => {
    expect(movementIds.filter((id) => kindOf(id, 3) === 'later')).toEqual([])
  })
  test('says which side, and only that side when the other is sore', () => {
    expect(pageOf('M07', who(2))).toContain('Do one side, then the other.')
    const sore = { ...who(2), profile: { ...well, radicularSide: 'left' as const } }
    const found = movementStanding('M07', sore)
    if (found.kind !== 'blocked') expect(decoded(pageOf('M07', sore))).toContain('Do your right side only.')
    else expect(found.because.length).toBeGreaterThan(0)
  })
  test('leads to the easier and the harder level, and marks a level of a later phase', () => {
    const html = pageOf('M11-worktop', who(2))
    expect(html).toContain('href="/movements/M11-wall"')
    expect(html).toMatch(/href="\/movements\/M11-knees"[\s\S]*Comes in phases 3 and 4/)
  })
  test('before the programme what no step of the plan uses waits, and says for which phase', () => {
    const profile = fullProfile(plain, clearAnswers)
    const situation = { ...profile, hour: 12, level: 'self-care' } as const
    const before: Standpoint = { ...who(1), profile: movementProfileOf(profile), situation }
    const used = new Set(allSteps.map(({ movement }) => movement))
    const seen = { now: 0, waits: 0 }
    for (const id of movementIds) {
      const found = movementStanding(id, before)
      if (movements[id].kind !== 'move' || found.kind === 'blocked') continue
      expect([id, found.kind === 'now' && !used.has(id)]).toEqual([id, false])
      if (found.kind === 'later' && found.phase === 1) expect(found.because).toContain('not part of the first days')
      seen[found.kind === 'now' ? 'now' : 'waits'] += 1
    }
    expect([seen.now > 3, seen.waits > 10]).toEqual([true, true])
  })
  test('after three steps back only rest, breathing and walking are open', () => {
    const resting = { ...who(2), easeOnly: true }
    for (const id of movementIds)
      expect(movementStanding(id, resting).kind === 'blocked').toBe(movements[id].kind === 'move')
  })
})

describe('in a running programme, on the device', () => {
  const day: IsoDate = '2026-11-23'
  const base = (at: number, id: string) => ({ v: 1 as const, id, at: asEpochMs(at), day })
  const started = (at = noon + 1000): NotebookEvent => ({
    ...base(at, '11111111-1111-4111-8111-111111111111'),
    kind: 'programmeStarted',
    episodeDay: day,
    painDayOne0to10: 5,
    ageYears: 30,
    firstEver: 'no',
  })
  const plan: NotebookEvent = {
    v: 1,
    id: '22222222-2222-4222-8222-222222222222',
    at: noon,
    kind: 'planMade',
    check: '0f5c1d4e-5b7a-4f3e-8d1c-2a6b7c8d9e0f',
    profile: {
      painNow: 3,
      legPain: 'none',
      have: ['bed', 'chair'],
      health: [],
      worsens: [],
      walk: 'can',
      floor: 'yes',
      pregnancy: 'no',
      thinBones: 'no',
      heavyLegs: 'no',
    },
  } as unknown as NotebookEvent
  const open = (events: NotebookEvent[], later = 60_000) => {
    const time: EpochMs = asEpochMs(noon + later)
    const app = createCareApp({ ...server, kind: 'device', notebook: memoryNotebook(events), now: () => time })
    return async (to: string) => {
      const html = await (await app.request(to)).text()
      return { html, heading: headingOf(html), text: decoded(html.replaceAll(/<[^>]+>/g, ' ')) }
    }
  }

  test('opens what its phase uses, marks the phase, and shows a later one to look at', async () => {
    const get = open([checkEvent(), plan, started()])
    const tilt = await get('/movements/M08')
    expect(tilt.heading).toBe('Pelvic tilt')
    expect(tilt.text).toMatch(/Phase 1: Calm\s+\(you, now\)/)
    const stretch = await get('/movements/M07')
    expect(stretch.heading).toBe('Hamstring stretch on your back')
    expect(stretch.text).toContain('It comes in phase 2: Restore. You are in phase 1.')
    expect(stretch.html).not.toContain('data-frames')
  })

  test('the filters stand in the address and say nothing of the person', async () => {
    const get = open([checkEvent(), plan, started()])
    const library = await get('/movements?position=standing&kneel=no&phase=2')
    expect(library.html).toMatch(/<form method="get" action="\/movements"/)
    const fields = /<form method="get"[\s\S]*?<\/form>/.exec(library.html)?.[0] ?? ''
    const names = new Set([...fields.matchAll(/name="([^"]+)"/g)].map(([, name]) => name))
    expect(
      [...names].filter((name) => !['phase', 'position', 'minutes', 'kneel', 'have', 'show'].includes(name ?? '')),
    ).toEqual([])
    expect(library.text).toMatch(/Showing \d+ of \d+/)
    const listed = [...library.html.matchAll(/href="\/movements\/(M[\w-]+|breathing)"/g)].map(
      ([, id]) => id as MovementId,
    )
    expect(listed.length).toBeGreaterThan(2)
    for (const id of listed)
      expect([id, movements[id].place]).toEqual([id, expect.stringMatching(/standing|pool|anywhere/)])
  })

  test('of a movement that words find and that is left out, it is said why; of other words, to try a plain one', async () => {
    const app = createCareApp({
      ...server,
      ...{ kind: 'device', now: () => asEpochMs(noon + 60_000) },
      notebook: memoryNotebook([checkEvent({ fxRisk: ['osteoporosis'] }), plan, started()]),
    })
    const find = async (words: string) => {
      const body = new URLSearchParams({ words })
      return decoded(
        (await (await app.request('/movements', { method: 'POST', body })).text()).replaceAll(/<[^>]+>/g, ' '),
      )
    }
    const left = (await find('both knees to chest')).replaceAll(/\s+/g, ' ')
    expect(left).toMatch(/Both knees to chest is left out\. [A-Z]/)
    expect(left).not.toContain('Try one plain word')
    expect(await find('pelvic tilt')).not.toContain('is left out')
    expect(await find('zzzzqq')).toContain('Try one plain word')
  })

  test('words find movements by name and by what they are for, of every phase, none that is blocked, and danger first', async () => {
    const app = createCareApp({
      ...server,
      ...{
        kind: 'device',
        notebook: memoryNotebook([checkEvent(), plan, started()]),
        now: () => asEpochMs(noon + 60_000),
      },
    })
    const find = async (words: string, more: Record<string, string> = {}) => {
      const body = new URLSearchParams({ words, ...more })
      const html = await (await app.request('/movements', { method: 'POST', body })).text()
      const listed = [...html.matchAll(/href="\/movements\/((?:M|breath)[\w-]+)"/g)].map(([, id]) => id)
      return { html, listed, text: decoded(html.replaceAll(/<[^>]+>/g, ' ')) }
    }
    for (const [words, wanted] of [
      ['one knee to chest', 'M01'],
      ['on a chair', 'M06-small'],
      ['strength', 'M11'],
      ['pelvic tilt', 'M08'],
      ['hamstrings', 'M07'],
      ['breathing', 'breathing'],
      ['brige', 'M10'],
    ] as const) {
      const { listed, text } = await find(words)
      expect([words, listed]).toEqual([words, expect.arrayContaining([wanted])])
      expect(listed.length).toBeLessThan(movementIds.length / 2)
      expect(text).toContain(`${listed.length} found for “${words}”`)
    }
    const all = (await find('', {})).listed.length
    expect((await find('pelvic tilt', { show: 'now' })).listed.length).toBe(all)
    const none = await find('zzzzqq')
    expect([none.listed, none.text]).toEqual([[], expect.stringContaining('No movement for you is found')])
    // What was typed goes by the form alone, and comes back as letters.
    expect(none.html).toMatch(/<form class="question" method="post" action="\/movements">[\s\S]*name="words"/)
    expect((await find('<b>tilt</b>')).html).not.toContain('<b>tilt')
    const danger = await find('cant pee')
    expect(danger.html.indexOf('You wrote something that may mean')).toBeGreaterThan(0)
    expect(danger.html.indexOf('You wrote something')).toBeLessThan(danger.html.indexOf('name="words"'))
  })

  test('each choice of the filters says how many are left with it, and pressing it leaves as many', async () => {
    const get = open([checkEvent(), plan, started()])
    const shown = (text: string) => Number(/Showing (\d+) of/.exec(text)?.[1] ?? 0)
    let tried = 0
    for (const before of ['', 'kneel=no', 'minutes=2&kneel=no', 'phase=2', 'show=all&position=standing']) {
      const { html } = await get(`/movements?${before}`)
      const choices = html.matchAll(
        /<input[^>]*name="(position|minutes|kneel)"[^>]*value="([^"]+)"[^>]*>(?:<[^>]+>)*([^<]+)/g,
      )
      for (const [, name = '', value = '', words = ''] of choices) {
        const query = new URLSearchParams(before)
        query.set(name, value)
        const { text } = await get(`/movements?${query}`)
        expect([before, name, value, words]).toEqual([before, name, value, expect.stringContaining(`(${shown(text)})`)])
        tried += 1
      }
    }
    expect(tried).toBeGreaterThan(40)
  })

  test('how many come later stands above the list, and leads to them', async () => {
    const page = await open([checkEvent(), plan, started()])('/movements')
    const later = /<a href="(\/movements\?show=all)">(\d+) more come later/.exec(page.html)
    const all = await open([checkEvent(), plan, started()])(later?.[1] ?? '')
    const marked = all.html.match(/Comes in phase/g)?.length
    expect(Number(later?.[2])).toBe(marked)
  })

  test('a day later the short check comes first, and nothing is shown before it', async () => {
    const get = open([checkEvent(), plan, started()], dayMs)
    for (const to of ['/movements', '/movements/M08', '/movements/breathing', '/movements/sequences/yoga']) {
      const page = await get(to)
      expect([to, page.heading]).toEqual([to, 'The short check first'])
      expect(page.html).not.toMatch(/data-figure|step-card/)
    }
  })

  test('a danger told since sends for help first, before the check that it waits for', async () => {
    const stopped = base(noon + 30_000, '33333333-3333-4333-8333-333333333333')
    const get = open([checkEvent(), plan, started(), { ...stopped, kind: 'stopped', sign: 'dangerSign' }])
    for (const to of ['/movements', '/movements/M08']) {
      const page = await get(to)
      expect([to, page.heading]).toEqual([to, 'Check again first'])
      expect(page.text).toContain('Go to A&E now. Do not drive yourself.')
    }
  })

  test('a check that locks afterwards closes all of it', async () => {
    const events = [checkEvent(), plan, started()]
    const bad = { ...checkEvent({ F2: 'yes' }, asEpochMs(noon + 30_000)), id: '33333333-3333-4333-8333-333333333333' }
    const get = open([...events, { ...bad, check: '44444444-4444-4444-8444-444444444444' } as NotebookEvent])
    for (const to of ['/movements', '/movements/M08', '/movements/sequences/yoga']) {
      const page = await get(to)
      expect([to, page.heading]).toEqual([to, 'Speak to someone today first'])
      expect(page.html).not.toMatch(/data-figure|step-card/)
    }
  })

  test('a clear check later does not open it: whom to call stays in sight until somebody has seen the person', async () => {
    const again = (answers: Answers, seconds: number, last: number) => ({
      ...checkEvent(answers, asEpochMs(noon + seconds * 1000)),
      id: `33333333-3333-4333-8333-33333333333${last}`,
      check: `44444444-4444-4444-8444-44444444444${last}`,
    })
    const events = [checkEvent(), plan, started(), again({ F2: 'yes' }, 10, 1), again({}, 20, 2)]
    const page = await open(events as NotebookEvent[])('/movements')
    expect(page.heading).toBe('Speak to someone today first')
    expect(page.html).toContain('href="/programme/cleared"')
    expect(page.html).toContain('href="tel:111"')
    expect(page.html).toContain('href="tel:999"')
  })

  test('yoga is a later set in phase 1, told with its weak evidence, and an unknown set has no page', async () => {
    const get = open([checkEvent(), plan, started()])
    const yoga = await get('/movements/sequences/yoga')
    expect(yoga.text).toContain('For a new spasm there is no good evidence')
    expect(yoga.text).toContain('Weak evidence')
    expect(yoga.text).toContain('Not yet')
    expect((await get('/movements/sequences/bed')).text).toContain('Do these in turn')
    expect((await get('/movements/sequences/acrobat')).heading).not.toContain('yoga')
  })
})
