/**
 * The words of the net: each name in capitals is one meaning, with the ways people write it, as table rows.
 * Commas part the ways; a star adds the usual endings (leak*: leaks, leaked, leaking). Misspellings need no row:
 * `spelling.ts` finds them. British everyday words, slang and short forms; nothing clinical is decided here.
 */

/** The body, and what it does. */
const body = {
  SADDLE: `down below, down there, down stairs, nether*, nether region*, private*, privates, privets, private part*, private area, private bits,
    lady bits, lady part*, lady garden, girl bits, man bits, my bits, his bits, her bits, bits, between legs, between thighs, between my legs, saddle,
    saddle area, crotch, genital*, genitalia, intimate*, intimate zone, perineum, perineal, perinium, vagina*, vag, vajayjay, fanny, vulva, minge, foof,
    foof foo, foo foo, noonie, tuppence, flower, pussy, cunt, clit, clitoris, labia, front bottom, penis, willy, cock, dick, knob, bellend, todger, tackle,
    crown jewels, family jewels, john thomas, ball*, ball sack, testic*, testicle*, scrotum, nut sack, bollock*, back passage, anus, anal, rectum, rectal,
    bum hole, bumhole, arsehole, asshole, arse hole, butt hole, butthole, starfish, undercarriage, gooch, taint, inner thigh*, sit bits, front passage, ring piece, my ring, underneath, bike seat, where i wipe, where i sit`,
  GROIN: 'groin*, pubic, pubes',
  BUM: 'bum*, bottom, backside, arse, ass, butt, buttock*, rear, rear end, behind, bum cheek*, cheek*, bot, botty, tush, posterior, seat',
  GENITAL: `genital*, vagina*, fanny, vag, vulva, clit, penis, willy, cock, dick, knob, erection`,
  WIPE: 'wip*, wipe*, clean myself, cleaning myself, wash down there',
  PAPER:
    'toilet paper, loo paper, loo roll, toilet roll, bog roll, bog paper, toilet tissue, tissue when, wet wipe*, toilet wipe*',
  PEE: `pee*, peeing, wee*, weewee, wee wee, urin*, urine, urinate*, piss*, pass* water, pass* urine, pass* pee, pass* wee, passing water, passing urine,
    passed water, waterwork*, water work*, widdl*, widdle*, a slash, tinkl*, tinkle*, whizz, jimmy riddle, a leak, micturat*, pipi, number one*, spend a penny, empty myself`,
  BLADDER: 'bladder*',
  POO: `poo*, poop*, pood, pooed, pooing, pooped, bowel*, my bowls, bowls, bowel movement*, bowl movement*, shit*, stool*, faeces, feces, faecal, fecal, faeces, excrement, motion*, crap*, number two*, number 2*, a dump, turd*, defecat*, diarrhoea, diarrhea, runs, faecally`,
  TOILET: 'toilet*, loo, bog, lav, lavatory, lavvy, bathroom, potty, commode',
  SELF: `myself, meself, my self, himself, herself, themselves, yourself, itself, bed, the bed, my bed, pants, my pants, trousers, knickers, boxers, underwear, undies, jeans, pyjamas, pjs, sheets, mattress, nightie, trackies, leggings, chair, sofa`,
  PANTS: 'pants, trousers, knickers, boxers, underwear, undies, jeans, pyjamas, leggings, pad',
  LEG: 'leg*, thigh*, shin*, lower limb*, limb*, hamstring*, lower leg*, legg*',
  CALF: 'calf, calfs, calve, calves, back of leg, back of lower leg, lower leg, back of the leg',
  FOOT: 'foot, foots, feet, feets, ankle*, heel*, sole*',
  TOE: 'toe*, big toe, little toe, tippy toe*',
  KNEE: 'knee*',
  ARM: 'arm*, shoulder, elbow',
  HAND: 'hand*, finger*, thumb*, wrist*',
  FACE: 'face*, facial, mouth, lip, smile, cheek',
  CHEST: 'chest*, breast bone, breastbone, sternum, rib cage, ribcage, heart',
  TUMMY: 'tummy, tum, belly, stomach*, stomache, abdomen, abdominal, gut, guts, insides, midriff, navel, bellybutton',
  UPBACK:
    'shoulder blade*, upper back, top of back, between shoulders, middle of back, back up high, high up back, mid back, my chest, chest, upper spine',
  SIDE: 'flank*, side*, kidney*, loin*, under ribs, below ribs, under my ribs, ribs, waist',
  HEADACHE: 'headache*, head ache*, migraine*, head pain*, pain in head, head is pounding, head hurts, pounding head',
  NECK: 'neck*',
  EYE: 'eye*, eyeball*',
  EYELID: 'eyelid*, eye lid*',
  TESTICLE:
    'testicle*, testic*, testes, ball*, bollock*, nut*, nutsack, nut sack, nad*, gonad*, scrotum, ball sack, ballsack, knacker*, plums, goolies',
  OVARY: 'ovary, ovaries, ovarian',
  SKIN: 'skin, lips, hands, face, legs, feet, nails, lip, body, arms, complexion',
  BACKBONE: 'back, spine, spinal, lumbar, disc, discs, disk',
} as const

