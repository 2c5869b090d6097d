/**
 * What was sent or typed when the staff's screen locked goes back into its form. It is handed over in the tab's own storage between this
 * page and that one alone: `at-work.ts` takes it out as soon as that page is there. Without it the page shows the words, and a
 * link.
 */
const form = document.querySelector<HTMLFormElement>('form[data-kept-for]')
const page = form?.dataset.keptFor
if (form && page) {
  const fields = [...new FormData(form)].filter(([, value]) => typeof value === 'string')
  try {
    const words = [...document.querySelectorAll('.as-sent')].map(({ textContent }) => textContent)
    const [to, was] = [form.getAttribute('action'), form.dataset.keptWas]
    sessionStorage.setItem('unclench-kept', JSON.stringify({ to, was, fields, words }))
    location.replace(page)
  } catch {
    // Nothing can be kept in this browser: the words stand on the page.
  }
}

export {}
