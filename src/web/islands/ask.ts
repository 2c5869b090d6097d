/**
 * Offers what is answered already while a question to a therapist is typed. What there is to read is fetched once, the same for
 * everybody, and looked through here: not a letter of the question leaves the device for it.
 * Without a script the form offers the same when it is sent.
 */
import { fittingAnswers } from '../../care/guide/fitting.ts'

/** So long after the last key, in milliseconds, and so many on offer. */
const pauseMs = 400
const mostOffered = 4

interface Known {
  readonly id: string
  readonly href: string
  readonly title: string
  readonly about: string
  readonly words: string
}

const fields = ['id', 'href', 'title', 'about', 'words'] as const
const isKnown = (one: unknown): one is Known => {
  if (typeof one !== 'object' || one === null) return false
  const entries = new Map(Object.entries(one))
  return fields.every((field) => typeof entries.get(field) === 'string')
}

async function fetchKnown(): Promise<readonly Known[]> {
  const answer = await fetch('/ask/known.json')
  const found: unknown = answer.ok ? await answer.json() : []
  // Only addresses of our own, whatever came.
  return Array.isArray(found) ? found.filter(isKnown).filter(({ href }) => /^\/[a-z]/.test(href)) : []
}

const field = document.querySelector<HTMLTextAreaElement>('.ask-form textarea[name="words"]')
/** One under the field and one beside the form; the styles show the one that is in sight while somebody types. */
const places = [...document.querySelectorAll<HTMLElement>('[data-fitting]')]
/** What the server found for what was sent before: other words may have other answers. */
const offered = document.querySelector('[data-offered]')
let known: Promise<readonly Known[]> | undefined

function made<Name extends keyof HTMLElementTagNameMap>(name: Name, text = ''): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  element.textContent = text
  return element
}

function lineOf({ href, title, about }: Known): HTMLElement {
  const [line, link] = [made('li'), made('a', title)]
  link.href = href
  // What is being typed stays where it is.
  link.target = '_blank'
  link.append(Object.assign(made('span', ' (opens in a new tab)'), { className: 'unseen' }))
  line.append(link, made('p', about))
  return line
}

function cardOf(fitting: readonly Known[]): HTMLElement {
  const [card, list] = [made('div'), made('ul')]
  card.className = 'card'
  list.className = 'ask-lines'
  list.append(...fitting.map(lineOf))
  card.append(made('h2', 'Already answered: is this it?'), list)
  return card
}

async function offer(words: string): Promise<void> {
  known ??= fetchKnown().catch(() => [])
  const fitting = fittingAnswers(words, await known, mostOffered)
  if (field?.value !== words) return
  offered?.replaceChildren()
  for (const place of places) place.replaceChildren(...(fitting.length > 0 ? [cardOf(fitting)] : []))
}

if (field) {
  let pause: ReturnType<typeof setTimeout> | undefined
  field.addEventListener('input', () => {
    clearTimeout(pause)
    pause = setTimeout(() => void offer(field.value), pauseMs)
  })
}
