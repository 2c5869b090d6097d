/**
 * An address of one's own that leads to a server which others share, byte by byte. It can be cut, and led to another build's
 * server, as often as a test likes; for a browser that is the same as a server that was killed and one that took its place.
 */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** Something that answers at an address until it is stopped. */
export interface Line {
  readonly origin: string
  /** Nobody is at the address any more, and whatever was under way is broken off. */
  readonly stop: () => Promise<void>
  /** The same address leads to this server now; what was under way with the one before is broken off. */
  readonly leadTo: (server: string) => void
}

/**
 * Lays a line to the server at this address.
 * @param port which port; by default one that is free
 */
export async function layLine(server: string, port = 0): Promise<Line> {
  let target = portOf(server)
  const open = new Set<Socket>()
  const breakOff = () => {
    for (const socket of open) socket.destroy()
  }
  const line = createServer((caller) => {
    const called = connect(target, 'localhost')
    for (const [one, other] of [
      [caller, called],
      [called, caller],
    ] as const) {
      open.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  })
  await new Promise<void>((resolve, reject) => line.once('error', reject).listen(port, resolve))
  // A server that listens on a port, and not on a path, has an address with a port.
  const { port: taken } = line.address() as AddressInfo
  return {
    origin: `http://localhost:${taken}`,
    stop: () =>
      new Promise((resolve) => {
        line.close(() => resolve())
        breakOff()
      }),
    leadTo: (next) => {
      target = portOf(next)
      breakOff()
    },
  }
}

const portOf = (origin: string) => Number(new URL(origin).port)
