/**
 * What is answered when our own code throws: a page with the emergency number and a way on, never bare words.
 * Set as `onError` of every app that answers pages: the care app, the device around it, the server around that.
 */
import type { Context } from 'hono'
import { show } from './care-page.tsx'
import type { CareHome } from './home.ts'
import { FaultPage, NotAFormPage } from './message-pages.tsx'

/** The handler for one home. The error goes to the log; what was sent does not. */
export function answerFault(home: CareHome) {
  return (error: Error, c: Context): Response | Promise<Response> => {
    // A form that cannot be parsed at all, or is cut off on its way, is the sender's; everything else is ours and is reported.
    if ((error instanceof TypeError && /form|multipart|boundary/i.test(error.message)) || error.message === 'aborted')
      return show(c, <NotAFormPage home={home} />, 400, 'holdsAnswers')
    console.error(error)
    return show(c, <FaultPage home={home} />, 500, 'holdsAnswers')
  }
}
