/**
 * What each term of `terms.ts` means, in words, for the printed protocol. Apart from the terms, because nothing that
 * decides reads it.
 */
export const termMeanings: Readonly<Record<string, string>> = {
  OTHER_THAN_A1: 'any flag of A2–A9 ticked (for the A1 seat clarifier)',
  OTHER_THAN_A5: 'any flag of A1–A4 or A6–A9 counted (for the exceptions of A5)',
  A1_SEAT: 'A1 only on a seat, gone within an hour, no other A-flag, not checked and unchanged',
  A1_COUNTED: 'A1 yes or not sure, not cleared by the seat clarifier, not checked and unchanged',
  A2_COUNTED:
    'A2 yes or not sure; not usual trouble from before, not only stinging with normal flow, not checked and unchanged',
  A3_COUNTED:
    'A3 yes or not sure; not constipation alone (unless feeling or pee changed when asked again), not checked and unchanged',
  A4_COUNTED: 'A4 yes or not sure and not checked and unchanged; or "rather not say" and a change when asked again',
  A5_WALKING: 'A5 exception (a): only on walking or standing, 6+ weeks, unchanged, no other A-flag',
  A5_ASLEEP: 'A5 exception (c): feet go to sleep in one posture and recover in minutes, no other A-flag',
  A5_ACHES: 'muscles of both thighs ache after effort, or all over with a cold or flu, no other A-flag',
  A5_COUNTED:
    'A5 yes or not sure, none of its exceptions (a) and (c), not only aching muscles, not checked and unchanged',
  A6_SIGNS: 'sudden, no movement at all, getting worse, both legs, or cannot stand because of the leg',
  A6_STRONG: 'stands on heels and toes of each foot, and where the knee gives way, from a chair on that leg',
  A6_CLEAR: 'feels weak because it hurts: strong in the tests, and none of the signs',
  A6_COUNTED: 'A6 yes or not sure, not cleared by the heel and toe test, not checked and unchanged',
  A7_COUNTED: 'A7 yes or not sure, not only limping from pain, not checked and unchanged',
  A8_NEW: 'A8 yes or not sure, and new, spreading or not sure whether',
  NEURO7: 'any counted yes in A1–A7',
  NEURO: 'any counted yes in A1–A7, or A8 that is new',
  B2_CLEARED:
    'only hot, and only the known flushes of a woman of 40 or over; or hot after a bath or effort and then measured normal, with nothing told that hides a fever',
  PAINKILLER_TOLD: 'more painkillers than the packet says, or a medicine used for 24 hours (not sure counts)',
  FEVER: 'B2 yes or not sure and not cleared, or the fever of D7',
  F5_COUNTED: 'F5 yes or not sure, not only tired with a clear reason and otherwise well',
  INFRISK_STRONG: 'strong infection risk',
  INFRISK_BEYOND_IMMUNE: 'strong infection risk other than a weak immune system',
  STEROIDS: 'takes steroid tablets, or took them in the last 3 months',
  LONG_STEROIDS: 'steroid tablets for 3 months or more, or several courses a year (not sure how long counts)',
  RECENT_PROCEDURE: 'back surgery, an epidural or a spinal injection in the last 6 weeks (not sure counts)',
  WEAK_IMMUNE: 'weak immune system, steroid tablets included',
  INFRISK_OTHER: 'other infection risk (not sure counts here)',
  FXRISK_STRONG: 'strong fracture risk: thin bones, long steroid use, or age 70 or over',
  FXRISK_OTHER: 'other fracture risk, age 65 or over, heavy drinking (not sure counts here)',
  FXRISK: 'any fracture risk',
  FXRISK_BEYOND_AGE: 'a fracture risk other than age (not sure counts here)',
  STIFFSPINE: 'stiff or fused spine (not sure counts)',
  CAHX: 'any cancer ever except a removed basal-cell or simple squamous skin cancer (not sure counts)',
  CANCER_TOLD: '`CAHX`, or hormone blockers for breast or prostate cancer',
  BLOODTHIN: 'blood thinner or bleeding disorder (not sure counts)',
  SEVERE: '7/10 or more now, or cannot stand 10 minutes for pain, or cannot stand at all',
  SEVERE_REST: '7/10 or more in the easiest position',
  NON_MOVEMENT: 'not changed by moving',
  NIGHT_CONSTANT: 'wakes at night and nothing eases it, or comes only at night and nothing changes it',
  WORSE_FOR_WEEKS: 'worse than on the first day, after 2 weeks or more',
  CONSTANT: 'there all the time and no movement or position changes it',
  CENTRAL: 'sorest on the bones down the middle; not sure counts with a fracture risk, past cancer, a fall or a knock',
  MID_BACK: 'main pain between or below the shoulder blades, or pain there and nowhere else',
  UNDER_4_WEEKS: 'this episode under 4 weeks',
  OVER_4_WEEKS: 'this episode 4 weeks or more',
  PLAIN:
    'plain strain: after a strain or unusual activity, or just like earlier spasms; not CENTRAL; changes with movement; not worse; under 4 weeks',
  PLAIN_START: 'a plain strain but for what changes the pain',
  EARLY_STEADY: 'steady pain that no position eases, in the first two days of a plain strain',
  OVER_2_WEEKS: 'this episode 2 weeks or more',
  LONG: 'back pain for 3 months or more, on and off counted',
  SUDDEN: 'sudden start (not sure counts)',
  FALL: 'a fall or knock (not sure counts)',
  FALL_OR_JOLT: 'a fall, knock, jolt or sitting down hard (not sure counts)',
  RECENT_INJURY: 'injury in the last 7 days (not sure counts)',
  SMALL_INJURY: 'trip, jolt, sitting down hard, lift, cough, fall, or sudden after unusual activity',
  BIG_INJURY:
    'E1, unless a slow bump with no central pain, no E5, no fracture risk, no stiff spine, no nerve flag, and able to walk',
  CANNOT_WALK: 'cannot stand or take a few steps even with help (not sure counts)',
  CHECKED_SAME:
    'long-standing, checked and unchanged, and told nowhere to be worse or unlike anything before (not sure counts as worse)',
  NEVER_LIKE_THIS: 'never back pain before, or unlike anything before',
  RECENT_PAIN:
    'spine pain that began or got worse in the last 3 months (counted, unless long-standing, unchanged and checked)',
  PREGNANT_POSSIBLE: 'pregnant or possibly pregnant (not sure counts)',
  PREGNANT: 'pregnant',
  AFTER_BIRTH: 'within 6 weeks of birth',
  C3_SHARP: 'sharp pain only on breathing in, breathing easily',
  C3_DANGER: 'breathless, coughing blood, or not sure which',
  CLOTRISK:
    'any clot risk (not sure counts), a swollen calf, pregnant or within 6 weeks of birth, hormone blockers for cancer, cancer in the bones',
  C1_COUNTED: 'C1 yes or not sure, not cleared by its own clarifiers',
  TUMMY_TOLD: 'pain of the tummy or side told elsewhere: D1, D5, D6, or a band round the chest or tummy',
  STINGING: 'D4, or the stinging answer of A2',
  KIDNEY: 'a kidney infection picture (D3, or the kidney answers of C1 and B2)',
  CAPAIN: 'pain features that matter with past cancer',
  OVERDOSE_RISK:
    '75 mg/kg or more (not known counts), more than one day, liver risk, a very low weight, or unwell there or in the answers about the tummy, sickness or drinks',
  A1_TO_A4_TWO: 'two or more of A1–A4 counted, or one of them with A5 or A6 counted',
  BROKEN_OR_INFECTED: 'an E or B rule at SOON or above',
  CAHX_OR_STRICT: 'past cancer',
}

/** With the strict NHS list on, where it differs. */
export const strictTermMeanings: Readonly<Record<string, string>> = {
  ...termMeanings,
  CAHX_OR_STRICT: 'always (the NHS list is followed strictly)',
}
