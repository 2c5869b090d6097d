/**
 * Dangerous words in another sense, taken out before anything is heard. Words behind a bar must stand there and still
 * count: in "bloody | hurts" only "bloody" goes. A way may stand here only if nobody in danger would write it:
 * "pissing down my leg", "ball of my foot", "slash my wrists" must stay whole. Data only.
 */
const rows: Readonly<Record<string, string>> = {
  swearing: `taking the piss, take the piss, took the piss, takes the piss, piss take, pissed off, pissing me off, piss me off,
    pisses me off, pissing down outside, pissing it down, piss off, piss poor, piece of piss, on the piss, shit happens, bullshit,
    bull shit, feel like shit, feels like shit, feel shit, tired as shit, shit hot, shit scared, shit show, holy shit, oh shit,
    hurts like shit, shit job, crap chair, crap mattress, shit chair, shit mattress, shit sleep, shit night, shit week, crap sleep, feel crap, feel like crap, load of crap, like crap,
    crap day, crap week, crap night, crap job, bloody hell, bloody thing, bloody annoying, bloody nuisance, bloody minded,
    bloody | awful, bloody | painful, bloody | hurts, bloody | sore, bleeding obvious, bleeding heck, bleeding hell,
    bleeding annoying`,
  scots: `wee | bit, a wee bit, in a wee while, a wee while ago, quite a wee while, wee one, wee ones, a wee walk, wee bairn, my wee boy, my wee girl, wee lad, my wee dog, wee small hours,
    the wee hours, a wee twinge, a wee spasm, a wee lie down, a wee niggle, a wee nap, a wee rest, a wee cry, wee baby, a wee stretch, wee | accident with the,
    my wee son, my wee daughter, my wee brother, my wee sister`,
  hits: 'like ive been run over, like i was run over, like ive been hit by a, like i was hit by a, heart attack, heart attacks, panic attack, panic attacks, heart attack stuff, film gave me a heart attack, match gave me a heart attack, game gave me a heart attack, nearly gave me a heart attack, hit me for six, knocked me for six, paralysed with laughter, breathtaking, fainting couch, heart is set, i could punch a wall, stop telling me to ring 999, stop telling me to call 999, hit me with a cushion, hit me with a pillow, bench press hurt my chest, bench press hurts my chest, chest press hurts my chest, hurt my chest on bench, beat up old, beaten up old, assault course, assault courses, collapsed the tent, collapsed the pram, hit the gym, hit the sack, hit the hay, hit the nail, nail on the head, ladder went back in, it hit me, pain hit me, spasm hit me, it hits me, it hurts me, pain hits me, pain knocked me, kicked out of work, kicked out of school, kicked out of class, kicked out of the pub, kicked out of the gym, kicked out of bed by the kids, kicked out of bed by my kids, kicked out of bed by the dog, crashed out on the sofa, crashed out on the couch, crashed out on the bed, crashed out on my bed, crashed out on the settee, threw me a party, inject some fun',
  screen: `telly about a plane crash, tv about a plane crash, programme about a plane crash, documentary about a plane crash, podcast about a plane crash`,
  weary: `tired of this | pain, tired of this | back, tired of this | bad back, tired of this | spasm, tired of the | pain, tired of my | back, tired of my | bad back,
    tired of | back pain, tired of | backache, tired of | sitting, tired of | lying, tired of | waiting, tired of | resting, tired of | hurting, tired of | stretching`,
  time: 'week by week, week on week, week after week, week in week out',
  death: `bored to death, scared to death, worried to death, tickled to death, frozen to death, catch my death,
    dead on my feet, asleep on my feet, asleep on my lap, asleep on my legs, dead tired, dead chuffed, dead good, dead easy, dead | sore, dead | stiff, dead lift, dead lifts, dead lifting,
    deadlift, deadlifts, deadlifting, dead bug, dead bugs, dead end, dead heat, dead straight, dead hang, dead hangs,
    dead weight lifting, dead line, over my dead body, to die for, dying to, dying for, die laughing, died laughing,
    die of embarrassment, died of embarrassment, die of boredom, dying of boredom, kill for a, could kill him, could kill her,
    could murder, dressed to kill, kill time, killing time, buzz kill, overkill, die hard, phone died, battery died, car died,
    battery is dead, phone is dead, dead battery, dead phone`,
  numb: 'got the hump with, film about a plane crash, numb with boredom, mind numbing, mind numbingly, numb with grief, comfortably numb, numb with shock',
  chest: `chest of drawers, chest freezer, chest day, chest press, chest height, chest expander, chest exercises, chest fly, chest x ray,
    chest xray, medicine chest, treasure chest, chest workout, get it off my chest, chest physio, bench press, tool chest, sore | chest from coughing,
    chest stretch, chest opener, heart set, by heart, heart sinks, heart of hearts, heart rate, heart goes out, heart sank,
    broken heart, heart broken, my heart is in it, breaks my heart`,
  stroke: `stroke my cat, stroke the cat, stroke my dog, stroke the dog, stroke my horse, stroke the horse, different stroke, breast stroke, back stroke, backstroke, breaststroke, front crawl, golf stroke, tennis stroke, rowing stroke, stroke of luck,
    stroke of bad luck, stroke of genius, stroke of good luck, stroking, swim stroke, butterfly stroke, stroke play,
    swimming stroke, heat stroke, sunstroke, stroke horses, stroke dogs, stroke cats, sun stroke, different strokes, back strokes`,
  illness: `fever pitch, cabin fever, night fever, fever tree, hay fever, hayfever, star sign cancer, cancer sun, cancer research, cancerian, cancer season,
    cancer society, cancer charity, cancer council, cancer screening, cancer rising`,
  scans: 'cat | scan, cat | scans',
  dropping: `dropping off to sleep, drop off to sleep, dropped off to sleep, dropping the kids, dropping them off, dropped the kids,
    drop the kids, drop the baby off, name drop, dropped my phone, drop squat, dropped me off`,
  warmth: `hot pack, hot packs, cold packs, cold pack, ice pack, hot and cold packs, hot and cold therapy, hot and cold pack,
    hot and cold treatment, hot and cold compress, hot or cold pack, hot or cold packs, heat or cold, hot cold therapy, hot cold packs,
    hot water bottle, hot bath, hot baths, hot shower, hot showers, hot tub, hot yoga, hot drink, hot chocolate, hot weather, a hot day, the hot day, hot days,
    hot stone, netflix and chill, netflix and chills, chills and netflix, cold weather, cold water, cold drink, cold shower, common cold, head cold, cold sore, getting over a cold, cold turkey,
    cold bath, cold floor, cold feet about, cold house, cold office, hot flush of embarrassment, clammy weather, clammy day, boiling the kettle, boiling eggs`,
  faint: `faint | pain, faint | ache, faint | twinge, faint hope, faintest, faint hearted, faint | bruise, faint smell, passed my driving,
    passed my test, passed my exam, passed away, passing out parade`,
  black: `blackout curtains, blackout blind, blackout blinds, black belt, black shoes, black shoe, black humour, black mood, black friday,
    black ice, black cab, black dog, black bag, black tape, black pepper, black cat, black | jeans, black top,
    black | trousers, black chair, black mould, black toenail`,
  tears: `tear my hair, tearing my hair, tearing about, wear and tear, tore my jeans, tore my trousers, in tears, burst into tears,
    disc tear, ligament tear, tear jerker`,
  blood: `blood pressure, blood test, blood tests, blood sugar, blood sugars, blood group, blood type, gave blood, give blood, giving blood,
    blood donor, blood results, blood work, blood bank, bloods normal, blood count, bloods were fine, bloods fine, bloods taken,
    had bloods, blood relative, young blood, bloods done, bloods came back, blood orange, blood flow, blood boil, blood boils, blood is boiling,
    blood pumping`,
  sick: `sick note, sick pay, sick leave, a sick day, sick days, off sick, call in sick, calling in sick, called in sick, on the sick,
    phone in sick, signed off sick, sick line, sick kids, sick child, sick baby, sick with worry, worried sick, feeling home sick, sick notes,
    sick certificate, sick to the back teeth, car sick, travel sick, being sick of, sea sick, sick mum, sick dad, sick wife, sick husband,
    looking after my sick`,
  going: `go on holiday, go on holidays, go on a walk, go on a trip, go on the bus, go on a bus, go on a date, go on trips, go on about,
    go on my bike, go on a bike, go on the computer, go on the treadmill, go on rides, going on holiday, going on a trip, whats going on, what is going on,
    what was going on, carry on working, carry on running, going on about, carry on as normal, go on runs, go on walks`,
  losing: `lost my job, lost my keys, lost my phone, lost in thought, lost my temper, lost my patience, lost patience, lost the plot,
    lost my way, lost sleep, lost for words, lost a day, lost days, lost my rag, lost work, lost weeks, lost my voice, lose my job,
    lost my drive`,
  weak: `weak spot, weak tea, weak core, weak stomach muscles, weak glutes, weak abs, weak coffee, weak point, back gave way,
    back gave out, back gives out, back gives way, back has given out, back collapsed, back buckled, back goes from under,
    back giving out, back giving way, back wont hold, collapsed into bed, collapse into bed, collapsed disc, collapsed arches,
     collapsed laughing, collapsed with laughter, collapsed in a heap laughing, table collapsed, chair collapsed, tent collapsed, shelf collapsed, tent collapse, collapsed in laughter, wobbly chair, wobbly stool, wobbly table`,
  odd: `funny bone, funny position, funny angle, funny old, funny enough, sleep funny, slept funny, sat funny, moved funny, lay funny,
    landed funny, funny twist, odd | twinge, odd time, odd occasion, odd days, odd job, odd jobs, odd day, odd | spasm, odd | ache,
    odd angle, at odds, every odd, thirty odd, twenty odd, forty odd, odd years, odd movement, odd sock, odd position, weird clicking,
    strange bed, different bed, different mattress, different chair, strange position, different shoes, strange noise,
    weird position, weird angle, weird noise, different position, different exercises, different stretches, different physio`,
  falling: `fell | pregnant, fall | pregnant, fell in love, fall in love, fell ill, fell out with, fall out with, fell behind,
    fall over laughing, fall to pieces, fell to pieces`,
  parts: `foot of the bed, foot of the stairs, foot the bill, best foot, go on foot, went on foot, going on foot, everywhere on foot, travel on foot, leg press, leg of lamb, leg room, last legs, other leg is fine, other leg fine, other leg is ok, other leg ok, other leg is good, other leg is stronger, leg raises,
    leg raise, table leg, chair leg, legs of the table, legs of the chair, legs of the bed, legs of the desk, head over heels, heel of my hand, pins and plates, pin number, bits to do,
    bitty, picking up bits, bits on the floor, tongue in cheek, cheeky`,
  seeing: `eye test, eye opener, eye level, keep an eye, red eye flight, red flag, red flags, red mist, red lorry, red face, red faced,
    red tape, red bull, light exercise, light duties, light lifting, light work, light walking, light weights, light stretching,
    light sleeper, bright idea, light housework, light switch, light box, light massage, light jog`,
  lumps: `mass market, lump of muscle, lumpy mattress, lumps in mattress, lump of concrete, lump of wood, lump in my throat, lump sum,
    like it or lump it`,
  roads:
    'run over the plan, ran over the plan, run over the exercises, ran over the exercises, run over my exercises, run over the details, run over the same, ran over the same, run over it again, run over that again, run over this again, bus stop, bike shop, saddle height, bike rack, bus | seat, road works, exercise bike, car sales, speed bump, speed bumps',
  sides: `over the counter, side effect, side effects, on the plus side, other side of the bed, side plank, side sleeper, seaside,
    side lying, side by side`,
  baby: `baby wakes, baby seat, new baby, baby weight, baby shower, baby group, holding the baby, lifting the baby, carry the baby,
    carrying the baby, baby is heavy, pick up the baby, picked up the baby, baby carrier, baby steps, baby brain, bath the baby,
    baby to sleep, moving house, moving day, moving furniture`,
  spots: `spot on, g spot, tight spot, trigger spot, beauty spot, spot treatment,
    the spot, this spot, one spot, a spot where, same spot, liver spots, soft spot`,
  effort:
    'arms are dead after pull ups, arms are dead after press ups, arms are dead after push ups, arms are dead after arm day, scared of taking too many, afraid of taking too many, frightened of taking too many, dont want to take too many, dont like taking too many, dont like to take too many, careful not to take too many, overdid it, over did it, overdone it at, overdone it in, overdone things',
  private: `aaa batteries, aaa battery, triple a game, triple a games, private physio, private health, private insurance,
    private hospital, private scan, private treatment, private mri, private clinic, private practice, go private, gone private,
    going private, went private, private healthcare, private consultant, private appointment, private matter, private life,
    privately`,
  balls: `football, foot ball, ball games, basketball, tennis ball, gym ball, swiss ball, massage ball, spiky ball, golf ball, ball game,
    play ball, ball of | foot, ball of my | foot, balls of my | feet, balls of | feet, having a ball, bouncy ball, medicine ball,
    exercise ball, on the ball, sitting on a ball, sit on a ball, roll on a ball, rolling on a ball, lie on a ball, lying on a ball, lacrosse ball, foam ball, rolling a ball, rugby ball, cricket ball, bowling ball,
    ball against, ball under, kicked the ball, kick the ball, get the ball, fetch the ball, catch the ball, caught the ball, chasing a ball, after the ball, kicking a ball, kick a ball, threw the ball, throw a ball,
    throwing a ball, throw the ball, with a ball, hit the ball, nuts and bolts, go nuts, driving me nuts, drives me nuts,
    going nuts, nuts and seeds, allergic to nuts, nut allergy, eat nuts, nuts about`,
  things: `flower bed, flower beds, flower show, flower pot, flower pots, fishing tackle, tackle this, tackle it, tackle the,
    how to tackle, rear view, rear seat, behind my, behind the, behind me, get behind, behind on, falling behind, behind at,
    bottom drawer, bottom of, bottom shelf, bottom step, bottom line, bottom sheet, bottom two, bottom bunk, rock bottom,
    my bottom back, bottom back, bottom of my back, bottom of my spine, bottom of the back, seat belt, seat height, seat cushion`,
  motion: `motion of, range of motion, slow motion, motion hurts, in motion, certain motions, motion sickness, circular motion,
    twisting motion, swinging motion, digging motion, bowls club, play bowls, playing bowls, bowls match, lawn bowls,
    crown green bowls, bowls season, fruit bowls, game of bowls, carpet bowls, indoor bowls, game of pool, a few runs, my runs,
    park runs, long runs, do runs, bar stool, kneeling stool, step stool, on a stool, piano stool, foot stool, footstool,
    standing on stool, office stool, back slash`,
}

