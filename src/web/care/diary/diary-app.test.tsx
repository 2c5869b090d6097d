import { expect, test, describe } from 'vitest'
import { chartData } from '../../../care/diary/chart-data.ts'
import { diaryDays } from '../../../care/diary/days.ts'
import { type DiaryEntry, entries } from '../../../care/diary/entry.ts'
import { regions } from '../../../care/diary/body-map.ts'
import { addDays, dayNumber } from '../../../care/evidence/calendar.ts'
import { asEpochMs, dayMs, hourMs } from '../../../care/evidence/time.ts'
import { diaryEvents, programmeEvents } from '../../../care/record/person.ts'
import { stateAt } from '../../../care/programme/fold.ts'
import { mayMove } from '../../../care/programme/screening.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import { measure, sentencesOf } from '../../../../scripts/readability/measure.ts'
import { shownInPage } from '../../../../scripts/readability/shown.ts'
import { createCareApp } from '../app.tsx'
import type { CareHome, NotebookStore } from '../home.ts'
import { dayOf, momentOf } from '../moment.ts'
import { paths } from '../paths.ts'
import { checkEvent, decoded, headingOf, hiddenFields, memoryNotebook, noon } from '../plan/plan.fixtures.ts'

let ids = 0
const newId = () => {
  ids += 1
  return `0193aaaa-0000-7000-8000-${String(ids).padStart(9, '0')}000`
}
const homeOf = (notebook: NotebookStore | null, now = noon): CareHome => ({
  kind: notebook ? 'device' : 'server',
  notebook,
  now: () => now,
  newId,
  assets: { css: '/site.css', islands: { 'body-map': '/assets/body-map.js', chart: '/assets/chart.js' } },
  buildId: 'test',
})

function person(kept: NotebookEvent[] = [], now = noon) {
  const notebook = memoryNotebook(kept)
  const home = homeOf(notebook, now)
  const app = createCareApp(home)
  const get = async (path: string) => {
    const response = await app.request(path)
    return { status: response.status, html: await response.text() }
  }
  const post = async (path: string, fields: readonly (readonly [string, string])[]) => {
    const body = new URLSearchParams(fields.map(([name, value]) => [name, value]))
    const response = await app.request(path, { method: 'POST', body })
    const to = response.headers.get('Location')
    return { status: response.status, html: await response.text(), to }
  }
  /** Opens the form, and saves it with these answers. */
  const save = async (...told: readonly (readonly [string, string])[]) => {
    const { html } = await get(paths.diaryEntry)
    const form = hiddenFields(html, paths.diaryEntry)
    return { form, ...(await post(paths.diaryEntry, [...form, ...told])) }
  }
  const made = () => entries(diaryEvents(notebook.events))
  const state = () => stateAt(programmeEvents(notebook.events), momentOf(home))
  return { notebook, home, get, post, save, made, state }
}
const kinds = (events: readonly NotebookEvent[]) => events.map(({ kind }) => kind)

/** An entry as the record holds it, so many days before noon's day. */
const earlier = (daysAgo: number, pain: number, more: object = {}): NotebookEvent => {
  const day = addDays('2026-11-23', -daysAgo)
  return {
    v: 2,
    id: `0193bbbb-0000-7000-8000-${String(dayNumber(day)).padStart(12, '0')}`,
    at: asEpochMs(dayNumber(day) * dayMs + 8 * hourMs),
    day,
    kind: 'diaryEntry',
    painNow0to10: pain,
    ...more,
  } as NotebookEvent
}
const begun = (daysAgo: number): NotebookEvent => {
  const day = addDays('2026-11-23', -daysAgo)
  return {
    v: 1,
    id: '0193cccc-0000-7000-8000-000000000001',
    at: asEpochMs(dayNumber(day) * dayMs + 7 * hourMs),
    day,
    kind: 'programmeStarted',
    episodeDay: day,
    painDayOne0to10: 7,
    ageYears: 40,
    firstEver: 'no',
  }
}

