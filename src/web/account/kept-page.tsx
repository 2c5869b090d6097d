/** After the door: what was sent or typed when the screen locked comes back, or it is said that it cannot. */
import { ConsolePage } from '../console/console-frame.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { CarriedFields } from '../ui/carried-fields.tsx'
import type { AccountHome } from './account-home.ts'
import { Heading, OverTheDoor } from './door-parts.tsx'
import { type KeptForm, keptMinutes, ownWords } from './kept-form.ts'

interface KeptPageProps {
  readonly home: AccountHome
  /** The page on which the form stood. */
  readonly onward: string
  readonly kept: KeptForm | undefined
}

/** One page for both; nothing is done before a button is pressed. */
export function KeptPage({ home, onward, kept }: KeptPageProps) {
  if (!kept) return <NotKeptPage {...{ home, onward }} />
  const isSent = kept.was === 'sent'
  const title = isSent ? 'What you sent is still here' : 'What you typed is still here'
  return (
    <ConsolePage home={home} title={title} islands={isSent ? [] : ['kept-form']}>
      <OverTheDoor home={home} />
      <Heading>{title}</Heading>
      <p>The screen had locked, so nothing was done with it.</p>
      {ownWords(kept).map((words) => (
        <p key={words} class="as-sent">
          {words}
        </p>
      ))}
      <form method="post" action={kept.to} {...(!isSent && { 'data-kept-for': onward })}>
        <CarriedFields fields={kept.fields} />
        <div class="actions">
          {isSent && <Button look="go">Send it now</Button>}
          <ButtonLink href={onward} {...(!isSent && { look: 'go' })}>
            {isSent ? 'Do not send it' : 'Go back to the form'}
          </ButtonLink>
        </div>
      </form>
    </ConsolePage>
  )
}

function NotKeptPage({ home, onward }: Omit<KeptPageProps, 'kept'>) {
  const title = 'What you sent is gone'
  return (
    <ConsolePage home={home} title={title}>
      <OverTheDoor home={home} />
      <Heading>{title}</Heading>
      <p>
        It was kept for {keptMinutes} minutes, and only for whoever had typed it. Nothing was done with it. Please type
        it once more.
      </p>
      <div class="actions">
        <ButtonLink href={onward} look="go">
          Go back to the form
        </ButtonLink>
      </div>
    </ConsolePage>
  )
}
