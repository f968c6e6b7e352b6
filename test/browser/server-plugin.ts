// The backend of the browser tests, inside Vite's own server: a token endpoint, the simulator's script with
// faults, and a log of what was requested. All of it is kept by the test's id, so tests do not disturb each other.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { buildScript, dress } from './support/build-script.ts';
import type { Plan, ScriptStep, Seen, SeenRequest, TokenStep } from './support/plan.ts';

interface Room extends Seen {
  plan: Plan;
  /** Answers that wait for `release`. */
  held: (() => void)[];
}

const LOGIN_PAGE = '<!doctype html><title>Sign in</title><form method="post"></form>';
/** A held request must not outlive its test for ever. */
const PATIENCE = 15_000;

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

/** Ends the connection. What is no HTTP at all is not tried again by the browser itself, as silence would be. */
const breakOff = (response: ServerResponse): void => void response.socket?.end('broken\r\n\r\n');

const json = (response: ServerResponse, value: unknown): void => {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(value));
};

export function tcccServer(): Plugin {
  const rooms = new Map<string, Room>();
  let script: Promise<string> | undefined;

  const roomOf = (id: string): Room => {
    const room = rooms.get(id) ?? { plan: [], tokens: [], scripts: [], secrets: [], held: [] };
    rooms.set(id, room);
    return room;
  };

  const note = (
    list: SeenRequest[],
    request: IncomingMessage,
    response: ServerResponse,
    body: string,
  ): void => {
    const entry: SeenRequest = {
      method: request.method ?? '',
      headers: request.headers as SeenRequest['headers'],
      body,
      at: Date.now(),
      outcome: 'open',
    };
    list.push(entry);
    response.on('close', () => {
      entry.outcome = response.writableFinished ? 'answered' : 'closed';
    });
  };

  const released = (room: Room, response: ServerResponse): Promise<void> =>
    new Promise((resolve) => {
      room.held.push(resolve);
      response.on('close', resolve);
      setTimeout(resolve, PATIENCE).unref();
    });

  /** Makes up a token with signs that an address has to encode, and the address that carries it. */
  const issue = (room: Room, id: string, origin: string, step: TokenStep): Seen['secrets'][number] => {
    const n = room.secrets.length + 1;
    const token = `tk+${id}/${n}=&${Math.random().toString(36).slice(2)}`;
    const query = new URLSearchParams({ sdkAppId: '1400000000', userid: 'agent@example.com', token, id });
    if (step.script) query.set('step', JSON.stringify(step.script));
    query.set('sim', JSON.stringify({ speed: 50, ...step.sim }));
    const sdkUrl = (step.sdkUrl ?? `${origin}/tccc-sdk.js?%QUERY%`).replace('%QUERY%', query.toString());
    room.secrets.push({ token, sdkUrl });
    return { token, sdkUrl };
  };

  const answerToken = async (
    room: Room,
    id: string,
    origin: string,
    response: ServerResponse,
  ): Promise<void> => {
    const step = room.plan[Math.min(room.tokens.length, room.plan.length) - 1] ?? {};
    const secret = issue(room, id, origin, step);
    if (step.hold) await released(room, response);
    if (step.drop) {
      breakOff(response);
      return;
    }
    if (step.redirect) {
      const target = step.redirect === 'login' ? '/tccc-login' : '/tccc-moved';
      response.writeHead(302, { location: `${target}?id=${id}` }).end();
      return;
    }
    const date = /^date([+-]\d+)$/.exec(step.retryAfter ?? '');
    const retryAfter = date ? new Date(Date.now() + Number(date[1]) * 1000).toUTCString() : step.retryAfter;
    if (retryAfter) response.setHeader('retry-after', retryAfter);
    const { token, sdkUrl } = secret;
    const shapes = {
      ours: { sdkUrl, token, sdkAppId: 1400000000, userId: 'agent@example.com', expiredTime: 1 },
      cloud: { Token: token, SdkURL: sdkUrl, ExpiredTime: 1, RequestId: 'r-1' },
      'url-only': { sdkUrl },
    };
    const body = (step.body ?? JSON.stringify(shapes[step.shape ?? 'ours']))
      .replace('%TOKEN%', token)
      .replace('%URL%', sdkUrl);
    response.writeHead(step.status ?? 200, { 'content-type': step.contentType ?? 'application/json' });
    if (step.holdBody) {
      response.write(body.slice(0, 2));
      await released(room, response);
      response.end(body.slice(2));
    } else response.end(body);
  };

  const answerScript = async (
    room: Room,
    query: URLSearchParams,
    response: ServerResponse,
  ): Promise<void> => {
    const step = JSON.parse(query.get('step') ?? '{}') as ScriptStep;
    if (step.hold) await released(room, response);
    if (step.drop) {
      breakOff(response);
      return;
    }
    const status = step.status ?? 200;
    response.writeHead(status, { 'content-type': 'text/javascript', 'cache-control': 'no-store' });
    if (status !== 200) {
      response.end();
      return;
    }
    script ??= buildScript().catch((error: unknown) => {
      script = undefined;
      throw error;
    });
    response.end(dress(step.kind, JSON.stringify(query.get('token')), await script));
  };

  const handle = async (
    request: IncomingMessage,
    response: ServerResponse,
    next: () => void,
  ): Promise<void> => {
    const origin = `http://${request.headers.host ?? 'localhost'}`;
    const { pathname, searchParams: query } = new URL(request.url ?? '/', origin);
    const id = query.get('id') ?? '';
    switch (pathname) {
      case '/tccc-token':
      case '/tccc-moved': {
        const body = await readBody(request);
        const room = roomOf(id);
        if (pathname === '/tccc-moved') {
          const { token, sdkUrl } = issue(room, id, origin, {});
          json(response, { token, sdkUrl });
          return;
        }
        room.plan = JSON.parse(query.get('plan') ?? '[]') as Plan;
        note(room.tokens, request, response, body);
        await answerToken(room, id, origin, response);
        return;
      }
      case '/tccc-sdk.js': {
        const room = roomOf(id);
        note(room.scripts, request, response, '');
        await answerScript(room, query, response);
        return;
      }
      case '/tccc-login':
        response.writeHead(200, { 'content-type': 'text/html' }).end(LOGIN_PAGE);
        return;
      case '/tccc-log': {
        const { tokens, scripts, secrets } = roomOf(id);
        json(response, { tokens, scripts, secrets } satisfies Seen);
        return;
      }
      case '/tccc-release': {
        const held = roomOf(id).held.splice(0);
        held.forEach((go) => go());
        json(response, held.length);
        return;
      }
      default:
        next();
    }
  };

  return {
    name: 'tccc-test-server',
    configureServer({ middlewares }) {
      middlewares.use(
        (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => {
          handle(request, response, next).catch(next);
        },
      );
    },
  };
}
