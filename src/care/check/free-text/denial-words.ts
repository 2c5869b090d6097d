/** The words by which `denial.ts` and the files beside it tell what is denied, feared, somebody else's or past. Data only. */

const all: string[] = []
/** Every word of this file: known, so never taken for a slip of something else. */
export const knownTurns: readonly string[] = all
function words(row: string): ReadonlySet<string> {
  const list = row.split(/\s+/)
  all.push(...list)
  return new Set(list)
}

/** "no erection problems": the "no" that belongs to the words denies what follows. */
export const troubles = words(
  'problem problems trouble troubles issue issues difficulty difficulties concerns complaints symptoms accident accidents',
)
/** "not feeling great, hot and shivery": the "not" is for these. */
export const unwell = words('great good well right myself ok okay fine better sure sleeping eating')
/** "or anything like that" takes nothing back. */
export const vague = words('anything something things stuff nothing')

/** "I can't say I have no": with a "not" before them they take the "no" back. */
export const sayingSo = words('say saying true claim pretend')
/** "never been this breathless": behind "never" these speak of now. */
export const asNow = words('this such as')

/** "I can't say I have no": beside the small nots, these take a denial back too. */
export const cants = words('cant couldnt')
/** "never been this breathless". */
export const nevers = words('never neva nvr')
/** "no worries if not": right before a "not" that stands for itself. */
export const beforeNot = words('if why')
/** "nothing to do with", "anything like": behind these a "nothing" goes on. */
export const goesOnWith = words('to like')
/** "no warning signs": behind "no warning" these are what is denied. */
export const warnings = words('sign signs symptom symptoms')

/** "no fever or chills": these hold a list of noes together. */
export const listLinks = words('or nor')

/** "Fever: no": an answer behind the words. */
export const answersNo = words('no none nope nil negative never')
/** May stand between the words and that answer. */
export const beforeAnswer = words('is are at all or a answer')
/** "have you got any fever? no": before what is asked stand only such words. */
export const plainlyAsked = words('any have got you do is there are it')
/** "chest pain? no. More like a tightness": a sentence that begins with these takes the no back. */
export const afterNo = words('more like but sometimes')
/** "he asked if I had a fever": besides those, between the asker and what is asked. */
export const askedOf = words('if whether i had a my was about')
/** "he asked", "they keep asking". */
export const asking = words('asked asks ask asking')
/** "I said no": who answers. */
export const whoAnswers = words('i')
/** "I said no": between the one who answers and the "no". */
export const saidNo = words('said say')
/** "cauda equina syndrome has been ruled out": stand between the illness and "ruled out". */
export const ruledBehind = words('equina syndrome is are was were been has have had now all')
/** "might be nothing", "it's nothing", "probably nothing": before the "nothing". */
export const lightly = words('be its probably maybe likely hopefully')
/** "… and it isn't", "… and it's not that". */
export const itIs = words('it its')
/** "… and it isn't". */
export const isNotSo = words('isnt wasnt not')
/** Past "not"s: with "yesterday" behind them they say yes for today. */
export const wasNots = words('wasnt werent hadnt didnt')

/** "scared of losing", "worried about going": not yet. What is felt ("about tingling") is felt already. */
export const notYet = words('losing going being becoming ending getting having wetting collapsing overdosing')
/** "what if", "worried if", "what do I do if". */
export const beforeIf = words('what worry happens do worried wondering')
/** "how do I know if it's serious", "I read that this is bad": these end what is asked … */
export const asBad = words('serious bad normal dangerous urgent')
/** … right behind one of these. */
export const isBad = words('its is thats be')
/** "should I worry about", "should I worry when". */
export const worryOf = words('about when')
/** "what are the signs of", "can a spasm cause": behind an asker nothing has happened. */
export const askedAbout = words(
  'signs symptoms sign risk chance chances make makes cause causes lead give mean means know counts classed',
)
/** "can a spasm make my leg", "what does it mean that I": of these, what is asked of the own body is told. */
export const leadsTo = words('make makes cause causes lead give mean means know counts classed')
/** "make you wet yourself", "if your leg goes dead": of the nerves these say as much as "I" and "my". */
export const yourself = words('you your yourself')
/** "can a spasm cause", "what does": the words that ask. */
export const askers = words('can could does do what how would which know find might are')
/** "it could be serious cant feel my legs": a new subject is a report, not a part of the fear. */
export const reporting = words('my im ive cant couldnt havent hes shes hasnt dont')
/** Between "might" and what is feared stand only such words: "I might lose control". */
export const fearLinks = words('up wake lose losing get getting have having go going start a an the of in my with i it')

