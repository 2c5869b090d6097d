/**
 * Reads the posted form of a diary entry. An edge: whatever comes in, out come fields of the right kind, the doses that
 * were picked, and a message for each thing that is wrong. What an entry may say is decided by `checkedEntry`.
 * Pure. Never: drops what was typed because something else was wrong.
 */
import { isUuid } from '../../../care/evidence/ids.ts'
import { isRegionId } from '../../../care/diary/body-map.ts'
import { addDays, type IsoDate } from '../../../care/evidence/calendar.ts'
import {
  type CountedEntry,
  type EntryFields,
  legAnswers,
  mostDaysBack,
  mostTasks,
  signAnswers,
  type Task,
} from '../../../care/diary/entry.ts'
import type { SameAgain } from '../../../care/diary/same-again.ts'
import { checkedEntry, type EntryProblem } from '../../../care/diary/entry-sound.ts'
import type { Problem } from '../../ui/error-summary.tsx'
import { type FormFields, readNumber } from '../form-fields.ts'
import { commonProducts } from '../medicines/medicine-tally-flow.ts'

/** So many of one product, taken now. */
export interface DosePick {
  readonly product: (typeof commonProducts)[number]
  readonly units: 1 | 2
}

export interface EntryForm {
  /** Not yet checked: `problems` says what is wrong with it. */
  readonly fields: EntryFields
  readonly picks: readonly DosePick[]
  readonly note: 'keep' | 'forget' | 'unasked'
  /** UUID that the form was made with; the same when it is sent again. Null: none, or not one of ours. */
  readonly form: string | null
  /** The earlier day that it is about; undefined: now. */
  readonly about: IsoDate | undefined
  /** Id of the entry that it puts right; its day then stands, whatever `about` says. */
  readonly puts: string | undefined
  /** "Is there a clear reason?" stood on the form. */
  readonly causeWasAsked: boolean
  readonly problems: readonly Problem[]
  /** What it tells of danger, sound even where `problems` is not empty: its pain is none, told or not. */
  readonly dangers: EntryFields
}

/** The field of the form, and so its id on the page, for a field of an entry. */
const formField: Readonly<Record<keyof EntryFields, string>> = {
  painNow0to10: 'pain',
  painWorst0to10: 'worst',
  painAverage0to10: 'average',
  places: 'places',
  leg: 'leg',
  signs: 'signs',
  plainCause: 'plainCause',
  sleep: 'sleep',
  stress: 'stress',
  sittingHours: 'sitting',
  lifting: 'lifting',
  medicine: 'took',
  helped: 'helped',
  note: 'note',
  taskScores: 'tasks',
  confidence0to10: 'confidence',
  globalChange: 'change',
}

/** The days that an entry can be about, yesterday first. */
export const daysBack = (today: IsoDate): readonly IsoDate[] =>
  Array.from({ length: mostDaysBack }, (_, index) => addDays(today, -1 - index))

/** The values of a posted form, each as it is wanted. */
interface Posted {
  /** The last of that name, trimmed; undefined: none, or blank. */
  readonly one: (name: string) => string | undefined
  /** Each once. */
  readonly many: (name: string) => readonly string[]
  /** NaN for what is no number, which `checkedEntry` refuses in words. */
  readonly number: (name: string) => number | undefined
}

function valuesOf(fields: FormFields): Posted {
  const one = (name: string) => fields.get(name)?.at(-1)?.trim() || undefined
  return {
    one,
    many: (name) => [...new Set(fields.get(name) ?? [])],
    number: (name) => {
      const typed = one(name)
      return typed === undefined ? undefined : (readNumber(typed, { decimals: 2, signed: true }) ?? Number.NaN)
    },
  }
}

/** Everything that was posted. */
export function readEntryForm(fields: FormFields, tasks: readonly Task[], today: IsoDate): EntryForm {
  const posted = valuesOf(fields)
  const { one } = posted
  const picks = picksIn(posted)
  const told = toldIn(posted, tasks, picks)
  const { puts, day, about } = dayIn(posted, today)
  const form = one('form') ?? ''
  const wish = one('keepNote')
  return {
    fields: told,
    picks,
    note: wish === 'yes' ? 'keep' : wish === 'no' ? 'forget' : 'unasked',
    form: isUuid(form) ? form : null,
    about,
    puts,
    causeWasAsked: one('asked') === 'cause',
    dangers: dangersIn(posted, told.note),
    problems: [
      ...problemsOf(told, posted.many('places')),
      ...(day !== about ? [{ field: 'about', text: 'Choose a day from the list' }] : []),
      ...(about === undefined ? [] : picks.slice(0, 1).map(notOfThatDay)),
    ],
  }
}

/** A dose on this form is one taken now: written down with an earlier day it would count as taken today. */
const notOfThatDay = ({ product }: DosePick): Problem => ({
  field: `dose.${product}`,
  text: 'A dose here counts as taken now, and this entry is about another day. Choose None here. Your list of doses takes the time of any dose of the last 24 hours',
})

/** The doses that were picked. */
const picksIn = ({ one }: Posted): readonly DosePick[] =>
  commonProducts.flatMap((product): DosePick | [] => {
    const units = one(`dose.${product}`)
    return units === '1' || units === '2' ? { product, units: units === '1' ? 1 : 2 } : []
  })

