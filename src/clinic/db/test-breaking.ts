/** For tests: from the text of a check constraint, as PostgreSQL prints it, the smallest changes of a row that it must refuse. */

/** What a change writes: column → SQL. */
type Change = ReadonlyMap<string, string>
/** Column → type, as `format_type` says it. */
export type Columns = ReadonlyMap<string, string>

type Node =
  | { readonly is: 'and' | 'or'; readonly parts: readonly Node[] }
  | { readonly is: 'not'; readonly of: Node }
  | { readonly is: 'null'; readonly of: Node }
  | { readonly is: 'compare'; readonly by: string; readonly left: Node; readonly right: Node }
  | { readonly is: 'case'; readonly arms: readonly (readonly [Node, Node])[]; readonly otherwise: Node }
  | { readonly is: 'call'; readonly name: string; readonly of: readonly Node[]; readonly text: string }
  | { readonly is: 'column' | 'value'; readonly text: string }

/** What cannot be read: its change is written by hand. */
class Unread extends Error {}

const sign =
  /\s*('(?:[^']|'')*'|-?\d+(?:\.\d+)?|::(?:[a-z]+(?: precision| with(?:out)? time zone| varying)?)(?:\[\])?|<>|<=|>=|<@|~~|[~=<>+(),[\]]|[A-Za-z_]\w*)/y

function signsOf(text: string): readonly string[] {
  const signs: string[] = []
  sign.lastIndex = 0
  while (sign.lastIndex < text.trimEnd().length) {
    const found = sign.exec(text)
    if (!found?.[1]) throw new Unread(text)
    signs.push(found[1])
  }
  return signs
}

/** A value of this type, and any other than those that stand in tests. */
export function sampleOf(type: string): string {
  if (type.endsWith('[]')) return `'{}'::${type}`
  const samples: Readonly<Record<string, string>> = {
    uuid: `'a0000000-0000-4000-8000-000000000001'::uuid`,
    text: `'x'`,
    'timestamp with time zone': `'2026-01-01 00:00Z'::timestamptz`,
    date: `'2026-01-01'::date`,
    'time without time zone': `'09:00'::time`,
    bytea: `'\\x01'::bytea`,
    boolean: 'true',
    jsonb: `'{}'::jsonb`,
    tstzrange: `'[2026-01-01 00:00Z,2026-01-02 00:00Z)'::tstzrange`,
  }
  return samples[type] ?? '5'
}

/** The least by which two values of a type differ, as SQL that is put behind one. */
function stepOf(type: string): string {
  if (type.startsWith('timestamp') || type.startsWith('time ')) return ` interval '1 second'`
  return type === 'double precision' ? ' 0.001' : ' 1'
}

/** A value of the length, of a text, an array or bytes. */
function ofLength(type: string, length: number): string {
  if (type === 'bytea') return `convert_to(repeat('x', ${length}), 'utf8')`
  if (type.endsWith('[]')) return `array_fill(null::${type.slice(0, -2)}, array[${length}])`
  return `repeat('x', ${length})`
}

