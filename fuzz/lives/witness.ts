/**
 * Who watches a life: remembers what was told, whatever was kept of it, and judges every page by the rules as the clinical
 * brief states them (evidence.md §2.1, §2.3, §2.4 rulings 13 and 14), never by our own functions.
 * Demands only what is sure: where a visit, a confirmed change or somebody else's file may have opened something, it forgets.
 */
import type { Faults } from '../faults.ts'
import type { Browser, Pairs, Seen } from './device.ts'
import { textOf } from './forms.ts'

/** Part of the private words that people of the fuzz write. */
export const secret = 'zquorum'
/** How high a check came out, as its page says. */
export type Level = 'self-care' | 'soon' | 'urgent' | 'emergency'
const ranks: readonly Level[] = ['self-care', 'soon', 'urgent', 'emergency']
export const isAtLeast = (level: Level, least: Level): boolean => ranks.indexOf(level) >= ranks.indexOf(least)

interface Danger {
  readonly level: Level
  readonly atMs: number
  /** Told when nobody had set the clock or the zone since. */
  readonly clock: number
  /** How it was told. */
  readonly told: string
}

/** What a page of a result says; null for any other page. */
export function resultOn({ path, html }: Seen): { readonly check: string; readonly level: Level } | null {
  if (!path.startsWith('/check')) return null
  const check = /^\/check\/([0-9a-f-]{36})\//.exec(path)?.[1] ?? /&quot;id&quot;:&quot;([0-9a-f-]{36})/.exec(html)?.[1]
  if (check === undefined || html.includes('name="shown"') || !/summary for a clinician/i.test(html)) return null
  const badge = /<p class="level (self-care|soon|urgent|emergency)"/.exec(html)?.[1]
  if (badge !== undefined) return { check, level: badge as Level }
  return /<body class="alarm"/.test(html) && html.includes('class="huge"') ? { check, level: 'emergency' } : null
}

/** What only an open page shows. */
const openThings: Readonly<Record<string, RegExp>> = {
  'a step of the plan': /href="\/plan\/step\//,
  'a movement': /href="\/movements\/[A-Z]/,
  'a player': /\bdata-player\b/,
  'a session to begin': /href="\/session(?:\/[0-9a-f-]+)?"/,
  'a moving figure': /\bdata-figure\b/,
  'a dose': /You can take this|this fits now/i,
}
/**
 * Is the one painkiller that this page lets somebody take paracetamol, and their temperature taken first? That may stand open at
 * urgent, and nothing else of medicines may (§4.3).
 */
function isParacetamolAlone(html: string): boolean {
  const cards = [...html.matchAll(/aria-labelledby="m-(\w+)"[\s\S]*?<\/section>/g)]
  const taken = [
    ...cards.flatMap(([card, name]) => (/You can take this/.test(card) ? name : [])),
    ...(/this fits now/i.test(html) ? [...html.matchAll(/before more (\w+)/g)].map(([, name]) => name) : []),
  ]
  const isSaidElsewhere = /You can take this/.test(cards.reduce((rest, [card]) => rest.replace(card, ''), html))
  const isAlone = taken.length > 0 && taken.every((name) => name === 'paracetamol')
  return isAlone && !isSaidElsewhere && html.includes('Take your temperature first')
}
/** Does this page, or the form that led to it, carry a check about somebody whose record is not on this phone? */
const isApart = ({ html }: Seen, posted: Pairs | null): boolean =>
  html.includes('&quot;apart&quot;:true') ||
  (posted ?? []).some(([name, value]) => name === 'trail' && String(value).includes('"apart":true'))

/** A page that could not open the record shows the way to load itself again, and nothing else of it. */
const isUnopened = (html: string): boolean => html.includes('It could not be opened here yet.')
/** A picture of a body at rest on a page that tells nobody what to do. */
const onlyPicture = (path: string, thing: string) =>
  thing === 'a moving figure' && (path === '/' || path === '/prevent')

/** The answer to a form outside the check whose heading says to call, or to talk to somebody, now (§2.1). */
const callsForHelp = ({ path, html }: Seen): boolean =>
  !path.startsWith('/check') && /<h1[^>]*>(?:Stop\.|Call |Get help now|Ring 111|Talk to someone|Please talk)/.test(html)

/** Said only of what was written. */
const claims =
  /\bkept on this device|entry is kept|Written down:|is erased|were erased|was erased|\bAdded \d|Taken out of|(?<!not )\bsaved\b/i
