/** The words of a printed guide, part by part, as tests look for them. */
import type { Part } from './types.ts'

/** All that is read aloud of one part, in order. */
export const wordsOfPart = (part: Part): readonly string[] => {
  switch (part.kind) {
    case 'alarm':
    case 'box':
      return [part.title, ...part.items]
    case 'list':
      return part.items
    case 'step':
      return [part.title, ...part.groups.flatMap(({ label = '', items }) => [label, ...items])]
    case 'groups':
      return part.groups.flatMap(({ label = '', items }) => [label, ...items])
    case 'drawings':
      return part.drawings.map(({ caption }) => caption)
    case 'table':
      return [...part.head, ...part.rows.flat()]
    case 'room':
      return [part.label]
    case 'newPage':
      return []
    default:
      return [part.text]
  }
}
