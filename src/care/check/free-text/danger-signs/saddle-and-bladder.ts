/** What is listened for: numbness between the legs, and trouble with pee. The language of the lines is told in `sign.ts`. Data only. */
import type { DangerSign } from './sign.ts'

/** The signs of this group, in the order of the check. */
export const saddleAndBladder: readonly DangerSign[] = [
  {
    question: 'A1',
    says: 'numbness or odd feeling between the legs',
    kind: 'sign',
    lines: `
      NUMB/NOFEEL & SADDLE
      NUMB/NOFEEL & GROIN ! tingle_down/tingles_down/tingling_down
      NUMB & BUM ! SEAT/chairs/benches/seats/film/cinema
      NUMB & BUM && still/since/hasnt/constant/constantly/all_day/all_night/days/day/week*/not_gone/not_going/wont_go/more/worse/spread*/wip*/pee/wee/poo
      NUMB & BUM && yesterday ! GONENOW
      NUMB/dead & BUM/SADDLE >> never_came_back/not_come_back/hasnt_come_back/doesnt_pass/not_pass/hasnt_passed/not_worn_off/hasnt_worn_off/not_gone_away/hasnt_gone_away/wont_go_away
      NOFEEL & BUM
      dentist* & SADDLE/BUM
      NOFEEL + paper/tissue
      reduced/altered/less/lost/poor > SADDLE > sensation/feeling
      lost/losing/lose > feeling > seat ! car/plane
      deadness + seat ! car/plane/bike
      WIPE/touch* >> through > cloth/glove*/jeans/trousers/fabric/sheet/blanket
      feel*/felt/like > no_bum/no_bottom/no_arse/no_backside/no_privates
      touch*/scratch* >> SADDLE/there >> nothing
      BUM/SADDLE >> nappy/padding
      feel* >> wearing + nappy
      nothing + SADDLE ! wrong/happen*
      NUMB/NOFEEL > sit/sitting > TOILET
      NUMB > waist > thighs/knees/down
      NUMB > below/underneath
      feel* > sitting + sponge/cushion/pillow/cotton/foam/air/nothing
      NUMB/NOFEEL & WIPE/PAPER
      ODD & SADDLE
      dead/asleep & SADDLE
      feel*/felt + dead/ODD > BUM
      BUM > feel*/felt + dead/ODD
      SADDLE/BUM + sleeping/sleepy
      sit/sitting/sat > someone_elses/somebody_elses/someone_else*/somebody_else* + BUM/SADDLE
      SADDLE > sleeping ! sleeping_on/when_sleeping/while_sleeping/sleeping_position/sleeping_bag/sleeping_tablet*
      BUM > dead/asleep
      ODD & WIPE/PAPER
      NOKNOW & WIPE
      could/used_to > feel* >> WIPE/PAPER >> now/any_more/anymore
      used_to > feel* >> WIPE/PAPER > but
      saddle + an*
      mound/old_chap/nads/knackers & NUMB/NOFEEL/ODD/frozen/desensitised/prickly/woolly ! grass/garden/molehill/earth
      desensitised/desensitized & SADDLE/BUM ! teeth/tooth
      SADDLE > feel*/felt/gone/went > frozen
      BUM > feel*/felt/gone/went > prickly/woolly/wooly ! SEAT
      SADDLE/BUM > like > dental + injection*
      reduced/absent/lax/poor/loss/decreased & anal_tone
      no_anal_tone
      sit* >> cushion/nothing_under/nothing_there/not_there ! helps/eases/relief/comfy
      cant_feel + chair/seat
      WIPE && someone_else*/somebody_else*/someone_elses/somebody_elses
      NOKNOW/cant_tell/couldnt_tell > sitting/sat
      feel*/sensation/feeling > gone/lost/less/changed/reduced/missing/disappeared & SADDLE
      SADDLE/BUM & sensation/feeling > gone/lost/less/changed/reduced/missing/disappeared
      cant_tell + PAPER
      number > between/below/underneath/SADDLE ! phone
      NUMB/NOFEEL/dead/ODD & hole
      wash* && someone_else*/somebody_else*/not_mine
      NUMB/NOFEEL/woolly/wooly/ODD > LEG/thighs >> between
      woolly/wooly/fuzzy/dull/dulled/padded/cotton & SADDLE
      NOFEEL > water/jet/shower/bidet & SADDLE/BUM/WIPE/bidet
      NOFEEL > clean*/cleaning/wash*/wip* > SELF/myself/himself/herself/TOILET
      sit*/sitting > golf_ball/ball/sponge/cushion/pillow >> NUMB
      NUMB/NOFEEL/no_feeling & tail_end/back_end/bum_crack/crack/undercarriage/tail
      number + feeling
      like > injection/injected/anaesthetic/novocaine > SADDLE
      SADDLE/BUM > feel*/felt/like > injected/anaesthetic/anaesthetised/novocaine/numbed
      NUMB/NOFEEL > touch* > there/SADDLE
      stitches/episiotomy & NUMB/NOFEEL ! hand/finger/fingers/head/knee/foot/arm/leg/chin/thumb/lip/gum/gums
      cant_feel/couldnt_feel/hardly_feel/barely_feel > myself > sat/sitting/sit
      cant_feel/couldnt_feel/hardly_feel/barely_feel > sat/sitting/sit > anything/chair/seat ! pain/LEG/FOOT
      sit/sitting/sat >> cant_feel/couldnt_feel > what/anything/chair/seat ! LEG/FOOT/TOE
      sit/sitting > feel*/feels > NUMB ! LEG/FOOT/TOE/HAND
      NUMB/NOFEEL > where > ride/bike/bicycle/saddle ! HAND/handlebars
      nothing > touch* > SADDLE
      TOILET/bog/loo > NOFEEL ! LEG/FOOT
      NOFEEL && tampon*/mooncup/suppositor*/enema
      BUM/SADDLE > feel*/felt/gone/went > frozen/blank/hollow/absent/missing/switched_off/cut_off/vanished/plastic/rubber/cardboard/velvet/dull ! SEAT/cold
      NUMB/NOFEEL & coccyx/tailbone/tail_bone/pelvis/pelvic
      NOFEEL > dry/dried/drying/towel* > SELF/myself/down/SADDLE
      froze/frozen > tailbone/tail_bone/coccyx/pelvis ! shoulder/ice_pack/ice_on/with_ice
      froze/frozen/freezing > BUM/SADDLE ! SEAT/cold
      PANTS > cotton_wool/padded/not_there/nappy
      touch* > there/SADDLE/myself >> leather/rubber/plastic/cloth/wood/nothing/cotton_wool
      below/south/down_from/from + belly_button/navel/waist/hips/TUMMY > NUMB/NOFEEL/dead/gone ! below_waist_fine
      NUMB/NOFEEL > below/south/down_from/from + belly_button/navel/waist/hips/TUMMY
      sit/sitting > feel* > one_side/half ! PAIN
      cant_tell/couldnt_tell/dont_feel/cant_feel > hot/warm/cold > SADDLE/there
      feel* > nappy ! baby/change*/changing
      nothing & WIPE ! wrong/ODD/change*/hurt*
      pins/needles/prickling/prickly/fizzing/buzzing & SADDLE
      feel*/like > sit*/sat > balloon/lump/egg/pebble/bubble/jelly/towel/sock
      BUM/SADDLE > belong*/belongs > someone/somebody/another
      touch*/prick*/poke*/pinch* >> SADDLE/BUM >> cant_tell/couldnt_tell/nothing/NOFEEL/NOKNOW
      toilet_seat/loo_seat >> NOFEEL/NOKNOW ! LEG
      filling > SADDLE/BUM
      SADDLE > feel* > thick/leathery/rubbery/puffy/woolly/deadened/dulled
      SKIN/skin > SADDLE > thick/leathery/rubbery/dead
      wash*/wip* > another_person/stranger/doll/dummy
      finger*/thumb > up/inside >> NOFEEL/nothing ! nose/arm
      no_idea > WIPE
      constipated/constipation && NUMB ! HAND/ARM/FOOT/TOE/FACE
      no_bowel_movement/no_bowel_movements/no_motions/no_poo_for/no_poo_since/not_pooed/havent_pooed/havent_had_poo/not_had_poo/havent_been_for_poo/not_been_for_poo/havent_opened_bowels/not_opened_bowels/bowels_havent_opened/bowels_not_opened && NUMB ! HAND/ARM/FOOT/TOE/FACE
      sit/sat/sitting > TOILET/chair/sofa >> no_seat/nothing_under/nothing_there/nothing_is_there
      PAPER > could_be/may_as_well/might_as_well/might_be > sandpaper/silk/wool/anything
      touches > saddle/bike_seat >> missing/not_there/dead
      like_washing/like_wiping > statue/mannequin/meat/doll/dummy/corpse
      SADDLE > is_sleep
      tampon* > NOKNOW
      NOKNOW/no_idea > burn*/burnt/scald* > BUM/SADDLE
      burn*/burnt/scald* > BUM/SADDLE >> NOFEEL/NOKNOW/no_idea
      sit/sat/sitting > pin/fork/lego/plug/radiator/thorn*/nettle*/puddle >> NOFEEL/NOKNOW ! time_out/bus_stop
      like/feel* > wad/rag/cloth/towel/tissue > SADDLE ! sweat*/dry/drying
      under > BUM >> wouldnt_know/not_know/cant_tell/couldnt_tell
      wash*/sponge/flannel/cream/ointment > me/there/BUM/SADDLE >> NOFEEL ! better/cleaner/hair
      SADDLE >> like >> balloon*/doll/dolls/dummy/mannequin/mannequins/somebody_else/someone_else/somebody_elses/someone_elses
      NOFEEL/NUMB > bidet
      bidet >> NOFEEL/NUMB
      SADDLE > LIKENESS > DEADLIKE ! cycling/on_bike/bike_ride/after_ride/on_seat/hard_seat/on_chair/in_chair
      BUM > LIKENESS > DEADLIKE ! SEAT/gym/squat*/kick*
      SADDLE/BUM > FIZZ/FIZZLIKE ! SEAT
      PANTS > LIKENESS > cotton/padding/straw
      WIPE/wash*/washing/flannel/shower/soap/towel/sponge > SADDLE/there/me >> LIKENESS > wash*/washing/wip*/touch*/touching/wall/walls/plate/table/tiles/roof/raincoat
      WIPE/wip*/wash*/flannel/towel/soap >> may_as_well/might_as_well > wash*/wip*/touch*/be ! car/dishes/pots/clothes/windows
      sit/sat/sitting > hedgehog/cactus/nail/nails/tack/drawing_pin/knife/fire/hot_coals/glass/porcupine >> NOKNOW/not_know/NOFEEL/wouldnt_know
      SADDLE/BUM > LIKENESS > water/glass/lid/sheet/blanket/layer ! hot_water/SEAT/bath
      BUM/SADDLE > belong*/belongs > chair/bench/toilet/loo/floor/sofa
      dry/drying/towel* > SADDLE > nothing ! wrong/else/happen*
      NOFEEL > wash*/clean*/dry* > there/below/between ! HAND/FACE/FOOT/LEG/hair/teeth
      wash*/washing > NOFEEL > water/soap/flannel ! HAND/FACE/FOOT/LEG/hair/dishes/pots/washing_up
      wash* > SADDLE/between > like_nothing/is_nothing/nothing_there ! toes`,
  },
  {
    question: 'A2',
    says: 'a change in peeing',
    kind: 'sign',
    lines: `
      need_to_go > nothing/wont/cant_go_to_work_like
      CANT > PEE
      CANNOT > PEE
      CANNOT + start/stop/finish/hold/empty/control > PEE/BLADDER/water
      CANNOT > BLADDER
      been/went/PEE >> hasnt_emptied/havent_emptied ! bin/bins/dishwasher/bath/sink/POO/washing
      got/have/getting/ive + dribbles ! nose/baby_dribbles/baby_has
      dribbles > since ! nose/baby_dribbles/baby_has/tap_dribbles/tap_since/kitchen_tap/bath_tap
      NOKNOW/dont_no > if > been/gone >> PEE
      still/feel*/always > full > after > PEE/TOILET/been ! food/eat*/dinner/meal/lunch
      BLADDER > CANNOT/full/wont/stopped/asleep/gone/problem*/not_work*/doesnt_work/sleep/retention/numb/bursting/weak
      cant_hold_it ! breath
      NONE + PEE ! trouble/problem*/sting*/change*/issue*/control/leak*/loss/symptom*/infection*
      NONE + been + TOILET ! POO
      NONE + been + TOILET > PEE
      NONE + PEE + since/today/all
      LEAK & PEE/BLADDER
      not_drop/not_single_drop/no_drop/hardly_a_drop > PEE/since/all_day/today ! drink/water/rain/wine/blood/alcohol
      could/used_to/able_to > PEE >> until/till/til/but/now ! more/less/faster/at_night_more/every_night/most_nights/often
      never > leak*/leaked/leaks > until/till/til/before ! roof/tap_never/tap_leak*/tap_has/kitchen_tap/the_tap_leak*/bath_tap/tap_was/boiler/sink/pipe/tank
      LOSTCTRL & PEE/BLADDER
      lost/lose/loses/losing/loosing/loss + BLADDER/urine/wee/pee
      LOSTCTRL > down_there
      NOFEEL & PEE/BLADDER
      NOKNOW/cant_tell/couldnt_tell/cant_feel/dont_feel > bursting/brimming
      NOKNOW & PEE/BLADDER
      NUMB & PEE/BLADDER ! HAND
      PEE/stream/flow/BLADDER > WONTWORK/nothing/stops/stopped/half_way/halfway/dried_up
      PEE > not_working/isnt_working/wont_work/doesnt_work/but_cant/and_cant/wont_come/wont_start/not_coming/doesnt_come/nothing_comes/stopped/changed/different/slow/weak/stops_and_starts/stop_start/stop_and_start/dries_up/without/itself/takes_ages/takes_forever
      nothing > comes_out/come_out/happens ! stretch*/exercise*/physio/ibuprofen/PILL/wrong/click*
      nothing_comes
      nothing > PEE
      slow_to_start/slow_starting/slow_to_get_going > PEE
      weak/slow/poor/feeble/thin/intermittent + stream/flow
      leak*/leaking/dribbling/dripping > NOKNOW ! tap_leak*/tap_drip*/tap_dribbl*/leaky_tap/leaking_tap/dripping_tap/kitchen_tap/bath_tap/bathroom_tap/garden_tap/outside_tap/from_tap/tap_comes/tap_only/tap_just/tap_goes/tap_runs/roof/boiler/pipe
      stream/flow > weak/weaker/slow/slower/poor/less/stops/dribble*/trickle*/gone
      minutes/hours/forever/ages >> PEE > start/come
      PEE > in_my_sleep/in_his_sleep/in_her_sleep
      PEE/BLADDER > left_in/still_in/not_all_out/not_empty
      still > PEE > left
      keep_leaking/im_leaking/i_leak/leaking_all/still_leaking ! tap_leak*/tap_drip*/tap_dribbl*/leaky_tap/leaking_tap/dripping_tap/kitchen_tap/bath_tap/bathroom_tap/garden_tap/outside_tap/from_tap/tap_comes/tap_only/tap_just/tap_goes/tap_runs/roof/sink/eyes/nose/bottle/pipe/boiler/wound
      need_to_go > cant/nothing/wont ! go_to_work/go_to_school/go_shopping/go_to_shop*/go_out/go_away/go_home/go_to_gym/go_work
      wet_patch/damp_patch > PANTS/NOKNOW/bed/trousers
      catheterized ! patients
      PEE/BLADDER > on_strike
      npu/pu_nil/nil_pu/not_pu/hasnt_pu/not_pud
      stand > ages & PEE/come*
      stand*_there_for_ages
      push*/strain*/press*/force*/squeeze*/bear_down/bearing_down > PEE
      push/strain/press > BLADDER/TUMMY > PEE
      wet/wetting/wets/weed/weeing/peed/peeing/pissed/pissing/piss/pisses/pees/wees/pee/wee + SELF ! dog_wet/dog_peed/dog_weed/dog_pissed/dog_wee/dog_pee/dog_has/dog_wees/dog_pees/nearly_wet/by_hand/nearly_peed/nearly_weed/nearly_pissed/almost_wet/almost_peed
      wet + PANTS
      pissing/peeing/weeing/pee/wee/urine/piss > down > LEG
      PANTS > wet
      had_an_accident > TOILET/PEE/PANTS
      accident* + PANTS
      accident* & PEE
      accidents/accident & BLADDER/loo/toilet
      dx INCONT
      retention ! fluid
      lost_urge
      need > PEE > nothing/cant/wont/but_cant
      cant_go > PEE
      cant_go + TOILET ! POO
      catheter ! years_ago/lab
      change_in > PEE
      PEE > just + comes/come/came/LEAK
      self_catheter*
      no/lost/loss/losing/lose/poor/little/zero/hardly_any + BLADDER/PEE + control
      BLADDER > control > gone/lost/poor/bad
      water > wont_come/wont_start/doesnt_come
      few/only/just > drop/drops/drips/dribble/trickle & PEE/TOILET/come*/came/out
      stop_start/stops_and_starts/stop_and_start/start_stop > PEE
      last_peed/last_weed/last_wee/last_pee
      trickle*
      wait* >> PEE > start/come/coming
      BLADDER > not_empty/not_emptied/hasnt_emptied/havent_emptied/not_emptying/doesnt_empty/isnt_emptying/wont_empty
      wet/nappy/pad & LOSTCTRL
      bursting > CANNOT/nothing/cant
      ages/while/forever/minutes > start*/get_going/get_started > PEE
      takes/taking > ages/while/forever/long > PEE
      no_longer_know/cant_tell/never_sure > BLADDER/PEE/need*_to_go
      leak*/leaking/dribble/wet_myself > cough*/sneeze*/laugh* ! roof/tap/nearly_wet/almost_wet
      wear*/need*/using/started > incontinence_pad*/tena/nappies/nappy/pads ! for_baby/knee/for_kids/for_son/for_daughter/for_mum/for_nan/for_dad/for_gran/mum_wears/nan_wears/dad_wears/gran_wears/nephew_wears/niece_wears/son_wears/daughter_wears/baby_wears
      lean*/bend*/press*/crouch*/bear*/squat* >> to/so > PEE
      wait*/stand* > wait*/ages/minutes/nothing & TOILET/PEE
      urine/wee/pee > not_come/hasnt_come/wont_come/doesnt_come/not_came
      wet > in_bed/the_bed/SELF ! wet_floor/by_hand/dog_wet/wet_dog/wet_hair/hair_wet/hair_is/nearly_wet/almost_wet
      bed > wet
      wetting_the_bed/wet_the_bed/bedwetting ! my_child/my_kid/my_kids/child_is/kids_wet/dog_wet/cat_wet/puppy_wet
      NOKNOW/NOFEEL/no_sensation/no_feeling > need*/want/have_to > PEE/TOILET/go
      PEE > fine/normal > yesterday/before/last > nothing/cant/stopped/wont
      only/just/barely/hardly/managed/passed >> few/couple/some + drops/drips/dribbles
      NONE/no/dont/lost/without/never/no_longer >> feeling/urge/sensation/signal > PEE/TOILET/go ! POO
      go/pee/wee > by_the_clock
      PEE > falls/fell/drops/runs/rushes/pours/gushes > out/away
      PEE > stopped/stops/weak*/slow*/drops/hesita*/interrupted
      PEE/BLADDER > ODD/playing_up/acting_up/messed_up/gone_wrong/misbehaving/out_of_order/not_doing ! smell*/test/infection/clear_now
      PANTS > soaked/soaking/sodden/damp/drenched/wringing ! in_rain/from_rain/by_rain/rain_soaked/heavy_rain/pouring_rain/rain_wet/washing/puddle/sea/sweat*/sweaty/shower/garden/muddy
      CANNOT + empty ! empty_bin/empty_bins/empty_dishwasher/empty_boot/empty_car/empty_bag/empty_bags/empty_washing/empty_machine/empty_tray/empty_loft/empty_house/empty_van/empty_bath/empty_bucket/empty_pool/bowel*/empty_shed
      some/bit/still/always > left_behind/left_in/left_over & PEE/empty/TOILET
      LOSTCTRL + water/waters
      little/small/having/more/few + accidents ! car_accident*/car_crash*/driving_accident*/work/bike
      stand*/standing > TOILET/loo/urinal > ages/minutes/forever/nothing
      no/lost/hardly_any + stream/flow ! blood/flow_of_work/work_flow/traffic/air
      water > run*/runs/pour*/gush* > me/LEG ! tap/in_bath/out_of_bath/bath_water/garden_hose/watering_garden/garden_tap/hose/roof_leak*/from_roof/off_roof/shower_water/shower_runs/eyes/hot_water
      PEE + when > cough*/sneeze*/laugh*/jump*/lift*/stand*/bend*
      took/take/takes/taking > minutes/minute/hour/ages/forever > PEE ! to_walk/walk_to/to_reach/reach_it/get_to
      NOFEEL > coming_out/come_out ! bed/car
      BLADDER/PEE/stream/flow > NOTS > empty/emptying/empties/start/starting/come/coming/flow/work/working/hold/holding/stop ! smell*
      drip*/dripping/dribble*/dribbling/leak*/leaking/flood*/gush* > all_day/all_night/constantly/all_the_time/nonstop/non_stop ! nose/tap_leak*/tap_drip*/tap_dribbl*/leaky_tap/leaking_tap/dripping_tap/kitchen_tap/bath_tap/bathroom_tap/garden_tap/outside_tap/from_tap/tap_comes/tap_only/tap_just/tap_goes/tap_runs/roof/eyes/wound/sink/boiler/pipe/sweat*/dripping_at_work/work_leak*/ceiling
      cough*/sneeze*/laugh*/lift*/jump* > LEAK/damp/wet ! phlegm/nose/snot/blood/roof/eyes/tears/box/water/SWEAT/nearly_wet/almost_wet
      bladder > goes/go/empties/opens > own/itself/without
      come*/comes/coming/came > dribble*/drips/trickle ! nose/tap_leak*/tap_drip*/tap_dribbl*/leaky_tap/leaking_tap/dripping_tap/kitchen_tap/bath_tap/bathroom_tap/garden_tap/outside_tap/from_tap/tap_comes/tap_only/tap_just/tap_goes/tap_runs
      PEE/TOILET >> not_drop/not_single_drop/no_drop
      TOILET >> wait* > PEE/come/something/anything ! queue
      pvr/post_void/residual_volume ! nil/normal
      bladder_scan* >> ml/mls
      hesitancy/hesitate*/anuria/oliguria ! exercise_hesita*/before_exercise*/start_exercise*
      PEE/TOILET && tap/valve > stuck/blocked/shut/closed/off
      tap/valve > stuck/blocked/shut/closed/off && PEE/TOILET
      hardly/barely/scarcely > drop/drip/dribble/trickle ! to_drink/drop_of_drink/drinks_a_drop/drink_a_drop/drop_drunk/drop_of_water/water_drop/of_water/blood/rain/wine/petrol/sleep
      soaked/wet/drenched >> wasnt_sweat/isnt_sweat/not_sweat
      PEE > spurts/fits_and_starts/dribs/stages/squirts/splutter*/bursts
      TOILET > hours/ages/forever > nothing/drop/trickle
      dont/no/lost/never/stopped > urge/urges ! exercise/run/smoke/drink/eat/stretch/sex/move/walk/bend/POO
      leak*/leaked/leaking > floor/carpet/sofa/bed/chair ! tap_leak*/tap_drip*/tap_dribbl*/leaky_tap/leaking_tap/dripping_tap/kitchen_tap/bath_tap/bathroom_tap/garden_tap/outside_tap/from_tap/tap_comes/tap_only/tap_just/tap_goes/tap_runs/roof/sink_leak*/kitchen_sink/from_sink/under_sink/boiler/washing/pipe/bottle/radiator/fridge/dishwasher/water/tea_leak*/my_tea/tea_on/cup_of_tea/coffee
      TOILET > nothing ! POO/wrong/helps/ODD/else
      cross* > LEG > comes/come/leak*/wet
      ages/forever/minutes/hours > urinal
      urinal > ages/forever/minutes/hours
      CANNOT/cant > start/get/make/produce > stream/flow/water/urine ! hot/from_tap/tap_to/hot_tap/cold_tap/coffee/tea/blood/air/glass/drink*
      wet >> NOKNOW ! hair/dog
      sit/sat/sitting/stand/stood/standing/strain*/push* > min/mins/minutes/hour/hours/ages/forever > drop/drops/drips/dribble/trickle ! drop_of_tea/drop_of_water/drop_of_coffee/rain/tap/window/eye/nose/temperature/bus
      min/mins/minutes/hour/hours/ages > TOILET > drop/drops/drips/dribble/trickle ! rain/tap/eye/nose
      water/waters/stream/PEE > NOTS > strong/strongly ! client*/clients/wifi/video/coffee/tea/shower/tap/hose/rain/smell*/enough_to/back/arms/legs
      stream/PEE > no_force/no_pressure/no_power/less_pressure/less_force/not_strong
      no_pressure/less_pressure/no_force/less_force/no_power > PEE ! at_work/work_about/job/shower/tap/boiler/tyre*
      sit/sat/sitting/wait*/stand*/strain* > ages/forever/minutes/hours > PEE
      didnt_make_it/dont_make_it/cant_make_it/not_make_it/never_make_it/couldnt_make_it > TOILET/time/loo ! work_meeting/work_shift/get_to_work/bus/meeting/class
      PEE > keep*/keeps > stopping/starting/cutting_out
      takes/taking/took/take > longer/long_time > PEE
      squeeze/tense/lean > BLADDER/TUMMY > PEE
      went_in_my/went_in_his/went_in_her/gone_in_my > PANTS ! bought/pocket
      wet_patch/damp_patch ! wall/ceiling/carpet/damp_proof/floor/grass/dog
      NOKNOW > wet/soaked ! in_rain/from_rain/by_rain/rain_soaked/heavy_rain/pouring_rain/hair
      not_emptying/doesnt_empty/wont_empty/isnt_emptying ! bin/bins/dishwasher/bath/sink/POO
      PEE + difficult/difficulty/difficulties/impossible/trouble/problem*/issue*/hard/harder ! get_up/stand/reach/hard_to_get/stairs
      hours/day/days > since/without + PEE/TOILET ! pooed/for_poo
      ages/hours/forever > try*/trying/strain* > PEE
      TOILET >> minutes/ages/hours >> comes/came/come/start* ! POO
      PEE >> havent_been/not_been/hasnt_been > since
      concentrate/concentrating & PEE
      stream/flow > half/less/reduced/not_what/not_like ! blood/work
      no/lost/losing/without > sense > PEE/BLADDER
      stream/flow > feeble/poor/pathetic/thin/dribbly/useless/rubbish
      lean* > finish/empty > PEE
      BLADDER > no_go/swollen/distended/bloated/huge/blocked/enormous
      swollen/distended/bloated/blocked + bladder
      PEE/TOILET >> turned_off/switched_off/shut_off/dried_up
      NONE > needed/need/wanted > TOILET/PEE ! more_often/more_than_usual/often/help
      lean*/bend*/squat*/crouch* > forward/over > finish/start/empty/get_it_out ! washing/bin/dishwasher/bath/hoover/van/boot/job/to_work/over_work/for_work/finish_work/finish_my_work/my_work
      drop_by_drop/drip_by_drip ! water_drips/drink_water/rain/tap
      sit/sat/sitting/stand*/stood > wait* > come/start/happen ! for_bus/bus_to_come/bus_come/for_train/train_to_come/train_come/for_doctor/doctor_to_come/for_gp/gp_to/for_call/for_gp_call/call_to_come
      LEAK > dont_want/by_itself/on_its_own/without_wanting ! nose/eyes
      NONE + gone + TOILET ! POO
      losing/lose/lost + PEE ! weight/sample
      drained/drain > BLADDER/PEE
      tube > drain/PEE/BLADDER
      PEE > effort/hard_work/battle/chore
      get_it_to_come_out/get_it_to_start/get_it_going > PEE/TOILET
      cant/couldnt > get_it_to_come_out ! splinter
      leak/leaks/leaking/dribble > when/if/as > bend*/lift*/move/stand/walk/run/jump/laugh/cough/sneeze ! roof/tap/nose/eyes/boiler/bottle/pipe/flask
      NONE + gone > PEE ! gone_to_bed
      cant_go/couldnt_go/not_able_to_go/havent_able_to_go/hasnt_able_to_go/unable_to_go > since/bursting/desperate/all_day/all_night ! go_work/to_work/into_work/go_gym/to_gym/go_school/to_school/go_out/out_for/out_with/go_football/to_football/go_swimming/go_church/to_church/go_holiday/on_holiday/POO
      NOTS > pass/passed/produced > drop/dribble/anything > since/all_day/all_night ! exam*/pass_test/passed_test/driving_test/theory_test/mock_test/wind/driving
      NOTS > pass/passed/produced > drop ! exam*/test
      hours/hour/ages > cant_go/couldnt_go ! go_work/to_work/into_work/go_gym/to_gym/go_out/out_for/out_with/go_school/to_school/POO
      passed_nothing > since/all_day/all_night/yesterday/hours ! exam*/test/wind
      NOTS/CANNOT > get > drop + out ! bottle/tea/milk/tap
      not/no + dribble/trickle > since/all_day/all_night
      CANT/CANNOT + p ! parking
      NOTS/NONE > wet/wets/wetted/soaked > pad/pads/nappy/nappies > since/all_day/all_night/today/hours
      pad/pads/nappy > dry/bone_dry > since/all_day/all_night/hours/this_morning/yesterday
      stand/stood/standing/sit/sat/sitting > will/willing/wait*/try/trying/beg*/make > come >> doesnt/wont/nothing/isnt/not/didnt ! bus/train/taxi/lift/bed/PAIN
      cant/couldnt > make_it_come/make_any_come/get_any_to_come/get_any_out/force_any_out/force_it_out ! bottle/tube/gel/cream/sauce
      go/going > stops_halfway/stops_half_way/stops_midway/stops_and_starts/stops_starts/cuts_out ! car/engine/mower/bus/phone/wifi/signal/music/pain_stops/pain_starts/pain_goes/spasm_stops/spasm_starts
      push*/strain*/squeeze* > rest/last_bit > come/out ! car/sofa/furniture/set/pram/table
      push*/strain* > get_it_going/get_it_started ! car/bike/mower/van/business
      wont_flow/not_flowing/doesnt_flow ! traffic/tap/energy/ink
      sit/sat/stand/stood/sitting/standing > only/just > dribble/dribbles/trickle/drips/drop/drops
      NOFEEL > leaving_me
      only_know/only_knew > PEE
      hear > hit/hits/hitting/splash* > water/bowl/pan/toilet >> NOFEEL
      find/found/finding > wet/damp/soaked ! rain/wet_floor/floor_wet/floor_was/towel/washing/dog/ceiling/wall/grass
      cant_shut_it_off/couldnt_shut_it_off/cant_turn_it_off_once/cant_stop_it_once ! brain/mind/head/phone/alarm/worry*/telly/tv/engine
      TUMMY > blown_up/swollen/tight/huge/drum/hard > cant_go/couldnt_go ! gym/work
      stood_there/sat_there/stand_there/sit_there > nothing_happened/nothing_happens/nothing_came
      get*/getting > drop > bottle/stone/lemon > go/PEE
      TOILET > times >> nothing ! wrong/happen*
      NONE > go/gone/been >> drunk/drank > pint/pints/litre/litres/loads/lots/water/squash/tea ! pub/work/gym
      PEE > when_it_likes/when_it_wants/when_it_feels_like/without_asking/doesnt_ask
      only_know/only_knew/only_realise/only_realised/only_notice/only_noticed/first_i_know/only_find_out >> PANTS/LEG > wet/warm/damp/soaked
      only_know/only_knew/only_realise/only_realised/only_notice/only_noticed/first_i_know/only_find_out >> wet/warm/damp/soaked > PANTS/LEG
      make/makes/making/do/doing/did/done + PEE + SELF ! bottle/bedpan/jug/commode/dog/cat
      pipi > SELF/PANTS ! dog/cat
      plumbing > packed_up/packed_in/gone_wrong/not_work*/blocked/leaky/leak*/stopped/playing_up/knackered ! house/boiler/plumber/kitchen/bathroom/heating/sink/flat/radiator*
      PEE > hose/hosepipe/sprinkler/colander/sieve/leaky/gutter ! garden/watering
      press*/push*/squeeze*/lean* > TUMMY/BLADDER/tummy > water/urine ! hot_water_bottle/water_bottle/hot_water
      soaked/soak*/flooded/drenched > mattress/bed/sheets > slept_through/didnt_wake/never_woke/NOFEEL/NOKNOW ! sweat*/sweaty/rain
      PANTS > soaked/soaking/sodden/wet/damp/drenched >> NOFEEL/NOKNOW/never_felt
      cant_empty_it/couldnt_empty_it/wont_empty_it ! bin/bins/dishwasher/boot/bag/hoover/pool/tray/washing/drawer
      tap > wont/cant/couldnt/doesnt > turn_on/turn_off/turn & down_there/SADDLE/BLADDER/PEE
      PEE/BLADDER > wont_oblige/wont_play/wont_perform/wont_cooperate/not_cooperate/refuses/refusing/on_go_slow/go_slow/gone_on_strike/downed_tools/let_me_down/lets_me_down/not_playing_ball
      PEE/TOILET/been >> not_sausage/not_a_sausage/not_dicky_bird/not_a_dicky_bird/zilch/sod_all/naff_all/bugger_all/diddly_squat/nada/nowt ! wrong/POO/eaten/help*
      sat/stood/sit/stand/standing/sitting > hour/hours/minutes/ages >> sod_all/zilch/naff_all/bugger_all > came/come/comes/out
      coax*/coaxing/persuade > PEE ! cat/dog/child/kids/toddler
      coax*/coaxing > it/out && TOILET/SADDLE ! cat/dog/child/kids/toddler
      TOILET/loo > sing/whistle/tap_running > it/come/start ! song/kids
      PEE/BLADDER + wont/refuses ! hurt/smell*/clear_up
      SADDLE/GENITAL > drips/dribbles/drip/dribble ! nose
      NONE/never/not > urge ! exercise/run/smoke/drink/eat/sex/move/walk
      urge > never/not/gone/disappeared/doesnt > come/comes/back ! smoke/drink/eat
      plumbing > go_slow/refuses/on_strike/wont/dried_up ! house/boiler/plumber/kitchen/bathroom/heating/sink/flat/radiator*
      cant > get_going/get_started > TOILET/PEE ! morning/bed
      waters/water > running/ran/pouring > LEG ! shower/hot/tap/bath/rain
      push*/strain*/squeeze*/press*/force*/forcing > dribble/dribbles/trickle/drip/drips > out/come*/comes ! sauce/ketchup/bottle/tube/gel/nose
      dribble/dribbles/trickle > if/when/unless > push*/strain*/squeeze*/press* ! nose/tap
      cant/couldnt/CANNOT/only > get/manage/do/pass > dribble/trickle ! football/ball/tap
      need/needs/needing/want > go > hardly/barely/not_much/little > anything/comes/come/out ! gym/shop*/work
      PEE/TOILET >> stand/stood/get_up/got_up/zip/zipped/finish*/done >> more + come/comes/came/coming/dribbles/drips ! PAIN/nose
      PEE >> more > stand/stood/get_up/got_up/zip/zipped ! more_often/more_than/PAIN/hurts_more
      back > TOILET > finish ! book/game/phone/job`,
  },
]
