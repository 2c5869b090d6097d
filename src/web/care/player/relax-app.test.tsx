/** Relaxing through the app itself, in both homes: who is offered what, and what comes first. */
import { describe, expect, test } from 'vitest'
import { createCareApp } from '../app.tsx'
import { headingOf, noon } from '../plan/plan.fixtures.ts'
import { begunOn, device, freshId } from '../programme/programme.fixtures.ts'

const linksIn = (html: string) => [...html.matchAll(/href="\/relax\/([^"]+)"/g)].map(([, id]) => id)

describe('on the server, where nothing is known', () => {
  const server = createCareApp({
    kind: 'server',
    notebook: null,
    now: () => noon,
    newId: () => freshId(),
    assets: { css: '/site.css', islands: { player: '/assets/player.js' } },
    buildId: 'test',
  })
  const get = async (path: string) => {
    const answer = await server.request(path)
    return { status: answer.status, html: await answer.text() }
  }
  test('breathing and letting go are offered, nothing tensed, and the check comes first', async () => {
    const { html } = await get('/relax')
    expect(linksIn(html)).toEqual(expect.arrayContaining(['breathe-5', 'let-go', 'body-scan']))
    expect(linksIn(html)).not.toContain('muscles')
    expect(html.indexOf('Start the check')).toBeLessThan(html.indexOf('/relax/breathe-5'))
  })
  test('each opens with how, when to stop, why and how sure, without a script', async () => {
    for (const id of linksIn((await get('/relax')).html)) {
      const { status, html } = await get(`/relax/${id}`)
      expect([id, status]).toEqual([id, 200])
      for (const part of ['<h2>How</h2>', 'When to stop', '<h2>Why</h2>', 'How sure we are', 'Use a clock'])
        expect([id, part, html.includes(part)]).toEqual([id, part, true])
      expect(html).toContain('src="/assets/player.js"')
    }
  })
  test('one that is not offered has no page', async () => {
    for (const id of ['muscles', 'ease-M17a', 'nonsense']) expect((await get(`/relax/${id}`)).status).toBe(404)
  })
})

describe('on the device', () => {
  test('after a clear check and plan, tensing and letting go is there', async () => {
    const home = await begunOn()
    const page = await home.get('/relax')
    expect(linksIn(page.html)).toContain('muscles')
    expect(page.text, 'the check is done, so nobody is sent to it').not.toContain('Do the check first.')
    expect((await home.get('/relax/muscles')).text).toContain('10 minutes')
  })
  test('with a heart condition nothing is tensed; letting go takes its place', async () => {
    const home = device()
    await home.check(0)
    await home.plan(0, 7.2, { health: ['heart'] })
    const links = linksIn((await home.get('/relax')).html)
    expect(links).not.toContain('muscles')
    expect(links).toContain('let-go')
    expect((await home.get('/relax/muscles')).status).toBe(404)
  })
  test.each([
    ['an emergency', { A2: 'yes', 'A2.kind': 'changed', 'A2.when': 'new' }],
    ['a same-day call', { F1: 'yes', F2: 'yes' }],
  ])('after %s help comes first and nothing is offered', async (_level, answers) => {
    const home = await device().check(0, 12, answers)
    for (const path of ['/relax', '/relax/breathe-5']) {
      const page = await home.get(path)
      expect(linksIn(page.html)).toEqual([])
      expect(page.html).not.toContain('data-player')
      expect(page.heading).toMatch(/first/)
    }
    // A day later that result still stands until somebody has seen the person.
    expect(linksIn((await home.at(1, 13).get('/relax')).html)).toEqual([])
  })
  test('while only gentle things are open: breathing and positions of ease', async () => {
    const home = await device().check(0, 12, { F1: 'yes' })
    const page = await home.get('/relax')
    expect(linksIn(page.html)).toContain('breathe-5')
    expect(linksIn(page.html).every((id) => /^(breathe|ease)-/.test(id ?? ''))).toBe(true)
    expect(page.text).toContain('Your check asks you to be seen first.')
  })
  test('after a stop it is closed as the plan is', async () => {
    const home = await begunOn()
    await home.write(noon, { kind: 'stopped', sign: 'fever' })
    expect(linksIn((await home.at(0, 13).get('/relax')).html)).toEqual([])
  })
  test('with an old check the check comes first, and what suits everybody stays', async () => {
    const home = await begunOn()
    const page = await home.at(2, 12).get('/relax')
    expect(page.text).toContain('Do the check first.')
    expect(linksIn(page.html)).toContain('breathe-5')
  })
  test('no course of this kind has a page whose heading is empty', async () => {
    const home = await begunOn()
    for (const id of linksIn((await home.get('/relax')).html))
      expect(headingOf((await home.get(`/relax/${id}`)).html)).not.toBe('')
  })
})

describe('a step of the plan that is too sore', () => {
  const stepOf = (html: string) => /\/plan\/step\/(tilt-[a-z-]+|ease-[a-z-]+)/.exec(html)?.[0] ?? ''
  test('is stopped with one tap, and the leg is asked', async () => {
    const home = await begunOn()
    const step = stepOf((await home.get('/plan')).html)
    expect((await home.get(step)).html).toContain('value="tooSore"')
    const asked = await home.post(step, { do: 'tooSore' })
    expect([asked.heading, asked.text.includes('How is your leg?')]).toEqual(['Stop this one', true])
    expect((await home.post(step, { do: 'soreLeg' })).status).toBe(422)
    expect((await home.post(step, { do: 'soreLeg', leg: 'same' })).heading).toBe('Leave that one out today')
    expect(await home.of('stopped')).toEqual([])
  })
  test('pain further down the leg stops the plan until a check (H-10)', async () => {
    const home = await begunOn()
    const step = stepOf((await home.get('/plan')).html)
    const page = await home.post(step, { do: 'soreLeg', leg: 'notSure' })
    expect(page.heading).toBe('Stop here for now')
    expect(page.html).toContain('href="/check"')
    expect((await home.of('stopped')).map(({ told }) => told)).toEqual(['legFurther'])
    expect((await home.at(0, 13).get('/plan')).heading).toBe('Check again first')
  })
})
