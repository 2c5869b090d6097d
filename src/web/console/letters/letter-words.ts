/** What the staff's pages say of letters. One wording each. */
import type { ConsentAct } from '../../../clinic/letters/letter-consents.ts'
import { type LetterState, missedItsTime, type StaffLetter } from '../../../clinic/letters/read-letters.ts'
import type { LetterAct } from '../../../clinic/letters/write-letters.ts'
import { momentOf } from '../console-words.ts'
import { graceMinutes } from './before-it-goes.tsx'

/** Where a letter is on its way. */
const letterStateWords: Readonly<Record<LetterState, string>> = {
  draft: 'draft',
  scheduled: 'has a time',
  running: 'is going out',
  stopped: 'stopped',
  finished: 'sent',
}

/** The chip of a letter. @param intoFiles no mail server is named: what is handed over becomes a file, and nothing is sent */
export function chipOf(
  letter: Pick<StaffLetter, 'state' | 'sendAt'>,
  { now, intoFiles }: { readonly now: number; readonly intoFiles?: boolean | undefined },
): string {
  if (missedItsTime(letter, now)) return 'not sent'
  return intoFiles && letter.state === 'finished' ? 'made into files' : letterStateWords[letter.state]
}

/** When, in a sentence. @param now milliseconds since 1970 */
export function letterWhen(
  letter: StaffLetter,
  {
    zone,
    now,
    intoFiles = false,
  }: { readonly zone: string; readonly now: number; readonly intoFiles?: boolean | undefined },
): string {
  const { state, sendAt, startedAt, finishedAt, changedAt } = letter
  const at = (ms: number | null) => (ms === null ? '' : momentOf(ms, zone, now))
  switch (state) {
    case 'draft':
      return `Draft, changed ${at(changedAt)}.`
    case 'scheduled':
      return missedItsTime(letter, now)
        ? `It was to go out ${at(sendAt)}, and could not. Nobody got it, and it no longer goes by itself. Take it back, look at it, and give it another time.`
        : `Goes out ${at(sendAt)}.`
    case 'running':
      return `Going out since ${at(startedAt)}.`
    case 'stopped':
      return `Begun ${at(startedAt)}, and stopped.`
    default:
      return `${intoFiles ? 'Made into files' : 'Sent'} from ${at(startedAt)}, done ${at(finishedAt)}.`
  }
}

/** What a press did. Keys stand in the address. `while`: the one state in which it is still so; not given: always. */
const doneWords: ReadonlyMap<string, { readonly words: string; readonly while?: LetterState }> = new Map([
  ['saved', { words: 'Kept.' }],
  ['tested', { words: 'The test is on its way to your own address.' }],
  ['tested-into-file', { words: 'The test is a file on this server, or will be soon. It is not sent.' }],
  ['scheduled', { words: 'It has its time. Until then you can take it back.', while: 'scheduled' }],
  ['now', { words: `It begins within ${graceMinutes} minutes. Until then you can take it back.`, while: 'scheduled' }],
  ['moved', { words: 'The pages stand in this order now.', while: 'draft' }],
  ['taken-back', { words: 'It is a draft again. Nobody got it.', while: 'draft' }],
  ['stopped', { words: 'Stopped. Nothing more of it goes out until you let it go on.', while: 'stopped' }],
  ['went-on', { words: 'It goes on with those who have not had it.', while: 'running' }],
  ['sent-to-missing', { words: 'It goes once more to those whom it did not reach.', while: 'running' }],
  ['allowed', { words: 'Letters go to that address again.' }],
])

/**
 * What the last press did. Nothing where the letter has moved on since: the address may be opened again later, and a colleague
 * may have pressed something else in between.
 */
export function saidOf(
  letter: Pick<StaffLetter, 'state' | 'sendAt'>,
  { done, now, intoFiles }: { readonly done: string; readonly now: number; readonly intoFiles?: boolean | undefined },
): string | undefined {
  const said = doneWords.get(done === 'tested' && intoFiles ? 'tested-into-file' : done)
  if (said?.while && (said.while !== letter.state || missedItsTime(letter, now))) return undefined
  return said?.words
}

/** Why a press did nothing. */
export const notDoneWords: Readonly<Record<Extract<LetterAct, { ok: false }>['why'], string>> = {
  noLetter: 'There is no such letter.',
  version:
    'This letter was saved after you opened this page, by you or by a colleague. What you typed is below; what was kept is on the page of the letter.',
  state: 'Nothing was changed: the letter is past that already.',
  noPlace: 'A letter must name the postal address of the clinic. Add a place under Clinic first.',
  pageGone: 'A page of this letter is not in the guide any more. Take it out, then look again.',
  offerGone: 'The offer in this letter ends before readers could use it. Choose another offer, or an earlier time.',
  tooSoon: 'Readers were promised at most one letter a month about each topic, and another one is nearer than that.',
  tooMany: 'Fifty letters wait unsent already. Send or finish some of them first.',
}

/** What somebody did, in the proof. */
export const consentWords: Readonly<Record<ConsentAct, string>> = {
  asked: 'Asked for letters on our page',
  confirmed: 'Said yes, by the button behind the mailed link',
  refused: 'Said that it was not they',
  changed: 'Changed what the letters are about',
  left: 'Left, by the button of our page',
  'left-by-mail-program': 'Left, by their mail program',
  bounced: 'A letter came back: none goes there since',
  'put-back': 'Put back by staff: letters go there again',
}
