/** When to get help (evidence.md §1, §1.K, §2.2): the lists are drawn from the rules and the safety-net themselves. */
import { type Article, claimed } from '../types.ts'

/** Which signs cannot wait, which need today, and what to say. */
export const whenToGetHelp: Article = {
  slug: 'when-to-get-help',
  title: 'When to get help',
  about: 'The signs that cannot wait, and those for today.',
  bars: [],
  short: [
    claimed('Most new back pain is not dangerous, but a few signs cannot wait.', 'serious-is-rare'),
    claimed('Act on a sign even if the pain is mild.', 'pressed-nerves-can-be-mild'),
    'Not sure? Do the check: it asks about each sign, and says how soon you need help.',
  ],
  heard: [
    {
      heard: 'A leg that gives way for a while is part of a spasm.',
      known: claimed(
        'It is not. A spasm does not paralyse. A leg that will not work is an emergency.',
        'spasm-no-paralysis',
      ),
    },
    {
      heard: 'Pain this bad must be something bad.',
      known: claimed(
        'The number alone says little. A plain spasm can hurt 9 out of 10 on the first day. The signs below say more.',
        'score-alone',
      ),
    },
    {
      heard: 'See someone if it lasts more than a few days.',
      known: claimed(
        'Most spasms take longer than that. Take stock on day 3 to 5. If it is worse and severe, get help the same day.',
        'trial-16-days',
        'check-in-day-3-to-5',
      ),
    },
    {
      heard: 'Numb or tingling? See a doctor sometime.',
      known: claimed(
        'It depends where. Between the legs or down both legs: go now. In one leg and spreading: today. In one leg and the same each day: book.',
        'nerve-signs-now',
        'both-legs-now',
        'numb-leg-spreading-today',
        'numb-leg-steady-book',
      ),
    },
    {
      heard: 'You have had bad backs before, so be careful.',
      known: claimed(
        'Spasms in the past are not a danger sign. But if nerves were pressed before, or you have a big disc bulge, a new sign counts for more.',
        'past-spasms-no-sign',
      ),
    },
  ],
  sections: [
    { id: 'what-cannot-wait', title: 'Go now', kind: 'from-rules', from: 'what-cannot-wait' },
    { id: 'what-needs-today', title: 'Speak to someone today', kind: 'from-rules', from: 'what-needs-today' },
    {
      id: 'what-to-say',
      title: 'What to say when you ring',
      kind: 'steps',
      lines: [
        'Say that you have back pain, and when it began.',
        'Say which sign you have, and when you first saw it.',
        'Say if you are pregnant, have had cancer, or take steroids or pills that thin the blood.',
        'Read out the summary of the check, or take it with you.',
        claimed(
          'Do not drive yourself if your legs are weak or numb. Eat no big meal, in case you need surgery.',
          'do-not-drive-weak-legs',
        ),
      ],
    },
    {
      id: 'look-again',
      title: 'Why to look again',
      kind: 'text',
      lines: [
        claimed(
          'In one study, 1,172 people came with new back pain. For 11 of them the cause was serious. Only 5 of those were found at the first visit.',
          'serious-is-rare',
          'one-check-is-not-all',
        ),
        claimed(
          '8 in 10 had a warning sign from the doctors’ list. In nearly all it was nothing serious. So the check puts your answers together.',
          'signs-are-common',
        ),
        claimed(
          'The most feared cause, pressed nerves to the bladder and bowel, is rare: about 4 in 10,000 who see a GP with back pain.',
          'pressed-nerves-rare',
        ),
        'So a clear check is good news, but not a promise. Check again when something changes, or when it feels wrong.',
      ],
    },
  ],
  whenNot: [
    'This page does not know you. The check also asks about your age, your health and your medicines.',
    'Afraid, or unsure? Ask. You will not be wasting anyone’s time.',
  ],
  leads: [{ to: 'emergency' }, { to: 'check' }, { to: 'report' }, { to: 'article', article: 'spasm-or-sciatica' }],
  alsoSearchedAs: [
    ...['red flags', 'danger signs', 'warning signs', 'cauda equina', 'ambulance', 'hospital', 'casualty', 'sex'],
    ...[
      'can’t pee',
      'wet myself',
      'incontinence',
      'numb bum',
      'saddle',
      'paralysed',
      'weakness',
      'weak leg',
      'fever',
      'urgent',
      'is it serious',
    ],
  ],
}
