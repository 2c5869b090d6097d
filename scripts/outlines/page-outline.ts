/**
 * A page as a short list of lines that a person can review: its heading, the first sentence of each block, every link, form,
 * field and button. The tests of a room compare their pages, in each state, with such lists. Tests only.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { env } from 'node:process'
import { expect } from 'vitest'
import { decoded, hiddenFields } from '../../src/web/care/plan/plan.fixtures.ts'
import { broken, focusesOf, forgotten } from './page-promises.ts'
import { marksOf } from './page-marks.ts'

const blocks = /^(h[1-6]|p|li|legend|dt|dd|summary|figcaption|label|caption|th|td|section|div|form|ul|ol|nav|fieldset)$/
const named = /^(h[1-6]|p|li|legend|dt|dd|summary|figcaption|label|caption|th|td)$/
const silent = /<(svg|script|style)\b.*?<\/\1>/gs
/** The version of the rules is a hash of all of them; the printed protocol holds it, and a page is no other page for it. */
const version = /\b\d{4}-\d{2}-\d{2}-[0-9a-f]{14}(?:-strict)?/g
const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/**
 * What is drawn between `<main>` and its end, with the way out of the page's head. Ids of events are masked.
 * @param whole takes each text that is too long to be shown whole, and what the tags say that no line shows
 */
function outlineOf(html: string, whole: Set<string> = new Set()): readonly string[] {
  const [head = '', rest = ''] = html.replaceAll(version, '‹version›').split(/<main[^>]*>/)
  const [main = ''] = rest.split('</main>')
  const wayOut = /class="way-out" href="([^"]*)"/.exec(head)?.[1]
  const lines: string[] = [`title: ${decoded(/<title>([^<]*)/.exec(head)?.[1] ?? '')}`]
  if (wayOut !== undefined) lines.push(`way out → ${wayOut}`)
  const [begins = 'its top'] = focusesOf(html)
  if (!/^<h1|id="problems"/.test(begins)) lines.push(`begins at ${/^<(\w+)/.exec(begins)?.[1] ?? begins}`)
  let text = ''
  let block = ''
  let after: string[] = []
  let pressable = false
  const end = () => {
    const words = decoded(text).replaceAll(/\s+/g, ' ').trim()
    const [only = ''] = after
    if (words.length > mostShown) whole.add(words)
    if (block === 'label' && after.length === 1 && only.startsWith(choice)) lines.push(`${only} “${words}”`)
    else lines.push(...(words === '' ? [] : [`${nameOf(block)}${shortened(words)}`]), ...after)
    text = ''
    after = []
  }
  const seen = main.replaceAll(silent, drawn)
  for (const mark of marksOf(seen)) whole.add(mark)
  for (const found of seen.matchAll(/<(\/?)([a-z0-9]+)([^>]*)>([^<]*)/g)) {
    const [, close, tag = '', attributes = '', words = ''] = found
    if (blocks.test(tag)) {
      end()
      block = named.test(tag) && close === '' ? tag : ''
    }
    if (close === '') after.push(...wordsOf(tag, readAttributes(attributes), seen.slice(found.index)))
    if (tag === 'form' && close === '') end()
    if (tag === 'a' || tag === 'button') pressable = close === ''
    // What stands on a button is said with the button.
    if (!(pressable && block === '')) text += words
  }
  end()
  if (/<section[^>]*>\s*<\/section>/.test(main)) lines.push('  (a part of the page is empty)')
  lines.push(...[...rest.matchAll(kept)].map(([, event = '']) => `kept: ${event}`))
  return choicesTogether(lines).map((line) => line.replaceAll(uuid, '‹id›').trimEnd())
}

/** What a form wrote into the record stands behind its page. */
const kept = /<!--kept (.*?)-->/g
/** An event as it was written, without its id and moment. */
function withKept(html: string, events: readonly object[]): string {
  const asTime = (_key: string, value: unknown) =>
    typeof value === 'number' && value > 1e12 ? new Date(value).toISOString().slice(0, 16) : value
  const lines = events.map((event) => {
    // An event is plain JSON, read here by its keys alone, whatever kind it is.
    const { v, id, at, order, kind, ...said } = event as Readonly<Record<string, unknown>>
    return `<!--kept ${String(kind)} ${JSON.stringify(said, asTime)}-->`
  })
  return html + lines.join('')
}

const choice = '  choose '
/** Choices of one question on one line. */
function choicesTogether(lines: readonly string[]): readonly string[] {
  const together: string[] = []
  for (const line of lines) {
    const [name = ''] = /^ {2}choose \S+ \S+/.exec(line) ?? []
    if (name !== '' && together.at(-1)?.startsWith(`${name} `))
      together.push(`${together.pop()} |${line.slice(name.length)}`)
    else together.push(line)
  }
  return together
}

