/** For tests: a process of its own that sends letters until it is killed. Told where by its one argument, in JSON. */
import { connect } from '../db/connection.ts'
import { rolePassword } from '../db/roles.ts'
import { smtpDelivery } from '../mail/deliver.ts'
import { openLeftBook } from './left-book.ts'
import { openSentBook } from './sent-book.ts'
import { startLetters } from './send-letters.ts'

const { address, secret, url, folder, leaseMs } = JSON.parse(process.argv[2] ?? '')
const key = Buffer.from(secret, 'hex')
const link = (what: string) => (clinicId: string, subscriberId: string) =>
  `https://unclench.example/letters/${what}/${clinicId}.${subscriberId}`
startLetters(
  {
    db: connect(address, 'unclench_app', rolePassword(key, 'unclench_app')),
    from: 'bookings@unclench.example',
    links: {
      origin: 'https://unclench.example',
      guide: 'https://unclench.example/guide',
      check: 'https://unclench.example/check',
      yes: link('yes'),
      mine: link('mine'),
      leave: link('leave'),
    },
    deliver: smtpDelivery(url),
    book: openSentBook(folder, key),
    left: openLeftBook(folder, key),
    leaseMs,
  },
  (line) => process.stderr.write(`${line}\n`),
  10,
)
process.stdout.write('running\n')
