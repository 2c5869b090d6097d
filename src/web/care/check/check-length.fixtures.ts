/**
 * Reads a page of the check as a person sees it, and walks through the pages with a finger: which words are in sight, and
 * how often one taps. Tests only. Counts what is rendered, never the data behind it.
 *
 * In sight: the main part of the page without closed details, follow-ups that no answer has opened, and what is there
 * for screen readers alone. A tap: each answer chosen, each field touched, each digit typed, and the button that sends.
 */

/** Words a minute and seconds a tap, for the time that a reader of every word needs. */
const wordsPerMinute = 220
const secondsPerTap = 1.5

/** Seconds to read these words and make these taps. */
export const secondsFor = ({ words, taps }: { readonly words: number; readonly taps: number }): number =>
  (words / wordsPerMinute) * 60 + taps * secondsPerTap

interface Element {
  readonly tag: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: (Element | string)[]
  readonly parent: Element | null
}

const voids = new Set(['input', 'br', 'hr', 'img', 'link', 'meta', 'path', 'circle', 'rect', 'ellipse', 'polygon'])
const decode = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

/** The tree of a page that we rendered ourselves: well formed, no comments or scripts with text. */
export function treeOf(html: string): Element {
  const root: Element = { tag: 'root', attributes: new Map(), children: [], parent: null }
  let at = root
  for (const [, close, tag, inside = '', text] of html.matchAll(
    /<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|[^">])*)>|([^<]+)/g,
  )) {
    if (text !== undefined) at.children.push(decode(text))
    else if (close) {
      at = closest(at, (one) => one.tag === tag)?.parent ?? at
    } else if (tag) {
      const attributes = new Map(
        [...inside.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, decode(value)]),
      )
      const element: Element = { tag, attributes, children: [], parent: at }
      at.children.push(element)
      if (!voids.has(tag) && !inside.endsWith('/')) at = element
    }
  }
  return root
}

const elementsIn = (element: Element): readonly Element[] =>
  element.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...elementsIn(child)]))
const classesOf = (element: Element): readonly string[] => (element.attributes.get('class') ?? '').split(' ')
const closest = (element: Element, wanted: (one: Element) => boolean): Element | null =>
  wanted(element) ? element : element.parent && closest(element.parent, wanted)

/** What a person has chosen on a page: values by field name. */
type Chosen = ReadonlyMap<string, readonly string[]>

/** Is this element out of sight, whatever is around it? */
function hides(element: Element, chosen: Chosen): boolean {
  const classes = classesOf(element)
  if (classes.includes('unseen') || element.attributes.has('hidden')) return true
  if (['script', 'style', 'textarea', 'svg', 'progress'].includes(element.tag)) return true
  const { parent } = element
  if (parent?.tag === 'details' && !parent.attributes.has('open') && element.tag !== 'summary') return true
  const under = classes.find((name) => /^u\d$/.test(name))
  if (!under || !parent) return false
  const opener = `o${under.slice(1)}`
  return !elementsIn(parent).some((one) => {
    const value = one.attributes.get('value') ?? ''
    return classesOf(one).includes(opener) && chosen.get(one.attributes.get('name') ?? '')?.includes(value)
  })
}

const inSight = (element: Element, chosen: Chosen): boolean =>
  !hides(element, chosen) && (!element.parent || inSight(element.parent, chosen))

/** The words in sight, in order. */
export function wordsInSight(element: Element, chosen: Chosen = new Map()): readonly string[] {
  return element.children.flatMap((child): readonly string[] => {
    if (typeof child === 'string') return child.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word))
    return hides(child, chosen) ? [] : wordsInSight(child, chosen)
  })
}

/** Answers by question id; a question that is not named is answered no, none, or its first answer. */
export type Told = Readonly<Record<string, string>>

/** One screen as it was seen and answered. */
export interface SeenScreen {
  readonly title: string
  readonly words: number
  readonly taps: number
  readonly text: string
}

/** Everything one person saw until the result. */
export interface SeenCheck {
  readonly screens: readonly SeenScreen[]
  readonly words: number
  readonly taps: number
  readonly seconds: number
  /** The heading of the result. */
  readonly result: string
}

interface App {
  request(at: string, init?: RequestInit): Response | Promise<Response>
}

