/** Medicines, from the shop and on prescription (evidence.md §4.2, §8). Data only. Who may take what: `care/medicines`. */
import { claimed, type Treatment } from '../types.ts'
import { costs } from './costs.ts'

/** Ibuprofen, and tablets like it. */
export const ibuprofen: Treatment = {
  slug: 'ibuprofen',
  name: 'Ibuprofen and tablets like it',
  group: 'medicines',
  what: [
    'A painkiller from the shop.',
    claimed(
      'Many things were tested against a dummy pill for new back pain. Only pills like ibuprofen clearly helped.',
      'ibuprofen-only-one',
    ),
    claimed('It helps you do things by only a small amount.', 'ibuprofen-function'),
    claimed('Little is known about gels for back pain.', 'gel-unknown'),
  ],
  claim: 'ibuprofen-eases',
  does: claimed('About 7 points out of 100 less pain', 'ibuprofen-eases'),
  guidelines: {
    nice: { says: 'may', words: 'Lowest dose, shortest time', claim: 'ibuprofen-nice' },
    acp: { says: 'yes', claim: 'ibuprofen-acp' },
    who: { says: 'may', words: 'For long-term pain', claim: 'ibuprofen-who' },
  },
  risk: 'Stomach, kidneys, heart',
  risks: [
    claimed('It can harm the gut, the kidneys, the heart and an unborn baby.', 'ibuprofen-ask-first'),
    claimed('Black poo, blood in vomit, a wheeze, or a swollen face or tongue: stop, and ring 999.', 'ibuprofen-stop'),
    claimed('A rash, or much less pee than usual: stop, and ring 111 today.', 'ibuprofen-stop-today'),
  ],
  notFor: [
    claimed('Many people must not take it. Answer the questions about you first.', 'ibuprofen-ask-first'),
    claimed(
      'Pregnant? Take none unless a doctor or midwife says so. After 28 weeks take none at all.',
      'ibuprofen-pregnancy',
    ),
    claimed('With two kinds of blood pressure pills at once, it can harm the kidneys.', 'triple-whammy'),
  ],
  cost: costs.shop,
  heard: [
    {
      heard: 'It takes the swelling out of the spasm.',
      known: claimed('That is not proven. It eases pain a little.', 'ibuprofen-not-proven', 'ibuprofen-eases'),
    },
  ],
  leads: [{ to: 'medicines' }, { to: 'article', article: 'which-painkiller' }],
  alsoSearchedAs: ['nurofen', 'brufen', 'naproxen', 'diclofenac', 'voltarol', 'nsaid', 'anti-inflammatory', 'gel'],
}

/** Paracetamol by itself. */
export const paracetamol: Treatment = {
  slug: 'paracetamol',
  name: 'Paracetamol alone',
  group: 'medicines',
  what: [
    'A painkiller from the shop.',
    claimed('By itself it does not make people well sooner.', 'paracetamol-alone'),
    claimed(
      'In a trial of about 1,650 people, half were well by day 17 with it. With a dummy pill it was day 16.',
      'paracetamol-trial',
    ),
  ],
  claim: 'paracetamol-alone',
  does: claimed('Nobody gets well sooner', 'paracetamol-alone'),
  guidelines: { nice: { says: 'not-routinely', words: 'Not on its own', claim: 'paracetamol-nice' } },
  risk: 'Liver, if too much',
  risks: [
    claimed('Too much of it harms the liver.', 'paracetamol-harms'),
    claimed(
      'Never take two products with paracetamol at once. Cold and flu packets often hold it.',
      'paracetamol-twice',
    ),
  ],
  notFor: [claimed('Ask first if you weigh less than 50 kg, are frail or have liver trouble.', 'paracetamol-ask')],
  cost: costs.shop,
  heard: [
    {
      heard: 'Paracetamol works as well as ibuprofen.',
      known: claimed('For backs it does not. It may not help much.', 'paracetamol-alone', 'ibuprofen-only-one'),
    },
  ],
  leads: [{ to: 'medicines' }, { to: 'article', article: 'which-painkiller' }],
  alsoSearchedAs: ['panadol', 'calpol', 'acetaminophen', 'tylenol'],
}

