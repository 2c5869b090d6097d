/** Where a browser has no voice, or cannot speak at all, its switch says so, and so does the line that a screen reader hears. */
import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => vi.unstubAllGlobals())

/** The voice of a browser that speaks like this, and what its page shows. */
async function voiceOf(speechSynthesis: object | undefined) {
  const [key, line] = [{ textContent: 'Voice' }, { textContent: '' }]
  vi.stubGlobal('window', { speechSynthesis })
  vi.stubGlobal('document', { querySelectorAll: () => [line] })
  // Read anew each time: it asks for the voices as soon as it is there.
  const { lacksVoice, speak }: typeof import('./voice.ts') = await import(`./voice.ts?of=${crypto.randomUUID()}`)
  return { lacks: lacksVoice(key as HTMLElement), shown: [key, line].map(({ textContent }) => textContent), speak }
}

test.each([
  ['no voices', { getVoices: () => [] }],
  ['no speech at all', undefined],
])('with %s it is missing, and says so in both places', async (_none, speech) => {
  const { lacks, shown } = await voiceOf(speech)
  expect(lacks).toBe(true)
  expect(shown).toEqual(['No voice on this device', 'No voice on this device'])
})

test('with a voice nothing is said of it, and what was being said gives way to what is said now', async () => {
  vi.stubGlobal('SpeechSynthesisUtterance', class {})
  const asked: string[] = []
  const speech = {
    speaking: true,
    getVoices: () => [{}],
    cancel: () => asked.push('cancel'),
    speak: () => asked.push('speak'),
  }
  const { lacks, shown, speak } = await voiceOf(speech)
  expect([lacks, ...shown]).toEqual([false, 'Voice', ''])
  speak('One', true)
  expect(asked).toEqual([])
  speak('Two')
  expect(asked).toEqual(['cancel', 'speak'])
})
