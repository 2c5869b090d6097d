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
  'Say: “I need to speak to someone today about back pain.” When the surgery is shut, call 111.':
    'Say: “I am ringing for someone with back pain. They need to speak to someone today.” When the surgery is shut, call 111.',
  'Ring or use the surgery’s app. Take this summary with you.':
    'Ring or use the surgery’s app. Take this summary with you.',
  'If you do not know where it is, call 111 and ask.': 'If you do not know where it is, call 111 and ask.',
  'Ring now. If you cannot get through, go to A&E.': 'Ring now. If you cannot get through, go to A&E.',
  'Free, day and night. You can talk about anything that upsets you.':
    'Free, day and night. They can talk about anything that upsets them.',
  // What only grammar would turn round: who must do it is the person, and who told us is the reader.
  'You are on your own. If your legs are weak or numb, or nobody can drive you, call 999. Do not drive yourself.':
    'They are on their own. If their legs are weak or numb, or nobody can drive them, call 999. They must not drive.',
  'You were not sure of two or more nerve signs. Someone should check them today.':
    'Two or more nerve signs were not clear. Someone should check them today.',
  'If you are not sure about losing weight, see a GP and be weighed.':
    'It is not clear whether they have lost weight. They should see a GP and be weighed.',
  'Do not drive. If you cannot stand, call 999.': 'They must not drive. If they cannot stand, call 999.',
  'Keep taking your steroid tablets. Do not stop them.':
    'They should keep taking their steroid tablets, and not stop them.',
  'Keep still. Stay in the position that feels normal for your back.':
    'Let them keep still, in the position that feels normal for their back.',
  'Numb, weak or cannot get up? Keep still and call 999.':
    'Numb, weak or cannot get up? Let them keep still, and call 999.',
  'Stop ibuprofen, naproxen and aspirin taken for pain.':
    'They should stop ibuprofen, naproxen and aspirin taken for pain.',
  'Take no more painkillers.': 'They must take no more painkillers.',
  'You have taken more than the packet allows. Ring 111 now and take no more.':
    'They have taken more than the packet allows. Ring 111 now. They must take no more.',
  'Do not take ibuprofen, naproxen or aspirin for this pain. Ask a pharmacist what you can take.':
    'They must not take ibuprofen, naproxen or aspirin for this pain. Ask a pharmacist what they can take.',
  'Tell your midwife about this back pain when you next speak. Some movements and medicines are left out for you.':
    'Their midwife should hear of this back pain when they next speak. Some movements and medicines are left out for them.',
  'If you are very tired, off your food or sore in a few bones, be seen within days.':
    'If they are very tired, off their food or sore in a few bones, they should be seen within days.',
  'You may be pregnant. If your tummy hurts or you bleed, be checked today.':
    'They may be pregnant. If their tummy hurts or they bleed, they should be checked today.',
  'Walk in to any pharmacy. You do not need an appointment.': 'Walk in to any pharmacy. No appointment is needed.',
  'Rest in the position that hurts least.': 'They should rest in the position that hurts least.',
  'Do not eat a big meal, in case you need an operation. Take this page with you.':
    'They should not eat a big meal, in case they need an operation. Take this page with you.',
  'What I can do until then': 'What they can do until then',
  'Make my plan': 'Make their plan',
  // In place of a plan.
  'Your check found a sign that needs help now. Movements could do harm before you are seen.':
    'The check found a sign that needs help now. Movements could do harm before they are seen.',
  'Call 999 or go to A&E now, as your result says.': 'Call 999 or go to A&E now, as the result says.',
  'Do not drive yourself.': 'They must not drive.',
  'Show or read out your summary.': 'Show or read out the summary.',
  'Do not eat a big meal, in case you need an operation.':
    'They should not eat a big meal, in case they need an operation.',
  'Take your medicines, or a list of them, with you.': 'Take their medicines, or a list of them, with you.',
  'Your check found something that needs a call today. Movements wait until you have been checked.':
    'The check found something that needs a call today. Movements wait until they have been checked.',
  'Make the call. Your result says who to ring.': 'Make the call. The result says who to ring.',
  'Have your summary ready. Say what is on it.': 'Have the summary ready. Say what is on it.',
  'If no one sees you by the end of today, go to A&E.': 'If no one sees them by the end of today, go to A&E.',
  'Take paracetamol only if the medicine page says it is OK for you.':
    'They may take paracetamol only if the medicine page says it is OK for them.',
  'Call 999 if you get any danger sign on your result.': 'Call 999 if they get any danger sign on the result.',
  'If you cannot finish it and you are worried, call 111.': 'If you cannot finish it and you are worried, call 111.',
  'If you are worried, call 111.': 'If you are worried, call 111.',
  'If you cannot get through, go to A&E.': 'If you cannot get through, go to A&E.',
  'Your last check is more than 24 hours old. A danger sign can come later.':
    'The last check is more than 24 hours old. A danger sign can come later.',
  'Do the check again to get to your plan.': 'Do the check again to get to their plan.',
  'Someone has seen you since your last check. So we need to ask again how you are now.':
    'Someone has seen them since the last check. So we need to ask again how they are now.',
  'Do what the person who saw you said.': 'Do what the person who saw them said.',
  'You told us about something after your last check. Leave your movements until a new check is clear.':
    'You told us about something after the last check. Leave their movements until a new check is clear.',
  'Your last entry was very sore. So we look for danger signs again before you move.':
    'The last entry was very sore. So we look for danger signs again before they move.',
  'Take no more painkillers until they tell you.': 'They must take no more painkillers until 111 says so.',
  // The plan's own lists; its steps speak to the person.
  'No step here is an instant cure. They help you to be more at ease and keep going.':
    'No step here is an instant cure. All of them help to be more at ease and keep going.',
  'Do more of your normal day. Ask for help if you are stuck.':
    'They should do more of their normal day, and ask for help if they are stuck.',
  'Your check asks you to be seen first. Until then: rest positions, soft breathing, warmth and your usual gentle walking. No other movements.':
    'They should be seen first, says the check. Until then they may rest, breathe softly, keep warm and do their usual gentle walks. No other movements.',
  'Your check asks you to be seen first.': 'The check asks for them to be seen first.',
  'Print my plan': 'Print their plan',
  'You and the pain': 'The person and the pain',
  'Something has changed from how they or I usually are': 'Something has changed from how they usually are',
}

/** After these, "you" is the one it happens to: "hurt you", "with you". */
const beforeObject =
  '(?:hurt|hurts|frightens|tells?|checked|judge|worries|fits?|wakes?|harms?|keeps?|asks?|helps?|gives?|lets?|eases?|makes?|stops?|for|in|with|without|to|of|around|near|on|at|by|about|from|like)'

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
    .replace(/\bYou\b(?! told us)/g, 'They')
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