/** Things that hit nobody on purpose, and things that are worn out. Not: what is heavy or falls, which is an accident. */
const lightThings = 'box ball football trolley parcel bag cushion pillow door'
const wornThings = 'car van truck bike sofa chair bed mattress'

/** What an innings, a side or a market does, and no person. Not: names that people have too ("Chelsea"), nor "my side". */
const whatCollapses =
  'batting innings wickets wicket defence defense midfield team england scotland wales arsenal liverpool everton spurs leeds celtic rangers'
/** The series that people retell. "Casualty" is a place as well, and is told by `told-stories.ts`. */
const series = 'eastenders emmerdale holby hollyoaks'
const retold = [
  'car crash',
  'crash',
  'plane crash',
  'train crash',
  'car accident',
  'explosion',
  'heart attack',
  'stabbing',
  'suicide',
]
/** Rooms and weather that are hot, and nobody in them. */
const hotPlaces = 'kitchen house flat room office bedroom loft conservatory greenhouse weather shed'
const hotWords = ['boiling', 'roasting', 'baking']
const heat = [
  'outside',
  'weather',
  'hot outside',
  'hot weather',
  'in this heatwave',
  'in the heatwave',
  'in this heat',
  'in the heat',
]
/** "feels like it's been hit by a bus": what it is like, and not what befell. "So like I got hit by a car" may tell of one. */
const likenings = [
  ...['like', 'as if', 'as though'].flatMap((like) =>
    ['its been', 'it was', 'it has been'].map((who) => `${like} ${who}`),
  ),
  ...['feel like', 'feels like', 'felt like', 'as if', 'as though'].flatMap((like) =>
    ['i got', 'ive been', 'i have been', 'i was', 'id been'].map((who) => `${like} ${who}`),
  ),
]
const blows = ['hit by a', 'run over', 'knocked over by a']
/** "like a bus hit me", "like someone ran me over". */
const hitters = ['a bus', 'a car', 'a train', 'a lorry', 'a truck', 'a van', 'a tank', 'someone', 'somebody']

