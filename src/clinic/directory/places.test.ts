import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyLetter } from '../../../scripts/any-letter.ts'
import { distanceKm } from './distance.ts'
import { areaRows, stationRows } from '../town/london-places.ts'
import { findPlace, places } from './places.ts'
import { districtRows } from '../town/postcode-districts.ts'
import { townsElsewhere } from '../town/towns-elsewhere.ts'
import { readPostcode } from './postcode.ts'

/** The id of the place that was found, or why none was. */
function found(text: string): string {
  const answer = findPlace(text)
  return answer.ok ? answer.place.id : answer.why
}

const isNamed = (text: string, name: string) => text.toLowerCase().startsWith(name.toLowerCase())

describe('a postcode', () => {
  test.each([
    'sw1a1aa',
    'SW1A 1AA',
    'sw1a-1aa',
    ' Sw1a  1aA ',
    'SW1A1AA.',
    'ＳＷ１Ａ １ＡＡ',
    'SW1A\u200b1AA',
    'SWIA 1AA'.replace('I', '1'),
  ])('typed as %j is one and the same', (text) => {
    expect(readPostcode(text)).toEqual({ outward: 'SW1A', full: 'SW1A 1AA' })
    expect(found(text)).toBe('sw1a')
  })

  test.each([
    ['SW1A', 'SW1A', null],
    ['e2', 'E2', null],
    ['E2 9', 'E2', null],
    ['E2 9D', 'E2', null],
    ['e29dz', 'E2', 'E2 9DZ'],
    ['E20 1AA', 'E20', 'E20 1AA'],
    ['e201aa', 'E20', 'E20 1AA'],
    ['e20', 'E20', null],
    ['le52el', 'LE5', 'LE5 2EL'],
    ['SW1A OAA', 'SW1A', 'SW1A 0AA'],
    ['SWIA 1AA', 'SW1A', 'SW1A 1AA'],
    ['swla 1aa', 'SW1A', 'SW1A 1AA'],
    ['EI 6AN', 'E1', 'E1 6AN'],
    ['e2 iaa', 'E2', 'E2 1AA'],
    ['BL1 1AA', 'BL1', 'BL1 1AA'],
    ['BL1 IAA', 'BL1', 'BL1 1AA'],
    ['sl11ll', 'SL1', 'SL1 1LL'],
    ['AL10 0AL', 'AL10', 'AL10 0AL'],
    ['IG1 1LL', 'IG1', 'IG1 1LL'],
    ['EC1A', 'EC1A', null],
    ['W1G 9PF', 'W1G', 'W1G 9PF'],
    ['N1C4AG', 'N1C', 'N1C 4AG'],
    ['wc2n5du', 'WC2N', 'WC2N 5DU'],
    ['SW1O 1AA', 'SW10', 'SW10 1AA'],
  ])('%s is read as %s and %s', (text, outward, full) => {
    expect(readPostcode(text)).toEqual({ outward, full })
  })

  test.each(['bow', 'E', '22', 'E222', 'SW1A 1AAA', 'ABC1 2DE', '1AA', 'soho', 'to', ''])('%j is none', (text) => {
    expect(readPostcode(text)).toBeNull()
  })

  test('at the end of an address is the one that counts', () => {
    expect(found('14 Lantern Yard, London E2 9DZ')).toBe('e2')
    expect(found('Bethnal Green, E2')).toBe('e2')
    expect(found('W1G 9PF, London, UK')).toBe('w1g')
  })

  test.each([
    ['E 2', 'e2'],
    ['e  2', 'e2'],
    ['SW 1', 'sw1'],
    ['EC 1 A', 'ec1a'],
    ['WC 2 H', 'wc2h'],
    ['E 2 9', 'e2'],
    ['E 2 9 Z Z', 'e2'],
    ['E 10', 'e10'],
  ])('%j, with its letters and numbers apart, is found', (typed, place) => {
    expect(found(typed)).toBe(place)
  })

  test('of a district that has letters and is not listed is found by the one above it', () => {
    expect(found('W1Z 1AA')).toBe('w1')
  })

  test('of elsewhere says so, and is handed on for the national list', () => {
    const answer = findPlace('le52el')
    expect(answer).toMatchObject({ ok: false, why: 'elsewhere', postcode: { outward: 'LE5', full: 'LE5 2EL' } })
    expect(answer.says).toContain('LE5 2EL')
  })

  test.each([
    ['E 99', ['E9']],
    ['NW 20', ['NW2', 'NW10']],
    ['LE5 2EL', []],
    ['M1 1AA', []],
    ['CF10', []],
  ])('%j that is not in London is offered only what is one slip of its number away', (typed, near) => {
    const answer = findPlace(typed)
    expect(answer).toMatchObject({ ok: false, why: 'elsewhere' })
    expect(answer.ok ? [] : answer.choices.map(({ name }) => name)).toEqual(near)
  })

  test('of every London district is known', () => {
    const range = (area: string, from: number, to: number) =>
      [...Array(to - from + 1).keys()].map((step) => `${area}${from + step}`)
    const all = [
      ...[...range('E', 1, 18), 'E20', ...range('N', 1, 22), ...range('NW', 1, 11), ...range('SE', 1, 28)],
      ...[...range('SW', 1, 20), ...range('W', 1, 14), ...range('EC', 1, 4), 'WC1', 'WC2'],
      ...[...range('BR', 1, 8), 'CR0', ...range('CR', 2, 8), ...range('DA', 1, 18), ...range('EN', 1, 11)],
      ...[...range('HA', 0, 9), ...range('IG', 1, 11), ...range('KT', 1, 24), ...range('RM', 1, 20)],
      ...[...range('SM', 1, 7), ...range('TW', 1, 20), ...range('UB', 1, 11), ...range('WD', 3, 7)],
      ...[...range('WD', 17, 19), ...range('WD', 23, 25)],
    ]
    expect(all.filter((code) => found(code) !== code.toLowerCase())).toEqual([])
    expect(all.length).toBeGreaterThan(260)
  })
})