describe('an entry', () => {
  test('is the pain and Save, and nothing else', async () => {
    const { save, made, get } = person()
    const { status, to } = await save(['pain', '4'])
    expect(status).toBe(303)
    expect(made()).toHaveLength(1)
    expect(made()[0]).toMatchObject({ painNow0to10: 4, day: '2026-11-23' })
    expect(made()[0], 'where it hurts was not told').not.toHaveProperty('places')
    expect(to).toBe(paths.diaryEntryMade(made()[0]?.id ?? ''))
    const { html } = await get(to ?? '')
    expect(headingOf(html)).toBe('Your entry')
    expect(html).toContain('4 out of 10')
  })

  test('without a number is a clear message, and everything typed is still there', async () => {
    const { save, made } = person()
    const { status, html } = await save(['sleep', 'bad'], ['note', 'Dug <the> garden'], ['places', 'lowBack-left'])
    expect(status).toBe(422)
    expect(html).toContain('Say how bad the pain is now')
    expect(html).toMatch(/value="bad" checked/)
    expect(decoded(html)).toContain('Dug <the> garden')
    expect(html).toMatch(/value="lowBack-left" checked/)
    expect(made()).toHaveLength(0)
  })

  test.each([
    ['pain', '11', 'whole number'],
    ['pain', 'lots', 'whole number'],
    ['sitting', '25', 'Hours can be 0 to 24'],
    ['leg', 'third', 'Choose from the list'],
    ['places', 'elbow', 'Choose from the list'],
    ['change', '6', 'whole number'],
    ['note', 'x'.repeat(2001), 'Make the note shorter'],
  ])('with %s = %s says what to do', async (name, value, words) => {
    const { save, made } = person()
    const { status, html } = await save(...(name === 'pain' ? [] : [['pain', '3'] as const]), [name, value])
    expect(status).toBe(422)
    expect(html).toContain(words)
    expect(html).toContain(`href="#${name}"`)
    expect(made()).toHaveLength(0)
  })

  test('keeps everything that can be told', async () => {
    const { save, made } = person()
    await save(
      ['pain', '3'],
      ['average', '4'],
      ['worst', '5'],
      ['places', 'lowBack-left'],
      ['places', 'buttock-left'],
      ['leg', 'none'],
      ['sleep', 'broken'],
      ['stress', 'some'],
      ['sitting', '6,5'],
      ['lifting', 'light'],
      ['took', 'no'],
      ['helped', 'warmth'],
      ['helped', 'walking'],
      ['note', 'Better after a walk'],
      ['confidence', '7'],
      ['change', '-2'],
    )
    expect(made()[0]).toMatchObject({
      painNow0to10: 3,
      painAverage0to10: 4,
      painWorst0to10: 5,
      places: ['lowBack-left', 'buttock-left'],
      leg: 'none',
      sleep: 'broken',
      stress: 'some',
      sittingHours: 6.5,
      lifting: 'light',
      medicine: { taken: false, doses: [] },
      helped: ['warmth', 'walking'],
      note: 'Better after a walk',
      confidence0to10: 7,
      globalChange: -2,
    })
  })

  test('with a note in another language is kept, and says that nobody looked through the note', async () => {
    for (const [note, unread] of [
      ['je ne peux pas uriner', true],
      ['Slept on the sofa', false],
    ] as const) {
      const { save, get } = person()
      const { to } = await save(['pain', '4'], ['note', note])
      const { html } = await get(to ?? '')
      expect(html.includes('We could not look through your note, as we only read English.')).toBe(unread)
    }
  })

  test('sent twice is written down once; changed and sent again, the first is taken back', async () => {
    const { save, post, made, notebook } = person()
    const { form } = await save(['pain', '3'], ['signs', 'fever'])
    const written = notebook.events.length
    await post(paths.diaryEntry, [...form, ['pain', '3'], ['signs', 'fever']])
    expect(notebook.events).toHaveLength(written)
    await post(paths.diaryEntry, [...form, ['pain', '5']])
    expect(made().map(({ painNow0to10 }) => painNow0to10)).toEqual([5])
    await post(paths.diaryEntry, [...form, ['pain', '5']])
    expect(made()).toHaveLength(1)
  })

  test('sent again from a form that the browser brought back keeps what was typed, which it does not bring back', async () => {
    const { save, post, made } = person()
    const { form } = await save(['pain', '3'], ['sitting', '4'], ['note', 'Dug the garden'])
    const again = (...fields: [string, string][]) => post(paths.diaryEntry, [...form, ['cameBack', 'yes'], ...fields])
    await again(['pain', '3'])
    expect(made()).toMatchObject([{ painNow0to10: 3, sittingHours: 4, note: 'Dug the garden' }])
    await again(['pain', '5'], ['sitting', '6'])
    expect(made()).toMatchObject([{ painNow0to10: 5, sittingHours: 6, note: 'Dug the garden' }])
    // What the person changes in a form that is still theirs counts as they left it.
    await post(paths.diaryEntry, [...form, ['pain', '5']])
    expect(made()).toHaveLength(1)
    expect(made()[0]).not.toHaveProperty('note')
  })

  test('asks for a clear reason when pain has jumped, before it is saved, and takes silence as no cause', async () => {
    const { save, post, made, state } = person([earlier(1, 2)])
    const { html, form, status } = await save(['pain', '5'], ['note', 'Moved house'])
    expect(status).toBe(200)
    expect(headingOf(html)).toBe('One question first')
    expect(decoded(html)).toContain('Moved house')
    expect(made()).toHaveLength(1)
    await post(paths.diaryEntry, [
      ...form,
      ['asked', 'cause'],
      ['pain', '5'],
      ['plainCause', 'yes'],
      ['note', 'Moved house'],
    ])
    expect(made().at(-1)).toMatchObject({ painNow0to10: 5, plainCause: 'yes' })
    expect(state().fullDue).toBeNull()
    const other = person([earlier(1, 2)])
    const asked = await other.save(['pain', '5'])
    const after = await other.post(paths.diaryEntry, [...asked.form, ['asked', 'cause'], ['pain', '5']])
    expect(after.html).toContain('Your pain has jumped by 3 points')
    expect(other.state().fullDue).not.toBeNull()
  })

  test('is the morning of a running programme, once a day', async () => {
    const { save, notebook } = person([begun(3)])
    await save(['pain', '4'], ['average', '3'], ['sleep', 'bad'])
    await save(['pain', '4'])
    const mornings = notebook.events.filter(({ kind }) => kind === 'morningNoted')
    expect(mornings).toHaveLength(1)
    expect(mornings[0]).toMatchObject({ pain0to10: 4, usual0to10: 3, poorSleep: 'yes' })
  })

  test('that the device cannot keep says so and loses nothing', async () => {
    const notebook: NotebookStore = {
      ...memoryNotebook(),
      append: () => Promise.reject(new Error('full')),
      appendAll: () => Promise.reject(new Error('full')),
    }
    const app = createCareApp(homeOf(notebook))
    const body = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) })
    const calm = await app.request(paths.diaryEntry, body({ pain: '3', note: 'Slept on the sofa' }))
    expect(calm.status).toBe(422)
    const html = await calm.text()
    expect(html).toContain('could not keep your entry')
    expect(html).toContain('Slept on the sofa')
    // What it calls for is shown all the same.
    const red = await (await app.request(paths.diaryEntry, body({ pain: '3', signs: 'saddle' }))).text()
    expect(red).toContain('Safety check')
    expect(red).toContain('could not keep your entry')
    const wrong = await (await app.request(paths.diaryEntry, body({ signs: 'saddle' }))).text()
    expect(wrong).toContain('You ticked a numb or odd feeling')
    expect(wrong).toContain('We could not keep this on your device.')
  })
})

describe('an entry about another day', () => {
  test('offers "now", yesterday and the days back to two weeks ago, with none chosen in advance', async () => {
    const { get } = person()
    const { html } = await get(paths.diaryEntry)
    const days = [...html.matchAll(/name="about" value(?:="([^"]*)")?( checked)?/g)].map(([, day = '', chosen]) => [
      day,
      chosen,
    ])
    expect(days).toHaveLength(15)
    expect(days.map(([day]) => day)).toEqual([
      '',
      ...Array.from({ length: 14 }, (_, back) => addDays('2026-11-23', -1 - back)),
    ])
    expect(days.some(([, chosen]) => chosen)).toBe(false)
    expect(html).toContain('Yesterday, Sunday 22 November')
    expect(html).toContain('Monday 9 November')
  })

  test('stands on its own day in the list, and says when it was written', async () => {
    const { save, get, made } = person([earlier(2, 4)])
    const { to } = await save(['pain', '3'], ['about', '2026-11-22'])
    expect(made().at(-1)).toMatchObject({ day: '2026-11-22', writtenOn: '2026-11-23', toldLate: true })
    expect(decoded((await get(to ?? '')).html)).toContain(
      'About Sunday 22 November. You wrote it on Monday 23 November at 12:00.',
    )
    const { html } = await get(paths.diary)
    expect(html).toContain('Nothing told today.')
    expect(html).toMatch(/Sunday 22 November<small>told later/)
  })

  test.each(['2026-11-24', '2026-11-08', '2027-11-22', 'yesterday'])(
    'of %s is sent back with a message',
    async (day) => {
      const { save, made } = person()
      const { status, html } = await save(['pain', '3'], ['about', day])
      expect(status).toBe(422)
      expect(html).toContain('Choose a day from the list')
      expect(html).toContain('href="#about"')
      expect(made()).toHaveLength(0)
    },
  )

  test('of 14 days ago is taken; the day that has become today meanwhile is "now"', async () => {
    const { save, made, notebook } = person()
    await save(['pain', '3'], ['about', '2026-11-09'])
    await save(['pain', '4'], ['about', '2026-11-23'])
    expect(made().map(({ day }) => day)).toEqual(['2026-11-09', '2026-11-23'])
    expect(notebook.events.map((event) => 'about' in event)).toEqual([true, false])
  })

  test('is no morning and no pain of today, so that the programme still asks', async () => {
    const { save, notebook, get } = person([checkEvent({}, noon), begun(5)])
    await save(['pain', '2'], ['about', '2026-11-22'])
    expect(kinds(notebook.events)).not.toContain('morningNoted')
    expect((await get(paths.today)).html).toContain('Tell us your pain now')
  })

  test.each([
    ['a danger sign', ['signs', 'saddle'], /between the legs/],
    ['a cry for help', ['note', 'I want to end it all'], /Who to call/],
    ['pain of 8', ['pain', '8'], /Short check|short check|6 or more/],
  ] as const)('is answered and closes movements today: %s', async (_what, field, words) => {
    const { save, state, get, home } = person([checkEvent({}, noon), begun(5)])
    expect(mayMove(state(), momentOf(home)).ok).toBe(true)
    const pain = field[0] === 'pain' ? [] : [['pain', '3'] as const]
    const { html, to } = await save(...pain, field, ['about', '2026-11-15'])
    expect(to ? (await get(to)).html : html).toMatch(words)
    expect(mayMove(state(), momentOf(home)).ok).toBe(false)
  })

  test('of pain of 8 goes on asking for the check where no programme does', async () => {
    const { save, get, made } = person([earlier(0, 3)])
    await save(['pain', '8'], ['about', '2026-11-20'], ['asked', 'cause'], ['plainCause', 'yes'])
    const { html } = await get(paths.diaryEntryMade(made().find(({ toldLate }) => toldLate)?.id ?? ''))
    expect(html).toContain('Your pain is 6 or more')
    expect(html).toContain('Do the check')
  })

  test('is read for danger where no record can be kept', async () => {
    const app = createCareApp(homeOf(null))
    const body = new URLSearchParams({ pain: '3', signs: 'bladder', about: '2026-11-20' })
    const html = await (await app.request(paths.diaryEntry, { method: 'POST', body })).text()
    expect(html).toContain('You ticked a change in how you pee.')
  })

  test('asks for a clear reason in words that fit a day gone by', async () => {
    const { save } = person([earlier(2, 2)])
    const { html } = await save(['pain', '5'], ['about', '2026-11-22'])
    expect(headingOf(html)).toBe('One question first')
    expect(html).toContain('This is 3 points or more above what you told us before.')
    expect(html).toMatch(/value="2026-11-22" checked/)
  })
})

