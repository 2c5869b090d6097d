/**
 * What the player does at each press and each moment, as a pure reducer: a state and an act give the next state and what is
 * to be done outside the state (say, ring, keep, send). Clocks are passed in.
 * Never: touches the page, chooses a movement that the page did not bring, or lets "too sore" be forgotten.
 */
import { momentAt, backFrom, skipFrom } from '../../../care/player/moment.ts'
import type { Cue } from '../../../care/player/timeline.ts'
import { type Clocks, elapsedAt, looked, paused, type Run, standing, started } from './player-clock.ts'
import * as course from './progress.ts'

export interface NamedChoice extends course.Choice {
  readonly title: string
  /** How this person does it differently. */
  readonly note?: string
}
/** For each place of the session, what may fill it. */
export type Slots = readonly (readonly NamedChoice[])[]

/** What is in sight: the player's own screen, one panel in its place, or the form that asks how it went. */
export type InSight = 'screen' | 'sore' | 'swap' | 'stop' | 'over' | 'form'

export interface Playing {
  readonly slots: Slots
  /** A session asks how it went at its end and may be too sore; a course of relaxing may not. */
  readonly session: boolean
  readonly progress: course.Progress
  readonly line: course.Line
  readonly run: Run
  /** Cues up to this moment have been given, milliseconds. */
  readonly toldMs: number
  readonly inSight: InSight
  /** The item that was too sore: in the rest before a movement that is the one which is over. */
  readonly soreItem: number
  /** Why another movement is offered. */
  readonly why: 'tooSore' | 'swap'
  /** What the leg was said to do, the last time it was asked; not known after a reload. */
  readonly leg: string
}

/** What a person or the browser does. */
export type Act =
  | { readonly act: 'play' | 'toggle' | 'back' | 'skip' | 'sore' | 'swap' | 'stop' | 'cancel' | 'end' | 'again' }
  /** A look at the clocks. */
  | { readonly act: 'look' }
  /** Stands still with these words, if it plays. */
  | { readonly act: 'pause'; readonly words: string }
  /** The page is about to be left or hidden: its place is kept. */
  | { readonly act: 'leave' }
  /** Another movement for this place; null: none. */
  | { readonly act: 'take'; readonly choice: number | null }
  /** The answer of the leg question (H-10). */
  | { readonly act: 'leg'; readonly leg: string }
  /** "Something is new or worse" after something was too sore. */
  | { readonly act: 'worse' }

/** What is to be done outside the state, in this order. */
export type Effect =
  /** It goes on to a movement: whether the record still allows it is asked. */
  | { readonly effect: 'ask' }
  /** It plays now: sound, screen awake, clock. */
  | { readonly effect: 'begin' }
  /** It stands now. */
  | { readonly effect: 'rest' }
  /** What is set or being said is out of date. */
  | { readonly effect: 'hush' }
  | { readonly effect: 'keep' }
  | { readonly effect: 'tell'; readonly words: string }
  | { readonly effect: 'give'; readonly cues: readonly Cue[] }
  /** Sends how it went, with these fields; what was not asked stays not known. */
  | { readonly effect: 'send'; readonly fields: Readonly<Record<string, string>> }

export interface Next {
  readonly playing: Playing
  readonly effects: readonly Effect[]
}

/** A cue that comes later than this is not said any more: its moment has passed. */
const lateMs = 1500
/** Answers of the leg question that end a session: further down, staying, or not known (evidence.md §5.0). */
const endsSession: ReadonlySet<string> = new Set(['further', 'lasting', 'notSure'])

/** @param text the progress kept in this tab, if any */
export function playingFrom(slots: Slots, session: boolean, text: string | null): Playing {
  const progress = course.read(text, slots)
  const line = course.lineOf(slots, progress)
  const run = standing(Math.min(progress.elapsedMs, line.totalMs))
  const inSight = progress.over ? (session ? 'form' : 'over') : 'screen'
  return {
    ...{ slots, session, progress, line, run, inSight },
    ...{ toldMs: run.baseMs, soreItem: 0, why: 'swap', leg: 'notSure' },
  }
}

/** How much has elapsed, milliseconds, never past the end. */
export const elapsedOf = ({ run, line }: Playing, now: Clocks): number => Math.min(elapsedAt(run, now), line.totalMs)
/** Which item it is at. */
export const itemOf = (playing: Playing, now: Clocks): number => momentAt(playing.line, elapsedOf(playing, now)).item
/** Was anything in this session too sore? */
export const wasSore = ({ slots, progress }: Playing): boolean =>
  slots.some((choices, place) => course.toldOf(progress, place, choices).some(({ done }) => done === 'tooSore'))

/** What may fill this place and has not been met yet, as `place.choice`. */
export function offeredAt({ slots, progress, line }: Playing, item: number): ReadonlySet<string> {
  const place = line.placeOf[item] ?? 0
  const used = new Set(
    progress.places.flatMap(({ choice }, one) => (choice === null ? [] : (slots[one]?.[choice]?.movement ?? []))),
  )
  for (const { movement } of progress.places[place]?.told ?? []) used.add(movement)
  const open = (slots[place] ?? []).flatMap(({ movement }, choice) =>
    used.has(movement) ? [] : [`${place}.${choice}`],
  )
  return new Set(open)
}

