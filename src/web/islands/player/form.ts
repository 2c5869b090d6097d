/**
 * Fills the form at the end of a session with what the player saw: which movements were done, and how far. The person can
 * still change it. Called by islands/player.ts; the fields are those of web/care/player/session-finish.tsx.
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
