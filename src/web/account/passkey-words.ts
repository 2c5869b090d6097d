/** What is said where a passkey let nobody in. */
import type { NotByPasskey } from './account-home.ts'

/** @param otherWay how to go on without one, as a sentence */
export function passkeyWords(why: NotByPasskey, otherWay: string): string {
  const words: Readonly<Record<NotByPasskey, string>> = {
    wrong: 'What your browser sent could not be checked. Try again.',
    'start-again': 'That took too long, or was done in another window. Try again.',
    unknown: 'This passkey is not one of ours any more. It may have been deleted here.',
    copied: 'This passkey was stopped: somebody may have copied it. Sign in the other way and delete it.',
    'not-for-staff': 'This passkey opens your own account, and not the console.',
  }
  return `${words[why]} ${otherWay}`
}
