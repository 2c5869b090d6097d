/**
 * The words of the questions that are asked again after free text: what the text may mean, and the two answers to it,
 * each a whole sentence, so that nobody says yes to the wrong thing (evidence.md §2.3).
 * Data only; read by `recheck-questions.ts`.
 */

/** What free text may mean, and how a person says that it is so, or is not. */
export interface SaidWords {
  /** Follows "The written words may mean:". */
  readonly about: string
  readonly yes: string
  readonly no: string
  /** Of a question with answers of its own: each of them as a whole sentence, by its value. */
  readonly options?: Readonly<Record<string, string>>
}

/** By question. One without words of its own takes those that `recheck-questions.ts` makes from it. */
export const saidWords: Readonly<Record<string, SaidWords>> = {
  A1: {
    about: 'a numb or odd feeling between your legs',
    yes: 'I do have this: I am numb or it feels odd there, or wiping feels different',
    no: 'I do not have this: wiping and all the skin there feel as usual',
  },
  A2: {
    about: 'a change in how you pee',
    yes: 'I do have this: it is harder or weaker when I pee, or it leaks, or feels different',
    no: 'I do not have this: I pee and feel it as I always did',
  },
  A3: {
    about: 'poo that leaks, or that you cannot feel',
    yes: 'I do have this: poo leaks, or I cannot feel it or hold it',
    no: 'I do not have this: I can feel and hold my poo as usual',
  },
  A4: {
    about: 'a change in sex',
    yes: 'I do have this: sex feels numb, or it is newly hard to get or keep an erection, or to come',
    no: 'I do not have this: nothing about it has changed',
  },
  A5: {
    about: 'trouble in both legs',
    yes: 'I do have this: both legs hurt or tingle, or are numb or weak',
    no: 'I do not have this: at most one leg is troubled',
  },
  A6: {
    about: 'a weak leg or foot',
    yes: 'I do have this: a leg or foot is weak, drags or gives way',
    no: 'I do not have this: both legs and feet are as strong as usual',
  },
  A7: {
    about: 'being unsteady, or clumsy or numb hands',
    yes: 'I do have this: I am newly unsteady, or my hands or arms are clumsy, numb or tingle',
    no: 'I do not have this: my balance, arms and hands are as usual',
  },
  A8: {
    about: 'a numb or tingly leg',
    yes: 'I do have this: one leg or foot is numb or tingles',
    no: 'I do not have this: both legs and feet feel as usual',
  },
  A9: {
    about: 'pins and needles in an arm or hand',
    yes: 'I do have this: one arm or hand has pins and needles',
    no: 'I do not have this: my arms and hands feel as usual',
  },
  A10: {
    about: 'signs of a stroke',
    yes: 'I do have this, or had it: my face, an arm or my speech changed suddenly',
    no: 'I do not have this: my face, arms and speech are as usual',
  },
  A11: {
    about: 'a sudden bad pain in the head or neck, or more signs with it',
    yes: 'I do have this: sudden, very bad head or neck pain, or one of the signs with it',
    no: 'I do not have this: no pain like that, and none of the signs with it',
  },
  B1: {
    about: 'signs that an infection has spread',
    yes: 'I do have this: confused, blue, grey or blotchy, shaking, very short of breath, or a rash that stays',
    no: 'I do not have this: none of these signs',
  },
  B2: {
    about: 'a fever',
    yes: 'I do have this, or had it: hot, shivery, or newly drenched in sweat',
    no: 'I do not have this: I have not been hot, shivery or drenched',
  },
  B5: {
    about: 'surgery or a needle in the back in the last 3 months',
    yes: 'That is true: I had back surgery, an epidural or a spinal injection in the last 3 months',
    no: 'That is not true: I had none of these in the last 3 months',
  },
  C1: {
    about: 'chest pain, or heart signs',
    yes: 'I do have this: my chest hurts or feels tight, or I sweat, feel sick or short of breath with it',
    no: 'I do not have this: no chest pain and no tight feeling at all',
  },
  C2: {
    about: 'a sudden tearing pain',
    yes: 'I do have this, or had it: a tearing or ripping pain in the chest or upper back',
    no: 'I do not have this: no pain tore or ripped',
  },
  C3: {
    about: 'trouble with breathing',
    yes: 'I do have this: it hurts or is hard to breathe, or I cough up blood',
    no: 'I do not have this: I breathe easily, and no blood comes up',
  },
  C4: {
    about: 'a swollen or sore calf',
    yes: 'I do have this: one calf is swollen, hot or sore',
    no: 'I do not have this: both calves are as usual',
  },
  'C5.collapse': {
    about: 'a faint or a collapse',
    yes: 'I do have this, or had it: I fainted, fell down, or went cold and clammy',
    no: 'I did not faint, fall down, or go cold and clammy',
  },
  'C5.lump': {
    about: 'a lump in the tummy that beats',
    yes: 'I do have this: I can feel a lump that beats',
    no: 'I do not have this: no lump beats there',
  },
  'C5.known': {
    about: 'a swollen main blood vessel (an aneurysm)',
    yes: 'That is true: I have been told that I have one',
    no: 'That is not true: nobody has told me that I have one',
  },
  C6: {
    about: 'a leg that has gone cold or pale',
    yes: 'I do have this: a leg has gone cold, pale or blue, and hurts',
    no: 'I do not have this: both legs are as warm and pink as usual',
  },
  C7: {
    about: 'calf cramp when you walk',
    yes: 'I do have this: my calf cramps as I walk and eases when I stand still',
    no: 'I do not have this: my calves are fine when I walk',
  },
  D1: {
    about: 'bad tummy pain, or being sick',
    yes: 'I do have this: bad tummy pain, or I am being sick',
    no: 'I do not have this: no bad tummy pain, and I am not being sick',
  },
  D2: {
    about: 'black poo, or blood when you are sick',
    yes: 'I do have this: my poo is black or has blood in it, or I am sick with blood',
    no: 'I do not have this: no black poo and no blood',
  },
  D3: {
    about: 'side pain with fever, or with a change in your pee',
    yes: 'I do have this: pain in one side, and fever, sickness or pee that hurts, smells or has blood in it',
    no: 'I do not have this: no side pain with fever, sickness or pee like that',
  },
  D4: {
    about: 'pee that stings or comes often',
    yes: 'I do have this: it stings when I pee, or I go often',
    no: 'I do not have this: no stinging, and I go as often as usual',
  },
  D5: {
    about: 'waves of pain from side to groin',
    yes: 'I do have this: waves of awful pain, or blood in my pee with it',
    no: 'I do not have this: no waves of pain from side to groin',
  },
  D6: {
    about: 'a danger sign in the first weeks of being pregnant',
    yes: 'That is true: I could be pregnant, and I have a sign like this',
    no: 'That is not true: I am sure that I am not pregnant, or I have no sign like this',
  },
  D7: {
    about: 'pain in a testicle, or sudden bad pain low on one side',
    yes: 'I do have this: pain in a testicle, or sudden bad pain low on one side',
    no: 'I do not have this: no pain there',
  },
  D8: {
    about: 'pee as dark as cola',
    yes: 'I do have this: dark pee, and badly sore muscles',
    no: 'I do not have this: my pee is not dark',
  },
  E1: {
    about: 'a serious accident',
    yes: 'That is true: this began with a crash, a fall from high up or a heavy blow',
    no: 'That is not true: it did not begin with any of these',
  },
  E5: {
    about: 'a bruise or swelling over your spine',
    yes: 'I do have this: a bruise, graze or swelling over the spine bones',
    no: 'I do not have this: I looked, and nothing is there',
  },
  E6: {
    about: 'a new lump or shape in your back',
    yes: 'I do have this: a new lump, bump or shape, or I have lost height',
    no: 'I do not have this: my back has its usual shape',
  },
  E7: {
    about: 'a stiff or fused spine',
    yes: 'That is true: I have a stiff spine from an illness, or one fused over a long part',
    no: 'That is not true: my spine is not stiff from an illness, and not fused',
  },
  F1: {
    about: 'cancer, now or in the past',
    yes: 'That is true: I have cancer, or once had it',
    no: 'That is not true: I have never had cancer',
  },
  F2: {
    about: 'losing weight',
    yes: 'I do have this: I have lost weight without trying',
    no: 'I do not have this: my weight is steady, or I meant to lose it',
  },
  F5: {
    about: 'being very tired or off your food for weeks',
    yes: 'I do have this: very tired, off my food, or sore in a few bones for weeks',
    no: 'I do not have this: I am as well as usual but for my back',
  },
  G2: {
    about: 'a sudden sore red eye',
    yes: 'I do have this: an eye is red and sore, or light hurts it',
    no: 'I do not have this: my eyes are fine',
  },
  G4: {
    about: 'spots or blisters in a strip on one side',
    yes: 'I do have this: my skin burns or tingles on one side, or has spots like these',
    no: 'I do not have this: no spots like these, and my skin does not burn',
  },
  H1: {
    about: 'a danger sign in pregnancy',
    yes: 'That is true: I am pregnant, and I have a sign like this',
    no: 'That is not true: I am not pregnant, or I have no sign like this',
  },
  H4: {
    about: 'a danger sign after a birth',
    yes: 'That is true: I gave birth in the last 6 weeks, and I have a sign like this',
    no: 'That is not true: I gave birth longer ago or never, or I have no sign like this',
  },
  I1: {
    about: 'a medicine that thins your blood, or that you bleed easily',
    yes: 'That is true: I take one, or I bleed very easily',
    no: 'That is not true: I take none, and I do not bleed easily',
  },
  I2: {
    about: 'more painkillers than the packet says',
    yes: 'That is true: I took more than the packet says',
    no: 'That is not true: I took none, or no more than the packet says',
    options: {
      within: 'I took none, or no more than the packet says',
      overParacetamol: 'I took more paracetamol than the packet says',
      overOther: 'I took more ibuprofen or codeine than the packet says',
      onPurpose: 'I took too much, on purpose',
    },
  },
  I3: {
    about: 'thoughts of ending your life',
    yes: 'That is true: I have thought of ending my life',
    no: 'That is not true: I have had no such thoughts',
    options: {
      no: 'I have had no such thoughts',
      thoughts: 'I have had thoughts like this, but I have no plan',
      plan: 'I have a plan, or mean to do it',
      acted: 'I have already harmed myself',
    },
  },
  I4: {
    about: 'someone hurting you or making you afraid',
    yes: 'That is true: someone hurt me, or I am not safe at home',
    no: 'That is not true: nobody hurt me, and I am safe at home',
    options: {
      no: 'Nobody hurt me, and I am safe at home',
      private: 'I would rather not say',
      hurt: 'Someone hurt me or made me afraid, but I am safe now',
      danger: 'I am in danger now',
    },
  },
  I5: {
    about: 'you cannot get to the toilet or a drink',
    yes: 'That is true: I cannot get to the toilet, or cannot get a drink',
    no: 'That is not true: I can get to both, even slowly or with help',
  },
  I9: {
    about: 'nerve trouble of this kind before, or a big disc bulge',
    yes: 'That is true: I have had it, or was told of a big disc bulge',
    no: 'That is not true: I have had neither',
  },
  I11: {
    about: 'sickle cell disease',
    yes: 'That is true: I have sickle cell disease, not only the trait',
    no: 'That is not true: I do not have it, or only the trait',
  },
  I12: {
    about: 'an illness that can hide warning signs',
    yes: 'That is true: I have an illness like this, or lasting numb parts',
    no: 'That is not true: I have nothing that hides warning signs',
  },
  aortic: {
    about: 'an illness of the main blood vessel, in you or your family',
    yes: 'That is true: I have one, or someone close in my family has',
    no: 'That is not true: neither I nor my close family have one',
  },
  steroids: {
    about: 'steroid tablets',
    yes: 'That is true: I take steroid tablets, or took them',
    no: 'That is not true: I did not take steroid tablets',
  },
  infRisk: {
    about: 'something that makes an infection more likely',
    yes: 'That is true: what I wrote fits me now, or did in the last 3 months',
    no: 'That is not true: none of it fits me',
  },
  fxRisk: {
    about: 'something that makes a broken bone more likely',
    yes: 'That is true: what I wrote fits me',
    no: 'That is not true: none of it fits me',
  },
  clotRisk: {
    about: 'something that makes a blood clot more likely',
    yes: 'That is true: what I wrote fits me',
    no: 'That is not true: none of it fits me',
  },
  G3: {
    about: 'a new headache, a sore scalp or jaw, or a change in sight',
    yes: 'I do have this: one of these, or stiff shoulders or hips',
    no: 'I do not have this: none of these',
  },
  F3: {
    about: 'pain that goes on in every position',
    yes: 'I do have this: it wakes me, or stays, and nothing eases it',
    no: 'I do not have this: some way of lying, sitting or moving eases it',
    options: {
      no: 'It does not wake me at night',
      rolling: 'It wakes me only when I roll over',
      eases: 'It wakes me, and moving or getting up eases it',
      nothing: 'It wakes me, and nothing eases it',
    },
  },
  pregnancy: {
    about: 'being pregnant, or a recent birth',
    yes: 'That is true: I am pregnant, may be, or gave birth in the last 6 months',
    no: 'That is not true: I am not pregnant, and did not give birth in the last 6 months',
    options: {
      no: 'I am not pregnant, and did not give birth in the last 6 months',
      maybe: 'I may be pregnant, or my period is late',
      pregnant: 'I am pregnant',
      birth6w: 'I gave birth in the last 6 weeks',
      birth6m: 'I gave birth 6 weeks to 6 months ago',
    },
  },
}
