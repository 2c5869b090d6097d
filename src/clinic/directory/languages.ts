/**
 * The languages that somebody who treats may be said to speak, as BCP 47 codes: one list for whoever sets them and whoever
 * looks for them. A code that stands with a therapist and not here is shown and taken off like any other.
 */

/** English first, then the languages spoken most at home in Britain, and the sign languages. */
export const languageCodes = [
  ...[
    'en',
    'pl',
    'ro',
    'pa',
    'ur',
    'pt',
    'es',
    'ar',
    'bn',
    'gu',
    'it',
    'fr',
    'de',
    'tr',
    'zh',
    'yue',
    'hi',
    'ta',
    'lt',
  ],
  ...['bg', 'ru', 'fa', 'hu', 'el', 'so', 'ku', 'ml', 'te', 'sq', 'sk', 'cs', 'lv', 'nl', 'sv', 'da', 'no', 'fi', 'uk'],
  ...['sr', 'hr', 'bs', 'sl', 'mk', 'et', 'is', 'mt', 'he', 'yi', 'hy', 'ka', 'am', 'ti', 'sw', 'yo', 'ig', 'ha', 'tw'],
  ...['ak', 'sn', 'zu', 'xh', 'af', 'ln', 'lg', 'rw', 'ne', 'si', 'mr', 'kn', 'ps', 'vi', 'th', 'tl', 'ms', 'id', 'ja'],
  ...['ko', 'my', 'ca', 'eu', 'cy', 'gd', 'ga', 'sco', 'kw', 'bfi', 'isg', 'ase'],
] as const

/** Most that one person is said to speak. */
export const mostLanguages = 40

/** A code as one may stand in the database. */
export const isLanguage = (text: string): text is string => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(text)
