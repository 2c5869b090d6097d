/** The oldest browsers Unclench promises to run in (README.md). */

/** The floor: Safari and iOS 15.4, Chrome and Firefox of early 2022. */
export const floor = {
  chrome: '98',
  chrome_android: '98',
  firefox: '96',
  firefox_android: '96',
  safari: '15.4',
  safari_ios: '15.4',
} as const

/** The same in the words of the bundler. */
export const buildTargets = ['chrome98', 'firefox96', 'safari15.4', 'ios15.4']
