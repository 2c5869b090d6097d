/** Pictures and tests (evidence.md §8). Data only. */
import { claimed, type Treatment } from '../types.ts'
import { costs } from './costs.ts'

/** X-ray, CT and MRI. */
export const scans: Treatment = {
  slug: 'scans',
  name: 'X-ray, CT or MRI scan',
  group: 'tests',
  what: [
    'Pictures of your back.',
    claimed('A scan early on does not make back pain get better sooner.', 'scan-no-better'),
    claimed('Scans often show normal signs of age in people who have no pain.', 'scan-ageing'),
    claimed('They rarely help unless there is a warning sign.', 'scan-if-warning'),
    claimed('They come too soon, and too often. They crowd out the advice to keep moving.', 'low-value-care'),
  ],
  claim: 'scan-no-better',
  does: claimed('Nobody gets well sooner for it', 'scan-no-better'),
  guidelines: { nice: { says: 'not-routinely', words: 'Only if it changes your care', claim: 'scan-nice' } },
  risk: 'Rays, worry',
  risks: [claimed('A scan can mean rays, worry and the wrong treatment.', 'scan-risks')],
  notFor: ['Is there a warning sign? Do the check, and be seen in time.'],
  cost: costs.nhsOrAsk,
  heard: [
    {
      heard: 'You need a scan to know what it is.',
      known: claimed('Scans rarely help unless there is a warning sign.', 'scan-if-warning', 'scan-ageing'),
    },
  ],
  leads: [{ to: 'article', article: 'do-i-need-a-scan' }, { to: 'check' }],
  alsoSearchedAs: ['mri', 'x-ray', 'ct scan', 'imaging'],
}

/** Nerve conduction. */
export const nerveTest: Treatment = {
  slug: 'nerve-test',
  name: 'Nerve test',
  group: 'tests',
  what: [
    'Small shocks show how fast a nerve works. Doctors call it nerve conduction.',
    claimed('It is only for unclear nerve trouble, and not for a spasm.', 'nerve-test'),
  ],
  claim: 'nerve-test',
  does: claimed('Nothing for a spasm', 'nerve-test'),
  guidelines: {},
  risk: 'Not pleasant',
  risks: [claimed('A nerve test is not pleasant.', 'nerve-test-risks')],
  notFor: [],
  cost: costs.nhsOrAsk,
  heard: [
    {
      heard: 'Test your nerves to find the spasm.',
      known: claimed('The test is for unclear nerve trouble. It is not for a spasm.', 'nerve-test'),
    },
  ],
  leads: [{ to: 'article', article: 'how-it-is-diagnosed' }],
  alsoSearchedAs: ['nerve conduction', 'emg', 'electrical test'],
}
