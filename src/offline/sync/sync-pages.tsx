/** The pages of the locked copy: what it is, the words shown once, words typed, and how it stands. They decide nothing. */
import type { EpochMs } from '../../care/evidence/time.ts'
import { CarePage } from '../../web/care/care-page.tsx'
import type { CareHome } from '../../web/care/home.ts'
import { paths } from '../../web/care/paths.ts'
import { whenWords } from '../../web/care/when-words.ts'
import { Button, ButtonLink } from '../../web/ui/button.tsx'
import { ErrorSummary } from '../../web/ui/error-summary.tsx'
import { LineField } from '../../web/ui/typed-fields.tsx'
import { Callout } from '../../web/ui/text-parts.tsx'
import { askedWordName, askedWords } from './recovery-words.ts'
import type { Gone } from './sync-place.ts'
import type { Synced } from './sync-record.ts'
import { exactly } from '../../web/ui/said-exactly.ts'

/** Where people sign in; a page of the server. */
const signInPath = '/account/sign-in'
const title = 'A locked copy in my account'

interface PageProps {
  readonly home: CareHome
  /** What became of the last press. */
  readonly said?: string | undefined
  readonly isSignedOut?: boolean
}

const Said = ({ said, isSignedOut = false }: Pick<PageProps, 'said' | 'isSignedOut'>) => (
  <>
    {said && (
      <p class="callout" role="status">
        {said}
      </p>
    )}
    {isSignedOut && (
      <div class="actions">
        <ButtonLink href={signInPath} look="go">
          Sign in
        </ButtonLink>
      </div>
    )}
  </>
)

/** It is off on this device: what it would mean. `hasCopy`: a copy stands in the account, so far as is known. */
export function SyncOffPage({ home, said, isSignedOut = false, hasCopy = false }: PageProps & { hasCopy?: boolean }) {
  return (
    <CarePage home={home} title={title}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <Said said={said} isSignedOut={isSignedOut} />
      <p>
        Your record is kept on this device. If you wish, a locked copy goes to your account. Then a second device can
        have it too, and a lost phone does not lose it.
      </p>
      <p>
        It is locked on this device, before it goes. The key is twelve words. We never have them.{' '}
        <strong>If you lose the words and your devices, nobody can open the copy: not you, and not we.</strong>
      </p>
      <p>What you told us about safety at home is never in it.</p>
      <form method="post" action={paths.recordSync}>
        <div class="actions">
          <Button look="go" wide name="do" value="make">
            Make my twelve words
          </Button>
          <Button wide name="do" value="type">
            I have my words
          </Button>
          {hasCopy && (
            <Button wide name="do" value="remove">
              Delete the copy in my account
            </Button>
          )}
        </div>
      </form>
      <p>
        <a href={paths.record}>Back to my record</a>
      </p>
    </CarePage>
  )
}

/** The words, shown this once. Nothing has been sent yet. */
export function NewWordsPage({ home, words }: PageProps & { words: string }) {
  return (
    <CarePage home={home} title="Your twelve words">
      <h1 tabindex={-1} data-focus>
        Your twelve words
      </h1>
      <p>
        Write them on paper now, in this order. They are shown this once, and kept nowhere. If you load this page again,
        the words are new ones: then only the new ones count.
      </p>
      <ol class="recovery-words" {...exactly}>
        {words.split(' ').map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ol>
      <Callout title="Keep them apart from this device" look="warn">
        <p>Whoever has these words and your account can read your record. Without them nobody can.</p>
      </Callout>
      <form method="post" action={paths.recordSync}>
        <input type="hidden" name="words" value={words} />
        <div class="actions">
          <Button look="go" wide name="do" value="written">
            I have written them down
          </Button>
          <ButtonLink href={paths.recordSync} wide>
            Not now
          </ButtonLink>
        </div>
      </form>
    </CarePage>
  )
}

interface AskedWordsProps extends PageProps {
  readonly words: string
  /** What was typed, and what is wrong with it, by the word's place from 1. */
  readonly typed?: ReadonlyMap<number, string>
  readonly wrong?: readonly number[]
}

/** Three words off the paper: what was written down must be what the record is locked with. Nothing has been sent yet. */
export function AskedWordsPage({ home, words, typed, wrong = [], ...after }: AskedWordsProps) {
  const heading = 'Three words from your paper'
  const problems = wrong.map((place) => ({ field: askedWordName(place), text: wrongWord(place) }))
  return (
    <CarePage home={home} title={wrong.length > 0 ? `Error: ${heading}` : heading}>
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} {...(wrong.length === 0 && { 'data-focus': true })}>
        {heading}
      </h1>
      <Said {...after} />
      <p>So that you know that the words on your paper open the copy.</p>
      <form method="post" action={paths.recordSync} autocomplete="off">
        <input type="hidden" name="words" value={words} />
        {askedWords.map((place) => (
          <LineField
            key={place}
            name={askedWordName(place)}
            legend={`Word ${place}`}
            typed={typed?.get(place) ?? ''}
            error={wrong.includes(place) ? wrongWord(place) : undefined}
            autocomplete="off"
            exact
          />
        ))}
        <div class="actions">
          <Button look="go" wide name="do" value="start">
            Lock my record and send the copy
          </Button>
          <Button wide name="do" value="again">
            Show me the words again
          </Button>
          <ButtonLink href={paths.recordSync} wide>
            Not now
          </ButtonLink>
        </div>
      </form>
    </CarePage>
  )
}

