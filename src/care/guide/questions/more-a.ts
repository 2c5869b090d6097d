/** More questions on what is serious, why it happens and what is offered. Data only. */
import { insurerNames } from '../search/insurer-names.ts'
import { chestNow, legsNow, saddleNow } from '../danger-lines.ts'
import { claimed, type Question } from '../types.ts'

const serious: readonly Question[] = [
  {
    slug: 'can-a-spasm-paralyse-me',
    ask: 'Can a spasm paralyse me?',
    answer: [
      claimed('No. A spasm does not paralyse.', 'spasm-no-paralysis'),
      claimed('So if a leg will not work, it is something else: call 999.', 'spasm-no-paralysis', 'leg-weaker-now'),
    ],
    shelf: 'serious',
    leads: [{ to: 'emergency' }, { to: 'check' }, { to: 'article', article: 'spasm-or-sciatica' }],
    alsoSearchedAs: ['paralysis', 'paralysed', 'can’t move my leg', 'leg gave way'],
  },
  {
    slug: 'is-tingling-in-my-leg-serious',
    ask: 'My leg tingles. Is that serious?',
    answer: [
      claimed(
        'In one leg, the same each day and not weak: book to be seen within 1 to 2 weeks.',
        'numb-leg-steady-book',
      ),
      claimed('Spreading or getting deeper: speak to someone today.', 'numb-leg-spreading-today'),
      legsNow,
      saddleNow,
    ],
    shelf: 'serious',
    leads: [{ to: 'check' }, { to: 'article', article: 'spasm-or-sciatica' }],
    alsoSearchedAs: ['pins and needles', 'numb leg', 'numb foot', 'dead leg', 'nerve'],
  },
  {
    slug: 'is-pain-between-the-shoulder-blades-my-heart',
    ask: 'It hurts between my shoulder blades. Is it my heart?',
    answer: [
      claimed(
        'It can be. Do you sweat, feel sick, or does it spread to your arm or jaw? Call 999 now.',
        'heart-signs-now',
      ),
      chestNow,
      claimed(
        'With none of these, it is most often a sore muscle or joint. Do the check to be more sure.',
        'pattern-mid-back',
      ),
    ],
    shelf: 'serious',
    leads: [{ to: 'emergency' }, { to: 'check' }, { to: 'article', article: 'where-it-hurts' }],
    alsoSearchedAs: ['heart attack', 'chest', 'upper back pain', 'mid back', 'angina'],
  },
  {
    slug: 'why-does-it-hurt-to-cough',
    ask: 'It hurts when I cough or sneeze. Is that a bad sign?',
    answer: [
      claimed('In a new spasm that is common, and not a danger sign by itself.', 'cough-alone-common'),
      claimed('If you have had cancer, speak to someone today.', 'cough-alone-common'),
    ],
    shelf: 'serious',
    leads: [{ to: 'check' }, { to: 'article', article: 'when-to-get-help' }],
    alsoSearchedAs: ['cough', 'sneeze', 'laugh', 'strain on the toilet'],
  },
  {
    slug: 'it-wakes-me-at-night',
    ask: 'It wakes me at night. Should I worry?',
    answer: [
      claimed('Not if you wake when you turn over. That alone is not a danger sign.', 'night-turn-common'),
      claimed(
        'Pain that no position eases should be looked at. From day 3 on, if it is steady day and night, call the same day.',
        'night-pain-check',
        'steady-pain-today',
      ),
    ],
    shelf: 'serious',
    leads: [{ to: 'check' }, { to: 'article', article: 'sleep' }, { to: 'step', step: 'sleep-side' }],
    alsoSearchedAs: ['night pain', 'can’t sleep', 'wakes me up', 'worse lying down'],
  },
  {
    slug: 'i-am-stuck-on-the-floor',
    ask: 'I am stuck on the floor. What now?',
    answer: [
      claimed('Alone and stuck? Call 999.', 'cannot-cope-today'),
      claimed(
        'With someone there: bend your knees, breathe out slowly, and roll on to your side in one piece. Push up with your arms.',
        'roll-to-get-up',
        'breathing-calms',
      ),
      claimed(
        'After a bad fall, or if a leg is numb or weak, lie still and call 999.',
        'big-accident-now',
        'nerve-signs-now',
      ),
      claimed('You cannot get to the toilet or get a drink, even with help? Ring 111 today.', 'cannot-cope-today'),
    ],
    shelf: 'serious',
    leads: [{ to: 'emergency' }, { to: 'check' }, { to: 'step', step: 'easiest-position' }],
    alsoSearchedAs: ['can’t get up', 'can’t stand', 'locked', 'collapsed', 'on the floor'],
  },
  {
    slug: 'why-will-no-one-scan-me',
    ask: 'Why will no one give me a scan?',
    answer: [
      claimed('Because an early scan does not make you well sooner.', 'scan-no-better'),
      claimed(
        'Scans also show worn discs in people who have no pain. That can lead to worry, and to the wrong treatment.',
        'scan-ageing',
        'scan-risks',
      ),
      claimed('With a warning sign it is different: then a scan can be urgent.', 'scan-when-danger'),
    ],
    shelf: 'serious',
    leads: [{ to: 'article', article: 'do-i-need-a-scan' }, { to: 'treatment', treatment: 'scans' }, { to: 'check' }],
    alsoSearchedAs: ['MRI', 'x-ray', 'refused', 'GP won’t', 'CT'],
  },
]

