/** What treatments cost, in words that hold without a price list. Data only. */

/** The words. Prices of clinics stand where clinics are found; prices of shops we do not know. */
export const costs = {
  free: 'Free',
  atHome: 'Free, with what you have at home',
  shop: 'Each shop shows its price',
  prescription: 'On prescription only',
  nhsOrPrivate: 'NHS: free. Private: each clinic shows its price in Find a physio',
  private: 'Each clinic shows its price in Find a physio',
  ask: 'Ask for the full price first',
  nhsOrAsk: 'NHS: free. Private: ask for the full price first',
  classes: 'Free at home. A class shows its price',
} as const
