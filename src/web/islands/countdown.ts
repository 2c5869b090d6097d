/**
 * Counts down how long a time is still held. Without it the page says the end as a time.
 * Never: decides that a hold has ended; the server does.
 */
import { write } from './write.ts'

/** "4:32" */
const digits = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

for (const line of document.querySelectorAll<HTMLElement>('[data-countdown]')) {
  const began = performance.now()
  const seconds = Number(line.dataset.countdown)
  // Beside the sentence and hidden from screen readers, which would read every second.
  const face = document.createElement('b')
  face.className = 'countdown'
  face.setAttribute('aria-hidden', 'true')
  line.prepend(face)
  const show = () => {
    const left = Math.max(0, Math.ceil(seconds - (performance.now() - began) / 1000))
    write(face, digits(left))
    if (left === 0) clearInterval(timer)
  }
  const timer = setInterval(show, 500)
  show()
}
