/**
 * PostgreSQL's COPY over our driver, which leaves it to whoever asks: rows out as text in pieces, and text in.
 * Neither side is ever given more than it can take.
 */
import { once } from 'node:events'
import type { Socket } from 'node:net'
import type pg from 'pg'

/** Reads a COPY … TO STDOUT and hands each piece on. The server waits while `take` does. */
export function copyOut(client: pg.Client, sql: string, take: (piece: Buffer) => Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    let handed = Promise.resolve()
    let failed: unknown
    const query = {
      submit: (connection: pg.Connection) => connection.query(sql),
      handleCopyData: ({ chunk }: { readonly chunk: Buffer }, connection: CopyConnection) => {
        connection.stream.pause()
        // The driver writes over its buffer when more comes.
        const row = Buffer.from(chunk)
        handed = handed
          .then(() => (failed ? undefined : take(row)))
          .catch((error) => {
            failed = error
          })
          .finally(() => connection.stream.resume())
      },
      handleCopyInResponse: () => undefined,
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => void handed.then(() => (failed ? reject(failed) : resolve())),
      handleError: (error: Error) => reject(error),
    }
    client.query(query)
  })
}

/** Writes a COPY … FROM STDIN from pieces of text. If `pieces` throws, nothing of it stays. */
export function copyIn(client: pg.Client, sql: string, pieces: AsyncIterable<Buffer>): Promise<void> {
  return new Promise((resolve, reject) => {
    let failed: unknown
    const send = (connection: CopyConnection) =>
      sendPieces(connection, pieces).catch((error: unknown) => {
        failed = error
        connection.sendCopyFail('the backup cannot be read')
      })
    const query = {
      submit: (connection: pg.Connection) => connection.query(sql),
      handleCopyInResponse: (connection: CopyConnection) => void send(connection),
      handleCopyData: () => undefined,
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => resolve(),
      handleError: (error: Error) => reject(failed ?? error),
    }
    client.query(query)
  })
}

/** Sends every piece, no faster than the server takes them. */
async function sendPieces(connection: CopyConnection, pieces: AsyncIterable<Buffer>): Promise<void> {
  for await (const piece of pieces) {
    connection.sendCopyFromChunk(piece)
    if (connection.stream.writableNeedDrain)
      await Promise.race([once(connection.stream, 'drain'), once(connection.stream, 'close')])
  }
  connection.endCopyFrom()
}

/** What the driver's connection can do beside what its types tell. */
interface CopyConnection {
  readonly stream: Socket
  sendCopyFromChunk(piece: Buffer): void
  endCopyFrom(): void
  sendCopyFail(why: string): void
}
