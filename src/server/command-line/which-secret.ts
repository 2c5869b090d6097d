/** Which secret a backup was made under, and what is shut where an installation has another. */
import { createHmac } from 'node:crypto'

/** Tells one secret from another, and says nothing of either. */
export const markOf = (secret: string): string =>
  createHmac('sha256', secret).update('which secret this is').digest('hex').slice(0, 16)

/** Where the secret of this installation is kept. @param isTold it came with the settings */
export const placeOfSecret = (isTold: boolean): string =>
  isTold ? 'UNCLENCH_SECRET' : 'the file "secrets" of the data folder'

/** Said where a backup is put back under another secret than it was made under. */
export const otherSecretWords = (isTold: boolean): string =>
  [
    'This backup was made under another secret than this installation has. Nothing was changed.',
    'Without it nobody can open notes, questions and shared checks, the links in mails that were sent open nothing, and staff cannot sign in by password and code.',
    `Put the old secret into ${placeOfSecret(isTold)}, and restore again. If it is lost, add --other-secret.`,
  ].join('\n')
