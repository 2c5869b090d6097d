/** Words that turn what is said, and those that carry nothing. Data only; read by all that look at a reading. */

const words = (row: string): ReadonlySet<string> => new Set(row.split(/\s+/))

/** Carry nothing for the net: skipped between the words of a way of saying. */
export const smallWords =
  words(`my the a an his her their our your this that these those really very so just quite bit little lot even actually
 totally completely fully properly properley propperly still also now already always sometimes is are am im was were been be being has have had do does did of in on at to up
 fucking fuckin frigging bloody flipping proper right left all ive got get getting well too keeps keep some like there thing it its as and round around with into from for
 rather pretty kind sort absolutely literally constantly mostly almost any about much again suddenly i`)

/** Left out of the middle of a way of saying: "see a future" is heard in "see no future" too. */
export const articles = words('a an the this that so very really just')

/** A noun stands after these: "no numbness", "without any fever". */
export const noWords = words(
  'no nor neither nobody nothing without nil zero none denies denied deny denying free lacks absence excluded negative',
)
/** A verb or a whole clause stands after these. */
export const notWords = words(
  'not isnt arent wasnt werent dont doesnt didnt havent hasnt hadnt never aint doesn don isn wasn haven neva nvr didnot wouldnt shouldnt',
)
/** "Wasn't" speaks of then; with a time or "now" behind it, it says yes for today. */
export const pastNots = words('wasnt werent hadnt didnt havent hasnt never wasn')

/** Behind a "no" these make no denial: "not only", "no idea why", "no better". */
export const noDenial = words(
  'only just for idea doubt wonder change relief matter way improvement sleep worse happy certain clue joke one longer joy help where end luck question stop let escape stopping fun different surprisingly merely simply knowing that being know like want enjoy mind care understand',
)

/** Stand between a "no" and what is denied without ending it. */
export const transparent =
  words(`any a an the had have has got get getting been having feel feels feeling felt notice noticed noticing experienced experiencing experience
 seen suffered suffering suffer sign signs sort kind type form of with in at to my your real really actual actually others more such like history evidence symptom symptoms problem problems
 issue issues hx pmh h o ho fh fhx pmhx trouble troubles loss lost lose losing change changes changed new bad major obvious particular current currently ever even sensation sensations from recent recently severe unexplained significant
 complaint complaints danger warning red flag flags hint trace bit at all previous past known being be is are was there these this that those much very too going gone go on down both either one part parts area
 think thought believe say control any anything thing things near around about up further sudden specific whatsoever single depressed take took taken taking use used using need drink currently intentionally thoughts plans intention intent ideas`)

/** These begin a new thought: what stands before them does not deny what stands behind. */
export const contrasts = words(
  'but though although however except then unless until till yet whereas otherwise instead apart because cause since so while when if after before despite other than plus besides barring',
)
/** Of the words between "no" and a sign, these let a part of it out of the denial: "not numb but I am between the legs". */
export const exceptions = words('except excepting apart aside bar save besides unless until till til but only barring')
/** The speaker begins again: "no fever i have chest pain". */
export const subjects = words(
  'i im ive id ill he she hes shes they theyre it its my we theres there his her me now today',
)
/** After these, as after a transparent word, a new subject is still inside: "no pain in my chest", "I don't think I am numb". */
export const prepositions = words('between round into across along by under over inside and or nor for through')

/** A "no" that means yes after all: "no pain like this before", "no numbness until today". */
export const afterAll = [
  ['until'],
  ['till'],
  ['til'],
  ['like', 'this'],
  ['like', 'that'],
  ['like', 'it'],
  ['such'],
  ['as', 'bad'],
  ['so', 'bad'],
  ['this', 'bad'],
  ['that', 'bad'],
  ['this', 'badly'],
  ['except'],
  ['apart'],
  ['aside'],
  ['besides'],
  ['barring'],
  ['other', 'than'],
  ['unless'],
  ['before', 'today'],
  ['before', 'this'],
  ['before', 'now'],
  ['before', 'yesterday'],
  ['before', 'last'],
] as const

/** With a past "not": yesterday there was none, so today there is. */
export const thenWords = words(
  'yesterday earlier first beginning start started initially before previously last morning monday tuesday wednesday thursday friday saturday sunday',
)

/** The words of "but now it is", "but now is": all that may stand behind "now" in a short yes. */
export const nowYes = words(
  'it is am are i do does have has can its im there they a bit little definitely has got getting starting started cant ive',
)

/** Words of fear, doubt and asking. */
export const fears = words(
  'worried worry worrying scared afraid frightened terrified fear fears fearing anxious paranoid panic panicking nervous concern concerned dread dreading google googled googling wondering wonder',
)
/** "might", "will", "ends up": what is not so yet. */
export const mays = words('might may could would will be being becoming become if end ends ending case')

/** Every word of this file, the words for numbers and a few like them: known, so never taken for a slip of something else. */
export const knownSmallWords: readonly string[] = [
  ...[smallWords, noWords, notWords, noDenial, transparent, contrasts, subjects, prepositions, thenWords, nowYes],
  ...[fears, mays, exceptions],
]
  .flatMap((set) => [...set])
  .concat(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand dozen couple reckon suppose imagine'.split(
      ' ',
    ),
  )
