/**
 * Places, streets and people of Britain whose names lie within a slip of a word of danger ("Chancery", "Worthing"), or come
 * apart into two of its words ("Penistone", "Parkinson"): never taken for them. No name may stand here that somebody in danger
 * would type for the word itself ("Leek" for a leak, "Bowles" for bowels, "Heron" for heroin, "Angus" for worse). Data only, A to Z.
 */
export const names: readonly string[] = `
  acheson armstrong backhouse badcock battersea bearwood bedworth blackburn blackheath blackman blackmore blackpool
  blackwall blackwell blackwood bloodworth brightwell brixton burnside burntwood carrington carson chancery chatteris
  chestnut chipping clare cockburn cowbridge crampton crosshouse dickinson dickson fairwater farrow featherstone filton
  findlay fleetwood fortrose goodman gosport gravesend greenwood hackbridge handsworth hardman havering haywood heathrow
  herring hitchcock hither hodgkinson holdsworth inchinnan jarman kidsgrove kneebone ladbroke lawless lawson leadbetter
  leatherhead lightfoot limehouse littleport littlewood livingstone lockwood longbottom longbridge longman longsight
  manchester mansell manson marian matheson matlock meanwood middlesex middleton molesey motherwell notting nuttall
  paddington padmore padstow parkinson parkstone partington patchway penistone petworth portman portrush portsmouth
  ranson rashid redbridge redcar redditch redman ringwood rowbottom rowlands sawbridgeworth shakeshaft shoreditch
  sidebottom smallwood southall southend southgate southport southsea southwell stafford standish steve stockport
  stocksbridge stonehaven stonehouse stranraer swallownest tiptree tonbridge trevor underwood wakeman wallsend wapping
  waterhouse waterloo waterman waterson whitehaven whitehead whitehouse whiteside winterbottom winterburn woodbridge
  woodcock woodhead woodhouse woodman woodseats woodside woodstock woodward worthing
  `
  .trim()
  .split(/\s+/)
