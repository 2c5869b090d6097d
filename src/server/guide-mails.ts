/** Sending printed guides beside a running server: started each time the database is there, stopped before it goes. */
import { startGuideMails } from '../clinic/letters/send-guide-mails.ts'
import type { MailSettings } from '../clinic/mail/mail-settings.ts'
import { livePath } from '../web/care/guide/booklets-page.tsx'
import { paths } from '../web/care/paths.ts'
import type { Beside } from './clinic.ts'

/**
 * @param origin where people reach this installation, without a slash at its end
 * @param say hears one line, without anybody's name or address
 */
export const guideMailsBeside =
  (settings: Pick<MailSettings, 'from' | 'deliver'>, origin: () => string, say: (line: string) => void): Beside =>
  ({ app, secret }) =>
    startGuideMails(
      {
        ...{ db: app, secret, from: settings.from, deliver: settings.deliver },
        links: ({ name, live }, noGuides) => ({
          file: `${origin()}${paths.guidePdfs}/${name}.pdf`,
          live: `${origin()}${livePath(live)}`,
          check: `${origin()}${paths.check}`,
          notMe: `${origin()}${paths.noGuides(noGuides)}`,
        }),
      },
      say,
    )
