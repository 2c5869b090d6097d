/**
 * What is said, typed or looked up exactly as it stands: a browser's translator must leave it alone. For words, codes, addresses,
 * numbers, names on packets, and what a British doctor or a call handler is to hear. Never for what the person is to understand.
 */

/**
 * Spread on an element. Not given by its property: Preact's types know `translate` as a yes or no, of which its renderer
 * writes nothing at all.
 */
export const exactly: object = { translate: 'no', lang: 'en' }
