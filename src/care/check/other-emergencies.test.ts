import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dangerPhrases } from './free-text/danger-phrases.ts'
import { type OtherEmergency, otherEmergencyIn } from './other-emergencies.ts'

describe('emergencies that are not of the back', () => {
  test.each<readonly [string, OtherEmergency]>([
    ['throat closing', 'notOurs'],
    ['my throat is closing up', 'notOurs'],
    ['Swollen throat after a bee sting', 'notOurs'],
    ['lips swelling', 'notOurs'],
    ['my lips and tongue are swollen', 'notOurs'],
    ['face has swollen up', 'notOurs'],
    ['anaphylaxis', 'notOurs'],
    ['ANAPHYLACTIC', 'notOurs'],
    ['anaphilaxis', 'notOurs'],
    ['allergic reaction to ibuprofen', 'notOurs'],
    ['seizure', 'notOurs'],
    ['I had seizures today', 'notOurs'],
    ['having a fit', 'notOurs'],
    ['he is fitting', 'notOurs'],
    ['epileptic fit', 'notOurs'],
    ['fits', 'notOurs'],
    ['fit', 'notOurs'],
    ['palpitations', 'notOurs'],
    ['my heart is racing', 'notOurs'],
    ['the bleeding will not stop', 'notOurs'],
    ['heavy bleeding', 'notOurs'],
    ['his lips are turning blue', 'notOurs'],
    ['I think I was poisoned', 'notOurs'],
    ['stabbed in the side', 'notOurs'],
    ['I got stabbed', 'notOurs'],
    ['hit my head', 'injury'],
    ['I fell and banged my head', 'injury'],
    ['head injury', 'injury'],
    ['concussion', 'injury'],
    ['broken back', 'injury'],
    ['I think I broke my back', 'injury'],
    ['is my neck broken? my back may be broken', 'injury'],
  ])('are heard: %s', (text, what) => {
    expect(otherEmergencyIn(text)).toBe(what)
  })

  test.each([
    'fit and well',
    'keep fit',
    'bleeding has stopped',
    'the bruise is turning blue',
    'bruise turning blue',
    'food poisoning last week',
    'a stabbing pain when I stand up',
    'it stabs when I bend',
    'getting fit again with a bad back',
    'fit note for work',
    'am I fit for work?',
    'fit to fly',
    'I have a fit note',
    'a chair that fits',
    'will a roller fit in my bag',
    'fitting a kitchen',
    'fitbit',
    'fitted sheet',
    'my mattress has palpitations',
    'my car had a seizure',
    'the bed broke',
    'broken chair, sore back',
    'I broke my back trying to please them',
    'broken sleep and back pain',
    'my doctor said the neck is fine, the broken chair hurt my back',
    'close to my throat',
    'headache',
    'head of the bed',
    'hit the gym',
    'hit my back on a door',
    'lip balm',
    'throat sweets',
    'tight back, sore throat',
    'swollen ankle',
    'heart rate when walking',
    'back broke me',
    'no palpitations, no seizures',
    'I have never had a fit',
    'I did not hit my head',
    'heat or ice',
    '',
    '🙂',
  ])('are not heard in: %s', (text) => {
    expect(otherEmergencyIn(text)).toBeUndefined()
  })

  test.each<readonly [string, OtherEmergency, readonly string[]]>([
    [
      'a throat that closes',
      'notOurs',
      [
        'my throat closed',
        'throat is swelling',
        'throat swollen',
        'throat feels tight',
        'throat has shut',
        'throat is itchy',
        'closing throat',
        'a closed throat',
        'swelling throat',
        'tight throat',
        'tightening throat',
      ],
    ],
    [
      'a swollen face',
      'notOurs',
      [
        'lip swelling',
        'lips swollen',
        'tongue is puffy',
        'face swells up',
        'swelling of the lip',
        'swollen lips',
        'puffy tongue',
        'swollen face',
      ],
    ],
    [
      'an allergy',
      'notOurs',
      [
        'anaphylaxis',
        'anafilaxis',
        'anaphilactic',
        'allergic reaction',
        'allergic shock',
        'need my epipen',
        'two epipens',
      ],
    ],
    [
      'a fit',
      'notOurs',
      [
        'seizure',
        'seizures',
        'a siezure',
        'siezures',
        'a seisure',
        'seizing up now',
        'convulsions',
        'epileptic fit',
        'epileptic fits',
        'I have fits',
        'I had a fit',
        'she has fits',
        'having a fit',
        'he took a fit',
        'takes fits',
        'taking a fit',
      ],
    ],
    [
      'somebody who is fitting',
      'notOurs',
      [
        'he is fitting',
        'she is fitting',
        'child is fitting',
        'my baby is fitting',
        'son is fitting',
        'daughter fitting',
        'husband fitting',
        'wife fitting',
        'mum is fitting',
        'dad is fitting',
      ],
    ],
    [
      'a heart out of step',
      'notOurs',
      [
        'palpitations',
        'palpatations',
        'palpitatns',
        'heart fluttering',
        'heart is racing',
        'heart pounding',
        'heart stopped',
      ],
    ],
    [
      'choking, bleeding and going blue',
      'notOurs',
      [
        'choking',
        'bleeding does not stop',
        'heavy bleeding',
        'bleeding heavily',
        'turning blue',
        'turned blue',
        'going blue',
        'gone blue',
      ],
    ],
    [
      'poison and violence',
      'notOurs',
      [
        'poisoned',
        'poisoning',
        'shot by a man',
        'stabbed with a knife',
        'stabbed in the leg',
        'I have been stabbed',
        'he was stabbed',
        'got stabbed',
      ],
    ],
    [
      'breath that stopped',
      'notOurs',
      [
        'he is not breathing',
        'baby not breathing',
        'my baby isnt breathing',
        'my baby isn’t breathing',
        'she has stopped breathing',
        'my son cant breathe',
        'my child cannot breathe',
        'asthma attack',
        'my daughter has an asthma attack',
        'drowning',
        'nearly drowned',
        'smoke inhalation',
        'carbon monoxide',
        'carbon monoxide alarm',
      ],
    ],
    [
      'fire, gas, burns and what is bitten or swallowed',
      'notOurs',
      [
        'gas leak',
        'I smell gas',
        'house is on fire',
        'kitchen on fire',
        'house fire',
        'a fire in the kitchen',
        'severe burn',
        'chemical burns',
        'burnt my hand',
        'scalded her arm',
        'chemical in eye',
        'bleach in my eye',
        'electric shock',
        'snake bite',
        'bitten by a snake',
        'heat stroke',
        'heatstroke',
        'hypothermia',
        'diabetic hypo',
        'having a hypo',
        'child swallowed battery',
        'swallowed a button battery',
        'cut off his finger',
        'gunshot wound',
        'he was shot',
      ],
    ],
    ['a word alone', 'notOurs', ['stabbed', 'shot', 'hypo', 'fire', 'burn']],
    [
      'a knock to the head',
      'injury',
      [
        'hit my head',
        'he hits his head',
        'banged her head',
        'bang my head',
        'bumped their head',
        'smashed the head',
        'cracked my head',
        'knocked my head',
        'a blow to the head',
        'knock on the head',
        'bang on the head',
        'bump on head',
        'head injury',
        'head injuries',
        'concussed',
        'he is unconscious',
        'knocked out',
        'unconscious',
      ],
    ],
    [
      'a broken back',
      'injury',
      [
        'I broke my back',
        'broken his spine',
        'break her neck',
        'fractured their neck',
        'snapped the spine',
        'broke a back',
        'broken back',
        'fractured spine',
        'snapped neck',
        'back is broken',
        'spine feels fractured',
        'neck may be broken',
        'back might be broken',
        'neck looks broken',
        'spine is snapped',
      ],
    ],
  ])('in every way the table knows: %s', (_, what, texts) => {
    expect(texts.filter((text) => otherEmergencyIn(text) !== what)).toEqual([])
  })

  test.each<readonly [string, readonly string[]]>([
    [
      'being fit',
      [
        'I had to get fit and well',
        'he has to be fit n healthy',
        'have a fit and strong back',
        'keeps fit',
        'having kept fit',
        'I have to get fit',
        'he has to stay fit',
        'I had to start staying fit',
      ],
    ],
    [
      'being fit for something',
      [
        'I have a fit note',
        'have fit notes',
        'had a fitbit',
        'having a fit bit',
        'I had a fit test',
        'have I a fit body',
        'he has it fit to fly',
        'had people fit people',
        'I have it fit in',
        'it has to fit into a bag',
        'I had to fit on it',
      ],
    ],
    ['a heart that is measured', ['heart rate racing', 'heart monitor stopped', 'heart disease']],
    ['a head start', ['hit my head start']],
    ['what is done without thinking', ['unconscious bracing', 'an unconscious habit', 'unconscious muscle tension']],
    ['a bruise', ['bruise going blue', 'bruises turned blue', 'bruised and gone blue']],
    [
      'ways of speaking',
      [
        'food poisoning',
        'knocked into shape',
        'broken back up',
        'broke my back trying',
        'broke my back working',
        'I broke my back to help',
      ],
    ],
    [
      'breath in an exercise',
      [
        'I am not breathing deeply',
        'not breathing right when lifting',
        'stopped breathing well in yoga',
        'how not to hold my breath',
        'breathing exercise',
        'is it bad to stop breathing out',
      ],
    ],
    [
      'shots, burns and fire of other kinds',
      [
        'cortisone shot',
        'a flu shot',
        'pain shot through my leg',
        'shooting pain',
        'a burning pain',
        'my leg burns',
        'burning in my back',
        'burn off fat',
        'sitting by the fire',
        'electric blanket',
        'electric shock pain in my leg',
        'fire up my glutes',
        'swallow a tablet',
        'heat or ice',
        'bite to eat',
        'snake pose',
        'gas in my belly',
        'trapped gas',
        'cut through the noise',
        'asthma attack as a child',
        'broke my leg when I was 7',
        'my gran broke her hip',
        'like an electric shock down my leg',
      ],
    ],
    [
      'things that are broken',
      [
        'mattress has fits',
        'my dog had a fit',
        'the cat has seizures',
        'a horse having a seizure',
        'engine had a fit',
        'laptop has a fit',
        'the puppy had fits',
      ],
    ],
  ])('but not where the words tell of something else: %s', (_, texts) => {
    expect(texts.filter((text) => otherEmergencyIn(text) !== undefined)).toEqual([])
  })

  test('a word that says it is not so counts up to three words before, and no further', () => {
    for (const not of ['no', 'not', 'never', 'without', "didn't", "haven't", "isn't", "don't", 'nor'])
      expect(otherEmergencyIn(`${not} seizures`), not).toBeUndefined()
    expect(otherEmergencyIn('never had a seizure')).toBeUndefined()
    expect(otherEmergencyIn('never mind that this is a seizure')).toBe('notOurs')
    expect(otherEmergencyIn('not that he had a seizure')).toBe('notOurs')
    expect(otherEmergencyIn('well, not now. A seizure')).toBe('notOurs')
  })

  test('two other words may stand between, and not three; none where they must touch', () => {
    expect(otherEmergencyIn('my throat is now closing')).toBe('notOurs')
    expect(otherEmergencyIn('my throat was fine on closing day')).toBeUndefined()
    expect(otherEmergencyIn('heavy bleeding')).toBe('notOurs')
    expect(otherEmergencyIn('heavy bags and bleeding gums')).toBeUndefined()
    expect(otherEmergencyIn('turning to the blue chair')).toBeUndefined()
    expect(otherEmergencyIn('I hit the gym, my head is clear')).toBeUndefined()
  })

  test('in both, the emergency that is not of the back comes first', () => {
    expect(otherEmergencyIn('I hit my head and then had a seizure')).toBe('notOurs')
  })

  test('the first 1,200 words of a text are listened to', () => {
    expect(otherEmergencyIn(`${'word '.repeat(1199)}seizure`)).toBe('notOurs')
    expect(otherEmergencyIn(`${'word '.repeat(1200)}seizure`)).toBeUndefined()
  })

  test('accents, capitals and apostrophes make no difference', () => {
    expect(otherEmergencyIn('SÉIZURE')).toBe('notOurs')
    expect(otherEmergencyIn('I didn’t have a seizure')).toBeUndefined()
    expect(otherEmergencyIn('I didn`t have a seizure')).toBeUndefined()
  })

  test('a denial ends with its sentence, and a sentence does not run into the next', () => {
    expect(otherEmergencyIn('I am not well. Seizure just now')).toBe('notOurs')
    expect(otherEmergencyIn('It hurts my throat. Closing the door is hard')).toBeUndefined()
  })

  test('are no question of the check: nothing is raised there for them', () => {
    for (const text of ['anaphylaxis', 'lips swelling', 'palpitations', 'throat closing'])
      expect(dangerPhrases(text)).toEqual([])
  })

  test('give an answer to anything typed, and take a long text in their stride', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (text) => {
        expect([undefined, 'notOurs', 'injury']).toContain(otherEmergencyIn(text))
      }),
    )
    // Of a long text no more is listened to than its first 1,200 words.
    expect(otherEmergencyIn(`${'heat '.repeat(1100)} I am having a seizure now`)).toBe('notOurs')
    expect(otherEmergencyIn(`${'heat '.repeat(1200)} I am having a seizure now`)).toBeUndefined()
  })
})

