import { useState } from 'react';

/** Another agent for each mount: a story shall not begin with the history of the one before. */
export function useAgentKey(): string {
  return useState(() => crypto.randomUUID())[0];
}
