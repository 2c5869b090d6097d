/**
 * The frame of every page: skip link, header with the places and "Leave quickly", the tabs of a place, main, footer.
 * Holds no addresses of its own: they are passed in. Never: the places beside something that has to be done alone.
 */
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icons.tsx'

/** A link as shown: where it goes and what it says. */
export interface Link {
  readonly href: string
  readonly text: string
}

/** A place or a tab. `here`: the page is it, or is inside it. */
export interface PlaceLink extends Link {
  readonly here?: 'page' | 'inside'
}

/** What the header holds beside "Leave quickly". */
export type Header =
  /** The places, and the tabs of the one that the page is in. */
  | {
      readonly kind: 'places'
      readonly places: readonly (PlaceLink & { readonly icon: IconName })[]
      readonly tabs?: Tabs
    }
  /** One thing is being done: the way out of it, and nothing that tempts away. */
  | { readonly kind: 'task'; readonly wayOut: Link }
  /** Nothing but the name: an emergency or urgent result. */
  | { readonly kind: 'alone' }

/** A second row: the parts of one place. `name` is read aloud. */
export interface Tabs {
  readonly name: string
  readonly tabs: readonly PlaceLink[]
}

/** Built files a page points to; addresses carry a content hash. */
export interface Assets {
  readonly css: string
  /** What the pages of Learn add to it. */
  readonly learnCss?: string
  /** And what they add on paper. */
  readonly paperCss?: string
  /** Script address by island name; only the ones a page names are loaded. */
  readonly islands: Readonly<Record<string, string>>
}

/** A page as others see it. */
export interface Seen {
  /** Its one address, whole. */
  readonly address: string
  /** In a line. */
  readonly about: string
  /** The picture that is shown with a link, 1200 by 630, and what it says in words. */
  readonly picture: { readonly address: string; readonly words: string }
  /** In the words of schema.org, as JSON in which no "<" stands. */
  readonly jsonLd: string
  /** What is new, as RSS. */
  readonly feed: string
}

export interface PageProps {
  /** In the tab: "Error: " is put in front by the page itself when there is one. */
  readonly title: string
  readonly assets: Assets
  /** How a shared link and a search engine see the page; missing where it is nobody else's. */
  readonly seen?: Seen
  /** A second stylesheet, where the page needs it. */
  readonly moreCss?: string
  /** Stylesheets for paper alone: no screen waits for them. */
  readonly paperCss?: readonly string[]
  readonly homeHref: string
  /** Where "Leave quickly" goes: an ordinary page that says nothing about backs. */
  readonly leaveHref: string
  readonly header: Header
  readonly footLinks: readonly Link[]
  /** Said at the foot of every page: that no clinician has signed this off yet. */
  readonly footNote: string
  /** `alarm`: the whole page in emergency colours. */
  readonly tone?: 'plain' | 'alarm'
  /** The page uses the width of a desk; any other keeps to one column of text. */
  readonly wide?: boolean
  /** Islands to load on this page, by name. `page` (leave quickly, focus) always comes first when it is built. */
  readonly islands?: readonly string[]
  readonly children: ComponentChildren
}

/** A whole HTML document. */
export function Page(props: PageProps) {
  const { header, footLinks, footNote, tone = 'plain', wide = false, children } = props
  return (
    <html lang="en-GB" class={header.kind === 'places' ? 'in-place' : undefined}>
      <Head {...props} />
      <body class={tone === 'alarm' ? 'alarm' : undefined}>
        <a class="skip" href="#main">
          Skip to the main part
        </a>
        <div class="frame">
          <Top {...props} />
          {header.kind === 'places' && header.tabs && <TabRow {...header.tabs} />}
          <main id="main" tabindex={-1} class={wide ? 'wide' : undefined}>
            {children}
          </main>
        </div>
        <footer class="foot">
          <div class="inside">
            <nav aria-label="Safety and about">
              {footLinks.map((link) => (
                <a key={link.href} href={link.href}>
                  {link.text}
                </a>
              ))}
            </nav>
            <p>{footNote}</p>
          </div>
        </footer>
      </body>
    </html>
  )
}

function Head({ title, assets, moreCss, paperCss = [], tone, seen, islands = [] }: PageProps) {
  const scripts = ['page', ...islands].flatMap((name) => assets.islands[name] ?? [])
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <title>{`${title} – Unclench`}</title>
      <meta
        name="description"
        content={seen?.about ?? 'Back spasm: check it is safe, then get help for the next hour.'}
      />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content={tone === 'alarm' ? '#8f1220' : '#0c2023'} />
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      <link rel="manifest" href="/manifest.webmanifest" />
      <link rel="stylesheet" href={assets.css} />
      {moreCss && <link rel="stylesheet" href={moreCss} />}
      {paperCss.map((href) => (
        <link key={href} rel="stylesheet" media="print" href={href} />
      ))}
      {scripts.map((src) => (
        <script key={src} type="module" src={src} />
      ))}
      {seen && <SeenByOthers seen={seen} title={title} />}
    </head>
  )
}

function SeenByOthers({ seen, title }: { seen: Seen; title: string }) {
  const { address, about, picture, jsonLd, feed } = seen
  return (
    <>
      <link rel="canonical" href={address} />
      <link rel="alternate" type="application/rss+xml" title="Unclench guide" href={feed} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={about} />
      <meta property="og:type" content="article" />
      <meta property="og:url" content={address} />
      <meta property="og:site_name" content="Unclench" />
      <meta property="og:locale" content="en_GB" />
      <meta property="og:image" content={picture.address} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={picture.words} />
      <meta name="twitter:card" content="summary_large_image" />
      {/* Data, no code: no browser runs it, so the strict policy lets it stand; and "<" stands nowhere in it. */}
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonLd }} />
    </>
  )
}

function Top({ header, homeHref, leaveHref }: PageProps) {
  return (
    <header class="top">
      <div class="inside head">
        {header.kind === 'task' ? (
          <a class="way-out" href={header.wayOut.href}>
            <Icon name="back" size={20} />
            {header.wayOut.text}
          </a>
        ) : (
          <a class="brand" href={homeHref}>
            unclench
          </a>
        )}
        {header.kind === 'places' && (
          <nav class="places" aria-label="Main">
            {header.places.map(({ href, text, icon, here }) => (
              <a key={href} href={href} aria-current={ariaCurrent(here)}>
                <Icon name={icon} />
                {text}
              </a>
            ))}
          </nav>
        )}
        <a class="leave" href={leaveHref} rel="noreferrer" data-leave>
          Leave quickly <Icon name="cross" size={18} />
        </a>
      </div>
    </header>
  )
}

/** Scrolls sideways where it is too long; the `page` island brings the tab that is open into sight. */
function TabRow({ name, tabs }: Tabs) {
  return (
    <nav class="tabs" aria-label={name}>
      <div class="inside">
        {tabs.map(({ href, text, here }) => (
          <a key={href} href={href} aria-current={ariaCurrent(here)}>
            {text}
          </a>
        ))}
      </div>
    </nav>
  )
}

const ariaCurrent = (here: PlaceLink['here']) => here && (here === 'page' ? 'page' : 'true')
