/** The page of the printed guides, and the files, as a stranger and a machine meet them. */
import { describe, expect, test } from 'vitest'
import { booklets } from '../../care/booklets/booklets.ts'
import { bookletNames } from '../../care/booklets/types.ts'
import { createCareApp } from '../../web/care/app.tsx'
import type { CareHome } from '../../web/care/home.ts'
import { noon } from '../../web/care/plan/plan.fixtures.ts'
import { pdfRoutes } from './pdf-routes.tsx'
import type { PdfFound } from './pdf-store.ts'

const home: CareHome = {
  kind: 'server',
  notebook: null,
  now: () => noon,
  newId: () => crypto.randomUUID(),
  assets: { css: '/site.css', learnCss: '/learn.css', islands: {} },
  buildId: 'test',
}
const there: PdfFound = { ok: true, pdf: new Uint8Array(Buffer.from('%PDF-1.7 %%EOF')), version: 'abc12345', pages: 4 }

const noMail = { data: () => undefined, addressOf: () => undefined }

function appWith(get: (name: string) => Promise<PdfFound>) {
  const [said, asked]: [string[], string[]] = [[], []]
  const app = pdfRoutes({
    home,
    origin: () => 'https://unclench.example',
    say: (line) => said.push(line),
    mail: noMail,
    store: {
      get: (name) => {
        asked.push(name)
        return get(name)
      },
    },
  }).route('/', createCareApp(home))
  return { app, said, asked }
}

test('the page has every guide with its size and its file, and without a database asks for nothing at all', async () => {
  const { app } = appWith(async () => there)
  const html = await (await app.request('/guide/pdf')).text()
  for (const { name, title } of booklets) {
    expect(html).toContain(`href="/guide/pdf/${name}.pdf"`)
    expect(html).toContain(title)
  }
  expect(html).toContain('PDF, 4 pages, 0.0 MB')
  expect(html).toContain('Machine-checked')
  expect(html).not.toMatch(/<form|<input|certified by/)
  expect([...html.matchAll(/<h1[ >]/g)]).toHaveLength(1)
})