const ofEach = (things: string, ways: (thing: string) => readonly string[]): readonly string[] =>
  things.split(' ').flatMap(ways)

/** Every such way, as written above. */
export const otherSenses: readonly string[] = [
  ...Object.values(rows).flatMap((row) => row.split(/\s*,\s*/)),
  ...ofEach(lightThings, (thing) => [`${thing} hit me`, `${thing} hits me`, `${thing} bumped me`]),
  ...ofEach(whatCollapses, (who) =>
    ['collapsed', 'has collapsed', 'have collapsed', 'collapse', 'got battered', 'were battered'].map(
      (verb) => `${who} ${verb}`,
    ),
  ),
  ...ofEach(series, (name) => retold.flatMap((what) => [`${what} on ${name}`, `${what} in ${name}`])),
  ...ofEach('rain puddle grass sea wash washing', (water) => [
    `wet from the ${water}`,
    `wet in the ${water}`,
    `soaked in the ${water}`,
  ]),
  ...ofEach('dust flour paint chalk talc', (powder) => [`white with ${powder}`, `white with plaster ${powder}`]),
  ...ofEach('fine ok good', (well) => [`are ${well} both of them`]),
  ...ofEach(hotPlaces, (place) => hotWords.flatMap((hot) => [`${place} is ${hot}`, `${place} was ${hot}`])),
  ...hotWords.flatMap((hot) => heat.map((behind) => `${hot} ${behind}`)),
  ...likenings.flatMap((like) => blows.map((blow) => `${like} ${blow}`)),
  ...['like', 'as if', 'as though'].flatMap((like) =>
    hitters.flatMap((who) => ['hit me', 'has hit me', 'ran me over'].map((blow) => `${like} ${who} ${blow}`)),
  ),
  ...ofEach(wornThings, (thing) => [`beat up | ${thing}`, `beaten up | ${thing}`]),
]
