/**
 * Finds what a built stylesheet uses that is newer than the floor: properties, words and functions in values, units,
 * selectors, at-rules and nesting.
 * Not counted: what stands inside `@supports`, and a declaration that repeats one of the same property in the same block,
 * since an older browser then keeps the first (unless the value has a variable in it).
 */
import type { CompatStatement, Identifier } from '@mdn/browser-compat-data/types'
import { browsersWithout, insideOf, lookUp } from './floor.ts'

/** Functions and words of values that belong to a type rather than to one property, by name: `color-mix`, `light-dark`. */
const valueParts = new Map<string, CompatStatement>()
const addParts = (part: Identifier | undefined) => {
  for (const [name, inside] of insideOf(part)) {
    const compat = inside.__compat
    if (compat && !valueParts.has(name)) valueParts.set(name, compat)
    addParts(inside)
  }
}
addParts(lookUp('css', 'types'))
/** Kinds of unit that the data keep together. */
const unitKinds = [
  [/^[dsl]v(?:[hwib]|min|max)$/, 'viewport_percentage_units_dynamic'],
  [/^cq(?:[hwib]|min|max)$/, 'container_query_length_units'],
] as const

/** Names of all features that are used unguarded and too new, each once: `:has()`, `color-mix`, `dvh`, `nesting`. */
export function newInStyle(css: string): ReadonlySet<string> {
  const found = new Set<string>()
  const note = (name: string, ...compats: readonly (CompatStatement | undefined)[]) => {
    const known = compats.filter((compat) => compat !== undefined)
    if (known.length > 0 && known.every((compat) => browsersWithout(compat).length > 0)) found.add(name)
  }
  readBlock(css.replaceAll(/\/\*[\s\S]*?\*\//g, ''), false, note)
  return found
}

type Note = (name: string, ...compats: readonly (CompatStatement | undefined)[]) => void

/** Reads rules and declarations between two braces. @param inRule whether a style rule is around them */
function readBlock(text: string, inRule: boolean, note: Note): void {
  const declared = new Set<string>()
  for (const { head, body } of partsOf(text)) {
    if (body === null) {
      const [, property, value] = /^([-\w]+)\s*:\s*([\s\S]+)$/.exec(head) ?? []
      if (property === undefined || value === undefined) continue
      // A value with var() is only refused once it is computed: an older browser then has dropped the first already.
      if (!declared.has(property) || value.includes('var(')) readDeclaration(property, value, note)
      declared.add(property)
    } else if (head.startsWith('@')) {
      const name = /^@([-\w]+)/.exec(head)?.[1] ?? ''
      if (name === 'supports') continue
      note(`@${name}`, lookUp('css', 'at-rules', name)?.__compat)
      readBlock(body, inRule || name === 'font-face' || name === 'page', note)
    } else {
      if (inRule) note('nesting', lookUp('css', 'selectors', 'nesting')?.__compat)
      for (const [, colons, pseudo = ''] of head.matchAll(/(::?)([-a-z]+)/g))
        note(`${colons}${pseudo}`, lookUp('css', 'selectors', pseudo)?.__compat)
      readBlock(body, true, note)
    }
  }
}

function readDeclaration(property: string, value: string, note: Note): void {
  if (!property.startsWith('--')) note(property, lookUp('css', 'properties', property)?.__compat)
  const plain = value.replaceAll(/"[^"]*"|'[^']*'|url\([^)]*\)/g, '')
  for (const [, name = '', open] of plain.matchAll(/(?<![-\w.#])([a-z][-\w]*)(\()?/gi)) {
    const ofProperty = lookUp('css', 'properties', property, name)?.__compat
    note(open ? `${name}()` : `${property}: ${name}`, ofProperty ?? (open ? valueParts.get(name) : undefined))
  }
  for (const [, unit = ''] of plain.matchAll(/\d([a-z]+)\b/gi)) {
    const kind = unitKinds.find(([shape]) => shape.test(unit))?.[1]
    note(unit, lookUp('css', 'types', 'length', kind ?? unit)?.__compat)
  }
}

/** Cuts a block into declarations (`body` null) and rules. */
function partsOf(text: string): readonly { readonly head: string; readonly body: string | null }[] {
  const parts: { head: string; body: string | null }[] = []
  let from = 0
  let depth = 0
  let open = 0
  let quote = ''
  for (let at = 0; at <= text.length; at += 1) {
    const sign = text[at] ?? ';'
    if (quote) {
      if (sign === '\\') at += 1
      else if (sign === quote) quote = ''
    } else if (sign === '"' || sign === "'") quote = sign
    else if (sign === '{') {
      if (depth === 0) open = at
      depth += 1
    } else if (sign === '}') {
      depth -= 1
      if (depth === 0) {
        parts.push({ head: text.slice(from, open).trim(), body: text.slice(open + 1, at) })
        from = at + 1
      }
    } else if (sign === ';' && depth === 0) {
      const head = text.slice(from, at).trim()
      if (head !== '') parts.push({ head, body: null })
      from = at + 1
    }
  }
  return parts
}
