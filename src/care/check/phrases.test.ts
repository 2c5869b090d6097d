/** The net for free text (hazard H-03): slang, typing mistakes and British words must raise the right question. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dangerPhrases, raisable } from './phrases.ts'
import { questionById } from './questions/all.ts'

const raised = (text: string): readonly string[] => dangerPhrases(text).map(({ question }) => question)

/** What people write, by the question it must ask again. */
const dangerous: Readonly<Record<string, readonly string[]>> = {
  A1: [
    'numb down below',
    'Numb downstairs since last night',
    "it's gone numb between my legs",
    'my privates feel funny',
    'tingly fanny',
    'cant feel my bum when i wipe',
    'cannot feel when I wipe',
    'the loo roll feels weird when im wiping',
    'my bottom feels dead',
    'nummb round my back passage',
    'nubm down there',
    'pins and needles in my balls',
    'my willy is numb',
    'my arse is numb',
    'saddle numbness',
    'saddle anaesthesia',
    'numbness in groin',
    'my bum hole feels strange',
    'lost feeling in my vagina',
    'no feeling down there',
    'numness in my private area',
    'bits have gone numb',
    'my lady bits are tingling',
    'wiping feels different',
    'cant feel the toilet paper',
    'my undercarriage is numb',
    'my crotch has gone dead',
    'odd feeling in my perineum',
    'my nether regions are numb',
    'not numb but tingly down below',
    'getting number down below',
  ],
  A2: [
    "can't pee",
    'cant wee',
    "I can't have a wee",
    'cannot pass water',
    'unable to urinate',
    'hard to start weeing',
    'struggling to pee',
    'wet myself',
    'i wet the bed',
    'peed myself twice',
    'weed myself in tesco',
    'leaking wee',
    'leaking urine',
    'dribbling pee',
    'bladder wont empty',
    'cant feel when im weeing',
    'wee wont come out',
    'i have to push to pee',
    'having to strain to have a wee',
    'cant tell if my bladder is full',
    'incontinent since tuesday',
    'pissed myself',
    'no control over my bladder',
    'lost control of my bladder',
    'havent peed since yesterday',
    'not been able to go for a wee',
    'cant go to the loo for a wee',
    'my waterworks have stopped',
    'trouble weeing',
    'weak stream when i pee',
  ],
  A3: [
    'shat myself',
    'i pooed myself',
    'soiled myself',
    'soiled my pants',
    'had an accident, poo in my pants',
    'leaking poo',
    'lost control of my bowels',
    'cant control my bowels',
    'cant feel when i poo',
    "didn't feel the poo come out",
    'pooped the bed',
    'messed myself',
    'skid marks and i never felt it',
    'no control of my bowel',
    'faecal incontinence',
    'i pooped my self',
  ],
  A4: [
    "can't get an erection",
    'cant get it up anymore',
    'no feeling during sex',
    'sex feels numb',
    'lost my erections',
    'cannot orgasm since this',
    'cant get hard',
    "can't come anymore",
  ],
  A5: [
    'both legs are numb',
    'pain in both legs',
    'tingling down both legs',
    'my legs have gone to jelly',
    'legs feel like jelly',
    'weak in both my legs',
    'both my feet are tingling',
    'legs gone weak',
    'its moved into the other leg as well',
    'sciatica in both legs',
    'numb in both thighs',
    'legs like rubber',
  ],
  A6: [
    'foot drop',
    'my foot is dragging',
    'cant lift my foot',
    'cant move my toes',
    'my leg gave way',
    'knee keeps giving way',
    'my leg wont work',
    'leg keeps buckling',
    'im paralysed',
    'paralyzed down one side',
    'foot flops when i walk',
    'my foot slaps the floor',
    'tripping over my toes',
    'cannot move my leg',
    'leg has gone weak',
  ],
  A7: [
    'keep dropping things',
    'cant do my buttons up',
    'my hands are clumsy',
    'wobbly on my feet',
    'unsteady on my feet',
    'electric shocks when i bend my neck',
    'staggering like im drunk',
    'both arms are tingling',
  ],
  A10: [
    'my face is drooping',
    'slurring my words',
    'slurred speech',
    'one side of my face is numb',
    'my speech has gone funny',
  ],
  A11: ['worst headache of my life', 'thunderclap headache', 'stiff neck and light hurts my eyes', 'seeing double'],
  B1: ['rash that doesnt fade', 'i think its sepsis', 'confused and shivery', 'my lips are blue'],
  B2: [
    'i have a fever',
    'feverish',
    'shivering all night',
    'temp of 39',
    'temperature of 38.5',
    '38.7 c',
    'night sweats',
    'burning up',
    'hot and cold sweats',
    "i've got the shivers",
    'drenched in sweat at night',
    'rigors',
  ],
  C1: [
    'chest pain',
    'my chest is tight',
    'pressure on my chest',
    'tightness in the chest',
    'feels like an elephant on my chest',
    'think im having a heart attack',
    'pain in my jaw and arm and sweating',
    'crushing chest',
  ],
  C2: ['a tearing pain between my shoulders', 'ripping pain', 'something tore inside'],
  C3: [
    'cant breathe',
    "can't catch my breath",
    'short of breath',
    'out of puff',
    'breathless',
    'coughing up blood',
    'hurts to breathe',
    'coughed blood',
    'struggling to breathe',
  ],
  C4: ['my calf is swollen', 'hot swollen calf', 'calf is red and sore', 'i think i have a dvt'],
  'C5.collapse': [
    'i fainted',
    'passed out in the kitchen',
    'collapsed',
    'blacked out',
    'went clammy',
    'nearly fainted',
  ],
  'C5.known': ['i have an aneurysm', 'told i had an aortic anurysm'],
  C6: ['my leg has gone cold and white', 'leg is cold and blue'],
  D2: [
    'black poo',
    'my poo is black',
    'tarry stools',
    'vomiting blood',
    'sick with blood in it',
    'coffee grounds in my sick',
    'threw up blood',
    'pooing blood',
  ],
  E1: [
    'car crash last night',
    'fell off a ladder',
    'fell down the stairs',
    'came off my motorbike',
    'thrown from my horse',
    'hit by a car',
    'rear ended on the m25',
  ],
  F1: ['had breast cancer in 2010', 'im in remission', 'on chemo', 'i had prostrate cancer', 'cancer survivor'],
  F2: [
    'lost a stone without trying',
    'losing weight',
    'lost loads of weight',
    'my clothes are hanging off me',
    'dropped two stone',
  ],
  I3: [
    'i want to die',
    'dont want to be here any more',
    'suicidal',
    'id be better off dead',
    'thinking of ending it all',
    'want to kill myself',
    'cant go on like this',
    'whats the point in living',
    'i wish i was dead',
    'going to top myself',
    'dont want to wake up',
    'i want to end it',
    'self harm',
    'end my life',
    'not worth living',
    'everyone would be better off without me',
    'kms',
  ],
  I2: [
    'took 20 paracetamol last night',
    'I have taken a whole packet of painkillers',
    'think I overdosed',
    'took an over dose',
    'had too many tablets',
    'swallowed a handful of pills',
    'i had 12 panadol since this morning',
  ],
  I4: [
    'my husband hit me',
    'he pushed me down the stairs',
    'my partner hurts me',
    'not safe at home',
    'scared of my boyfriend',
    'she kicked me in the back',
    'domestic violence',
    'my ex attacked me',
    'afraid of my partner',
  ],
}

