/** What is listened for: blood thinners and too many painkillers. The language of the lines is told in `sign.ts`. Data only. */
import type { DangerSign } from './sign.ts'

/** The signs of this group, in the order of the check. */
export const medicines: readonly DangerSign[] = [
  {
    question: 'I1',
    says: 'a blood thinner, or bleeding easily',
    kind: 'medicine',
    lines: `
      THINNER ! stopped_years/used_to_be/used_to_take/for_horse/for_dog/for_cat
      rat_poison + PILL/drug/drugs
      blood > NOTS > clot*`,
  },
  {
    question: 'I2',
    says: 'too many painkillers',
    kind: 'sign',
    lines: `
      TOOK > every/all + PARA/PILL/OTHERPILL > house/cupboard/cabinet/had
      more_than/over/above > n8 > PARA/PILL >> allowed/limit/max = overParacetamol
      n9 > PARA ! am_i_allowed/are_you_allowed/limit_is/max_of/maximum_of/within_limit*/never_more_than = overParacetamol
      PARA > n9 ! PACKET/out_of/of_10/pain_is/pain_at/pain_was/pain_score/pain_level/pain_about = overParacetamol
      n7 > OTHERPILL ! PACKET = overOther
      n9 + PILL ! PACKET
      n4 > PARA >> n4 ! yesterday/day/DAILY/pain/score/out_of/PACKET/steps/reps/tea/coffee/hours/ibuprofen/codeine/pills/tablets_left
      n4 > PARA >> same_again/another_lot/then_more ! yesterday/day/DAILY/PACKET
      TOOK > n9 > PILL ! PACKET
      PILL > n9 + DAILY ! PACKET
      TOOK > MANY > PARA ! PACKET = overParacetamol
      MANY > PARA ! PACKET/advice/box_in/box_in_house/boxes_in_house/packet_in_house/pack_in_house/does_nothing = overParacetamol
      TOOK > MANY > PILL/OTHERPILL ! PACKET
      MANY > PILL/OTHERPILL ! PACKET/box_in_house/boxes_in_house/packet_in_house/pack_in_house/prescribed/different/on_a_lot_of/side/dont_agree/dont_like/dont_want
      PARA/PILL/OTHERPILL > MANY ! PACKET/box_in_house/boxes_in_house/packet_in_house/pack_in_house/left/prescribed/help*
      TOOK > MANY ! ate_too_much/eaten_too_much/eat_too_much/all_the_body/PACKET/time_off/too_much_sleep/hours_sleep/weight/off_work/too_much_work/work_on/rest/on/days/pain/fun/too_much_walk*/walking/steps/hot_bath/too_many_baths/care/clothes
      took/taken/taking/swallowed/necked/popped > loads/too_many/too_much > pain/sleep ! time_off/off_work/too_much_work
      PARA/PILL/OTHERPILL >> OVER ! PACKET
      OVER >> PARA/PILL/OTHERPILL ! PACKET
      TOOK > OVER ! weight/work
      double_dosing/double_doses/doubling_doses/doubledosing/triple_dosing/doubling_my/doubling_the/more_than_it_says/more_than_the_packet_says/more_than_i_should/more_than_youre_supposed/doubled_my/doubled_the/double_my/double_dose/twice_the_dose/triple_dose/doubling_up/over_the_limit/doubled_up/extra_dose ! weigh/eat_more_than/eating_more_than/double_drink*/drink_more_than/drinking_more_than/sit_more_than/sit_longer/sitting_more/spend_more/spending_more/weight/double_lift*/lift_more/lifting_more
      more_and_more + PILL/PARA/OTHERPILL
      more > PILL/PARA/OTHERPILL > than_i_should/than_it_says/than_packet/than_you_should/than_allowed/than_recommended/than_prescribed/than_directed/than_label/than_advised
      more >> than_i_should/than_it_says/than_the_packet/than_you_should/than_allowed/than_recommended/than_im_meant/than_im_supposed/than_prescribed/than_directed/than_the_label/than_advised/than_stated & PARA/PILL/OTHERPILL
      n2 + times + dose/max/limit
      PILL/PARA/OTHERPILL > lost_count
      lost_count/lost_track > PILL/PARA/OTHERPILL/how_many
      took/taken/swallowed/necked > them_all/all_of_them > in_one_go/at_once/same_time ! photo*/all_kids/photos_of_kids/all_dogs/all_steps/these_steps/steps_in_one_go/all_stairs/these_stairs/stairs_in_one_go/classes
      not_counting/stopped_counting > how_many/PILL/PARA/OTHERPILL ! calories/reps/steps
      months_worth/month_worth/weeks_worth/week_worth/days_worth > PILL/PARA/OTHERPILL & TOOK ! delivery/pharmac*/prescription/holiday/with_me
      ninth/tenth/eleventh/twelfth/thirteenth/fourteenth/fifteenth/sixteenth/eighteenth/twentieth > PARA/PILL/OTHERPILL
      took/taken/swallowed/necked/popped > n4 > at_once/in_one_go/all_in_one ! steps_at_once/steps_in_one_go/stairs_at_once/stairs_in_one_go/photo*
      n2 > every + hour/half_hour >> PARA/PILL/OTHERPILL
      gram/g > every + nle3/hour/couple
      cant_remember/forgotten/forgot/not_sure/no_idea/dont_know > how_many > PARA/PILL/OTHERPILL ! i_can_take/i_can_have/can_i_take/can_i_have/i_should/should_i/allowed_to/to_take/is_safe/are_safe/safe_to
      OVERDOSE ! on_gardening/on_chocolate/of_chocolate/on_food/of_food/christmas_dinner/christmas_food/of_sun/on_sun/on_curry/on_sugar/of_sugar
      too_many > PILL/PARA/OTHERPILL
      n2 + packet*/packets/packs/boxes/box/strips/strip > PARA/PILL/OTHERPILL ! bought/have/got/box_in_house/boxes_in_house/packet_in_house/pack_in_house
      nMg + mg > PARA = overParacetamol
      PARA > nMg + mg = overParacetamol
      n5 + grams/gram/g > PARA = overParacetamol
      PARA >> every/hourly + nle3/hour/hr/few/HOUR ! PACKET
      n2 > PARA/PILL/OTHERPILL >> every + nle3/hour/hr/couple
      every + hour/hr/nle3 + HOUR >> PARA/PILL/OTHERPILL
      PARA/PILL/OTHERPILL > like_sweets/like_smarties/like_candy/like_there
      whole_packet/whole_box/whole_strip/whole_bottle/handful_of_pills/handful_of_tablets & TOOK ! crisps/biscuits
      too_much + PARA/PILL/OTHERPILL/medicine/medication/codeine
      all_my/all_of_my/all_the + PILL/PARA/OTHERPILL & TOOK
      gram* + twice
      boxes/packets/packs/box/packet > PILL/PARA/OTHERPILL > gone/finished/through
      PARA/OTHERPILL/PILL > every_hour/hourly/every_couple_of_hours/every_two_hours/every_half_hour/each_hour
      twice_as_many/twice_as_much/three_times_as_many/double_what/twice_what/more_than_twice
      TOOK > whole/entire/full > strip/box/packet/pack/bottle ! crisps/biscuits/sweets/bottle_of_water/water_bottle
      more_than/over/above > n8 > PARA/PILL ! PACKET = overParacetamol
      twice/double/triple > PILL/PARA/OTHERPILL/dose/tablets
      n4 > PARA >> every + nle3/hour/hr/couple = overParacetamol
      mix*_up/mixed_up/muddle* > PILL/PARA/OTHERPILL ! mix*_up_gym/mix*_up_my_gym/mix*_up_workout*/mix*_up_my_workout*/mix*_up_squats
      PILL/PARA/OTHERPILL > wifes/husbands/mums/dads/nans/partners/neighbours/friends/mates > aswell/as_well/too
      mine > wifes/husbands/mums/dads/nans/partners > PILL/PARA/OTHERPILL
      forgot* >> TOOK > twice/again/another/second
      TOOK > PILL/PARA/OTHERPILL > twice ! twice_a_day/daily/yesterday/week/per/twice_today/so_far
      by_mistake & PILL/PARA/OTHERPILL > twice/double/two
      PARA > PARA ! PACKET/or/instead/dont/cant/allergic/not/never
      n4 > PARA/OTHERPILL > at_once/in_one_go/together/same_time ! PACKET
      overdid/overdone/overdo/overdoing > PILL/PARA/OTHERPILL
      swallow*/necked/downed/popped/guzzl* + lot + them ! lot_of_water
      swallow*/necked/downed/popped/took/taken + the_lot/whole_lot/every_last_one/every_single_one ! lot_of_it/lot_to_tip/to_tip
      n2 > PARA/PILL/OTHERPILL >> more/another > hour/half_hour + later/after
      n2 > PARA/PILL/OTHERPILL >> more/another > nle3 + HOUR + later/after
      above/over/beyond/past > max/maximum > dose/amount/daily ! never_over/not_over/never_above/not_above/never_go/not_gone/dont_go/wouldnt_go/not_past/never_past
      lost_track/lost_count >> had/took/taken/taking > n2/them ! track_of_time/all_time/weight/reps/steps/stretch*
      TOOK > n2 > every + hour ! stretching_breaks/stretch_breaks/stretches_every/breaks_every/walks_every/steps_every/exercises_every/breaths_every/cups_every/tea_every/coffee_every/water_every/break_every/walk_every/breath_every/stretch_every/teas_every/coffees_every/minutes_every/biscuits_every/glasses_every
      TOOK > n2 > every + couple/nle3 > HOUR ! stretching_breaks/stretch_breaks/stretches_every/breaks_every/walks_every/steps_every/exercises_every/breaths_every/cups_every/tea_every/coffee_every/water_every/break_every/walk_every/breath_every/stretch_every/teas_every/coffees_every/minutes_every/biscuits_every/glasses_every
      TOOK >> twice > by_accident/by_mistake/accidentally ! same_walk/walk_twice/wrong_bus/bus_twice/wrong
      rest_of > packet/box/strip/bottle/PILL/PARA & TOOK/took ! crisps/biscuits/water/left
      dozen/half_dozen > PARA/OTHERPILL/PILL ! bought/left/prescribed
      PARA > took/taken/ive_had/had > n9 = overParacetamol
      took/taken/ive_had/ive_taken/had/swallowed/necked/popped/downed > n9 > OTHERPILL
      n9 > PARA > max/maximum/limit = overParacetamol
      PARA > n9 > already/so_far/today = overParacetamol
      took/taken/had/having > more > PILL/PARA/OTHERPILL > than_i/than_usual
      TOOK > PILL/PARA/OTHERPILL > twice >> forgot*/by_mistake/mistake`,
  },
]
