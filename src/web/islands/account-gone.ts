/**
 * On the page that says that the account is deleted: tells the device, so that its page of the locked copy does not go on saying
 * that it is on. Where there is no worker, there is no such page. The word stands in offline/account-messages.ts too.
 */
if ('serviceWorker' in navigator)
  void navigator.serviceWorker.ready.then(({ active }) => active?.postMessage('unclench-account-gone'))
