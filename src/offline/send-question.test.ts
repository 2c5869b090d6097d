/** A question to a therapist, held on the device until it has passed. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { asEpochMs } from '../care/evidence/time.ts'
import type { DeviceHome } from './checks-under-way.ts'
import { deviceNotebook } from './device.fixtures.ts'
import { sendQuestion } from './send-question.ts'

const notebook = deviceNotebook()
const home: DeviceHome = {
  kind: 'device',
  notebook,
  now: () => asEpochMs(Date.UTC(2026, 10, 26, 12)),
  newId: () => '0',
  assets: { css: '/site.css', islands: {} },
  buildId: 'test',
}
let sent: string[]
let isAway = false
/** Does the server have the question, and lead to its page? */
let isTaken = false
beforeEach(async () => {
  ;[sent, isAway, isTaken] = [[], false, false]
  await notebook.question.remove()
  vi.stubGlobal('fetch', async (request: Request) => {
    if (isAway) throw new TypeError('no connection')
    sent.push(await request.text())
    return isTaken ? Response.redirect('http://localhost/ask/token', 303) : new Response('of the server')
  })
})
afterEach(() => vi.unstubAllGlobals())

const send = async (fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) => {
  const body = new URLSearchParams({ key: 'k', who: 'me', email: 'r@example.org', ...fields })
  const ours = { Origin: 'http://localhost', ...headers }
  const response = await sendQuestion(
    new Request('http://localhost/ask', { method: 'POST', body, headers: ours }),
    home,
  )
  return { status: response.status, body: await response.text(), headers: response.headers }
}
const danger = 'Can I swim? I am numb when I wipe and cannot feel myself pee.'
const namesIn = (html: string) => [
  ...new Set([...html.matchAll(/name="(danger-[^"]+)"/g)].map(([, name]) => name ?? '')),
]

test('without danger goes to the server as it was sent', async () => {
  expect((await send({ words: 'May I swim?' })).body).toBe('of the server')
  expect(sent).toEqual(['key=k&who=me&email=r%40example.org&words=May+I+swim%3F'])
})

test('that cannot be sent and tells of an emergency which is not of the back says so first', async () => {
  isAway = true
  const told = (await send({ words: 'My throat is closing. Is it the gel?' })).body
  expect(told).toContain('This is about backs only.')
  expect(told.indexOf('tel:999')).toBeLessThan(told.indexOf('Press the button'))
  expect((await send({ words: 'May I swim?' })).body).not.toContain('This is about backs only.')
})

test('that may tell of danger does not leave the device; the check’s own question is asked, and nothing typed is lost', async () => {
  const held = await send({ words: `${danger} <b>` })
  expect(sent).toEqual([])
  expect(held.status).toBe(422)
  for (const words of ['One question first', 'Can I swim?', '&lt;b>', 'r@example.org', '999', 'stays on this device'])
    expect(held.body).toContain(words)
  const answers = [...held.body.matchAll(/name="danger-[^"]+" value="([^"]+)"/g)].map(([, value]) => value)
  expect(answers.slice(0, 3)).toEqual(['no', 'yes', 'notSure'])
  expect(held.body).not.toContain(' <b>')
  expect(held.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
  expect(held.body).toContain('<title>One question first')
  expect(held.body).not.toContain('Find a physio')
  expect(held.headers.get('Cache-Control')).toBe('no-store')
})

test.each(['yes', 'notSure'])('whose asker says %s to that goes nowhere, and leads to the check', async (value) => {
  const names = namesIn((await send({ words: danger })).body)
  expect(names.length).toBeGreaterThan(0)
  const [first = '', ...rest] = names
  const answers = { [first]: value, ...Object.fromEntries(rest.map((name) => [name, 'no'])) }
  const stopped = await send({ words: danger, ...answers })
  expect(stopped.body).toContain('Get help first')
  expect(stopped.body).toContain('Your question was not sent')
  expect(stopped.body).not.toContain('wipe')
  const main = /<main[\s\S]*<\/main>/.exec(stopped.body)?.[0] ?? ''
  expect([...main.matchAll(/href="(tel:\d+|\/check|\/emergency)"/g)].map(([, to]) => to)).toEqual([
    ...['tel:999', 'tel:111', '/check', '/emergency'],
  ])
  expect(sent).toEqual([])
})

test('goes once every one of them is answered with no; one left open, or a made-up answer, holds it', async () => {
  const names = namesIn((await send({ words: danger })).body)
  for (const value of ['', 'perhaps']) {
    const answers = Object.fromEntries(names.map((name) => [name, value]))
    expect((await send({ words: danger, held: 'yes', ...answers })).body).toContain('Please answer this first')
  }
  expect(sent).toEqual([])
  const no = Object.fromEntries(names.map((name) => [name, 'no']))
  expect((await send({ words: danger, ...no })).body).toBe('of the server')
  expect(sent).toHaveLength(1)
})

test('without a connection is shown whole, to be sent later', async () => {
  isAway = true
  const unsent = await send({ words: 'May I <i>swim?', clinic: 'c' })
  expect(unsent.status).toBe(503)
  for (const words of ['Your question is not sent', 'May I &lt;i>swim?', 'Try again', 'r@example.org'])
    expect(unsent.body).toContain(words)
})

test('of another site is left to the server, which refuses it', async () => {
  expect((await send({ words: danger }, { 'Sec-Fetch-Site': 'cross-site' })).body).toBe('of the server')
})

test('that was stopped is kept on the device, which says so, until the server has it', async () => {
  const [name = ''] = namesIn((await send({ words: danger })).body)
  expect((await notebook.question.get())?.words).toBe(danger)
  const stopped = (await send({ words: danger, [name]: 'yes' })).body
  expect(stopped).toContain('Your question is kept on this device alone')
  const no = Object.fromEntries(namesIn((await send({ words: danger })).body).map((one) => [one, 'no']))
  // The server showed its form again: there is something to put right.
  await send({ words: danger, ...no })
  expect(await notebook.question.get()).not.toBeNull()
  isTaken = true
  await send({ words: danger, ...no })
  expect(await notebook.question.get()).toBeNull()
})

test('that could not be kept is not said to be', async () => {
  const words = `My husband hits me. ${danger}`
  const [name = ''] = namesIn((await send({ words })).body)
  const stopped = (await send({ words, [name]: 'yes' })).body
  expect(stopped).not.toContain('kept on this device')
  expect(stopped).toContain('not kept either')
})
