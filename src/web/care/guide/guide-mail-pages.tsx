/** What is said when a guide was asked for by email, and to whoever did not ask. Looking changes nothing. */
import { Button, ButtonLink } from '../../ui/button.tsx'
import { CarePage } from '../care-page.tsx'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'

/**
 * The same words whether a mail goes out or not: nobody learns from them what an address was sent.
 * @param intoFiles no mail server is named: what would be sent is written into files of the server's own
 */
export function GuideMailAskedPage({ home, intoFiles }: { readonly home: CareHome; readonly intoFiles: boolean }) {
  const title = intoFiles ? 'Asked for, but not sent from here' : 'Check your email'
  return (
    <CarePage home={home} title={title} learn>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      {intoFiles ? <IntoFiles /> : <Sent />}
      <div class="actions">
        <ButtonLink href={paths.guidePdfs}>Back to the guides</ButtonLink>
      </div>
    </CarePage>
  )
}

const IntoFiles = () => (
  <p>
    Here no mail leaves: each one becomes a file on this server. To have the guide now, go back and download it. It
    needs no address.
  </p>
)

function Sent() {
  return (
    <>
      <p>If we may write to that address, the mail with the guide comes in a few minutes.</p>
      <p>
        Nothing there? Look in your junk mail. We send the same guide once an hour at most, and five guides a day to one
        address.
      </p>
    </>
  )
}

/** @param isStopped no guide goes there now */
export function NoGuidesPage({ home, isStopped }: { readonly home: CareHome; readonly isStopped: boolean }) {
  const title = isStopped ? 'No guide comes to your address' : 'Stop guides to your address?'
  return (
    <CarePage home={home} title={title} learn>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      {isStopped ? (
        <p>We send no guide there for now. To know that, we keep a code made from the address, not the address.</p>
      ) : (
        <>
          <p>Somebody typed your address to get a guide from us. You are on no list, and no more mail comes of it.</p>
          <p>Press the button, and for three months nobody can have a guide sent to you.</p>
          <form method="post">
            <Button look="go">Send no guides here</Button>
          </form>
        </>
      )}
    </CarePage>
  )
}

/** A link that this installation did not make, or that was cut short; or, `isAway`, no database now. */
export function NoGuidesLinkPage({ home, isAway }: { readonly home: CareHome; readonly isAway: boolean }) {
  const title = isAway ? 'This does not work just now' : 'This link does not work'
  return (
    <CarePage home={home} title={title} learn>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <p>
        {isAway
          ? 'Nothing was changed. Please try again in a few minutes.'
          : 'Part of it may be missing. Open it again from the email, or copy all of it.'}
      </p>
    </CarePage>
  )
}
