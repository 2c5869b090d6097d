/**
 * Fills the form at the end of a session with what the player saw: which movements were done, and how far. The person can
 * still change it. The fields are those of web/care/player/session-finish.tsx.
 */
import { type Choice, type Progress, toldOf } from './progress.ts'

/** @param leg what the leg was said to do at "too sore", the last time it was asked; null: it was not asked */
export function tellForm(
  form: HTMLFormElement,
  slots: readonly (readonly Choice[])[],
  progress: Progress,
  leg: string | null = null,
): void {
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
    // How sore it was is not asked of what was left out.
    const peak = form.querySelector<HTMLElement>(`[data-peak="${place}"]`)
    const show = () => {
      if (peak) peak.hidden = select?.value === 'skipped'
    }
    show()
    select?.addEventListener('change', show)
  })
  const each = form.querySelector<HTMLDetailsElement>('[data-each]')
  if (each) each.open = false
  // Said a moment ago: it stands there chosen, and can be changed.
  const said = leg === null ? null : form.querySelector<HTMLInputElement>(`input[name="leg"][value="${leg}"]`)
  if (said) said.checked = true
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