/** What is asked after "too sore". */
export function soreWords(playing: Playing, now: Clocks): string {
  const { slots, progress, line, soreItem } = playing
  if (soreItem === itemOf(playing, now)) return 'Stop this one. How is your leg?'
  const place = line.placeOf[soreItem] ?? 0
  const before = slots[place]?.[progress.places[place]?.choice ?? 0]?.title ?? ''
  return `${before} was too sore. How is your leg?`
}

/** Acts that belong to a panel; the others belong to the screen, and to the keys of headphones and lock screen. */
const panelOf: Readonly<Partial<Record<Act['act'], InSight>>> = {
  ...{ leg: 'sore', take: 'swap', end: 'stop', worse: 'stop', again: 'over' },
}
/** Acts of the page itself, whatever is in sight. */
const always: ReadonlySet<Act['act']> = new Set(['look', 'leave', 'pause', 'cancel'])

/** May this be done with what is in sight? What is over stays over. */
function mayDo({ inSight }: Playing, { act }: Act): boolean {
  if (always.has(act)) return true
  return panelOf[act] === undefined ? inSight !== 'form' && inSight !== 'over' : panelOf[act] === inSight
}

/** What begins or goes on to a movement. */
const goesOn: ReadonlySet<Act['act']> = new Set(['play', 'toggle', 'skip', 'again', 'take'])

/**
 * The next state. What is not in sight changes nothing. Never throws.
 * Before each movement, however it comes, the first effect is to ask.
 */
export function next(playing: Playing, what: Act, now: Clocks): Next {
  const after = nextOf(playing, what, now)
  const begins = after.effects.some(
    (one) => one.effect === 'give' && one.cues.some(({ kind }) => kind === 'ready' || kind === 'start'),
  )
  return goesOn.has(what.act) || begins ? { ...after, effects: [{ effect: 'ask' }, ...after.effects] } : after
}

function nextOf(playing: Playing, what: Act, now: Clocks): Next {
  if (!mayDo(playing, what)) return just(playing)
  const plays = playing.run.since !== null
  switch (what.act) {
    case 'play':
      return play(playing, now)
    case 'toggle':
      return plays ? stand(playing, now, 'Paused.') : play(playing, now)
    case 'look':
      return look(playing, now)
    case 'pause':
      return plays ? stand(playing, now, what.words) : just(playing)
    case 'leave':
      return keep(playing, now)
    case 'back':
      return goTo(playing, now, backFrom(playing.line, elapsedOf(playing, now)))
    case 'skip':
      return skip(playing, now)
    case 'sore':
      return sore(playing, now)
    case 'swap':
      return stand({ ...playing, why: 'swap', inSight: 'swap' }, now, 'Paused.')
    case 'stop':
      return stand({ ...playing, inSight: 'stop' }, now, 'Stopped.')
    case 'cancel':
      return cancel(playing)
    case 'end':
      return finish(playing, now)
    case 'again':
      return then(keep(anew(playing, course.fresh(playing.slots)), now), (one) => play(one, now))
    case 'take':
      return take(playing, now, what.choice)
    case 'leg':
      return legTold({ ...playing, leg: what.leg }, now)
    case 'worse':
      return sendEnded(playing, now, playing.progress, { leg: playing.leg, next: 'stop' })
    default:
      throw new Error(`unhandled ${JSON.stringify(what satisfies never)}`)
  }
}

const just = (playing: Playing, ...effects: readonly Effect[]): Next => ({ playing, effects })
function then({ playing, effects }: Next, more: (playing: Playing) => Next): Next {
  const after = more(playing)
  return { playing: after.playing, effects: [...effects, ...after.effects] }
}

/** Back to the screen. What was asked is asked no more, so it is not left for a screen reader to find. */
function cancel(playing: Playing): Next {
  if (playing.progress.over || playing.inSight === 'screen') return just(playing)
  return just({ ...playing, inSight: 'screen' }, { effect: 'tell', words: 'Paused. Press Go on when you are ready.' })
}

/** With its place noted. */
function keep(playing: Playing, now: Clocks): Next {
  const progress = { ...playing.progress, elapsedMs: elapsedOf(playing, now) }
  return just({ ...playing, progress }, { effect: 'keep' })
}

/** The timeline of another progress, standing where that says. */
function anew(playing: Playing, progress: course.Progress): Playing {
  const line = course.lineOf(playing.slots, progress)
  return { ...playing, progress, line, run: standing(Math.min(progress.elapsedMs, line.totalMs)) }
}

function play(playing: Playing, now: Clocks): Next {
  if (playing.run.since || playing.progress.over) return just(playing)
  const run = started(playing.run, now)
  // The cue of this very moment is still to be given.
  const begun: Playing = { ...playing, run, toldMs: run.baseMs - 1, inSight: 'screen' }
  return then(just(begun, { effect: 'begin' }), (one) => look(one, now))
}

