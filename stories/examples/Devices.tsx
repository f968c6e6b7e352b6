import type { ReactElement } from 'react';

import { type TCCCMicrophonePermission, useDevices } from '../../src/index.js';

/** The words of `<Devices>`. */
export interface DevicesText {
  /** What it is called, and what to do about it. */
  permissions: Record<TCCCMicrophonePermission, { name: string; help: string }>;
  allow: string;
  test: string;
  refresh: string;
  microphones: string;
  speakers: string;
  none: string;
  unnamed: (n: number) => string;
  supported: string;
  unsupported: string;
}

function List({
  title,
  of,
  text,
}: {
  title: string;
  of: readonly MediaDeviceInfo[];
  text: DevicesText;
}): ReactElement {
  return (
    <section className="devices-list" aria-label={title}>
      <h3>{title}</h3>
      {of.length === 0 && <p>{text.none}</p>}
      <ul>
        {/* Browsers name devices, by label and by id, only once the microphone is allowed. */}
        {of.map(({ deviceId, label }, index) => (
          <li key={deviceId || index}>{label || text.unnamed(index + 1)}</li>
        ))}
      </ul>
    </section>
  );
}

/** Whether the agent can be heard: permission, microphones and speakers. */
export function Devices({ text }: { text: DevicesText }): ReactElement {
  const { permission, microphones, speakers, isBrowserSupported, refresh } = useDevices();
  // Elsewhere to open it would fail for sure.
  const opens = permission === 'prompt' || permission === 'granted' || permission === 'in-use';
  return (
    <div className="devices" data-permission={permission ?? 'unknown'}>
      {permission && (
        <div className="devices-permission" role="status">
          <strong>{text.permissions[permission].name}</strong>
          <p>{text.permissions[permission].help}</p>
        </div>
      )}
      <div className="devices-actions">
        {opens && (
          <button
            type="button"
            data-look={permission === 'prompt' ? 'main' : undefined}
            onClick={() => void refresh({ request: true })}
          >
            {permission === 'prompt' ? text.allow : text.test}
          </button>
        )}
        <button type="button" onClick={() => void refresh()}>
          {text.refresh}
        </button>
      </div>
      <List title={text.microphones} of={microphones} text={text} />
      <List title={text.speakers} of={speakers} text={text} />
      {isBrowserSupported !== null && (
        <p className="devices-sdk">{isBrowserSupported ? text.supported : text.unsupported}</p>
      )}
    </div>
  );
}
