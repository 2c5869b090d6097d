/**
 * "Use where I am" on the search: asked only on a tap. The position stays on this device: it is held against the list of
 * districts here, and only the first half of the nearest postcode goes into the box, to be seen before anything is sent.
 * Without a script the page is as it is without this part.
 */
import { type Answer, nearMe } from './near-me/near-me.ts'
import { write } from './write.ts'

const field = document.querySelector<HTMLInputElement>('#place')
const part = document.querySelector<HTMLElement>('[data-near-me]')
const button = part?.querySelector('button')
const said = part?.querySelector('[role="status"]')
if (field && part && button && said && 'geolocation' in navigator) {
  const say = (words: string) => write(said, words)
  const take = (answer: Answer, typed: string) => {
    // Whoever has typed meanwhile knows better.
    if (field.value !== typed) return say('')
    if (answer.outward !== undefined) field.value = answer.outward
    say(answer.says)
  }
  part.hidden = false
  let asking = false
  button.addEventListener('click', async () => {
    if (asking) return
    asking = true
    const typed = field.value
    say('Asking your device where it is.')
    take(await nearMe(navigator.geolocation, part.dataset.nearMe ?? ''), typed)
    asking = false
  })
}