describe('putting an entry right', () => {
  /** Opens the form that puts an entry right and saves it with some answers changed; the rest as the form shows them. */
  const putRight = async (
    { get, post }: Pick<ReturnType<typeof person>, 'get' | 'post'>,
    id: string,
    changed: Readonly<Record<string, string>>,
  ) => {
    const { html } = await get(paths.diaryEntryPutRight(id))
    const ticked = [...html.matchAll(/<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"[^>]* checked/g)]
    const text = /<textarea[^>]*name="note"[^>]*>([^<]*)/.exec(html)?.[1] ?? ''
    const shown = [...ticked.map(([, name = '', value = '']) => [name, value] as const), ['note', text] as const]
    const kept = shown.filter(([name]) => !(name in changed))
    return post(paths.diaryEntry, [...hiddenFields(html, paths.diaryEntry), ...kept, ...Object.entries(changed)])
  }
  const full = { places: ['lowBack-left'], sleep: 'bad', helped: ['warmth'], note: 'Dug the garden' }

  test('shows what it says, and keeps all that was not changed', async () => {
    const me = person([earlier(3, 4, full)])
    const [before] = me.made()
    const { status, to } = await putRight(me, before?.id ?? '', { pain: '5' })
    expect(status).toBe(303)
    const [now] = me.made()
    expect(me.made()).toHaveLength(1)
    expect(now).toMatchObject({ ...full, painNow0to10: 5, day: '2026-11-20', writtenOn: '2026-11-23' })
    expect(now).toMatchObject({ replaces: before?.id, first: { id: before?.id } })
    expect(to).toBe(paths.diaryEntryMade(now?.id ?? ''))
    expect(kinds(me.notebook.events)).toEqual(['diaryEntry', 'diaryEntry'])
  })

  test('leaves the old words nowhere but in the record itself', async () => {
    const me = person([earlier(3, 4, full)])
    const [before] = me.made()
    await putRight(me, before?.id ?? '', { note: 'Slept on the sofa' })
    for (const path of [paths.diary, paths.diaryEntryMade(before?.id ?? ''), paths.diaryFile, paths.report]) {
      const { html } = await me.get(path)
      expect(html, path).not.toContain('Dug the garden')
    }
    expect((await me.get(paths.diaryEntryMade(before?.id ?? ''))).html).toContain(
      'You have put this entry right since.',
    )
    expect((await me.get(paths.diaryFile)).html).toContain('Slept on the sofa')
  })

  test('says when it was first written, and when it was put right', async () => {
    const me = person([earlier(0, 4), earlier(3, 4)])
    const [old, today] = me.made()
    for (const one of [old, today]) await putRight(me, one?.id ?? '', { pain: '3' })
    const words = async (id = '') => decoded((await me.get(paths.diaryEntryMade(id))).html)
    expect(await words(today?.id)).toContain('Today at 08:00. You put it right at 12:00.')
    expect(await words(old?.id)).toContain(
      'Friday 20 November at 08:00. You put it right on Monday 23 November at 12:00.',
    )
    expect((await me.get(paths.diary)).html).toContain('08:00, put right')
  })

  test('again, and from an old page too, gives one entry with the last words', async () => {
    const me = person([earlier(1, 4)])
    const [before] = me.made()
    const old = await me.get(paths.diaryEntryPutRight(before?.id ?? ''))
    await putRight(me, before?.id ?? '', { pain: '5' })
    await putRight(me, before?.id ?? '', { pain: '6', asked: 'cause', plainCause: 'yes' })
    await me.post(paths.diaryEntry, [...hiddenFields(old.html, paths.diaryEntry), ['pain', '3']])
    expect(me.made()).toMatchObject([{ painNow0to10: 3, day: '2026-11-22' }])
    const saved = me.notebook.events.length
    await me.post(paths.diaryEntry, [...hiddenFields(old.html, paths.diaryEntry), ['pain', '3']])
    expect(me.notebook.events).toHaveLength(saved)
  })

  test('from an old page is held beside the other entries, not beside its own newer words', async () => {
    const me = person([earlier(1, 4)])
    const [before] = me.made()
    const old = await me.get(paths.diaryEntryPutRight(before?.id ?? ''))
    await putRight(me, before?.id ?? '', { pain: '1' })
    const answer = await me.post(paths.diaryEntry, [...hiddenFields(old.html, paths.diaryEntry), ['pain', '5']])
    expect(answer.status).toBe(303)
    expect(me.made()).toMatchObject([{ painNow0to10: 5, day: '2026-11-22' }])
  })

  test('then taking it back leaves nothing, and an old page cannot take back the new words', async () => {
    const me = person([earlier(1, 4)])
    const [before] = me.made()
    await putRight(me, before?.id ?? '', { pain: '5' })
    const stale = await me.post(paths.diaryEntryMade(before?.id ?? ''), [['do', 'undo']])
    expect(stale.html).toContain('You have put this entry right since.')
    expect(me.made()).toHaveLength(1)
    await me.post(paths.diaryEntryMade(me.made()[0]?.id ?? ''), [['do', 'undo']])
    expect(me.made()).toHaveLength(0)
    expect(headingOf((await me.get(paths.diaryEntryMade(before?.id ?? ''))).html)).toBe('You took this entry back')
    expect((await me.get(paths.diaryEntryPutRight(before?.id ?? ''))).status).toBe(303)
  })

  test('to a lower number opens nothing that the higher one closed; a danger told in it closes', async () => {
    const me = person([checkEvent({}, noon), begun(1)])
    await me.save(['pain', '8'], ['asked', 'cause'], ['plainCause', 'yes'])
    expect(mayMove(me.state(), momentOf(me.home))).toMatchObject({ ok: false, why: 'miniCheck' })
    await putRight(me, me.made()[0]?.id ?? '', { pain: '1' })
    expect(me.made()).toMatchObject([{ painNow0to10: 1 }])
    expect(mayMove(me.state(), momentOf(me.home))).toMatchObject({ ok: false, why: 'miniCheck' })
    const { html } = await putRight(me, me.made()[0]?.id ?? '', { signs: 'saddle' })
    expect(html).toContain('between the legs')
    expect(mayMove(me.state(), momentOf(me.home))).toMatchObject({ ok: false, why: 'fullCheck' })
  })

  test('does not touch the list of doses, and keeps what was told of tasks that are gone', async () => {
    const task = '0193dddd-0000-7000-8000-000000000001'
    const dose = '0193dddd-0000-7000-8000-000000000002'
    const told = { medicine: { taken: true, doses: [dose] }, taskScores: [{ task, score0to10: 3 }] }
    const me = person([earlier(1, 4, told)])
    const { html } = await me.get(paths.diaryEntryPutRight(me.made()[0]?.id ?? ''))
    expect(html).not.toContain('name="dose.')
    await putRight(me, me.made()[0]?.id ?? '', { pain: '5' })
    expect(me.made()[0]).toMatchObject({ painNow0to10: 5, ...told })
    await putRight(me, me.made()[0]?.id ?? '', { took: 'no' })
    expect(me.made()[0]?.medicine).toEqual({ taken: false, doses: [] })
  })

  test('keeps its day, whatever day the form names, and the same after midnight', async () => {
    const me = person([earlier(1, 4)])
    await putRight(me, me.made()[0]?.id ?? '', { pain: '3', about: '2026-11-15' })
    expect(me.made()).toMatchObject([{ painNow0to10: 3, day: '2026-11-22' }])
  })

  test('of an entry that this device does not know is kept as a new one, and read for danger', async () => {
    const me = person()
    const puts = '0193eeee-0000-7000-8000-000000000001'
    const form = '0193eeee-0000-7000-8000-000000000100'
    const { html } = await me.post(paths.diaryEntry, [
      ['form', form],
      ['puts', puts],
      ['pain', '3'],
      ['signs', 'chest'],
    ])
    expect(html).toContain('You ticked chest pain')
    expect(me.made()).toMatchObject([{ replaces: puts, day: '2026-11-23' }])
  })
})

describe('what an entry raises', () => {
  test('a danger sign opens the check at once, with the sign ticked and the reason above it, and locks movements', async () => {
    const { save, state, notebook } = person([checkEvent({}, asEpochMs(noon - hourMs)), begun(0)])
    const { status, html } = await save(['pain', '4'], ['signs', 'bladder'])
    expect(status).toBe(200)
    expect(html).toContain('Safety check')
    expect(html).toContain('You ticked a change in how you pee.')
    expect(html).toContain('Leave your movements for now')
    expect(html).toContain('Go to A&amp;E or call 999 now')
    expect(html).toMatch(/name="q\.A2" value="yes" checked/)
    expect(kinds(notebook.events).slice(-3)).toEqual(['stopped', 'morningNoted', 'diaryEntry'])
    expect(state().fullDue).not.toBeNull()
  })

  test.each([
    ['no number for the pain', []],
    ['a number that is none', [['pain', '3'] as const, ['sitting', '25'] as const]],
    ['a day that is not on the list', [['pain', '3'] as const, ['about', '2026-11-01'] as const]],
  ])('with %s a danger is answered above the message all the same, and closes movements', async (_what, fields) => {
    const { save, state, home, get, made } = person([checkEvent({}, noon), begun(5)])
    const { status, html } = await save(...fields, ['signs', 'saddle'], ['signs', 'moon'])
    expect(status).toBe(422)
    const [main = ''] = html.split('<main').slice(1)
    expect(main.indexOf('You ticked a numb or odd feeling')).toBeGreaterThan(0)
    expect(main.indexOf('You ticked a numb or odd feeling')).toBeLessThan(main.indexOf('id="problems"'))
    expect(html).toContain('call 999 now')
    expect(mayMove(state(), momentOf(home))).toMatchObject({ ok: false, why: 'fullCheck' })
    const check = /href="(\/check\/[^"]+)"/.exec(main)?.[1]
    expect((await get(check ?? '')).html).toMatch(/name="q.A1" value="yes" checked/)
    expect(made()).toHaveLength(0)
    const calm = await save(['signs', ''])
    expect(calm.html).not.toContain('Do the check')
  })

  test('with something wrong in it, a cry for help in the note still shows who to call, with a record or without', async () => {
    const { save } = person()
    expect((await save(['note', 'I want to end it all'])).html).toContain('Who to call')
    const body = new URLSearchParams({ pain: '99', note: 'I want to end it all' })
    const answer = await createCareApp(homeOf(null)).request(paths.diaryEntry, { method: 'POST', body })
    expect(await answer.text()).toContain('Who to call')
  })

  test('pain of 6 leads a running programme to the short check; 5 does not', async () => {
    const one = person([begun(0)])
    expect((await one.save(['pain', '6'])).to).toBe(paths.miniCheck)
    expect(one.state().miniDue).toBe(true)
    const other = person([begun(0)])
    expect((await other.save(['pain', '5'])).to).toMatch(/^\/diary\/entry\//)
    expect(other.state().miniDue).toBe(false)
  })

  test('pain of 6 without a programme opens the whole check at once, and closes the plan until it is done; 5 does not', async () => {
    const checked = checkEvent({}, asEpochMs(noon - hourMs))
    const { save, get, notebook } = person([checked])
    const { status, html } = await save(['pain', '6'])
    expect(status).toBe(200)
    expect(html).toContain('Safety check')
    expect(html).toContain('Your pain is 6 or more, so we check again before you move.')
    expect((await get(paths.plan)).html).toContain('Your last entry was very sore.')
    const made = notebook.events.find(({ kind }) => kind === 'diaryEntry')
    const entry = () => get(paths.diaryEntryMade(made?.id ?? ''))
    expect((await entry()).html).toContain('Do the check')
    notebook.events.push({ ...checkEvent({}, asEpochMs(noon + 1000)), id: '7c0e7f9a-2f6e-4c1b-9d57-0c8f2f1f3a11' })
    expect((await entry()).html).not.toContain('Do the check')
    const other = person([checked])
    const calm = await other.save(['pain', '5'])
    expect((await other.get(calm.to ?? '')).html).not.toContain('Do the check')
    expect((await other.get(paths.plan)).html).not.toContain('Check again first')
  })

  test('a stop closes the plan and the movements of a check from before it, and a new check opens them', async () => {
    const { save, get, notebook } = person([checkEvent({}, asEpochMs(noon - hourMs))])
    const words =
      'You told us: something may be newly weak, numb or unsteady. Leave your movements until a new check is clear.'
    expect((await get(paths.plan)).html).not.toContain(words)
    await save(['pain', '3'], ['signs', 'weak'])
    expect((await get(paths.plan)).html).toContain(words)
    expect((await get(paths.movement('M05'))).html).toContain(words)
    const after = checkEvent({}, asEpochMs(noon + 1))
    notebook.events.push({ ...after, id: '7c0e7f9a-2f6e-4c1b-9d57-0c8f2f1f3a11' })
    expect((await get(paths.plan)).html).not.toContain(words)
  })

  test('a cry for help in the note shows who to call before any question (H-17)', async () => {
    const { save, made } = person()
    const { html } = await save(['pain', '3'], ['note', 'I want to end it all'])
    expect(headingOf(html)).toBe('Talk to someone now')
    expect(html).toContain('tel:116123')
    expect(html).toContain('tel:999')
    expect(html.indexOf('tel:116123')).toBeLessThan(html.indexOf('Do the check'))
    expect(made()[0]?.note).toBe('I want to end it all')
  })

  test('a note about a danger at home is answered and not kept, until the person asks for that (H-17)', async () => {
    const { save, post, made } = person()
    const note = 'I am scared of my partner'
    const { html, form } = await save(['pain', '3'], ['note', note])
    expect(html).toContain('tel:08082000247')
    expect(made()[0]?.note).toBeUndefined()
    const carried = hiddenFields(html, paths.diaryEntry)
    expect(new Map(carried).get('note')).toBe(note)
    expect(new Map(carried).get('form')).toBe(new Map(form).get('form'))
    await post(paths.diaryEntry, carried)
    expect(made().map((one) => one.note)).toEqual([note])
  })

  test('a note that is to be forgotten is looked through and left out', async () => {
    const { save, made } = person()
    await save(['pain', '3'], ['note', 'Argued at work'], ['keepNote', 'no'])
    expect(made()[0]?.note).toBeUndefined()
    const danger = await save(['pain', '3'], ['note', 'I want to end it all'], ['keepNote', 'no'])
    expect(danger.html).toContain('tel:116123')
    expect(made().map((one) => one.note)).toEqual([undefined, undefined])
  })

  test('danger words of the back open the check, which holds the note against a "no"', async () => {
    const { save } = person()
    const { html } = await save(['pain', '3'], ['note', 'numb down below since this morning'])
    expect(html).toContain('You wrote something that may mean')
    expect(decoded(html)).toContain('numb down below since this morning')
  })

  test('where no record can be kept, a posted entry is still read for danger', async () => {
    const app = createCareApp(homeOf(null))
    const send = async (fields: Record<string, string>) =>
      await app.request(paths.diaryEntry, { method: 'POST', body: new URLSearchParams(fields) })
    const answered = await (await send({ pain: '3', note: 'I want to end it all' })).text()
    expect(answered).toContain('tel:116123')
    // No address could open a check that is kept nowhere: it goes along in its form.
    const along = hiddenFields(answered, paths.check)
    expect(along.map(([name]) => name)).toEqual(['trail'])
    const body = new URLSearchParams([...along.map(([name, value]) => [name, value]), ['do', 'back']])
    const on = await app.request(paths.check, { method: 'POST', body })
    expect([on.status, headingOf(await on.text())]).toEqual([200, 'Any danger signs, even mild ones?'])
    const saddle = await (await send({ pain: '3', signs: 'saddle' })).text()
    expect(saddle).toContain('Safety check')
    expect(saddle).toContain('call 999 now')
    expect(await (await send({ pain: '3', signs: 'other' })).text()).not.toContain('call 999 now')
    const calm = await send({ pain: '3' })
    expect(calm.status).toBe(409)
    expect(await calm.text()).toContain('kept on your own device')
  })
})

describe('medicine in an entry', () => {
  test('a dose taken now is not told with an entry about an earlier day: it would be written down as taken today', async () => {
    const { save, notebook, made } = person()
    const told = [
      ['pain', '4'],
      ['took', 'yes'],
      ['dose.paracetamol500', '2'],
    ] as const
    const { status, html } = await save(...told, ['about', '2026-11-22'])
    expect(status).toBe(422)
    expect(html).toContain('A dose here counts as taken now, and this entry is about another day')
    expect(html).toContain('href="#dose.paracetamol500"')
    expect([notebook.events, made()]).toEqual([[], []])
    await save(...told.slice(0, 2), ['about', '2026-11-22'])
    expect(made()[0]).toMatchObject({ day: '2026-11-22', medicine: { taken: true, doses: [] } })
  })
  test('a dose goes into the tally, once, and the entry points to it', async () => {
    const { save, post, notebook, made, get } = person()
    const told = [
      ['pain', '4'],
      ['dose.paracetamol500', '2'],
      ['dose.ibuprofen200', '1'],
    ] as const
    const { form, to } = await save(...told)
    const doses = notebook.events.filter((event) => event.kind === 'doseTaken')
    expect(doses.map(({ ingredient, milligrams }) => [ingredient, milligrams]).sort()).toEqual([
      ['ibuprofen', 200],
      ['paracetamol', 1000],
    ])
    expect([...(made()[0]?.medicine?.doses ?? [])].sort()).toEqual(doses.map(({ id }) => id).sort())
    await post(paths.diaryEntry, [...form, ...told])
    expect(notebook.events.filter((event) => event.kind === 'doseTaken')).toHaveLength(2)
    const { html } = await get(to ?? '')
    expect(html).toContain('paracetamol 1000 mg')
    expect(html).toContain(paths.medicineTally)
  })

  const dose = (hoursAgo: number): NotebookEvent => ({
    v: 1,
    id: `0193dddd-0000-7000-8000-${String(hoursAgo).padStart(12, '0')}`,
    at: noon,
    kind: 'doseTaken',
    ingredient: 'paracetamol',
    milligrams: 1000,
    product: 'Paracetamol 500 mg tablet',
    takenAt: asEpochMs(noon - hoursAgo * hourMs),
  })

  const tooMuch = [dose(18), dose(12), dose(6), dose(3)]
  test.each<[string, NotebookEvent[], (readonly [string, string])[], string, { help: boolean; doses: boolean }]>([
    ['a cry for help', [], [['note', 'I want to end it all']], 'Talk to someone now', { help: true, doses: false }],
    ['both', tooMuch, [['note', 'I want to end it all']], 'Talk to someone now', { help: true, doses: true }],
    ['too much', tooMuch, [], 'You may have taken too much', { help: false, doses: true }],
  ])(
    '%s is answered with all that it asks for, and a sign beside it with the check too',
    async (_, kept, told, heading, shows) => {
      for (const sign of [[], [['signs', 'saddle'] as const]]) {
        const { html } = await person([...kept]).save(['pain', '3'], ['dose.paracetamol500', '2'], ...told, ...sign)
        expect(headingOf(html)).toBe(heading)
        expect(html.includes('Who to call'), 'who to call').toBe(shows.help)
        expect(html.includes(paths.medicineTally), 'too much').toBe(shows.doses)
        expect(html.includes('Then do the check'), 'the check').toBe(shows.help || sign.length > 0)
      }
    },
  )

  test.each<[string, [string, string][], [string, string][], Record<string, number>, boolean]>([
    ['the same', [['dose.paracetamol500', '1']], [['dose.paracetamol500', '1']], { paracetamol: 500 }, false],
    ['more', [['dose.paracetamol500', '1']], [['dose.paracetamol500', '2']], { paracetamol: 1000 }, false],
    ['less', [['dose.paracetamol500', '2']], [['dose.paracetamol500', '1']], { paracetamol: 1000 }, true],
    [
      'another',
      [['dose.ibuprofen200', '1']],
      [['dose.paracetamol500', '2']],
      { ibuprofen: 200, paracetamol: 1000 },
      true,
    ],
    [
      'one more',
      [['dose.paracetamol500', '1']],
      [
        ['dose.ibuprofen200', '2'],
        ['dose.paracetamol500', '1'],
      ],
      { ibuprofen: 400, paracetamol: 500 },
      false,
    ],
  ])(
    'a form that comes back with %s drops no dose, counts none twice, and says what else counts',
    async (_, first, then, sums, says) => {
      const { save, post, notebook } = person()
      const { form } = await save(['pain', '3'], ['took', 'yes'], ...first)
      const again = () =>
        post(paths.diaryEntry, [...form, ['cameBack', 'yes'], ['pain', '3'], ['took', 'yes'], ...then])
      const { html } = await again()
      expect(headingOf(html), 'no alarm for what was taken once').not.toContain('too much')
      await again()
      const taken: Record<string, number> = {}
      for (const event of notebook.events)
        if (event.kind === 'doseTaken') taken[event.ingredient] = (taken[event.ingredient] ?? 0) + event.milligrams
      expect(taken).toEqual(sums)
      expect(html.includes('Those count too.')).toBe(says)
    },
  )

  test('with too much taken, whom to call for a wish to die comes first, and 999 is the first of it', async () => {
    for (const note of ['I want to end it all', 'I took too many tablets and I want to end it all']) {
      const { html } = await person([...tooMuch]).save(['pain', '3'], ['dose.paracetamol500', '2'], ['note', note])
      expect(html.indexOf('Who to call')).toBeGreaterThan(0)
      expect(html.indexOf('Who to call')).toBeLessThan(html.indexOf('Too much painkiller'))
      expect(/class="button go[^>]*>/.exec(html)?.[0]).toContain('tel:999')
    }
  })
  test('too much in a day leads to what to do, at once; up to the limit it does not', async () => {
    const within = person([dose(18), dose(12), dose(6)])
    expect((await within.save(['pain', '4'], ['dose.paracetamol500', '2'])).status).toBe(303)
    const over = person([dose(18), dose(12), dose(6), dose(3)])
    const { html } = await over.save(['pain', '4'], ['dose.paracetamol500', '2'])
    expect(headingOf(html)).toBe('You may have taken too much')
    expect(html, 'words for another trouble').not.toContain('You do not have to face it alone')
    expect(html).toContain(paths.medicineTally)
  })
})

describe('the list', () => {
  test('shows today, then the weeks before, newest first', async () => {
    const { get } = person([earlier(0, 3), earlier(1, 4), earlier(8, 5), earlier(9, 6), earlier(40, 7)])
    const { html } = await get(paths.diary)
    const shown = [...html.matchAll(/Pain <\/span>(\d+)/g)].map(([, pain]) => pain)
    expect(shown).toEqual(['3', '4', '5', '6', '7'])
    expect(html).toContain('Last week')
    expect(html, 'one page needs no way to others').not.toContain('aria-label="Weeks"')
  })

  test('of a long diary comes six weeks at a time, and every entry is on some page', async () => {
    const { get } = person(Array.from({ length: 100 }, (_, index) => earlier(index + 1, index % 10)))
    const pages = await Promise.all([1, 2, 3].map(async (page) => (await get(paths.diaryPage(page))).html))
    const links = pages.flatMap((html) =>
      [...html.matchAll(/class="entry-link" href="([^"]+)"/g)].map(([, href]) => href),
    )
    expect(links).toHaveLength(100)
    expect(new Set(links).size).toBe(100)
    expect(pages[0]).toContain('aria-label="Weeks"')
    expect(pages[0]).toContain('Older weeks')
    expect(pages[0]).not.toContain('Newer weeks')
    expect(pages[2]).not.toContain('Older weeks')
    for (const odd of ['99', '0', '-1', 'x', '1e9']) expect((await get(`/diary?page=${odd}`)).status).toBe(200)
  })

  test('has the chart beside it, after its words that it is no promise; with nothing to draw there is none', async () => {
    const { html } = await person([earlier(1, 4), earlier(8, 5)]).get(paths.diary)
    const [before = '', after] = html.split('class="chart"')
    expect(after).toBeDefined()
    expect(before.split('<main')[1]).toContain('not a promise')
    expect((await person().get(paths.diary)).html).not.toContain('class="chart"')
  })

  test('an entry that is taken back leaves the list and stays in the record', async () => {
    const { save, post, get, made, notebook } = person()
    const { to } = await save(['pain', '4'])
    const answer = await post(to ?? '', [['do', 'undo']])
    expect(answer.status).toBe(303)
    expect(made()).toHaveLength(0)
    expect(kinds(notebook.events)).toEqual(['diaryEntry', 'entryWithdrawn'])
    expect(headingOf((await get(to ?? '')).html)).toBe('You took this entry back')
    await post(to ?? '', [['do', 'undo']])
    expect(notebook.events).toHaveLength(2)
  })

  test('an address of no entry is a page that says so', async () => {
    const { get } = person()
    expect((await get(paths.diaryEntryMade('0193aaaa-0000-7000-8000-00000000ffff'))).status).toBe(404)
  })

  test.each([paths.diary, paths.diaryEntry, paths.diaryChart, paths.diaryTriggers, paths.diaryTasks])(
    '%s says where the diary is kept when there is no record',
    async (path) => {
      const response = await createCareApp(homeOf(null)).request(path)
      expect(response.status).toBe(200)
      expect(await response.text()).toContain('kept on your own device')
    },
  )
})

describe('tasks', () => {
  test('one that speaks of a danger at home shows whom to call, and is not kept; the others are', async () => {
    const { post, notebook } = person()
    const { html } = await post(paths.diaryTasks, [
      ['new.1', 'Get out when my husband hits me'],
      ['new.2', 'Putting on socks'],
    ])
    expect(html.indexOf('tel:999')).toBeGreaterThan(0)
    expect(html.indexOf('tel:999')).toBeLessThan(html.indexOf('Choose up to three'))
    expect(JSON.stringify(notebook.events)).not.toContain('husband')
    expect(JSON.stringify(notebook.events)).toContain('Putting on socks')
    expect(html).not.toContain('husband')
  })

  test('are named, renamed, scored and dropped; never more than three', async () => {
    const { get, post, save, notebook, made } = person()
    await post(paths.diaryTasks, [
      ['new.1', 'Putting on socks'],
      ['new.2', 'Sitting through a meal'],
    ])
    const { html } = await get(paths.diaryTasks)
    const fields = [...html.matchAll(/name="(task\.[^"]+)"/g)].map(([, name = '']) => name)
    expect(fields).toHaveLength(2)
    await save(['pain', '3'], [fields[0] ?? '', '4'])
    expect(made()[0]?.taskScores).toEqual([{ task: fields[0]?.slice(5), score0to10: 4 }])
    await post(paths.diaryTasks, [
      [fields[0] ?? '', 'Putting on socks and shoes'],
      [fields[1] ?? '', ''],
    ])
    expect(kinds(notebook.events).slice(-2).sort()).toEqual(['taskChosen', 'taskDropped'])
    const after = (await get(paths.diaryTasks)).html
    expect(after).toContain('Putting on socks and shoes')
    expect(after).not.toContain('Sitting through a meal')
    expect([...after.matchAll(/class="field"/g)]).toHaveLength(3)
  })

  test('with a name that is too long, or that speaks of danger', async () => {
    const { post, notebook } = person()
    const long = await post(paths.diaryTasks, [['new.1', 'x'.repeat(81)]])
    expect(long.status).toBe(422)
    expect(notebook.events).toHaveLength(0)
    const danger = await post(paths.diaryTasks, [['new.1', 'Not being numb down below']])
    expect(danger.html).toContain('Do the check before you move more')
    expect(danger.html.indexOf('Go to A&amp;E or call 999 now')).toBeGreaterThan(0)
    expect(danger.html.indexOf('Go to A&amp;E or call 999 now')).toBeLessThan(
      danger.html.indexOf('Do the check before'),
    )
    expect(danger.html).toContain('href="tel:999"')
    // Told there it closes what a note closes, once: kept again as it stands it tells nothing new.
    const stops = () => notebook.events.filter(({ kind }) => kind === 'stopped')
    expect(stops()).toHaveLength(1)
    const field = /name="(task\.[^"]+)"/.exec(danger.html)?.[1] ?? ''
    await post(paths.diaryTasks, [[field, 'Not being numb down below']])
    expect(stops()).toHaveLength(1)
    // What is for the check alone sends nobody to A&E.
    const lost = await post(paths.diaryTasks, [['new.1', 'I lost a lot of weight without trying']])
    expect(lost.html).not.toContain('call 999 now')
    expect(stops()).toHaveLength(2)
  })
})

