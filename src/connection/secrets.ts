import type { Credentials } from './read-token.js';

/** Keeps what must never show in a text. */
export interface Secrets {
  add: (credentials: Credentials) => void;
  redact: (text: string) => string;
}

/** Older ones than these have long expired. */
const KEPT = 40;

export function createSecrets(): Secrets {
  let secrets: string[] = [];
  return {
    add({ sdkUrl, token }) {
      // The newer SDK carries its token in the query.
      const { href, searchParams } = new URL(sdkUrl, 'https://none');
      const fresh = [sdkUrl, href, token, searchParams.get('token')].flatMap((text) =>
        text ? [text, encodeURIComponent(text)] : [],
      );
      // The longest first, so that a URL goes whole.
      secrets = [...fresh, ...secrets].slice(0, KEPT).sort((a, b) => b.length - a.length);
    },
    redact: (text) => secrets.reduce((clean, secret) => clean.split(secret).join('[redacted]'), text),
  };
}
