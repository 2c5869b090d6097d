/**
 * A JSON body as a value, read more strictly than `JSON.parse` reads it.
 * Never: lets a name that stands twice pass. `JSON.parse` would keep the last, and a second "no" would hide a "yes".
 */
import { visit } from 'jsonc-parser'
import { type FieldError, pointer } from './problem.ts'

export type ReadJson =
  | { readonly ok: true; readonly value: unknown }
  /** `notJson`: not to be read at all. `ambiguous`: names that stand twice, or that JavaScript gives a meaning of its own. */
  | { readonly ok: false; readonly why: 'notJson'; readonly detail: string }
  | { readonly ok: false; readonly why: 'ambiguous'; readonly errors: readonly FieldError[] }

/** Deepest nesting that is read. A call needs three. */
const deepest = 20
/** Most errors that are listed. */
const errorsShown = 20
const decoder = new TextDecoder('utf-8', { fatal: true })

/** Reads UTF-8 JSON (RFC 8259). Its work grows with the length of `bytes` alone. Never throws. */
export function readJson(bytes: Uint8Array): ReadJson {
  const text = decoded(bytes)
  if (text === undefined) return notJson('it is not UTF-8')
  const { depth, names } = outlineOf(text)
  if (depth > deepest) return notJson(`it is nested more than ${deepest} deep`)
  try {
    const value: unknown = JSON.parse(text)
    // As many names as were written: none stood twice.
    const errors = namesIn(value) === names ? [] : ambiguities(text)
    return errors.length > 0 ? { ok: false, why: 'ambiguous', errors } : { ok: true, value }
  } catch {
    return notJson('check its brackets, commas and quotation marks')
  }
}

const notJson = (reason: string): ReadJson => ({
  ok: false,
  why: 'notJson',
  detail: `The body is not JSON that we can read: ${reason}.`,
})

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * How deep brackets are nested, whether or not they match, and how many names of fields there are (each has its colon).
 * Counted before anything that calls itself reads the text.
 */
function outlineOf(text: string): { readonly depth: number; readonly names: number } {
  let open = 0
  let depth = 0
  let names = 0
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === '"') at = endOfString(text, at)
    else if (sign === ':') names += 1
    else if (sign === '{' || sign === '[') depth = Math.max(depth, ++open)
    else if (sign === '}' || sign === ']') open -= 1
  }
  return { depth, names }
}

/** Where the string that begins here ends: at a quotation mark with an even number of backslashes before it. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '"') return at
    if (text[at] === '\\') at += 1
  }
  return text.length
}

/** How many names the objects in a value have. `NaN`, which equals no count, where one is `__proto__`. */
function namesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  let names = 0
  if (Array.isArray(value)) for (const item of value) names += namesIn(item)
  else
    for (const [name, inner] of Object.entries(value)) names += name === '__proto__' ? Number.NaN : 1 + namesIn(inner)
  return names
}

/** Names that stand twice in one object, and `__proto__`, which an object cannot simply hold. */
function ambiguities(text: string): readonly FieldError[] {
  const errors: FieldError[] = []
  const open: Set<string>[] = []
  visit(text, {
    onObjectBegin: () => {
      open.push(new Set())
    },
    onObjectEnd: () => {
      open.pop()
    },
    onObjectProperty: (name, _offset, _length, _line, _character, path) => {
      const names = open.at(-1)
      if (errors.length === errorsShown || !names) return
      const where = pointer([...path(), name])
      if (names.has(name)) errors.push({ pointer: where, detail: 'This name stands here twice. Send it once.' })
      if (name === '__proto__') errors.push({ pointer: where, detail: 'There is no field of this name.' })
      names.add(name)
    },
  })
  return errors
}
