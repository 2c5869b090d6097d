/** The command `let-in-again`: where no two colleagues can agree, whoever runs the installation answers for it. */
import { inClinic } from '../../clinic/db/connection.ts'
import { addressFaultWords, parseAddress } from '../../clinic/people/email-address.ts'
import { beginAsInstallation } from '../../clinic/people/new-starts.ts'
import type { Result } from '../postgres/result.ts'
import type { Call } from './call.ts'
import { withClinic } from './clinic-of.ts'

/** Has a link sent by which somebody of a team sets up their sign-in anew. */
export function letInAgain(call: Call): Promise<Result<object>> {
  const [slug = '', typed = ''] = call.arguments
  const email = parseAddress(typed)
  if (!email.ok) return Promise.resolve({ ok: false, why: `The email address: ${addressFaultWords[email.why]}` })
  return withClinic<object>(call, slug, async ({ owner, clinicId }) => {
    const begun = await inClinic(owner, clinicId, (trx) => beginAsInstallation(trx, clinicId, email.address))
    if (!begun) return { ok: false, why: 'Nobody with this address has joined that clinic. Nothing was changed.' }
    call.say(`A link goes to ${email.address} while Unclench runs. It is good for 24 hours.`)
    call.say('Their old ways in work until it is used. The owners of the clinic are told by mail.')
    return { ok: true }
  })
}
