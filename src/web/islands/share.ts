/**
 * Offers to send the check that is kept on this device with a booking: shown exactly as it would go, off at first, and put into
 * the form only while its box is ticked. Without a script, a worker or a check the form is as it is without this part.
 * Beside a check that was shared already it is offered where a newer one is on this device.
 * Never: sends anything itself, or keeps the text anywhere.
 */

/** How long the worker may take, in milliseconds. */
const waitMs = 4000

interface Check {
  readonly text: string
  readonly cannotWait: boolean
  /** When the check was done, in milliseconds since 1970; a worker of an older build does not say it. */
  readonly madeAt?: unknown
}

const isCheck = (data: unknown): data is Check =>
  typeof data === 'object' && data !== null && 'text' in data && typeof data.text === 'string' && 'cannotWait' in data

/** Asks our worker, which alone reads the record. */
async function checkOnDevice(): Promise<Check | null> {
  const { active } = await navigator.serviceWorker.ready
  if (!active) return null
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    const end = (check: Check | null) => {
      clearTimeout(late)
      port1.close()
      resolve(check)
    }
    const late = setTimeout(end, waitMs, null)
    port1.addEventListener('message', ({ data }) => end(isCheck(data) ? data : null))
    port1.start()
    active.postMessage('unclench-check-to-share', [port2])
  })
}

const isNewer = ({ madeAt }: Check, shared: HTMLElement) =>
  typeof madeAt === 'number' && madeAt > Number(shared.getAttribute('data-shared-at'))

async function offer(part: HTMLElement): Promise<void> {
  const check = await checkOnDevice()
  const shared = part.closest<HTMLElement>('[data-shared-at]')
  if (!check || (shared && !isNewer(check, shared))) return
  if (shared) shared.hidden = false
  const find = <Kind extends Element>(kind: new () => Kind, name: string) => {
    const found = part.querySelector(`[data-share-${name}]`)
    return found instanceof kind ? found : null
  }
  const first = find(HTMLElement, 'first')
  if (check.cannotWait) {
    if (first) first.hidden = false
    part.hidden = false
    return
  }
  const [box, words, sent, choice] = [
    part.querySelector<HTMLInputElement>('input[name="share"]'),
    find(HTMLElement, 'words'),
    find(HTMLTextAreaElement, 'sent'),
    find(HTMLElement, 'choice'),
  ]
  if (!box || !words || !sent || !choice) return
  words.textContent = check.text
  const put = () => {
    sent.disabled = !box.checked
    sent.value = box.checked ? check.text : ''
  }
  box.disabled = false
  box.addEventListener('change', put)
  // Set by the person before: the form came back with something else to put right, or the browser put it back.
  window.addEventListener('pageshow', put)
  put()
  choice.hidden = false
  part.hidden = false
}

const parts = document.querySelectorAll<HTMLElement>('[data-share]')
if ('serviceWorker' in navigator) for (const part of parts) void offer(part).catch(() => undefined)
