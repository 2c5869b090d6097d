/**
 * What letters say, in pieces that become HTML and plain text. Pure. Never: a pixel, a link that tells who pressed it, or
 * anything of a reader's health.
 */
import { safetyNet } from '../../care/check/safety-net.ts'
import type { MailContent } from '../mail/mail-texts.ts'
import type { OfferWords } from './offer-words.ts'
import type { Piece } from './guide-pages.ts'

/** The clinic that sends, with its postal address. */
export interface LetterSender {
  readonly name: string
  readonly phone: string
  readonly email: string
  /** "14 Lantern Yard, London, E2 9ZZ" */
  readonly postal: string
  readonly demonstration: boolean
}

/** Where a letter leads. Looking at any of them changes nothing. */
export interface LetterLinks {
  /** Where people reach this installation, without a slash at its end. */
  readonly origin: string
  readonly guide: string
  readonly check: string
}

/** The reader's own links. */
export interface ReaderLinks {
  readonly leave: string
  readonly mine: string
}

/** A letter as it is written. */
export interface LetterWords {
  readonly subject: string
  readonly opening: string
  readonly pieces: readonly Piece[]
  /** Not given: it carries none. */
  readonly offer?: OfferWords | null
}

const danger = (check: string): MailContent['danger'] => ({
  title: 'These signs cannot wait for a letter.',
  lead: `${safetyNet.goNow.title}:`,
  items: safetyNet.goNow.items,
  check: { label: 'Do the check', href: check },
})

const footOf = ({ name, postal, phone, demonstration }: LetterSender) => [
  `${[name, postal].filter(Boolean).join(', ')}. ${phone}.`,
  ...(demonstration ? ['This is a demonstration: the clinic and its people are made up.'] : []),
]

/** How a writer may greet: "Hello.", "Hi everybody,", "Dear readers!" */
const ownGreeting =
  /^((?:hello|hi|dear|welcome|good (?:morning|afternoon|evening|day))\b[^.,!\n]{0,40}[.,!])(?:\s+(.*))?$/is

/** The greeting, and what comes after it: ours only where the writer has none of their own. */
function greeted(words: string): Pick<MailContent, 'greeting' | 'opening'> {
  const [, greeting, opening = ''] = ownGreeting.exec(words) ?? []
  return greeting ? { greeting, opening } : { greeting: 'Hello.', opening: words }
}

/** @param isTest it goes to whoever wrote it: the links at its end open nothing */
export function letterContent(
  letter: LetterWords,
  sender: LetterSender,
  links: LetterLinks,
  own: ReaderLinks,
  isTest = false,
): MailContent {
  return {
    subject: isTest ? `Test: ${letter.subject}` : letter.subject,
    ...greeted(letter.opening),
    when: null,
    facts: [
      ...(letter.offer ? [{ ...letter.offer, href: `${links.origin}/find` }] : []),
      ...letter.pieces.map(({ page, title, short, sure = [] }) => ({
        title,
        lines: [short, ...sure],
        href: `${links.origin}/${page}`,
      })),
    ],
    button: { label: 'Read more in the guide', href: links.guide },
    terms: [],
    danger: danger(links.check),
    sender: { name: sender.name },
    foot: [
      ...(isTest ? ['This is a test. The two links below open nothing in it.'] : []),
      'You asked for this letter. Nothing in it tells us that you read it or what you pressed.',
      ...footOf(sender),
    ],
    ways: [
      { label: 'Leave the letters', href: own.leave },
      { label: 'Change what they are about', href: own.mine },
    ],
  }
}

/** The one mail that asks: was it you? @param yes the private link with the two buttons */
export function questionContent(sender: LetterSender, links: LetterLinks, yes: string): MailContent {
  return {
    subject: `Do you want letters from ${sender.name}?`,
    greeting: 'Hello.',
    opening: `Somebody asked us to send letters to this address.`,
    when: null,
    facts: [
      { title: 'Was it you?', lines: ['Open the page and press “Yes”. Before that, no letter comes.'] },
      {
        title: 'It was not you?',
        lines: ['Then do nothing, and no letter comes. The page can also stop such questions.'],
      },
    ],
    button: { label: 'Open the page', href: yes },
    terms: ['The link works for two weeks.'],
    danger: danger(links.check),
    sender: { name: sender.name },
    foot: ['Nothing in this mail tells us that you read it.', ...footOf(sender)],
  }
}
