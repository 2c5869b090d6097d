/** The button that makes somebody's own plan into a file, with what it sends; and why there is no file. */
import type { ComponentChildren } from 'preact'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { CarePage } from '../care-page.tsx'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import type { WhyNoPaper } from './paper-made.ts'

/** What is sent is said before it is sent. @param what in few words */
export function PaperForm({ to, what, children }: { to: string; what: string; children?: ComponentChildren }) {
  return (
    <form method="post" action={to} class="own-paper no-print">
      {children}
      <Button>Make an accessible PDF</Button>
      <p class="quiet small">
        This sends {what} to our server. It makes the file and keeps nothing. It needs the network; printing does not.
      </p>
    </form>
  )
}

const reasons: Readonly<Record<WhyNoPaper, string>> = {
  away: 'We could not reach our server. It makes the file, so this needs the network.',
  busy: 'Our server makes many files just now. Please try again in a minute.',
  none: 'Our server cannot make such files.',
  refused: 'Our server did not know a part of your plan. One of the two may be an older version.',
}

/** No file, why, and what works without one. @param back the page that it is of */
export function NoPaperPage({ home, why, back }: { home: CareHome; why: WhyNoPaper; back: 'plan' | 'programme' }) {
  return (
    <CarePage home={home} title="There is no file this time">
      <h1 tabindex={-1} data-focus>
        There is no file this time
      </h1>
      <p>{reasons[why]} Nothing is lost.</p>
      <p>Open your plan and print it. In the print window you can also save it as a PDF.</p>
      <div class="actions">
        <ButtonLink href={paths[back]} look="go">
          Back to my plan
        </ButtonLink>
        {home.notebook && <ButtonLink href={paths.report}>A page for a doctor or physio</ButtonLink>}
      </div>
    </CarePage>
  )
}
