/**
 * What the net listens for: for each question, the ways in which it may be said, as lines of a small language.
 *
 * - `NAME` is a meaning of the lexicon, `word` or `two_words` stand for themselves (a star adds the usual endings).
 * - `a/b` is either. `a + b`: next to each other; `a > b`: b within four words after a; `a >> b`: within nine.
 *   `a & b`: either order, within five words; `a && b`: within ten. Small words (my, the, very, of …) never count.
 * - `! X`: not where X stands near. `= value`: the answer that these words state plainly.
 * - Numbers: `n2` is a number of 2 or more (n4, n5, n7, n8, n9), `nle3` of 3 or less, `nC` 38 to 43 and `nCd` the same with a
 *   point, `nF` 100.4 to 110 (read as Fahrenheit), `nMg` over 4,000, `n65` 65 to 110 (an age), `nEarly` 1 to 13 and `nLate` 14 to 42 (weeks).
 *
 * `kind`: a `sign` is quiet when denied, only feared, or long past; a `plea` only when denied ("scared he will hit me");
 * `history` (an illness or medicine) is quiet for other people, fears and questions, a `medicine` for other people only
 * ("could it be the warfarin?" takes it). Lines that begin with `dx` name an illness in a sign question: quiet as a history.
 */

/** One question and how it may be said. */
export interface DangerSign {
  /** Id of the question of the check. */
  readonly question: string
  /** Few words for "You wrote something that may mean: …". */
  readonly says: string
  readonly kind: 'sign' | 'plea' | 'history' | 'medicine'
  readonly lines: string
}