/** What is felt or seen. */
const signs = {
  NUMB: `numb*, num, nume, numbness, numbish, numby, numness, numbing, tingl*, tingle*, tingly, tingley, tingling, prickl*, pins needles, pins and needles, pins n needles, pin and needle*, pins needle*, pin needle*, paraesthesia, paresthesia, parasthesia, anaesthe*, anaesthetised, anesthetised, anaesthesia, anesthesia, no feeling*, no sensation*, no sense, no feel, zero feeling, zero sensation, not feeling, lost feeling*, lost sensation*, lost sense of feeling, lost the feeling, loss feeling*, loss sensation*, lack feeling, lack sensation, lose feeling, losing feeling, losing sensation, less feeling, less sensation, little feeling, little sensation, reduced sensation, reduced feeling, altered sensation, change in sensation, changed sensation, went dead, gone dead, go dead, goes dead, going dead, feel* dead, felt dead, is dead, are dead, dead feeling, deadness, dead below, gone to sleep, goes to sleep, went to sleep, go to sleep, is asleep, are asleep, asleep, cotton wool, dentist injected, feels asleep, getting number, going number, gone number, feel number, feels number, more number, becoming number`,
  NOFEEL: `cant feel, dont feel, didnt feel, couldnt feel, doesnt feel, cant sense, can hardly feel, can barely feel, barely feel, hardly feel, not feel, never felt, cannot feel, unable to feel, havent felt, hadnt felt, without feel*, cant tell where, no longer feel, stopped feeling, not able to feel, dont really feel, cant even feel`,
  NOKNOW:
    'didnt know, dont know, didnt notice, hadnt noticed, havent noticed, not notice, dont notice, cant tell, couldnt tell, not aware, wasnt aware, unaware, without knowing, without noticing, didnt realise, didnt realize, without realising, not knowing, never know, never knew, never noticed, no idea when, no warning, without warning, before i know, cant sense, dont realise',
  ODD: `odd*, weird*, funny, strange*, different*, differant, fuzzy, wrong, peculiar, unusual, not right, not normal, not mine, not belong*, isnt mine, not my own, not there, arent there, like nothing, cotton wool, wooden, spongy, like rubber, like plastic, like leather, someone else, not theirs, cushion, nothing under, not quite right, abnormal, altered, foreign, alien, dont feel right, doesnt feel right, dont feel mine, isnt right, padded, disconnected, buzzing, fizz*, crawling, like a sponge, not like mine, like mine`,
  FEEL: 'feel*, felt, feeling*, sensation*, seem*, gone, went, going, goes, has become, become, becoming, sits, sitting, is, are, its',
  CANT: `cant, cnt, carnt, cannt, cannot, can not, canny, cannae, cudnt, couldnt, couldent, culdnt, could not, unable, unable to, not able, not been able, havent been able, hasnt been able, isnt able, wasnt able, struggl*, struggle*, struggling, hard to, hard getting, difficult*, difficulty, trouble, impossible, no longer able, incapable, not managing, not manage, failing to, not possible, wont let me, having problems, problem*, find it hard, hard time, strain to, push to, have to push, have to strain, wait ages, waiting ages, takes ages, take ages, takes forever`,
  CANNOT:
    'cant, cnt, carnt, cannt, cannot, can not, canny, cannae, cudnt, couldnt, could not, unable, unable to, not able, not been able, havent been able, isnt able, wasnt able, struggl*, struggle*, struggling, impossible, no longer able, no longer, wont, trouble, hard to, difficult*, difficulty, stopped',
  NONE: 'havent, havnt, hasnt, not, hadnt, didnt, havent had, no, barely, hardly, havent been, not been, not had',
  LEAK: 'leak*, leakage, dribbl*, dribble*, drip*, trickl*, trickle*, seep*, ooz*, ooze*, spill*, escap*, escape*, runs out, running out, comes out, coming out, came out, come out, pouring out, pours out, falls out, slip* out, just comes, flooding',
  LOSTCTRL:
    'no control, lost control, lose control, losing control, loosing control, loose control, loss control, loss of control, cant control, couldnt control, cannot control, not control, out of control, cant hold, couldnt hold, cant hold it, cant keep in, not hold, lack control, no longer control, unable to control, unable to hold, cant keep hold, zero control, little control, less control',
  INCONT: 'incontinen*, incontinent, incontinence, incontenent, incontinance, incontinant, doubly incontinent',
  PAIN: 'pain*, painful, hurt*, ach*, ache*, aching, achey, achy, sore, agony, agonising, tender*, throb*, stinging, killing, excruciating, discomfort, twinge*, cramp*, stab*, shooting pain*, spasm*',
  BURN: 'burn*, sting*, stinging, stings, smart*, scald*, razor blade*, razor, broken glass',
  WEAK: `weak*, weakness, weaker, no strength, lost strength, lost all strength, losing strength, lost power, no power, losing power, feeble, flopp*, floppy, lost use, useless, lifeless, dead weight, no energy in, gone limp, limp and, powerless, wont move, not move, doesnt move`,
  JELLY:
    'jelly, rubber*, rubbery, lead, concrete, wood, wooden, dead weight, spaghetti, heavy, heaviness, numb, dead, weak, hollow, not mine, not there, like mine, gone, noodle*, led',
  PARALYSED: 'paralys*, paralyse*, paralysed, paralyzed, paralysis, paralised, paralized',
  GIVEWAY: `giv* way, gave way, give* way, giving way, gives way, giv* out, gave out, give* out, giving out, gives out, gives up, gave up, buckl*, buckle*, collaps*, collapse*, go* from under, goes from under, went from under, gave in, gives in, wont hold, cant hold, not hold, wont support, doesnt hold, not support, wont take weight, wont take my weight, cant take weight, cant take my weight, wont bear, folds, folded, going from under`,
  WONTWORK:
    'wont work, not work*, doesnt work, dont work, isnt working, stopped working, not working, arent working, quit working, wont do, not do as, wont move, wont lift, doesnt lift, not lift, not responding, not respond, wont respond, wont obey, doesnt do, not obey, packed up, packed in, given up, wont go where, wont listen',
  DRAG: 'drag*, flop*, flopping, flops, slap*, slapping, drop*, droop*, droopy, dropping, catch* on, catching, catches, scuff*, scrape*, scraping, trail*, limp down, hang* down, hangs down, hanging down',
  LIFT: 'lift*, move*, moving, pull up, raise*, wiggle*, wriggle*, bend, curl, push up, push down, flex, pick up, point up, stand on, walk on, straighten',
  UNSTEADY:
    'unsteady, unstable on, wobbl*, wobble*, wobbly, stagger*, staggering, swaying, lurch*, stumbl*, stumble*, tripping up, off balance, lost balance, lose balance, losing balance, lost my balance, losing my balance, no balance, balance gone, balance has gone, balance is gone, balance is off, bad balance, balance problems, walking funny, walk funny, falling over, keep falling, keep fall, fall* for no reason, walking like drunk, walk like drunk, like a drunk, like im drunk, as if drunk, drunken walk, all over the place when i walk, bumping into walls, into walls, clumsy walking, uncoordinated, gait',
  CLUMSY:
    'clumsy, clumsiness, fumbl*, fumble*, butter fingers, butterfingers, cack handed, wont do what, numb*, tingl*, tingly, tingling, not working, dont work, weak*, useless, messy, scruffy, awkward',
  SHOCK:
    'electric shock*, electrical shock*, shock*, zap*, electricity, electric jolt*, jolt*, lightning, bolt*, electric current, electric feeling',
  DROOP:
    'droop*, droopy, drop*, dropped, fallen, fell, sagg*, sagging, sagged, lopsided, lop sided, crooked, twisted, slipped, numb*, weak*, tingl*, not moving, gone funny, gone down, uneven, hang*',
  SPEECH: 'speech, words, speaking, talking, voice, speak, talk, sentences, what im saying',
  SLUR: 'slur*, slurred, slurring, slurry, slured, sluring, jumbl*, jumbled, muddled, garbl*, garbled, mixed up, funny, gone, wrong, weird, not right, not coming out, drunk, mangled, strange',
  SEVERE:
    'severe*, worst, terrible, awful, excruciating, agony, agonising, unbearable, horrific, horrendous, really bad, very bad, so bad, massive, extreme, intense, terribly, killing, bad, thunderclap, exploding, blinding, violent, horrible, horribly, really badly, badly, crippling, screaming',
  AGONY:
    'severe*, worst, terrible, awful, excruciating, agony, agonising, unbearable, horrific, horrendous, really bad, very bad, massive, extreme, intense, killing, horrible, screaming',
  SUDDEN:
    'sudden*, suddenly, all at once, out of the blue, out of nowhere, instantly, in a second, in seconds, straight away, came from nowhere, suddenley',
  BREATH: 'breath*, breathe*, breathing, breaths, breathless',
  BREATHLESS: `breathless*, breathlessness, short of breath, shortness of breath, short breath, out of breath, out of puff, puffed out, puffing, panting, gasp*, winded and, fighting for breath, fight for breath, fighting for air, need air, cant get air, no air, not enough air, get enough air, get air, catch my breath, catch breath, get my breath, get breath, get a breath, suffocat*, wheezy, wheezing, sob on, gulping air`,
  BLOOD: 'blood, bloody, bloods, bleed*, bled, bleeding, blud, clots, claret',
  PINK: 'pink, red, bloody, blood, orange red, rose, rusty, port, ribena',
  SICK: 'sick, vomit*, puk*, puke*, throw* up, throwing up, threw up, thrown up, being sick, been sick, was sick, spew*, chuck* up, barf*, retch*, hurl*, bringing up, brought up, upchuck*, chunder*',
  SICKSIGN:
    'sweat*, sweaty, clammy, breathless, short of breath, sick, nausea, nauseous, grey, pale, tingl*, faint, dizzy',
  COUGH: 'cough*, phlegm, spit, spat, spit*, mucus, sputum, hack*',
  BLACK: 'black*, tarry, tar, jet black, blacker, blackish, treacle, marmite, like tar, liquorice, coal',
  COLD: 'cold, freezing, icy, ice cold, stone cold, chilled, like ice',
  PALE: 'white, pale, blue*, bluish, purple*, grey, gray, mottled, blotchy, colourless, blue ish, ghostly, waxy',
  SWEAT: 'sweat*, sweaty, perspir*, drenched, soaked, soaking, dripping, wringing, sweets',
  NIGHT:
    'night*, nights, nightly, overnight, sheets, bedding, sleep, woke, wake, bed, pyjamas, nite, bedclothes, pillow, midnight',
  SHIVER:
    'shiver*, shivery, shivers, the shivers, chills, rigor*, shaking with cold, shake with cold, chatter*, teeth chatter*, teeth chattering, the shakes, shivvery, shuddering',
  FEVER:
    'fever*, feverish, feaver, fevers, pyrexia, high temp*, high temps, high temperature*, raised temperature, raised temp, running hot, running a temp, running a temperature, running temperature, burning up, boiling up, spiked a temp, hot sweats, cold sweats, hot and cold sweats, hot then cold, hot and cold, cold and hot, hot cold, boiling hot, roasting, roasting hot, boiling then freezing, boiling, baking hot, on fire with',
  HOT: 'hot, boiling, roasting, burning, warm, sweaty, baking',
  TEMP: 'temp, temps, temperature*, temprature, thermometer, tympanic, reading of, ear thermometer, degrees, degree, celsius, centigrade, deg, c',
  FAHR: 'f, fahrenheit, farenheit, temp, temperature, fever, degrees',
  SWOLLEN:
    'swell*, swelled, swollen, swolen, swole, swelling*, puffy, puffed up, ballooned, bigger than, like a balloon, tight and hot, fatter, twice the size, enlarged, blown up, huge, ginormous',
  RED: 'red, redness, hot, warm, inflamed, tender*, sore, burning, heat',
  LUMP: 'lump*, mass, bulge*, swelling, something, thing, heart, heartbeat, pulse',
  BEAT: 'beat*, beating, puls*, pulse*, pulsing, pulsat*, pulsating, throb*, throbbing, thump*, thumping, pounding, heartbeat, bouncing',
  RASH: 'rash*, spots, blister*, blisters, blistery, blistering, spot, patches, purple marks, scabs, vesicles',
  FADE: 'fade*, fading, go, disappear*, blanch*, vanish*, glass, blanching',
  STRIP:
    'strip, band, line, belt, one side, stripe, row, round my side, round side, round waist, round ribs, around ribs, round my ribs, one side of, burning, burn*, tingl*, cluster*, waist, crop',
  SORE: 'sore, pain*, painful, hurt*, agony, light, gritty, stinging, throbbing, aching, swollen, blurry, blurred',
  STIFF: 'stiff*, rigid, solid, wont bend, cant bend, cant touch my chest',
  LIGHT: 'light*, lights, bright, brightness, sunlight',
  DIZZY: 'dizz*, dizzy, vertigo, spinning, double, eyelid, swallow*, faint*',
} as const

