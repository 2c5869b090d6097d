/**
 * Shown instead of a page of the programme, the diary or prevention where no record can be kept: on the server at the very
 * first visit, without scripts, or in some private windows. Says what to do, and keeps every safe way open.
 */
import type { ComponentChildren } from 'preact'
import { Button, ButtonLink } from '../ui/button.tsx'
import { CarriedFields } from '../ui/carried-fields.tsx'
import { CarePage } from './care-page.tsx'
import type { CareHome } from './home.ts'
import { paths } from './paths.ts'
import type { SentForm } from './sent-form.ts'

/**
 * @param title what the page would have been
 * @param here  the page's own address, to load again
 * @param sent what a form brought that could not be kept: it goes once more by one press
 * @param children what can be shown without a record
 */
export function NeedsRecordPage({
  home,
  title,
  here,
  sent,
  children,
}: {
  home: CareHome
  title: string
  here: string
  sent?: SentForm | undefined
  children?: ComponentChildren
}) {
  return (
    <CarePage home={home} title={title}>
      <h1>{title}</h1>
      <p>This part is kept on your own device and nowhere else. It could not be opened here yet.</p>
      {sent && <StillHere sent={sent} />}
      {home.kind === 'device' ? (
        <WhyNotOnThisDevice isSent={sent !== undefined} />
      ) : (
        <WhyNotFromTheServer again={sent ? 'Keep it' : null} />
      )}
      {children}
      <div class="actions">
        {!sent && (
          <ButtonLink href={here} look="go">
            Load again
          </ButtonLink>
        )}
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

/** Nothing typed is lost: while this page is looked at the worker comes back, and takes the form. */
function StillHere({ sent: { path, fields } }: { sent: SentForm }) {
  return (
    <form method="post" action={path} class="callout">
      <p>
        <strong>It is not kept yet, and it is still here.</strong> Wait a few seconds, then press “Keep it”.
      </p>
      <CarriedFields fields={fields} />
      <div class="actions">
        <Button look="go">Keep it</Button>
      </div>
    </form>
  )
}

/** Our own worker answers, so address and scripts are well: it is the device's store that does not open. */
function WhyNotOnThisDevice({ isSent }: { isSent: boolean }) {
  return (
    <>
      <p>Your browser did not open its store just now. The device may be full, or the store may be busy.</p>
      <p>
        {!isSent && 'Load this page again. '}If that does not help, close other tabs of this page, or make room on the
        device.
      </p>
    </>
  )
}

/** Nobody told the server which of these it is, so each is said with how to see that it is that one. */
function WhyNotFromTheServer({ again }: { again: string | null }) {
  return (
    <>
      <p>
        {again
          ? `Press “${again}”: mostly that is all it needs.`
          : 'Load this page again: at a first visit that is all it needs.'}{' '}
        If that does not help, one of these may be why:
      </p>
      <ul>
        <li>
          The address above does not begin with https. A browser keeps no record then. Only localhost, on this same
          device, does not need https. Ask whoever runs this page for an https address.
        </li>
        <li>Scripts are switched off for this page.</li>
        <li>This is a private window, and your browser keeps nothing in it.</li>
      </ul>
      <p>The check and your plan work without it.</p>
    </>
  )
}
