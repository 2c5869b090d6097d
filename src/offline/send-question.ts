/** A question to a therapist on its way to the server: it goes only once it has passed the danger phrases, here on the device. */
import { heldQuestion, UnsentQuestion } from '../web/care/ask/held-question.tsx'
import { pageAt } from '../web/care/care-page.tsx'
import type { CareHome } from '../web/care/home.ts'
import { paths } from '../web/care/paths.ts'
import { pageHeaders } from '../web/care/security-headers.ts'
import { senderOf } from './form-guard.tsx'

/** The page that holds it back, or the server's answer. What is no form, or another site's, the server refuses itself. */
export async function sendQuestion(request: Request, home: CareHome): Promise<Response> {
  const form =
    senderOf(request) === 'foreign'
      ? undefined
      : await request
          .clone()
          .formData()
          .catch(() => undefined)
  const held = form && heldQuestion(home, form)
  if (held) return page(held, 422)
  return await fetch(request).catch((error: unknown) => {
    if (!form) throw error
    return page(UnsentQuestion({ home, form }), 503)
  })
}

function page(shown: Parameters<typeof pageAt>[1], status: number): Response {
  const headers = { ...pageHeaders, 'Content-Type': 'text/html; charset=UTF-8', 'Cache-Control': 'no-store' }
  return new Response(pageAt(paths.ask, shown, status), { status, headers })
}
