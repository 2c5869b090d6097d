/** For tests: what Return in a field sends, which is the first button of its form. */

/**
 * @param held anything that stands in the form and in no other of the page
 * @returns "name=value" of the button, "" where it has no name
 */
export function sentAtReturn(html: string, held: string): string {
  const form = html.split('<form').find((part) => part.split('</form>')[0]?.includes(held)) ?? ''
  const button = /<button[^>]*type="submit"[^>]*>/.exec(form)?.[0] ?? 'no button'
  const [name, value] = ['name', 'value'].map((what) => new RegExp(`\\b${what}="([^"]*)"`).exec(button)?.[1])
  return name === undefined ? '' : `${name}=${value}`
}
