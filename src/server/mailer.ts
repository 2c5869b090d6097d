/** The mailer of a running server: starts each time the database is there, and is stopped before it goes. */
import type { MailSettings } from '../clinic/mail/mail-settings.ts'
import { startMailer } from '../clinic/mail/send-mails.ts'
import { privateToken } from '../clinic/booking/private-link.ts'
import { bookingPaths } from '../web/find/booking/booking-paths.ts'
import { reviewPaths } from '../web/find/reviews/review-paths.ts'
import { paths } from '../web/care/paths.ts'
import type { Beside } from './clinic.ts'

/**
 * @param origin where people reach this installation, without a slash at its end
 * @param say hears one line, without anybody's name or address
 */
export const mailerBeside =
  (settings: MailSettings, origin: () => string, say: (line: string) => void): Beside =>
  ({ app, secret }) =>
    startMailer(
      {
        db: app,
        deliver: settings.deliver,
        sender: {
          from: settings.from,
          visitLink: (clinicId, appointmentId) =>
            `${origin()}${bookingPaths.visit(privateToken(secret, 'visit', { clinicId, appointmentId }))}`,
          checkLink: `${origin()}${paths.check}`,
          bookAgainLink: (slug, service) => `${origin()}/therapists/${slug}?${new URLSearchParams({ service })}`,
          reviewLink: (clinicId, appointmentId) =>
            `${origin()}${reviewPaths.write(privateToken(secret, 'review', { clinicId, appointmentId }))}`,
          stopLink: (clinicId, appointmentId) =>
            `${origin()}${reviewPaths.stop(privateToken(secret, 'review', { clinicId, appointmentId }))}`,
          staffReviewsLink: `${origin()}/console/reviews`,
        },
      },
      say,
    )
