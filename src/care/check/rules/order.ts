/**
 * Which emergency is named first where several hold: what kills first. Airway, breathing, heart and main vessels, brain,
 * sepsis, poisoning and bleeding come before a spine that could break, and that before nerves that could be lost.
 * Our own order [C]; what each rule could mean is in evidence.md §1. Data only. Never changes a level.
 */

/** Rules of the level EMERGENCY, first to last. */
export const emergencyOrder: readonly string[] = [
  ...['C1-emergency', 'C1-emergency-clammy', 'A9-emergency', 'C2-emergency', 'C5-emergency', 'C3-emergency'],
  ...['A10-emergency', 'A11-emergency', 'B1-emergency', 'I4-emergency', 'I3-emergency', 'I12-emergency'],
  ...['H1-emergency', 'D6-emergency', 'D2-emergency', 'I5-emergency', 'C6-emergency'],
  // 999 first: a spine that may break on the way.
  ...['E7-emergency', 'E2-emergency', 'I1-emergency'],
  ...['I2-emergency', 'I11-emergency', 'D1-emergency', 'D3-emergency', 'D5-emergency', 'B2-emergency'],
  ...[
    'B5-emergency',
    'B3-emergency',
    'B4-emergency',
    'B4-emergency-sweats',
    'D8-emergency',
    'E1-emergency',
    'E5-emergency',
    'H4-emergency',
  ],
  // Nerves: the cord before the root.
  ...['F1-emergency', 'A7-emergency', 'A-two-emergency', 'A2-emergency', 'A3-emergency', 'A1-emergency'],
  ...['I9-emergency', 'A4-emergency', 'A5-emergency', 'A5-old-emergency', 'A6-emergency', 'I12-hidden'],
  ...['D7-emergency', 'G3-emergency'],
]
