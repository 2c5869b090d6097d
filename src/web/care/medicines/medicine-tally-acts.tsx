/**
 * Whatever is pressed on a page of the tally: may I, I have taken it, when, take it out, and the questions about too much.
 * Joins what was posted, the medicine room and the pages; decides nothing.
 * Never: leaves a dose out because it could not be kept, or says that it was kept when it was not.
 */
import { actOf, samePartOf } from '../../../care/evidence/ids.ts'
import type { Context } from 'hono'
import { asEpochMs, dayMs, type EpochMs } from '../../../care/evidence/time.ts'
import { factsOfOneTime } from '../../../care/medicines/overdose-facts.ts'
import { recordDose } from '../../../care/medicines/tally.ts'
import type { NotebookEvent } from '../../../care/record/notebook.ts'
import { show } from '../care-page.tsx'
import type { FormFields } from '../form-fields.ts'
import {
  agoWords,
  clock,
  isJustNow,
  lastTimeShown,
  momentWords,
  readTime,
  type TimeRead,
  zoneHere,
} from './medicine-clock.ts'
import { actBeside, placeFor, sentTwiceWords, twinWords } from './dose-told-again.ts'
import { AddPage, WhenPage } from './medicine-dose-form.tsx'
import { MayPage } from './medicine-may-i.tsx'
import {
  asWritten,
  Carried,
  keepDoses,
  keepReplies,
  lastingFacts,
  type MedicinesNow,
  toldEvent,
  viewOf,
  whyClosed,
} from './medicine-now.tsx'
import { type DoseEntry, doseLines, entriesOf, type MedicineState, mostMeant, tallyDoses } from './medicine-state.ts'
import { actFrom, isUnwritten, stillUntold } from './medicine-told.ts'
import { TallyPage } from './medicine-tally.tsx'
import type { UnsureTime } from './medicine-which-time.tsx'
import { mayTake, type NamedPortion, readFacts, readPortion, type TallyView } from './medicine-tally-flow.ts'
import { paths } from '../paths.ts'

type TallyMore = Partial<Pick<Parameters<typeof TallyPage>[0], 'notice' | 'problems' | 'typed' | 'unwritten'>>

/** The tally page. */
export function tally(c: Context, now: MedicinesNow, more: TallyMore = {}) {
  const { home, state } = now
  const kept = now.doubt ? 'part' : now.kept
  const carried = <Carried now={now} state={state} />
  const unkept = now.kept === 'yes' && (now.heldOnly === true || state.doses.length > 0)
  const { trouble } = now
  const why = whyClosed(now)
  const roomOpen = why === null || why === 'none' || why === 'unfinished'
  const unsure = unsureTimes(now)
  const view = viewWhileUnsure(now, unsure)
  const shown = { unkept, carried, trouble, roomOpen, form: home.newId() }
  const { unwritten = now.unwritten ?? false, ...rest } = more
  const page = <TallyPage {...{ home, view, kept, unwritten, unsure }} record={now.from} {...shown} {...rest} />
  return show(c, page, more.problems?.length ? 422 : 200, 'holdsAnswers')
}

/** The doses of a day of which nobody has said yet which of two times was meant, the latest first. */
function unsureTimes({ home, shown, state }: MedicinesNow): readonly UnsureTime[] {
  const said = new Set(state.meantNow?.map(actOf))
  return doseLines(shown).flatMap(({ id, product, takenAt, typed, clockSaid }): readonly UnsureTime[] => {
    if (clockSaid !== undefined && home.now() - takenAt < dayMs)
      return [{ kind: 'clock', act: id, product, takenAt, earlier: clockSaid }]
    if (typed === undefined || said.has(actOf(id)) || home.now() - takenAt >= dayMs) return []
    const earlier = lastTimeShown(typed, takenAt, home)
    return earlier === undefined || earlier === takenAt ? [] : [{ kind: 'typed', act: id, typed, takenAt, earlier }]
  })
}

/** The tally while it is not sure when a dose was: what is too much only if it was just now is said so. */
function viewWhileUnsure(now: MedicinesNow, unsure: readonly UnsureTime[]): TallyView {
  const earlierOf = new Map(unsure.map(({ act, earlier }) => [actOf(act), earlier]))
  const moved = (all: readonly DoseEntry[]) =>
    all.map((entry) => ({ ...entry, takenAt: earlierOf.get(actOf(entry.id)) ?? entry.takenAt }))
  const view = viewOf(now)
  if (!view.advice || unsure.length === 0) return view
  const before = viewOf({ ...now, entries: moved(now.entries), shown: moved(now.shown) }).advice
  const because = view.advice.because.map((line) => (before?.because.includes(line) ? line : ifJustNow(line)))
  return { ...view, advice: { ...view.advice, because } }
}
const ifJustNow = (line: string) => `If it was just now, ${line.charAt(0).toLowerCase()}${line.slice(1)}`

