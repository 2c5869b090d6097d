/** After the door: what was sent or typed when the screen locked comes back, or it is said that it cannot. */
import { ConsolePage } from '../console/console-frame.tsx'
import { ButtonLink } from '../ui/button.tsx'
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

/**
 * One page for both. With scripts what was typed goes back into its form, where all that a press does stands around the button;
 * without them the words stand here to be copied. Nothing is sent from here: this page cannot say what it would do.
 */
export function KeptPage({ home, onward, kept }: KeptPageProps) {
  if (!kept) return <NotKeptPage {...{ home, onward }} />
  const isSent = kept.was === 'sent'
  const title = isSent ? 'What you sent is still here' : 'What you typed is still here'
  return (
    <ConsolePage home={home} title={title} islands={['kept-form']}>
      <OverTheDoor home={home} />
      <Heading>{title}</Heading>
      <p>
        The screen had locked, so nothing was done with it. Go back to the form, look it over, and press its button
        again.
      </p>
      {ownWords(kept).map((words) => (
        <p key={words} class="as-sent">
          {words}
        </p>
      ))}
      <form method="post" action={kept.to} data-kept-for={onward} data-kept-was={kept.was}>
        <CarriedFields fields={kept.fields} />
        <div class="actions">
          <ButtonLink href={onward} look="go">
            Go back to the form
          </ButtonLink>
        </div>
      </form>
    </ConsolePage>
  )
}

function NotKeptPage({ home, onward }: Omit<KeptPageProps, 'kept'>) {
  const title = 'There is nothing of yours to give back'
  return (
    <ConsolePage home={home} title={title}>
      <OverTheDoor home={home} />
      <Heading>{title}</Heading>
      <p>
        What is sent or typed when the screen locks is kept for {keptMinutes} minutes, and only for whoever did it.
        Nothing was done with it. If it was yours, please type it once more.
      </p>
      <div class="actions">
        <ButtonLink href={onward} look="go">
          Go back to the form
        </ButtonLink>
      </div>
    </ConsolePage>
  )
}
