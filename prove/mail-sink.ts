/** A real mail server on this machine that can be told to misbehave, and remembers each mail that it was given whole. */
import type { Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'

/**
 * `refuses for now`: 451 for every address. `refuses some`: 550 for good, for each address that ends in an even number.
 * `slow`: each step takes a moment. `silent`: takes the mail and never says so. `dies`: takes the mail whole, and is gone before
 * it says so. `away`: nobody is at its address.
 */
export type MailWeather = 'takes' | 'away' | 'slow' | 'silent' | 'refuses for now' | 'refuses some' | 'dies'

/** A mail that was given whole. */
export interface Arrival {
  readonly mailId: string
  readonly to: string
  /** The sender was never told that it arrived, and so had to send it again. */
  readonly unsaid: boolean
}

export interface MailSink {
  readonly url: string
  readonly arrivals: readonly Arrival[]
  /** How often it did what it was told to do wrong since the weather changed. */
  readonly harm: () => number
  readonly become: (weather: MailWeather) => Promise<void>
  readonly close: () => Promise<void>
}

/** @param slowMs how long each step takes where it is slow */
export async function openMailSink(slowMs: number): Promise<MailSink> {
  const arrivals: Arrival[] = []
  const now: { weather: MailWeather; harm: number } = { weather: 'takes', harm: 0 }
  const listen = async (port: number) => {
    const server = mailServer(now, arrivals, slowMs)
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    return server
  }
  let server: SMTPServer | undefined = await listen(0)
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const shut = async () => {
    const going = server
    server = undefined
    if (going) await new Promise<void>((resolve) => going.close(resolve))
  }
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrivals,
    harm: () => now.harm,
    become: async (weather) => {
      Object.assign(now, { weather, harm: 0 })
      if (weather === 'away') await shut()
      else server ??= await listen(port)
    },
    close: shut,
  }
}

function mailServer(now: { weather: MailWeather; harm: number }, arrivals: Arrival[], slowMs: number): SMTPServer {
  const sockets = new Set<Socket>()
  const refusal = (to: string) => {
    const code =
      now.weather === 'refuses for now' ? 451 : now.weather === 'refuses some' && isEven(to) ? 550 : undefined
    if (code === undefined) return undefined
    now.harm += 1
    return Object.assign(new Error(code === 451 ? 'Come back later.' : 'Nobody of that name.'), { responseCode: code })
  }
  const slowly = (step: () => void) => {
    if (now.weather !== 'slow') return step()
    now.harm += 1
    setTimeout(step, slowMs)
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    closeTimeout: 100,
    onConnect: (_session, done) => slowly(() => done()),
    onRcptTo: ({ address }, _session, done) => slowly(() => done(refusal(address))),
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const mailId = /^Message-ID: <([^@]+)@/im.exec(Buffer.concat(parts).toString())?.[1] ?? ''
        const unsaid = now.weather === 'silent' || now.weather === 'dies'
        arrivals.push({ mailId, to: session.envelope.rcptTo[0]?.address ?? '', unsaid })
        if (unsaid) now.harm += 1
        if (now.weather === 'dies') for (const socket of sockets) socket.destroy()
        else if (now.weather !== 'silent') slowly(() => done())
      })
    },
  })
  server.on('error', () => undefined)
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  return server
}

const isEven = (address: string) => /[02468]@/.test(address)
