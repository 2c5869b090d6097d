/**
 * What every form is answered in each state that its person can stand in: how, where it leads, whether a browser may keep it, its
 * heading, and which kinds of thing it wrote. A table that a person reviews, post-answers.txt beside this test (H-04, H-08, H-12).
 */
import { afterAll, test } from 'vitest'
import { reviewedOutlines } from '../../../../scripts/outlines/page-outline.ts'
import { headingOf } from '../plan/plan.fixtures.ts'
import { type EveryPost, everyPost, wellUsed } from './every-post.fixtures.ts'

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

/** In one line. Ids and days are of this run and stand for themselves. */
async function answered(post: EveryPost, state: (home: Used) => unknown, isBare: boolean): Promise<string> {
  const home = await wellUsed()
  await state(home)
  const before = (await home.notebook.all()).length
  const body = new FormData()
  if (!isBare) for (const [name, value] of Object.entries(post.fields(home.held))) body.append(name, value)
  const answer = await home.app.request(post.at(home.held), { method: 'POST', body })
  const isPage = answer.headers.get('Content-Type')?.startsWith('text/html') === true
  const heading = isPage ? headingOf(await answer.text()) : ''
  const leads = answer.headers.get('Location')?.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '(id)')
  const wrote = (await home.notebook.all()).slice(before).map(({ kind }) => kind)
  return [
    `${answer.status}${leads === undefined ? '' : ` to ${leads}`}`,
    ...(answer.headers.get('Cache-Control') === 'no-store'
      ? []
      : [answer.headers.get('Cache-Control') ?? 'may be kept']),
    ...(heading === '' ? [] : [`“${heading}”`]),
    ...(wrote.length > 0 ? [`wrote ${wrote.join(', ')}`] : []),
  ].join('; ')
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
