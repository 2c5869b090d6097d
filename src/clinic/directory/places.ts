/**
 * Where somebody means: a part of London, a station or a postcode, however it is typed.
 * Pure, from built-in lists (london-places, postcode-districts); the national list, where it was brought in, is asked by
 * the caller with the `postcode` that an answer carries. The positions are approximate centres.
 * Never: an answer without words, or a guess between two places of one name.
 */
import type { Position } from './distance.ts'
import { folded, mostRead, squeezed } from './folded.ts'
import { areaRows, type PlaceRow, stationRows } from '../town/london-places.ts'
import { indexNames, type Likeness } from './name-index.ts'
import { isOneSlipApart } from '../town/one-slip.ts'
import { slipsApart } from '../town/slips-apart.ts'
import { townsElsewhere } from '../town/towns-elsewhere.ts'
import { districtAbove, type Postcode, readPostcode } from './postcode.ts'
import { districtRows } from '../town/postcode-districts.ts'

/** A place that the search knows. */
export interface Place extends Position {
  /** As in an address of ours: "bethnal-green", "e2". Unique, and found again by `findPlace`. */
  readonly id: string
  /** "Bethnal Green", "E2". Not unique: see `label`. */
  readonly name: string
  readonly kind: 'area' | 'station' | 'postcode'
  /** The outward postcode of its middle. */
  readonly outward: string
  /** To show and to choose by: "Bethnal Green, E2", "Angel station, N1", "E2, Bethnal Green". Unique. */
  readonly label: string
}

/** What was meant by a text. `says` is a sentence for the page in each case, and never empty. */
export type PlaceAnswer =
  | { readonly ok: true; readonly place: Place; readonly postcode: Postcode | null; readonly says: string }
  | {
      readonly ok: false
      /**
       * `empty`: nothing that could be a name. `several`: choose one of `choices`. `elsewhere`: a postcode that is not in
       * the built-in list; ask the national one; `choices` are its districts with a number nearly like it, if any.
       * `unknown`: no such name; `choices` are those spelt nearly like it, if any.
       */
      readonly why: 'empty' | 'several' | 'elsewhere' | 'unknown'
      readonly choices: readonly Place[]
      readonly postcode: Postcode | null
      readonly says: string
    }

/** Most places offered at once. */
const mostChoices = 8

const idOf = (words: string) => folded(words).replaceAll(' ', '-')

/** Every built-in place: parts of the town, then stations, then postcodes. */
export const places: readonly Place[] = [
  ...areaRows.map((row) => named(row, 'area')),
  ...stationRows.map((row) => named(row, 'station')),
  ...districtRows.map(([outward, latitude, longitude, about]): Place => {
    const label = `${outward}, ${about}`
    return { id: outward.toLowerCase(), name: outward, kind: 'postcode', outward, label, latitude, longitude }
  }),
]

function named([name, latitude, longitude, outward]: PlaceRow, kind: 'area' | 'station'): Place {
  const shared = [...areaRows, ...stationRows].filter(([other]) => other === name).length > 1
  const said = kind === 'station' ? `${name} station` : name
  return {
    id: idOf(shared ? `${name} ${outward}` : said),
    ...{ name, kind, outward, latitude, longitude, label: `${said}, ${outward}` },
  }
}

const byId = new Map(places.map((place) => [place.id, place]))
const byOutward = new Map(places.filter(({ kind }) => kind === 'postcode').map((place) => [place.outward, place]))
const otherNames = [...areaRows, ...stationRows].map(([, , , , ...others]) => others)
const namedPlaces = places
  .slice(0, otherNames.length)
  .map((item, row) => ({ item, names: [item.name, ...(otherNames[row] ?? [])] }))
const byName = indexNames(namedPlaces)

/** What people write around a name that is no part of it. */
const around =
  /^(?:near|in|at|around|close to|by|(?:the )?(?:royal |london )?borough of) (?=.)|(?<=.) (?:tube|underground|overground|rail|railway|train|dlr)(?= station$|$)|(?<=.) (?:station|london|england|uk)$/g

/**
 * Finds a place by its name, one of its other names, its beginning, a word of it, or with one slip; or by a postcode,
 * also at the end of an address. Reads at most `mostRead` units, whatever is given.
 */
export function findPlace(text: string): PlaceAnswer {
  const words = folded(text.slice(0, mostRead))
  if (words === '') return refused('empty', [], null, 'Type a place or the first part of a postcode, such as E2.')
  const known = byId.get(words.replaceAll(' ', '-')) ?? byId.get(text.slice(0, mostRead))
  const postcode = postcodeIn(words)
  if (known && known.kind !== 'postcode')
    return { ok: true, place: known, postcode: null, says: `Near ${known.label}.` }
  if (postcode) return ofPostcode(postcode)
  return ofName(words, text)
}

/** The postcode that a text is, or ends with: "14 Lantern Yard, E2 9DZ". */
function postcodeIn(words: string): Postcode | null {
  const all = words.replace(/(?: (?:london|england|uk))+$/, '').split(' ')
  const last = all.at(-1) ?? ''
  const two = all.length > 1 ? readPostcode(`${all.at(-2)} ${last}`) : null
  const whole = readPostcode(all.join(' '))
  if (whole) return whole
  return two?.full ? two : readPostcode(last)
}

function ofPostcode(postcode: Postcode): PlaceAnswer {
  const place = byOutward.get(postcode.outward) ?? byOutward.get(districtAbove(postcode.outward))
  if (place) return { ok: true, place, postcode, says: `Near ${postcode.full ?? postcode.outward}, ${aboutOf(place)}.` }
  const says = `${postcode.full ?? postcode.outward} is not among our London postcodes. Check it, or type a place name.`
  return refused('elsewhere', districtsAlike(postcode.outward), postcode, says)
}

