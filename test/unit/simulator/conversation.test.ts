import { afterEach, describe, expect, it } from 'vitest';
import type { SimulatorOptions } from '../../../src/simulator/index.js';
import { boot, last, names, OK, outcome, pass, refusal, sdk, shutDown, type Loose } from './boot.js';

afterEach(shutDown);

/** A simulator in a conversation. */
async function talk(
  type: 'phone' | 'voip' | 'video' | 'im' | 'internal' = 'phone',
  options: SimulatorOptions = {},
) {
  const simulator = await boot(options);
  const sessionId = simulator.ring({ type });
  simulator.agentUi.answer();
  const session = () => simulator.sessions.find((one) => one.sessionId === sessionId);
  return { simulator, sessionId, session, start: simulator.events.length };
}

describe('hold', () => {
  it('also mutes, and unHold unmutes, without any event', async () => {
    const { simulator, sessionId, session, start } = await talk();
    expect(await outcome(sdk().Call.hold({ sessionId }))).toEqual(OK);
    expect(session()).toMatchObject({ state: 'held', micMuted: true });
    expect(await outcome(sdk().Call.unHold({ sessionId }))).toEqual(OK);
    expect(session()).toMatchObject({ state: 'connected', micMuted: false });
    expect(names(simulator, start)).toEqual([]);
  });

  it('is refused where it changes nothing, and before the conversation', async () => {
    const { simulator, sessionId } = await talk();
    expect(await outcome(sdk().Call.unHold({ sessionId }))).toEqual(refusal('SessionNotInControlState'));
    await outcome(sdk().Call.hold({ sessionId }));
    expect(await outcome(sdk().Call.hold({ sessionId }))).toEqual(refusal('SessionNotInControlState'));
    simulator.customer.hangUp();
    expect(await outcome(sdk().Call.unHold({ sessionId }))).toEqual(refusal('SessionNotInControlState'));
  });
});

describe('mute', () => {
  it('switches the microphone without any event, and says so', async () => {
    const { simulator, sessionId, session, start } = await talk('voip');
    const muted = () => outcome(sdk().Call.isMicMuted({ sessionId }));
    expect(await outcome(sdk().Call.muteMic({ sessionId }))).toEqual(OK);
    expect(await outcome(sdk().Call.muteMic({ sessionId }))).toEqual(OK);
    expect([session()?.micMuted, await muted()]).toEqual([true, { ...OK, data: true }]);
    expect(await outcome(sdk().Call.unmuteMic({ sessionId }))).toEqual(OK);
    expect([session()?.micMuted, await muted()]).toEqual([false, { ...OK, data: false }]);
    expect(names(simulator, start)).toEqual([]);
  });

  it('switches microphone and camera of a video session apart', async () => {
    const { sessionId, session } = await talk('video');
    await outcome(sdk().Video.muteVideo({ sessionId }));
    expect(session()).toMatchObject({ videoMuted: true, micMuted: false });
    await outcome(sdk().Video.muteMic({ sessionId }));
    await outcome(sdk().Video.unmuteVideo({ sessionId }));
    expect(session()).toMatchObject({ videoMuted: false, micMuted: true });
    await outcome(sdk().Video.unmuteMic({ sessionId }));
    expect(session()).toMatchObject({ videoMuted: false, micMuted: false });
  });

  it('is refused while the session rings', async () => {
    const simulator = await boot();
    const sessionId = simulator.ring();
    expect(await outcome(sdk().Call.muteMic({ sessionId }))).toEqual(refusal('SessionNotInControlState'));
  });
});

describe('key tones', () => {
  it('are recorded in order', async () => {
    const { sessionId, session } = await talk();
    await outcome(sdk().Call.sendDigits({ sessionId, dtmfText: '12' }));
    await outcome(sdk().Call.sendDigits({ sessionId, dtmfText: '#' }));
    expect(session()?.digits).toBe('12#');
  });

  it.each([undefined, '', 'hello'])('refuse %j', async (dtmfText) => {
    const { sessionId } = await talk();
    expect(await outcome(sdk().Call.sendDigits({ sessionId, dtmfText }))).toEqual(refusal('dtmfText'));
  });
});

