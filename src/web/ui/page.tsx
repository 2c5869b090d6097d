/**
 * The frame of every page: skip link, header with "Leave quickly", main, footer with safety links.
 * Called by the page wrappers of web/care and web/clinic. Holds no addresses of its own: they are passed in.
 */
import type { ComponentChildren } from 'preact'

/** A link as shown: where it goes and what it says. */
export interface Link {
  readonly href: string
  readonly text: string
}

/** Built files a page points to; addresses carry a content hash. */
export interface Assets {
  readonly css: string
  /** Script address by island name; only the ones a page names are loaded. */
  readonly islands: Readonly<Record<string, string>>
}

export interface PageProps {
  /** In the tab: "Error: " is put in front by the page itself when there is one. */
  readonly title: string
  readonly assets: Assets
  readonly homeHref: string
  /** Where "Leave quickly" goes: an ordinary page that says nothing about backs. */
  readonly leaveHref: string
  readonly footLinks: readonly Link[]
  /** Said at the foot of every page: that no clinician has signed this off yet. */
  readonly footNote: string
  /** `alarm`: the whole page in emergency colours. */
  readonly tone?: 'plain' | 'alarm'
  /** Islands to load on this page, by name. `page` (leave quickly, focus) always comes first when it is built. */
  readonly islands?: readonly string[]
  readonly children: ComponentChildren
}

/** A whole HTML document. */
export function Page(props: PageProps) {
  const { title, assets, homeHref, leaveHref, footLinks, footNote, tone = 'plain', islands = [], children } = props
  const scripts = ['page', ...islands].flatMap((name) => assets.islands[name] ?? [])
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – Unclench`}</title>
        <meta name="description" content="Back spasm: check it is safe, then get help for the next hour." />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content={tone === 'alarm' ? '#8f1220' : '#0c2023'} />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <link rel="stylesheet" href={assets.css} />
        {scripts.map((src) => (
          <script key={src} type="module" src={src} />
        ))}
      </head>
      <body class={tone === 'alarm' ? 'alarm' : undefined}>
        <a class="skip" href="#main">
          Skip to the main part
        </a>
        <div class="frame">
          <header class="top">
            <a class="brand" href={homeHref}>
              unclench
            </a>
            <a class="leave" href={leaveHref} rel="noreferrer" data-leave>
              Leave quickly <Cross />
            </a>
          </header>
          <main id="main" tabindex={-1}>
            {children}
          </main>
        </div>
        <footer class="foot">
          <nav aria-label="Safety and about">
            {footLinks.map((link) => (
              <a key={link.href} href={link.href}>
                {link.text}
              </a>
            ))}
          </nav>
          <p>{footNote}</p>
        </footer>
      </body>
    </html>
  )
}

/** A small ×, drawn so that no font is needed. */
function Cross() {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <path d="M1 1l10 10M11 1L1 11" stroke="currentColor" stroke-width="2" />
    </svg>
  )
}
