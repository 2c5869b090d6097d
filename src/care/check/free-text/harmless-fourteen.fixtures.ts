/** What means nothing and lies beside the false alarms of the same two lists: each raised an alarm before. Test data only. */
export const harmlessFourteen: readonly string[] = [
  'Woodcock lane surgery',
  'crashed at my mates last night',
  'doc checked me for cauda equina and its not that',
  'got kicked out of class for laughing',
  'i live in Brixton near the tube',
  'live in Chatteris',
  'moved to Molesey in the spring',
  'on the train to Shoreditch',
  'our cat collapsed',
  'the cat has lost weight',
  'the dog passed out',
  'they looked for cauda equina and it isnt',
  'work on Chancery Lane',
]
