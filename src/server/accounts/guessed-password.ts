/**
 * Passwords that are long enough and still among the first that anybody would try. Staff see what is clinical, and a list of
 * passwords is what is tried first (NIST SP 800-63B, 3.1.1.2). Judged here, on our own machine: a password goes nowhere.
 */
import type { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { passwordLengths } from './password-lengths.ts'

/** So hard a password must be to guess, from 0 to 4: 3 takes more than a hundred million tries. */
const leastScore = 3

let judge: Promise<ZxcvbnFactory> | undefined

/** Loaded with the first password that is chosen: the lists take some 30 MB, and few people ever choose one. */
function judgeOfPasswords(): Promise<ZxcvbnFactory> {
  judge ??= Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]).then(
    ([core, common]) => new core.ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs }),
  )
  return judge
}

/**
 * Would it be guessed soon? Looks at no more characters than a password may have.
 * @param known what whoever guesses may know: the address, the names of the person and of the clinic
 */
export async function isSoonGuessed(password: string, known: readonly string[]): Promise<boolean> {
  const { check } = await judgeOfPasswords().then((one) => ({ check: one.check.bind(one) }))
  const parts = known.flatMap((words) => [
    words,
    ...words.split(/[^\p{L}\p{N}]+/u),
    words.replaceAll(/[^\p{L}\p{N}]/gu, ''),
  ])
  const told = parts.filter((part) => part.length > 2).map((part) => part.toLowerCase())
  return check(password.slice(0, passwordLengths.longest), told).score < leastScore
}
