/**
 * The title in the tab. Browsers keep it in the history and sync it, so it comes from the address alone and can tell no more
 * than that does: not a result, not a sign, not a medicine. What a page found stands in its heading.
 * Pure.
 */
import { articleOf } from '../../care/guide/articles.ts'
import { questionOf } from '../../care/guide/questions.ts'
import { treatmentOf } from '../../care/guide/treatments.ts'
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
  guide: 'Guide',
  treatments: 'Treatments side by side',
  evidence: 'How sure we are',
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
  if ((room === 'guide' || room === 'treatments') && id !== undefined) return learnTitle(room, id, screen)
  if (room !== 'check' || id === undefined) return isRoom(room) ? rooms[room] : undefined
  if (path === paths.summary || screen === 'summary') return 'Summary'
  return screen !== undefined && /^\d{1,3}$/.test(screen) ? `Check, page ${screen}` : 'Check'
}

/** What is read is named by its own words: the address says as much, and both are the same for everybody. */
function learnTitle(room: 'guide' | 'treatments', id: string, question?: string): string {
  if (`/${room}/${id}` === paths.guidePdfs) return 'Guides to print and keep'
  if (room === 'treatments') return treatmentOf(id)?.name ?? rooms.treatments
  if (`/guide/${id}` !== paths.questions) return articleOf(id)?.title ?? rooms.guide
  return questionOf(question ?? '')?.ask ?? 'Questions people ask'
}
