/** What people can do by themselves: moving, warmth, cold, rest, calm, drinks, posture (evidence.md §4.1, §6.1, §8). Data only. */
import { claimed, type Treatment } from '../types.ts'
import { costs } from './costs.ts'

/** To keep gently active. */
export const keepMoving: Treatment = {
  slug: 'keep-moving',
  name: 'Keep gently active',
  group: 'do-it-yourself',
  what: [
    claimed(
      'Ease off for the first hours if you must. Then change position often, and do less of your usual tasks, with less force.',
      'active-dose',
      'work-with-changes',
    ),
    claimed(
      'In a new spasm it eases pain, and helps you do things, a bit more than bed rest.',
      'active-pain',
      'active-function',
    ),
    claimed('With sciatica, it does about the same as bed rest.', 'active-sciatica'),
  ],
  claim: 'active-pain',
  does: claimed('A little less pain than bed rest', 'active-pain'),
  guidelines: {
    nice: { says: 'yes', claim: 'long-rest-against' },
    acp: { says: 'yes', claim: 'long-rest-against' },
  },
  risk: 'Few',
  risks: [claimed('Stop a move that sends pain further down the leg.', 'leg-further-stop')],
  notFor: [claimed('A leg that will not work is an emergency. Do not try to walk it off.', 'spasm-no-paralysis')],
  cost: costs.free,
  heard: [
    {
      heard: 'You will damage your back if you move.',
      known: claimed('Staying gently active does a bit more good than bed rest.', 'active-pain', 'active-function'),
    },
  ],
  leads: [
    { to: 'step', step: 'keep-active' },
    { to: 'step', step: 'walk' },
    { to: 'article', article: 'rest-or-moving' },
  ],
  alsoSearchedAs: ['stay active', 'gentle movement', 'moving'],
}

/** Strength work, kept up. */
export const strengthening: Treatment = {
  slug: 'strengthening',
  name: 'Strength work, kept up',
  group: 'do-it-yourself',
  what: [
    'Bridges, planks and moves like them, once the worst is over. They are for later, not the first days.',
    claimed('In a new spasm, exercise eases pain no better than a sham.', 'exercise-new-spasm'),
    claimed('Exercise alone cuts the chance that pain comes back by a third. That is less sure.', 'exercise-prevents'),
    claimed('If you learn about backs too, it is nearly half.', 'learning-exercise-prevent'),
    claimed('It helps for as long as you do it.', 'prevention-fades'),
  ],
  claim: 'exercise-prevents',
  does: claimed('May cut the chance that it comes back by a third', 'exercise-prevents'),
  guidelines: {
    nice: { says: 'may', words: 'When it flares up', claim: 'exercise-nice' },
    who: { says: 'may', words: 'For long-term pain', claim: 'exercise-who' },
  },
  risk: 'Sore muscles',
  risks: [claimed('New exercise can make you sore.', 'exercise-soreness')],
  notFor: ['Wait until the check is clear. Then start with small moves, and build up.'],
  cost: costs.free,
  heard: [
    {
      heard: 'Exercise ends a spasm at once.',
      known: claimed(
        'It does not. It is there to keep you going, and it may help to keep the next one away.',
        'exercise-new-spasm',
        'exercise-prevents',
      ),
    },
  ],
  leads: [
    { to: 'prevention', page: 'strength' },
    { to: 'article', article: 'strength' },
    { to: 'find', service: 'strength-class' },
  ],
  alsoSearchedAs: ['gym', 'weights', 'plank', 'bridge', 'bird dog', 'back exercises'],
}

/** Walking, to keep it away. */
export const walking: Treatment = {
  slug: 'walking',
  name: 'Walking, kept up',
  group: 'do-it-yourself',
  what: [
    'Walks that get longer little by little, once you are well again.',
    claimed(
      'In one trial, people walked and learned about backs. Half of them had 208 days or more before the next bad spell. Without this it was 112 days.',
      'walking-days',
    ),
  ],
  claim: 'walking-prevents',
  does: claimed('With learning about backs, puts off the next bad spell', 'walking-prevents'),
  guidelines: {},
  risk: 'Aching joints',
  risks: [claimed('People who walked had more aches in their leg joints.', 'walking-aches')],
  notFor: ['A walk that makes a leg weak or numb needs the check.'],
  cost: costs.free,
  heard: [
    {
      heard: 'Walking wears your back out.',
      known: claimed('People who walked, and learned about backs, stayed well for longer.', 'walking-prevents'),
    },
  ],
  leads: [
    { to: 'prevention', page: 'walking' },
    { to: 'article', article: 'will-it-come-back' },
  ],
  alsoSearchedAs: ['walk', 'steps a day', 'stroll'],
}

