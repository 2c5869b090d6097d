/**
 * The last check as a person may send it to whoever treats them: plain text, the same lines as the doctor's page has of it,
 * and nothing else of the record. Made on the device; what a server gets is this text, once its person has seen and chosen it.
 * Pure. Never: an answer about safety at home, a note in their own words, the diary, medicines beyond the check's answers.
 */
import { type Level, levels } from '../check/types.ts'
import { findLast } from '../evidence/lists.ts'
import { inOrder, type NotebookEvent } from './notebook.ts'
import { checkSections, dateWords } from './report.ts'

/** The first line of every such text; a change of its form gets another number. */
const heading = 'Unclench check, form 1'
/** Longest text, in characters: twice what the longest check gives. */
export const longestSharedCheck = 12_000

/** The check that would be sent. */
export function lastCheckOf(events: readonly NotebookEvent[]) {
  const check = findLast(inOrder(events), (event) => event.kind === 'checkFinished')
  return check?.kind === 'checkFinished' ? check : undefined
}

/**
 * @param isDue something was told since that asks for a new check, so that this one is not the last word
 * @returns the text, lines ended by \n; `null` where there is no check, or a part of the record cannot be read
 */
export function sharedCheckOf(events: readonly NotebookEvent[], isDue = false): string | null {
  const check = lastCheckOf(events)
  if (!check || events.some(({ kind }) => kind === 'unreadable')) return null
  const sections = checkSections(check, null)
  const result = sections[0]?.lines[0]?.text ?? ''
  // As today's rules read it where they are stricter, so that both lines say the same.
  const level = levels.find((known) => result.startsWith(known.toUpperCase())) ?? check.level
  const parts = sections.map(({ title, lines }) =>
    [title, ...lines.map(({ label, text }) => `- ${label === undefined ? '' : `${label}: `}${oneLine(text)}`)].join(
      '\n',
    ),
  )
  const foot = 'Told by the person, on their own device. No doctor has looked at them for it.'
  return [
    heading,
    `Level: ${level}`,
    `As told on ${check.dayNotKnown ? 'a day that is not known, as the clock was ahead' : dateWords(check.day)}${isDue ? sinceWords : ''}`,
    ...parts,
    foot,
  ].join('\n\n')
}

const sinceWords = '. Since then they have told of something new, and have not done the check again'

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** The day on which it was told, in the words of the text, whatever was told since; `undefined` where it names none. */
export const toldDayOf = (text: string): string | undefined => /\n\nAs told on (\d+ [A-Z][a-z]+ \d+)/.exec(text)?.[1]

/** A text that came back. */
export type ReadSharedCheck =
  | { readonly ok: true; readonly text: string; readonly level: Level }
  | { readonly ok: false; readonly why: 'notACheck' | 'tooLong' }

/** Reads a text that a form carried, whatever ends its lines. Work is bounded by its first look. */
export function readSharedCheck(typed: string): ReadSharedCheck {
  if (typed.length > longestSharedCheck * 2) return { ok: false, why: 'tooLong' }
  const text = typed.replace(/\r\n?/g, '\n').trim()
  if (text.length > longestSharedCheck) return { ok: false, why: 'tooLong' }
  const named = /^Unclench check, form 1\n\nLevel: ([a-z-]+)\n\n/.exec(text)?.[1]
  const level = levels.find((known) => known === named)
  return level ? { ok: true, text, level } : { ok: false, why: 'notACheck' }
}
