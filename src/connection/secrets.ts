import type { Credentials } from './read-token.js';

let secrets: string[] = [];

/** Keeps what must never show in a text. */
export function remember({ sdkUrl, url, token }: Credentials): void {
  const { href, searchParams } = url;
  // URLs before the tokens in them, so that a URL goes whole. The newer SDK carries its token in the query.
  const fresh = [sdkUrl, href, token, searchParams.get('token')].flatMap((text) =>
    text ? [text, encodeURIComponent(text)] : [],
  );
  // Eight a token; older ones have long expired.
  secrets = [...fresh, ...secrets].slice(0, 99);
}

/** `text` without them. */
export function strike(text: string): string {
  return secrets.reduce((clean, secret) => clean.split(secret).join('[redacted]'), text);
}
