import type { Credentials } from './read-token.js';

/** Older ones than these have long expired: eight a token. */
const KEPT = 99;
let secrets: string[] = [];

/** Keeps what must never show in a text. */
export function remember({ sdkUrl, url, token }: Credentials): void {
  const { href, searchParams } = url;
  // URLs before the tokens in them, so that a URL goes whole. The newer SDK carries its token in the query.
  const fresh = [sdkUrl, href, token, searchParams.get('token')].flatMap((text) =>
    text ? [text, encodeURIComponent(text)] : [],
  );
  secrets = [...fresh, ...secrets].slice(0, KEPT);
}

/** `text` without them. */
export function strike(text: string): string {
  return secrets.reduce((clean, secret) => clean.split(secret).join('[redacted]'), text);
}
