/**
 * Brings the timers of a step to life: hold, walk, heat and cold with skin checks, paced breathing, relaxing, repeats.
 * Everything works without it (the page then says how to use a clock). Joins the face (timer/timer-face.ts) and the device. Sends
 * and keeps nothing but its own time, in this tab.
 */
import type { TimerSpec } from '../../care/relief/step-types.ts'
import { buzz, screenLock } from './player/screen-lock-and-keys.ts'
import { hush, lacksVoice, speak } from './player/voice.ts'
import { type Bell, makeBell } from './player/chimes.ts'
import { courseSeconds, momentAt } from './timer/timer-moments.ts'
import { type Face, faceOf, freshIfAnswered, isOnSkin, restedAtEnd } from './timer/timer-face.ts'
import { type Clocks, elapsedMs, paused, read, started, stopped, type Watch, written } from './timer/stopwatch.ts'
import { write } from './write.ts'

const clocks = (): Clocks => ({ wall: Date.now(), steady: performance.now() })
const pageTitle = document.title
/** An alarm that nobody answers comes again after so many seconds. */
const againSeconds = 10

/** The parts of the markup in ui/timer.tsx by the name of their `data-` attribute. */
const names = ['digits', 'cue', 'say', 'alarm', 'buttons', 'go', 'stop', 'voice', 'fine', 'stop-now'] as const
type Parts = Readonly<Record<(typeof names)[number], HTMLElement>>

/** All parts, or nothing where the page lacks one. */
function partsOf(section: HTMLElement): Parts | undefined {
  const found = names.map((name) => [name, section.querySelector<HTMLElement>(`[data-${name}]`)] as const)
  // A part for each name: that none is missing was just looked at.
  return found.every(([, part]) => part !== null) ? (Object.fromEntries(found) as Parts) : undefined
}

/** A timer at work on its section of the page. */
class Timer {
  readonly #section: HTMLElement
  readonly #parts: Parts
  readonly #spec: TimerSpec
  readonly #key: string
  readonly #circle: HTMLElement | null
  readonly #awake = screenLock()
  readonly #bell: Bell = makeBell()
  #watch: Watch
  #said = ''
  #speaks = false
  /** Seconds at which the alarm rang last; 0: it has not. */
  #rangAt = 0
  /** The same at the end, where the watch stands still: by the page's own clock, milliseconds. */
  #rangAtEnd = 0
  #beat: ReturnType<typeof setInterval> | undefined

  constructor(section: HTMLElement, parts: Parts) {
    this.#section = section
    this.#parts = parts
    this.#spec = JSON.parse(section.dataset.timer ?? '')
    this.#key = `timer:${location.pathname}:${section.dataset.name}`
    this.#circle = section.querySelector('[data-circle]')
    this.#watch = freshIfAnswered(this.#spec, read(saved(this.#key), clocks()), clocks())
  }

  get runs(): boolean {
    return this.#watch.since !== null
  }
  get #seconds(): number {
    return elapsedMs(this.#watch, clocks()) / 1000
  }