describe('the chart', () => {
  const sixty = Array.from({ length: 60 }, (_, index) =>
    earlier(59 - index, Math.max(1, Math.round(7 - index / 10) + (index === 30 ? 4 : 0))),
  )

  test('begins with the words that it is no promise, and says in words and in a table all that it draws (H-18)', async () => {
    const { get } = person([begun(59), ...sixty])
    const { html } = await get(paths.diaryChart)
    const text = decoded(html)
    expect(text.indexOf('The line is other people, not a promise.')).toBeGreaterThan(0)
    expect(text.indexOf('not a promise')).toBeLessThan(text.indexOf('<svg viewBox="0 0 340'))
    expect(html).toMatch(/<title id="chart-title">[^<]+<\/title>/)
    expect(html).toMatch(/<desc id="chart-desc">[^<]+<\/desc>/)
    expect(html).toContain('The wide band is where most people are.')
    expect(html).toContain('class="band"')
    expect([...html.matchAll(/<th scope="row">/g)]).toHaveLength(60)
    expect(html).toContain('1 Calm')
    expect(html).toContain('A flare is pain 2 points or more above your usual week.')
    expect(html).toContain('A return is common. Most often it is not a sign of damage.')
    expect(text).not.toMatch(/will be (better|well|gone)|you should be|behind schedule/i)
  })

  test('above the band at 2 and 6 weeks it offers help and blames nobody', async () => {
    const high = Array.from({ length: 45 }, (_, index) => earlier(44 - index, 9))
    const { get } = person([begun(44), ...high])
    const { html } = await get(paths.diaryChart)
    expect(html).toContain('At 2 weeks your pain is above the band. You have done nothing wrong.')
    expect(html).toContain('At 6 weeks your pain is above the band.')
    const low = person([begun(44), ...Array.from({ length: 45 }, (_, index) => earlier(44 - index, 3))])
    expect((await low.get(paths.diaryChart)).html).not.toContain('above the band. That')
  })

  test('with one entry it stands, and with none it says what to do', async () => {
    expect((await person([earlier(0, 5)]).get(paths.diaryChart)).html).toContain('class="now"')
    expect((await person().get(paths.diaryChart)).html).toContain('You have told us no pain yet.')
  })
})

