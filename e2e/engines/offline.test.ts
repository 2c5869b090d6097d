/** The first check with the network cut after the first visit, in Firefox and in WebKit. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type RunningServer, startServer } from '../browser.ts'
import { plainStrain, type Told } from '../walk.ts'
import { type Engine, startFirefox, startWebKit, until } from './engine.ts'
import { heading, leadOn, text } from './walk.ts'

describe.each([
  ['Firefox', startFirefox],
  ['WebKit', startWebKit],
] as const)('in %s', (_name, start) => {
  let engine: Engine
  let server: RunningServer

  beforeAll(async () => {
    engine = await start()
  })
  afterAll(async () => {
    await engine?.stop()
  })
  beforeEach(async () => {
    server = await startServer()
  })
  afterEach(async () => {
    await server.stop()
  })

  /** Opens the front page and waits until the worker answers for it. */
  async function visitOnce(): Promise<void> {
    await engine.goto(server.origin)
    await until(() => engine.inPage(() => navigator.serviceWorker.controller?.state === 'activated', null))
  }

  async function walkToResult(told: Told): Promise<void> {
    await leadOn(engine, () => document.querySelector<HTMLElement>('main a[href="/check"]')?.click(), null)
    for (let screen = 0; screen < 30; screen += 1) {
      if (!(await engine.inPage(() => document.querySelector('input[name="shown"]') !== null, null))) return
      await leadOn(engine, answerInPage, told)
    }
    throw new Error(`No result after 30 screens; stuck at "${await heading(engine)}".`)
  }

  test('the first check is done whole with the server gone, and its result is kept', async () => {
    await visitOnce()
    await server.stop()
    await expect(fetch(server.origin)).rejects.toThrow()
    await walkToResult({ ...plainStrain, F5: 'yes' })
    expect(await heading(engine)).toBe('Book to be seen')
    await engine.goto(`${server.origin}/record`)
    expect(await text(engine)).toContain('Check finished. Result:')
    await engine.goto(`${server.origin}/emergency`)
    expect(await heading(engine)).toBe('Emergency signs')
  })

  test('an emergency is found with the server gone, and said in full', async () => {
    await visitOnce()
    await server.stop()
    await walkToResult({ A2: 'yes', 'A2.kind': 'changed', 'A2.when': 'new' })
    expect(await heading(engine)).toBe('Go to A&E now')
    expect(await text(engine)).toContain('999')
  })
})

/** Answers one screen and sends it. Runs in the page, and so may use nothing from outside. */
function answerInPage(told: Told): void {
  const shows = (field: Element) => (field.closest('label') ?? field).getClientRects().length > 0
  const done = new Set<string>()
  let ticked = false
  for (let round = 0; round < 3; round += 1) {
    for (const field of document.querySelectorAll<HTMLInputElement>('[name^="q."]')) {
      const id = field.name.slice(2)
      if (done.has(id) || !shows(field)) continue
      const answer = told[id]
      const group = [...document.querySelectorAll<HTMLInputElement>(`[name="${field.name}"]`)]
      if (field.type === 'radio') {
        const wanted = answer ?? (group.some(({ value }) => value === 'no') ? 'no' : group[0]?.value)
        group.find(({ value }) => value === wanted)?.click()
        done.add(id)
      } else if (field.type === 'checkbox') {
        const wanted = group.find(({ value }) => value === answer)
        if (wanted) {
          wanted.click()
          ticked = true
          done.add(id)
        }
      } else {
        if (answer !== undefined) field.value = answer
        done.add(id)
      }
    }
  }
  for (const box of document.querySelectorAll<HTMLInputElement>('input[type="checkbox"][value="none"]')) {
    const items = [...(box.closest('fieldset')?.querySelectorAll<HTMLInputElement>('input[name^="q."]') ?? [])]
    if (shows(box) && !items.some(({ checked }) => checked)) box.click()
  }
  const none = document.querySelector<HTMLElement>('button[value="none"]')
  const next = document.querySelector<HTMLElement>('form button.go')
  const button = none && !ticked ? none : next
  // As the key Tab goes through them: a button answers a list at once only where all of it was read.
  for (const box of document.querySelectorAll<HTMLInputElement>('.tick > input')) box.focus({ preventScroll: true })
  setTimeout(() => button?.click(), 0)
}
