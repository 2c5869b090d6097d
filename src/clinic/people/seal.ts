/**
 * Seals what a person wrote or chose to share, so that whoever holds only the database cannot read it. AES-256-GCM; the key
 * comes from the installation's secret, and the seal is bound to its clinic, visit and purpose: moved elsewhere it does not open.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** What is sealed, and whose. */
export interface SealPurpose {
  readonly kind: 'note' | 'shared-check' | 'question' | 'answer' | 'guide-mail' | 'kept-form'
  /** Empty where no clinic has part in it. */
  readonly clinicId: string
  /** Of the visit; of a question and its answers, the question's; of a guide by mail, the mail's; of a form kept while the screen is locked, the account's. */
  readonly appointmentId: string
}

const algorithm = 'aes-256-gcm'
const ivBytes = 12
const tagBytes = 16

const keyOf = (secret: Uint8Array, { kind }: SealPurpose) =>
  Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `seal ${kind}`, 32))
const boundTo = ({ kind, clinicId, appointmentId }: SealPurpose) =>
  Buffer.from(JSON.stringify([kind, clinicId, appointmentId]))

/** @returns iv, tag and cipher text, in this order */
export function seal(secret: Uint8Array, purpose: SealPurpose, text: string): Buffer {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv(algorithm, keyOf(secret, purpose), iv).setAAD(boundTo(purpose))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

/** @returns the text; `undefined` where the seal was made with another secret, for something else, or was altered */
export function unseal(secret: Uint8Array, purpose: SealPurpose, sealed: Uint8Array): string | undefined {
  if (sealed.length < ivBytes + tagBytes) return undefined
  const part = (from: number, to?: number) => sealed.subarray(from, to)
  const opener = createDecipheriv(algorithm, keyOf(secret, purpose), part(0, ivBytes), { authTagLength: tagBytes })
  opener.setAAD(boundTo(purpose)).setAuthTag(part(ivBytes, ivBytes + tagBytes))
  try {
    return Buffer.concat([opener.update(part(ivBytes + tagBytes)), opener.final()]).toString('utf8')
  } catch {
    return undefined
  }
}
