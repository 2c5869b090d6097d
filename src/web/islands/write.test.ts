import { expect, test } from 'vitest'
import { write } from './write.ts'

/** An element, as far as `write` looks at it; counts how often it was written to. */
function place(words: string) {
  let text = words
  let writes = 0
  const element = {
    get textContent() {
      return text
    },
    set textContent(next: string) {
      text = next
      writes += 1
    },
  } as Element
  return { element, writes: () => writes, translate: (to: string) => (text = to), text: () => text }
}

test('words are written once, and again when they change', () => {
  const { element, writes, text } = place('')
  for (const words of ['Hold', 'Hold', 'Rest', 'Rest']) write(element, words)
  expect([writes(), text()]).toEqual([2, 'Rest'])
})

test('a page that was translated stays translated until there is something new to say', () => {
  const { element, writes, translate, text } = place('Start')
  write(element, 'Start')
  translate('Démarrer')
  for (let frame = 0; frame < 300; frame += 1) write(element, 'Start')
  expect([writes(), text()]).toEqual([0, 'Démarrer'])
  write(element, 'Pause')
  expect([writes(), text()]).toEqual([1, 'Pause'])
})
