/** The forms of a page as a browser has them, and what somebody fills in. Knows no page of ours. */
import type { Chance } from '../chance.ts'
import { anyText, noise } from '../texts.ts'
import type { Pairs } from './device.ts'

interface Field {
  readonly name: string
  readonly kind: 'radio' | 'checkbox' | 'text' | 'number' | 'hidden' | 'select' | 'file'
  /** Of radios, boxes and lists: what can be chosen. */
  readonly values: string[]
  readonly value: string
}
export interface Form {
  readonly action: string
  readonly method: 'get' | 'post'
  readonly fields: readonly Field[]
  readonly buttons: readonly { readonly name: string; readonly value: string; readonly text: string }[]
}

/** Text as a browser shows it. */
const decoded = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

/** What a page says, without its tags. */
export const textOf = (html: string): string =>
  decoded((/<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? html).replaceAll(/<[^>]+>/g, ' ')).replaceAll(/\s+/g, ' ')

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`).exec(tag)
  return found ? decoded(found[1] ?? '') : undefined
}

/** Every form of a page. @param path of the page, where a form without an address posts to */
export function formsOf(html: string, path: string): readonly Form[] {
  return [...html.matchAll(/<form\b[^>]*>([\s\S]*?)<\/form>/g)].map(([whole, inside = '']) => {
    const tag = whole.slice(0, whole.indexOf('>') + 1)
    return {
      action: (attribute(tag, 'action') ?? path).replace(/[?#].*$/, '') || path,
      method: attribute(tag, 'method') === 'post' ? 'post' : 'get',
      fields: fieldsOf(inside),
      buttons: [...inside.matchAll(/(<button\b[^>]*>)([\s\S]*?)<\/button>/g)]
        .filter(([, button = '']) => attribute(button, 'type') !== 'button')
        .map(([, button = '', text = '']) => ({
          name: attribute(button, 'name') ?? '',
          value: attribute(button, 'value') ?? '',
          text: textOf(text),
        })),
    }
  })
}

function fieldsOf(inside: string): readonly Field[] {
  const byName = new Map<string, Field>()
  for (const [tag, kind] of inside.matchAll(/<(input|textarea|select)\b[^>]*>/g)) {
    const name = attribute(tag, 'name')
    if (name === undefined) continue
    const type = kind === 'input' ? (attribute(tag, 'type') ?? 'text') : kind === 'select' ? 'select' : 'text'
    const field = byName.get(name) ?? { name, kind: kindOf(type), values: [], value: attribute(tag, 'value') ?? '' }
    field.values.push(attribute(tag, 'value') ?? (type === 'checkbox' ? 'on' : ''))
    byName.set(name, field)
  }
  for (const [, tag = '', options = ''] of inside.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g)) {
    const field = byName.get(attribute(tag, 'name') ?? '')
    const values = [...options.matchAll(/<option\b[^>]*>/g)].map(([option]) => attribute(option, 'value') ?? '')
    if (field) field.values.splice(0, field.values.length, ...values)
  }
  return [...byName.values()]
}

const kindOf = (type: string): Field['kind'] =>
  type === 'radio' ||
  type === 'checkbox' ||
  type === 'hidden' ||
  type === 'file' ||
  type === 'number' ||
  type === 'select'
    ? type
    : type === 'range'
      ? 'number'
      : 'text'

/** What somebody answers, by the name of the field or of its question. */
export type Told = Readonly<Record<string, string | readonly string[]>>
/** `plain`: as told, else calmly. `silly`: anything at all, also what the form does not offer. */
export type Manner = 'plain' | 'silly'

/** The fields as filled in. */
export function filled(form: Form, told: Told, manner: Manner, chance: Chance): Pairs {
  return form.fields.flatMap((field) =>
    manner === 'plain' ? plainly(field, form, told, chance) : wildly(field, chance),
  )
}

function plainly({ name, kind, values, value }: Field, form: Form, told: Told, chance: Chance): Pairs {
  if (kind === 'hidden') return values.map((one) => [name, one] as const)
  const wanted = told[name] ?? told[name.replace(/^q\./, '')]
  const chosen = wanted === undefined ? undefined : [wanted].flat()
  switch (kind) {
    case 'radio':
    case 'select': {
      const offered = chosen?.find((one) => values.includes(one))
      return [[name, offered ?? calmest(values, chance)]]
    }
    case 'checkbox': {
      const fits = chosen?.filter((one) => values.includes(one)) ?? []
      if (fits.length > 0) return fits.map((one) => [name, one] as const)
      if (!values.includes('none')) return []
      // A list says none of these, unless something in it is told.
      const more = form.fields.some(
        (one) => one.kind === 'checkbox' && !one.values.includes('none') && isTold(one, told),
      )
      return more ? [] : [[name, 'none']]
    }
    case 'number':
      return [[name, chosen?.[0] ?? (value !== '' ? value : String(chance.below(6)))]]
    case 'text':
      return [[name, chosen?.[0] ?? value]]
    default:
      return []
  }
}

const isTold = ({ name, values }: Field, told: Told): boolean =>
  [told[name] ?? told[name.replace(/^q\./, '')] ?? []].flat().some((one) => values.includes(one))

const calmWords = ['no', 'none', 'same', 'can', 'fine', 'all', 'within', 'beside', 'days0', 'moves', 'strain', 'sudden']
const calmest = (values: readonly string[], chance: Chance): string =>
  calmWords.find((one) => values.includes(one)) ?? chance.one(values.length > 0 ? values : [''])

const silly = [
  '',
  '-1',
  '0',
  '999999999999',
  '1e9',
  'NaN',
  '٣',
  '1,5',
  'yes',
  'no',
  'notSure',
  '__proto__',
  '2026-02-30',
]

function wildly({ name, kind, values }: Field, chance: Chance): Pairs {
  if (chance.is(0.06)) return []
  if (chance.is(0.06)) return [[name, chance.is(0.5) ? chance.one(silly) : noise(chance, chance.below(40))]]
  switch (kind) {
    case 'hidden':
      return values.map((one) => [name, one] as const)
    case 'radio':
    case 'select':
      return [[name, chance.one(values)], ...(chance.is(0.03) ? [[name, chance.one(values)] as const] : [])]
    case 'checkbox':
      return chance.some(values, 0.3).map((one) => [name, one] as const)
    case 'number':
      return [[name, chance.is(0.8) ? String(chance.below(12)) : chance.one(silly)]]
    case 'text':
      return [[name, chance.is(0.4) ? '' : chance.is(0.3) ? chance.one(silly) : anyText(chance).slice(0, 400)]]
    default:
      return []
  }
}
