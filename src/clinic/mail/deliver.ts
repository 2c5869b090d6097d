/**
 * Handing a message over: to a mail server, or without one into a folder as a real .eml file.
 * Every wait has an end, and whatever goes wrong is an answer, never thrown.
 */
import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { oneLine } from './safe-name.ts'

/** One message on its way. */
export interface Delivery {
  readonly mailId: string
  readonly from: string
  readonly to: string
  readonly message: Buffer
}

/**
 * `bounced`: this address or this message is refused for good. `tryAgain`: it may go later. `serverAway`: so may it, and
 * there is no sense in trying the next one now.
 */
export type Delivered =
  /** `intoFile`: no mail server is named, so it lies in a file here and nobody was sent it. */
  | { readonly ok: true; readonly intoFile?: true }
  | {
      readonly ok: false
      readonly why: 'bounced' | 'tryAgain' | 'serverAway'
      readonly because: string
      /** The mail server had all of it and did not answer: the message may have arrived all the same. */
      readonly halfWay?: true
    }

/** @param signal ends it at once; a message that was being handed over may then have arrived or not */
export type Deliver = (delivery: Delivery, signal: AbortSignal) => Promise<Delivered>

type Failed = Exclude<Delivered, { readonly ok: true }>

/** How long each wait may take, milliseconds. `whole` is for one message, whatever the server does meanwhile. */
export interface DeliveryLimits {
  readonly connect: number
  readonly silence: number
  readonly whole: number
}
const usualLimits: DeliveryLimits = { connect: 10_000, silence: 20_000, whole: 45_000 }

/** The longest that one delivery can take, milliseconds. */
export const longestDeliveryMs = usualLimits.whole

/** @param url as in smtp://user:password@mail.example:587 or smtps://… */
export function smtpDelivery(url: string, limits: DeliveryLimits = usualLimits): Deliver {
  const settings = {
    url,
    connectionTimeout: limits.connect,
    greetingTimeout: limits.connect,
    dnsTimeout: limits.connect,
    socketTimeout: limits.silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
  return async ({ from, to, message }, signal) => {
    // Each message has a connection of its own, and so a log of its own: it alone tells when all of the message was given.
    const log = deliveryLog()
    const { createTransport } = await import('nodemailer')
    const transport = createTransport({ ...settings, logger: log.logger })
    const ends = AbortSignal.any([signal, AbortSignal.timeout(limits.whole)])
    try {
      await transport.sendMail({ envelope: { from, to: [to] }, raw: message, signal: ends })
      return { ok: true }
    } catch (error) {
      const failed = signal.aborted
        ? refusal('tryAgain', 'Our server was stopped while it was being sent.')
        : ends.aborted
          ? refusal('serverAway', 'The mail server took too long.')
          : readError(error)
      return log.isGiven() && !hasAnswer(error) ? { ...failed, halfWay: true } : failed
    }
  }
}

/** Hears when the last byte of the message was given to the mail server; whoever dies then may have taken it. */
function deliveryLog() {
  let given = false
  const hear = (entry: unknown) => {
    if (typeof entry === 'object' && entry !== null && Reflect.get(entry, 'tnx') === 'message') given = true
  }
  const nothing = () => undefined
  const logger = {
    level: nothing,
    trace: nothing,
    debug: hear,
    info: hear,
    warn: nothing,
    error: nothing,
    fatal: nothing,
  }
  return { logger, isGiven: () => given }
}

/** The mail server said no: then it did not take it. */
const hasAnswer = (error: unknown) => error instanceof Error && typeof Reflect.get(error, 'responseCode') === 'number'

const refusal = (why: 'bounced' | 'tryAgain' | 'serverAway', because: string): Failed => ({
  ok: false,
  why,
  because: oneLine(because).slice(0, 400),
})

/** Commands that speak of this message; before them the server speaks of us. */
const aboutTheMessage: readonly unknown[] = ['MAIL FROM', 'RCPT TO', 'DATA']

function readError(error: unknown): Failed {
  if (!(error instanceof Error)) return refusal('tryAgain', 'The mail could not be sent.')
  const told = (name: string): unknown => Reflect.get(error, name)
  const [code, command, status, response] = [told('code'), told('command'), told('responseCode'), told('response')]
  const andSaid = (sentence: string) => (typeof response === 'string' ? `${sentence} It said: ${response}` : sentence)
  if (aboutTheMessage.includes(command)) {
    if (typeof status !== 'number') return refusal('tryAgain', 'The connection to the mail server broke.')
    if (status >= 500) return refusal('bounced', andSaid('The mail server refused it.'))
    return refusal('tryAgain', andSaid('The mail server asked us to wait.'))
  }
  if (code === 'EAUTH') return refusal('serverAway', andSaid('The mail server refused our login.'))
  if (code === 'ETIMEDOUT') return refusal('serverAway', 'The mail server did not answer in time.')
  return refusal('serverAway', andSaid('The mail server could not be reached.'))
}

/**
 * Writes each message as `{mail id}.eml`, readable by its owner only, whole or not at all. The name is the mail's own, so
 * one that is written again after a crash is still one file.
 */
export function outboxDelivery(folder: string): Deliver {
  return async ({ mailId, message }) => {
    const unfinished = join(folder, `.${mailId}.${randomUUID()}`)
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const file = await open(unfinished, 'wx', 0o600)
      try {
        await file.writeFile(message)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(unfinished, join(folder, `${mailId}.eml`))
      return { ok: true, intoFile: true }
    } catch (error) {
      await rm(unfinished, { force: true }).catch(() => undefined)
      const full = error instanceof Error && 'code' in error && error.code === 'ENOSPC'
      return refusal('serverAway', full ? 'The disk is full.' : 'The folder for mail cannot be written.')
    }
  }
}
