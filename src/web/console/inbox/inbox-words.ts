/** What the inbox says: what was done with a question, and what became of a button. */
import { isKeyOf } from '../../../care/evidence/closed-sets.ts'
import type { QuestionDone } from '../../../clinic/talk/answer-question.ts'
import type { TalkAct } from '../../../clinic/talk/inbox.ts'
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

/** What a button did, as the page after it says. Keys stand in the address, so they say nothing of a question. */
export const doneWords: Readonly<Record<string, string | undefined>> = {
  assigned: 'Written down who answers.',
  due: 'Written down when it is due.',
  'danger-seen': 'Written down that you have looked.',
  answered: 'Your answer is written. It goes in two minutes.',
  'taken-back': 'The answer is taken back. Nobody has read it.',
  withdrawn: 'It is off the public page.',
  closed: 'It is closed. Whoever asked reads why.',
  reopened: 'It is open again.',
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
