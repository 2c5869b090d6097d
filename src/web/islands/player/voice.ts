/** The voice that counts and names movements: the speech of the browser. Where it has none, the words on the screen do. */

/** An older browser's, or an app's window, may have none. */
const synth: SpeechSynthesis | undefined = window.speechSynthesis
// Asked for at once: some browsers have none to tell of until a while after they were first asked.
synth?.getVoices()

/** Is there no voice? Then its switch says so, and to a screen reader the line that it hears. */
export function lacksVoice(button: HTMLElement): boolean {
  if (synth?.getVoices()[0]) return false
  for (const one of [button, ...document.querySelectorAll('[data-say]')]) one.textContent = 'No voice on this device'
  return true
}

/** Says it now; what was being said gives way. `gently`: only when nothing is being said. */
export function speak(words: string, gently = false): void {
  if (!synth || (gently && synth.speaking)) return
  synth.cancel()
  const said = new SpeechSynthesisUtterance(words)
  said.lang = 'en-GB'
  synth.speak(said)
}

export const hush = (): void => synth?.cancel()