/** Warmth. */
export const heat: Treatment = {
  slug: 'heat',
  name: 'Heat',
  group: 'do-it-yourself',
  what: [
    'A warm pack, a hot water bottle in its cover, a wrap, a bath or a shower.',
    claimed('Warmth eases pain for a while, so that moving is easier.', 'heat-eases'),
    claimed('In one trial, a heated blanket eased pain by 32 points out of 100, just after use.', 'heat-blanket'),
    claimed('A week on, warmth with exercise helped more than warmth alone.', 'heat-and-exercise'),
    claimed('Use it for 15 to 20 minutes, up to 3 or 4 times a day.', 'heat-dose'),
    claimed('A heat wrap that you wear can stay on for up to 8 hours by day. Follow its packet.', 'heat-wrap-dose'),
  ],
  claim: 'heat-eases',
  does: claimed('About 1 point out of 5 more relief, for some days', 'heat-eases'),
  guidelines: { acp: { says: 'yes', words: 'Comes first', claim: 'heat-acp' } },
  risk: 'Burns',
  risks: [claimed('Heat can burn. Look at your skin every 5 minutes.', 'heat-not-if')],
  notFor: [
    claimed('No heat on skin that is numb, broken, infected or newly bruised.', 'heat-not-if'),
    claimed('No heat while you sleep, or after a drink or pills that make you sleepy.', 'heat-not-if'),
    claimed('Pregnant? Warm, not hot, and away from your tummy.', 'heat-not-if'),
  ],
  cost: 'Your own towel and bottle',
  heard: [
    {
      heard: 'Heat flushes out toxins.',
      known: claimed('It does not. Blood flow does not wash poisons out of a muscle.', 'heat-no-toxins'),
    },
  ],
  leads: [
    { to: 'step', step: 'heat-pack' },
    { to: 'article', article: 'heat-or-ice' },
  ],
  alsoSearchedAs: ['hot water bottle', 'heat pad', 'wheat bag', 'heat wrap', 'warm bath', 'ThermaCare'],
}

/** Cold, and heat and cold in turn. */
export const cold: Treatment = {
  slug: 'ice',
  name: 'Ice, or ice and heat in turn',
  group: 'do-it-yourself',
  what: [
    'A cold pack with a cloth around it.',
    claimed('There is not enough evidence to say whether cold helps.', 'cold-unknown'),
    claimed('Try it if it feels nicer, or in the first 48 hours after a knock.', 'cold-when'),
    claimed('Use it for 10 to 15 minutes, up to 3 or 4 times a day.', 'cold-dose'),
  ],
  claim: 'cold-unknown',
  does: claimed('Nobody knows', 'cold-unknown'),
  guidelines: {},
  risk: 'Cold burns',
  risks: [claimed('Ice on bare skin can burn it.', 'cold-not-if')],
  notFor: [
    claimed('Never put ice on bare skin, or on skin that is numb or broken.', 'cold-not-if'),
    claimed('No cold if your blood flow is poor, or if cold brings on an illness that you have.', 'cold-not-if'),
  ],
  cost: costs.atHome,
  heard: [
    {
      heard: 'Swap ice and heat to bring a spasm down.',
      known: claimed('No trial supports this. Use whichever feels better.', 'heat-cold-swap'),
    },
  ],
  leads: [
    { to: 'step', step: 'cold-pack' },
    { to: 'article', article: 'heat-or-ice' },
  ],
  alsoSearchedAs: ['ice pack', 'frozen peas', 'cold pack', 'contrast bathing'],
}

/** Rest in bed. */
export const rest: Treatment = {
  slug: 'rest',
  name: 'Bed rest',
  group: 'do-it-yourself',
  what: [
    'Lying in bed, and stopping what you do each day.',
    claimed('Long bed rest is not advised for a spasm.', 'long-rest-against'),
    claimed('Short rests are fine: 30 to 60 minutes at most, in the first 1 or 2 days.', 'rest-dose'),
  ],
  claim: 'long-rest-against',
  does: claimed('Less good than gentle moving', 'active-pain', 'long-rest-against'),
  guidelines: {
    nice: { says: 'do-not', words: 'Stay active', claim: 'long-rest-against' },
    acp: { says: 'do-not', words: 'Stay active', claim: 'long-rest-against' },
  },
  risk: 'Stiffness, fear',
  risks: [claimed('Long rest makes you stiff, and can make you afraid to move.', 'rest-harms')],
  notFor: [claimed('Pregnant? Do not lie on your front, and from 16 weeks not flat on your back.', 'ease-not-if')],
  cost: costs.free,
  heard: [
    {
      heard: 'Rest is what heals a spasm.',
      known: claimed('Ease off for a short time, then keep gently moving.', 'long-rest-against', 'active-function'),
    },
  ],
  leads: [
    { to: 'step', step: 'easiest-position' },
    { to: 'article', article: 'rest-or-moving' },
  ],
  alsoSearchedAs: ['lying down', 'stay in bed', 'bedrest'],
}

