/**
 * "Copy" for the clinician's summary: shows its button only where copying works, and says when it is done. Printing, too.
 * Copies the words as we wrote them: what the page shows may have been translated by the browser since.
 */
const button = document.querySelector<HTMLButtonElement>('button[data-copy]')
const text = document.getElementById('summary-text')
const written = text?.dataset.source
const said = document.getElementById('copied')
if (button && text && said && navigator.clipboard) {
  button.hidden = false
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(written ?? text.textContent ?? '')
      said.textContent = 'Copied.'
    } catch {
      said.textContent = 'Your browser did not let us copy. Select the text and copy it.'
    }
  })
}
// What is folded on the screen is open on paper.
window.addEventListener('beforeprint', () => {
  for (const folded of document.querySelectorAll<HTMLDetailsElement>('[data-on-paper] details')) folded.open = true
})
const print = document.querySelector<HTMLButtonElement>('button[data-print]')
// Firefox on Android could not print before 2023.
if (print && 'print' in window) {
  print.hidden = false
  print.addEventListener('click', () => window.print())
}
