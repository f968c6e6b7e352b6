// The provider's props: one source of the token, explicit undefined for all that is optional.
import type { ReactElement } from 'react';
import {
  DEFAULT_ALLOWED_SDK_HOSTS,
  TCCCProvider,
  type TCCCCloudToken,
  type TCCCProviderProps,
  type TCCCSdk,
  type TCCCSnapshot,
  type TCCCToken,
} from 'tccc-react';
import { is, type Equal } from './types.js';

declare const ours: TCCCToken;
declare const clouds: TCCCCloudToken;

export const all: ReactElement[] = [
  <TCCCProvider tokenEndpoint="/api/tccc/token" />,
  <TCCCProvider tokenEndpoint={new URL('https://app.example/token')} agentKey={7} />,
  <TCCCProvider fetchToken={async () => ours} agentKey={null} />,
  <TCCCProvider fetchToken={() => Promise.resolve(clouds)} agentKey="anna" />,
  <TCCCProvider fetchToken={async () => ({ sdkUrl: 'https://tccc.qcloud.com/sdk.js' })} />,
  <TCCCProvider
    fetchToken={async ({ signal, attempt }) => {
      is<Equal<typeof signal, AbortSignal>>();
      is<Equal<typeof attempt, number>>();
      return ours;
    }}
  />,
  <TCCCProvider
    tokenEndpoint="/api/tccc/token"
    requestInit={async () => ({ headers: { 'x-csrf': 'c' } })}
    parseToken={(body) => {
      is<Equal<typeof body, unknown>>();
      return clouds;
    }}
    agentKey="anna"
    showWorkBenchAtFirstLogin={false}
    allowedSdkHosts={[...DEFAULT_ALLOWED_SDK_HOSTS, '*.cdn-go.cn']}
    nonce="n0nce"
    autoConnect={false}
    disconnectOnUnmount
    preconnect
    timeouts={{ token: 10_000, script: 20_000, login: 30_000 }}
    retry={{ attempts: 3, baseDelay: 500 }}
    onReady={(sdk) => is<Equal<typeof sdk, TCCCSdk>>()}
    onError={({ code }) => code === 'aborted'}
    onStatusChange={async (snapshot) => is<Equal<typeof snapshot, TCCCSnapshot>>()}
  >
    text
    <p />
  </TCCCProvider>,
  <TCCCProvider tokenEndpoint="/t" retry={false} requestInit={{ credentials: 'include' }} />,
  // What a wrapper passes on may be undefined.
  <TCCCProvider
    tokenEndpoint="/t"
    fetchToken={undefined}
    requestInit={undefined}
    parseToken={undefined}
    agentKey={undefined}
    showWorkBenchAtFirstLogin={undefined}
    allowedSdkHosts={undefined}
    nonce={undefined}
    autoConnect={undefined}
    disconnectOnUnmount={undefined}
    preconnect={undefined}
    timeouts={{ token: undefined, script: undefined, login: undefined }}
    retry={{ attempts: undefined, baseDelay: undefined }}
    onReady={undefined}
    onError={undefined}
    onStatusChange={undefined}
  >
    {undefined}
  </TCCCProvider>,
  <TCCCProvider
    tokenEndpoint={undefined}
    fetchToken={async () => ours}
    timeouts={undefined}
    retry={undefined}
  />,
];

/** Props that are passed on. */
export const Wrapper = (props: TCCCProviderProps): ReactElement => <TCCCProvider {...props} nonce="n0nce" />;

const fetchToken = async (): Promise<TCCCToken> => ours;
export const wrong: ReactElement[] = [
  // @ts-expect-error neither source
  <TCCCProvider agentKey="anna" />,
  // @ts-expect-error both sources
  <TCCCProvider tokenEndpoint="/t" fetchToken={fetchToken} />,
  // @ts-expect-error neither, spelt out
  <TCCCProvider tokenEndpoint={undefined} fetchToken={undefined} />,
  // @ts-expect-error no URL in the token
  <TCCCProvider fetchToken={async () => ({ token: 'abc' })} />,
  // @ts-expect-error a number is no endpoint
  <TCCCProvider tokenEndpoint={7} />,
  // @ts-expect-error true is no retry
  <TCCCProvider tokenEndpoint="/t" retry={true} />,
  // @ts-expect-error no such time-out
  <TCCCProvider tokenEndpoint="/t" timeouts={{ ready: 1 }} />,
  // @ts-expect-error the vendor spells it with a capital B
  <TCCCProvider tokenEndpoint="/t" showWorkbenchAtFirstLogin />,
  // @ts-expect-error a list of hosts
  <TCCCProvider tokenEndpoint="/t" allowedSdkHosts="tccc.qcloud.com" />,
];
// @ts-expect-error the default list is not to be changed
DEFAULT_ALLOWED_SDK_HOSTS.push('*');
