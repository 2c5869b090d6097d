/**
 * A page of the staff may have several forms, each with its own button. A button that would lose what was typed into another
 * form says so once, beside itself, and does nothing; pressed again it goes on.
 * Never: keeps or sends what was typed, or stands in the way of Lock and Sign out, which are outside the main part.
 */
const main = document.querySelector('main')
/** Buttons that have said it: each says it once. */
const told = new WeakSet<EventTarget>()

document.addEventListener('submit', (event) => {
  const { target: sent, submitter } = event
  if (!main || !(sent instanceof HTMLFormElement) || !main.contains(sent) || told.has(sent)) return
  const field = typedElsewhere(sent)
  if (!field) return
  event.preventDefault()
  told.add(sent)
  const words = `This button does not keep what you typed in “${nameOf(field)}”. Press it again to go on without it.`
  const said = Object.assign(document.createElement('p'), { className: 'error', textContent: words })
  said.setAttribute('role', 'alert')
  const beside = submitter && sent.contains(submitter) ? submitter : sent.lastElementChild
  beside?.after(said)
})

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** The first field of another form of the page that is not as it came. */
function typedElsewhere(sent: HTMLFormElement): Field | undefined {
  const others = [...document.forms].filter((form) => form !== sent && main?.contains(form))
  return others.flatMap((form) => [...form.elements]).find((one): one is Field => isField(one) && isChanged(one))
}

const isField = (one: Element): one is Field =>
  one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement

function isChanged(field: Field): boolean {
  if (field instanceof HTMLSelectElement) {
    const came = [...field.options].findIndex(({ defaultSelected }) => defaultSelected)
    return field.selectedIndex !== Math.max(came, 0)
  }
  if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio'))
    return field.checked !== field.defaultChecked
  return field.type !== 'hidden' && field.value.trim() !== field.defaultValue.trim()
}

/** What the page calls it. */
const nameOf = (field: Field): string =>
  field.labels?.[0]?.textContent?.trim() || field.getAttribute('aria-label') || 'another form'