/** Stretching. */
export const stretching: Treatment = {
  slug: 'stretching',
  name: 'Stretches',
  group: 'do-it-yourself',
  what: [
    'Slow moves such as knee to chest, cat-cow or child’s pose.',
    claimed('In a new spasm, exercise eases pain no better than a sham.', 'exercise-new-spasm'),
    claimed('It can help you feel easier, and get you going.', 'movement-comfort'),
    claimed('Picking the direction that feels better eased pain a little, for a short time.', 'direction-small'),
  ],
  claim: 'exercise-new-spasm',
  does: claimed('In a new spasm, eases pain no better than a sham', 'exercise-new-spasm'),
  guidelines: {
    nice: { says: 'may', words: 'When it flares up', claim: 'exercise-nice' },
    who: { says: 'may', words: 'For long-term pain', claim: 'exercise-who' },
  },
  risk: 'Soreness',
  risks: [
    claimed('New exercise can make you sore.', 'exercise-soreness'),
    claimed('The trials of picking a direction do not speak of harms.', 'direction-harms-unknown'),
  ],
  notFor: [
    claimed('Stop a stretch that sends pain further down the leg.', 'leg-further-stop'),
    claimed('With sciatica, do not stretch the back of the sore leg.', 'sciatica-avoid'),
  ],
  cost: costs.free,
  heard: [
    {
      heard: 'This stretch brings relief at once.',
      known: claimed(
        'No stretch has been shown to. It may ease and loosen, and it gets you going.',
        'stretch-no-instant',
        'movement-comfort',
      ),
    },
  ],
  leads: [{ to: 'movements' }, { to: 'article', article: 'stretches' }],
  alsoSearchedAs: ['stretch', 'cobra', 'knee to chest', 'cat cow', 'mckenzie'],
}

/** Core training. */
export const coreStrength: Treatment = {
  slug: 'core-strength',
  name: 'Core training',
  group: 'do-it-yourself',
  what: [
    'Planks, dead bugs and other moves for the muscles of the tummy and back.',
    claimed('Any exercise helps to keep pain away. Strong tummy muscles are not special.', 'core-not-special'),
  ],
  claim: 'exercise-prevents',
  does: claimed(
    'As any exercise: may cut the chance that it comes back by a third',
    'exercise-prevents',
    'core-not-special',
  ),
  guidelines: { nice: { says: 'may', words: 'The kind that suits you', claim: 'exercise-choice-nice' } },
  risk: 'Sore muscles',
  risks: [claimed('New exercise can make you sore.', 'exercise-soreness')],
  notFor: [claimed('After a birth, leave planks until your check at 6 to 8 weeks.', 'planks-after-birth')],
  cost: costs.classes,
  heard: [
    {
      heard: 'A weak core is why your back hurts.',
      known: claimed('Any exercise helps. Think strong and sure, not weak.', 'core-not-special'),
    },
  ],
  leads: [
    { to: 'prevention', page: 'strength' },
    { to: 'article', article: 'strength' },
  ],
  alsoSearchedAs: ['core', 'abs', 'tummy muscles', 'plank'],
}

/** Yoga. */
export const yoga: Treatment = {
  slug: 'yoga',
  name: 'Yoga',
  group: 'do-it-yourself',
  what: [
    'Poses and slow breathing, at home or in a class.',
    claimed('For a new spasm, there are no trials of yoga.', 'yoga-new-spasm'),
    claimed('In long-term pain, yoga eased it by about 4 to 5 points out of 100 more than no yoga.', 'yoga-long-term'),
  ],
  claim: 'yoga-long-term',
  does: claimed('In long-term pain, 4 to 5 points out of 100 less pain', 'yoga-long-term'),
  guidelines: {
    nice: { says: 'may', words: 'Group exercise', claim: 'yoga-nice' },
    acp: { says: 'may', words: 'For long-term pain', claim: 'yoga-acp' },
  },
  risk: 'Strain',
  risks: [claimed('It can strain you. New exercise can make you sore.', 'exercise-soreness')],
  notFor: ['Some poses do not suit thin bones or pregnancy. Tell the teacher, or use our movements.'],
  cost: costs.classes,
  heard: [
    {
      heard: 'Yoga relieves and prevents spasms.',
      known: claimed('Good if you enjoy it. The gain is small, in long-term pain.', 'yoga-long-term', 'yoga-new-spasm'),
    },
  ],
  leads: [{ to: 'movements' }, { to: 'article', article: 'stretches' }],
  alsoSearchedAs: ['yoga class', 'asana'],
}

