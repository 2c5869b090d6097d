/**
 * Finds what a built script uses that is newer than the floor: globals, their own functions, members of objects, events,
 * syntax, regular expressions and HTML attributes.
 * Cannot see types: a member counts as too new only when no interface of the data has an older one of that name.
 */
import { parseSync } from 'oxc-parser'
import type { CompatStatement, Identifier } from '@mdn/browser-compat-data/types'
import { browsersWithout, compatData, lookUp } from './floor.ts'

/** Any node of the tree, as the parser gives it. */
interface Node {
  readonly type: string
  readonly [key: string]: unknown
}

const { api } = compatData
const builtins = compatData.javascript.builtins ?? {}
const compatOf = (found: Identifier | undefined): CompatStatement | undefined => found?.__compat

/** Interfaces by the name of a member or of an event: `findLast` → Array, TypedArray; `scrollend_event` → Element, … */
const owners = new Map<string, CompatStatement[]>()
/** Names of members of the language itself. They count even where a file gives one of its own objects such a member. */
const ofLanguage = new Set<string>()
// Rooms of different types: what they share is names that lead to entries.
for (const room of [builtins, builtins.Intl ?? {}, api] as readonly Record<string, Identifier>[])
  for (const [owner, members] of Object.entries(room))
    for (const [name, member] of Object.entries(owner === '__compat' ? {} : { ...members, [owner]: members })) {
      // An entry, or the room's own `__compat`, which is left out below.
      const compat = (member as Identifier).__compat
      if (name === '__compat' || !compat) continue
      if (room !== api) ofLanguage.add(name)
      const known = owners.get(name)
      if (known) known.push(compat)
      else owners.set(name, [compat])
    }

const iteratorHelpers = new Set(Object.keys(builtins.Iterator ?? {}))
const iterators = new Set(['values', 'keys', 'entries', 'matchAll', 'iterator'])

/** Names of all features that are used and too new, each once: `URL.parse`, `.findLast`, `regular expression: lookbehind`. */
export function newInScript(path: string, code: string): ReadonlySet<string> {
  const { program, errors } = parseSync(path, code, { sourceType: path.endsWith('worker.js') ? 'script' : 'module' })
  if (errors.length > 0) throw new Error(`${path} cannot be read: ${errors[0]?.message}`)
  const own = new Set<string>()
  const ownMembers = new Set<string>()
  // We walk any node by its fields, whatever its type says.
  const tree = program as unknown as Node
  walk(tree, (node, parent) => {
    if (node.type === 'VariableDeclarator' || /Function/.test(node.type)) collectNames(node, own)
    if (/^(Class|Import)/.test(node.type)) collectNames({ type: '', id: node.id, local: node.local }, own)
    if (/^(Property|MethodDefinition|PropertyDefinition)$/.test(node.type) && parent?.type !== 'ObjectPattern')
      ownMembers.add(nameOf(node.key, node.computed) ?? '')
    if (node.type === 'CatchClause') collectNames({ type: '', id: node.param }, own)
  })
  const found = new Set<string>()
  const note: Note = (name, ...compats) => {
    const member = /^\.(.+)/.exec(name)?.[1]
    if (member !== undefined && ownMembers.has(member) && !ofLanguage.has(member)) return
    const known = compats.filter((compat) => compat !== undefined)
    if (known.length > 0 && known.every((compat) => browsersWithout(compat).length > 0)) found.add(name)
  }
  const globalName = (node: unknown): string | undefined => {
    if (!isNode(node)) return undefined
    if (node.type === 'Identifier' && !own.has(String(node.name))) return String(node.name)
    const scope = node.type === 'MemberExpression' ? globalName(node.object) : undefined
    return scope !== undefined && /^(self|window|globalThis)$/.test(scope)
      ? nameOf(node.property, node.computed)
      : undefined
  }
  walk(tree, (node, parent, key) => {
    switch (node.type) {
      case 'Identifier':
        if (isReference(parent, key) && globalName(node) !== undefined) noteGlobal(String(node.name), note)
        break
      case 'MemberExpression':
        noteMember(node, globalName, note)
        break
      case 'ObjectPattern':
        for (const property of list(node.properties)) noteName(nameOf(property.key, property.computed), note)
        break
      case 'CallExpression':
        noteCall(node, note)
        break
      case 'Literal':
        if (isRegExp(node)) notePattern(node.regex.pattern, node.regex.flags, note)
        else if (typeof node.value === 'string') notePatternText(node.value, note)
        break
      case 'TemplateElement':
        // By its type a template element holds its text as it was written.
        notePatternText(String((node.value as { raw?: string }).raw), note)
        break
      default:
        noteSyntax(node, note)
    }
  })
  return found
}

type Note = (name: string, ...compats: readonly (CompatStatement | undefined)[]) => void

function noteGlobal(name: string, note: Note): void {
  const inScope = ['Window', 'WorkerGlobalScope', 'ServiceWorkerGlobalScope'].map((scope) => lookUp('api', scope, name))
  note(name, ...[lookUp('javascript', 'builtins', name), lookUp('api', name), ...inScope].map(compatOf))
}

