/** One letter: written while it is a draft; later what became of it, and what can still be done. */
import type { Piece } from '../../../clinic/letters/guide-pages.ts'
import { longestOpening, longestSubject, mostPages, type TypedLetter } from '../../../clinic/letters/letter-form.ts'
import { topicIds, topics } from '../../../clinic/letters/topics.ts'
import type { NotArrived } from '../../../clinic/letters/who-reads.ts'
import type { StaffLetter } from '../../../clinic/letters/read-letters.ts'
import { Button } from '../../ui/button.tsx'
import { errorOf, type Problem } from '../../ui/error-summary.tsx'
import { RadioGroup, Tick } from '../../ui/form-parts.tsx'
import { LineField, TextField } from '../../ui/typed-fields.tsx'
import { ConsolePage, type Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { PostButton, ToLetters } from '../console-parts.tsx'
import { consolePaths } from '../console-paths.ts'
import { FormPage } from '../form-page.tsx'
import type { Offer } from '../../../clinic/letters/offers.ts'
import { chipOf, letterWhen } from './letter-words.ts'
import { NoMailLeaves } from './no-mail-leaves.tsx'

interface Shown {
  readonly home: ConsoleHome
  readonly here: Here
  readonly zone: string
  readonly said?: string | undefined
}

interface WriteProps extends Omit<Shown, 'zone'> {
  readonly letterId: string
  /** `null`: it is kept for the first time. */
  readonly version: number | null
  readonly typed: TypedLetter
  readonly pieces: readonly Piece[]
  /** The offers that it can carry. */
  readonly offers: readonly Offer[]
  readonly problems: readonly Problem[]
}

/** The form, with the guide's pages to choose from. */
export function WriteLetterPage({ home, here, letterId, version, typed, pieces, offers, problems, said }: WriteProps) {
  const title = version === null ? 'Write a letter' : 'Change the letter'
  const pagesError = errorOf('pages', problems)
  return (
    <FormPage {...{ home, here, title, problems }} above={<ToLetters />}>
      {said && (
        <p class="callout" role="status">
          {said}
        </p>
      )}
      <form
        method="post"
        action={version === null ? consolePaths.letters : consolePaths.letter(letterId)}
        novalidate
        class="letter-write"
      >
        <input type="hidden" name="letter" value={letterId} />
        {version !== null && <input type="hidden" name="version" value={version} />}
        <LineField
          name="subject"
          legend="Subject"
          hint={`${longestSubject} characters at most. Say nothing of anybody’s health: others may see it.`}
          error={errorOf('subject', problems)}
          typed={typed.subject}
          autocomplete="off"
        />
        <TextField
          name="opening"
          legend="First words"
          hint="One paragraph. “Hello.” stands before it, if you write no greeting. What helps and how sure we are stands in the guide, so promise nothing here."
          error={errorOf('opening', problems)}
          limit={longestOpening}
          typed={typed.opening}
        />
        <RadioGroup
          name="topic"
          legend="What is it about?"
          error={errorOf('topic', problems)}
          options={topicIds.map((value) => ({ value, text: topics[value].name }))}
          chosen={typed.topic}
        />
        <OfferChoice {...{ offers, typed, problems }} />
        <fieldset id="pages" class={pagesError ? 'wrong' : undefined} aria-describedby={pagesError && 'pages-error'}>
          <legend>Pages of the guide, {mostPages} at most</legend>
          {pagesError && (
            <p id="pages-error" class="error">
              {pagesError}
            </p>
          )}
          <div class="letter-pages">
            {pieces.map(({ page, title: name, short }) => (
              <Tick key={page} name="page" value={page} text={name} note={short} ticked={typed.pages.includes(page)} />
            ))}
          </div>
        </fieldset>
        <div class="actions">
          <Button look="go">Keep it and look</Button>
        </div>
      </form>
    </FormPage>
  )
}

/** The offer that it carries; nothing where there is none to choose. */
function OfferChoice({ offers, typed, problems }: Pick<WriteProps, 'offers' | 'typed' | 'problems'>) {
  if (offers.length === 0 && !typed.offer) return null
  return (
    <RadioGroup
      name="offer"
      legend="An offer in it?"
      hint="Only readers of the clinic’s news said yes to offers."
      error={errorOf('offer', problems)}
      options={[
        { value: '', text: 'No offer' },
        ...offers.map(({ offerId, words, code }) => ({ value: offerId, text: `${words} (${code})` })),
      ]}
      chosen={typed.offer ?? ''}
    />
  )
}

interface ResultProps extends Shown {
  readonly letter: StaffLetter
  readonly missing: readonly NotArrived[]
}

/** What became of a letter that runs or ran, or that has its time. */
export function LetterPage({ home, here, zone, letter, missing, said }: ResultProps) {
  const { letterId, subject, state, counts } = letter
  const { intoFiles } = home.frame
  const now = home.now().epochMilliseconds
  const act = (what: string, words: string, look?: 'go') => (
    <PostButton action={consolePaths.letterActs(letterId)} fields={{ do: what }} {...(look && { look })}>
      {words}
    </PostButton>
  )
  return (
    <ConsolePage home={home} here={here} title="Letter">
      <ToLetters />
      <h1 tabindex={-1} data-focus>
        <bdi>{subject}</bdi>
      </h1>
      {said && (
        <p class="callout" role="status">
          {said}
        </p>
      )}
      <p>
        <span class="chip">{chipOf(letter, { now, intoFiles })}</span> {topics[letter.topic].name}.{' '}
        {letterWhen(letter, { zone, now, intoFiles })} {letter.perMinute} a minute at most.
      </p>
      <NoMailLeaves home={home} />
      <div class="letter-acts">
        {state === 'scheduled' && act('taken-back', 'Take it back')}
        {state === 'running' && act('stopped', 'Stop it')}
        {state === 'stopped' && act('went-on', 'Let it go on', 'go')}
        {state === 'finished' &&
          missing.some(({ fate }) => fate === 'not-now') &&
          act('sent-to-missing', 'Send to the missing')}
        <a class="button" href={consolePaths.lookAtLetter(letterId)}>
          Look at it
        </a>
      </div>
      {state !== 'scheduled' && <Counts {...{ counts, intoFiles }} />}
      {missing.length > 0 && <Missing missing={missing} letterId={letterId} />}
      <section class="panel">
        <h2>What we do not know</h2>
        <p>
          Who opened it, who pressed a link, which phone, which town. There is no pixel in a letter, and its links to
          the guide are the same for everybody.
        </p>
      </section>
    </ConsolePage>
  )
}

type CountsProps = Pick<StaffLetter, 'counts'> & { readonly intoFiles: boolean | undefined }

function Counts({ counts, intoFiles }: CountsProps) {
  const all: readonly (readonly [string, number, string])[] = [
    ['readers', counts.readers, 'who had said yes'],
    intoFiles
      ? ['made into files', counts.handedOver, 'on this server, sent to nobody']
      : ['handed over', counts.handedOver, 'taken by their mail server'],
    ['waiting', counts.waiting, 'to be sent, or tried again'],
    ['bounced', counts.bounced, 'came back'],
    ['given up', counts.givenUp, 'no way in three days'],
    ['not sent', counts.dropped, 'left, or not this week'],
    ['left', counts.left, 'since it began'],
  ]
  return (
    <section class="panel" aria-label="Result">
      <dl class="letter-counts">
        {all.map(([name, count, note]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <b>{count}</b> <span class="small quiet">{note}</span>
            </dd>
          </div>
        ))}
      </dl>
      {counts.inDoubt > 0 && (
        <p class="callout">
          {counts.inDoubt === 1 ? 'One of them' : `${counts.inDoubt} of them`} may have come twice: our server was
          stopped while it was being handed over. Everybody else got it once.
        </p>
      )}
    </section>
  )
}

const fateWords: Readonly<Record<NotArrived['fate'], string>> = {
  stopped: 'No more letters go there.',
  trying: 'It is tried again.',
  'not-now': 'This one is not tried again. The next letter is.',
}

function Missing({ missing, letterId }: { readonly missing: readonly NotArrived[]; readonly letterId: string }) {
  return (
    <section class="panel" aria-labelledby="missing">
      <h2 id="missing">Has not arrived</h2>
      <ul class="plain-list">
        {missing.map(({ letterMailId, shownAddress, why, fate }) => (
          <li key={letterMailId}>
            <p>
              <strong>{shownAddress}</strong> {fateWords[fate]}
            </p>
            <p class="small quiet">
              <bdi>{why}</bdi>
            </p>
            {fate === 'stopped' && (
              <PostButton
                action={consolePaths.letterActs(letterId)}
                fields={{ do: 'allowed', mail: letterMailId }}
                look="small"
                about={shownAddress}
              >
                Write to it again
              </PostButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