describe('a name', () => {
  test('of every borough of London is known', () => {
    const boroughs = [
      ...['Barking and Dagenham', 'Barnet', 'Bexley', 'Brent', 'Bromley', 'Camden', 'City of London', 'Croydon'],
      ...['Ealing', 'Enfield', 'Greenwich', 'Hackney', 'Hammersmith and Fulham', 'Haringey', 'Harrow', 'Havering'],
      ...['Hillingdon', 'Hounslow', 'Islington', 'Kensington and Chelsea', 'Kingston upon Thames', 'Lambeth'],
      ...['Lewisham', 'Merton', 'Newham', 'Redbridge', 'Richmond upon Thames', 'Southwark', 'Sutton'],
      ...['Tower Hamlets', 'Waltham Forest', 'Wandsworth', 'Westminster'],
    ]
    expect(boroughs).toHaveLength(33)
    expect(boroughs.filter((name) => !findPlace(name).ok)).toEqual([])
  })

  test.each([
    ['Newham', 'newham'],
    ['London Borough of Newham', 'newham'],
    ['the Royal Borough of Greenwich', 'greenwich'],
    ['Hammersmith & Fulham', 'hammersmith-and-fulham'],
    ['Bethnal Green', 'bethnal-green'],
    ['bethnal-green', 'bethnal-green'],
    ['BETHNALGREEN', 'bethnal-green'],
    ['  béthnal   grèen ', 'bethnal-green'],
    ['Bethnel Green', 'bethnal-green'],
    ['Bethnl Green', 'bethnal-green'],
    ['Bethnalg reen', 'bethnal-green'],
    ['bethn', 'bethnal-green'],
    ['near Bethnal Green tube station', 'bethnal-green'],
    ['Bethnal Green, London', 'bethnal-green'],
    ["King's Cross", 'kings-cross'],
    ['Kings Cross', 'kings-cross'],
    ['King’s Cross St. Pancras', 'kings-cross'],
    ['st pancras', 'kings-cross'],
    ['Shepherds bush', 'shepherds-bush'],
    ['The Angel', 'angel-station'],
    ['angel', 'angel-station'],
    ['London Bridge', 'london-bridge-station'],
    ['Elephant & Castle', 'elephant-and-castle'],
    ['Islingotn', 'islington'],
    ['Ealing Broadway', 'ealing'],
    ['London', 'west-end'],
    ['Bow', 'bow'],
    ['Camden Town', 'camden'],
    ['Stratford', 'stratford'],
    ['Clapham', 'clapham'],
  ])('%j leads to %s', (text, id) => {
    expect(found(text)).toBe(id)
  })

  test('that two places bear is a choice between them, told apart by postcode', () => {
    const answer = findPlace('Hayes')
    expect(answer).toMatchObject({ ok: false, why: 'several' })
    expect(answer.ok ? [] : answer.choices.map(({ label }) => label)).toEqual(['Hayes, UB3', 'Hayes, BR2'])
    expect(answer.says).toContain('Hayes, UB3; Hayes, BR2')
    expect(found('hayes-br2')).toBe('hayes-br2')
  })

  test('of which only the beginning is typed is a choice, the names that begin so first', () => {
    const answer = findPlace('kens')
    expect(answer.ok ? [] : answer.choices.map(({ name }) => name)).toEqual([
      ...['Kensal Green', 'Kensal Rise', 'Kensington', 'Kensington and Chelsea', 'South Kensington', 'West Kensington'],
    ])
  })

  test.each([
    ['Nottingham', ['Mottingham']],
    ['nottingham, uk', ['Mottingham']],
    ['Oxford', ['Oxford Circus']],
    ['Oxford station', ['Oxford Circus']],
    ['Liverpool', ['Liverpool Street']],
    ['Leicester', ['Leicester Square']],
    ['Cambridge', ['Cambridge Heath']],
    ['Notingham', []],
    ['Cardiff', []],
    ['in Manchester', []],
    ['Milton Keynes', []],
    ['Stoke-on-Trent', []],
  ])('of a town elsewhere (%j) is never taken for a part of London, which is only offered', (text, names) => {
    const answer = findPlace(text)
    if (answer.ok) throw new Error(answer.says)
    expect([answer.why, answer.choices.map(({ name }) => name)]).toEqual(['unknown', names])
    expect(answer.says).toMatch(/ is not in London\. We list places in London only\./)
  })

  test('of the beginning of a town elsewhere asks which is meant, and names both', () => {
    const answer = findPlace('in Oxfor')
    if (answer.ok) throw new Error(answer.says)
    expect(answer.says).toMatch(/^Do you mean Oxford\? That is not in London\./)
    expect(answer.choices.map(({ name }) => name)).toEqual(['Oxford Circus'])
    // What is only of London is found by its beginning as before.
    expect(findPlace('Walthams')).toMatchObject({ ok: true, place: { name: 'Walthamstow' } })
  })

  test('of no beginning of a town elsewhere leads anywhere in London but to what is called so', () => {
    const begun = townsElsewhere.flatMap((name) =>
      [...Array(name.length - 2).keys()].map((at) => name.slice(0, at + 2)),
    )
    // Looked at are those that also begin a name of London; the others find nothing by it.
    const both = new Set(begun.filter((text) => places.some(({ name }) => name.startsWith(text))))
    expect(both.size).toBeGreaterThan(100)
    const led = [...both].flatMap((text) => {
      const answer = findPlace(text)
      return answer.ok && !isNamed(text, answer.place.name) ? `${text}: ${answer.place.label}` : []
    })
    // "London" itself, which begins Londonderry, is the name of its middle.
    expect(led).toEqual(['London: West End, W1B'])
  })

  test('of no town elsewhere, whole or with a letter before its last left out, leads anywhere in London', () => {
    const one = (name: string) => [...Array(name.length - 1).keys()].map((at) => name.slice(0, at) + name.slice(at + 1))
    const typed = townsElsewhere.flatMap((name) => [name, ...(name.length > 6 ? one(name) : [])])
    expect(typed.length).toBeGreaterThan(1000)
    expect(townsElsewhere.filter((name) => findPlace(name).ok)).toEqual([])
    const led = typed.flatMap((text) => {
      const answer = findPlace(text)
      // A slip may make the whole name of another place.
      return answer.ok && !isNamed(text, answer.place.name) ? `${text}: ${answer.place.label}` : []
    })
    expect(led).toEqual([])
  })

  test.each([...['10115', '75001', 'Paris', 'New York', 'Berlin', 'Lisbon', 'back pain']])(
    'that nobody knows (%s), and that is spelt like no place here, gets words and no names',
    (text) => {
      const answer = findPlace(text)
      expect(answer).toMatchObject({ ok: false, why: 'unknown', choices: [] })
      expect(answer.says).toContain(`We do not know “${text}”. Type a part of London`)
    },
  )

  test.each(['', '   ', '?!', '\u200b', '💙'])('that is nothing at all (%j) is asked for', (text) => {
    expect(findPlace(text)).toMatchObject({ ok: false, why: 'empty', says: expect.stringContaining('Type a place') })
  })
})

