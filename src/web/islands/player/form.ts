/**
 * Fills the form at the end of a session with what the player saw: which movements were done, and how far. The person can
 * still change it. The fields are those of web/care/player/session-finish.tsx.
 */
import { type Choice, type Progress, toldOf } from './course.ts'

export function tellForm(form: HTMLFormElement, slots: readonly (readonly Choice[])[], progress: Progress): void {
  for (const field of form.querySelectorAll('input[data-told]')) field.remove()
  slots.forEach((choices, place) => {
    const told = toldOf(progress, place, choices)
    const select = form.querySelector<HTMLSelectElement>(`select[name="done.${place}"]`)
    const mine = told.find(({ movement }) => movement === select?.dataset.movement)
    if (select) select.value = mine?.done ?? 'skipped'
    for (const { movement, done } of told.filter((one) => one !== mine)) {
      const field = document.createElement('input')
      field.type = 'hidden'
      field.dataset.told = 'true'
      field.name = `told.${place}`
      field.value = `${movement} ${done}`
      form.append(field)
    }
  })
}

/** Sends what is known so far. What was not asked stays not known. */
export function sendAsKnown(form: HTMLFormElement, known: Readonly<Record<string, string>>): void {
  for (const field of form.querySelectorAll<HTMLInputElement>('[name="leg"], [name="worst"], [name="effort"]'))
    field.disabled = true
  for (const [name, value] of Object.entries({ worst: 'notSure', effort: 'notSure', ...known })) {
    const field = document.createElement('input')
    field.type = 'hidden'
    field.name = name
    field.value = value
    form.append(field)
  }
  form.submit()
}
