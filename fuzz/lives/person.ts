/**
 * A person with a phone or two: opens pages, fills in forms, goes back, sends twice, has two tabs. Each page they meet is
 * shown to the witness. What they do, in words, is the story by which a fault is found again.
 */
import type { Chance } from '../chance.ts'
import type { Pairs, Phone, Seen, Sender } from './device.ts'
import { filled, type Form, formsOf, type Manner, type Told } from './forms.ts'
import type { Witness } from './witness.ts'

/** A phone and what its witness knows. */
export interface InHand {
  readonly phone: Phone
  readonly witness: Witness
}
interface Sent {
  readonly path: string
  readonly pairs: Pairs
}

/** Longest wait for a page, in milliseconds, on a busy machine. */
const longestWaitMs = 30_000
/** Most forms remembered to be sent again, and most acts that a story tells. */
const [oldForms, storyActs] = [12, 14]
const wait = globalThis.setTimeout

export class Person {
  hand: InHand
  readonly chance: Chance
  readonly sent: Sent[] = []
  readonly #name: string
  readonly #story: string[] = []

  constructor(name: string, hand: InHand, chance: Chance) {
    this.#name = name
    this.hand = hand
    this.chance = chance
  }

  get story(): string {
    return `${this.#name}: ${this.#story.join(' → ')}`
  }
  did(what: string): void {
    this.#story.push(what)
    if (this.#story.length > storyActs) this.#story.shift()
  }

  async go(path: string): Promise<Seen> {
    this.did(path)
    return await this.#watched(null, () => this.hand.phone.get(path))
  }

  /** Sends a form; what it may have opened is told to the witness. */
  async send(path: string, pairs: Pairs, sender: Sender = 'usual'): Promise<Seen> {
    const { phone, witness } = this.hand
    this.did(`POST ${path} ${inFew(pairs)}`)
    this.sent.push({ path, pairs })
    if (this.sent.length > oldForms) this.sent.shift()
    if (sender !== 'foreign') this.#before(path, pairs)
    const seen = await this.#watched(pairs, () => phone.post(path, pairs, sender))
    if (sender === 'foreign' && seen.status !== 400) witness.fault('a form of another site is taken', this.story)
    if (path === '/programme/cleared' && seen.ledTo !== null) witness.visited(pairs, phone.nowMs)
    if (path === '/programme/mistaken' && seen.html.includes('We wrote it down')) witness.mistaken = true
    if (path === '/record/erase' && phone.browser === 'well' && sender !== 'foreign' && seen.status === 200)
      witness.erased()
    return seen
  }

  /** What is told by a form counts from now on, whatever becomes of it. */
  #before(path: string, pairs: Pairs): void {
    const check = pairs.find(([name]) => name === 'trail')?.[1]
    const id = typeof check === 'string' ? /"id":"([0-9a-f-]{36})/.exec(check)?.[1] : undefined
    const pressed = pairs.filter(([name]) => name === 'do').at(-1)?.[1]
    if (path.startsWith('/check') && pressed === 'change' && id !== undefined) this.hand.witness.confirmedChange(id)
  }

  async #watched(pairs: Pairs | null, ask: () => Promise<Seen>): Promise<Seen> {
    const { phone, witness } = this.hand
    const how = phone.browser
    let timer: ReturnType<typeof wait> | undefined
    const tooLong = new Promise<never>((_resolve, reject) => {
      timer = wait(() => reject(new Error('no answer')), longestWaitMs)
    })
    try {
      const seen = await Promise.race([ask(), tooLong])
      witness.saw(seen, how, pairs, this.story, phone.nowMs)
      return seen
    } catch (error) {
      witness.fault(`it throws, or never answers: ${String(error)}`, `${this.story} ${(error as Error).stack ?? ''}`)
      return { asked: '', path: '', status: 0, ledTo: null, type: '', html: '' }
    } finally {
      clearTimeout(timer)
    }
  }

  /** Fills in a form of this page and presses a button: the named one, else what leads on. */
  async fillIn(form: Form, told: Told, manner: Manner = 'plain', pressed?: string): Promise<Seen> {
    const pairs = [...filled(form, told, manner, this.chance), ...this.#button(form, told, manner, pressed)]
    return form.method === 'get' ? await this.go(form.action) : await this.send(form.action, pairs, this.#sender())
  }

  /** Nearly always as browsers say it; some say nothing, and then the token of the page must do. */
  readonly #sender = (): Sender => (this.chance.is(0.05) ? 'token' : 'usual')

  #button({ buttons }: Form, told: Told, manner: Manner, pressed: string | undefined): Pairs {
    const named = buttons.filter(({ name }) => name !== '')
    if (manner === 'silly') return buttons.length > 0 && this.chance.is(0.9) ? press(this.chance.one(buttons)) : []
    const wanted = named.find(({ name, value }) => value === pressed || told[name] === value)
    if (wanted) return press(wanted)
    if (pressed === undefined && named.length < buttons.length) return []
    const on = named.find(({ value }) => !sideways.has(value))
    return on ? press(on) : []
  }

  /** From a page on, form by form, until there is none or it stands still. Gives the last page. */
  async follow(path: string, told: Told, most = 4): Promise<Seen> {
    let seen = await this.go(path)
    for (let turn = 0; turn < most; turn += 1) {
      const form = formsOf(seen.html, seen.path).find(({ method, action }) => method === 'post' && leads(action, path))
      if (!form) break
      const next = await this.fillIn(form, told)
      if (next.html === seen.html || next.path === '') break
      seen = next
    }
    return seen
  }
}

/** What tells something among the fields. */
const inFew = (pairs: Pairs): string =>
  pairs
    .filter(
      ([name, value]) =>
        !/^(?:trail|shown|form-token|entry|medicines|profile)$/.test(name) &&
        !/^(?:no|none|notSure|)$/.test(String(value)),
    )
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
    .slice(0, 200)

const press = ({ name, value }: { readonly name: string; readonly value: string }): Pairs =>
  name === '' ? [] : [[name, value]]
/** Buttons that do not lead on. */
const sideways = new Set(['back', 'skip', 'other', 'me', 'danger', 'again', 'more', 'keep', 'undo', 'cancelAll', 'end'])
const leads = (action: string, path: string) => action.split('/')[1] === path.split('/')[1]
