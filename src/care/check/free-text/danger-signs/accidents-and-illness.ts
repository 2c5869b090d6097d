/** What is listened for: an accident, a new shape, cancer, weight, tiredness, eyes, skin. The language of the lines is told in `sign.ts`. Data only. */
import type { DangerSign } from './sign.ts'

/** The signs of this group, in the order of the check. */
export const accidentsAndIllness: readonly DangerSign[] = [
  {
    question: 'E1',
    says: 'a serious accident',
    kind: 'sign',
    lines: `
      VEHICLE && hit/hits/rammed/clipped/smashed/shunted/STRUCK/CRASH && i_was_in_it/i_was_still_in_it/i_was_sat_in_it/with_me_in/with_us_in/me_inside/us_inside/i_was_inside/we_were_in_it
      VEHICLE + CRASH ! WITNESS/computer/laptop/my_parked/our_parked/his_parked/her_parked/was_parked/parked_and_empty/wasnt_in_it/not_on_it/wasnt_on_it/not_in_it
      CRASH > VEHICLE ! WITNESS/computer/crash_test/crash_tests/crash_testing/crash_tested/my_parked/our_parked/his_parked/her_parked/was_parked/parked_and_empty/wasnt_in_it/not_on_it/wasnt_on_it/not_in_it
      CRASH + my/the/our/his/her + VEHICLE ! WITNESS/my_parked/our_parked/his_parked/her_parked/was_parked/parked_and_empty/wasnt_in_it/not_on_it/wasnt_on_it/not_in_it
      VEHICLE > rolled/flipped/overturned/written_off/write_off/wrapped/totalled/into_a_tree/into_a_wall
      rta/rtc/rtas
      wrote > car/van/bike/motorbike > off ! my_parked/our_parked/his_parked/her_parked/was_parked/parked_and_empty/wasnt_in_it/not_in_it
      FALL + down > well ! oh_well
      nan/nana/nanna/gran/granny/grandma/grandad/grandpa > slipped/fell/fallen > ice/stairs/bathroom/shower/step/kerb/floor/wet
      pedestrian/cyclist > vs > VEHICLE
      pushed/shoved/threw/kicked/knocked/pulled/dragged/yanked > me/him/her > down > stairs/steps/flight/cellar
      pushed/shoved/thrown/kicked/knocked/chucked + down > stairs/steps/flight/cellar
      pushed/shoved/threw/thrown > me/from/out > off/out/of/from/through > window/balcony/roof/VEHICLE/wall
      FALL > HIGH ! shelf/picture/plate/love/sale/asleep/mattress/tv_fell/telly_fell/clock_fell/mirror_fell/plaster_fell
      horse_threw/horse_chucked/horse_bolted/went_over_on + VEHICLE/me
      threw_me_off
      went/gone/came > through_ceiling/through_floorboards/through_window/through_windscreen/through_skylight/through_rooflight/through_roof_light/through_joists
      came_down/went_down > with_ladder/with_scaffold/with_scaffolding/with_platform
      FALL + through > ceiling/roof/floor/glass
      went_over > VEHICLE
      FALL/collapsed/tipped/toppled/gave_way > with_me_on/with_me_in/with_us_in ! chair/bed
      FALL >> first_floor/second_floor/top_floor/upstairs_window
      FALL + down + stairs/stair/steps/flight/cliff/hole/stairwell/escalator/banking/mountain/slope/hatch/hold/shaft/embankment
      went/goes/gone/came + down > whole/entire/full/all > stairs/steps/flight/staircase ! fine/slowly/ok/carefully
      top_to_bottom & stairs/steps/flight ! clean*/hoover*/paint*/carpet*/swept/sweep*/wash*
      header/headfirst/head_first/purler/took_a_spill/had_a_spill/nosedive/swan_dive/faceplant* > stairs/steps/flight
      tripped/stumbled/tripping + down + stairs/stair/steps/flight/stairwell/escalator
      FALL > n5 + feet/ft/foot/stairs/steps/metres/meters/m
      FALL > n2 + metres/meters/m/metre/floors/storeys/stories/storey
      FALL > a + metre/meter/storey/floor
      FALL > height/from_height/off_my_horse
      STRUCK > VEHICLE/back/bike/me/car*/player*/rugby ! my_parked/our_parked/his_parked/her_parked/was_parked/parked_and_empty
      came/went/bounced/bumped + down + stairs/stair/steps > on_back/on_head/on_face/head_first
      knocked_off + VEHICLE
      run_over/ran_over/ran_me_over ! over_to/over_time/over_by/time_run/minutes
      run_over/ran_over/ran_me_over > minutes/hour/hours > ago
      into_the_back_of + me/us/my
      VEHICLE/drove/went/ran/smashed/piled > in_the_back_of + me/us
      got/was/were/been/getting + shunted ! shunted_around/shunted_from_pillar/shunted_about/shunted_to/pillar/department*/ward_to_ward/between_wards/another_ward/aside/shunted_round
      HEAVYFELL ! child*/kid*/toddler/baby/son/daughter/cat/kicked_door/kicked_stable/kicked_fence
      rear_end*/rearended/whiplash
      dived/dive/diving/dove > shallow/pool/water/sea/bottom/head
      hit_my_head > bottom/pool
      tackle*/tackled/scrum/ruck/maul/spear_tackle > couldnt/crack*/hard/hurt/landed/rugby/neck/bad/pain
      rugby/football > tackle*/tackled
      over_handlebars
      cow/cows/bull/heifer/bullock/ram > kick*/crush*/trampl*/charg*/toss*/butt*/squash*/pin*/trap*/knock*/ran/rolled/went/sat/stood/fell/threw > me/my/him/her
      horse/pony/mare/stallion/gelding/cob > buck*/bolt*/spook*/rear*/threw/throw*/chucked > me/off
      horse/pony/mare/stallion/gelding/cob/donkey > kick*/crush*/trampl*/squash*/trap*/knock*/rolled/fell/sat/landed/reared > me/back/spine/neck/head/chest/ribs/leg/him/her
      kicked/crushed/trampled/charged/tossed/butted > by > cow/cows/bull/heifer/bullock/ram
      VEHICLE > up_the_back/up_the_arse/up_our_arse/up_our_back
      motorbike/moped/quad > came_off
      came_off/come_off/thrown_off/fell_off/chucked_off/bucked_off/flung_off/fel_off > HIGH/VEHICLE
      thrown > VEHICLE/HIGH/horse
      down_the_stairs/down_a_flight/down_some_stairs/down_the_steps & FALL
      crashed ! crashed_at_my_mates/crashed_at_a_mates/crashed_at_a_friends/crashed_out_at/crashed_out_early/crashed_out_after/computer/laptop/phone_crashed/phone_has_crashed/phone_keeps/crashed_out_sofa/crashed_on_sofa/mates_sofa/friends_sofa/crashed_on_my_sofa/onto_sofa/into_sofa/crashed_in_bed/crashed_on_bed/into_bed/onto_bed/crashed_on_my_bed/markets/asleep/diet/website/my_parked/our_parked/his_parked/her_parked/was_parked/parked_and_empty/wasnt_in_it/not_on_it/wasnt_on_it/not_in_it
      been_in/was_in + crash/smash/accident/pile_up/collision/wreck ! crash_film/crash_course/on_tv/on_telly/accident_and_emergency/in_a_film/crash_helmet
      been_in/was_in + VEHICLE + CRASH ! crash_film/crash_course/crash_helmet
      in_a + crash/smash/accident/pile_up/collision/wreck ! WITNESS
      wardrobe/shelf/shelves/bale/bales/slab/concrete/tyre/pipe/steel/barrel/masonry/sack/pallet/pole/girder/plank/tv/beam/branch/tree/wall/ceiling/brick*/load/engine/fridge/piano/gate/door/container/machine/boulder/rock/log/crate > fell/landed/dropped/came_down/toppled/collapsed > on ! on_floor/on_foot/on_my_foot/on_toe/on_my_toe
      took/bumped/bounced/slid/shot/came_down/went_down > stairs/steps/flight > bum/bottom/backside/tailbone/tail_bone/coccyx/arse ! like_toddler/like_a_toddler/shop/house/carefully/slowly/one_at_a_time/shuffl*/because/cos/cant/couldnt/have_to/had_to/toddler/lift
      cement/sandbag/sand/coal/gravel/toolbox/tile/tiles/slate/scaffold*/breeze_block/breezeblock/paving/joist/cooker/washing_machine > fell/dropped/landed/came_down/hit > me/BACKBONE/neck/head/shoulders ! FOOT/TOE/dog
      crush* > under/by/between > VEHICLE/horse/cow/wall/machine
      windscreen/windshield ! wash*/clean*/scrape*/ice_off/off_windscreen
      ladder > slipped/slid/went/collapsed/fell/gave
      hit_a + tree/lamppost/lamp_post/deer/barrier
      skiing/snowboard*/skied/sledg* > tree/crash*/fall/fell/hit
      horse/bike/motorbike/ladder/roof/stair/stairs + fall ! box/sale
      head_on_crash/head_on_smash/plane_crash/head_on_collision/hit_and_run/pile_up ! brain_had/brain_feels/in_my_brain/brain_pile
      was_crushed
      skiing_accident/ski_accident/riding_accident
      serious/bad/nasty/terrible/major/big + accident/crash/fall/smash ! WITNESS
      blown_up/explosion/electrocuted
      parachut* > landing/landed/hard
      hit_by > ball/branch/tree/pallet/beam/tile/log/brick*/train/cricket_ball/heavy
      hit_by/knocked_over_by/knocked_down_by/mown_down_by > cyclist/bicycle/scooter/motorbike/moped
      FALL && n65 ! weight/kg
      fell/slipped/tripped + over/on/off/down/backwards/badly && landed ! landed_on_my_feet
      VEHICLE > went_into/drove_into/smashed_into/ran_into/hit > us/me/back/side
      FALL/jumped >> HIGH/hatch/wall/window >> landed
      FALL > from/out_of/off/through > hatch/loft/ceiling/window/lorry/HIGH ! tv_fell/telly_fell/clock_fell/mirror_fell/plaster_fell
      VEHICLE > v/vs/versus > VEHICLE
      thrown/catapulted > off/over/from > VEHICLE/handlebars
      VEHICLE > tipped/tip/toppled/turned_over/went_over/skidded/aquaplan*/ditch/hedge/upside_down/left_the_road ! to_tip/at_tip/council_tip/recycling_centre
      VEHICLE > reversed/backed/rolled/ploughed/slammed/smashed/rammed > me/us/my/over
      dropped/landed > piano/wardrobe/fridge/beam/pallet/engine/cooker/machine/log/barrel/crate/boulder > me/back/spine
      scaffold*/ladder/roof/floor/branch/balcony/platform > gave_way/collapsed/broke/snapped > under/with
      went_over/tripped/slipped && n65 ! weight/kg
      VEHICLE > hit/rammed/shunted > from_behind/side/rear
      came_down/went_down/landed > hard/heavily/badly > HIGH
      VEHICLE/horse > slid/skidded/slipped > from_under/under
      ran/run/mowed/mown + me/him/her + down
      cropper > VEHICLE/HIGH/horse/speed
      stacked_it/binned_it/wiped_out > bike/motorbike/moped/scooter/quad/horse/corner/bend
      binned > bike/motorbike/moped/car/quad ! old_bike/old_car/old_motorbike/old_moped/broken_bike/broken_car/broken_motorbike/broken_moped/rubbish
      totalled > VEHICLE
      lost_it > bend/corner/ice/gravel & VEHICLE
      wrapped > round/around > tree/lamp*/pole/post ! scarf/bandage/lights/tinsel
      parted_company > horse/pony/VEHICLE
      dumped/decked/launched/ditched + by > horse/pony/mare
      horse/pony/mare > had/dumped/decked/launched/ditched > me
      had + crash ! crash_course/crash_diet/crash_mat/sugar_crash/crash_test/WITNESS
      through_the_back_of/up_the_back_of/into_back_of + me/us ! PAIN/shiver*/chill*/shock*/electric*
      went/drove/came/ran/smashed > into_my_back_end/into_our_back_end/into_my_rear ! PAIN
      went/flew/thrown/rolled/tossed/bounced > over_bonnet/onto_bonnet/up_bonnet/off_bonnet
      FALL + down > whole_flight/entire_flight/full_flight/flight
      had + crash/smash/accident > it_was/they_showed/was_in/made > news/paper/papers/telly/tv/radio
      came_off/fell/dropped/slipped > climbing_wall/bouldering_wall/crag/rock_face/top_rope/boulder/abseil*/route
      rope/belayer/belay/harness/hold/anchor/bolt > snapped/broke/slipped/failed/gave/dropped_me/let_go > fell/dropped/deck*/landed/hit/ground
      decked_out/hit_the_ground > climb*/boulder*/crag/route/rope
      missed > mat/crash_pad/bouldering_mat/pad > landed/fell/back ! yoga
      ground_fall/groundfall/took_a_whipper/big_whipper/lobbed_off/decked_it_off/cratered
      FALL/peeled/came/popped > bolt/clip/crux/pitch/boulder/slab/arete/overhang/traverse > deck*/decked/ground/landed/floor/mat/hit
      decked > it/out/ground & climb*/bolt/route/crag/rope/fell/off
      went/gone/going/pitched/tipped/thrown/flung + over > side/edge/rail/railing/railings/banister/bannister/parapet/guard_rail/guardrail ! ankle/seasick/sick/top/onto
      ladder/steps/step_ladder > slid/flipped/tipped/shot/jolted/kicked_out > n4/dropped/fell/landed`,
  },
  {
    question: 'E6',
    says: 'a new lump, a change of shape, or lost height',
    kind: 'sign',
    lines: `
      lump*/bump/hump/growth/swelling/bulge/mass > BACKBONE/shoulder*/neck ! muscle_lump*/muscle_knot*/muscular/knotted/knot*/mattress_lump*/mattress_bump*/bump_in_mattress/lump*_mattress/lumpy_mattress/lump_in_mattress/bump*_mattress/dip_in_mattress/bump*_road/bump_in_road/bumps_in_road/road_bump*/disc_bulge*/disc_bulging/bulging_disc/bulge_disc
      BACKBONE/neck > lump*/bump/hump/growth/swelling/swollen/bulge* ! muscle_lump*/muscle_knot*/muscular/knotted/knot*/mattress_lump*/mattress_bump*/bump_in_mattress/lump*_mattress/lumpy_mattress/lump_in_mattress/bump*_mattress/dip_in_mattress/bump*_road/bump_in_road/bumps_in_road/road_bump*/disc_bulge*/disc_bulging/bulging_disc/bulge_disc
      found/new/got/noticed/felt + lump*/hump/growth ! muscle*/knot*/mattress/concrete/wood/BACKBONE
      BACKBONE/spine/shoulder* > crooked/lopsided/hunch*/humped/wonky/curved/curving/sticking_out ! crooked_sitting/sit_crooked/at_my_desk/at_desk/sat_crooked/sitting_crooked
      crooked/wonky/curved + BACKBONE
      getting/got/gone/am/become + shorter ! my_patience/patience_is/patience_getting/shorter_patience/my_temper/temper_is/temper_getting/days_are/days_getting/days_get/the_days/shorter_steps/steps_are/steps_getting/my_steps
      lost/losing/shrunk/shrinking + height/inches/an_inch ! off_waist/from_waist/waist_inches/inches_and_weight
      shrunk/shrinking ! clothes_shrunk/clothes_have_shrunk/clothes_shrink*/in_washing/in_the_wash/washing_machine/hot_washing/jumper_shrunk/jumper_has_shrunk/shrunk_my_jumper/shrunk_my_favourite/shrunk_my_best/shrunk_my_new/shrunk_jumper
      stooped/stooping/hunchback
      lost/losing/lose > height/inches
      lost/shrunk + n2/an/half + inch*/inches/cm/centimetres ! off_waist/from_waist/waist_size/off_hips
      inch*/inches/cm > height > lost/less/gone/down
      BACKBONE > has/got/have > lump*/bump/hump ! muscle_lump*/muscle_knot*/muscular/knotted/knot*
      i/back/spine/he/she/mum/dad/posture > look/looks/looking/gone/going/become > hunch*/hunched/crooked/bent/lopsided/humped ! over_with/with_pain/from_pain/in_pain/by_pain
      BACKBONE > changed/different/funny/odd/wrong > shape
      spine/back/bone/vertebra* > stick*/sticks/sticking/poking/pokes/bulging/protruding > out ! bum_sticks/bum_sticking/sticking_bum/stick_bum/ribs_stick*/sticking_ribs/ribs_out/head_stick*/head_forward/head_out/sticking_head/neck_stick*/neck_forward/neck_out/sticking_neck/always_has/always_did/always_stuck/always_sticks
      BACKBONE > new > bend/kink/curve/dip ! new_mattress/mattress_dip*/mattress_has/dip_in_mattress/bend_in_road/road_bend/new_road/new_exercise*/bend_exercise*/exercise_bend/new_bend_exercise*
      sticking/poking/jutting/bulging > out_of_spine/out_of_my_spine/out_of_my_back/out_of_back ! needle*/knife/spring
      knob/knobble/nodule/egg/ridge/knuckle/peak > spine/vertebra* ! massage/ball/roller/muscle*/knot*
      spine/vertebra* > knob/knobble/nodule/egg/ridge/peak ! massage/ball/roller/muscle*/knot*`,
  },
  {
    question: 'F1',
    says: 'cancer, now or in the past',
    kind: 'history',
    lines: `
      CANCER ! cancer_research/research_cancer/research_into_cancer/research_for_cancer/star_sign/horoscope/zodiac/cancer_clinic_receptionist/receptionist_cancer/receptionist_in
      ca & breast/prostate/lung/bowel/colon/kidney/renal/thyroid/bladder/cervix/ovary/rectum/pancreas
      remission ! asthma_in_remission/asthma_is_in_remission/asthma_remission/remission_from_asthma/crohns_in_remission/crohns_is_in_remission/crohns_remission/remission_from_crohns/colitis_in_remission/colitis_is_in_remission/colitis_remission/remission_from_colitis/arthritis_in_remission/arthritis_is_in_remission/arthritis_remission/remission_from_arthritis/ra_in_remission/ra_is_in_remission/ra_remission/remission_from_ra/depression_in_remission/depression_is_in_remission/depression_remission/remission_from_depression/ms_in_remission/ms_is_in_remission/ms_remission/remission_from_ms/eczema_in_remission/eczema_is_in_remission/eczema_remission/remission_from_eczema
      lump/growth/mole/nodule/polyp/polyps/lymph_nodes/breast/prostate/thyroid/lung/kidney/testicle > removed/taken_out/taken_off/taken_away/cut_out/cut_off/out ! turned_out_nothing/turned_out_ok/turned_out_fine/turned_out_to_be_nothing/turned_out_to_be_harmless/turned_out_to_be_ok/turned_out_to_be_fine/turned_out_harmless/benign/of_wood/wood_removed/from_wood/of_concrete/concrete_lump/from_concrete/from_garden/in_garden_lump/garden_moles/moles_in_garden/lawn/kidney_stone*/stone_removed/stone_taken/stone_out/stones_removed/stones_taken/stones_out/to_my_brother/for_my_brother/brother_needed/give_brother/donated/chicken_breast*/breast_of_chicken/chicken
      removed/took/taken/cut/chopped > lump/growth/mole/polyp/polyps/breast/prostate/kidney/testicle > out/off ! benign/of_wood/wood_removed/from_wood/of_concrete/concrete_lump/from_concrete/from_garden/in_garden_lump/garden_moles/moles_in_garden/lawn/kidney_stone*/stone_removed/stone_taken/stone_out/stones_removed/stones_taken/stones_out/to_my_brother/for_my_brother/brother_needed/give_brother/donated/chicken_breast*/breast_of_chicken/chicken
      took_out/take_out/taken_out/cut_out/cut_off/removed/lost + lump/growth/mole/polyp/polyps/breast/prostate/kidney/testicle/thyroid ! benign/of_wood/wood_removed/from_wood/of_concrete/concrete_lump/from_concrete/from_garden/in_garden_lump/garden_moles/moles_in_garden/lawn/kidney_stone*/stone_removed/stone_taken/stone_out/stones_removed/stones_taken/stones_out/to_my_brother/for_my_brother/brother_needed/give_brother/donated/chicken_breast*/breast_of_chicken/chicken
      polyps > out
      half/part/bit/piece + bowel/colon/lung/liver/kidney > removed/out/away ! kidney_stone*/of_stone/stone_removed/stones_removed/stones_taken/donated
      course + radiation
      prostate/breast/bowel/lung/kidney/skin >> bad_sort/bad_kind/bad_type/nasty_sort/nasty_kind
      years + clear ! clear_of_debt/debt_clear/clear_sky/clear_skies
      all_clear > breast/prostate/bowel/lung/kidney/skin/thyroid ! screening/mammogram/breast_scan/prostate_scan/bowel_scan/lung_scan/breast_check/prostate_check/skin_check/bowel_check/bowel_test/prostate_test/kidney_test/skin_test/lung_xray/breast_xray`,
  },
  {
    question: 'F2',
    says: 'losing weight',
    kind: 'sign',
    lines: `
      LOST > WEIGHT ! DIET/on_toe/on_foot/barbell/weight_on_floor/weights_on_floor/weight_onto_floor/weights_onto_floor/at_gym/in_gym/gym_weight*/gym_floor/patio/on_path/paving
      LOST >> WEIGHT >> UNTRYING
      WEIGHT > LOST ! DIET
      down > n2 + WEIGHT ! DIET
      weight > falling*/dropping/dropped/coming_off/melting/drops/going_down/disappearing/slipping ! DIET
      CLOTHES > LOOSE ! DIET/for_comfort/loose_comfortable/loose_and_comfortable/comfortable_clothes/comfortable_trousers/loose_comfy/loose_and_comfy/comfy_clothes/comfy_trousers/wear_clothes/wear_trousers/wear_my_clothes/wear_jeans/wearing_clothes/wearing_trousers/wearing_my_clothes/wearing_jeans
      skin_and_bone*/bag_of_bones/wasting_away/shrinking_away/wasted_away/all_bones/gaunt
      become_thin/becoming_thin/becoming_thinner/getting_thinner/so_thin/got_thin/really_thin/too_thin/gone_thin/skeletal ! thin_mattress/mattress_is/mattress_has/mattress_got/bones_are/bones_got/bones_become/thin_bones/thin_cushion/cushion_is/cushion_has/cushion_got
      LOST >> WEIGHT >> not_on_a_diet/no_diet/not_a_diet
      losing/loosing/lost + weight ! DIET
      losing/loosing/lost + wait > UNTRYING/trying/fast ! DIET
      cachexia
      CLOTHES > falling_off/hanging_off/dropping_off ! DIET
      CLOTHES > slipping/slipping_down/slip*/falling > down/off ! DIET/elastic_gone/elastic_has_gone/elastic_broke*/elastic_snapped
      CLOTHES/WEIGHT > smaller/down/less >> UNTRYING/not_trying
      shrunk/down/dropped > dress_size/dress_sizes/trouser_size/trouser_sizes/jean_size ! DIET
      weigh/weighing > WEIGHT > less/lighter ! DIET
      WEIGHT + half + gone/off/lighter ! DIET
      n2/half + WEIGHT + gone/off/vanished/disappeared ! DIET/on_bar/bar_weight/barbell/weights_in/weights_gone/of_weights/weights_from
      n2/half + WEIGHT > lighter ! DIET
      WEIGHT > lighter >> UNTRYING/not_tried/havent_tried/no_effort/never_lifted`,
  },
  {
    question: 'F5',
    says: 'very tired, off food or several painful bones for weeks',
    kind: 'sign',
    lines: `
      off_food/no_appetite/lost_appetite/appetite_gone/no_interest_in_food/not_hungry_for/dont_want_to_eat/dont_feel_like_eating/cant_eat/cant_face_food/not_eating/loss_of_appetite/poor_appetite ! before_running/after_running/while_running/when_running/before_exercise/for_exercise/for_running/for_gym/after_exercise/during_exercise/when_i_exercise/before_gym/after_gym/at_gym/for_it/eat_at_work/eating_at_work/food_today/food_tonight/eating_breakfast/eating_lunch/eating_meat
      exhausted/tired/wiped_out/knackered/fatigue*/shattered/drained/no_energy/worn_out > weeks/months/all_the_time/constantly ! on_shifts/doing_shifts/night_shifts/long_shifts/newborn/new_baby/with_baby/baby_wakes/baby_is_up/baby_up/on_nights/working_nights/doing_nights/of_nights
      weeks/months > exhausted/tired/fatigue*/wiped_out/no_energy ! new_baby/with_baby/baby_wakes/baby_up/on_shifts/doing_shifts/night_shifts/long_shifts
      bones > PAIN/ache
      PAIN/ach*/ache*/aches > bones ! back_bones
      bone_pain*`,
  },
  {
    question: 'G2',
    says: 'a painful red eye',
    kind: 'sign',
    lines: `
      EYE & red/bloodshot/blood_shot/pink_and ! itchy/onion*/hayfever_eye*/with_hayfever/from_hayfever/my_hayfever/chlorine/swimming_pool/in_pool/at_pool/from_pool
      RED > EYE ! itchy/onion*/hayfever_eye*/with_hayfever/from_hayfever/my_hayfever/chlorine/swimming_pool/in_pool/at_pool/from_pool
      EYE > PAIN/agony/sore/light/swollen ! from_screen*/screen_time/looking_at_screen*/staring_at_screen*/hours_at_screen*/sat_at_screen*/screens_all/too_much_screen*/eyes_are_tired/because_im_tired/eyes_tired/tired_eyes/tired_eye/eye_strain/eyes_strain/strain_on/from_strain/from_crying/been_crying/after_crying/all_crying/cried_all/cried_so_much/i_cried/cried_a_lot/shampoo_in/got_shampoo/from_shampoo/soap_in/got_soap/from_soap/onion*
      EYE + agony
      PAIN/sore/swollen/burning > EYE ! from_screen*/screen_time/looking_at_screen*/staring_at_screen*/hours_at_screen*/sat_at_screen*/screens_all/too_much_screen*/eye_strain/eyes_strain/strain_on/from_strain/eyes_are_tired/eyes_tired/tired_eyes/tired_eye/eyes_water
      LIGHT > hurt*/pain*/painful > EYE
      light_hurts/hurts_in_the_light/cant_look_at_light/light_sensitive/sensitive_to_light/photophobia
      dx iritis/uveitis/scleritis
      EYE > blood_red/bright_red/blood
      EYE >> red >> ach*/aches/hurt*/light ! from_screen*/screen_time/looking_at_screen*/staring_at_screen*/hours_at_screen*/sat_at_screen*/screens_all/too_much_screen*`,
  },
  {
    question: 'G3',
    says: 'a sore scalp or jaw, or blurred sight',
    kind: 'sign',
    lines: `
      scalp/temples > PAIN/throb* ! got_sunburn*/sunburned_scalp/sunburnt_scalp/from_sunburn/new_shampoo/from_shampoo/this_shampoo/shampoo_burn*/lice = head
      PAIN > scalp/temples ! got_sunburn*/sunburned_scalp/sunburnt_scalp/from_sunburn/new_shampoo/from_shampoo/this_shampoo/shampoo_burn*/lice = head
      jaw > PAIN > chew*/eat* ! toothache/bad_tooth/my_tooth/tooth_out/wisdom_tooth/wisdom_teeth/wisdom/dentist_pulled/after_dentist/from_dentist/dentist_did = head
      chew*/chewing/eating > PAIN > jaw ! toothache/bad_tooth/my_tooth/tooth_out/wisdom_tooth/wisdom_teeth/wisdom/dentist_pulled/after_dentist/from_dentist/dentist_did = head
      vision/sight/eyesight > blurr*/blurred/blurry/fuzzy ! without_glasses/without_reading_glasses/without_my_glasses/need_glasses/new_glasses/old_glasses/broken_glasses/dirty_glasses/forgot_my_glasses/lost_my_glasses/from_screen*/screen_makes/screens_make/screen_all_day/screen_makes_my/screen_time/hours_at_screen*/sat_at_screen*/stare_at_screen*/screens_all/too_much_screen*/looking_at_screen*/new_lenses/dirty_lenses/lost_lenses/without_lenses = sight
      blurr*/blurred/blurry/fuzzy > vision/sight/eyesight ! without_glasses/without_reading_glasses/without_my_glasses/need_glasses/new_glasses/old_glasses/broken_glasses/dirty_glasses/forgot_my_glasses/lost_my_glasses/from_screen*/screen_makes/screens_make/screen_all_day/screen_makes_my/screen_time/hours_at_screen*/sat_at_screen*/stare_at_screen*/screens_all/too_much_screen*/looking_at_screen*/new_lenses/dirty_lenses/lost_lenses/without_lenses = sight`,
  },
  {
    question: 'G4',
    says: 'burning then blisters on one side',
    kind: 'sign',
    lines: `
      dx shingles/zoster ! roof_shingle*/roofing/shingles_on_roof/shingle_roof
      blister* ! blister*_on_foot/blister*_on_feet/blister*_on_heel*/blister*_on_toe*/blister*_on_hand*/foot_blister*/feet_blister*/hand_blister*/shoes_rub*/boots_rub*/shoes_gave/boots_gave/new_boots/walking_boots/my_shoes/from_hiking/after_hiking/hiking_boots/hiking_trip/blister_pack*/blister_packs/pack_of/pack_rub*
      RASH > STRIP/side/ribs/waist
      STRIP > RASH
      blistery_rash
      RASH & PAIN/BURN ! from_tape/tape_rash/tape_gave/tape_left/nappy_rash_is/baby_nappy_rash/nappy_rash_on_baby/baby_has_nappy_rash/sore_spot/sore_spots/tender_spot/tender_spots
      spots > PAIN/side ! sore_spots/tender_spots
      blister*/blistery/rash/spots > stripe/strip/band/line/belt
      stripe/strip/band/line > blister*/blistery/rash/spots
      SKIN/skin/burn* > one_side >> bubbles/bubble/blister*/pimples ! bath/bubble_bath`,
  },
]
