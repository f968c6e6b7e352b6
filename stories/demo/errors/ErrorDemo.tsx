import type { ReactElement, ReactNode } from 'react';

import { ConnectionDemo } from '../connection/ConnectionDemo.js';
import { ErrorBox } from '../connection/Notice.js';
import { useMessages } from '../messages/index.js';
import { Card, Empty, Pill } from '../ui.js';
import { ActionFault } from './ActionFault.js';
import { MountFault } from './MountFault.js';
import { type ScenarioId, scenarioOf } from './scenarios.js';
import { useReports, type Report } from './useReports.js';

function ScenarioCard({
  id,
  title,
  aside,
  children,
}: {
  id: ScenarioId | 'none';
  title: string;
  aside?: ReactNode;
  children?: ReactNode;
}): ReactElement {
  const { errors } = useMessages();
  const text = id === 'none' ? errors.noneText : errors.scenarios[id];
  const scenario = id === 'none' ? undefined : scenarioOf(id);
  return (
    <Card title={title} className="demo-scenario" aside={aside}>
      <dl className="demo-facts">
        <dt>{errors.when}</dt>
        <dd>{text.when}</dd>
        <dt>{errors.then}</dt>
        <dd>
          {text.then}{' '}
          {scenario && (
            <Pill tone={scenario.byItself === 'no' ? 'neutral' : 'info'}>
              {errors.byItself[scenario.byItself]}
            </Pill>
          )}
        </dd>
      </dl>
      {scenario?.kind === 'connect' && id !== 'token-http-503' && id !== 'login-timeout' && (
        <p className="demo-hint">{errors.again}</p>
      )}
      {children}
    </Card>
  );
}

function ReportsCard({ reports }: { reports: readonly Report[] }): ReactElement {
  const { errors } = useMessages();
  return (
    <Card title={errors.reported}>
      {reports.length === 0 ? (
        <Empty>{errors.reportedEmpty}</Empty>
      ) : (
        <ul className="demo-reports">
          {reports.map(({ id, via, error }) => (
            <li key={id} data-testid="report" data-via={via} data-code={error.code}>
              <ErrorBox error={error} title={errors.via[via]} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** One fault, live: what provokes it, what the connection does about it, and what the app is told. */
export function ErrorDemo({
  id,
  run = 0,
  title,
  aside,
}: {
  id: ScenarioId | 'none';
  /** Another number runs it again. */
  run?: number;
  title: string;
  aside?: ReactNode;
}): ReactElement {
  const scenario = id === 'none' ? undefined : scenarioOf(id);
  const key = `${id}-${run}`;
  const { errors } = useMessages();
  const [reports, report] = useReports();
  return (
    <>
      <ScenarioCard id={id} title={title} aside={aside}>
        {id !== 'none' && scenario?.kind === 'mount' && <MountFault key={key} id={id} report={report} />}
      </ScenarioCard>
      <ConnectionDemo
        wish={scenario?.wish}
        times={scenario?.times}
        {...scenario?.props}
        // Another agent: the connection before ends by force, and a fresh one begins.
        agentKey={key}
        onError={(error) => report('onError', error)}
        side={<ReportsCard reports={reports} />}
      >
        {id !== 'none' && scenario?.kind === 'action' && (
          <Card title={errors.choose}>
            <ActionFault key={key} id={id} report={report} />
          </Card>
        )}
      </ConnectionDemo>
    </>
  );
}
