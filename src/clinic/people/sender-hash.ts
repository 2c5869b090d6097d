/** Where something was sent from, as a keyed hash: to bound how much one place sends, without keeping its address. */
import { createHmac } from 'node:crypto'

/** @param address of the network; where it is not known, all such count as one place */
export const senderHash = (secret: Uint8Array, address: string | undefined): Buffer =>
  createHmac('sha256', secret)
    .update(`talk from ${placeOf(address ?? '')}`)
    .digest()

/** Of an IPv6 address the first 64 bits: one household has all that lie behind them. */
function placeOf(address: string): string {
  const bare = address.toLowerCase().replace(/%.*$/, '')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(bare)
  if (mapped) return mapped[1] ?? bare
  if (!bare.includes(':')) return bare
  const [front = '', back] = bare.split('::')
  const parts = front === '' ? [] : front.split(':')
  const rest = back === undefined || back === '' ? [] : back.split(':')
  const zeros = back === undefined ? [] : Array.from({ length: Math.max(0, 8 - parts.length - rest.length) }, () => '0')
  return [...parts, ...zeros, ...rest].slice(0, 4).join(':')
}
