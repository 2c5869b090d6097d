/** What is wrong with the passkeys of an installation: they hang on the name under which people reach it. */
import { isIP } from 'node:net'

/** As `doctor` prints it. */
interface Finding {
  readonly fine: boolean
  readonly words: string
}

/**
 * @param passkeys how many were made for each name; null: made before the name was written down
 * @param publicUrl UNCLENCH_URL; left out, people reach it at localhost
 */
export function passkeyFindings(
  passkeys: readonly { readonly name: string | null; readonly n: number }[],
  publicUrl = 'http://localhost',
): readonly Finding[] {
  const all = passkeys.reduce((sum, { n }) => sum + n, 0)
  if (all === 0) return []
  const { hostname, protocol } = new URL(publicUrl)
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0)
    return [
      wrong(
        `${count(all)} nowhere: UNCLENCH_URL is an address of numbers. Give it a name, such as https://clinic.example.`,
      ),
    ]
  if (protocol !== 'https:' && hostname !== 'localhost' && !hostname.endsWith('.localhost'))
    return [wrong(`${count(all)} nowhere: browsers want https, and UNCLENCH_URL is ${publicUrl}.`)]
  const elsewhere = passkeys.flatMap(({ name, n }) => (name === null || name === hostname ? [] : [{ name, n }]))
  if (elsewhere.length === 0)
    return [{ fine: true, words: `Passkeys work at ${hostname}, where people reach Unclench.` }]
  return elsewhere.map(({ name, n }) =>
    wrong(
      `${count(n)} only at ${name}, and people reach Unclench at ${hostname} now. Set UNCLENCH_URL back to that name, or tell their owners to sign in another way and to add new ones.`,
    ),
  )
}

const wrong = (words: string): Finding => ({ fine: false, words })
const count = (n: number) => (n === 1 ? '1 passkey works' : `${n} passkeys work`)
