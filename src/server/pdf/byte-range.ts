/** Which part of a file a request asks for (RFC 9110, 14): readers of PDF files ask for pages as they are turned. Pure. */

/** What to send: all of it, the bytes from `first` to `last` with both, or the word that there are no such bytes. */
export type Wanted = 'all' | 'none' | { readonly first: number; readonly last: number }

/**
 * Reads the header `Range`. What is not one plain range of bytes is passed over, as the standard allows: then all is sent.
 * @param size of the file, in bytes, above 0
 */
export function wantedBytes(range: string | undefined, size: number): Wanted {
  const [whole, from = '', to = ''] = /^bytes=([0-9]{0,15})-([0-9]{0,15})$/.exec(range?.trim() ?? '') ?? []
  if (whole === undefined || (from === '' && to === '')) return 'all'
  // "-500": the last 500.
  if (from === '') return Number(to) === 0 ? 'none' : { first: Math.max(0, size - Number(to)), last: size - 1 }
  const [first, last] = [Number(from), to === '' ? size - 1 : Number(to)]
  if (last < first && to !== '') return 'all'
  return first >= size ? 'none' : { first, last: Math.min(last, size - 1) }
}
