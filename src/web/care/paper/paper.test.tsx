/** The button "Make an accessible PDF" as it stands on the plan and on the programme, and what it sends. */
import { describe, expect, test } from 'vitest'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import { createCareApp } from '../app.tsx'
import type { CareHome } from '../home.ts'
import { checkEvent, checkFields, checkId, memoryNotebook, noon } from '../plan/plan.fixtures.ts'
import { begunOn, momentAt } from '../programme/programme.fixtures.ts'
import type { PaperMade } from './paper-made.ts'
import type { OwnSheet } from './paper-sheet.ts'

const pdf = new Uint8Array(Buffer.from('%PDF-1.7 %%EOF'))
const profile = {
  ...{ painNow: 3, walk: 'can', legPain: 'none', eases: [], worsens: [], have: ['bed'], warmOrCold: 'warm' },
  ...{ floor: 'yes', drowsy: 'no', health: [], skin: [] },
}
const planMade: NotebookEvent = {
  v: 1,
  id: '7c0e7f9a-2f6e-4c1b-9d57-0c8f2f1f3a11',
  at: noon,
  kind: 'planMade',
  check: checkId,
  profile,
}

function homeWith(
  notebook: ReturnType<typeof memoryNotebook> | null,
  makePaper?: (sheet: OwnSheet) => Promise<PaperMade>,
) {
  const sent: OwnSheet[] = []
  let now = noon
  const home: CareHome = {
    kind: notebook ? 'device' : 'server',
    notebook,
    now: () => now,
    newId: () => crypto.randomUUID(),
    assets: { css: '/site.css', islands: {} },
    buildId: 'test',
    ...(makePaper && {
      makePaper: (sheet) => {
        sent.push(sheet)
        return makePaper(sheet)
      },
    }),
  }
  const later = (hours: number) => {
    now = (noon + hours * 3_600_000) as typeof noon
  }
  return { app: createCareApp(home), sent, later }
}
const well = async (): Promise<PaperMade> => ({ ok: true, pdf })
const press = (app: ReturnType<typeof createCareApp>, at: string, fields: [string, string][] = []) =>
  app.request(at, { method: 'POST', body: new URLSearchParams(fields) })

describe('a plan on a device', () => {
  const withPlan = () => memoryNotebook([checkEvent({}, noon), planMade])

  test('has the button, says beside it what is sent, and sends the sheet alone when it is pressed', async () => {
    const { app, sent } = homeWith(withPlan(), well)
    const page = await (await app.request('/plan')).text()
    expect(page).toContain('Make an accessible PDF')
    expect(page).toContain('This sends which steps your plan has to our server. It makes the file and keeps nothing.')
    expect(sent).toEqual([])
    const file = await press(app, '/plan/paper')
    expect([file.status, file.headers.get('Content-Type'), file.headers.get('Cache-Control')]).toEqual([
      ...[200, 'application/pdf', 'no-store'],
    ])
    expect(file.headers.get('Content-Disposition')).toBe('attachment; filename="unclench-my-plan.pdf"')
    expect(sent).toMatchObject([{ kind: 'plan', movement: 'open' }])
  })

  test('that an emergency has closed since sends nothing from a page that was opened before', async () => {
    const notebook = withPlan()
    const { app, sent, later } = homeWith(notebook, well)
    expect(await (await app.request('/plan')).text()).toContain('Make an accessible PDF')
    later(1)
    const emergency = checkEvent({ saddle: ['numb'], E3: 'yes', F5: 'yes' }, noon)
    await notebook.append({
      ...emergency,
      id: '7c0e7f9a-2f6e-4c1b-9d57-0c8f2f1f3a12',
      level: 'emergency',
      movement: 'locked',
    } as NotebookEvent)
    const answer = await press(app, '/plan/paper')
    expect([sent, answer.headers.get('Content-Type')]).toEqual([[], 'text/html; charset=UTF-8'])
    expect(await answer.text()).toContain('999')
    expect(await (await app.request('/plan')).text()).not.toContain('Make an accessible PDF')
  })

  test('that is a day old sends nothing', async () => {
    const { app, sent, later } = homeWith(withPlan(), well)
    later(24)
    expect((await press(app, '/plan/paper')).status).toBe(200)
    expect(sent).toEqual([])
  })

  test.each([
    ['away', 'this needs the network'],
    ['busy', 'Please try again in a minute.'],
    ['none', 'Our server cannot make such files.'],
    ['refused', 'One of the two may be an older version.'],
  ] as const)(
    'without a file (%s) says why, and leads to print and to the report of the device',
    async (why, words) => {
      const { app } = homeWith(withPlan(), async () => ({ ok: false, why }))
      const answer = await press(app, '/plan/paper')
      const page = await answer.text()
      expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([503, 'no-store'])
      for (const part of [words, 'Open your plan and print it.', 'href="/report"', 'href="/plan"', 'tel:999'])
        expect(page).toContain(part)
    },
  )

  test('where nobody makes files has no button', async () => {
    const { app } = homeWith(withPlan())
    expect(await (await app.request('/plan')).text()).not.toContain('accessible PDF')
    expect((await press(app, '/plan/paper')).status).toBe(503)
  })

  test('looking at the address of the button leads back', async () => {
    const { app, sent } = homeWith(withPlan(), well)
    const looked = await app.request('/plan/paper')
    expect([looked.status, looked.headers.get('Location'), sent]).toEqual([303, '/plan', []])
  })
})

