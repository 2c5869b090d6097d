/**
 * The danger phrases of free text (evidence.md §2.3, H-03): plain words, slang and common typing mistakes.
 * A phrase asks its question again; it never lowers anything and never decides by itself.
 * A plain "no" right before the words ("no numbness down below") keeps them quiet; any other wording is heard.
 */
import type { Answer } from './types.ts'

/** A phrase raises these questions. `says` is shown back: "You wrote something about …". */
interface DangerPhrase {
  readonly question: string
  readonly says: string
  readonly patterns: readonly RegExp[]
}

/** Joins alternatives into one pattern. The text it meets is in the form that `plainWords` gives. */
const words = (...parts: readonly string[]): RegExp => new RegExp(`\\b(?:${parts.join('|')})`, 'g')

const cant =
  '(?:cant|couldnt|unable to|not able to|not been able to|havent been able to|isnt able to|wasnt able to|struggl\\w* to|hard to|difficult to|trouble|difficulty|struggl\\w*)'
const odd = '(?:odd|weird|funny|strange|dead|different|fuzzy|not right|like cotton wool)'
const numb = `(?:num+b?(?:ness|ed|ing|y|ish)?\\b|nunb\\w*|nu[mn]b?ness|nubm\\w*|nmub\\w*|(?:getting|feel\\w*|going|gone|become|becoming) number\\b|tingl\\w*|no feeling|no sensation|cant feel|dont feel|didnt feel|lost (?:all |the |my )?(?:feeling|sensation)|pins and needles|feel\\w* ${odd}|(?:odd|weird|funny|strange|dead) (?:feeling|sensation)|(?:gone|went|going) (?:dead|${odd}))`
const below =
  '(?:down below|downstairs|down there|nether\\w*|priv(?:ate|it|et)s?\\b|private parts?|private area|lady bits|my bits|bits have|between (?:my|the|his|her) (?:legs|thighs)|saddle|groin|crotch|genit\\w+|perine\\w+|vagina|vulva|fanny|penis|willy|cock\\b|dick\\b|balls|testic\\w+|back passage|anus|bum ?hole|bum\\b|arse|bottom|undercarriage|wip(?:e|es|ed|ing)\\b|toilet paper|loo (?:roll|paper)|tissue)'
const wee =
  '(?:pee+\\b|pee+d\\b|pee+ing|wee+\\b|wee+d\\b|wee+ing|wee+s\\b|urin\\w*|piss\\w*|pass(?:ing)? water|waterworks|widdle)'
const poo =
  '(?:poo+\\b|poo+p\\w*|poo+ing|poo+s\\b|bowels?\\b|shit\\b|stools?\\b|f(?:a)?eces|faecal|motions?\\b|crap\\b)'
const self = '(?:myself|my self|himself|herself|themselves|the bed|my bed|my pants|my trousers|my knickers|my boxers)'
const gap = (n: number): string => `(?:[\\w.,]+ ){0,${n}}`
const hurter =
  '(?:he|she|they|husband|wife|partner|boyfriend|girlfriend|ex|dad|mum|father|mother|son|daughter|brother|carer)'

