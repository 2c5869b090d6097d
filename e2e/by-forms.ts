/**
 * Pages asked for as a browser without scripts asks for them, by HTTP alone: for tests that go through many and open few.
 * Never: opens one by itself.
 */
import type { Page } from 'playwright-core'
import { decoded } from '../src/web/care/plan/plan.fixtures.ts'
import { type Fields, sendFields } from './at-once.ts'

/** A page, and what was asked to have it. */
export interface Asked {
  readonly origin: string
  readonly path: string
  /** What was sent, where a form led to it. */
  readonly fields?: Fields | undefined
  readonly html: string
}

/** Asks for a page, or sends a form to it. */
export async function ask(origin: string, path: string, fields?: Fields): Promise<Asked> {
  const body = fields && new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value]))
  const answer = await fetch(origin + path, body && { method: 'POST', body, headers: { Origin: origin } })
  return { origin, path, fields, html: await answer.text() }
}

/** Opens it in a browser, by the same form. The page that is open is one of the same server. */
export const openAsked = (page: Page, { origin, path, fields }: Asked): Promise<unknown> =>
  fields ? sendFields(page, fields, path) : page.goto(origin + path)

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`).exec(tag)
  return found ? decoded(found[1] ?? '') : undefined
}

/** What a form sends as it stands. */
function standing(form: string): Fields {
  const inputs: Fields = [...form.matchAll(/<input\b(?:"[^"]*"|[^">])*>/g)].flatMap(([tag]) => {
    const name = attribute(tag, 'name')
    const mayBeOff = /radio|checkbox/.test(attribute(tag, 'type') ?? '') && attribute(tag, 'checked') === undefined
    return name === undefined || mayBeOff ? [] : [[name, attribute(tag, 'value') ?? ''] as const]
  })
  const lists = [...form.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g)].flatMap(([, tag = '', inside = '']) => {
    const options = [...inside.matchAll(/<option\b[^>]*>/g)].map(([option]) => option)
    const chosen = options.find((one) => attribute(one, 'selected') !== undefined) ?? options[0] ?? ''
    const name = attribute(tag, 'name')
    return name === undefined ? [] : [[name, attribute(chosen, 'value') ?? ''] as const]
  })
  return [...inputs, ...lists]
}

/**
 * What pressing a button of the page sends, and where to.
 * @param button a part of its tag, as `value="more"`, or of that of its form
 * @param told what is filled in, in place of what stands there
 */
export function pressing({ html, path }: Asked, button: string, told: Fields = []): readonly [string, Fields] {
  for (const [form] of html.matchAll(/<form\b[\s\S]*?<\/form>/g)) {
    const tag = form.slice(0, form.indexOf('>') + 1)
    const tags = [...form.matchAll(/<button\b(?:"[^"]*"|[^">])*>/g)].map(([one]) => one)
    const pressed = tags.find((one) => one.includes(button)) ?? (tag.includes(button) ? tags[0] : undefined)
    if (!pressed) continue
    const name = attribute(pressed, 'name')
    const stays = standing(form).filter(([one]) => !told.some(([own]) => own === one))
    const own: Fields = name === undefined ? [] : [[name, attribute(pressed, 'value') ?? '']]
    return [attribute(pressed, 'formaction') ?? attribute(tag, 'action') ?? path, [...stays, ...told, ...own]]
  }
  throw new Error(`No button ${button} on ${path}.`)
}

/** Presses it. */
export async function press(on: Asked, button: string, told: Fields = []): Promise<Asked> {
  const [path, fields] = pressing(on, button, told)
  return await ask(on.origin, path, fields)
}
