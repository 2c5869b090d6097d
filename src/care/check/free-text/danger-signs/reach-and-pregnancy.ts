/** What is listened for: not getting up, pain that no position eases, pregnancy and birth. The language of the lines is told in `sign.ts`. Data only. */
import type { DangerSign } from './sign.ts'

/** The signs of this group, in the order of the check. */
export const reachAndPregnancy: readonly DangerSign[] = [
  {
    question: 'I5',
    says: 'being stuck, and not getting to a toilet or a drink',
    kind: 'sign',
    lines: `
      im/am/been/lying/laid/still > on > floor/ground > and/alone/phone/hours/hour/ages/help ! for_exercise*/for_my_exercise*/floor_doing_exercise*/hours_doing_exercise*/alone_doing_exercise*/day_doing_exercise*/floor_doing_my_exercise*/hours_doing_my_exercise*/floor_doing_stretch*/hours_doing_stretch*/alone_doing_stretch*/day_doing_stretch*/floor_doing_my_stretch*/hours_doing_my_stretch*/do_stretch*/do_my_stretch*/floor_doing_yoga/hours_doing_yoga/alone_doing_yoga/day_doing_yoga/for_yoga/yoga_on/yoga_mat/few_minutes/ten_minutes_helps/minutes_helps/minutes_help/alone_for_ten_minutes_helps/5_minutes_helps/couple_of_minutes/minutes_each/minutes_a_day/playing_with/playing_on/playing_alone/playing_lego/heat_pack/heat_pad/with_heat/heat_on/it_helps/floor_helps/that_helps/which_helps/this_helps
      nobody/noone/no_one/cant/couldnt > lift/get/help/pull > me > up/off ! motivat*/up_out_of_bed_for_work/bed_for_work/bed_for_school/out_of_bed_in_morning/up_for_work/off_work/out_of_work/up_for_school/off_school/out_of_bed/up_at_night/night_up
      reach > phone && floor/ground/stuck
      stuck/trapped/stranded > floor/ground/bath/carpet ! car_stuck/car_is_stuck/car_trapped/stuck_car/bike_stuck/bike_is_stuck/stuck_bike/bike_trapped/phone_stuck/phone_is_stuck/phone_trapped/stuck_phone/sofa_bed/a_minute/half_a_minute/for_a_minute/one_minute/few_minutes/ten_minutes/five_minutes/2_minutes/5_minutes/10_minutes/15_minutes/couple_of_minutes/couple_minutes
      floor/ground/bath > cant/couldnt > get_up/move/stand/rise
      cant/couldnt > get_up/get_off/get_out/rise/lift_myself/move > floor/ground/bath ! to_play/play_on/playing_on/play_with/floor_toys/toys_are/toys_on/tidy_toys/with_kids/with_my_kids/kids_play/for_kids
      been/am/im/lying/laid/lay > on_floor/on_the_floor > hours/ages/all_night/all_day/since ! floor_doing_exercise*/hours_doing_exercise*/alone_doing_exercise*/day_doing_exercise*/floor_doing_my_exercise*/hours_doing_my_exercise*/do_exercise*/do_my_exercise*/floor_doing_stretch*/hours_doing_stretch*/alone_doing_stretch*/day_doing_stretch*/floor_doing_my_stretch*/hours_doing_my_stretch*/do_stretch*/do_my_stretch*/floor_doing_yoga/hours_doing_yoga/alone_doing_yoga/day_doing_yoga/do_yoga/for_yoga/yoga_on
      fell/fallen > cant/couldnt > get_up
      cant/couldnt > stand/stand_up > at_all/even_with
      cant/couldnt > stand_at_all/stand_up_at_all/get_up_at_all/get_out_of_bed_at_all/move_at_all/get_up_even_with
      cant/couldnt > get/reach/crawl/make/walk > TOILET ! at_night/during_night/in_the_night/in_night/quick_enough/quickly_enough/quickly/any_quicker/fast_enough/very_fast/any_faster/in_time/on_time/without_pain/without_wincing/without_it_hurting/without_hurting/to_pee_often/pee_often
      cant/couldnt > get/reach > drink/water/glass_of_water/kitchen ! kitchen_shelf/top_shelf/high_shelf/kitchen_shelves/kitchen_cupboard/top_cupboard/high_cupboard/cupboard_in_kitchen
      nobody/noone/no_one/alone/on_my_own && stuck/trapped ! stuck_in_mood/stuck_in_a_mood/trapped_in_mood/in_a_mood
      stuck/trapped > in_bed/on_sofa/on_the_sofa/on_the_toilet/on_the_loo > nobody/noone/alone/hours/cant
      lying_here/laid_here/lay_here/stuck_here >> nobody/no_one/alone/cant_get_up ! nice_and_comfy/so_comfy/all_comfy/comfy_on/nice_and_comfortable/so_comfortable/quite_comfortable/im_comfortable
      been > kitchen_floor/bathroom_floor/bedroom_floor/hall_floor/landing_floor/hallway_floor > since/hours/all_night/all_day ! clean*/lay*/tiling/tiles/mop*/paint*/working
      lino/tiles/rug/landing/patio/lawn/shower_tray/pavement/path/carpet > cant/couldnt/CANNOT > get_up/get_myself/move/stand_up/stand ! tiling/lay*/clean*/hoover*/mow*
      been/lying/laid/flat/down > lino/tiles/landing/patio/lawn/shower_tray/hallway > since/hours/all_night/all_day/nobody/no_one/alone ! tiling/clean*/hoover*/mow*/lay*/paint*`,
  },
  {
    question: 'F3',
    says: 'pain that goes on in every position',
    kind: 'sign',
    lines: `
      never/doesnt/wont/not/no > lets_up/let_up/letting_up/let_up_at_all
      no/not_one + position/positions > help*/ease*/eases/comfort*/work*/relie*/better
      no_position/not_a_position > help*/ease*/relie*/comfort*
      night/nights > wakes/wake/waking > nothing > eases/helps/touches/relieves
      whatever/whichever/every/any > position/positions > same/hurts/never/no_relief/no_different/just_as_bad
      nothing/no_way > eases/ease/helps/relieves > night/bed/lying/sleep/1_am/2_am/3_am/4_am/5_am ! nothing_wrong/nothing_is_wrong/nothing_seems_wrong
      same > whatever/however/any > position/positions/way_i_lie/way_i_sit/i_lie
      whatever/whichever/however > way_i_lie/i_lie/i_turn/i_lay/side_i_lie >> night/sleep/awake
      night/sleep/bed/awake >> whatever/whichever/however/any > way_i_lie/way_i_turn/i_lie/i_turn/i_lay/way_i_lay/side_i_lie
      wakes/woken/wake/woke/waking/awake > night/nights/hours && nothing > helps/eases/help/ease/works/touches/relieves/shifts/shift/stops/settles/soothes/budges
      pace/pacing/walk/walking > floor/house/room/landing > night/dawn/till/until/1_am/2_am/3_am/4_am/5_am ! with_baby/with_the_baby/rocking_baby/holding_baby/with_dog/walk_dog/dog_needs/dog_out/at_work/for_work/night_shift/shift_work
      night/nights/wakes/wake/sleep/bed >> no_way_to_lie/no_way_i_can_lie/no_way_i_lie/no_way_i_sit/no_way_i_put/no_comfy_way/no_position_is/nowhere_comfy
      night/nights >> whatever/any/every > position/positions ! position_helps/positions_help/helps_me_sleep/any_position_helps/position_fine/position_is_fine/positions_are_fine/sleep_fine/position_comfy/position_is_comfy/positions_comfy/im_comfy
      whatever/any/every > position/positions >> night/nights/wakes/woke ! position_fine/position_is_fine/positions_are_fine/im_fine/position_ok/position_is_ok/im_ok/ok_at_night/position_good/position_is_good/good_night/good_at_night/position_eases/eases_at/position_helps/positions_help/helps_at
      night/nights/morning/awake/sleep >> no_way_i_turn/no_way_i_lay/no_way_i_move
      night/nights/morning/awake/sleep/woken/wakes/bed >> no_way_of_lying/no_way_of_sitting/no_way_of_sleeping/no_side/no_side_to_lie/whichever_way_i_am
      no_way_of_lying > stops/helps/eases/better/works ! fine`,
  },
  {
    question: 'aortic',
    says: 'Marfan syndrome, or a weak main blood vessel',
    kind: 'history',
    lines: `
      marfan*/marfans/marphan/marfarns/morfans
      loeys_dietz/vascular_ehlers/vascular_eds/veds/ehlers_danlos_vascular/ehlers_danlos_type_4
      aortic > dissection/aneurysm/disease > family/brother/sister/mum/dad/mother/father`,
  },
  {
    question: 'clotRisk',
    says: 'something that makes a blood clot likelier',
    kind: 'history',
    lines: `
      microgynon/rigevidon/yasmin/marvelon/cilest/gedarel/femodene/evra/nuvaring/combined_pill = hormones
      on/take/taking > contraceptive/contraception/birth_control > pill/pills/patch/ring ! mini_pill = hormones
      hrt + tablet*/pill* = hormones
      flew/flown/flight > last_week/yesterday/days/week/weeks/long_haul ! years_ago/years_back/months_ago/months_back/birds = journey
      long_haul ! long_haul_covid/long_covid/long_haul_truck*/truck_driver/long_haul_trucking/long_haul_driver/lorry_driver/long_haul_lorry = journey
      LEG/knee/ankle/foot/im/am > in > plaster/cast ! plaster_of_paris = stillness
      operated/operation/op/surgery/replacement > week/weeks/days/yesterday/month ! years_ago/years_back/waiting_for_op*/waiting_for_surgery/waiting_for_my_op*/waiting_list/in_two/next_week/next_month/next_year/next_few/op_booked/surgery_booked/operation_booked/op_is_booked/dog_op*/dogs_op*/dog_had/dog_has/cat_op*/cats_op*/cat_had/cat_has = stillness
      pill > combined ! mini_pill/water_pill* = hormones
      flew/flown/fly/flight > australia/america/usa/thailand/india/china/japan/bali/singapore/canada/zealand ! years_ago/years_back/flight_booked/booked_flight*/flights_booked/have_booked/next_week/next_month/next_year/next_summer/want_to_fly/want_fly/want_to_go/want_flight = journey`,
  },
  {
    question: 'pregnancy',
    says: 'being pregnant, or a recent birth',
    kind: 'sign',
    lines: `
      dx im/am/i + pregnant/preggers/preggo/preg/expecting = pregnant
      dx n4 + week*/months + pregnant/preggers/preggo/preg/gone = pregnant
      dx pregnant > with > first/second/third/twins/my = pregnant
      dx my_bump/baby_bump/my_due_date/due_date_is/baby_is_due/baby_due/twins_due ! bump_in_road/on_head = pregnant
      dx trimester = pregnant
      dx could_be_pregnant/may_be_pregnant/period_is_late/late_period/missed_my_period/missed_period = maybe
      dx might_be/maybe/possibly/think_im/think_i_am + pregnant/preggers/preggo = maybe
      dx period/periods > late/overdue ! pain*/ache*/cramp*/late_at_night/later = maybe
      dx stillbirth/still_birth/stillborn > days/day/week/weeks/month/ago ! years = birth6w
      dx had/have_had/given_birth/gave_birth/giving_birth > baby/birth/twins/c_section/section/caesarean > days/day/yesterday/last_week/last_weekend ! years = birth6w
      dx gave_birth/given_birth/had_my_baby/had_a_baby/had_the_baby/had_my_twins > week/weeks/month/months > ago ! years = birth6w
      dx gave_birth/given_birth > days/yesterday/today/last_week/recently/just = birth6w
      dx just > had/given_birth/gave_birth > baby/birth/twins/section ! shower/bath = birth6w
      dx c_section/caesarean/section > days/day/yesterday/last_week/weeks_ago/week_ago ! years = birth6w
      dx n2 + day*/week* + old + baby/son/daughter/twins/newborn/boy/girl = birth6w
      dx day*/week* > postpartum/post_partum/postnatal/post_natal ! years = birth6w
      dx my/mum/mother/have/got > newborn/new_born ! nephew/niece/grandson/granddaughter/puppy/years = birth6w
      dx breastfeeding > n2/my/weeks/days/newborn ! nephew/niece/year/years/toddler = birth6w`,
  },
]
