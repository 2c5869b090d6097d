/**
 * Plays a session or a course of relaxing: one figure, one number, one voice, by the timeline that the page brought.
 * Hydrates the markup of ui/player.tsx; without it the page says the same in words. Joins the state (player/player-state.ts), the
 * screen (player/player-screen.ts) and the device. Keeps only its place, in this tab, and three switches (voice, chimes, buzz) on
 * the device. Never: sends anything, or decides anything.
 */
import { isKeyOf } from '../../care/evidence/closed-sets.ts'
import type { Cue } from '../../care/player/timeline.ts'
import type { Clocks } from './player/player-clock.ts'
import { written } from './player/progress.ts'
import { buzz, canBuzz, mediaKeys, screenLock } from './player/screen-lock-and-keys.ts'
import { hush, lacksVoice, speak } from './player/voice.ts'
import { sendAsKnown, tellForm } from './player/finish-form.ts'
import { type Act, type Effect, elapsedOf, next, type Playing, playingFrom, wasSore } from './player/player-state.ts'
import { type Parts, partsOf, playerScreen } from './player/player-screen.ts'
import { makeSound, type Sound } from './player/chimes.ts'
import { kept, keep, readSwitches, type Switches, writeSwitches } from './player/kept-place.ts'
import { watchRecord } from './player/record-watch.ts'
import { write } from './write.ts'

/** Cues that a screen reader hears; counting each repeat and breath would drown it. */
const aloud: ReadonlySet<Cue['kind']> = new Set([
  'settle',
  'ready',
  'start',
  'other',
  'half',
  'minute',
  'part',
  'rest',
  'done',
])
/** Said only into silence: the words of getting ready must not be cut off by a count. */
const gentle: ReadonlySet<Cue['kind']> = new Set(['count', 'rep', 'in', 'out'])

/** A player at work on its section of the page. */
class Player {
  readonly #section: HTMLElement
  readonly #parts: Parts
  readonly #name: string
  readonly #form = document.querySelector<HTMLFormElement>('form[data-finish]')
  readonly #formPart = this.#form?.closest<HTMLElement>('[data-finish-part]')
  readonly #draw: ReturnType<typeof playerScreen>
  readonly #sound: Sound
  readonly #awake = screenLock()
  readonly #media: ReturnType<typeof mediaKeys>
  readonly #watch = watchRecord(() => this.#closed())
  #playing: Playing
  #switches = readSwitches()
  #beat: ReturnType<typeof setInterval> | undefined

