/**
 * Brings the timers of a step to life: hold, walk, heat and cold with skin checks, paced breathing, relaxing, repeats.
 * Everything works without it (the page then says how to use a clock). Sends and keeps nothing but its own time, in this tab.
 */
import type { TimerSpec } from '../../care/relief/step-types.ts'
import { courseSeconds, momentAt } from './timer/course.ts'
import { type Clocks, elapsedMs, paused, read, started, stopped, type Watch, written } from './timer/watch.ts'
import { write } from './write.ts'

const clocks = (): Clocks => ({ wall: Date.now(), steady: performance.now() })
const pageTitle = document.title

/** Every part of the markup in ui/timer.tsx. */
function alive(section: HTMLElement): void {
  const part = <T extends HTMLElement>(name: string) => section.querySelector<T>(`[data-${name}]`)
  const [digits, cue, say, alarm, buttons] = ['digits', 'cue', 'say', 'alarm', 'buttons'].map((name) => part(name))
  const [go, stop, voice, fine, stopNow] = ['go', 'stop', 'voice', 'fine', 'stop-now'].map((name) => part(name))
  const live = section.querySelector<HTMLElement>('.timer-live')
  if (!live || !digits || !cue || !say || !alarm || !buttons || !go || !stop || !voice || !fine || !stopNow) return
  const spec = JSON.parse(section.dataset.timer ?? '') as TimerSpec
  const skin = spec.kind === 'heat' || spec.kind === 'cold'
  const circle = part('circle')
  const key = `timer:${location.pathname}:${section.dataset.name}`
  let watch: Watch = read(saved(key), clocks())
  let said = ''
  let speaks = false
  let ringing = 0
  let beat: ReturnType<typeof setInterval> | undefined
  let lock: WakeLockSentinel | undefined
  let sound: AudioContext | undefined

  /** Browsers allow it only after a press on the page. */
  const buzz = (pattern: number | number[]) => {
    if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(pattern)
  }

  const keep = () => {
    try {
      sessionStorage.setItem(key, written(watch, clocks()))
    } catch {
      // A private window may refuse: the timer then ends with the page.
    }
  }

  /** Says it on screen, to a screen reader, by voice if wanted, and by a short buzz. */
  function tell(words: string, loud = false): void {
    if (words === said) return
    said = words
    if (cue) write(cue, words)
    // A breath every few seconds would drown a screen reader: it hears the first and the last.
    if (say && (spec.kind !== 'breath' || !words.startsWith('Breathe ') || watch.elapsedMs === 0)) write(say, words)
    if (watch.since || loud) buzz(loud ? [300, 150, 300] : 60)
    if (speaks && 'speechSynthesis' in window) {
      speechSynthesis.cancel()
      const spoken = new SpeechSynthesisUtterance(words)
      spoken.lang = 'en-GB'
      speechSynthesis.speak(spoken)
    }
  }

  /** A plain tone. Browsers allow it after a press of Start. */
  function ring(): void {
    if (!sound) return
    const tone = sound.createOscillator()
    const volume = sound.createGain()
    volume.gain.setValueAtTime(0.2, sound.currentTime)
    volume.gain.exponentialRampToValueAtTime(0.001, sound.currentTime + 0.7)
    tone.connect(volume).connect(sound.destination)
    tone.start()
    tone.stop(sound.currentTime + 0.7)
  }

  async function stayAwake(wanted: boolean): Promise<void> {
    try {
      if (wanted && !lock && document.visibilityState === 'visible') {
        lock = await navigator.wakeLock?.request('screen')
        lock?.addEventListener('release', () => {
          lock = undefined
        })
      } else if (!wanted) await lock?.release()
    } catch {
      // Low battery, or not allowed: the timer itself does not need it.
    }
  }

  function show(): void {
    if (!digits || !alarm || !buttons || !go || !stop || !fine || !stopNow) return
    const seconds = elapsedMs(watch, clocks()) / 1000
    const moment = momentAt(spec, seconds)
    const looking = skin && moment.skinLooks > watch.looked && (watch.since !== null || moment.done)
    if (moment.done && watch.since) {
      watch = paused(watch, clocks())
      keep()
    }
    const fresh = seconds === 0 && !watch.since
    write(digits, moment.digits)
    circle?.classList.toggle('in', moment.breath?.way === 'in' && watch.since !== null)
    if (moment.breath) circle?.style.setProperty('transition-duration', `${moment.breath.seconds}s`)
    document.title = fresh ? pageTitle : `${looking ? moment.cue : moment.digits} · ${pageTitle}`
    // Hidden parts lose focus, so it is moved on by hand.
    const hadFocus = alarm.contains(document.activeElement) || buttons.contains(document.activeElement)
    const changed = alarm.hidden === looking
    alarm.hidden = !looking
    buttons.hidden = looking
    write(fine, moment.done ? 'I have taken it off' : 'My skin looks fine')
    stopNow.hidden = moment.done
    write(go, watch.since ? 'Pause' : moment.done ? 'Start again' : seconds > 0 ? 'Go on' : 'Start')
    stop.hidden = fresh || moment.done
    // Warmth goes on working while a timer stands still, so it cannot be paused; nor does a second round follow at once.
    go.hidden = skin && !fresh
    if (skin) write(stop, 'I have taken it off')
    if (fresh && said === '' && cue) write(cue, 'Press Start when you are ready.')
    if (changed && hadFocus) (looking ? fine : go.hidden ? stop : go).focus()
    section.classList.toggle('ringing', looking)
    if (looking) {
      tell(moment.cue, true)
      // Again every 10 seconds until somebody answers.
      if (seconds - ringing >= 10 || ringing === 0 || ringing > seconds) {
        ringing = seconds || 1
        buzz([300, 150, 300])
        ring()
      }
      if (moment.done) rearm()
    } else if (!fresh && (watch.since || moment.done)) {
      ringing = 0
      tell(
        skin && moment.skinLooks > 0 && !moment.done
          ? 'Going on. Stay awake.'
          : moment.done && skin
            ? 'Leave it off for now.'
            : moment.cue,
        moment.done,
      )
    }
    if (watch.since === null && !looking) {
      clearInterval(beat)
      beat = undefined
      void stayAwake(false)
    }
  }

  let last = 0
  /** At the end the watch stands still: the alarm goes on by the page's own clock. */
  function rearm(): void {
    if (performance.now() - last < 10_000) return
    last = performance.now()
    buzz([300, 150, 300])
    ring()
  }

  function run(): void {
    beat ??= setInterval(show, 200)
    void stayAwake(true)
    show()
  }

  go.addEventListener('click', () => {
    if (watch.since) watch = paused(watch, clocks())
    else {
      // Sound may start only with a press, so it is made ready here. Skin checks always ring; the rest only with Voice on.
      if (skin) sound ??= new AudioContext()
      if (elapsedMs(watch, clocks()) / 1000 >= courseSeconds(spec)) watch = stopped
      watch = started(watch, clocks())
    }
    keep()
    if (watch.since) run()
    else {
      show()
      tell('Paused.')
    }
  })
  const end = (words: string) => {
    watch = stopped
    keep()
    ringing = 0
    show()
    tell(words)
    go.focus()
  }
  // Taken off and the page opened anew: the next round may start.
  if (skin && momentAt(spec, elapsedMs(watch, clocks()) / 1000).done && watch.looked > 0 && !watch.since) {
    const { skinLooks } = momentAt(spec, elapsedMs(watch, clocks()) / 1000)
    if (watch.looked >= skinLooks) watch = stopped
  }
  stop.addEventListener('click', () => end('Stopped.'))
  stopNow.addEventListener('click', () => end('Take it off now, and leave it off.'))
  fine.addEventListener('click', () => {
    const { skinLooks } = momentAt(spec, elapsedMs(watch, clocks()) / 1000)
    watch = { ...watch, looked: skinLooks }
    keep()
    show()
  })
  voice.addEventListener('click', () => {
    speaks = !speaks
    voice.setAttribute('aria-pressed', String(speaks))
    if (!speaks && 'speechSynthesis' in window) speechSynthesis.cancel()
  })
  if (!('speechSynthesis' in window)) voice.hidden = true
  document.addEventListener('visibilitychange', () => {
    if (watch.since) run()
  })
  window.addEventListener('pagehide', keep)

  section.querySelector('.timer-clock')?.setAttribute('hidden', '')
  live.hidden = false
  if (watch.since) run()
  else if (elapsedMs(watch, clocks()) > 0) run()
  else show()
}

function saved(key: string): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

document.querySelectorAll<HTMLElement>('[data-timer]').forEach(alive)