describe('a plan on the server, carried in its form', () => {
  const carried = (): [string, string][] => [...checkFields(), ['profile', JSON.stringify(profile)]]

  test('is made from the form, by the same rules', async () => {
    const { app, sent } = homeWith(null, well)
    const page = await (await press(app, '/plan', carried())).text()
    expect(page).toContain('Make an accessible PDF')
    expect((await press(app, '/plan/paper', carried())).headers.get('Content-Type')).toBe('application/pdf')
    expect(sent).toMatchObject([{ kind: 'plan' }])
  })

  test('with an emergency in its check, or none, makes nothing', async () => {
    const { app, sent } = homeWith(null, well)
    const danger = checkFields({ F5: 'yes', A1: 'yes', A2: 'yes' })
    for (const fields of [[], [['profile', JSON.stringify(profile)]], [...danger, ['profile', '{}']]] as [
      string,
      string,
    ][][])
      expect((await press(app, '/plan/paper', fields)).headers.get('Content-Type')).not.toBe('application/pdf')
    expect(sent).toEqual([])
  })
})

describe('the day-by-day plan', () => {
  test('on a day with movements has the button and sends them; before its check it has none and sends nothing', async () => {
    const told = await begunOn()
    const { app, sent } = homeWith(told.notebook as ReturnType<typeof memoryNotebook>, well)
    const page = await (await app.request('/programme')).text()
    expect(page).toContain('Make an accessible PDF')
    expect(page).toContain('This sends today’s movements and how much of each to our server.')
    const file = await press(app, '/programme/paper')
    expect([file.status, file.headers.get('Content-Disposition')]).toEqual([
      ...[200, 'attachment; filename="unclench-my-programme.pdf"'],
    ])
    expect(sent).toMatchObject([{ kind: 'programme', phase: 1, lock: 'open' }])
  })

  test('the next day, before its questions, sends nothing and leads to Today', async () => {
    const told = await begunOn()
    const made: OwnSheet[] = []
    const app = createCareApp({
      kind: 'device',
      notebook: told.notebook,
      now: () => momentAt(1, 9),
      newId: () => crypto.randomUUID(),
      assets: { css: '/site.css', islands: {} },
      buildId: 'test',
      makePaper: async (sheet) => {
        made.push(sheet)
        return { ok: true, pdf }
      },
    })
    expect(await (await app.request('/programme')).text()).not.toContain('Make an accessible PDF')
    const pressed = await press(app, '/programme/paper')
    expect([pressed.status, pressed.headers.get('Location'), made]).toEqual([303, '/today', []])
  })
})
