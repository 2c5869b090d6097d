/**
 * Chimes on Web Audio's own clock, set ahead so that they sound on time in a throttled tab; and a silent alarm on the same
 * clock that wakes the player at the next cue; and a bell for the timers. Never: sounds before the person pressed Start.
 */
import type { Chime, Cue } from '../../../care/player/timeline.ts'

/** Hertz and seconds. */
const tones: Readonly<Record<Chime, readonly [number, number]>> = {
  start: [660, 0.5],
  half: [880, 0.5],
  tick: [520, 0.12],
  stop: [440, 0.8],
}
/** Hidden tabs may be woken only once a minute, so chimes are set a little further ahead. */
const aheadMs = 90_000
/** Two clocks drift apart; past this much a chime that is set is set again. */
const driftSeconds = 0.01

interface Set {
  readonly node: AudioScheduledSourceNode
  readonly at: number
}

export interface Sound {
  /** To be called from a press: browsers allow sound only then. */
  readonly begin: () => void
  /** Web Audio's clock in milliseconds; null when there is none or it does not run. */
  readonly clock: () => number | null
  /** Sets the chimes from here on. `steadyNow`: performance.now() at `elapsedMs`. */
  readonly plan: (cues: readonly Cue[], elapsedMs: number, steadyNow: number, chimes: boolean) => void
  /** Takes back all that is set and has not sounded. */
  readonly clear: () => void
}

/** @param wake called at each cue, on time even where timers are throttled
 *  @param lost called when the system takes the sound away: a call, another app */
export function makeSound(wake: () => void, lost: () => void): Sound {
  let context: AudioContext | undefined
  const chimes = new Map<number, Set>()
  let alarm: Set | undefined

  const planChimes = (sound: AudioContext, cues: readonly Cue[], elapsedMs: number, due: Due) => {
    const soon = soonest(sound)
    for (const [index, cue] of cues.entries()) {
      const { chime, atMs } = cue
      if (!chime || atMs < elapsedMs - 20 || atMs > elapsedMs + aheadMs) continue
      const at = Math.max(soon, due(atMs))
      const known = chimes.get(index)
      if (known && (known.at < soon + 0.2 || Math.abs(known.at - at) < driftSeconds)) continue
      if (known) drop(known)
      chimes.set(index, ring(sound, chime, at))
    }
  }
  const planAlarm = (sound: AudioContext, next: Cue, due: Due) => {
    const at = Math.max(soonest(sound), due(next.atMs))
    if (alarm && Math.abs(alarm.at - at) < driftSeconds) return
    if (alarm) drop(alarm)
    alarm = wakeAt(sound, at, () => {
      alarm = undefined
      wake()
    })
  }

  return {
    begin() {
      try {
        context ??= openSound(lost)
        void context.resume()
      } catch {
        // No sound here: the words on screen say it all.
      }
    },
    clock: () => (context?.state === 'running' ? context.currentTime * 1000 : null),
    plan(cues, elapsedMs, steadyNow, wanted) {
      const sound = context
      if (sound?.state !== 'running') return
      const due: Due = (atMs) => heardAt(sound, steadyNow + atMs - elapsedMs)
      if (wanted) planChimes(sound, cues, elapsedMs, due)
      const next = cues.find(({ atMs }) => atMs > elapsedMs)
      if (next) planAlarm(sound, next, due)
    },
    clear() {
      const now = context?.currentTime ?? 0
      for (const set of chimes.values()) if (set.at > now) drop(set)
      chimes.clear()
      if (alarm) drop(alarm)
      alarm = undefined
    },
  }
}

/** When, on the sound's clock, what is due at this moment of the timeline is heard. */
type Due = (atMs: number) => number

/** The nearest moment, on the sound's clock, for which anything can still be set. */
const soonest = (sound: AudioContext): number => sound.currentTime + 0.02

function openSound(lost: () => void): AudioContext {
  const context = new AudioContext()
  context.onstatechange = () => {
    if (context.state !== 'running') lost()
  }
  return context
}

/** When, on the sound's clock, something is heard that is due at this moment of the steady clock. */
function heardAt(sound: AudioContext, steadyMs: number): number {
  const { contextTime = 0, performanceTime = 0 } = sound.getOutputTimestamp?.() ?? {}
  const known = performanceTime > 0
  const [from, at] = known ? [contextTime, performanceTime] : [sound.currentTime, performance.now()]
  return from + (steadyMs - at) / 1000
}

function drop({ node }: Set): void {
  node.onended = null
  node.stop()
  node.disconnect()
}

function ring(sound: AudioContext, chime: Chime, at: number): Set {
  const [hertz, seconds] = tones[chime]
  const node = sound.createOscillator()
  const volume = sound.createGain()
  node.frequency.value = hertz
  volume.gain.setValueAtTime(0.2, at)
  volume.gain.exponentialRampToValueAtTime(0.001, at + seconds)
  node.connect(volume).connect(sound.destination)
  node.start(at)
  node.stop(at + seconds)
  return { node, at }
}

/** A silence that ends at this moment, and calls. */
function wakeAt(sound: AudioContext, at: number, wake: () => void): Set {
  const node = sound.createConstantSource()
  const silence = sound.createGain()
  silence.gain.value = 0
  node.connect(silence).connect(sound.destination)
  node.onended = wake
  node.start()
  node.stop(at)
  return { node, at }
}

export interface Bell {
  /** To be called from a press: browsers allow sound only then. */
  readonly prepare: () => void
  /** One plain tone, now; nothing before `prepare`. */
  readonly ring: () => void
}

/** A bell without a clock, for an alarm. */
export function makeBell(): Bell {
  let context: AudioContext | undefined
  return {
    prepare() {
      try {
        context ??= new AudioContext()
      } catch {
        // No sound here: the words, the buzz and the screen say it.
      }
    },
    ring() {
      if (!context) return
      const tone = context.createOscillator()
      const volume = context.createGain()
      volume.gain.setValueAtTime(0.2, context.currentTime)
      volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + 0.7)
      tone.connect(volume).connect(context.destination)
      tone.start()
      tone.stop(context.currentTime + 0.7)
    },
  }
}
