/**
 * Which forms of a page do something else at Return than what they are for: a browser presses a form's first button then.
 * Runs in the page.
 */
export function enterFaults(): readonly string[] {
  return [...document.forms].flatMap((form) => {
    const parts = [...form.elements]
    const isTypedIn = parts.some(
      (one) =>
        one instanceof HTMLInputElement && !/^(hidden|submit|image|button|reset|file|range|color)$/.test(one.type),
    )
    const buttons = parts.filter((one) => one instanceof HTMLButtonElement && one.type === 'submit')
    const [first] = buttons
    const isMeant = !first || first.matches('.go, .unseen') || !buttons.some((one) => one.matches('.go'))
    return isTypedIn && !isMeant ? [`Return presses "${first.textContent?.trim().slice(0, 40)}"`] : []
  })
}
