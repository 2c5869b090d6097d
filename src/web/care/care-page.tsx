/**
 * The page frame filled in for the care pages: their addresses, links and the standing note.
 * Every care page is a CarePage; routes turn it into text with `show`.
 */
import type { Context } from 'hono'
import { type ComponentChildren, createContext, type VNode } from 'preact'
import { useContext } from 'preact/hooks'
import { type OtherEmergency as OtherEmergencyTold, otherEmergencyIn } from '../../care/check/other-emergencies.ts'
import { reviewIsDue } from '../../care/evidence/review.ts'
import { uk } from '../../care/region.ts'
import { OtherEmergency } from '../ui/other-emergency.tsx'
import { type Header, Page, type Seen } from '../ui/page.tsx'
import { renderPage } from '../ui/render.ts'
import { type ForMachines, jsonLd } from './guide/for-machines.ts'
import type { CareHome } from './home.ts'
import { paths } from './paths.ts'
import { publicPageAt } from './public-pages.ts'
import { headerFor, placesFor } from './places.ts'
import { tabTitle } from './tab-titles.ts'
import { CallLink } from '../ui/call-button.tsx'

export interface CarePageProps {
  readonly home: CareHome
  /** Begins with "Error: " after a form that came back. In the tab it stands only where the address has no title of its own. */
  readonly title: string
  readonly tone?: 'plain' | 'alarm'
  /**
   * What stands beside the page, where its address does not say it. `alone`: nothing, for an urgent result (an alarm is
   * always alone). `places`: the bar, where what was being done is done.
   */
  readonly beside?: 'alone' | 'places'
  /** Uses the width of a desk. */
  readonly wide?: boolean
  /** Of the pages of Learn: they bring their own styles. */
  readonly learn?: boolean
  /** What it is for search engines and shared links: on pages that are the same for everybody. */
  readonly machines?: ForMachines
  readonly islands?: readonly string[]
  /** It is there to be answered: it stays as it is, below whom to call, once a danger is told in another tab. */
  readonly asks?: boolean
  /** The page says itself whom to call in an emergency. Any other that is answered as an error says it at its end. */
  readonly saysWhomToCall?: boolean
  readonly children: ComponentChildren
}

/** Shown on every page once the knowledge is past its review date (H-19). */
const reviewDue = 'Our advice is past its review date. Use it with care, and ring 111 if you are not sure.'

/** The standing note at the foot of every page. */
export const notSignedOff = 'Not signed off by a clinician yet. It does not replace a doctor, nurse or physio.'

/** The links at the foot of every page. */
export const footLinks = [
  { href: paths.emergency, text: 'Emergency signs' },
  { href: paths.safety, text: 'Safety and privacy' },
  { href: paths.about, text: 'About' },
]

interface WhatIsAnswered {
  /** Its address, which alone names the tab and the place. */
  readonly path: string
  readonly hasFailed: boolean
  /** The emergency that is not of the back that somebody wrote of, to be said before all else. */
  readonly other?: OtherEmergencyTold | undefined
}
const Answered = createContext<WhatIsAnswered>({ path: '/', hasFailed: false })

/** A care page as a whole document. */
export function CarePage(props: CarePageProps) {
  const { home, title, tone, beside, wide, learn, machines, saysWhomToCall = false, children } = props
  const islands = islandsOf(props)
  const { path, hasFailed, other } = useContext(Answered)
  const everybodys = hasFailed ? undefined : publicPageAt(path)
  const named = tabTitle(path)
  const error = title.startsWith('Error: ') ? 'Error: ' : ''
  return (
    <Page
      title={named === undefined ? title : `${error}${named}`}
      assets={home.assets}
      homeHref={paths.home}
      leaveHref={paths.leave}
      header={headerOf(path, tone === 'alarm' ? 'alone' : beside)}
      footLinks={footLinks}
      footNote={notSignedOff}
      {...(tone && { tone })}
      {...(wide && { wide })}
      {...(learn && home.assets.learnCss && { moreCss: home.assets.learnCss })}
      {...((learn || everybodys) && { paperCss: paperSheets(home) })}
      {...(islands && { islands })}
      {...seenBy(home, machines ?? everybodys)}
    >
      {other && <OtherEmergency told={other} checkHref={paths.check} />}
      {reviewIsDue(home.now()) && <p class="callout">{reviewDue}</p>}
      {children}
      {hasFailed && !saysWhomToCall && (
        <p>
          In an emergency call <CallLink number={uk.emergencyNumber} />.
        </p>
      )}
    </Page>
  )
}

/** Only a device has a record in which something may be told elsewhere. */
const islandsOf = ({ home, islands, asks = false }: CarePageProps): readonly string[] | undefined =>
  asks && home.notebook ? [...(islands ?? []), 'told-while-asking'] : islands

/** What pages that are the same for everybody add on paper; nothing where it is not built. */
export const paperSheets = ({ assets: { paperCss } }: Pick<CareHome, 'assets'>): readonly string[] =>
  paperCss ? [paperCss, paths.paperStyle] : []

/** How others see the page, where the house knows its own address. */
export function seenBy(home: Pick<CareHome, 'origin'>, machines: ForMachines | undefined): { readonly seen?: Seen } {
  const origin = home.origin?.()
  if (!machines || origin === undefined) return {}
  const address = `${origin}${machines.path}`
  const picture = {
    address: `${origin}${machines.picture ?? paths.sharePicture}`,
    words: machines.picture === undefined ? 'Unclench: help for a back spasm' : `Unclench: ${machines.title}`,
  }
  return { seen: { address, picture, about: machines.about, feed: paths.feed, jsonLd: jsonLd(machines, origin) } }
}

function headerOf(path: string, beside: CarePageProps['beside']): Header {
  if (beside === 'alone') return { kind: 'alone' }
  return beside === 'places' ? placesFor(path) : headerFor(path)
}

type PageStatus = 200 | 400 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 503

/** Where the words of a request are kept while it is answered. */
const wrote = 'wrote'

/**
 * Hears what somebody wrote for an emergency that is not of the back: whatever page then answers the request says what to do
 * before all else. The words heard last count.
 */
export const listenTo = (c: Context, words: string): void => c.set(wrote, words)

/** Which emergency the words tell of that this request was told to listen to. */
export const otherToldOf = (c: Context): OtherEmergencyTold | undefined => otherEmergencyIn(c.get(wrote) ?? '')

/** Answers with a page. `holdsAnswers`: it carries what a person told us, so no cache may keep it; nor one that says what went wrong. */
export function show(c: Context, page: VNode, status: PageStatus = 200, holdsAnswers: 'holdsAnswers' | '' = '') {
  c.header('Cache-Control', holdsAnswers || status >= 400 ? 'no-store' : 'no-cache')
  return c.html(pageAt(c.req.path, page, status, { other: otherToldOf(c) }), status)
}

/** A care page as text, for the address that it stands at. */
export function pageAt(path: string, page: VNode, status: number, first: Pick<WhatIsAnswered, 'other'> = {}): string {
  // A form that comes back to be put right is no error of ours, and has its own words.
  const answered = { path, hasFailed: status >= 400 && status !== 422, ...first }
  return renderPage(<Answered.Provider value={answered}>{page}</Answered.Provider>)
}

/** Answers with a form that holds what a person told us; 422 when something in it is to be put right. */
export const showForm = (c: Context, page: VNode, problems: readonly unknown[] = []) =>
  show(c, page, problems.length > 0 ? 422 : 200, 'holdsAnswers')
