/** What is said of a locked copy: what became of each try, and what is wrong with words that were typed. */
import type { ReadWords } from './recovery-words.ts'
import type { Synced } from './sync-record.ts'

const entries = (count: number) => `${count} ${count === 1 ? 'entry' : 'entries'}`

/** What a try came to, as one or two sentences. */
export function outcomeWords(done: Synced): string {
  if (done.ok) return doneWords(done)
  switch (done.why) {
    case 'offline':
      return 'There is no internet just now, or it broke off. Your record here is as it was. Try again when you are online.'
    case 'signedOut':
      return 'You are not signed in. Sign in to your account first, then try again. Your record here is as it was.'
    case 'full':
      return 'Your record is larger than your account takes. Nothing was sent. Save a file of it instead.'
    case 'away':
      return 'Your account did not answer. Your record here is as it was. Try again later.'
    case 'otherWords':
      return 'The copy in your account was locked with other words. Nothing was read and nothing was changed.'
    case 'gone':
      return 'There is no copy in this account any more. It was deleted on another device, or this is another account. Nothing was sent.'
    case 'damaged':
      return 'The copy in your account opened, but it is damaged. Nothing was changed. Delete it there and make a new one.'
    case 'newerApp':
      return 'The copy was made by a newer Unclench. Load this page again while online, then try again.'
    case 'noRoom':
      return 'This device could not keep what came: it may be full. Nothing was sent. Make room, then try again.'
    case 'noRecord':
      return 'This device did not open its record. Nothing was read and nothing was sent. Try again.'
    case 'busy':
      return 'Another device kept writing at the same time. Try again in a minute. Nothing is lost.'
    default:
      throw new Error(`unhandled ${done.why satisfies never}`)
  }
}

function doneWords({ came, went, newer, isFirst }: Extract<Synced, { ok: true }>): string {
  if (isFirst) return `The locked copy is in your account now, with ${entries(went)}.`
  const moved =
    came === 0 && went === 0
      ? 'Both are the same. Nothing new on either side.'
      : `In step. ${entries(came)} came here, ${entries(went)} went there.`
  return newer > 0 ? `${moved} ${entries(newer)} there can only be read by a newer Unclench. They are kept.` : moved
}

/** What is wrong with the words as typed. */
export function wordsProblem(read: Exclude<ReadWords, { ok: true }>): string {
  switch (read.why) {
    case 'count':
      return `Type all twelve words. There are ${read.count} here.`
    case 'unknown':
      return `Look again at: ${read.words.join(', ')}. ${read.words.length === 1 ? 'It is not a word' : 'These are not words'} that we give.`
    case 'order':
      return 'These words do not belong together. Look at their order, and that each is the right one.'
    default:
      throw new Error(`unhandled ${read satisfies never}`)
  }
}
