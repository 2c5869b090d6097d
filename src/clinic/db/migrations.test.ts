/** The migrations themselves: in order, each number once and none left out, every file in the list, and none that stands changed. */
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Migration, migrations } from './migrations.ts'

const folder = join(import.meta.dirname, 'migrations')

/**
 * Each file as it was when it landed: the first half of its SHA-256. A new one adds its row. A row that stands is never
 * changed: a database that ran the file refuses to start with another (migrate.ts).
 */
const landed: readonly (readonly [string, string])[] = [
  ['0001-directory-and-booking', 'ae999bb6ff3108824b9881b67974f1a9'],
  ['0002-members-and-reads', '749f4229a1bc644b5ce85f193d421f51'],
  ['0003-accounts', '5bc1041d9bb96ffed5cce5c704318e2d'],
  ['0004-calendar', '0e1aaf611f554cf3c7dac3cc936665f4'],
  ['0005-console', '8ae83ed5f103da61cbb4c5a2a9cc88b1'],
  ['0006-setup', 'eae064dc29162c3068b9761f912bdcd4'],
  ['0007-reviews-and-sharing', 'e1948a49289a70619587581204ad4e50'],
  ['0008-waiting-and-courses', 'd680041ab2c6d6481180f766eb18fc6a'],
  ['0009-keeping', 'ccf00308c4901c23f21c8bfb4c0ada76'],
  ['0010-locked-copies', 'da49feeac30fdbc5591ed9ea375e9eca'],
  ['0011-sign-in-asks', '6429dfe1008659cc4ec1a4f78c0cb0de'],
  ['0012-no-passkeys', 'de1fb465fd1acd5652f025fdebdd4f17'],
  ['0013-hold-key', '648058f151638c926dc93dd9633f66c2'],
  ['0014-letters', '51a3098ec5325bbd1648ebda64b8650e'],
  ['0015-ask', 'b5ae31addd52ff4d76b1e114cead665f'],
  ['0016-ended-links', '858323efc0da2fc9c69732d236491f43'],
  ['0017-classes', '0c9c9ecb598a10b6dba1e614d8af06d1'],
  ['0018-passkeys', '6f60710069826dc50d5d4dff013be6ab'],
  ['0019-same-persons', '7d1a61f33405f0d47ccf93a6307c20e8'],
  ['0020-price-offers', 'd9ce15a0e14d2ba818df1164d8ed375c'],
  ['0021-ways-in', '14711bec862c12ad9b25a15b9a47d565'],
  ['0022-choose-again', 'c24805724a3a8e53799a72494954c39d'],
  ['0023-quick-search', '8196dd497fd02da1afd68ebb4a673d9b'],
  ['0024-undo-cancel', 'ac5c236bf36fa9cb38f5ea0419ff4aa1'],
  ['0025-invitations-that-came-back', '079b6c5434484a750deacaf0e5e2e96f'],
  ['0026-guide-mails', '317e4c14bf9699e317c47c7b51c95dc1'],
  ['0027-claims-by-time', 'a8d9736b461318a518148099fdde97c2'],
  ['0028-reminder-hours', '1fd99436fdf47296d6403497d7f7a9b6'],
  ['0029-opening-hours', '17d2f5f23c89cd298877ac0ff8e814bf'],
  ['0030-held-moves', 'e6455a1d8bc7f839f8c3ec7d16c39f56'],
  ['0031-free-times-of-many-clinics', '64142f77a121dac148665630f29af6f4'],
  ['0032-taken-off-the-list', 'b27d41a229b9fba3bf31aa30de245a2e'],
  ['0033-price-of-events', 'f41da9788ecd3295b1f620e43be7cf6b'],
  ['0034-ended-offers', '0621a6a2d66937ef252bf2b31e67636d'],
  ['0035-no-past-for-the-public', '6ca1a51ba6f85a22357fd3a19af0e29f'],
  ['0036-excess-and-referral', '70bfd84c05ccef2496e7411cc2131c1b'],
  ['0037-once-on-the-list', '2bf97c46394f261b10d9281af779abca'],
  ['0038-referral-events', '4bafc03b95c6e6499cfcf2d718329f38'],
  ['0039-referral-of-whoever-waits', 'a37307aa7bcd14af3f896d3731ee8799'],
  ['0040-organizer-of-a-visit', '4841749a63b815de3371b67b82309ecb'],
  ['0041-unanswered-letters', '2fa21f4e98cafc44e449e76d4ec0999a'],
  ['0042-press-of-events', '04e2a92205179e388915576fcb39552f'],
  ['0043-who-called-off', '20206e2833ed54cc0ef9b042c14da28f'],
  ['0044-set-aside', '3228f2b48a78cb6760c678ad3bd5eef9'],
  ['0045-who-erased', '299fca2752fd2b23c825815d8d8329d4'],
  ['0046-person-changes', '9fe6732e4aee69720a5ebd525c575217'],
]

/** What is wrong with a list of migrations and the files beside it, in words. */
function faultsOf(steps: readonly Migration[], files: readonly string[], known: typeof landed): readonly string[] {
  const hashOf = (sql: string) => createHash('sha256').update(sql).digest('hex').slice(0, 32)
  const hashes = new Map(known)
  return [
    ...steps.flatMap(({ number, name }, at) => [
      ...(number === at + 1 ? [] : [`${name} is number ${number} in place ${at + 1}`]),
      ...(name.startsWith(`${String(number).padStart(4, '0')}-`) ? [] : [`${name} does not begin with its number`]),
      ...(files.includes(`${name}.sql`) ? [] : [`${name} has no file`]),
    ]),
    ...files.flatMap((file) => (steps.some(({ name }) => file === `${name}.sql`) ? [] : [`${file} is in no list`])),
    ...steps.flatMap(({ name, sql }) =>
      hashes.get(name) === hashOf(sql)
        ? []
        : [`${name} is ${hashes.has(name) ? 'changed' : 'not among those that landed'}`],
    ),
    ...known.flatMap(([name]) => (steps.some((step) => step.name === name) ? [] : [`${name} is gone`])),
  ]
}

const files = readdirSync(folder)

test('are in order, each number once and none left out, and those that stand are as they landed', () => {
  expect(migrations.length).toBeGreaterThan(20)
  expect(faultsOf(migrations, files, landed)).toEqual([])
})

test('a gap, a double, a wrong name, a file that is in no list and a changed one are each seen', () => {
  const [first, second, ...more] = migrations
  if (!first || !second) throw new Error('no migrations')
  const say = (steps: readonly Migration[], there = files, known = landed) => faultsOf(steps, there, known)
  expect(say([first, ...more])[0]).toBe(`${more[0]?.name} is number 3 in place 2`)
  expect(say([first, first, ...more])).toContain(`${first.name} is number 1 in place 2`)
  expect(say([first, { ...second, name: '0003-members-and-reads' }, ...more])).toContain(
    '0003-members-and-reads does not begin with its number',
  )
  expect(say(migrations, [...files, '0099-more.sql'])).toEqual(['0099-more.sql is in no list'])
  expect(say([first, { ...second, sql: `${second.sql} ` }, ...more])).toEqual([`${second.name} is changed`])
  expect(say(migrations, files, landed.slice(0, -1))).toEqual([
    `${migrations.at(-1)?.name} is not among those that landed`,
  ])
  expect(say(migrations.slice(0, -1)).at(-1)).toBe(`${migrations.at(-1)?.name} is gone`)
})
