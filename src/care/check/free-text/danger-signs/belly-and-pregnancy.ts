/** What is listened for: a calf, a faint, the belly, pee, a testicle, pregnancy. The language of the lines is told in `sign.ts`. Data only. */
import type { DangerSign } from './sign.ts'

/** The signs of this group, in the order of the check. */
export const bellyAndPregnancy: readonly DangerSign[] = [
  {
    question: 'C4',
    says: 'a swollen, hot or sore calf or leg',
    kind: 'sign',
    lines: `
      CALF & SWOLLEN/RED
      CALF > PAIN ! at_gym/from_gym/after_gym/since_gym/leg_day/after_workout*/from_workout*/my_workout*/squats/after_squat*/from_squat*/doing_squat*/after_running/after_run/after_long_run/from_running/when_run/when_running/when_stretching/after_stretching/from_stretching/while_stretching/after_stretches/from_stretches/calf_stretches/doing_stretches/cramp_last_night/cramps_last_night/cramps_at_night/cramp_at_night/cramp_in_night
      SWOLLEN > LEG
      LEG > SWOLLEN
      LEG > hot/red ! heat_rash/nappy_rash/rash_from/shaving_rash/with_hot_water_bottle/from_hot_water_bottle/by_hot_water_bottle/hot_water_bottle_on/with_water_bottle/from_water_bottle/water_bottle_on/leg_warm
      one_leg > fat/bigger/fatter/larger/swollen
      bigger_than_the_other
      dx dvt/dvts/deep_vein/thrombosis
      dx clot*/blood_clot* > LEG/CALF
      dx LEG > clot*
      dx blood_clot*/clot ! paint_clot*/clot*_paint/clot_in_paint/clots_in_paint/clot*_cream/clot*_in_cream/clot_of_cream/cream_clot*
      CALF > tight > drum/drums
      CALF & pink/reddish/shiny ! sock/socks/shorts/trainers/leggings/weights/dumbbell*/sunburn*/from_sun/in_sun
      SWOLLEN/lump/hot/sore > CALF
      CALF > balloon*/bigger/fatter/larger/huge/massive/twice/hard/solid
      LEG > swollen_up/swelled/ballooned/puffed
      pain_in_calf/pain_in_calves/sore_calf/pains_in_calf ! at_gym/from_gym/after_gym/since_gym/squats/after_squat*/from_squat*/doing_squat*/after_running/after_run/when_run/cramps/cramp_at_night/cramp_in_night/cramp_last_night
      red/hot/warm + leg ! warmers/heat_rash/nappy_rash/rash_from/shaving_rash/from_bottle/with_bottle/water_bottle_on/bottle_on/heat_pack/heat_pad/hot_bath/warm_bath/in_bath/from_bath/after_shower/after_run/after_running/after_gym
      CALF > LIKENESS > BIGLIKE ! tight_after/gym/marathon/after_run/cycling
      one/left/right + LEG > LIKENESS > BIGLIKE ! gym
      LEG > below_knee > LIKENESS > BIGLIKE ! both/gym
      one/left/right + LEG > below_knee > drum/tight/shiny/swollen/warm ! gym
      CALF > tight > shiny/warm/hot/swollen`,
  },
  {
    question: 'C5.collapse',
    says: 'a faint or a collapse',
    kind: 'sign',
    lines: `
      syncope/syncopal
      faint* ! faint_line/faint_lines/faint_smell/faint_memory/line_was/line_on_scan/line_on_mri
      collapse*/collapse ! collapsed_lung/lung_collapsed/lung_collapse/business_collapsed/business_collapse/marriage_collapsed/economy/collapsed_vertebra/collapsed_vertebrae/vertebra_collapsed/vertebrae_collapsed/collapsed_on_sofa/collapse_on_sofa/collapsed_on_settee/collapsed_on_couch/neighbour_collapsed/friend_collapsed/colleague_collapsed/mate_collapsed
      HURTER/RELATIVE > collapse* ! neighbour_collapsed/friend_collapsed/colleague_collapsed/mate_collapsed
      collapse* && cant/wont/unconscious/faint*/dizzy/clammy/SWEAT/chest/seconds/minutes/remember/woke/pale/grey ! collapsed_lung
      pass*_out ! out_leaflet*/out_flyer*
      black*_out/blackout* ! out_curtain*/out_blinds/power_cut/power_blackout/lights_blacked
      went_black/going_black/gone_black ! POO/toenail
      everything/vision/room/sight/world/all > went/going/gone/goes + black
      clammy/cold_sweat/cold_sweats
      grey/gray/ashen/pale & SWEAT ! grey_joggers/gray_joggers/pale_joggers/grey_trousers/gray_trousers/pale_trousers/grey_shirt/gray_shirt/pale_shirt/grey_tshirt/gray_tshirt/pale_tshirt/grey_top/gray_top/pale_top/grey_hoodie/gray_hoodie/pale_hoodie/grey_shorts/gray_shorts/pale_shorts/grey_socks/gray_socks/pale_socks/grey_leggings/gray_leggings/pale_leggings/grey_gym/gray_gym/pale_gym
      lost/losing/lose/loss_of/regain* + consciousness/conscious/consciousnes
      unconscious/unresponsive
      keel*_over
      hit_the_deck/hit_the_floor/hit_the_kitchen_floor/slid_down_the_wall/out_cold/sparked_out/flaked_out
      woke/came_round/came_to/found > floor
      spark_out
      went_down_like ! stairs
      went_over_like/fell_over_like/dropped_like ! price*/flies/share*/hot_brick
      fell/fallen/went_over/went_down/keeled_over > dont_remember/cant_remember/no_memory ! remember_when_it/remember_when_that/remember_when_i_fell/which/year/date/what_day
      dropped_to_the_floor/on_the_floor_and_dont_remember
      nearly_went
      light_headed + fell
      dont_remember > floor/falling/hit
      drop*/dropped/went_down/fell/collapsed > like_a_stone/like_a_sack/in_a_heap/to_the_floor/unconscious
      dizzy/faint*/lightheaded/clammy > drop*/fell/went_down/collapsed
      woke/woken/came_round/found > floor/bathroom_floor/ground ! asleep/mattress/sleep
      i_was_out/was_out + for/few/seconds/minute*/cold ! work/walk/run/dinner/shopping/meal
      i_was_out/was_out/out_for > seconds/few_seconds
      out_for > seconds/few_seconds/minute/minutes ! walk/run/ride/drive/air
      everything/all/it/vision/sight/world > went/going/gone/goes + dark ! goes_dark_outside/going_dark_outside/it_went_dark_outside/goes_dark_early/goes_dark_so_early/going_dark_early/going_dark_so_early/gone_dark_early/it_went_dark_early/in_winter
      woke/woken/came_round/came_to/found > tiles/lino/carpet/pavement/kitchen_floor/hallway/landing ! sleep/mattress
      woke/woken/came_round/came_to > deck/ground
      went/gone/turned > white/grey/pale/green > dropped/slumped/slid/folded
      next_thing > floor/ground/deck/hospital ! laughing
      next_thing > tiles/carpet/pavement/lino/landing ! laughing/hoovering_carpet/hoovering_landing/laying_carpet/laying_lino/laying_tiles/laying_new/cleaning_carpet/cleaning_tiles/cleaning_landing/fitting_carpet/fitting_lino/fitting_tiles/fitting_new
      out_like_a_light >> floor/kitchen/shower/bathroom/shop/stood/standing/stairs/bus ! bed/sofa/telly
      lights_went_out >> floor/came_to/came_round/ground/rug ! power/electric*/fuse
      came_to/came_round/woke_up > rug/mat/lawn/grass/path/drive/driveway/pavement ! asleep/nap/sunbath*
      slid/slumped/crumpled/sank/folded > worktop/wall/door/counter/sink/cooker/radiator >> came_to/came_round/woke/next_thing/grey/out
      came_to/came_round/coming_round > licking/slapping/over_me/standing_over/face/calling_my/paramedic*
      came_to/came_round/woke_up >> licking/slapping/shouting_my/calling_my_name ! dentist/anaesthetic/operation
      woke_up > mat/tiles/lino ! yoga/asleep/nap/sleep*`,
  },
  {
    question: 'C5.lump',
    says: 'a beating lump in the tummy',
    kind: 'sign',
    lines: `
      BEAT & LUMP & TUMMY
      TUMMY > BEAT ! throbbing_pain/throb_pain/throbs_with_pain/throbbing_with_pain/drum_kit/drum_practice/drumming/on_drum
      BEAT > TUMMY ! throbbing_pain/throb_pain/throbs_with_pain/throbbing_with_pain/heart_pills/drum_kit/drum_practice/drumming/on_drum
      pulse*/pulsat*/pulsating/beating/throbbing + lump/mass/belly/TUMMY
      lump/something > TUMMY > BEAT/beats
      heartbeat > TUMMY
      TUMMY/belly >> pulse*/pulsating/beating/thump*
      BEAT/throb >> TUMMY >> heart/lump
      TUMMY >> second_heart`,
  },
  {
    question: 'C5.known',
    says: 'an aneurysm',
    kind: 'history',
    lines: `
      aneurysm*/anyeurism/aneurisum
      anurism*
      triple_a ! triple_a_rating/rating_triple_a/aaa_rating/rated_triple/triple_a_game*
      aaa ! aaa_rating/rating_aaa/rated_aaa/aaa_road*/aaa_breakdown/aaa_recovery
      aorta/aortic ! aortic_stenosis/stenosis_of_aortic/aorta_stenosis/aortic_valve/valve_in_aorta/aorta_valve/aortic_heart_valve
      swollen/bulge*/enlarged/dilated + main/artery/blood_vessel
      swelling/bulge/bulging/ballooning/widening/widened/enlarged/dilated/swollen > main/artery/aorta/blood_vessel ! swollen_vein*/vein_is_swollen/leg_vein*/varicose_vein_in
      artery > TUMMY/wide/wider ! road_artery/artery_road/road_is/main_road`,
  },
  {
    question: 'D1',
    says: 'tummy pain through to the back, or being sick',
    kind: 'sign',
    lines: `
      cant_stop/keep/keeps/wont_stop/constantly/non_stop/nonstop/every_hour/all_day/all_night + SICK ! sick_note
      SICK > constantly/nonstop/non_stop/every_hour/every_half/all_day/all_night/cant_stop/wont_stop/cant_keep
      cant_keep + anything/water/food/fluids/drinks/it/even/meds/tablets > down
      nothing_stays_down/keep_nothing_down
      SEVERE/AGONY > TUMMY
      TUMMY > SEVERE/AGONY
      TUMMY > PAIN > n8 > out
      TUMMY & PAIN > through/straight/into/back
      TUMMY > solid/hard > touch*/PAIN/agony/bear ! my_abs/good_abs/abs_workout/from_abs/hard_abs/abs_are/doing_plank/in_plank/hold_plank/plank_exercise*/after_plank*/from_plank*
      TUMMY > rigid/rock_hard/rock_solid/hard_as/like_a_board/like_wood/like_concrete ! my_abs/good_abs/doing_plank/in_plank/hold_plank
      pancreatitis/gallstone*
      yellow + skin/eyes
      gone_yellow/jaundice*
      SKIN/EYE > yellow
      SICK > n2 + times
      n2 + times > SICK ! note
      vomit*/vomiting/puk*/throwing_up/threw_up/being_sick/been_sick ! RELATIVE/with_hangover/from_hangover/my_hangover/bad_hangover/a_bad_hangover/hangover_from/hangover_today/had_hangover/hangover_vomit*/hungover/my_baby/baby_is/baby_has/baby_vomit*/baby_throw*/baby_keeps/me_up_wall/driving_me_up_walls/me_up_walls
      says/said/thinks > vomit*/vomiting/throwing_up/being_sick ! with_hangover/from_hangover/my_hangover/bad_hangover/a_bad_hangover/hangover_from/hangover_today/had_hangover/hangover_vomit*/hungover/baby/up_wall
      vomit*/vomiting/throwing_up/threw_up/being_sick/been_sick > RELATIVE > holding/held/drove/brought/rang/called/found/scared/frightened/hospital
      vomit*/vomiting/throwing_up/being_sick/been_sick > RELATIVE + says/said/thinks/worried
      bringing_everything_up/bringing_it_all_up && through/TUMMY/spear
      through > spear/sword/drill/skewer/spike/arrow & TUMMY/back`,
  },
  {
    question: 'D3',
    says: 'side pain with fever, or blood in pee',
    kind: 'sign',
    lines: `
      dx kidney*_infection/pyelonephritis
      SIDE & PAIN && FEVER/SHIVER/HOT/SICK
      kidney* & PAIN && FEVER/SHIVER/smell*/stink*/BURN/PEE/BLOOD
      PAIN > kidney*
      kidney* > PAIN/hurt*
      BLOOD & PEE
      PEE > PINK/red/bloody/rusty ! stained_pants/red_stained_pants/eating_beetroot/ate_beetroot/eat_beetroot/had_beetroot/after_beetroot/from_beetroot/beetroot_salad/beetroot_juice/beetroot_pee
      PINK + PEE ! eating_beetroot/ate_beetroot/eat_beetroot/had_beetroot/after_beetroot/from_beetroot/beetroot_salad/beetroot_juice/beetroot_pee
      SIDE & BURN && PEE
      SIDE > PAIN >> BURN > PEE
      haematuria/hematuria
      PEE > stink*/smell* ! baby_nappy/nappy_smells/nappy_stinks/in_nappy
      smelly/stinky/foul/cloudy > PEE
      PEE > cloudy`,
  },
  {
    question: 'D4',
    says: 'stinging or frequent pee',
    kind: 'sign',
    lines: `
      BURN > PEE
      dysuria
      PEE > BURN/razor*/like_glass
      hurts_to/hurt_to/painful/hurts_when/pain_when/sore_when + i > PEE ! get_up/getting_up/back_hurts_to/back_hurts_when/back_hurts_whenever/back_hurt_when
      hurts_to + PEE
      painful + PEE ! get_up/getting_up
      AGONY + PEE ! get_up/get_out_of_bed/getting_out_of_bed/sitting_down_to/sit_down_to/getting_up/get_to/getting_to
      dx cystitis/uti/utis/water_infection/urine_infection/waterworks_infection/bladder_infection/urinary_infection/urinary_tract
      PEE > every_ten/every_five/every_10/every_5/every_hour/constantly/all_the_time/a_lot/loads/non_stop/every_few/more_often ! drink_a_lot/all_this_tea/all_tea_i/amount_of_coffee/amount_of_tea/amount_of_water/amount_i_drink/all_this_water/all_this_coffee/with_all_this/drinking_a_lot/drink_lots/drinking_lots/drinking_loads/drink_more/drinking_more/drank_loads/lots_of_water/loads_of_water/more_water/drinking_water/drink_tea/drinking_tea/drinking_coffee/lots_of_tea/lots_of_coffee/too_much_tea/too_much_coffee/from_coffee/cups_of_tea/normal_for_me/is_normal_for/pee_is_normal/pee_normal/pee_fine/peeing_fine/wee_fine/pee_is_fine
      need*_to > PEE > all_the_time/constantly/every_few
      TOILET/loo > constantly/all_the_time/every_few/every_ten/every_five ! POO/drink_a_lot/all_this_tea/all_tea_i/amount_of_coffee/amount_of_tea/amount_of_water/amount_i_drink/all_this_water/all_this_coffee/with_all_this/drinking_a_lot/drink_lots/drinking_lots/drinking_loads/drink_more/drinking_more/drank_loads/lots_of_water/loads_of_water/more_water/drinking_water/drink_tea/drinking_tea/drinking_coffee/lots_of_tea/lots_of_coffee/too_much_tea/too_much_coffee/from_coffee/cups_of_tea
      hurts_to_go/stings_to_go/burns_to_go > PEE/TOILET/loo
      TOILET/loo >> hurts_to_go/stings_to_go/burns_to_go
      PEE > sting*/stings/hurts/hurting
      PEE > painful/agony/sore ! get_up/get_out_of_bed/getting_out_of_bed/for_back/sitting_down_to/sit_down_to/sitting_to/standing_to/getting_up/get_to/getting_to/back_is_painful/back_in_agony/back_was_painful/back_pain_is_agony
      PEE/TOILET > glass/razor*/needles/fire/acid/burning
      keep/always/constantly > need*/wanting/going > go/PEE/TOILET ! POO/drink_a_lot/all_this_tea/all_tea_i/amount_of_coffee/amount_of_tea/amount_of_water/amount_i_drink/all_this_water/all_this_coffee/with_all_this/drinking_a_lot/drink_lots/drinking_lots/drinking_loads/drink_more/drinking_more/drank_loads/lots_of_water/loads_of_water/more_water/drinking_water/drink_tea/drinking_tea/drinking_coffee/lots_of_tea/lots_of_coffee/too_much_tea/too_much_coffee/from_coffee/cups_of_tea
      PEE > smelly/cloudy/stinks
      TOILET/loo/PEE >> every > minutes/mins/half_hour/hour ! drink_a_lot/all_this_tea/all_tea_i/amount_of_coffee/amount_of_tea/amount_of_water/amount_i_drink/all_this_water/all_this_coffee/with_all_this/drinking_a_lot/drink_lots/drinking_lots/drinking_loads/drink_more/drinking_more/drank_loads/lots_of_water/loads_of_water/more_water/drinking_water/drink_tea/drinking_tea/drinking_coffee/lots_of_tea/lots_of_coffee/too_much_tea/too_much_coffee/from_coffee/cups_of_tea`,
  },
  {
    question: 'D5',
    says: 'waves of pain from side to groin',
    kind: 'sign',
    lines: `
      dx kidney_stone*/renal_colic/ureteric
      waves > SIDE/GROIN/TESTICLE
      SIDE >> GROIN ! groin_stretch*/side_stretch*/stretch*_groin/stretch*_side
      SIDE > waves
      cant_keep_still/cant_stay_still/cant_sit_still/pacing/writhing > SIDE/PAIN
      rolling/writhing > floor/round/around
      SIDE/PAIN > rolling/writhing/pacing/cant_keep_still/cant_sit_still/cant_stay_still
      had/passed/passing/another + stone*/stones > before/again/same/years/last ! stone_in_weight/stones_in_weight/stone_of_weight/stones_of_weight/lost/lost_a/sack
      stone*/stones > feels_the_same/like_last/like_before/felt_like
      SIDE >> TESTICLE
      PAIN > back >> TESTICLE ! massage_ball*/massaging_ball*/ball_massage*/massage*_with
      PAIN > SIDE >> SADDLE
      SIDE > comes_and_goes/colic*/grip* > GROIN/SADDLE/TESTICLE`,
  },
  {
    question: 'D7',
    says: 'sudden pain in a testicle or low on one side',
    kind: 'sign',
    lines: `
      TESTICLE & PAIN/SWOLLEN/SEVERE/SUDDEN/lump/hot/twist*/red/killing
      torsion
      OVARY & PAIN/SUDDEN/twist*/SEVERE/cyst
      dx ectopic/pelvic_inflammatory/pid
      SUDDEN > PAIN > low_down/lower_right/lower_left/one_side_of_my_tummy
      smelly_discharge/discharge > PAIN/FEVER
      PAIN > low/lower/low_down > left_side/right_side/one_side ! lower_back/low_back/lower_part_of_back/side_of_back/back_on_left/back_on_right/back_pain/back_hurts/in_back/of_back/lower_spine/low_spine/side_of_spine/of_spine/hip_bone_on/left_hip_bone/right_hip_bone/of_hip_bone
      PAIN > low/lower/bottom > left/right + TUMMY
      PAIN > left/right > low/lower > TUMMY
      TESTICLE > twice/bigger/huge/lump/hard/hot/swelled
      PAIN + low_down/down_low/low > left/right/side ! lower_back/low_back/lower_part_of_back/side_of_back/back_on_left/back_on_right/back_pain/back_hurts/in_back/of_back/lower_spine/low_spine/side_of_spine/of_spine/hip_pain/left_hip/right_hip/in_hip/left_leg/left_buttock/right_buttock/buttock_pain/left_bum/right_bum/bum_cheek/by_hip/by_my_hip/near_hip/side_by_hip/right_leg/leg_pain
      low_down/low > left/right > PAIN ! lower_back/low_back/lower_part_of_back/side_of_back/back_on_left/back_on_right/back_pain/back_hurts/in_back/of_back/lower_spine/low_spine/side_of_spine/of_spine/hip_pain/left_hip/right_hip/in_hip/left_leg/left_buttock/right_buttock/buttock_pain/left_bum/right_bum/bum_cheek/right_leg/leg_pain
      nut/nuts/testicle*/bollock*/goolies > kicked/gone_up/riding_up/pulled_up ! kicked_football/kicked_a_football/kick_football
      SADDLE/privates > one > high/higher/huge/swollen/twice/hard/twisted
      woke/screaming/screamed > SADDLE/privates ! baby_monitor
      TESTICLE > up_high/riding_high/gone_up/pulled_up`,
  },
  {
    question: 'D8',
    says: 'dark pee with sore muscles',
    kind: 'sign',
    lines: `
      PEE > cola/coke/coca_cola/brown/black/dark_brown/dark/guinness/bovril/pepsi/red_wine/tea_coloured/coffee_coloured/tea_colour ! from_vitamin*/because_vitamin*/vitamin*_make/vitamin*_turn
      PEE > like/looks/look/colour/coloured/color > tea/coffee
      cola/coke/brown/dark_brown/tea_coloured/cola_coloured/dark/black > PEE ! from_vitamin*/because_vitamin*/vitamin*_make/vitamin*_turn
      rhabdo*/rhabdomyolysis
      PEE > went/gone/turned > brown/dark/black/dark_brown`,
  },
  {
    question: 'H1',
    says: 'a danger sign in pregnancy',
    kind: 'sign',
    lines: `
      PREG && VBLEED = bleeding
      wife/she/shes/sister/madam/girlfriend/partner/woman > carrying >> bleed*/bleeding/spotting ! shopping/bag/bags/box/boxes/tray/child
      nLate + week* > leak*/leaking/leaks/gush*/trickl* ! roof/tap_leak*/tap_drip*/leaky_tap/tap_is/kitchen_tap/dripping_tap/leaking_tap/bath_tap/ago/nappy/wait* = bleeding
      nLate + week* && VBLEED ! back_pain_for/had_pain_for/sciatica_for = bleeding
      WATERS > broke*/broken/gone/leak*/leaking/went/burst = bleeding
      mucus + plug
      my_water_broke/waters_broke/waters_have_broken/waters_gone/amniotic/leaking_waters = bleeding
      BABY & not_moved/hasnt_moved/not_moving/hasnt_been_moving/stopped_moving/not_kick*/hasnt_kicked/no_kicks/hardly_moving/barely_moving/move_less/moves_less/moving_less/not_felt = babyLess
      BABY & BABYLESS ! baby_sleep*/sleeps_less/sleeping_less/sleep_less/less_sleep/sleeps_through/sleep_quiet/asleep_quiet/quiet_sleep*/wakes/born/cot/baby_nap*/nap_time/her_nap/his_nap/less_naps = babyLess
      reduced_movement*/reduced_fetal/less_movement*/no_movement* = babyLess
      no_kicks > today/since/all_day/this_morning/yesterday ! football_match/at_football/playing_football/in_football/football_today/kicks_football/goal*/penalty = babyLess
      contraction*/contractions/labour_pain*/labor_pain*/in_labour/in_labor/going_into_labour/labour_started/labour_has_started/gone_into_labour/tightening*/tightenings/braxton/brixton_hicks ! back_muscle*/muscle_contraction*/of_muscle/of_muscles/contraction_of_muscle*/work_in_labour/work_in_labor/working_in_labour/works_in_labour/worked_in_labour/job_in_labour/manual_labour_started/daughter_is_in_labour/daughter_in_labour/sister_is_in_labour/wife_is_in_labour = tightenings
      PREG >> HEADACHE/blurr*/vision/flashing = headSight
      HEADACHE >> PREG = headSight
      nLate + week* >> HEADACHE/swollen_face ! back_pain_for/had_pain_for/weeks_ago = headSight
      PREG >> SWOLLEN > face/hands = swelling
      PREG && face/hands/fingers > SWOLLEN = swelling
      preeclampsia/pre_eclampsia = headSight
      PREG >> SEVERE/constant/AGONY > TUMMY = severeTummy
      bump > rock_hard/hard/solid/agony ! in_road/bump_on_head/on_my_head = severeTummy
      PREG >> collapse*/fit/faint*/seizure = collapse
      PREG >> waters/fluid/leak* ! wee*/pee*/urine = bleeding
      PREG >> water > out/running/coming ! hot_water/hot_tap/cold_tap/tap_water/kitchen_tap/the_tap/tap_is/bath_water/run_bath/running_bath/in_bath/hot_bath = bleeding
      pv_bleed*/pv_bleeding = bleeding
      reduced_fm = babyLess
      baby > not/isnt/less/hardly/stopped > playing/dancing/jumping/turning/shaking > inside/belly/tummy/womb/stomach = babyLess
      nLate + week* && cramp*/cramping ! LEG/CALF/FOOT/TOE/pain_for/back_pain_for = tightenings
      kick*/kicks/movement*/movements > slow*/slowed/less/fewer/stopped/weaker & BABY/PREG/bump = babyLess
      gush/trickle/leak*/leaking > water/fluid/waters & week*/PREG = bleeding
      week*/nLate >> PAIN/tighten*/contraction* >> every/minutes/mins/come_and_go ! back_pain_for = tightenings
      PAIN/pains/tighten* >> every > min/mins/minutes >> week*/PREG = tightenings
      nLate + week* && TUMMY/belly/bump > tight/tighten*/tightens/hard/solid = tightenings
      PREG && TUMMY/belly/bump > tight/tighten*/tightens = tightenings
      nLate + week* && hasnt_kicked/havent_kicked/not_kick*/no_kicks/not_wriggl* ! football_match/at_football/playing_football/in_football/kicked_football/kicked_a_football/pain_for/old = babyLess
      nLate + week* && he_hasnt_moved/she_hasnt_moved/it_hasnt_moved/cant_feel_him/cant_feel_her/not_felt_him/not_felt_her/gone_quiet ! pain_for/old = babyLess
      BABY > still > all_day/all_night/today/since && nLate ! old = babyLess
      PREG && seeing_stars/zigzag*/flashes/spots_before_my_eyes = headSight
      WATERS > trickl*/trickling/seep*/dribbl* = bleeding
      BABY > NOTS > somersault*/flips/wriggl*/tumbl*/danc* ! born/cot = babyLess
      nLate + week* && HAND/hands/fingers/face/feet > LIKENESS > BIGLIKE = swelling
      nLate + week* && sparkles/stars/flashing_lights/flashing/zigzag*/floaters/spots_before_my_eyes/silver_dots ! stars_and/star_jumps = headSight
      PREG && sparkles/flashing_lights/silver_dots/floaters = headSight
      PREG && HAND/hands/fingers/face > LIKENESS > BIGLIKE = swelling
      HAND/hands/fingers/face/feet > LIKENESS > BIGLIKE >> PREG/nLate ! stone = swelling
      WATERS > going/coming/running/everywhere/dripping/soaking ! hot/tap_water/bath/boiler/running_low/tank/river = bleeding
      water > running/ran/pouring > LEG/down >> nLate/PREG ! hot/bath/tap/shower = bleeding
      nLate + week* && not_moving_as/isnt_moving_as/not_moving_like/moving_less/moves_less/kicking_less/kicks_less/kicked_less/stopped_kicking/stopped_her_kicks/stopped_his_kicks/stopped_kicks/stopped_usual_kicks/no_kick/havent_felt_a_kick/not_felt_a_kick/hardly_any_movement/hardly_any_kicks/barely_any_movement/less_active/not_as_active/slowed_right_down/he_slowed_down/she_slowed_down/he_isnt_moving/she_isnt_moving/he_not_moving/she_not_moving/hes_not_moving/shes_not_moving/he_quiet/she_quiet/hes_quiet/shes_quiet/hes_really_quiet/shes_really_quiet/hes_been_quiet/shes_been_quiet/he_lazy/she_lazy ! pain_for/im_not_moving_as/i_am_not_moving_as/i_not_moving/im_less_active/i_am_less_active/am_moving_less/im_moving_less/months_old/born = babyLess
      PREG && not_moving_as/isnt_moving_as/not_moving_like/moving_less/moves_less/kicking_less/kicks_less/kicked_less/stopped_kicking/stopped_her_kicks/stopped_his_kicks/stopped_kicks/stopped_usual_kicks/no_kick/havent_felt_a_kick/not_felt_a_kick/hardly_any_movement/hardly_any_kicks/barely_any_movement/less_active/not_as_active/slowed_right_down/he_slowed_down/she_slowed_down/he_isnt_moving/she_isnt_moving/he_not_moving/she_not_moving/hes_not_moving/shes_not_moving/he_quiet/she_quiet/hes_quiet/shes_quiet/hes_really_quiet/shes_really_quiet/hes_been_quiet/shes_been_quiet/he_lazy/she_lazy ! pain_for/im_not_moving_as/i_am_not_moving_as/i_not_moving/im_less_active/i_am_less_active/am_moving_less/im_moving_less/months_old/born = babyLess
      nLate + week* && FACE/face/hands/fingers > puffy/swollen/swelled ! pain_for = swelling`,
  },
  {
    question: 'D6',
    says: 'a danger sign in early pregnancy',
    kind: 'sign',
    lines: `
      EARLYPREG && VBLEED = mild
      EARLYPREG && PAIN/cramp* ! back = mild
      EARLYPREG/PREG && cramp*/cramping > and/low_down/low/one_side = mild
      EARLYPREG/PREG && PAIN > low_down/one_side/one_sided/lower_tummy = mild
      PREG && VBLEED = mild
      PREG > cramp*/cramping ! LEG/CALF/FOOT/TOE/back = mild
      cramp*/cramping > PREG ! LEG/CALF/FOOT/TOE/back = mild
      nEarly + week* + PREG && VBLEED/PAIN/cramp* = mild
      EARLYPREG >> shoulder_tip/shoulder = shoulderTip
      PREG >> shoulder_tip/shoulder = shoulderTip
      PREG/EARLYPREG && one_side/one_sided ! back = severeLow
      period/periods > late/overdue >> one_side/one_sided/low_down/on_left/on_right ! back_one_side/back_on_left/back_on_right/one_side_of_back/side_of_my_back = severeLow
      late_on/period/periods >> shoulder_tip ! last_period/dislocat* = shoulderTip
      shoulder_tip && nEarly + week* ! physio/ago/post/op/surgery/sling = shoulderTip
      pos/positive + test/pregnancy_test > PAIN/stab*/one_side/cramp* ! covid/flow_test/lateral/strep/urine_test/back = mild
      weeks_late > one_side/low_down/bleed* ! back = mild
      EARLYPREG >> SEVERE/AGONY > PAIN/TUMMY = severeLow
      ectopic = severeLow
      dx miscarriage/miscarry*/miscarrying/losing_the_baby/losing_my_baby = mild
      period >> bleeding_heavily/heavy_bleeding > pregnant/pregnancy = heavyBleed
      EARLYPREG >> bleeding_heavily/heavy/heavily/pouring/flooding = heavyBleed
      EARLYPREG >> faint*/collapse*/pass_out/passed_out = faint
      test_positive/positive_test/tested_positive/PREG >> spotting/VBLEED/one_sided/one_side = mild
      late/overdue >> VBLEED >> cramp*/PAIN ! late_for/late_bus/late_train/late_night/bus_late/train_late = mild
      late >> cramp*/PAIN >> VBLEED ! late_for/late_bus/late_train/late_night/bus_late/train_late = mild
      spotting && nEarly/week*/PREG ! trains/pain_for = mild
      miscarrying/losing_the_baby/losing_my_baby = mild
      im/am + nEarly + week* && VBLEED/spotting/cramp* ! into_physio/weeks_into/post/physio/after_op/after_operation/after_surgery/after_birth/in_plaster/in_cast/in_physio/in_rehab = mild
      bleed*/bled/spotting/blood > at + nEarly + week* ! gums/nose/after_op/after_operation/after_surgery/after_birth/post/op/operation/surgery/birth/wound/baby_is_now/my_baby_is_n/baby_was_born/old_baby/physio = mild`,
  },
]
