/**
 * The danger phrases of free text (evidence.md §2.3, H-03): plain words, slang and common typing mistakes.
 * A phrase asks its question again; it never lowers anything and never decides by itself.
 * Called by the check for its own free text, and by the diary for notes.
 */

/** A phrase raises these questions. `says` is shown back: "You wrote something about …". */
interface DangerPhrase {
  readonly question: string
  readonly says: string
  readonly patterns: readonly RegExp[]
}

const numb = '(?:num+b\\w*|nunb|tingl\\w*|no feeling|cant feel|cannot feel|dont feel|lost feeling|pins and needles|feels? (?:odd|weird|funny|strange|dead)|dead feeling|tissue feels)'
const below = '(?:down below|downstairs|down there|privates?|private parts?|between (?:my|the|his|her) legs|saddle|groin|genitals?|vagina|fanny|penis|willy|balls|testicles?|back passage|anus|bum ?hole|arse|bottom|undercarriage|wip(?:e|ing))'
const pee = '(?:pee+|peei?ng|wee+|weeing|urin\\w*|piss\\w*|pass water|go for a wee)'

const phrases: readonly DangerPhrase[] = [
  {
    question: 'A1',
    says: 'numbness or odd feeling between the legs',
    patterns: [new RegExp(`${numb}.{0,40}${below}`), new RegExp(`${below}.{0,40}${numb}`), /saddle.{0,12}(num|anaesth|anesth)/],
  },
  {
    question: 'A2',
    says: 'a change in peeing',
    patterns: [
      new RegExp(`(?:cant|cannot|can not|unable to|hard to|trouble|struggl\\w*|difficult\\w*|couldnt|not able to|havent been able to) (?:\\w+ ){0,3}${pee}`),
      new RegExp(`(?:leak\\w*|dribbl\\w*|no control of|lost control of) (?:\\w+ ){0,2}(?:${pee}|bladder|water)`),
      /\b(wet|wetting|weed|peed|pissed) (myself|himself|herself|themselves|the bed|my pants|my knickers)/,
      /\b(bladder).{0,20}(wont|stopped|not work|gone|full|retention)/,
      new RegExp(`${pee}.{0,20}(?:wont (?:come|start)|not coming|stopped|changed|leak)`),
      /incontinen|urine retention|retention of urine/,
    ],
  },
  {
    question: 'A3',
    says: 'leaking poo or no feeling there',
    patterns: [
      /\b(shat|shit|soiled|pooed|pood|pooped|messed) (myself|himself|herself|my pants|my self|the bed)/,
      /(leak\w*|lost control|cant control|no control).{0,20}(poo+|bowels?|shit|stool|faeces|feces)/,
      /(cant|cannot|dont|couldnt|didnt|no longer) feel.{0,20}(poo+|bowels?|stool)/,
      /accident.{0,15}(poo+|bowel|pants)/,
    ],
  },
  {
    question: 'A4',
    says: 'a change in sexual feeling',
    patterns: [/(cant|cannot|no|lost|lose|trouble).{0,18}(erection|hard on|get it up|orgasm|cumm?ing)/, /numb.{0,20}sex|sex.{0,20}(numb|cant feel|no feeling)/],
  },
  {
    question: 'A5',
    says: 'trouble in both legs',
    patterns: [/both (my |of my )?(legs|feet|thighs|calves).{0,30}(num|tingl|weak|pain|hurt|burn|heavy|dead|jelly|gone)/, /(num\w*|tingl\w*|weak\w*|pain|burning) (?:\w+ ){0,4}both (my )?(legs|feet|thighs)/, /legs (are|feel|have gone|gone) (like )?(jelly|numb|dead|weak)/],
  },
  {
    question: 'A6',
    says: 'a weak leg or foot',
    patterns: [/(foot|feet|toe|toes).{0,16}(drop|drag|slap|wont lift|cant lift|cant move)/, /(cant|cannot|unable to) (lift|move|feel) (my )?(foot|toes|leg|ankle)/, /(leg|knee).{0,12}(gives? way|giving way|gave way|buckl|collapsed|wont work|not working)/, /paraly/],
  },
  {
    question: 'C1',
    says: 'chest pain',
    patterns: [/chest.{0,18}(pain|tight|pressure|hurt|crush|heavy|squeez)/, /(pain|tight\w*|pressure).{0,14}chest/, /heart attack/, /elephant on my chest/],
  },
  {
    question: 'C3',
    says: 'trouble with breathing',
    patterns: [/(cant|cannot|hard to|struggl\w* to|hurts to) (breathe|get my breath)/, /(short|out) of (breath|puff)|breathless/, /cough\w* (up )?blood/],
  },
  {
    question: 'D2',
    says: 'black poo or blood',
    patterns: [/(black|tarry|sticky).{0,12}(poo+|stools?|shit|faeces|motions?)/, /(poo+|stools?|motions?).{0,16}(black|tarry)/, /(vomit\w*|sick|puk\w*|throw\w* up|threw up).{0,14}(blood|coffee)/],
  },
  {
    question: 'B1',
    says: 'signs of sepsis',
    patterns: [/sepsis|rash.{0,24}(doesnt|dont|wont|not) fade|confused and (hot|shiver)/],
  },
  {
    question: 'B2',
    says: 'fever',
    patterns: [/fever|feverish|shiver\w*|high temperature|temperature of (38|39|4\d)|\b(38|39|40)(\.\d)? ?(c|degrees)|night sweats?|rigors?/],
  },
  {
    question: 'C2',
    says: 'a tearing pain',
    patterns: [/(tearing|ripping) (pain|feeling|sensation)|(pain|something).{0,12}(tore|ripped) (inside|in my chest|between)/],
  },
  {
    question: 'A10',
    says: 'signs of a stroke',
    patterns: [/face.{0,14}(droop|drop|numb|fallen)|slurr\w*|speech.{0,12}(slur|funny|gone)/],
  },
  {
    question: 'C5.collapse',
    says: 'a faint or collapse',
    patterns: [/faint\w*|collaps\w*|passed out|black(ed)? out|clammy/],
  },
  {
    question: 'F2',
    says: 'losing weight',
    patterns: [/(lost|losing|lose).{0,16}(weight|stone|kilos?|kg|pounds)|clothes.{0,12}(loose|hanging)/],
  },
  {
    question: 'I3',
    says: 'not wanting to live',
    patterns: [/(want|wanna|going|wish i could|like|better) to (die|be dead|end it)|kill (myself|my self)|suicid\w*|end (my life|it all)|better off dead|no point (in )?(living|going on)|dont want to (live|be here|wake up)|wish i was dead|top myself|self ?harm/],
  },
  {
    question: 'I4',
    says: 'someone hurting you',
    patterns: [/(he|she|they|husband|wife|partner|boyfriend|girlfriend|dad|mum|father|mother|carer) (\w+ ){0,2}(hit|hits|hurt|hurts|beat|beats|kicked|kicks|punched|pushed|threw|strangled|attacked) me|not safe at home|scared of (him|her|my (husband|wife|partner))|domestic (abuse|violence)/],
  },
]

/** The questions that a free text asks again, with what it seems to say. Empty when nothing dangerous is written. */
export function dangerPhrases(text: string): readonly { readonly question: string; readonly says: string }[] {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/['’‘`]/g, '')
    .replace(/[^a-z0-9.]+/g, ' ')
    .trim()
  if (plain === '') return []
  return phrases
    .filter(({ patterns }) => patterns.some((pattern) => pattern.test(plain)))
    .map(({ question, says }) => ({ question, says }))
}

/** Every question that a phrase can raise. */
export const raisable: readonly string[] = phrases.map(({ question }) => question)
