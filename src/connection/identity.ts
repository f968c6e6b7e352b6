import type { TCCCConnectionOptions } from './options.js';

/** What makes two providers ask for the same connection: the resolved endpoint, and the agent. */
export type Identity = readonly [endpoint: string | undefined, agentKey: TCCCConnectionOptions['agentKey']];

export function identityOf({ tokenEndpoint, agentKey }: TCCCConnectionOptions): Identity {
  return [tokenEndpoint && new URL(tokenEndpoint, document.baseURI).href, agentKey];
}

export function sameIdentity(a: Identity, b: Identity): boolean {
  return a[0] === b[0] && Object.is(a[1], b[1]);
}
