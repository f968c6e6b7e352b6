import type { TCCCChat, TCCCVideo } from '../sdk/vendor.js';
import { hangUp, mute, touch, transfer } from './live.js';
import { accepting, bySession, service, type SdkParts } from './sdk-parts.js';
import type { SimulatorSessionKind } from './session.js';

const CHAT: readonly SimulatorSessionKind[] = ['im'];
const VIDEO: readonly SimulatorSessionKind[] = ['video'];

/** `tccc.Chat`. */
export function chatPart(parts: SdkParts): TCCCChat {
  const { line } = parts;
  return {
    accept: accepting(parts, 'Chat.accept', CHAT),
    end: bySession(parts, 'Chat.end', (id) => hangUp(line, id, CHAT)),
    transfer: (options) => service(parts, 'Chat.transfer', options, transfer(line, options, CHAT)),
    sendCardMessage: bySession(parts, 'Chat.sendCardMessage', (id) => touch(line, id, CHAT)),
    sendOrderMessage: bySession(parts, 'Chat.sendOrderMessage', (id) => touch(line, id, CHAT)),
  };
}

/** `tccc.Video`. */
export function videoPart(parts: SdkParts): TCCCVideo {
  const { line } = parts;
  return {
    accept: accepting(parts, 'Video.accept', VIDEO),
    end: bySession(parts, 'Video.end', (id) => hangUp(line, id, VIDEO)),
    muteMic: bySession(parts, 'Video.muteMic', (id) => mute(line, id, VIDEO, 'micMuted', true)),
    unmuteMic: bySession(parts, 'Video.unmuteMic', (id) => mute(line, id, VIDEO, 'micMuted', false)),
    muteVideo: bySession(parts, 'Video.muteVideo', (id) => mute(line, id, VIDEO, 'videoMuted', true)),
    unmuteVideo: bySession(parts, 'Video.unmuteVideo', (id) => mute(line, id, VIDEO, 'videoMuted', false)),
    transfer: (options) => service(parts, 'Video.transfer', options, transfer(line, options, VIDEO)),
  };
}