describe('what goes with bad days', () => {
  test('says how many more days are needed, and nothing else, on thin data', async () => {
    const { html } = await person(Array.from({ length: 10 }, (_, index) => earlier(9 - index, 4))).get(
      paths.diaryTriggers,
    )
    expect(html).toContain('15 more days are needed.')
    expect(html).not.toContain('Luck alone')
  })

  test('tells a strong link with its chance of luck, says it is no cause, and says the same each time', async () => {
    const bad = (index: number) => (index * 7 + Math.floor(index / 3)) % 5 < 2
    const days = Array.from({ length: 62 }, (_, index) =>
      earlier(61 - index, bad(index) ? 6 : 3, {
        sleep: bad(index) ? 'bad' : 'good',
        stress: index % 3 ? 'some' : 'none',
      }),
    )
    const { get } = person(days)
    const { html } = await get(paths.diaryTriggers)
    expect(html).toContain(
      'After a bad night, your pain was about 3 points higher. Luck alone makes a link this strong in',
    )
    expect(html).toContain('It does not show what caused your pain.')
    expect((await get(paths.diaryTriggers)).html).toBe(html)
  })
})

test('the list beside the body map holds every place once, with a group for each', async () => {
  const { html } = await person().get(paths.diaryEntry)
  for (const { id, name } of regions) {
    expect([...html.matchAll(new RegExp(`name="places" value="${id}"`, 'g'))]).toHaveLength(1)
    expect(html).toContain(`<span>${name}</span>`)
    expect([...html.matchAll(new RegExp(`data-region="${id}"`, 'g'))].length).toBeGreaterThan(0)
  }
})

