/**
 * Where a list of noes is written with slashes: "no fever / chills / numbness" denies all of it, and
 * "no fever / numb between my legs" only the fever. In doubt it counts. Beside denial.ts.
 */
import { hasMeaning, kindAt, wordAt } from './reading-at.ts'
import type { Reading } from './reading.ts'

const words = (row: string): ReadonlySet<string> => new Set(row.split(/\s+/))

/** How far behind the mark its place is looked for; in tokens. */
const reach = 7
const owns = words('my between')
const inPlaces = words('in on down across around round inside behind under')
const places = 'SADDLE LEG CHEST FOOT ARM HAND BUM TUMMY CALF FACE NECK'.split(' ')
/** What may share one place behind them: "no numbness / weakness in my legs". */
const feelings = words(
  'numbness tingling weakness pain pains pins needles swelling tightness heaviness burning pressure',
)

/** A slash, and not an "or" that somebody wrote out. */
const isSlash = ({ tokens }: Reading, at: number): boolean => {
  const token = tokens[at]
  return token?.word === 'or' && token.end - token.start === 1
}

/** Does what begins at `sign` stand behind this slash with a place of its own, so that a "no" before the slash says nothing of it? */
export function endsListOfNoes(reading: Reading, slash: number, sign: number): boolean {
  if (!isSlash(reading, slash)) return false
  if (feelings.has(wordAt(reading, slash - 1)) && feelings.has(wordAt(reading, sign))) return false
  for (let at = slash + 1; at <= sign + reach; at++) {
    const kind = kindAt(reading, at)
    if (kind === 'stop' || kind === 'pause' || (at > sign && isSlash(reading, at))) return false
    if (owns.has(wordAt(reading, at))) return true
    if (inPlaces.has(wordAt(reading, at)) && [at + 1, at + 2].some((near) => isPlace(reading, near))) return true
  }
  return false
}

const isPlace = (reading: Reading, at: number): boolean => places.some((place) => hasMeaning(reading, at, place))
