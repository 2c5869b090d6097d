/**
 * The shape of the code: how long functions and files are, how often a type is asserted, and what has no docstring.
 * Reads no files: it is given them. Tests are not given here: they are judged by what they catch, not by their length.
 */
import { type Node, parseSync, type Program, Visitor } from 'oxc-parser'

/** A function whose body takes two lines or more. */
export interface MeasuredFunction {
  /** Its own name, the name it is kept under, or "(no name)" for one that is only passed on. */
  readonly name: string
  /** From its first line to its last, both counted. */
  readonly lines: number
}

/** What was counted in one file. */
export interface FileShape {
  readonly path: string
  /** All lines of the file. */
  readonly lines: number
  /** `lines` without its data tables: literals kept under a name at the top of the file that hold no function of two lines. */
  readonly logicLines: number
  readonly functions: readonly MeasuredFunction[]
  /** Line numbers of type assertions (`as T`), `as const` left out. */
  readonly casts: readonly number[]
  /** Those among them with no `// reason` on the line where the assertion begins or on the one above it. */
  readonly unexplained: readonly number[]
  /** Names of exports, types included, and of those among them that have no docstring right above them. */
  readonly exported: readonly string[]
  readonly undocumented: readonly string[]
}

/** Is this a source of ours? No test, proof, fixture or declaration. */
export const isMeasured = (path: string): boolean => !/\.(test|proof|fixtures|d)\.m?tsx?$/.test(path)

interface Span {
  readonly start: number
  readonly end: number
}

/**
 * Counts one source.
 * @throws when it cannot be parsed
 */
export function measureFile(path: string, source: string): FileShape {
  const { program, comments, errors } = parseSync(path, source)
  if (errors.length > 0) throw new Error(`${path} cannot be read: ${errors[0]?.message}`)
  const linesOf = ({ start, end }: Span) => source.slice(start, end).split('\n').length
  const lineAt = (offset: number) => source.slice(0, offset).split('\n').length
  const docs = comments.filter(({ type, value }) => type === 'Block' && value.startsWith('*')).map(({ end }) => end)
  const isDocumented = ({ start }: Span) => docs.some((end) => end <= start && /^\s*$/.test(source.slice(end, start)))
  const lines = source.split('\n').length - (source.endsWith('\n') ? 1 : 0)
  const found = walk(program)
  const casts = found.casts.map(({ start }) => lineAt(start))
  const reasons = new Set(comments.filter(({ type }) => type === 'Line').map(({ start }) => lineAt(start)))
  const functions = found.functions.map(({ name, span }) => ({ name, lines: linesOf(span), span }))
  const long = functions.filter((each) => each.lines > 1)
  const tables = dataTables(program).filter(
    (table) => !long.some(({ span }) => span.start >= table.start && span.end <= table.end),
  )
  const exported = exportsOf(program)
  const documented = new Set(exported.filter((each) => isDocumented(each.span)).map(({ name }) => name))
  // A function that is declared several ways is one export, told of once.
  const names = [...new Set(exported.map(({ name }) => name))]
  return {
    path,
    lines,
    logicLines: lines - tables.reduce((sum, table) => sum + linesOf(table), 0),
    functions: long.map(({ name, lines: length }) => ({ name, lines: length })),
    casts,
    unexplained: casts.filter((line) => !reasons.has(line) && !reasons.has(line - 1)),
    exported: names,
    undocumented: names.filter((name) => !documented.has(name)),
  }
}

/** Every function with a body, named where it or what it is kept under has a name, and every assertion. */
function walk(program: Program) {
  const functions: { readonly name: string; readonly span: Span }[] = []
  const casts: Span[] = []
  const names = new Map<number, string>()
  const keepName = (key: Node, value: Node | null | undefined) => {
    if (value && key.type === 'Identifier') names.set(value.start, key.name)
  }
  const see = (node: Span & { readonly body: unknown; readonly id?: { readonly name: string } | null }) => {
    if (node.body) functions.push({ name: node.id?.name ?? names.get(node.start) ?? '(no name)', span: node })
  }
  new Visitor({
    VariableDeclarator: ({ id, init }) => keepName(id, init),
    Property: ({ key, value }) => keepName(key, value),
    MethodDefinition: ({ key, value }) => keepName(key, value),
    FunctionDeclaration: see,
    FunctionExpression: see,
    ArrowFunctionExpression: see,
    TSAsExpression: (node) => {
      const { typeAnnotation: type } = node
      const isConst =
        type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'const'
      if (!isConst) casts.push(node)
    },
    TSTypeAssertion: (node) => casts.push(node),
  }).visit(program)
  return { functions, casts }
}

/** The literals of two lines or more that a file keeps under a name at its top. */
function dataTables(program: Program): readonly Span[] {
  return program.body.flatMap((statement) => {
    const inner = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
    if (inner?.type !== 'VariableDeclaration') return []
    return inner.declarations.flatMap(({ init }) => (init && isLiteral(init) ? [init] : []))
  })
}

/** Whether it is a list, a record, or one of these in a call or with its type said: `words({ … })`, `[ … ] as const`. */
function isLiteral(node: Node): boolean {
  if (node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression') return isLiteral(node.expression)
  if (node.type === 'CallExpression' || node.type === 'NewExpression')
    return node.arguments.some((each) => isLiteral(each))
  return node.type === 'ArrayExpression' || node.type === 'ObjectExpression'
}

/** What a file exports by name where it is declared. A second mention (`export { x }`) is no declaration. */
function exportsOf(program: Program): readonly { readonly name: string; readonly span: Span }[] {
  return program.body.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration' || !statement.declaration) return []
    const { declaration } = statement
    const ids =
      declaration.type === 'VariableDeclaration'
        ? declaration.declarations.map(({ id }) => id)
        : 'id' in declaration
          ? [declaration.id]
          : []
    return ids.map((id) => ({ name: id?.type === 'Identifier' ? id.name : '(several)', span: statement }))
  })
}

/** The value below which `share` (0 to 1) of the numbers lie: the anchors' own way, the index rounded down. 0 for none. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
