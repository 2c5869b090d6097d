/**
 * What every form and every address is answered in each state that its person can stand in: how, where it leads, whether a browser
 * may keep it, its heading, and which kinds of thing a form wrote. A table that a person reviews, post-answers.txt beside this test (H-04, H-08, H-12).
 */
import { afterAll, test } from 'vitest'
import { reviewedOutlines } from '../../../../scripts/outlines/page-outline.ts'
import { guideQuestions } from '../../../care/guide/questions.ts'
import { createCareApp } from '../app.tsx'
import { checkId, headingOf, noon } from '../plan/plan.fixtures.ts'
import { freshId } from '../programme/programme.fixtures.ts'
import { type EveryPost, everyPost, type Held, wellUsed } from './every-post.fixtures.ts'

const reviewed = reviewedOutlines(new URL('./post-answers.txt', import.meta.url))
afterAll(() => reviewed.end())

type Used = Awaited<ReturnType<typeof wellUsed>>
const states: Readonly<Record<string, (home: Used) => unknown>> = {
  'as it stands': () => undefined,
  'a call for today': (home) => home.check(0, 12.45, { F2: 'yes' }),
  'an emergency': (home) => home.check(0, 12.45, { A1: 'yes', 'A1.seat': 'no', 'A1.when': 'new' }),
  'a check due': (home) => home.post('/programme/stop', { sign: 'fall' }),
  'three days later': (home) => home.at(3, 9),
  'nothing kept': (home) => home.notebook.erase(),
}

/** Pages where nothing can be kept: those of the server. */
const withoutRecord = createCareApp({
  ...{ kind: 'server', notebook: null, now: () => noon, newId: freshId, buildId: 'test' },
  assets: { css: '/assets/site.css', islands: {} },
})

/** In one line. Ids are of this run and stand for themselves. */
async function inWords(answer: Response): Promise<readonly string[]> {
  const isPage = answer.headers.get('Content-Type')?.startsWith('text/html') === true
  const heading = isPage ? headingOf(await answer.text()) : ''
  const leads = answer.headers.get('Location')?.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '(id)')
  const keeps = answer.headers.get('Cache-Control')
  return [
    `${answer.status}${leads === undefined ? '' : ` to ${leads}`}`,
    ...(keeps === 'no-store' ? [] : [keeps ?? 'may be kept']),
    ...(heading === '' ? [] : [`“${heading}”`]),
  ]
}

function bodyOf(fields: ReturnType<EveryPost['fields']>): FormData {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return body
}

async function answered(post: EveryPost, state: (home: Used) => unknown, isBare: boolean): Promise<string> {
  const home = await wellUsed()
  await state(home)
  const before = (await home.notebook.all()).length
  const body = bodyOf(isBare ? {} : post.fields(home.held))
  const said = await inWords(await home.app.request(post.at(home.held), { method: 'POST', body }))
  const wrote = (await home.notebook.all()).slice(before).map(({ kind }) => kind)
  return [...said, ...(wrote.length > 0 ? [`wrote ${wrote.join(', ')}`] : [])].join('; ')
}

/** Sent with nothing in it, too, where most of what a form can ask stands open, and where there is nothing at all. */
const bareIn: readonly string[] = ['as it stands', 'nothing kept']

test.each(Object.entries(states))('%s', async (name, state) => {
  const lines: string[] = []
  for (const post of everyPost) {
    const told = await answered(post, state, false)
    const bare = bareIn.includes(name) ? await answered(post, state, true) : told
    lines.push(`${post.route}, ${post.what}: ${told}${bare === told ? '' : ` — empty: ${bare}`}`)
  }
  reviewed.checkLines(name, lines)
})

test('where nothing can be kept', async () => {
  const { held } = await wellUsed()
  const lines: string[] = []
  for (const post of everyPost) {
    const answer = await withoutRecord.request(post.at(held), { method: 'POST', body: bodyOf(post.fields(held)) })
    lines.push(`${post.route}, ${post.what}: ${(await inWords(answer)).join('; ')}`)
  }
  reviewed.checkLines('where nothing can be kept', lines)
})

/** The addresses of pages, each thing that one names being one that the record holds. */
function addresses({ session, entry, step }: Held): readonly (readonly [route: string, at: string])[] {
  const named: Readonly<Record<string, string>> = {
    ...{ ':screen{[0-9]+}': '2', ':movement': 'M05', ':sequence': 'bed', ':course': 'breathe-5', ':lesson': 'sleep' },
    ...{ ':article': 'heat-or-ice', ':treatment': 'walking', ':question': guideQuestions[0]?.slug ?? '' },
    ...{ ':session': session, ':entry': entry, ':step': step, ':check': checkId },
  }
  return withoutRecord.routes
    .filter(({ method, path }) => method === 'GET' && !path.includes('*'))
    .map(({ path }) => [path, path.replace(/:[a-z]+(\{[^}]*\})?/g, (name) => named[name] ?? name)])
}

test('every address, by who comes', async () => {
  const lines: string[] = []
  const used = await wellUsed()
  const danger = await wellUsed()
  await danger.check(0, 12.45, { A1: 'yes', 'A1.seat': 'no', 'A1.when': 'new' })
  for (const [route, at] of addresses(used.held)) {
    const words = async (app: typeof withoutRecord) => (await inWords(await app.request(at))).join('; ')
    const [plain, shut, nothing] = [await words(used.app), await words(danger.app), await words(withoutRecord)]
    lines.push(
      `${route}: ${plain}${shut === plain ? '' : ` — an emergency: ${shut}`}${nothing === plain ? '' : ` — nothing kept: ${nothing}`}`,
    )
  }
  reviewed.checkLines('every address', lines)
})
