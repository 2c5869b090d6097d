/**
 * Emergencies that are not of the back: a closing throat, a fit, a knock to the head. The check has no question for them, and
 * evidence.md no rule, so all that is said is one plain way [C]. Every place where people write asks here: the check, the
 * diary, the search, and all that is written to a clinic (`other-emergencies-heard.test.tsx` walks them).
 * A small table apart from the check's: what it hears answers no question, raises no level and is never kept.
 */

/** What to say: `notOurs`, or `injury` where the check asks about the back that may be hurt with it. */
export type OtherEmergency = 'notOurs' | 'injury'

/** What is said, whichever it is. */
export const otherEmergencyWords =
  'This is about backs only. If it feels like an emergency, call 999 now. If you are not sure, call 111.'

/**
 * Each line is words in their order, at most two others between them, or none before a plus. A bar parts words that mean the
 * same here; a star stands for any ending.
 */
export const otherEmergencyLines: Readonly<Record<OtherEmergency, readonly string[]>> = {
  notOurs: [
    'throat clos*|swell*|swollen|tight*|shut*|itch*',
    'closing|closed|swelling|swollen|tight|tightening +throat',
    'lip|lips|tongue|face swell*|swollen|puff*',
    'swell*|swollen|puffy lip|lips|tongue|face',
    'anaphyla*|anafila*|anaphila*',
    'allergic reaction|shock',
    'epipen|epipens',
    'seizure|seizures|siezure|siezures|seisure|seizing|convuls*',
    'epileptic fit|fits',
    'have|had|has|having|took|takes|taking fit|fits',
    'he|she|child|baby|son|daughter|husband|wife|mum|dad|mate|friend|brother|sister|nan|gran fitting',
    'fitting on +the +floor|ground',
    'palpitation*|palpatation*|palpitatn*',
    'heart fluttering|racing|pounding|stopped',
    'choking',
    'bleed* stop',
    'wont|not|cant|cannot|doesnt|didnt|isnt|never|hasnt|havent stop|stopped|stopping +bleed*',
    'bleed* bad|badly|heavily|everywhere|profusely',
    'blood pumping|spurting|pouring|gushing|squirting out|from|of|everywhere',
    'pumping|spurting|pouring|gushing|squirting +blood|bleed*',
    'heavy +bleeding',
    'bleeding +heavily',
    'turning|turned|going|gone +blue',
    'poisoned|poisoning',
    'stabbed|shot by|with|in',
    'been|was|got|is +stabbed|shot|knifed',
    'stabbed|shot +me|him|her|them',
    'gunshot',
    'gun|round|shell|firework went|gone|goes +off',
    'glass|knife|blade|nail|nails|bolt|pitchfork|bullet|screwdriver|arrow|spike|axe|chisel|chainsaw|grinder in|into|through +my|his|her|their|the|me|him back|spine|neck|chest|leg|thigh|arm|head|face|eye|hand|foot|side|stomach|shoulder|ribs|throat',
    'chainsaw|grinder|knife|blade|chisel slipped|went|gone|kicked in|into|through|back +my|his|her|the',
    'sticking|poking +out +of +my|his|her|their|the leg|arm|side|chest|back|neck|head|eye|hand|foot|stomach',
    'trapped|buried +under|underneath',
    'arm|leg|hand|finger|fingers|thumb|foot|toe|toes torn|ripped|cut|chopped|sawn|sliced|blown off',
    'cut|chopped|sliced|sawn my|his|her|their +finger|fingers|thumb|toe|hand|foot|leg|arm off',
    'bleeding|bleedin from my|the|his|her|their +back|spine|neck|head|leg|chest|arm|thigh',
    'caught|trapped|dragged in|into +the|a baler|machine|machinery|pto|auger|conveyor|mixer',
    'electrocuted',
    'need|needs|give|giving|doing +cpr',
    'no|without +pulse',
    'he|she|they|baby|child|son|daughter|husband|wife|mum|dad|mate stop|stops|stopped +breathing',
    'not|stopped|isnt|arent|wont|cant +breathing|breathe|breath',
    'he|she|they|child|baby|son|daughter|husband|wife|mum|dad cant|cannot +breathe|breath',
    'asthma attack|attacks',
    'drowning|drowned|drownd',
    'smoke inhalation|inhaled',
    'carbon monoxide|monoxyde',
    'gas leak|leaking',
    'smell|smells +gas',
    'house|kitchen|flat|room|building|clothes|hair|oven|barn|van|im on +fire',
    'caught +fire|alight',
    'house +fire',
    'fire in the +house|kitchen|flat|room',
    'bad|severe|deep|chemical|acid|electrical|electric +burn|burns|burnt',
    'burned|burnt|scalded|scolded my|his|her|their hand|hands|arm|arms|leg|legs|foot|feet|face|chest|mouth',
    'chemical|chemicals|bleach|acid in eye|eyes',
    'electric|electrical +shock',
    'snake|adder +bite|bit|bitten',
    'bit|bitten by a +snake|adder',
    'heat +stroke|exhaustion',
    'heatstroke',
    'hypothermia|hypothermic',
    'diabetic +hypo|coma',
    'having|have|has|had a +hypo',
    'child|toddler|baby|son|daughter|kid swallow*|eaten|ate tablets|pills|medicine',
    'swallow* battery|batteries|magnet|magnets|coin',
    'swallow*|drank|drunk|drink bleach|poison|weedkiller|antifreeze',
    'cut off|through my|his|her|their +finger|fingers|thumb|toe|toes|hand|foot|leg|arm',
  ],
  injury: [
    'hit|hits|banged|bang|bumped|smashed|cracked|knocked my|his|her|their|the +head',
    'blow|knock|bang|bump to|on head',
    'head injury|injuries',
    'concuss*',
    'knocked out|unconscious',
    'unconscious',
    'broke|broken|break|fractured|snapped +my|his|her|their|the|a +back|spine|neck',
    'broken|fractured|snapped +back|spine|neck',
    'back|spine|neck is|feels|may|might|looks broken|fractured|snapped',
  ],
}

