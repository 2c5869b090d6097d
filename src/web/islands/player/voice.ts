/** The voice that counts and names movements: the speech of the browser. Where it has none, the words on the screen do. */
export const canSpeak = 'speechSynthesis' in window

/** Says it now; what was being said gives way. `gently`: only when nothing is being said. */
export function speak(words: string, gently = false): void {
  if (!canSpeak || (gently && speechSynthesis.speaking)) return
  speechSynthesis.cancel()
  const said = new SpeechSynthesisUtterance(words)
  said.lang = 'en-GB'
  speechSynthesis.speak(said)
}

export const hush = (): void => {
  if (canSpeak) speechSynthesis.cancel()
}
