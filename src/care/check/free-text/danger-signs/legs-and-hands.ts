/** What is listened for: weak, numb or unsteady legs, arms and hands. The language of the lines is told in `sign.ts`. Data only. */
import type { DangerSign } from './sign.ts'

/** The signs of this group, in the order of the check. */
export const legsAndHands: readonly DangerSign[] = [
  {
    question: 'A5',
    says: 'trouble in both legs',
    kind: 'sign',
    lines: `
      both/two + dead/NUMB/WEAK + LEG/FOOT/KNEE
      both/two + LEG/FOOT + sleeping
      both_pegs/two_pegs/both_pins/two_pins > NUMB/WEAK/JELLY/PAIN/BURN/buzz*/buzzing ! bowling/drawing/rolling
      legs/feet >> both + NUMB/WEAK/JELLY
      both/bilateral/two/each/either + LEG/FOOT/CALF/TOE/KNEE > NUMB/WEAK/GIVEWAY/WONTWORK/PARALYSED/gone
      both/bilateral/two/each/either + LEG/FOOT/CALF/TOE/KNEE > PAIN/BURN/JELLY/buzz* ! GYM
      NUMB/NOFEEL/WEAK/PAIN/BURN/JELLY/sciatica/trouble/PARALYSED > both/bilateral/two/each/either + LEG/FOOT/CALF/TOE
      shoot*/electric*/zap*/jolt* > both/two/each > LEG/FOOT/CALF
      shoot*/electric*/zap*/jolt* > legs
      both/two/each + LEG/FOOT > shoot*/electric*/zap*/jolt*
      NUMB/NOFEEL > legs/feet/thighs/calves/toes
      legs/feet/thighs > NUMB
      legs/feet/thighs > JELLY/asleep ! park_run/parkrun/after_run/after_long_run/long_run/from_run/gym/leg_day/squat*/workout*/lunges/marathon/crossfit
      NOFEEL + LEG
      left_and_right/right_and_left + LEG/FOOT
      NUMB/PAIN/WEAK > left_and_right/right_and_left + LEG/FOOT
      both + KNEE > down/numb
      NUMB > both + KNEE
      two_legs/both_legs/both_feet > go/goes/going/gone/full/feel/feels > pins/funny ! plates/screws/metal/surgery/bowling
      legs/feet > both + go/goes/went/gone > funny/weird/dead
      two_legs/both_legs/both_feet/both_thighs & NUMB/WEAK/PAIN/JELLY/NOFEEL/BURN
      LEG/FOOT/NUMB/WEAK/sciatica/TOE > both_sides/bilateral* ! sides_of_back/sides_of_spine/sides_of_lower_back/sides_of_low_back/sides_of_upper_back/sides_of_neck/on_toes/on_my_toes
      CANNOT > heel*/heels/toes/tiptoe*/tiptoes > both_sides
      bilateral + sciatica/LEG/NUMB/WEAK/foot
      sciatica > both
      legs > GIVEWAY/WONTWORK/WEAK/PARALYSED/wont_hold/not_hold/not_mine/like_mine/dont_feel_like
      weak*/weakness > legs
      OTHERLEG ! hangs_off_bed/hanging_off_bed/hang_off_bed/leg_off_bed/leg_out_of_bed/over_bed/leg_of_bed
      left/right/one + LEG > right/left/other + LEG ! fine/ok/good/strong
      left/right/one + LEG > and_now/now/aswell/as_well/too/also > right/left/other/both
      one + LEG >> now >> other/both
      sciatica > other_side
      jumped/moved/crossed/spread > other_side & sciatica/LEG
      one/left/right + LEG >> today/now/then >> both
      one + LEG >> today >> other
      to/into + both + LEG/FOOT
      now_both
      PARALYSED + legs
      waist_down/below_the_waist
      LEG/FOOT/sciatica > both + them/em
      NUMB/WEAK/PAIN/GIVEWAY/JELLY >> both + them/em
      LEG/FOOT >> other_one > too/now/going/same/started
      LEG/FOOT/legs >> belong > someone/somebody
      legs >> fold/folds/folded/crumple*/give/gave/buckle*/went/wobble*/shake* ! table
      cant_stand >> legs
      two/both + bad/dodgy/useless/dead/gammy + LEG ! after_gym/from_gym/at_gym/gym_yesterday/gym_session
      cant_move/couldnt_move/cant_lift/cant_use + legs
      both_sides > sciatica/NUMB/WEAK ! sides_of_back/sides_of_spine/sides_of_lower_back/sides_of_low_back/sides_of_upper_back/sides_of_neck
      LEG >> left/right/other + joined/followed/copied
      two_of_them/both_of_them > NUMB/WEAK/wood/wooden/dead/heavy/lead/PAIN & LEG/FOOT
      LEG >> two_of_them/both_of_them > feel*/NUMB/WEAK/PAIN
      sciatica >> now > left/right/other/both
      one + LEG > then > other
      LEG >> both + today ! fine/ok/good
      one + LEG > now/then/to > two/next/second ! fine/ok/good
      both_sides > down > LEG/FOOT/TOE ! one_side/only_left/only_right/just_left/just_right
      now > left/right/other/second + LEG > too/started/as_well/gone/going/same/bad/NUMB/WEAK/PAIN
      one/left/right + LEG >> pair_of_them/the_pair/two_of_them/both_of_them ! fine/ok
      legs > full_of + sand/cement/concrete
      both/two/each + LEG/FOOT > on_fire
      legs/feet > on_fire ! gym/workout/run*/squat*/hike/new_boots/new_shoes/tight_shoes/tight_boots
      PAIN/shoot*/shoots/sciatica/tingle*/NUMB > down_both ! both_stairs/both_hills/both_shoulders/both_arms/sides_of_back/sides_of_spine/sides_of_lower_back/sides_of_neck
      two_of_legs/both_of_legs/two_of_feet/both_of_feet
      neither + LEG/FOOT > right/works/working/feel*/holds
      crossed/jumped/spread/moved > good_leg/good_side
      legs > treacle/glue/quicksand/syrup ! gym/on_my_run/on_run/running/after_run*/from_run*/long_run/when_running/after_my_run/marathon
      walk* > through_treacle/through_glue/through_syrup/through_quicksand
      SHOCK/electric/tingle*/NUMB/sciatica/buzz*/buzzing > left/right >> left/right > one/too/also/as_well/same
      FIZZ/FIZZLIKE > both/two/each + LEG/FOOT/CALF ! gym/leg_day/squat*/workout*/after_run*
      ants/spiders/insects/bees > both/two/each + LEG/FOOT/CALF ! bit/bite*/bites/bitten/kitchen/picnic/nest/sting*/stung
      both/two/each + LEG/FOOT/CALF > FIZZ/FIZZLIKE/DEADLIKE ! gym/leg_day/squat*/workout*/after_run*
      FIZZ/SHOCK/NUMB > left/right > left/right + leg/side ! back/shoulder/neck
      FIZZ/SHOCK/lightning > left > right ! shoulder/neck/arm/eye
      left > moved/gone/jumped/hopped/crossed/travelled/spread/migrated/visiting/bought/switched > right + LEG/one/side ! arm/shoulder/neck/stuck
      right > moved/gone/jumped/hopped/crossed/travelled/spread/migrated/visiting/bought/switched > left + LEG/one/side ! arm/shoulder/neck/stuck
      left/right > gone/moved/visiting/in_on_it/joined > left/right/other + LEG >> too/also/an_all/and_all/as_well/aswell/likewise
      moved/gone/jumped/hopped/crossed/travelled/spread/migrated/switched > left + LEG >> right
      moved/gone/jumped/hopped/crossed/travelled/spread/migrated/switched > right + LEG >> left`,
  },
  {
    question: 'A6',
    says: 'a weak leg or foot',
    kind: 'sign',
    lines: `
      KNEE + gives ! gives_me
      LEG > like/of > jelly ! gym/leg_day/after_squat*/from_squat*/squats_yesterday/doing_squat*/too_many_squats/squat_session/workout*/lunges/marathon/crossfit
      LEG > given + out
      LEG > letting_me_down/lets_me_down/let_me_down
      hardly/barely/scarcely + lift/move/raise > LEG/FOOT/TOE ! PAIN
      weakness > until/till/til
      weaker > by_the_hour/by_the_minute/by_the_day/every_hour/every_day/each_day/each_hour/all_the_time/and_weaker ! signal/wifi/grip/coffee/tea
      LEG > NOTS/no_longer > carry_me/carrying_me/carries_me/holds_me/holding_me ! back
      FOOT/TOE/LEG > DRAG
      DRAG + LEG/FOOT/TOE
      dragg*/slapp*/flopp*/dragging/slapping/flopping > LEG/FOOT/TOE
      CANNOT + LIFT > LEG/FOOT/TOE/KNEE ! bend_knees/bend_knee/over_bath
      cant/couldnt > wiggle*/move*/pull/raise/lift > LEG/FOOT/TOE ! sock*/shoe*
      stand/walk/go/get/up + heels/heel/tiptoe*/tip_toe*/tippy_toe*/toes & CANNOT
      CANNOT > heels/tiptoe*/tip_toe*/tippy_toe*
      LEG/FOOT/KNEE > GIVEWAY/WONTWORK/PARALYSED/wont_move/wont_go
      leg/knee > just_goes/just_went/just_go/keeps_going/goes_on_me
      cant > pick/lift/raise/get > foot/toes/toe > up/off
      no/lost > strength/power/use > LEG/FOOT/KNEE
      GIVEWAY > LEG/KNEE/FOOT
      LEG/FOOT/KNEE > WEAK
      TOE > WEAK
      WEAK > TOE
      WEAK > LEG/FOOT/KNEE ! both_arms/old_sprain/sprain/always_had
      trip* + over/on + toe*/feet/foot/own
      KNEE + giving ! giving_me/PAIN/grief/trouble/gip/jip/problem*/hassle
      fall*/fell/stumble*/trip* > own + feet/foot/toes
      legs/leg/knee/knees + went/goes/gone > fell/fall/falls/floor/under
      reduced/less/poor/weak + power/strength > LEG/FOOT/TOE/KNEE/dorsiflexion
      paraparesis/paresis/dropfoot
      power/mrc/ehl/dorsiflexion && nPower
      keep_tripping/keeps_tripping/kept_tripping/tripping_a_lot/always_tripping/tripping_up/tripping_all
      tripping > carpet/pavement/nothing/flat/time
      FOOT/TOE > catch*/catches/catching > carpet/floor/step*/pavement/rug/ground
      PARALYSED ! fear/worry/anxiety/paralysed_by_choice/paralysed_by_fear/paralysed_by_worry/paralysed_by_anxiety/paralysed_by_indecision/paralysed_by_grief/paralysed_by_shock/indecision/grief
      droop*/limp/floppy/lifeless/useless/feeble + FOOT/leg
      dead_leg > wont/cant/move
      LEG/FOOT > lost/no/hasnt + power/strength/use
      lost/no/losing/loss_of + power/strength/use/movement + LEG/FOOT/KNEE
      cant_control + LEG/FOOT
      wont_do > tell/told/say/want ! kids
      LEG/FOOT > wont/doesnt/not + listen/obey/respond/move/lift/go
      legs_wont/leg_wont ! wont_stretch
      CANNOT > LEG/FOOT > move/work/lift
      legs_keep_going
      lost_the_use
      LEG + gone/went + JELLY/from_under ! both
      stagger > LEG
      cant_put_weight + weak
      cant_walk ! far/long_way/walk_long/for_long/too_long/long_distance*/fast/PAIN/much/more_than/no_more_than/upright/straight/dog/comfortably/distance/miles/properly/normally/hill*/quickly
      LEG/FOOT/KNEE >> wont_hold/cant_hold/doesnt_hold/not_hold
      toe*/toes/foot > wont/doesnt/cant/not > lift/move/go/come/pull/wiggle
      KNEE/LEG > collapse*/collapses/crumple*/folds/buckle*
      foot > slap*/slaps/flap*/flaps
      LEG/FOOT/CALF/TOE/KNEE > no/lost/little/zero + power/strength/push/grip/lift
      cant_push_off/cant_pull_it_up/cant_lift_it
      LEG/FOOT/KNEE > heavy/floppy/lazy >> cant/wont
      FOOT/TOE > NOTS > lift/move/pull/push/flex/come_up/go_up/clear/point/hold/grip/work/respond/obey
      LEG/KNEE > NOTS > lift/hold/work/respond/obey/support/move ! hurt*
      FOOT > hangs/hanging/dangles/dangling ! off_bed/over_edge_of_bed/over_bed/off_edge
      lift*/pick*/move*/carry > LEG/FOOT > hands/hand/for_him/for_her/for_them ! physio
      CANT/CANNOT > push/press/work/feel > clutch/pedal/pedals/brake/accelerator ! PAIN
      slipper/slippers/flip_flop/flip_flops/flipflop*/shoe/slider/sliders > fall*/falling/come*/comes/slip*/slips/drops/flies > off ! come_off_easily/slip_off_easily/slips_off_easily/fall_off_easily/easy/too_big/old_slippers/old_shoe/old_shoes/too_old/are_old
      no/lost/little + strength/power/push > push_off/FOOT/CALF/LEG/TOE
      LEG/FOOT > not_there ! yet/physio
      losing/lost/less/wasting/wasted > muscle > LEG/CALF
      LEG/CALF > thinner/wasted/wasting/shrunk/shrinking ! gym/cycling/since_stopped
      swing*/hitch* > LEG > walk*
      LEG/FOOT/KNEE > mind_of_its_own/mind_of_their_own/life_of_its_own
      cant/CANNOT > make/get > LEG/FOOT/TOE > go/lift/move/work/bend/wiggle/respond/come_up/do ! sock_on/socks_on/my_sock_go/shoe_on/shoes_on/my_shoe_go/boot*/tights
      LEG/KNEE/FOOT > caved/caves/gave/crumple*/crumbled ! PAIN/trouble/grief/gip/massage/advice/problem*
      FOOT/LEG/TOE + died
      trip/tripping/trips > carpets/rugs/kerbs ! laid/fitter
      LEG/FOOT + passenger
      wire/wires/cable/nerve/signal/signals/message > FOOT/LEG/TOE > cut/broken/gone/lost/snapped/unplugged
      LEG/FOOT >> nobody_home/nobody_there/no_one_home
      CANT/CANNOT > squash/hold_down/keep > clutch/pedal/pedals/brake/accelerator ! PAIN
      no_push_left/no_push_in
      TOE/FOOT/LEG/KNEE > said_no/says_no/said_nope/says_nope/refused_point_blank/clocked_off/gone_on_strike ! i_said/we_said/asked/asks/i_say/said_no_to/says_no_to/gp_said/doctor_said/physio_said/he_said/she_said/they_said/boss_said/surgeon_said/consultant_said/nurse_said/husband_said/wife_said/mum_said
      LEG + gives/gave/giving ! gives_me/gave_me/giving_me/trouble/grief/gip/jip/PAIN/pain
      LEG/KNEE > goes/went/going/gives/gave > hinge/string/strings/puppet/deckchair/deck_chair/trapdoor/trap_door/snapped/no_pin/cut_string ! stiff/back
      LEG/FOOT/KNEE > no_bones/without_bones/no_bone/boneless/rag_doll/wet_fish/dead_fish/dead_weight
      TOE/FOOT + catch ! ball/bus/cold/train
      trip*/tripping > nothing > TOE/FOOT`,
  },
  {
    question: 'A7',
    says: 'unsteady walking or clumsy hands',
    kind: 'sign',
    lines: `
      HAND >> NUMB/dead >> never_came_back/not_come_back/hasnt_come_back/havent_come_back/doesnt_pass/does_not_pass/not_pass/wont_pass/hasnt_passed/not_passed/wont_wear_off/hasnt_worn_off/not_worn_off/wont_go_away/hasnt_gone_away/not_gone_away/doesnt_go_away
      UNSTEADY ! wobble_board/wobble_cushion/balance_board/unsteady_hours/unsteady_shifts/unsteady_market/wobbly_table/unsteady_table/table_is_wobbly/wobbly_ladder/unsteady_ladder/unsteady_income/staggered_hours/staggered_shifts/staggered_start/staggered_when_spasm/staggered_when_pain/little_stumble/small_stumble/slight_stumble/stumbled_once/just_a_stumble/stumbled_over_dog/stumbled_over_cat
      HAND > wont/cant/not > grip/hold/work/close/open
      bump*_into/bumping_into > things/walls/doors/furniture/everything/frames/frame/doorways
      keep/keeps/kept/always > bump*/clip*/clipping/hit*/hitting/knock*/bang*/catch* > frame/frames/doorframe/doorframes/door_post/doorposts ! kids/children/neighbour*/car/bike/picture
      feet/foot/soles > feel*/LIKENESS > trampoline/sponge/spongy/mattress/bouncy_castle/clouds/marshmallow* ! trainers/shoes/slippers/insoles/socks/kid*/sponge_bath
      floor/ground > feel* > soft/spongy/moving/tilting/bouncy ! laminate/carpet/lino/rotten/joist*
      floor/ground > moving > FOOT ! lift/boat/ferry
      legs_and_arms/arms_and_legs & WEAK/NUMB/CLUMSY
      cant_grip/no_grip/lost_grip ! on_my_shoes/shoes_so/shoes_have/of_my_shoes/on_shoes/boots/tyres/soles
      balance > all_over/rubbish/gone/off/bad/terrible/awful/shot/worse/poor/going/lost ! bank
      lost/lose/losing + balance > times/keep/all ! laughing
      veering
      LEG > all_over_the_place
      walk* > drunk/funny/crooked/straight_line/into
      cant_walk > straight ! up
      CANT/CANNOT > button*/zip*/shoelace*/shirt/bra/keys/jar*/pen ! cant_bend_down/bend_over/bend_down/bending/bend_to/to_bend/cant_reach/couldnt_reach/reach_back/reach_round/reach_behind/reach_down/lac*
      HAND > CLUMSY/shake* ! snow/ice_pack/holding_ice/frozen_peas/slept_on/sleep_on/numb_holding_phone/from_holding_phone/after_holding_phone/phone_for_hours/phone_all_day/phone_too_long
      CLUMSY > HAND ! one/snow/ice_pack/holding_ice/frozen_peas/slept_on/sleep_on
      clumsy/fumble*/fumble* > HAND/keys/button*/things/phone
      both/two + HAND/ARM > NUMB/WEAK/NOFEEL
      NUMB/NOFEEL/WEAK > both/two + HAND/ARM
      HAND/hands > both > NUMB/NOFEEL
      NUMB/NOFEEL/WEAK >> both_hands/both_arms
      NUMB/NOFEEL > hands/fingers/arms ! snow/ice_pack/holding_ice/frozen_peas/slept_on/sleep_on/numb_holding_phone/from_holding_phone/after_holding_phone/phone_for_hours/phone_all_day/phone_too_long
      hands/arms/fingers > NUMB/asleep
      keep*/always/constantly/kept/all_the_time/im + drop*/dropping ! dropping_off/drop_off/off_at/hint*
      dropping + things/cups/plates/stuff/everything/mugs/pens
      drop* > all_the_time/everything
      SHOCK > NECK/chin/head ! car_headrest/hit_headrest
      lhermitte*
      buzz*/zing*/tingle* > spine/back > look/look_down/chin/nod
      walk* >> pints/beers ! pub
      SHOCK > bend/look*/tilt/nod > NECK/down/forward/head
      NECK/chin/look_down/nod/nodding >> SHOCK
      SHOCK > spine > bend/NECK/look/chin
      handwriting
      cant_write ! at_desk/long/report/essay
      keep*_falling/keep_fall*
      tremor_in_both
      straight_line
      babinski > positive
      upgoing/clonus/hyperreflexia/umn_sign* ! negative
      hold*/holding > walls/furniture > walk*/balance
      feel*/felt/like + drunk/tipsy/pissed > walk*/stand*/move ! last_night
      drunk > walk*
      tripping/trip/stumbl* > feel*/felt/like > drunk ! pub/last_night
      CANT/CANNOT > pick_up/hold/do_up/thread/turn > coin*/pen*/key*/cup*/fork/phone/small/button*
      jerky/spastic & LEG/walk*
      stumble*/stumbling ! little_stumble/small_stumble/slight_stumble/stumbled_once/just_a_stumble/stumbled_over_dog/stumbled_over_cat
      spill* > tea/coffee/drink*/cup/soup/everything/food
      HAND > dont_do/wont_do/wont_go/wont_listen/dont_work/WONTWORK/wont_obey/wrong_keys
      typing/writing/buttons/texting > wrong/mess/messy/cant/hard
      walk*/feel*/felt > boat/ship/deck/marshmallow/cotton_wool/sponge ! boat_trip
      legs > clumsy/uncoordinated/jerky
      CANT/CANNOT > tie/do_up/fasten/undo >> fingers/hands ! cant_bend/couldnt_bend/bend_down/bend_over/bending/cant_reach/couldnt_reach/reach_down/reach_feet/reach_shoes/reach_my_shoes/bend_to/to_bend
      all_thumbs/fingers_and_thumbs
      NOFEEL > floor/ground ! seat/from_bed/in_bed
      NOFEEL > boots/shoes/trainers/slippers/rungs/pedal/pedals
      loss + balance ! hearing
      walk/walking/gait > all_over_the_place
      HAND > gloves/glove/mittens/boxing_gloves ! gardening/wear_gloves/cold
      CANT/CANNOT > use/hold > fork/knife/spoon/cutlery/chopsticks/toothbrush
      keep/keeps/always/constantly > knock*/knocking/spill*/spilling > over/things/stuff/drinks/cups ! laugh*
      SHOCK >> nod/nodding/look_down/bend_my_head/tilt/chin/drop_my_head
      gait > ODD/weird/off/changed/different/bad/strange
      CANT/cant + balance ! books/work_life/balance_work/work_with/budget/kids_and_work/work_and_kids/balance_life/bank/diet
      bounce*/bouncing/ricochet* > off_walls/off_doorframe*/off_furniture ! kids/my_kid/a_kid_who/kid_bounc*/toddler/energy/bored*
      legs/LEG > go_where_they_like/go_where_they_want/do_their_own_thing/own_thing
      dark > fall/topple/wobbl*/sway ! ice/kerb/autumn/film
      writing > spider*/spidery/scrawl*/illegible/scribble*
      looking_down/look_down/nod/nodding/bend_my_head/chin > jolt*/zap*/electric*
      feel*/felt > drunk > feet/legs ! pub/last_night
      walking_on/walk_on > mattress/mattresses/clouds/foam/trampoline/pillows/bouncy_castle ! beach
      watch_my_feet/look_at_my_feet/watch_where_my_feet ! to_dance/when_dance/when_dancing/at_dancing/dancing_class/football
      fingers/hands/hand > gone + stupid/daft/thick/silly
      drunk/drunken/tipsy/sozzled/wobbly + legs/leg ! last_night/pub/party/table/chair
      HAND > LIKENESS > sausage*/banana*/claw*/mitten*/wood/rubber/boxing_gloves/oven_gloves/oven_glove/somebody_elses/someone_elses/not_mine ! swollen/heat/rings/ring/cold
      walk*/walking/gait > unstable/tightrope/sailor/drunken/new_born/ice_rink/rolling_ship ! over_ice
      walk*/walking >> unstable ! ankle/shoes/knee
      weave/weaving/weaves/zigzag*/zigzagging/meander* > corridor/hall/pavement/street/walk*/room/ward ! basket*/loom/traffic/car/bike
      knocking/knock + cups/cup/mugs/glasses/things/plates ! baby/toddler/cat/dog`,
  },
  {
    question: 'A8',
    says: 'a numb leg or foot',
    kind: 'sign',
    lines: `
      LEG/FOOT/TOE/CALF > still + NUMB/dead
      NUMB/dead > since & LEG/FOOT/TOE/CALF
      LEG/FOOT/TOE/CALF & NUMB/dead >> never_came_back/not_come_back/hasnt_come_back/havent_come_back/doesnt_pass/does_not_pass/not_pass/wont_pass/hasnt_passed/not_passed/wont_wear_off/hasnt_worn_off/not_worn_off/wont_go_away/hasnt_gone_away/not_gone_away/doesnt_go_away
      numbness > until/till/til
      NUMB/NOFEEL & LEG/FOOT/TOE/CALF/KNEE ! crosslegged/cross_legged/crossed_legs/legs_crossed/sitting_on_it/sat_on_it/sitting_on_my/sat_on_my
      LEG/FOOT/TOE/CALF > dead/asleep/sleepy ! dead_leg/sitting_on_it/sat_on_it/sitting_on_my/sat_on_my/crosslegged/cross_legged
      numb_patch
      LEG/FOOT/TOE + sleeping
      LEG/FOOT/TOE > ODD > feel*
      LEG/FOOT/TOE/CALF >> NOFEEL ! both
      LEG/FOOT/TOE > feel*/felt/gone/went/goes > fuzzy/woolly/dull/spongy/rubbery/buzzing/strange/weird ! gym/leg_day/workout*/after_run*/after_squat*
      FOOT > wearing/like/feels > sock/socks > on ! put/cant
      LEG/FOOT/TOE/CALF & ants ! bit/bite*/bites/bitten/kitchen/picnic/nest
      needles > LEG/FOOT/TOE ! acupuncture_needle*/needles_acupuncture/had_acupuncture/at_acupuncture/from_acupuncture/after_acupuncture/acupuncture_in/crosslegged/cross_legged/crossed_legs/legs_crossed
      NUMB > bit/patch/area/part > bigger/spread*/growing/creep*/larger
      dead + bit/patch/area > FOOT/TOE/LEG/CALF
      LEG/FOOT/TOE/CALF > feel*/felt/like > someone_else/somebody_else/someone_elses/somebody_elses ! both/legs/feet/belong
      LEG/FOOT/TOE/CALF > LIKENESS > DEADLIKE ! GYM/hamstring*/stiff*/in_plaster/after_walk/walk/hike/tight
      LEG/FOOT/TOE/CALF > LIKENESS >> dentist*
      LEG/FOOT/TOE/CALF > FIZZ/FIZZLIKE ! fizzy_drink/hot_water_bottle/foot_bath/cold_water_swim
      LEG/FOOT > NUMB/dead > like_when/like_if/as_if/like_ive/like_i`,
  },
  {
    question: 'A9',
    says: 'pins and needles in an arm or hand',
    kind: 'sign',
    lines: `
      ARM/HAND > still + NUMB/dead
      NUMB/dead > since & ARM/HAND
      ARM/HAND >> NUMB/dead >> never_came_back/not_come_back/hasnt_come_back/havent_come_back/doesnt_pass/does_not_pass/not_pass/wont_pass/hasnt_passed/not_passed/wont_wear_off/hasnt_worn_off/not_worn_off/wont_go_away/hasnt_gone_away/not_gone_away/doesnt_go_away
      NUMB/NOFEEL/buzzing/buzz & ARM/HAND ! lie_on_it/lie_on_arm/lie_on_hand/lie_on_side/lying_on_it/lying_on_arm/lying_on_hand/lying_on_side/lay_on_it/lay_on_arm/lay_on_hand/lay_on_side/sleep_on/slept_on/lean_on/leaning_on/snow/ice_pack/holding_ice/numb_holding_phone/from_holding_phone/after_holding_phone/phone_for_hours/phone_all_day/phone_too_long
      ARM/HAND > dead/asleep ! lie_on_it/lie_on_arm/lie_on_hand/lie_on_side/lying_on_it/lying_on_arm/lying_on_hand/lying_on_side/lay_on_it/lay_on_arm/lay_on_hand/lay_on_side/sleep_on/slept_on/lean_on
      ARM/HAND >> fizz*/prickle*/buzz*/tingly/electric
      needles/pins > HAND/ARM ! acupuncture/knit*/surgery/metal/sewing
      ARM/HAND > NUMB/dead > like_when/like_if/as_if/like_ive/like_i
      ARM/HAND > LIKENESS > DEADLIKE ! gym/training/rowing/press_ups/push_ups`,
  },
]
