/**
 * Offers a question to a therapist again that was stopped for what may be danger, once a check on this device found nothing that
 * cannot wait. Asks the worker, which alone holds it; without one the page is as it is. Nothing is sent from here.
 * Never: keeps the words anywhere, or puts them into an address.
 */

/** How long the worker may take, in milliseconds. */
const waitMs = 4000

type Told = { readonly key: string } & (
  | { readonly state: 'clear'; readonly words: string }
  | { readonly state: 'waiting' }
)

const isTold = (data: unknown): data is Told => {
  if (typeof data !== 'object' || data === null || !('state' in data)) return false
  if (!('key' in data && typeof data.key === 'string')) return false
  return data.state === 'waiting' || (data.state === 'clear' && 'words' in data && typeof data.words === 'string')
}

/** The same words stand in offline/question-messages.ts, which an island may not import. */
async function askWorker(asked: 'unclench-kept-question' | 'unclench-throw-question'): Promise<unknown> {
  const active = (await navigator.serviceWorker.getRegistration())?.active
  if (!active) return null
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    const end = (told: unknown) => {
      clearTimeout(late)
      port1.close()
      resolve(told)
    }
    const late = setTimeout(end, waitMs, null)
    port1.addEventListener('message', ({ data }) => end(data))
    port1.start()
    active.postMessage(asked, [port2])
  })
}

const part = document.querySelector<HTMLElement>('[data-kept-question]')
const said = document.querySelector<HTMLElement>('[data-kept-said]')
const field = document.querySelector<HTMLTextAreaElement>('.ask-form textarea[name="words"]')
const key = document.querySelector<HTMLInputElement>('.ask-form input[name="key"]')
const within = (name: string) => part?.querySelector<HTMLElement>(name)
let shown: Told | undefined

function show(told: Told | undefined): void {
  shown = told
  // It is in the form already, which came back with something to put right.
  const isInForm = told !== undefined && told.key !== '' && told.key === key?.value && field?.value !== ''
  const state = isInForm ? undefined : told?.state
  for (const one of part?.querySelectorAll<HTMLElement>('[data-kept]') ?? []) one.hidden = one.dataset.kept !== state
  const [use, check, words] = [within('[data-kept-use]'), within('[data-kept-check]'), within('[data-kept-words]')]
  if (use) use.hidden = state !== 'clear'
  if (check) check.hidden = state !== 'waiting'
  if (words) words.textContent = told?.state === 'clear' ? told.words : ''
  if (part) part.hidden = state === undefined
}

async function look(): Promise<void> {
  const told = await askWorker('unclench-kept-question')
  show(isTold(told) ? told : undefined)
}

/** What was typed since stays, below it. The form takes the id of the one that was stopped, so that both are one question. */
function use(): void {
  if (shown?.state !== 'clear' || !field) return
  const { words, key: id } = shown
  field.value = [words, field.value.trim()].filter((text) => text !== '').join('\n\n')
  if (key && id !== '') key.value = id
  show(undefined)
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.focus()
}

async function throwAway(): Promise<void> {
  const isGone = (await askWorker('unclench-throw-question')) === true
  if (isGone) show(undefined)
  if (said)
    said.textContent = isGone ? 'Your question is thrown away.' : 'It could not be thrown away. Please try again.'
}

if (part && 'serviceWorker' in navigator) {
  void look().catch(() => undefined)
  // Gone back to as the browser kept it: a danger may have been told since, or a check done.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) void look().catch(() => undefined)
  })
  within('[data-kept-use]')?.addEventListener('click', use)
  within('[data-kept-throw]')?.addEventListener('click', () => void throwAway().catch(() => undefined))
}

export {}
