/**
 * A question to a therapist on its way to the server: it goes only once it has passed the danger phrases, here on the device,
 * which keeps it until then (kept-question.ts).
 */
import { heldQuestion, UnsentQuestion } from '../web/care/ask/held-question.tsx'
import { pageAt } from '../web/care/care-page.tsx'
import { paths } from '../web/care/paths.ts'
import { pageHeaders } from '../web/care/security-headers.ts'
import type { DeviceHome } from './checks-under-way.ts'
import { senderOf } from './form-guard.tsx'
import { forgetSent, keepQuestion } from './kept-question.ts'

/** The page that holds it back, or the server's answer. What is no form, or another site's, the server refuses itself. */
export async function sendQuestion(request: Request, home: DeviceHome): Promise<Response> {
  const form =
    senderOf(request) === 'foreign'
      ? undefined
      : await request
          .clone()
          .formData()
          .catch(() => undefined)
  const held = form && heldQuestion(home, form)
  if (held) return page(held(await keepQuestion(home, form)), 422)
  try {
    const answer = await fetch(request)
    if (form && isSent(answer)) await forgetSent(home, form)
    return answer
  } catch (error) {
    if (!form) throw error
    return page(UnsentQuestion({ home, form }), 503)
  }
}

/** The server leads to the question's own page once it has it; a page of its own says what is to be put right first. */
const isSent = ({ type, status }: Response) => type === 'opaqueredirect' || (status >= 300 && status < 400)

function page(shown: Parameters<typeof pageAt>[1], status: number): Response {
  const headers = { ...pageHeaders, 'Content-Type': 'text/html; charset=UTF-8', 'Cache-Control': 'no-store' }
  return new Response(pageAt(paths.ask, shown, status), { status, headers })
}