/** What people write with a plain spasm. Nothing dangerous may be heard in it. */
const innocent: readonly string[] = [
  'my leg is stiff',
  'I need a wee but can walk',
  'hurts when I bend',
  'my back has gone again',
  'i did it lifting the shopping',
  'it is a seven out of ten',
  'pain in my bottom and low back',
  'aches down my right leg to the knee',
  'worse when sitting',
  'a number of times this year',
  'the same as last time',
  'worried i will lose my job',
  'cant put my socks on',
  'cant stand up straight',
  'it catches when I cough',
  'hurts when I sneeze',
  'i feel better lying down',
  'stiff in the morning',
  'i slept badly',
  'i need to go to work tomorrow',
  'i have two kids to lift',
  'my mum has a bad back too',
  'i am 38 years old',
  'i weigh 80 kg',
  'i live on the 39th floor',
  'no numbness',
  'no numbness or tingling down below',
  'not numb between my legs',
  'no trouble peeing',
  'can wee fine',
  'no fever',
  'no chest pain',
  'never had cancer',
  'no weight loss',
  'back spasm after gardening',
  'it is stopping me running',
  'how long until i can play football',
  'can i take ibuprofen',
  'heat helps',
  'dying for a cup of tea',
  'this pain is killing me',
  'i fell asleep on the sofa',
  'sick of this pain',
  'my chest of drawers was heavy',
  'lifting a chest',
  'i moved a bed down the stairs',
  'picked up the baby from the cot',
  'i was pushing a car',
  'blood pressure tablets',
  'my legs are fine',
  'both my sons play rugby',
  'black belt in karate',
  'the physio gave me stretches',
  'i drive a van',
  'sitting at a desk all day',
  'new mattress',
  'it grabs me when i turn over',
  'tight hamstrings',
  'my muscles feel tight',
  'sore buttock',
  'pulled muscle',
  'i get short bursts of pain',
  'the pain comes and goes',
  'hot water bottle feels nice',
  'hot bath eased it',
  'locked solid',
  'i want to get back to the gym',
  'number of painkillers allowed',
  'my dog pulled me',
  'no accidents',
  'cant sleep on my side',
  'i dont want to take codeine',
  'what can i do at home',
  'worried it will happen again',
  '',
]