const nerves: readonly DangerSign[] = [
  {
    question: 'A1',
    says: 'numbness or odd feeling between the legs',
    kind: 'sign',
    lines: `
      NUMB/NOFEEL & SADDLE
      NUMB/NOFEEL & GROIN
      NUMB & BUM ! SEAT/chairs/benches/seats
      NUMB & BUM && still/since/hasnt/constant/constantly/all_day/all_night/yesterday/days/day/week*/not_gone/not_going/wont_go/more/worse/spread*/wip*/pee/wee/poo
      NOFEEL & BUM
      dentist & SADDLE/BUM
      NOFEEL + paper
      touch*/scratch* >> SADDLE/there >> nothing
      BUM/SADDLE >> nappy/padding
      feel* >> wearing + nappy
      nothing + SADDLE ! wrong/happen*
      NUMB/NOFEEL > sit/sitting > TOILET
      NUMB > waist > thighs/knees/down
      NUMB > below/underneath
      feel* > sitting + sponge/cushion/pillow/cotton/foam/air/nothing
      NUMB/NOFEEL & WIPE/PAPER
      FEEL & ODD & SADDLE
      ODD & SADDLE
      dead/asleep & SADDLE
      feel* + dead/ODD > BUM
      BUM > feel* + dead/ODD
      BUM > dead/asleep
      ODD & WIPE/PAPER
      NOKNOW & WIPE
      saddle + an*
      sit* >> cushion/nothing_under/nothing_there/not_there
      cant_feel + chair/seat
      cant_feel_myself + WIPE
      no_sense & SADDLE
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
      number + feeling`,
  },
  {
    question: 'A2',
    says: 'a change in peeing',
    kind: 'sign',
    lines: `
      CANT > PEE
      CANNOT > PEE
      CANNOT + start/stop/finish/hold/empty/control > PEE/BLADDER/water
      CANNOT > BLADDER
      BLADDER > CANNOT/full/wont/stopped/asleep/gone/problem*/not_work*/doesnt_work/sleep/retention/numb/bursting/weak
      CANNOT + hold > PEE
      cant_hold_it ! breath
      NONE + PEE ! trouble/problem*/sting*/change*/issue*/control/leak*/loss/symptom*/infection*
      NONE + been + TOILET ! POO
      NONE + PEE + since/today/all
      LEAK & PEE/BLADDER
      LEAK + urine
      LOSTCTRL & PEE/BLADDER
      LOSTCTRL > down_there
      NOFEEL & PEE/BLADDER
      NOKNOW & PEE/BLADDER
      NUMB & PEE/BLADDER ! HAND
      NOKNOW > need* > TOILET/go
      PEE/stream/flow/BLADDER > WONTWORK/nothing/stops/stopped/half_way/halfway/dried_up
      PEE > not_working/isnt_working/wont_work/doesnt_work/but_cant/and_cant/wont_come/wont_start/not_coming/doesnt_come/nothing_comes/stopped/changed/different/slow/weak/stops_and_starts/stop_start/stop_and_start/dries_up/without/itself/takes_ages/takes_forever
      nothing > comes_out/come_out/happens
      nothing_comes
      nothing > PEE
      weak/slow/poor/feeble/thin/intermittent + stream/flow
      leak*/leaking/dribbling/dripping > NOKNOW ! tap/roof/boiler/pipe
      stream/flow > weak/weaker/slow/slower/poor/less/stops/dribble*/trickle*/gone
      minutes/hours/forever/ages >> PEE > start/come
      PEE > in_my_sleep/in_his_sleep/in_her_sleep
      PEE/BLADDER > left_in/still_in/not_all_out/not_empty
      still > PEE > left
      keep_leaking/im_leaking/i_leak/leaking_all/still_leaking ! tap/roof/sink/eyes/nose/bottle/pipe/boiler/wound
      need_to_go > cant/nothing/wont ! work/school/shop*/out/away/home/gym/shopping
      wet_patch/damp_patch > PANTS/NOKNOW/bed/trousers
      catheterized
      stand > ages & PEE/come*
      stand*_there_for_ages
      push*/strain*/press*/force*/squeez*/bear_down/bearing_down > PEE
      push/strain/press > BLADDER/TUMMY > PEE
      wet/wetting/wets/weed/weeing/peed/peeing/pissed/pissing/piss/pisses/pees/wees/pee/wee + SELF ! dog
      wet + PANTS
      pissing/peeing/weeing/pee/wee/urine/piss > down > LEG
      PANTS > wet
      had_an_accident > TOILET/PEE/PANTS
      accident* + PANTS
      accident* & PEE
      accidents/accident & BLADDER/loo/toilet
      dx INCONT
      retention ! fluid
      no_urge & PEE/TOILET/go
      PEE/BLADDER > no_urge
      lost_urge
      need > PEE > nothing/cant/wont/but_cant
      cant_go > PEE
      cant_go + TOILET ! POO
      catheter ! years
      change_in > PEE
      PEE > just + comes/come/came/LEAK
      BLADDER/PEE > LEAK
      dripping & PEE
      self_catheter*
      no/lost/loss/losing/lose/poor/little/zero/hardly_any + BLADDER/PEE + control
      BLADDER > control > gone/lost/poor/bad
      water > wont_come/wont_start/doesnt_come
      few/only/just > drop/drops/drips/dribble/trickle & PEE/TOILET/come*/came/out
      stop_start/stops_and_starts/stop_and_start/start_stop > PEE
      last_peed/last_weed/last_wee/last_pee
      trickle*
      wait* >> PEE > start/come/coming
      BLADDER > not_empt*/not_emptying/doesnt_empty/isnt_emptying/wont_empty
      wet/nappy/pad & LOSTCTRL
      bursting > CANNOT/nothing/cant
      ages/while/forever/minutes > start*/get_going/get_started > PEE
      takes/taking > ages/while/forever/long > PEE
      no_longer_know/cant_tell/never_sure > BLADDER/PEE/need*_to_go
      leak*/leaking/dribble/wet_myself > cough*/sneez*/laugh* ! roof/tap
      wear*/need*/using/started > incontinence_pad*/tena/nappies/nappy/pads ! baby/knee/kids/RELATIVE
      lean*/bend*/press*/crouch*/bear*/squat* >> to/so > PEE
      wait*/stand* > wait*/ages/minutes/nothing & TOILET/PEE
      urine/wee/pee > not_come/hasnt_come/wont_come/doesnt_come/not_came
      wet > in_bed/the_bed/SELF ! dog/hair
      bed > wet
      wetting_the_bed/wet_the_bed/bedwetting ! child/kid
      NOKNOW/NOFEEL/no_sensation/no_feeling > need*/want/have_to > PEE/TOILET/go
      try*/tried/tryed > PEE > nothing
      PEE > fine/normal > yesterday/before/last > nothing/cant/stopped/wont
      only/just/barely/hardly/managed/passed >> few/couple/some + drops/drips/dribbles
      NONE/no/dont/lost/without/never/no_longer >> feeling/urge/sensation/signal > PEE/TOILET/go ! POO
      go/pee/wee > by_the_clock
      PEE > falls/fell/drops/runs/rushes/pours/gushes > out/away
      PEE > stopped/stops/weak*/slow*/drops/hesita*/interrupted`,
  },
  {
    question: 'A3',
    says: 'leaking poo or no feeling there',
    kind: 'sign',
    lines: `
      shat/shit/shitted/shitting/soiled/soiling/soil/pooed/pood/poo/pooing/pooped/poop/pooping/pooped/messed/messing/crapped/crap/crapping/cacked/cack/filled/poos + SELF
      messed/soiled/shat/pooed/fouled/smeared/smear*/streak* > PANTS
      LEAK & POO
      LOSTCTRL & POO
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
      cant_hold + POO
      poo/shit/mess/stool/poop/crap/brown/diarrhoea > PANTS
      skid_mark* & NOFEEL/NOKNOW/didnt
      dirty/soiled/stained > PANTS
      soiling
      PANTS > dirty/soiled/stained/messed/POO ! dog
      back_end & LOSTCTRL/LEAK/WONTWORK
      follow_through/followed_through/following_through ! swing/golf/plan/stretch
      POO/bowel* + INCONT
      dx INCONT > POO
      doubly_incontinent
      no/lost/loss/losing/lose/poor/little/zero + POO + control
      POO > control > gone/lost/poor/bad
      POO > just_go/just_goes/just_open/just_happens/go_on_their_own
      CANNOT + control > POO
      bowels > not_work*/stopped_working/paralysed/gone/asleep
      no_urge > POO
      open > bowels > NOFEEL
      BUM > leak*
      BUM/SADDLE > wont/cant > hold
      squeeze/clench > BUM/SADDLE & CANNOT
      cant_tell/dont_know/couldnt_tell > fart*/wind/gas > POO
      cant_tell/dont_know/couldnt_tell > POO > fart*/wind/gas
      fart* > POO/LEAK/comes_out
      number_two*/number_2 > NOKNOW/comes_out/come_out/LEAK
      bowel/bowels/poo > accident*
      clench/squeeze/tighten > BUM/SADDLE/hole & CANNOT/cant
      no/lost/without > feeling/urge/sensation > POO`,
  },
  {
    question: 'A4',
    says: 'a change in sexual feeling',
    kind: 'sign',
    lines: `
      CANT/CANNOT/no/lost/lose/losing/loss/weak/havent/stopped/trouble/unable/NONE > erection*/errection*/hard_on/hardon/stiffy/boner/get_it_up/get_hard/stay_hard/stay_up/keep_it_up/morning_wood/keep_hard/getting_hard/maintain_an_erection/get_stiff/staying_hard/morning_glory/semi/keep_an_erection
      CANT/CANNOT/no/lost/lose/loss/NONE > orgasm*/climax*/cum/cumming/ejaculat*/finish_in_bed/reach_climax
      erection*/orgasm*/climax > gone/lost/stopped/weak/different/not/numb/disappeared/problem*/trouble
      cant_come + anymore/any_more/now/during/with
      cant_come ! to/in/out/round/over/off/home/down/back/up/work/upstairs
      NUMB/NOFEEL && sex/intercourse/making_love/make_love/shag*/in_bed_with/orgasm
      sex/intercourse/making_love/love_making > nothing/numb/ODD
      nothing > sex
      GENITAL > wont/WONTWORK/doesnt_respond/wont_respond/not_respond/floppy/asleep/dead/lifeless/doesnt_work/dont_work/not_work*/wont_work/stopped_working/wont_stay/wont_get/soft/limp/broken
      wont_get_up
      floppy > GENITAL
      impoten*
      erectile
      NUMB & orgasm
      sexual + function/feeling/sensation/problem*/dysfunction
      lost > feeling > sex
      NUMB/NOFEEL > penis/clit/vagina/willy/cock/dick
      lost/no + libido
      sexual + feeling > gone/lost/less
      lost/no/less + sexual
      NOFEEL > inside_me
      NUMB/NOFEEL > come/cum/climax
      cant_finish/cant_climax/cant_reach > anymore/any_more/since/now/sex/bed ! work/book/food/meal/job/shift
      sex/intercourse > nothing/no_feeling/ODD/less
      NUMB/NOFEEL && intimate/intimacy/in_bed_with`,
  },
  {
    question: 'A5',
    says: 'trouble in both legs',
    kind: 'sign',
    lines: `
      both/two + dead/NUMB/WEAK + LEG/FOOT/KNEE
      both/bilateral/two/each/either + LEG/FOOT/CALF/TOE/KNEE > NUMB/WEAK/GIVEWAY/WONTWORK/PARALYSED/gone
      both/bilateral/two/each/either + LEG/FOOT/CALF/TOE/KNEE > PAIN/BURN/JELLY ! GYM
      NUMB/NOFEEL/WEAK/PAIN/BURN/JELLY/sciatica/trouble/PARALYSED > both/bilateral/two/each/either + LEG/FOOT/CALF/TOE
      NUMB/NOFEEL > legs/feet/thighs/calves/toes
      legs/feet/thighs > NUMB
      legs/feet/thighs > JELLY/asleep ! gym/leg_day/squat*/workout*/lunges/marathon/crossfit
      NOFEEL + LEG
      left_and_right/right_and_left + LEG/FOOT
      NUMB/PAIN/WEAK > left_and_right/right_and_left + LEG/FOOT
      both + KNEE > down/numb
      NUMB > both + KNEE
      two_legs/both_legs/both_feet/both_thighs & NUMB/WEAK/PAIN/JELLY/NOFEEL/BURN
      LEG/FOOT/NUMB/WEAK/sciatica/TOE > both_sides/bilateral* ! back/spine
      bilateral + sciatica/LEG/NUMB/WEAK/foot
      sciatica > both
      legs > GIVEWAY/WONTWORK/WEAK/PARALYSED/wont_hold/not_hold/not_mine/like_mine/dont_feel_like
      weak*/weakness > legs
      OTHERLEG ! bed
      left/right/one + LEG > right/left/other + LEG
      left/right/one + LEG > and_now/now/aswell/as_well/too/also > right/left/other/both
      one + LEG >> now >> other/both
      to/into + both + LEG/FOOT
      now_both
      PARALYSED + legs
      waist_down/below_the_waist
      LEG/FOOT/sciatica > both + them/em
      NUMB/WEAK/PAIN/GIVEWAY/JELLY >> both + them/em
      LEG/FOOT >> other_one > too/now/going/same/started
      LEG/FOOT/legs >> belong > someone/somebody
      legs >> fold/folds/folded/crumple*/give/gave/buckle*/went/wobble*/shak* ! table
      cant_stand >> legs`,
  },
  {
    question: 'A6',
    says: 'a weak leg or foot',
    kind: 'sign',
    lines: `
      FOOT/TOE/LEG > DRAG
      DRAG + LEG/FOOT/TOE
      dragg*/slapp*/flopp*/dragging/slapping/flopping > LEG/FOOT/TOE
      CANNOT + LIFT > LEG/FOOT/TOE/KNEE
      cant/couldnt/unable/not_able > wiggle*/move*/pull/raise/lift > LEG/FOOT/TOE ! sock*/shoe*
      cant_move + LEG/FOOT/TOE
      stand/walk/go/get/up + heels/heel/tiptoe*/tip_toe*/tippy_toe*/toes & CANNOT
      CANNOT > heels/tiptoe*/tip_toe*/tippy_toe*
      LEG/FOOT/KNEE > GIVEWAY/WONTWORK/PARALYSED/wont_move/wont_go
      leg/knee > just_goes/just_went/just_go/keeps_going/goes_on_me
      cant > pick/lift/raise/get > foot/toes/toe > up/off
      no/lost > strength/power/use > LEG/FOOT/KNEE
      GIVEWAY > LEG/KNEE/FOOT
      leg > GIVEWAY
      LEG/FOOT/KNEE > WEAK
      WEAK > LEG/FOOT/KNEE ! both
      trip* + over/on + toe*/feet/foot/own
      trip*_over_my_own
      keep_tripping/keeps_tripping/kept_tripping/tripping_a_lot/always_tripping/tripping_up/tripping_all
      tripping > carpet/pavement/nothing/flat/time
      FOOT/TOE > catch*/catches/catching > carpet/floor/step*/pavement/rug/ground
      PARALYSED ! fear/worry/anxiety/by/indecision/grief
      droop*/limp/floppy/lifeless/useless/feeble + FOOT/leg
      dead_leg > wont/cant/move
      LEG/FOOT > lost/no/hasnt + power/strength/use
      lost/no/losing/loss_of + power/strength/use/movement + LEG/FOOT/KNEE
      cant_control + LEG/FOOT
      wont_do > tell/told/say/want ! kids
      LEG/FOOT > wont/doesnt/not + listen/obey/respond/move/lift/go
      legs_wont/leg_wont ! stretch*
      CANNOT > LEG/FOOT > move/work/lift
      legs_keep_going
      lost_the_use
      LEG + gone/went + JELLY/from_under ! both
      stagger > LEG
      cant_put_weight + weak
      cant_walk ! far/long/fast/PAIN/much/more/upright/straight/dog/comfortably/distance/miles/properly/normally/hill*/quickly
      LEG/FOOT/KNEE >> wont_hold/cant_hold/doesnt_hold/not_hold
      toe*/toes/foot > wont/doesnt/cant/not > lift/move/go/come/pull/wiggle
      KNEE/LEG > collaps*/collapses/crumple*/folds/buckle*
      foot > slap*/slaps/flap*/flaps
      LEG/FOOT/CALF/TOE/KNEE > no/lost/little/zero + power/strength/push/grip/lift
      cant_push_off/cant_pull_it_up/cant_lift_it
      LEG/FOOT/KNEE > heavy/floppy/lazy >> cant/wont`,
  },
  {
    question: 'A7',
    says: 'unsteady walking or clumsy hands',
    kind: 'sign',
    lines: `
      UNSTEADY ! board/hours/shifts/market/table/ladder/job/income
      HAND > wont/cant/not > grip/hold/work/close/open
      bump*_into/bumping_into > things/walls/doors/furniture/everything
      legs_and_arms/arms_and_legs & WEAK/NUMB/CLUMSY
      cant_grip/no_grip/lost_grip ! shoes/boots/tyres/soles
      balance > all_over/rubbish/gone/off/bad/terrible/awful/shot/worse/poor/going/lost ! bank
      lost/lose/losing + balance > times/keep/all
      veering
      walk* > drunk/funny/crooked/straight_line/into
      cant_walk > straight ! up
      CANT/CANNOT > button*/zip*/shoelace*/shirt/bra/keys/jar*/pen ! bend/reach/lac*
      HAND > CLUMSY/shak* ! snow/ice/frozen/slept_on/sleep_on
      CLUMSY > HAND ! one/snow/ice/frozen/slept_on/sleep_on
      clumsy/fumbl*/fumble* > HAND/keys/button*/things/phone
      both/two + HAND/ARM > NUMB/WEAK/NOFEEL
      NUMB/NOFEEL/WEAK > both/two + HAND/ARM
      HAND/hands > both > NUMB/NOFEEL
      NUMB/NOFEEL/WEAK >> both_hands/both_arms
      NUMB/NOFEEL > hands/fingers/arms ! snow/ice/slept_on/sleep_on
      hands/arms/fingers > NUMB/asleep
      keep*/always/constantly/kept/all_the_time/im + drop*/dropping ! off/kids/hint*
      dropping + things/cups/plates/stuff/everything/mugs/pens
      drop* > all_the_time/everything
      SHOCK > NECK/chin/head ! headrest
      SHOCK > bend/look*/tilt/nod > NECK/down/forward/head
      NECK/chin/look_down >> SHOCK
      SHOCK > spine > bend/NECK/look/chin
      SHOCK/zap* > look_down/bend_my_neck/chin
      handwriting
      cant_write
      keep*_falling/keep_fall*
      tremor_in_both
      straight_line
      hold*/holding > walls/furniture > walk*/balance
      feel*/felt/like + drunk/tipsy/pissed > walk*/stand*/move ! last_night
      drunk > walk*
      CANT/CANNOT > pick_up/hold/do_up/thread/turn > coin*/pen*/key*/cup*/fork/phone/small/button*
      jerky/spastic & LEG/walk*
      stumble*/stumbling
      spill* > tea/coffee/drink*/cup/soup/everything/food
      HAND > dont_do/wont_do/wont_go/wont_listen/dont_work/WONTWORK/wont_obey/wrong_keys
      typing/writing/buttons/texting > wrong/mess/messy/cant/hard
      walk*/feel*/felt > boat/ship/deck/marshmallow/cotton_wool/sponge ! trip`,
  },
  {
    question: 'A8',
    says: 'a numb leg or foot',
    kind: 'sign',
    lines: `
      NUMB/NOFEEL & LEG/FOOT/TOE/CALF/KNEE
      LEG/FOOT/TOE/CALF > dead/asleep ! dead_leg
      numb_patch
      LEG/FOOT/TOE > ODD > feel*
      LEG/FOOT/TOE/CALF >> NOFEEL ! both`,
  },
  {
    question: 'A9',
    says: 'pins and needles in an arm or hand',
    kind: 'sign',
    lines: `
      NUMB/NOFEEL/buzzing/buzz & ARM/HAND ! lie_on/lying_on/lay_on/sleep_on/slept_on/lean_on/leaning_on/snow/ice/wakes_up
      ARM/HAND > dead/asleep ! lie_on/lying_on/lay_on/sleep_on/slept_on/lean_on/if_i_lie/when_i_lie
      ARM/HAND >> fizz*/prickle*/buzz*/tingly/electric`,
  },
]

