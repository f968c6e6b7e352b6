import type { ReactElement, ReactNode } from 'react';

import { DemoProvider, type DemoProviderProps } from '../DemoProvider.js';
import { ConnectionCard } from './ConnectionCard.js';
import { LogCard } from './LogCard.js';
import { useConnectionLog } from './useConnectionLog.js';

/** A connection, its steps, and everything its status has been. */
export function ConnectionDemo({
  side,
  children,
  ...options
}: Omit<DemoProviderProps, 'onStatusChange'> & {
  /** Above the log. */
  side?: ReactNode;
  /** Below the steps. */
  children?: ReactNode;
}): ReactElement {
  const [log, onStatusChange] = useConnectionLog();
  return (
    <DemoProvider {...options} onStatusChange={onStatusChange}>
      <div className="demo-columns">
        <div className="demo-column">
          <ConnectionCard log={log} />
          {children}
        </div>
        <div className="demo-column">
          {side}
          <LogCard log={log} />
        </div>
      </div>
    </DemoProvider>
  );
}
