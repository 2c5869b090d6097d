/**
 * The frame of the staff's pages: the places at the side on a desk and under the thumb on a phone, who is signed in, Lock and
 * Sign out. Lock and Sign out change something, so they are posted.
 */
import type { Context } from 'hono'
import type { ComponentChildren } from 'preact'
import { type Act, type Member, mayDo } from '../../clinic/people/members.ts'
import { initialsOf } from '../find/words.ts'
import { type ConsoleEnv, type ConsoleHome, lockAfterMinutes } from './console-home.ts'
import { consolePaths, doorTo } from './console-paths.ts'
import { Sign, type SignName } from './console-signs.tsx'
import { KeyBar, type KeySaid, placeKey } from './key-bar.tsx'

/** Who looks, and from where. */
export interface Here {
  readonly member: Member
  readonly clinicName: string
  /** Can the public find it? */
  readonly clinicIsOpen: boolean
  readonly path: string
  /** The path with what stands after it: where Lock leads back to. */
  readonly address: string
  /** How many reviews want a look; 0 for whoever may not moderate. */
  readonly reviewsWaiting: number
  /** How many questions wait for this member or for anybody; 0 for whoever may not read them. */
  readonly questionsWaiting: number
  /** How many comments wait to be read; 0 for whoever may not moderate. */
  readonly commentsWaiting: number
  /** A form was sent here. */
  readonly isPosted?: boolean
  /** What was written in it, in order: for where it is not taken. */
  readonly posted?: readonly string[]
}

/** The address that was asked for, without its host. */
export const ownAddress = (c: Context): string => `${c.req.path}${new URL(c.req.url).search}`

/** Read from what the gate handed over. */
export const hereOf = (c: Context<ConsoleEnv>): Here => ({
  member: c.get('member'),
  clinicName: c.get('clinicName'),
  clinicIsOpen: c.get('clinicIsOpen'),
  path: c.req.path,
  address: ownAddress(c),
  reviewsWaiting: c.get('reviewsWaiting'),
  questionsWaiting: c.get('questionsWaiting'),
  commentsWaiting: c.get('commentsWaiting'),
  isPosted: c.req.method === 'POST',
  posted: c.get('posted'),
})

interface ConsolePageProps {
  readonly home: ConsoleHome
  /** Left out on the pages that are shown before somebody has signed in. */
  readonly here?: Here | undefined
  /** In the tab: never a person's name. */
  readonly title: string
  readonly islands?: readonly string[]
  /** Keys of this page beside those of every page; each stands on what it leads to too. */
  readonly keys?: readonly KeySaid[]
  /** `paper`: nothing round the page, for the printer. */
  readonly look?: 'paper'
  readonly children: ComponentChildren
}

/** A page of the staff as a whole document. */
export function ConsolePage({ home, here, title, islands = [], keys = [], look, children }: ConsolePageProps) {
  const { assets } = home.frame
  const isFramed = here !== undefined && look !== 'paper'
  const framed = [...(isFramed ? ['keys', 'unsaved'] : []), ...(here ? ['at-work'] : [])]
  const scripts = ['page', ...framed, ...islands].flatMap((name) => assets.islands[name] ?? [])
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <title>{`${title} – Unclench console`}</title>
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        {here && <LocksItself address={here.address} />}
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={assets.css} />
        <link rel="stylesheet" href={home.css} />
        {scripts.map((src) => (
          <script key={src} type="module" src={src} />
        ))}
      </head>
      <body class={look === 'paper' ? 'paper' : here ? 'console' : 'console-door'}>
        <a class="skip" href="#main">
          Skip to the main part
        </a>
        {isFramed && <Side home={home} here={here} />}
        {isFramed && <Finder here={here} />}
        <main id="main" tabindex={-1}>
          {isFramed && <LocksUntold />}
          {children}
        </main>
        {isFramed && <KeyBar keys={keys} mayFind={mayFind(here)} />}
      </body>
    </html>
  )
}

/** With scripts typing is a touch (`islands/at-work.ts`). Without them it is none: that is said while nothing is typed yet. */
const LocksUntold = () => (
  <noscript>
    <p class="quiet">
      Scripts are off. {lockAfterMinutes} minutes after you opened this page, it locks by itself. Send what you type
      before that: what comes later is lost.
    </p>
  </noscript>
)

/**
 * Without scripts the page leads to the locked door by itself, a form that is half filled in too: what is sent later is not
 * taken anyway, and who looks on must not read of people. It leads to the door, not to its own address, which would be a touch:
 * two pages would keep each other open.
 */
const LocksItself = ({ address }: Pick<Here, 'address'>) => (
  <noscript>
    <meta http-equiv="refresh" content={`${lockAfterMinutes * 60};url=${doorTo(consolePaths.unlock, address)}`} />
  </noscript>
)

interface Place {
  readonly href: string
  readonly text: string
  /** The rest of its name: on a phone there is room for it in a reader's ear alone. */
  readonly more?: string
  readonly sign: SignName
  /** Shown to those who may do one of these. */
  readonly acts: readonly Act[]
  /** What lies inside it beside its own address. */
  readonly inside?: readonly string[]
}