describe('same as last time', () => {
  const before = earlier(1, 4, { places: ['lowBack-left', 'calf-left'], leg: 'further', signs: ['fever'], note: 'x' })
  const press = async (kept: NotebookEvent[], ...typed: readonly [string, string][]) => {
    const someone = person(kept)
    return { ...someone, ...(await someone.save(['do', 'same'], ...typed)) }
  }
  const chosen = (html: string, name: string) =>
    [...html.matchAll(new RegExp(`<input[^>]*name="${name}"[^>]*value="([^"]+)"[^>]*checked`, 'g'))].map(
      ([, one]) => one,
    )

  test('fills in where it hurts, shows it, and keeps nothing yet; what was typed stays', async () => {
    const { html, made } = await press([before], ['pain', '6'], ['sleep', 'bad'])
    expect(html).toContain('Filled in from Sunday 22 November. Change what is different, then save.')
    expect(chosen(html, 'places').toSorted()).toEqual(['calf-left', 'lowBack-left'])
    expect(chosen(html, 'pain')).toEqual(['6'])
    expect(chosen(html, 'sleep')).toEqual(['bad'])
    expect(made()).toHaveLength(1)
  })
  test('never copies a danger sign, a note, or that pain has moved on down the leg', async () => {
    const { html } = await press([before], ['pain', '4'])
    expect(chosen(html, 'signs')).toEqual([])
    expect(chosen(html, 'leg')).toEqual(['same'])
    expect(html).toMatch(/<textarea[^>]*name="note"[^>]*><\/textarea>/)
  })
  test('does not paint over what is marked already', async () => {
    const { html } = await press([before], ['pain', '4'], ['places', 'neck-left'], ['leg', 'none'])
    expect(chosen(html, 'places')).toContain('neck-left')
    expect(chosen(html, 'leg')).toEqual(['none'])
  })
  test('is not offered where the places themselves call for a check, nor with nothing to fill in, nor to put right', async () => {
    const offers = async (kept: NotebookEvent[], path: string = paths.diaryEntry) =>
      (await person(kept).get(path)).html.includes('Same as last time')
    expect(await offers([before])).toBe(true)
    expect(await offers([])).toBe(false)
    expect(await offers([earlier(1, 4)])).toBe(false)
    expect(await offers([earlier(1, 4, { places: ['saddleBack'] })])).toBe(false)
    expect(await offers([before], paths.diaryEntryPutRight(before.id))).toBe(false)
  })
  test('a danger that is told beside it is answered first', async () => {
    const { html, notebook } = await press([before], ['pain', '4'], ['signs', 'bladder'])
    expect(html).toContain('role="alert"')
    expect(kinds(notebook.events)).toContain('stopped')
  })
  test('Enter in the form saves it', async () => {
    const { html } = await person([before]).get(paths.diaryEntry)
    const form = html.slice(html.indexOf('class="entry-form"'))
    expect(/<button[^>]*>\s*([^<]+)</.exec(form)?.[1]?.trim()).toBe('Save')
  })
})

