/** What is listened for: not wanting to live, and not being safe at home. The language of the lines is told in `sign.ts`. Data only. */
import type { DangerSign } from './sign.ts'

/** The signs of this group, in the order of the check. */
export const lifeAndHome: readonly DangerSign[] = [
  {
    question: 'I3',
    says: 'not wanting to live',
    kind: 'plea',
    lines: `
      WANT > KILL & tonight/plan*/tomorrow/today/pills/tablets/rope/bridge/train/knife/decided/note ! before_i_die/until_i_die = plan
      going_to/gonna/gona/gunna/im_going_to/will/about_to/planning_to/plan_to/planning/decided_to/ready_to > KILL ! if_this/laugh*/boredom = plan
      hang*_myself/hanging_myself > tonight/tomorrow/plan* = plan
      WANT > KILL ! party/picture/laugh*/before_i_die/young
      WANT > die/dead ! laugh*/young
      want/wish/just_want > end/over/stop > everything/forever/for_good/it_all
      kill/killing/hang/hanging/harm/harming/top/drown/shoot/unalive/off/gas/finish + myself/meself/my_self/himself/herself
      do/doing > myself/meself + in
      SUICIDE ! prevention/squad/sprint*/machine/film
      end/ending/take/taking + life/my_life/own_life/it_all/my_own ! care/easy/slow/steady/in_my_stride
      end_it/ending_it/end_things/ending_things/end_everything/finish_it_all ! call/email/relationship/marriage/contract/phone_call
      better_off + dead/without/gone
      better/better_off + without_me/if_i/dead ! job
      no/any/what/whats/see_the/see_any/little/not_much/see + point/reason/use > LIVE/living/anything/anymore/any_more/me/on ! physio/exercise*/stretch*/scan/gp/mri
      whats_the_point ! of_physio/of_stretch*/of_exercise*/of_physiotherapy/of_this_exercise/stretching
      dont_want/dont_wanna/do_not_want/dont_wish/not_want/do_not_wish/dont_deserve/didnt_want/no_longer_want > LIVE ! long_time/pain_with/like_old
      wish/wished + i/id > was/were/hadnt/never/had + dead/born/woken/died/gone
      wish > dead/not_wake/wouldnt_wake/never_wake/dont_wake/never_been_born/didnt_wake/not_wake_up
      never_wake_up/dont_wake_up/wouldnt_wake_up/wont_wake_up/never_waking_up
      life/living > not_worth/isnt_worth/no_point/not_worth_living/unbearable/pointless/aint_worth/over/worthless/no_meaning
      not_worth + living/it_anymore/going_on/carrying_on
      worth_living ! still/definitely
      cant_go_on ! holiday/holidays
      cant_carry_on/cant_keep_going/cant_do_this/cant_live ! exercise*/stretch*/stairs
      cant_do_this_anymore/cant_do_this_any_more/cant_do_it_anymore/cant_take_it/cant_take_this/cant_take_any_more/cant_take_anymore/cant_cope/cant_bear_it/cant_face + anymore/any_more/much_longer/longer/now/another_day ! ibuprofen/codeine
      cant_take_it/cant_take_any_more/cant_take_much_more/cant_face_another/cant_cope ! ibuprofen/codeine/stairs/shoes
      had_enough_of_living/had_enough_of_everything/enough_of_life/tired_of_life/tired_of_living/sick_of_life/sick_of_living/fed_up_of_living/fed_up_with_living/fed_up_of_life/given_up_on_life/giving_up_on_life/give_up_on_life/give_up_on_living/hate_being_alive/lost_the_will/lost_will_to_live/no_will_to_live/lose_the_will
      no_reason/nothing/nothing_left + live/living/live_for/go_on
      only_way_out/no_hope
      nobody/noone/no_one/no_body > miss/care/cares/notice ! at_work/bus
      a_burden/burden_to/burden_on ! tax
      thoughts/thinking/thought/think* + suicid*/death/dying/ending_it/ending_my_life/ending_things/hurting_myself/harming
      jump* + off/in_front/from > bridge/train/building/roof/balcony/cliff/car/bus/lorry/platform ! sport = plan
      throw* + myself > train/bridge/car/window/cliff/bus/stairs = plan
      saved_up/saving_up/stockpil*/hoard*/collecting/got + tablets/pills + ready/enough/tonight = plan
      tablets/pills/rope/noose/knife/razor + ready/out/counted = plan
      got_the_tablets_ready/got_a_rope/got_the_pills = plan
      suicide_note/goodbye_note/goodbye_letter/written_a_note/wrote_a_note/written_my_note/said_my_goodbyes/goodbye_letters/ive_written_a_note = plan
      slit*/cut*/cutting/slash* + wrist*/wrists ! shaving/cooking/glass/gardening
      cutting_myself/cut_myself/cuts_herself/cuts_himself/burning_myself/hurting_myself/been_cutting/hurt_myself_on_purpose ! shaving/chopping/cooking/kitchen/paper/lifting/gardening/by
      want/WANT + hurt + myself ! dont/dont_want
      do_something_stupid/do_something_silly/something_drastic
      dark_thoughts/bad_thoughts
      throw_in_the_towel + life
      disappear* > for_good/forever/for_ever
      kys
      want_out ! chair/office/meeting/car/job/marriage/relationship/contract/club/of_bed/of_here/of_this_chair
      sick/tired/fed_up/weary > being > alive/here ! stuck/indoors/off/home
      cant_see/see_no > way_out
      no_way_out ! trip/work/meeting/party
      cant_do_life/hate_life
      better_off > not_here/not_around/not_alive
      done_with + living/life/everything/it_all/this_world
      dont_see_why/see_why > carry/go/live/bother
      sleep_forever/sleep_for_ever/go_to_sleep_and_never/not_wake ! comfy/comfortable
      thinking_of_jumping/think_about_jumping/thinking_about_jumping/thought_of_jumping
      goodbye_world/goodbye_everyone/goodbye_all/this_is_goodbye/saying_goodbye ! chair/job/mattress/friend*/sofa/school
      give_up_on_everything/nothing_left_for_me
      tried_to_kill/tried_to_hang/tried_to_end/tried_to_top/attempt*_suicide/suicide_attempt = acted
      overdose* > on_purpose/tonight/deliberate* = acted
      took/taken/swallowed > PILL/PARA/OTHERPILL > to_die/kill_myself/end_it/on_purpose = acted
      WANT > take > MANY/all/every > PILL/PARA/OTHERPILL = plan
      rather > dead/die/not_be_here ! than_work/surgery_again
      easier/better + if_i + wasnt/died/werent/was_dead/was_gone
      make_it_all_stop
      dont_see_a_future/no_future/dont_see_the_point/cant_see_a_way
      take/taking/took/swallow*/swallowing > them_all/all_of_them/the_lot/whole_lot & PILL/PARA/OTHERPILL/look*/think*/thought* ! photos = plan
      better/better_off >> without_me/me_gone/me_dead/if_i_wasnt/if_i_was_gone
      family/kids/everyone/wife/husband/mum/they/world > better > me_gone/without/gone
      been/am/keep/started/back_to/again + cut*/cutting + again/myself
      cutting_again/cut_again/harming_again ! glass/grass/hedge/hair/carbs/lawn
      wish/hope/pray > wont_wake/not_wake/dont_wake/didnt_wake/never_wake
      thought*/thinking/think* > jump*/jumping
      no_reason > keep_going/carry_on/live/go_on/stay/be_here
      want > stop/end/over > for_ever/forever
      think*/thinking/thought*/thoughts/want*/feel_like > driv*/walk*/step*/crash* > into/off/under/front > tree/traffic/wall/river/sea/train/lorry/bridge/road/cliff ! fear = plan`,
  },
  {
    question: 'I4',
    says: 'someone hurting you, or not being safe at home',
    kind: 'plea',
    lines: `
      HURTER > BLOW + ME ! to_exercise/to_do/to_go/to_see/to_rest/to_walk/to_work/to_move/to_get/birthday/wheelchair/toy/massage/physio/osteo*/chiro*/trolley/feelings/judo/rugby/sparring/boss_is
      HURTER > BLOW > ME ! to_exercise/to_do/to_go/to_see/to_rest/to_walk/to_work/to_move/to_get/birthday/wheelchair/toy/massage/physio/osteo*/chiro*/trolley/feelings/judo/rugby/sparring/boss_is/limit*/harder
      BLOW + me > HURTER ! car/bike/van/lorry/ball
      got/been/being/was/getting/gets + beat*/beaten/hit/punched/kicked/attacked/assaulted/mugged/raped/battered/jumped/strangled/abused/stabbed/bullied/pushed/shoved/knocked + by + HURTER ! boss
      pushed/hit/kicked/punched/shoved/beaten/slapped/thrown/choked/hurt + by + HURTER ! boss/ball
      got/been/being/was/getting/gets + beaten/hit/punched/kicked/attacked/assaulted/mugged/raped/battered/jumped/strangled/abused/stabbed/bullied/pushed/shoved ! by_a/boss/down_by/ball/golf/wave
      beaten_up/beat_up/beats_me/beat_me/hits_me/hit_me/kicked_me/punched_me/pushed_me/slapped_me/hurts_me/strangled_me/choked_me/attacked_me/shoved_me/threatens_me/threatened_me/hurting_me/hitting_me/abuses_me/pushes_me/kicks_me/grabbed_me/throws_me/threw_me/forced_me ! to_exercise/to_do/to_go/to_see/to_rest/to_walk/to_work/to_move/to_get/birthday/wheelchair/physio/osteo*/chiro*/wave/golf/horse/cow/back_is/it_hits/exercise*/stretch*/sitting/bending/bull/ram/washing
      not_safe/unsafe/dont_feel_safe/not_feel_safe/isnt_safe > home/with/here/him/her/house ! exercise*/stretch*/shower/stairs
      in_danger/living_in_fear ! back
      AFRAID > HURTER
      scared/afraid/frightened/terrified + to_go_home/go_home/going_home
      scared/afraid/frightened/terrified > him/her/my_husband/my_partner/my_boyfriend/my_wife/my_ex/my_dad/my_son/my_girlfriend
      domestic + abuse/violence/violent
      abusive/controlling/violent/coercive + HURTER/relationship/home/marriage/husband/partner
      HURTER > violent/abusive/aggressive/controlling ! games/film
      coercive_control
      wont_let_me + leave/out/go/see/have/phone/call/speak ! boss/back/spine/pain
      mugg*/assault*/raped/rape/molested/sexually
      someone/somebody/HURTER > did_this_to_me/did_it_to_me/done_this_to_me/does_this_to_me
      did_this_to_me ! lifting/garden*/gym
      he_lashes_out/hits_out/lays_into_me/laid_into_me/raises_his_hand/raised_his_hand/lost_his_temper_and
      got_in_a_fight/got_into_a_fight/had_a_fight/been_in_a_fight ! dog*/cat*
      hands/hand > round/around > throat/neck ! yoga/massage
      gets_physical/got_physical/controls_me/controlling_me/made_me_bleed/gave_me_a_black_eye/frightens_me ! therapy/exercise/thought/pain/physio
      stamped_on/stamps_on ! foot/toe
      rough_with_me/locks_me/locked_me/takes_my_money/controls_my_money/threw_things/throws_things/hurts_me
      HURTER > rough/cruel/nasty > ME
      scared/afraid/frightened/terrified > of_what/what + he/she/they
      HURTER > slap*/slaps/hits/kick*/pinch*/pinches/spits/shout*/shouts/scream*/threaten*/threatened > me
      frightened/scared/afraid/terrified > my_son/my_daughter/my_carer/my_mum/my_dad/my_brother/my_ex/my_husband/my_wife/my_partner/my_boyfriend/my_girlfriend
      in_law > BLOW > ME
      lock*/locks/locked > me > in/out/up ! car/myself/by_accident/keys`,
  },
]