class Reader {
  private at = 0
  private readonly signs: readonly string[]
  private readonly columns: Columns
  constructor(text: string, columns: Columns) {
    this.signs = signsOf(text)
    this.columns = columns
  }
  private take(...wanted: readonly string[]): boolean {
    const found = wanted.every((one, nth) => this.signs[this.at + nth] === one)
    if (found) this.at += wanted.length
    return found
  }
  private need(wanted: string): void {
    if (!this.take(wanted)) throw new Unread(`${wanted} at ${this.at} of ${this.signs.join(' ')}`)
  }
  whole(): Node {
    const read = this.any()
    if (this.at < this.signs.length) throw new Unread(this.signs.slice(this.at).join(' '))
    return read
  }
  private any(): Node {
    const parts = [this.all()]
    while (this.take('OR')) parts.push(this.all())
    return parts.length === 1 && parts[0] ? parts[0] : { is: 'or', parts }
  }
  private all(): Node {
    const parts = [this.denied()]
    while (this.take('AND')) parts.push(this.denied())
    return parts.length === 1 && parts[0] ? parts[0] : { is: 'and', parts }
  }
  private denied(): Node {
    return this.take('NOT') ? { is: 'not', of: this.denied() } : this.compared()
  }
  private compared(): Node {
    const left = this.sum()
    if (this.take('IS', 'NULL')) return { is: 'null', of: left }
    if (this.take('IS', 'NOT', 'NULL')) return { is: 'not', of: { is: 'null', of: left } }
    if (this.take('IS', 'DISTINCT', 'FROM')) return { is: 'compare', by: '<>', left, right: this.sum() }
    for (const by of ['=', '<>', '<=', '<', '>=', '>', '~', '~~', '<@'])
      if (this.take(by)) return { is: 'compare', by, left, right: this.sum() }
    return left
  }
  private sum(): Node {
    const left = this.one()
    if (!this.take('+')) return left
    return { is: 'value', text: `${textOf(left)} + ${textOf(this.one())}` }
  }
  private one(): Node {
    const read = this.bare()
    const from = this.at
    while (this.signs[this.at]?.startsWith('::')) this.at += 1
    const cast = this.signs.slice(from, this.at).join('')
    return read.is === 'value' ? { is: 'value', text: `${read.text}${cast}` } : read
  }
  private list(end: string): readonly Node[] {
    const items: Node[] = []
    while (!this.take(end)) {
      items.push(this.any())
      this.take(',')
    }
    return items
  }
  private bare(): Node {
    if (this.take('(')) {
      const inner = this.any()
      this.need(')')
      return inner.is === 'value' ? { is: 'value', text: `(${inner.text})` } : inner
    }
    if (this.take('CASE')) return this.chosen()
    const word = this.signs[this.at]
    if (word === undefined) throw new Unread('the end')
    this.at += 1
    if (word === 'ARRAY') {
      this.need('[')
      return { is: 'value', text: `ARRAY[${this.list(']').map(textOf).join(', ')}]` }
    }
    if (this.take('(')) {
      const of = this.list(')')
      return { is: 'call', name: word, of, text: `${word}(${of.map(textOf).join(', ')})` }
    }
    return { is: this.columns.has(word) ? 'column' : 'value', text: word }
  }
  private chosen(): Node {
    const of = this.signs[this.at] === 'WHEN' ? undefined : this.sum()
    const arms: [Node, Node][] = []
    while (this.take('WHEN')) {
      const when = this.any()
      this.need('THEN')
      arms.push([of ? { is: 'compare', by: '=', left: of, right: when } : when, this.any()])
    }
    this.need('ELSE')
    const otherwise = this.any()
    this.need('END')
    return { is: 'case', arms, otherwise }
  }
}

function textOf(node: Node): string {
  if ('text' in node) return node.text
  throw new Unread(node.is)
}

/** Both at once; nothing where they contradict each other. */
function together(changes: readonly Change[]): readonly Change[] {
  const made = new Map<string, string>()
  for (const change of changes)
    for (const [column, value] of change) {
      if (made.has(column) && made.get(column) !== value) return []
      made.set(column, value)
    }
  return [made]
}

const eachWithEach = (all: readonly (readonly Change[])[]): readonly Change[] =>
  all.reduce<readonly Change[]>(
    (some, next) => some.flatMap((one) => next.flatMap((two) => together([one, two]))),
    [new Map()],
  )

const isCondition = ({ is }: Node): boolean => ['and', 'or', 'not', 'null', 'compare', 'case'].includes(is)

/** The changes under which a condition is `wanted`. */
function changesTo(node: Node, wanted: boolean, columns: Columns): readonly Change[] {
  const to = (part: Node, be: boolean) => changesTo(part, be, columns)
  switch (node.is) {
    case 'and':
    case 'or':
      return (node.is === 'and') === wanted
        ? eachWithEach(node.parts.map((part) => to(part, wanted)))
        : node.parts.flatMap((part) => to(part, wanted))
    case 'not':
      return to(node.of, !wanted)
    case 'null':
      return [new Map([[textOf(node.of), wanted ? 'null' : sampleOf(columns.get(textOf(node.of)) ?? '')]])]
    case 'column':
      return [new Map([[node.text, String(wanted)]])]
    case 'case':
      return chosenTo(node, wanted, columns)
    case 'compare':
      return isCondition(node.left) || isCondition(node.right)
        ? conditionsCompared(node, wanted, columns)
        : valuesCompared(node, wanted, columns)
    default:
      throw new Unread(node.is)
  }
}

/** An arm that is chosen, and the last where none is. What one arm asks of a column may already say that no other is meant. */
function chosenTo({ arms, otherwise }: Extract<Node, { is: 'case' }>, wanted: boolean, columns: Columns) {
  const chosen = arms.flatMap(([when, then]) =>
    eachWithEach([changesTo(when, true, columns), changesTo(then, wanted, columns)]),
  )
  const none = eachWithEach(arms.map(([when]) => changesTo(when, false, columns)))
  return [
    ...chosen,
    ...changesTo(otherwise, wanted, columns).flatMap((change) => {
      const both = eachWithEach([none, [change]])
      return both.length > 0 ? both : [change]
    }),
  ]
}