const why: readonly Question[] = [
  {
    slug: 'have-i-slipped-a-disc',
    ask: 'Have I slipped a disc?',
    answer: [
      claimed(
        'No one can tell from back pain alone. For about 9 in 10 people, nobody can show which part hurts.',
        'no-proven-part',
      ),
      claimed('A disc can press on a nerve. Then the pain goes down one leg, past the knee.', 'pattern-sciatica'),
      legsNow,
      saddleNow,
    ],
    shelf: 'why',
    leads: [
      { to: 'article', article: 'spasm-or-sciatica' },
      { to: 'check' },
      { to: 'article', article: 'do-i-need-a-scan' },
    ],
    alsoSearchedAs: ['herniated disc', 'bulging disc', 'prolapse', 'torn muscle', 'L5'],
  },
  {
    slug: 'does-cracking-put-it-back',
    ask: 'Does a crack put my back in?',
    answer: [
      claimed('No. Bones are not out of place, so nothing goes back.', 'bones-in-place'),
      claimed('Moving the spine by hand may still ease pain for a few weeks.', 'spine-by-hand'),
      claimed('It is not for thin bones, cancer, germs, nerve signs or blood thinners.', 'spine-by-hand-not-if'),
    ],
    shelf: 'why',
    leads: [
      { to: 'article', article: 'is-a-bone-out-of-place' },
      { to: 'treatment', treatment: 'manipulation' },
    ],
    alsoSearchedAs: ['crack', 'click', 'pop', 'adjust', 'chiropractor'],
  },
  {
    slug: 'which-chair-is-best',
    ask: 'Which chair is best for my back?',
    answer: [
      claimed(
        'The one that is comfortable and lets you move. We know of no trial that shows that a chair prevents a spasm.',
        'chairs-untested',
      ),
      claimed('Change position often. That costs nothing.', 'change-position'),
    ],
    shelf: 'why',
    leads: [
      { to: 'prevention', page: 'desk' },
      { to: 'article', article: 'is-my-posture-to-blame' },
    ],
    alsoSearchedAs: ['office chair', 'standing desk', 'lumbar support', 'ergonomic', 'gaming chair', 'sofa'],
  },
  {
    slug: 'do-sports-drinks-help',
    ask: 'Do sports drinks or salts help?',
    answer: [
      claimed('No drink has been shown to prevent or ease a back spasm.', 'drink-no-cure'),
      claimed(
        'Sports drinks are full of sugar. Coconut water can harm you if your kidneys are ill.',
        'sweet-drinks',
        'coconut-water',
      ),
      claimed('Drink when you are thirsty.', 'drink-dose'),
    ],
    shelf: 'why',
    leads: [
      { to: 'article', article: 'drinking-water' },
      { to: 'prevention', page: 'hydration' },
    ],
    alsoSearchedAs: ['electrolytes', 'magnesium', 'dehydrated', 'coconut water', 'isotonic'],
  },
]