const phrases: readonly DangerPhrase[] = [
  {
    question: 'A1',
    says: 'numbness or odd feeling between the legs',
    patterns: [
      words(`${numb}.{0,40}${below}`),
      words(`${below}.{0,40}${numb}`),
      words('saddle.{0,12}an(?:ae|e)sth'),
      words(`wip(?:e|ing) feels? ${odd}`),
    ],
  },
  {
    question: 'A2',
    says: 'a change in peeing',
    patterns: [
      words(`${cant} ${gap(3)}${wee}`),
      words(`cant go (?:to the )?(?:loo|toilet) ${gap(2)}${wee}`),
      words(`(?:cant|dont|didnt|couldnt|no longer) (?:feel|tell|know) .{0,24}(?:${wee}|bladder)`),
      words(
        `(?:leak\\w*|dribbl\\w*|no control (?:of|over)|lost control of|losing control of|weak (?:stream|flow)) ${gap(3)}(?:${wee}|bladder|water)`,
      ),
      words(`(?:wet|wetting|weed|weeing|peed|peeing|pissed|pissing) ${self}`),
      words('bladder.{0,20}(?:wont|stopped|not work|isnt work|gone|full|retention|empty)'),
      words(`${wee}.{0,20}(?:wont (?:come|start)|not coming|isnt coming|stopped|changed|leak)`),
      words(`(?:push|strain)\\w* (?:to|when|for) ${gap(3)}${wee}`),
      words(`(?:havent|not|hasnt) ${gap(1)}(?:peed|weed|urinated|passed (?:urine|water)|had a wee|been for a wee)`),
      words('incontinen', 'urin\\w* retention', 'retention of urine'),
    ],
  },
  {
    question: 'A3',
    says: 'leaking poo or no feeling there',
    patterns: [
      words(`(?:shat|shit|soiled|soiling|poo+ed|pood|poo+ped|messed|crapped) ${self}`),
      words(`(?:leak\\w*|lost control|losing control|cant control|no control).{0,20}${poo}`),
      words(`(?:cant|dont|couldnt|didnt|no longer|never) (?:feel|felt).{0,24}${poo}`),
      words(`${poo}.{0,24}(?:leak|accident|(?:cant|didnt|dont|never) fe(?:el|lt))`),
      words(`accident.{0,15}(?:${poo}|pants)`, 'had an accident.{0,10}(?:toilet|loo)'),
      words(
        '(?:skid ?marks?|dirty pants|pants dirty).{0,40}(?:didnt|never|not|cant) fe(?:el|lt)',
        'f(?:a)?ecal incontinen',
        'bowel incontinen',
      ),
    ],
  },
  {
    question: 'A4',
    says: 'a change in sexual feeling',
    patterns: [
      words(
        '(?:cant|cannot|no|lost|lose|losing|trouble|couldnt).{0,18}(?:erection|hard on|stiffy|get it up|get hard|stay hard|orgasm|climax|c[u]mm?ing)',
      ),
      words('cant (?:come|cum)\\b(?! (?:to|in|out|round|over|off|home|down|back|up))'),
      words(
        '(?:numb\\w*|no feeling|cant feel|lost feeling).{0,20}sex',
        'sex.{0,20}(?:numb|cant feel|no feeling|dont feel|feels? (?:odd|weird|different))',
        'impoten',
        'erectile',
      ),
    ],
  },
  {
    question: 'A5',
    says: 'trouble in both legs',
    patterns: [
      words(
        'both (?:my |of my )?(?:legs|feet|thighs|calves).{0,30}(?:num|tingl|weak|pain|hurt|ach|burn|heavy|dead|jelly|rubber|gone)',
      ),
      words(
        `(?:num\\w*|tingl\\w*|weak\\w*|pain\\w*|burning|sciatica|pins and needles) ${gap(4)}both (?:my |of my )?(?:legs|feet|thighs|calves)`,
      ),
      words('legs (?:are |feel |have |just )*(?:gone |went )?(?:to |like )?(?:jelly|rubber\\w*|numb|dead|weak|heavy)'),
      words('(?:other|second|left|right) leg (?:as well|too|now|also)', 'moved into (?:the|my) other leg'),
    ],
  },
  {
    question: 'A6',
    says: 'a weak leg or foot',
    patterns: [
      words('(?:foot|feet|toe|toes).{0,16}(?:drop|drag|slap|flop|wont lift|cant lift|cant move)'),
      words(`cant (?:lift|move|feel) ${gap(2)}(?:foot|feet|toes?|leg|legs|ankle)\\b`),
      words(
        '(?:leg|legs|knee|knees)\\b.{0,14}(?:giv\\w+ way|gave way|buckl|collapsed|wont work|not work|isnt work|gone weak|is weak|feels weak|went weak|lost (?:its )?strength)',
      ),
      words(
        'trip\\w* (?:over|on) (?:my|his|her) (?:toes|foot|feet|own feet)',
        'paraly[sz]\\w*',
        'weak(?:ness)? in (?:my |one |the )?(?:left |right )?(?:leg|foot|ankle)',
      ),
    ],
  },
  {
    question: 'A7',
    says: 'unsteady walking or clumsy hands',
    patterns: [
      words(
        'unsteady',
        'wobbl\\w* (?:on|when|walk|legs)',
        'stagger\\w*',
        'walk\\w* like (?:im |i am )?drunk',
        'losing my balance',
        'off balance',
      ),
      words(
        '(?:keep|keeps|kept) dropping',
        'cant (?:do|fasten) .{0,12}buttons?',
        'hands?.{0,14}(?:clumsy|numb)',
        'clumsy (?:hands|fingers)',
        'electric shocks?',
        'both (?:my )?(?:arms|hands).{0,20}(?:num|tingl|weak)',
      ),
      words('(?:num\\w*|tingl\\w*|weak\\w*) (?:in |down )?both (?:my )?(?:arms|hands)'),
    ],
  },
  {
    question: 'A10',
    says: 'signs of a stroke',
    patterns: [
      words(
        'face.{0,14}(?:droop|drop|numb|fallen|weak)',
        'slurr\\w*',
        'speech.{0,16}(?:slur|funny|gone|wrong)',
        'having a stroke',
        'numb.{0,16}side of (?:my |the )?face',
      ),
    ],
  },
  {
    question: 'A11',
    says: 'a sudden severe headache or a stiff neck with other signs',
    patterns: [
      words(
        'worst headache',
        'thunderclap',
        'mening\\w+',
        'seeing double',
        'double vision',
        'droopy eyelid',
        'stiff neck.{0,30}(?:light|fever|headache)',
        'trouble swallowing',
        'cant swallow',
      ),
    ],
  },
  {
    question: 'B1',
    says: 'signs of sepsis',
    patterns: [
      words(
        'sepsis',
        'septic',
        'rash.{0,24}(?:doesnt|dont|wont|not|isnt) (?:fade|fading|go)',
        'confused and (?:hot|shiver\\w*)',
        '(?:lips|skin).{0,12}(?:blue|grey|blotchy|mottled)',
        '(?:blue|grey) lips',
      ),
    ],
  },
  {
    question: 'B2',
    says: 'fever',
    patterns: [
      words(
        'fever\\w*',
        'the shivers',
        'shiver\\w*',
        'high temp\\w*',
        'temp(?:erature)? (?:of |is |was |at )?(?:over )?(?:38|39|4\\d)',
        '(?:38|39|40|41)(?:\\.\\d)? ?(?:c\\b|degrees|celsius)',
        'night sweats?',
        'rigors?\\b',
        'burning up',
        'hot and cold',
        '(?:drenched|soaked) (?:in|with) sweat',
      ),
    ],
  },
  {
    question: 'C1',
    says: 'chest pain',
    patterns: [
      words('chest\\b(?! of).{0,18}(?:pain|tight|pressure|hurt|crush|heavy|squeez|ache|aching)'),
      words(
        '(?:pain|pains|ache|tight\\w*|pressure|crush\\w*|heaviness|squeez\\w*) (?:in |on |across |round |around )?(?:my |the )?chest\\b(?! of)',
      ),
      words(
        'heart attack',
        'elephant on my chest',
        '(?:jaw|arm).{0,24}(?:sweat|breathless|short of breath|clammy)',
        'angina',
      ),
    ],
  },
  {
    question: 'C2',
    says: 'a tearing pain',
    patterns: [
      words(
        '(?:tearing|ripping) (?:pain|feeling|sensation)',
        '(?:pain|something) (?:\\w+ )?(?:tore|ripped) (?:inside|in my chest|between)',
      ),
    ],
  },
  {
    question: 'C3',
    says: 'trouble with breathing',
    patterns: [
      words(
        '(?:cant|hard to|struggl\\w* to|hurts to|hurts when i|pain when i|painful to) (?:breathe?|catch my breath|get my breath)',
        '(?:short|out) of (?:breath|puff)',
        'breathless\\w*',
        'cough\\w* (?:up )?blood',
        'blood when i cough',
        'cant breath',
      ),
    ],
  },
  {
    question: 'C4',
    says: 'a swollen or sore calf',
    patterns: [
      words(
        'calf.{0,20}(?:swol|swell|hot|red|warm)',
        '(?:swollen|hot|red) (?:\\w+ )?calf',
        'dvt\\b',
        '(?:blood )?clot in (?:my |the )?(?:leg|calf)',
      ),
    ],
  },
  {
    question: 'C5.collapse',
    says: 'a faint or collapse',
    patterns: [
      words(
        'faint\\w*',
        'collaps\\w*',
        'pass(?:ed|ing) out',
        'black(?:ed|ing)? out',
        'clammy',
        'lost consciousness',
        'keeled over',
      ),
    ],
  },
  {
    question: 'C5.known',
    says: 'an aneurysm',
    patterns: [words('an[ue]+[ry]+[iy]?sm\\w*', 'triple a\\b', 'aaa\\b')],
  },
  {
    question: 'C6',
    says: 'a cold or pale leg',
    patterns: [
      words(
        '(?:leg|foot).{0,12}(?:cold and (?:white|blue|pale)|(?:white|blue|pale) and cold|gone (?:white|blue)|turned (?:white|blue))',
      ),
    ],
  },
  {
    question: 'D2',
    says: 'black poo or blood',
    patterns: [
      words(`(?:black|tarry) (?:sticky )?${poo}`, `${poo}.{0,16}(?:black|tarry)`),
      words(
        '(?:vomit\\w*|sick|puk\\w*|throw\\w* up|threw up|thrown up).{0,14}(?:blood|coffee)',
        'coffee grounds',
        `blood in (?:my |the )?${poo}`,
        'poo\\w* (?:out )?blood',
      ),
    ],
  },
  {
    question: 'E1',
    says: 'a serious accident',
    patterns: [
      words(
        '(?:car|bike|motorbike|motorcycle|road|traffic) (?:crash|accident|smash)',
        'rta\\b',
        'fell (?:off|from|out of) (?:a |the |my )?(?:ladder|roof|horse|bike|motorbike|scaffold\\w*|wall|tree|window|loft)',
        'fell down (?:the |some |a flight of )?(?:stairs|steps)',
        'came off (?:my |the |a )?(?:motorbike|bike|horse|quad|scooter)',
        'thrown (?:from|off)',
        '(?:hit|run over|knocked (?:down|over)) by (?:a |the )?(?:car|van|lorry|bus|bike)',
        'rear ended',
        'crashed (?:my|the) (?:car|bike|van)',
      ),
    ],
  },
  {
    question: 'F1',
    says: 'cancer',
    patterns: [
      words(
        '(?:had|have had|treated for|treatment for|surviv\\w*|history of|operation for) (?:\\w+ ){0,2}(?:cancer|lymphoma|leuk\\w+|myeloma|melanoma)',
        'cancer (?:survivor|treatment|patient|in (?:19|20)\\d\\d|\\w+ years ago)',
        'chemo\\w*',
        'radiotherapy',
        'in remission',
        'mastectomy',
        'lumpectomy',
        'my cancer',
      ),
    ],
  },
  {
    question: 'F2',
    says: 'losing weight',
    patterns: [
      words(
        '(?:lost|losing|lose|dropped) (?:\\w+ ){0,4}(?:weight|stone|kilos?|kg|pounds)\\b',
        'clothes.{0,12}(?:loose|hanging|falling off)',
        'weight (?:is |has )?(?:dropping|falling|coming off)',
        '(?:belt|trousers).{0,12}(?:loose|notch)',
      ),
    ],
  },
  {
    question: 'I3',
    says: 'not wanting to live',
    patterns: [
      words(
        '(?:want to|wanna|going to|wish i could|like to|rather|better to|think\\w* (?:of|about)) (?:die|dying|be dead|end it|ending it|ending (?:it all|my life|things))',
        'kill(?:ing)? (?:myself|my self)',
        'suicid\\w*',
        '(?:end|ending|take|taking) my (?:own )?life',
        'end it all',
        'better off (?:dead|without me)',
        'no point (?:in )?(?:living|going on|being here)',
        'point (?:in|of) (?:living|going on)',
        'dont want to (?:live|be here|wake up|go on|be alive)',
        'wish i (?:was|were) (?:dead|never born)',
        'top myself',
        'self ?harm\\w*',
        'not worth living',
        'cant go on(?: like this| any ?more)?\\b',
        'had enough of life',
        'kms\\b',
        'overdose',
      ),
    ],
  },
  {
    question: 'I2',
    says: 'too many painkillers',
    patterns: [
      words(
        '(?:took|taken|had|swallowed|necked|ate) .{0,24}(?:\\d{2,}|handful|whole (?:packet|box|strip)|too many|loads of|double) .{0,30}(?:paracetamols?|tablets?|pills?|painkillers?|ibuprofen|nurofen|co ?codamol|panadol)',
        'over ?dos',
        'too (?:many|much) (?:paracetamol|painkillers?|ibuprofen|tablets|pills|co ?codamol|codeine)',
      ),
    ],
  },
  {
    question: 'I4',
    says: 'someone hurting you',
    patterns: [
      words(
        `${hurter} (?:\\w+ ){0,2}(?:hit|hits|hitting|hurt|hurts|hurting|beat|beats|kicked|kicks|punched|pushed|pushes|shoved|threw|strangled|attacked|slapped) me\\b`,
      ),
      words(
        'not safe at home',
        `(?:scared|afraid|frightened|terrified) of (?:him\\b|her\\b|my ${hurter})`,
        'domestic (?:abuse|violence)',
        'beaten up by',
        'abusive (?:partner|husband|wife|relationship)',
      ),
    ],
  },
]

