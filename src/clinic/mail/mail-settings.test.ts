/** How mail is set up, and that a setting which cannot be read is said and never guessed. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readMailSettings } from './mail-settings.ts'

const read = (env: Record<string, string>) => {
  const found = readMailSettings(env, 'data')
  return found.ok ? { from: found.settings.from, outbox: found.settings.outbox } : found.why
}

describe('the settings of mail', () => {
  test('without any, mail is files in the data folder', () => {
    expect(read({})).toEqual({ from: 'bookings@unclench.invalid', outbox: join('data', 'outbox') })
    expect(read({ SMTP_URL: ' ', UNCLENCH_MAIL_FROM: 'b@c.example' })).toMatchObject({ from: 'b@c.example' })
  })

  test('with a mail server, the address it comes from must be known', () => {
    const set = { SMTP_URL: 'smtp://u:p@mail.example:587', UNCLENCH_URL: 'https://c.example' }
    expect(read({ ...set, UNCLENCH_MAIL_FROM: 'b@c.example' })).toEqual({ from: 'b@c.example', outbox: null })
    expect(read(set)).toContain('UNCLENCH_MAIL_FROM must be set')
  })

  test('with a mail server, where people reach us must be known: no link in a mail leads to their own machine', () => {
    const set = { SMTP_URL: 'smtp://mail.example', UNCLENCH_MAIL_FROM: 'b@c.example' }
    for (const env of [set, { ...set, UNCLENCH_URL: ' ' }]) expect(read(env)).toContain('UNCLENCH_URL must be set')
  })

  test.each([
    [{ SMTP_URL: 'mail.example secret' }, 'SMTP_URL cannot be read'],
    [{ SMTP_URL: 'http://u:secret@mail.example' }, 'SMTP_URL cannot be read'],
    [{ SMTP_URL: 'smtp://' }, 'SMTP_URL cannot be read'],
    [{ UNCLENCH_MAIL_FROM: 'secret <b@c.example>' }, 'UNCLENCH_MAIL_FROM must be one plain address'],
    [{ UNCLENCH_MAIL_FROM: 'b@c.example, secret@c.example' }, 'UNCLENCH_MAIL_FROM must be one plain address'],
  ])('%j is refused in words that repeat no value', (env, words) => {
    const why = read({ ...env })
    expect(why).toContain(words)
    expect(why).not.toContain('secret')
  })
})
