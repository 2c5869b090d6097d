/**
 * When to stop any movement, in the words a person reads: evidence.md §5.0.
 * Data only.
 */
export const commonStops = [
  'Stop this one today if pain reaches 6 out of 10, or goes up 2 points or more.',
  'Stop at once if pain or tingling goes further down your leg, or stays after you stop.',
  'Stop everything and check again if you go weak, numb or dizzy. Do the same if your pee or poo changes, for chest trouble, or for sudden sharp pain on the bone.',
] as const