test('a file is given at once, to keep, and sent again only when it is another one', async () => {
  const { app } = appWith(async () => there)
  const first = await app.request('/guide/pdf/flare-plan.pdf')
  expect([first.status, first.headers.get('Content-Type')]).toEqual([200, 'application/pdf'])
  expect(first.headers.get('Content-Disposition')).toBe('attachment; filename="unclench-flare-plan.pdf"')
  expect(first.headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect((await first.text()).startsWith('%PDF-')).toBe(true)
  const again = await app.request('/guide/pdf/flare-plan.pdf', { headers: { 'If-None-Match': '"abc12345"' } })
  expect([again.status, await again.text()]).toEqual([304, ''])
  const other = await app.request('/guide/pdf/flare-plan.pdf', { headers: { 'If-None-Match': '"other"' } })
  expect(other.status).toBe(200)
})

test('a machine that only looks (HEAD) is told the same and sent nothing', async () => {
  const { app } = appWith(async () => there)
  const head = await app.request('/guide/pdf/movements.pdf', { method: 'HEAD' })
  expect([head.status, head.headers.get('Content-Length'), await head.text()]).toEqual([200, '14', ''])
})

describe('a reader that asks for a part of a file', () => {
  const whole = '%PDF-1.7 %%EOF'
  const ask = async (headers: Record<string, string>, method = 'GET') => {
    const answer = await appWith(async () => there).app.request('/guide/pdf/movements.pdf', { headers, method })
    return [
      answer.status,
      answer.headers.get('Content-Range'),
      answer.headers.get('Content-Length'),
      await answer.text(),
    ]
  }

  test.each([
    ['bytes=0-3', 'bytes 0-3/14', '%PDF'],
    ['bytes=9-', 'bytes 9-13/14', '%%EOF'],
    ['bytes=13-13', 'bytes 13-13/14', 'F'],
    ['bytes=13-999', 'bytes 13-13/14', 'F'],
    ['bytes=-3', 'bytes 11-13/14', 'EOF'],
    ['bytes=-99', 'bytes 0-13/14', whole],
  ])('gets that part and no more: %s', async (range, says, part) => {
    expect(await ask({ Range: range })).toEqual([206, says, String(part.length), part])
  })

  test.each(['bytes=14-', 'bytes=14-20', 'bytes=999999999-', 'bytes=-0'])(
    'is told that there is no such part: %s',
    async (range) => {
      const [status, says, , body] = await ask({ Range: range })
      expect([status, says, body]).toEqual([416, 'bytes */14', ''])
    },
  )

  test.each([
    'bytes=5-2',
    'bytes=-',
    'bytes=0-1,4-5',
    'lines=0-3',
    'bytes=a-b',
    'bytes=0-3x',
    `bytes=${'9'.repeat(400)}-`,
    '',
  ])('gets the whole for what is no single part: %.30s', async (range) => {
    expect(await ask({ Range: range })).toEqual([200, null, '14', whole])
  })

  test('gets the whole where the file has become another one, and a part of the one that it knows', async () => {
    expect(await ask({ Range: 'bytes=0-3', 'If-Range': '"older"' })).toEqual([200, null, '14', whole])
    expect(await ask({ Range: 'bytes=0-3', 'If-Range': '"abc12345"' })).toEqual([206, 'bytes 0-3/14', '4', '%PDF'])
  })

  test('is told that it may ask so; a machine that only looks is told of the whole', async () => {
    const { app } = appWith(async () => there)
    expect((await app.request('/guide/pdf/movements.pdf')).headers.get('Accept-Ranges')).toBe('bytes')
    expect(await ask({ Range: 'bytes=0-3' }, 'HEAD')).toEqual([200, null, '14', ''])
  })
})

test.each(['nothing.pdf', 'flare-plan', '..%2F..%2Fetc%2Fpasswd', 'constructor.pdf', `${'a'.repeat(5000)}.pdf`])(
  'a file that there is not (%s) is a page that says so, and nothing is made for it',
  async (file) => {
    const { app, asked } = appWith(async () => there)
    expect((await app.request(`/guide/pdf/${file}`)).status).toBe(404)
    expect(asked).toEqual([])
  },
)

test('no post makes anything', async () => {
  const { app, asked } = appWith(async () => there)
  const answer = await app.request('/guide/pdf/flare-plan.pdf', {
    method: 'POST',
    body: new URLSearchParams({ a: '1' }),
  })
  expect([answer.status >= 400, asked]).toEqual([true, []])
})

test('where there is no compiler the page says so and leads to the pages that say the same', async () => {
  const { app, said } = appWith(async () => ({ ok: false, why: 'never', said: 'does not load' }))
  const html = await (await app.request('/guide/pdf')).text()
  expect(html).toContain('We cannot make the files on this computer')
  expect(html).not.toContain('.pdf"')
  expect(html.match(/Open the page instead/g)).toHaveLength(bookletNames.length)
  const file = await app.request('/guide/pdf/flare-plan.pdf')
  const page = await file.text()
  expect(file.status).toBe(503)
  expect(page).toContain('999')
  expect(page).toContain('href="/programme/flare"')
  expect(file.headers.get('Cache-Control')).toBe('no-store')
  // Once in the log, not once for each visit.
  expect(said).toHaveLength(1)
})

test('one guide that fails does not take the others with it', async () => {
  const { app } = appWith(async (name) => (name === 'movements' ? { ok: false, why: 'failed', said: 'x' } : there))
  const html = await (await app.request('/guide/pdf')).text()
  expect(html).toContain('href="/guide/pdf/flare-plan.pdf"')
  expect(html).not.toContain('href="/guide/pdf/movements.pdf"')
  expect(html).toContain('You cannot get this file now.')
})

test('the page does not wait for files that are long in the making', async () => {
  const { app } = appWith(() => new Promise(() => undefined))
  // Files that never come: a page that waited for them would not come either.
  const html = await (await app.request('/guide/pdf')).text()
  expect(html).toContain('href="/guide/pdf/flare-plan.pdf"')
})

test('a guide is laid out once, not for each request: the check would wait for sixty', async () => {
  const laidOut: unknown[] = []
  let origin = 'https://unclench.example'
  const store = {
    get: async (_: string, source: unknown) => {
      laidOut.push(source)
      return there
    },
  }
  const app = pdfRoutes({ home, store, origin: () => origin, say: () => undefined, mail: noMail })
  for (let asked = 0; asked < 3; asked += 1) await app.request('/guide/pdf/flare-plan.pdf')
  expect(new Set(laidOut).size).toBe(1)
  origin = 'https://moved.example'
  await app.request('/guide/pdf/flare-plan.pdf')
  expect(JSON.stringify(laidOut.at(-1))).toContain('moved.example')
})

test('Learn has its tab, marked on this page, and the page says whose it is in the tab of the browser', async () => {
  const { app } = appWith(async () => there)
  const html = await (await app.request('/guide/pdf')).text()
  expect(html).toMatch(/<a[^>]*href="\/guide\/pdf"[^>]*aria-current="page"/)
  expect(html).toContain('<title>Guides to print and keep')
})
