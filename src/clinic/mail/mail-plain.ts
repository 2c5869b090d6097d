/** A mail as plain text: says all that its HTML says. */
import { oneLine } from './safe-name.ts'
import type { MailContent } from './mail-texts.ts'

/** Lines are as long as they are: mail programs fold them to the window. */
export function mailPlain(content: MailContent): string {
  const { greeting, opening, when, facts, button, terms, danger, foot, ways = [] } = content
  const blocks = [
    `${oneLine(greeting)} ${oneLine(opening)}`,
    ...(when ? [when.sentence] : []),
    ...facts.map(({ title, lines, href }) => [...[title, ...lines].map(oneLine), ...(href ? [href] : [])].join('\n')),
    `${oneLine(button.label)}:\n${button.href}`,
    terms.map(oneLine).join('\n'),
    [danger.title.toUpperCase(), danger.lead, ...danger.items.map((item) => `* ${item}`)].join('\n'),
    `${danger.check.label}:\n${danger.check.href}`,
    // The mark of what is below a letter (RFC 3676 §4.3): dash, dash, space.
    ['-- ', ...foot.map(oneLine), ...ways.map(({ label, href }) => `${oneLine(label)}:\n${href}`)].join('\n'),
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}
