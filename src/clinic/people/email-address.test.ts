/** An address that passes is one plain recipient; whatever else somebody types is refused in words. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressFaultWords, EmailAddress, isPlainAddress, parseAddress } from './email-address.ts'

/** What nobody may bring into an envelope: each form with each of these. */
const breaks = [
  '\r\n',
  '\n',
  '\r',
  '\u2028',
  '\u2029',
  '\u0085',
  '\u000b',
  '\0',
  '\u200b',
  '\u202e',
  '\ufeff',
  '\u00a0',
  '\u2060',
  '\u180e',
  '\u3000',
  ' ',
]
const hostile: readonly string[] = [
  ...breaks.flatMap((mark) => [
    `robin${mark}@example.org`,
    `robin@example.org${mark}Bcc: else@example.net`,
    `robin@exam${mark}ple.org`,
    `${mark}robin@example.org`.replace(/^[ ]/, '. '),
    `robin@example.org${mark}.`,
    `robin@${mark}example.org`,
    `"robin${mark}"@example.org`,
  ]),
  ...[
    '"robin"@example.org',
    '"robin@else.net"@example.org',
    '"a b"@example.org',
    '""@example.org',
    '"\\""@example.org',
  ],
  ...['"xclow3n@gmail.com x"@internal.example', '"robin@else.net> x"@example.org', "'robin'@else.net@example.org"],
  ...[
    'robin(comment)@example.org',
    '(c)robin@example.org',
    'robin@(c)example.org',
    'robin@example.org(c)',
    'robin@example.org ()',
  ],
  ...['robin@else.net@example.org', '@example.org', 'robin@', '@', '@@', 'robin', 'example.org', 'robin@@example.org'],
  ...[
    '@else.net:robin@example.org',
    '<@else.net:robin@example.org>',
    'Robin <robin@example.org> <else@example.net>',
    'Robin <robin@example.org>, Bo <else@example.net>',
    'else@example.net <robin@example.org>',
    '"else@example.net" <robin@example.org>',
    'Robin, Bo <robin@example.org>',
    'Robin <<robin@example.org>>',
    'Robin <robin@example.org> x',
    'Robin <robin>',
    'Robin\r\nBcc: x <robin@example.org>',
    'Robin\u202e <robin@example.org>',
    'Robin <robin@example.org\r\n>',
    'Robin < robin@example.org>',
    'Robin <>',
    '<mailto:>',
  ],
  ...[
    'robin@example.org, else@example.net',
    'robin@example.org;else@example.net',
    'robin@example.org else@example.net',
  ],
  ...[
    'robin@example.org,',
    ',robin@example.org',
    'group:robin@example.org;',
    'mailto:robin@example.org?cc=else@example.net',
    'mailto:robin@example.org,else@example.net',
    'mailto:mailto:robin@example.org',
    'mailto:',
    'robin,x@example.org',
  ],
  ...[
    'robin@localhost',
    'robin@[127.0.0.1]',
    'robin@[IPv6:::1]',
    'robin@127.0.0.1',
    'robin@example.123',
    'robin@1.2.3.4',
  ],
  ...['.robin@example.org', 'robin.@example.org', 'ro..bin@example.org', 'robin@example..org', 'robin@.example.org'],
  ...['robin@example.org.', 'robin@-example.org', 'robin@example-.org', 'robin@exa_mple.org', 'robin@example.org-'],
  ...[
    'robin%else.net@example.org',
    'else.net!robin@example.org',
    'robin\\@else.net@example.org',
    'robin@example.org\\',
  ],
  ...[
    'röbin@example.org',
    'robin@exämple.org',
    'محمد@example.org',
    'robin@例え.jp',
    '🦴@example.org',
    'robin@🦴.org',
    'ＲＯＢＩＮ@example.org',
  ],
  ...[
    'robin@еxample.org',
    'robin＠example.org',
    'robin@example。org',
    'rob\u0130n@example.org',
    'robin@exam\u00adple.org',
  ],
  ...[
    'robin@example.org?cc=else@example.net',
    'robin@example.org>',
    'robin@example.org"',
    'robin@example.org/..',
    'robin@exa mple.org',
  ],
  ...[
    'robin@example.org%0d%0aBcc:x',
    'robin@example.org\\r\\nBcc:x',
    '=?utf-8?q?robin?=@example.org@x.org',
    'robin@=?utf-8?q?example?=',
  ],
  ...[
    `${'a'.repeat(65)}@example.org`,
    `robin@${'a'.repeat(64)}.org`,
    `robin@${'a.'.repeat(130)}org`,
    'a'.repeat(255),
    `${'@'.repeat(5000)}`,
  ],
  ...[
    'robin@example.org\tBcc:x',
    'robin\t@example.org',
    '',
    ' ',
    '\t',
    '\n',
    'robin@ example.org',
    'robin @example.org',
    'robin at example.org',
  ],
  ...[
    "robin@example.org' or 1=1",
    'robin@example.org<script>',
    '<img src=x>@example.org',
    '{x}@{y}',
    '../../etc@passwd',
    'robin@example,org',
  ],
  ...[
    '\u202erobin@example.org',
    'robin@example.org\u200b',
    'ro\u0000bin@example.org',
    'robin@example.org\u0000',
    '\ud800@example.org',
  ],
]