function noteMember(node: Node, globalName: (node: unknown) => string | undefined, note: Note): void {
  const name = nameOf(node.property, node.computed)
  if (name === undefined) return
  const { object } = node
  const holder = globalName(object)
  if (holder !== undefined) {
    const intl = lookUp('javascript', 'builtins', holder, name)
    const statics = [intl, lookUp('api', holder, `${name}_static`)].map(compatOf)
    note(`${holder}.${name}`, ...statics)
    if (statics.some(Boolean)) return
    if (/^(self|window|globalThis)$/.test(holder)) noteGlobal(name, note)
  }
  if (iteratorHelpers.has(name) && isNode(object) && object.type === 'CallExpression') {
    const { callee } = object
    const from = isNode(callee) ? nameOf(callee.property, false) : undefined
    // `Object.values()` gives an array.
    const ofObject = isNode(callee) && globalName(callee.object) === 'Object'
    if (from && iterators.has(from) && !ofObject) note(`iterator.${name}`, compatOf(builtins.Iterator?.[name]))
  }
  noteName(name, note)
}

function noteName(name: string | undefined, note: Note): void {
  if (name !== undefined) note(`.${name}`, ...(owners.get(name) ?? []))
}

function noteCall(node: Node, note: Note): void {
  const [first, second] = list(node.arguments)
  const called = isNode(node.callee) ? nameOf(node.callee.property, node.callee.computed) : undefined
  const text = first?.type === 'Literal' && typeof first.value === 'string' ? first.value : undefined
  if (text === undefined) return
  if (called === 'addEventListener') note(`event ${text}`, ...(owners.get(`${text}_event`) ?? []))
  // A tag of a page: jsx('details', { name: … }).
  const element = lookUp('html', 'elements', text)
  if (!element || second?.type !== 'ObjectExpression') return
  note(`<${text}>`, compatOf(element))
  for (const property of list(second.properties)) {
    const attribute = nameOf(property.key, property.computed)
    if (attribute === undefined) continue
    const stated = lookUp('html', 'elements', text, attribute) ?? lookUp('html', 'global_attributes', attribute)
    note(`<${text} ${attribute}>`, compatOf(stated))
  }
}

function notePattern(pattern: string, flags: string, note: Note): void {
  const regExp = (part: string) => compatOf(lookUp('javascript', 'regular_expressions', part))
  notePatternText(pattern, note)
  if (/\(\?[ims]*-?[ims]+:/.test(pattern)) note('regular expression: modifier', regExp('modifier'))
  if (flags.includes('v'))
    note('regular expression: v', compatOf(lookUp('javascript', 'builtins', 'RegExp', 'unicodeSets')))
  if (flags.includes('d'))
    note('regular expression: d', compatOf(lookUp('javascript', 'builtins', 'RegExp', 'hasIndices')))
}

/** Patterns are also put together from texts. */
function notePatternText(text: string, note: Note): void {
  if (/\(\?<[=!]/.test(text))
    note(
      'regular expression: lookbehind',
      compatOf(lookUp('javascript', 'regular_expressions', 'lookbehind_assertion')),
    )
}

function noteSyntax(node: Node, note: Note): void {
  const syntax = (...path: readonly string[]) => compatOf(lookUp('javascript', ...path))
  if (node.type === 'StaticBlock') note('class static block', syntax('classes', 'static', 'initialization_blocks'))
  if (node.type === 'BinaryExpression' && isNode(node.left) && node.left.type === 'PrivateIdentifier')
    note('#private in', syntax('classes', 'private_class_fields_in'))
  if (node.type === 'VariableDeclaration' && /using/.test(String(node.kind)))
    note('using', syntax('statements', 'using'))
  if (node.type === 'ImportDeclaration' && list(node.attributes).length > 0)
    note('import attributes', syntax('statements', 'import', 'import_attributes'))
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value
const list = (value: unknown): readonly Node[] => (Array.isArray(value) ? value.filter(isNode) : [])
const isRegExp = (node: Node): node is Node & { regex: { pattern: string; flags: string } } =>
  typeof node.regex === 'object' && node.regex !== null

/** The name of a member or key, when it stands there in plain words. */
function nameOf(key: unknown, computed: unknown): string | undefined {
  if (!isNode(key)) return undefined
  if (key.type === 'Literal' && typeof key.value === 'string') return key.value
  return key.type === 'Identifier' && !computed ? String(key.name) : undefined
}

/** Whether an identifier in this place stands for a value, and is no key and no name of a member. */
function isReference(parent: Node | undefined, key: string): boolean {
  if (parent?.type === 'MemberExpression' && key === 'property') return parent.computed === true
  if ((parent?.type === 'Property' || /Definition$/.test(parent?.type ?? '')) && key === 'key')
    return parent?.computed === true
  return true
}

/** Every name that a declaration, a pattern or a parameter list brings. */
function collectNames(node: unknown, into: Set<string>): void {
  if (!isNode(node)) return
  if (node.type === 'Identifier') into.add(String(node.name))
  for (const key of ['id', 'local', 'left', 'argument', 'value']) if (key in node) collectNames(node[key], into)
  for (const key of ['params', 'elements', 'properties']) for (const part of list(node[key])) collectNames(part, into)
}

function walk(node: Node, visit: (node: Node, parent: Node | undefined, key: string) => void): void {
  const left: { node: Node; parent: Node | undefined; key: string }[] = [{ node, parent: undefined, key: '' }]
  for (let next = left.pop(); next; next = left.pop()) {
    visit(next.node, next.parent, next.key)
    for (const [key, value] of Object.entries(next.node))
      for (const child of Array.isArray(value) ? value : [value])
        if (isNode(child)) left.push({ node: child, parent: next.node, key })
  }
}