describe('a transfer', () => {
  it.each([
    ['phone', 'Call', { skillGroupId: '2' }, { skillGroupId: '2', userId: '' }],
    ['im', 'Chat', { userId: 'bo@example.com' }, { skillGroupId: '', userId: 'bo@example.com' }],
    ['video', 'Video', { skillGroupId: '1' }, { skillGroupId: '1', userId: '' }],
  ] as const)(
    'of a %s session by %s.transfer completes a little later',
    async (type, namespace, to, sent) => {
      const { simulator, sessionId, session, start } = await talk(type);
      expect(await outcome(sdk()[namespace].transfer({ sessionId, ...to }), 100)).toEqual(OK);
      expect(names(simulator, start)).toEqual([]);
      await pass(500);
      expect(names(simulator, start).slice(0, 2)).toEqual(['transfer', 'sessionEnded']);
      expect(last(simulator, 'transfer')).toEqual({ sessionId, ...sent });
      expect(session()).toMatchObject({ state: 'ended', closeBy: 'seat' });
      expect(simulator.agent.status).toBe(type === 'im' ? 'free' : 'arrange');
    },
  );

  it('needs exactly one target, and a conversation', async () => {
    const { simulator, sessionId } = await talk();
    expect(await outcome(sdk().Call.transfer({ sessionId }))).toEqual(refusal('either'));
    expect(await outcome(sdk().Call.transfer({ sessionId, userId: 'a', skillGroupId: '1' }))).toEqual(
      refusal('either'),
    );
    simulator.customer.hangUp();
    expect(await outcome(sdk().Call.transfer({ sessionId, userId: 'a' }))).toEqual(refusal('ControlState'));
  });

  it('does not complete when the customer hangs up first', async () => {
    const { simulator, sessionId, start } = await talk();
    await outcome(sdk().Call.transfer({ sessionId, skillGroupId: '1' }), 100);
    simulator.customer.hangUp();
    await pass(5000);
    expect(names(simulator, start)).toEqual(['sessionEnded', 'status arrange']);
  });

  it('can come back with the same id', async () => {
    const { simulator, sessionId, session, start } = await talk('phone', { wrapUp: 0 });
    simulator.agentUi.transfer({ userId: 'bo' });
    await pass(500);
    simulator.transferIn({ sessionId });
    expect(session()).toMatchObject({ state: 'offered', micMuted: false });
    simulator.agentUi.answer();
    expect(names(simulator, start)).toEqual([
      'transfer',
      'sessionEnded',
      'status free',
      'callIn',
      'userAccessed',
      'status busy',
    ]);
  });
});

describe('deleteCall', () => {
  it('takes a session that is over off the list, and returns nothing', async () => {
    const { simulator, sessionId } = await talk();
    simulator.customer.hangUp();
    expect(sdk().Call.deleteCall({ sessionId })).toBeUndefined();
    await pass(100);
    expect(last(simulator, 'sessionCompleted')).toEqual({ sessionId });
    expect(simulator.sessions).toEqual([]);
  });

  it('does nothing to a live session', async () => {
    const { simulator, sessionId } = await talk();
    sdk().Call.deleteCall({ sessionId });
    await pass(100);
    expect(simulator.sessions).toHaveLength(1);
    expect(last(simulator, 'sessionCompleted')).toBeUndefined();
  });
});

describe('the rest of the SDK', () => {
  it('lists devices, made-up ones where the page has none', async () => {
    await boot();
    const [microphone]: Loose = await outcome(sdk().Devices.getMicrophones());
    const [speaker]: Loose = await outcome(sdk().Devices.getSpeakers());
    expect([microphone.kind, speaker.kind]).toEqual(['audioinput', 'audiooutput']);
    expect([sdk().Devices.isBrowserSupported(), sdk().Devices.isEnvSupported()]).toEqual([true, true]);
  });

  it('refuses kick and ignores UI.mount, which are known by name only', async () => {
    await boot();
    expect(await outcome(sdk().Call.kick({ any: 1 }))).toEqual(refusal('not simulated'));
    expect(sdk().UI.mount({ any: 1 })).toBeUndefined();
  });

  it('names its events', async () => {
    await boot();
    expect(sdk().events).toMatchObject({ callIn: 'callIn', calloutAccepted: 'calloutAccepted' });
  });
});