const now: readonly DangerSign[] = [
  {
    question: 'A10',
    says: 'signs of a stroke',
    kind: 'sign',
    lines: `
      FACE > DROOP
      DROOP > FACE ! baby/dentist
      NUMB/DROOP > side_of > face
      SPEECH > SLUR
      SLUR > SPEECH
      slur*
      CANT/CANNOT/couldnt/trouble + speak/talk/get_my_words/get_words/find_words/find_my_words/say/form > properly/words/out/sentences
      CANNOT + speak/talk ! about/to/gp/doctor/english/long
      lost_my_speech/words_wont_come
      mini_stroke*/tia/tias ! nurse
      dx stroke
      one_side/left_side/right_side/half > body/face/me > NUMB/WEAK/PARALYSED/dead
      NUMB/WEAK/PARALYSED/lost_use > one_side/left_side/right_side/down_one_side/half ! LEG/FOOT/BUM/back/hip
      NUMB/WEAK/PARALYSED/lost_use > one_side/left_side/right_side >> arm/face
      one_side/left_side/right_side > NUMB/WEAK/PARALYSED/dead >> arm/face
      cant_smile/smile_is
      one_side + NUMB/WEAK + body
      right_side/left_side/one_side > NUMB/PARALYSED ! LEG/FOOT/BUM/hip/thigh
      arm + LEG > NUMB/WEAK ! both
      NUMB/WEAK > arm + LEG ! both
      ARM > SUDDEN > WEAK/NUMB/dead
      SUDDEN > WEAK/NUMB > ARM/FACE
      lift > arm & WEAK/SUDDEN/dropped
      ARM > weak/NUMB > SUDDEN/came_back/went_away/gone_again
      ARM > went/gone + weak/dead/limp/numb
      cant_move > one_side/left_side/right_side ! lie/lying/neck
      cant_see/lost_sight/lost_my_sight/lost_vision/gone_blind/blind/no_vision > eye/side/SUDDEN
      SUDDEN > cant_see/blind/lost_sight/lost_vision
      CANT/cant > smile
      SPEECH > come_out/coming_out/came_out > ODD/wrong/SLUR/backwards
      FACE > wonky/gone_wonky/crooked/lopsided/skew*/slid/fallen/dropped/WONTWORK/twisted
      one_side/left_side/right_side/half > WONTWORK/stopped_working/useless/gone_dead/gone_numb/limp ! back/LEG/hip
      cant/couldnt/CANNOT > say > name/word*/anything/sentence*
      name/words/sentence* > wont_come/wouldnt_come/cant_find`,
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
      droop*/drooping/droopy > EYELID
      STIFF > NECK >> LIGHT/fever/FEVER/confus*
      NECK > STIFF >> LIGHT/FEVER
      LIGHT/FEVER >> NECK > STIFF
      LIGHT/FEVER >> STIFF > NECK
      NECK & DIZZY ! swim
      CANT + swallow ! pride/bill/news
      trouble/cant/hard_to + swallow* ! bill/pride/news
      rip*/tear*/torn/ripping/tearing + NECK
      chin_on > fever/HEADACHE
      hit_on_the_head > HEADACHE
      SUDDEN/SEVERE/banging/blinding > HEADACHE
      HEADACHE/head >> STIFF > NECK
      cant/couldnt/CANNOT > bend/move > NECK/chin >> LIGHT/FEVER/HEADACHE
      LIGHT/FEVER/HEADACHE/banging_head >> cant > bend/move > NECK/chin
      NECK/HEADACHE >> like_never/never_had/like_nothing
      SUDDEN & NECK & HEADACHE/AGONY/hit/stab*
      SUDDEN > PAIN > NECK
      NECK >> hammer/axe/kick/bat/explo*/bang
      NECK & PAIN >> SICK/sick`,
  },
  {
    question: 'B1',
    says: 'signs of sepsis',
    kind: 'sign',
    lines: `
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
      cant_stop + shak*/shiver*/shaking/shivering
      shak*/shiver* > uncontrollable*/violent*/cant_stop/wont_stop/nonstop/non_stop/all_over
      uncontrollable*/violent* + shak*/shiver*
      gone_grey/gone_gray/gone_blotchy/gone_mottled/gone_blue/looks_grey/turned_grey
      dont_know_where_i_am/doesnt_know_where/didnt_know_where/dont_know_what_day/doesnt_know_what_day/doesnt_know_who
      purple_spots/purple_rash
      drowsy > cant_wake/hard_to_wake/wake/day
      hard_to_wake/hard_to_rouse/difficult_to_wake ! up_and/mornings
      wont_wake ! up_and
      not_peed_all_day/no_pee_all_day/no_wee_all_day
      feel*/think > dying/going_to_die/gonna_die/about_to_die ! boredom/embarrass*/pain
      shak*/shiver*/shivering/shaking > so_hard/so_much/teeth/rattle* ! gym
      teeth > rattle*/chatter*
      floppy > SKIN/drowsy/sleepy/hot/mottled/marbled ! pillow
      marbled ! cake
      breathing_fast/heart_racing >> FEVER/temperature/HOT/ill/terrible
      breath*/breathing > fast/very_fast/rapid* ! exercise*/run*/stairs
      funny/strange/bad/awful/terrible + colour
      death_warmed_up >> shak*/shiver*/no_wee/fever
      shak*/shiver* >> no_wee/no_pee/not_peed/confused`,
  },
  {
    question: 'B2',
    says: 'fever, shivers or drenching sweats',
    kind: 'sign',
    lines: `
      FEVER
      temperature ! im_a_temperature/normal/fine/ok/okay/good/nOk/job/work/gauge/sensitive/room/outside/oven/water
      got_a_temperature/have_a_temperature/had_a_temperature/has_a_temperature/running_a_temperature ! nOk
      SHIVER ! relax/cold_out/film/netflix
      nCd ! kg/stone/st/miles/mile/km/bmi/cm/WEIGHT/percent/k
      nC + TEMP ! oven/washing/wash/outside/weather/water/shade/years/bend/angle/past/rotat*/turn/straight/incline/am
      TEMP > nC ! outside/weather/water/shade/oven
      nC > fever
      nF + FAHR ! outside/weather/water/kg/mg
      TEMP > nF ! outside/weather/water
      temperature > high/up/raised/spik*/over ! outside/weather/water/oven
      SWEAT & NIGHT ! heatwave/hot_weather
      drench*/soak*/pouring > sweat*
      HOT > forehead
      sweat* > buckets/soaked/drenched/cold/like_a_pig ! heatwave/heat
      woke/wake/waking > soaked/drenched/dripping/wringing/wet_through/SWEAT
      drenched/soaked ! rain/dog/bath/washing/shower/garden/water
      HOT & SHIVER
      HOT > shaking/shaky
      HOT > then > cold/freezing
      cold_sweat*/hot_sweat*
      hot_and_bothered + ill
      feel*/felt + hot ! outside/weather/sun/pad
      flu_like/like_flu/fluey/flu_symptoms
      shak* > cold ! outside/weather/sun
      roasting/boiling/burning/hot >> freezing/shiver*/cold ! outside/weather/bath/pack/packs/bottle/shower/water/compress
      wet_through/soaking_wet & NIGHT
      forehead/head/skin/body > burning/hot/on_fire ! muscle*/back/sun`,
  },
  {
    question: 'C1',
    says: 'chest pain or heart signs',
    kind: 'sign',
    lines: `
      CHEST & PAIN/tight*/tightness/tightnes/pressure/crush*/crushing/heavy/heaviness/squeez*/squeezing/discomfort/burn*/band/constrict*
      ARM/jaw/jaws/UPBACK >> SICKSIGN ! tingle*/numb*/NUMB
      SICKSIGN >> jaw/left_arm/UPBACK ! numb*
      PAIN > left_arm > SICKSIGN
      left_arm > PAIN ! sciatica
      PAIN > left_arm/jaw_and_arm/arm_and_jaw
      jaw + PAIN > arm/SICKSIGN
      dx heart_attack/angina/cardiac_arrest/having_a_heart
      its_my_heart/is_my_heart/my_heart_is ! broken/in_it/rate/pill*
      bad_chest
      elephant > CHEST
      someone/sitting/weight/band/brick* > CHEST ! PILL
      palpitation* > CHEST/faint/breath*
      CHEST > vice/squash*/clamp*/grip*/strap/stone/weight
      indigestion/heartburn >> sweat*/sweaty/clammy/arm/jaw/CHEST
      CHEST >> uphill/stairs/exert*/walk*/effort > PAIN/tight/stop
      ach*/ache/PAIN > CHEST
      CHEST > grip*/vice/clamp*/press*/squeez*/stab*/knife/crush*/heavy/weight/belt/band ! bench/exercise*/day
            grip*/press*/squeez*/crush*/weight/stab* > CHEST ! exercise*/day/weights`,
  },
  {
    question: 'C2',
    says: 'a tearing pain in chest or back',
    kind: 'sign',
    lines: `
      tear*/rip*/ripping/tearing/tore/ripped/torn/rips/ripp* + PAIN/feeling/sensation/apart ! trousers/jeans
      PAIN > tearing/ripping/tore/ripped/torn/like_ripping ! trousers
      something > tear/tore/tearing/rip/ripped/torn/ripping ! muscle*/jeans/trousers/meniscus/shirt
      tear*/tearing/ripp*/rip/tore/torn/tears > chest/UPBACK/inside*/aorta
      CHEST/UPBACK/inside > ripp*/tear*/torn/ripping/tearing/tore
      ripped_open/torn_open
      SUDDEN & UPBACK & AGONY
      stabbed > UPBACK & SUDDEN/AGONY
      UPBACK > SUDDEN & AGONY
      dx dissection
      ripped/torn/ripping/tearing/tore + in_two/in_half/apart/open ! trousers/jeans
      explo*/explosion/explod*/exploded/burst/gunshot/shot > UPBACK/chest
      ripped/tore/torn/ripping > back/spine/inside* > open/apart`,
  },
  {
    question: 'C3',
    says: 'trouble with breathing or coughing blood',
    kind: 'sign',
    lines: `
      BREATHLESS ! laugh*
      CANT/CANNOT/hard/hurt*/PAIN/sharp/stab*/struggle*/painful + BREATH
      CANT/CANNOT > BREATH ! class
      PAIN/sharp/stab*/knife/catch*/hurts > when/if/on/with/taking/take > BREATH/deep_breath/breathe_in/breath_in
      BREATH > PAIN/hard/difficult*/trouble/short/struggle*/sharp/stab*/problem*/shallow/worse ! exercise*/relax/exercises
      deep_breath > PAIN/stab*/sharp
      labored
      COUGH > BLOOD ! pressure
      BLOOD > COUGH/phlegm/spit
      dx pulmonary_embol*/blood_clot_on/clot_on_my_lung/clot_on_the_lung/clot_in_lung/clots_on/pe_in/pe_on/collapsed_lung/pneumonia/pneumothorax
      short/shortness + BREATH ! exercises
      cant/couldnt/hard/unable/struggle* >> full_breath/deep_breath/breath_in/breathe_in
      winded/puffed/panting/breathless > talk*/speak*/nothing/stairs/kitchen/resting
      spit*/spitting/cough*/coughing + up/out/blood > BLOOD
      BREATH > hard_work/effort/hurts/struggle
      BREATH > knife/knives/sharp/stab*/dagger/needle*/catches/agony
      cant/couldnt/CANNOT/struggle* >> get/catch/draw > BREATH/air`,
  },
  {
    question: 'C6',
    says: 'a cold or pale leg',
    kind: 'sign',
    lines: `
      LEG/FOOT/TOE/CALF > PALE ! sunscreen/paint/trousers/socks/shoes
      LEG/FOOT/TOE > stone_cold/ice_cold/freezing_cold/icy/like_ice
      LEG/FOOT > COLD > PALE/PAIN/NUMB/SUDDEN
      PALE/COLD > PALE/COLD > LEG/FOOT/TOE
      SUDDEN > COLD > LEG/FOOT
      stone_cold/ice_cold/icy + LEG/FOOT/TOE
      LEG/FOOT > SUDDEN > COLD
      cold + white/blue/pale/purple > LEG/FOOT
      blue/white/purple + LEG/FOOT/TOE ! trainers/shoes/socks
      leg_cold/foot_cold/cold_leg ! both
      no_pulse > LEG/FOOT
      LEG/FOOT > no_pulse
      one + LEG/FOOT + COLD
      LEG/FOOT > gone/went/turned + COLD ! both
      LEG/FOOT >> white/blue/pale/grey > cold/icy/freezing ! sock*/trousers
      LEG/FOOT >> cold/icy/freezing > white/blue/pale/grey ! sock*/trousers`,
  },
  {
    question: 'D2',
    says: 'black poo, or being sick with blood',
    kind: 'sign',
    lines: `
      BLACK & POO
      POO > black/tar/tarry/treacle/dark_black
      tarry
      SICK & BLOOD
      SICK > black/coffee/brown_bits
      coffee_ground*/coffee_granule* ! compost/garden/bin/cafe
      BLOOD & POO
      BLOOD > TOILET > poo*/pooed/wip*
      BLOOD & back_passage/bum/arse/bottom/rectum/anus/rectal
      bleed*/bleeding > bum/bottom/back_passage/arse/rectum
      BLOOD > PAPER
      passing_blood ! PEE
      blood_when_i_go
      SICK/brought_up/bring_up/threw_up/throwing_up >> coffee_grounds/coffee/like_coffee/black`,
  },
]

const body: readonly DangerSign[] = [
  {
    question: 'C4',
    says: 'a swollen, hot or sore calf or leg',
    kind: 'sign',
    lines: `
      CALF & SWOLLEN/RED
      CALF > hot/red/warm/hard
      CALF > PAIN ! gym/running/run/squat*/stretch*
      SWOLLEN/hot/red > CALF
      SWOLLEN > LEG
      LEG > SWOLLEN
      LEG > hot/red ! rash/bottle/leg_warm
      one_leg > bigger/fatter/larger/swollen
      bigger_than_the_other
      dx dvt/dvts/deep_vein/thrombosis
      dx clot*/blood_clot* > LEG/CALF
      dx LEG > clot*
      dx blood_clot*/clot ! paint/cream
      SWOLLEN/lump/hot/sore > CALF
      CALF > balloon*/huge/massive/twice/hard/solid
      LEG > swollen_up/swelled/ballooned/puffed`,
  },
  {
    question: 'C5.collapse',
    says: 'a faint or a collapse',
    kind: 'sign',
    lines: `
      faint* ! line/smell/memory
      collaps*/collapse ! lung/business/marriage/economy
      pass*_out
      black*_out/blackout* ! power/lights
      went_black/going_black/gone_black ! POO/toenail
      clammy/cold_sweat/cold_sweats
      lost/losing/lose/loss_of/regain* + consciousness/conscious/consciousnes
      unconscious/unresponsive
      keel*_over
      hit_the_deck/hit_the_floor/out_cold/sparked_out/flaked_out
      woke/came_round/came_to/found > floor
      spark_out
      went_down_like ! stairs
      dropped_to_the_floor/on_the_floor_and_dont_remember
      nearly_went
      light_headed + fell
      dont_remember > floor/falling/hit
      drop*/dropped/went_down/fell/collapsed > like_a_stone/like_a_sack/in_a_heap/to_the_floor/unconscious
      dizzy/faint*/lightheaded/clammy > drop*/fell/went_down/collapsed
      woke/woken/came_round/found > floor/bathroom_floor/ground ! asleep/mattress/sleep
      i_was_out/was_out + for/few/seconds/minute*/cold ! work/walk/run/dinner/shopping/meal
      out_for > seconds/few_seconds/minute/minutes ! walk/run/ride/drive/air`,
  },
  {
    question: 'C5.lump',
    says: 'a beating lump in the tummy',
    kind: 'sign',
    lines: `
      BEAT & LUMP & TUMMY
      TUMMY > BEAT ! PAIN/drum
      BEAT > TUMMY ! PAIN/heart_pills/drum
      puls*/pulsat*/pulsating/beating/throbbing + lump/mass/belly/TUMMY
      lump/something > TUMMY > BEAT/beats
      heartbeat > TUMMY
      TUMMY/belly >> puls*/pulsating/beating/thump*
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
      triple_a
      aaa ! rating/road
      aorta/aortic ! stenosis/valve
      swollen/bulg*/enlarged/dilated + main/artery/blood_vessel`,
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
      TUMMY & PAIN > through/straight/into/back
      PAIN > TUMMY > through/back
      pancreatitis/gallstone*
      yellow + skin/eyes
      gone_yellow/jaundice*
      SKIN/EYE > yellow
      SICK > n2 + times
      n2 + times > SICK ! note
      vomit*/vomiting/puk*/throwing_up/threw_up/being_sick/been_sick ! RELATIVE/hangover/hungover/baby`,
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
      PEE > PINK/red/bloody/rusty ! stained
      PINK + PEE
      SIDE & BURN && PEE
      SIDE > PAIN >> BURN > PEE
      haematuria/hematuria
      PEE > stink*/smell* ! nappy
      smelly/stinky/foul/cloudy > PEE
      PEE > cloudy`,
  },
  {
    question: 'D4',
    says: 'stinging or frequent pee',
    kind: 'sign',
    lines: `
      BURN > PEE
      PEE > BURN/razor*/like_glass
      hurts_to/hurt_to/painful/hurts_when/pain_when/sore_when + i > PEE ! get_up/getting_up/back
      hurts_to + PEE
      painful + PEE ! get_up/getting_up
      AGONY + PEE ! get_up/getting_up/MOVEWORD
      dx cystitis/uti/utis/water_infection/urine_infection/waterworks_infection/bladder_infection/urinary_infection/urinary_tract
      PEE > every_ten/every_five/every_10/every_5/every_hour/constantly/all_the_time/a_lot/loads/non_stop/every_few/more_often ! drink*/water/tea/normal/fine
      need*_to > PEE > all_the_time/constantly/every_few
      razor_blades > PEE
      TOILET/loo > constantly/all_the_time/every_few/every_ten/every_five ! POO/coffee/tea/water/drink*
      hurts_to_go/stings_to_go/burns_to_go > PEE/TOILET/loo
      TOILET/loo >> hurts_to_go/stings_to_go/burns_to_go
      PEE > sting*/stings/hurts/hurting
      PEE/TOILET > glass/razor*/needles/fire/acid/burning
      keep/always/constantly > need*/wanting/going > go/PEE/TOILET ! POO/water/tea/coffee
      PEE > smelly/cloudy/stinks`,
  },
  {
    question: 'D5',
    says: 'waves of pain from side to groin',
    kind: 'sign',
    lines: `
      dx kidney_stone*/renal_colic/ureteric
      waves > SIDE/GROIN/TESTICLE
      SIDE > GROIN/TESTICLE > waves
      SIDE >> GROIN ! stretch*
      SIDE > waves
      cant_keep_still/cant_stay_still/cant_sit_still/pacing/writhing > SIDE/PAIN
      rolling/writhing > floor/round/around
      SIDE/PAIN > rolling/writhing/pacing/cant_keep_still/cant_sit_still/cant_stay_still
      had/passed/passing/another + stone*/stones > before/again/same/years/last ! weight/lost/lost_a/sack
      stone*/stones > feels_the_same/like_last/like_before/felt_like
      SIDE >> TESTICLE`,
  },
  {
    question: 'D7',
    says: 'sudden pain in a testicle or low on one side',
    kind: 'sign',
    lines: `
      TESTICLE & PAIN/SWOLLEN/SEVERE/SUDDEN/lump/hot/twist*/red/killing
      TESTICLE > pain*/hurt*/sore/agony/swollen/twisted/killing/tender
      torsion
      OVARY & PAIN/SUDDEN/twist*/SEVERE/cyst
      dx ectopic/pelvic_inflammatory/pid
      SUDDEN > PAIN > low_down/lower_right/lower_left/one_side_of_my_tummy
      smelly_discharge/discharge > PAIN/FEVER
      PAIN > low/lower/low_down > left_side/right_side/one_side ! back/spine/hip_bone
      PAIN > low/lower/bottom > left/right + TUMMY
      PAIN > left/right > low/lower > TUMMY
      TESTICLE > twice/bigger/huge/lump/hard/hot/swelled
      one_ball/one_nut/left_ball/right_ball > bigger/twice/PAIN/SWOLLEN`,
  },
  {
    question: 'D8',
    says: 'dark pee with sore muscles',
    kind: 'sign',
    lines: `
      PEE > cola/coke/coca_cola/brown/black/dark_brown/dark/guinness/bovril/pepsi/red_wine/tea_coloured/coffee_coloured/tea_colour ! vitamin*
      PEE > like/looks/look/colour/coloured/color > tea/coffee
      cola/coke/brown/dark_brown/tea_coloured/cola_coloured/dark/black > PEE ! vitamin*
      rhabdo*/rhabdomyolysis
      PEE > went/gone/turned > brown/dark/black/dark_brown`,
  },
  {
    question: 'H1',
    says: 'a danger sign in pregnancy',
    kind: 'sign',
    lines: `
      PREG && VBLEED = bleeding
      nLate + week* && VBLEED ! pain_for = bleeding
      WATERS > broke*/broken/gone/leak*/leaking/went/burst = bleeding
      my_water_broke/waters_broke/waters_have_broken/waters_gone/amniotic/leaking_waters = bleeding
      BABY & not_moved/hasnt_moved/not_moving/hasnt_been_moving/stopped_moving/not_kick*/hasnt_kicked/no_kicks/hardly_moving/barely_moving/move_less/moves_less/moving_less/not_felt = babyLess
      BABY & BABYLESS ! sleep*/wakes/born/cot/nap = babyLess
      reduced_movement*/reduced_fetal/less_movement*/no_movement* = babyLess
      contraction*/contractions/labour_pain*/labor_pain*/in_labour/going_into_labour/tightening*/tightenings/braxton ! muscle* = tightenings
      PREG >> HEADACHE/blurr*/vision/flashing = headSight
      HEADACHE >> PREG = headSight
      nLate + week* >> HEADACHE/swollen_face ! pain_for/ago = headSight
      PREG >> SWOLLEN > face/hands = swelling
      preeclampsia/pre_eclampsia = headSight
      PREG >> SEVERE/constant/AGONY > TUMMY = severeTummy
      bump > rock_hard/hard/solid/agony ! road/head = severeTummy
      PREG >> collaps*/fit/faint*/seizure = collapse
      PREG >> waters/fluid/leak* ! wee*/pee*/urine = bleeding
      kick*/kicks/movement*/movements > slow*/slowed/less/fewer/stopped/weaker & BABY/PREG/bump = babyLess
      gush/trickle/leak*/leaking > water/fluid/waters & week*/PREG = bleeding
      week*/nLate >> PAIN/tighten*/contraction* >> every/minutes/mins/come_and_go ! back_pain_for = tightenings
      PAIN/pains/tighten* >> every > min/mins/minutes >> week*/PREG = tightenings`,
  },
  {
    question: 'D6',
    says: 'a danger sign in early pregnancy',
    kind: 'sign',
    lines: `
      EARLYPREG && VBLEED = mild
      EARLYPREG && PAIN/cramp* ! back = mild
      PREG && VBLEED = mild
      nEarly + week* + PREG && VBLEED/PAIN/cramp* = mild
      EARLYPREG >> shoulder_tip/shoulder = shoulderTip
      PREG >> shoulder_tip/shoulder = shoulderTip
      PREG/EARLYPREG && one_side/one_sided ! back = severeLow
      EARLYPREG >> SEVERE/AGONY > PAIN/TUMMY = severeLow
      ectopic = severeLow
      dx miscarriage/miscarry*/miscarrying/losing_the_baby/losing_my_baby = mild
      period >> bleeding_heavily/heavy_bleeding > pregnan* = heavyBleed
      EARLYPREG >> bleeding_heavily/heavy/heavily/pouring/flooding = heavyBleed
      EARLYPREG >> faint*/collaps*/pass_out/passed_out = faint
      test_positive/positive_test/tested_positive/PREG >> spotting/VBLEED/one_sided/one_side = mild
      late/overdue >> VBLEED >> cramp*/PAIN ! work/bus/train/night = mild
      late >> cramp*/PAIN >> VBLEED ! work/bus/train/night = mild`,
  },
]

const health: readonly DangerSign[] = [
  {
    question: 'E1',
    says: 'a serious accident',
    kind: 'sign',
    lines: `
      VEHICLE + CRASH ! WITNESS/computer/laptop
      CRASH > VEHICLE ! WITNESS/computer/test*
      CRASH + my/the/our/his/her + VEHICLE
      VEHICLE > rolled/flipped/overturned/written_off/write_off/wrapped/totalled/into_a_tree/into_a_wall
      rta/rtc/rtas
      FALL > HIGH ! shelf/picture/plate/love/sale/asleep/mattress
      horse_threw/horse_chucked/horse_bolted/went_over_on + VEHICLE/me
      threw_me_off
      FALL + through > ceiling/roof/floor/glass
      went_over > VEHICLE
      FALL >> first_floor/second_floor/top_floor/upstairs_window
      FALL + down + stairs/steps/flight/cliff/hole/stairwell/escalator/banking/mountain/slope
      FALL > n5 + feet/ft/foot/stairs/steps/metres/meters/m
      FALL > n2 + metres/meters/m/metre/floors/storeys/stories/storey
      FALL > a + metre/meter/storey/floor
      FALL > height/from_height/off_my_horse
      STRUCK > VEHICLE/back/bike/me/car*
      knocked_off + VEHICLE
      run_over/ran_over/ran_me_over ! time_run/minutes
      into_the_back_of + me/us/my
      HEAVYFELL ! child*/kid*/toddler/baby/son/daughter/cat
      rear_end*/rearended/whiplash
      dived/dive/diving/dove > shallow/pool/water/sea/bottom/head
      hit_my_head > bottom/pool
      tackle*/tackled/scrum/ruck/maul/spear_tackle > crack*/hard/hurt/landed/rugby/neck/bad/pain
      rugby/football > tackle*/tackled ! weeks_off
      over_handlebars
      came_off/come_off/thrown_off/fell_off/chucked_off/bucked_off/fel_off > HIGH/VEHICLE
      thrown > VEHICLE/HIGH/horse
      down_the_stairs/down_a_flight/down_some_stairs/down_the_steps & FALL
      crashed ! computer/laptop/phone/out/sofa/bed/markets/asleep/diet/website
      been_in/was_in/in_a + crash/smash/accident/pile_up/collision/wreck ! WITNESS
      wardrobe/shelf/shelves/pallet/tv/beam/branch/tree/wall/ceiling/brick*/load/engine/fridge/piano/gate/door/container/machine/boulder/rock/log/crate > fell/landed/dropped/came_down/toppled/collapsed > on ! floor/foot/toe
      crush* > under/by/between > VEHICLE/horse/cow/wall/machine
      windscreen/windshield ! wash*/clean*/scrap*/ice
      ladder > slipped/slid/went/collapsed/fell/gave
      hit_a + tree/lamppost/lamp_post/deer/barrier
      skiing/snowboard*/skied/sledg* > tree/crash*/fall/fell/hit
      horse/bike/motorbike/ladder/roof/stair/stairs + fall ! box/sale
      plane_crash/head_on_collision/hit_and_run/pile_up ! brain
      was_crushed
      skiing_accident/ski_accident/riding_accident
      serious/bad/nasty/terrible/major/big + accident/crash/fall/smash ! WITNESS
      blown_up/explosion/electrocuted
      parachut* > landing/landed/hard
      hit_by > ball/branch/tree/pallet/beam/tile/log/brick*/train/cricket_ball/heavy
      FALL && n65 ! weight/kg
      fell/slipped/tripped + over/on/off/down/backwards/badly && landed ! on_my_feet
      VEHICLE > went_into/drove_into/smashed_into/ran_into/hit > us/me/back/side
      FALL/jumped >> HIGH/hatch/wall/window >> landed
      FALL > from/out_of/off/through > hatch/loft/ceiling/window/lorry/HIGH
      VEHICLE > v/vs/versus > VEHICLE
      thrown/catapulted > off/over/from > VEHICLE/handlebars`,
  },
  {
    question: 'E6',
    says: 'a new lump, a change of shape, or lost height',
    kind: 'sign',
    lines: `
      lump*/bump/hump/growth/swelling/bulge/mass > BACKBONE/shoulder*/neck ! muscle*/knot*/mattress/road/GYM/disc
      BACKBONE/neck > lump*/bump/hump/growth/swelling/swollen/bulg* ! muscle*/knot*/mattress/road/disc
      found/new/got/noticed/felt + lump*/hump/growth ! muscle*/knot*/mattress/concrete/wood/BACKBONE
      BACKBONE/spine/shoulder* > crooked/lopsided/hunch*/humped/wonky/curved/curving/sticking_out ! sat/sit/sitting/desk/sofa
      crooked/wonky/curved + BACKBONE
      getting/got/gone/am/become + shorter ! patience/temper/days/steps
      lost/losing/shrunk/shrinking + height/inches/an_inch ! WEIGHT
      shrunk/shrinking ! clothes/washing/jumper
      stooped/stooping/hunchback
      lost/losing/lose > height/inches
      lost/shrunk + n2/an/half + inch*/inches/cm/centimetres ! WEIGHT/waist
      inch*/inches/cm > height > lost/less/gone/down
      BACKBONE > has/got/have > lump*/bump/hump ! muscle*/knot*
      i/back/spine/he/she/mum/dad/posture > look/looks/looking/gone/going/become > hunch*/hunched/crooked/bent/lopsided/humped ! over_with/pain`,
  },
  {
    question: 'F1',
    says: 'cancer, now or in the past',
    kind: 'history',
    lines: `
      CANCER ! research/star_sign/horoscope/zodiac/receptionist
      remission ! asthma/crohns/colitis/arthritis/ra/depression/ms/eczema`,
  },
  {
    question: 'F2',
    says: 'losing weight',
    kind: 'sign',
    lines: `
      LOST > WEIGHT ! DIET/toe/foot/barbell/floor/gym
      LOST >> WEIGHT >> UNTRYING
      WEIGHT > LOST ! DIET
      down > n2 + WEIGHT ! DIET
      weight > falling*/dropping/dropped/coming_off/melting/drops/going_down/disappearing/slipping ! DIET
      CLOTHES > LOOSE ! DIET/comfort/comfortable/comfy/wear/wearing
      skin_and_bone*/bag_of_bones/wasting_away/shrinking_away/wasted_away/all_bones/gaunt
      getting_thinner/so_thin/got_thin/really_thin/too_thin/gone_thin/skeletal ! mattress/bones/cushion
      LOST >> WEIGHT >> not_on_a_diet/no_diet/not_a_diet
      losing/loosing/lost + weight ! DIET
      CLOTHES > falling_off/hanging_off/dropping_off ! DIET
      CLOTHES > slipping/slipping_down/slip*/falling > down/off ! DIET/elastic`,
  },
  {
    question: 'F5',
    says: 'very tired, off food or several painful bones for weeks',
    kind: 'sign',
    lines: `
      off_food/no_appetite/lost_appetite/appetite_gone/no_interest_in_food/not_hungry_for/dont_want_to_eat/dont_feel_like_eating/cant_eat/cant_face_food/not_eating/loss_of_appetite/poor_appetite ! running/exercise/gym/for_it/work
      exhausted/tired/wiped_out/knackered/fatigue*/shattered/drained/no_energy/worn_out > weeks/months/all_the_time/constantly ! shifts/newborn/baby/nights
      weeks/months > exhausted/tired/fatigue*/wiped_out/no_energy ! baby/shifts
      bones > PAIN/ache
      PAIN/ach*/ache*/aches > bones ! back_bones
      bone_pain*`,
  },
  {
    question: 'G2',
    says: 'a painful red eye',
    kind: 'sign',
    lines: `
      EYE & red/bloodshot/blood_shot/pink_and
      RED > EYE
      EYE > red
      EYE > PAIN/agony/sore/light/swollen ! screen*/tired/strain/crying/cried/shampoo/soap/onion*
      PAIN/sore/swollen/burning > EYE ! screen*/strain/tired
      LIGHT > hurt*/pain*/painful > EYE
      light_hurts/hurts_in_the_light/cant_look_at_light/light_sensitive/sensitive_to_light/photophobia
      dx iritis/uveitis/scleritis
      LIGHT > hurt*/hurts > EYE
      EYE > blood_red/bright_red/blood
      EYE >> red >> ach*/aches/hurt*/light ! screen*`,
  },
  {
    question: 'G4',
    says: 'burning then blisters on one side',
    kind: 'sign',
    lines: `
      dx shingles/zoster
      blister* ! foot/feet/heel*/shoes/boots/hand*/hiking/pack
      RASH > STRIP/side/ribs/waist
      STRIP > RASH
      blistery_rash
      RASH & PAIN/BURN ! tape/nappy
      spots > PAIN/side
      blister*/blistery/rash/spots > stripe/strip/band/line/belt
      stripe/strip/band/line > blister*/blistery/rash/spots`,
  },
  {
    question: 'I1',
    says: 'a blood thinner, or bleeding easily',
    kind: 'medicine',
    lines: `
      THINNER ! stopped_years/used_to_be/used_to_take`,
  },
  {
    question: 'I2',
    says: 'too many painkillers',
    kind: 'sign',
    lines: `
      n9 > PARA ! PACKET = overParacetamol
      PARA > n9 ! PACKET/pain = overParacetamol
      n7 > OTHERPILL ! PACKET = overOther
      n9 + PILL ! PACKET
      TOOK > n9 > PILL ! PACKET
      PILL > n9 + DAILY ! PACKET
      TOOK > MANY > PARA ! PACKET = overParacetamol
      MANY > PARA ! PACKET/advice/box_in/house/does_nothing = overParacetamol
      TOOK > MANY > PILL/OTHERPILL ! PACKET
      MANY > PILL/OTHERPILL ! PACKET/house/prescribed/different/on_a_lot_of/side/dont
      PARA/PILL/OTHERPILL > MANY ! PACKET/house/left/prescribed/help*
      TOOK > MANY ! PACKET/time_off/sleep/weight/work/rest/on/days/pain/fun/walk*/steps/bath/care/clothes
      PARA/PILL/OTHERPILL >> OVER ! PACKET
      OVER >> PARA/PILL/OTHERPILL ! PACKET
      TOOK > OVER ! weight/work
      more_than_it_says/more_than_the_packet_says/more_than_i_should/more_than_youre_supposed/doubled_my/doubled_the/double_my/double_dose/twice_the_dose/triple_dose/doubling_up/over_the_limit/doubled_up/extra_dose
      more_and_more + PILL/PARA/OTHERPILL
      more >> than_i_should/than_it_says/than_the_packet/than_you_should/than_allowed/than_recommended/than_im_meant/than_im_supposed & PARA/PILL/OTHERPILL
      n2 + times + dose/max/limit
      PILL/PARA/OTHERPILL > lost_count
      lost_count > PILL/PARA/OTHERPILL/how_many
      OVERDOSE ! chocolate/food/christmas/sun/curry/sugar/caffeine
      too_many > PILL/PARA/OTHERPILL
      n2 + packet*/packets/packs/boxes/box/strips/strip > PARA/PILL/OTHERPILL ! bought/have/got/house
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
      TOOK > whole/entire/full > strip/box/packet/pack/bottle ! crisps/biscuits/sweets/water
      more_than/over/above > n8 > PARA/PILL ! PACKET = overParacetamol
      twice/double/triple > PILL/PARA/OTHERPILL/dose/tablets
      n4 > PARA >> every + nle3/hour/hr/couple = overParacetamol
      mix*_up/mixed_up/muddle* > PILL/PARA/OTHERPILL ! GYM`,
  },
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
  {
    question: 'infRisk',
    says: 'something that makes an infection more likely',
    kind: 'history',
    lines: `
      INJECT ! humour/insulin/epipen/flu/botox/garden/dig_over/potato* = injects
      IMMUNE = immune
      STEROID & tablets/LONGTERM/course*/take/taking/on ! cream*/inhaler*/nasal/spray = immune
      prednisolone/prednisone/pred/dexamethasone/predisolone/prednisilone/steriods_tablets = immune
      on_steroids/taking_steroids/take_steroids/steroid_tablets ! cream*/inhaler* = immune
      dialysis/picc_line/hickman/long_term_catheter/port_a_cath = line
      endocarditis/osteomyelitis/discitis/septic_arthritis/blood_infection/heart_valve_infection/valve_infection = blood
      diabet*/diabetes/diabetic/type_1/type_2/insulin/metformin ! relative = diabetes
      cirrhosis/liver_disease/hepatitis/liver_failure = liver
      abscess*/pneumonia/cellulitis/infected_wound/infected_tooth/bacterial_infection/mrsa/wound_infection ! years_ago = infection
      alcoholic/drink_too_much/drink_a_bottle/bottle_of_vodka/heavy_drinker/alcohol_dependent/drinking_heavily/cant_stop_drinking = drinking
      tb/tuberculosis = tb
      artificial_heart_valve/heart_valve/valve_replaced/valve_replacement/mechanical_valve/new_valve = valve
      spinal_cord_stimulator/spinal_stimulator/pain_pump/baclofen_pump = implant
      use/uses/using/share/shared + needle*/needles ! acupuncture/knitting/sewing/insulin = injects
      biologic*/biologics/anti_tnf/ustekinumab/vedolizumab/tofacitinib/ciclosporin = immune
      had/recent/recently/just_had/after > sepsis/blood_poisoning/septicaemia/infection > last_week/last_month/ago/weeks/recently = infection
      using/use/uses/back_on/on_the + gear ! bike/car/climbing/sport*/safety/bottom/first/low = injects
      spleen > out/removed/taken/gone/missing = immune`,
  },
  {
    question: 'fxRisk',
    says: 'something that makes a broken bone more likely',
    kind: 'history',
    lines: `
      osteopor*/osteoporosis/oestoporosis/osteopenia/osteoperosis/osteoparosis/ostioporosis = osteoporosis
      thin/brittle/crumble*/weak/fragile/crumbly/soft + bones/bone/spine ! thin_mattress = osteoporosis
      alendronic/alendronate/risedronate/zoledronate/denosumab/prolia/fosamax = osteoporosis
      STEROID & LONGTERM ! cream*/inhaler*/spray/gym/injection* = steroids
      prednisolone/prednisone/steroid_tablets/on_steroids/pred ! cream*/inhaler* = steroids
      rheumatoid/rheumatoid_arthritis/ra = ra
      early_menopause/premature_menopause = menopause
      eating_disorder/anorex*/anorexia/very_underweight/underweight = thin
      compression_fracture*/fragility_fracture*/vertebral_fracture*/crush_fracture* = osteoporosis
      bone*/bones > weak/thin/brittle/crumble*/fragile/soft/like_chalk ! broth = osteoporosis
      broke/broken/fractured/snapped >> just/only/simply + trip*/tripping/fell/falling/sneez*/cough*/standing = osteoporosis
      dexa*/dexa_scan/bone_scan/bone_density > osteop*/osteopenia/osteoporosis/low/bad/thin/poor = osteoporosis
      STEROID > ages/years/months/long_time/tablets ! cream*/inhaler*/nasal/spray = steroids
      STEROID > every/each/often/winter/lots/most/repeat* ! cream*/inhaler*/nasal/spray/gym = steroids
      bone*/bones > thinning/going/wearing/losing ! broth = osteoporosis
      losing/lost/low/poor + bone*/bone_density = osteoporosis
      vertebra*/vertebral/spine/back > fracture*/fractured/broke/broken ! car/bed = osteoporosis`,
  },
  {
    question: 'B5',
    says: 'an operation, epidural or injection in the spine',
    kind: 'history',
    lines: `
      EPIDURAL ! avoid/hoping/hope/worst_fear/fear/YEARSAGO/dont_want/need/want/waiting/offered/refused/considering/suggest*/afraid/before_surgery
      spine/back > operated/surgery/operation/op ! fear/YEARSAGO/dont/want/need/waiting/years/avoid/offered
      since_my_surgery/after_surgery/after_my_operation/since_the_operation ! YEARSAGO
      facet/joint/nerve/spine/spinal/back/epidural/steroid + injection* ! YEARSAGO/want/need/waiting/offered/hoping/fear
      injection*/jab/jabs > spine/back/facet/disc ! YEARSAGO/want/need/waiting/offered/hoping/fear/flu/covid`,
  },
  {
    question: 'I9',
    says: 'earlier cauda equina syndrome or a big disc bulge',
    kind: 'history',
    lines: `
      cauda/corda
      ces
      big/massive/huge/large/giant/severe + slipped_disc/disc/disk/prolapse/herniation/disc_bulge/hernia
      disc/disk > massive/huge/large/big ! small
      large_central/pressing_on_nerves/compressing_nerves`,
  },
  {
    question: 'I11',
    says: 'sickle cell disease',
    kind: 'history',
    lines: 'sickle_cell/sickle/sicklecell/sickle_crisis ! trait/shed/garden/hammer',
  },
  {
    question: 'I12',
    says: 'something that could hide warning signs',
    kind: 'history',
    lines: `
      ms ! degree/office/word/teams/windows/excel
      multiple_sclerosis
      dementia/alzheimer*
      cord_injury/spinal_injury/parapleg*/tetraplegic/quadriplegic/spina_bifida
      learning_disabilit*/downs_syndrome/down_syndrome
      very_drowsy/cant_stay_awake/hard_to_rouse ! night`,
  },
  {
    question: 'E7',
    says: 'a stiff or fused spine',
    kind: 'history',
    lines: `
      ankspond/ankolosing/spondylitis
      fused/fusion + spine/spinal/back/vertebrae/lumbar
      spine/spinal/back > fused/fusion/bamboo
      dish_disease/bamboo_spine
      got_as/have_as`,
  },
]

/** Everything that is listened for, in the order of the check. */
export const dangerSigns: readonly DangerSign[] = [...nerves, ...now, ...body, ...health]
