/** What the public pages of the clinic half are given by the server. They run nowhere else: they need the database. */
import type { Context } from 'hono'
import type { Database } from '../../clinic/db/connection.ts'
import type { Frame } from './frame.tsx'

/** The database, and what signs and seals. */
export interface FindData {
  /** As the server's role: rows of the clinic of the transaction. */
  readonly app: Database
  /** As public search: the views of `directory`. */
  readonly directory: Database
  /** The installation's secret: signs private links and seals what people write. */
  readonly secret: Uint8Array
}

/** One home of the pages on which people book and look after a visit. */
export interface BookingHome {
  readonly frame: Frame
  /** The database as it is now: it may go and come back between two requests. */
  readonly data: () => FindData | undefined
  /** The network address of whoever asks, to bound how much one place can hold; undefined where it cannot be known. */
  readonly addressOf: (c: Context) => string | undefined
  /** The address that all mail comes from: the organiser of every calendar entry. Not given: the clinic's own. */
  readonly mailFrom?: string
  /** Where people reach this installation, without a slash at its end; not given: as the request came. */
  readonly origin?: () => string
  /**
   * The text of a mail that was written into the folder of files, by the id of its row. Given only where no mail server is
   * named; asked only in the demonstration.
   */
  readonly readMail?: ((mailId: string) => Promise<string | undefined>) | undefined
}
