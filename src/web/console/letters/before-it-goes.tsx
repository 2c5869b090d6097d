/** Beside a letter that is looked at: its pages in their order, what is to be looked at before it goes, and sending it now. */
import { longestSubject } from '../../../clinic/letters/letter-form.ts'
import { inOrderOf } from '../../../clinic/letters/page-order.ts'
import type { StaffLetter } from '../../../clinic/letters/read-letters.ts'
import { topics } from '../../../clinic/letters/topics.ts'
import type { Readers } from '../../../clinic/letters/who-reads.ts'
import { Button } from '../../ui/button.tsx'
import { PostButton } from '../console-parts.tsx'
import { consolePaths } from '../console-paths.ts'

/** So long after “Send it now” it begins, so that it can still be taken back, in minutes. [C] */
export const graceMinutes = 2

/** Each page with how sure the guide is of it, and, while it is a draft, with a way up and down. Works without scripts. */
export function PagesInOrder({ letter }: { readonly letter: StaffLetter }) {
  const { letterId, version, pages, pieces, state } = letter
  if (pieces.length === 0) return null
  const move = (page: string, by: -1 | 1, words: string, title: string) => {
    const order = inOrderOf(pages, page, by)
    return (
      order && (
        <PostButton
          action={consolePaths.letterActs(letterId)}
          fields={{ do: 'moved', version: String(version), order: order.join(' ') }}
          look="small"
          about={title}
        >
          {words}
        </PostButton>
      )
    )
  }
  return (
    <section class="panel" aria-labelledby="order">
      <h2 id="order">Its pages, in their order</h2>
      <ol>
        {pieces.map(({ page, title, sure = [] }) => (
          <li key={page}>
            <p>
              <strong>{title}</strong> <span class="small quiet">{sureWords(sure)}</span>
            </p>
            {state === 'draft' && pages.length > 1 && (
              <div class="letter-acts">
                {move(page, -1, 'Up', title)}
                {move(page, 1, 'Down', title)}
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

const sureWords = (sure: readonly string[]) => (sure.length > 0 ? sure.join(' ') : 'It grades no treatment.')

interface BeforeProps {
  readonly letter: StaffLetter
  readonly readers: readonly Readers[]
  readonly plain: string
}

/** What is to be looked at, as it is now. What a press would refuse is said there, not here. */
export function BeforeItGoes({ letter, readers, plain }: BeforeProps) {
  const { subject, topic, pieces, offerId } = letter
  const own = readers.find((one) => one.topic === topic)
  const graded = pieces.filter(({ sure = [] }) => sure.length > 0).length
  return (
    <section class="panel" aria-labelledby="before">
      <h2 id="before">Before it goes</h2>
      <dl class="letter-before">
        <dt>Subject</dt>
        <dd>
          “<bdi>{subject}</bdi>”, {[...subject].length} of {longestSubject} characters.
        </dd>
        <dt>Plain text</dt>
        <dd>Made by itself: {plain.trim().split(/\s+/).length} words. It goes along with the picture.</dd>
        <dt>Pages of the guide</dt>
        <dd>
          {pieces.length === 0 ? 'None.' : `${pieces.length}, and ${graded} of them say how sure we are.`}
          {offerId !== null && ' It carries an offer.'}
        </dd>
        <dt>Who gets it</dt>
        <dd>
          <strong>{own?.willGet ?? 0}</strong> who said yes to “{topics[topic].name}”, as it is now. Nobody gets it
          twice.
        </dd>
        <dt>Who is left out</dt>
        <dd>
          Left: {own?.left ?? 0}. Does not arrive: {own?.stopped ?? 0}. Whoever shares a check with the clinic gets none
          for a week. Each is looked at once more when it is their turn.
        </dd>
        <dt>When</dt>
        <dd>It has no time yet. Choose one below, or send it now.</dd>
      </dl>
    </section>
  )
}

interface SendNowProps {
  readonly letter: StaffLetter
  readonly count: number
  readonly paces: readonly number[]
  /** Was it pressed once, so that it is asked whether it is meant? */
  readonly isAsked: boolean
}

/** One press asks, the next one sends. */
export function SendNow({ letter, count, paces, isAsked }: SendNowProps) {
  const { letterId, version, perMinute } = letter
  if (!isAsked)
    return (
      <p>
        <a class="button" href={`${consolePaths.lookAtLetter(letterId)}?now=yes#now`}>
          Send it now
        </a>
      </p>
    )
  return (
    <form id="now" method="post" action={consolePaths.letterActs(letterId)} class="callout warn">
      <input type="hidden" name="do" value="now" />
      <input type="hidden" name="version" value={version} />
      <h3>Send it to {count === 1 ? 'one reader' : `${count} readers`} now?</h3>
      <p>
        It begins in {graceMinutes} minutes. Until then you can take it back, and stop it while it runs. A mail that has
        gone cannot be called back.
      </p>
      <label class="ask" for="paceNow">
        How fast
      </label>
      <select class="field" id="paceNow" name="perMinute">
        {paces.map((pace) => (
          <option key={pace} value={pace} selected={pace === perMinute}>
            {pace} a minute
          </option>
        ))}
      </select>
      <div class="actions">
        <Button look="go">Yes, send it now</Button>
        <a class="button plain" href={consolePaths.lookAtLetter(letterId)}>
          No, not yet
        </a>
      </div>
    </form>
  )
}
