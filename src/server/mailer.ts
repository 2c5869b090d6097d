/** The mailer and the sweep of offers of a running server: started each time the database is there, stopped before it goes. */
import type { MailSettings } from '../clinic/mail/mail-settings.ts'
import { startMailer } from '../clinic/mail/send-mails.ts'
import { type LinkSubject, privateToken } from '../clinic/booking/private-link.ts'
import { bookingPaths } from '../web/find/booking/booking-paths.ts'
import { reviewPaths } from '../web/find/reviews/review-paths.ts'
import { findPaths } from '../web/find/paths.ts'
import { askPaths } from '../web/find/ask/ask-paths.ts'
import { consolePaths } from '../web/console/console-paths.ts'
import type { TalkMailKind } from '../clinic/mail/talk-mail-rows.ts'
import { paths } from '../web/care/paths.ts'
import { sweepOffers } from '../clinic/booking/waiting/sweep-offers.ts'
import { sweepAgainAndAgain } from '../clinic/mail/sweep.ts'
import type { Beside } from './clinic.ts'

/** Where a mail about a question or a comment leads. */
function talkPath(kind: TalkMailKind, secret: Uint8Array, subject: LinkSubject): string {
  if (kind === 'question-alert') return consolePaths.inbox
  if (kind === 'comment-alert') return consolePaths.moderation
  return kind === 'comment'
    ? askPaths.ownComment(privateToken(secret, 'comment', subject))
    : askPaths.own(privateToken(secret, 'question', subject))
}

/** The next person is asked within a minute of an offer's end. */
const offersEveryMs = 20_000

/**
 * @param origin where people reach this installation, without a slash at its end
 * @param say hears one line, without anybody's name or address
 * @param mailEveryMs how long after each round of mail the next one begins
 */
export const mailerBeside =
  (settings: MailSettings, origin: () => string, say: (line: string) => void, mailEveryMs?: number): Beside =>
  ({ app, secret }) => {
    const offers = sweepAgainAndAgain(
      (signal) => sweepOffers(app, signal),
      (why) => say(`Offers wait: this round could not finish (${why}).`),
      offersEveryMs,
    )
    const mailer = startMailer(
      {
        db: app,
        deliver: settings.deliver,
        sender: {
          from: settings.from,
          visitLink: (clinicId, appointmentId, linkRound) =>
            `${origin()}${bookingPaths.visit(privateToken(secret, 'visit', { clinicId, appointmentId, linkRound }))}`,
          checkLink: `${origin()}${paths.check}`,
          offerLink: (clinicId, appointmentId, linkRound) =>
            `${origin()}${bookingPaths.offer(privateToken(secret, 'offer', { clinicId, appointmentId, linkRound }))}`,
          waitingLink: (clinicId, appointmentId, linkRound) =>
            `${origin()}${bookingPaths.waiting(privateToken(secret, 'waiting', { clinicId, appointmentId, linkRound }))}`,
          chooseAgainLink: (clinicId, appointmentId, linkRound) =>
            `${origin()}${bookingPaths.again(privateToken(secret, 'choose-again', { clinicId, appointmentId, linkRound }))}`,
          bookAgainLink: (slug, service, place) => `${origin()}${findPaths.bookAgain(slug, service, place)}`,
          reviewLink: (clinicId, appointmentId, linkRound) =>
            `${origin()}${reviewPaths.write(privateToken(secret, 'review', { clinicId, appointmentId, linkRound }))}`,
          stopLink: (clinicId, appointmentId, linkRound) =>
            `${origin()}${reviewPaths.stop(privateToken(secret, 'review', { clinicId, appointmentId, linkRound }))}`,
          staffReviewsLink: `${origin()}/console/reviews`,
          talkLink: (kind, clinicId, appointmentId) =>
            `${origin()}${talkPath(kind, secret, { clinicId, appointmentId })}`,
        },
      },
      say,
      mailEveryMs,
    )
    return {
      stop: async () => {
        await Promise.all([offers.stop(), mailer.stop()])
      },
    }
  }