/** People, things that happen, medicines, illnesses. */
const world = {
  OTHERLEG:
    'other leg, second leg, opposite leg, other side now, other foot, other thigh, both legs now, into other leg',
  FALL: 'fell, fall, fallen, falling, fel, fallin, felled, came off, come off, thrown, threw, slid, slip*, tumbl*, tumble*, plummet*, drop*, crashed, chucked, landed, knocked, bucked',
  HIGH: `ladder*, step ladder*, stepladder*, roof*, scaffold*, tree*, wall, window, loft, attic, height, heights, horse*, pony, motorbike*, moped*, bike*, bicycle*, scooter*, quad*, quadbike, stairs, staircase, flight of, flight of stairs, steps, escalator*, balcony, bunk, bunk bed*, trampoline*, cliff*, banking, garage roof, lorry, van, tailgate, ledge, bridge, shed, climbing frame, top bunk, swing, deck, platform`,
  VEHICLE:
    'car*, van*, lorry, truck*, bus, motorbike*, motor bike*, motorcycle*, bike*, moped*, taxi, tractor*, train, tram, vehicle*, road, traffic, road traffic, hgv, quad, digger, forklift, minibus, coach, scooter*, cycling, cycle*, rta, driving, motorway, m25, m1, m6',
  CRASH:
    'crash*, crashed, smash*, smashed, accident*, collision*, pile up, wreck*, write off, written off, rolled over, rolled, flipped, overturned, shunt*, rear end*, rear ended, rearended, prang, t boned, tboned, hit and run, head on',
  STRUCK:
    'hit by, struck by, knocked down by, knocked over by, run over by, ran over by, knocked off, knocked down, run over, ran over, hit from behind, ploughed into, went into the back, ran into the back, drove into, crashed into, smashed into, run into the back, back ended, knocked off my',
  HEAVYFELL:
    'fell on me, fell on my, fell on top, landed on me, landed on my, came down on me, dropped on me, dropped on my, crushed me, crushed by, crushed my, trapped under, got crushed, fallen on me, buried under, collapsed on me, trampled, kicked by a horse, horse kicked, cow',
  CANCER: `cancer*, cancers, cancerous, canser, cansar, lymphoma*, hodgkin*, hodgkins, non hodgkin*, leukaemia, leukemia, leukeamia, myeloma*, melanoma*, sarcoma*, carcinoma*, tumour*, tumor*, malignan*, malignant, malignancy, metast*, metastatic, metastasis, metastases, mets, secondaries, secondary in, big c, the big c, oncolog*, oncology, oncologist, chemo, chemotherapy, kemo, radiotherapy, radiation treatment, radiation therapy, immunotherapy, mastectomy, masectomy, lumpectomy, neuroblastoma, glioma, mesothelioma, tamoxifen, letrozole, anastrozole, zoladex, herceptin, prostate cancer, prostrate cancer, macmillan nurse`,
  LOST: 'lost, lose, losing, loosing, loose, loss, losed, dropped, dropping, shed, shedding, drop, down, melting, falling off, dropping off, shifted, gone down',
  WEIGHT:
    'weight, wieght, waight, stone, stones, st, kilo*, kg, kgs, kilogram*, lb, lbs, pounds, dress size*, body weight',
  CLOTHES: 'clothes, cloths, trousers, jeans, belt, skirt, clothing, waistband, ring, rings, bra, wedding ring',
  LOOSE:
    'loose, looser, hang*, hanging, hang off, fall* down, falling down, falling off, too big, notch*, holes, hole, baggy, tighter, dont fit, doesnt fit, drowning in, swamp*, slip off, slipping off, slides off, miles too big',
  DIET: 'diet*, dieting, slimming, slimming world, weight watchers, weightwatchers, ww, on purpose, purposely, deliberately, ozempic, mounjaro, wegovy, gym, exercising, exercise, keto, fasting, calorie*, healthy eating, by running, trying to, try to, want to, need to, should, planned, jabs, weight loss jab*, couch to 5k, after having, after baby, baby weight, been trying, wish',
  UNTRYING:
    'without trying, not trying, not even trying, without dieting, without diet, no reason, not dieting, havent tried, wasnt trying, unexplained, unintentional*, not meaning to, without meaning, not on purpose, dont know why, dunno why, no idea why, for no reason, even though, but eating',
  PREG: 'pregnan*, pregnant, preg, preggers, preggo, prego, expecting, up the duff, with child, pregnancy, wks gone, weeks gone, months gone, gravid, trimester, weeks preg, antenatal, bump, positive test, up duff, my due date, in the family way',
  EARLYPREG:
    'early pregnancy, positive test, positive pregnancy, might be pregnant, could be pregnant, may be pregnant, possibly pregnant, think im pregnant, think i might be pregnant, just found out, late period, period is late, period late, missed period, missed my period, missed a period, early preg, newly pregnant, first trimester, pregnancy test positive, faint line, think i am pregnant',
  BABY: 'baby*, babies, babys, bump, bubba, bub, foetus, fetus, little one, bean, unborn, babba',
  BABYLESS:
    'less, not moved, hasnt moved, havent felt, isnt moving, not moving, stopped moving, quiet, not kick*, hasnt kicked, reduced, cant feel, not felt, no movement*, fewer, slowed, still, not as much, no kicks, not as active, havent felt move, isnt kicking, hardly moving, barely moving, slowing down, gone quiet',
  WATERS:
    'my waters, waters, water broke, waters broke, waters broken, waters gone, waters leaking, waters have gone, my water broke, fluid leaking, leaking fluid, amniotic',
  VBLEED: 'bleed*, bled, bleeding, blood, spotting, blood in knickers, clots, brown discharge, losing blood',
  THINNER: `warfarin, warfrin, warfarine, apixaban, apixiban, eliquis, rivaroxaban, rivaroxiban, xarelto, edoxaban, lixiana, dabigatran, pradaxa, heparin, clexane, enoxaparin, fragmin, dalteparin, tinzaparin, innohep, acenocoumarol, sintrome, doac, doacs, noac, noacs, blood thinner*, blood thinning, blood thining, thin blood, thin my blood, thins my blood, thinning blood, anticoag*, anticoagulant*, anticoagulants, coumadin, haemophilia*, haemophiliac, hemophilia, hemophiliac, heamophilia, von willebrand*, willebrand, bleeding disorder*, a bleeder, clotting disorder, my inr, inr, thinners, blood clotting problem*, bleed easily, bleed easy, bleed very easily, bleed really easily, bruise easily, bruise very easily, low platelets`,
  TOOK: 'took, take, takes, taken, taking, tok, had, swallow*, necked, neck, necking, ate, eaten, eating, down*, downed, popp*, popped, popping, munch*, munched, munching, pop, scoffed, guzzl*, chugged, been on, on, have, having, used, using, gulp*, washed down, chomp*',
  PILL: 'pill*, tablet*, tabs, tabletts, tab, painkiller*, pain killer*, pain kilers, pain med*, meds, medication*, medicine*, capsules, capsule*, painkillas, pain tablets, pain pills',
  PARA: 'paracetamol*, paracetemol, parecetamol, paracetomol, parcetamol, panadol*, panadols, calpol, co codamol*, cocodamol*, co codamols, co codomol, solpadeine, solpadol, anadin extra, lemsip*, tylenol, acetaminophen, co dydramol, cocodymol, paras, hedex, kapake, zapain',
  OTHERPILL:
    'ibuprofen*, ibrufen, ibuprofens, iboprofen, nurofen*, neurofen, naproxen*, naproxin, diclofenac, voltarol, codeine*, codein, dihydrocodeine, tramadol*, tramadols, tramodol, morphine, oramorph, oxycodone, aspirin*, asprin, brufen, advil, gabapentin, pregabalin, diazepam*, valium*, amitriptyline, zopiclone, nytol',
  MANY: 'handful*, fistful*, whole packet*, whole pack*, whole box*, whole strip*, whole bottle, whole lot, entire packet, entire box, full packet, full box, full strip, all my, all of my, all the, all them, too many, too much, to many, to much, too meny, loads, loads of, load of, tons of, shed load*, shedload*, a lot of, lots of, double, doubled, triple, tripled, bottle of, box of, boxes of, packet of, packets of, pack of, packs of, strip of, strips of, bunch of, heaps of, like sweets, like smarties, like candy, way more, way too many, stupid amount, stupid amount of, overdone, hundreds, dozens, fuck load, ton of, extra',
  OVER: 'more than i should, more than it says, more than says on, more than the packet, more than packet, more than allowed, more than you should, more than recommended, more than the dose, more than max, more than your supposed, more than youre supposed, over the limit, over limit, over the dose, above the limit, past the limit, over the max, over the maximum, exceed*, exceeded, lost count, lost track, too many, way over, well over, not keeping track, over the recommended, over the daily, more often than, too often, too close together, not meant to, not supposed, over what it says',
  OVERDOSE: 'overdos*, overdose*, overdosed, over dos*, over dose*, over dosed, overdoze*, od, oded, odd on, od d, ods',
  EVERY: 'every, each, per, hourly',
  HOUR: 'hour*, hours, hr*, hrs, hourly',
  DAILY:
    'a day, per day, daily, each day, every day, in a day, today, in one go, at once, in one day, in 24, last night, this morning, since, already, so far, in total, tonight, yesterday, in last',
  DIE: 'die, dead, dying, be dead, dieing, not exist, not be alive, cease to exist, kick the bucket',
  WANT: 'want, wanna, wanting, wants, wanted, wish*, wish, wished, rather, hope, hoping, prefer, ready to, going to, gonna, gona, gunna, goin to, feel like, think* of, thinking of, thinking about, think about, thought of, thoughts of, thoughts about, thought about, better to, like to, love to, considering, consider*, plan*, planning, planning to, decided to, about to, tempted to, urge to, need to, should just, might as well, fantasis*, dream of, tried to, try to, trying to, will, could just, ideas of',
  KILL: 'kill myself, killing myself, kill meself, kill my self, killing my self, kill me self, hang myself, hanging myself, shoot myself, drown myself, do myself in, doing myself in, top myself, topping myself, finish myself, finish myself off, end myself, off myself, harm myself, harming myself, harm my self, cut my wrists, cut myself, slit wrists, slit my wrists, stab myself, unalive myself, unalive, end my life, ending my life, end my own life, take my life, taking my life, take my own life, taking my own life, end it all, ending it all, end it, ending it, end things, ending things, finish it all, end everything, jump off, jump in front, jumping off, jumping in front, throw myself, throwing myself, walk into traffic, drive into, drive off, neck myself, die, dead, be dead, dying, not be here, not wake up, never wake up, wouldnt wake up, not wake, wont wake up, be gone, disappear for good, disappear forever, not exist, hurt myself, go to sleep and never, fall asleep and never, it all to stop, it all to end, it all over, it to be over, commit suicide, it to end, suicide, killed myself, gas myself, gone for good, never been born, never born, not here any more, out of this life, blow my brains, do away with myself',
  SUICIDE:
    'suicid*, suicide*, suicidal, sucidal, suisidal, suicidle, kms, kmsl, self harm*, self harming, selfharm*, unalive*, ctb',
  LIVE: 'live, living, exist, go on, going on, carry on, carrying on, be here, being here, be alive, being alive, wake up, waking up, life, continue, continuing, be around, keep going, be on this earth, be in this world, see tomorrow',
  PLANWORD:
    'tonight, plan*, planned, planning, going to, gonna, gona, gunna, will, tomorrow, got tablets, note, got rope, rope, saved up, stockpil*, bridge, train, today, ready, knife, razor, decided, got the pills, overdose, hang, hanging, jump*, pills, about to, wrists, method, noose, gun, means to, goodbye',
  HURTER: `he, she, they, hes, shes, husband*, hubby, wife, partner*, boyfriend*, bf, girlfriend*, gf, ex, exs, dad, mum, mam, father, mother, stepdad, step dad, stepfather, son, daughter, brother, sister, carer, someone, somebody, some bloke, bloke, man, men, lads, fella, fiance, husband has, missus, old man, other half, oh, uncle, housemate, flatmate, landlord, neighbour, gang, stranger, roommate, guy, him, girl, woman, people, kids at school`,
  BLOW: `hit*, hits, hitting, hurt*, hurts, hurting, beat*, beats, beating, beaten, kick*, kicks, kicked, kicking, punch*, punched, push*, pushed, shov*, shove*, shoved, threw, throw*, throws, thrown, strangl*, strangled, attack*, attacked, slap*, slapped, chok*, choked, bash*, bashed, batter*, battered, thump*, thumped, headbutt*, stamp*, stamped, assault*, assaulted, grab*, grabbed, drag*, dragged, smack*, smacked, bit, burnt, stab*, stabbed, rape*, raped, abus*, abuse*, abused, pinn*, pinned, slamm*, slammed, wallop*, lamp*, lamped, belt*, belted, twat*, clobber*, rough* up, threaten*, threatened, knock*, lashed, forced, spat at, molest*, laid into, chucked, booted, whack*, elbowed, throttl*, pins`,
  ME: 'me, my back, my face, at me, my head, my arm, my hair, my spine, me up, my ribs, me around, us, my neck, my throat',
  AFRAID:
    'scared of, afraid of, frightened of, terrified of, fear of, scare* me, frightens me, terrifies me, scared when, live in fear of, walking on eggshells, nervous around, scared about',
  INJECT:
    'inject drugs, injecting drugs, injects drugs, inject heroin, injecting heroin, inject speed, inject coke, inject steroids, inject, injecting, injects, injected drugs, heroin, smack head, shoot up, shooting up, shot up, iv drug*, iv drugs, intravenous drug*, iv user, use needles, using needles, share needles, sharing needles, needle exchange, dirty needles, jack up, jacking up, mainlin*, banging up heroin, pin cushion, fix in my arm, methadone, skag, crack and heroin, bang up, injecting gear, inject gear, on the gear, track marks, dig, slam meth',
  IMMUNE:
    'immunosuppress*, immunosuppressed, immunosuppressant*, immuno suppressed, immune suppress*, immune suppressed, immune suppressant*, immunocompromised, immune compromised, weak immune system, low immune system, no immune system, immune system is low, immune system is weak, low immunity, weak immunity, methotrexate, azathioprine, humira, adalimumab, infliximab, etanercept, enbrel, rituximab, tocilizumab, biologic*, biologics, ciclosporin, cyclosporin, tacrolimus, mycophenolate, leflunomide, hiv, hiv positive, aids, no spleen, without a spleen, spleen removed, spleen taken out, splenectomy, transplant*, new kidney, new liver, donor kidney, neutropenic, neutropenia, chemo, chemotherapy, low white cells, low white blood',
  STEROID:
    'steroid*, steroids, prednisolone, prednisone, predisolone, pred, prednisilone, dexamethasone, hydrocortisone tablets, steriods, steriod tablets, cortisone tablets, steroid tablet*',
  LONGTERM:
    'years, long term, longterm, months, long time, ages, always, tablets, daily, every day, since, regular, permanently, a lot, lifelong, several courses, decades, for life',
  EPIDURAL:
    'epidural*, spinal injection*, injection in spine, injection in my spine, injection in my back, back injection*, facet injection*, nerve root injection*, steroid injection in back, steroid injection in my back, spinal anaesthetic, spinal block, lumbar puncture, spinal tap, back surgery, spinal surgery, surgery on back, surgery on my back, surgery on my spine, back operation, back op, spinal op, spinal operation, operation on my back, operation on back, operation on spine, operation on my spine, spine operated, back operated, discectomy, microdiscectomy, laminectomy, spinal fusion, decompression, disc surgery, disc removed, disc operation',
  RELATIVE:
    'mum, mums, mummy, mom, moms, mam, mams, mother, mothers, dad, dads, daddy, father, fathers, nan, nans, nana, nanna, gran, grans, granny, grandma, grandad, grandads, granddad, grandpa, grandfather, grandmother, grandparents, gramps, uncle, uncles, aunt, aunts, auntie, aunty, aunties, cousin*, sister*, brother*, niece, nephew, sibling*, parent*, parents, friend*, mate*, neighbour*, colleague*, workmate*, coworker, boss, wife, wifes, husband, husbands, hubby, partner*, boyfriend*, girlfriend*, son*, daughter*, kid*, kids, child*, children, grandson*, granddaughter*, in law, in laws, mother in law, father in law, stepmum, stepdad, mil, fil, bestie, teacher, patient*, client*, man at work, lady at work, lady next door, man next door, woman at work, guy at work, bloke at work, girl at work, someone at work, best friend, family, relative*, ex, twin, godmother, missus, fiance, fiancee, fella, other half, bloke, someone i know, somebody i know, celebrity, my late',
  PET: 'dog*, cat*, horse*, puppy, kitten, rabbit*, pet, pony, hamster',
} as const

