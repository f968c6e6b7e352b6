/** A source of numbers in [0, 1), as `Math.random`. */
export type Random = () => number;

/** A small seeded generator (mulberry32): the same seed gives the same numbers on every platform. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * One generator a purpose, so that e.g. one more delay drawn does not change the next id.
 */
export interface RandomStreams {
  ids: Random;
  delays: Random;
  data: Random;
  tokens: Random;
}

/** The streams of a seed. */
export function createStreams(seed: number): RandomStreams {
  const stream = (salt: number): Random => createRandom(Math.imul(seed + 1, 0x9e3779b1) ^ salt);
  return { ids: stream(0x1d5), delays: stream(0xde1a), data: stream(0xda7a), tokens: stream(0x70ce) };
}

/** `length` random hexadecimal digits, lower-case. */
export function hex(random: Random, length: number): string {
  let text = '';
  while (text.length < length) text += Math.floor(random() * 16).toString(16);
  return text;
}

/** `length` random decimal digits. */
export function digits(random: Random, length: number): string {
  let text = '';
  while (text.length < length) text += String(Math.floor(random() * 10));
  return text;
}

/** A UUID v4, the form of the vendor's session ids. */
export function uuid(random: Random): string {
  const variant = (8 + Math.floor(random() * 4)).toString(16);
  const part = (length: number): string => hex(random, length);
  return `${part(8)}-${part(4)}-4${part(3)}-${variant}${part(3)}-${part(12)}`;
}

/** One element of a list that is not empty. */
export function pick<T>(random: Random, list: readonly [T, ...T[]]): T {
  return list[Math.floor(random() * list.length)] ?? list[0];
}
