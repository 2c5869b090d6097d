/**
 * Which place each address belongs to, and what the header shows there: the places, the way out of the one thing that is
 * being done, or nothing. Pure. Never: leads to a page that is not there yet.
 */
import type { Header, PlaceLink } from '../ui/page.tsx'
import { paths } from './paths.ts'
import type { Room } from './tab-titles.ts'

/** The places, as on the bar. `about`: pages about Unclench itself, which no place marks. */
type Place = 'now' | 'days' | 'learn' | 'find' | 'about'
/** First parts of the addresses that lead to a clinic: the server answers them, from its database. */
type FindRoom = 'find' | 'clinics' | 'therapists' | 'book' | 'visits' | 'waiting' | 'offers'
/** First parts of the addresses of Learn that only the server answers. */
type LearnRoom = 'ask' | 'comments' | 'letters'
type Tab = 'today' | 'diary' | 'movements' | 'prevent' | 'record' | 'guide' | 'treatments' | 'ask' | 'pdfs' | 'letters'

/** Every first part of an address, so that the compiler asks for the place of a new one. */
const placeOf = {
  '': { place: 'now' },
  check: { place: 'now' },
  emergency: { place: 'now' },
  plan: { place: 'now' },
  medicines: { place: 'now' },
  today: { place: 'days', tab: 'today' },
  programme: { place: 'days', tab: 'today' },
  session: { place: 'days', tab: 'today' },
  relax: { place: 'days', tab: 'today' },
  diary: { place: 'days', tab: 'diary' },
  movements: { place: 'days', tab: 'movements' },
  prevent: { place: 'days', tab: 'prevent' },
  record: { place: 'days', tab: 'record' },
  report: { place: 'days', tab: 'record' },
  guide: { place: 'learn', tab: 'guide' },
  treatments: { place: 'learn', tab: 'treatments' },
  comments: { place: 'learn', tab: 'guide' },
  ...{ evidence: { place: 'learn' }, ask: { place: 'learn', tab: 'ask' }, letters: { place: 'learn', tab: 'letters' } },
  about: { place: 'about' },
  safety: { place: 'about' },
  gallery: { place: 'about' },
  offline: { place: 'about' },
  // The server's pages about clinics: their titles are their own, since they are no pages of this half.
  ...{ find: { place: 'find' }, clinics: { place: 'find' }, therapists: { place: 'find' } },
  ...{ book: { place: 'find' }, visits: { place: 'find' } },
  ...{ waiting: { place: 'find' }, offers: { place: 'find' } },
} as const satisfies Record<Room | FindRoom | LearnRoom, { readonly place: Place; readonly tab?: Tab }>

const places = [
  { place: 'now', href: paths.home, text: 'Right now', icon: 'now' },
  { place: 'days', href: paths.today, text: 'My days', icon: 'days' },
  { place: 'learn', href: paths.guide, text: 'Learn', icon: 'learn' },
  { place: 'find', href: paths.find, text: 'Find a physio', icon: 'find' },
] as const

/** The tabs of a place, by what is read aloud. One is added here by whoever makes its page. */
const tabsOf: Readonly<Partial<Record<Place, { readonly name: string; readonly tabs: readonly TabLink[] }>>> = {
  days: {
    name: 'My days',
    tabs: [
      { tab: 'today', href: paths.today, text: 'Today' },
      { tab: 'diary', href: paths.diary, text: 'Diary' },
      { tab: 'movements', href: paths.movements, text: 'Movements' },
      { tab: 'prevent', href: paths.prevent, text: 'Keep it away' },
      { tab: 'record', href: paths.record, text: 'Record' },
    ],
  },
  learn: {
    name: 'Learn',
    tabs: [
      { tab: 'guide', href: paths.guide, text: 'Guide' },
      { tab: 'treatments', href: paths.treatments, text: 'Treatments' },
      { tab: 'ask', href: paths.ask, text: 'Ask a therapist' },
      { tab: 'pdfs', href: paths.guidePdfs, text: 'PDFs' },
      { tab: 'letters', href: paths.letters, text: 'Letters' },
    ],
  },
}
interface TabLink {
  readonly tab: Tab
  readonly href: string
  readonly text: string
}

/** Pages of the programme to look around in; every other one of its addresses is a short form. */
const programmeToRead: readonly string[] = [paths.programme, paths.flarePlan]

/** The header for this address: with the places, unless one thing is being done there. */
export function headerFor(path: string): Header {
  const wayOut = wayOutOf(path)
  if (path === paths.summary || /^\/check\/[^/]+\/summary$/.test(path)) return { kind: 'alone' }
  return wayOut ? { kind: 'task', wayOut } : placesFor(path)
}

/** The places with this address marked, and the tabs of its place. */
export function placesFor(path: string): Header {
  const room = path.split('/')[1] ?? ''
  const at: { readonly place?: Place; readonly tab?: Tab } =
    path === paths.guidePdfs || path.startsWith(`${paths.guidePdfs}/`)
      ? { place: 'learn', tab: 'pdfs' }
      : isRoom(room)
        ? placeOf[room]
        : {}
  const here = (href: string, is: boolean): Pick<PlaceLink, 'here'> =>
    is ? { here: href === path ? 'page' : 'inside' } : {}
  const bar = places.map(({ place, ...link }) => ({ ...link, ...here(link.href, place === at.place) }))
  const own = at.place && tabsOf[at.place]
  if (!own) return { kind: 'places', places: bar }
  const tabs = own.tabs.map(({ tab, href, text }) => ({ href, text, ...here(href, tab === at.tab) }))
  return { kind: 'places', places: bar, tabs: { name: own.name, tabs } }
}

const isRoom = (name: string): name is keyof typeof placeOf => Object.hasOwn(placeOf, name)

/** The way out, where one thing is done at a time: the check, the player, a form that would be lost. */
function wayOutOf(path: string) {
  const [, room, part, more] = path.split('/')
  if (room === 'check') return { href: paths.home, text: 'Stop the check' }
  if (room === 'session' && part !== undefined && more === undefined) return toToday
  if (room === 'relax' && part !== undefined) return { href: paths.relax, text: 'Back to “Relax”' }
  if (path === paths.diaryEntry) return { href: paths.diary, text: 'Back to my diary' }
  if (more !== undefined && path === paths.diaryEntryPutRight(more))
    return { href: paths.diaryEntryMade(more), text: 'Back to my entry' }
  if (room === 'programme' && !programmeToRead.includes(path)) return toToday
  return undefined
}

const toToday = { href: paths.today, text: 'Back to today' }
