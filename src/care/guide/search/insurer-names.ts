/**
 * Names of insurers and cash plans that people search the guide for, word by word as they are written. Pure data.
 * Never: says what any of them pays; each name only leads to who can say that. A test holds them to the insurers of the directory.
 */
export const insurerNames = [
  ...['AXA', 'PPP', 'Bupa', 'Vitality', 'Pru Health', 'PruHealth', 'Nuffield', 'Aviva', 'Cigna', 'WPA', 'Aetna'],
  ...['Allianz', 'Healix', 'Health Shield', 'Healthshield', 'Simplyhealth', 'Paycare', 'BHSF', 'PHC', 'Saga'],
  ...['Exeter', 'Freedom Healthcare', 'International', 'Global', 'Worldwide Care'],
] as const