/** Where a form may lead that had nothing to write, or that leads on from the form alone. */
const leadsOn = /^\/(?:check|check\/newest|today|plan|programme\/cleared|programme\/mistaken)$/

export class Witness {
  readonly dangers = new Map<string, Danger>()
  /** Stopped by the stop button, the short check or an answer that called for help, and no full check since. */
  stopped = false
  /** What stopped them is a dose with questions of its own that are still open: answered, they may open it again. */
  #dosesAsk = false
  toldOfHome = false
  /** Said twice that something was told by mistake. */
  mistaken = false
  /** How often clock or zone were set. */
  clock = 0
  readonly #faults: Faults
  readonly #titles: Map<string, string>
  readonly #changed = new Set<string>()
  /** Forms that were taken when the browser was well, each with where it led: sent again it has nothing to write. */
  readonly #taken = new Set<string>()
  /** Checks that somebody's visit has opened on this phone, with their level: an older file, or a look back, says nothing new. */
  readonly #opened = new Map<string, Level>()

  /** @param titles of every address, over all lives: what a tab says must not depend on anybody */
  constructor(faults: Faults, titles: Map<string, string>) {
    this.#faults = faults
    this.#titles = titles
  }

  /** Something that nobody who has not seen the person may open. */
  get mustBeClosed(): boolean {
    return this.stopped || [...this.dangers.values()].some(({ level }) => isAtLeast(level, 'urgent'))
  }

  fault(what: string, story: string): void {
    this.#faults.add(what, story)
  }

  /** The person confirmed a changed answer of this check. */
  confirmedChange(check: string): void {
    this.#changed.add(check)
  }

  /** A page came back; it is judged. `story`: how to get there. */
  saw(seen: Seen, browser: Browser, posted: Pairs | null, story: string, nowMs: number): void {
    this.#judgeAnswer(seen, story)
    this.#judgeTitle(seen, story)
    // About somebody else than the person of the record: it tells, opens and closes nothing of theirs.
    if (isApart(seen, posted)) return
    if (posted === null && this.toldOfHome) this.#judgePrivacy(seen, story)
    if (posted !== null && browser === 'well' && (seen.ledTo !== null || claims.test(textOf(seen.html))))
      this.#taken.add(sendingOf(seen, posted))
    if (posted !== null && browser !== 'well') this.#judgeClaims(seen, posted, story)
    if (posted !== null && browser === 'well') this.#heardStop(seen, posted)
    const result = resultOn(seen)
    if (result) this.#noted(result.check, result.level, nowMs, `${browser}: ${story.slice(-400)}`)
    const readable = browser === 'well' || browser === 'refuses'
    // A visit that was taken opens what it opens before its answer is drawn; `visited` hears of it after this.
    const isVisit = posted !== null && seen.asked === '/programme/cleared' && seen.ledTo !== null
    if (this.mustBeClosed && readable && !isVisit && !seen.path.startsWith('/check')) this.#judgeClosed(seen, story)
  }

