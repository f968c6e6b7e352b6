import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { buildInto, root } from './build.js';

it('works in Jest, as built', async () => {
  const dist = await buildInto('lib', 'jest-test');
  await buildInto('sdk', 'jest-test/simulator');
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--no-cache', '--colors=false'],
    {
      cwd: `${root}compat/jest`,
      env: { ...process.env, TCCC_REACT_DIST: dist, NODE_ENV: 'test' },
      encoding: 'utf8',
    },
  );
  expect(stderr).toMatch(/Tests: +7 passed, 7 total/);
  expect(status).toBe(0);
}, 120_000);
