/**
 * Every id of a record: UUIDs that hold the moment they were made (RFC 9562, version 7), and the ids that follow from one
 * of them, the same each time, so that a form sent twice writes nothing twice.
 * Pure: clock and random bytes are passed in. Never: changes how an id follows from another, or a record that holds both
 * would hold them twice.
 */
import { asEpochMs, type EpochMs } from './time.ts'

/** Is this the text of a UUID as we write them: of a version and variant that RFC 9562 knows, in small letters? */
export const isUuid = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(text)

/** The UUID that an address or a form brought along, in small letters; `undefined` for any other text. */
export const uuidIn = (text: string): string | undefined => {
  const small = text.toLowerCase()
  return isUuid(small) ? small : undefined
}

/**
 * The digits of a form's id, from its end, that are moved on to make another: for the events of one entry and the
 * ingredients of one dose (`part`), the doses picked in one entry (`dose`), and the versions of one form (`version`).
 */
const digitFromEnd = { part: 1, dose: 2, version: 3 } as const

/** The id so many places on from another: 0 or 16 is the id itself. The same each time. */
export function idBeside(id: string, what: keyof typeof digitFromEnd, places: number): string {
  const at = id.length - digitFromEnd[what]
  const digit = (Number.parseInt(id.charAt(at), 16) + places) % 16
  return `${id.slice(0, at)}${digit.toString(16)}${id.slice(at + 1)}`
}

/** What all parts of one act share: their id without its last digit. No id itself, only for comparing. */
export const actOf = (id: string): string => id.slice(0, -digitFromEnd.part)

/** What all that one form ever wrote shares, whichever of its versions, doses and parts: for comparing, as `actOf`. */
export const formOf = (id: string): string => id.slice(0, -digitFromEnd.version)

/** The part of another act that this one is of its own: the same last digit. */
export const samePartOf = (act: string, part: string): string => `${actOf(act)}${part.slice(-digitFromEnd.part)}`

/** A version 7 UUID. @param random ten random bytes */
export function timeOrderedId(now: EpochMs, random: Uint8Array): string {
  const bytes = new Uint8Array(16)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(now) << 16n)
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/**
 * Makes ids one after another, each greater than the one before also within one millisecond: entries written by one form
 * keep their order in every record (RFC 9562, 6.2, method 1: twelve bits that count on). A clock that was put back gives
 * earlier ids, since the moment in an id must be true.
 * @param random gives this number of fresh random bytes
 */
export function idMaker(now: () => EpochMs, random: (bytes: number) => Uint8Array): () => string {
  let last = asEpochMs(-1)
  let count = 0
  return () => {
    const at = now()
    const bytes = random(10)
    // A start below half leaves room to count.
    count = at === last ? count + 1 : (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) & 0x7ff
    last = at
    if (count > 0xfff) throw new Error('more than 2,048 ids in one millisecond')
    bytes.set([count >> 8, count & 0xff])
    return timeOrderedId(at, bytes)
  }
}

/** When a version 7 UUID was made, in milliseconds; `null` for any other text. */
export function madeAt(id: string): EpochMs | null {
  const found = /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.exec(id)
  return found ? asEpochMs(Number.parseInt(`${found[1]}${found[2]}`, 16)) : null
}
