// The stories' service worker: msw's, kept to the two requests that the stories' backend answers. All else is
// the browser's own business: a page that is still loading must not wait for another one's answer, and only
// a redirect that the browser follows by itself is marked as one.
addEventListener('fetch', (event) => {
  const { pathname } = new URL(event.request.url);
  if (!/\/(tccc-token|simulator\/sdk\.js)$/.test(pathname)) event.stopImmediatePropagation();
});
importScripts('./mockServiceWorker.js');
