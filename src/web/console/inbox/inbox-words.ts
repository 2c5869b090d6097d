/** What the inbox says: what was done with a question, and what became of a button. */
import { isKeyOf } from '../../../care/evidence/closed-sets.ts'
import type { QuestionDone } from '../../../clinic/talk/answer-question.ts'
import type { StaffQuestion, TalkAct } from '../../../clinic/talk/inbox.ts'
import { closeReasons, dangerOutcomes } from '../../../clinic/talk/talk-words.ts'

const plain: Readonly<Record<string, string>> = {
  read: 'Read it.',
  due: 'Set when it is due.',
  answered: 'Answered it.',
  'taken-back': 'Took the answer back.',
  withdrawn: 'Took it off the public page.',
  reopened: 'Opened it again.',
}

/** One act as a sentence. @param nameOf the name of a member of the team */
export function actWords({ what, why }: TalkAct, nameOf: (id: string) => string | undefined): string {
  if (what === 'assigned')
    return why === null ? 'Gave it to nobody.' : `Gave it to ${nameOf(why) ?? 'somebody who left'}.`
  const reason = why ?? ''
  if (what === 'danger-seen' && isKeyOf(dangerOutcomes, reason)) return `Danger words: ${dangerOutcomes[reason]}`
  if (what === 'closed' && isKeyOf(closeReasons, reason)) return `Closed it: ${closeReasons[reason]}`
  return plain[what] ?? what
}

type Standing = Pick<StaffQuestion, 'state' | 'answer' | 'published' | 'now'>

interface DoneWords {
  readonly words: string
  /** Is it still so? Not given: it was written down, which stays true. */
  readonly still?: (question: Standing) => boolean
}

/** What a button did. Keys stand in the address, so they say nothing of a question. */
const doneWords: ReadonlyMap<string, DoneWords> = new Map<string, DoneWords>([
  ['assigned', { words: 'Written down who answers.' }],
  ['due', { words: 'Written down when it is due.' }],
  ['danger-seen', { words: 'Written down that you have looked.' }],
  [
    'answered',
    {
      words: 'Your answer is written. It goes in two minutes.',
      still: ({ answer, now }) => answer !== undefined && answer.goesAt > now,
    },
  ],
  [
    'taken-back',
    {
      words: 'The answer is taken back. Nobody has read it.',
      still: ({ state, answer }) => state === 'open' && !answer,
    },
  ],
  ['withdrawn', { words: 'It is off the public page.', still: ({ published }) => published === undefined }],
  ['closed', { words: 'It is closed. Whoever asked reads why.', still: ({ state }) => state === 'closed' }],
  ['reopened', { words: 'It is open again.', still: ({ state }) => state === 'open' }],
])

/**
 * What the last press did, as the page after it says. Nothing where the question has moved on since: the address may be opened
 * again later, and a colleague may have pressed something else in between.
 */
export function saidOf(question: Standing, done: string): string | undefined {
  const said = doneWords.get(done)
  return said && (said.still?.(question) ?? true) ? said.words : undefined
}

/** Why nothing was done. */
export const refusedWords: Readonly<Record<Extract<QuestionDone, { ok: false }>['why'], string>> = {
  noQuestion: 'There is no such question any more.',
  dangerFirst: 'Nothing was changed. First write down what you made of the danger words.',
  notRegistered: 'Nothing was sent. Only somebody whom a register lists today can sign.',
  notNow: 'Nothing was changed: somebody did this or something else with it meanwhile.',
  notPublic: 'Nothing was sent. Whoever asked wants the answer for themselves alone.',
  tooLate: 'It has gone already, and cannot be taken back.',
  noMember: 'Nothing was changed: that person does not treat here any more.',
}
