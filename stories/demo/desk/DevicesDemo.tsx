import { type ReactElement, useEffect, useState } from 'react';

import { Devices } from '../../examples/Devices.js';
import { DemoProvider } from '../DemoProvider.js';
import { useMessages } from '../messages/index.js';
import { Button, Card } from '../ui.js';
import { MEDIA, type Media, plug, pretendMedia, restoreMedia } from './pretend-media.js';
import { useAgentKey } from './useAgentKey.js';

/** The devices, beside the browser that they depend on. */
export function DevicesDemo({ initial = 'prompt' }: { initial?: Media }): ReactElement {
  const agentKey = useAgentKey();
  const { desk } = useMessages();
  const { devices: text } = desk;
  const [{ media, run }, setChoice] = useState(() => {
    pretendMedia(initial);
    return { media: initial, run: 0 };
  });
  const [headset, setHeadset] = useState(false);

  // The next story has this browser's own devices.
  useEffect(() => restoreMedia, []);

  const choose = (next: Media): void => {
    pretendMedia(next);
    setHeadset(false);
    setChoice({ media: next, run: run + 1 });
  };
  return (
    <DemoProvider agentKey={agentKey}>
      <div className="demo-columns">
        <div className="demo-column">
          <Card title={text.component} className="demo-app">
            <Devices key={run} text={text} />
          </Card>
        </div>
        <div className="demo-column">
          <Card title={text.browser} hint={text.browserHint}>
            <fieldset className="demo-options">
              <legend>{text.microphoneIs}</legend>
              {MEDIA.map((one) => (
                <label key={one}>
                  <input type="radio" name="media" checked={media === one} onChange={() => choose(one)} />
                  {text.media[one]}
                </label>
              ))}
            </fieldset>
            <div className="demo-actions">
              <Button
                disabled={media === 'real' || media === 'insecure-context'}
                onClick={() => {
                  plug(!headset);
                  setHeadset(!headset);
                }}
              >
                {headset ? text.unplug : text.plug}
              </Button>
            </div>
          </Card>
        </div>
      </div>
    </DemoProvider>
  );
}
