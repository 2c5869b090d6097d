/** Money as people write it, "62", "£62.50", "1,250", in pence. Pure. */

/** Most that is taken, in pence. */
const most = 1_000_000

/** Free is 0. @returns `undefined` for what is no sum, or more than ten thousand pounds */
export function penceIn(typed: string): number | undefined {
  const text = typed.replaceAll(/[\s£]/g, '').replace(/,(?=\d{3}(\D|$))/g, '')
  if (/^(free|none|nothing|0)$/i.test(text)) return 0
  const [, pounds = '', rest = ''] = /^(\d{1,5})(?:[.,](\d{1,2}))?(?:pounds?|gbp)?$/i.exec(text) ?? []
  const amount = pounds === '' ? Number.NaN : Number(pounds) * 100 + Number(rest.padEnd(2, '0'))
  return amount <= most ? amount : undefined
}
