/** Sending letters beside a running server: started each time the database is there, stopped before it goes. */
import { join } from 'node:path'
import { privateToken } from '../clinic/booking/private-link.ts'
import { startLetters } from '../clinic/letters/send-letters.ts'
import { openLeftBook } from '../clinic/letters/left-book.ts'
import { openSentBook } from '../clinic/letters/sent-book.ts'
import type { MailSettings } from '../clinic/mail/mail-settings.ts'
import { paths } from '../web/care/paths.ts'
import { letterPaths } from '../web/find/letters/letter-paths.ts'
import type { Beside } from './clinic.ts'

/** What was sent and who left, beside the database. */
export const lettersFolderIn = (dataFolder: string): string => join(dataFolder, 'letters-sent')

/**
 * @param dataFolder where the books of what was sent and of who left are kept
 * @param origin where people reach this installation, without a slash at its end
 * @param say hears one line, without anybody's name or address
 */
export const lettersBeside =
  (settings: MailSettings, dataFolder: string, origin: () => string, say: (line: string) => void): Beside =>
  ({ app, secret }) => {
    const link =
      (kind: 'letters' | 'letters-asked', path: (token: string) => string) =>
      (clinicId: string, appointmentId: string) =>
        `${origin()}${path(privateToken(secret, kind, { clinicId, appointmentId }))}`
    return startLetters(
      {
        db: app,
        from: settings.from,
        links: {
          origin: origin(),
          guide: `${origin()}${paths.guide}`,
          check: `${origin()}${paths.check}`,
          yes: link('letters-asked', letterPaths.yes),
          mine: link('letters', letterPaths.mine),
          leave: link('letters', letterPaths.leave),
        },
        deliver: settings.deliver,
        book: openSentBook(lettersFolderIn(dataFolder), secret),
        left: openLeftBook(lettersFolderIn(dataFolder), secret),
      },
      say,
    )
  }