/** Pilates. */
export const pilates: Treatment = {
  slug: 'pilates',
  name: 'Pilates',
  group: 'do-it-yourself',
  what: [
    'Strength moves done slowly and with control, at home or in a class.',
    claimed(
      'In long-term pain, it did better for a while than very little care. We cannot be sure of it.',
      'pilates-long-term',
    ),
    claimed('It is no better than other exercise.', 'pilates-no-better'),
  ],
  claim: 'pilates-long-term',
  does: claimed('A little for a while, in long-term pain', 'pilates-long-term'),
  guidelines: { nice: { says: 'may', words: 'The kind that suits you', claim: 'exercise-choice-nice' } },
  risk: 'Sore muscles',
  risks: [claimed('New exercise can make you sore.', 'exercise-soreness')],
  notFor: [claimed('After a birth, leave planks until your check at 6 to 8 weeks.', 'planks-after-birth')],
  cost: costs.classes,
  heard: [
    {
      heard: 'Pilates is the best exercise for backs.',
      known: claimed('It is as good as other exercise. Choose it if you enjoy it.', 'pilates-no-better'),
    },
  ],
  leads: [
    { to: 'find', service: 'pilates' },
    { to: 'article', article: 'strength' },
  ],
  alsoSearchedAs: ['pilates class', 'reformer'],
}

/** Relaxing, breathing, quiet attention. */
export const relaxing: Treatment = {
  slug: 'relaxation',
  name: 'Relaxing and breathing',
  group: 'do-it-yourself',
  what: [
    'Slow breathing, or letting your muscles go one by one. Or you rest your mind on one thing, which is called meditation.',
    claimed('Slow breathing or meditation may calm you and help you to move.', 'breathing-calms', 'attention-calms'),
    claimed(
      'In long-term pain, relaxing the muscles did better than waiting. The trials were small.',
      'relax-long-term',
    ),
    claimed('For a new spasm, there are no trials of relaxing the muscles.', 'relax-new-spasm'),
    claimed('For long-term pain, US guidance says that you can try meditation.', 'relax-acp'),
  ],
  claim: 'breathing-calms',
  does: claimed('Calms, and may help you to move', 'breathing-calms'),
  guidelines: { acp: { says: 'may', words: 'For long-term pain', claim: 'relax-acp' } },
  risk: 'Few',
  risks: [
    claimed('Stop if you feel dizzy, and never hold your breath.', 'breathing-stop'),
    claimed('Now and then it upsets somebody. Keep your eyes open if that feels better.', 'relax-distress'),
  ],
  notFor: [claimed('With heart disease, tense only lightly. Leave out the part that hurts.', 'relax-care')],
  cost: costs.free,
  heard: [
    {
      heard: 'Just relax: it works wonders on a spasm.',
      known: claimed(
        'It calms, and it may help you to move. In a new spasm, there are no trials of relaxing the muscles.',
        'breathing-calms',
        'relax-new-spasm',
      ),
    },
  ],
  leads: [{ to: 'relax' }, { to: 'article', article: 'stress-and-mood' }],
  alsoSearchedAs: ['mindfulness', 'breathing exercises', 'muscle relaxation', 'calm'],
}

