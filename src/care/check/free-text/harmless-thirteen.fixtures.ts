/** What means nothing and lies beside the false alarms of the same two lists: each raised an alarm before. Test data only. */
export const harmlessThirteen: readonly string[] = [
  'can you run over it again with me',
  'got an abscess as a teenager',
  'had pneumonia when i was a child',
  'no one has ever hit me',
  'no one is hurting me',
  'not planning to kill myself',
  'not thinking about ending it',
  'ran over the exercises with the physio',
  'read a book about a man with numb legs',
  'saw a documentary about a woman who couldnt pee',
  'watching a programme where a man had chest pain',
  'what is classed as a fever',
]
