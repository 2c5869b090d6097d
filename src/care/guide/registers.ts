/** The registers of people who treat backs: who keeps each, and where anybody can look somebody up. Data only. */

/** One register. */
export interface RegisterFacts {
  readonly name: string
  /** Who is on it, in the plural. */
  readonly keeps: string
  /** Is the title protected by law, so that nobody may use it who is not on the register? */
  readonly byLaw: boolean
  /** Where to look somebody up. */
  readonly lookUpAt: string
}

/** The registers by their letters. */
export const registerFacts = {
  HCPC: {
    name: 'Health and Care Professions Council',
    keeps: 'physiotherapists',
    byLaw: true,
    lookUpAt: 'https://www.hcpc-uk.org/check-the-register/',
  },
  GOsC: {
    name: 'General Osteopathic Council',
    keeps: 'osteopaths',
    byLaw: true,
    lookUpAt: 'https://www.osteopathy.org.uk/register-search/',
  },
  GCC: {
    name: 'General Chiropractic Council',
    keeps: 'chiropractors',
    byLaw: true,
    lookUpAt: 'https://www.gcc-uk.org/chiropractor-search',
  },
  CNHC: {
    name: 'Complementary and Natural Healthcare Council',
    keeps: 'massage therapists',
    byLaw: false,
    lookUpAt: 'https://www.cnhc.org.uk/',
  },
  BAcC: {
    name: 'British Acupuncture Council',
    keeps: 'acupuncturists',
    byLaw: false,
    lookUpAt: 'https://acupuncture.org.uk/',
  },
} as const satisfies Record<string, RegisterFacts>
