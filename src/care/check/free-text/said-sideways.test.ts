/**
 * Dangers told without their words: what a thing was like, "it" for what one cannot name, and what was found afterwards.
 * Each is a frame and its words, since nobody writes the same twice (hazard H-03).
 */
import { expect, test } from 'vitest'
import { dangerPhrases } from './danger-phrases.ts'

const raised = (text: string): readonly string[] => dangerPhrases(text).map(({ question }) => question)
/** Every way through the parts of a frame: a text for each, an array for the words that may stand there. */
const grid = (...parts: readonly (string | readonly string[])[]): readonly string[] =>
  parts.reduce<readonly string[]>(
    (said, part) =>
      said.flatMap((before) => [part].flat().map((word) => `${before}${before === '' ? '' : ' '}${word}`)),
    [''],
  )

const sat = ['sat on the toilet', 'sat on the loo', 'sitting on the chair', 'sat on the sofa']
const told: Readonly<Record<string, readonly string[]>> = {
  A1: [
    ...grid(['a plank or a pillow', 'anything'], 'under my bum', [
      'i wouldnt know',
      'i couldnt tell',
      'and i cant tell',
    ]),
    ...grid(
      ['the nurse washed me', 'she put cream'],
      ['there', 'down there'],
      ['and i never felt it', 'i couldnt feel it'],
    ),
    ...grid(
      ['the bit that touches the seat', 'my nappy area', 'south of the border', 'where my shorts pad goes', 'my sack'],
      ['is numb', 'is all fuzzy', 'has no feeling'],
    ),
    ...grid('feels like a', ['wad', 'rag', 'towel'], ['between my cheeks', 'between my legs']),
    ...grid(sat, [
      'like there was no seat',
      'like there is no seat there',
      'like nothing is there',
      'and nothing under me',
    ]),
    ...grid(['loo roll', 'toilet paper'], ['could be', 'may as well be'], ['sandpaper', 'silk', 'anything']),
    ...grid('the part that touches', ['the saddle', 'the bike seat'], ['has gone missing', 'isnt there', 'is dead']),
    ...grid(['washed my privates', 'washed my bits', 'wiping'], 'and it was like washing', [
      'a statue',
      'a mannequin',
      'meat',
      'a doll',
    ]),
    ...grid(
      ['between my leg', 'between my two leg', 'between the leg'],
      ['is sleeping', 'is sleep', 'no feel', 'no feeling', 'is dead', 'not feel'],
    ),
    ...grid('tampon', ['in', 'went in'], ['and i couldnt tell', 'and i didnt know', 'never noticed it']),
    ...grid(
      ['never noticed', 'didnt notice', 'had no idea'],
      ['it burning my bum', 'i scalded my bum', 'i had burnt my backside'],
    ),
    ...grid(
      'sat on',
      ['a pin', 'a fork', 'some lego', 'a plug', 'hot radiator'],
      ['and never felt it', 'and didnt notice', 'didnt feel a thing'],
    ),
  ],
  A2: [
    ...grid('like getting the last drop from', ['a ketchup bottle', 'a stone'], ['when i go', 'to pee']),
    ...grid(
      ['went to the gents nine times', 'been to the loo ten times'],
      ['and nothing', 'and came back with nothing'],
    ),
    ...grid(['havent been once', 'not gone once'], 'and i have', ['drunk two pints', 'drank loads']),
    ...grid(['my wee comes', 'pee comes'], ['when it likes', 'when it wants', 'without asking']),
    ...grid(['i sit and sit and', 'i stand there and'], ['only a dribble', 'just a trickle', 'only drops']),
    ...grid([
      'i cant feel it leaving me',
      'i only know im peeing because i hear it',
      'i hear it hit the water and cant feel it',
      'i find im wet',
      'it wont flow',
      'cant shut it off once i start',
    ]),
    ...grid(['belly is blown up', 'my tummy is like a drum', 'stomach swollen'], ['and cant go', 'and i couldnt go']),
    ...grid(['i stood there', 'sat there'], ['like a lemon', ''], ['nothing happened', 'nothing came']),
    ...grid(
      ['i stand there and', 'stand and', 'i sit there and'],
      ['will it to come', 'wait for it to come', 'try to make it come'],
      ['and it doesnt', 'but nothing'],
    ),
    ...grid(
      ['still cant make any come', 'cant get any to come', 'cant make it come', 'cant force any out'],
      ['', 'since tea time', 'all night'],
    ),
    ...grid('when i do go', ['it stops half way', 'it stops halfway', 'it stops and starts', 'it cuts out']),
    ...grid(['have to push', 'i push', 'i strain'], ['for the rest to come', 'to get the rest out', 'to get it going']),
  ],
  A3: [
    ...grid(['my backside has', 'my bum has got'], ['no brakes', 'no stop']),
    ...grid(['my poo comes', 'number twos come'], ['when it likes', 'without asking']),
    ...grid('he said you', ['smell', 'stink'], ['and there it was', 'and i looked and id gone']),
    ...grid(['found a turd in', 'there was a turd in'], ['my trousers', 'my pants', 'the bed']),
    ...grid(['i only knew', 'i only know'], ['by the smell', 'when it stinks']),
    ...grid(['my wife smelled it', 'he smelt it'], 'before', ['i knew', 'i felt it']),
    ...grid('soiled the', ['car seat', 'sofa', 'bed']),
    ...grid(['my back end', 'my bottom'], 'has', ['a mind of its own', 'a life of its own']),
    ...grid(
      ['cant tell', 'couldnt tell', 'dont know', 'no longer know'],
      ['wind', 'a fart', 'gas'],
      ['from the real thing', 'from poo', 'from the other'],
    ),
    ...grid(['thought it was', 'thought it was just'], 'a fart', ['and it wasnt', 'but it was more', 'and it was poo']),
  ],
  A4: [
    ...grid(
      ['the wife', 'my husband', 'my partner'],
      ['touches me down there', 'says down there'],
      ['and i feel nothing', 'and i cant feel it'],
    ),
    ...grid('nothing down there', ['reacts', 'stirs', 'responds']),
    ...grid(
      ['me and the wife', 'me and my husband', 'me and the girlfriend'],
      ['tried', 'had a cuddle'],
      ['and i couldnt feel it', 'and i felt nothing', 'and it went down'],
    ),
  ],
  A5: [
    ...grid(['both legs', 'my legs are', 'both my feet'], 'on fire'),
    ...grid(['pain shoots', 'it is numb', 'sciatica'], 'down both'),
    ...grid('neither leg', ['feels right', 'works', 'holds me']),
    ...grid(['it has crossed', 'has jumped', 'it spread'], 'over to the good', ['leg', 'side']),
    ...grid('legs like walking through', ['treacle', 'glue', 'quicksand']),
    ...grid(['my legs are', 'legs feel', 'both legs'], 'like', [
      'sausages',
      'two sausages',
      'sandbags',
      'logs',
      'tree trunks',
      'planks',
      'stilts',
      'cement',
      'string',
    ]),
    ...grid(['legs full of', 'legs are full of'], ['sand', 'cement', 'lead']),
    ...grid('started in one leg', ['then jumped over', 'then'], 'and now its in', [
      'the pair of them',
      'both of them',
      'the two of them',
      'the pair',
    ]),
  ],
  A6: [
    ...grid(['stood on the bad leg', 'my leg'], 'and there was', ['nobody home', 'no one home']),
    ...grid('i cant', ['squash', 'hold down'], ['the clutch', 'the accelerator']),
    ...grid(['my foot', 'the leg', 'my toe'], 'has died'),
    ...grid(['my leg', 'his leg', 'knee'], 'just', ['packs up', 'conks out', 'switches off', 'packs in']),
    ...grid(
      'like the',
      ['wire', 'nerve', 'signal'],
      'to my',
      ['foot', 'leg'],
      ['is cut', 'has gone', 'is lost', 'is unplugged'],
    ),
    ...grid('i keep tripping over', ['carpets', 'rugs', 'kerbs']),
    'my leg is a passenger',
  ],
  A7: [
    ...grid('like walking on', ['a mattress', 'clouds', 'foam', 'a trampoline']),
    ...grid('my fingers have gone', ['stupid', 'thick', 'daft']),
    'i have to watch my feet to walk',
    ...grid(['i bounce', 'bouncing'], ['off the walls in the hall', 'off the furniture']),
    ...grid('my legs', ['go where they like', 'do their own thing']),
    ...grid('my writing', ['has gone spidery', 'is a scrawl', 'is illegible']),
    ...grid(['looking down', 'when i nod'], ['sends a jolt through me', 'it zaps me']),
    ...grid('in the dark', ['i fall over', 'i wobble', 'i sway']),
    'i feel drunk on my feet',
  ],
  A8: [
    ...grid('the numb', ['bit', 'patch'], ['is getting bigger', 'is spreading', 'is growing']),
    ...grid('the dead', ['bit', 'patch'], ['is my little toe', 'was the foot', 'is on my calf']),
  ],
  A10: [
    ...grid(['tea ran out', 'dribbling', 'drooling'], ['the corner of my mouth', 'the side of his mouth']),
    ...grid('arm was like', ['a lump of meat', 'a dead weight']),
    'he sounds drunk and he isnt',
    'she sounded drunk on the phone',
    'talking double dutch',
  ],
  A11: [
    ...grid(['never had a head', 'never known a head'], 'like', ['this', 'it']),
    ...grid('my head came on', ['like a switch', 'out of nowhere'], ['and i was sick', 'and i threw up']),
    ...grid(['thunder', 'an explosion', 'a firework'], 'in my head'),
    ...grid('head felt like it', ['burst', 'exploded', 'split']),
    ...grid(
      ['like being hit', 'like i was hit', 'as if someone hit me', 'like a whack'],
      ['on the back of the head', 'over the head'],
      ['with a bat', 'with a hammer', 'with a brick'],
    ),
    ...grid(['was sick and', 'im sick and'], ['cant look at'], ['the lamp', 'lights', 'my phone screen']),
  ],
  B1: [
    ...grid(['he doesnt know', 'she didnt know'], 'her own', ['name', 'husband', 'house']),
    ...grid(
      ['cant hold', 'couldnt hold'],
      ['a cup', 'the cup still', 'my phone', 'the glass'],
      ['for shaking', 'im shaking so much', 'with the shivers'],
    ),
    ...grid(
      ['havent been for a wee', 'havent peed', 'not had a wee'],
      ['since morning', 'since this morning', 'since last night', 'since breakfast'],
    ),
  ],
  B2: [
    ...grid(['shaking', 'shivering'], ['like a leaf', 'like a wet dog', 'like jelly']),
    ...grid('sweat', ['running', 'pouring', 'dripping', 'rolling'], ['down me', 'off me', 'down my face']),
    ...grid(
      'one minute',
      ['under three duvets', 'freezing', 'cold', 'shivering'],
      ['the next', 'next minute'],
      ['sweating', 'boiling', 'hot', 'throwing them off'],
    ),
  ],
  E6: grid('my back has', ['a new bend in it', 'got a new curve', 'a new kink']),
  infRisk: [
    'im on the needle',
    'been on the needle ten years',
    'on the kidney machine',
    ...grid(['the drip', 'my tablets'], ['knocks out my', 'lowers your', 'weakens my'], ['defences', 'immune system']),
  ],
  C1: grid(['a belt', 'a band', 'a rope'], 'tight round my ribs and', ['clammy', 'sweating', 'sick']),
  C6: [
    ...grid('from the', ['knee', 'ankle'], 'down', ['like marble', 'ice cold', 'no colour']),
    ...grid('my foot has', ['no colour', 'lost its colour']),
  ],
  D7: grid('my left', ['nut', 'testicle', 'bollock'], ['has gone up', 'feels like its been kicked']),
  F1: grid('had the all clear from', ['the breast thing', 'my prostate', 'bowel']),
  I3: [
    ...grid(['ive written the letters', 'left a note'], 'and sorted', ['the dog out', 'the will', 'everything']),
    ...grid(['the river', 'the bridge'], 'would be', ['kinder', 'easier', 'quicker']),
  ],
  I5: grid('been', ['lying here', 'stuck here'], 'since last night', ['nobody knows', 'all alone', 'cant get up']),
  C2: [
    ...grid(['unzipped', 'something unzipped'], 'between my', ['shoulders', 'shoulder blades']),
    'tearing in my back',
    'ripping in my back out of nowhere',
  ],
  clotRisk: ['just flew from australia', 'long flight from india', 'on the pill combined one'],
  B5: grid(
    ['they put a needle', 'had a needle', 'needle'],
    ['in my spine', 'in my back', 'into my spine'],
    ['last week', 'for the pain'],
  ),
  C3: [
    ...grid(['blowing', 'breathing'], 'like', ['a whale', 'a walrus', 'bellows']),
    ...grid(
      ['every breath', 'take a big breath', 'when i breathe in', 'breathing in'],
      ['its like a skewer', 'is like a sword', 'is a hot poker', 'like a needle'],
    ),
    ...grid(
      ['spat in the sink', 'i spat into the sink', 'spit'],
      ['and it was red', 'was pink', 'came out red', 'with red in it'],
    ),
  ],
  'C5.collapse': grid(
    'next thing i knew',
    ['i was on', 'on'],
    ['the bathroom tiles', 'the carpet', 'the pavement', 'the lino', 'the landing', 'the floor'],
  ),
  'C5.known': grid(
    ['they scan', 'they watch', 'they measure'],
    ['the big artery', 'the main artery', 'a wide artery'],
    ['in my belly', 'in my tummy', 'in my stomach'],
  ),
  D2: grid(
    ['my poo', 'poo', 'my stools'],
    ['looks like', 'is like', 'like'],
    ['the stuff they put on roads', 'tarmac', 'road tar', 'engine oil', 'bitumen', 'soot'],
  ),
  E1: grid(
    ['a lad', 'a van', 'somebody', 'some idiot'],
    ['went', 'drove', 'came'],
    ['through the back of me', 'right up the back of me', 'into the back of me', 'into my back end'],
  ),
  fxRisk: grid(
    ['my bones are', 'bones like', 'doctor says my bones are like'],
    ['honeycomb', 'chalk', 'biscuits', 'eggshell', 'lace', 'swiss cheese', 'glass'],
  ),
  E7: [
    ...grid(['my back is', 'my spine is', 'spine'], ['one long bone', 'bamboo', 'one solid bone', 'fused']),
    ...grid(['my back has gone solid', 'my spine is stiff'], 'and they call it bamboo'),
  ],
  F2: grid(
    ['my watch', 'my ring', 'my wedding ring', 'my trousers'],
    ['slides off', 'spins round', 'falls off me', 'slips off', 'is loose now'],
  ),
  F3: [
    ...grid(
      ['at night', 'all night', 'it wakes me and'],
      ['there is no way to lie', 'no way i can lie', 'no position is right', 'no comfy way to lie'],
    ),
    ...grid(['pain all night', 'awake every night'], ['whatever position', 'in any position']),
    'cant get comfy in any position and it wakes me',
  ],
  H1: [
    ...grid('my waters are', ['trickling', 'dribbling']),
    ...grid(['the bump has not', 'baby hasnt'], ['done a somersault', 'wriggled', 'danced'], 'since yesterday'),
    ...grid('pregnant and', ['seeing stars', 'seeing zigzags', 'flashes in my eyes']),
    ...grid(
      ['31 weeks and', 'im 30 weeks and', '28 weeks gone and', 'thirty three weeks'],
      [
        'he hasnt kicked since this morning',
        'she hasnt kicked',
        'no kicks',
        'not kicking',
        'he hasnt moved',
        'she has gone quiet',
        'cant feel him move',
        'not felt her move',
        'hes not wriggling',
      ],
    ),
    ...grid(
      ['the little one', 'baby', 'bump'],
      ['has been still all day', 'is very quiet', 'hasnt kicked'],
      ['and im thirty three weeks', 'at 30 weeks', 'im 29 weeks'],
    ),
  ],
  I2: [
    ...grid(['took my night ones', 'had my tablets', 'took them'], 'twice', ['by accident', 'by mistake']),
    ...grid(
      ['i lost track', 'lost count'],
      ['and had', 'and i think i had', 'took'],
      ['two every couple of hours', 'two every hour', 'them all day'],
    ),
    ...grid(
      ['took', 'been taking', 'had'],
      ['two', 'three'],
      ['every couple of hours', 'every hour', 'every two hours'],
      ['all day', 'for the pain'],
    ),
  ],
}

