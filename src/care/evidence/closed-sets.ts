/**
 * Closed sets of words and the records kept by them: which keys there are, and whether a word from outside is one of them.
 * Pure. The compiler forgets the keys of a record whenever it is walked; here, and only here, it is told them again.
 */

/** Is this value one of the list? Tells the compiler so. */
export function isOneOf<Item>(list: readonly Item[], value: unknown): value is Item {
  const items: readonly unknown[] = list
  return items.includes(value)
}

/** Is this word a key of the record itself? What every object inherits ("toString") is none. */
export function isKeyOf<Table extends object>(table: Table, word: PropertyKey): word is keyof Table {
  return Object.hasOwn(table, word)
}

/** The keys of a record, in its order. Only for a record that holds no more keys than its type says. */
export function keysOf<Table extends object>(table: Table): readonly (keyof Table & string)[] {
  // The type of Object.keys is string[], since any object may hold more than its type says; our tables do not.
  return Object.keys(table) as (keyof Table & string)[]
}

/** The keys of a record with their values, in its order. Only for a record that holds no more keys than its type says. */
export function entriesOf<Key extends string, Value>(
  table: Readonly<Partial<Record<Key, Value>>>,
): readonly (readonly [Key, Value])[] {
  // As in keysOf. A key that is there holds a value: we compile with exactOptionalPropertyTypes.
  return Object.entries(table) as [Key, Value][]
}

/** A record with these keys, each with its value. */
export function recordOf<Key extends string, Value>(
  keys: readonly Key[],
  make: (key: Key) => Value,
): Readonly<Record<Key, Value>> {
  // The type of Object.fromEntries forgets which keys it was given.
  return Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<Key, Value>
}
