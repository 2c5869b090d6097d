/** What must be said, typed or looked up as it stands carries the mark that a browser's translator heeds; what is to be understood does not. */
import { globSync, readFileSync } from 'node:fs'
import { render } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { recoveryWords } from '../offline/sync/recovery-words.ts'
import { NewWordsPage } from '../offline/sync/sync-pages.tsx'
import { InvitePage, SecondStepPage } from './account/invite-pages.tsx'
import { OwnAccountPage } from './account/person-pages.tsx'
import { consoleHome } from './console/console.fixtures.ts'
import { device, hidden } from './care/programme/programme.fixtures.ts'
import { frame } from './find/find.fixtures.ts'

const pressedAt = (html: string) => /action="(\/check(?:\/[0-9a-f-]{36}\/\d+)?)"/.exec(html)?.[1] ?? '/check'

/** The texts of a page that no translator may change. */
const kept = (html: string): readonly string[] =>
  [...html.matchAll(/<(\w+)(?=[^>]* translate="no")(?=[^>]* lang="en")[^>]*>(.*?)<\/\1>/gs)].map(([, , inside = '']) =>
    inside
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  )

test('no page sets the mark by its property, of which nothing is written', () => {
  const files = globSync('{web,offline}/**/*.tsx', { cwd: new URL('..', import.meta.url).pathname })
  const found = files.filter((file) =>
    readFileSync(new URL(`../${file}`, import.meta.url), 'utf8').includes('translate='),
  )
  expect([files.length > 200, found]).toEqual([true, ['web/said-exactly.test.tsx']])
})

describe('kept as it stands are', () => {
  test('the line to say, what else to say, and the summary; what to do is not', async () => {
    const home = device()
    const press = async (html: string, fields: object, at = pressedAt(html)) => {
      const given = Object.fromEntries(
        ['trail', 'shown', 'seen'].map((name) => [name, hidden(html, name).replaceAll('&quot;', '"')]),
      )
      return (await home.post(at, { ...given, ...fields })).html
    }
    const first = await home.get('/check')
    const acute = { 'q.A2': 'yes', 'q.A2.kind': 'changed', 'q.A2.when': 'new' }
    const told = await press(await press(first.html, acute), { do: 'more' })
    const after = await press(told, { 'q.sex': 'male', 'q.alone': 'yes', do: 'told' })
    expect(kept(after)).toEqual([
      expect.stringMatching(/^“I have back pain.+”$/),
      expect.stringMatching(/^“.*alone.*”$/),
    ])
    expect(after).toContain('<h2>Say this</h2>')
    expect(after).toMatch(/<h1 class="huge"(?![^>]*translate)[^>]*>Go to A&amp;E now/)
    const [summary = ''] = kept(await press(after, {}, '/check/summary'))
    expect(summary).toMatch(/alone/i)
  })

  test('the twelve words', () => {
    const words = recoveryWords(new Uint8Array(16))
    const home = {
      ...{ kind: 'device' as const, notebook: device().notebook, now: () => 0, newId: () => '' },
      ...{ assets: { css: '', islands: {} }, buildId: 'test' },
    }
    expect(kept(render(<NewWordsPage home={home as never} words={words} />))).toEqual([words])
  })

  test('the key, the recovery codes and the address that staff sign in with', () => {
    const home = { ...consoleHome({ signedIn: { ok: false, why: 'nobody' } }) } as never
    const step = { key: 'ABCDEFGH', address: 'otpauth://totp/x', recoveryCodes: ['one-1', 'two-2'] }
    expect(kept(render(<SecondStepPage home={home} token="t" step={step} />))).toEqual(['ABCD EFGH', 'one-1 two-2'])
    const invitation = {
      clinicName: 'Lantern',
      email: 'a@b.example',
      name: 'Amara Larch',
      role: 'owner',
      how: 'new',
    } as const
    expect(kept(render(<InvitePage home={home} token="t" invitation={invitation} />))).toEqual(['a@b.example'])
  })

  test('the address of an account', () => {
    const account = { email: 'a@b.example', isStaff: false, visits: [], passkeys: [], sessions: [] }
    const home = { frame, now: () => Temporal.Instant.fromEpochMilliseconds(0) } as never
    expect(kept(render(<OwnAccountPage home={home} account={account as never} />))).toEqual(['a@b.example'])
  })

  test('the names of what is on the packet', async () => {
    const html = (await device().get('/medicines/tally')).html
    expect(kept(html)).toEqual(expect.arrayContaining(['Ibuprofen', 'Paracetamol']))
  })
})
