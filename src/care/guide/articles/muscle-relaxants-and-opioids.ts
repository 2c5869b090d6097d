/** Muscle relaxants and opioids (evidence.md §4.2, §8). Names medicines that a doctor may offer; gives no dose of any. */
import { legsNow, saddleNow } from '../danger-lines.ts'
import { type Article, claimed } from '../types.ts'

/** What they do and what they cost the body, and what to ask if one is offered. */
export const muscleRelaxantsAndOpioids: Article = {
  slug: 'muscle-relaxants-and-opioids',
  title: 'Relaxants and strong painkillers?',
  about: 'Little gain, real risks. Rarely a few days.',
  bars: ['relaxants-small', 'opioids-against'],
  short: [
    claimed('Muscle relaxants may ease pain a little at first. No one can be sure of it.', 'relaxants-small'),
    claimed('UK guidance: no opioids, such as codeine, as a routine for back pain.', 'opioids-nice'),
    claimed('If a doctor gave you one, do not stop or change it by yourself. Ask.', 'prescribed-stay'),
  ],
  heard: [
    {
      heard: 'A muscle relaxant makes the spasm let go.',
      known: claimed(
        'In trials, pain fell by about 8 points of 100 more than with a dummy, for up to 2 weeks. People could not do more. The trials are poor.',
        'relaxants-small',
        'relaxants-function',
      ),
    },
    {
      heard: 'Strong pain needs strong pills.',
      known: claimed('A trial of 347 people found no gain over a dummy pill.', 'opioids-against'),
    },
    {
      heard: 'Opioids are for when all else fails.',
      known: claimed('For long-term back pain, UK guidance says not to use them at all.', 'opioids-nice'),
    },
    {
      heard: 'Codeine from the chemist is mild.',
      known: claimed(
        'It is an opioid too. It is habit-forming, and it can hide a nerve emergency.',
        'codeine-habit',
        'codeine-hides',
      ),
    },
    {
      heard: 'A short course of steroid tablets calms it.',
      known: claimed('Steroid tablets do not help back pain.', 'steroids-against'),
    },
  ],
  sections: [
    {
      id: 'muscle-relaxants',
      title: 'Muscle relaxants',
      kind: 'list',
      lines: [
        'You may see the names diazepam, methocarbamol or baclofen.',
        claimed('Now and then a doctor gives a few days of diazepam for a severe spasm.', 'relaxants-few-days'),
        claimed(
          'More people have side effects: about 16 with the pills for every 10 without.',
          'relaxants-side-effects',
        ),
        claimed('They can make you sleepy or make you fall, and some are hard to stop.', 'relaxants-harms'),
        claimed('UK guidance says none of the diazepam kind for sciatica.', 'relaxants-nice'),
      ],
    },
    {
      id: 'opioids',
      title: 'Codeine and other opioids',
      kind: 'list',
      lines: [
        'You may see the names codeine, dihydrocodeine, tramadol, morphine or oxycodone.',
        claimed(
          'UK guidance allows a weak one only if you cannot take ibuprofen, or it did not help.',
          'weak-opioid-nice',
        ),
        claimed(
          'They can make you drowsy, block your bowels, be hard to stop, and kill if you take too much.',
          'opioids-harms',
        ),
        claimed('Some experts say that the trial of 347 people had limits.', 'opioids-trial-doubt'),
      ],
    },
    {
      id: 'if-you-are-offered-one',
      title: 'If you are offered one, ask',
      kind: 'list',
      lines: [
        'What will it do for me, and how sure are you?',
        'How many days do I take it for, and how do I stop?',
        'Can I drive, work and look after my children on it?',
        'Is it safe with what I take already, and with alcohol?',
        'What else could I try first?',
      ],
    },
    {
      id: 'if-you-take-one-now',
      title: 'If you take one now',
      kind: 'steps',
      lines: [
        claimed('Keep to what the doctor said. Ask before you stop or change it.', 'prescribed-stay'),
        claimed('Do not drive if it makes you drowsy.', 'codeine-habit', 'relaxants-harms'),
        claimed('Drink no alcohol with it.', 'relaxants-harms', 'opioids-harms'),
        claimed(
          'Bowels blocked? Ask a pharmacist. Look at the danger signs each day: the pills can hide one.',
          'codeine-hides',
        ),
        claimed('Very drowsy, or slow to breathe? Someone must call 999.', 'packet-over'),
      ],
    },
  ],
  whenNot: [
    'We never tell you to take one of these. That is for a doctor, or someone else who can prescribe.',
    claimed('Pregnant, or breastfeeding? Do not take codeine.', 'codeine-not-if'),
    claimed('From a chemist, codeine is for 3 days at most, and for adults only.', 'codeine-days'),
    saddleNow,
    legsNow,
  ],
  drawn: ['relaxants-small'],
  leads: [
    { to: 'medicines' },
    { to: 'article', article: 'which-painkiller' },
    { to: 'check' },
    { to: 'step', step: 'heat-pack' },
    { to: 'treatment', treatment: 'muscle-relaxants' },
    { to: 'treatment', treatment: 'opioids' },
  ],
  alsoSearchedAs: [
    ...[
      'diazepam',
      'valium',
      'baclofen',
      'methocarbamol',
      'robaxin',
      'cyclobenzaprine',
      'tizanidine',
      'codeine',
      'co-codamol',
      'dihydrocodeine',
    ],
    ...[
      'tramadol',
      'morphine',
      'oxycodone',
      'oramorph',
      'solpadeine',
      'prednisolone',
      'addiction',
      'strong painkiller',
    ],
  ],
}
