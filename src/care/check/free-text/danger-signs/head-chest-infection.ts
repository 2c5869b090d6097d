/** What is listened for: stroke, head, infection, heart, breath, a cold leg, bleeding inside. The language of the lines is told in `sign.ts`. Data only. */
import type { DangerSign } from './sign.ts'

/** The signs of this group, in the order of the check. */
export const headChestInfection: readonly DangerSign[] = [
  {
    question: 'A10',
    says: 'signs of a stroke',
    kind: 'sign',
    lines: `
      ARM > dead/limp/weak >> since >> hours/days/yesterday/ago
      FACE > DROOP ! after_dentist/from_dentist/dentist_today/dentist_injection/after_filling/from_filling/had_filling
      DROOP > FACE ! baby/dentist_numbed/after_dentist/from_dentist/dentist_today/dentist_injection/after_filling/from_filling/had_filling
      NUMB/DROOP > side_of > face
      SPEECH > SLUR
      SLUR > SPEECH
      slur*
      CANT/CANNOT/couldnt/trouble + speak/talk/get_my_words/get_words/find_words/find_my_words/say/form > properly/words/out/sentences
      CANNOT + speak/talk ! about/to/gp/doctor/english/long/talk_right_now
      lost_my_speech/words_wont_come
      mini_stroke*/tia/tias ! tia_nurse/stroke_nurse
      dx stroke
      hemiparesis/hemiplegia/dysphasia/aphasia/dysarthria
      one_side/left_side/right_side/half > body/face/me > NUMB/WEAK/PARALYSED/dead
      one_side/left_side/right_side/half > body > gone/went
      NUMB/WEAK/PARALYSED/lost_use > one_side/left_side/right_side/down_one_side/half ! LEG/FOOT/BUM/back/hip
      NUMB/WEAK/PARALYSED > one_side/left_side/right_side + body/face
      NUMB/WEAK/PARALYSED/lost_use > one_side/left_side/right_side >> arm/face/shoulder
      one_side/left_side/right_side > NUMB/WEAK/PARALYSED/dead >> arm/face
      one_side/left_side/right_side > WEAK/PARALYSED/dead >> hand/hands/mouth
      cant_smile/smile_is ! smile_is_back
      one_side + NUMB/WEAK + body
      right_side/left_side/one_side > NUMB/PARALYSED ! LEG/FOOT/BUM/hip/thigh
      arm + LEG > NUMB/WEAK ! both_arms/both_legs/both_hands/both_feet
      NUMB/WEAK > arm + LEG ! both_arms/both_legs/both_hands/both_feet
      ARM > SUDDEN > WEAK/NUMB/dead
      SUDDEN > WEAK/NUMB > ARM/FACE
      lift > arm & WEAK/SUDDEN/dropped
      ARM > weak/NUMB > SUDDEN/came_back/went_away/gone_again
      ARM > went/gone + weak/dead/limp/numb ! lie_on/lying_on/lay_on/sleep_on_it/i_sleep_on/sleep_on_my/slept_on_it/i_slept_on/slept_on_my
      ARM > flop*/floppy
      cant_move > one_side/left_side/right_side ! lie_on/lying_on/move_neck/move_my_neck/side_of_neck/neck_to/left_neck/right_neck/neck_left/neck_right/neck_side/turn_neck
      cant_see/lost_sight/lost_my_sight/lost_vision/gone_blind/blind/no_vision > eye/side/SUDDEN
      SUDDEN > cant_see/blind/lost_sight/lost_vision
      CANT/cant > smile
      SPEECH > come_out/coming_out/came_out > ODD/wrong/SLUR/backwards/soup/mush/porridge
      FACE > wonky/gone_wonky/crooked/lopsided/skew*/slid/fallen/dropped/WONTWORK/twisted
      one_side/left_side/right_side/half > WONTWORK/stopped_working/useless/gone_dead/gone_numb/limp ! back/LEG/hip
      cant/couldnt/CANNOT > say > name/word*/anything/sentence* ! on_here/out_loud/to_your_face/in_public/in_company/rude/embarrass*/polite*
      name/words/sentence* > wont_come/wouldnt_come/cant_find
      talking/speaking/coming_out/come_out > gibberish/nonsense/rubbish/garbage ! physio_talking/physio_is/physio_was/physio_kept/physio_keeps/gp_talking/gp_is/gp_was/gp_kept/gp_keeps/doctor_talking/doctor_is/doctor_was/doctor_kept/doctor_keeps/people_talking/people_who/politic*/boss_talking/boss_is/boss_was/boss_kept/boss_keeps/website
      one_side/left_side/right_side > WEAK ! back/LEG/FOOT/hip/BUM/core
      gibberish/nonsense/wrong_words/garbage > come*/comes/out ! website/physio_talking/physio_is/physio_was/physio_kept/physio_keeps
      CANNOT/couldnt/cant/NOTS > find/get/think_of > words/word ! words_to_describe/describe_pain/describe_how/describe_this/thank/words_to_explain/words_to_express/for_how/how_sore/how_bad/enough
      funny_turn/funny_turns
      CANT/CANNOT > raise/lift > arm/arms ! above/over/shoulder/frozen/head/overhead
      vision/sight/eyesight > gone/went/lost/going > eye/side/SUDDEN
      sound/sounds/sounded/sounding > drunk ! drunk_music/music_sounds/music_next_door/neighbours_music/neighbours_sound*/neighbour_sound*
      talking/speaking/talks > double_dutch
      ran/runs/running/dribbl*/dribbled/drool*/leaked/poured/drips > corner_of_mouth/side_of_mouth/corner_of_my_mouth/side_of_my_mouth ! my_baby/baby_is/baby_has/baby_keeps/baby_dribbl*/baby_drool*
      ARM > lump_of_meat/dead_weight/dead_meat/block_of_wood ! gym/workout/lie_on/slept_on_it/i_slept_on/slept_on_my
      talk*/talking/speak*/speaking/speaks/SPEECH > marbles/plum/drunk/drunkard/hot_potato/mouth_full/mouthful/dentist*/slow_motion/underwater ! night_out/party/pub/about
      smile > lopsided/wonky/crooked/slipped/one_side/half
      FACE/mouth/lip > to_one_side/all_one_side/sideways/over_to/squint/on_wonk/skew_whiff/skewwhiff/slanted/hanging/pulled ! pillow/sleep*/lie/lying/mask
      mouth/lip/face > pulled > left/right/one_side`,
  },
  {
    question: 'A11',
    says: 'a sudden severe headache or a stiff neck with other signs',
    kind: 'sign',
    lines: `
      AGONY & HEADACHE
      SUDDEN & HEADACHE
      SEVERE/explod*/exploded/banging > HEADACHE
      HEADACHE > ever/of_my_life/of_life
      thunderclap
      HEADACHE > thunder/out_of_nowhere
      dx mening*/meningitis/brain_bleed/brain_haemorrhage/subarachnoid
      seeing_double/see_double/double_vision/two_of_everything/seeing_two
      EYELID > droop*/drooping/drooped/dropped
      droop*/drooping/droopy > EYELID/EYE
      STIFF > NECK >> LIGHT/fever/FEVER/confus*
      NECK > STIFF >> LIGHT/FEVER
      NECK & STIFF & temperature ! temperature_normal/normal_temperature/temperature_fine/temperature_ok/temperature_is_ok/okay/temperature_good/nOk/weather/outside
      LIGHT/FEVER >> NECK > STIFF
      LIGHT/FEVER >> STIFF > NECK
      NECK & DIZZY ! after_swim/after_ride/on_ride/at_fair/waltzer/fairground_roundabout/on_roundabout/on_the_roundabout/park_roundabout/playground_roundabout/roundabout_at_park
      CANT + swallow ! pride/bill/news
      rip*/tear*/torn/ripping/tearing + NECK
      chin_on > fever/HEADACHE
      hit_on_the_head > HEADACHE
      HEADACHE/head >> STIFF > NECK
      cant/couldnt/CANNOT > bend/move > NECK/chin >> LIGHT/FEVER/HEADACHE
      LIGHT/FEVER/HEADACHE/banging_head >> cant > bend/move > NECK/chin
      NECK/HEADACHE >> like_never/never_had/like_nothing
      SUDDEN & NECK & HEADACHE/AGONY/hit/stab*
      SUDDEN > PAIN > NECK
      NECK >> hammer/axe/kick/bat/explo*/bang
      NECK & PAIN >> SICK/sick
      NECK & SUDDEN && HEADACHE
      cant/couldnt/CANNOT > put/get/touch/tuck/lower/drop > chin >> LIGHT/FEVER/HEADACHE/SICK
      LIGHT/FEVER/HEADACHE >> cant > put/get/touch/tuck/lower > chin
      HEADACHE >> hit/struck/whacked/kicked/smacked > bat/hammer/shovel/brick/axe/mallet/plank
      HEADACHE && NECK > solid/rigid/locked/rock_hard/like_rock ! pillow/desk
      never > HEADACHE + like/such/as_bad/so_bad
      HEADACHE > like_never_before/like_nothing_before/never_known
      thunder_clap
      diplopia/meningism
      head > with_bat/with_hammer/with_brick/with_shovel/with_mallet ! nail/nails
      SICK/HEADACHE >> cant_look_at > lamp/light/lights/screen/phone
      thunder/explosion/bomb/firework* > head ! over_my_head/over_head/overhead
      head > like > burst/exploded/split/explode
      never_had_a_head/never_known_a_head/a_head_like_it/a_head_like_this
      head > SUDDEN >> SICK
      head > exploded/erupted/blew_up/burst/popped/split_open ! kid*/laugh*/work/balloon/pillow
      worst_head/worst_ever_head ! head_cold/of_hair
      SUDDEN > head > PAIN/exploded/bang/split*
      clubbed/coshed/whacked/walloped/thumped/brained > head/skull >> SUDDEN ! physio
      SUDDEN >> clubbed/coshed/whacked/walloped/thumped > head/skull
      like > clubbed/coshed/whacked/walloped > head/skull
      STIFF & NECK && chin > down/chest
      NECK & locked/rigid/solid && FEVER/LIGHT
      NECK & STIFF/locked/rigid && lamp/light/lights/screen > hurt*/hurts/bright/kill*/killing ! traffic/red_light`,
  },
  {
    question: 'B1',
    says: 'signs of sepsis',
    kind: 'sign',
    lines: `
      i/im/ive/feel/feeling + really/very/seriously/dangerously/proper + poorly/ill
      dx sepsis/septic*/septicemia/blood_poisoning
      RASH > wont/doesnt/dont/didnt/not/isnt + FADE
      RASH >> glass
      non_blanching
      glass_test ! passed
      SKIN > blue/grey/gray/mottled/blotchy/ashen/purple/marbled
      blue/grey/gray/mottled/blotchy > lips/SKIN ! trousers
      confused > shiver*/HOT/FEVER/day/hot/sleepy
      FEVER/shiver*/HOT > confused/delirious
      confused/delirious/disorient*/making_no_sense/not_making_sense/talking_nonsense/incoherent ! about/by/what_to/which/if_i/whether/advice/exercise*
      confused > where/everything/who/day/year/time
      he/she/hes/shes/RELATIVE + confused/muddled ! about_which/what_to_take/what_to_say/what_to_choose
      not_recognise/doesnt_recognise/didnt_recognise
      cant_stop + shake*/shiver*/shaking/shivering
      shake*/shiver* > uncontrollable*/violent*/cant_stop/wont_stop/nonstop/non_stop/all_over
      uncontrollable*/violent* + shake*/shiver*
      gone_grey/gone_gray/gone_blotchy/gone_mottled/gone_blue/looks_grey/turned_grey
      dont_know_where_i_am/doesnt_know_where/didnt_know_where/dont_know_what_day/doesnt_know_what_day/doesnt_know_who
      purple_spots/purple_rash
      drowsy > cant_wake/hard_to_wake/wake/day
      hard_to_wake/hard_to_rouse/difficult_to_wake ! up_and_go/up_and_get/up_and_start/mornings
      wont_wake ! up_and_go/up_and_get/up_and_start
      cant_wake/couldnt_wake/cannot_wake/unable_to_wake + me/him/her/them ! up_early/early_for/early_enough/alarm_clock/set_alarm/alarm_wont/alarm_cant/alarm_couldnt/my_alarm/alarm_didnt/by_alarm/in_time_for/in_time_to
      feel*/think > dying/going_to_die/gonna_die/about_to_die ! boredom/embarrass*/of_pain/from_pain/with_pain/in_pain/of_this_pain/of_the_pain/of_back_pain/pain_is_so/pain_was_so
      shake*/shiver*/shivering/shaking > so_hard/so_much/teeth/rattle* ! after_gym/from_gym/gym_class
      teeth > rattle*/chatter*
      floppy > SKIN/drowsy/sleepy/hot/mottled/marbled ! floppy_pillow/pillow_is
      marbled ! cake
      breathing_fast/heart_racing >> FEVER/temperature/HOT/ill/terrible
      fast/rapid/quick + breathing && muddled/confused/drowsy/sleepy/cold/clammy/grey ! after_exercise/after_running/yoga
      nodding_off/drifting_off/nods_off > mid_sentence/while_talking/when_talking/talking_to_me
      breath*/breathing > fast/very_fast/rapid* ! when_exercise/after_exercise/when_run/running/up_stairs/on_stairs/climb_stairs/climbing_stairs/climb_hill*/climbing_hill*
      funny/strange/bad/awful/terrible + colour
      death_warmed_up >> shake*/shiver*/no_wee/fever
      shake*/shiver* >> no_wee/no_pee/not_peed/confused
      NONE > PEE > all_day/since_yesterday/24_hours
      SKIN > marble/marbling/lace/mottl*/patchy ! floor/worktop
      muddled/not_with_it/rambling/not_herself/not_himself/vacant/delirious && SHIVER/FEVER/temperature/shake*/shaky/SKIN/HOT
      talking/speaking/saying + rubbish/gibberish/nonsense/funny/silly/daft/double_dutch && SHIVER/FEVER/temperature/HOT ! doctor_talking/doctor_is/doctor_was/doctor_kept/doctor_keeps/gp_talking/gp_is/gp_was/gp_kept/gp_keeps/physio_talking/physio_is/physio_was/physio_kept/physio_keeps
      really/very/seriously/dangerously/proper + poorly/ill ! hospital/care_home/looking_after/caring/visit*/RELATIVE
      body/organs > shutting_down/shutting
      going_downhill/go_downhill/gone_downhill ! ski*/on_bike/on_my_bike/bike_going/walking_downhill/walk_going/walks_going/when_i_walk/when_walking/on_walk/on_walks/on_my_walk/for_walk/walking_and_going/hill_walk*/running_downhill/on_run/on_my_run/when_running/run_going/when_i_run/cycle*/work_going/work_gone/work_is/my_work/work_has/standards/mood/my_fitness/fitness_is/fitness_has/fitness_going/fitness_gone/morale/hurts
      feeling_of_doom/sense_of_doom/impending_doom
      something > very/seriously/really/badly/terribly + wrong ! with_physio/with_my_physio/physio_is/physio_was/with_posture/with_my_posture/posture_is/with_mattress/with_my_mattress/mattress_is
      need/want/get/send/call + ambulance ! dont_need/dont_want/dont_call/dont_send/work_in/work_on/work_for/works_in/works_on/works_for/job/course/training/volunteer*/charity/film/programme/student/documentary/fundrais*/race_for_life/raising_money/coffee_morning/fun_run/awareness/do_i_need/did_i_need
      call_999/ring_999/come_quick/come_quickly/send_help
      mottled ! brown/paint/carpet/fire/heater/hot_water_bottle
      something/somethings > not_right ! physio/posture/mattress/back/spine/disc/hip/KNEE/muscle/joint/car/gait
      cant/couldnt > hold > cup/mug/glass/phone/spoon/pen > shak*/shiver*/shivers
      NONE + PEE > since_morning/since_this_morning/since_last_night/since_breakfast ! problem*/trouble/PAIN/blood/sting*
      he_dont_know/she_dont_know/they_dont_know > where/who/day
      doesnt_know/didnt_know/dont_know/not_know > own + wife/husband/name/son/daughter/mum/kids/family/house
      RASH/dots/red_dots/purple_dots/blotches/marks/bruises/speckles/freckles >> glass/tumbler ! wine_glass/broken_glass/sea_glass/cut*
      did_the_glass/done_the_glass/tried_the_glass/tumbler_test/glass_thing
      RASH/dots/blotches/marks/speckles/spots > stay/stays/stayed/dont_go/doesnt_go/wont_go/still_there/not_fade/dont_fade > press*/push*/squash*
      press*/pressed/pressing > RASH/dots/blotches/marks/spots > stay/stays/stayed/dont_go/doesnt_go/wont_go/still_there/not_fade/dont_fade
      not_drop/no_drop/not_single_drop > PEE && ill/poorly/shiver*/shaking/drowsy/confused/rough
      mumbling/babbling/rambling && white/grey/gray/pale/clammy/dialysis/chemo/HOT/cold/shak*/cant_stay_awake/wont_stay_awake
      cant_stay_awake/wont_stay_awake/keeps_dropping_off/keeps_nodding_off/dropping_off_mid && white/grey/gray/pale/clammy/dialysis/chemo/HOT/shak*/mumbling/babbling/confused
      dropping_off/drop_off/drops_off > mid_sentence`,
  },
  {
    question: 'B2',
    says: 'fever, shivers or drenching sweats',
    kind: 'sign',
    lines: `
      FEVER
      temperature ! im_a_temperature/temperature_control/temperature_normal/normal_temperature/temperature_back_to_normal/temperature_came_back_normal/temperature_fine/fine_temperature/temperature_all_fine/temperature_ok/temperature_all_ok/ok_temperature/temperature_okay/okay_temperature/temperature_good/good_temperature/nOk/temperature_work/temperature_job/as_a_temperature/temperature_contract/temperature_agency/temperature_gauge/temperature_sensitive/sensitive_to_temperature/room_temperature/38_outside/39_outside/40_outside/temperature_outside/41_outside/outside_temperature/hot_outside/cold_outside/oven_temperature/temperature_oven/temperature_of_oven/oven_at_temperature/water_temperature/temperature_of_water/in_room/in_loft/in_office/in_car/in_house/in_greenhouse
      temperature > wont/not/never/isnt/above/over > come/go/normal/down/right
      got_a_temperature/have_a_temperature/had_a_temperature/has_a_temperature/running_a_temperature ! nOk
      SHIVER ! boiler_packed/boiler_conked/no_heating/no_hot_water/locked_out/house_is_freezing/freezing_house/boiler_off/boiler_on_blink/boiler_is_on_blink/boiler_playing/heating_on_because/put_heating_on/this_weather/cold_weather/boiler_broken/heating_broken/heatings_broken/boiler_broke*/boiler_gone/boiler_went/heating_off/heating_broke*/heating_gone/heating_went/heatings_off/heatings_broke*/heatings_gone/heatings_packed/cold_out/chill_and_relax/relax_and_chill/netflix/in_cold/cold_house/cold_garden/cold_room/out_of_pool/out_of_sea/out_of_bath/out_of_shower/snowing/snow_outside/out_in_snow/in_snow/frost_outside/frosty/in_frost/icy_out/icy_outside/icy_weather/icy_road*
      SHIVER > like/as_if > snow/frost/ice/freezer
      nCd ! hot_outside/degrees_outside/outside_today/outside_temperature/garden_thermometer/thermometer_in_garden/garden_says/thermometer_in_greenhouse/garden_temperature/hot_in_garden/degrees_in_garden/kg/stone/st/miles/mile/km/bmi/cm/weigh/weighs/weighed/weight_is/stones/pounds/lb/lbs/kgs/kilo*/kilogram*/percent/k
      nC + TEMP ! oven/washing_at/degree_washing/washing_machine/clothes_washing/degree_wash/wash_at/wash_my_clothes/wash_on/degrees_outside/38_outside/39_outside/40_outside/41_outside/hot_outside/outside_temperature/celsius_outside/weather/water_at/water_temperature/degree_water/of_water/shade/for_years_old/years_old/bend/angle/past_straight/past_vertical/past_upright/past_horizontal/rotat*/degree_turn/degrees_turn/turn_of/turn_head/from_straight/to_straight/off_straight/incline
      TEMP > nC ! temperature_outside/outside_temperature/hot_outside/38_outside/degrees_outside/garden_thermometer/thermometer_in_garden/garden_says/weather/shade/oven/in_room/in_loft/in_office/in_car/in_here/in_house/in_greenhouse/at_work
      nF + FAHR ! hot_outside/degrees_outside/outside_temperature/fahrenheit_outside/weather/water_at/water_temperature/water_is/in_water/kg/mg
      TEMP > nF ! temperature_outside/outside_temperature/hot_outside/degrees_outside/weather/water_at/water_temperature/water_is/in_water
      temperature > high/up/raised/spik*/over ! temperature_outside/outside_temperature/hot_outside/outside_is/weather_is/this_weather/in_weather/hot_weather/water_temperature/temperature_of_water/water_is/in_water/oven_temperature/temperature_oven/temperature_of_oven/in_oven
      SWEAT & NIGHT ! in_heatwave/this_heatwave/heatwave_is/its_heatwave/hot_weather/by_hand
      drench*/soak*/pouring > sweat*
      dx mastitis
      breast/breasts/boob/boobs & hot/red_hot/inflamed ! hot_bath/bath_hot/in_bath/hot_shower/in_shower/shower_hot/hot_compress/warm_compress/compress_on/hot_flannel/flannel_on/hot_in_bra/hot_bra/bra_is_hot/bra_makes
      HOT > forehead
      sweat* > buckets/soaked/drenched/cold/like_a_pig ! hot_yoga/at_yoga/heatwave/in_heat/this_heat/heat_outside/heat_today/in_gym/at_gym/in_sauna/spin_class
      woke/wake/waking > soaked/drenched/dripping/wringing/wet_through/SWEAT ! heatwave/winter_duvet/thick_duvet/heavy_duvet/new_duvet/hot_weather
      drenched/soaked ! rain/soaked_dog/dog_soaked/dog_was/dog_got/by_dog/in_bath/soaked_bath/from_bath/bath_soaked/doing_washing/hanging_washing/washing_up/washing_machine/in_shower/from_shower/shower_soaked/rain_shower/watering_garden/in_garden_rain/garden_hose/garden_soaked/gardening/in_water/with_water/under_water/by_water/soaked_my/salts/epsom
      drenched/soaked > like/as_if/as_though > shower/rain/bath/hose*/river/sea/swimming
      HOT & SHIVER
      HOT > shaking/shaky
      HOT > then > cold/freezing
      cold_sweat*/hot_sweat*
      hot_and_bothered + ill
      feel*/felt + hot ! hot_outside/hot_weather/weather_hot/weather_is/this_weather/in_sun/hot_sun/sun_is/sunbath*/heat_pad/heating_pad/pad_is/hot_pad
      flu_like/like_flu/fluey/flu_symptoms
      shake* > cold ! cold_outside/in_cold_outside/cold_weather/weather_is/this_weather
      roasting/boiling/burning/hot >> freezing/shiver*/cold ! cold_outside/freezing_outside/hot_outside/hot_weather/cold_weather/weather_is/weather_was/hot_bath/cold_bath/ice_bath/hot_pack/cold_pack/ice_pack/hot_and_cold_pack/hot_packs/cold_packs/ice_packs/heat_packs/hot_water_bottle_then/hot_bottle/hot_water_bottle_and_cold/hot_shower/cold_shower/shower_goes/shower_runs/hot_water/cold_water/water_is/water_runs/hot_compress/cold_compress/warm_compress
      wet_through/soaking_wet & NIGHT
      forehead/head/skin/body > burning/hot/on_fire ! muscle*_burn*/burning_in_muscles/muscle_is_burning/back_burning/back_is_burning/burning_in_back/sunburn*/in_sun/from_sun/the_sun
      HOT > furnace/radiator/stove/oven ! hot_outside/outside_is/outside_like/weather_is/this_weather/hot_weather/in_here/in_house/in_office/kitchen/loft/boiler_room/by_boiler/boiler_is/at_work/where_i_work/my_work_is/work_is/hot_food/food_in/food_from/food_is/hot_bath/in_bath/bath_is
      furnace/radiator/stove > touch ! boiler_is/boiler_and/kitchen/burnt/burn*_hand*/burn*_finger*/hand*_burn*/put_hand*
      hot_as_hell > touch
      hot_to_touch ! mug/calf_is_hot/calf_hot/calf_feels/calf_is/leg_is_hot/leg_hot/legs_hot/legs_are_hot/back_is_hot/back_hot/back_feels/back_is/heat_pad/heating_pad/pad_is/pad_was/knee_is_hot/knee_hot/knee_is/knee_feels
      SWEAT > soak*/soaks/drench* > bed/sheets/pillow/pyjamas/clothes ! at_gym/from_gym/after_gym/gym_clothes/after_run/after_running/after_a_run/from_run/from_running
      soak*/drench* > bed/sheets/pillow/pyjamas ! rain/in_wash/in_washing/soak_wash*/washing_powder/PEE/wet_bed/wet_the_bed/wet_myself/wet_the_sheets
      sweat*/sweat > running/pouring/dripping/rolling > me/face/back/chest ! at_gym/from_gym/after_gym/in_gym/after_run/on_run/on_my_run/after_my_run/heatwave/dig*/at_work/hard_work/working_out/manual_work/when_exercise/when_i_exercise/after_exercise*/during_exercise*/hot_weather/gardening/in_garden/garden_work/at_training/after_training/in_training/when_training/in_heat/this_heat/heat_outside/heat_today/sauna
      one_minute > freezing/cold/shiver*/duvet* >> next > sweat*/boiling/hot/burning/throw* ! in_shower/shower_is/shower_goes/shower_runs/weather/hot_tap/the_tap/tap_is/that_shower/tap_runs/bath_is/bath_water/bath_goes/hot_pack/ice_pack/cold_pack/heat_pack
      one_minute > hot/boiling/sweat*/burning >> next > freezing/cold/shiver* ! in_shower/shower_is/shower_goes/shower_runs/weather/hot_tap/the_tap/tap_is/that_shower/tap_runs/bath_is/bath_water/bath_goes/hot_pack/ice_pack/cold_pack/heat_pack
      cant_get_warm/couldnt_get_warm ! house_cant/house_warm/warm_in_house/warm_in_room/warm_in_office/house_couldnt/house_just/room_cant/warm_room/room_warm/room_couldnt/muscles_cant/muscles_warm/warm_muscles/muscles_couldnt/water_cant/warm_water/water_warm/water_couldnt
      shak*/shaking/shiver*/trembl* > like_a_leaf/like_a_dog/like_jelly/like_a_wet_dog ! with_nerv*/from_nerv*/nervous_about/nervous_before/scared_of_spider*/scared_of_dentist/scared_of_height*/scared_by/frightened_by/frightened_of_spider*/frightened_at/fear_of_height*/fear_of_fly*/fear_of_spider*/film
      pyjamas/nightie/nightshirt/nightdress/nightclothes/pjs/t_shirt/tshirt/bedding/pillowcase & wring*/wringing/wrung/sopping/sodden ! washing/machine/rain/PEE/hand_wash*/hang
      oven/furnace/sauna/radiator/sahara/hell >> fridge/freezer/ice/icebox/arctic/north_pole/iceberg ! bread/chicken/pie/food/ice_pack/kitchen
      fridge/freezer/arctic/north_pole/iceberg >> oven/furnace/sauna/radiator/sahara ! bread/chicken/pie/food/kitchen`,
  },
  {
    question: 'C1',
    says: 'chest pain or heart signs',
    kind: 'sign',
    lines: `
      CHEST & PAIN/tight*/tighter/tightness/tightnes/pressure/crush*/crushing/heavy/heaviness/squeeze*/squeezing/discomfort/burn*/band/constrict*
      ARM/jaw/jaws/UPBACK >> SICKSIGN ! tingle*/numb*/NUMB
      SICKSIGN >> jaw/left_arm/UPBACK ! numb*
      left_arm > PAIN ! sciatica
      PAIN > left_arm/jaw_and_arm/arm_and_jaw
      jaw + PAIN > arm/SICKSIGN
      heart/hearts > pounding/racing/hammering/thumping > ARM/arms > heavy/NUMB/PAIN
      dx heart_attack/angina/cardiac_arrest/having_a_heart
      its_my_heart/is_my_heart/my_heart_is ! heart_is_broken/broken_heart/heart_in_it/heart_is_in_it/heart_isnt_in_it/heart_not_in_it/heart_rate_is_fine/heart_rate_monitor/heart_rate_zone/heart_rate_watch/heart_pill*
      bad_chest
      elephant & CHEST
      arm/arms/left_arm & jaw/jaws ! toothache/tooth_out/bad_tooth/wisdom_tooth/tooth_infection/grind*_teeth/clench*_teeth/teeth_out/teeth_grind*/after_dentist/from_dentist/dentist_did/dentist_pulled/dentist_today/dentist_yesterday/since_dentist/click*/wisdom
      sweat*/sweating/clammy/breathless/short_of_breath >> shoulders ! gym_session/gym_class/after_gym/from_gym/doing_shoulders/shoulder_day/shoulders_day/massage/shrugs
      clutch*/clutching/clutched/holding/grabbing + chest ! chest_exercise*/bar/plank/chest_stretch*
      chest + bad ! bad_exercise*/chest_exercise*/bad_for_exercise*/bad_stretch*/chest_stretch*/press/bad_day
      crushing_cp/central_cp/cp_radiating/cp_at_rest/pleuritic_cp
      like/as_if/as_though > elephant/anvil/sumo/sumo_wrestler > me/CHEST/front/sat/sitting/stood/standing ! room/LEG/FOOT/KNEE/sat_on_back/stood_on_back/sitting_on_back/standing_on_back
      like/as_if/as_though > horse/elephant/cow/car > sat/sitting/stood/standing/parked > CHEST/ribs/breastbone
      someone/sitting/weight/band/brick* > CHEST ! PILL
      palpitation* > CHEST/faint/breath*
      CHEST > fist/vice/squash*/clamp*/grip*/strap/stone/weight
      indigestion/heartburn >> sweat*/sweaty/clammy/arm/jaw/CHEST
      CHEST >> uphill/stairs/exert*/walk*/effort > PAIN/tight/stop
      CHEST > grip*/vice/clamp*/press*/squeeze*/stab*/knife/crush*/heavy/weight/belt/band ! bench/chest_exercise*/chest_day/press_exercise
      grip*/press*/squeeze*/crush*/weight/stab* > CHEST ! chest_exercise*/chest_day/weights/bench
      PAIN > into/up_to/up_into/to + jaw ! toothache/tooth_out/bad_tooth/wisdom_tooth/tooth_infection/from_tooth/tooth_is/tooth_pain/grind*_teeth/clench*_teeth/teeth_out/from_teeth/after_dentist/from_dentist/dentist_did/dentist_pulled/dentist_today/dentist_yesterday/since_dentist/see_dentist/click*/wisdom
      belt/band/strap/rope/corset > ribs >> SWEAT/clammy/SICK ! gym_belt/weight_belt
      crush*/crushing/tightness/squeez*/heaviness/pressure/tight_band/vice > across/front/breastbone/breast_bone >> arm/elbow/jaw/shoulder/neck/sit/sweat*
      crushing/heaviness/tightness/squeezing > across_front/breastbone/breast_bone/my_front`,
  },
  {
    question: 'C2',
    says: 'a tearing pain in chest or back',
    kind: 'sign',
    lines: `
      tear*/rip*/ripping/tearing/rending/tore/ripped/torn/rips/ripp* + PAIN/feeling/sensation/apart ! trousers/jeans
      PAIN > tearing/ripping/tore/ripped/torn/like_ripping ! trousers
      something > tear/tore/tearing/rip/ripped/torn/ripping ! muscle*/jeans/trousers/meniscus/shirt
      tear*/tearing/ripp*/rip/tore/torn/tears > chest/UPBACK/inside*/aorta
      CHEST/UPBACK/inside > ripp*/tear*/torn/ripping/tearing/tore
      ripped_open/torn_open
      worst_pain_of_my_life/worst_pain_in_my_life/worst_pain_ever/worst_pain_ive && UPBACK
      PAIN > explo*/exploded/erupted/burst > back/chest/UPBACK/TUMMY
      ripped/tore/torn/ripping/tearing/rips/tears > back/spine/chest > in_half/in_two/half
      unzip*/unzipped > back/chest/inside*
      SUDDEN & UPBACK & AGONY
      worst_pain/worst_pain_ever && SUDDEN/like_lightning/like_a_thunderclap
      stabbed > UPBACK & SUDDEN/AGONY
      dx dissection
      ripped/torn/ripping/tearing/tore + in_two/in_half/apart/open ! trousers/jeans
      UPBACK > worst/peak/maximum/full > second/seconds/instant/moment/flash
      explo*/explosion/explod*/exploded/burst/gunshot/shot > UPBACK/chest
      ripped/tore/torn/ripping > back/spine/inside* > open/apart
      ripping/tearing/ripped > down/through/across + back/chest/spine
      tearing/ripping + back ! muscle*/trousers/jeans
      unzip*/unzipped/unzipping > UPBACK/shoulders ! coat/tent/jacket/dress
      axe/sword/cleaver/spear/machete > UPBACK/shoulders > SUDDEN/one_second/instant/seconds
      SUDDEN > axe/sword/cleaver/spear > UPBACK/shoulders`,
  },
  {
    question: 'C3',
    says: 'trouble with breathing or coughing blood',
    kind: 'sign',
    lines: `
      BREATHLESS ! laugh*/after_running_a/after_running_for_miles/from_running/running_for/after_run/like_normal/as_usual
      CANT/CANNOT/hard/hurt*/PAIN/sharp/stab*/struggle*/painful + BREATH
      CANT/CANNOT > BREATH ! class
      PAIN/sharp/stab*/knife/catch*/hurts > when/whenever/if/on/as/with/taking/take/every/each > BREATH/deep_breath/breathe_in/breath_in
      BREATH > PAIN/hard/harder/shorter/difficult*/trouble/short/struggle*/sharp/stab*/problem*/shallow/worse ! breathing_exercise*/breath_exercise*
      labored
      NOTS/CANT > get/take/getting > enough_air/air/oxygen ! fresh/con
      COUGH > BLOOD
      haemoptysis
      dx have/had/having/got/possible/suspected/think > pe ! teacher/school/lesson*/class/kit/gcse/college/homework
      sob & chest/CHEST/PAIN/stairs/dizzy/exertion ! sob_with/i_sob/made_me_sob/sob_all/sob_story
      frothy/pink/rusty + phlegm/sputum/spit
      pink + frothy
      COUGH > up/out > red/pink/rusty/brown ! red_in_the_face/red_wine/my_wine/eating_beetroot/ate_beetroot/had_beetroot/red_beetroot
      BLOOD > COUGH/phlegm/spit
      dx pulmonary_embol*/blood_clot_on/clot_on_my_lung/clot_on_the_lung/clot_in_lung/clots_on/pe_in/pe_on/collapsed_lung/pneumonia/pneumothorax
      short/shortness + BREATH ! exercises
      cant/couldnt/hard/struggle* >> full_breath/deep_breath/breath_in/breathe_in
      winded/puffed/panting/breathless > talk*/speak*/nothing/stairs/kitchen/resting/TOILET
      hurts/hurt/painful/sore >> breathe_in/breath_in/breathing_in/deep_breath
      cant/couldnt/CANNOT >> without_puffing/without_gasping/without_panting/without_wheezing/without_getting_out_of_breath/without_getting_breathless ! cant_run/couldnt_run/run_without/run_for/run_far/run_anymore/running_without/when_running/cant_jog/couldnt_jog/jog_without/jog_far/km/miles/steep_hill/big_hill/whole_hill
      stop/stopping/stopped/stops/pause > for_breath/for_air/to_breathe ! laugh*/motorway/tyres/tyre
      NOTS/CANNOT > lungful
      puff + after > steps/stairs/nothing
      spit*/spitting/cough*/coughing + up/out/blood > BLOOD
      BREATH > hard_work/effort/hurts/struggle
      BREATH > steam_train/steam_engine/freight_train/darth_vader/bellows/fish_out_of_water ! breathing_exercise*
      BREATH > knife/knives/sharp/stab*/dagger/needle*/catches/agony
      cant/couldnt/CANNOT/struggle* >> get/catch/draw > BREATH/air
      trying/try/fighting/stop/stopping/cant/couldnt/never/hardly/barely/not > catch/get > BREATH/enough_air/air
      BREATH > skewer/sword/poker/spear/blade
      spat/spit/spitting > red/pink/rusty ! red_wine/my_wine/eating_beetroot/ate_beetroot/had_beetroot/red_beetroot/mouthwash/ketchup/toothpaste/red_sauce/tomato_sauce/hot_sauce/beetroot_juice/tomato_juice/my_juice/red_juice
      blowing/blow/breathing/wheezing > whale/walrus/grampus/train/bellows ! bubbles
      COUGH/spat/spit*/spitting/phlegm/sputum/gob/hawk* >> like > REDTHING
      BREATH/puff*/breathing > run_a_marathon/ran_a_marathon/run_marathon/climbed_everest/up_everest/climbed_a_mountain/run_a_mile ! after_running/after_run
      hawked/hawk/gobbed/gob > like > REDTHING
      gob/gobs/globs/blob/blobs/string/strings + red/pink/blood`,
  },
  {
    question: 'C6',
    says: 'a cold or pale leg',
    kind: 'sign',
    lines: `
      LEG/FOOT/TOE/CALF > PALE ! sunscreen/paint/in_white/in_blue/in_grey/white_trainers/white_trousers/blue_trousers/grey_trousers
      LEG/FOOT/TOE > stone_cold/ice_cold/freezing_cold/icy/like_ice
      LEG/FOOT > COLD > PALE/PAIN/NUMB/SUDDEN
      PALE/COLD > PALE/COLD > LEG/FOOT/TOE
      SUDDEN > COLD > LEG/FOOT
      stone_cold/ice_cold/icy + LEG/FOOT/TOE
      LEG/FOOT > SUDDEN > COLD
      blue/white/purple + LEG/FOOT/TOE ! trainers/blue_shoes/white_shoes/purple_shoes/blue_socks/white_socks/purple_socks/foot_socks/ankle_socks/toe_socks/sock_dye
      leg_cold/foot_cold/cold_leg ! both
      no_pulse > LEG/FOOT
      LEG/FOOT > no_pulse
      pulseless > LEG/FOOT
      one + LEG/FOOT + COLD
      LEG/FOOT > gone/went/turned + COLD ! both
      LEG/FOOT >> white/blue/pale/grey > cold/icy/freezing ! sock*/blue_trousers/grey_trousers/white_trousers/in_trousers
      LEG/FOOT >> cold/icy/freezing > white/blue/pale/grey ! sock*/blue_trousers/grey_trousers/white_trousers/in_trousers
      cold_foot/cold_white_foot/foot_cold ! both
      knee/ankle/shin + down >> marble/ice_cold/freezing/no_colour/white
      LEG/FOOT/TOE >> no_colour/lost_its_colour/lost_colour/drained_of_colour
      LEG/FOOT/TOE/CALF > colour/color > wax/candle*/milk/chalk/marble/snow/paper/ash/putty/plum/plums/slate/lard/death/corpse
      LEG/FOOT/TOE/CALF > wax/chalk/alabaster/porcelain/candle > cold/freezing/icy/ice`,
  },
  {
    question: 'D2',
    says: 'black poo, or being sick with blood',
    kind: 'sign',
    lines: `
      BLACK & POO
      maroon & POO
      tarry
      melaena/haematemesis/pr_bleed*
      SICK & BLOOD
      coffee_ground*/coffee_granule* ! compost/garden/bin/cafe
      BLOOD & POO
      BLOOD > TOILET > poo*/pooed/wip*
      BLOOD & back_passage/back_end/backside/arsehole/butt/bum/arse/bottom/rectum/anus/rectal
      black + sticky ! mould/balm/tape/shed_roof/roof_tar_on/from_roof/garage_roof
      BLOOD > PAPER
      BLOOD > wipe/wiping ! nose/knee/wipe_cut/wiping_cut/wiped_cut/cut_on/cut_finger/small_cut/shaving_cut/paper_cut/cut_hand/elbow
      sicking > blood
      passing_blood ! PEE
      blood_when_i_go
      SICK/brought_up/bring_up/threw_up/throwing_up >> coffee_grounds/coffee/like_coffee/black
      dark/sticky/stinky/tarlike/treacly/treacle + POO
      dark/sticky/stinky + dark/sticky/stinky/smelly + POO
      POO > dark/darker/sticky ! chocolate/nappy
      vomit*/puke*/sick + red/brown/black/pink
      SICK > red_bits/bits_of_red/red_streak*/specks/bright_red/dark_red/brown_bits/blood
      maroon/dark_red/bright_red/fresh + blood ! nose/cut/gum*
      BLOOD > TOILET/pan/bowl ! PEE/nose/gum*/tooth
      coffee/coffee_coloured/brown + sick/vomit
      BLOOD > tissue/tissues/paper ! nose/COUGH/sneeze*/PEE/shav*/paper_cut/finger
      POO > like/looks/look > roads/tarmac/bitumen/engine_oil/soot/asphalt
      SICK/vomit/sick > look/looks/looked/looking > soil/mud/gravy/earth/compost/tar/grounds/granules/coffee
      came_out/comes_out/come_out/passed/pan >> like > tarmac/tar/treacle/bitumen/soot/coal/liquorice/marmite/engine_oil/black_pudding/ink ! lorry/pipe/tap/road
      brought_up/bringing_up/threw_up > brown/dark > bits/stuff/grains/specks`,
  },
]
