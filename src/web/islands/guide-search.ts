/**
 * Shows what the guide holds while somebody types. Asks the worker on this device and nobody else: what people look for may be
 * about their health, so not a letter of it goes to a server. Without a worker in charge it does nothing, and the form is as it is.
 * The words of the question stand in offline/search-messages.ts too, which an island may not import.
 */

/** So long after the last key, in milliseconds. */
const pauseMs = 120
/** So long the worker may take, in milliseconds: its first answer makes the index. */
const waitMs = 4000

const form = document.querySelector<HTMLFormElement>('form[data-guide-search]')
// The worker puts a field of its own into every form.
const input = form?.querySelector<HTMLInputElement>('input[type="search"]')
const place = document.querySelector<HTMLElement>('[data-found]')
const said = form?.querySelector<HTMLElement>('[data-said]')

/** What the worker says to these words, as HTML of our own; null where there is no worker, or none that answers. */
function ask(words: string): Promise<string | null> {
  const worker = 'serviceWorker' in navigator ? navigator.serviceWorker.controller : null
  if (!worker) return Promise.resolve(null)
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    const end = (html: string | null) => {
      clearTimeout(late)
      port1.close()
      resolve(html)
    }
    const late = setTimeout(end, waitMs, null)
    port1.addEventListener('message', ({ data }) => end(typeof data === 'string' ? data : null))
    port1.start()
    worker.postMessage({ searchGuide: words }, [port2])
  })
}

let newest = 0
async function find(words: string): Promise<void> {
  newest += 1
  const mine = newest
  const html = words.trim() === '' ? '' : await ask(words)
  if (mine !== newest || html === null || !place) return
  place.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes)
  if (!said) return
  // The one place that speaks: danger first, where there is any, and then how much was found. Not twice for the same.
  const says = [...place.querySelectorAll('.callout :is(h2, h3, p, a), [data-count]')]
    // A link inside a sentence is said with it.
    .filter((one) => one.tagName !== 'A' || one.closest('p') === null)
    .map((one) => one.textContent)
    .join('. ')
  if (said.textContent !== says) said.textContent = says
}

if (input && place) {
  let pause: ReturnType<typeof setTimeout> | undefined
  input.addEventListener('input', () => {
    clearTimeout(pause)
    pause = setTimeout(() => void find(input.value), pauseMs)
  })
  // The index is made while the first word is being thought of.
  input.addEventListener('focus', () => void ask(''), { once: true })
}
