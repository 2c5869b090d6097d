/** Short forms, texting and spellings too far from the word to be guessed: each is read as the words behind it. Data only. */

const rows = `stoped stopped, stoping stopping, cannot cant, cnt cant, rly really, rlly really, tite tight, leek leak, leekin leaking, leeking leaking, laff laugh, bilat bilateral, bl bilateral, sens sensation, coffed coughed, carnt cant, cannae cant, canny cant, canae cant, cudnt couldnt, coudnt couldnt, cldnt couldnt,
 dnt dont, dosnt doesnt, dosent doesnt, doesent doesnt, dsnt doesnt, didn didnt, didint didnt, ddnt didnt, innit isnt it, havnt havent, avent havent, hvnt havent, havn havent, hasn hasnt, wouldn wouldnt, wnt wont, wen when,
 wiv with, wif with, dat that, da the, dis this, ur your, u you, r are, ya you, n and, nd and, wot what, wat what, wots whats, coz because, cuz because, bcos because, bcoz because, bc because, cos because, tho though, altho although, thru through, thro through,
 wanna want to, gonna going to, gunna going to, gona going to, gotta got to, dunno dont know, lemme let me, gimme give me, meself myself, mesen myself, tbh truly, atm now, rn now, tmrw tomorrow, tmw tomorrow, tomoz tomorrow, 2nite tonight, tonite tonight, nite night, nites nights, nyt night,
 yday yesterday, ystrday yesterday, yest yesterday, mins minutes, min minutes, hrs hours, hr hour, wks weeks, wk week, mth month, mths months, yrs years, yr year, secs seconds, abt about, bin been, ave have, av have, hav have, hv have, ad had, ma my, mi my,
 propa properly, prperly properly, sumfin something, summat something, summink something, sumat something, nuffin nothing, nuthin nothing, nowt nothing, owt anything,
 ppl people, bf boyfriend, gf girlfriend, hubs hubby, docs doctor, doc doctor, dr doctor, temp temperature, temps temperature, prob problem, probs problems, prolly probably, defo definitely, deffo definitely, plz please, pls please, thx thanks, ta thanks, kinda kind, sorta sort, bout about, lil little,
 lukemia leukaemia, leukimia leukaemia, kemo chemo, keemo chemo, urin urine, yurine urine, diarea diarrhoea, dioreah diarrhoea, diareah diarrhoea, noomonia pneumonia, neumonia pneumonia, newmonia pneumonia, hemorage haemorrhage,
 od overdose, oded overdose, ods overdose, hed head, nees knees, nee knee, weke weak, sik sick, legz legs, nume numb, inbetween between, betwixt between, atween between, tween between, atwixt between, mah my, teh the, hte the, th the, tha the, beneth beneath, blader bladder, bladda bladder, nom numb, pis piss, poos poo, stummy tummy, stumack stomach, stumick stomach, blud blood,
 fel fell, fawl fall, sewicide suicide, alot lots, aswell too, incase in case, infact in fact, noone nobody, abit bit, atall at all, tolit toilet, vag vagina, epilectic epileptic,
 oot out, doon down, aboot about, heid head, airm arm, haun hand, hauns hands, herts hearts, fae from, frae from, bluid blood, hissen himself, hersen herself, baith both, sair sore, nae no, naw no, noo now, naebody nobody, naething nothing, tae to, wi with, masel myself, mesel myself, masell myself, missen myself, feart scared, pish piss, pishing pissing, pished pissed, keech poo, keich poo, jobby poo, jobbies poo, bahookie bum, bahoochie bum, bahouchie bum, batty bum, cyaan cant, canna cant, dinna dont, didna didnt, winna wont, winnae wont, nuttin nothing, youd you would, wout without, wo without,
 clumsier clumsy, redder red, floppier floppy, wobblier wobbly, tinglier tingly, shakier shaky, dizzier dizzy, colder cold, hotter hot, wetter wet, stiffer stiff`

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
