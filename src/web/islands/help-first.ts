/**
 * Puts what to do first before or above a page of booking (web/find/doors.ts), where the record on this device holds an emergency or
 * urgent result that nobody has seen to. Asks the worker on this device, which alone reads the record; nothing is sent. Without a
 * script or a worker the page is as it is. Whoever goes on is not stopped again in this tab until something new is told.
 * Never: keeps anything of what was told; only the id of the entry after which the person went on.
 */
const key = 'unclench-went-on'
/** How long the worker may take, in milliseconds. */
const waitMs = 4000

interface Help {
  readonly html: string
  readonly after: string
}

const isHelp = (data: unknown): data is Help =>
  typeof data === 'object' &&
  data !== null &&
  'html' in data &&
  typeof data.html === 'string' &&
  'after' in data &&
  typeof data.after === 'string'

/** The same word stands in offline/share-messages.ts, which an island may not import. */
async function askWorker(): Promise<Help | null> {
  const active = (await navigator.serviceWorker.getRegistration())?.active
  if (!active) return null
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    const end = (help: Help | null) => {
      clearTimeout(late)
      port1.close()
      resolve(help)
    }
    const late = setTimeout(end, waitMs, null)
    port1.addEventListener('message', ({ data }) => end(isHelp(data) ? data : null))
    port1.start()
    active.postMessage('unclench-help-first', [port2])
  })
}

/** A window may refuse to keep anything: then the page asks each time. */
function wentOnAfter(): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

function goOn(after: string): void {
  try {
    sessionStorage.setItem(key, after)
  } catch {
    // Not kept.
  }
}

function putWords(part: HTMLElement, html: string): void {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  part.querySelector('[data-help-words]')?.replaceChildren(...body.childNodes)
}

/** At the top of a page that stays in use and has a title of its own. */
async function standAbove(part: HTMLElement): Promise<void> {
  const help = await askWorker()
  part.hidden = !help
  if (!help) return
  putWords(part, help.html)
  for (const title of part.querySelectorAll('h1')) {
    const under = document.createElement('h2')
    under.append(...title.childNodes)
    title.replaceWith(under)
  }
}

async function standBefore(part: HTMLElement): Promise<void> {
  const help = await askWorker()
  if (!help || wentOnAfter() === help.after) return
  putWords(part, help.html)
  const behind = [...(part.parentElement?.children ?? [])].filter(
    (one): one is HTMLElement => one instanceof HTMLElement && one !== part,
  )
  const setBehind = (isBehind: boolean) => {
    // Some of them are laid out by a rule that is stronger than the attribute `hidden`.
    for (const one of behind) one.style.display = isBehind ? 'none' : ''
    part.hidden = !isBehind
    ;(isBehind ? part : document).querySelector<HTMLElement>(isBehind ? 'h1' : '[data-focus]')?.focus()
  }
  setBehind(true)
  part.querySelector('[data-help-on]')?.addEventListener('click', () => {
    goOn(help.after)
    setBehind(false)
  })
}

const part = document.querySelector<HTMLElement>('[data-help-first]')
const isBefore = part?.getAttribute('data-help-first') === 'before'
const stand = isBefore ? standBefore : standAbove
if (part && 'serviceWorker' in navigator) {
  // Gone back to as the browser kept it: something may have been told since.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) void stand(part).catch(() => undefined)
  })
  let isAsking = isBefore
  const asked = stand(part)
    .catch(() => undefined)
    .then(() => {
      isAsking = false
    })
  // A press that is quicker than the worker waits for it.
  document.addEventListener(
    'submit',
    (event) => {
      if (!isAsking) return
      event.preventDefault()
      event.stopPropagation()
      const { submitter } = event
      void asked.then(() => part.hidden && submitter?.click())
    },
    true,
  )
}
