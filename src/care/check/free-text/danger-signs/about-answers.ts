/**
 * What is listened for only beside an answer that it makes worse: "it gets weaker by the hour" says nothing by itself, and
 * everything of a leg that was ticked as weak. The language of the lines is told in `sign.ts`. Data only.
 */
import { any, is, maybe, term } from '../../condition.ts'
import type { Condition } from '../../types.ts'
import type { DangerSign } from './sign.ts'

/** A sign that is heard only where the answers say this. */
export interface AnswerSign extends DangerSign {
  readonly when: Condition
}

/** It gets worse, whatever it is. */
const worsening = `
      getting/gets/got/get/gotten/becoming/grows/growing/going/goes + worse/weaker/number/heavier
      worse/weaker/number > by_hour/by_day/by_minute/every_hour/each_hour/every_day/each_day/daily/hourly/since_yesterday/since_last_night/than_yesterday/than_this_morning
      weaker/spreading/spreads/worsening/deteriorating
      worse_and_worse/weaker_and_weaker/more_and_more
      spread/spreads/creeping/creeps/climbing/moving/going/travelling > up/down/higher/further`

const nerveFlags = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9']

/** The signs that are heard only beside certain answers. */
export const aboutAnswers: readonly AnswerSign[] = [
  ...nerveFlags.map(
    (question): AnswerSign => ({
      question,
      says: 'that it is getting worse',
      kind: 'sign',
      when: maybe(question),
      lines: worsening,
    }),
  ),
  {
    question: 'B5',
    says: 'a wound that leaks or looks infected',
    kind: 'sign',
    when: maybe('B5'),
    lines: `
      wound/scar/stitches/incision/dressing/cut & LEAK/pus/weep*/weeping/yellow/green/smell*/smelly/RED/open/opened/SWOLLEN`,
  },
  {
    question: 'D1',
    says: 'very bad tummy pain',
    kind: 'sign',
    when: any(maybe('D1'), is('D1', 'no')),
    lines: `
      TUMMY > n8 + out_of
      n8 + out_of > TUMMY
      TUMMY > n8 > 10`,
  },
  {
    question: 'E7',
    says: 'a fall, a slip or a knock',
    kind: 'sign',
    when: maybe('E7'),
    lines: `
      FALL ! slipped_disc/slipped_disk
      slipped/tripped/stumbled/knocked/bumped/banged/jolted/jerked/sneezed ! slipped_disc/slipped_disk`,
  },
  {
    question: 'clotRisk',
    says: 'something that makes a blood clot more likely',
    kind: 'history',
    when: term('C3_SHARP'),
    lines: `
      operated/operation/surgery/plaster/bedbound/bed_rest/bedridden ! YEARSAGO = stillness
      in + plaster/cast/bed > week/weeks/days ! YEARSAGO = stillness
      flew/flight/flights/long_haul/coach_trip/long_drive ! YEARSAGO = journey
      microgynon/rigevidon/yasmin/marvelon/gedarel/levest/ovranette/evra/nuvaring/combined_pill/the_pill/contraceptive*/hrt/oestrogen/estrogen = hormones
      dvt/blood_clot/clot/clots/embolism/thrombosis/factor_v/antiphospholipid = clotBefore
      CANCER/chemo/chemotherapy = activeCancer
      PREG = pregnant`,
  },
  {
    question: 'F3',
    says: 'pain at night that nothing eases',
    kind: 'sign',
    when: is('F3', 'no', 'rolling', 'eases'),
    lines: `
      nothing/no_position/no_way + eases/ease/helps/help/relieves/stops/works && night/bed/sleep/dawn/3_am/4_am
      pace/pacing/pace_floor/walk_floor/walking_floor & floor/night/dawn/morning/house
      up_all_night/awake_all_night/wakes_me_every/cant_get_comfortable_at_night`,
  },
  {
    question: 'H1',
    says: 'pain that comes in waves',
    kind: 'sign',
    when: term('PREGNANT'),
    lines: `
      every > n2 > min/mins/minute/minutes = tightenings
      every > min/mins/minute/minutes = tightenings
      in_waves/comes_in_waves/comes_and_goes/tightening/tightenings = tightenings`,
  },
  {
    question: 'I2',
    says: 'painkillers on more than one day',
    kind: 'sign',
    when: is('I2', 'overParacetamol', 'overOther', 'notSure'),
    lines: `
      n4 + DAILY
      n2 > days/weeks
      for + a_week/weeks/days/a_month
      all_week/every_day/each_day`,
  },
  {
    question: 'I2',
    says: 'a medicine or an illness that makes too much paracetamol more dangerous',
    kind: 'medicine',
    when: is('I2', 'overParacetamol'),
    lines: `
      carbamazepine/tegretol/phenobarbital/phenobarbitone/phenytoin/epanutin/rifampicin/rifadin/rifinah/isoniazid/st_johns_wort = overParacetamol
      anorex*/anorexia/bulimi*/bulimia/eating_disorder = overParacetamol`,
  },
  {
    question: 'B2',
    says: 'a medicine that hides a fever',
    kind: 'medicine',
    when: is('B2.kind', 'bath'),
    lines: `
      PARA/STEROID/ibuprofen*/nurofen*/naproxen*/diclofenac >> tablets/tablet/capsules/pills >> a_day/daily/all_day/every_day/regularly/round_clock/this_morning ! PACKET/instead_of
      PARA/STEROID/ibuprofen*/nurofen*/naproxen*/diclofenac/aspirin* >> a_day/daily/all_day/every_day/regularly/round_clock/four_hours/this_morning/an_hour_ago/hours_ago ! PACKET/gel/cream*/inhaler*
      all_day/every_day/regularly/round_clock/this_morning >> PARA/STEROID/ibuprofen*/nurofen*/naproxen*/diclofenac/aspirin* ! PACKET/gel/cream*/inhaler*`,
  },
  {
    question: 'I3',
    says: 'a plan to end your life',
    kind: 'plea',
    when: is('I3', 'thoughts', 'notSure'),
    lines: `
      have/got/made/making/ive + a_plan/my_plan/plan/plans ! physio/exercise*/gp/doctor/holiday/work/care_plan/safety_plan/dinner = plan
      picked/chosen/chose/choosing/know/decided > bridge/place/day/date/train/tree/spot/when/how/where = plan
      rope/noose/gun/blade/razor*/bridge/cliff/railway/train_line/train_tracks = plan
      do/doing + it > tonight/tomorrow/today/monday/tuesday/wednesday/thursday/friday/saturday/sunday/weekend = plan
      saved_up/saving_up/stockpil*/hoard*/stash* = plan`,
  },
  {
    question: 'I3',
    says: 'a plan to end your life',
    kind: 'plea',
    when: is('I3', 'no', 'thoughts', 'notSure'),
    lines: `
      SUICIDE/KILL > tonight/tomorrow/monday/tuesday/wednesday/thursday/friday/saturday/sunday/weekend/later = plan
      saved_up/saving_up/stockpil*/hoard*/stash* > PILL/PARA/OTHERPILL && do_it/enough_to/to_do_it/to_end/to_die = plan
      cut/slit/slashed + wrist/wrists & last_night/yesterday/today/this_morning/last_week/again ! glass/tin/cooking/gardening/shaving/accident/by_accident/can = acted
      overdosed/took_an_overdose/od_d/odd_on/taken_an_overdose & last_night/yesterday/today/this_morning ! by_accident/accidentally = acted`,
  },
  {
    question: 'I4',
    says: 'being in danger now',
    kind: 'plea',
    when: is('I4', 'hurt', 'private', 'notSure'),
    lines: `
      outside/next_room/down_stairs/up_stairs/at_door/at_my_door/on_his_way/on_her_way/on_their_way/banging/coming_back/coming_home/back_soon/home_soon/in_house/in_room/can_hear_me/watching_me/locked_in/lock_me/wont_let_me = danger
      knife/gun/hammer/weapon/kill_me/kill_us/strangle*/strangled/choke*/choked = danger`,
  },
]
