/**
 * Shown instead of a page of the programme, the diary or prevention where no record can be kept: on the server at the very
 * first visit, without scripts, or in some private windows. Says what to do, and keeps every safe way open.
 */
import type { ComponentChildren } from 'preact'
import { ButtonLink } from '../ui/button.tsx'
import { CarePage } from './care-page.tsx'
import type { CareHome } from './home.ts'
import { paths } from './paths.ts'

/**
 * @param title what the page would have been
 * @param here  the page's own address, to load again
 * @param children what can be shown without a record
 */
export function NeedsRecordPage({
  home,
  title,
  here,
  children,
}: {
  home: CareHome
  title: string
  here: string
  children?: ComponentChildren
}) {
  return (
    <CarePage home={home} title={title}>
      <h1>{title}</h1>
      <p>This part is kept on your own device and nowhere else. It could not be opened here yet.</p>
      <p>
        Load this page again. If that does not help, allow scripts for this page, or leave the private window. Nothing
        is lost.
      </p>
      {children}
      <div class="actions">
        <ButtonLink href={here} look="go">
          Load again
        </ButtonLink>
        <ButtonLink href={paths.check} wide>
          Start the check
        </ButtonLink>
        <ButtonLink href={paths.emergency} wide>
          Emergency signs: see them all
        </ButtonLink>
      </div>
    </CarePage>
  )
}
