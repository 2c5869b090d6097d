/** Nonsense, hostile, huge, repeated, out-of-order and stale posts to the running server: a clear page, never a crash. */
import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, describe, expect, inject, test } from 'vitest'

/** The one that all files share: whatever is thrown at it, it still works. */
const server = { origin: inject('origin') }
afterAll(async () => {
  expect((await fetch(server.origin)).status).toBe(200)
})

const decoded = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
const hidden = (html: string, name: string) =>
  decoded(new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '')

/** The first screen, as its form would be posted. */
async function firstForm(): Promise<URLSearchParams> {
  const html = await (await fetch(`${server.origin}/check`)).text()
  return new URLSearchParams([
    ['trail', hidden(html, 'trail')],
    ['shown', hidden(html, 'shown')],
    ['list.0', 'none'],
  ])
}

async function post(body: RequestInit['body'], headers: HeadersInit = {}, path = '/check') {
  const answer = await fetch(`${server.origin}${path}`, {
    method: 'POST',
    body: body ?? null,
    headers,
    redirect: 'manual',
  })
  const html = await answer.text()
  return { status: answer.status, html, title: decoded(/<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? '') }
}
const form = 'application/x-www-form-urlencoded'

/** Every refusal is a whole page of ours that still shows the emergency number, and never a result. */
function expectKindRefusal(answer: { status: number; html: string }, status: number): void {
  expect(answer.status).toBe(status)
  expect(answer.html).toContain('<!doctype html>')
  expect(answer.html).toMatch(/999/)
  expect(answer.html).not.toMatch(/You can start this at home|at Object\.|node_modules/)
}

describe('a form that comes back damaged', () => {
  test('with its trail cut off is not guessed at', async () => {
    const fields = await firstForm()
    fields.set('trail', (fields.get('trail') ?? '').slice(0, 40))
    expectKindRefusal(await post(fields), 422)
  })

  test('without a trail, or with another shape, is refused', async () => {
    for (const trail of [
      '',
      '{}',
      '[]',
      'null',
      '"x"',
      '{"v":2}',
      '{"v":1,"steps":"x"}',
      '{"__proto__":{"v":1}}',
      '\u0000',
    ])
      expectKindRefusal(await post(new URLSearchParams({ trail, shown: 'A1', 'list.0': 'none' })), 422)
  })

  test('with an answer or a question that does not exist gives no result', async () => {
    const fields = await firstForm()
    const trail = JSON.parse(fields.get('trail') ?? '')
    for (const answers of [
      { Z99: 'yes' },
      { A1: 'maybe' },
      { age: -4 },
      { age: 1e9 },
      { A1: ['yes'] },
      { age: 'ten' },
    ]) {
      const text = JSON.stringify({ ...trail, steps: [{ answers, single: [] }] })
      expectKindRefusal(await post(new URLSearchParams({ trail: text, shown: 'A1', 'list.0': 'none' })), 422)
    }
  })

  test('with fields repeated and against each other is shown back with an error', async () => {
    const fields = await firstForm()
    fields.append('q.A1', 'yes')
    fields.append('q.A1', 'yes')
    fields.append('list.0', 'notSure')
    const answer = await post(fields)
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('There is a problem')
  })

  test('with two trails that differ takes neither for what was told, and says how to go on', async () => {
    const fields = await firstForm()
    fields.append('trail', '{"hostile":true}')
    expectKindRefusal(await post(fields), 422)
  })

  test('with unknown fields says so, and with markup in them never shows it as markup', async () => {
    const fields = await firstForm()
    fields.set('q.<script>alert(1)</script>', 'yes')
    const answer = await post(fields)
    expect(answer.status).toBe(422)
    expect(answer.html).not.toContain('<script>alert(1)')
    const trail = new URLSearchParams({ trail: '"><script>alert(1)</script>', shown: '' })
    expect((await post(trail)).html).not.toContain('<script>alert(1)')
  })

  test('with later screens answered before the first asks the first', async () => {
    const fields = await firstForm()
    const trail = JSON.parse(fields.get('trail') ?? '')
    const text = JSON.stringify({ ...trail, steps: [{ answers: { age: 30, sex: 'male' }, single: [] }] })
    const answer = await post(new URLSearchParams({ trail: text, shown: 'F1', 'q.F1': 'no' }))
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('name="q.A1"')
  })

  test('from a page of an older version asks again what that page did not ask', async () => {
    const fields = await firstForm()
    const trail = { ...JSON.parse(fields.get('trail') ?? ''), protocol: '2020-01-01-0' }
    const text = JSON.stringify({ ...trail, steps: [{ answers: { gone: 'yes' }, single: [] }] })
    fields.set('trail', text)
    const answer = await post(fields)
    expect(answer.status).toBe(200)
    expect(answer.html).toContain('We have updated the check since you started')
  })
})