/** Whatever was pressed. */
export async function tallyAct(c: Context, asked: MedicinesNow) {
  const now = await withCarriedKept(asked)
  const { home, state, fields } = now
  switch (fields.get('do')?.at(-1)) {
    case 'may':
    case 'took':
    case 'record':
      return portionAct(c, now)
    case 'meant':
      return meant(c, now)
    case 'remove':
      return remove(c, now, fields.get('dose')?.at(-1) ?? '')
    case 'facts': {
      const read = readFacts(fields, state)
      await keepReplies(now, read.state)
      const event = toldEvent(home, read.given, read.state.weightKg)
      const unwritten = await isUnwritten(now, event)
      const told = { ...now, state: read.state }
      const problems = { problems: read.problems, typed: fields }
      return tally(c, unwritten ? stillUntold(told) : await asWritten(told), { ...problems, unwritten })
    }
    case 'tooMuch': {
      const told = { overPacketLimit: 'yes' } as const
      const unwritten = await isUnwritten(now, toldEvent(home, told, undefined))
      const next = { ...now, state: { ...state, facts: { ...state.facts, ...told } } }
      return tally(c, unwritten ? stillUntold(next) : await asWritten(next), { unwritten })
    }
    case 'seen': {
      // What the record holds closed, only a visit that is told there opens.
      if (now.stands.held) return c.redirect(paths.cleared, 303)
      const next: MedicineState = { ...state, facts: {}, seenByClinicianAt: home.now() }
      await keepReplies(now, next)
      const notice = 'Do what they told you. Take no more painkillers than they allow.'
      return tally(c, { ...now, state: next }, { notice })
    }
    case 'add':
      return show(
        c,
        <AddPage home={home} carried={<Carried now={now} state={state} />} problems={[]} typed={new Map()} />,
        200,
        'holdsAnswers',
      )
    default:
      return tally(c, now)
  }
}

/** Doses that only the form carries, on a device: a page of the server, or one that could not be kept. Tries again. */
async function withCarriedKept(now: MedicinesNow): Promise<MedicinesNow> {
  const { home, state } = now
  if (now.kept !== 'yes' || state.doses.length === 0) return now
  const events = state.doses.map((entry) => takenEvent(entry, home.now()))
  return (await keepDoses(now, events)) ? { ...now, state: { ...state, doses: [] } } : now
}

/** A product and how many of it, with one of three questions: may I, when was it, and write it down. */
async function portionAct(c: Context, now: MedicinesNow) {
  const { home, state, entries, fields, kept, doubt } = now
  const carried = <Carried now={now} state={state} />
  const view = viewOf(now)
  const read = readPortion(fields)
  if (!read.ok)
    return view.advice
      ? show(c, <AddPage {...{ home, carried }} problems={read.problems} typed={fields} />, 422, 'holdsAnswers')
      : tally(c, now, { problems: read.problems, typed: fields })
  const portion = read.value
  // The form that was begun on: what comes of it is one dose, however often it is sent.
  const common = { home, portion, fields, carried, act: actFrom(fields) ?? home.newId() }
  const pressed = fields.get('do')?.at(-1)
  if (pressed === 'may') {
    // With a record that cannot be opened, or not all of it, nobody knows what is left.
    if (kept === 'failed' || doubt) return tally(c, now)
    const may = mayTake(portion, view, entries)
    return show(c, <MayPage {...common} record={now.from} view={view} may={may} />, 200, 'holdsAnswers')
  }
  const at = home.now()
  const when = pressed === 'record' ? readWhen(fields, at, home) : null
  if (when === null) return show(c, <WhenPage {...common} now={at} problems={[]} />, 200, 'holdsAnswers')
  if (when.kind === 'none') {
    const chosen = fields.get('when')?.at(-1) === 'at'
    const problem = chosen
      ? { field: 'at', text: 'Type a time, such as 22:30' }
      : { field: 'when', text: 'Choose when' }
    return show(c, <WhenPage {...common} now={at} problems={[problem]} />, 422, 'holdsAnswers')
  }
  return record(c, now, portion, when, common.act)
}

/** When it was taken: now, or at the time typed. */
function readWhen(fields: FormFields, at: EpochMs, home: MedicinesNow['home']): TimeRead {
  const when = fields.get('when')?.at(-1)
  if (when === 'now') return { kind: 'sure', at }
  return when === 'at' ? readTime(fields.get('at')?.at(-1) ?? '', at, home, zoneHere()) : { kind: 'none' }
}

