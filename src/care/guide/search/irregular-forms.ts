/**
 * Words whose other forms no ending tells: "slept" is looked for as "sleep", "feet" as "foot". Pure data. Only forms that mean
 * nothing else in this guide: "left" is a side, and "saw" and "wound" are things.
 */

/** Each root, with the forms that are looked for as it. */
const roots: Readonly<Record<string, string>> = {
  begin: 'began begun',
  bend: 'bent',
  break: 'broke broken',
  bring: 'brought',
  buy: 'bought',
  catch: 'caught',
  come: 'came',
  drive: 'drove driven',
  drink: 'drank',
  eat: 'ate eaten',
  fall: 'fell fallen',
  feed: 'fed',
  feel: 'felt',
  fly: 'flew flown',
  freeze: 'froze frozen',
  give: 'gave given',
  grow: 'grew grown',
  hold: 'held',
  keep: 'kept',
  kneel: 'knelt',
  lean: 'leant',
  lie: 'lies lay lain lying',
  lose: 'lost',
  make: 'made',
  pay: 'paid',
  ride: 'rode ridden',
  run: 'ran',
  say: 'said',
  see: 'seen',
  shake: 'shook shaken',
  sit: 'sat',
  sleep: 'slept',
  slide: 'slid',
  speak: 'spoke spoken',
  spend: 'spent',
  stand: 'stood',
  swell: 'swollen',
  swim: 'swam swum',
  take: 'took taken',
  teach: 'taught',
  tear: 'tore torn',
  tell: 'told',
  think: 'thought',
  throw: 'threw thrown',
  wake: 'woke woken',
  wear: 'wore worn',
  write: 'wrote written',
  calf: 'calves',
  child: 'children',
  foot: 'feet',
  man: 'men',
  tooth: 'teeth',
  woman: 'women',
}

/** The root of each such form. */
const rootOf: ReadonlyMap<string, string> = new Map(
  Object.entries(roots).flatMap(([root, forms]) => forms.split(' ').map((form) => [form, root] as const)),
)

/** The root of this word where it is such a form, and the word itself where it is none. */
export const withoutIrregular = (word: string): string => rootOf.get(word) ?? word
