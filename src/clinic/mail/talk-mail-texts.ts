/** What the mails about questions and comments say. Never: what was asked, answered or written, or anything of health. */
import type { MailContent } from './mail-texts.ts'
import type { MailedNotice } from './mailed-notice.ts'
import type { TalkMailKind } from './talk-mail-rows.ts'

type TalkWords = Pick<MailContent, 'subject' | 'opening' | 'when' | 'facts' | 'button' | 'terms'>

/** Why somebody gets it. */
export const whyTalk: Readonly<Record<TalkMailKind, string>> = {
  question:
    'We send this because somebody asked a question and gave this address. If it was not you, do nothing. Do not pass it on: its link opens the question.',
  answer:
    'We send this because a question was asked from this address. Do not pass it on: its link opens the question and the answer.',
  'question-alert': 'We send this because your clinic answers questions here.',
  comment:
    'We send this because somebody wrote a comment and gave this address. If it was not you, open the link and remove it.',
  'comment-alert': 'We send this because your clinic reads the comments here.',
}

/** The words of one. */
export function talkWords(kind: TalkMailKind, { clinic }: MailedNotice, { own }: { readonly own: string }): TalkWords {
  const plain = { when: null, facts: [] }
  switch (kind) {
    case 'question':
      return {
        ...plain,
        subject: 'We have your question',
        opening: `${clinic.name} has your question. You get another mail when it is answered.`,
        button: { label: 'See or erase my question', href: own },
        terms: ['The link is yours alone. Looking at it changes nothing.'],
      }
    case 'answer':
      return {
        ...plain,
        subject: 'Your question has an answer',
        opening: `A therapist of ${clinic.name} has answered your question.`,
        button: { label: 'Read the answer', href: own },
        terms: ['The answer stands on its own page. You can erase question and answer there.'],
      }
    case 'question-alert':
      return {
        ...plain,
        subject: 'A question needs a look today',
        opening: 'Somebody sent a question that may tell of something that cannot wait.',
        facts: [
          {
            title: 'Please read it now.',
            lines: ['Whoever asked said no to the question of the check about it, and saw the emergency numbers.'],
          },
        ],
        button: { label: 'Open the inbox', href: own },
        terms: ['What was written does not stand in this mail.'],
      }
    case 'comment':
      return {
        ...plain,
        subject: 'Change or remove your comment here',
        opening: `${clinic.name} reads your comment before anybody else can.`,
        button: { label: 'See, change or remove it', href: own },
        terms: ['The link is yours alone. Looking at it changes nothing.'],
      }
    case 'comment-alert':
      return {
        ...plain,
        subject: 'A comment needs a look today',
        opening: 'A comment may tell of something that cannot wait.',
        facts: [
          {
            title: 'Please read it now.',
            lines: [
              'Whoever wrote it was shown the emergency numbers at once.',
              'Nobody else can read it until one of you has looked.',
            ],
          },
        ],
        button: { label: 'Open the comments', href: own },
        terms: ['What was written does not stand in this mail.'],
      }
  }
}