const nameOf = (block: string): string =>
  /^h[1-6]$/.test(block) ? `${'#'.repeat(Number(block[1]))} ` : /^(p|label|td|)$/.test(block) ? '' : `${block}: `

/** Words up to this many letters are shown whole. */
const mostShown = 160
/** The first sentence of a longer text, and the numbers of what follows: a dose or a day that changes is seen. */
function shortened(words: string): string {
  if (words.length <= mostShown) return words
  const [first = ''] = /^.*?[.?!:](?= |$)/.exec(words) ?? [words]
  const numbers = words.slice(first.length).match(/\d+([.,:]\d+)*/g) ?? []
  return numbers.length > 0 ? `${first} … ${numbers.join(' ')}` : first
}

type Attributes = Readonly<Record<string, string>>
const readAttributes = (text: string): Attributes =>
  Object.fromEntries([...text.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name = '', value]) => [name, value ?? '']))

/** A picture: how many of each marked part it has; nothing of an icon. */
function drawn(picture: string): string {
  const parts = [...picture.matchAll(/<(circle|rect|path|line|text)\b[^>]*class="([^"]*)"/g)]
  const counts = new Map<string, number>()
  for (const [, tag, look] of parts) counts.set(`${tag}.${look}`, (counts.get(`${tag}.${look}`) ?? 0) + 1)
  return counts.size === 0 ? '' : `<drawn parts="${[...counts].map(([part, count]) => `${count} ${part}`).join(', ')}">`
}

/** What a link, form, field or button says of itself. @param from the page from this tag on */
function wordsOf(tag: string, has: Attributes, from: string): readonly string[] {
  switch (tag) {
    case 'a':
      return [`  → ${has.href} “${inside(from, tag)}”`]
    case 'form':
      return [`form ${has.method ?? 'get'} ${has.action}`]
    case 'button':
      return [`  [${inside(from, tag)}]${listed(has, ['type', 'name', 'value', 'formaction', 'disabled'])}`]
    case 'input':
      if (has.type === 'hidden') return [`  hidden ${has.name} = ${masked(has)}`]
      return has.type === 'radio' || has.type === 'checkbox'
        ? [`${choice}${has.type} ${has.name} ${has.value}${has.checked === undefined ? '' : ' (chosen)'}`]
        : [`  input${listed(has, fieldParts)}`]
    case 'textarea':
    case 'select':
    case 'option':
      return [`  ${tag}${listed(has, fieldParts)}`]
    case 'details':
      return has.open === undefined ? [] : ['  (open)']
    case 'progress':
      return [`  progress ${has.value} of ${has.max}`]
    case 'drawn':
      return [`  drawn: ${has.parts}`]
    default:
      return [
        ...(has['aria-current'] === undefined ? [] : [`  (current: ${has['aria-current']})`]),
        ...(tag !== 'span' && /\b(callout|now|warn|unseen)\b/.test(has.class ?? '') ? [`  (${has.class})`] : []),
        ...['data-figure', 'data-timer'].flatMap((name) =>
          has[name] === undefined ? [] : `  ${name.slice(5)} ${has[name]}`,
        ),
      ]
  }
}
const fieldParts = ['type', 'name', 'value', 'min', 'max', 'step', 'maxlength', 'required', 'checked', 'selected']
const listed = (has: Attributes, names: readonly string[]): string =>
  names.flatMap((name) => (has[name] === undefined ? [] : ` ${name}=${has[name]}`.replace(/=$/, ''))).join('')

