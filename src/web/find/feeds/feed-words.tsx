/** What a page says of a calendar feed, the same to people and to staff. */
import type { Feed } from '../../../clinic/booking/calendar-feeds.ts'
import { momentWords } from '../booking/booking-words.ts'
import { Button } from '../../ui/button.tsx'
import { feedPaths } from './feed-paths.ts'

interface FeedFactsProps {
  readonly feed: Feed
  /** Where people reach this installation, without a slash at its end. */
  readonly origin: string
  readonly zone: string
  readonly now: number
}

/** The address, and how fresh what a calendar shows may be. */
export function FeedFacts({ feed, origin, zone, now }: FeedFactsProps) {
  const address = `${origin}${feedPaths.feed(feed.token)}`
  return (
    <>
      <label class="ask" for="feed">
        The address to put into your calendar program
      </label>
      <input class="field" id="feed" readonly value={address} />
      <p>
        <a href={address.replace(/^https?:/, 'webcal:')}>Open it in this device’s calendar</a>
      </p>
      <p>
        {feed.lastFetchedAt === null
          ? 'No calendar has fetched it yet.'
          : `A calendar fetched it last on ${momentWords(feed.lastFetchedAt, zone, now)}.`}{' '}
        Calendar programs look when they like. Google may take a day, so for something new trust the email or this page.
      </p>
      <p>
        Whoever has the address can see what is in it. If it got into other hands, make a new one: the old one ends.
      </p>
    </>
  )
}

/** Which feed a form was shown with: pressed twice, one new address is made. */
export const SeenFeed = ({ feed }: { readonly feed: Feed }) => (
  <input type="hidden" name="seen" value={String(feed.madeAt)} />
)

/** When the feed was made that a form was shown with; `undefined` where it was shown with none. @param text as it came */
export const readSeenFeed = (text: string): number | undefined => (/^\d{12,14}$/.test(text) ? Number(text) : undefined)

/** The buttons beside it. */
export function FeedActs({ path, feed }: { readonly path: string; readonly feed: Feed | null }) {
  return (
    <form method="post" action={path} class="actions">
      {feed ? (
        <>
          <SeenFeed feed={feed} />
          <Button name="do" value="renew">
            Make a new address
          </Button>
          <Button name="do" value="end">
            End it
          </Button>
        </>
      ) : (
        <Button look="go" name="do" value="make">
          Make the address
        </Button>
      )}
    </form>
  )
}