  #heardStop(seen: Seen, posted: Pairs): void {
    const asksOfDoses = seen.asked === '/medicines/tally'
    if (callsForHelp(seen)) {
      this.#dosesAsk = asksOfDoses && (!this.stopped || this.#dosesAsk)
      this.stopped = true
    } else if (this.#dosesAsk && asksOfDoses && posted.some(([name, value]) => name === 'do' && value === 'facts')) {
      this.#dosesAsk = false
      this.stopped = false
    }
  }

  #noted(check: string, level: Level, nowMs: number, told: string): void {
    const before = this.dangers.get(check)
    const opened = this.#opened.get(check)
    // Looking again at a result that a visit has opened tells of no new danger.
    if (opened !== undefined && isAtLeast(opened, level)) return
    // Going back to a result that stands already, or sending its screen again as it was, tells nothing new either.
    if (before?.level === level && before.clock === this.clock) return
    if (isAtLeast(level, 'urgent')) this.dangers.set(check, { level, atMs: nowMs, clock: this.clock, told })
    // The same check, changed and confirmed, may say less (its own clarifier); unconfirmed it may not.
    else if (before && this.#changed.has(check)) this.dangers.delete(check)
    this.stopped = false
  }

  #judgeAnswer({ status, html, type, path }: Seen, story: string): void {
    const at = patternOf(path)
    if (status >= 500) this.fault(`${status} at ${at}`, story)
    if (status < 400) return
    if (!type.startsWith('text/html') || !html.includes('<html'))
      this.fault(`a bare error at ${at}`, `${html.slice(0, 80)} ${story}`)
    // A form that comes back to be put right is no error page.
    else if (status !== 422 && !html.includes('tel:999')) this.fault(`an error without 999 at ${at}`, story)
  }

  #judgeTitle({ path, html, type, status }: Seen, story: string): void {
    const title = type.startsWith('text/html') ? /<title>(?:Error: )?(.*?)<\/title>/.exec(html)?.[1] : undefined
    // A refusal says what is wrong with the request; a form that comes back is a page like any other.
    if (title === undefined || (status >= 400 && status !== 422)) return
    const at = patternOf(path)
    const known = this.#titles.get(at) ?? title
    this.#titles.set(at, known)
    if (known !== title) this.fault(`the title of ${at} tells more than its address`, `${known} / ${title} ${story}`)
  }

  #judgePrivacy({ path, html, type }: Seen, story: string): void {
    const file = !type.startsWith('text/html')
    if (html.includes(secret) || (file && /"(?:said\.)?I4/.test(html)))
      this.fault(`what was told of home is at ${patternOf(path)}`, story)
  }

  /** A form leads on only when it was written: now, or when the very same form was sent before (it counts once). */
  #judgeClaims(seen: Seen, posted: Pairs, story: string): void {
    const { asked, ledTo, html } = seen
    const claim = ledTo === null ? claims.exec(textOf(html).replace('It is kept on this device.', ''))?.[0] : undefined
    if (claim !== undefined && !this.#taken.has(sendingOf(seen, posted)))
      this.fault(`${patternOf(asked)} says "${claim}" though nothing could be written`, story)
    if (ledTo !== null && !leadsOn.test(ledTo) && !this.#taken.has(sendingOf(seen, posted)))
      this.fault(`${patternOf(asked)} leads on to ${patternOf(ledTo)} though nothing could be written`, story)
  }

  #judgeClosed({ path, html }: Seen, story: string): void {
    const why = this.stopped && this.dangers.size === 0 ? 'a stop' : 'a danger'
    const told = [...this.dangers].map(([check, danger]) => `${check} ${danger.level} ${danger.told}`).join(' AND ')
    const isUrgent = !this.stopped && [...this.dangers.values()].every(({ level }) => level !== 'emergency')
    const mayBeOpen = (thing: string) =>
      onlyPicture(path, thing) ||
      (thing === 'a session to begin' && isUnopened(html)) ||
      (thing === 'a dose' && isUrgent && isParacetamolAlone(html))
    for (const [thing, sign] of Object.entries(openThings))
      if (sign.test(html) && !mayBeOpen(thing))
        this.fault(`${thing} is open at ${patternOf(path)} after ${why}`, `${story} AFTER ${told}`)
  }

  /** Somebody's visit was taken. Opens what they came after; else what is not sure is forgotten. */
  visited(pairs: Pairs, nowMs: number): void {
    const value = (start: string) => String(pairs.find(([name]) => name.startsWith(start))?.[1] ?? '')
    if (value('q.how') !== 'seen') {
      if (this.mistaken) this.forget()
      return
    }
    if (value('q.after-') === 'yes') this.forget()
    for (const [check, { atMs, clock }] of this.dangers)
      if (clock !== this.clock || nowMs - atMs > 3_600_000 || nowMs < atMs) this.#open(check)
    this.stopped = false
  }

  /** A file brought word of a danger. */
  brought(check: string, danger: Danger): void {
    if (!this.#opened.has(check)) this.dangers.set(check, { ...danger, clock: -1 })
  }

  #open(check: string): void {
    this.#opened.set(check, this.dangers.get(check)?.level ?? 'emergency')
    this.dangers.delete(check)
  }

  /** The record is gone, and with it what was opened. */
  erased(): void {
    this.forget()
    this.#opened.clear()
    this.#taken.clear()
  }

  /** All of it: opened, or no longer sure. */
  forget(): void {
    for (const check of this.dangers.keys()) this.#open(check)
    this.stopped = false
    this.mistaken = false
  }
}

/** A form as it was sent, and where it led. */
const sendingOf = ({ asked, ledTo }: Seen, posted: Pairs): string => JSON.stringify([asked, posted, ledTo])

/** An address without what is different for everybody. */
const patternOf = (path: string): string =>
  path
    .replace(/[?#].*$/, '')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/^(\/(?:plan\/step|movements|movements\/sequences|relax|prevent\/lessons))\/[^/]+$/, '$1/:name')