test('a saved entry shows only the pictures that have something on them', async () => {
  const looksOf = async (...places: readonly string[]) => {
    const { get, save } = person()
    const fields = places.map((place): [string, string] => ['places', place])
    const { html } = await get((await save(['pain', '3'], ...fields)).to ?? '')
    return [...html.matchAll(/data-look="(\w+)"/g)].map(([, look]) => look)
  }
  expect(await looksOf()).toEqual([])
  expect(await looksOf('lowBack-left', 'buttock-right')).toEqual(['close'])
  expect(await looksOf('lowBack-left', 'calf-left')).toEqual(['back'])
  expect(await looksOf('groin-left')).toEqual(['front'])
  expect(await looksOf('neck-left', 'shin-left')).toEqual(['back', 'front'])
})

test('the map of the form opens on the low back, or where a place is already marked', async () => {
  const opens = (html: string) => /<input[^>]*name="places\.look"[^>]*value="(\w+)"[^>]*checked/.exec(html)?.[1]
  expect(opens((await person().get(paths.diaryEntry)).html)).toBe('close')
  const wrong = (...places: readonly string[]) =>
    person()
      .save(...places.map((place): [string, string] => ['places', place]))
      .then(({ html }) => opens(html))
  expect(await wrong('lowBack-left')).toBe('close')
  expect(await wrong('calf-left')).toBe('back')
  expect(await wrong('shin-left')).toBe('front')
})