/** "no …", "not …", "without any …", "no pain or …" right before the words. Not "not only", "no idea why but". */
const negated =
  /(?:^| )(?:no|not|without|never|never had|dont have|dont feel|dont get|havent got|havent had|havent|didnt|isnt|arent|wasnt|free of|deny|denies)(?: (?:any|a|an|had|new|signs? of))?(?: \w+ n?or)? $/

/** "Never had chest pain like this", "no numbness until today": a "no" that means yes. */
const afterAll = /\b(?:like (?:this|that|it)|before|until|till|as bad|so bad|this bad|except|apart from|unless)\b/

/** Lower case, no accents, apostrophes dropped, short forms of "not" joined ("can not", "cannot" → "cant"). */
function plainWords(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’‘`´]/g, '')
    .replace(/[!?;:\n\r]+/g, ' , ')
    .replace(/,/g, ' , ')
    .replace(/[^a-z0-9.,]+/g, ' ')
    .replace(/\b(?:can ?not|can t)\b/g, 'cant')
    .replace(/\bwill not\b/g, 'wont')
    .replace(/\b(could|do|does|did|is|are|was|has|have) not\b/g, '$1nt')
    .replace(/ +/g, ' ')
    .trim()
}

/** Where the pattern is met without a plain "no" right before it, in characters of `plain`; null if nowhere. */
function heardAt(pattern: RegExp, plain: string): number | null {
  for (let from = 0; from <= plain.length; ) {
    pattern.lastIndex = from
    const match = pattern.exec(plain)
    if (match === null) return null
    const end = match.index + match[0].length
    if (!negated.test(plain.slice(Math.max(0, match.index - 60), match.index))) return match.index
    if (afterAll.test(plain.slice(end, end + 40))) return match.index
    // The next look begins inside this match: "not numb but tingly down below".
    from = match.index + 1
  }
  return null
}

/** One question that a free text asks again. */
export interface HeardSign {
  /** Id of the question. */
  readonly question: string
  /** Few words for "You wrote something that may mean: …". */
  readonly says: string
  /** The person's own words around the hit, as typed, cut between words; at most about 80 characters. */
  readonly quote: string
  /** The answer to the question that the words state plainly: `plan` for I3, `overParacetamol` for I2. */
  readonly means?: Answer
}

/** The questions that a free text asks again, each once. Empty when nothing dangerous is written. Never throws. */
export function dangerPhrases(text: string): readonly HeardSign[] {
  const plain = plainWords(text)
  if (plain === '') return []
  return phrases.flatMap(({ question, says, patterns }) => {
    const at = patterns.map((pattern) => heardAt(pattern, plain)).find((one) => one !== null)
    if (at === undefined || at === null) return []
    const means = plainMeaning(question, plain)
    return [{ question, says, quote: quoteAt(text, plain.slice(0, at)), ...(means !== undefined && { means }) }]
  })
}

/** Words of a plan, a time or a means (evidence.md §2.4, 13); a counted amount of paracetamol over the daily limit. */
function plainMeaning(question: string, plain: string): Answer | undefined {
  if (
    question === 'I3' &&
    /\b(?:tonight|today|tomorrow|plan\w*|going to|gonna|pills|tablets|rope|bridge|knife)\b/.test(plain)
  )
    return 'plan'
  if (question === 'I2' && /\b(?:9|[1-9]\d+) (?:\w+ )?(?:paracetamols?|panadol)\b/.test(plain)) return 'overParacetamol'
  return undefined
}

/** The typed words around the hit: a few before it and as many after as fit. */
function quoteAt(text: string, plainBefore: string): string {
  const typed = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
  const wordsBefore = plainBefore.split(' ').filter((word) => /[a-z0-9]/.test(word)).length
  const kept: string[] = []
  for (const word of typed.slice(Math.max(0, Math.min(wordsBefore, typed.length - 1) - 2))) {
    if ([...kept, word].join(' ').length > 80) break
    kept.push(word)
  }
  return kept.length > 0 ? kept.join(' ') : text.trim().slice(0, 80)
}

/** Every question that a phrase can raise. */
export const raisable: readonly string[] = phrases.map(({ question }) => question)
