/** What is listened for: not wanting to live, and not being safe at home. The language of the lines is told in `sign.ts`. Data only. */
import type { DangerSign } from './sign.ts'

/** The signs of this group, in the order of the check. */
export const lifeAndHome: readonly DangerSign[] = [
  {
    question: 'I3',
    says: 'not wanting to live',
    kind: 'plea',
    lines: `
      not_going_to_be_here/wont_be_here/not_going_to_be_around/wont_be_around >> goodbye/PILL/kinder/easier
      looking/look*/staring/stare* > cliffs ! nice_view/lovely_view/great_view/photo*
      stockpil*/hoard*/stash*/stashing > PILL/PARA/OTHERPILL ! money
      suicide_note/suicide_notes = plan
      note/notes/letter >> to_find/finds_me/find_me = plan
      cut/cuts/cutting/slit*/slash*/burn*/burning > wrist*/wrists/arm/arms/leg/legs/thighs/myself >> on_purpose/deliberate*
      slit*/cut/cutting/slash* + wrists ! by_accident/gardening/glove*/sleeve*
      WANT > KILL & tonight/plan*/tomorrow/today/pills/tablets/rope/bridge/train/knife/decided/note ! before_i_die/until_i_die = plan
      going_to/gonna/gona/gunna/im_going_to/will/about_to/planning_to/plan_to/planning/decided_to/ready_to > KILL = plan
      hang*_myself/hanging_myself > tonight/tomorrow/plan* = plan
      WANT > KILL ! before_i_die/until_i_die
      dying/death > relief/blessing
      WANT > die/dead
      want/wish/just_want > end/over/stop > everything/forever/for_good/it_all
      kill/killing/hang/hanging/harm/harming/top/drown/shoot/unalive/off/gas/finish + myself/himself/herself
      do/doing > myself + in
      SUICIDE ! died_by_suicide/committed_suicide/lost_to_suicide/doing_suicides/suicide_prevention/suicide_squad/suicide_sprint*/suicide_machine/suicide_squat*/suicide_run*/suicide_drill*
      end/ending/take/taking + life/my_life/own_life/it_all/my_own ! end_of_life_care/take_life_easy/take_life_slow/in_my_stride/take_it_all_in
      end_it/ending_it/end_things/ending_things/end_everything/finish_it_all ! end_it_with_a_stretch/contract/email/phone_call
      better_off + dead/without/gone
      better/better_off + without_me/if_i/dead
      no/any/what/whats/see_the/see_any/little/not_much/see + point/reason/use > LIVE/living/anything/anymore/any_more/me/on ! carry_on_with_exercise*/carry_on_with_these/carry_on_with_them/carry_on_with_stretch*/carry_on_with_physio/carry_on_with_treatment/carry_on_with_job/carry_on_with_work/carry_on_with_gym/carry_on_with_football/carry_on_with_housework/carry_on_with_gardening/carry_on_with_running/carry_on_with_this_exercise*/carry_on_with_this_stretch*/carry_on_with_this_plan/carry_on_with_this_job/carry_on_with_this_treatment/carry_on_with_this_pain/carrying_on_with_exercise*/carrying_on_with_these/carrying_on_with_them/carrying_on_with_stretch*/carrying_on_with_physio/carrying_on_with_treatment/carrying_on_with_job/carrying_on_with_work/carrying_on_with_gym/carrying_on_with_football/carrying_on_with_housework/carrying_on_with_gardening/carrying_on_with_running/carrying_on_with_this_exercise*/carrying_on_with_this_stretch*/carrying_on_with_this_plan/carrying_on_with_this_job/carrying_on_with_this_treatment/carrying_on_with_this_pain/going_on_with_exercise*/going_on_with_these/going_on_with_them/going_on_with_stretch*/going_on_with_physio/going_on_with_treatment/going_on_with_job/going_on_with_work/going_on_with_gym/going_on_with_football/going_on_with_housework/going_on_with_gardening/going_on_with_running/going_on_with_this_exercise*/going_on_with_this_stretch*/going_on_with_this_plan/going_on_with_this_job/going_on_with_this_treatment/going_on_with_this_pain/me_doing/me_having/me_going/me_ringing/me_calling/me_seeing/me_paying/point_in_physio/point_of_physio
      whats_the_point ! point_of/point_in/point_stretching/in_stretching
      point_of_it/point_of_it_all/point_of_living/point_of_life/point_of_anything/point_of_everything/point_of_me/point_of_going_on/point_of_carrying_on/point_of_being/point_of_trying/point_in_living/point_in_life/point_in_anything/point_in_going_on/point_in_carrying_on/point_in_being ! physio/carry_on_with_exercise*/carry_on_with_these/carry_on_with_them/carry_on_with_stretch*/carry_on_with_physio/carry_on_with_treatment/carry_on_with_job/carry_on_with_work/carry_on_with_gym/carry_on_with_football/carry_on_with_housework/carry_on_with_gardening/carry_on_with_running/carry_on_with_this_exercise*/carry_on_with_this_stretch*/carry_on_with_this_plan/carry_on_with_this_job/carry_on_with_this_treatment/carry_on_with_this_pain/carrying_on_with_exercise*/carrying_on_with_these/carrying_on_with_them/carrying_on_with_stretch*/carrying_on_with_physio/carrying_on_with_treatment/carrying_on_with_job/carrying_on_with_work/carrying_on_with_gym/carrying_on_with_football/carrying_on_with_housework/carrying_on_with_gardening/carrying_on_with_running/carrying_on_with_this_exercise*/carrying_on_with_this_stretch*/carrying_on_with_this_plan/carrying_on_with_this_job/carrying_on_with_this_treatment/carrying_on_with_this_pain/going_on_with_exercise*/going_on_with_these/going_on_with_them/going_on_with_stretch*/going_on_with_physio/going_on_with_treatment/going_on_with_job/going_on_with_work/going_on_with_gym/going_on_with_football/going_on_with_housework/going_on_with_gardening/going_on_with_running/going_on_with_this_exercise*/going_on_with_this_stretch*/going_on_with_this_plan/going_on_with_this_job/going_on_with_this_treatment/going_on_with_this_pain
      dont_want/dont_wanna/do_not_want/dont_wish/not_want/do_not_wish/dont_deserve/didnt_want/no_longer_want/dont_fancy/stopped_wanting > LIVE ! like_old/like_an_old
      wish/wished + i/id > was/were/hadnt/never/had + dead/born/woken/died/gone
      wish > dead/not_wake/wouldnt_wake/never_wake/dont_wake/never_been_born/didnt_wake/not_wake_up
      if > NOWAKE >> EASEDEATH ! once/in_pain/stiff/sore/hour/alarm/baby/wake_up_at_night/wake_up_in_the_night/wake_at_night/wake_in_the_night
      EASEDEATH > if > NOWAKE ! once/in_pain/stiff/sore/hour/alarm/baby/wake_up_at_night/wake_up_in_the_night/wake_at_night/wake_in_the_night
      if > it_all/everything > end/ended >> EASEDEATH
      go_to_bed/going_to_bed/bed_at_night/close_my_eyes/shut_my_eyes > hope*/hoping/pray* > last_time/never_open/dont_open
      never_wake_up/dont_wake_up/wouldnt_wake_up/i_wont_wake_up/never_waking_up
      ill_be_dead/i_will_be_dead/be_dead_by/be_dead_soon ! leg_day/gym/workout/shift/marathon/after_exams/season/class
      worth_more_dead/looking_at_ways_to_go/ways_to_die
      better/better_off > insurance_money
      life > not_for_me/isnt_for_me/aint_for_me
      si_with_plan/active_si
      life/living > no_sense/no_purpose/meaningless/not_worth/isnt_worth/no_point/not_worth_living/unbearable/pointless/aint_worth/over/worthless/no_meaning
      not_worth + living/it_anymore/going_on/carrying_on
      worth_living ! still_worth_living/definitely_worth_living/makes_it_worth_living
      cant_go_on ! like_this_at_work/up_on/on_toes/on_tiptoe*/on_heels/on_stairs/on_bike/on_treadmill/on_holiday/on_walks/on_trip
      cant_carry_on/cant_keep_going/cant_do_this/cant_live ! carry_on_with_exercise*/carry_on_with_these/carry_on_with_them/carry_on_with_stretch*/carry_on_with_physio/carry_on_with_treatment/carry_on_with_job/carry_on_with_work/carry_on_with_gym/carry_on_with_football/carry_on_with_housework/carry_on_with_gardening/carry_on_with_running/carry_on_with_this_exercise*/carry_on_with_this_stretch*/carry_on_with_this_plan/carry_on_with_this_job/carry_on_with_this_treatment/carry_on_with_this_pain/keep_going_with_exercise*/keep_going_with_these/keep_going_with_them/keep_going_with_stretch*/keep_going_with_physio/keep_going_with_treatment/keep_going_with_job/keep_going_with_work/keep_going_with_gym/keep_going_with_football/keep_going_with_housework/keep_going_with_gardening/keep_going_with_running/keep_going_with_this_exercise*/keep_going_with_this_stretch*/keep_going_with_this_plan/keep_going_with_this_job/keep_going_with_this_treatment/keep_going_with_this_pain/do_this_exercise/do_this_stretch/do_this_one/keep_going_up/live_without_heat/live_without_my_heat/live_without_coffee/live_without_physio
      cant_do_this_anymore/cant_do_this_any_more/cant_do_it_anymore/cant_take_it/cant_take_this/cant_take_any_more/cant_take_anymore/cant_cope/cant_bear_it/cant_face + anymore/any_more/much_longer/longer/now/another_day ! ibuprofen_anymore/codeine_anymore/take_this_ibuprofen/take_this_codeine/any_more_ibuprofen/much_more_ibuprofen/any_more_codeine/much_more_codeine/any_more_painkillers/much_more_painkillers/any_more_tablets/much_more_tablets
      cant_take_it/cant_take_any_more/cant_take_much_more/cant_face_another/cant_cope ! take_it_back/any_more_ibuprofen/much_more_ibuprofen/any_more_codeine/much_more_codeine/any_more_painkillers/much_more_painkillers/any_more_tablets/much_more_tablets/cope_with_stairs/cope_with_shoes/cope_with_ibuprofen/cope_with_codeine
      had_enough_of_living/had_enough_of_everything/enough_of_life/tired_of_life/tired_of_living/sick_of_life/sick_of_living/fed_up_of_living/fed_up_with_living/fed_up_of_life/given_up_on_life/giving_up_on_life/give_up_on_life/give_up_on_living/hate_being_alive/lost_the_will/lost_will_to_live/no_will_to_live/lose_the_will
      no_reason/nothing/nothing_left + live/living/live_for/go_on
      sick/tired/fed_up/weary/done/cba/bothered/arsed > living
      only_way_out/no_hope
      nobody/noone/no_one/no_body > miss/care/cares/notice ! nobody_at_work_cares/cares_about_my_back/miss_the_bus
      a_burden/burden_to/burden_on ! tax_burden
      thoughts/thinking/thought/think* + suicide*/suicidal/death/dying/ending_it/ending_my_life/ending_things/hurting_myself/harming
      jump* + off/in_front/from > bridge/train/building/roof/balcony/cliff/car/bus/lorry/platform = plan
      throw* + myself > train/bridge/car/window/cliff/bus/stairs = plan
      saved_up/saving_up/stockpil*/hoard*/collecting/got + tablets/pills + ready/enough/tonight = plan
      tablets/pills/rope/noose/knife/razor + ready/out/counted = plan
      got_the_tablets_ready/got_a_rope/got_the_pills = plan
      goodbye_note/goodbye_letter/written_a_note/wrote_a_note/written_my_note/said_my_goodbyes/goodbye_letters/ive_written_a_note ! for_gp/for_my_gp/to_gp/to_my_gp/doctor/physio/for_nurse/to_nurse/about/bins/school/teacher/boss = plan
      slit*/cut*/cutting/slash* + wrist*/wrists ! on_glass/on_broken_glass/on_a_tin/while_cooking/when_cooking/while_gardening/when_gardening/shaving/by_accident
      cutting_myself/cut_myself/cuts_herself/cuts_himself/burning_myself/hurting_myself/been_cutting/hurt_myself_on_purpose ! cut_myself_shaving/myself_shaving/when_shaving/while_shaving/was_shaving/while_chopping/when_chopping/chopping_veg/while_cooking/when_cooking/paper_cut/lifting/by_accident/by_bending/by_doing/by_moving/by_twisting/by_sitting/by_exercising/by_stretching/while_gardening
      do_something_stupid/do_something_silly/something_drastic
      dark_thoughts/bad_thoughts
      throw_in_the_towel + life
      disappear* > for_good/forever/for_ever
      kys
      want_out ! out_of_chair/out_of_office/out_of_meeting/out_of_car/out_of_job/out_of_marriage/out_of_relationship/out_of_contract/out_of_club/of_bed/of_here
      sick/tired/fed_up/weary > being > alive/here
      cant_see/see_no > way_out
      no_way_out ! work_trip/work_meeting/meeting/party/out_of_going
      cant_do_life/hate_life
      better_off > not_here/not_around/not_alive
      baby/kids/children/son/daughter/they/family > better_off > with_another/with_someone/with_somebody/with_different/with_new/with_any
      baby/kids/children/son/daughter/they/family > deserve*/need* > better/another/different/new + mum/mother/mummy/dad/father/wife/husband
      done_with + living/life/everything/it_all/this_world
      dont_see_why/see_why > carry/go/live/bother
      sleep_forever/sleep_for_ever/go_to_sleep_and_never/go_to_sleep_and_wont/fall_asleep_and_wont/not_wake ! so_comfy/so_comfortable/too_comfy
      goodbye_world/goodbye_everyone/goodbye_all/this_is_goodbye/saying_goodbye ! goodbye_chair/bad_chair/old_chair/goodbye_mattress/old_mattress/bad_mattress/goodbye_job/goodbye_sofa/old_sofa/goodbye_school
      give_up_on_everything/nothing_left_for_me
      tried_to_kill/tried_to_hang/tried_to_end/tried_to_top/attempt*_suicide/suicide_attempt = acted
      overdose* > on_purpose/tonight/deliberate* = acted
      took/taken/swallowed > PILL/PARA/OTHERPILL > to_die/kill_myself/end_it/on_purpose = acted
      WANT/might/could/may > take/taking/swallow/swallowing/neck/necking > MANY/all/every > PILL/PARA/OTHERPILL ! holiday/abroad/with_me/to_hospital/with_food/chemist/pharmac* = plan
      WANT/might/could/may > swallow/swallowing/neck/necking/take/taking > whole_packet/whole_box/whole_bottle/whole_strip ! crisps/biscuits/sweets/chocolate = plan
      take/taking/swallow > lot/them_all > done/over/end/sleep/gone ! tip/charity/photo* = plan
      if_it_wasnt_for/wasnt_for/werent_for > kids/children/family/wife/husband/mum/dog/cat/son/daughter > wouldnt_be_here/be_gone/be_dead/done_it
      standing/stood + bridge/ledge ! fish*/photo*/view/glute/pose/workout*/working_on/work_on
      WANT > lights > go_out ! power/electric*/kitchen/landing
      think*/thinking/thought* > train_tracks/tracks/railway ! nice_walk/dog_walk/walk_dog/walking_dog/train_times/model
      tell > kids/children/girls/boys/lads/babies/family/mum/dad/husband/wife/daughter/daughters/son/sons > love >> im_done/done_with/had_enough/cant_go_on
      sort/rehome/feed/take > dog/cat/pet/pets/kids > ive_gone/im_gone/i_have_gone/i_am_gone ! holiday/work/away/shop*/hospital/upstairs
      tell > kids/children/family/mum/husband/wife/daughter/son > love >> goodbye/sorry
      PILL/PARA/OTHERPILL >> would_do_it/would_kill/do_me_in/finish_me ! ease/help
      WANT > take > MANY/all/every > PILL/PARA/OTHERPILL = plan
      make_it_all_stop
      dont_see_a_future/no_future/dont_see_the_point/cant_see_a_way
      take/taking/took/swallow*/swallowing > them_all/all_of_them/the_lot/whole_lot & PILL/PARA/OTHERPILL/look*/think*/thought* ! took_photos/took_pictures = plan
      better/better_off >> without_me/me_gone/me_dead/if_i_wasnt/if_i_was_gone
      family/kids/everyone/wife/husband/mum/they/world > better > me_gone/without/gone
      been/am/keep/started/back_to/again + cut*/cutting + again/myself
      cutting_again/cut_again/harming_again ! grass/hedge/hair/carbs/lawn
      wish/hope/pray > wont_wake/not_wake/dont_wake/didnt_wake/never_wake
      thought*/thinking/think* > jump*/jumping
      no_reason > keep_going/carry_on/live/go_on/stay/be_here
      want > stop/end/over > for_ever/forever
      think*/thinking/thought*/thoughts/want*/feel_like > drive*/walk*/step*/crash* > into/off/under/front > tree/traffic/wall/river/sea/train/lorry/bus/car/bridge/road/cliff = plan
      saved_up/saving_up/saving/stockpil*/hoard*/stashing/stash*/hiding > PILL/PARA/OTHERPILL ! bad_days/for_night/for_nights/for_nighttime/at_night/bedtime/for_later_today/for_later_on/its_worst/pain_is_worst/money/for_weekend/for_work/to_work/flight
      looking/look*/staring/stare* > bridge/bridges/cliff/tracks/railway/multi_storey ! exercise*/glute/pose/photo*/nice_view/lovely_view/great_view/walked_dog/walking_dog/walk_dog/dog_walk/stretch*
      wrote/written/writing/write/left/leaving > letter/letters/note/notes > kids/family/husband/wife/mum/children/everyone/goodbye/them/partner/parents ! doctor/gp/school/teacher/boss/complaint/birthday_card/birthday_party/thank_you/fridge/about_my/about_bins/about_school/about_work/about_parking/about_appointment/bin_day
      affairs_in_order/sorting_my_affairs/sorted_my_affairs/planned_my_funeral/planning_my_funeral/given_away_my/giving_away_my/gave_away_my/once_im_gone/after_im_gone ! away_my_clothes/away_all_my_clothes/old_clothes/baby_clothes/kids_clothes/small_clothes/clothes_that/chair/mattress
      given_away/giving_away/gave_away/giving > clothes/things/stuff > need/gone/dead/longer/anymore/any_more/goodbye/point
      when_im_gone ! holiday/gone_away/im_away/gone_from_work/gone_to_work/gone_from_job/water_plants
      cut/cutting/cuts/burn/burnt/burning/scratch*/slice* > arms/arm/legs/thighs/wrists > again/because/cope/on_purpose/relief/feel/when_it_gets/when_things/when_im_low/when_im_upset/when_im_stressed ! shaving/by_accident/cooking/garden*/fence/bramble*/rash
      im_done_cant/im_done_goodbye/im_done_i_cant ! done_with_physio
      want/wish/pray*/need > over/ended/finished >> all_of_it/everything/life
      god/lord/jesus/allah/angels > take*/takes/call* > me ! hand/easy/home_safe
      hope*/wish/pray*/want/if > bus/car/lorry/truck/train/lightning > hit*/hits/run*/runs/take*/kill*/get* > me
      PILL/rope/knife/blade/razor/gun > in_my_hand/in_hand/in_front_of_me/next_to_me/beside_me/lined_up/laid_out/counted_out ! should_i_take_now/can_i_take_now/do_i_take_now/time_to_take/dose/week_box = plan
      staring/holding/lined_up + PILL/rope/blade/razor/knife = plan
      have/got/made + plan >> know_when/know_how/know_where/how_and_when/method/tonight/date ! physio/exercise*/walk*/gp/doctor/holiday/work/treatment/long_it = plan
      why > carry_on/go_on/bother/live/keep_going/be_here/wake_up ! why_would_physio/why_does/why_did/why_do_physios/exercise*/carry_on_with_exercise*/carry_on_with_these/carry_on_with_them/carry_on_with_stretch*/carry_on_with_physio/carry_on_with_treatment/carry_on_with_job/carry_on_with_work/carry_on_with_gym/carry_on_with_football/carry_on_with_housework/carry_on_with_gardening/carry_on_with_running/carry_on_with_this_exercise*/carry_on_with_this_stretch*/carry_on_with_this_plan/carry_on_with_this_job/carry_on_with_this_treatment/carry_on_with_this_pain/bother_with/turn_this_way/bend_this_way/move_this_way
      NOTS/no > see/have/got > future/tomorrow ! plans/appointment
      feel*/felt/im + worthless/hopeless/unwanted ! golf/football/cook*/sport/at_golf/at_football/at_cook*/at_sport*/at_maths/at_games/at_dancing/at_diy/at_stretch*/at_exercise*/at_yoga/at_this/at_these/at_them/at_remembering/at_directions/at_darts/at_tennis/im_hopeless_at_work/am_hopeless_at_work/hopeless_at_my_work
      going/could/might/urge/tempted/nearly/almost/considered > walk*/step*/drive/drive*/jump*/throw*/crash > front/into/off/under > traffic/bus/lorry/train/bridge/cliff/wall/tree ! stretch*/sport/fear = plan
      better_off/better/happier/easier > if_im/if_i_was/when_im/once_im > gone/dead/not_here
      happier/happy/better/easier + dead
      do_something_to_myself/danger_to_myself
      want_to_disappear/want_to_vanish/wish_i_could_disappear/wish_i_could_vanish
      wish_i_wasnt_here/wish_i_werent_here/wish_i_wasnt_around/wish_i_wasnt_alive/dont_wanna_be_here
      go_to_heaven/be_in_heaven/meet_my_maker/be_with_god/be_with_the_lord
      wont_be_here/not_be_here/wont_be_around > much_longer/tomorrow/long ! holiday/away/appointment
      stood/standing/sat > bridge/cliff/ledge/tracks/railway >> thinking/thought/crying/jump*/last_night ! bridge_exercise*/exercise*_bridge*/glute/pose
      think*/thinking/thought*/thoughts > not_being_here/not_be_here/not_being_around/not_being_alive/not_existing
      happier/easier > without_me/if_i/me_gone
      WANT > sleep > never/not/dont > wake ! refreshed/rested
      cant_face > living/life/tomorrow/going_on/day
      hate > living/being_alive/waking_up
      want/wish/need > life > end/over/ended/finished
      feel_like/urge/tempted/want > jump*/jumping ! for_joy/trampoline/rope/around/pool/warm_water/hot_water/cold_water/water_aerobic*/bath/shower/in_bed/up_and_down
      keep/keeps/sat/sit > looking/staring > PILL/rope/knife/blade ! leaflet/label/packet
      think*/thinking/thought* > how + do_it ! the_exercise*/this_exercise/these_exercises/my_exercises/stretch*
      do_it_tonight/doing_it_tonight ! exercise*/stretch*/physio/hoover*
      need/want/wish > it_all/everything/all_of_it > end/stop/over/finish ! hurting/aching
      ways/way/how > die ! to_die_for
      how_many > PILL/PARA/OTHERPILL >> it_would_take/would_do_it ! ease/help
      ways/way + kill_myself/end_it/end_my
      reason > live/living/be_here/stay_alive
      better_off/rather/wish/happier/be > in_a_box/in_the_ground/in_a_coffin/in_my_grave/six_feet_under
      let_me_die/leave_me_to_die
      WANT > driving > wall/tree/bridge
      dont_trust/cant_trust + myself ! lift*/bend*/weight/walk_dog/walk_far/walk_without/walk_up/walk_down/walk_yet/drive
      not_safe/unsafe > with/from/around + myself
      nothing_left_to_give/nothing_left_in_me
      WANT/could/might > OVERDOSE ! chocolate
      dont_care > live/die/dead
      rather_not_live/rather_not_be_here/rather_not_exist/rather_not_be_alive/rather_not_wake/rather_not_be_alive
      PILL/OTHERPILL/PARA > saved_up/stashed/hidden/stockpiled
      drove/went/walked/walk > bridge/cliff/railway/tracks > sat/stood/thought/cried ! exercise*/walked_dog/walking_dog/walk_dog/dog_walk/nice_view/lovely_view/great_view
      being/be/am > alive ! lucky/glad/happy/great/good_to/kicking/feel_alive
      alive > wish > wasnt/werent
      if_i_die/if_i_died/when_i_die/if_i_was_dead/if_i_dropped_dead
      no/not > place > world
      no_place_for_me/no_place_left_for_me
      WANT > jump ! for_joy/trampoline/rope/around/pool/warm_water/hot_water/cold_water/water_aerobic*/bath/shower/bed/queue/conclusions/car/start/in_car/rope/higher/up_and_down
      OVERDOSE/overdose > mind/thought/thoughts/thinking/head/tempt*/tempting
      NOTS > see > myself/me > here/alive/living/next_year/old
      cope/manage/fine/happier/ok > without_me ! work/team/holiday/office/gym
      think*/thinking/thought*/thoughts > step* > front
      wish/hope/want/pray* > all > end/stop/over ! hurting/aching
      nothing > worth + living
      not_going_to_be_around/wont_be_around/not_gonna_be_around/not_going_to_be_here ! holiday/away/appointment/monday/friday/weekend/meeting/party
      cant/dont > bear > live/living/life/another_day
      please/someone/somebody/just/god + kill_me ! laugh*/exercise*
      drank/drunk/swallowed/downed/necked/took/taken/ate/eaten > POISON ! dog_drank/cat_drank/dog_swallowed/cat_swallowed = acted
      drink/drinking/swallow > POISON ! dog/cat
      SUICIDE/KILL >> have/got/made > plan ! physio/exercise*/safety_plan = plan
      picked/chosen/chose > bridge/cliff/platform/tracks/method/multi_storey ! holiday/photo*
      theres/there_is/got/have/bought/hidden > rope/noose/shotgun > garage/shed/attic/loft/boot/drawer/wardrobe/ready ! climb*/tow*/skipping/tug_of_war/horse
      have_a_plan/got_a_plan/made_a_plan/made_my_plan ! physio/exercise*/treatment/at_work/for_work/work_plan/with_work/back_to_work/from_work/with_gp/with_my_gp/from_gp/from_my_gp/gp_gave/gp_made/gp_says/see_gp/see_my_gp/ask_gp/ask_my_gp/ring_gp/gp_and_i/doctor/holiday/insurance/recovery/rehab/gym/walk*/weight_loss/pension/care_plan/pain_plan/get_fit/getting_fit/get_better/get_moving/with_nurse/from_nurse/nurse_made/nurse_gave/nurse_and/saw_nurse/see_nurse/diet/training/holidays/wedding/weekend
      cut/slit/slashed + wrist*/wrists > last_night/yesterday/today/tonight/this_morning/again/earlier/just_now ! on_glass/on_broken_glass/on_a_tin/while_cooking/by_accident = acted
      saved_up/stockpil*/hoard*/stash* > PILL/PARA/OTHERPILL >> do_it/doing_it/end_it/use_them = plan
      kms/ctb/unalive* > tonight/tomorrow/today/friday/saturday/sunday/monday/tuesday/wednesday/thursday/weekend = plan
      no_way > want > LIVE ! live_here/live_alone
      written/wrote/left > letter/letters/note/notes >> sorted/rehome*/goodbye* > dog/cat/will/everything/affairs ! work/school
      river/bridge/cliff/railway > kinder/easier/quicker/way_out ! easier_walk/quicker_walk/easier_drive/quicker_drive/easier_route/quicker_route/walk_is/route_is/drive_is
      gun/shotgun/rifle/pistol > use/shoot/turn > me/myself ! massage_gun/glue_gun/nail_gun/heat_gun
      use/turn > gun/shotgun/rifle > on_me/on_myself/myself
      bullet > me/head/brain/skull ! dodge*/feels/felt/bullet_point*
      look/looking/stare/staring > train_line/train_lines/railway_line/motorway_bridge/viaduct/canal/river ! nice_view/lovely_view/great_view/photo*/walk*/window
      have_a_plan/got_a_plan/made_a_plan >> when > theyre/they/everyone/kids/wife/husband/shes/hes > away/out/asleep/gone = plan
      wont_be_around/wont_be_here/not_be_around/not_be_here/not_going_to_be_here/not_going_to_be_around > by > weekend/monday/tuesday/wednesday/thursday/friday/saturday/sunday/christmas/morning/summer/spring
      tempted/WANT/could/might > OVERDOSE >> PILL/PARA/OTHERPILL
      dont_see/cant_see/see_no/see_any/see_the/no/any/whats/what/much/not_much/wheres + sense/purpose > LIVE/living/waking/waking_up/wake_up/going_on/carrying_on ! carrying_on_with/exercise*
      baby/kids/children/son/daughter/they/family/he/she > better/happier > with_another/with_a_different/with_different > mum/mother/mummy/dad/father/wife/husband ! physio
      toaster/hairdryer/hair_dryer/hair_drier > bath ! clean*/buy
      bath > toaster/hairdryer/hair_dryer/hair_drier ! clean*/buy
      plan >> nobody_will_find/no_one_will_find/wont_find_me/nobody_find/find_me = plan
      want_out >> for_good/for_ever/forever ! job/contract/marriage
      how_many > PILL/PARA/OTHERPILL > help_me_go/go_to_sleep_for/finish_me/end_it/not_wake
      dont_trust/cant_trust + myself > with/near/around > PILL/PARA/OTHERPILL/knife/knives/bridge/bridges/walls/trains/blades
      saved_up/saving/stockpil*/hoard*/stash*/hiding > PILL/PARA/OTHERPILL >> when > out/away/asleep/gone
      written/wrote/writing/left > letter/letters/note/notes >> goodbye ! leaving_do/school`,
  },
  {
    question: 'I4',
    says: 'someone hurting you, or not being safe at home',
    kind: 'plea',
    lines: `
      HURTER > BLOW + ME ! like_someone_stabbed/like_someone_kicked/like_someone_punched/like_someone_is_stabbing/like_somebody_stabbed/like_somebody_kicked/like_somebody_punched/like_somebody_is_stabbing/as_if_someone_stabbed/as_if_someone_kicked/as_if_someone_punched/as_if_someone_is_stabbing/as_if_somebody_stabbed/as_if_somebody_kicked/as_if_somebody_punched/as_if_somebody_is_stabbing/URGED/ANIMALHIT/physio_hurt*/physio_push*/physio_pull*/physio_twist*/physio_he/physio_she/physio_beat*/osteo*_hurt*/osteo*_push*/osteo*_he/osteo*_she/chiro*_hurt*/chiro*_push*/chiro*_he/chiro*_she/massage_hurt*/massage_and_he/massage_she/massage_he/during_massage/thai_massage/massage_lady/massaging/massage_man/massage_woman/massage_girl/masseur/masseuse/at_judo/in_judo/judo_class/judo_match/at_rugby/in_rugby/playing_rugby/rugby_match/sparring/boss_is/at_golf/at_tennis/at_chess/at_cards/at_squash/at_pool/at_darts/at_monopoly/dog_hits/dog_hit/dog_tail/his_tail/her_tail/tail_hits
      HURTER > BLOW > ME ! like_someone_stabbed/like_someone_kicked/like_someone_punched/like_someone_is_stabbing/like_somebody_stabbed/like_somebody_kicked/like_somebody_punched/like_somebody_is_stabbing/as_if_someone_stabbed/as_if_someone_kicked/as_if_someone_punched/as_if_someone_is_stabbing/as_if_somebody_stabbed/as_if_somebody_kicked/as_if_somebody_punched/as_if_somebody_is_stabbing/URGED/ANIMALHIT/physio_hurt*/physio_push*/physio_pull*/physio_twist*/physio_he/physio_she/physio_beat*/osteo*_hurt*/osteo*_push*/osteo*_he/osteo*_she/chiro*_hurt*/chiro*_push*/chiro*_he/chiro*_she/massage_hurt*/massage_and_he/massage_she/massage_he/during_massage/thai_massage/massage_lady/massaging/massage_man/massage_woman/massage_girl/masseur/masseuse/at_judo/in_judo/judo_class/judo_match/at_rugby/in_rugby/playing_rugby/rugby_match/sparring/boss_is/to_my_limit*/at_golf/at_tennis/at_chess/at_cards/at_squash/at_pool/at_darts/at_monopoly/dog_hits/dog_hit/dog_tail/his_tail/her_tail/tail_hits
      hell/shell/theyll > BLOW + me ! what_hell/like_hell/as_hell
      BLOW + me > HURTER ! ANIMALHIT/car/bike/van/lorry/ball
      got/been/being/was/getting/gets + beat*/beaten/hit/punched/kicked/attacked/assaulted/mugged/raped/battered/jumped/strangled/abused/stabbed/bullied/pushed/shoved/knocked + by + HURTER
      pushed/hit/kicked/punched/shoved/beaten/slapped/thrown/choked/hurt + by + HURTER/boss/manager/colleague ! ball
      got/been/being/was/getting/gets + beaten/hit/punched/kicked/attacked/assaulted/mugged/raped/battered/jumped/strangled/abused/stabbed/knifed/bullied/pushed/shoved ! like_being_stabbed/like_been_stabbed/like_i_was_stabbed/like_ive_been_stabbed/like_i_have_been_stabbed/as_if_ive_been_stabbed/like_getting_stabbed/like_i_got_stabbed/like_being_kicked/like_been_kicked/like_i_was_kicked/like_ive_been_kicked/like_i_have_been_kicked/as_if_ive_been_kicked/like_getting_kicked/like_i_got_kicked/like_being_punched/like_been_punched/like_i_was_punched/like_ive_been_punched/like_i_have_been_punched/as_if_ive_been_punched/like_getting_punched/like_i_got_punched/hit_from_behind/knocked_from_behind/by_car/by_van/by_bus/by_lorry/by_bike/by_horse/by_cow/by_bull/by_dog/by_door/by_branch/by_ball/by_wasp/slowed_down_by/let_down_by/hit_down_by/beaten_down_by/ball_hit/ball_hits/by_a_ball/golf_ball/cricket_ball/beaten_at/at_golf/wave/team_got/team_was/on_price/price_rise*/by_price/with_price*/by_cost/with_cost/cost_of_living/by_costs/with_bill/with_bills/by_bill*/big_bill/car_was_hit/car_got_hit/van_was_hit/bike_was_hit
      beaten_up/beat_up/beats_me/beat_me/hits_me/hit_me/kicked_me/punched_me/pushed_me/slapped_me/hurts_me/strangled_me/choked_me/attacked_me/shoved_me/threatens_me/threatened_me/hurting_me/hitting_me/abuses_me/pushes_me/kicks_me/grabbed_me/throws_me/threw_me/forced_me ! URGED/ANIMALHIT/physio_hurt*/physio_push*/physio_pull*/physio_twist*/physio_he/physio_she/physio_beat*/osteo*_hurt*/osteo*_push*/osteo*_he/osteo*_she/chiro*_hurt*/chiro*_push*/chiro*_he/chiro*_she/massage_hurt*/massage_and_he/massage_she/massage_he/during_massage/thai_massage/massage_lady/massaging/wave/golf_ball/horse_kick*/horse_hit/horse_push*/horse_hurt*/horse_threw/horse_throws/by_horse/cow_kick*/cow_hit/cow_push*/cow_hurt*/bull_kick*/bull_hit/bull_push*/bull_hurt*/back_is/it_hits/it_hit/exercises/stretches/sitting_hurts/bending_hurts/exercise_hurts/stretching_hurts/sitting_is/bending_is/hurts_me_when/hurts_me_to/hurts_me_if/washing_up_hurts/toddler_hit/toddler_hits/toddler_kick*/toddler_push*/speed_bump*/bump_in_road/hit_a_bump/hit_bump/bus_threw/bus_hits/bus_to_hit/bus_would_hit/bus_throw*/bus_hit/bus_push*/baby_kicks/at_golf/at_tennis/at_chess/at_cards/at_squash/at_pool/at_darts/at_monopoly/dog_hits/dog_hit/dog_tail/his_tail/her_tail/tail_hits
      not_safe/unsafe/dont_feel_safe/not_feel_safe/isnt_safe > home/with/here/him/her/house ! safe_with_exercise*/safe_with_stretch*/safe_doing/safe_on_stairs/safe_with_stairs
      in_danger/living_in_fear ! back_in_danger/back_is_in/danger_of
      AFRAID > HURTER ! ending_up/end_up/becoming/turning_into/like_my
      scared/afraid/frightened/terrified + to_go_home/go_home/going_home
      scared/afraid/frightened/terrified > him/her/my_husband/my_partner/my_boyfriend/my_wife/my_ex/my_dad/my_son/my_girlfriend
      domestic + abuse/violence/violent
      abusive/controlling/violent/coercive + HURTER/relationship/home/marriage/husband/partner ! abusive_about
      HURTER > violent/abusive/aggressive/controlling ! violent_games/violent_film*/abusive_about
      coercive_control
      wont_let_me + leave/out/go/see/have/phone/call/speak ! back_wont/spine_wont/pain_wont/it_wont/boss_wont
      knifed_me/stabbed_me/shot_me/gunshot_wound*/gunshot_injur* ! like_a_gunshot/like_he/like_she/like_someone_stabbed/like_someone_kicked/like_someone_punched/like_someone_is_stabbing/like_somebody_stabbed/like_somebody_kicked/like_somebody_punched/like_somebody_is_stabbing/as_if_someone_stabbed/as_if_someone_kicked/as_if_someone_punched/as_if_someone_is_stabbing/as_if_somebody_stabbed/as_if_somebody_kicked/as_if_somebody_punched/as_if_somebody_is_stabbing/he_shot_me_a/shot_me_a/shot_me_an/nurse_stab*/nurse_shot/nurse_shot_me/nurse_who_stab*/doctor_stab*/doctor_shot/doctor_shot_me/shot_me_for/photo_shoot/photographer/photo_of
      mugg*/assault*/raped/rape/molested/sexually
      someone/somebody/HURTER > did_this_to_me/did_it_to_me/done_this_to_me/does_this_to_me
      did_this_to_me ! lifting_did/gardening_did/garden_did/gym_did
      he_lashes_out/hits_out/lays_into_me/laid_into_me/raises_his_hand/raised_his_hand/lost_his_temper_and
      got_in_a_fight/got_into_a_fight/had_a_fight/been_in_a_fight ! dog_fight*/fight_with_dog*/fight_with_my_dog*/dogs_got/cat_fight*/fight_with_cat*/cat_got/cats_got
      hands/hand > round/around > throat/neck ! in_yoga/yoga_pose/yoga_class_hands/doing_yoga/massage_neck/massage_my_neck/neck_massage/to_massage/massaging
      gets_physical/got_physical/controls_me/controlling_me/made_me_bleed/gave_me_a_black_eye/frightens_me ! physical_therapy/physical_exercise/pain_controls/pain_is_controlling/thought_frightens/it_frightens/this_frightens
      stamped_on/stamps_on ! horse_stamp*/by_horse/by_my_horse/horse_has_stamp*/cow_stamp*/by_cow/toddler_stamp*/by_toddler/by_my_toddler/at_football/in_football/playing_football/football_match/at_rugby/in_rugby/playing_rugby/rugby_match
      rough_with_me/locks_me/locked_me/takes_my_money/controls_my_money/threw_things/throws_things/hurts_me
      HURTER > rough/cruel/nasty > ME
      scared/afraid/frightened/terrified > of_what/what + he/she/they
      HURTER > slap*/slaps/hits/kick*/pinch*/pinches/spits/shout*/shouts/scream*/threaten*/threatened > me
      frightened/scared/afraid/terrified > my_son/my_daughter/my_carer/my_mum/my_dad/my_brother/my_ex/my_husband/my_wife/my_partner/my_boyfriend/my_girlfriend
      in_law > BLOW > ME
      bruise*/bruises/black_and_blue/black_eye > from/off/by + him/husband/partner/boyfriend/wife/girlfriend/dad/stepdad/son/ex
      had_me_by/has_me_by/got_me_by/grabbed_me_by/grabs_me_by/held_me_by/holds_me_by > throat/neck/hair
      hiding > bathroom/toilet/bedroom/cupboard >> he/she/him/husband/partner/dad ! seek
      HURTER > close*/closes/shut*/shuts > me > in/house/room
      lock*/locks/locked > me > in/out/up ! locked_myself/me_in_by_accident/me_out_by_accident/left_keys_in/keys_in_car/keys_in_house/keys_in_door/left_my_keys/forgot_my_keys/lost_my_keys/forgotten_my_keys
      HURTER > checks/check/checked/reads/goes_through/tracks/monitors/smashed/broke/takes/took/hid/hides + phone/texts/messages/purse/passport/bank ! physio_checks/physio_checked/physio_took/physio_takes/gp_checks/gp_checked/gp_took/gp_takes/doctor_checks/doctor_checked/doctor_took/doctor_takes/phone_insurance/insurance_company/for_insurance/for_repair/phone_repair/repair_shop/to_repair/phone_shop/shop_took/in_shop/shop_checked/posture
      dont > ring/call/phone/text/contact/email >> HURTER/listening/find_out
      HURTER > cant_know/mustnt_know/cant_find_out/mustnt_find/finds_out/sees_this/is_listening/is_watching
      hes_listening/shes_listening/he_might_see/he_cant_know/he_mustnt_know
      attacked/assaulted > last_night/yesterday/street/pub/town/outside/tonight ! by_dog/by_a_dog/dog_attack*/by_next_doors_dog/by_cat/by_my_cat/cat_attack*/by_a_cat/wasp*/by_wasp*/by_bee*/by_swan/by_goose/by_cow/by_bull/by_horse/pain_attack*/attacked_by_pain/by_a_pain/attack_of_pain/spasm_attack*/attacked_by_spasm/by_a_spasm/attacked_with_spasm
      attacked/assaulted/stabbed/mugged/jumped/robbed/strangled + by + HURTER/gang/youths/youth/teenager*/stranger*/man/men/group/thug*/burglar*/robber*
      HURTER/his/her > fist/fists ! clench*/physio_uses/physio_used/physio_put*/physio_push*/physio_he/physio_beat*/physio_bash*/physio_hit*/physio_she/massage_with/massaged/massages/massaging
      HURTER > nasty/rage/rages/aggressive/loses_his_temper/loses_her_temper/lost_his_temper/bad_temper/foul_temper/violent_temper ! nasty_cough/nasty_cold/nasty_virus/nasty_dog/dog_is_nasty/aggressive_dog/dog_is_aggressive/kid_rage*/nasty_kid*/kids_rage*/kids_temper*/toddler_rage*/toddler_tantrum/my_toddler/toddler_has/child_rage*/nasty_child*/child_has/child_is/nasty_fall/nasty_email*
      HURTER > controls/control/controlled + everything/me/what/who/money
      force*/forced/forces/made/makes > sex ! makes_sex_hurt*/make_sex_hurt*/made_sex_hurt*/making_sex_hurt*/makes_sex_worse/make_sex_worse/made_sex_worse/makes_it_worse
      HURTER + did_this/caused_this/done_this ! physio_he/physio_she/physio_they/physio_who/massage_he/did_this_massage/massage_she/during_massage/at_massage/osteo*_he/osteo*_she/at_osteo*/osteopath*_he/chiro*_he/chiro*_she/at_chiro*/chiropractor*_he/dog_he/dog_she/walking_dog/dog_did/did_this_exercise*/done_this_exercise*/did_this_stretch*/toddler_he/toddler_she/toddler_did/lifting_toddler/baby_he/baby_she/baby_did/lifting_baby
      drunk/drinks/drinking/angry/temper > hits/hit/punch*/kick*/slap*/throws/violent ! ball_hit*/hit_ball/hits_ball/hit_the_ball/hit_gym/hits_gym/hit_the_gym/hits_the_gym
      hits/punches/kicks/slaps > drunk/drinks/angry
      HURTER > rough/mean/scary/handy > drink/drinks/drinking/drunk/pub/beer ! feel_rough/feels_rough/feeling_rough/felt_rough
      HURTER > drink/drinks/drinking/drunk > i + get/got > hurt
      punched/kicked/stabbed/knifed/slapped/elbowed/kneed + kidneys/back/stomach/ribs/face/head/spine ! like_being_stabbed/like_been_stabbed/like_i_was_stabbed/like_ive_been_stabbed/like_i_have_been_stabbed/as_if_ive_been_stabbed/like_getting_stabbed/like_i_got_stabbed/like_being_kicked/like_been_kicked/like_i_was_kicked/like_ive_been_kicked/like_i_have_been_kicked/as_if_ive_been_kicked/like_getting_kicked/like_i_got_kicked/like_being_punched/like_been_punched/like_i_was_punched/like_ive_been_punched/like_i_have_been_punched/as_if_ive_been_punched/like_getting_punched/like_i_got_punched/ball_hit/ball_hits/by_ball/by_a_ball/golf_ball/cricket_ball/by_football/football_hit/football_in_face/football_smack*/by_horse/horse_kick*/by_my_horse/by_cow/cow_kick*/by_a_cow/cricket_bat/golf_club/on_shelf/by_shelf/shelf_fell/by_door/on_door/door_swung/by_pallet/on_pallet/pallet_hit/pallet_fell/by_toddler/by_my_toddler/toddler_kick*/toddler_headbutt*/by_baby/baby_kick*/by_my_baby/baby_hit
      hit + kidneys/back/stomach/ribs/face/head/spine ! like_being_stabbed/like_been_stabbed/like_i_was_stabbed/like_ive_been_stabbed/like_i_have_been_stabbed/as_if_ive_been_stabbed/like_getting_stabbed/like_i_got_stabbed/like_being_kicked/like_been_kicked/like_i_was_kicked/like_ive_been_kicked/like_i_have_been_kicked/as_if_ive_been_kicked/like_getting_kicked/like_i_got_kicked/like_being_punched/like_been_punched/like_i_was_punched/like_ive_been_punched/like_i_have_been_punched/as_if_ive_been_punched/like_getting_punched/like_i_got_punched/ball_hit/ball_hits/by_ball/by_a_ball/golf_ball/cricket_ball/by_football/football_hit/football_in_face/football_smack*/by_horse/horse_kick*/by_my_horse/by_cow/cow_kick*/by_a_cow/cricket/golf/on_shelf/by_shelf/shelf_hit/shelf_fell/by_door/on_door/door_hit/door_swung/by_pallet/on_pallet/pallet_hit/pallet_fell/hit_his_head/hit_my_head/hit_her_head/door_knob/door_handle/by_toddler/by_my_toddler/toddler_kick*/toddler_headbutt*/by_baby/baby_kick*/by_my_baby/baby_hit/football
      scared/afraid/frightened/terrified > he/she/hell/shell/they > kill*/hurt*/hit*/find*/come/back ! dog_will/dogs_will/the_dog_might/dog_might/cat_will/cat_might/she_will_fall/he_will_fall/shell_fall/hell_fall
      dont_feel_safe/not_feel_safe/feel_unsafe/never_feel_safe ! safe_exercis*/safe_doing/safe_with_exercise*/unsafe_doing/stairs/up_stairs/down_stairs/dont_feel_safe_lift*/dont_feel_safe_bend*/dont_feel_safe_walk*/dont_feel_safe_driv*/dont_feel_safe_doing/dont_feel_safe_in_shower/dont_feel_safe_on_ice/dont_feel_safe_running/safe_lifting/unsafe_lift*/safe_to_lift/in_lift/safe_bend*/safe_to_bend/unsafe_bend*/safe_walk*/safe_to_walk/unsafe_walk*/safe_when_i_walk/safe_driv*/safe_to_drive/unsafe_driv*/safe_when_i_drive/ladder*/on_feet/on_my_feet/safe_running/safe_to_run/unsafe_running/going_for_run/in_shower_alone_slip*/safe_in_shower/unsafe_in_shower/safe_showering/safe_in_bath/unsafe_in_bath/getting_in_bath/out_of_bath/on_ice/icy
      im_not_safe/am_not_safe ! not_safe_on/not_safe_to/not_safe_lifting/not_safe_driving/not_safe_walking/not_safe_bending/not_safe_up/not_safe_with_exercise*/not_safe_with_stairs
      says/said/threatens/threatened/threatening/vows > kill* > me
      kill_me_if_i > leave/tell/go/call
      not_allowed_out/not_allowed_leave/not_allowed_to_leave/not_allowed_money/not_allowed_friends/not_allowed_phone/not_allowed_to_see ! out_of_hospital/hospital_says/hospital_said/hospital_wont/doctor_says/doctor_said/doctors_says/doctors_orders
      i_fear/i_dread > my_husband/my_partner/my_boyfriend/my_ex/my_dad/my_wife/him ! will_lose/might_lose/going_to_lose/lose_his_job/will_leave/might_leave/leave_me/going_to_leave/cant_work/work_too/too_much_work/have_to_work
      HURTER > lash*/lashes/lashed/lashing > out/me
      husband/hubby/wife/partner/boyfriend/girlfriend/ex/stepdad/fiance/missus + hits/hit/beats/beat/batters/battered/kicks/kicked/punches/punched/slaps/slapped/strangles/strangled/chokes/choked/throttles/throttled/chucked + me ! ball/by_accident/accidentally
      HURTER > im_for_it/ill_get_it/ill_cop_it/ill_be_for_it/going_to_get_it/gonna_get_it ! boss/work/coach/teacher
      HURTER > home/back_in/pub > angry/drunk/raging/furious/mood/temper
      HURTER > angry/furious/drunk > with_me/at_me/again/hits/threw
      HURTER > goes_for_me/went_for_me/comes_at_me/came_at_me/kicks_off/kicked_off_at/flies_off/flew_off/loses_it/sees_red/gets_handy/gets_nasty/gets_angry/got_angry/turns_on_me/turned_on_me ! football_kicks/match_kicks/football_started/football_season/the_match_kicked/match_kicked/game_kicked/show_kicks/show_kicked/the_show_kicks
      forced_marriage/forced_to_marry/forced_into_marriage/forcing_me_to_marry/make_me_marry/making_me_marry/made_me_marry/dont_want_to_marry
      HURTER > made_me_fall/makes_me_fall/made_me_trip/tripped_me/trips_me ! dog_made/dog_tripped/dog_trips/dog_makes/cat_made/cat_tripped/cat_trips/cat_makes/toddler_made/toddler_tripped/toddler_trips/toddler_makes/baby_made/baby_tripped/baby_trips/baby_makes
      brought_shame/bring_shame/family_honour/honour_based/honour_killing
      HURTER > outside/door/next_room/other_room/here/coming >> knife/gun/hammer/bat/kill*_me/hurt_me/hit_me/get_me ! baseball/cricket = danger
      HURTER > got/has/have/with/had/pulled/held > knife/gun/machete/hammer > me/at/door/throat/my ! kitchen_knife_set
      threat*/threats + against/from/to > me/HURTER ! health
      HURTER > threat*/threaten*/threatens ! to_cancel/snow
      HURTER > find/finds/kill/follow/get > me ! find_me_funny/finds_me_funny/attractive/get_me_up/gets_me_up/getting_me_up/kill_me_up/find_me_a_job/find_me_a_physio/find_me_a_chair/finds_me_a/find_me_a_cushion/finds_me_a_cushion/find_me_a_seat/get_me_a/finds_me_a_chair/finds_me_a_seat/gets_me_a/get_me_some/get_me_to/find_me_annoying/finds_me_annoying/get_me_help/find_me_help/gets_me_help/help_get/get_me_out/gets_me_out/help_me_out/find_me_out_how
      HURTER > not/doesnt/dont/cant/mustnt/didnt/wont > know/see/find/hear > this/im/doing/here/wrote ! know_what/see_what/knows_what/find_out_what/know_why/see_why/find_out_why/doing_why/know_how/see_how/find_out_how/hear_how/know_where/see_where/find_where/find_out_where
      dont/didnt > let/want > HURTER > see/know/find/read/hear
      delete/deleted/hide/hidden/clear > before > HURTER
      gets_home/comes_home/comes_back/walks_in/wakes_up > HURTER && delete/hide/quick*/before_he/before_she
      make/makes/made/making/force/forcing/send/sending > me > marry/abroad ! work
      going_to_send_me_abroad/sent_abroad_to_marry/taken_abroad_to_marry
      get/gets/getting/got/am/im/being > hit/beaten/hurt/slapped/kicked/punched > home
      HURTER > twist*/bent/bend*/yank*/squeez*/stood_on/sat_on > my > arm/wrist/hand/fingers/leg/neck ! physio_hurt*/physio_push*/physio_pull*/physio_twist*/physio_he/physio_she/physio_beat*/massage_hurt*/massage_and_he/massage_she/massage_he/during_massage/thai_massage/massage_lady/massaging/osteo*_hurt*/osteo*_push*/osteo*_he/osteo*_she/chiro*_hurt*/chiro*_push*/chiro*_he/chiro*_she
      HURTER > follows/followed/following/stalks/stalking > me ! follow_exercise*/following_exercise*/exercise_video*/instructions/blog/my_running_route
      HURTER > takes/took/keeps/spends/controls > my > benefits/wages/money/card/pension/tablets/medication/phone/passport ! pharmacist_takes/pharmacist_took/pharmacy_took/pharmacy_takes/by_mistake/prescription_charge*/collect_prescription/for_prescription/prescription_for/for_repair/to_repair/phone_repair/repair_shop/mended/fixed/to_charge`,
  },
]
