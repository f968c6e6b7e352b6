import type { SimulatorOptions } from './options.js';

/** What the script reads of its own tag. */
export interface ScriptTag {
  readonly src: string;
  readonly dataset: Readonly<Record<string, string | undefined>>;
  readonly nonce?: string | undefined;
}

/** The credentials and options of a tag. */
export interface TagFacts {
  token: string | undefined;
  sdkAppId: string | undefined;
  userId: string | undefined;
  showWorkBench: boolean;
  options: SimulatorOptions;
}

const NUMBERS = ['speed', 'seed', 'readyDelay'] as const;
const WORDS = ['login', 'globalName'] as const;

function readOptions(query: URLSearchParams): SimulatorOptions {
  const options: Record<string, unknown> = {};
  const sim = query.get('sim');
  if (sim) {
    try {
      Object.assign(options, JSON.parse(sim));
    } catch {
      throw new TypeError('Simulator: the query parameter sim is not JSON.');
    }
  }
  for (const name of NUMBERS) {
    const value = query.get(name);
    if (value) options[name] = Number(value);
  }
  for (const name of WORDS) {
    const value = query.get(name);
    if (value) options[name] = value;
  }
  return options;
}

/** Reads a tag as the vendor's script does: its dataset, and the query of its address. */
export function readTag({ src, dataset }: ScriptTag): TagFacts {
  const mark = src.indexOf('?');
  const query = new URLSearchParams(mark < 0 ? '' : src.slice(mark + 1).split('#')[0]);
  const value = (dataKey: string, queryKey: string): string | undefined =>
    dataset[dataKey] ?? query.get(queryKey) ?? undefined;
  return {
    token: value('token', 'token'),
    sdkAppId: value('sdkAppId', 'sdkAppId'),
    userId: value('userid', 'userid'),
    // Dataset values are strings: an application that sets `false` gets 'false'.
    showWorkBench: dataset['showWorkBenchAtFirstLogin'] !== 'false',
    options: readOptions(query),
  };
}
