/**
 * The browser's Back to a form that was sent draws it anew, under another id: sent again, it would be a second entry or a
 * second dose. Within minutes the form takes the id that it had, so that the page knows it again, and says that it came back.
 * The history of this tab keeps the id and when it was given, never a word of what was told.
 */
/** After so long the same form is more likely meant for something new, in milliseconds. Our choice [C]. */
const knownMs = 10 * 60_000

const id = document.querySelector<HTMLInputElement>('input[data-same]')
const [opened] = performance.getEntriesByType('navigation')
const isBack = opened instanceof PerformanceNavigationTiming && opened.type === 'back_forward'
const before: unknown = window.history.state?.form
const at = Number(window.history.state?.at)

if (id && isBack && typeof before === 'string' && Date.now() - at < knownMs) {
  id.value = before
  const mark = Object.assign(document.createElement('input'), { type: 'hidden', name: 'cameBack', value: 'yes' })
  id.after(mark)
} else if (id) window.history.replaceState({ form: id.value, at: Date.now() }, '')