const places: readonly Place[] = [
  {
    href: consolePaths.today,
    text: 'Today',
    sign: 'today',
    acts: ['see-day'],
    inside: ['/console/days', '/console/visits', consolePaths.waiting],
  },
  { href: consolePaths.calendar, text: 'Calendar', sign: 'calendar', acts: ['see-day'] },
  { href: consolePaths.people, text: 'People', sign: 'people', acts: ['see-day'] },
  { href: consolePaths.inbox, text: 'Inbox', sign: 'inbox', acts: ['see-clinical'] },
  {
    href: consolePaths.reviews,
    text: 'Reviews',
    more: ', comments',
    sign: 'star',
    acts: ['moderate'],
    inside: [consolePaths.moderation],
  },
  { href: consolePaths.letters, text: 'Letters', sign: 'letter', acts: ['write-letters'] },
  {
    href: consolePaths.clinic,
    text: 'Clinic',
    sign: 'sliders',
    acts: ['change-clinic', 'change-team', 'change-times'],
  },
]

/** The places that this member may go to. */
const placesOf = ({ member }: Here) => places.filter(({ acts }) => acts.some((act) => mayDo(member, act)))

const mayFind = ({ member }: Here) => mayDo(member, 'see-day')

/** Looking for a person from any page, on a desk. What is typed is posted, so that no name stands in an address. */
function Finder({ here }: { readonly here: Here }) {
  if (!mayFind(here) || here.path === consolePaths.people) return null
  return (
    <search class="console-find">
      <form method="post" action={consolePaths.people} autocomplete="off">
        <label class="unseen" for="find-name">
          Find a person
        </label>
        <input class="field" id="find-name" name="name" placeholder="Find a person" aria-keyshortcuts="/" />
        <button type="submit">
          <Sign name="find" />
          <span class="unseen">Find</span>
        </button>
      </form>
    </search>
  )
}

function Side({ home, here }: { readonly home: ConsoleHome; readonly here: Here }) {
  const { member, clinicName, path, address } = here
  return (
    <>
      <header class="side-top">
        <a class="brand" href={consolePaths.today}>
          unclench <span>console</span>
        </a>
        <p class="side-clinic">{clinicName}</p>
      </header>
      <nav class="side-places" aria-label="Main">
        {placesOf(here).map((place, at) => (
          <a key={place.href} href={place.href} aria-current={markOf(place, path)} aria-keyshortcuts={placeKey(at)}>
            <Sign name={place.sign} />
            <span>
              {place.text}
              {place.more && <span class="side-more">{place.more}</span>}
            </span>
            <Waiting kinds={waitingAt(place.href, here)} />
            <span class="key" aria-hidden="true">
              {placeKey(at)}
            </span>
          </a>
        ))}
      </nav>
      {home.frame.isDemonstration?.() && (
        <aside class="side-demo" aria-label="Demonstration">
          Demonstration. The people and places here are invented.
        </aside>
      )}
      <section class="side-who" aria-label="Signed in">
        <p>
          <span class="face" aria-hidden="true">
            {initialsOf(member.name)}
          </span>
          <span>
            <span class="unseen">Signed in: </span>
            {member.name}
          </span>
        </p>
        <a
          class="side-act"
          href={consolePaths.passkeys}
          aria-current={path === consolePaths.passkeys ? 'page' : undefined}
        >
          <Sign name="key" /> Passkeys
        </a>
        <form method="post" action={consolePaths.lock}>
          <input type="hidden" name="then" value={address} />
          <button class="side-act" type="submit">
            <Sign name="lock" /> Lock
          </button>
        </form>
        <form method="post" action={consolePaths.signOut}>
          <button class="side-act" type="submit">
            <Sign name="out" /> Sign out
          </button>
        </form>
      </section>
    </>
  )
}

/** How many wait, and of what. */
type WaitingKind = readonly [count: number, one: string]

function waitingAt(href: string, here: Here): readonly WaitingKind[] {
  if (href === consolePaths.inbox) return [[here.questionsWaiting, 'question']]
  if (href !== consolePaths.reviews) return []
  return [
    [here.reviewsWaiting, 'review'],
    [here.commentsWaiting, 'comment'],
  ]
}

/** One number for the eye; each kind by its name for the ear. */
function Waiting({ kinds }: { readonly kinds: readonly WaitingKind[] }) {
  const waiting = kinds.filter(([count]) => count > 0)
  if (waiting.length === 0) return null
  const all = waiting.reduce((sum, [count]) => sum + count, 0)
  const named = waiting.map(([count, one]) => `${count} ${one}${count === 1 ? '' : 's'}`).join(', ')
  return (
    <span class="side-count">
      <span class="unseen">{`waiting: ${named}`}</span>
      <span aria-hidden="true">{all > 99 ? '99+' : all}</span>
    </span>
  )
}

function markOf({ href, inside = [] }: Place, path: string) {
  if (path === href) return 'page'
  if (inside.includes(path)) return 'true'
  const folders = href === consolePaths.today ? inside : [href, ...inside]
  return folders.some((folder) => path.startsWith(`${folder}/`)) ? 'true' : undefined
}
