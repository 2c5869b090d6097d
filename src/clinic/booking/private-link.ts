/**
 * The private part of an address that opens one hold or one visit: the ids, and a signature that only this installation can
 * make. Nothing is stored, so a link can be made again for each mail, leads to the visit's present state for ever, and no
 * looking can use it up. It says nothing of the person, and any change of it is refused alike.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * What a link opens: a hold, a visit, a review, an offer of a freed time, a place on the waiting list, a request, a team,
 * what somebody chose of the letters, the question whether they want them. None opens another kind.
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

/** What a link opens, found by its clinic and its own id. */
export interface LinkSubject {
  readonly clinicId: string
  /** Of the hold or visit; for the other kinds their own id. */
  readonly appointmentId: string
}

const idBytes = 16
const signatureBytes = 16
const tokenBytes = idBytes * 2 + signatureBytes

/** @returns 64 letters, digits, - and _ */
export function privateToken(secret: Uint8Array, kind: LinkKind, { clinicId, appointmentId }: LinkSubject): string {
  const ids = Buffer.concat([idToBytes(clinicId), idToBytes(appointmentId)])
  return Buffer.concat([ids, sign(secret, kind, ids)]).toString('base64url')
}

/** @returns what the link opens; `undefined` for anything that this installation did not make for this kind */
export function readPrivateToken(secret: Uint8Array, kind: LinkKind, token: string): LinkSubject | undefined {
  if (!/^[\w-]{64}$/.test(token)) return undefined
  const bytes = Buffer.from(token, 'base64url')
  const ids = bytes.subarray(0, idBytes * 2)
  if (bytes.length !== tokenBytes || !timingSafeEqual(bytes.subarray(idBytes * 2), sign(secret, kind, ids)))
    return undefined
  return { clinicId: bytesToId(ids.subarray(0, idBytes)), appointmentId: bytesToId(ids.subarray(idBytes)) }
}

const sign = (secret: Uint8Array, kind: LinkKind, ids: Uint8Array) =>
  createHmac('sha256', secret).update(`private link ${kind}`).update(ids).digest().subarray(0, signatureBytes)

const idToBytes = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex')
const bytesToId = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
