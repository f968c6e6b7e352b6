/** Where the page's one connection is kept, for every copy of this package. */
export const PAGE_KEY: symbol = Symbol.for('tccc-react/1');

/** The part of the page's record that strikes the current secrets out of a text. */
interface Redactor {
  redact?: ((text: string) => string) | undefined;
}

/** `text` without any token or SDK URL that this page's connection has seen, raw or encoded. */
export function redact(text: string): string {
  const page = (globalThis as { [key: symbol]: Redactor | undefined })[PAGE_KEY];
  return page?.redact?.(text) ?? text;
}
