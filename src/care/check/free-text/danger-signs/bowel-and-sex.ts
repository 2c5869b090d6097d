/** What is listened for: poo that leaks or is not felt, and a change in sex. The language of the lines is told in `sign.ts`. Data only. */
import type { DangerSign } from './sign.ts'

/** The signs of this group, in the order of the check. */
export const bowelAndSex: readonly DangerSign[] = [
  {
    question: 'A3',
    says: 'leaking poo or no feeling there',
    kind: 'sign',
    lines: `
      NOKNOW > been/gone/done_it >> until/till/til/unless/before > smell*/stink*/pong*/see/look
      shat/shit/shitted/shitting/soiled/soiling/soil/pooed/pood/poo/pooing/pooped/poop/pooping/pooped/messed/messing/crapped/crap/crapping/cacked/cack/filled/poos + SELF
      poo/poop/shit/mess/diarrhoea/crap/stool/turd/brown/faeces > down + LEG/CALF ! dog/baby/babys/nappy/horse/bird/pigeon/cow/cat/kid/toddler/child/paint/tan
      poo/poop/shit/diarrhoea/crap/stool/turd/faeces > in_bed/in_the_bed/in_my_bed/in_shower/in_bath > NOKNOW/no_clue ! dog/baby/babys/nappy/cat/kid/toddler/child
      messed/soiled/shat/pooed/fouled/smeared/smear*/streak* > PANTS
      LEAK & POO
      dirtied/dirtying + SELF
      back_passage > LEAK
      LOSTCTRL & POO
      lost/lose/loses/losing/loosing + bowel/bowels/poo/number_two*
      LOSTCTRL > SADDLE/BUM/back_end
      NOFEEL & POO
      NOKNOW & POO
      NUMB & POO
      POO > accident*
      accident* > POO/number_2/number_two/number_twos
      POO > WONTWORK
      POO/bowels > opened > NOFEEL/NOKNOW/never
      POO > by_itself/on_its_own/without/wont_stay/myself
      CANNOT > hold > POO
      poo/shit/mess/stool/poop/crap/brown/diarrhoea > PANTS
      skid_mark* & NOFEEL/NOKNOW/didnt
      dirty/soiled/stained > PANTS
      soiling
      BUM > open*/opens/opened > own/itself
      shart/sharted/sharting/sharts
      PANTS > dirty/soiled/stained/messed/POO ! dog
      LEAK > from_behind ! sink/washing/fridge/boiler
      back_end & LOSTCTRL/LEAK/WONTWORK
      follow_through/followed_through/following_through ! golf_swing/my_swing/swing_follow*/on_swing/of_swing/in_swing/swing_through/golf/plan/stretch
      POO/bowel* + INCONT
      dx INCONT > POO
      doubly_incontinent
      no/lost/loss/losing/lose/poor/little/zero + POO + control
      POO > control > gone/lost/poor/bad
      POO > just_go/just_goes/just_open/just_happens/go_on_their_own
      CANNOT + control > POO
      bowels > not_work*/stopped_working/paralysed/gone/asleep
      BUM > leak*
      BUM/SADDLE > wont/cant > hold
      fart* > POO/LEAK/comes_out
      clench/squeeze/tighten > BUM/SADDLE/hole & CANNOT/cant
      no/lost/without > feeling/urge/sensation > POO
      skid_mark* ! from_car/car_skid*/in_road/road/tyre*/driveway/bike/on_drive/our_drive
      CANNOT > close/shut/clench/squeeze/tighten/hold > BUM/hole/bum_hole/cheeks ! hand
      BUM/hole/bum_hole > wont/doesnt/cant/not > close/shut/clench/squeeze/hold/tighten
      leak*/leaking > back_passage/bottom/bum/arse/arsehole/backside
      fart*/farting/wind > NOKNOW/no_control/cant_hold/without/LOSTCTRL ! blow*/cold
      come*/coming/came + out > back/back_end/behind/bottom & NOTS/CANT
      runny/brown/liquid/slime/mucus > LEAK ! nose/eyes/tap_water/kitchen_tap/bath_tap/tap_runs/tap_leak*/tap_is/tap_drip*/out_of_tap/egg/cough*/ear
      leak*/leaking > walk*/move* & NOFEEL
      NOTS/CANT + clench/squeeze ! fist/hand/jaw/teeth/ball/glute*/core/abs/grip
      POO >> knew/noticed/realised/know > smell/smelt
      cant/CANNOT > keep > POO ! regular/soft/food_down/down_poo/my_sleep/keep_sleep/sleep_regular/sleep_and_poo/sleep_pattern
      BUM/SADDLE > no/lost/zero > grip/control/strength/squeeze
      didnt_make_it/couldnt_make_it & NOFEEL/NOKNOW
      anal/rectal/faecal/fecal > LEAK
      no/lost/losing/without > sense > POO
      SADDLE/BUM > NOTS > close/shut/clench/squeeze/tighten/grip ! GENITAL
      came_out/comes_out/come_out > NOKNOW/NOFEEL/no_idea ! tooth/hair/wrong/PEE
      POO > slides/slips/drops/plops/shoots/pours/squirts > out
      bowels/bowel/BUM > let_go/lets_go/gave_way/gives_way/let_go_of ! muscle*
      BUM/SADDLE > doesnt_know/dont_know
      LOSTCTRL > fart*/farted/wind ! blow*
      NOKNOW/cant_tell/couldnt_tell/dont_know/no_longer_know > wind/fart/gas > from ! direction/boiler/cooker
      thought >> fart_and_it_wasnt/fart_but_it_wasnt/fart_it_wasnt
      thought > fart > more/mess
      turd* > PANTS/bed/SELF
      only_know/only_knew > smell*/stink*/POO
      smelled/smelt/smell > before > knew/noticed/felt/know ! gas/burning/smoke
      soiled > seat/chair/sofa/bed/sheets/car
      LOSTCTRL > back_there/round_back
      back_end/BUM > mind_of_its_own/life_of_its_own
      POO > when_it_likes/when_it_wants/when_it_feels_like/without_asking/doesnt_ask
      BUM/SADDLE/back_end > no_brakes/no_stop
      you_smell/you_stink/i_smelled/i_smelt > there_it_was/i_looked/found/id_gone/i_had_gone
      present_in/surprise_in/gift_in/parcel_in/package_in/nugget_in + PANTS ! pocket
      find/found/finding >> PANTS >> NOKNOW > done/did/went/gone/been/happened
      plop*/plops/plopped + out ! tea/jelly/bottle
      BUM > open_door/door_open/broken_valve/leaky_tap/dripping_tap/no_lid/no_plug/no_valve
      falls/fell/drops/slides + out_like > baby/tap/duck
      mishap/mishaps/whoopsie/accident/leak > behind/rear/back_end/bottom/BUM/SADDLE ! car/bike/van/shunt*
      mishap/mishaps/whoopsie > NOKNOW/PANTS
      BUM/back_end/SADDLE > lets_go/let_go > NOKNOW
      only_when/not_until/not_till/until/till >> changed/changes/smelt/smelled/cleaned/nappy > knew/know/realised/noticed
      went_in/gone_in/did_it_in/been_in > chair/armchair/seat/bed/pad/nappy >> surprised/suprised/puzzled/shocked/NOKNOW/mortified/embarrassed/ashamed/never_before ! help*/helped/comfy/gym/how_to
      only_when > smelt/smelled/smell/stank >> been/gone/knew/know/realised
      gone/been >> NOKNOW > till/until/til/before > changed/cleaned/smelt/told
      mark/marks/stain/stains/smudge*/smear*/streak* > PANTS >> NOFEEL/NOKNOW/no_idea ! grass/tea/coffee/ink/oil/paint/wine/gravy/pen/bike/chain/mud/dog
      brown + mark/marks/stain/stains/smudge/smear/patch > SELF ! tea/coffee/gravy/spray_tan/fake_tan/mattress_tag`,
  },
  {
    question: 'A4',
    says: 'a change in sexual feeling',
    kind: 'sign',
    lines: `
      CANT/CANNOT/no/lost/lose/losing/loss/weak/havent/stopped/trouble/unable/NONE > erection*/errection*/hard_on/hardon/stiffy/boner/get_it_up/get_hard/stay_hard/stay_up/keep_it_up/morning_wood/keep_hard/getting_hard/maintain_an_erection/get_stiff/staying_hard/morning_glory/semi/keep_an_erection
      CANT/CANNOT/no/lost/lose/loss/NONE > orgasm*/climax*/cum/cumming/ejaculate*/ejaculation/finish_in_bed/reach_climax
      erection*/orgasm*/climax > gone/lost/stopped/weak/different/not/numb/disappeared/problem*/trouble
      cant_come + anymore/any_more/now/during/with
      cant_come ! to/in/out/round/over/off/home/down/back/up/work/upstairs/before/until/till/next/tomorrow/cant_come_monday/cant_come_tuesday/cant_come_wednesday/cant_come_thursday/cant_come_friday/cant_come_saturday/cant_come_sunday/come_at/come_this/come_last/come_that
      NUMB/NOFEEL/nothing > touch*/play* > myself
      NUMB/NOFEEL && sex/intercourse/making_love/make_love/lovemaking/do_the_deed/doing_the_deed/did_the_deed/masturbate*/wank*/shag*/in_bed_with/orgasm
      sex/intercourse/making_love/love_making > nothing/numb/ODD
      nothing > sex
      GENITAL > wont/WONTWORK/doesnt_respond/wont_respond/not_respond/floppy/asleep/dead/lifeless/doesnt_work/dont_work/not_work*/wont_work/stopped_working/wont_stay/wont_get/soft/limp/broken
      wont_get_up
      floppy > GENITAL
      impoten*
      no_lead_in_the_pencil/no_lead_in_my_pencil/no_lead_in_his_pencil
      erectile
      sexual + function/feeling/sensation/problem*/dysfunction
      lost > feeling > sex
      NUMB/NOFEEL > penis/clit/vagina/willy/cock/dick
      lost/no + libido
      lost/no/less + sexual
      NOFEEL > inside_me
      NUMB/NOFEEL > come/cum/climax
      cant_finish/cant_climax/cant_reach > anymore/any_more/since/now/sex/bed ! work/book/food/meal/job/shift
      sex/intercourse > nothing/no_feeling/ODD/less
      NUMB/NOFEEL && intimate/intimacy/in_bed_with
      CANT/trouble/lost/stopped > keeping_it_up/getting_it_up/stay_up/staying_up/keeping_hard/keeping_an_erection ! up_late/stay_late/late_at_night/stay_up_night/stay_up_all_night/staying_up_night/staying_up_at_night/stay_up_at_night/up_all_night
      doesnt/wont/not > stand_to_attention/rise_to_the_occasion
      gone/went/goes/going + soft > SADDLE/GENITAL/sex/bed
      gone/went/goes + soft & NUMB/NOFEEL
      lost/no + sex_drive
      nothing > happens/working/works/moving/stirs > SADDLE/GENITAL
      NOTS > respond*/responding/react* > SADDLE/GENITAL
      GENITAL > NUMB/NOFEEL
      GENITAL > NOTS > stand*/rise/rising
      cant_get/not + erect
      no/lost/cant/without/havent/stopped > ejaculation/ejaculate/ejaculating
      NOFEEL > husband/wife/partner/boyfriend/him/her > SADDLE/inside/bed
      doesnt/wont/never > get > hard/stiff/erect ! exercise*_doesnt/exercise*_never/exercise*_wont/exercise*_dont/breath*_doesnt/breathing_never/breath*_wont/breath_hard/hard_to_breathe/muscle*_doesnt/muscle*_never/muscle*_wont/muscle*_dont/back_stiff/back_get/stiff_back/neck_doesnt/neck_never/neck_wont
      viagra/cialis/sildenafil > NOTS > work*
      NOTS > viagra/cialis > work*
      cant_get_aroused/cant_get_turned_on/no_arousal/not_aroused/never_aroused
      SPOUSE > tried/try/cuddle/had_a_go >> NOFEEL/went_down/felt_nothing/like_nothing/gone_soft ! chair/plane/fair*/massage_gun/tens_machine/difference/benefit
      nothing > SADDLE > react*/respond*/stirs/works
      SPOUSE >> SADDLE >> nothing/NOFEEL
      soldier/little_man/little_soldier/flagpole/trouser_snake/old_boy/mr_happy/best_friend/trouser_department > wont/doesnt/cant/not > stand*/salute*/rise/work/stir*/perk*/get_up
      nothing/not_work* > work*/works/happens/happening/moves/stirs > bedroom/between_sheets/under_covers ! light*/lamp/heating/radiator/plug/socket/tv/telly/wifi
      bedroom_department/trouser_department/marital_department/wedding_night_department
      cant_finish > like_before/wife/husband/missus/girlfriend/boyfriend/partner ! sentence/work/job/meal
      marital_duties/marital_relations/conjugal > NUMB/NOFEEL/nothing/off/gone/cant
      NUMB/NOFEEL && marital_duties/marital_relations/conjugal
      SPOUSE > touch*/came_to_bed >> NOFEEL/felt_nothing/like_nothing ! FOOT/LEG/TOE/HAND/ARM/BACKBONE/massage/rub/tens/cream/gel/heat/heat_pack/difference/benefit/better/knot/chair/plane/fair*
      tried/had_a_go/in_bed > SPOUSE >> NOFEEL/felt_nothing/went_down/gone_soft ! FOOT/LEG/TOE/HAND/ARM/BACKBONE/massage/rub/tens/cream/gel/heat/difference/benefit/better/knot
      nothing > morning/mornings >> know_what_i_mean/if_you_get_me/get_my_drift/catch_my_drift/wink/soldier
      no/no_more/lost/without/NONE > morning + visitor/flagpole/pole/tent/salute/riser ! camp*
      morning + visitor/flagpole/pole/tent/salute/riser > gone/lost/stopped/vanished ! camp*
      no_tent/not_tent > morning/mornings/days/wake ! camp*/pitch
      soldier/little_soldier/flagpole/little_fella/little_chap/little_friend > awol/gone/asleep/off_duty/retired/wont_wake/wont_wake_up/not_wake/wont_get_up ! army/cot/baby/nap/toy*
      used_to > wake/woke > hard > nothing/not/gone ! hard_to
      viagra/cialis/sildenafil > nothing/useless/pointless
      nothing > stir*/stirring/twitch*/twitching > trousers/PANTS/SADDLE/down_there
      not_twitch/no_twitch/hardly_twitch > SADDLE/down_there/trousers`,
  },
]
