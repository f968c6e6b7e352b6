// Compares the public API of each entry with its report in etc/ (`npm run check:api`), or rewrites the
// reports with --local (`npm run api`). Reads the declarations in dist/: build first.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';

/** @type {[config: string, report: string][]} */
const ENTRIES = [
  ['api-extractor.json', 'tccc-react.api.md'],
  ['api-extractor.simulator.json', 'tccc-react-simulator.api.md'],
];
const localBuild = process.argv.includes('--local');

if (!existsSync(fileURLToPath(new URL('../dist/index.d.ts', import.meta.url)))) {
  process.stderr.write('No dist/index.d.ts: run `npm run build` first.\n');
  process.exit(1);
}

for (const [name, report] of ENTRIES) {
  const path = fileURLToPath(new URL(`../etc/${name}`, import.meta.url));
  const config = ExtractorConfig.loadFileAndPrepare(path);
  const result = Extractor.invoke(config, {
    localBuild,
    messageCallback: (message) => {
      if (message.logLevel === ExtractorLogLevel.Info || message.messageId === 'console-preamble') {
        message.handled = true;
      }
    },
  });
  if (!result.succeeded) {
    process.stderr.write(`etc/${report}: the public API differs, or has faults (above).\n`);
    if (!localBuild) process.stderr.write('If the change is meant: npm run api, and commit the report.\n');
    process.exitCode = 1;
  } else {
    process.stdout.write(`etc/${report}: ${result.apiReportChanged ? 'updated' : 'same'}\n`);
  }
}
