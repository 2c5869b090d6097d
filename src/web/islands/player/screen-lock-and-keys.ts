/**
 * What the player and the timers ask of the device besides sound: to keep the screen awake, to show and take the keys of its
 * lock screen, to buzz. Each may be missing; nothing depends on it.
 */

/** Keeps the screen awake while wanted, taken again when the page is seen again. */
export function screenLock(): (wanted: boolean) => void {
  let lock: WakeLockSentinel | undefined
  let wished = false
  const take = async () => {
    try {
      if (wished && !lock && document.visibilityState === 'visible') {
        const got = await navigator.wakeLock?.request('screen')
        lock = got
        got?.addEventListener('release', () => {
          lock = undefined
        })
        if (!wished) await got?.release()
      } else if (!wished) await lock?.release()
    } catch {
      // Low battery, or not allowed.
    }
  }
  document.addEventListener('visibilitychange', () => void take())
  return (wanted) => {
    wished = wanted
    void take()
  }
}

export interface MediaKeys {
  readonly play: () => void
  readonly pause: () => void
  readonly previous: () => void
  readonly next: () => void
}

/** What the lock screen shows. `heard`: the person wants voice or chimes. */
export interface NowPlaying {
  readonly playing: boolean
  readonly title: string
  readonly heard: boolean
}

/**
 * The keys of headphones and lock screen. They are given only to a page that plays something, so silence is played while
 * something is to be heard. With all sound off none is taken, so that a person's own music goes on.
 * @returns tells what plays now
 */
export function mediaKeys(keys: MediaKeys): (now: NowPlaying) => void {
  let silence: HTMLAudioElement | undefined
  const session = 'mediaSession' in navigator ? navigator.mediaSession : undefined
  const on = (action: MediaSessionAction, run: () => void) => {
    try {
      session?.setActionHandler(action, run)
    } catch {
      // This browser does not know that key.
    }
  }
  on('play', keys.play)
  on('pause', keys.pause)
  on('previoustrack', keys.previous)
  on('nexttrack', keys.next)
  return ({ playing, title, heard }) => {
    if (!session) return
    session.playbackState = playing ? 'playing' : 'paused'
    if ('MediaMetadata' in window) session.metadata = new MediaMetadata({ title, artist: 'Unclench' })
    const wanted = playing && heard
    if (wanted && !silence) {
      // Five seconds of nothing, again and again. Shorter ones get no keys.
      silence = new Audio('/silence.wav')
      silence.loop = true
      // A call or another app took it: stand still as well.
      silence.addEventListener('pause', () => {
        if (silence?.dataset.wanted === 'yes') keys.pause()
      })
    }
    if (!silence) return
    silence.dataset.wanted = wanted ? 'yes' : 'no'
    if (wanted) silence.play().catch(() => undefined)
    else silence.pause()
  }
}

/** Browsers allow it only after a press on the page. */
export function buzz(pattern: number | number[]): void {
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(pattern)
}

export const canBuzz = 'vibrate' in navigator
