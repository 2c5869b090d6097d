/** For tests: a process of its own that sends what is due until it is killed. Told where by its one argument, in JSON. */
import { connect } from '../db/connection.ts'
import { rolePassword } from '../db/roles.ts'
import { smtpDelivery } from './deliver.ts'
import { startMailer } from './send-mails.ts'

const { address, secret, url } = JSON.parse(process.argv[2] ?? '')
const db = connect(address, 'unclench_app', rolePassword(Buffer.from(secret, 'hex'), 'unclench_app'))
startMailer(
  {
    db,
    sender: {
      from: 'bookings@unclench.example',
      visitLink: (clinicId, appointmentId) => `https://unclench.example/visits/${clinicId}.${appointmentId}`,
      checkLink: 'https://unclench.example/check',
      bookAgainLink: () => 'https://unclench.example/find',
      reviewLink: (clinicId, appointmentId) => `https://unclench.example/reviews/${clinicId}.${appointmentId}`,
      stopLink: (clinicId, appointmentId) => `https://unclench.example/reviews/${clinicId}.${appointmentId}/stop`,
      staffReviewsLink: 'https://unclench.example/console/reviews',
      talkLink: (kind, clinicId, id) => `https://unclench.example/${kind}/${clinicId}.${id}`,
      offerLink: (clinicId, offerId) => `https://unclench.example/offers/${clinicId}.${offerId}`,
      waitingLink: (clinicId, entryId) => `https://unclench.example/waiting/${clinicId}.${entryId}`,
      chooseAgainLink: (clinicId, askId) => `https://unclench.example/visits/again/${clinicId}.${askId}`,
    },
    deliver: smtpDelivery(url),
  },
  (line) => process.stderr.write(`${line}\n`),
  10,
)
process.stdout.write('running\n')
