import type { Messages } from './types.js';

export const enErrors: Messages['errors'] = {
  intro: 'One error code, really happening: how the connection takes it, and where the app is told.',
  choose: 'Fault',
  none: 'No fault',
  noneText: { when: 'Backend and script are well.', then: 'Ready in about a second.' },
  run: 'Run again',
  provoke: 'Provoke it',
  reported: 'Errors the app was told',
  reportedEmpty: 'None yet.',
  via: {
    onError: 'onError callback',
    promise: 'Rejected promise',
    boundary: 'Error boundary',
    useTCCCErrors: 'Kept in useTCCCErrors',
  },
  byItself: {
    yes: 'Retried by itself',
    once: 'Retried once by itself',
    no: 'Not retried by itself',
    'retry-after': 'Retried as Retry-After says',
  },
  again: 'Press “Retry now”: the fault is mended by then.',
  stillHeard: (n) => `The other handler of the same event ran all the same: ${n} time${n === 1 ? '' : 's'}`,
  when: 'When',
  then: 'Then',
  scenarios: {
    'token-network': {
      when: 'The token request never reached the backend: offline, wrong address, or refused by CORS.',
      then: 'Tried again after a back-off, until the attempts are used up.',
    },
    'token-timeout': {
      when: 'No whole answer within timeouts.token (0.7 s here).',
      then: 'The request is aborted and made again.',
    },
    'token-http-404': {
      when: 'The backend answers 404. A 4xx is a mistake in the set-up, which trying again does not mend.',
      then: 'Fails at once, with details.status 404.',
    },
    'token-http-503': {
      when: 'The backend answers 503 and asks for 2 s of patience by Retry-After.',
      then: 'Obeyed: a countdown, then it connects by itself. No attempt is used up.',
    },
    'token-unauthorized-401': {
      when: 'The backend answers 401: the web session is over.',
      then: 'Not retried. Have the user sign in, then call retry().',
    },
    'token-unauthorized-login': {
      when: 'A gateway redirects the request to a login page, which is HTML.',
      then: 'Recognised as not signed in as well; HTML is never taken for a token.',
    },
    'token-malformed': {
      when: 'The backend answers 200 with something that is not JSON.',
      then: 'Not retried. The body never shows up in the error.',
    },
    'sdk-url-blocked': {
      when: 'The script’s address is not covered by allowedSdkHosts.',
      then: 'Nothing is requested, and the message names the line to add.',
    },
    'script-load-failed': {
      when: 'The script tag reports an error: network, ad blocker, or CSP.',
      then: 'The tag goes, and a fresh token is fetched (an address works once).',
    },
    'script-timeout': {
      when: 'The script did not load within timeouts.script (0.7 s here).',
      then: 'The tag goes and can never run later; then a fresh token.',
    },
    'sdk-missing': {
      when: 'The script ran and left no window.tccc behind.',
      then: 'Tried again with a fresh token.',
    },
    'token-expired': {
      when: 'While logging in, the SDK finds the token expired or used.',
      then: 'Tried again once, with a fresh token.',
    },
    'login-timeout': {
      when: 'The SDK is not ready within timeouts.login (0.8 s here; it takes 2.5 s).',
      then: 'Shown as failed, yet no second script is added. When that SDK gets ready late, it is adopted.',
    },
    'config-invalid': {
      when: 'Both tokenEndpoint and fetchToken are given.',
      then: 'Thrown while rendering, to the error boundary.',
    },
    'provider-missing': {
      when: 'useTCCC is called outside <TCCCProvider>.',
      then: 'Thrown while rendering, saying what to wrap.',
    },
    'provider-conflict': {
      when: 'A second <TCCCProvider>, for another agent, mounts in the page.',
      then: 'Thrown at the later one only. The first connection is untouched.',
    },
    'handler-failed': {
      when: 'The app’s own event handler throws.',
      then: 'Told to onError. Other handlers and the connection go on.',
    },
    aborted: {
      when: 'disconnect() is called on the way to ready.',
      then: 'The promise of connect() rejects with aborted, the status is idle, onError stays silent.',
    },
    'sdk-call-failed': {
      when: 'The SDK refuses a call: answering a session that does not exist.',
      then: 'callSdk rejects with a TCCCError; details.errorMsg holds the SDK’s own words.',
    },
    'sdk-call-timeout': {
      when: 'The SDK never answers setStatus within timeouts.call (0.8 s here).',
      then: 'The promise rejects. What was asked may still happen, and the events tell.',
    },
    'not-ready': {
      when: 'A status is set after disconnect().',
      then: 'The promise rejects, and nothing is called. Wait until the status is ready.',
    },
    'action-unavailable': {
      when: 'A session that does not exist is accepted.',
      then: 'The promise rejects, and nothing is called. Offer an action only where it is available.',
    },
    'session-live': {
      when: 'disconnect() is called while a customer is talked to.',
      then: 'The promise rejects, and the call goes on. Hang up first; a log-out says disconnect({ force: true }).',
    },
    'malformed-event': {
      when: 'The SDK sends a callIn that names no session.',
      then: 'Ignored, and kept once in useTCCCErrors.',
    },
  },
};
