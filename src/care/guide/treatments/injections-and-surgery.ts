/** Needles into the spine, and operations (evidence.md §8). Data only. */
import { claimed, type Treatment } from '../types.ts'
import { costs } from './costs.ts'

/** Needles into the spine. */
export const injections: Treatment = {
  slug: 'injections',
  name: 'Injections into the back',
  group: 'injections-and-surgery',
  what: [
    'A needle brings medicine to a joint, a nerve or a sore spot.',
    claimed('It is not for plain back pain.', 'injections-against'),
    claimed('An epidural may help new, severe sciatica.', 'epidural-sciatica'),
    claimed('Burning a small nerve is for a few people with long-term pain from a small joint.', 'nerve-burning'),
  ],
  claim: 'injections-against',
  does: claimed('Nothing for plain back pain', 'injections-against'),
  guidelines: {
    nice: { says: 'do-not', words: 'An epidural only for severe sciatica', claim: 'injections-nice' },
  },
  risk: 'Infection, bleeding, nerves',
  risks: [
    claimed('A needle into the spine can bring germs, bleeding, a headache or a harmed nerve.', 'injection-risks'),
  ],
  notFor: [claimed('Not for a narrow spine that makes your legs hurt when you walk.', 'epidural-not-stenosis')],
  cost: costs.nhsOrAsk,
  heard: [
    {
      heard: 'An injection gives relief for years.',
      known: claimed('It is not for plain back pain. UK guidance says no to it.', 'injections-nice'),
    },
  ],
  leads: [{ to: 'article', article: 'injections-and-surgery' }],
  alsoSearchedAs: [
    'epidural',
    'facet joint injection',
    'steroid injection',
    'cortisone',
    'nerve block',
    'radiofrequency',
  ],
}

/** Operations. */
export const surgery: Treatment = {
  slug: 'surgery',
  name: 'Surgery',
  group: 'injections-and-surgery',
  what: [
    claimed('Surgery treats trapped nerves, not spasms.', 'surgery-not-spasm'),
    claimed('It can be right for sciatica that does not settle, when a scan shows the same nerve.', 'surgery-sciatica'),
    claimed(
      'Are the nerves to the bladder and bowel pressed? Is a leg getting weaker and weaker? Then it cannot wait.',
      'surgery-urgent',
    ),
    claimed('Joining bones or putting in a new disc is not for plain back pain.', 'fusion-against'),
  ],
  claim: 'surgery-not-spasm',
  does: claimed('Nothing for a spasm', 'surgery-not-spasm'),
  guidelines: { nice: { says: 'do-not', words: 'No joined bones for plain back pain', claim: 'fusion-against' } },
  risk: 'Serious',
  risks: [claimed('The risks of surgery on the spine are serious.', 'surgery-risks')],
  notFor: [claimed('Not for a spasm, and not for plain back pain.', 'surgery-not-spasm', 'fusion-against')],
  cost: costs.nhsOrAsk,
  heard: [
    {
      heard: 'Surgery is the last hope for spasms.',
      known: claimed('Surgery treats trapped nerves, not spasms.', 'surgery-not-spasm'),
    },
  ],
  leads: [{ to: 'article', article: 'injections-and-surgery' }],
  alsoSearchedAs: ['operation', 'discectomy', 'fusion', 'decompression', 'disc replacement'],
}
