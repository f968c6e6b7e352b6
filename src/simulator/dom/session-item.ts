import type { SimulatorAgentUi } from '../agent-ui.js';
import { isLive, isVoice, type SimulatorSession } from '../session.js';
import type { Texts } from './texts.js';

/** One entry of the workbench's list. */
export interface SessionItem {
  readonly element: HTMLLIElement;
  update(session: SimulatorSession, texts: Texts, buttons: readonly string[]): void;
}

/** One button of an entry: its word, when it is there, and what it does. */
interface Action {
  text: (session: SimulatorSession) => keyof Texts;
  fits: (session: SimulatorSession, buttons: readonly string[]) => boolean;
  look?: 'good' | 'bad';
  act: (ui: SimulatorAgentUi, session: SimulatorSession) => void;
}

const talks = ({ state }: SimulatorSession): boolean => state === 'connected' || state === 'held';

const ACTIONS: readonly Action[] = [
  {
    text: () => 'answer',
    fits: ({ state }) => state === 'offered',
    look: 'good',
    act: (ui, { sessionId }) => ui.answer(sessionId),
  },
  {
    text: () => 'reject',
    fits: ({ state }) => state === 'offered',
    look: 'bad',
    act: (ui, { sessionId }) => ui.reject(sessionId),
  },
  {
    text: ({ micMuted }) => (micMuted ? 'unmute' : 'mute'),
    fits: (session) => talks(session) && isVoice(session),
    act: (ui, { sessionId, micMuted }) => (micMuted ? ui.unmute(sessionId) : ui.mute(sessionId)),
  },
  {
    text: ({ state }) => (state === 'held' ? 'unhold' : 'hold'),
    fits: (session, buttons) =>
      talks(session) && isVoice(session) && session.kind !== 'video' && buttons.includes('holdToggle'),
    act: (ui, { sessionId, state }) => (state === 'held' ? ui.unhold(sessionId) : ui.hold(sessionId)),
  },
  {
    text: ({ kind }) => (kind === 'im' ? 'end' : 'hangUp'),
    fits: (session) => isLive(session) && session.state !== 'offered',
    look: 'bad',
    act: (ui, { sessionId }) => ui.hangUp(sessionId),
  },
  {
    text: () => 'done',
    fits: (session) => !isLive(session),
    act: (ui, { sessionId }) => ui.complete(sessionId),
  },
];

/** An entry whose elements stay while its session lasts, so that the keyboard focus stays too. */
export function createSessionItem(
  document: Document,
  ui: SimulatorAgentUi,
  attempt: (action: () => void) => void,
): SessionItem {
  const element = document.createElement('li');
  const peer = document.createElement('p');
  const facts = document.createElement('p');
  facts.className = 'facts';
  const bar = document.createElement('div');
  bar.className = 'actions';
  let current: SimulatorSession | undefined;
  const buttons = ACTIONS.map((action) => {
    const button = document.createElement('button');
    button.type = 'button';
    if (action.look) button.className = action.look;
    button.addEventListener('click', () => {
      const session = current;
      if (session) attempt(() => action.act(ui, session));
    });
    bar.append(button);
    return { action, button };
  });
  element.append(peer, facts, bar);
  return {
    element,
    update(session, texts, config) {
      current = session;
      peer.textContent = session.peer;
      facts.textContent = `${texts[session.kind]} · ${texts[session.state]}`;
      for (const { action, button } of buttons) {
        const word = texts[action.text(session)];
        button.textContent = word;
        button.setAttribute('aria-label', `${word} ${session.peer}`);
        button.hidden = !action.fits(session, config);
      }
    },
  };
}
