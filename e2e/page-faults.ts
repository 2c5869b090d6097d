/** What is wrong with a page of the staff for whoever has a thumb, a narrow screen or a screen reader. */
import type { Page } from 'playwright-core'
import { enterFaults } from './enter-faults.ts'
import { bringAxe } from './looks.ts'

/**
 * What is wrong with the page as it stands, in words. Runs in the page.
 * A free time in the table of a day (.cal-free) is as high as it is long; "New visit" above it does the same.
 */
function faultsOfPage(): readonly string[] {
  const faults: string[] = []
  const root = document.documentElement
  if (root.scrollWidth > window.innerWidth) faults.push(`sticks out by ${root.scrollWidth - window.innerWidth} px`)
  if (document.querySelectorAll('h1').length !== 1) faults.push('has not one heading')
  for (const one of document.querySelectorAll<HTMLInputElement>('form[method=post] :is(textarea, input)[maxlength]'))
    if (!/numeric|decimal/.test(one.inputMode) && one.type !== 'password' && !one.matches('.number, .setup-time'))
      faults.push(`${one.name} cuts what is pasted`)
  const pressed = [...document.querySelectorAll<HTMLElement>('a, button, input:not([type=hidden]), select, summary')]
  const shown = pressed.filter((one) => {
    const { width, height } = one.getBoundingClientRect()
    const isInSentence = one.tagName === 'A' && getComputedStyle(one).display === 'inline'
    const isBox = one instanceof HTMLInputElement && /radio|checkbox/.test(one.type)
    return width > 0 && height > 0 && !one.matches('.skip, .cal-free, .unseen') && !isInSentence && !isBox
  })
  const boxes = shown.map((one) => ({ one, box: one.getBoundingClientRect() }))
  const named = (one: HTMLElement) => `${one.tagName.toLowerCase()} "${(one.innerText || one.id).slice(0, 30)}"`
  for (const { one, box } of boxes)
    if (box.height < 24 || box.width < 24) faults.push(`${named(one)} is ${box.width | 0} by ${box.height | 0}`)
  const fields = boxes.filter(({ one }) => /INPUT|SELECT/.test(one.tagName) || one.classList.contains('button'))
  for (const [at, { one, box }] of fields.entries())
    for (const { one: other, box: its } of fields.slice(at + 1)) {
      const isApart =
        box.right <= its.left || its.right <= box.left || box.bottom + 1 < its.top || its.bottom + 1 < box.top
      if (!isApart && !one.contains(other)) faults.push(`${named(one)} touches ${named(other)}`)
    }
  return faults
}

/** The same, and what axe finds, with everything open that can be opened. @param byAxe left out, it is asked too */
export async function faultsOf(page: Page, byAxe = true): Promise<readonly string[]> {
  await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
  const measured = [...(await page.evaluate(faultsOfPage)), ...(await page.evaluate(enterFaults))]
  if (!byAxe) return measured
  await bringAxe(page)
  const found: readonly string[] = await page.evaluate(
    `axe.run({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ": " + nodes[0].html.slice(0, 120)))`,
  )
  return [...found, ...measured]
}
