import type { Locale } from '../messages/index.js';
import { sourceOf } from './source.js';

/** The same in Chinese and in English. */
type Both<T = string> = readonly [zh: T, en: T];
type NameAndText = readonly [name: string, text: string];

/** What a docs page takes from the `parameters.docs` of its component … */
export interface PageParameters {
  heading: Record<Locale, string>;
  about: Record<Locale, string>;
  /** Least height of a frame, in px. */
  frame?: number;
  source?: { code?: string };
}

/** … and from those of each story. */
export interface SceneParameters {
  scene: Record<Locale, { name: string; text: string }>;
  /** Looks unlike the first story, so it is shown and not only named. */
  framed?: boolean;
}

const byLocale = <T>([zh, en]: Both<T>): Record<Locale, T> => ({ 'zh-CN': zh, 'en-US': en });

/** The parameters of a story file: what its docs page says, and the file of `examples/` that it shows. */
export function page({
  heading,
  about,
  source,
  frame,
}: {
  heading: Both;
  about: Both;
  source?: string;
  frame: number;
}): { docs: PageParameters } {
  return {
    docs: {
      heading: byLocale(heading),
      about: byLocale(about),
      frame,
      ...(source !== undefined && { source: sourceOf(source) }),
    },
  };
}

/** The parameters of a story: its name, and what happens in it. */
export function scene(
  zh: NameAndText,
  en: NameAndText,
  more: Omit<SceneParameters, 'scene'> = {},
): { docs: SceneParameters } {
  const words = ([name, text]: NameAndText): { name: string; text: string } => ({ name, text });
  return { docs: { scene: byLocale([words(zh), words(en)]), ...more } };
}
