import { issueTime, readToken, type IssueTime } from './token.js';

/** Judges tokens as the service does, and remembers those used, in memory only. */
export interface TokenStore {
  /** Uses a token. `undefined` = accepted, else the message of `tokenExpired`. */
  use(token: string | undefined): string | undefined;
  /** From now on every token issued so far is expired. */
  expireAll(): void;
}

/** A store that has seen no token. */
export function createTokenStore(): TokenStore {
  const used = new Set<string>();
  let limit: IssueTime | undefined;
  const calledBack = ({ at, order }: IssueTime): boolean =>
    limit !== undefined && (at < limit.at || (at === limit.at && order <= limit.order));
  return {
    use(token) {
      if (!token) return 'token is required';
      const facts = readToken(token);
      // A token of another maker cannot be judged here.
      if (!facts) return undefined;
      if (calledBack(facts.issued) || Date.now() >= facts.expiresAt) return 'token has expired';
      if (facts.onlyOnce && used.has(token)) return 'token has been used';
      used.add(token);
      return undefined;
    },
    expireAll() {
      limit = issueTime();
    },
  };
}
