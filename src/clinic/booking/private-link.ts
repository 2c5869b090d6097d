/**
 * The private part of an address that opens one hold or one visit: the ids, and a signature that only this installation can
 * make. Nothing is stored, so a link can be made again for each mail, leads to the visit's present state, and no looking can
 * use it up. It says nothing of the person, and any change of it is refused alike. It ends when the address that it was sent to
 * is put right: it carries how often that had been done.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * What a link opens: a hold, a visit, a review, an offer of a freed time, a place on the waiting list, a request, a team,
 * what somebody chose of the letters, the question whether they want them, a question to a therapist, a comment, the question
 * to choose another time. None opens another kind.
 */
export type LinkKind =
  | 'hold'
  | 'visit'
  | 'review'
  | 'offer'
  | 'waiting'
  | 'request'
  | 'invitation'
  | 'letters'
  | 'letters-asked'
  | 'question'
  | 'comment'
  | 'choose-again'

/** What a link opens, found by its clinic and its own id. */
export interface LinkSubject {
  readonly clinicId: string
  /** Of the hold or visit; for the other kinds their own id. */
  readonly appointmentId: string
  /** How often the address that it goes to had been put right when it was made; never, where it is not given. */
  readonly linkRound?: number
}

/** Does a link still open what was found with it? Not once the address that it was sent to was put right. */
export const isCurrentLink = (link: LinkSubject, found: { readonly linkRound: number }): boolean =>
  (link.linkRound ?? 0) === found.linkRound

const idBytes = 16
const signatureBytes = 16
/** Only where the count is not 0. Three bytes: with them every letter of a link counts. */
const roundBytes = 3

/** @returns 64 letters, digits, - and _; 68 once an address was put right */
export function privateToken(secret: Uint8Array, kind: LinkKind, subject: LinkSubject): string {
  const { clinicId, appointmentId, linkRound = 0 } = subject
  const subjectBytes = Buffer.concat([idToBytes(clinicId), idToBytes(appointmentId), roundToBytes(linkRound)])
  return Buffer.concat([subjectBytes, sign(secret, kind, subjectBytes)]).toString('base64url')
}

/** What a mail program, or whoever copies a link out of a sentence, takes along at its end. */
const takenAlong = /[.,;:!?)>\]"'’”»\s]{1,4}$/

/** @returns what the link opens; `undefined` for anything that this installation did not make for this kind */
export function readPrivateToken(secret: Uint8Array, kind: LinkKind, copied: string): LinkSubject | undefined {
  const token = copied.replace(takenAlong, '')
  if (!/^[\w-]{64}([\w-]{4})?$/.test(token)) return undefined
  const bytes = Buffer.from(token, 'base64url')
  const subject = bytes.subarray(0, -signatureBytes)
  if (!timingSafeEqual(bytes.subarray(-signatureBytes), sign(secret, kind, subject))) return undefined
  return {
    clinicId: bytesToId(subject.subarray(0, idBytes)),
    appointmentId: bytesToId(subject.subarray(idBytes, idBytes * 2)),
    ...(subject.length > idBytes * 2 && { linkRound: subject.readUIntBE(idBytes * 2, roundBytes) }),
  }
}

const sign = (secret: Uint8Array, kind: LinkKind, subject: Uint8Array) =>
  createHmac('sha256', secret).update(`private link ${kind}`).update(subject).digest().subarray(0, signatureBytes)

function roundToBytes(linkRound: number): Uint8Array {
  if (linkRound === 0) return Buffer.alloc(0)
  const bytes = Buffer.alloc(roundBytes)
  bytes.writeUIntBE(linkRound, 0, roundBytes)
  return bytes
}

const idToBytes = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex')
const bytesToId = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
