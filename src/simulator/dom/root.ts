import type { TCCCSettableStatus } from '../../sdk/vendor.js';
import type { SimulatorAgentUi } from '../agent-ui.js';
import type { Line } from '../line.js';
import type { SimulatorUi } from '../ui.js';
import { createSessionItem, type SessionItem } from './session-item.js';
import { dress } from './styles.js';
import { textsOf, type Texts } from './texts.js';

/** The simulated interface in the page. */
export interface Root {
  update(): void;
  remove(): void;
}

const STATUSES = ['free', 'notReady', 'rest', 'arrange', 'busy', 'offline'] as const;
const PHONE =
  'M6.6 10.8a15.1 15.1 0 0 0 6.6 6.6l2.2-2.2a1 1 0 0 1 1-.25 11.4 11.4 0 0 0 3.6.57 1 1 0 0 1 1 1V20a1 1 0 0 1-1 1A17 17 0 0 1 3 4a1 1 0 0 1 1-1h3.5a1 1 0 0 1 1 1c0 1.25.2 2.45.57 3.6a1 1 0 0 1-.25 1z';

/** The markup, once; words and state come by `update`. */
function build(document: Document) {
  const make = <Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    className: string,
    ...children: (Node | string)[]
  ): HTMLElementTagNameMap[Tag] => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...children);
    return element;
  };
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', PHONE);
  svg.append(path);

  const badge = make('span', 'badge');
  const float = make('button', 'float', svg, badge);
  const title = make('span', '');
  const tag = make('span', 'tag');
  const statusLabel = make('label', '');
  const status = make(
    'select',
    '',
    ...STATUSES.map((name) => Object.assign(make('option', ''), { value: name })),
  );
  const numberLabel = make('label', '');
  const number = make('input', '');
  const dial = make('button', 'good');
  const form = make('form', 'row', numberLabel, number, dial);
  const list = make('ul', '');
  const none = make('p', 'none');
  const message = make('p', 'message');
  const statusRow = make('div', 'row', statusLabel, status);
  const panel = make('div', 'panel', make('p', 'title', title, tag), statusRow, form, list, none, message);
  const aside = make('aside', '', panel, float);

  float.type = 'button';
  number.type = 'tel';
  number.autocomplete = 'off';
  panel.id = 'workbench';
  float.setAttribute('aria-controls', panel.id);
  status.id = 'status';
  statusLabel.htmlFor = status.id;
  number.id = 'number';
  numberLabel.htmlFor = number.id;
  message.setAttribute('role', 'status');
  return {
    badge,
    float,
    title,
    tag,
    statusLabel,
    status,
    numberLabel,
    number,
    dial,
    form,
    list,
    none,
    message,
    panel,
    aside,
  };
}

/** Appends `<t3c-sdk id="tcccSdkDomRoot">` to the body, as the vendor's script does. */
export function createRoot(
  { core, agent, sessions }: Line,
  ui: SimulatorUi,
  agentUi: SimulatorAgentUi,
  nonce: string | undefined,
): Root {
  const { document } = core.window;
  const host = document.createElement('t3c-sdk');
  host.id = 'tcccSdkDomRoot';
  const shadow = host.attachShadow({ mode: 'open' });
  dress(core.window, shadow, nonce);
  const parts = build(document);
  shadow.append(parts.aside);
  const items = new Map<string, SessionItem>();

  /** What the service refuses is told in the panel, as the vendor's interface would. */
  const attempt = (action: () => void): void => {
    let text = '';
    try {
      action();
    } catch (error) {
      text = error instanceof Error ? error.message : String(error);
    }
    parts.message.textContent = text;
    update();
  };

  parts.float.addEventListener('click', () => ui.set({ workbench: !ui.get().workbench }));
  parts.status.addEventListener('change', () =>
    attempt(() => {
      const { value } = parts.status;
      if (value === 'offline') agentUi.offline();
      else {
        if (agent.status() === 'offline') agentUi.online();
        if (agent.status() !== value) agentUi.setStatus(value as TCCCSettableStatus);
      }
    }),
  );
  parts.form.addEventListener('submit', (event) => {
    event.preventDefault();
    attempt(() => void agentUi.dial(parts.number.value));
  });

  const updateWords = (texts: Texts): void => {
    parts.aside.setAttribute('aria-label', `TCCC (${texts.simulated})`);
    host.lang = core.settings().locale;
    parts.title.textContent = texts.title;
    parts.tag.textContent = texts.simulated;
    parts.statusLabel.textContent = texts.status;
    parts.numberLabel.textContent = texts.number;
    parts.dial.textContent = texts.dial;
    parts.none.textContent = texts.none;
    parts.list.setAttribute('aria-label', texts.sessions);
    STATUSES.forEach((name, index) => {
      const option = parts.status.options[index];
      if (option) option.textContent = texts[name];
    });
  };

  const updateSessions = (texts: Texts): void => {
    const list = sessions.snapshot();
    for (const [id, item] of items) {
      if (list.some(({ sessionId }) => sessionId === id)) continue;
      item.element.remove();
      items.delete(id);
    }
    for (const session of list) {
      let item = items.get(session.sessionId);
      if (!item) {
        item = createSessionItem(document, agentUi, attempt);
        items.set(session.sessionId, item);
        parts.list.append(item.element);
      }
      item.update(session, texts, ui.get().buttons);
    }
    const ringing = list.filter(({ state }) => state === 'offered').length;
    parts.badge.textContent = String(ringing);
    parts.badge.hidden = ringing === 0;
    parts.none.hidden = list.length > 0;
    parts.list.hidden = list.length === 0;
  };

  function update(): void {
    const { visible, floatButton, workbench } = ui.get();
    const texts = textsOf(core.settings().locale);
    updateWords(texts);
    updateSessions(texts);
    host.hidden = !visible;
    parts.float.hidden = !floatButton;
    parts.panel.hidden = !workbench;
    parts.float.setAttribute('aria-expanded', String(workbench));
    const ringing = parts.badge.hidden ? '' : ` ${parts.badge.textContent} ${texts.offered}`;
    parts.float.setAttribute('aria-label', (workbench ? texts.close : texts.open) + ringing);
    parts.status.value = agent.status();
    for (const option of parts.status.options) option.disabled = option.value === 'busy';
  }

  const append = (): void => document.body.append(host);
  // In the head of a page there is no body yet.
  if ((document.body as HTMLElement | null) !== null) append();
  else document.addEventListener('DOMContentLoaded', append, { once: true });
  update();
  return {
    update,
    remove() {
      document.removeEventListener('DOMContentLoaded', append);
      host.remove();
    },
  };
}
