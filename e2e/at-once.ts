/** A check that is sent in one go, for tests that begin with its result; those about its screens walk through them (walk.ts). */
import type { Page } from 'playwright-core'
import type { Answers } from '../src/care/check/types.ts'
import { finishedAnswers } from '../src/web/care/plan/plan.fixtures.ts'

/** What a form sends. */
export type Fields = readonly (readonly [name: string, value: string])[]

/** Sends a check, or what was told in it, as a form of the open page would. */
export async function sendFields(page: Page, fields: Fields, action = '/check'): Promise<void> {
  const sent = page.evaluate(
    ([all, where]) => {
      const form = document.createElement('form')
      form.method = 'post'
      form.action = where
      for (const [name, value] of all) form.append(Object.assign(document.createElement('input'), { name, value }))
      document.body.append(form)
      form.submit()
    },
    [fields, action] as const,
  )
  await Promise.all([page.waitForEvent('domcontentloaded'), sent])
}

/** Begins a check, answers all of it at once, and comes to its result. @param told where it is not a plain strain */
export async function checkAtOnce(page: Page, origin: string, told: Answers = {}): Promise<void> {
  await page.goto(`${origin}/check`)
  const carried = await page.evaluate(() => {
    const form = document.querySelector<HTMLInputElement>('input[name="trail"]')?.form
    return [...new FormData(form ?? undefined)].map(([name, value]) => [name, String(value)] as const)
  })
  const trail = JSON.parse(carried.find(([name]) => name === 'trail')?.[1] ?? '')
  const { answers } = finishedAnswers(told)
  const fields: Fields = carried.flatMap(([name, value]) => {
    if (name === 'trail') return [[name, JSON.stringify({ ...trail, steps: [{ answers, single: [] }] })] as const]
    return /^(q\.|list\.|shown$|do$)/.test(name) ? [] : [[name, value] as const]
  })
  await sendFields(page, [...fields, ['do', 'on']])
}
