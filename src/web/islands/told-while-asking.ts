/**
 * A form that lies open hears of a danger that was told in another tab, or came with a file, before its next press: whom to call
 * then stands above it, said aloud. Nothing of the form is moved, hidden or sent, so that no word that is typed is lost. Once
 * nothing stands open any more the words go.
 */
import { watchShown } from './told-elsewhere/shown-watch.ts'

const main = document.querySelector('main')
let said: HTMLElement | undefined

function say(help: string): void {
  said?.remove()
  said = undefined
  const words = new DOMParser().parseFromString(help, 'text/html').body
  // What stood open when the page came may be said on it already.
  if (!main || help === '' || main.textContent?.includes(words.textContent ?? '')) return
  // As far from what is below it as a question is from the next.
  said = Object.assign(document.createElement('div'), { className: 'question' })
  said.setAttribute('role', 'alert')
  said.append(...words.childNodes)
  main.prepend(said)
  said.scrollIntoView({ block: 'nearest' })
}

watchShown({
  isOld: (now) => {
    // Where nobody can say, the page stays as it is: its press counts all that was told.
    if (now) say(now.help)
    return 'stays'
  },
})
