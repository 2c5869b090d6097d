/**
 * Locks a record's text on the device: AES-256-GCM under a key that comes from the recovery words (HKDF-SHA-256, RFC 5869)
 * and never leaves the device. Its length is rounded up, so that it does not tell how many entries there are.
 */

/** The key; the browser keeps it and gives its bytes to nobody. */
export async function lockKey(secret: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const from = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8.encode('unclench locked record 1') }
  return await crypto.subtle.deriveKey(how, from, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

const utf8 = new TextEncoder()
/** Which kind of locked copy this is; a later kind begins otherwise. Also bound into what is locked. */
const mark = utf8.encode('UNC1')
const ivBytes = 12
const lengthBytes = 4
const roundedTo = 16_384

/** @returns mark, a fresh random start value, then the locked text */
export async function lockText(key: CryptoKey, text: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = utf8.encode(text)
  const padded = new Uint8Array(Math.ceil((lengthBytes + bytes.length) / roundedTo) * roundedTo)
  new DataView(padded.buffer).setUint32(0, bytes.length)
  padded.set(bytes, lengthBytes)
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes))
  const locked = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: mark }, key, padded))
  const whole = new Uint8Array(mark.length + ivBytes + locked.length)
  whole.set(mark)
  whole.set(iv, mark.length)
  whole.set(locked, mark.length + ivBytes)
  return whole
}

/** The text, or `null` where this key does not open it: other words, another kind, or not a byte as it was. */
export async function unlockText(key: CryptoKey, whole: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const iv = whole.slice(mark.length, mark.length + ivBytes)
  if (iv.length < ivBytes || mark.some((byte, at) => whole[at] !== byte)) return null
  try {
    const locked = whole.slice(mark.length + ivBytes)
    const padded = new Uint8Array(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: mark }, key, locked),
    )
    const length = new DataView(padded.buffer).getUint32(0)
    return new TextDecoder('utf-8', { fatal: true }).decode(padded.subarray(lengthBytes, lengthBytes + length))
  } catch {
    return null
  }
}
