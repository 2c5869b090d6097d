/** A bound on how often one network address may send a form. Held in memory: it is a brake, and the database has bounds too. */

/** [C] */
const mostInAnHour = 10
const hourMs = 3_600_000
/** So many addresses are remembered; the one that came first is forgotten first. */
const mostSenders = 10_000

/** @returns may this address send now? It counts each time it is asked; an address that is not known is not bounded here. */
export function sendersBounded(): (sender: string | undefined, now: number) => boolean {
  const sent = new Map<string, readonly number[]>()
  return (sender, now) => {
    if (sender === undefined) return true
    const recent = (sent.get(sender) ?? []).filter((at) => at > now - hourMs)
    if (recent.length >= mostInAnHour) return false
    sent.delete(sender)
    sent.set(sender, [...recent, now])
    const [oldest] = sent.keys()
    if (sent.size > mostSenders && oldest !== undefined) sent.delete(oldest)
    return true
  }
}
