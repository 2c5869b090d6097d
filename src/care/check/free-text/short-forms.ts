/** Short forms, texting and spellings too far from the word to be guessed: each is read as the words behind it. Data only. */

const rows = `cannot cant, cnt cant, carnt cant, cannt cant, cannae cant, canny cant, canae cant, cudnt couldnt, couldent couldnt, cudn't couldnt, culdnt couldnt, coudnt couldnt, cldnt couldnt,
 dnt dont, dosnt doesnt, dosent doesnt, doesent doesnt, dsnt doesnt, didn didnt, didint didnt, ddnt didnt, isnt isnt, innit isnt it, havnt havent, avent havent, hvnt havent, havn havent, hasn hasnt, wouldn wouldnt, wnt wont, wunt wont, wen when,
 wiv with, wif with, dat that, da the, dis this, ur your, u you, r are, ya you, n and, nd and, wot what, wat what, wots whats, coz because, cuz because, bcos because, bcoz because, bc because, cos because, tho though, altho although, thru through, thro through,
 wanna want to, gonna going to, gunna going to, gona going to, goin going, gotta got to, dunno dont know, lemme let me, gimme give me, meself myself, mesen myself, hisself himself, tbh truly, atm now, rn now, tmrw tomorrow, tmw tomorrow, tomoz tomorrow, 2nite tonight, tonite tonight, nite night, nites nights, nyt night,
 yday yesterday, ystrday yesterday, yest yesterday, mins minutes, min minutes, hrs hours, hr hour, wks weeks, wk week, mnths months, mth month, mths months, yrs years, yr year, secs seconds, abt about, bin been, ave have, av have, hav have, hv have, ad had, ma my, mi my, ny my, me me,
 propa properly, prperly properly, sumfin something, sumthing something, summat something, summink something, sumat something, nuffin nothing, nuthin nothing, nowt nothing, owt anything, nothin nothing, anythin anything, feelin feeling, peein peeing, weein weeing, goin going, comin coming, leakin leaking, fallin falling, hurtin hurting, tinglin tingling,
 ppl people, bf boyfriend, gf girlfriend, hubs hubby, docs doctor, temp temperature, temps temperature, tempreture temperature, tempriture temperature, prob problem, probs problems, prolly probably, defo definitely, deffo definitely, plz please, pls please, thx thanks, ta thanks, kinda kind, sorta sort, bout about, lil little, ish ish,
 cancr cancer, lukemia leukaemia, leukimia leukaemia, kemo chemo, keemo chemo, urin urine, yurine urine, urene urine, faint faint, diarhea diarrhoea, diarea diarrhoea, dioreah diarrhoea, diorrhea diarrhoea, diareah diarrhoea, noomonia pneumonia, neumonia pneumonia, newmonia pneumonia, hemorage haemorrhage,
 od overdose, oded overdose, ods overdose, ods overdose, hart heart, hed head, lims limbs, nees knees, nee knee, weke weak, week week, sik sick, legz legs, numness numbness, nummness numbness, num numb, nub numb, nmb numb, nume numb, betwen between, beetween between, bewteen between, inbetween between, betwixt between, atween between, tween between, atwixt between, mah my, mee me, teh the, hte the, th the, tha the, undernieth underneath, undernath underneath, beneth beneath, blader bladder, bladda bladder, nom numb, nunb numb, pis piss, wea wee, poos poo, carnt cant, stummy tummy, stumack stomach, stumick stomach, bled bled, blod blood, blud blood,
 fel fell, fawl fall, sucide suicide, sewicide suicide, alot lots, aswell too, incase in case, infact in fact, noone nobody, abit bit, atall at all, eachother each other, everytime every time, tolet toilet, toylet toilet, tolit toilet, vag vagina, diabetis diabetes, diebetes diabetes, epilectic epileptic, ankel ankle, angel angel,
 oot out, doon down, deid dead, aboot about, roond round, roon round, heid head, airm arm, airms arms, haun hand, hauns hands, mooth mouth, hert heart, herts hearts, bluid blood, stane stone, stanes stones, hoose house, fae from, frae from, baith both, twa two, sair sore, nae no, naw no, noo now, naebody nobody, naething nothing, gonnae going to, gonny going to, tae to, wi with, masel myself, masell myself, maself myself, mesel myself, missen myself, himsel himself, hersel herself, hissen himself, hersen herself, drap drop, feart scared, frit scared, pish piss, pishing pissing, pished pissed, shite shit, keech poo, keich poo, jobby poo, jobbies poo, bahookie bum, batty bum, cyan cant, cyaan cant, canna cant, dinna dont, didna didnt, winna wont, winnae wont, nuttin nothing, notin nothing, dem them, ting thing, youd you would,
 clumsier clumsy, redder red, looser loose, floppier floppy, wobblier wobbly, tinglier tingly, shakier shaky, dizzier dizzy, colder cold, hotter hot, sorer sore, wetter wet, stiffer stiff`

/** What each short form stands for. */
export const shortForms: ReadonlyMap<string, readonly string[]> = new Map(
  rows.split(/,\s+/).flatMap((row): (readonly [string, readonly string[]])[] => {
    const [short = '', ...long] = row.split(' ')
    return long.length === 0 || long[0] === short ? [] : [[short, long]]
  }),
)

/** "didnae", "wasnae": the Scots not, of any verb that has one. */
export const scotsNot = (word: string): string | undefined =>
  /^[a-z]+na[ey]$/.test(word) ? joinedNots.get(word.slice(0, -3)) : undefined

/** "can not", "can t" and "could not" are one word, as people write them. */
export const joinedNots: ReadonlyMap<string, string> = new Map(
  'can could do does did is are was were has have had will would should'
    .split(' ')
    .map((word) => [word, word === 'can' ? 'cant' : word === 'will' ? 'wont' : `${word}nt`] as const),
)
