/** A form for the server that could not be sent, with all that was in it: it goes by one press once there is a network. */
import { uk } from '../care/region.ts'
import { CarePage } from '../web/care/care-page.tsx'
import type { CareHome } from '../web/care/home.ts'
import { Button } from '../web/ui/button.tsx'
import { CallLink } from '../web/ui/call-button.tsx'
import { CarriedFields } from '../web/ui/carried-fields.tsx'

interface NotSentPageProps {
  readonly home: CareHome
  /** Where it was going. */
  readonly path: string
  /** What was in it; `null` where a page cannot hold it: a file, or what nobody else may read. */
  readonly fields: readonly (readonly [string, string])[] | null
}

export function NotSentPage({ home, path, fields }: NotSentPageProps) {
  return (
    <CarePage home={home} title="You are offline" saysWhomToCall>
      <h1 tabindex={-1} data-focus>
        You are offline
      </h1>
      <p>What you just sent may not have reached us.</p>
      {fields ? (
        <SendAgain path={path} fields={fields} look="go">
          It is still here. Send it again when you are online.
        </SendAgain>
      ) : (
        <p>Go back and send it again when you are online.</p>
      )}
      <p>
        In an emergency call <CallLink number={uk.emergencyNumber} />. For help that cannot wait, ring{' '}
        <CallLink number={uk.urgentNumber} />.
      </p>
    </CarePage>
  )
}

interface SendAgainProps {
  readonly path: string
  readonly fields: NonNullable<NotSentPageProps['fields']>
  readonly look?: 'go'
  readonly children: string
}

/** All that was in the form, and one press that sends it. */
const SendAgain = ({ path, fields, look, children }: SendAgainProps) => (
  <form method="post" action={path}>
    <p>{children} A visit is never booked, moved or cancelled twice.</p>
    <CarriedFields fields={fields} />
    <div class="actions">
      <Button {...(look && { look })}>Send it again</Button>
    </div>
  </form>
)

interface CameBackPageProps extends NotSentPageProps {
  /** The page on which the form was. */
  readonly from: string
}

/**
 * Back or forward led to what a form was answered with, and no browser keeps that. Nothing is known of the network, and nothing
 * is said of it: the page is opened anew, or the form goes once more, as the person likes.
 */
export function CameBackPage({ home, path, fields, from }: CameBackPageProps) {
  return (
    <CarePage home={home} title="You came back to a form" saysWhomToCall>
      <h1 tabindex={-1} data-focus>
        You came back to a form
      </h1>
      <p>You sent it before. It was not sent again now.</p>
      <div class="actions">
        <a class="button go" href={from}>
          Open the page anew
        </a>
      </div>
      {fields && (
        <SendAgain path={path} fields={fields}>
          What you sent is still here.
        </SendAgain>
      )}
    </CarePage>
  )
}