  /** Start, pause or go on. */
  toggle(): void {
    if (this.runs) {
      this.#set(paused(this.#watch, clocks()))
      this.show()
      this.#tell('Paused.')
      return
    }
    // Sound may start only with a press, so it is made ready here. Skin checks always ring; the rest only with Voice on.
    if (isOnSkin(this.#spec)) this.#bell.prepare()
    const from = this.#seconds >= courseSeconds(this.#spec) ? stopped : this.#watch
    this.#set(started(from, clocks()))
    this.run()
  }

  end(words: string): void {
    this.#rangAt = 0
    this.#set(stopped)
    this.show()
    this.#tell(words)
    this.#parts.go.focus()
  }

  /** The skin was looked at and is fine. */
  answer(): void {
    this.#set({ ...this.#watch, looked: momentAt(this.#spec, this.#seconds).skinLooks })
    this.show()
  }

  /** @returns whether it speaks now */
  toggleVoice(): boolean {
    this.#speaks = !this.#speaks
    if (!this.#speaks) hush()
    return this.#speaks
  }

  run(): void {
    this.#beat ??= setInterval(() => this.show(), 200)
    this.#awake(true)
    this.show()
  }

  /** Draws the face and says what is to be said. */
  show(): void {
    const rested = restedAtEnd(this.#spec, this.#watch, clocks())
    if (rested !== this.#watch) this.#set(rested)
    const face = faceOf(this.#spec, this.#watch, clocks())
    this.#draw(face)
    if (face.say) this.#tell(face.say.words, face.say.loud)
    if (face.looking) this.#alarm(face)
    else if (face.say) this.#rangAt = 0
    if (this.runs || face.looking) return
    clearInterval(this.#beat)
    this.#beat = undefined
    this.#awake(false)
  }

  /** Something begun goes on, or stands where it was; else it waits. */
  open(): void {
    this.#section.querySelector('.timer-clock')?.setAttribute('hidden', '')
    this.#section.querySelector('.timer-live')?.removeAttribute('hidden')
    if (this.runs || this.#seconds > 0) this.run()
    else this.show()
  }

  keep(): void {
    try {
      sessionStorage.setItem(this.#key, written(this.#watch, clocks()))
    } catch {
      // A private window may refuse: the timer then ends with the page.
    }
  }

  #set(watch: Watch): void {
    this.#watch = watch
    this.keep()
  }

  #draw({ moment, fresh, looking, go, stop, fine }: Face): void {
    const { digits, alarm, buttons, cue, ...keys } = this.#parts
    write(digits, moment.digits)
    this.#circle?.classList.toggle('in', moment.breath?.way === 'in' && this.runs)
    if (moment.breath) this.#circle?.style.setProperty('transition-duration', `${moment.breath.seconds}s`)
    document.title = fresh ? pageTitle : `${looking ? moment.cue : moment.digits} · ${pageTitle}`
    // Hidden parts lose focus, so it is moved on by hand.
    const hadFocus = alarm.contains(document.activeElement) || buttons.contains(document.activeElement)
    const changed = alarm.hidden === looking
    alarm.hidden = !looking
    buttons.hidden = looking
    write(keys.fine, fine)
    keys['stop-now'].hidden = moment.done
    write(keys.go, go.says)
    keys.go.hidden = go.hidden
    write(keys.stop, stop.says)
    keys.stop.hidden = stop.hidden
    if (fresh && this.#said === '') write(cue, 'Press Start when ready.')
    if (changed && hadFocus) (looking ? keys.fine : go.hidden ? keys.stop : keys.go).focus()
    this.#section.classList.toggle('ringing', looking)
  }

  /** Rings until somebody answers. At the end the watch stands still: the alarm goes on by the page's own clock. */
  #alarm({ seconds, moment }: Face): void {
    if (seconds - this.#rangAt >= againSeconds || this.#rangAt === 0 || this.#rangAt > seconds) {
      this.#rangAt = seconds || 1
      this.#ring()
    }
    if (!moment.done || performance.now() - this.#rangAtEnd < againSeconds * 1000) return
    this.#rangAtEnd = performance.now()
    this.#ring()
  }

  #ring(): void {
    buzz([300, 150, 300])
    this.#bell.ring()
  }

  /** Says it on screen, to a screen reader, by voice if wanted, and by a short buzz. */
  #tell(words: string, loud = false): void {
    if (words === this.#said) return
    this.#said = words
    write(this.#parts.cue, words)
    // A breath every few seconds would drown a screen reader: it hears the first and the last.
    const breath = this.#spec.kind === 'breath' && words.startsWith('Breathe ')
    if (!breath || this.#watch.elapsedMs === 0) write(this.#parts.say, words)
    if (this.runs || loud) buzz(loud ? [300, 150, 300] : 60)
    if (this.#speaks) speak(words)
  }
}

function saved(key: string): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

for (const section of document.querySelectorAll<HTMLElement>('[data-timer]')) {
  const parts = partsOf(section)
  if (!parts) continue
  const timer = new Timer(section, parts)
  parts.go.addEventListener('click', () => timer.toggle())
  parts.stop.addEventListener('click', () => timer.end('Stopped.'))
  parts['stop-now'].addEventListener('click', () => timer.end('Take it off now, and leave it off.'))
  parts.fine.addEventListener('click', () => timer.answer())
  parts.voice.addEventListener('click', () => {
    if (lacksVoice(parts.voice)) return
    parts.voice.setAttribute('aria-pressed', String(timer.toggleVoice()))
  })
  document.addEventListener('visibilitychange', () => {
    if (timer.runs) timer.run()
  })
  window.addEventListener('pagehide', () => timer.keep())
  timer.open()
}