/** Writes a dose down. While it is not sure when it was, it counts as now, and the page asks. */
async function record(
  c: Context,
  now: MedicinesNow,
  portion: NamedPortion,
  when: Exclude<TimeRead, { kind: 'none' }>,
  form: string,
) {
  const { home, entries, fields } = now
  const at = home.now()
  const takenAt = when.kind === 'sure' ? when.at : at
  const recorded = recordDose(tallyDoses(entries), portion.portion, takenAt, at, viewOf(now).person)
  if (!recorded.ok) {
    const text = recorded.why === 'inFuture' ? 'That time is still to come. Type it again' : 'Type how many you took'
    return tally(c, now, { problems: [{ field: 'product', text }], typed: fields })
  }
  // Counted as now, and asked: whoever leaves without an answer finds what they typed in the list and in the record.
  const shownAs = when.kind === 'unsure' ? clock(when.at, home) : undefined
  const dose = (id: string) => entriesOf(recorded.value.dose, id, portion.name, shownAs)
  const place = await placeFor(now, form, dose, when.at)
  if ('same' in place) return tally(c, now, { notice: sentTwiceWords(now, place.same) })
  const fresh = dose(place.act)
  const words = `${portion.words}, ${momentWords(takenAt, at, home)} (${agoWords(takenAt, at)})`
  return add(c, now, fresh, words, { twin: twinWords(now, form, fresh) })
}

/** Writes a dose down: into the record, or into the form. Pressing twice writes it down once. */
async function add(
  c: Context,
  now: MedicinesNow,
  fresh: readonly DoseEntry[],
  words: string,
  { twin, ...more }: TallyMore & { readonly twin: string },
) {
  const { home, state, entries } = now
  const before = new Set(entries.map(({ id }) => id))
  const added = fresh.filter(({ id }) => !before.has(id))
  const next: MedicineState = added.length > 0 ? { ...state, facts: ofNextTime(state.facts) } : state
  const longer = { ...now, state: next, entries: [...entries, ...added], shown: [...now.shown, ...added] }
  const { advice, person } = viewOf(longer)
  // Before the doses, so that the record finds the same in them as this page.
  const known = lastingFacts(person)
  const weighed = typeof person.weightKg === 'number' ? person.weightKg : undefined
  const counts = advice && advice.level !== 'packet' && (Object.keys(known).length > 0 || weighed !== undefined)
  const events = [
    ...(counts && added.length > 0 ? [toldEvent(home, known, weighed)] : []),
    ...added.map((entry) => takenEvent(entry, home.now())),
  ]
  if (await keepDoses(now, events))
    return tally(c, await asWritten(longer), { ...more, notice: `Written down: ${words}.${twin}` })
  // It counts all the same: the form carries it.
  const carrying = { ...longer, state: { ...next, doses: [...state.doses, ...added] } }
  const notice = `${now.kept === 'no' ? 'Written down' : 'Counted on this page'}: ${words}.${twin}`
  return tally(c, carrying, { ...more, notice })
}

/** A "no" about one occasion says nothing of the next dose. */
const ofNextTime = (facts: MedicineState['facts']): MedicineState['facts'] => {
  const dropped = new Set<string>(factsOfOneTime.filter((fact) => facts[fact] === 'no'))
  return Object.fromEntries(Object.entries(facts).filter(([fact]) => !dropped.has(fact)))
}

const takenEvent = (entry: DoseEntry, at: EpochMs): NotebookEvent => ({ v: 1, at, kind: 'doseTaken', ...entry })

/** The answer to "which time do you mean?": the dose stays where it counts, and is not asked about again, or moves to the earlier of the two. */
async function meant(c: Context, now: MedicinesNow) {
  const { home, state, entries, fields } = now
  const act = fields.get('dose')?.at(-1) ?? ''
  const mine = entries.filter(({ id }) => actOf(id) === actOf(act))
  const [first] = mine
  const isEarlier = fields.get('meant')?.at(-1) === 'earlier'
  if (first?.clockSaid !== undefined)
    // Told anew under a clock that is right, so that it counts from one moment; a little earlier, as a dose that holds something closed may only move back.
    return moveTo(c, now, mine, isEarlier ? first.clockSaid : asEpochMs(first.takenAt - 1))
  if (!isEarlier || !first) {
    const meantNow = [...(state.meantNow ?? []), ...(first ? [first.id] : [])].slice(-mostMeant)
    const next: MedicineState = { ...state, meantNow }
    await keepReplies(now, next)
    return tally(c, { ...now, state: next }, { notice: countsFrom(first?.takenAt ?? home.now(), home) })
  }
  // Worked out again from the moment it was written down, whenever the button is pressed.
  const earlier = lastTimeShown(fields.get('at')?.at(-1) ?? '', asEpochMs(first.takenAt), home)
  if (earlier === undefined) return tally(c, now)
  return moveTo(c, now, mine, earlier)
}