test('every page of the diary can be read at eleven', async () => {
  const sixty = Array.from({ length: 60 }, (_, index) => earlier(59 - index, index === 30 ? 9 : 4, { sleep: 'bad' }))
  const { get, save } = person([begun(59), ...sixty])
  const pages = [paths.diary, paths.diaryEntry, paths.diaryChart, paths.diaryTriggers, paths.diaryTasks]
  const shown = await Promise.all(pages.map(async (path) => shownInPage(path, (await get(path)).html)))
  const home = await save(['pain', '3'], ['note', 'I am scared of my partner'])
  const made = await get((await save(['pain', '4'], ['places', 'calf-left'], ['sitting', '5'])).to ?? paths.diary)
  const jumped = await save(['pain', '9'])
  const told = [home, made, jumped].flatMap(({ html }) => shownInPage('an answer', html))
  // Titles of papers are other people's words.
  const texts = [...shown.flat(), ...told].filter(({ text }) => !/\[(V2?|K|C)\]$/.test(text))
  const hard = texts
    .flatMap(({ text }) => sentencesOf(text))
    .filter((sentence) => {
      const { easy } = measure(sentence)
      return !easy
    })
  expect(texts.length).toBeGreaterThan(300)
  expect([...new Set(hard)]).toEqual([])
})

test('entries made at the same time of day when the clocks go forward are one calendar day apart each (H-28)', () => {
  const london = { kind: 'server' } as const
  // 08:00 in London on 28, 29 and 30 March 2026; the clocks change in the night to the 29th. Then 00:30 on the 31st.
  const times = ['2026-03-28T08:00Z', '2026-03-29T07:00Z', '2026-03-30T07:00Z', '2026-03-30T23:30Z']
  const made = times.map((time, index): DiaryEntry => {
    const at = asEpochMs(Date.parse(time))
    return { v: 2, id: String(index), at, day: dayOf(at, london), kind: 'diaryEntry', painNow0to10: index }
  })
  const days = diaryDays(made)
  expect(days.map(({ day }) => day)).toEqual(['2026-03-28', '2026-03-29', '2026-03-30', '2026-03-31'])
  const { points } = chartData(days, { day: '2026-03-28', painAge: 'acute' }, [], '2026-03-31')
  expect(points.map(({ day }) => day)).toEqual([0, 1, 2, 3])
})

describe('the form of an entry', () => {
  const form = async (fields: readonly (readonly [string, string])[] = []) => {
    const one = person()
    const { html } = fields.length === 0 ? await one.get(paths.diaryEntry) : await one.post(paths.diaryEntry, fields)
    return html.slice(html.indexOf('<form method="post" action="/diary/entry"'))
  }
  test('has "Something is new or worse" right under the pain, and where it hurts open before all else', async () => {
    const html = await form()
    const order = ['name="pain"', 'Something is new or worse', 'Where it hurts', 'Another day?', 'Pain in the last']
    const places = order.map((words) => html.indexOf(words))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(Math.min(...places)).toBeGreaterThan(-1)
    expect(html).toMatch(/<details class="more" open[^>]*><summary>Where it hurts/)
    expect(html).toMatch(/<details class="more signs"><summary>Something is new or worse/)
  })
  test('a form that is sent back shows what was ticked', async () => {
    expect(await form([['signs', 'other']])).toMatch(/<details class="more signs" open[^>]*><summary>Something is new/)
  })
})

test('a page that a script makes easier asks for that script, and a page that none does for none', async () => {
  const { get } = person([begun(9), earlier(3, 4), earlier(2, 3), earlier(1, 3)])
  const asked = async (path: string) => {
    const { html } = await get(path)
    return ['chart', 'body-map'].filter((name) => html.includes(`/assets/${name}.js`))
  }
  expect(await asked(paths.diaryChart)).toEqual(['chart'])
  expect(await asked(paths.diaryEntry)).toEqual(['body-map'])
  expect(await asked(paths.diary)).toEqual([])
})