/** Codeine up to the strong ones. */
export const opioids: Treatment = {
  slug: 'opioids',
  name: 'Codeine, tramadol and other opioids',
  group: 'medicines',
  what: [
    'Strong painkillers like morphine, and weak ones like codeine. A chemist or a doctor gives them out.',
    claimed('In a trial of 347 people they did no better than a dummy pill.', 'opioids-against'),
    claimed('Some experts say that this trial had limits in how it was built.', 'opioids-trial-doubt'),
  ],
  claim: 'opioids-against',
  does: claimed('No less pain than with a dummy pill', 'opioids-against'),
  guidelines: {
    nice: { says: 'not-routinely', words: 'A weak one only if ibuprofen is not for you', claim: 'weak-opioid-nice' },
    who: { says: 'do-not', words: 'For long-term pain', claim: 'opioids-who' },
  },
  risk: 'Drowsy, hard to stop, overdose',
  risks: [
    claimed(
      'They can make you drowsy and block your bowels. They are hard to stop, and too much can kill.',
      'opioids-harms',
    ),
    claimed('Blocked bowels and slow pee can hide, or look like, a nerve emergency.', 'codeine-hides'),
    claimed('Do not drive if you are drowsy.', 'codeine-habit'),
  ],
  notFor: [
    claimed('Codeine from a chemist is for 3 days at most, and only from 18 on.', 'codeine-days'),
    claimed('Did a doctor give you one? Ask them before you stop or change it.', 'prescribed-stay'),
  ],
  cost: 'A chemist or doctor must agree',
  heard: [
    {
      heard: 'Strong pain needs strong pills.',
      known: claimed(
        'They are not advised for back pain. They did no better than a dummy pill.',
        'opioids-against',
        'opioids-nice',
      ),
    },
  ],
  leads: [{ to: 'article', article: 'muscle-relaxants-and-opioids' }, { to: 'medicines' }],
  alsoSearchedAs: ['co-codamol', 'morphine', 'tramadol', 'oxycodone', 'solpadeine', 'strong painkillers'],
}

/** Muscle relaxants. */
export const muscleRelaxants: Treatment = {
  slug: 'muscle-relaxants',
  name: 'Muscle relaxants',
  group: 'medicines',
  what: [
    'Pills such as diazepam, on prescription.',
    claimed('They may ease pain a little in the first 2 weeks. That is far from sure.', 'relaxants-small'),
    claimed('They did not help people do more.', 'relaxants-function'),
    claimed('When a spasm is severe, a doctor may now and then give a few days of diazepam.', 'relaxants-few-days'),
  ],
  claim: 'relaxants-small',
  does: claimed('About 8 points out of 100 less pain, not sure', 'relaxants-small'),
  guidelines: {
    nice: { says: 'not-routinely', words: 'Not for sciatica', claim: 'relaxants-nice' },
    acp: { says: 'may', claim: 'relaxants-acp' },
    who: { says: 'do-not', words: 'For long-term pain', claim: 'relaxants-who' },
  },
  risk: 'Drowsy, falls, hard to stop',
  risks: [
    claimed('Side effects were 1.6 times as common with these pills.', 'relaxants-side-effects'),
    claimed('They can make you drowsy and fall, and some are hard to stop.', 'relaxants-harms'),
  ],
  notFor: [
    claimed('Do not drive on them.', 'relaxants-harms'),
    claimed('Do you take one now? Ask your doctor before you stop or change it.', 'prescribed-stay'),
  ],
  cost: costs.prescription,
  heard: [
    {
      heard: 'You need a muscle relaxant for a spasm.',
      known: claimed(
        'Most people need none. A doctor may rarely give a few days.',
        'relaxants-few-days',
        'relaxants-small',
      ),
    },
  ],
  leads: [{ to: 'article', article: 'muscle-relaxants-and-opioids' }],
  alsoSearchedAs: ['diazepam', 'valium', 'baclofen', 'methocarbamol'],
}

/** Steroid tablets. */
export const steroidTablets: Treatment = {
  slug: 'steroid-tablets',
  name: 'Steroid tablets',
  group: 'medicines',
  what: [
    'Tablets such as prednisolone, which a doctor must give you.',
    claimed('They do not help back pain.', 'steroids-against'),
  ],
  claim: 'steroids-against',
  does: claimed('No benefit', 'steroids-against'),
  guidelines: { acp: { says: 'do-not', words: 'Not even for sciatica', claim: 'steroids-acp' } },
  risk: 'Many side effects',
  risks: [claimed('Steroid tablets have many side effects.', 'steroids-harms')],
  notFor: [claimed('Do you take them for something else? Never stop them on your own.', 'steroids-never-stop')],
  cost: costs.prescription,
  heard: [
    {
      heard: 'A short course of steroids calms the nerve.',
      known: claimed('They do not help back pain, not even sciatica.', 'steroids-against', 'steroids-acp'),
    },
  ],
  leads: [{ to: 'article', article: 'muscle-relaxants-and-opioids' }],
  alsoSearchedAs: ['prednisolone', 'cortisone tablets'],
}
