/** What is listened for: illnesses and operations that make a danger more likely, or hide one. The language of the lines is told in `sign.ts`. Data only. */
import type { DangerSign } from './sign.ts'

/** The signs of this group, in the order of the check. */
export const history: readonly DangerSign[] = [
  {
    question: 'steroids',
    says: 'steroid tablets',
    kind: 'history',
    lines: `
      STEROID & tablets/LONGTERM/course*/take/taking/on ! cream*/inhaler*/nasal/spray/as_a_child/as_a_kid/as_child
      STEROID & LONGTERM ! cream*/inhaler*/spray/gym/injection*/as_a_child/as_a_kid
      prednisolone/methylprednisolone/medrol/deltacortril/deflazacort/prednisone/pred/dexamethasone/predisolone/prednisilone/steriods_tablets ! as_a_child/as_a_kid
      on_steroids/taking_steroids/take_steroids/steroid_tablets ! cream*/inhaler*/as_a_child/as_a_kid
      STEROID > every/each/often/winter/lots/most/repeat* ! cream*/inhaler*/nasal/spray/gym`,
  },
  {
    question: 'infRisk',
    says: 'something that makes an infection more likely',
    kind: 'history',
    lines: `
      INJECT/dirty_needle/used_needle/shared_needle/ivdu/subutex/suboxone/espranor ! knit/crochet/humour/insulin/epipen/flu/botox/garden/dig_over/potato* = injects
      IMMUNE ! transplanting/tomatoes/seedlings/plants = immune
      dialysis/haemodialysis/picc_line/hickman/long_term_catheter/port_a_cath = line
      endocarditis/osteomyelitis/discitis/septic_arthritis/blood_infection/heart_valve_infection/valve_infection = blood
      diabet*/diabetes/diabetic/type_1/type_2/insulin/metformin/gliclazide/glimepiride/sitagliptin/linagliptin/alogliptin/dapagliflozin/empagliflozin/canagliflozin/dulaglutide/trulicity ! relative/diabetic_socks/diabetic_shoes/diabetic_sock = diabetes
      cirrhosis/liver_disease/hepatitis/liver_failure = liver
      abscess*/pneumonia/cellulitis/infected_wound/infected_tooth/bacterial_infection/mrsa/wound_infection ! years_ago/as_a_kid/as_a_child/as_a_baby/as_a_teenager/when_i_was_a_kid/when_i_was_a_child/when_i_was_little/in_childhood/decades_ago = infection
      alcoholic/drink_too_much/drink_a_bottle/bottle_of_vodka/heavy_drinker/alcohol_dependent/drinking_heavily/cant_stop_drinking = drinking
      bottle/bottles/litre/litres/liter/liters/cans/crate/half_bottle > vodka/wine/gin/whisky/whiskey/rum/cider/lager/beer/brandy/spirits/stella/special_brew > a_day/every_day/daily/every_night/a_night/nightly/each_day/each_night/most_days/most_nights/all_day = drinking
      n5 + cans/pints > a_day/every_day/daily/every_night/a_night/nightly/each_day/each_night/most_days/most_nights = drinking
      tb/tuberculosis = tb
      artificial_heart_valve/heart_valve/valve_replaced/valve_replacement/mechanical_valve/new_valve = valve
      spinal_cord_stimulator/spinal_stimulator/pain_pump/baclofen_pump = implant
      use/uses/using/share/shared + needle*/needles ! acupuncture/knit/crochet/knitting/sewing/insulin = injects
      biologic*/biologics/anti_tnf/ustekinumab/vedolizumab/tofacitinib/ciclosporin = immune
      BACKBONE/skin/wound/scar/cut/boil/cyst/spot > infected ! laptop/computer/virus = infection
      infected > last_week/last_month/weeks_ago/recently ! laptop/computer/virus/phone = infection
      infected > BACKBONE/skin/wound/scar/cut/boil/cyst/spot ! laptop/computer/virus = infection
      had/recent/recently/just_had/after > sepsis/blood_poisoning/septicaemia/infection > last_week/last_month/ago/weeks/recently = infection
      using/use/uses/back_on/on_the + gear ! bike/car/climbing/sport*/safety/bottom/first/low = injects
      spleen > out/removed/taken/gone/missing = immune
      on_the_needle ! acupuncture = injects
      knocks/knock/knocked/lowers/lower/weakens/dampens > defences/defenses/immune/immunity = immune
      kidney_machine = line`,
  },
  {
    question: 'fxRisk',
    says: 'something that makes a broken bone more likely',
    kind: 'history',
    lines: `
      osteopor*/osteoporosis/oestoporosis/osteopenia/osteoperosis/osteoparosis/ostioporosis = osteoporosis
      thin/brittle/crumble*/weak/fragile/crumbly/soft + bones/bone/spine ! thin_mattress = osteoporosis
      alendronic/alendronate/risedronate/zoledronate/zoledronic/ibandronate/ibandronic/bisphosphonate*/raloxifene/teriparatide/romosozumab/denosumab/prolia/fosamax = osteoporosis
      rheumatoid/rheumatoid_arthritis/ra = ra
      early_menopause/premature_menopause = menopause
      hormone + injection*/implant/treatment/therapy/blocker*/tablets && prostate/breast = hormoneBlock
      eating_disorder/anorex*/anorexia/very_underweight/underweight = thin
      compression_fracture*/fragility_fracture*/vertebral_fracture*/crush_fracture* = osteoporosis
      collapsed_vertebra/collapsed_vertebrae/vertebra_collapsed/vertebrae_collapsed/spine_collapsed/wedge_fracture* = osteoporosis
      bone*/bones > weak/thin/brittle/crumble*/crumbly/fragile/soft/like_chalk ! broth = osteoporosis
      broke/broken/fractured/snapped >> just/only/simply + trip*/tripping/fell/falling/sneeze*/cough*/standing = osteoporosis
      dexa*/dexa_scan/bone_scan/bone_density > osteop*/osteopenia/osteoporosis/low/bad/thin/poor = osteoporosis
      bone*/bones > thinning/going/wearing/losing ! broth = osteoporosis
      losing/lost/low/poor + bone*/bone_density = osteoporosis
      vertebra*/vertebral/spine/back > fracture*/fractured/broke/broken ! car/bed = osteoporosis
      break/breaks/breaking + bones ! as_a_child = osteoporosis
      bones > break/snap/breaks > easily/easy/nothing = osteoporosis
      bone*/bones > honeycomb/biscuit*/eggshell*/lace/cheese/glass/chalk ! broth = osteoporosis`,
  },
  {
    question: 'B5',
    says: 'an operation, epidural or injection in the spine',
    kind: 'history',
    lines: `
      EPIDURAL ! avoid/hoping/hope/worst_fear/fear/YEARSAGO/dont_want/need/want/waiting/offered/refused/considering/suggest*/afraid/before_surgery
      spine/back > operated/surgery/operation/op ! fear/YEARSAGO/dont/want/need/waiting/years/avoid/offered
      since_my_surgery/after_surgery/after_my_operation/since_the_operation ! YEARSAGO
      wound/scar/incision/stitches/staples > ooz*/oozing/pus/weep*/weeping/leak*/yellow/green/smell*/opened/split/burst ! years/knee/hand/finger/foot/toe/ear/dog
      facet/joint/nerve/spine/spinal/back/epidural/steroid + injection* ! YEARSAGO/want/need/waiting/offered/hoping/fear
      injection*/jab/jabs > spine/back/facet/disc ! YEARSAGO/want/need/waiting/offered/hoping/fear/flu/covid
      needle > spine/back ! acupuncture/knit*/haystack/dry`,
  },
  {
    question: 'I9',
    says: 'earlier cauda equina syndrome or a big disc bulge',
    kind: 'history',
    lines: `
      cauda/corda
      ces
      big/massive/huge/large/giant/severe + slipped_disc/disc/disk/prolapse/herniation/disc_bulge/hernia
      disc/disk > massive/huge/large/big ! small
      large_central/pressing_on_nerves/compressing_nerves`,
  },
  {
    question: 'I11',
    says: 'sickle cell disease',
    kind: 'history',
    lines: 'sickle_cell/sickle/sicklecell/sickle_crisis ! trait/shed/garden/hammer',
  },
  {
    question: 'I12',
    says: 'something that could hide warning signs',
    kind: 'history',
    lines: `
      ms ! degree/office/word/teams/windows/excel
      multiple_sclerosis
      dementia/alzheimer*/donepezil/aricept/rivastigmine/galantamine/memantine
      cord_injury/spinal_injury/parapleg*/tetraplegic/quadriplegic/spina_bifida
      learning_disabilit*/downs_syndrome/down_syndrome
      very_drowsy/cant_stay_awake/hard_to_rouse ! night`,
  },
  {
    question: 'E7',
    says: 'a stiff or fused spine',
    kind: 'history',
    lines: `
      ankspond/ankolosing/spondylitis/bechterew*
      fused/fusion + spine/spinal/back/vertebrae/lumbar
      spine/spinal/back > fused/fusion/bamboo
      dish_disease/bamboo_spine
      got_as/have_as
      back/spine > one_long_bone/one_solid_bone/one_bone
      call/called/calls > bamboo`,
  },
]
