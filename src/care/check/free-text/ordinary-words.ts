/**
 * Ordinary words that lie within a slip of a telling one ("shift", "strike"): never taken for it. Data only, A to Z.
 */
export const ordinaryWords: readonly string[] = `
  accessed accessing acids acres acting acts adds aged airline airport ancient anna anybody arise arising assessed
  assessing attach attached babe babes backed background backgrounds backing bacteria balanced ballet bands 
  barn barrow bars based bases bass bathing bathrooms beaches bearing bears beast beatles bedroom began bell belle
  beta betting betty bidding billing bills billy bind binding biological biology blackjack blake blend blocked
  blocking blocks blogging boating boats bond bonus booking bother brake brakes branches brand breach breaking breeds
  bride bridges briefing broker brokers browsers buck bucks bufing buildings bumper bumpy buns burner burton bush
  butts buying cache cached camp camping camps canberra cancel cancelled candidate cannon caps captured card cards
  career carey carl carmen carried carries carroll carseat cart carter cash cast casting catering causing cave
  celebrate cent centered chairman chairs chambers chapter chapters char chargers charter cheat cheats checking checks
  cheers chem chess chester childrens chill chilly choir choosing cited clearing clock closed closing cloth cloud
  clouds clout coaching coalition coated coating cocks coding collection collections collective college colleges
  colored colours combined combines combining comedy comp completion complexity compromise concerning concert concerts
  confusion connecting consent considerable constraint constraints consumer consumers contact containing content
  continued continues continuity contracting contractor contractors contracts controlled cooked cool coral cordless
  corp cotbed counters counting cowboy creating crops crossing crouching deadline deaf deaths decade decide dedicated
  defeat defects defendant delicious dentists dependence depending detected diameter dicks dies difference differences
  differential differently difficulties dining direction dirt disabilities disclose disco discover diseases disks
  divine dock donate downloading downloads drawing drawn dried drilling duck earrings easing easter ejaculation
  election elections electrician electro electron electronic elegant employed endless engaged enlarge enrolled entered
  entering everybody everyday everyone everywhere exchanges excitement excluding exclusion execution exhaust exists
  exit expanded expanding expansion expertise explore explorer exploring exposed extended extending extras facility
  failures fantastic fantasy faster feat feature featured features featuring feeding fees fellow felting fiction
  fighters figured filed filing filtering finance finder finding finnish fitting fleet flights flip floating
  flooring flour flowers flux focal fold folder folding footwear forces formed foto fraction france friendly
  friendship functional functions fund gambling gaming gaps gary generally giants girls grain grand grant
  granted grants groundwater growing guys hacker handbook handheld handled handling handy hans
  happen hardwood hats heading headline healing hear heard hearing hearth heath heather herein highchair highlight
  highlighted highlights hired hiring hist hobby holmes homeless hong hoped hopefully hopes hopkins hose hottest
  household houses housing howard hugo hung hunting important indicate indicated indicates indicating induction
  infectious inflation informed infrared initiated insects inserted insertion insider inspection inspections instant
  interact interested interests internet invention investing jackson jean johnson jumper keno kilometers kinds kiss
  knowledge lands lane larry leading leads leaf leaning leasing leaves leaving legend lending lifetime lightbox
  lighter lightweight lime lined lines lion lions listed listing lived lives loan loans locked locking lodge logged
  logging login lone loving mailing mainland mainstream maintained maintaining maintains mandate marble
  matching mats matters mechanic mechanics medicare meditation medline meeting meets mentioned mere messages meta
  methods metro meyer milton mingle minimum mining missing mistress modeling mods moments month mopping moss
  mountains mounting movers movie movies mucking muggins munich naval neighbor neighbors nevertheless newman
  newport newsletters newspaper nice nick nightlife noon norman nose notebook noted notre novel offline operate
  operates operating operational operations operator outcome outcomes outline outlook outstanding overcome packages
  packaging painted painting paperback para paradise parallel parental paris parking parties partnership
  passport passwords patent patents paying payment payments peas peeling peers pending penn peoples perform periods
  permanent person persons phones picks pike pilates pint pipe pirates placed placement places placing plain plains
  planes planet planner plant planted planting plants plastics plate platforms played pleasure pocket pockets
  poet pointing points pole poll polls pools portable ports posing postage pound powder powers preferred
  prefers pricing printed printing processing prot pruning public pubs pulled punk purposes racing raking rapid
  reached reaches reaction reactions read readings realized reasonable reasoning reasons reception recommend
  recommends reduce reduces refined regarded regarding regional related relates relating relation relations
  relationships relatively remain remained remaining remains remembered remove rental repeated replace replied
  respondent resting retain retained revision ripe rise roads roller roofer roommates rosa roses routing ruby rush
  sailing sampling sand sans scaffolder scales scanning score scoring sealed seasons seatbelt
  seating seeking sees sell selling sells sending sentence sequences sets setting sewing shaken shaped shared shark
  shaved sheep shift shifting shine shipped shipping shirts shopper shopping shore shortcuts shorts shots shovel
  showed showing shut signing sing singing singles sink sites skating skilled skills skins skip skirts slide slot
  slots smoking softball sold solo solve solved solving songs sony sorting spam spas speaks spell spelling
  spending split sporting sports spotlight sprain spreading springer staff staffing stan standings starring stars
  stated stating stayed steam steering sterling stick sticks sticky stockings stocks stoke stolen store stored stores
  story strained strand strap streak streaming streams strengthen strengths strike strikes striking string strings
  stripes strongly stuffed suited suits sunny supplied supported supports surfing swap swear
  sweater sweep sweeping sweet tables tail tale talented tales talks tall target targeted targets teachers
  teaches team template terry textile textiles thanks theater theaters threaded threats thumbnail thumbnails
  tied ties timeline tips tire tires token tommy tones touring toys tracked tracker tracking tracks trading
  trailer trained trains translated trap traveling treated treatments trial trials trick tricks tries trim trio
  troubleshooting true twins twister underground understand understanding undertake undertaken uses vice
  visiting voices walker wallpaper wallpapers walter watches watershed wearing weddings weeding weeds weedy weekend
  weekends welding wide wifi willing winning wiring wives women woods woolen workforce worlds worm wrestling
  wright writing writings lockdown`
  .trim()
  .split(/\s+/)
