/**
 * Finishes signing in by itself, in the browser that asked: the server puts the mark on the form only there. Without a script
 * its button does the same.
 */
document.querySelector<HTMLFormElement>('form[data-finish]')?.submit()
