/**
 * UUIDs that hold the moment they were made (RFC 9562, version 7). Called by worker.ts for every id made on a device, so
 * that the age of a check is known from its id, also when its draft is gone.
 * Pure: clock and random bytes are passed in.
 */
import { asEpochMs, type EpochMs } from '../care/evidence/time.ts'

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

/** When a version 7 UUID was made, in milliseconds; `null` for any other text. */
export function madeAt(id: string): EpochMs | null {
  const found = /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.exec(id)
  return found ? asEpochMs(Number.parseInt(`${found[1]}${found[2]}`, 16)) : null
}
