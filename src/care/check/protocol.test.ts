import { describe, expect, test } from 'vitest'
import { fingerprint, parts, protocol, protocolDate } from './protocol.ts'

/** Every value in plain data, however deep: its path, and what it is. */
function* leavesOf(value: unknown, path: readonly string[] = []): Generator<readonly [readonly string[], unknown]> {
  if (typeof value !== 'object' || value === null) yield [path, value]
  else for (const [key, inner] of Object.entries(value)) yield* leavesOf(inner, [...path, key])
}

describe('the version of the protocol', () => {
  test('is a date and a fingerprint, and differs where the strict NHS list is in force', () => {
    const [standard, strict] = [protocol({ nhsListStrict: false }).version, protocol({ nhsListStrict: true }).version]
    expect(standard).toMatch(new RegExp(`^${protocolDate}-[0-9a-f]{14}$`))
    expect(strict).toMatch(/-strict$/)
    expect(strict.slice(0, standard.length)).not.toBe(standard)
  })

  test('stands for plain data alone, so that no word of it is left out of the fingerprint', () => {
    const told = [...leavesOf(parts)].filter(([, value]) => value !== undefined)
    expect(told.length).toBeGreaterThan(1000)
    expect(told.filter(([, value]) => !['string', 'number', 'boolean'].includes(typeof value))).toEqual([])
    expect([...leavesOf(JSON.parse(JSON.stringify(parts)))]).toEqual(told)
  })

  test('stands for each list of the check that no rule, question or term holds', () => {
    expect(Object.keys(parts)).toEqual([
      ...['screens', 'moreScreens', 'notes', 'namedSigns', 'emergencyOrder', 'actWithinWords', 'levelRoutes'],
      ...['safetyNet', 'dangerSigns', 'aboutAnswers', 'lexicon', 'otherSenses'],
    ])
  })

  test.each(Object.keys(parts) as readonly (keyof typeof parts)[])('changes when a word of %s changes', (name) => {
    const [path, value] = [...leavesOf(parts[name])].find(([, leaf]) => typeof leaf === 'string') ?? [[], undefined]
    expect(typeof value).toBe('string')
    const changed = structuredClone<unknown>(parts[name])
    let at = changed as Record<string, unknown>
    for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>
    at[path.at(-1) ?? ''] = `${value}.`
    expect(fingerprint({ ...parts, [name]: changed })).not.toBe(fingerprint(parts))
  })
})
