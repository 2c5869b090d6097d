/** How many finish what a mail asks of them, for staff: counts, and what is not known. Looking changes nothing. */
import { Hono } from 'hono'
import { type AskedByMail, type LinkCounts, mailedLinks } from '../../../clinic/booking/mailed-links.ts'
import { daysCounted } from '../../../clinic/letters/subscribe.ts'
import { mayDo } from '../../../clinic/people/members.ts'
import { answer } from '../../find/booking/answer.tsx'
import { ConsolePage, hereOf } from '../console-frame.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { NotYoursPage } from '../message-pages.tsx'

/** The route of /console/links. */
export function linksRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  app.get(consolePaths.links, async (c) => {
    const here = hereOf(c)
    if (!mayDo(c.get('member'), 'change-visits')) return answer(c, <NotYoursPage {...{ home, here }} />, 404)
    const counts = await mailedLinks(c.get('data').app, c.get('member').clinicId)
    const title = 'What came of links in mails'
    return answer(
      c,
      <ConsolePage {...{ home, here, title }}>
        <h1 tabindex={-1} data-focus>
          {title}
        </h1>
        <p>Mails of the last {daysCounted} days that ask for an answer behind a link, and that a mail server took.</p>
        <ul>
          {counts.map((one) => (
            <li key={one.what}>{countWords(one)}</li>
          ))}
        </ul>
        <h2>What is not known</h2>
        <ul>
          <li>Whether somebody read a mail: none of ours tells that.</li>
          <li>Who answered by telephone: what your team then did is not counted as finished.</li>
          <li>Links to see, move or cancel a visit: they ask for no answer, so nobody fails to finish.</li>
          <li>Signing in: an account is no clinic’s, so it is not counted here.</li>
        </ul>
        <p>
          <a href={consolePaths.waiting}>Waiting list</a>
        </p>
      </ConsolePage>,
    )
  })
  return app
}

const names: Readonly<Record<AskedByMail, string>> = {
  offer: 'A free time was offered',
  choice: 'Another time was to be chosen',
  letters: 'Letters were to be confirmed',
}

/** "A free time was offered: 8 sent, 6 answered (75%), 1 can still answer." */
function countWords({ what, sent, finished, open }: LinkCounts): string {
  if (sent === 0) return `${names[what]}: none sent.`
  const over = sent - open
  const share = over > 0 ? ` (${Math.round((finished / over) * 100)}% of the ${over} whose time is over)` : ''
  const still = open > 0 ? `, ${open} can still answer` : ''
  return `${names[what]}: ${sent} sent, ${finished} answered${share}${still}.`
}
