/**
 * Which records of a clinic are shown as one person. Every booking by the public writes a record of its own, so that whoever
 * knows a name and an address learns nothing of the person's record and changes nothing in it; that several are one person is
 * worked out when staff look, and nowhere else. Pure.
 */
import { squeezed } from '../../directory/folded.ts'
import type { KnownPerson } from './known-persons.ts'

/**
 * Records of one person: the same name (but for case, accents, marks and spaces) and an email in common. Never two birth dates,
 * and never two of whom somebody said that they are two.
 * @param persons the oldest first
 * @param isDifferent what staff said of two ids
 * @returns each record once, the oldest of its group first
 */
export function groupsOfOne(
  persons: readonly KnownPerson[],
  isDifferent: (one: string, other: string) => boolean,
): readonly (readonly [KnownPerson, ...KnownPerson[]])[] {
  const groups: [KnownPerson, ...KnownPerson[]][] = []
  const byName = new Map<string, [KnownPerson, ...KnownPerson[]][]>()
  for (const person of persons) {
    const name = squeezed(person.name)
    const alike = name === '' ? [] : (byName.get(name) ?? [])
    const own = alike.find(
      (group) =>
        group.some(({ emails }) => emails.some((email) => person.emails.includes(email))) &&
        group.every((other) => canBeOne(person, other) && !isDifferent(person.personId, other.personId)),
    )
    if (own) own.push(person)
    else {
      const group: [KnownPerson] = [person]
      groups.push(group)
      byName.set(name, [...alike, group])
    }
  }
  return groups
}

const canBeOne = ({ bornOn: one }: KnownPerson, { bornOn: other }: KnownPerson) =>
  one === null || other === null || one === other
