/**
 * Whatever form a danger was told in, with a programme or without one: where the answer says to call 999 or 111 or to talk
 * to someone now, plan, movements, sessions and relaxing are closed until a full check after it (evidence.md §2.1, H-08).
 */
import { describe, expect, test } from 'vitest'
import { memoryNotebook } from './plan/plan.fixtures.ts'
import { allClear, device, freshId } from './programme/programme.fixtures.ts'
import { everyPost, type Held, wellUsed } from './record/every-post.fixtures.ts'

type Device = ReturnType<typeof device> & { readonly held: Held }

/** Checked, with a plan and an entry, and no programme. */
async function withoutProgramme(): Promise<Device> {
  const home = device(memoryNotebook())
  await home.check(0, 7)
  await home.plan(0, 7.2)
  await home.at(0, 8).post('/diary/entry', { pain: '3', form: freshId() })
  const [entry] = await home.of('diaryEntry')
  const step = /href="\/plan\/step\/([^"]+)"/.exec((await home.get('/plan')).html)?.[1]
  if (!entry || !step) throw new Error('the device was not used')
  return { ...home.at(0, 9), held: { session: freshId(), entry: entry.id, day: entry.day, step, movements: 1 } }
}

/** The answer's own heading calls for help. */
const calls = /^(?:Stop\.|Call |Get help now|Ring 111|Talk to someone|Please talk|You may have taken too much)/

async function openPlaces(home: Device): Promise<readonly string[]> {
  const open: string[] = []
  for (const [at, sign] of [
    ['/plan', /href="\/plan\/step\//],
    ['/movements', /href="\/movements\/[A-Z]/],
    ['/relax', /href="\/relax\/[a-z]/],
    ['/session', /<form [^>]*action="\/session"/],
  ] as const)
    if (sign.test((await home.get(at)).html)) open.push(at)
  return open
}

const tell = async (home: Device, { at, fields }: (typeof everyPost)[number]) => {
  const said = { form: freshId(), ...fields(home.held) } as Record<string, string>
  return home.post(at(home.held), said)
}
const forms = everyPost.filter(({ route }) => route !== '/record/import' && !route.startsWith('/check'))

describe.each([
  ['with a programme', wellUsed],
  ['without a programme', withoutProgramme],
] as const)('%s', (_, make) => {
  test.each(forms)('$route, $what: a call for help closes all that moves until a full check', async (form) => {
    const home: Device = await make()
    const { heading } = await tell(home, form)
    if (!calls.test(heading)) return
    expect(await openPlaces(home)).toEqual([])
    if (/help now|someone|Call /i.test(heading))
      expect((await home.get('/today')).html).toMatch(/tel:(?:999|111)|Be seen first/)
    await home.post('/programme/mini-check', allClear)
    await home.post('/diary/entry', { pain: '1', form: freshId() })
    expect(await openPlaces(home)).toEqual([])
  })

  test('the forms that call are among them', async () => {
    const found: string[] = []
    for (const form of forms) if (calls.test((await tell(await make(), form)).heading)) found.push(form.route)
    expect([...new Set(found)].sort()).toEqual([
      '/diary/entry',
      '/medicines/tally',
      '/programme/feelings',
      '/programme/mini-check',
      '/programme/stop',
    ])
  })
})
