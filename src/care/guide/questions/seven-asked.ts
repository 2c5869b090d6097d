/** The seven questions that people ask first (article-map.md, FAQ), answered by what is known. Data only. */
import { legsNow, saddleNow } from '../danger-lines.ts'
import { claimed, type Question } from '../types.ts'

/** The seven, in the order in which they are asked. */
export const sevenAsked: readonly Question[] = [
  {
    slug: 'what-does-a-spasm-feel-like',
    ask: 'What does a back spasm feel like?',
    answer: [
      claimed('A sudden catch, then a back that is stiff and hard to straighten.', 'pattern-spasm'),
      claimed(
        'It may sit on one side or on both, and reach the buttock. It eases when you lie down.',
        'spasm-one-or-both-sides',
        'pattern-spasm',
      ),
      claimed(
        'A weak leg, or a numb feeling between the legs, is not part of it. Get help now.',
        'spasm-no-paralysis',
        'nerve-signs-now',
      ),
    ],
    shelf: 'why',
    leads: [
      { to: 'article', article: 'what-is-a-spasm' },
      { to: 'article', article: 'where-it-hurts' },
      { to: 'check' },
    ],
    alsoSearchedAs: ['symptoms', 'signs', 'cramp', 'sharp pain', 'dull ache', 'locked', 'stiffness', 'tightness'],
  },
  {
    slug: 'what-causes-it-and-can-i-prevent-it',
    ask: 'What causes a back spasm, and can I prevent it?',
    answer: [
      claimed(
        'Most often your back guards itself after a small strain. Often no one finds a clear cause.',
        'spasm-protects',
        'often-no-cause',
      ),
      claimed(
        'You can lower the chance of the next one. Moving, and learning about backs, cuts it by nearly half.',
        'learning-exercise-prevent',
      ),
      claimed('It helps for as long as you do it.', 'prevention-fades'),
    ],
    shelf: 'why',
    leads: [
      { to: 'article', article: 'what-causes-it' },
      { to: 'prevention', page: 'strength' },
      { to: 'prevention', page: 'walking' },
    ],
    alsoSearchedAs: ['prevention', 'reason', 'avoid', 'stop it happening'],
  },
  {
    slug: 'does-exercise-prevent-it',
    ask: 'Can I prevent it if I stretch and exercise?',
    answer: [
      claimed(
        'Exercise helps for as long as you do it. Alone it cuts the chance by about a third, and that is less sure.',
        'exercise-prevents',
        'prevention-fades',
      ),
      claimed('If you learn about backs too, it cuts the chance by nearly half.', 'learning-exercise-prevent'),
      claimed(
        'Stretching brings no relief at once. It may feel good, and keep you going.',
        'stretch-no-instant',
        'movement-comfort',
      ),
      claimed('No one kind is best. Choose one you like.', 'no-best-movement', 'core-not-special'),
    ],
    shelf: 'later',
    leads: [
      { to: 'article', article: 'strength' },
      { to: 'article', article: 'stretches' },
      { to: 'prevention', page: 'strength' },
    ],
    alsoSearchedAs: ['yoga', 'pilates', 'gym', 'core', 'flexible', 'warm up'],
  },
  {
    slug: 'when-should-i-get-help',
    ask: 'When should I see a doctor?',
    answer: [
      saddleNow,
      legsNow,
      claimed(
        'Do you have a fever? Did you lose weight, or is severe pain worse than on day 1? Speak to someone today.',
        'fever-today',
        'weight-loss-today',
        'check-in-day-3-to-5',
      ),
      claimed(
        'If not, book if it is not easing by day 5, or is slow at 2 weeks. The check tells you which it is.',
        'not-easing-by-day-5',
        'slow-at-2-weeks',
      ),
    ],
    shelf: 'serious',
    leads: [
      { to: 'check' },
      { to: 'emergency' },
      { to: 'article', article: 'when-to-get-help' },
      { to: 'article', article: 'when-to-book' },
    ],
    alsoSearchedAs: ['emergency', '111', '999', 'A&E', 'red flags', 'GP', 'serious'],
  },
  {
    slug: 'what-can-i-do-at-home',
    ask: 'What can I do at home?',
    answer: [
      claimed('Do the check, then keep gently moving. That beats bed rest by a bit.', 'active-pain'),
      claimed('Warmth for 15 to 20 minutes eases pain for a while.', 'heat-eases', 'heat-dose'),
      claimed(
        'Ibuprofen helps a little, if it is safe for you. Answer the questions first.',
        'ibuprofen-eases',
        'ibuprofen-ask-first',
      ),
      claimed('Slow breathing may calm you, and help you to move.', 'breathing-calms'),
    ],
    shelf: 'today',
    leads: [{ to: 'check' }, { to: 'plan' }, { to: 'medicines' }, { to: 'article', article: 'the-first-day' }],
    alsoSearchedAs: ['home remedy', 'remedies', 'self care', 'quick relief', 'what helps', 'get rid of it'],
  },
  {
    slug: 'where-can-i-find-a-physio',
    ask: 'Where can I find a physio near me?',
    answer: [
      'In Find a physio: type a place or a postcode, and see who has time.',
      claimed(
        'Or ask your GP surgery. At many you can book an NHS physio, and it costs you nothing.',
        'nhs-physio-free',
      ),
      claimed('Wherever you go, look up the name on the register.', 'register-is-open'),
    ],
    shelf: 'offered',
    leads: [
      { to: 'find', service: 'physiotherapy-first' },
      { to: 'article', article: 'how-to-choose-a-physio' },
      { to: 'article', article: 'costs-and-insurance' },
    ],
    alsoSearchedAs: ['physiotherapy near me', 'local physio', 'book', 'clinic', 'private physio'],
  },
  {
    slug: 'where-can-i-find-sports-massage',
    ask: 'Where can I find sports massage near me?',
    answer: [
      'In Find a physio: choose sports massage, and type a place or a postcode.',
      claimed(
        'It may ease pain for a short time. It does not prevent the next spasm.',
        'massage-eases',
        'massage-no-prevention',
      ),
      claimed(
        'No law protects the name massage therapist. So ask which register they are on, and how they trained.',
        'title-not-by-law',
      ),
      claimed(
        'No firm massage with thinned blood, a clot, thin bones, cancer in a bone, a fever or a rash.',
        'massage-not-if',
      ),
    ],
    shelf: 'offered',
    leads: [
      { to: 'find', service: 'sports-massage', text: 'Find sports massage' },
      { to: 'treatment', treatment: 'massage' },
      { to: 'article', article: 'how-to-choose-a-physio' },
    ],
    alsoSearchedAs: ['deep tissue', 'masseur', 'masseuse', 'massage near me', 'rub'],
  },
]
