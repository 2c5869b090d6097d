/**
 * The page frame filled in for the care pages: their addresses, links and the standing note.
 * Every care page is a CarePage; routes turn it into text with `show`.
 */
import type { Context } from 'hono'
import type { ComponentChildren, VNode } from 'preact'
import { reviewIsDue } from '../../care/evidence/review.ts'
import { Page } from '../ui/page.tsx'
import { renderPage } from '../ui/render.ts'
import type { CareHome } from './home.ts'
import { paths } from './paths.ts'

export interface CarePageProps {
  readonly home: CareHome
  readonly title: string
  readonly tone?: 'plain' | 'alarm'
  readonly islands?: readonly string[]
  readonly children: ComponentChildren
}

/** Shown on every page once the knowledge is past its review date (H-19). */
const reviewDue = 'Our advice is past its review date. Use it with care, and ring 111 if you are not sure.'

/** The standing note at the foot of every page. */
export const notSignedOff = 'Not signed off by a clinician yet. It does not replace a doctor, nurse or physio.'

const footLinks = [
  { href: paths.emergency, text: 'Emergency signs' },
  { href: paths.today, text: 'Today' },
  { href: paths.diary, text: 'My diary' },
  { href: paths.prevent, text: 'Keep it away' },
  { href: paths.safety, text: 'Safety and privacy' },
  { href: paths.record, text: 'My record' },
  { href: paths.about, text: 'About' },
]

/** A care page as a whole document. */
export function CarePage({ home, title, tone, islands, children }: CarePageProps) {
  return (
    <Page
      title={title}
      assets={home.assets}
      homeHref={paths.home}
      leaveHref={paths.leave}
      footLinks={footLinks}
      footNote={notSignedOff}
      {...(tone && { tone })}
      {...(islands && { islands })}
    >
      {reviewIsDue(home.now()) && <p class="callout">{reviewDue}</p>}
      {children}
    </Page>
  )
}

type PageStatus = 200 | 400 | 404 | 405 | 409 | 413 | 415 | 422 | 500

/** Answers with a page. `holdsAnswers`: it carries what a person told us, so no cache may keep it. */
export function show(c: Context, page: VNode, status: PageStatus = 200, holdsAnswers: 'holdsAnswers' | '' = '') {
  c.header('Cache-Control', holdsAnswers ? 'no-store' : 'no-cache')
  return c.html(renderPage(page), status)
}