/** Writes a dose down again at the moment that was meant, and takes the one out that it was. */
async function moveTo(c: Context, now: MedicinesNow, mine: readonly DoseEntry[], takenAt: EpochMs) {
  const newAct = await actBeside(now, mine[0]?.id ?? '')
  const moved = mine.map(
    ({ typed: _settled, clockSaid: _told, ...entry }): DoseEntry => ({
      ...entry,
      id: samePartOf(newAct, entry.id),
      takenAt,
    }),
  )
  return move(c, now, mine, moved)
}

const countsFrom = (at: EpochMs, home: MedicinesNow['home']): string =>
  isJustNow(at, home.now()) ? 'It counts as just now.' : `It counts from ${momentWords(at, home.now(), home)}.`

/** Puts a dose in the place of the same at another time, in the record or in the form that carries it. */
async function move(c: Context, now: MedicinesNow, mine: readonly DoseEntry[], moved: readonly DoseEntry[]) {
  const { home, state, entries } = now
  const without = (all: readonly DoseEntry[]) => all.filter(({ id }) => !mine.some((entry) => entry.id === id))
  const listed = { entries: [...without(entries), ...moved], shown: [...without(now.shown), ...moved] }
  const notice = countsFrom(moved[0]?.takenAt ?? home.now(), home)
  const carried = mine.every(({ id }) => state.doses.some((dose) => dose.id === id))
  if (carried) {
    const doses = [...state.doses.filter((dose) => !mine.some(({ id }) => id === dose.id)), ...moved]
    return tally(c, { ...now, ...listed, state: { ...state, doses } }, { notice })
  }
  // At one moment, so that the record knows it for a move and not for a dose taken out.
  const at = home.now()
  const taken = moved.map((entry) => takenEvent(entry, at))
  const withdrawn = mine.map(({ id }) => withdrawnEvent(id, home.newId(), at))
  // Never both on the list at once, unless the one holds something closed, which only a move that is seen as one opens.
  const holds = mine.some(({ id }) => now.record?.held.has(id))
  if (await keepDoses(now, holds ? [...taken, ...withdrawn] : [...withdrawn, ...taken]))
    return tally(c, { ...now, ...listed }, { notice })
  return tally(c, now, { notice: `We could not change it. ${countsFrom(mine[0]?.takenAt ?? at, home)}` })
}

const withdrawnEvent = (dose: string, id: string, at: EpochMs): NotebookEvent => ({
  v: 1,
  id,
  at,
  kind: 'doseWithdrawn',
  dose,
})

/**
 * Takes a dose out that was written down by mistake: the record says so in a further event. One that is part of too much
 * goes the way of a danger that was told by mistake: asked twice, and then a talk (evidence.md §2.4, ruling 14).
 */
async function remove(c: Context, now: MedicinesNow, id: string) {
  const { home, state, entries } = now
  const gone = entries.filter((entry) => actOf(entry.id) === actOf(id))
  if (gone.some((entry) => now.record?.held.has(entry.id))) return c.redirect(paths.mistaken, 303)
  const { advice } = viewOf(now)
  const carriedOnly = gone.some((entry) => state.doses.some((dose) => dose.id === entry.id))
  if (carriedOnly && advice && advice.level !== 'packet') return tally(c, now, { notice: staysWords })
  const without = (all: readonly DoseEntry[]) => all.filter((entry) => actOf(entry.id) !== actOf(id))
  const doses = state.doses.filter((entry) => actOf(entry.id) !== actOf(id))
  const recorded = gone.filter((entry) => !state.doses.some((dose) => dose.id === entry.id))
  const events = recorded.map((dose) => withdrawnEvent(dose.id, home.newId(), home.now()))
  if (events.length > 0 && !(await keepDoses(now, events)))
    return tally(c, now, { notice: 'We could not take it out. Your device may be full. That dose still counts.' })
  const notice = gone.length > 0 ? 'Taken out of your list.' : 'That dose was not in your list.'
  return tally(
    c,
    { ...now, entries: without(entries), shown: without(now.shown), state: { ...state, doses } },
    { notice },
  )
}
const staysWords = 'That dose stays on the list. Was it a mistake? Ring 111 and tell them so before you take anything.'