/** Drinks. */
export const drinking: Treatment = {
  slug: 'drinks',
  name: 'Water and sports drinks',
  group: 'do-it-yourself',
  what: [
    claimed('There is no good evidence that extra drinks prevent or ease a back spasm.', 'drink-no-cure'),
    claimed('Even for cramp in sport the evidence is mixed.', 'cramp-mixed'),
    claimed('Drink when you are thirsty. Pale yellow pee is a good sign.', 'drink-dose'),
  ],
  claim: 'drink-no-cure',
  does: claimed('Nothing has been shown', 'drink-no-cure'),
  guidelines: {},
  risk: 'Sugar, teeth',
  risks: [claimed('Sports drinks are full of sugar, which harms teeth.', 'sweet-drinks')],
  notFor: [
    claimed('Were you told to limit drinks for your heart or kidneys? Keep to that.', 'drink-limits'),
    claimed('No coconut water if your kidneys are ill, or with some blood pressure pills.', 'coconut-water'),
  ],
  cost: 'Free from the tap',
  heard: [
    {
      heard: 'A lack of water causes spasms, so buy sports drinks.',
      known: claimed('Drink as usual. You do not need a special drink.', 'drink-no-cure', 'no-special-drink'),
    },
  ],
  leads: [
    { to: 'prevention', page: 'hydration' },
    { to: 'article', article: 'drinking-water' },
  ],
  alsoSearchedAs: ['hydration', 'dehydration', 'electrolytes', 'coconut water', 'salt', 'magnesium'],
}

/** Posture and special chairs. */
export const posture: Treatment = {
  slug: 'posture',
  name: 'Posture and special chairs',
  group: 'do-it-yourself',
  what: [
    'Sitting or standing in one right way, or using a chair that holds your low back.',
    claimed('There is no one right posture.', 'no-right-posture'),
    claimed('Lessons on it did not prevent pain by themselves.', 'lessons-alone'),
    claimed(
      'Pain comes back more often in people who sit for long. That is a link, and may not be the cause.',
      'sitting-link',
    ),
  ],
  claim: 'no-right-posture',
  does: claimed('Only comfort, as far as we know', 'no-right-posture', 'lessons-alone'),
  guidelines: {},
  risk: 'Fear of bending',
  risks: [claimed('Talk of posture can make people afraid to bend.', 'bending-fear')],
  notFor: [],
  cost: 'Free. For a chair, ask the shop',
  heard: [
    {
      heard: 'Bad posture causes spasms.',
      known: claimed(
        'Your best posture is your next one. Change position often.',
        'no-right-posture',
        'change-position',
      ),
    },
  ],
  leads: [
    { to: 'prevention', page: 'posture' },
    { to: 'prevention', page: 'desk' },
    { to: 'article', article: 'is-my-posture-to-blame' },
  ],
  alsoSearchedAs: ['ergonomic chair', 'lumbar support', 'desk', 'slouching', 'insoles'],
}

/** Belts. */
export const backBelt: Treatment = {
  slug: 'back-belt',
  name: 'Back belt',
  group: 'do-it-yourself',
  what: [
    'A wide belt or corset around the low back.',
    claimed('Back belts did not prevent pain. Nor did insoles.', 'belts-against', 'insoles-none'),
  ],
  claim: 'belts-against',
  does: claimed('Does not prevent pain', 'belts-against'),
  guidelines: {
    nice: { says: 'do-not', claim: 'belts-nice' },
    who: { says: 'do-not', words: 'For long-term pain', claim: 'belts-who' },
  },
  risk: 'You rely on it',
  risks: [claimed('You can come to rely on it.', 'belts-comfort')],
  notFor: [],
  cost: costs.shop,
  heard: [
    {
      heard: 'A belt protects your back.',
      known: claimed(
        'In trials it did not. At most, wear one for comfort in a short job.',
        'belts-against',
        'belts-comfort',
      ),
    },
  ],
  leads: [{ to: 'prevention', page: 'belts' }],
  alsoSearchedAs: ['corset', 'brace', 'lumbar belt', 'support'],
}

/** To keep away from lifting. */
export const avoidLifting: Treatment = {
  slug: 'avoid-lifting',
  name: 'Never lifting again',
  group: 'do-it-yourself',
  what: [
    'Staying away from all heavy things for good.',
    claimed('Staying away from lifting feeds fear. Build back up to it.', 'lifting-fear'),
    claimed('We know of no trial of lifting practice.', 'lifting-untested'),
  ],
  claim: 'lifting-fear',
  does: claimed('Nothing has been shown', 'lifting-fear'),
  guidelines: {},
  risk: 'Fear of lifting',
  risks: [claimed('It can feed the fear of lifting.', 'lifting-fear')],
  notFor: [],
  cost: costs.free,
  heard: [
    {
      heard: 'With your back, never lift anything.',
      known: claimed('Build back up to lifting, step by step.', 'lifting-fear'),
    },
  ],
  leads: [
    { to: 'prevention', page: 'lifting' },
    { to: 'article', article: 'lifting' },
  ],
  alsoSearchedAs: ['heavy lifting', 'carrying'],
}
