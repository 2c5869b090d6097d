/** Costs and insurance: who pays, and what to ask first (article-map 11). No figure, since each clinic sets its own. */
import { insurerNames } from '../search/insurer-names.ts'
import { type Article, claimed } from '../types.ts'

/** What is free, how insurers and cash plans pay, and what to ask before a visit. */
export const costsAndInsurance: Article = {
  slug: 'costs-and-insurance',
  title: 'What does it cost, and who pays?',
  about: 'The NHS is free. Insured? Ring them first.',
  bars: [],
  short: [
    claimed('An NHS physio costs you nothing.', 'nhs-physio-free'),
    'A private clinic sets its own price. Find a physio shows it before you book.',
    claimed(
      'Have insurance? Ring them first: only they can say what they pay.',
      'cover-ring-first',
      'only-insurer-knows',
    ),
  ],
  heard: [
    {
      heard: 'We take all insurers, so you are covered.',
      known: claimed(
        'A clinic may take your insurer, but that does not mean your insurer will pay. Only they can tell you.',
        'only-insurer-knows',
      ),
    },
    {
      heard: 'You need a letter from your GP.',
      known: claimed(
        'Often not. At many GP surgeries you can book a physio on your own. Some insurers do want a letter, so ask yours.',
        'nhs-physio-free',
        'only-insurer-knows',
      ),
    },
    {
      heard: 'Pay for ten visits and save.',
      known: claimed('Most people need a few visits, or none. Ask if you get the rest back.', 'physio-visits'),
    },
  ],
  sections: [
    {
      id: 'three-ways',
      title: 'Three ways to pay',
      kind: 'list',
      lines: [
        claimed('The NHS: free. Ask your GP surgery if you can book the physio yourself.', 'nhs-physio-free'),
        claimed('Health insurance: as a rule you ring them first, and they give you a number.', 'cover-ring-first'),
        claimed(
          'A cash plan: as a rule you pay the clinic, send the receipt to the plan, and get some of it back.',
          'cash-plan-receipt',
        ),
        'Yourself: each clinic shows what a visit costs.',
      ],
    },
    {
      id: 'ask-your-insurer',
      title: 'What to ask your insurer',
      kind: 'list',
      lines: [
        'Do you pay for a physio, and for how many visits?',
        'Does a GP have to refer me first?',
        'Which clinics may I choose? Does it include this one?',
        'How much do I have to pay myself first? That part is called the excess.',
        'Will it change what I pay next year?',
        'What number do I give the clinic?',
      ],
    },
    {
      id: 'ask-the-clinic',
      title: 'What to ask the clinic',
      kind: 'list',
      lines: [
        'What does a visit cost, and how long is it?',
        'Does the bill go to me or to the insurer?',
        claimed('What do I pay if the insurer says no? The clinic may then ask you.', 'cover-ring-first'),
        'What will I pay if I cannot come?',
        'Are you on my insurer’s list, under its name today? Names change.',
      ],
    },
    {
      id: 'help-that-costs-nothing',
      title: 'Help that costs nothing',
      kind: 'list',
      lines: [
        'Our check, plan, movements and diary are free.',
        'A pharmacist gives advice for free.',
        '111 is free, day and night.',
        claimed('Moving is free, and it lowers the chance of another spasm.', 'exercise-prevents'),
      ],
    },
  ],
  whenNot: [
    'With a danger sign, never let money hold you back. 999, 111 and A&E are there for you.',
    'A cheap offer is no reason to book a visit you do not need.',
  ],
  leads: [
    { to: 'find', service: 'physiotherapy-first' },
    { to: 'article', article: 'when-to-book' },
    { to: 'article', article: 'how-to-choose-a-physio' },
    { to: 'check' },
  ],
  alsoSearchedAs: [
    ...['price', 'how much', 'free', 'private', 'NHS', ...insurerNames],
    ...['cash plan', 'claim', 'excess', 'policy', 'self referral', 'voucher', 'discount', 'invoice', 'receipt'],
  ],
}