  constructor(section: HTMLElement) {
    this.#section = section
    this.#parts = partsOf(section)
    this.#name = section.dataset.name ?? ''
    this.#draw = playerScreen(section, this.#parts)
    this.#playing = playingFrom(
      JSON.parse(section.dataset.player ?? '[]'),
      section.dataset.sort === 'session',
      kept(this.#name),
    )
    const lost = () => this.#heard && this.act({ act: 'pause', words: 'Paused. Press Go on when you are ready.' })
    this.#sound = makeSound(() => this.act({ act: 'look' }), lost)
    this.#media = mediaKeys({
      play: () => this.act({ act: 'play' }),
      pause: () => this.act({ act: 'pause', words: 'Paused.' }),
      previous: () => this.act({ act: 'back' }),
      next: () => this.act({ act: 'skip' }),
    })
  }

  /** Is there anything to hear? Without it no sound is taken from another app, and losing sound stops nothing. */
  get #heard(): boolean {
    return this.#switches.voice || this.#switches.chimes
  }
  get playing(): Playing {
    return this.#playing
  }
  get switches(): Switches {
    return this.#switches
  }

  /** Takes one act to its end: the next state, what it asks of the device, and the picture. */
  act(what: Act): void {
    const before = this.#playing.inSight
    const { playing, effects } = next(this.#playing, what, this.#clocks())
    this.#playing = playing
    for (const effect of effects) this.#do(effect)
    this.#plan()
    this.draw()
    if (playing.inSight === 'form' && before !== 'form') this.toForm()
  }

  draw(): void {
    this.#draw(this.#playing, this.#clocks())
  }

  /** Turns one of the three switches. */
  turn(key: keyof Switches): void {
    this.#switches = { ...this.#switches, [key]: !this.#switches[key] }
    writeSwitches(this.#switches)
    if (key === 'voice' && !this.#switches.voice) hush()
    if (key === 'chimes') this.#sound.clear()
    if (!this.#playing.run.since) return
    this.#tellMedia(true)
    this.act({ act: 'look' })
  }

  /** The form at the end takes the player's place, filled in with what was seen. */
  toForm(): void {
    this.#section.hidden = true
    document.documentElement.classList.remove('playing')
    if (!this.#form) return
    const { slots, progress, leg } = this.#playing
    // Not known after a reload: then it is asked.
    tellForm(this.#form, slots, progress, wasSore(this.#playing) && leg !== 'notSure' ? leg : null)
    if (this.#formPart) this.#formPart.hidden = false
    this.#form.querySelector<HTMLElement>('h2')?.focus()
    this.#form.scrollIntoView({ block: 'start' })
  }

  /** Takes the place of the words, or of the form where the playing is over already. */
  open(): void {
    document.documentElement.classList.add('playing')
    for (const plain of document.querySelectorAll<HTMLElement>('[data-plain]')) plain.hidden = true
    if (this.#formPart) this.#formPart.hidden = true
    this.#section.hidden = false
    // The keys work while the player has the focus.
    this.#section.focus({ preventScroll: true })
    this.draw()
    if (this.#playing.inSight === 'form') this.toForm()
    else if (this.#playing.run.baseMs > 0)
      write(this.#parts.say, 'Paused where you were. Press Go on when you are ready.')
  }

  #clocks(): Clocks {
    return { wall: Date.now(), steady: performance.now(), sound: this.#sound.clock() }
  }
  #tellMedia(playing: boolean): void {
    this.#media({ playing, title: this.#parts.title.textContent ?? '', heard: this.#heard })
  }

  #do(one: Effect): void {
    if (one.effect === 'ask') this.#watch.look()
    else if (one.effect === 'begin') this.#begin()
    else if (one.effect === 'rest') this.#rest()
    else if (one.effect === 'hush') this.#quiet()
    else if (one.effect === 'keep') keep(this.#name, written(this.#playing.progress))
    else if (one.effect === 'tell') this.#tell(one.words)
    else if (one.effect === 'give') this.#give(one.cues)
    else this.#send(one.fields)
  }

  /** The record has closed this page meanwhile: nobody is guided any further, and it says why. */
  #closed(): void {
    this.act({ act: 'pause', words: 'Stopped.' })
    window.location.replace(window.location.href)
  }

  #begin(): void {
    this.#sound.begin()
    this.#awake(true)
    this.#tellMedia(true)
    this.#beat ??= setInterval(() => this.act({ act: 'look' }), 250)
    const frame = () => {
      if (!this.#playing.run.since) return
      this.act({ act: 'look' })
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  }
  #rest(): void {
    clearInterval(this.#beat)
    this.#beat = undefined
    this.#quiet()
    this.#awake(false)
    this.#tellMedia(false)
  }
  #quiet(): void {
    this.#sound.clear()
    hush()
  }
  #tell(words: string): void {
    write(this.#parts.say, words)
    if (this.#switches.voice) speak(words)
  }
  /** Sets the chimes from here on. */
  #plan(): void {
    const { run, line } = this.#playing
    const now = this.#clocks()
    if (run.since) this.#sound.plan(line.cues, elapsedOf(this.#playing, now), now.steady, this.#switches.chimes)
  }

  /** To the screen reader, the ear and the hand. */
  #give(cues: readonly Cue[]): void {
    const last = cues.at(-1)
    if (last) this.#section.dataset.cue = String(last.atMs)
    const words = cues.flatMap((cue) => cue.say || [])
    const spoken = cues.filter(({ kind }) => aloud.has(kind)).flatMap((cue) => cue.say || [])
    if (spoken.length > 0) write(this.#parts.say, spoken.join(' '))
    const gently = cues.every(({ kind }) => gentle.has(kind))
    if (this.#switches.voice && words.length > 0) speak(words.join(' '), gently)
    if (this.#switches.buzz && cues.some((cue) => cue.buzz))
      buzz(cues.some(({ chime }) => chime === 'stop') ? [150, 80, 150] : 80)
  }

  #send(fields: Readonly<Record<string, string>>): void {
    if (!this.#form) return
    this.#watch.rest()
    tellForm(this.#form, this.#playing.slots, this.#playing.progress)
    sendAsKnown(this.#form, fields)
  }
}

/** What each button does. */
const presses: readonly (readonly [name: string, (button: HTMLElement) => Act])[] = [
  ...(['back', 'skip', 'stop', 'sore', 'swap', 'end', 'again', 'cancel'] as const).map(
    (act) => [act, () => ({ act })] as const,
  ),
  ['go', () => ({ act: 'toggle' })],
  ['none', () => ({ act: 'take', choice: null })],
  ['take', ({ dataset }) => ({ act: 'take', choice: Number((dataset.take ?? '').split('.')[1]) })],
  ['leg', ({ dataset }) => ({ act: 'leg', leg: dataset.leg ?? 'notSure' })],
]

function listen(section: HTMLElement, player: Player): void {
  for (const [name, act] of presses)
    for (const button of section.querySelectorAll<HTMLElement>(`[data-${name}]`))
      button.addEventListener('click', () => player.act(act(button)))
  section.querySelector('[data-worse]')?.addEventListener('click', (event) => {
    if (!player.playing.session || !wasSore(player.playing)) return
    // What was too sore is kept, whatever else is new.
    event.preventDefault()
    player.act({ act: 'worse' })
  })
  for (const button of section.querySelectorAll<HTMLElement>('[data-switch]')) {
    const key = button.dataset.switch ?? ''
    if (!isKeyOf(player.switches, key)) continue
    const pressed = () => button.setAttribute('aria-pressed', String(player.switches[key]))
    button.hidden = key === 'buzz' && !canBuzz
    pressed()
    button.addEventListener('click', () => {
      if (key === 'voice' && lacksVoice(button)) return
      player.turn(key)
      pressed()
    })
  }
}

/**
 * Keys on the whole page, since nobody who lies down should have to aim first; what has keys of its own keeps them. A single
 * letter counts only in the player itself (WCAG 2.1.4).
 */
function listenToKeys(section: HTMLElement, player: Player): void {
  const hint = section.querySelector<HTMLElement>('[data-hint]')
  document.addEventListener('keydown', (event) => {
    // Whoever uses keys is told of them; a thumb never sees the line.
    if (hint) hint.hidden = false
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element)) return
    const inside = section.contains(event.target)
    if (!inside && event.target.closest('a, button, input, select, textarea, summary')) return
    const onButton = event.target instanceof HTMLButtonElement || event.target instanceof HTMLAnchorElement
    const act = actOfKey(event.key, player.playing, { inside, onButton })
    if (!act) return
    event.preventDefault()
    player.act({ act })
  })
}

/** What a key does now, if anything. */
function actOfKey(key: string, { inSight, session }: Playing, at: { inside: boolean; onButton: boolean }) {
  if (['sore', 'swap', 'stop'].includes(inSight)) return key === 'Escape' ? 'cancel' : undefined
  if (inSight !== 'screen') return undefined
  if (key === ' ') return at.onButton ? undefined : 'toggle'
  if (key.toLowerCase() === 's') return session && at.inside ? 'sore' : undefined
  return ({ ArrowLeft: 'back', ArrowRight: 'skip', Escape: 'stop' } as const)[key]
}

/** Hidden, frozen or kept for Back: nobody is guided meanwhile. */
function listenToPage(player: Player): void {
  const pause = () => player.act({ act: 'pause', words: 'Paused.' })
  document.addEventListener('visibilitychange', () => {
    player.act({ act: 'look' })
    player.act({ act: 'leave' })
  })
  window.addEventListener('pagehide', pause)
  document.addEventListener('freeze', pause)
  window.addEventListener('pageshow', () => player.draw())
}

for (const section of document.querySelectorAll<HTMLElement>('[data-player]')) {
  const player = new Player(section)
  listen(section, player)
  listenToKeys(section, player)
  listenToPage(player)
  // The form has been sent and came back with a question: stay with the form.
  if (section.dataset.over !== 'true') player.open()
}