const wrongWord = (place: number) => `Word ${place} is another one. Look at your paper, or at the words again`

/** Words of another device, to be typed. */
export function TypeWordsPage({ home, typed = '', problem }: PageProps & { typed?: string; problem?: string }) {
  return (
    <CarePage home={home} title={problem ? 'Error: Type your twelve words' : 'Type your twelve words'}>
      <ErrorSummary problems={problem ? [{ field: 'words', text: problem }] : []} />
      <h1 tabindex={-1} {...(!problem && { 'data-focus': true })}>
        Type your twelve words
      </h1>
      <p>
        Lost the words? Then nobody can open the copy: not you, and not we. Delete it, and make new words on a device
        that still has your record.
      </p>
      <form method="post" action={paths.recordSync} autocomplete="off">
        <LineField
          name="words"
          legend="The words, in their order"
          hint="With a space between each. Capitals and numbers do not matter."
          typed={typed}
          error={problem}
          autocomplete="off"
          exact
        />
        <div class="actions">
          <Button look="go" wide name="do" value="join">
            Open the copy
          </Button>
          <ButtonLink href={paths.recordSync} wide>
            Not now
          </ButtonLink>
        </div>
      </form>
    </CarePage>
  )
}

/** Both hold something, and of different records: mixing two people's could give one of them the wrong plan. */
export function BothMinePage({ home, words }: PageProps & { words: string }) {
  return (
    <CarePage home={home} title="Are both yours?">
      <h1 tabindex={-1} data-focus>
        Are both yours?
      </h1>
      <p>
        There is a record on this device already, and the copy comes from another one. If both are yours, join them. If
        one is somebody else’s, do not: two people’s answers and doses would be mixed up, and nobody can part them
        again.
      </p>
      <form method="post" action={paths.recordSync}>
        <input type="hidden" name="words" value={words} />
        <input type="hidden" name="mine" value="yes" />
        <div class="actions">
          <ButtonLink href={paths.recordSync} look="go" wide>
            Do not join them
          </ButtonLink>
          <Button wide name="do" value="join">
            Both are mine. Join them
          </Button>
        </div>
      </form>
    </CarePage>
  )
}

/** Before the copy is deleted: what is lost with it. */
export function RemovePage({ home, isEmptyHere }: PageProps & { isEmptyHere: boolean }) {
  const heading = 'Delete the copy in my account?'
  return (
    <CarePage home={home} title={heading}>
      <h1 tabindex={-1} data-focus>
        {heading}
      </h1>
      <p>
        {isEmptyHere
          ? 'There is no record on this device. If no other device of yours has it, it is lost for good.'
          : 'Your record stays on this device. What another device sent, and this one does not have, is lost with the copy.'}{' '}
        Nobody can bring it back.
      </p>
      <form method="post" action={paths.recordSync}>
        <input type="hidden" name="sure" value="yes" />
        <div class="actions">
          <ButtonLink href={paths.recordSync} look="go" wide>
            Keep it
          </ButtonLink>
          <Button wide name="do" value="remove">
            Delete it
          </Button>
        </div>
      </form>
    </CarePage>
  )
}

/** What is known of a copy that may be there no more. Which account it was in, this device never knew. */
const goneWords: Readonly<Record<Gone, string>> = {
  copy: 'When this device last asked, there was no copy in your account.',
  account: 'An account was deleted in this browser. If the copy was in it, the copy is gone too.',
}

interface SyncOnProps extends PageProps {
  readonly at: EpochMs | null
  readonly gone?: Gone | undefined
  /** Why the last try came to nothing. */
  readonly why?: Exclude<Synced, { ok: true }>['why'] | undefined
}

/** The copy is on: how it stands, and how it ends. */
export function SyncOnPage({ home, said, isSignedOut = false, at, gone, why }: SyncOnProps) {
  return (
    <CarePage home={home} title={title}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <Said said={said} isSignedOut={isSignedOut} />
      <p>
        {gone ? goneWords[gone] : 'It is on for this device.'}{' '}
        {at === null ? 'They have not been in step yet.' : `Last in step: ${whenWords(at, home)}.`} Only your twelve
        words open the copy.
      </p>
      <p>What you write goes there when you press the button. Nothing goes by itself.</p>
      {why === 'gone' && (
        <form method="post" action={paths.recordSync}>
          <input type="hidden" name="anew" value="yes" />
          <div class="actions">
            <Button wide name="do" value="step">
              Put a copy into this account
            </Button>
          </div>
        </form>
      )}
      <form method="post" action={paths.recordSync}>
        <div class="actions">
          <Button look="go" wide name="do" value="step">
            Bring both in step
          </Button>
          {why === 'otherWords' && (
            <Button wide name="do" value="type">
              I have the newer words
            </Button>
          )}
          <Button wide name="do" value="off">
            Turn it off on this device
          </Button>
          <Button wide name="do" value="remove">
            Delete the copy in my account
          </Button>
        </div>
      </form>
      <p>
        <a href={paths.record}>Back to my record</a>
      </p>
    </CarePage>
  )
}