/** Looks at the clocks and gives the cues that are due. */
function look(playing: Playing, now: Clocks): Next {
  if (!playing.run.since) return just(playing)
  const { run, gap } = looked(playing.run, now)
  if (gap) return stand({ ...playing, run }, now, 'Paused, because you were away. Press Go on when you are ready.')
  const { line, toldMs } = playing
  const elapsedMs = elapsedOf({ ...playing, run }, now)
  const due = line.cues.filter(({ atMs }) => atMs > toldMs && atMs <= elapsedMs && elapsedMs - atMs < lateMs)
  const on: Playing = {
    ...{ ...playing, run, toldMs: Math.max(toldMs, elapsedMs) },
    progress: course.passed(line, playing.progress, elapsedMs),
  }
  const given = due.length > 0 ? just(on, { effect: 'give', cues: due }) : just(on)
  return elapsedMs >= line.totalMs ? then(given, (one) => finish(one, now)) : given
}

/** Stands still and says so. */
function stand(playing: Playing, now: Clocks, words: string): Next {
  const run = playing.run.since ? paused(playing.run, now) : playing.run
  const stood = then(just({ ...playing, run }, { effect: 'rest' }), (one) => keep(one, now))
  return then(stood, (one) => just(one, { effect: 'tell', words }))
}

/** Goes to a moment; plays on if it played. */
function goTo(playing: Playing, now: Clocks, elapsedMs: number): Next {
  const stands = standing(elapsedMs)
  const run = playing.run.since ? started(stands, now) : stands
  const moved = then(just({ ...playing, run, toldMs: elapsedMs - 1 }, { effect: 'hush' }), (one) => keep(one, now))
  const seen = then(moved, (one) => look(one, now))
  return elapsedMs >= playing.line.totalMs ? then(seen, (one) => finish(one, now)) : seen
}

function skip(playing: Playing, now: Clocks): Next {
  const elapsedMs = elapsedOf(playing, now)
  const progress = course.left(playing.line, playing.progress, itemOf(playing, now), elapsedMs)
  return goTo({ ...playing, progress }, now, skipFrom(playing.line, elapsedMs))
}

/** Too sore: everything stops, and the leg is asked about. In the rest before a movement it speaks of the one that is over. */
function sore(playing: Playing, now: Clocks): Next {
  const { step, item } = momentAt(playing.line, elapsedOf(playing, now))
  const asked = {
    ...playing,
    soreItem: step?.kind === 'settle' && item > 0 ? item - 1 : item,
    inSight: 'sore',
  } as const
  return stand(asked, now, soreWords(asked, now))
}

/** Further down, staying, or not known: the session ends here, and the rules say what is next (H-10). */
function legTold(playing: Playing, now: Clocks): Next {
  const { line, progress, soreItem, slots, session, leg } = playing
  const over = soreItem !== itemOf(playing, now)
  const elapsedMs = elapsedOf(playing, now)
  const marked = over ? course.soreAfter(line, progress, soreItem) : progress
  if (session && endsSession.has(leg)) {
    const left = over ? marked : course.replaced(line, marked, soreItem, elapsedMs, 'tooSore', null, slots)
    return sendEnded(playing, now, left, { leg })
  }
  if (!over) return just({ ...playing, why: 'tooSore', inSight: 'swap' })
  const words = 'Left out for today. Press Go on for the next one.'
  return then(keep({ ...playing, progress: marked, inSight: 'screen' }, now), (one) =>
    just(one, { effect: 'tell', words }),
  )
}

/** Another movement takes the place, or none, and it goes on. */
function take(playing: Playing, now: Clocks, choice: number | null): Next {
  const { line, progress, why, slots } = playing
  const item = itemOf(playing, now)
  const placed = anew(playing, course.replaced(line, progress, item, elapsedOf(playing, now), why, choice, slots))
  const kept = keep(placed, now)
  if (placed.run.baseMs >= placed.line.totalMs) return then(kept, (one) => finish(one, now))
  return then(kept, (one) => play(one, now))
}

/** The playing is over. A session asks how it went; relaxing is done. */
function finish(playing: Playing, now: Clocks): Next {
  const stood = playing.run.since ? stand(playing, now, 'Well done. That is all.') : just(playing)
  return then(stood, (one) => {
    const progress = one.progress.over ? one.progress : course.ended(one.line, one.progress, elapsedOf(one, now))
    return keep({ ...one, progress, inSight: one.session ? 'form' : 'over' }, now)
  })
}

/** The session ends at once and is sent as far as it is known. */
function sendEnded(
  playing: Playing,
  now: Clocks,
  progress: course.Progress,
  fields: Readonly<Record<string, string>>,
): Next {
  const ended = course.ended(playing.line, progress, elapsedOf(playing, now))
  return then(keep({ ...playing, progress: ended }, now), (one) => just(one, { effect: 'send', fields }))
}
