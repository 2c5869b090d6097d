/**
 * What a bundle knows of the build it is part of. Made by the plugin in vite.config.ts.
 * Imported only by src/server/main.ts and src/offline/worker.ts, which pass it on; so tests need no build.
 */
declare module 'virtual:built' {
  export const built: {
    /** Content hash of the worker, that is of care, its pages and the worker's own parts: 12 hex digits. */
    readonly id: string
    /** Addresses, each from the root: the stylesheet, what the pages about clinics add to it, and one script by island name. */
    readonly assets: {
      readonly css: string
      readonly findCss: string
      /** The same for the staff's pages. */
      readonly consoleCss: string
      /** And for the pages of Learn. */
      readonly learnCss: string
      /** What they and other public pages add on paper. */
      readonly paperCss: string
      readonly islands: Readonly<Record<string, string>>
    }
    /** SHA-256 in base64 of every file beside the worker, by its address from the root: what a worker checks and keeps. */
    readonly files: Readonly<Record<string, string>>
  }
}

/** A text file as it lies on the disk. */
declare module '*.sql?raw' {
  const text: string
  export default text
}
