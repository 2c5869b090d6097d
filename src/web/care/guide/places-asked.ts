/**
 * Whether somebody who searches the guide means a place: "physio in Camden", "massage near Brixton", "SE1". Pure, from the
 * built-in list of London, so that it works with no network.
 * Never: a name that was guessed from a word about the body; more of what was typed than the place goes on to the search.
 */
import { isOneSlipApart } from '../../../clinic/town/one-slip.ts'
import { areaRows, type PlaceRow, stationRows } from '../../../clinic/town/london-places.ts'
import { districtRows } from '../../../clinic/town/postcode-districts.ts'

/** What was asked of places. */
export interface PlacesAsked {
  /** Does it ask for somebody who treats, or say "near"? Then places come before the pages of the guide. */
  readonly isSurely: boolean
  /** As `findPlace` of the clinic half knows them, the likeliest first; at most three. Empty with `nearMe`. */
  readonly places: readonly string[]
  /** "Physio near me": somebody is looked for, and no place was named. */
  readonly nearMe: boolean
}

const none: PlacesAsked = { isSurely: false, places: [], nearMe: false }
const mostPlaces = 3
/** No name of a place with what is asked of it is longer, in letters and in words. */
const mostLetters = 200
const mostWords = 20
/** From so many letters a slip is forgiven, and a beginning is enough: shorter ones are like half the town. */
const leastForSlip = 5
const leastForBeginning = 4

/** Somebody or something that is looked for at a place. */
const services = new Set(
  (
    'physio physios physiotherapy physiotherapist physiotherapists massage massages masseur masseuse osteopath osteopaths ' +
    'osteopathy osteo chiropractor chiropractors chiropractic chiro acupuncture acupuncturist therapist therapists ' +
    'clinic clinics pilates class classes appointment appointments'
  ).split(' '),
)
/** Words between what is looked for and where. */
const joins = new Set(['in', 'at', 'near', 'nearby', 'around', 'by', 'close', 'to'])
/** Words around both that say neither. */
const around = new Set(
  (
    'a an the my me i for back pain spine sports sport deep tissue good best cheap nearest local find book see who can ' +
    'someone somebody help with is there any station tube london uk please urgent private nhs today open now'
  ).split(' '),
)

/** What of these words is a place, if any. Reads at most the first 200 letters. */
export function placesAsked(typed: string): PlacesAsked {
  const words = plainWords(typed.slice(0, mostLetters)).slice(0, mostWords)
  const asksFor = words.some((word) => services.has(word))
  const last = words.reduce((at, word, index) => (joins.has(word) ? index : at), -1)
  const isSurely = asksFor || last >= 0
  const where = last >= 0 ? words.slice(last + 1) : []
  const tails = [words, bare(words), where, bare(where)].map((tail) => tail.join(''))
  const names = [...new Set(tails)].filter((name) => name !== '')
  const exact = names.flatMap((name) => placesNamed(name))
  const found = exact.length > 0 || !asksFor ? exact : names.flatMap((name) => placesLike(name))
  const places = [...new Set(found)].slice(0, mostPlaces)
  if (places.length > 0) return { isSurely, places, nearMe: false }
  const isNear = words.some((word) => word === 'near' || word === 'nearby' || word === 'nearest' || word === 'local')
  return asksFor && isNear && bare(words).length === 0 ? { ...none, isSurely: true, nearMe: true } : none
}

/** Small letters without accents; what stands together is one word. */
const plainWords = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? []

/** Without what stands before and after a name: "best physio in camden town london" is "camden town". */
function bare(words: readonly string[]): readonly string[] {
  const says = (word: string) => !services.has(word) && !joins.has(word) && !around.has(word)
  const from = words.findIndex(says)
  if (from < 0) return []
  const past = words.length - [...words].reverse().findIndex(says)
  return words.slice(from, past)
}

interface Named {
  readonly place: string
  readonly keys: readonly string[]
}

const keyOf = (name: string) => plainWords(name).join('')
const namedOf = (rows: readonly PlaceRow[], after: '' | ' station'): readonly Named[] =>
  rows.map(([name, , , outward, ...others]) => ({
    place: `${name}${after}, ${outward}`,
    keys: [...new Set([name, `${name}${after}`, ...others])].map(keyOf),
  }))

let read: { readonly named: readonly Named[]; readonly districts: ReadonlySet<string> } | undefined
/** The lists as they are compared: made when first somebody searches. */
function lists() {
  read ??= {
    named: [...namedOf(areaRows, ''), ...namedOf(stationRows, ' station')],
    districts: new Set(districtRows.map(([outward]) => outward)),
  }
  return read
}

/** The places of exactly this name, or the district of this postcode: never more of it than its first part. */
function placesNamed(key: string): readonly string[] {
  const { named, districts } = lists()
  const [, outward = ''] = /^([a-z]{1,2}[0-9][a-z0-9]?)(?:[0-9][a-z]{2})?$/.exec(key) ?? []
  const district = [outward, outward.replace(/[a-z]$/, '')]
    .map((code) => code.toUpperCase())
    .find((code) => districts.has(code))
  return [...(district ? [district] : []), ...named.filter(({ keys }) => keys.includes(key)).map(({ place }) => place)]
}

/** The places whose name begins so, or is one slip away. */
function placesLike(key: string): readonly string[] {
  const { named } = lists()
  const begin = named.filter(({ keys }) => key.length >= leastForBeginning && keys.some((one) => one.startsWith(key)))
  const slipped = named.filter(({ keys }) => key.length >= leastForSlip && keys.some((one) => isOneSlipApart(one, key)))
  return [...begin, ...slipped].map(({ place }) => place)
}
