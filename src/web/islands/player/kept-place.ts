/**
 * What the player keeps: its place in this tab (gone with the tab), and three switches on the device. No health data on the
 * device. A private window may refuse both; the player then starts anew.
 */

export interface Switches {
  readonly voice: boolean
  readonly chimes: boolean
  readonly buzz: boolean
}

const switchesKey = 'unclench-player'
const placeKey = (name: string) => `player:${name}`

export function kept(name: string): string | null {
  try {
    return sessionStorage.getItem(placeKey(name))
  } catch {
    return null
  }
}
export function keep(name: string, text: string): void {
  try {
    sessionStorage.setItem(placeKey(name), text)
  } catch {
    // Not kept: a reload starts anew.
  }
}

/** Silent until asked; a buzz disturbs nobody. */
export function readSwitches(): Switches {
  try {
    const data: Partial<Record<keyof Switches, unknown>> = JSON.parse(localStorage.getItem(switchesKey) ?? '{}')
    return { voice: data.voice === true, chimes: data.chimes === true, buzz: data.buzz !== false }
  } catch {
    return { voice: false, chimes: false, buzz: true }
  }
}
export function writeSwitches({ voice, chimes, buzz }: Switches): void {
  try {
    localStorage.setItem(switchesKey, JSON.stringify({ voice, chimes, buzz }))
  } catch {
    // Asked again next time.
  }
}
