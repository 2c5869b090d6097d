/**
 * The switches of the protocol that a clinical safety officer may set, in one place. Pages, worker and API all follow
 * them; a caller of the API may ask for another setting. A change gives the protocol a new version.
 */
import type { ProtocolOptions } from './protocol.ts'

/** The protocol as it is used. A changed switch is another protocol, with a version of its own. */
export const switches: ProtocolOptions = {
  // Night pain, coughing pain and upper-back pain alone as URGENT, as on the NHS page (evidence.md §1.J). Needs sign-off.
  nhsListStrict: false,
}
