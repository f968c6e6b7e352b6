// The import directions of src/, as `no-restricted-imports` zones: a token becomes a ready SDK, events become
// state, state becomes hooks, hooks become components, and never back. test/node/import-rooms.test.ts proves
// that each zone reports.

/**
 * Room → what it may import besides itself. `types` allows `import type` only.
 *
 * @type {Record<string, { rooms: string[], types?: string[], react?: true, node?: true }>}
 */
const ROOMS = {
  sdk: { rooms: [] },
  connection: { rooms: ['sdk'] },
  state: { rooms: ['sdk'] },
  hooks: { rooms: ['connection', 'state', 'sdk'], react: true },
  components: { rooms: ['hooks', 'i18n'], react: true },
  i18n: { rooms: [], react: true },
  simulator: { rooms: [], types: ['sdk'], react: true },
  server: { rooms: [], node: true },
};

/** Folders deeper than this inside a room are not covered; the deepest wanted is components/<Name>/<file>. */
const DEPTH = 4;

const NO_DEFAULT_EXPORT = [
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
  { selector: 'ExportSpecifier[exported.name="default"]', message: 'Named exports only.' },
];

/** @param {string[]} names */
const any = (names) => `(?:${names.join('|')})`;

/**
 * @param {string} room
 * @param {{ rooms: string[], types?: string[], react?: true, node?: true }} may
 * @param {number} depth how many folders below the room the importing file lies
 */
function zone(room, may, depth) {
  const up = '\\.\\./'.repeat(depth + 1); // from the file to src/
  const types = may.types ?? [];
  const others = Object.keys(ROOMS).filter((name) => name !== room && !may.rooms.includes(name));
  const never = others.filter((name) => !types.includes(name));
  const allowed = [...may.rooms, ...types.map((name) => `${name} (types)`)].join(', ') || 'nothing of ours';
  const message = `src/${room} may import: ${allowed}.`;

  /** @type {{ regex: string, message: string, allowTypeImports?: boolean }[]} */
  const patterns = [
    { regex: `^${up}${any(never)}(?:/|\\.|$)`, message },
    {
      regex: `^${up}(?:\\.\\.(?:/|$)|[^./][^/]*$)`,
      message: `${message} Neither src/*.ts nor files outside src.`,
    },
    { regex: '^tccc-react(?:/|$)', message: 'Inside src, import by relative path.' },
  ];
  const ours = [`^${up}${any(others)}(?:/|\\.|$)`];
  if (types.length > 0) {
    patterns.push({ regex: `^${up}${any(types)}(?:/|\\.|$)`, message, allowTypeImports: true });
  }
  if (!may.react) {
    patterns.push({ regex: '^react(?:-dom)?(?:/|$)', message: `src/${room} is framework-free.` });
  }
  if (!may.node) {
    patterns.push({ regex: '^node:', message: `src/${room} runs in browsers.`, allowTypeImports: true });
  }
  return { patterns, ours, message };
}

/**
 * @param {{ patterns: object[], ours: string[], message: string }} zone
 * @returns {import('eslint').Linter.RulesRecord}
 */
function rules({ patterns, ours, message }) {
  const regex = ours.map((source) => `/${source.replaceAll('/', '\\/')}/`);
  return {
    '@typescript-eslint/no-restricted-imports': ['error', { patterns }],
    'no-restricted-syntax': [
      'error',
      ...NO_DEFAULT_EXPORT,
      ...regex.map((source) => ({ selector: `ImportExpression[source.value=${source}]`, message })),
    ],
  };
}

/** @returns {import('eslint').Linter.Config[]} */
export function roomRules() {
  const configs = [];
  for (const [room, may] of Object.entries(ROOMS)) {
    for (let depth = 0; depth <= DEPTH; depth++) {
      const files = [`src/${room}/${'*/'.repeat(depth)}*.{ts,tsx}`];
      configs.push({ name: `rooms/${room}/${depth}`, files, rules: rules(zone(room, may, depth)) });
    }
  }
  // The one file that joins the simulator to the library's React side.
  const provider = zone('simulator', { rooms: ['hooks'], types: ['sdk'], react: true }, 0);
  configs.push({
    name: 'rooms/provider',
    files: ['src/simulator/SimulatorProvider.tsx'],
    rules: rules(provider),
  });

  // The simulated cloud behind the script runs in Node.
  for (let depth = 1; depth <= DEPTH; depth++) {
    const cloud = zone('simulator', { rooms: [], types: ['sdk'], node: true }, depth);
    const files = [`src/simulator/cloud/${'*/'.repeat(depth - 1)}*.ts`];
    configs.push({ name: `rooms/cloud/${depth}`, files, rules: rules(cloud) });
  }

  // Files directly in src/ make up the main entry: browser rooms only.
  const message = 'The main entry does not pull in the simulator, the server or the components.';
  const source = '^\\./(?:simulator|server|components)(?:/|\\.|$)';
  const entry = { patterns: [{ regex: source, message }], ours: [source], message };
  configs.push({ name: 'rooms/entry', files: ['src/*.{ts,tsx}'], rules: rules(entry) });
  return configs;
}
