/**
 * The check as it speaks to somebody who answers for another: "Do they have …" instead of "Do you have …".
 * Made from the questions themselves, so that the two forms can never say different things; what grammar alone would
 * get wrong stands in `exceptions`. Values, ids and what an answer means stay the same.
 */
import { recordOf } from '../../evidence/closed-sets.ts'
import type { Answers, Option, Question } from '../types.ts'

/** Whom the check speaks of: the reader, or the person the reader answers for. */
export type Person = 'you' | 'they'

/** Whom the check speaks of with these answers. Nobody said: the reader. */
export const personOf = ({ who }: Answers): Person => (who === undefined || who === 'me' ? 'you' : 'they')

/** Tests a person does with their own body, and sentences that already speak of both. */
const exceptions: Readonly<Record<string, string>> = {
  'Hold on to something. Stand on your heels for 3 seconds, then on tiptoes, one foot at a time. What happens?':
    'Let them hold on to something. They stand on their heels for 3 seconds, then on tiptoes, one foot at a time. What happens?',
  'Lie in the position that hurts least for a minute. Does the pain ease at all?':
    'Let them lie in the position that hurts least for a minute. Does the pain ease at all?',
  'Wipe with tissue on the left, then the right. Do both sides feel the same as usual? A small patch counts.':
    'Let them wipe with tissue on the left, then the right. Do both sides feel the same as usual? A small patch counts.',
  'Lie flat and rest your hand on your tummy.': 'Let them lie flat and rest a hand on their tummy.',
  'Beating lump in the tummy (lie flat and feel)': 'Beating lump in the tummy (let them lie flat and feel)',
  'Look in a mirror, or ask someone to look.': 'Look at their back.',
  'Look in a mirror, or ask someone to look. A tight knot of muscle does not count.':
    'Look at their back. A tight knot of muscle does not count.',
  'Step on the scales, or check your belt.': 'Let them step on the scales, or check their belt.',
  'You can skip this. It is never put in a summary that others may see.':
    'This can be skipped. It is never put in a summary that others may see.',
  'If you do not know your weight or the amount, choose "Not sure".':
    'If their weight or the amount is not known, choose "Cannot tell".',
  'You were not sure of a nerve sign. If you are answering for someone else, fetch them: only they can tell how peeing, pooing and wiping feel. If you cannot, we treat it as yes.':
    'A nerve sign was not clear. Fetch them: only they can tell how peeing, pooing and wiping feel. If that is not possible, we treat it as yes.',
  'Which medicines do you take? Names are enough. (You can leave this empty.)':
    'Which medicines do they take? Names are enough. (This can be left empty.)',
  'Peeing changes: you can’t start, can’t feel it, or leak.':
    'Peeing changes: they can’t start, can’t feel it, or leak.',
  // Where to go: who drives, rings and asks is the reader.
  'Ask for an ambulance. Say what is on this screen. Do not drive yourself.':
    'Ask for an ambulance. Say what is on this screen. They must not drive.',
  'Ask someone to drive you. Do not drive yourself if your legs are weak or numb. Take this summary with you.':
    'Drive them, or ask someone to. They must not drive if their legs are weak or numb. Take this summary with you.',
  'Open day and night. Say what is on this screen. If no one sees you by the end of today, go to A&E.':
    'Open day and night. Say what is on this screen. If no one sees them by the end of today, go to A&E.',
  'Say: “I need to speak to someone today about new back pain.” When the surgery is shut, call 111.':
    'Say: “I am ringing for someone with new back pain. They need to speak to someone today.” When the surgery is shut, call 111.',
  'Ring or use the surgery’s app. Take this summary with you.':
    'Ring or use the surgery’s app. Take this summary with you.',
  'If you do not know where it is, call 111 and ask.': 'If you do not know where it is, call 111 and ask.',
  'Ring now. If you cannot get through, go to A&E.': 'Ring now. If you cannot get through, go to A&E.',
  'Free, day and night. You can talk about anything that upsets you.':
    'Free, day and night. They can talk about anything that upsets them.',
  'You and the pain': 'The person and the pain',
  'Something has changed from how they or I usually are': 'Something has changed from how they usually are',
}

/** After these, "you" is the one it happens to: "hurt you", "with you". */
const beforeObject =
  '(?:hurt|hurts|frightens|tells?|checked|judge|worries|fits?|wakes?|harms?|keeps?|asks?|helps?|gives?|lets?|eases?|stops?|for|in|with|to|of|around|near|on|at|by|about|from|like)'

/** This text as it is said of somebody else. Text that speaks of nobody is returned as it is. */
export function inThirdPerson(text: string): string {
  const exception = exceptions[text]
  if (exception !== undefined) return exception
  return text
    .replace(new RegExp(`\\b(${beforeObject}) (?:you|me)\\b`, 'gi'), '$1 them')
    .replace(/\b(?:yourself|myself)\b/g, 'themselves')
    .replace(/\b(?:yours|mine)\b/g, 'theirs')
    .replace(/\b(?:your|my)\b/g, 'their')
    .replace(/\b(?:Your|My)\b/g, 'Their')
    .replace(/\bI['’]m\b/g, 'they are')
    .replace(/\b(?:you|I)\b/g, 'they')
    .replace(/\bYou\b/g, 'They')
    .replace(/\bMe\b/g, 'Them')
    .replace(/\bme\b/g, 'them')
    .replace(/\b(they|and|or) am\b/g, '$1 are')
    .replace(/\bthey was\b/g, 'they were')
    .replace(/(^|[.?!] |^["“])they\b/g, '$1They')
}

/** This text for this person. */
export const spokenTo = (person: Person, text: string): string => (person === 'you' ? text : inThirdPerson(text))

/** The question as it is put to this person. The clinician's short forms stay. */
export function wordedFor<Q extends Question>(person: Person, question: Q): Q
export function wordedFor(person: Person, question: Question): Question {
  if (person === 'you') return question
  const asked = { ...question, ...said(question, 'ask', 'why', 'help', 'tip') }
  switch (asked.kind) {
    case 'yesNo':
      return {
        ...asked,
        ...said(asked, 'tick', 'note'),
        ...(asked.words && { words: said(asked.words, 'yes', 'no') }),
        ...(asked.extra && { extra: optionsSaid(asked.extra) }),
      }
    case 'choice':
    case 'ticks':
      return { ...asked, options: optionsSaid(asked.options) }
    case 'number':
    case 'text':
      return asked
    default:
      throw new Error(`unhandled ${asked satisfies never}`)
  }
}

/** These texts of a question or option, as they are said of somebody else. Those that it lacks stay missing. */
function said<Key extends string>(
  texts: Readonly<Partial<Record<Key, string>>>,
  ...keys: readonly Key[]
): Readonly<Record<Key, string>> {
  const given = keys.filter((key) => texts[key] !== undefined)
  return recordOf(given, (key) => inThirdPerson(texts[key] ?? ''))
}

const optionsSaid = (options: readonly Option[]): readonly Option[] =>
  options.map((option) => ({ ...option, ...said(option, 'text') }))
