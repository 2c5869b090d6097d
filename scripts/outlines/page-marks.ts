/**
 * What the tags of a page say that its outline does not show: who is told of it aloud, which keys a phone offers, what the
 * browser may fill in, which press is shown as the next one. Each once, with the words that it stands at. Tests only.
 */
import { decoded } from '../../src/web/care/plan/plan.fixtures.ts'

/** Shown in the outline, or kept by what every page keeps. */
const elsewhere =
  /^(id|for|type|href|action|method|value|checked|selected|disabled|open|min|max|step|maxlength|required|formaction|novalidate|style|parts|tabindex|aria-(?:labelledby|describedby|controls|current)|data-(?:figure|timer|focus))$/
/** Of these the name is told apart: each field has keys and help of its own. */
const fields = /^(input|textarea|select)$/
/** Of these the look counts: it says what can be pressed, and which press is the next one. */
const pressed = /^(a|button)$/
const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
/** As many letters of the words tell one from another. */
const mostSaid = 24
/** What is longer is data for a script, which has tests of its own. */
const mostHeld = 60

/** A line for each tag that has such marks. */
export function marksOf(main: string): readonly string[] {
  const tags = main.matchAll(/<([a-z][a-z0-9]*)([^>]*)>([^<]*)/g)
  return [...tags].flatMap(([, tag = '', attributes = '', words = '']) => {
    const all = [...attributes.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => ({
      name,
      value,
    }))
    const marks = all.filter(({ name }) => isMark(tag, name))
    if (!marks.some(({ name }) => name !== 'name')) return []
    const said = decoded(words).replaceAll(/\s+/g, ' ').trim().slice(0, mostSaid)
    const line = marks.map(({ name, value }) => `${name}=${value.length > mostHeld ? '…' : decoded(value)}`).join(' ')
    return [`<${tag} ${line}> ${said}`.replaceAll(uuid, '‹id›').trimEnd()]
  })
}

function isMark(tag: string, name: string): boolean {
  if (name === 'class') return pressed.test(tag)
  return name === 'name' ? fields.test(tag) : !elsewhere.test(name)
}