/** A word alone is a search for it. */
const alone: ReadonlySet<string> = new Set(['fit', 'fits', 'stabbed', 'shot', 'hypo', 'fire', 'burn', 'burns', 'burnt'])

/** These say something else with the same words; they are taken out before the table is read. */
const otherSenses: readonly string[] = [
  'fit and|n well|healthy|strong',
  'keep|keeps|keeping|kept|get|gets|getting|stay|staying fit',
  'fit watch|watches|band|tracker|app|kit|club|class|for|note|notes|bit|test|enough|body|again|to|people|person|man|woman|of|in|into|on',
  'fitting +a|an|the|some|my|our|new|kitchens|carpets|windows|doors',
  'drown* +in|under|with|out|my|his|her|your|of',
  'seizing +up when|after|if|again|overnight|every|with|all|most|a',
  'back|neck|hip|knee|joint|joints|shoulder|spine|muscle|muscles|engine seizing|seizure|seizures',
  'seizure|seizures of|in +my|the|a joint|joints|facet|muscle|muscles|back|knee|hip|neck|spine',
  'seizure|seizures|fit|fits as +a +kid|child|baby|boy|girl|toddler|teenager',
  'seizure|seizures|fit|fits years|decades +ago',
  'choking|choked +up when|about|talking|thinking|over|at|every|just',
  'choking|choked +back',
  'back|knee|knees|nerves|disc|discs|hips|joints|sleep|clutch|mattress|seat is|are +shot',
  'like|if i|there|theres|someone glass|knife|nail|nails|stabbed|shot',
  'like|if|feels|pain glass|knife|knives|blade|nail|nails|spike|axe|screwdriver|arrow|bolt|electrocuted|stabbed|shot|gunshot',
  'knife|knives|blade|nail|nails|spike|screwdriver|dagger|glass +like|type|pain|pains|twinge|twinges',
  'nerve|nerves trapped',
  'cpr +training|course|refresher',
  'back +pocket|garden|door|seat|room|yard|window|of',
  'bleeding|bleedin bad|badly +back|hurts|sore|painful',
  'blood +pumping out +and|in|with|on',
  'heart rate|attack|disease|monitor',
  'head start',
  'unconscious bias|habit|habits|guarding|bracing|tension|tensing|clenching|movement|movements',
  'bruise|bruises|bruised turning|turned|going|gone +blue',
  'food +poisoning',
  'knocked|banged off|into shape',
  'broken|broke back up',
  'not|stopped|isnt breathing|breathe +deeply|deep|well|properly|right|enough|into|in|with|from|slowly',
  'shot +put|at|of|up|down|through',
  'jab|cortisone|steroid|flu|vitamin|good|best|another|long +shot',
  'cant|cannot breathe +through|deeply|deep',
  'electric|electrical +shock +machine|pads|pad|therapy|treatment|belt|pain|pains|like|down|up|in|feeling|sensation|through|when',
  'like electric|electrical +shock',
  'asthma attack|attacks as +a +kid|child|boy|girl',
  'broke my back trying|working|to',
  'mattress|bed|sofa|chair|car|engine|boiler|laptop|computer|phone|printer|dog|cat|puppy|horse has|had|having|have palpitation*|seizure|seizures|fit|fits',
]