/** What the entry would say. What was chosen may be no word of ours; `checkedEntry` refuses that, in words. */
function toldIn({ one, many, number }: Posted, tasks: readonly Task[], picks: readonly DosePick[]): EntryFields {
  const took = one('took')
  const cause = one('plainCause')
  // Not yet an entry: no more than these fields is promised, and `checkedEntry` looks at what stands in them.
  return dropMissing({
    painNow0to10: number('pain'),
    painWorst0to10: number('worst'),
    painAverage0to10: number('average'),
    places: listed(many('places')),
    leg: one('leg'),
    signs: listed(many('signs')),
    plainCause: cause === 'yes' || cause === 'no' || cause === 'notSure' ? cause : undefined,
    sleep: one('sleep'),
    stress: one('stress'),
    sittingHours: number('sitting'),
    lifting: one('lifting'),
    medicine:
      picks.length > 0 || took === 'yes' || took === 'no'
        ? { taken: picks.length > 0 || took === 'yes', doses: [] }
        : undefined,
    helped: listed(many('helped')),
    note: one('note'),
    taskScores: listed(
      tasks.flatMap(({ id }) => {
        const score0to10 = number(`task.${id}`)
        return score0to10 === undefined ? [] : { task: id, score0to10 }
      }),
    ),
    confidence0to10: number('confidence'),
    globalChange: number('change'),
  }) as unknown as EntryFields
}

/** The entry that is put right, or the earlier day: `day` as typed, `about` when it is one of those on offer. */
function dayIn({ one }: Posted, today: IsoDate) {
  const puts = isUuid(one('puts') ?? '') ? one('puts') : undefined
  const day = puts === undefined && one('about') !== today ? one('about') : undefined
  return { puts, day, about: daysBack(today).find((back) => back === day) }
}

/** What tells of danger, in words of ours alone, so that it can be answered whatever else is wrong. */
function dangersIn({ one, many }: Posted, note: string | undefined): EntryFields {
  const told = many('signs')
  const leg = legAnswers.find(({ value }) => value === one('leg'))?.value
  return {
    painNow0to10: 0,
    signs: signAnswers.flatMap(({ value }) => (told.includes(value) ? value : [])),
    places: many('places').filter(isRegionId),
    ...(leg && { leg }),
    ...(note !== undefined && { note }),
  }
}

/** What is wrong with the fields. A place that is none of ours is told by its own message. */
function problemsOf(fields: EntryFields, places: readonly string[]): readonly Problem[] {
  const checked = checkedEntry({ ...fields, ...(fields.places && { places: fields.places.filter(isRegionId) }) })
  const unknownPlace = places.some((id) => !isRegionId(id))
  return [
    ...(checked.ok ? [] : checked.why.map(problemOf)),
    ...(unknownPlace ? [{ field: 'places', text: 'Choose from the list' }] : []),
  ]
}

/** A kept entry as its form would have been posted, to be put right. */
export function formOf(entry: CountedEntry): FormFields {
  const { painNow0to10, painWorst0to10, painAverage0to10, sittingHours, confidence0to10, globalChange } = entry
  const { places = [], signs = [], helped = [], taskScores = [], medicine } = entry
  const told: readonly (readonly [string, readonly (string | number | undefined)[]])[] = [
    ['puts', [entry.id]],
    ['pain', [painNow0to10]],
    ['worst', [painWorst0to10]],
    ['average', [painAverage0to10]],
    ['places', places],
    ['leg', [entry.leg]],
    ['signs', signs],
    ['sleep', [entry.sleep]],
    ['stress', [entry.stress]],
    ['sitting', [sittingHours]],
    ['lifting', [entry.lifting]],
    ['took', [medicine && (medicine.taken ? 'yes' : 'no')]],
    ['helped', helped],
    ['note', [entry.note]],
    ...taskScores.map(({ task, score0to10 }) => [`task.${task}`, [score0to10]] as const),
    ['confidence', [confidence0to10]],
    ['change', [globalChange]],
  ]
  return new Map(told.map(([name, values]) => [name, values.filter((value) => value !== undefined).map(String)]))
}

/** What was typed, with where it hurts filled in from last time. What was marked already stays; nothing else changes. */
export function withSame(typed: FormFields, same: SameAgain | null): FormFields {
  if (!same) return typed
  const places = [...new Set([...(typed.get('places') ?? []), ...same.places])]
  const leg = typed.get('leg') ?? (same.leg ? [same.leg] : [])
  return new Map([...typed, ['places', places], ['leg', leg]])
}

/**
 * What a form that puts an entry right cannot show: scores of tasks that have been dropped, and doses, which are put right
 * in their own list.
 */
export function withUnshown(fields: EntryFields, was: CountedEntry, tasks: readonly Task[]): EntryFields {
  const dropped = (was.taskScores ?? []).filter(({ task }) => !tasks.some(({ id }) => id === task))
  const taskScores = [...(fields.taskScores ?? []), ...dropped].slice(0, mostTasks)
  const doses = fields.medicine?.taken ? (was.medicine?.doses ?? []) : []
  return {
    ...fields,
    ...(taskScores.length > 0 && { taskScores }),
    ...(fields.medicine && { medicine: { ...fields.medicine, doses: [...fields.medicine.doses, ...doses] } }),
  }
}

const problemOf = ({ field, words }: EntryProblem): Problem => ({
  field: formField[field],
  text: words.replace(/\.$/, ''),
})

const listed = <Item>(items: readonly Item[]): readonly Item[] | undefined => (items.length > 0 ? items : undefined)
const dropMissing = (data: object) =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined))