describe('the built-in lists', () => {
  test('hold some 250 names and all districts, and each is found again by its address, label and name', () => {
    expect(areaRows.length).toBeGreaterThan(250)
    expect(new Set(places.map(({ id }) => id)).size).toBe(places.length)
    expect(new Set(places.map(({ label }) => label)).size).toBe(places.length)
    for (const place of places) {
      expect(found(place.id)).toBe(place.id)
      const answer = findPlace(place.name)
      const reached = answer.ok ? [answer.place] : answer.choices
      expect(
        reached.map(({ name }) => name),
        place.label,
      ).toContain(place.name)
    }
  })

  test('agree with each other: every place lies near the middle of the district that it names', () => {
    const middles = new Map(districtRows.map(([outward, latitude, longitude]) => [outward, { latitude, longitude }]))
    const far = [...areaRows, ...stationRows].flatMap(([name, latitude, longitude, outward]) => {
      const middle = middles.get(outward)
      const km = middle ? distanceKm(middle, { latitude, longitude }) : Number.POSITIVE_INFINITY
      return km < 3 ? [] : [`${name}: ${km.toFixed(1)} km from ${outward}`]
    })
    expect(far).toEqual([])
  })

  test('hold no two places of one name in one spot', () => {
    for (const place of places)
      for (const other of places)
        if (place !== other && place.name === other.name) expect(distanceKm(place, other)).toBeGreaterThan(3)
  })
})