const offered: readonly Question[] = [
  {
    slug: 'physio-osteopath-or-chiropractor',
    ask: 'Physio, osteopath or chiropractor?',
    answer: [
      claimed(
        'All three are names that the law protects. Look up the person on the register.',
        'title-by-law',
        'register-is-open',
      ),
      claimed(
        'All may move your spine by hand, which may ease pain for a few weeks. UK guidance says: only with exercise.',
        'spine-by-hand',
        'nice-hands-with-exercise',
      ),
      claimed(
        'So choose someone who checks you, and gives you things to do yourself. Leave if they say that a bone is out.',
        'physio-does',
        'bones-in-place',
      ),
    ],
    shelf: 'offered',
    leads: [
      { to: 'article', article: 'how-to-choose-a-physio' },
      { to: 'treatment', treatment: 'physiotherapy' },
      { to: 'find' },
    ],
    alsoSearchedAs: ['who should I see', 'osteo', 'chiro', 'difference'],
  },
  {
    slug: 'do-i-need-a-gp-letter',
    ask: 'Do I need a letter from my GP to see a physio?',
    answer: [
      claimed(
        'Often not. At many GP surgeries you can book one. You do not have to see the GP first.',
        'nhs-physio-free',
      ),
      claimed(
        'Your insurer may want one, and only they can tell you. Ring them before the visit.',
        'only-insurer-knows',
        'cover-ring-first',
      ),
    ],
    shelf: 'offered',
    leads: [
      { to: 'find', service: 'physiotherapy-first' },
      { to: 'article', article: 'costs-and-insurance' },
    ],
    alsoSearchedAs: ['referral', 'self refer', 'GP referral', 'NHS physio'],
  },
  {
    slug: 'will-my-insurer-pay',
    ask: 'Will my insurer pay?',
    answer: [
      claimed(
        'Only they can say. Ring them before the visit, and ask for a number to give the clinic.',
        'only-insurer-knows',
        'cover-ring-first',
      ),
      claimed('With a cash plan you most often pay first, then send in the receipt.', 'cash-plan-receipt'),
    ],
    shelf: 'offered',
    leads: [
      { to: 'article', article: 'costs-and-insurance' },
      { to: 'find', service: 'physiotherapy-first' },
    ],
    alsoSearchedAs: [...insurerNames, 'claim', 'cover', 'policy', 'cash plan'],
  },
  {
    slug: 'how-many-visits-will-i-need',
    ask: 'How many visits will I need?',
    answer: [
      claimed('Most people need a few, or none.', 'physio-visits'),
      'Ask at the first visit how many they expect, and what would make you stop.',
      claimed('To move, and to learn about backs, helps keep it away later.', 'learning-exercise-prevent'),
    ],
    shelf: 'offered',
    leads: [
      { to: 'article', article: 'what-a-physio-does' },
      { to: 'article', article: 'when-to-book' },
    ],
    alsoSearchedAs: ['sessions', 'package', 'course of treatment', 'maintenance'],
  },
  {
    slug: 'are-tens-and-ultrasound-worth-it',
    ask: 'Are TENS and ultrasound worth it?',
    answer: [
      claimed('No. UK guidance says not to offer them for back pain.', 'tens-nice', 'ultrasound-nice'),
      claimed(
        'TENS has shown no clear gain. Ultrasound had no good support in 10 trials.',
        'tens-against',
        'ultrasound-against',
      ),
    ],
    shelf: 'offered',
    leads: [
      { to: 'treatment', treatment: 'tens' },
      { to: 'treatment', treatment: 'ultrasound' },
      { to: 'article', article: 'what-a-physio-does' },
    ],
    alsoSearchedAs: ['tens machine', 'electrotherapy', 'shock wave', 'laser', 'pads'],
  },
  {
    slug: 'does-acupuncture-help',
    ask: 'Does acupuncture help?',
    answer: [
      claimed(
        'For long-term back pain it does little more than sham needles. UK guidance says not to offer it.',
        'acupuncture-sham',
        'acupuncture-nice',
      ),
      claimed(
        'If you choose it, pick someone on a register. It is not for people with thinned blood, or whose body is weak at fighting germs.',
        'acupuncture-not-if',
        'title-not-by-law',
      ),
    ],
    shelf: 'offered',
    leads: [
      { to: 'treatment', treatment: 'acupuncture' },
      { to: 'article', article: 'what-a-physio-does' },
    ],
    alsoSearchedAs: ['needles', 'dry needling', 'acupuncturist', 'Chinese medicine', 'cupping'],
  },
  {
    slug: 'should-i-ask-for-diazepam',
    ask: 'Should I ask for diazepam?',
    answer: [
      claimed(
        'It is rarely worth it. Muscle relaxants may ease pain a little at first, and no one can be sure of it.',
        'relaxants-small',
      ),
      claimed('They can make you drowsy or make you fall, and some are hard to stop.', 'relaxants-harms'),
      claimed(
        'Now and then a doctor gives a few days of it for a severe spasm. Never take pills that were meant for someone else.',
        'relaxants-few-days',
        'prescribed-stay',
      ),
    ],
    shelf: 'offered',
    leads: [
      { to: 'article', article: 'muscle-relaxants-and-opioids' },
      { to: 'treatment', treatment: 'muscle-relaxants' },
      { to: 'medicines' },
    ],
    alsoSearchedAs: ['valium', 'muscle relaxant', 'baclofen', 'methocarbamol', 'sleeping pill'],
  },
  {
    slug: 'can-an-injection-stop-it',
    ask: 'Can an injection stop a spasm?',
    answer: [
      claimed('No. Needles into the spine are not for plain back pain.', 'injections-against'),
      claimed('An epidural may help new, severe sciatica.', 'epidural-sciatica'),
    ],
    shelf: 'offered',
    leads: [
      { to: 'article', article: 'injections-and-surgery' },
      { to: 'treatment', treatment: 'injections' },
    ],
    alsoSearchedAs: ['jab', 'steroid injection', 'cortisone', 'epidural', 'botox', 'nerve block'],
  },
  {
    slug: 'does-an-app-help',
    ask: 'Does an app like this help?',
    answer: [
      claimed('A little, in one trial of another app. Daily life was a bit easier after 3 months.', 'app-small'),
      claimed(
        'There is no trial of Unclench yet. It is not a doctor, and a check here does not replace one.',
        'unclench-untested',
      ),
    ],
    shelf: 'offered',
    leads: [{ to: 'check' }, { to: 'article', article: 'what-a-physio-does' }],
    alsoSearchedAs: ['app', 'does unclench work', 'website'],
  },
]

/** These questions, shelf by shelf. */
export const moreOnSeriousAndOffered: readonly Question[] = [...serious, ...why, ...offered]