/** Walks from the first screen to the result, for oneself or for somebody else. Throws after 40 screens. */
export async function walkAndCount(
  app: App,
  told: Told,
  { forSomeoneElse = false }: { readonly forSomeoneElse?: boolean | 'apart' } = {},
): Promise<SeenCheck> {
  const screens: SeenScreen[] = []
  let main = await mainOf(await app.request('/check'))
  if (forSomeoneElse) {
    const body = new URLSearchParams({ do: forSomeoneElse === 'apart' ? 'apart' : 'other' })
    for (const name of ['trail', 'shown']) body.append(name, fieldNamed(main, name)?.attributes.get('value') ?? '')
    main = await mainOf(await app.request('/check', { method: 'POST', body }))
  }
  while (fieldNamed(main, 'shown')) {
    if (screens.length > 40) throw new Error(`no result after ${screens.length} screens`)
    const { chosen, taps, button } = answer(main, told)
    const seen = wordsInSight(main, chosen)
    screens.push({ title: headingOf(main), words: seen.length, taps, text: seen.join(' ') })
    const body = new URLSearchParams()
    for (const name of ['trail', 'shown']) body.append(name, fieldNamed(main, name)?.attributes.get('value') ?? '')
    for (const [name, values] of chosen) for (const value of values) body.append(name, value)
    if (button) body.append(button.name, button.value)
    main = await mainOf(await app.request('/check', { method: 'POST', body }))
  }
  const words = screens.reduce((sum, screen) => sum + screen.words, 0)
  const taps = screens.reduce((sum, screen) => sum + screen.taps, 0)
  return { screens, words, taps, seconds: secondsFor({ words, taps }), result: headingOf(main) }
}

async function mainOf(response: Response): Promise<Element> {
  const html = await response.text()
  const main = elementsIn(treeOf(html)).find(({ tag }) => tag === 'main')
  if (!main || response.status !== 200) throw new Error(`no page to read: ${response.status} ${html.slice(0, 2000)}`)
  return main
}

const headingOf = (main: Element): string => {
  const heading = elementsIn(main).find(({ tag }) => tag === 'h1')
  return heading ? wordsInSight(heading).join(' ') : ''
}
const fieldNamed = (main: Element, name: string) => elementsIn(main).find((one) => one.attributes.get('name') === name)

interface Field {
  readonly name: string
  readonly type: 'radio' | 'checkbox' | 'text'
  readonly value: string
  readonly group: Element | null
}
const fieldsInSight = (main: Element, chosen: Chosen): readonly Field[] =>
  elementsIn(main)
    .filter((one) => one.tag === 'input' && one.attributes.get('type') !== 'hidden' && inSight(one, chosen))
    .map((one) => ({
      name: one.attributes.get('name') ?? '',
      type: (one.attributes.get('type') ?? 'text') as Field['type'],
      value: one.attributes.get('value') ?? '',
      group: closest(one, ({ tag }) => tag === 'fieldset'),
    }))

interface Answering {
  readonly chosen: Chosen
  readonly taps: number
  readonly button: { readonly name: string; readonly value: string } | null
}

/** What a person with these answers chooses and presses on this page, follow-ups included. */
function answer(main: Element, told: Told): Answering {
  const chosen = new Map<string, string[]>()
  let taps = 0
  const choose = (name: string, value: string) => {
    chosen.set(name, [...(chosen.get(name) ?? []), value])
    taps += 1
  }
  for (let round = 0; round < 4; round += 1) {
    for (const { name, type, value } of fieldsInSight(main, chosen)) {
      const id = name.replace(/^q\./, '')
      if (!/^(?:q|amount)\./.test(name) || chosen.get(name)?.length) continue
      const wanted = told[id]
      if (type === 'text' && wanted !== undefined) {
        choose(name, wanted)
        taps += wanted.length
      } else if (type === 'radio' && (wanted ?? benignValue(main, name)) === value) choose(name, value)
      else if (type === 'checkbox' && wanted === value) choose(name, value)
    }
  }
  const ticked = fieldsInSight(main, chosen).some(({ name, type }) => type === 'checkbox' && chosen.has(name))
  const button = elementsIn(main).find(
    ({ tag, attributes }) =>
      tag === 'button' && attributes.get('value') === 'none' && (!ticked || attributes.get('name') === 'lists'),
  )
  if (button) return { chosen, taps: taps + 1, button: { name: button.attributes.get('name') ?? '', value: 'none' } }
  for (const { name, value, group } of fieldsInSight(main, chosen)) {
    const items = group ? elementsIn(group).map((one) => one.attributes.get('name') ?? '') : []
    if (value === 'none' && !items.some((item) => item.startsWith('q.') && chosen.has(item))) choose(name, value)
  }
  return { chosen, taps: taps + 1, button: null }
}

/** Unsaid: "no" where it is offered, else the first answer. */
function benignValue(main: Element, name: string): string {
  const values = elementsIn(main)
    .filter((one) => one.attributes.get('name') === name)
    .map((one) => one.attributes.get('value') ?? '')
  return values.includes('no') ? 'no' : (values[0] ?? '')
}