/** "lift my kids and have diabetes": the person speaks of themselves again. */
export const theirOwn = words('have had am im ive take takes taking on got been was having')
/** "doctor my bones are crumbly", "doctor used a dirty needle": what one tells of oneself begins so. */
export const ownBegins = words('my used injected inject')
/** "hello doctor", "please nurse": before whoever is spoken to. */
export const greetings = words('hello dear please sorry good morning')
/** "my husband is having a stroke": between somebody and what they have now. */
export const theirsNow = words('is has having got a')
/** "the doctor is treating me for cancer", "called it an aneurysm": between the doctor and the illness. */
export const toldOf = words('me it')
/** "I told the receptionist I have cancer": before whom it is told. */
export const toldTo = words('told tell telling')
/** "have cancer doctor", "used a dirty needle nurse": who is spoken to stands behind what one has or did. */
export const ownBefore = words('have ive had got used injected my')
/** Who is spoken to behind it. */
export const spokenTo = words('doctor nurse gp')
/** "doctor please": behind whoever is spoken to. */
export const pleading = words('please help sorry what')
/** "my nan, cancer, she died", "my dad died, cancer". */
export const died = words('died dead passed')
/** "my mate was fine but had an operation": behind "but" these tell on of them. */
export const theirBut = words('the her his she he it they was died then that also')
/** The person who writes. */
export const myself = words('i ive im id myself me')
/** "my husband says it is the warfarin": he speaks, it is not his. */
export const sayings = words(
  'says said say saying thinks thought tells told reckons worried worries wants wanted asked asks made makes noticed noticing keeps blames insists convinced sent drove drives gives gave',
)
/** "my partner is asleep", "kids are away": nothing more is told of them. */
export const notAbout = words('asleep sleeping away')
/** "I work with stroke, dementia and cancer": what follows, pauses and all, is what the work is about. */
export const listsWhat = words('with about for of')
/** "the doctor found a tumour": found in the person. */
export const findings = words(
  'found finds discovered confirmed confirms diagnosed spotted suspects suspected mentioned mentions picked prescribed showed detected noted queried flagged monitoring watching wrote',
)
/** "the cancer that killed my aunt". */
export const whoseVerbs = words('killed took has had in our')

/** "my nan had it and so have I": behind "so". */
export const meToo = words('have did do am')
/** "is it cancer?": before the illness that a question mark stands behind. */
export const beforeAsked = words('is it a')

/** "worried it is cancer", "googled stroke": feared or read about, not felt. */
export const doubts = words(
  'worried worry worrying scared afraid frightened terrified fear fearing anxious paranoid convinced wondering wonder google googled googling maybe concerned thinking screening rule ruled exclude check thought read reading heard saw',
)
/** "it might be": not known. */
export const doubtMays = words('might could may if')
/** "I think I'm having a heart attack", "worried my cancer is back": reports. */
export const reports = words('my had having been ive after since beat have got on take taking')
/** "… googled it": these doubt what stands before them. */
export const doubtsBehind = words('google googled thought')

/** "what does", "how is". */
export const openAskers = words('what how')
/** "what does", "how is": the word behind the asker. */
export const openVerbs = words('does do is are would can')
/** "could it", "should I", "do you". */
export const closedAskers = words('do can does how what should would')
/** "could it", "do you": the word behind the asker. */
export const closedSubjects = words('i it this a back you are do the someone is that')
/** A question may begin behind these. */
export const beforeQuestion = words('but and so just know')
/** "is it cancer": at the very beginning. */
export const firstVerbs = words('is am are')
/** "is it cancer": the word behind the first. */
export const firstSubjects = words('it this that the these')

/** "years ago and it still does": not past. */
export const lasting = words('since still now started again ever began begun today too also back yesterday')

/** "a crash in 1998, nothing since": right before "since". */
export const wellSince = words('nothing none fine ok okay')

/** "… years ago. It is back": a sentence that begins so speaks of what the one before told. */
export const sameAgain = words('it its this that theyre they now and but still')

/** "didn't have it on Monday, now it's massive": behind "now" these say that it is so today; the others that all is well. */
export const nowIs = words('its it is im i am there theres hes shes they cant wont got have has does do my')
/** "now it is fine": behind "now" these say that it is over. */
export const nowWell = words('fine ok okay good better normal gone well great alright want wondering wonder')

/** What is said behind these explains nothing before them. */
export const turning = words('and but though although however yet then now')
/** "this is", "it is": a new thought, which explains nothing before it. */
export const beforeIs = words('this it that')
/** "my dog collapsed", "the cat has lost weight". */
export const petOf = words('my our the')
/** "my dog has just collapsed": between the pet and its danger. */
export const ofPet = words('has had is was been keeps got just')
/** "when my dog collapsed": before the pet's own. */
export const beforePet = words('when because that says yesterday today')
/** "my dog knocked me over": the pet did it to the one who writes. */
export const onMe = words('me us')

/** "no one has ever hit me": between "no one" and what is denied. */
export const noOneLinks = words('is has ever')
/** "no one hits me": what is denied of "no one". */
export const harming = words('hurts hurting hits hit hitting beats')
/** "nobody around, chest pain": behind "nobody" these say that the person is alone, and deny nothing. */
export const aloneBehind = words('around about near')

/** "a film about a man who": what is told there is told in a story. */
export const stories = words(
  'film movie documentary programme show book novel soap drama podcast story episode eastenders emmerdale holby hollyoaks street',
)
/** "Casualty" is the series only where somebody watched it. */
export const watches = words('watched watching watch seen saw')
/** "the man in that film": between whom a story tells of and the story. */
export const inStory = words('in from on the that this a')
/** "a film about a man who": of whom a story tells. */
export const storyPeople = words('man woman guy girl boy lad bloke lady someone people character detective')
/** Between the story and whom it tells of stand only such words. */
export const storyLinks = words('about of where with in which who the a an on some last night yesterday')

/** "not thinking of ending it": right behind a "not" these leave its reach open. */
export const thoughtOf = words('thinking planning')