/** Words that turn, limit or explain what is said. */
export const turns: Readonly<Record<string, string>> = {
  FAMILY:
    'in the family, in my family, in our family, family history, runs in the family, runs in my family, genetic, hereditary, on my dads side, on my mums side, side of the family',
  MOVEWORD:
    'get up, getting up, get out, getting out, get off, getting off, get to, getting to, get dressed, stand, standing, sit, sitting, sit down, sitting down, bend, bending, walk, walking, reach, climb, turn over, turning, roll over, lie, lying, carry, lift, drive, crouch, squat, kneel, twist, get on, getting on, go up, go down, reaching, get comfy, get comfortable, sleep, clean, hoover, get in, getting in',
  JOB: 'nurse*, nursing, paramedic*, doctor, gp, work in, work as, work with, work on, works in, works as, job, charity, research, ward, unit, volunteer*, fundrais*, race for life, marathon for, hospice, study*, studying, student, training, course, programme, documentary, tv, film, book, coffee morning, run for, awareness, support group, first aid, raising money, fundraiser, fundraising, receptionist',
  SEAT: 'cycling, cycle, biking, bike, bike ride, horse, riding, sitting, sat, seat, flight*, plane, drive*, driving, bench, desk, hours on, chair, spin class, stool, saddle, long journey, train, pew, floor, rowing, coach',
  SOFA: 'sofa, settee, couch, armchair, chair, into bed, in bed, on the bed, heap, laughing, laughter, arches, tent, gazebo, pushchair, buggy, disc, vertebra, wall, shelf, shelves, marriage, business, economy, deckchair, giggles, exhausted, lung',
  SLEEPWORD: 'sleep, asleep, off to sleep, off, hint*, hints, kids, everything to, me home, the kids off, off the',
  PACKET:
    'within, as it says, like it says, as packet says, as the packet says, what it says, no more than, not more than, never more than, max of, maximum of, up to, allowed, how many, can i, should i, is it safe, safe to, prescribed, as directed, limit is, only, just, less than, under',
  GYM: 'gym, leg day, squat*, workout*, marathon, running, run, training, press ups, push ups, exercise class, spin class, deadlifts, hike, hiking, climbing, football, rugby, half marathon, lunges, bench press, weights, crossfit',
  ANSWERFOR:
    'filling this in, fill this in, on behalf, asking for my, doing this for, answering for, cant tell us, cant tell me, her carer, his carer, shes the patient, hes the patient, she is the one, i am asking for',
  WITNESS:
    'drove past, saw, tv, telly, watched, film, news, stuck behind, held up by, delayed by, witnessed, on the way, traffic jam',
  WEATHER:
    'outside, weather, heatwave, sunshine, summer, in the shade, sun, forecast, room, bath, oven, water, shower, degrees north, garden, greenhouse, conservatory, washing, wash, dishwasher, office, pool, sauna, pack*, packs, bottle, wheat bag, pad, packs help, compress*, climate, flushes, holiday, spain, kitchen',
  MENOPAUSE: 'menopaus*, menopause, menopausal, perimenopause, hot flushes, hot flush, flushes, the change, hrt',
  FUNNYBONE:
    'boredom, cold weather, grief, shock, injection at dentist, from the cold, with cold, comfortably, emotionally, inside emotionally, emotional, ice, ice pack, in the snow, cream, numbing cream, dentist',
  YEARSAGO:
    'last year, years ago, yrs ago, as a child, as a kid, when i was a child, when i was a kid, when i was little, when i was young, when i was younger, in my teens, in my twenties, in my 20s, decades ago, back in, childhood, when i was at school, as a teenager, years back, at school, a long time ago, once before',
}

/** All meanings by name. */
export const lexicon: Readonly<Record<string, string>> = { ...body, ...signs, ...world, ...turns }
