/**
 * What somebody asks of the search, read from an address or a form. Nothing is guessed: a value that is not on offer is
 * left out and said; what was typed is kept, whatever it was. Pure.
 */
import { type Loosening, withinOffered } from '../../clinic/availability/looser-searches.ts'
import type { Search } from '../../clinic/availability/search-therapists.ts'
import { isCondition } from '../../clinic/directory/conditions.ts'
import { isLanguage } from '../../clinic/directory/languages.ts'
import { findInsurer, insurerIds, type Payer } from '../../clinic/directory/insurers.ts'
import { findPlace, type PlaceAnswer } from '../../clinic/directory/places.ts'
import { isTreatmentId } from '../../clinic/directory/treatments.ts'
import { withoutHidden } from '../../clinic/people/typed-text.ts'
import { withoutPlaces } from './without-places.ts'

/** The fields of the form, as typed. Only `need` never stands in an address: it is health data. */
export interface Typed {
  readonly place: string
  readonly miles: string
  readonly service: string
  readonly pays: string
  readonly language: string
  readonly gender: string
  readonly within: string
  readonly sort: string
  readonly need: string
  readonly evenings: boolean
  readonly weekends: boolean
  readonly video: boolean
  readonly stepfree: boolean
}

export const milesOffered = [1, 2, 3, 5, 10, 25] as const
export const defaultMiles = 3
export const defaultTreatment = 'physiotherapy-first'
const longest = 200

export interface Asked {
  readonly typed: Typed
  /** `null`: no place was typed, so everywhere is looked at. */
  readonly place: PlaceAnswer | null
  readonly search: Search
  /** Values that are not on offer and were left out, as typed. */
  readonly ignored: readonly string[]
  /** With an insurer that we do not know, everybody is shown, and the clinic has to be asked. */
  readonly payer: Payer
}

/** @param fields of the address, or of the form when `mayNeed` */
export function readSearch(fields: URLSearchParams, mayNeed = false): Asked {
  const typed = readTyped(fields, mayNeed)
  const ignored: string[] = []
  const oneOf = <Value extends string>(
    value: string,
    isOffered: (text: string) => text is Value,
  ): Value | undefined => {
    if (value === '') return undefined
    if (isOffered(value)) return value
    ignored.push(value)
    return undefined
  }
  const place = typed.place === '' ? null : findPlace(typed.place)
  const payer = payerOf(typed.pays)
  const within = oneOf(typed.within, isNumberOf(withinOffered))
  const search: Search = {
    treatment: oneOf(typed.service, isTreatmentId) ?? defaultTreatment,
    from: place?.ok ? place.place : undefined,
    radiusMiles: Number(oneOf(typed.miles, isNumberOf(milesOffered)) ?? defaultMiles),
    insurer: payer.kind === 'insurer' ? payer.id : undefined,
    language: oneOf(typed.language, isLanguage),
    gender: oneOf(typed.gender, isGender),
    need: oneOf(typed.need, isCondition),
    withinDays: within === undefined ? undefined : Number(within),
    sort: oneOf(typed.sort, isSort) ?? 'soonest',
    evenings: typed.evenings,
    weekends: typed.weekends,
    video: typed.video,
    stepFree: typed.stepfree,
  }
  return { typed, place, search, ignored, payer }
}

/**
 * What was written into the search and is neither a place nor anything else that it knows: words that may tell of danger.
 * A place that is known by its name is none, whatever its name, be there several.
 */
export const unknownWords = ({ typed, place, ignored, payer }: Asked): string =>
  [
    place && !place.ok && place.why !== 'several' ? withoutPlaces(typed.place) : '',
    payer.kind === 'otherInsurer' ? payer.typed : '',
    ...ignored,
  ]
    .filter((text) => text !== '')
    .join('\n\n')

/** The same search, from a place that was looked up further. */
export const fromPlace = (asked: Asked, place: PlaceAnswer): Asked => ({
  ...asked,
  place,
  search: { ...asked.search, from: place.ok ? place.place : undefined },
})

/** The id that the form sends, or a name as somebody wrote it into the address. */
function payerOf(text: string): Payer {
  const id = insurerIds.find((known) => known === text)
  if (id) return { kind: 'insurer', id }
  const meant = findInsurer(text)
  return meant.ok ? meant.payer : { kind: 'self' }
}

function readTyped(fields: URLSearchParams, mayNeed: boolean): Typed {
  const text = (name: string) => withoutHidden((fields.get(name) ?? '').slice(0, longest)).trim()
  const tick = (name: string) => fields.get(name) === 'yes'
  return {
    ...{ place: text('place'), miles: text('miles'), service: text('service'), pays: text('pays') },
    ...{ language: text('language'), gender: text('gender'), within: text('within'), sort: text('sort') },
    need: mayNeed ? text('need') : '',
    ...{ evenings: tick('evenings'), weekends: tick('weekends'), video: tick('video'), stepfree: tick('stepfree') },
  }
}

const isNumberOf =
  (offered: readonly number[]) =>
  (text: string): text is string =>
    offered.some((number) => String(number) === text)
const isGender = (text: string): text is 'woman' | 'man' => text === 'woman' || text === 'man'
const isSort = (text: string): text is Search['sort'] => text === 'soonest' || text === 'nearest' || text === 'rating'

/** Everything typed but what is empty and what is health data: what may stand in an address. */
export function addressOf(typed: Typed, more: Partial<Record<keyof Typed, string>> = {}): string {
  const fields = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...typed, need: '', ...more }))
    if (value === true) fields.set(name, 'yes')
    else if (typeof value === 'string' && value !== '') fields.set(name, value)
  return `/find?${fields}`
}

/** The field of the form that each filter is. */
export const fieldOf = {
  insurer: 'pays',
  language: 'language',
  gender: 'gender',
  need: 'need',
  video: 'video',
  stepFree: 'stepfree',
  evenings: 'evenings',
  weekends: 'weekends',
  withinDays: 'within',
} as const satisfies Record<Loosening, keyof Typed>
