/** How to choose a physio, and what registration means; massage apart (evidence.md §8, article-map 10, H-25). */
import { type Article, claimed } from '../types.ts'

/** Who may call themselves what, how to look someone up, and what else to go by. */
export const howToChooseAPhysio: Article = {
  slug: 'how-to-choose-a-physio',
  title: 'How do I choose a physio?',
  about: 'Look them up, then go by what suits you.',
  bars: [],
  short: [
    claimed('First look up the name on the register. Anyone can do that.', 'register-is-open'),
    'Then go by what suits you: near by, soon, and somebody who listens.',
    claimed('A promise of a cure is a reason to look elsewhere.', 'no-cure-in-adverts'),
  ],
  heard: [
    {
      heard: 'We are the best clinic in town.',
      known: claimed('UK rules on adverts do not allow “best” or “cure” without good evidence.', 'no-cure-in-adverts'),
    },
    {
      heard: 'She is registered, so she must be good.',
      known: claimed(
        'A register says that someone may do the job. It does not say how good they are.',
        'register-not-skill',
      ),
    },
    {
      heard: 'Five stars! All the reviews are great.',
      known: claimed(
        'Reviews tell you if people were treated well. They cannot tell if it worked: most new pain eases by itself.',
        'most-ease-early',
      ),
    },
    {
      heard: 'Massage or physio, it is all the same.',
      known: claimed(
        'It is not. The law protects the name physiotherapist. It does not protect the name massage therapist.',
        'title-by-law',
        'title-not-by-law',
      ),
    },
  ],
  sections: [
    { id: 'the-registers', title: 'The registers', kind: 'from-rules', from: 'registers' },
    {
      id: 'what-a-register-means',
      title: 'What a register means',
      kind: 'list',
      lines: [
        claimed(
          'By law, only people on a register may be called physiotherapist, osteopath or chiropractor.',
          'title-by-law',
        ),
        claimed(
          'There is no such law for massage or needles. Being on a register is then a choice, and a good sign.',
          'title-not-by-law',
        ),
        'In Find a physio, the clinic looks up each person first. Until then, no one can book them.',
      ],
    },
    {
      id: 'what-to-go-by',
      title: 'What to go by',
      kind: 'steps',
      lines: [
        'Is the name on the register, today?',
        'Do they often treat backs?',
        'Can you get there? Are there steps, a lift, or a place to park?',
        'How soon can they see you, and what does it cost?',
        'Do they speak your language? Would you like a man or a woman?',
        'Ask friends, family or your GP who they liked.',
      ],
    },
    {
      id: 'massage',
      title: 'And if I want a massage?',
      kind: 'list',
      lines: [
        claimed(
          'It may ease pain for a short time. It does not prevent the next spasm.',
          'massage-eases',
          'massage-no-prevention',
        ),
        'You can find it in clinics, gyms and clubs. Ask which register they are on, and how they trained.',
        'Tell them about your back and your medicines before they start.',
        claimed(
          'No firm massage with thinned blood, a clot, thin bones, cancer in a bone, a fever or a rash.',
          'massage-not-if',
        ),
      ],
    },
    {
      id: 'when-to-leave',
      title: 'When to try someone else',
      kind: 'list',
      lines: [
        'They do not ask about danger signs.',
        'They say you must come for months, before they have even looked at you.',
        claimed('They say that a bone is out of place.', 'bones-in-place'),
        'They want you to pay for many visits up front.',
        'They do not take no for an answer.',
      ],
    },
  ],
  whenNot: [
    'A danger sign comes first: do the check before you look for a clinic.',
    'Did someone touch you in a way that was wrong, or use a job title that they may not use? Tell the register. You can ring the police too.',
  ],
  leads: [
    { to: 'find', service: 'physiotherapy-first' },
    { to: 'find', service: 'sports-massage', text: 'Find sports massage near you' },
    { to: 'article', article: 'what-a-physio-does' },
    { to: 'article', article: 'costs-and-insurance' },
    { to: 'check' },
    { to: 'treatment', treatment: 'massage' },
    { to: 'ask' },
  ],
  alsoSearchedAs: [
    ...['near me', 'HCPC', 'registered', 'qualified', 'chartered', 'reviews', 'ratings', 'recommend', 'best physio'],
    ...['osteopath', 'chiropractor', 'sports massage', 'acupuncturist', 'CNHC', 'clinic', 'local'],
  ],
}
