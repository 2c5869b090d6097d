/**
 * How a sign is said in few words once it was explained: as what it was, so that "limping because it hurts" is never passed on
 * as clumsy hands. For the words at the desk and the summary (`summary.ts`). Data only. Never decides a level.
 */
import { all, is, maybe, not, term, ticked, yes } from '../condition.ts'
import type { Condition } from '../types.ts'

/** What was told of a sign, and the words for it. */
export interface AsTold {
  readonly when: Condition
  readonly words: string
}

const as = (when: Condition, words: string): AsTold => ({ when, words })

/** By question: the first that holds takes the place of its general words. */
export const asTold: Readonly<Record<string, readonly AsTold[]>> = {
  A1: [as(term('A1_SEAT'), 'numb or odd between the legs only on a saddle or hard seat, gone within an hour')],
  A2: [
    as(is('A2.kind', 'cannotGo'), 'cannot pee at all'),
    as(is('A2.kind', 'usual'), 'a leak or prostate trouble from before this pain'),
    as(is('A2.kind', 'stinging'), 'stinging or going often, normal feeling and flow'),
  ],
  A3: [
    as(all(is('A3.kind', 'constipated'), maybe('A3.again')), 'constipated, with a change in feeling or in peeing'),
    as(is('A3.kind', 'constipated'), 'only constipated, feeling normal'),
  ],
  A5: [
    as(is('A5.pattern', 'walking'), 'trouble in both legs only on walking or standing, eases on sitting'),
    as(is('A5.pattern', 'asleep'), 'both legs go to sleep in one position and are right again in minutes'),
    as(is('A5.pattern', 'aches'), 'both thighs ache after effort or with a cold or flu'),
  ],
  A6: [as(term('A6_CLEAR'), 'a leg that feels weak because it hurts, and is strong when tested')],
  A7: [as(is('A7.kind', 'painOnly'), 'limping or slow because of pain')],
  B2: [
    as(all(term('B2_CLEARED'), yes('B2.flushes')), 'usual hot flushes, with no fever'),
    as(term('B2_CLEARED'), 'hot after a bath or effort, then measured normal'),
    as(is('B2.kind', 'hot'), 'feeling hot, with no shivers or sweats, nothing measured'),
    as(is('B2.kind', 'bath'), 'hot after a bath or effort, then measured normal'),
  ],
  C1: [
    as(is('C1.kind', 'breath'), 'sharp rib pain only on breathing, coughing or twisting'),
    as(is('C1.kind', 'skin'), 'sore skin in a strip on one side'),
    as(is('C1.kind', 'kidney'), 'sick with side or pee trouble'),
  ],
  C3: [
    as(all(ticked('C3.kind', 'breathless'), ticked('C3.kind', 'blood')), 'breathless and coughing blood'),
    as(ticked('C3.kind', 'breathless'), 'breathless'),
    as(ticked('C3.kind', 'blood'), 'coughing blood'),
    as(ticked('C3.kind', 'sharp'), 'a sharp pain on breathing in'),
  ],
  'C5.collapse': [
    as(is('C5.kind', 'moment'), 'felt faint or clammy for a moment when the pain hit, fine since'),
    as(is('C5.kind', 'clammy'), 'cold and clammy or felt faint'),
    as(is('C5.kind', 'faint'), 'fainted or collapsed'),
  ],
  'C5.known': [as(is('C5.new', 'no'), 'a known aneurysm, with no new pain')],
  D1: [
    as(
      all(ticked('D1.kind', 'severe'), not(ticked('D1.kind', 'cantStop', 'steroidSick', 'yellow'))),
      'severe tummy pain',
    ),
    as(
      all(ticked('D1.kind', 'mild'), not(ticked('D1.kind', 'severe', 'cantStop', 'steroidSick', 'yellow'))),
      'mild or moderate tummy pain',
    ),
  ],
  D7: [
    as(is('D7.kind', 'sudden'), 'sudden bad pain low on one side or in a testicle'),
    as(is('D7.kind', 'fever'), 'fever with discharge'),
  ],
  E1: [as(is('E1.kind', 'slow'), 'a slow bump, an ordinary tackle or a slip')],
  E6: [
    as(is('E6.kind', 'new'), 'a new lump or change of shape'),
    as(is('E6.kind', 'slow'), 'slow loss of height or a new stoop'),
  ],
  F1: [
    as(yes('F1.skin'), 'only a basal-cell or simple squamous skin cancer, removed'),
    as(maybe('F1'), 'cancer, now or in the past'),
  ],
  F5: [as(is('F5.kind', 'plain'), 'tired with a clear reason, otherwise well')],
  H2: [
    as(is('H2', 'newNot'), 'in pregnancy, new or worse in the last 2 weeks, and the midwife has not been told'),
    as(is('H2', 'discussedChanged'), 'in pregnancy, and it has changed since the midwife was told'),
    as(is('H2', 'discussedSame'), 'the midwife knows of it, and it is unchanged'),
    as(is('H2', 'oldNot'), 'in pregnancy, for over 2 weeks, and the midwife has not been told'),
    as(is('H2', 'notSure'), 'whether the midwife knows of it'),
  ],
  I2: [as(is('I2', 'onPurpose'), 'took too much painkiller, on purpose')],
  I3: [
    as(is('I3', 'thoughts'), 'thoughts of ending life, with no plan'),
    as(is('I3', 'plan'), 'a plan or intent to end life'),
    as(is('I3', 'acted'), 'self-harm, done already'),
  ],
  I5: [
    as(is('I5', 'no'), 'cannot get to the toilet or a drink'),
    as(is('I5', 'notSure'), 'getting to the toilet and a drink'),
  ],
  kidney: [as(ticked('kidney', 'notSure'), 'having one kidney, or keeping drinks down')],
  pregnancy: [as(is('pregnancy', 'maybe'), 'possibly pregnant')],
}