const aboutOf = ({ label, name }: Place) => label.slice(name.length + 2)

function ofName(words: string, typed: string): PlaceAnswer {
  const bare = withoutAround(words)
  const { found } = byName.find(bare, mostChoices)
  const surest = found[0]
  const town = surest?.how === 'whole' ? undefined : townMeant(bare, surest?.how)
  if (town !== undefined) return ofTown(town, found)
  if (!surest) {
    const choices = alike([bare, words])
    const what =
      choices.length > 0
        ? 'Choose one that is spelt nearly like it, or type'
        : 'Type a part of London, such as Hackney, or'
    const says = `We do not know “${typed.trim().slice(0, 40)}”. ${what} the first part of a postcode, such as E2.`
    return refused('unknown', choices, null, says)
  }
  const same = found.filter(({ how }) => how === surest.how).map(({ item }) => item)
  if (same.length === 1 && isSure(surest.how, found.length, bare)) {
    const begun = surest.how === 'whole' ? [] : townsBegun(bare)
    if (begun.length > 0) return ofTown(`Do you mean ${begun.join(' or ')}? That`, found)
    return { ok: true, place: surest.item, postcode: null, says: `Near ${surest.item.label}.` }
  }
  const choices = found.map(({ item }) => item)
  return refused('several', choices, null, `Which one do you mean: ${choices.map(({ label }) => label).join('; ')}?`)
}

/** The town elsewhere that this is the name of, or nearly; where it begins the name of a place in London, only its whole name. */
function townMeant(words: string, how: Likeness | undefined): string | undefined {
  const typed = squeezed(words)
  const named = townsElsewhere.find((name) => squeezed(name) === typed)
  if (named !== undefined || how === 'beginning' || typed.length < leastTownSlip) return named
  return townsElsewhere.find((name) => isOneSlipApart(squeezed(name), typed))
}

/** The towns elsewhere that begin so, the first few: "Oxfor" is as much of Oxford as of Oxford Circus. */
const townsBegun = (words: string): readonly string[] =>
  townsElsewhere.filter((name) => squeezed(name).startsWith(squeezed(words))).slice(0, mostTowns)

/** Said, with what of London begins or is spelt like it: somebody may have meant that. */
function ofTown(town: string, found: readonly { readonly item: Place }[]): PlaceAnswer {
  const choices = found.slice(0, mostAlike).map(({ item }) => item)
  const other =
    choices.length > 0 ? 'Choose one that is spelt like it, or type' : 'Type a part of London, such as Hackney, or'
  const says = `${town} is not in London. We list places in London only. ${other} the first part of a postcode, such as E2.`
  return refused('unknown', choices, null, says)
}

/** A name stands beside others that are less like it; a word of a name, or two letters, must stand alone. */
const isSure = (how: Likeness, found: number, words: string) =>
  found === 1 || how === 'whole' || (words.length > 2 && (how === 'beginning' || how === 'slip'))

function withoutAround(words: string): string {
  const once = words.replace(around, '')
  const bare = once === words ? once : once.replace(around, '')
  return byName.find(words, 1).found[0]?.how === 'whole' || bare === '' ? words : bare
}

const refused = (
  why: 'empty' | 'several' | 'elsewhere' | 'unknown',
  choices: readonly Place[],
  postcode: Postcode | null,
  says: string,
): PlaceAnswer => ({ ok: false, why, choices, postcode, says })

/** So many letters of a name may hold one slip: two in "Marlybone", three in "Totenham Cort Road"; in "Paris" no second. */
const lettersToASlip = 4
/** Shortest text in which a slip of a town's name is heard: below that many a word is one slip from another. */
const leastTownSlip = 6
/** Most towns elsewhere that are named as begun by what was typed. */
const mostTowns = 3
/** Most names offered as spelt nearly like what was typed. */
const mostAlike = 5

/**
 * The places that somebody may have meant who typed one of these: their name is few slips away, and more than one only behind
 * the same first letter. "Cardiff" is spelt like no part of London, and a number like none.
 */
function alike(readings: readonly string[]): readonly Place[] {
  const typed = readings.map((words) => squeezed(words).slice(0, 40))
  return namedPlaces
    .map(({ item, names }) => ({ item, slips: leastSlips(typed, names.map(squeezed)) }))
    .filter(({ slips }) => slips < Number.POSITIVE_INFINITY)
    .toSorted((a, b) => a.slips - b.slips)
    .slice(0, mostAlike)
    .map(({ item }) => item)
}

const leastSlips = (typed: readonly string[], names: readonly string[]) =>
  Math.min(...typed.flatMap((one) => names.map((name) => slipsOfName(one, name))))

function slipsOfName(typed: string, name: string): number {
  const most = Math.floor(Math.max(typed.length, name.length) / lettersToASlip)
  const forgiven = typed[0] === name[0] ? most : Math.min(most, 1)
  const slips = slipsApart(typed, name, forgiven)
  return slips > forgiven ? Number.POSITIVE_INFINITY : slips
}

/** The districts with the same letters whose number is one slip away: "E99" may be E9. "M1" is in Manchester, and no slip of E1. */
function districtsAlike(outward: string): readonly Place[] {
  const area = areaOf(outward)
  const near = [...byOutward.values()].filter(
    ({ name }) => areaOf(name) === area && isOneSlipApart(name.slice(area.length), outward.slice(area.length)),
  )
  return near.slice(0, mostAlike)
}

const areaOf = (outward: string) => /^[A-Z]+/.exec(outward)?.[0] ?? ''
