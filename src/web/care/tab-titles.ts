/**
 * The title in the tab. Browsers keep it in the history and sync it, so it comes from the address alone and can tell no more
 * than that does: not a result, not a sign, not a medicine. What a page found stands in its heading.
 * Pure.
 */
import { paths } from './paths.ts'

/** By the first part of the address. */
const rooms = {
  '': 'Home',
  check: 'Check',
  emergency: 'Emergency signs',
  plan: 'Plan',
  movements: 'Movements',
  medicines: 'Medicines',
  record: 'My record',
  today: 'Today',
  programme: 'My day-by-day plan',
  session: 'Session',
  relax: 'Relax',
  diary: 'My diary',
  report: 'Report',
  prevent: 'Keep it away',
  about: 'About',
  safety: 'Safety and privacy',
  gallery: 'Gallery',
  offline: 'Offline',
} as const

/** The first part of an address of ours: '' is the front page. */
export type Room = keyof typeof rooms

const isRoom = (name: string): name is Room => Object.hasOwn(rooms, name)

/** The title for this address; undefined for one that we do not have. A screen of the check has its number, as its address does. */
export function tabTitle(path: string): string | undefined {
  const [, room = '', id, screen] = path.split('/')
  if (room !== 'check' || id === undefined) return isRoom(room) ? rooms[room] : undefined
  if (path === paths.summary || screen === 'summary') return 'Summary'
  return screen !== undefined && /^\d{1,3}$/.test(screen) ? `Check, page ${screen}` : 'Check'
}
