/**
 * Whether a refusal means that an address is dead. Pure. Hard: no letter goes there again until staff or the person say
 * otherwise. Soft: this one did not arrive, and the next may.
 */

/** Of the address, or of this moment and this message. */
export type BounceKind = 'hard' | 'soft'

/** A full box, a message that is too large or looks like spam, a loop, a fault of the other server: nothing against the address. */
const notTheAddress = /^5\.(1\.[78]|2\.[2-4]|3\.|4\.(?!4$|310$)|5\.[1-6]|6\.|7\.)/
const deadWords =
  /(user|mailbox|recipient|address|account|inbox)[^.\n]{0,40}(unknown|not found|no longer|does ?n[o’']t exist|does not exist|not exist|disabled|inactive|invalid|unavailable)|(no such|unknown|invalid) (user|mailbox|recipient|address|account|person)|(domain|host)[^.\n]{0,40}(not found|does not exist)/i
const passingWords =
  /full|quota|over ?limit|too large|too big|spam|policy|block|denied|relay|greylist|temporar|try again/i

/**
 * @param status "5.1.1" (RFC 3463), where one was given
 * @param words what the other server said; of any length
 * @param isReport it comes from a delivery report (RFC 3464), which speaks of the address; an answer in the connection may as
 * well speak of us, so there a bare 550 kills no address
 */
export function bounceKind(status: string | undefined, words: string, isReport: boolean): BounceKind {
  const said = words.slice(0, 1000)
  const looksDead = deadWords.test(said) && !passingWords.test(said)
  if (status === undefined) return looksDead ? 'hard' : 'soft'
  if (!status.startsWith('5.')) return 'soft'
  if (notTheAddress.test(status)) return looksDead ? 'hard' : 'soft'
  if (/^5\.(0\.0|5\.0)$/.test(status) && !isReport) return looksDead ? 'hard' : 'soft'
  return passingWords.test(said) && !deadWords.test(said) && /^5\.(0|5)\./.test(status) ? 'soft' : 'hard'
}

/** "5.1.1" where somewhere in the words a server gave one. */
export const statusIn = (words: string): string | undefined =>
  /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(words.slice(0, 1000))?.[0]