/** The words within the element that the page begins with here. */
function inside(from: string, tag: string): string {
  const [own = ''] = from.split(`</${tag}>`)
  return decoded(own.replaceAll(/<[^>]+>/g, ' '))
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** A check, a clock or an id in a hidden field differs from run to run. */
const masked = ({ value = '' }: Attributes): string =>
  value.length > 60 || /^\d{10,}$/.test(value) ? '…' : decoded(value)

/** Every page of a state, by its address and what came of it. */
export type Pages = ReadonlyMap<string, string>

type Fields = Readonly<Record<string, string | readonly string[]>>
/**
 * A form sent: its own hidden fields and these; a name that ends in `*` stands for the one name on the page that begins so.
 * `on`: it is a form of the page that came before; else of the page at that address, or at the third place. An address that
 * begins with `follow` is the link with those words on the page that came before.
 */
export type Press = readonly [address: string, fields: Fields, from?: 'on' | string]

interface Home {
  readonly get: (at: string) => Promise<Answer>
  readonly post: (at: string, fields: Fields) => Promise<Answer>
  /** Where there is one, what each form wrote is said with its page. */
  readonly notebook?: { readonly all: () => Promise<readonly { readonly id: string }[]> }
}
interface Answer {
  readonly at?: string
  readonly status: number
  readonly html: string
  readonly mayBeKept?: boolean
}
const cameTo = (address: string, { at, status }: Answer) =>
  `${address}${at === undefined || at === address ? '' : ` leads to ${at.replaceAll(uuid, '‹id›')}`} ${status}`

/** What stands at these addresses. */
export async function looked(home: Pick<Home, 'get'>, addresses: readonly string[]): Promise<Pages> {
  const pages = new Map<string, string>()
  for (const address of addresses) {
    const answer = await home.get(address)
    pages.set(cameTo(address.replaceAll(uuid, '‹id›'), answer), answer.html)
  }
  return pages
}

/** What comes of these forms, one after another. */
export async function pressed(home: Home, presses: readonly Press[]): Promise<Pages> {
  const pages = new Map<string, string>()
  const inRecord = async () => (await home.notebook?.all()) ?? []
  let last = ''
  for (const [index, [address, fields, from]] of presses.entries()) {
    if (address.startsWith('follow ')) {
      const words = address.slice('follow '.length)
      const [, to = ''] = new RegExp(`href="([^"]*)"[^>]*>(?:<svg.*?</svg>)?${words}<`).exec(last) ?? []
      const answer = await home.get(decoded(to))
      pages.set(cameTo(`${index + 1}. ${address}`, answer), answer.html)
      last = answer.html
      continue
    }
    const html = from === 'on' ? last : (await home.get(from ?? address)).html
    const named = Object.entries(fields).map(([name, value]) => [
      name.endsWith('*') ? (new RegExp(`name="(${name.slice(0, -1)}[^"]*)"`).exec(html)?.[1] ?? name) : name,
      value,
    ])
    const sent: Fields = { ...Object.fromEntries(hiddenFields(html, address)), ...Object.fromEntries(named) }
    const before = new Set((await inRecord()).map(({ id }) => id))
    const answer = await home.post(address, sent)
    // It answers what somebody told of themselves.
    if (answer.mayBeKept) expect.fail(`${cameTo(address, answer)} may be kept by the browser`)
    if (answer.status === 422)
      expect(forgotten(answer.html, Object.fromEntries(named)), cameTo(address, answer)).toEqual([])
    const written = (await inRecord()).filter(({ id }) => !before.has(id))
    const told = JSON.stringify(fields).replaceAll(uuid, '‹id›')
    pages.set(
      `${cameTo(`${index + 1}. ${address.replaceAll(uuid, '‹id›')} ${told}`, answer)}`,
      withKept(answer.html, written),
    )
    last = answer.html
  }
  return pages
}

/**
 * The reviewed outlines of a room: a text file beside its test, a part for each state, a page that stood there before only
 * named. Beside it `…-words.txt` holds each long text of its pages once and whole, and what their tags say besides.
 * To write both anew: `WRITE_OUTLINES=1 npx vitest run --project=unit --project=wide <the test>`, then read what changed.
 */
export function reviewedOutlines(file: URL) {
  const reviewed = readOutlines(textIn(file))
  const shown = new Map<string, ReadonlyMap<string, string>>()
  const whole = new Set<string>()
  const wholeFile = new URL(file.href.replace('.txt', '-words.txt'))
  return {
    /** The pages are as a person reviewed them for this state; a state that nobody reviewed fails. */
    check: (state: string, pages: Pages) => {
      const outlines = new Map([...pages].map(([name, html]) => [name, outlineOf(html, whole).join('\n')]))
      shown.set(state, outlines)
      for (const [name, html] of pages) expect(broken(html), name).toEqual([])
      if (!env.WRITE_OUTLINES) expect(together(outlines)).toBe(together(reviewed.get(state) ?? new Map()))
    },
    /** The same for a table of rules: its lines as a person reviewed them. */
    checkLines: (table: string, lines: readonly string[]) => {
      const text = lines
        .map((line) => line.trimEnd())
        .join('\n')
        .trimEnd()
      shown.set(table, new Map([['lines', text]]))
      if (!env.WRITE_OUTLINES) expect(text).toBe(reviewed.get(table)?.get('lines'))
    },
    /** Call when all states are checked: the file holds no state that nobody looks at. */
    end: () => {
      const lines = [...whole].toSorted()
      if (!env.WRITE_OUTLINES) {
        expect([...reviewed.keys()]).toEqual([...shown.keys()])
        expect(lines.join('\n')).toBe(textIn(wholeFile).trimEnd())
        return
      }
      writeFileSync(file, writeOutlines(shown))
      if (lines.length > 0) writeFileSync(wholeFile, `${lines.join('\n')}\n`)
    },
  }
}

const textIn = (file: URL): string => (existsSync(file) ? readFileSync(file, 'utf8') : '')

type Outlines = ReadonlyMap<string, ReadonlyMap<string, string>>
const together = (outlines: ReadonlyMap<string, string>): string =>
  [...outlines].map(([name, outline]) => `--- ${name}\n${outline}`).join('\n')

const addressIn = (name: string) => / \/ (\d+\. )?(\S+)/.exec(name)?.[2]

/** A page that stood before is only named; one that differs from an earlier one says in what. */
function writeOutlines(states: Outlines): string {
  const seen = new Map<string, readonly string[]>()
  const parts = [...states].map(([state, pages]) => {
    const short = [...pages].map(([name, outline]): [string, string] => {
      const lines = outline.split('\n')
      const options = [...seen].flatMap(([before, of]): readonly string[][] =>
        addressIn(before) === addressIn(` / ${name}`) ? [[`like: ${before}`, ...changesTo(of, lines)]] : [],
      )
      const [best] = options.sort((one, other) => one.length - other.length)
      seen.set(`${state} / ${name}`, lines)
      return [name, best && best.length < lines.length * 0.6 ? best.join('\n') : outline]
    })
    return `=== ${state}\n${together(new Map(short))}\n`
  })
  return parts.join('\n')
}

function readOutlines(text: string): Outlines {
  const all = new Map<string, readonly string[]>()
  const parts = text.split(/^=== /m).slice(1)
  return new Map(
    parts.map((part) => {
      const [state = '', ...pages] = part.trimEnd().split(/\n--- /)
      const outlines = pages.map((page): [string, string] => {
        const [name = '', ...lines] = page.split('\n')
        const [, like] = /^like: (.*)/.exec(lines[0] ?? '') ?? []
        const whole = like === undefined ? lines : changed(all.get(like) ?? [], lines.slice(1))
        all.set(`${state} / ${name}`, whole)
        return [name, whole.join('\n')]
      })
      return [state, new Map(outlines)]
    }),
  )
}

/** From one list of lines to another: how many stay, `-` goes, `+` comes. */
function changesTo(from: readonly string[], to: readonly string[]): readonly string[] {
  // common[i][j]: how many lines the rests from i and from j share, in order.
  const common = Array.from({ length: from.length + 1 }, () => new Array<number>(to.length + 1).fill(0))
  const at = (i: number, j: number) => common[i]?.[j] ?? 0
  for (let i = from.length - 1; i >= 0; i -= 1)
    for (let j = to.length - 1; j >= 0; j -= 1) {
      const row = common[i]
      if (row) row[j] = from[i] === to[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  const changes: string[] = []
  let [i, j, same] = [0, 0, 0]
  const kept = () => {
    if (same > 0) changes.push(`= ${same}`)
    same = 0
  }
  while (i < from.length || j < to.length)
    if (i < from.length && j < to.length && from[i] === to[j]) {
      same += 1
      i += 1
      j += 1
    } else if (i < from.length && (j === to.length || at(i + 1, j) >= at(i, j + 1))) {
      kept()
      changes.push(`- ${from[i]}`)
      i += 1
    } else {
      kept()
      changes.push(`+ ${to[j]}`)
      j += 1
    }
  kept()
  return changes
}

function changed(from: readonly string[], changes: readonly string[]): readonly string[] {
  let at = 0
  return changes.flatMap((change) => {
    const [what, rest] = [change[0], change.slice(2)]
    if (what === '+') return [rest]
    const lines = from.slice(at, at + (what === '=' ? Number(rest) : 1))
    at += lines.length
    return what === '=' ? lines : []
  })
}

/** What a rule says from one whole number to another, said once for each stretch on which it says the same. */
export function stretches(from: number, to: number, say: (at: number) => string): string {
  const parts: { start: number; end: number; words: string }[] = []
  for (let at = from; at <= to; at += 1) {
    const words = say(at)
    const last = parts.at(-1)
    if (last?.words === words) last.end = at
    else parts.push({ start: at, end: at, words })
  }
  return parts.map(({ start, end, words }) => `${start === end ? start : `${start} to ${end}`}: ${words}`).join(' | ')
}