describe('what goes into a body, bleeds, burns or stops', () => {
  test.each([
    "there's glass in my back, bleeding badly",
    'knife is still in my back',
    'the pitchfork has gone in my leg',
    'nail gun went off',
    'chainsaw slipped into his thigh',
    'his arm got ripped off in the baler',
    'cut my finger clean off',
    'hand caught in the machine',
    'it wont stop bleeding',
    'it has not stopped bleeding',
    'bleeding from my back',
    'blood is spurting out of it',
    'he shot me',
    'he stop breathing please',
    'she needs CPR',
    'my sleeve caught fire',
    "I'm on fire",
    'electrocuted off the line',
    'my mate is fitting on the floor',
    'my toddler swallowed some tablets',
    'drowning in the pool',
    'a seizure of some kind',
    'she is choking up blood',
    'like I said, I was shot',
    'if it helps: there is a knife in his chest',
  ])('is heard: “%s”', (text) => expect(otherEmergencyIn(text)).toBe('notOurs'))

  test.each([
    'like a knife in my back when I twist',
    'feels like there is glass in my back',
    'as if I had a nail in my back',
    'it was like being shot',
    'feels like I was electrocuted',
    'my back is shot',
    'knife in the drawer',
    'bent down to put a nail in the wall',
    'a knife in my back pocket',
    'drowning in work',
    'drowning in a sea of paperwork',
    'drowned out the noise',
    'a seizure of the joint',
    'my back keeps seizing up',
    'the joint seizure',
    'my son had a seizure as a baby',
    'had a fit twenty years ago',
    'choking up when I speak of it',
    'choking back tears',
    'I have a fit watch',
    'my husband is fitting a kitchen',
    'CPR training hurt my back',
    'my back is on fire',
    'this bleeding bad back',
    'electric shock machine',
  ])('says something else: “%s”', (text) => expect(otherEmergencyIn(text)).toBeUndefined())
})
