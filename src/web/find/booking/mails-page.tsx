/** The demonstration sends no mail: what it would have sent about a visit is read here, by whoever has its private link. */
import { FindPage } from '../frame.tsx'
import type { BookingHome } from '../find-home.ts'
import { bookingPaths } from './booking-paths.ts'

interface MailsPageProps {
  readonly home: BookingHome
  readonly path: string
  readonly token: string
  /** The text of each, the newest first. */
  readonly texts: readonly string[]
  /** Some are due and not written yet. */
  readonly isMoreToCome: boolean
}

/** Is there such a page here? */
export const hasMailPage = ({ readMail, frame }: BookingHome): boolean =>
  readMail !== undefined && frame.isDemonstration?.() === true

export function MailsPage({ home, path, token, texts, isMoreToCome }: MailsPageProps) {
  const title = 'Mail about this visit'
  return (
    <FindPage frame={home.frame} title={title} path={path}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <p>This demonstration sends no mail. This is what it would have sent.</p>
      {isMoreToCome && (
        <p>
          One is being written just now. <a href={path}>Look again</a> in a few seconds.
        </p>
      )}
      {texts.length === 0 && !isMoreToCome && <p>There is none yet.</p>}
      {texts.map((text, index) => (
        <article key={index} class="card">
          <pre class="mail-text">
            <LinkedText text={text} />
          </pre>
        </article>
      ))}
      <p>
        <a href={bookingPaths.visit(token)}>Back to the visit</a>
      </p>
    </FindPage>
  )
}

/** Addresses that stand alone in a line are links, as mail programs make them. */
function LinkedText({ text }: { readonly text: string }) {
  return (
    <>
      {text.split('\n').map((line, index) => {
        const address = /^https?:\/\/\S+$/.exec(line.trim())?.[0]
        return (
          <span key={index}>
            {address ? <a href={address}>{address}</a> : line}
            {'\n'}
          </span>
        )
      })}
    </>
  )
}
