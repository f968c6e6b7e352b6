import { expect, it } from 'vitest';
import type { TCCCError } from '../../src/index.js';
import { callSdk, TCCCGate } from '../../src/index.js';
import { openDesk, type Desk, type DeskOptions } from './support/desk.js';
import { Boundary, On, simulator, sleep } from './support/mount.js';
import type { TokenStep } from './support/plan.js';
import { takeConsoleErrors } from './support/watch.js';

/** Every form in which a secret of this desk could show. */
async function forms({ backend }: Desk): Promise<string[]> {
  const { secrets } = await backend.seen();
  return secrets.flatMap(({ token, sdkUrl }) =>
    [token, sdkUrl].flatMap((text) => [
      text,
      encodeURIComponent(text),
      encodeURI(text),
      new URLSearchParams({ '': text }).toString().slice(1),
      JSON.stringify(text).slice(1, -1),
    ]),
  );
}

type Shown = [where: string, text: string];

const shownBy = (error: TCCCError): Shown[] => [
  [`message of ${error.code}`, error.message],
  [`stack of ${error.code}`, error.stack ?? ''],
  [`text of ${error.code}`, String(error)],
  [`JSON of ${error.code}`, JSON.stringify(error)],
  [`details of ${error.code}`, JSON.stringify(error.details)],
  [`copy of ${error.code}`, JSON.stringify({ ...error })],
];

async function expectNoSecret(desk: Desk, more: readonly Shown[] = []): Promise<void> {
  const kept = [...desk.snapshots, ...desk.states];
  const errors = kept.flatMap(({ error, lastError }) => [error, lastError]).filter((error) => error !== null);
  const shown: Shown[] = [
    ...[...new Set([...desk.errors, ...errors])].flatMap(shownBy),
    ...kept.map((state): Shown => [`JSON of ${state.status}`, JSON.stringify(state)]),
    ...takeConsoleErrors().map((text): Shown => ['console', text]),
    ...more,
  ];
  expect(shown.length).toBeGreaterThan(0);
  const secrets = await forms(desk);
  expect(secrets.length).toBeGreaterThan(0);
  const leaks = shown.filter(([, text]) => secrets.some((secret) => text.includes(secret)));
  expect(leaks.map(([where]) => where)).toEqual([]);
}

const quoting = (body: unknown): never => {
  throw new Error(`cannot read ${JSON.stringify(body)}`);
};
const script = (step: TokenStep['script']): TokenStep => ({ script: step! });
const paths: [when: string, step: TokenStep, props?: DeskOptions['props']][] = [
  ['the network fails', { drop: true }],
  ['the token request takes too long', { hold: true }, { timeouts: { token: 50 } }],
  ['the server fails and quotes the token', { status: 500, body: '{"token":"%TOKEN%","url":"%URL%"}' }],
  ['the request is refused and the answer quotes the token', { status: 401, body: '%TOKEN% %URL%' }],
  ['the answer is not JSON and has the token', { body: '%TOKEN% %URL%' }],
  ['the answer has a token and no URL', { body: '{"token":"%TOKEN%","url":"%URL%"}' }],
  ['parseToken quotes what it got', {}, { parseToken: quoting }],
  ['the host is not allowed', { sdkUrl: 'https://evil.example/sdk.js?%QUERY%' }],
  ['the address has a user name', { sdkUrl: 'https://agent:%QUERY%@tccc.qcloud.com/' }],
  ['the address is no address', { sdkUrl: 'sdk.js?%QUERY%' }],
  ['the protocol is not allowed', { sdkUrl: 'ftp://localhost/sdk.js?%QUERY%' }],
  ['the script is not there', script({ status: 404 })],
  ['the script is too slow', script({ hold: true }), { timeouts: { script: 60 } }],
  ['the script sets no global', script({ kind: 'empty' })],
  ['the token has expired', { sim: { login: 'expired' } }],
  ['the log-in takes too long', { sim: { login: 'never' } }, { timeouts: { login: 60 } }],
];

it.each(paths)('shows neither token nor URL when %s', async (_when, step, props) => {
  const desk = openDesk({ plan: [step], ...(props && { props }) });
  const error = await desk.failure();
  await expectNoSecret(desk);
  expect(Object.keys(error)).not.toContain('cause');
});

it('shows neither token nor URL when a retry follows a failure', async () => {
  const desk = openDesk({ plan: [script({ status: 404 })] });
  await desk.failure();
  await desk
    .state()
    .retry()
    .catch(() => undefined);
  await expectNoSecret(desk);
});

it.each(['throws', 'rejects'])(
  'scrubs the log of a handler that %s with the token and the URL',
  async (how) => {
    const own = new Error('mine');
    const run = (): Promise<never> => {
      if (how === 'throws') throw own;
      return Promise.reject(own);
    };
    const desk = openDesk({ children: <On name="callIn" run={run} /> });
    await desk.until('ready');
    const { secrets } = await desk.backend.seen();
    const { token, sdkUrl } = secrets[0]!;
    own.message = `${token} ${encodeURIComponent(token)} ${sdkUrl} ${encodeURIComponent(sdkUrl)}`;
    own.stack = `${own.message}\n${own.stack ?? ''}`;
    simulator().ring();
    await sleep(20);
    expect(desk.errors).toHaveLength(1);
    expect(desk.errors[0]?.cause).toBe(own);
    await expectNoSecret(desk);
  },
);

it("scrubs the vendor's own words when an SDK call fails", async () => {
  const desk = openDesk();
  const { sdk } = await desk.until('ready');
  const { secrets } = await desk.backend.seen();
  const { token, sdkUrl } = secrets[0]!;
  simulator().fail('Call.startOutboundCall', { errorMsg: `no: ${token} at ${sdkUrl}` });
  const error: unknown = await callSdk(() => sdk!.Call.startOutboundCall({ phoneNumber: '10086' })).catch(
    (cause: unknown) => cause,
  );
  await expectNoSecret(desk, shownBy(error as TCCCError));
});

it('scrubs what the gate throws to an error boundary', async () => {
  const caught: unknown[] = [];
  const desk = openDesk({
    plan: [script({ status: 404 })],
    children: (
      <Boundary onCatch={(error) => caught.push(error)}>
        <TCCCGate />
      </Boundary>
    ),
  });
  await desk.failure();
  await expectNoSecret(
    desk,
    caught.flatMap((error) => shownBy(error as TCCCError)),
  );
});
