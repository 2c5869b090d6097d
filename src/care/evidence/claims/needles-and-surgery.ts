/** Claims on acupuncture, injections and surgery (evidence.md §8). Data only. */
import type { Claim } from '../claim.ts'

/** The claims by id. */
export const claimsOnNeedlesAndSurgery = {
  // NICE says not to offer it, others call it an option of low quality; the lower grade stands.
  'acupuncture-sham': {
    says: 'For long-term back pain, acupuncture does little more than sham needles.',
    kind: 'effect',
    grade: 'against',
    sources: ['nice-ng59', 'professional'],
    tag: 'K',
  },
  'acupuncture-over-none': {
    says: 'In long-term pain, acupuncture did better than no care. For a new spasm there are only studies of low quality.',
    kind: 'effect',
    grade: 'weak',
    sources: ['professional'],
    tag: 'K',
  },
  'acupuncture-nice': {
    says: 'UK guidance says no to acupuncture for back pain.',
    kind: 'fact',
    sources: ['nice-ng59'],
    tag: 'K',
  },
  'acupuncture-acp': {
    says: 'US guidance says that acupuncture is one thing to try. The studies behind it are poor.',
    kind: 'fact',
    sources: ['acp-2017'],
    tag: 'V',
  },
  'acupuncture-who': {
    says: 'The WHO says acupuncture may be offered for long-term back pain. It is not sure.',
    kind: 'fact',
    sources: ['who-2023'],
    tag: 'V',
  },
  'acupuncture-risks': {
    says: 'Needles can bruise you or make you faint. In rare cases they cause an infection, or prick a lung.',
    kind: 'safety',
    sources: ['professional'],
    tag: 'K',
  },
  'acupuncture-not-if': {
    says: 'No needles if your blood is thinned, or your body is weak at fighting germs.',
    kind: 'safety',
    sources: ['professional'],
    tag: 'K',
  },
  'injections-against': {
    says: 'A needle into the spine is not for plain back pain.',
    kind: 'effect',
    grade: 'against',
    sources: ['nice-ng59'],
    tag: 'K',
  },
  'injections-nice': {
    says: 'UK guidance says no injections for back pain. An epidural can be right for new, severe sciatica.',
    kind: 'fact',
    sources: ['nice-ng59'],
    tag: 'K',
  },
  'epidural-sciatica': {
    says: 'An epidural may help new, severe sciatica. UK guidance says doctors can think of it then.',
    kind: 'effect',
    sources: ['nice-ng59'],
    tag: 'K',
  },
  'epidural-not-stenosis': {
    says: 'UK guidance says no epidural for a narrow spine that makes your legs hurt when you walk.',
    kind: 'fact',
    sources: ['nice-ng59'],
    tag: 'K',
  },
  'nerve-burning': {
    says: 'Burning a small nerve is for a few people with long-term pain from a small joint of the spine.',
    kind: 'fact',
    sources: ['nice-ng59'],
    tag: 'K',
  },
  'injection-risks': {
    says: 'A needle into the spine can bring germs, bleeding, a headache or a harmed nerve.',
    kind: 'safety',
    sources: ['professional'],
    tag: 'K',
  },
  'surgery-not-spasm': {
    says: 'Surgery treats trapped nerves, not spasms.',
    kind: 'effect',
    grade: 'against',
    sources: ['nice-ng59'],
    tag: 'K',
  },
  'surgery-sciatica': {
    says: 'Surgery can be right for sciatica that does not settle, when a scan shows the same nerve.',
    kind: 'fact',
    sources: ['nice-ng59'],
    tag: 'K',
  },
  'surgery-urgent': {
    says: 'Are the nerves to the bladder and bowel pressed? Is a leg getting weaker and weaker? Then surgery cannot wait.',
    kind: 'safety',
    sources: ['nice-ng59'],
    tag: 'K',
  },
  'fusion-against': {
    says: 'Joining bones or putting in a new disc is not for plain back pain.',
    kind: 'effect',
    grade: 'against',
    sources: ['nice-ng59'],
    tag: 'K',
  },
  'surgery-risks': {
    says: 'The risks of surgery on the spine are serious.',
    kind: 'safety',
    sources: ['professional'],
    tag: 'K',
  },
} as const satisfies Record<string, Claim>
