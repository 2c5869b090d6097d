/**
 * Which page of a list an address asks for, from 1. What is no number is the first; past the end it is the last, since an empty
 * page would say that there is nothing.
 */
export function pageAsked(
  text: string | undefined,
  { count, onPage }: { readonly count: number; readonly onPage: number },
): number {
  const asked = Number(text ?? '1')
  const last = Math.max(1, Math.ceil(count / onPage))
  return Number.isInteger(asked) && asked >= 1 ? Math.min(asked, last) : 1
}