describe('whatever is typed', () => {
  const hostile = fc.oneof(
    fc.string({ unit: anyLetter, maxLength: 400 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc
      .constantFrom(...places.map(({ name }) => name))
      .chain((name) =>
        fc
          .tuple(fc.nat(name.length), fc.string({ maxLength: 3 }))
          .map(([at, more]) => name.slice(0, at) + more + name.slice(at)),
      ),
  )

  test.each(['Xyzzy', 'qqqq', 'zzzzzzzz'])('%s is like no place of the town, and none is said to be', (text) => {
    const answer = findPlace(text)
    if (answer.ok) throw new Error(answer.says)
    expect([answer.choices, answer.says.includes('spelt')]).toEqual([[], false])
    expect(answer.says).toContain('Type a part of London, such as Hackney')
  })

  test.each([
    ['Bethnel Gren', 'Bethnal Green'],
    ['Islintgon', 'Islington'],
    ['Clapam Comon', 'Clapham Common'],
    ['Marlybone', 'Marylebone'],
    ['Totenham Cort Road', 'Tottenham Court Road'],
    ['Picadily Circus', 'Piccadilly Circus'],
    ['Hakney Wik', 'Hackney Wick'],
    ['Luisham', 'Lewisham'],
  ])('%s, with more slips than one, is offered %s first', (text, name) => {
    const answer = findPlace(text)
    const reached = answer.ok ? [answer.place] : answer.choices
    expect(reached[0]?.name).toBe(name)
  })

  test('gets a place, a choice or words, never nothing', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const answer = findPlace(text)
        expect(answer.says.length).toBeGreaterThan(5)
        expect(answer.says.length).toBeLessThan(500)
        if (!answer.ok && answer.why === 'several') expect(answer.choices.length).toBeGreaterThan(0)
        if (!answer.ok) expect(answer.choices.length).toBeLessThanOrEqual(8)
      }),
    )
  })

  test('is read no further than anybody types: a book of it means the same as its beginning', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 200, maxLength: 200 }), (start) => {
        expect(findPlace(start + 'a'.repeat(1_000_000))).toEqual(findPlace(start))
      }),
      { numRuns: 10 },
    )
  })

  test('one slip in a name of five letters or more still leads to it, or to a choice that holds it', () => {
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz')
    const long = areaRows.map(([name]) => name).filter((name) => name.length >= 5)
    fc.assert(
      fc.property(fc.constantFrom(...long), fc.nat(), letter, fc.nat(3), (name, where, wrong, way) => {
        const at = where % (name.length - 1)
        const [before, one = '', two = ''] = [name.slice(0, at), name[at], name[at + 1]]
        const after = name.slice(at + 2)
        const slips = [
          before + two + after,
          before + wrong + two + after,
          before + wrong + one + two + after,
          before + two + one + after,
        ]
        const answer = findPlace(slips[way] ?? '')
        const reached = answer.ok ? [answer.place] : answer.choices
        // A slip may make another whole name ("Barnes" from "Barnet"): that one is then meant.
        if (answer.ok && answer.place.name !== name) return
        expect(
          reached.map((place) => place.name),
          slips[way],
        ).toContain(name)
      }),
      { numRuns: 400 },
    )
  })
})
