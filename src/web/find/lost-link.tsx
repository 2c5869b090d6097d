/** What a link of ours says under which its clinic has nothing: somebody believes that they wait, have asked or are expected. */
import type { Context } from 'hono'
import { clinicOfLost, type MayBeLost } from '../../clinic/booking/lost-link.ts'
import { readPrivateToken } from '../../clinic/booking/private-link.ts'
import { answer } from './booking/answer.tsx'
import { LostVisitPage, MessagePage } from './booking/message-pages.tsx'
import type { BookingHome, FindData } from './find-home.ts'

/** What it was, and what follows from that. */
const lostWords: Readonly<Record<Exclude<MayBeLost, 'visit'>, { readonly title: string; readonly follows: string }>> = {
  offer: { title: 'The clinic does not have this offer', follows: 'No time is kept for you by it.' },
  waiting: {
    title: 'The clinic’s waiting list does not have you under this link',
    follows: 'They ask you for no time by it. To wait again, ask for it anew.',
  },
  request: { title: 'The clinic does not have this request', follows: 'Nobody answers it. Ask again, or ring them.' },
  question: { title: 'The clinic does not have this question', follows: 'Nobody answers it. Ask it again.' },
  comment: {
    title: 'The clinic does not have this comment',
    follows: 'Nobody reads or shows it. You can send it again.',
  },
  'choose-again': {
    title: 'The clinic does not have this question about your visit',
    follows: 'Do not set out before you have rung them.',
  },
}

/**
 * Answers a link that opens nothing. @param instead where it is none of ours, or was replaced since
 */
export async function opensNothing(
  { home, c, data }: { readonly home: BookingHome; readonly c: Context; readonly data: FindData },
  kind: MayBeLost,
  instead: () => Response | Promise<Response>,
): Promise<Response> {
  const subject = readPrivateToken(data.secret, kind, c.req.param('token') ?? '')
  const ring = subject && (await clinicOfLost(data.app, kind, subject))
  if (!ring) return instead()
  if (kind === 'visit') return answer(c, <LostVisitPage home={home} path="/visits" ring={ring} />, 404)
  const { title, follows } = lostWords[kind]
  return answer(
    c,
    <MessagePage home={home} path="/visits" title={title}>
      <p>
        The link is right, and {ring.name} has nothing under it now. It may have been lost when the list was put back
        from a copy, or been erased. {follows}
      </p>
      <p>
        {ring.name}: {ring.phone}. Have the email with the link at hand.
      </p>
    </MessagePage>,
    404,
  )
}
