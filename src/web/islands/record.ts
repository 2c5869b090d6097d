/**
 * Where one's own record is told or shown: asks the browser to keep it, or only looks whether it does, and says when it may
 * not. On the receipt: clears what timers and the player left in this browser outside the record.
 * Never: asks on a page where somebody is in the middle of something; some browsers ask the person in turn.
 */

/** Storage of ours that is no part of the record. A private window may refuse: then there is nothing in it. */
function clearTheRest(): void {
  try {
    sessionStorage.clear()
    localStorage.clear()
  } catch {
    // Nothing can be kept here, so nothing is.
  }
}

/** Whether the browser promises to keep what is here; some take it away after weeks without a visit, or for want of room. */
async function isKept(asks: boolean): Promise<boolean> {
  const { storage } = navigator
  if (!storage?.persist) return false
  return (await storage.persisted()) || (asks && (await storage.persist()))
}

if (document.querySelector('[data-erased]')) clearTheRest()
const warning = document.querySelector<HTMLElement>('[data-may-be-cleared]')
if (warning) {
  const kept = await isKept(warning.dataset.mayBeCleared === 'ask').catch(() => false)
  warning.hidden = kept
}
