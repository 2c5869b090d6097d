/**
 * What newer browsers can do with a list and older ones cannot (the floor in README.md has no `findLast` and no `groupBy`),
 * and what a compiler that counts no lengths needs to be told.
 * Pure. Never changes the list it is given.
 */

/**
 * The item at this place, from 0.
 * @throws when there is none: a mistake in our data or code, never in what somebody told
 */
export function itemAt<Item>(list: readonly Item[], place: number): Item {
  const item = list[place]
  if (item === undefined) throw new Error(`there is no item at ${place} of ${list.length}`)
  return item
}

/** The last item that fits; `undefined` when none does. */
export function findLast<Item, Fit extends Item>(
  list: readonly Item[],
  fits: (item: Item) => item is Fit,
): Fit | undefined
export function findLast<Item>(list: readonly Item[], fits: (item: Item, index: number) => boolean): Item | undefined
export function findLast<Item>(list: readonly Item[], fits: (item: Item, index: number) => boolean): Item | undefined {
  return list[findLastIndex(list, fits)]
}

/** Where the last item that fits stands; -1 when none does. */
export function findLastIndex<Item>(list: readonly Item[], fits: (item: Item, index: number) => boolean): number {
  for (let index = list.length - 1; index >= 0; index -= 1) {
    // Inside the list; an item may itself be undefined.
    if (fits(list[index] as Item, index)) return index
  }
  return -1
}

/** The items by what they have in common, groups and items in the order in which they were met. */
export function groupBy<Item, Key>(list: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of list) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
