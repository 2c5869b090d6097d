/** Who asked for a free talk, the oldest first; and that one was answered. Looking changes nothing. */
import { type Context, Hono } from 'hono'
import { closeRequest, type OpenRequest, openRequests } from '../../../clinic/booking/assessment-requests.ts'
import { mayDo } from '../../../clinic/people/members.ts'
import { answer } from '../../find/booking/answer.tsx'
import { Button } from '../../ui/button.tsx'
import { ConsolePage, hereOf } from '../console-frame.tsx'
import type { ConsoleEnv, ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { momentOf } from '../console-words.ts'
import { NotYoursPage } from '../message-pages.tsx'
import { readId } from '../../find/posted-ids.ts'
import { readFields } from '../read-posted.ts'
import { exactly } from '../../ui/said-exactly.ts'

/** The routes under /console/requests. */
export function requestsRoutes(home: ConsoleHome): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>()
  app.get(consolePaths.requests, (c) => show(home, c))
  app.post(consolePaths.requests, (c) => close(home, c))
  return app
}

const notYours = (home: ConsoleHome, c: Context<ConsoleEnv>) =>
  answer(c, <NotYoursPage home={home} here={hereOf(c)} />, 404)

async function close(home: ConsoleHome, c: Context<ConsoleEnv>): Promise<Response> {
  const member = c.get('member')
  const request = readId((await readFields(c)).request)
  if (!mayDo(member, 'change-visits') || request === undefined) return notYours(home, c)
  await closeRequest(c.get('data').app, member, request)
  return c.redirect(consolePaths.requests, 303)
}

async function show(home: ConsoleHome, c: Context<ConsoleEnv>): Promise<Response> {
  const member = c.get('member')
  if (!mayDo(member, 'change-visits')) return notYours(home, c)
  const { app, secret } = c.get('data')
  const { requests, now, zone } = await openRequests(app, secret, member)
  const title = 'Free talks asked for'
  return answer(
    c,
    <ConsolePage home={home} here={hereOf(c)} title={title}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <p>Nobody has been given a time yet. Write or ring, then mark the request as answered. The oldest is first.</p>
      {requests.length === 0 && <p>Nobody waits for an answer.</p>}
      <ul class="people">
        {requests.map((request) => (
          <li key={request.requestId}>
            <Request request={request} when={momentOf(request.askedAt, zone, now)} />
          </li>
        ))}
      </ul>
    </ConsolePage>,
  )
}

function Request({ request, when }: { readonly request: OpenRequest; readonly when: string }) {
  const { requestId, name, email, phone, service, suits, note } = request
  return (
    <>
      <h2>
        <bdi>{name}</bdi>
      </h2>
      <p>
        Asked {when}. {service}. {suits ?? 'What they wrote cannot be opened here'}.
      </p>
      <p>
        <bdi {...exactly}>{email}</bdi>
        {phone && (
          <>
            , <bdi>{phone}</bdi>
          </>
        )}
      </p>
      {note.kind === 'open' && <p class="as-sent">{note.text}</p>}
      {note.kind === 'hidden' && <p class="quiet">They wrote a note for those who treat.</p>}
      <form method="post" action={consolePaths.requests}>
        <input type="hidden" name="request" value={requestId} />
        <Button>
          It is answered
          <span class="unseen">: {name}</span>
        </Button>
      </form>
    </>
  )
}
