/** A sheet on its way from the device to the server that makes a file of it. */
import { afterEach, expect, test, vi } from 'vitest'
import { planSheetOf } from '../server/pdf/own-papers.proof.ts'
import { sendPaper } from './send-paper.ts'

afterEach(() => vi.unstubAllGlobals())
const sheet = planSheetOf()
const answers = (answer: () => Response | Promise<Response>) => {
  const sent: unknown[][] = []
  vi.stubGlobal('fetch', async (...asked: unknown[]) => {
    sent.push(asked)
    return answer()
  })
  return sent
}

test('is the sheet and nothing else, by POST, to our own server', async () => {
  const sent = answers(() => new Response('%PDF', { headers: { 'Content-Type': 'application/pdf' } }))
  expect(await sendPaper(sheet)).toEqual({ ok: true, pdf: new Uint8Array(Buffer.from('%PDF')) })
  const [[address, how] = []] = sent
  expect([sent.length, address, how]).toEqual([
    ...[1, '/guide/pdf/own'],
    expect.objectContaining({ method: 'POST', body: JSON.stringify(sheet), cache: 'no-store' }),
  ])
})

test.each([
  ['the network is away', () => Promise.reject(new TypeError('no connection')), 'away'],
  ['the server is busy', () => Response.json({ why: 'busy' }, { status: 503 }), 'busy'],
  ['the server has no compiler', () => Response.json({ why: 'none' }, { status: 503 }), 'none'],
  ['the server does not know it', () => Response.json({ why: 'refused' }, { status: 422 }), 'refused'],
  ['an older server has no such door', () => new Response('<h1>Not here</h1>', { status: 404 }), 'none'],
  ['a sign-in page of a hotel answers', () => new Response('<h1>Pay first</h1>'), 'none'],
  ['a word comes that we do not know', () => Response.json({ why: '<b>' }, { status: 503 }), 'none'],
])('where %s that is said', async (_, answer, why) => {
  answers(answer)
  expect(await sendPaper(sheet)).toEqual({ ok: false, why })
})
