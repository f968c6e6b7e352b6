/**
 * The flat payload of an SDK event. The vendor's tables and samples are flat, its inbound tutorial reads
 * `response.data.sessionId`: whatever arrives nested is unwrapped.
 */
export function flattenPayload(event: unknown): unknown {
  const { sessionId, status, data } = (event ?? {}) as {
    sessionId?: unknown;
    status?: unknown;
    data?: unknown;
  };
  return (sessionId ?? status) === undefined && typeof data === 'object' ? (data ?? event) : event;
}

/** The session that a payload or reply names, if it names one. */
export function sessionIdOf(payload: unknown): string | undefined {
  const id = (payload as { sessionId?: unknown } | null | undefined)?.sessionId;
  return typeof id === 'string' && id ? id : undefined;
}
