/**
 * Ordinary words that lie within a slip of a telling one ("shift", "strike"): never taken for it. Data only, A to Z; names of
 * places and people behind them.
 */
import { names } from './names.ts'

const words = `
  accessed accessing acids acres acting acts adds advise adware affair aged airline airport amounts ancient anna anybody
  arise arising assembled assessed assessing attach attached babe babes backed background backgrounds backing bacteria
  balanced ballet bands barn barriers barrow bars based bases bass bathing bathrooms beaches beans bearing bears beast
  beatles bedroom beer began bell belle besides beta betting betty bidding bikini billing bills billy bind binding
  biological biology blackjack blake blend blink blocked blocking blocks blogging blond boating boats bond bonds bonus
  booking boring bother bottles bounce bounces brake brakes branches brand breach breakdown breaking breasts breeding
  breeds bride bridges brief briefing brings broker brokers browsers browsing buck buddy bufing buildings bumper bumpy
  buns burner burton bush butter butts buying cache cached camp camping camps canberra cancel cancelled candidate caps
  captured card cards career carey carl carmen carried carries carroll carseat carter cash cast casting catering causes
  causing cave celebrate cent centered chairman chairs chambers chapter chapters char chargers charter cheat cheats
  checking checks cheers chem chess chester chick chicks childrens chill chilly choir choosing cited clan cleaner cleared
  clearing climate clock closed closer closes closing cloth cloud clouds clout coaches coaching coalition coated coating
  cocks coding collarbone collection collections collective college colleges colored colours combined combines combining
  comedy comics comp completion complexity compromise concentration concentrations concerning concert concerts confusion
  connecting consent considerable constraint constraints construct constructed construction consumer consumers contact
  contain contained containers containing contains content continued continues continuity contracting contractor
  contractors contracts controlled cooked cool cooler cooper copies coral cordless corp cotbed counters counting counts
  county coupled couples cowboy create creating crops crossing crouching curve curves dancing dangerous deadline deaf
  deaths decade decide dedicated defeat defects defendant delegation deleted delicious dentists dependence depending
  derived detailed detected detection diameter dicks dies difference differences differential differently difficulties
  dining direction directly director dirt disabilities disability disclose disco discover discs diseases disks district
  divine dock dodge donate donors downloading downloads drawing drawn dreams dried drilling driven driver drivers duck
  dutch earl easing easter editing efforts ejaculation election elections electrician electro electron electronic elegant
  emails emerging employed endless enemy engaged engines enlarge enrolled entered entering everybody everyday everyone
  everywhere exchanges excitement exciting excluding exclusion execution exhaust exists exit expanded expanding expansion
  expert experts explains explore explorer exploring exposed extended extending extras facility fact failures fame
  fantastic fantasy farming faster fatal fathers feat feature featured features featuring feeding fellow feverishly
  fiction fighters figured filed files filing filtering finance finder finding finnish fitting fleet flesh flights flip
  floating flooring flour flowers flux focal fold folder folding follows font footwear forces forget formatting formed
  forming fort foto fraction framed france friendly friendship functional functions fund funded funds furnished futures
  gambling gaming gamma gaps gary gassed generally giants girls globe grace grain grand grant granted groundwater grove
  growing guys hacker handbook handheld handled handling handy hans happen hardwood harper hats header heading headline
  healing hear heard hearing hearth heated heath heather heights herein hide highchair highlight highlighted highlights
  hired hiring hist hobby holdem holder holdings holes homeless homework hong hoped hopefully hopes hopkins hose
  hospitals hottest household households houses housing howard hugo hung hunting important indicate indicated indicates
  indicating induction infectious inflation informed infrared initiated insects inserted insertion insider inspection
  inspections instant interact interested interests internet invention investing jackson jean jewel johnson join jumper
  keyboard killer kilometers kinds kiss knowledge labels lands lane larry latter leading leads leaf leaning learn learned
  leasing leaves leaving legend lending lifetime lightbox lighter lightweight likely lime lined lines lion lions listed
  listing lived liverpool lives loan loans lockdown locked locking lodge logged logging login logs lone losses lovely
  lover loving machines mailing mainland mainstream maintained maintaining maintains makers males managers mandate marble
  marker matching mats matters mechanic mechanics medicare meditation medline meeting meets members mentioned mere
  messages meta methods metro meyer mill milton mingle minimum mining missing mistakes mistress modeling mods moments
  monitor monitored monkey monsters month mopping moss motels mothers mountains mounting movers movie movies mucking
  muggins munich nano naval nearby neighbor neighbors nevertheless newman newport newsletters newspaper nice nick
  nightlife norman nose notebook noted notre novel occasional occasions offline operate operates operating operational
  operations operator orders outcome outcomes outline outlook outstanding overboard overcome pace packages packaging
  painted painting paints palace paperback papers para parallel parenting paris parking parties partnership passport
  passwords patent patents payer paying payment payments pays peas peeling peer peers pending penn peoples perform
  periods permanent person personal persons phones physically physician physics picks pierce pike pilates pint pipe
  pirates placed placement places placing plain plains planes planet planner plant planted planting plants plastics plate
  platforms played pleased pleasure pocket pockets poet pointing points poker pole poll polls pools portable ports posing
  postage pound powder powers prayer preferred prefers priced prices pricing printed printing prints processing produced
  producer produces product prot pruning public pubs pulled pulling punk pure purposes pursue racing raking ranges rapid
  rapidly reached reaches reaction reactions read readings realized reasonable reasoning reasons reception recommend
  recommends reduce reduces reducing referred refined regarded regarding regional related relates relating relation
  relations relationships relatively released remain remained remaining remains remembered remove rental repeated replace
  replacing replied reporting reserved respondent response responses resting retain retained revealed reverse revised
  revision rings ripe rise rivers roads roaring roller roofer roommates rosa roses routing rover ruby rush sailing sake
  sampling sand sans save saves savings scaffolder scales scanning scary schools score scores scoring scripting sealed
  seasons seatbelt seating seed seeking sees sell selling sells sending sentence sequences sets setting sewing sexuality
  shades shaken shall shaped shapes shared shares shaved sheep shift shifting shine shipped shipping shirts shopper
  shoppers shopping shore shortcuts shorts shots shovel showed showing shut sickly signals signing sing singing singles
  sink sites skating skilled skills skins skip skirts slide slight slim slot slots smoking softball sold solo solve
  solved solving songs sony soon sorting spam spanking spas speaker speaks spears specs speeds spell spelling spending
  spider split sporting sports spotlight sprain spreading springer stack staff staffing stage stan standings starring
  stars state stated states statin stating station stats stayed steam steering sterling stick sticker sticks sticky stock
  stockings stocks stoke store stored stores story strained strand strap streak streaming streams streets strengthen
  strengths strike strikes striking string strings stripes strongly stuffed stunning suited suits sunny supplied
  supported supports surfing swap swear sweater sweep sweeping sweet switches systems tables tail talented tales talks
  tall target targeted targets teachers teaches teaching team telling terry textile textiles thanks theater theaters
  threaded threads threat threats thumbnail thumbnails tied ties timeline tips tire tires titles tommy tones totals
  touring towers toys tracked tracker tracking tracks trading trailer trained trains translated trap traveling treated
  treatments trial trials trick tricks tries trim trio troubleshooting true trusts turner twins twister underground
  understand understanding valves vessels vice visiting voices walker wallpaper wallpapers walter ware warned wars washer
  waste watershed wearing weddings weeding weeds weedy weekend weekends welding wellness wells whale wherever whoever
  wide widescreen wifi willing winner winning wiring wives women woods woolen worker workforce workplace workshop
  workshops worlds worm worthy wrestling wright writer writes writing writings
  `
  .trim()
  .split(/\s+/)

/** All of them. */
export const ordinaryWords: readonly string[] = [...words, ...names]