describe('a hostile address', () => {
  test('is refused in words, all two hundred of them', () => {
    expect(new Set(hostile).size).toBeGreaterThanOrEqual(200)
    const passed = hostile.filter((typed) => parseAddress(typed).ok || isPlainAddress(typed))
    expect(passed).toEqual([])
    for (const typed of hostile) {
      const refused = parseAddress(typed)
      expect(refused.ok ? '' : addressFaultWords[refused.why]).toMatch(/^[A-Z].*\.$/)
    }
  })

  test('two in one field are told to be one', () => {
    for (const typed of ['a@b.org, c@d.org', 'a@b.org;c@d.org', 'a@b.org c@d.org', 'a@b@c.org'])
      expect(parseAddress(typed)).toEqual({ ok: false, why: 'severalAddresses' })
  })

  test('of any length is answered at once: the work stays with the first letters', () => {
    for (const piece of ['a.', 'a@', '-', '"', 'a'])
      expect(parseAddress(piece.repeat(2_000_000))).toEqual({ ok: false, why: 'tooLong' })
  })
})

describe('an ordinary address', () => {
  test.each([
    'robin@example.org',
    'robin.ashdown+physio@mail.example.co.uk',
    "o'hara@example.org",
    'a@b.co',
    'x_y-z@xn--exmple-cua.org',
    '1@2.org',
    '#?@example.org',
    `${'a'.repeat(64)}@example.org`,
  ])('%s passes as it is', (typed) => {
    expect(parseAddress(typed)).toEqual({ ok: true, address: typed })
    expect(isPlainAddress(typed)).toBe(true)
  })

  test('loses spaces round it and capitals of its host, and keeps those before the @', () => {
    expect(parseAddress('  Robin@Example.ORG ')).toEqual({ ok: true, address: 'Robin@example.org' })
  })

  test.each([
    '<robin@example.org>',
    'Robin <robin@example.org>',
    'Robin Ashdown<robin@Example.ORG>',
    '"Ashdown, Robin" <robin@example.org>',
    'Zoë O’Hara-Łuk (Physio) <robin@example.org>;',
    'mailto:robin@example.org',
    'MAILTO:robin@example.org?subject=My%20visit',
    'Robin <mailto:robin@example.org>',
    '\t Robin <robin@example.org> ',
  ])('pasted as %s is the one in it', (typed) => {
    expect(parseAddress(typed)).toEqual({ ok: true, address: 'robin@example.org' })
  })

  test('and whatever passes is one recipient that reads as itself, whatever was typed', () => {
    const typed = fc.oneof(
      fc.emailAddress(),
      fc.string({ unit: 'grapheme' }),
      fc.string({
        unit: fc.constantFrom('a', '@', '.', '"', '(', ')', ',', '\r', '\n', '<', '>', '\\', ' ', '\u2028', '-'),
      }),
    )
    fc.assert(
      fc.property(typed, (text) => {
        const parsed = parseAddress(text)
        if (!parsed.ok) return
        expect(parsed.address).toMatch(/^[\x21-\x7e]+$/)
        expect(parsed.address).not.toMatch(/["(),:;<>[\]\\\s]/)
        expect(parsed.address.split('@').length).toBe(2)
        expect(parseAddress(parsed.address)).toMatchObject({ ok: true, address: parsed.address })
      }),
      { numRuns: 2000 },
    )
  })

  test('as a schema gives the address, or the sentence', () => {
    expect(EmailAddress.safeParse(' robin@example.org')).toEqual({ success: true, data: 'robin@example.org' })
    expect(EmailAddress.safeParse('a@b.org,c@d.org').error?.issues[0]?.message).toBe('Enter one email address only.')
  })
})

describe('a slip in a common host', () => {
  test.each([
    ['ann@gmial.com', 'ann@gmail.com'],
    ['ann@gmail.co', 'ann@gmail.com'],
    ['ann@gmaill.com', 'ann@gmail.com'],
    ['ann@hotmial.co.uk', 'ann@hotmail.co.uk'],
    ['ann@yaho.co.uk', 'ann@yahoo.co.uk'],
    ['ann@outlok.com', 'ann@outlook.com'],
    ['ann@iclowd.com', 'ann@icloud.com'],
    ['ann@btinternte.com', 'ann@btinternet.com'],
  ])('%s: did you mean %s? It is asked, never changed', (typed, meant) => {
    expect(parseAddress(typed)).toEqual({ ok: true, address: typed, hint: meant })
  })

  test.each([
    'ann@gmail.com',
    'ann@mail.com',
    'ann@ymail.com',
    'ann@example.org',
    'ann@me.com',
    'ann@nhs.net',
    'ann@gmx.com',
  ])('%s is left alone', (typed) => {
    expect(parseAddress(typed)).toEqual({ ok: true, address: typed })
  })
})
