/** What other people's hands do, and one's own (evidence.md §4.1, §8). Data only. */
import { claimed, type Treatment } from '../types.ts'
import { costs } from './costs.ts'

/** Physiotherapy. */
export const physiotherapy: Treatment = {
  slug: 'physiotherapy',
  name: 'Physiotherapy',
  group: 'hands-on',
  what: [
    claimed('A physio checks you, rules things out and builds a plan.', 'physio-does'),
    claimed('It helps more when the pain does not settle, or when you are worried.', 'physio-more-if'),
    claimed(
      'Some care is matched to how likely you are to get well. That made daily life a bit easier.',
      'matched-care',
    ),
    claimed('Most people need a few visits or none.', 'physio-visits'),
  ],
  claim: 'physio-package',
  does: claimed('A little; more if it is not settling', 'physio-package', 'physio-more-if'),
  guidelines: { nice: { says: 'yes', words: 'As much as you need', claim: 'nice-physio' } },
  risk: 'Soreness',
  risks: [
    claimed(
      'Exercise and hands-on care can make you sore for a short time.',
      'exercise-soreness',
      'spine-by-hand-sore',
    ),
  ],
  notFor: ['An emergency sign cannot wait for a physio. Do the check first.'],
  cost: costs.nhsOrPrivate,
  heard: [
    {
      heard: 'We find the root cause and end your pain for good.',
      known: claimed(
        'For about 9 in 10 people nobody can prove which part hurts. A physio checks you, and builds a plan.',
        'no-proven-part',
        'physio-does',
      ),
    },
    {
      heard: 'You need visits for years to stay well.',
      known: claimed('Most people need a few visits or none.', 'physio-visits'),
    },
  ],
  leads: [
    { to: 'find', service: 'physiotherapy-first' },
    { to: 'article', article: 'what-a-physio-does' },
    { to: 'article', article: 'costs-and-insurance' },
  ],
  alsoSearchedAs: ['physio', 'physical therapy', 'physiotherapist'],
}

/** The spine moved by hand. */
export const manipulation: Treatment = {
  slug: 'manipulation',
  name: 'Moving the spine by hand',
  group: 'hands-on',
  what: [
    'Someone moves your back with their hands, slowly or with a quick push.',
    claimed('It may ease pain for a few weeks.', 'spine-by-hand'),
  ],
  claim: 'spine-by-hand',
  does: claimed('About 10 points out of 100 less pain, for up to 6 weeks', 'spine-by-hand'),
  guidelines: {
    nice: { says: 'only-with-exercise', claim: 'nice-hands-with-exercise' },
    acp: { says: 'may', claim: 'spine-by-hand-acp' },
  },
  risk: 'Sore for a day or so',
  risks: [claimed('More than half of people are sore for a short time after it.', 'spine-by-hand-sore')],
  notFor: [
    claimed('Not with a break, thin bones, cancer, infection, nerve signs or thinned blood.', 'spine-by-hand-not-if'),
  ],
  cost: costs.nhsOrPrivate,
  heard: [
    {
      heard: 'It puts the joint back in.',
      known: claimed(
        'Bones are not out of place. It may ease pain for a few weeks.',
        'bones-in-place',
        'spine-by-hand',
      ),
    },
  ],
  leads: [
    { to: 'find', service: 'physiotherapy-first' },
    { to: 'article', article: 'is-a-bone-out-of-place' },
  ],
  alsoSearchedAs: ['manipulation', 'mobilisation', 'osteopath', 'back cracking', 'adjustment'],
}

/** Chiropractic. */
export const chiropractic: Treatment = {
  slug: 'chiropractic',
  name: 'Chiropractic',
  group: 'hands-on',
  what: [
    'Quick pushes on the joints of the spine, with advice.',
    claimed('It may ease pain a little for some people.', 'spine-by-hand'),
  ],
  claim: 'spine-by-hand',
  does: claimed('May ease pain a little for some people', 'spine-by-hand'),
  guidelines: {
    nice: { says: 'only-with-exercise', claim: 'nice-hands-with-exercise' },
    acp: { says: 'may', claim: 'spine-by-hand-acp' },
  },
  risk: 'Soreness; neck: an artery',
  risks: [
    claimed('More than half of people are sore for a short time after it.', 'spine-by-hand-sore'),
    claimed('A quick thrust to the neck can, in rare cases, harm an artery.', 'neck-thrust'),
  ],
  notFor: [
    claimed('Not with a break, thin bones, cancer, infection, nerve signs or thinned blood.', 'spine-by-hand-not-if'),
  ],
  cost: costs.private,
  heard: [
    {
      heard: 'Your spine is out of line and traps nerves.',
      known: claimed(
        'Bones are not out of place. It may ease pain a little for some.',
        'bones-in-place',
        'spine-by-hand',
      ),
    },
  ],
  leads: [
    { to: 'find', service: 'chiropractic' },
    { to: 'article', article: 'is-a-bone-out-of-place' },
  ],
  alsoSearchedAs: ['chiropractor', 'subluxation', 'alignment', 'neck crack'],
}

