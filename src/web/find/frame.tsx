/**
 * The frame of the pages about clinics, filled in by whoever mounts them, and how they are answered.
 * Never: a person's health in an address or a title; a cookie.
 */
import type { Context } from 'hono'
import type { ComponentChildren, VNode } from 'preact'
import { type Assets, type Header, type Link, Page, type Seen } from '../ui/page.tsx'
import { renderPage } from '../ui/render.ts'
import { doorOf } from './doors.ts'
import { HelpFirst } from './help-first.tsx'

/** What the server lends to these pages: the addresses and words of the house around them. */
export interface Frame {
  readonly assets: Assets
  /** The stylesheet that only these pages need. */
  readonly css: string
  /** The stylesheets for paper. */
  readonly paperCss?: readonly string[]
  readonly homeHref: string
  readonly leaveHref: string
  readonly checkHref: string
  readonly planHref: string
  readonly emergencyHref: string
  readonly headerFor: (path: string) => Header
  readonly footLinks: readonly Link[]
  readonly footNote: string
  /** How others see a page that is the same for everybody. */
  readonly seenAs?: (page: SeenPage) => { readonly seen?: Seen }
  /** Is everything in the database invented? As the last look at it said. */
  readonly isDemonstration?: () => boolean
  /** No mail server is named: what would be sent is written into files of the server's own, and reaches nobody. */
  readonly intoFiles?: boolean
}

interface SeenPage {
  readonly path: string
  readonly title: string
  readonly about: string
  /** What the page is about, in the words of schema.org. */
  readonly data?: Readonly<Record<string, unknown>>
}

export interface FindPageProps {
  readonly frame: Frame
  readonly title: string
  /** The address, which says which place is marked. */
  readonly path: string
  /** In a line, for search engines and shared links; only of a page that is the same for everybody. */
  readonly about?: string
  /** What it is about, in the words of schema.org, beside `about`. */
  readonly data?: Readonly<Record<string, unknown>>
  /** Everything here is invented, and the page says so. */
  readonly isDemonstration?: boolean
  readonly islands?: readonly string[]
  /** It says what could not be done, so nothing stands before it, whatever its address leads to. */
  readonly isMessage?: boolean
  readonly children: ComponentChildren
}

/** A page of this half as a whole document. */
export function FindPage(props: FindPageProps) {
  const { frame, title, path, about, data, isDemonstration = false, islands = [], isMessage, children } = props
  const { assets, css, paperCss, homeHref, leaveHref, footLinks, footNote, headerFor } = frame
  const known = doorOf(path)
  const door = isMessage && known === 'before' ? 'above' : known
  return (
    <Page
      {...{ title, assets, homeHref, leaveHref, footLinks, footNote }}
      moreCss={css}
      {...(paperCss && { paperCss })}
      header={headerFor(path)}
      wide
      islands={door === 'none' ? islands : [...islands, 'help-first']}
      {...(about !== undefined &&
        frame.seenAs?.({ path, about, title: title.replace(/^Error: /, ''), ...(data && { data }) }))}
    >
      {door !== 'none' && <HelpFirst door={door} />}
      {(isDemonstration || frame.isDemonstration?.()) && (
        <p class="callout demonstration">
          <strong>This is a demonstration.</strong> Every clinic, person and price here is made up.
        </p>
      )}
      {children}
    </Page>
  )
}

/** The one page of the house that may ask the device where it is: only on a tap, and what it hears stays there. */
export function showWithWhere(c: Context, page: VNode, status: 200 | 422 | 503 = 200) {
  c.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=(self), payment=(), usb=()')
  return show(c, page, status)
}

/** Free times change by the minute, so no cache keeps a page that shows them. */
export function show(c: Context, page: VNode, status: 200 | 404 | 413 | 422 | 503 = 200) {
  c.header('Cache-Control', 'no-store')
  return c.html(renderPage(page), status)
}