test.each(Object.entries(told))('%s is heard where it is told sideways', (question, texts) => {
  expect(texts.filter((text) => !raised(text).includes(question))).toEqual([])
})

test.each([
  ['A2', 'found my trousers wet after the rain stopped and i didnt feel it'],
  ['A2', 'jeans wet and it wasnt the rain'],
  ['C6', 'my foot is white as chalk and cold'],
  ['A5', 'legs no good both of them'],
  ['F2', 'my clothes are loose since christmas'],
  ['E1', 'the ladder slipped in the garage'],
  ['A2', 'only a trickle, the stream is poor'],
  ['D2', 'black and sticky when i go'],
])('%s is heard beside what would explain something else: %s', (question, text) => {
  expect(raised(text)).toContain(question)
})

test.each([
  'the ladder went back in the shed',
  'soaked two t shirts gardening in the sun',
  'sticky black tar from the roof',
  'in the catheter lab',
  'leant over the bonnet',
  'drunk two pints and been to work',
  'the mattress i walk to work past',
  'letters written for work',
  'polished my belt and ribs of the boat',
  'a baby gym with somersaults',
  'my pillow is under my bum and helps',
  'took the wrong bus twice by accident',
  'the river is on my way',
  'kids bouncing off the walls',
  'the pain is down both sides of my back',
  'tripped over the carpet fitting it',
  'leg room as a passenger',
  'my nan died and my leg hurts',
  'on the treadmill legs on fire from the gym',
  'like a towel between my back and the chair',
  'stood up and nothing happened',
  'cant turn it off my brain i mean',
  'cant get warm in this house',
  'smelled the gas before I saw it',
  'fell over in the dark',
  'my son writes with a scrawl',
  'fireworks went over my head',
  'tearing back muscle is it possible',
  'want to fly to australia is that ok',
  'my mattress has a new dip in it',
  'any position is fine at night',
  'waves hit the water',
  'bikini season and my back hurts',
  'the music sounds drunk',
  'sat on the sofa with nothing on the telly',
  'toilet paper could be cheaper',
  'the saddle is missing off my bike',
  'like washing a dog in a bucket',
  'a pillow between my legs to sleep',
  'i stand and wait for the bus to come but nothing',
  'i wait for the pain to come and it doesnt',
  'the car keeps going then cuts out',
  'push the car to get it going',
  'dont know if wind or a spasm',
  'me and the wife tried yoga and it was fun',
  'sausages and logs on the fire',
  'carrying logs hurt my back',
  'both my kids have it the pair of them',
  'i hit the nail on the head with a hammer',
  'cant hold a plank without shaking',
  'sweat running down me in the gym',
  'sweat pouring off me digging in the heat',
  'one minute hot the next cold that shower',
  'acupuncture needle in my back helped',
  'like finding a needle in a haystack',
  'spat out red wine laughing',
  'next thing i knew i was laying the carpet',
  'the big artery road is closed',
  'dog poo on the road',
  'pain went through the back of me like electric shock',
  'bone broth and cheese',
  'a bamboo pillow for my back',
  'bamboo socks',
  'i watch the telly and slide off the sofa',
  'no way to lie to you about it',
  'im 30 weeks into this pain and he hasnt referred me',
  'lost track of time at the desk',
  'took two breaks every hour',
  'had two cups of tea every hour',
  'two stretches every couple of hours',
  'my jeans were wet from the rain',
  'trousers wet in the puddle',
  'thermometer in the garden says 38.6',
  'i knit so i use needles and sit badly',
  'i stop for air in the tyres',
  'the lower legs of the table are heavy',
  'my feet are white with dust',
  'my legs are fine both of them',
])('the same words of something else raise nothing: %s', (text) => {
  expect(raised(text)).toEqual([])
})