/** Massage by somebody else. */
export const massage: Treatment = {
  slug: 'massage',
  name: 'Sports or deep-tissue massage',
  group: 'hands-on',
  what: [
    'Firm pressure on sore muscles by a therapist.',
    claimed('It may ease pain for a short time.', 'massage-eases'),
    claimed(
      'For a new spasm there is one small trial. Massage did better than no care, but we cannot be sure of it.',
      'massage-acute-trial',
    ),
  ],
  claim: 'massage-eases',
  does: claimed('May feel good for a day or two', 'massage-eases'),
  guidelines: {
    nice: { says: 'only-with-exercise', claim: 'nice-hands-with-exercise' },
    acp: { says: 'may', claim: 'massage-acp' },
    who: { says: 'may', words: 'For long-term pain', claim: 'massage-who' },
  },
  risk: 'Bruises, soreness',
  risks: [claimed('Massage can leave bruises, and make you sore.', 'massage-risks')],
  notFor: [
    claimed('Not with thinned blood, a clot, thin bones, cancer in a bone, a fever or a rash.', 'massage-not-if'),
    claimed('Is it too sore to touch? Use warmth instead of massage.', 'too-sore-use-heat'),
  ],
  cost: costs.private,
  heard: [
    {
      heard: 'Massage prevents spasms.',
      known: claimed(
        'It may feel good for a day or two. It does not prevent the next one.',
        'massage-no-prevention',
        'massage-eases',
      ),
    },
  ],
  leads: [
    { to: 'find', service: 'sports-massage' },
    { to: 'article', article: 'self-massage' },
  ],
  alsoSearchedAs: ['sports massage', 'deep tissue', 'masseuse', 'back rub'],
}

/** Massage by oneself. */
export const selfMassage: Treatment = {
  slug: 'self-massage',
  name: 'Ball, roller or your own hands',
  group: 'do-it-yourself',
  what: [
    'A soft ball between you and a wall, or your own hand.',
    claimed('Nobody has tested a ball or a roller for a back spasm.', 'self-massage-untested'),
    claimed('Make slow circles for 30 to 60 seconds on 2 or 3 spots, once or twice a day.', 'self-massage-dose'),
  ],
  claim: 'self-massage-untested',
  does: claimed('Nobody knows', 'self-massage-untested'),
  guidelines: {},
  risk: 'Bruises, soreness',
  risks: [
    claimed('Press beside the spine, and never on it.', 'self-massage-gentle'),
    claimed('Stop if pain shoots, tingles or goes over 4 out of 10.', 'self-massage-stop'),
  ],
  notFor: [
    claimed(
      'Not with thinned blood, thin bones, cancer in a bone or a clot. Nor with a fever, a rash or a new injury.',
      'self-massage-not-if',
    ),
    claimed('Is it too sore to touch? Use warmth instead of massage.', 'too-sore-use-heat'),
  ],
  cost: costs.atHome,
  heard: [
    {
      heard: 'Roll it out hard until it lets go.',
      known: claimed(
        'Go no further than a pleasant ache of 4 out of 10. Nobody has tested it.',
        'self-massage-gentle',
        'self-massage-untested',
      ),
    },
  ],
  leads: [
    { to: 'step', step: 'massage-ball' },
    { to: 'article', article: 'self-massage' },
  ],
  alsoSearchedAs: ['tennis ball', 'foam roller', 'massage gun'],
}

/** Pressing on sore knots. */
export const triggerPoints: Treatment = {
  slug: 'trigger-points',
  name: 'Pressing on sore knots',
  group: 'hands-on',
  what: [
    'Firm pressure on one sore spot at a time, often called trigger-point work.',
    claimed('There is no good evidence that it helps.', 'trigger-points'),
  ],
  claim: 'trigger-points',
  does: claimed('Nothing has been shown well', 'trigger-points'),
  guidelines: { nice: { says: 'nothing', claim: 'trigger-points-nice' } },
  risk: 'Bruises',
  risks: [claimed('It can leave bruises, and make you sore.', 'massage-risks')],
  notFor: [
    claimed('Not with thinned blood, a clot, thin bones, cancer in a bone, a fever or a rash.', 'massage-not-if'),
  ],
  cost: costs.private,
  heard: [
    {
      heard: 'We release your knots.',
      known: claimed('Nobody can promise that. There is no good evidence for it.', 'trigger-points'),
    },
  ],
  leads: [{ to: 'article', article: 'self-massage' }],
  alsoSearchedAs: ['trigger point', 'knots', 'myofascial release'],
}
