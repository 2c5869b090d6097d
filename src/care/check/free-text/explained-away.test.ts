/**
 * The words that explain a danger away explain no more than they say: "it goes dark early" is the time of year, and "everything went
 * dark early this morning" is a faint. Each sentence of the table was silent while a bare word of it explained its line away.
 */
import { expect, test } from 'vitest'
import { dangerPhrases } from './danger-phrases.ts'

const raised = (text: string): readonly string[] => dangerPhrases(text).map(({ question }) => question)

/** By question: a true sign, told with a word that explained it away. */
const told: Readonly<Record<string, readonly string[]>> = {
  A10: [
    'arm gone dead since i slept on it two days ago',
    'arm went dead while sleep on the sofa and its been hours',
    'both arm and leg weak on the right',
    'cant find the word to describe things any more',
    'dribbling from corner of mouth like a baby',
    'my boss says i am talking nonsense',
    'neighbours say i sound drunk',
    'one side of my face is drooping like a filling',
    'people say i am talking nonsense',
    'talking gibberish to the doctor',
  ],
  B1: [
    'breathing rapid just climbing into bed',
    'cant wake him early this morning',
    'couldnt wake him in time',
    'floppy and drowsy on the pillow',
    'hard to wake up and floppy',
    'mum is confused about what to do with a kettle',
    'saying nonsense to the doctor with a fever',
    'shivering so hard in the gym car park',
    'temp and talking rubbish to the gp',
    "won't wake up and is grey",
  ],
  'C5.collapse': [
    'everything went dark early on and i dropped',
    'everything went dark early this morning and i was on the floor',
    'i blacked out by the curtains',
    'i fell and cant remember when i got up',
    'next thing i was on the carpet i was laying there',
    'pale and sweating at the gym',
    'pale and sweating through my top',
    'passed out while leafleting',
    'went grey and sweaty in my shirt',
    'went white and dropped the cup then slid down',
  ],
  E1: [
    'bad rugby tackle three weeks off work since',
    'binned my motorbike on broken tarmac',
    'binned the bike on an old road',
    'car was parked when they hit it, i was in it',
    'crashed into a parked car doing forty',
    'got shunted from behind around town',
    'got shunted on the way to the ward',
    'had a crash on a track test',
    'i slipped off the kerb and landed badly on my feet then my back',
    'recycling truck toppled onto its side with me driving',
    'rugby tackle weeks off',
    'smashed my van into a parked lorry',
    'struck by a car as i parked',
    'they hit my parked car with me in it',
  ],
}

test.each(Object.entries(told).flatMap(([question, texts]) => texts.map((text) => [question, text] as const)))(
  '%s is heard beside a word that explained it away: %s',
  (question, text) => {
    expect(raised(text)).toContain(question)
  },
)

test.each([
  'it all goes dark early in winter',
  'it goes dark outside by four',
  'someone crashed into my parked car',
  'got shunted around from pillar to post',
  'had a crash course in lifting',
  'i binned my old bike',
  'crash testing cars is my job',
  'my neighbours sounded drunk',
  'cant wake me up early enough',
  'hard to wake up and get going',
  'i pass out leaflets all day',
  'grey joggers soaked in the rain',
  'i do not need an ambulance',
])('the whole way of saying still explains: %s', (text) => {
  expect(raised(text)).toEqual([])
})
