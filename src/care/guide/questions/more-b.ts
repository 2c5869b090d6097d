/** Questions on the first days, painkillers, movement, daily life and ages (evidence.md §1.H, §1.I, §4, §5, §6, §7, §8). Data only. */
import { claimed, type Question } from '../types.ts'

/** The questions of these themes, those that people ask most first. */
export const questionsOnDailyLife: readonly Question[] = [
  {
    slug: 'is-9-out-of-10-an-emergency',
    ask: 'It hurts 9 out of 10. Is that an emergency?',
    answer: [
      claimed('Not by the score alone: a plain spasm can be 9 out of 10 on the first day.', 'score-alone'),
      claimed(
        'Numb between the legs, new trouble with pee or poo, or a leg that gets weak means A&E now.',
        'nerve-signs-now',
      ),
      claimed('Is it 8 or more, and no better after 24 hours of safe painkillers? Ring 111 today.', 'bad-after-a-day'),
      claimed('Stuck on the floor alone? Ring 999.', 'cannot-cope-today'),
    ],
    shelf: 'today',
    leads: [{ to: 'check' }, { to: 'emergency' }, { to: 'article', article: 'the-first-day' }],
    alsoSearchedAs: ['unbearable', 'agony', 'worst pain', 'ambulance', 'severe'],
  },
  {
    slug: 'how-long-does-a-spasm-last',
    ask: 'How long does a spasm last?',
    answer: [
      claimed(
        'Most people are clearly better in 2 weeks. Many still have some ache at 6 weeks.',
        'better-in-two-weeks',
      ),
      claimed('In one study, half could do all they had done before within 31 days.', 'daily-life-31-days'),
      claimed('In a big trial, half had almost no pain by day 16 or 17.', 'trial-16-days'),
      claimed('Not easing at all by day 4 or 5? Book a check.', 'not-easing-by-day-5'),
    ],
    shelf: 'later',
    leads: [{ to: 'article', article: 'how-long-it-takes' }, { to: 'diary' }],
    alsoSearchedAs: ['days', 'weeks', 'recovery', 'when will it go', 'heal'],
  },
  {
    slug: 'how-long-should-i-rest',
    ask: 'How long should I rest?',
    answer: [
      claimed('30 to 60 minutes at a time at most, and only in the first day or two.', 'rest-dose'),
      claimed('In between, move every 20 to 30 minutes, and walk a little.', 'active-dose', 'short-walks-dose'),
      claimed('People who stay gently active have a bit less pain than those in bed.', 'active-pain'),
    ],
    shelf: 'today',
    leads: [{ to: 'article', article: 'rest-or-moving' }, { to: 'plan' }],
    alsoSearchedAs: ['bed rest', 'stay in bed', 'lie down all day'],
  },
  {
    slug: 'is-it-safe-to-move-when-it-hurts',
    ask: 'Is it safe to move when it hurts?',
    answer: [
      claimed('For most people, yes, once the check is clear.', 'moves-safe-for-most'),
      claimed('Pain up to 3 out of 10 is fine while you move. At 4 or 5 do half, and stop at 6.', 'movement-lights'),
      claimed('Pain that goes further down a leg means stop, whatever the score.', 'leg-further-stop'),
    ],
    shelf: 'today',
    leads: [{ to: 'check' }, { to: 'article', article: 'rest-or-moving' }, { to: 'movements' }],
    alsoSearchedAs: ['damage', 'make it worse', 'afraid to move', 'harm'],
  },
  {
    slug: 'how-do-i-get-out-of-bed',
    ask: 'How do I get out of bed?',
    answer: [
      claimed('Bend your knees, and roll on to your side in one piece.', 'roll-to-get-up'),
      'Let your legs go over the edge as you push up with your arms.',
      'Sit for a moment, then stand.',
    ],
    shelf: 'today',
    leads: [
      { to: 'step', step: 'log-roll' },
      { to: 'article', article: 'sleep' },
    ],
    alsoSearchedAs: ['get up', 'stuck in bed', 'log roll', 'turn over'],
  },
  {
    slug: 'ibuprofen-and-paracetamol-together',
    ask: 'Can I take ibuprofen and paracetamol together?',
    answer: [
      claimed('Adults who may take both can take them together.', 'both-together'),
      claimed(
        'Some people must not take one of them, so answer the questions on what is safe for you first.',
        'ibuprofen-never-if',
      ),
      claimed('Never take two products with paracetamol. Cold and flu packets often hold it.', 'paracetamol-twice'),
    ],
    shelf: 'today',
    leads: [{ to: 'medicines' }, { to: 'article', article: 'which-painkiller' }],
    alsoSearchedAs: ['mix painkillers', 'both', 'combine', 'Nuromol', 'Combogesic'],
  },
  {
    slug: 'how-long-can-i-take-ibuprofen',
    ask: 'How many days can I take ibuprofen for?',
    answer: [
      claimed(
        'Take it for the shortest time. Stop if the pain is not clearly better after 3 days.',
        'ibuprofen-review',
      ),
      claimed('Ask for advice before you go past 10 days, or past 3 days at 16 or 17.', 'ibuprofen-days'),
      claimed('Black poo, blood in vomit, a wheeze or a swollen face? Stop, and ring 999.', 'ibuprofen-stop'),
    ],
    shelf: 'today',
    leads: [{ to: 'medicines' }, { to: 'article', article: 'which-painkiller' }],
    alsoSearchedAs: ['Nurofen', 'anti-inflammatory', 'too long', 'stomach'],
  },
  {
    slug: 'why-does-paracetamol-not-help',
    ask: 'Why does paracetamol not help?',
    answer: [
      claimed(
        'By itself it gets nobody well sooner. In a big trial it did no better than a dummy pill.',
        'paracetamol-alone',
        'paracetamol-trial',
      ),
      claimed(
        'Too much harms the liver. Have you taken more than the limit? Go to A&E, even if you feel well.',
        'paracetamol-harms',
        'paracetamol-over',
      ),
    ],
    shelf: 'today',
    leads: [{ to: 'medicines' }, { to: 'article', article: 'which-painkiller' }],
    alsoSearchedAs: ['Panadol', 'acetaminophen', 'does not work'],
  },
  {
    slug: 'bath-or-shower',
    ask: 'Is a hot bath good for it?',
    answer: [
      claimed(
        'A warm bath or shower eases pain for a while. Keep it warm, not hot, for 15 to 20 minutes.',
        'heat-eases',
        'heat-dose',
      ),
      'Get in only if you can get out again.',
      claimed(
        'Not after a drink, or pills that make you sleepy. Pregnant? No hot tub.',
        'heat-not-if',
        'pregnancy-warmth',
      ),
    ],
    shelf: 'today',
    leads: [
      { to: 'step', step: 'warm-shower' },
      { to: 'article', article: 'heat-or-ice' },
    ],
    alsoSearchedAs: ['hot tub', 'Epsom salts', 'jacuzzi', 'sauna'],
  },
  {
    slug: 'massage-gun',
    ask: 'Can I use a massage gun?',
    answer: [
      claimed('We know of no trial of one for a back spasm.', 'massage-gun-untested'),
      claimed(
        'If you try it, keep off the spine, and keep to a pleasant ache: 4 out of 10 at most.',
        'self-massage-gentle',
      ),
      claimed('Not with a blood thinner, thin bones, a fever, a rash, a new injury or a clot.', 'self-massage-not-if'),
    ],
    shelf: 'today',
    leads: [{ to: 'article', article: 'self-massage' }],
    alsoSearchedAs: ['Theragun', 'percussion', 'vibrating', 'massager'],
  },
  {
    slug: 'does-walking-help',
    ask: 'Does walking help?',
    answer: [
      claimed('On a sore day, 2 to 5 minutes several times a day keep you going.', 'short-walks-dose'),
      claimed('Once you are well, walking and learning about backs put off the next bad spell.', 'walking-prevents'),
      claimed('Build up to 30 minutes on 5 days a week, over up to 6 months.', 'walking-build'),
      claimed('Is a foot dropping, or a leg weak? Do not walk it off. Do the check now.', 'nerve-signs-now'),
    ],
    shelf: 'later',
    leads: [
      { to: 'prevention', page: 'walking' },
      { to: 'movement', movement: 'M15' },
    ],
    alsoSearchedAs: ['steps', 'stroll', 'walk it off', 'how far'],
  },
  {
    slug: 'why-does-it-keep-coming-back',
    ask: 'Why does it keep coming back?',
    answer: [
      claimed('It does for many people, and most often it is not a sign of harm.', 'return-no-harm'),
      claimed('Sleep, stress, a sudden change of load and earlier spasms all matter.', 'load-sleep-stress'),
      claimed(
        'Exercise, and learning about backs, cuts the chance by nearly half. It helps for as long as you keep it up.',
        'learning-exercise-prevent',
        'prevention-fades',
      ),
    ],
    shelf: 'later',
    leads: [{ to: 'flarePlan' }, { to: 'article', article: 'will-it-come-back' }],
    alsoSearchedAs: ['again', 'every few months', 'recurring', 'always the same side'],
  },
  {
    slug: 'is-my-core-weak',
    ask: 'Is a weak core to blame?',
    answer: [
      claimed('Strong tummy muscles are not special. Any exercise helps.', 'core-not-special'),
      'Choose one you like, since that is the one you will keep up.',
    ],
    shelf: 'later',
    leads: [
      { to: 'article', article: 'strength' },
      { to: 'prevention', page: 'strength' },
    ],
    alsoSearchedAs: ['core strength', 'abs', 'weak back', 'six pack', 'core stability'],
  },
  {
    slug: 'is-yoga-or-pilates-good',
    ask: 'Is yoga or Pilates good for it?',
    answer: [
      claimed('Good if you enjoy it. We know of no trial of yoga for a new spasm.', 'yoga-new-spasm'),
      claimed('In long-term pain the gain from yoga was small: about 4 to 5 points out of 100.', 'yoga-long-term'),
      claimed('Pilates is not better than other exercise.', 'pilates-no-better'),
    ],
    shelf: 'later',
    leads: [
      { to: 'article', article: 'strength' },
      { to: 'article', article: 'stretches' },
      { to: 'find', service: 'pilates' },
    ],
    alsoSearchedAs: ['class', 'downward dog', 'reformer', 'sun salutation'],
  },
  {
    slug: 'when-can-i-go-back-to-work',
    ask: 'When can I go back to work?',
    answer: [
      claimed('As soon as you can, with changes. You do not have to be free of pain.', 'work-with-changes'),
      claimed('In one study half were back within 14 days.', 'work-14-days'),
      claimed('Stay off heights, fast machines and the road while a catch could hurt you or others.', 'work-unsafe'),
    ],
    shelf: 'life',
    leads: [{ to: 'article', article: 'work' }],
    alsoSearchedAs: ['job', 'time off', 'return to work', 'shift'],
  },
  {
    slug: 'do-i-need-a-sick-note',
    ask: 'Do I need a sick note?',
    answer: [
      claimed('In the UK, not for the first 7 days. You can sign yourself off.', 'self-certify'),
      claimed(
        'After that, your employer can ask for a fit note. A doctor, a nurse or a physio can sign it.',
        'fit-note-after-7',
        'fit-note-who',
      ),
      claimed('It can say that you may work with changes.', 'fit-note-changes'),
    ],
    shelf: 'life',
    leads: [{ to: 'article', article: 'work' }],
    alsoSearchedAs: ['fit note', 'self-certificate', 'doctor’s note', 'sick pay', 'SSP'],
  },
  {
    slug: 'can-i-drive',
    ask: 'Can I drive?',
    answer: [
      claimed('Only when you can brake hard, turn to look and get out quickly.', 'drive-in-control'),
      claimed('Not if a leg is weak or numb, and not if a pill has made you drowsy.', 'drive-not-weak', 'drowsy-law'),
      claimed('On the way, stop and walk every half hour or so.', 'active-dose'),
    ],
    shelf: 'life',
    leads: [{ to: 'article', article: 'driving' }],
    alsoSearchedAs: ['car', 'DVLA', 'long drive', 'commute'],
  },
  {
    slug: 'which-mattress',
    ask: 'Which mattress or pillow is best?',
    answer: [
      claimed(
        'We know of no good evidence that says which. Any bed that feels easy is fine.',
        'bed-untested',
        'sleep-any-way',
      ),
      claimed('Before you spend money, try a pillow: under your knees, or between them on your side.', 'sleep-pillow'),
    ],
    shelf: 'life',
    leads: [
      { to: 'article', article: 'sleep' },
      { to: 'step', step: 'sleep-side' },
    ],
    alsoSearchedAs: ['hard bed', 'soft bed', 'memory foam', 'bed', 'topper'],
  },
  {
    slug: 'can-stress-cause-a-spasm',
    ask: 'Can stress bring on a spasm?',
    answer: [
      claimed('It plays a part. So do sleep, a sudden change of load and earlier spasms.', 'load-sleep-stress'),
      claimed(
        'That does not make the pain less real. Slow breathing may calm you and help you to move.',
        'breathing-calms',
      ),
      claimed('Thoughts of ending your life? Ring 111 and choose option 2, today.', 'thoughts-of-ending'),
    ],
    shelf: 'life',
    leads: [{ to: 'relax' }, { to: 'article', article: 'stress-and-mood' }],
    alsoSearchedAs: ['anxiety', 'tension', 'nerves', 'worry', 'grief'],
  },
  {
    slug: 'when-can-i-train-again',
    ask: 'When can I run, lift or play again?',
    answer: [
      claimed('Once daily tasks are easy, and your usual pain is 2 out of 10 or less.', 'sport-ready'),
      claimed(
        'Start with half of what you used to do. Go up one step after 3 sessions at 3 or less.',
        'sport-half-first',
        'strength-up',
      ),
      claimed('We know of no trial that says which day.', 'sport-untested'),
    ],
    shelf: 'life',
    leads: [
      { to: 'article', article: 'sport' },
      { to: 'prevention', page: 'warmUp' },
    ],
    alsoSearchedAs: ['gym', 'running', 'football', 'golf', 'deadlift', 'weights'],
  },
  {
    slug: 'can-i-lift-my-child',
    ask: 'Can I lift my child?',
    answer: [
      claimed('On a bad day, let the child climb up to you on the sofa.', 'pain-6-only-small'),
      claimed('Then build back up. Staying away from lifting feeds fear.', 'lifting-fear'),
      'Hold the child close, and breathe out as you stand.',
      claimed(
        'With thin bones, hinge from the hips. In the 6 weeks after a birth, keep to gentle moves.',
        'bones-good-moves',
        'after-birth-6-weeks',
      ),
    ],
    shelf: 'later',
    leads: [
      { to: 'article', article: 'lifting' },
      { to: 'movement', movement: 'M16' },
    ],
    alsoSearchedAs: ['toddler', 'baby', 'pick up', 'carry', 'car seat'],
  },
  {
    slug: 'pregnant-what-can-i-take',
    ask: 'I am pregnant. What can I take?',
    answer: [
      claimed(
        'Paracetamol, at the lowest dose for the shortest time, if all else about it is safe for you.',
        'pregnancy-paracetamol',
      ),
      claimed(
        'No ibuprofen, unless a doctor or midwife says so. No codeine.',
        'ibuprofen-pregnancy',
        'pregnancy-no-codeine',
      ),
      claimed(
        'Is the pain new, and are you 14 weeks or more? Ring your midwife or maternity unit today.',
        'pregnancy-new-pain',
      ),
    ],
    shelf: 'life',
    leads: [{ to: 'medicines' }, { to: 'article', article: 'pregnancy-and-after-birth' }],
    alsoSearchedAs: ['pregnancy', 'painkiller', 'safe for baby', 'trimester'],
  },
  {
    slug: 'my-child-has-back-pain',
    ask: 'My child has back pain. What now?',
    answer: [
      claimed('Under 16, see the GP with them.', 'under-16-gp'),
      claimed(
        'Have them seen today if they are under 10. The same goes for night pain, a fever, a limp, lost weight or a numb leg.',
        'child-today',
      ),
      claimed('We give no dose of a medicine under 16. Ask a pharmacist.', 'child-no-dose'),
    ],
    shelf: 'life',
    leads: [{ to: 'check' }, { to: 'article', article: 'children-and-teens' }],
    alsoSearchedAs: ['kid', 'teenager', 'son', 'daughter', 'growing pains'],
  },
  {
    slug: 'over-70-could-it-be-a-break',
    ask: 'I am over 70. Could it be a broken bone?',
    answer: [
      claimed(
        'It is more likely than in the young, above all after a fall or with long use of steroids.',
        'break-signs',
      ),
      claimed('Pain on the spine after a fall, a jolt or even a cough should be checked today.', 'bones-fall-today'),
      claimed('Can’t stand, or a leg numb or weak? Ring 999.', 'bones-cannot-walk'),
    ],
    shelf: 'life',
    leads: [{ to: 'check' }, { to: 'article', article: 'older-backs' }],
    alsoSearchedAs: ['fracture', 'osteoporosis', 'fall', 'elderly', 'crush fracture', 'old'],
  },
  {
    slug: 'how-much-can-i-take',
    ask: 'What is the most ibuprofen or paracetamol I can take?',
    answer: [
      claimed(
        'First answer the questions on what is safe for you. Some people must take less, or none.',
        'ibuprofen-never-if',
        'paracetamol-ask',
      ),
      claimed(
        'Ibuprofen: 200 to 400 mg, 6 hours between, at most 1,200 mg in 24 hours.',
        'ibuprofen-dose',
        'ibuprofen-most',
      ),
      claimed(
        'Paracetamol: 500 mg to 1 g, at least 4 hours between, at most 4 g in 24 hours.',
        'paracetamol-dose',
        'paracetamol-most',
      ),
      claimed(
        'Taken more paracetamol, or not sure? Take no more. Go to A&E, even if you feel well.',
        'paracetamol-over',
      ),
    ],
    shelf: 'today',
    leads: [{ to: 'medicines' }, { to: 'article', article: 'which-painkiller' }],
    alsoSearchedAs: ['dose', 'maximum', 'how many tablets', 'overdose', 'limit'],
  },
  {
    slug: 'is-the-gel-any-good',
    ask: 'Is ibuprofen gel any good?',
    answer: [
      claimed('Little is known about gels for backs.', 'gel-unknown'),
      claimed('Use it as the packet says, on whole skin, and wash your hands after.', 'gel-dose'),
      claimed('Do not add it to tablets of the same kind without asking.', 'gel-not-added'),
    ],
    shelf: 'today',
    leads: [{ to: 'medicines' }, { to: 'article', article: 'which-painkiller' }],
    alsoSearchedAs: ['Voltarol', 'rub', 'cream', 'Deep Heat', 'Ibugel'],
  },
  {
    slug: 'bend-or-arch',
    ask: 'Should I bend or arch?',
    answer: [
      claimed(
        'Let comfort decide. Picking the way that feels better eased pain a little, for a short time.',
        'direction-small',
      ),
      claimed('It did not clearly help people do more.', 'direction-function'),
      claimed(
        'If bending hurts most, start on your front, and walk. If arching hurts most, start with a knee to your chest.',
        'pattern-bending',
        'pattern-arching',
      ),
      claimed('Pain that goes further down a leg means stop.', 'leg-further-stop'),
    ],
    shelf: 'today',
    leads: [{ to: 'plan' }, { to: 'article', article: 'stretches' }],
    alsoSearchedAs: ['McKenzie', 'lean forward', 'lean back', 'direction', 'extension', 'flexion'],
  },
  {
    slug: 'how-often-should-i-move',
    ask: 'How often should I do the movements?',
    answer: [
      claimed('In the first days, 3 to 5 short blocks a day, of 5 to 10 minutes each.', 'calm-dose'),
      claimed('From about day 3, 1 or 2 blocks a day, and walks of 10 to 15 minutes.', 'restore-dose'),
      claimed('From about week 2, strength on 2 or 3 days a week.', 'build-dose', 'phase-times'),
      'Your day-by-day plan goes by how you are, not by the date.',
    ],
    shelf: 'later',
    leads: [{ to: 'plan' }, { to: 'movements' }, { to: 'article', article: 'strength' }],
    alsoSearchedAs: ['how many times a day', 'exercise plan', 'reps', 'schedule'],
  },
  {
    slug: 'pain-for-months',
    ask: 'I have had back pain for months. What now?',
    answer: [
      claimed('After 12 weeks it counts as long-term, and other kinds of help suit it better.', 'slow-at-12-weeks'),
      claimed(
        'Guidance backs exercise, learning, and help with a low mood or worry. It is not sure.',
        'long-pain-guidelines',
      ),
      claimed('In a flare, do your usual moves at half the dose, use warmth, and relax.', 'long-flare-do'),
      'Has nobody looked at it yet? See a GP or physio. Do the check when something changes.',
    ],
    shelf: 'later',
    leads: [{ to: 'check' }, { to: 'flarePlan' }, { to: 'find', service: 'physiotherapy-first' }],
    alsoSearchedAs: ['chronic', 'long-term', 'years', 'never goes away', 'persistent'],
  },
]
