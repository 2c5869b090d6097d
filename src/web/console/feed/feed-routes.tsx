/** A therapist's own calendar feed: made, given a new address, ended. Nobody makes one of somebody else's visits. */
import { type Context, Hono } from 'hono'
import { endFeed, findFeed, makeFeed } from '../../../clinic/booking/calendar-feeds.ts'
import { Tick } from '../../ui/form-parts.tsx'
import { Button } from '../../ui/button.tsx'
import { answer, fieldOf } from '../../find/booking/answer.tsx'
import { FeedActs, FeedFacts, readSeenFeed, SeenFeed } from '../../find/feeds/feed-words.tsx'
import { ConsolePage, hereOf } from '../console-frame.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { NotYoursPage } from '../message-pages.tsx'
import { typedForm } from '../../find/typed-form.ts'

/** The routes of a therapist's feed, for the console to mount behind its gate. */
export function feedRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  app.get(consolePaths.feed, (c) => look(home, c))
  app.post(consolePaths.feed, (c) => change(home, c))
  return app
}

/** The visits of whoever is signed in; `undefined` for somebody who treats nobody. */
function own(c: Context<ConsoleEnv>) {
  const { clinicId, therapistId } = c.get('member')
  return therapistId === null ? undefined : { clinicId, therapistId }
}

const notYours = (home: ConsoleHome, c: Context<ConsoleEnv>) =>
  answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)

async function look(home: ConsoleHome, c: Context<ConsoleEnv>) {
  const of = own(c)
  if (!of) return notYours(home, c)
  const { app, secret } = c.get('data')
  const feed = await findFeed(app, secret, of)
  const now = home.now().epochMilliseconds
  const origin = home.origin?.() ?? new URL(c.req.url).origin
  return answer(
    c,
    <ConsolePage home={home} here={hereOf(c)} title="Your visits in your own calendar">
      <h1 tabindex={-1} data-focus>
        Your visits in your own calendar
      </h1>
      <p>
        An address for your calendar program. It shows when and where you have visits. It names nobody, unless you ask
        for initials.
      </p>
      {feed && <FeedFacts {...{ feed, now, origin }} zone="Europe/London" />}
      {feed && (
        <form method="post" action={consolePaths.feed}>
          <SeenFeed feed={feed} />
          <Tick name="initials" value="yes" text="Show the initials of who comes" ticked={feed.withInitials} />
          <p class="quiet">Calendars are often shared and shown on locked phones. Think who can see yours.</p>
          <Button name="do" value="make">
            Save
          </Button>
        </form>
      )}
      <FeedActs path={consolePaths.feed} feed={feed} />
    </ConsolePage>,
  )
}

async function change(home: ConsoleHome, c: Context<ConsoleEnv>) {
  const of = own(c)
  if (!of) return notYours(home, c)
  const { app, secret } = c.get('data')
  const form = await typedForm(c.req.raw).catch(() => new FormData())
  const what = fieldOf(form, 'do')
  const stands = await findFeed(app, secret, of)
  const seen = readSeenFeed(fieldOf(form, 'seen'))
  if (what === 'end') await endFeed(app, of)
  else if (what === 'make')
    await makeFeed(app, secret, of, { isNew: false, withInitials: fieldOf(form, 'initials') === 'yes', seen })
  // A new address shows what the old one did.
  else if (what === 'renew')
    await makeFeed(app, secret, of, { isNew: true, withInitials: stands?.withInitials ?? false, seen })
  return c.redirect(consolePaths.feed, 303)
}
