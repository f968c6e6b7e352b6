import type { TCCCError } from '../sdk/errors.js';
import type { TCCCSdk } from '../sdk/vendor.js';
import type { TCCCSnapshot } from './snapshot.js';

/** What logs an agent in: the answer of the token endpoint. Only the URL is required. */
export interface TCCCToken {
  /** The SDK URL, as the cloud gave it. One-use: it is neither cached nor logged. */
  sdkUrl: string;
  /** Not needed where the URL carries it. */
  token?: string | undefined;
  sdkAppId?: string | number | undefined;
  /** The agent's account. */
  userId?: string | undefined;
  /** When the token ends, in Unix s. */
  expiredTime?: number | undefined;
}

/** The cloud API's own spelling of a token response. */
export interface TCCCCloudToken {
  SdkURL: string;
  Token?: string | undefined;
  ExpiredTime?: number | undefined;
}

/** What `fetchToken` is called with. */
export interface TCCCFetchTokenContext {
  /** Aborts when the connect ends or takes too long. */
  signal: AbortSignal;
  /** From 1. */
  attempt: number;
}

/** How long each step may take, in ms. */
export interface TCCCTimeouts {
  /** The token request, its body included. Default 10,000. */
  token?: number | undefined;
  /** The script's load. Default 20,000. */
  script?: number | undefined;
  /** From load to `ready`. Default 30,000. */
  login?: number | undefined;
  /** What a hook calls of the SDK. Default 15,000. */
  call?: number | undefined;
}

/** How a failed connect is tried again. */
export interface TCCCRetry {
  /** Attempts in all, whatever the codes. Default 3. */
  attempts?: number | undefined;
  /** First wait, in ms; doubles up to 8,000, of which 50 to 100 % is waited. Default 500. */
  baseDelay?: number | undefined;
}

/** Where the token comes from: an endpoint or a function, never both. */
export type TCCCTokenSource =
  | { tokenEndpoint: string | URL; fetchToken?: undefined }
  | {
      fetchToken: (context: TCCCFetchTokenContext) => Promise<TCCCToken | TCCCCloudToken>;
      tokenEndpoint?: undefined;
    };

/** How the page connects, besides where its token comes from. */
export interface TCCCConnectOptions {
  /** Merged over the token request, header by header. Its `signal` is not used. */
  requestInit?: RequestInit | (() => RequestInit | Promise<RequestInit>) | undefined;
  /** Reads other shapes of the endpoint's JSON. */
  parseToken?: ((body: unknown) => TCCCToken | TCCCCloudToken) | undefined;
  /** Who is signed in: part of the connection's identity. `null`: nobody is; nothing connects. */
  agentKey?: string | number | null | undefined;
  /** The vendor's parameter: open the workbench right after log-in. Default true. */
  showWorkBenchAtFirstLogin?: boolean | undefined;
  /**
   * Your page has its own interface: the vendor's stays hidden, but for chats and video calls, whose text and
   * picture exist only there (its call bar may then show too). Default false.
   */
  headless?: boolean | undefined;
  /** How many sessions that are over the session hooks keep. Default 50. */
  historySize?: number | undefined;
  /** Hosts the SDK may come from; `*.x` is any depth below x. Replaces `DEFAULT_ALLOWED_SDK_HOSTS`. */
  allowedSdkHosts?: readonly string[] | undefined;
  /** CSP nonce for our script tag. */
  nonce?: string | undefined;
  /** Connect on mount and on a change of agent. Default true. */
  autoConnect?: boolean | undefined;
  /** Disconnect when the last provider has gone. Default false: the SDK stays for the next one. */
  disconnectOnUnmount?: boolean | undefined;
  timeouts?: TCCCTimeouts | undefined;
  /** `false`: one attempt. */
  retry?: TCCCRetry | false | undefined;
  /** Called when the SDK gets ready, and when a newly mounted provider finds it ready. */
  onReady?: ((sdk: TCCCSdk) => unknown) | undefined;
  /** Called once a failure, when the last attempt has failed, and for `handler-failed`. */
  onError?: ((error: TCCCError) => unknown) | undefined;
  /** Called with each new snapshot. */
  onStatusChange?: ((snapshot: TCCCSnapshot) => unknown) | undefined;
}

/** All that a connection reads of its provider's props. */
export type TCCCConnectionOptions = TCCCConnectOptions & TCCCTokenSource;
