/** TENS, ultrasound and acupuncture (evidence.md §8). Data only. */
import { claimed, type Treatment } from '../types.ts'
import { costs } from './costs.ts'

/** TENS. */
export const tens: Treatment = {
  slug: 'tens',
  name: 'TENS machine',
  group: 'machines',
  what: ['Pads on the skin give a mild current.', claimed('It has shown no clear gain for back pain.', 'tens-against')],
  claim: 'tens-against',
  does: claimed('No clear gain', 'tens-against'),
  guidelines: {
    nice: { says: 'do-not', claim: 'tens-nice' },
    who: { says: 'not-routinely', words: 'For long-term pain', claim: 'tens-who' },
  },
  risk: 'Not safe with a pacemaker',
  risks: [claimed('It is not safe for some people.', 'tens-not-if')],
  notFor: [
    claimed('Not with a pacemaker or epilepsy, or on broken skin.', 'tens-not-if'),
    claimed('Not on the tummy or low back if you are pregnant.', 'tens-not-if'),
  ],
  cost: costs.shop,
  heard: [
    {
      heard: 'TENS switches the pain off.',
      known: claimed(
        'It has shown no clear gain. Guidelines advise against it for back pain.',
        'tens-against',
        'tens-nice',
      ),
    },
  ],
  leads: [{ to: 'article', article: 'what-a-physio-does' }],
  alsoSearchedAs: ['tens unit', 'electric pads', 'electrotherapy'],
}

/** Ultrasound as a treatment. */
export const ultrasound: Treatment = {
  slug: 'ultrasound',
  name: 'Ultrasound treatment',
  group: 'machines',
  what: [
    'A probe sends sound waves into the muscle.',
    claimed('It had no good support in 10 trials. They had 1,025 people in long-term pain.', 'ultrasound-against'),
  ],
  claim: 'ultrasound-against',
  does: claimed('No good support in 10 trials', 'ultrasound-against'),
  guidelines: {
    nice: { says: 'do-not', claim: 'ultrasound-nice' },
    who: { says: 'do-not', words: 'For long-term pain', claim: 'ultrasound-who' },
  },
  risk: 'Burns',
  risks: [claimed('Ultrasound can burn.', 'ultrasound-not-if')],
  notFor: [claimed('Not if you are pregnant or have cancer, and not over metal in the body.', 'ultrasound-not-if')],
  cost: costs.private,
  heard: [
    {
      heard: 'Ultrasound takes the swelling down.',
      known: claimed('It had no good support in trials. It is not advised.', 'ultrasound-against', 'ultrasound-nice'),
    },
  ],
  leads: [{ to: 'article', article: 'what-a-physio-does' }],
  alsoSearchedAs: ['sound waves', 'ultrasonic'],
}

/** Acupuncture. */
export const acupuncture: Treatment = {
  slug: 'acupuncture',
  name: 'Acupuncture',
  group: 'machines',
  what: [
    'Thin needles in the skin.',
    claimed('In long-term pain it does little more than sham needles.', 'acupuncture-sham'),
    claimed(
      'There, it did better than no care. For a new spasm there are only studies of low quality.',
      'acupuncture-over-none',
    ),
    'If you choose it, pick someone who is regulated.',
  ],
  claim: 'acupuncture-sham',
  does: claimed('Little beyond a sham needle', 'acupuncture-sham'),
  guidelines: {
    nice: { says: 'do-not', claim: 'acupuncture-nice' },
    acp: { says: 'may', claim: 'acupuncture-acp' },
    who: { says: 'may', words: 'For long-term pain', claim: 'acupuncture-who' },
  },
  risk: 'Bruises, faints, infection',
  risks: [
    claimed(
      'Needles can bruise you or make you faint. In rare cases they cause an infection, or prick a lung.',
      'acupuncture-risks',
    ),
  ],
  notFor: [claimed('Not if your blood is thinned, or your body is weak at fighting germs.', 'acupuncture-not-if')],
  cost: costs.private,
  heard: [
    {
      heard: 'Acupuncture is proven to work.',
      known: claimed(
        'It does little more than sham needles. UK guidance says no to it for back pain.',
        'acupuncture-sham',
        'acupuncture-nice',
      ),
    },
  ],
  leads: [
    { to: 'find', service: 'acupuncture' },
    { to: 'article', article: 'how-to-choose-a-physio' },
  ],
  alsoSearchedAs: ['dry needling', 'needles'],
}
