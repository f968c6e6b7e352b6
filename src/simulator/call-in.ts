import type { TCCCCallInEvent } from '../sdk/event-map.js';
import type { Core } from './core.js';
import { reportedNumber } from './line.js';
import { digits, pick, uuid } from './random.js';
import type { SimulatorSessionKind } from './session.js';

/** What `ring` takes: the kind, and any field of `callIn` to be sent instead of the made-up one. */
export type SimulatorRing = Partial<Omit<TCCCCallInEvent, 'type'>> & {
  /** Default `phone`. */
  type?: SimulatorSessionKind | undefined;
  /** Rings even where the service would not assign a session: agent not free, already in a call, too many chats. */
  force?: boolean | undefined;
};

const NAMES = ['张伟', '王芳', '李娜', '刘洋', '陈静'] as const;
const PLACES = ['广东 深圳', '北京', '上海', '四川 成都', '浙江 杭州'] as const;

function made(core: Core, kind: SimulatorSessionKind): Partial<TCCCCallInEvent> {
  const { ids, data } = core.random();
  const { servingNumber } = core.settings();
  // Drawn in any case, so that an overridden field does not change those after it.
  const nickname = pick(data, NAMES);
  const place = pick(data, PLACES);
  // No mobile number begins with 100: nobody's real number is shown in a demo.
  const number = `10000${digits(data, 6)}`;
  const openId = `o${uuid(ids).replace(/-/g, '').slice(0, 27)}`;
  switch (kind) {
    case 'phone':
      return {
        calleePhoneNumber: reportedNumber(servingNumber),
        callerPhoneNumber: reportedNumber(number),
        callerLocation: place,
        serverType: 'staffSeat',
        ivrPath: [{ key: '1', label: '售前咨询' }],
      };
    case 'im':
      return { nickname, peerSource: 'web', channelName: '官网客服', clientData: '' };
    case 'voip':
      return { callee: 'app-help', calleeRemark: 'App 语音客服', userId: openId, nickname, ivrPath: [] };
    case 'video':
      return { userId: openId, nickname };
    case 'internal':
      return { peerUserId: 'colleague@example.com' };
  }
}

/** All fields of a `callIn`, before readings change them. */
export function callInData(
  core: Core,
  { type = 'phone', force: _force, ...fields }: SimulatorRing,
): TCCCCallInEvent & { type: SimulatorSessionKind } {
  const sessionId = uuid(core.random().ids);
  const timeout = core.settings().ringTimeout;
  return { sessionId, type, timeout, ...made(core, type), ...fields } as TCCCCallInEvent & {
    type: SimulatorSessionKind;
  };
}

/** Who is calling, in words. */
export function callerOf(data: TCCCCallInEvent): string {
  return data.nickname ?? data.callerPhoneNumber ?? data.peerUserId ?? data.userId ?? data.sessionId;
}

/** The fields as the readings have them sent. */
export function callInPayload(core: Core, data: TCCCCallInEvent): object {
  const { imType, callInType, timeoutUnit, serverTypeCase } = core.settings().readings;
  const { type, timeout = 0, serverType, ...rest } = data;
  const sentType = type === 'im' ? imType : callInType === 'present' ? type : 'absent';
  return {
    ...rest,
    ...(sentType !== 'absent' && { type: sentType }),
    timeout: timeoutUnit === 'seconds' ? timeout : timeout * 1000,
    ...(serverType !== undefined && {
      serverType: serverTypeCase === 'lower' ? serverType : serverType.replace(/^./, (c) => c.toUpperCase()),
    }),
  };
}
