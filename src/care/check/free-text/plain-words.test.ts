/** Plain words for dangers that the rules already know, in the mouths of those who say them (hazard H-03). */
import { expect, test } from 'vitest'
import { dangerPhrases } from './danger-phrases.ts'

const raised = (text: string): readonly string[] => dangerPhrases(text).map(({ question }) => question)

const frames = ['', 'my back hurts and ', 'since yesterday ', 'help please, ']
const told: Readonly<Record<string, readonly string[]>> = {
  A1: [
    'my mound is numb',
    'my mound has gone numb',
    'numb old chap',
    'my old chap is numb',
    'my knackers are numb',
    'my nads are numb',
    'my nads have gone numb',
    'my undercarriage is numb',
    'cant feel my knackers',
    'my fanny feels desensitised',
    'my willy is desensitised',
    'my fanny has gone frozen',
    'my undercarriage feels frozen',
    'my bits feel frozen',
    'my bits feel prickly',
    'my vagina feels woolly',
    'my backside feels like I have had a dental injection',
    'my bum feels like a dental injection',
    'my bits feel like a dental injection',
    'my bum is desensitised',
    'my backside feels woolly',
    'my backside feels prickly',
  ],
  A2: [
    'my bladder hasn’t emptied',
    'bladder hasnt emptied',
    'i went but it hasnt emptied',
    'i had a wee but it hasn’t emptied',
    'ive got the dribbles',
    'got the dribbles since yesterday',
    'the dribbles since my back went',
    'dont no if ive been or not when i go for a wee',
    'don’t know if i’ve been or not when i go for a wee',
    'cant tell if ive been or not when i go for a wee',
  ],
  A3: ['dirtied myself', 'ive dirtied myself', 'my back passage is leaking', 'back passage leaking'],
  A6: ['my leg is like jelly', 'my leg has given out', 'my leg keeps letting me down', 'my legs are letting me down'],
  B2: ['i have rigors', 'had rigors last night'],
  C1: [
    'my heart’s pounding and my arm’s heavy',
    'my hearts pounding and my arms heavy',
    'heart pounding and arm heavy',
  ],
  C3: [
    'i think its a PE',
    'i have a pe',
    'had a pe last month',
    'sob and chest pain',
    'im sob on stairs',
    'back pain and sob',
    'pink frothy phlegm',
    'coughing up pink frothy phlegm',
    'rusty phlegm',
    'rusty sputum',
  ],
  D2: ['maroon poo', 'my poo is maroon'],
  E1: [
    'my car got shunted',
    'i got shunted at the lights',
    'shunted in the car',
    'wrote the car off',
    'i wrote my car off',
    'fell down a well',
    'nan slipped on ice and her back hurts',
    'my nan slipped on ice',
    'nan slipped on the ice',
  ],
  H1: ['no kicks today', 'mucus plug came out', 'lost my mucus plug'],
  I3: ['dying would be a relief', 'death would be a relief'],
  infRisk: ['used a dirty needle', 'used a dirty needle last month back pain n sweats'],
  fxRisk: ['my bones are crumbly', 'bones are crumbly'],
  F3: [
    'the pain is worse at night and wakes me and nothing eases it',
    'worse at night and wakes me and nothing eases it',
  ],
}

test.each(Object.entries(told))('%s is heard in each of these words, however they begin', (question, texts) => {
  const all = frames.flatMap((frame) => texts.map((text) => frame + text))
  expect(all.filter((text) => !raised(text).includes(question))).toEqual([])
})

test.each([
  'my old chap has a bad back',
  'pe teacher with a sore back',
  'had PE at school and hurt my back',
  'sob with the pain',
  'i sob all day',
  'jelly for pudding',
  'letting me down at work',
  'put my back out lifting a frozen turkey',
  'my frozen shoulder',
  'the old chap next door',
  'sitting on a woolly jumper',
  'maroon jumper',
  'got shunted around departments',
])('the same words of something else raise nothing: %s', (text) => {
  expect(raised(text)).toEqual([])
})