type Comparison = Extract<Node, { is: 'compare' }>

/** `p = q`, and `p <= q` for "p only where q". */
function conditionsCompared({ by, left, right }: Comparison, wanted: boolean, columns: Columns): readonly Change[] {
  const pairs = [true, false].flatMap((one) => [true, false].map((two) => [one, two] as const))
  const holds = (one: boolean, two: boolean) => (by === '=' ? one === two : !one || two)
  if (by !== '=' && by !== '<=') throw new Unread(by)
  return pairs
    .filter(([one, two]) => holds(one, two) === wanted)
    .flatMap(([one, two]) => eachWithEach([changesTo(left, one, columns), changesTo(right, two, columns)]))
}

const opposite: Readonly<Record<string, string>> = { '<': '>=', '<=': '>', '>': '<=', '>=': '<', '=': '<>', '<>': '=' }

/** A column, or its length, beside a value or another column. */
function valuesCompared({ by, left, right }: Comparison, wanted: boolean, columns: Columns): readonly Change[] {
  if (left.is === 'call') return lengthsCompared(left, by, textOf(right), wanted, columns)
  const column = textOf(left)
  const type = columns.get(column)
  if (left.is !== 'column' || type === undefined) throw new Unread(column)
  const be = (...values: readonly string[]): readonly Change[] => values.map((value) => new Map([[column, value]]))
  if (right.is === 'call') {
    if (right.name !== 'ANY') return right.text === `lower(${column})` && !wanted ? be(`'X@X.X'`) : []
    return be(...(wanted ? (right.text.match(/'[^']*'/g) ?? []) : [`'something else'`]))
  }
  if (by === '~') return wanted ? [] : be(`'!'`)
  if (by === '~~') return be(wanted ? textOf(right).replace('%', 'x') : `'something else'`)
  if (by === '<@') return wanted ? [] : be(type === 'text[]' ? `'{x}'` : `'{0}'`)
  return besides(column, type, wanted ? by : (opposite[by] ?? ''), textOf(right), columns)
}

function besides(column: string, type: string, by: string, right: string, columns: Columns): readonly Change[] {
  const others = [...columns].filter(([name]) => new RegExp(`\\b${name}\\b`).test(right.replaceAll(/'[^']*'/g, '')))
  const other = others.reduce(
    (text, [name, of]) => text.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), sampleOf(of)),
    right,
  )
  const rest = others.map(([name, of]) => [name, sampleOf(of)] as const)
  const be = (value: string) => new Map([[column, value], ...rest])
  if (by === '<>') {
    const unlike: Readonly<Record<string, string>> = { text: `'something else'`, uuid: 'gen_random_uuid()' }
    return [be(unlike[type] ?? `${other} +${stepOf(type)}`)]
  }
  if (['=', '>=', '<='].includes(by)) return [be(other)]
  return [be(`${other} ${by === '>' ? '+' : '-'}${stepOf(type)}`)]
}

function lengthsCompared(
  { name, of, text }: Extract<Node, { is: 'call' }>,
  by: string,
  right: string,
  wanted: boolean,
  columns: Columns,
): readonly Change[] {
  if (name === 'num_nonnulls' && !wanted)
    return ['null', undefined].map(
      (value) => new Map(of.map((one) => [textOf(one), value ?? sampleOf(columns.get(textOf(one)) ?? '')])),
    )
  const column = of[0] ? textOf(of[0]) : ''
  const type = columns.get(column)
  if (!['char_length', 'octet_length', 'cardinality'].includes(name) || type === undefined || wanted)
    throw new Unread(text)
  const bound = Number(right)
  const lengths = { '>=': [bound - 1], '<=': [bound + 1], '=': [bound - 1, bound + 1] }[by] ?? []
  return lengths.filter((length) => length >= 0).map((length) => new Map([[column, ofLength(type, length)]]))
}

/**
 * The smallest changes that a check must refuse: each part broken alone, each border passed by one.
 * @param definition as `pg_get_constraintdef` says it
 * @returns none where the check is of a kind that nobody has taught this
 */
export function changesRefusedBy(definition: string, columns: Columns): readonly Change[] {
  const condition = /^CHECK \((.*)\)$/s.exec(definition)?.[1] ?? ''
  try {
    return changesTo(new Reader(condition, columns).whole(), false, columns)
  } catch (error) {
    if (error instanceof Unread) return []
    throw error
  }
}