describe('a post that is no form', () => {
  test.each([
    ['JSON', 'application/json', '{"answers":{}}'],
    ['text', 'text/plain', 'trail=1'],
    ['XML', 'application/xml', '<a/>'],
    ['nothing said', '', 'trail=1'],
  ])('%s is refused as such', async (_name, type, body) => {
    const answer = await post(new Blob([body]), type ? { 'Content-Type': type } : {})
    expectKindRefusal(answer, 415)
  })

  test('of many parts without the parts is refused as such', async () => {
    expectKindRefusal(await post('no parts here', { 'Content-Type': 'multipart/form-data; boundary=x' }), 400)
    expectKindRefusal(await post('no parts here', { 'Content-Type': 'multipart/form-data' }), 400)
  })

  test('of over a megabyte is refused before it is read', async () => {
    const body = `trail=${'a'.repeat(1_100_000)}`
    expect(await statusOf({ 'Content-Type': form, 'Content-Length': String(body.length) }, [body])).toBe(413)
  })

  test('of 5 megabytes sent bit by bit, without a length, is refused too', async () => {
    const parts = Array.from({ length: 50 }, () => 'a'.repeat(100_000))
    expect(await statusOf({ 'Content-Type': form, 'Transfer-Encoding': 'chunked' }, parts)).toBe(413)
  })

  /** Posts on a line of its own, and stops once it has an answer: the server hangs up on one that brings too much. */
  const statusOf = (headers: Record<string, string>, parts: readonly string[]) =>
    new Promise<number | undefined>((resolve, reject) => {
      let answered = false
      const sending = request(`${server.origin}/check`, { method: 'POST', headers, agent: false }, (answer) => {
        answered = true
        resolve(answer.statusCode)
        sending.destroy()
      })
      // Hung up on while still sending: the answer is there to be read all the same.
      sending.on('error', (error) => setTimeout(reject, 500, error))
      const next = ([part, ...rest]: readonly string[]) => {
        if (answered) return
        if (part === undefined) sending.end()
        // With a breath between, so that the answer is read before the next part meets a line that is shut.
        else sending.write(part, () => setTimeout(next, 20, rest))
      }
      next(parts)
    })

  test('broken off in the middle harms nobody else', async () => {
    const { port } = new URL(server.origin)
    await new Promise<void>((resolve) => {
      const line = connect(Number(port), 'localhost', () => {
        line.write(
          `POST /check HTTP/1.1\r\nHost: localhost\r\nContent-Type: ${form}\r\nContent-Length: 500\r\n\r\ntrail=`,
        )
        setTimeout(() => {
          line.destroy()
          resolve()
        }, 50)
      })
    })
    expect((await post(await firstForm())).status).toBe(200)
  })
})

describe('a wrong address', () => {
  test.each(['/no-such-page', '/check/1/2', '/check/%00/1', '/%2e%2e/%2e%2e/etc/passwd', '/check/..%2f..%2fx/1'])(
    '%s says so kindly',
    async (path) => {
      const answer = await fetch(`${server.origin}${path}`)
      expect([400, 404]).toContain(answer.status)
      const text = await answer.text()
      expect(text).not.toContain('root:')
      if (answer.status === 404) expect(text).toContain('999')
    },
  )

  test('a way of asking that a page does not know says so', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      const answer = await fetch(`${server.origin}/check`, { method })
      expect(answer.status).toBe(405)
    }
  })

  test('posting an import or an erasure to the server, which keeps nothing, says that', async () => {
    for (const path of ['/record/import', '/record/erase']) {
      const answer = await post(new URLSearchParams({ x: '1' }), {}, path)
      expect(answer.status).toBe(409)
      expect(answer.title).toBe('Nothing is kept')
    }
  })
})

test('a hundred posts at once are all answered', async () => {
  const fields = await firstForm()
  const answers = await Promise.all(Array.from({ length: 100 }, () => post(fields)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
})