/** Heard whatever else their words may mean. */
const surely: readonly string[] = [
  'drown* in|into|under +the|our|my +pool|sea|river|lake|bath|water|pond|canal',
  'epileptic fit|fits',
  'drown* +in +a|water pool|river|lake|bath|pond|canal',
]

/** Longer texts are not listened to any further. */
const mostWords = 1200
/** Other words that may stand between two of a line. */
const mostBetween = 2
/** A word that says it is not so, at most this many words before. */
const denials: ReadonlySet<string> = new Set([
  'no',
  'not',
  'never',
  'without',
  'didnt',
  'havent',
  'isnt',
  'dont',
  'nor',
])
const mostToDenial = 3

/** Which of them these words may tell of; undefined for neither. Total, and bounded by the length of the text. */
export function otherEmergencyIn(text: string): OtherEmergency | undefined {
  const typed = plainWords(text)
  if (typed.length === 0) return undefined
  if (typed.length === 1 && alone.has(typed[0] ?? '')) return 'notOurs'
  const words = withoutOtherSenses(typed)
  const holds = (line: string) => isTold(line, words)
  if (otherEmergencyLines.notOurs.some(holds) || surely.some((line) => isTold(line, typed))) return 'notOurs'
  return otherEmergencyLines.injury.some(holds) ? 'injury' : undefined
}

const isTold = (line: string, words: readonly string[]): boolean =>
  words.some((_, at) => endOf(line, words, at) !== undefined && !isDenied(words, at))

/** Small letters without accents and apostrophes; what ends a thought stays, as a word that stands in every way. */
function plainWords(text: string): readonly string[] {
  const plain = text.normalize('NFKD').replace(/[\u0300-\u036f'’‘`]/g, '')
  return (plain.toLowerCase().match(/[a-z]+|[.,:!?;\n]/g) ?? []).slice(0, mostWords)
}

const isWord = (word: string | undefined): boolean => word !== undefined && /^[a-z]/.test(word)

function withoutOtherSenses(typed: readonly string[]): readonly string[] {
  const words = [...typed]
  for (const line of otherSenses)
    for (let at = 0; at < words.length; at += 1) {
      const end = endOf(line, words, at)
      // What is taken out leaves a stop, so that the words around it do not come together.
      if (end !== undefined) words.fill('.', at, end)
    }
  return words
}

/** A word of a line: what it may be, by itself or as a beginning, and whether it must come right behind the one before. */
interface Wanted {
  readonly isNext: boolean
  readonly words: ReadonlySet<string>
  readonly beginnings: readonly string[]
}

/** Each line is taken apart once: a text is held against all of them at each of its words. */
const takenApart = new Map<string, readonly Wanted[]>()

function wantedIn(line: string): readonly Wanted[] {
  const known = takenApart.get(line)
  if (known) return known
  const found = line.split(' ').map((wanted): Wanted => {
    const isNext = wanted.startsWith('+')
    const ways = (isNext ? wanted.slice(1) : wanted).split('|')
    const beginnings = ways.filter((one) => one.endsWith('*')).map((one) => one.slice(0, -1))
    return { isNext, words: new Set(ways), beginnings }
  })
  takenApart.set(line, found)
  return found
}

/** Where a line of the table ends that begins at this word; undefined where it does not. */
function endOf(line: string, words: readonly string[], from: number): number | undefined {
  const [first, ...rest] = wantedIn(line)
  if (!(first && fits(first, words[from]))) return undefined
  let at = from
  for (const wanted of rest) {
    const next = nextFitting(wanted, words, at + 1)
    if (next === undefined) return undefined
    at = next
  }
  return at + 1
}

function nextFitting(wanted: Wanted, words: readonly string[], from: number): number | undefined {
  const last = from + (wanted.isNext ? 0 : mostBetween)
  for (let at = from; at <= last && isWord(words[at]); at += 1) if (fits(wanted, words[at])) return at
  return undefined
}

const fits = ({ words, beginnings }: Wanted, word: string | undefined): boolean =>
  word !== undefined && (words.has(word) || beginnings.some((one) => word.startsWith(one)))

function isDenied(words: readonly string[], at: number): boolean {
  for (let back = at - 1; back >= at - mostToDenial && isWord(words[back]); back -= 1)
    if (denials.has(words[back] ?? '')) return true
  return false
}