describe('dangerous words raise their question', () => {
  for (const [question, texts] of Object.entries(dangerous)) {
    test.each(texts)(`${question}: %s`, (text) => {
      expect(raised(text)).toContain(question)
    })
  }

  test('at least 120 are tried, and every question that can be raised is', () => {
    expect(Object.values(dangerous).flat().length).toBeGreaterThanOrEqual(120)
    expect(raisable.filter((question) => dangerous[question] === undefined)).toEqual([])
  })

  test('wherever it stands in a longer note, in capitals, with curly marks and without accents', () => {
    const note = (middle: string) => `Hello, my back went on Monday!!! ${middle} ??? I also want to know about heat.`
    expect(raised(note('CAN’T PEE'))).toContain('A2')
    expect(raised(note('Númb dówn belów'))).toContain('A1')
    expect(raised(note('numb\n\tdown   below'))).toContain('A1')
  })

  test('a no for one thing does not silence another', () => {
    expect(raised('no fever but numb down below')).toContain('A1')
    expect(raised('no chest pain. wet myself though')).toContain('A2')
    expect(raised('not only numb down below but weak')).toContain('A1')
    expect(raised('no idea why but numb down below')).toContain('A1')
    expect(raised('never had chest pain like this before')).toContain('C1')
    expect(raised('no numbness down below until today')).toContain('A1')
    expect(raised('any fever? no, numb down below though')).toContain('A1')
    expect(raised('no chest pain now but chest pain last night')).toContain('C1')
  })
})

describe('plain words raise nothing', () => {
  test.each(innocent.map((text) => [text]))('%s', (text) => {
    expect(raised(text)).toEqual([])
  })

  test('at least 60 are tried', () => {
    expect(innocent.length).toBeGreaterThanOrEqual(60)
  })
})

describe('the net', () => {
  test('raises only questions that exist and that a no can answer, each once', () => {
    expect(new Set(raisable).size).toBe(raisable.length)
    for (const id of raisable) expect(['yesNo', 'choice']).toContain(questionById.get(id)?.kind)
  })

  test.each(['no overdose', 'not too many paracetamol', 'never took 20 tablets'])('ends on: %s', (text) => {
    expect(raised(text)).toEqual([])
  })

  test('shows the words of the person back, cut between words', () => {
    const note = `It started on Monday after I moved a wardrobe. Now it is NUMB down below when I wipe. ${'More and more. '.repeat(9)}`
    const quote = dangerPhrases(note)[0]?.quote ?? ''
    expect(quote).toContain('NUMB down below')
    expect(quote.length).toBeLessThanOrEqual(80)
    expect(note).toContain(quote)
  })

  test('takes a plan, and a counted amount over the limit, as the answer they state', () => {
    expect(dangerPhrases('I am going to kill myself tonight')).toMatchObject([{ question: 'I3', means: 'plan' }])
    expect(dangerPhrases('took 20 paracetamol last night')).toMatchObject([
      { question: 'I2', means: 'overParacetamol' },
    ])
    expect(dangerPhrases('numb down below')[0]).not.toHaveProperty('means')
  })

  test('never throws and is quick on anything typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 500, unit: 'grapheme' }), (text) => {
        expect(Array.isArray(dangerPhrases(text))).toBe(true)
      }),
    )
    const started = performance.now()
    for (const text of ['numb '.repeat(2000), 'cant '.repeat(2000), 'pain in my leg '.repeat(700), 'a'.repeat(10_000)])
      dangerPhrases(text)
    expect(performance.now() - started).toBeLessThan(2000)
  })

  test('hears a danger whatever is written around it', () => {
    const filler = fc.array(fc.constantFrom('the', 'back', 'since', 'monday', 'hello', 'kitchen', 'sofa', 'heat'), {
      maxLength: 10,
    })
    const texts = Object.entries(dangerous).flatMap(([question, list]) => list.map((text) => [question, text] as const))
    fc.assert(
      fc.property(filler, filler, fc.constantFrom(...texts), (before, after, [question, text]) => {
        expect(raised([...before, text, ...after].join(' '))).toContain(question)
      }),
      { numRuns: 500 },
    )
  })
})
