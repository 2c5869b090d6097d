/** What is listened for: illnesses and operations that make a danger more likely, or hide one. The language of the lines is told in `sign.ts`. Data only. */
import type { DangerSign } from './sign.ts'

/** The signs of this group, in the order of the check. */
export const history: readonly DangerSign[] = [
  {
    question: 'steroids',
    says: 'steroid tablets',
    kind: 'history',
    lines: `
      STEROID & tablets/LONGTERM/course*/take/taking/on ! steroid_cream*/steroid_ointment*/cream_steroid*/cream_with_steroid*/steroid_inhaler*/inhaler_steroid*/inhaled_steroid*/preventer_inhaler*/steroid_nasal/nasal_steroid*/steroid_nose/nose_spray_steroid*/steroid_spray*/steroid_nasal_spray*/steroid_nose_spray*/spray_steroid*/as_a_child/as_a_kid/as_child
      STEROID & LONGTERM ! steroid_cream*/steroid_ointment*/cream_steroid*/cream_with_steroid*/steroid_inhaler*/inhaler_steroid*/inhaled_steroid*/preventer_inhaler*/steroid_spray*/steroid_nasal_spray*/steroid_nose_spray*/spray_steroid*/gym_steroid*/steroids_at_gym/steroids_for_gym/steroids_from_gym/steroid_injection*/injection_of_steroid*/injections_of_steroid*/steroids_injection*/as_a_child/as_a_kid
      prednisolone/methylprednisolone/medrol/deltacortril/deflazacort/prednisone/pred/dexamethasone/predisolone/prednisilone/steriods_tablets ! as_a_child/as_a_kid
      on_steroids/taking_steroids/take_steroids/steroid_tablets ! steroid_cream*/steroid_ointment*/cream_steroid*/cream_with_steroid*/steroid_inhaler*/inhaler_steroid*/inhaled_steroid*/preventer_inhaler*/as_a_child/as_a_kid
      steroid_tablet* > and/plus > cream*/inhaler*/spray/injection*
      pred/prednisolone > and/plus > cream*/inhaler*
      STEROID > every/each/often/winter/lots/most/repeat* ! steroid_cream*/steroid_ointment*/cream_steroid*/cream_with_steroid*/steroid_inhaler*/inhaler_steroid*/inhaled_steroid*/preventer_inhaler*/steroid_nasal/nasal_steroid*/steroid_nose/nose_spray_steroid*/steroid_spray*/steroid_nasal_spray*/steroid_nose_spray*/spray_steroid*/gym_steroid*/steroids_at_gym/steroids_for_gym/steroids_from_gym`,
  },
  {
    question: 'infRisk',
    says: 'something that makes an infection more likely',
    kind: 'history',
    lines: `
      INJECT/dirty_needle/used_needle/shared_needle/ivdu/subutex/suboxone/espranor ! knit_dig*/needles_to_knit/using_needles_to_knit/knit_with/knit/crochet/humour/inject_insulin/injecting_insulin/injects_insulin/insulin_inject*/inject_epipen/epipen_inject*/epipen/flu_jab/inject_flu/flu_inject*/flu_vaccin*/inject_botox/botox_inject*/injecting_botox/dig_garden/mole_in_garden/made_me_dig/had_to_dig/digging_garden/garden_dig*/dig_in_garden/dig_over/potato* = injects
      judge/judgement/judging >> use/using/used/inject* > groin/veins/arm/gear/drugs/again = injects
      still/use/using > groin/veins ! PARA/ibuprofen/tens/heat/ice/cream/roller/pack/gel/ball/brace/support/patch/strap/pain/stretch*/wheat = injects
      veins > shot/collapsed/knackered ! varicose/blood_test/cannula = injects
      lived/grew_up/grown_up/im_from/come_from/came_from/comes_from/family_from && cough*/coughing > weeks/month/months
      IMMUNE ! transplanting/transplant*_tomatoes/tomatoes_transplant*/transplant*_my_tomatoes/transplant*_seedlings/seedlings_transplant*/transplant*_my_seedlings/transplant*_plants/plants_transplant*/transplant*_my_plants/transplant*_house_plants = immune
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
      BACKBONE/skin/wound/scar/cut/boil/cyst/spot > infected ! laptop_infected/infected_laptop/laptop_got/my_laptop_is/computer_infected/infected_computer/computer_virus/computer_got/virus_on_my/virus_infected/virus_on_computer = infection
      infected > last_week/last_month/weeks_ago/recently ! laptop_infected/infected_laptop/laptop_got/my_laptop_is/computer_infected/infected_computer/computer_virus/computer_got/virus_on_my/virus_infected/virus_on_computer/phone_infected/infected_phone/phone_got/phone_was = infection
      infected > BACKBONE/skin/wound/scar/cut/boil/cyst/spot ! laptop_infected/infected_laptop/laptop_got/my_laptop_is/computer_infected/infected_computer/computer_virus/computer_got/virus_on_my/virus_infected/virus_on_computer = infection
      had/recent/recently/just_had/after > sepsis/blood_poisoning/septicaemia/infection > last_week/last_month/ago/weeks/recently = infection
      using/use/uses/back_on/on_the + gear ! bike_gear*/gear_on_bike/gears_on_bike/gear_bike/car_gear*/gear_in_car/gear_of_car/in_my_car/climbing_gear/sport_gear/sports_gear/gear_for_sport*/safety_gear/bottom_gear/first_gear/low_gear/lower_gear/lowest_gear = injects
      spleen > out/removed/taken/gone/missing = immune
      on_the_needle ! acupuncture = injects
      knocks/knock/knocked/lowers/lower/weakens/dampens > defences/defenses/immune/immunity = immune
      kidney_machine = line
      central_line/tunnelled_line/tunneled_line/feeding_line/tpn/vascath/permcath/groshong/midline/portacath/capd/peritoneal/line_in_my_arm/line_in_my_chest/line_in_my_neck/iv_antibiotics/home_drip/drip_at_home/port_in_my_chest = line
      line > flushed ! phone/internet/sewer/drain*/toilet/loo = line`,
  },
  {
    question: 'fxRisk',
    says: 'something that makes a broken bone more likely',
    kind: 'history',
    lines: `
      osteopor*/osteoporosis/oestoporosis/osteopenia/osteoperosis/osteoparosis/ostioporosis = osteoporosis
      thin/brittle/crumble*/weak/fragile/crumbly/soft + bones/bone/spine ! mattress_is_thin = osteoporosis
      alendronic/alendronate/risedronate/zoledronate/zoledronic/ibandronate/ibandronic/bisphosphonate*/raloxifene/teriparatide/romosozumab/denosumab/prolia/fosamax = osteoporosis
      rheumatoid/rheumatoid_arthritis/ra = ra
      early_menopause/premature_menopause = menopause
      hormone + injection*/implant/treatment/therapy/blocker*/tablets && prostate/breast = hormoneBlock
      eating_disorder/anorex*/anorexia/very_underweight/underweight = thin
      compression_fracture*/fragility_fracture*/vertebral_fracture*/crush_fracture* = osteoporosis
      collapsed_vertebra/collapsed_vertebrae/vertebra_collapsed/vertebrae_collapsed/spine_collapsed/wedge_fracture* = osteoporosis
      bone*/bones > weak/thin/brittle/crumble*/crumbly/fragile/soft/like_chalk ! bone_broth/broth_bone*/bones_for_broth/broth_of_bones = osteoporosis
      broke/broken/fractured/snapped >> just/only/simply + trip*/tripping/fell/falling/sneeze*/cough*/standing = osteoporosis
      dexa*/dexa_scan/bone_scan/bone_density > osteop*/osteopenia/osteoporosis/low/bad/thin/poor = osteoporosis
      bone*/bones > thinning/going/wearing/losing ! bone_broth/broth_bone*/bones_for_broth/bones_in_broth = osteoporosis
      losing/lost/low/poor + bone*/bone_density = osteoporosis
      vertebra*/vertebral/spine/back > fracture*/fractured/broke/broken ! car_back/back_of_car/car_broke/car_broken/bed_broke/bed_broken/broke_bed/broken_bed = osteoporosis
      break/breaks/breaking + bones ! as_a_child = osteoporosis
      bones > break/snap/breaks > easily/easy/nothing = osteoporosis
      bone*/bones > honeycomb/biscuit*/eggshell*/lace/cheese/glass/chalk ! bone_broth/broth_bone*/bones_for_broth/broth_from_bone* = osteoporosis`,
  },
  {
    question: 'B5',
    says: 'an operation, epidural or injection in the spine',
    kind: 'history',
    lines: `
      EPIDURAL ! NOTYET/YEARSAGO/before_surgery
      spine/back > operated/surgery/operation/op ! NOTYET/YEARSAGO/years_ago
      since_my_surgery/after_surgery/after_my_operation/since_the_operation ! YEARSAGO
      wound/scar/incision/stitches/staples > ooz*/oozing/pus/weep*/weeping/leak*/yellow/green/smell*/opened/split/burst ! years_ago/for_years/knee_wound/knee_scar/wound_on_knee/scar_on_knee/hand_wound/hand_scar/wound_on_hand/scar_on_hand/finger_wound/wound_on_finger/scar_on_finger/cut_on_finger/foot_wound/wound_on_foot/scar_on_foot/cut_on_foot/toe_wound/wound_on_toe/scar_on_toe/cut_on_toe/ear_wound/wound_on_ear/ear_stitches/stitches_in_ear/dog_wound/dogs_wound/dog_scar/dogs_stitches/dog_has
      op/operation/surgery/operated && cut > weep*/weeping/ooz*/oozing/leak*/leaking/pus/opened ! knee/hip/finger/hand/foot/toe/YEARSAGO
      facet/joint/nerve/spine/spinal/back/epidural/steroid + injection* ! YEARSAGO/NOTYET
      injection*/jab/jabs > spine/back/facet/disc ! YEARSAGO/NOTYET/flu_jab*/flu_injection*/flu_vaccin*/covid_jab*/covid_injection*/covid_vaccin*/covid_booster
      needle > spine/back ! acupuncture/knit*/haystack/dry_needl*/needl*_dry`,
  },
  {
    question: 'I9',
    says: 'earlier cauda equina syndrome or a big disc bulge',
    kind: 'history',
    lines: `
      cauda/corda
      ces
      big/massive/huge/large/giant/severe + slipped_disc/disc/disk/prolapse/herniation/disc_bulge/hernia
      disc/disk > massive/huge/large/big ! small_disc/small_bulge/small_one/disc_is_small
      large_central/pressing_on_nerves/compressing_nerves`,
  },
  {
    question: 'I11',
    says: 'sickle cell disease',
    kind: 'history',
    lines:
      'sickle_cell/sickle/sicklecell/sickle_crisis ! sickle_trait/sickle_cell_trait/only_trait/just_trait/have_trait/got_trait/carry_trait/carrier/sickle_in_shed/shed_sickle/sickle_from_shed/garden_sickle/sickle_in_garden/sickle_garden/cut_with_sickle/using_a_sickle/with_a_sickle/hammer_and_sickle/sickle_and_hammer/sickle_hammer',
  },
  {
    question: 'I12',
    says: 'something that could hide warning signs',
    kind: 'history',
    lines: `
      ms ! ms_degree/degree_ms/ms_office/ms_word/ms_teams/ms_windows/ms_excel
      multiple_sclerosis
      dementia/alzheimer*/donepezil/aricept/rivastigmine/galantamine/memantine
      cord_injury/spinal_injury/parapleg*/tetraplegic/quadriplegic/spina_bifida
      learning_disabilit*/learning_difficulties/learning_difficulty/downs_syndrome/down_syndrome/has_downs/with_downs/have_downs/has_ld/non_verbal/nonverbal/cerebral_palsy ! downs_tools/dyslexi*
      very_drowsy/cant_stay_awake/hard_to_rouse ! at_night/night_tablet*/night_nurse/night_shift*`,
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
