/**
 * Finds the words that people are shown: in the sources of src/care and of pages, and in the HTML of a page.
 * Reads no files: it is given them.
 *
 * In a source a text counts as shown if it belongs to a property that pages print (`shownKeys`), or reads like prose: a
 * capital or a digit first, and a space. So a new sentence is read wherever somebody writes it, inside functions too.
 * Never: guesses that a text is for clinicians; the two properties that are (`clinicianKeys`) are named.
 */
import { parseSync } from 'vite'

/** A text and where it stands, for the message of a failing test. */
export interface Shown {
  readonly text: string
  readonly where: string
}

/** Printed whatever they look like, one word or a lower-case piece of a sentence. */
const shownKeys = new Set([
  ...[
    'ask',
    'tick',
    'note',
    'why',
    'help',
    'text',
    'because',
    'advice',
    'title',
    'intro',
    'heading',
    'how',
    'name',
    'short',
  ],
  ...['choose', 'goSlow', 'behavesLike', 'evidence', 'expect', 'stop', 'often', 'what', 'line', 'label', 'notes'],
  ...[
    'remarks',
    'description',
    'start',
    'steps',
    'breathe',
    'mistakes',
    'care',
    'easier',
    'harder',
    'stopWhen',
    'unit',
  ],
])
/** Printed in the guide and in its claims, and there alone: elsewhere some of these are words of code. */
const guideKeys = new Set([
  ...['about', 'heard', 'known', 'lines', 'whenNot', 'answer', 'does', 'risk', 'cost', 'risks', 'notFor'],
  ...['of', 'against', 'words'],
])
/** For clinicians, or for no one: diagnoses, ids, sources, and lists of nothing but names of medicines. */
const clinicianKeys = new Set(['couldMean', 'names', 'alsoSoldAs'])
const codeKeys = new Set([
  'id',
  'value',
  'sources',
  'tag',
  'grade',
  'kind',
  'under',
  'q',
  'term',
  'is',
  'ticked',
  'questions',
  // Words that people type into the search.
  'alsoSearchedAs',
])
/** In the check `short` is the clinician's wording. In other rooms people read it. */
const clinicianIn = (path: string, key: string) =>
  clinicianKeys.has(key) || (key === 'short' && path.startsWith('care/check/'))

const shownIn = (path: string, key: string) =>
  shownKeys.has(key) || (/^care\/(guide|evidence\/claims)\//.test(path) && guideKeys.has(key))

interface Node {
  readonly type: string
  readonly [field: string]: unknown
}
const isNode = (value: unknown): value is Node =>
  // Asked about here, and not yet known.
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'

/** Every text that one source of src/care shows. What is filled in at run time is written as 2. */
export function shownInSource(path: string, source: string): Shown[] {
  const { program, errors } = parseSync(path, source)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const found: Shown[] = []
  const visit = (node: Node, key: string): void => {
    if (node.type.startsWith('TS') && !('expression' in node)) return
    if (/^(Import|Throw|ExportAll)/.test(node.type)) return
    // `level === 'emergency'` compares words of code; `'one ' + 'two'` is text.
    if (node.type === 'BinaryExpression' && node.operator !== '+') return
    if (node.type === 'Property') {
      // The key of a property is a name or a literal.
      const { name, value } = node.key as { name?: string; value?: unknown }
      const own = String(name ?? value)
      // Inside a text property the inner keys are names of its parts: `notes: { ibuprofen: '…' }`.
      const inner = shownIn(path, own) || clinicianIn(path, own) || codeKeys.has(own) || !shownIn(path, key) ? own : key
      if (isNode(node.value)) visit(node.value, inner)
      return
    }
    // In `claimed('…', 'heat-eases')` the words come first; the rest are ids of claims.
    if (node.type === 'CallExpression' && isNode(node.callee) && node.callee.name === 'claimed') {
      // By its type a call holds its arguments.
      const [words] = node.arguments as readonly Node[]
      if (words) visit(words, 'text')
      return
    }
    // What stands between tags is read, whatever it looks like.
    if (node.type === 'JSXText' && /[a-z]/i.test(String(node.value)))
      found.push({ text: String(node.value).replace(/\s+/g, ' ').trim(), where: path })
    const text = textOf(node)
    if (text !== undefined) {
      if (!clinicianIn(path, key) && !codeKeys.has(key) && (isProse(text) || (shownIn(path, key) && !isName(text))))
        found.push({ text, where: path })
    }
    for (const part of Object.values(node))
      for (const child of Array.isArray(part) ? part : [part]) if (isNode(child)) visit(child, key)
  }
  // We walk any node by its fields, whatever its type says.
  visit(program as unknown as Node, '')
  return found
}

function textOf(node: Node): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined
  if (node.type !== 'TemplateLiteral') return undefined
  // By its type a template holds its pieces of text.
  return (node.quasis as readonly { value: { cooked: string } }[]).map(({ value }) => value.cooked).join('2')
}

/** A word of code, such as the closed list of reasons `why`. */
const isName = (text: string): boolean => /^[a-z]+[A-Z]\w*$/.test(text)
const isProse = (text: string): boolean => /^[“‘"(]?[A-Z0-9].* /s.test(text)

/** Elements that stand inside a sentence. All others begin a new one. */
const inline = /^(a|abbr|b|em|i|small|span|strong|time)$/
/** An inline element right behind a text or another one: two links, or a label and its hint. They are no one sentence. */
const sideBySide = /(<\/(?:a|small|span|strong)>|\w[.?!)]*)(<(?:a|small|span)\b)/g
/** Elements whose content nobody reads. */
const silent = /<(script|style|svg|template|textarea)\b[^>]*>.*?<\/\1>/gs

/** The visible texts of a page's main part, one a block. */
export function shownInPage(where: string, html: string): Shown[] {
  const main = /<main\b[^>]*>(.*)<\/main>/s.exec(html)?.[1]
  if (main === undefined) throw new Error(`${where} has no main part`)
  return main
    .replace(silent, ' ')
    .replace(sideBySide, '$1\n$2')
    .replace(/<\/?([a-z0-9]+)[^>]*>/g, (_tag, name: string) => (inline.test(name) ? '' : '\n'))
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .split('\n')
    .map((text) => ({ text: text.trim(), where }))
    .filter(({ text }) => text !== '')
}
