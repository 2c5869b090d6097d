/** For tests: a home of the staff's pages, with whoever is to be signed in. */
import { connect } from '../../clinic/db/connection.ts'
import { frame } from '../find/find.fixtures.ts'
import type { ConsoleData, ConsoleHome, SignedIn } from './console-home.ts'

/** A database that nobody can reach. Opens no connection until it is asked. */
export const noDatabase = connect({ host: '127.0.0.1', port: 1, database: 'none' }, 'unclench_app', '')

interface Wish {
  readonly signedIn: SignedIn
  readonly data?: ConsoleData
  readonly now?: () => Temporal.Instant
}

/** A home with this member signed in, over this database. */
export const consoleHome = ({ signedIn, data, now = () => Temporal.Now.instant() }: Wish): ConsoleHome => ({
  frame,
  css: '/console.css',
  data: () => data ?? { app: noDatabase, directory: noDatabase, secret: new Uint8Array(32) },
  signedIn: () => Promise.resolve(signedIn),
  now,
})
