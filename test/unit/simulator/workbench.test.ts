import { afterEach, describe, expect, it } from 'vitest';
import type { SimulatorOptions } from '../../../src/simulator/index.js';
import { boot, names, pass, sdk, shutDown } from './boot.js';

afterEach(shutDown);

/** The simulated interface, by what a user sees. */
async function open(options: SimulatorOptions = {}) {
  const simulator = await boot({ locale: 'en-US', ...options });
  const host = document.querySelector<HTMLElement>('body > t3c-sdk#tcccSdkDomRoot')!;
  const shadow = host.shadowRoot!;
  const visible = (element: Element) => element.closest('[hidden]') === null && !host.hidden;
  const buttons = () => [...shadow.querySelectorAll('button')].filter(visible);
  const button = (word: string) => buttons().find((one) => one.textContent === word)!;
  const float = shadow.querySelector<HTMLButtonElement>('.float')!;
  const panel = shadow.querySelector('.panel')!;
  return { simulator, host, shadow, float, panel, visible, buttons, button };
}

describe('the workbench', () => {
  it('opens and closes by the float button, which says so', async () => {
    const { float, panel, visible } = await open();
    expect([visible(panel), float.ariaExpanded ?? float.getAttribute('aria-expanded')]).toEqual([
      true,
      'true',
    ]);
    float.click();
    expect([visible(panel), float.getAttribute('aria-expanded')]).toEqual([false, 'false']);
    expect(float.getAttribute('aria-label')).toBe('Open workbench (simulated)');
  });

  it('is hidden and shown by UI.*', async () => {
    const { host, float, panel, visible } = await open();
    sdk().UI.hideWorkbench();
    expect(visible(panel)).toBe(false);
    sdk().UI.hidefloatButton();
    expect(visible(float)).toBe(false);
    sdk().UI.showWorkbench();
    sdk().UI.showfloatButton();
    expect([visible(panel), visible(float)]).toEqual([true, true]);
    sdk().UI.hide();
    expect(host.hidden).toBe(true);
    sdk().UI.show();
    expect(host.hidden).toBe(false);
  });

  it('answers, mutes, holds, hangs up and finishes a call by its buttons', async () => {
    const { simulator, button, float } = await open();
    simulator.ring();
    expect(float.getAttribute('aria-label')).toBe('Close workbench (simulated) 1 ringing');
    button('Answer').click();
    button('Mute').click();
    expect(simulator.sessions[0]?.micMuted).toBe(true);
    button('Unmute').click();
    button('Hold').click();
    expect(simulator.sessions[0]?.state).toBe('held');
    button('Resume').click();
    button('Hang up').click();
    button('Done').click();
    expect(simulator.sessions).toEqual([]);
    expect(names(simulator)).toEqual([
      'callIn',
      'userAccessed',
      'status busy',
      'sessionEnded',
      'status arrange',
      'sessionCompleted',
    ]);
  });

  it('rejects a call, and ends a chat without offering hold', async () => {
    const { simulator, button, buttons } = await open();
    simulator.ring();
    button('Reject').click();
    button('Done').click();
    simulator.ring({ type: 'im' });
    button('Answer').click();
    expect(buttons().map((one) => one.textContent)).not.toContain('Hold');
    button('End chat').click();
    expect(simulator.sessions[0]).toMatchObject({ state: 'ended', closeBy: 'seat' });
  });

  it('keeps the element of a session, and so the focus, while others come and go', async () => {
    const { simulator, button, shadow } = await open();
    simulator.ring({ type: 'im' });
    const answer = button('Answer');
    answer.focus();
    simulator.ring({ type: 'im' });
    expect(shadow.activeElement).toBe(answer);
  });

  it('dials, and tells what the service refuses', async () => {
    const { simulator, shadow } = await open();
    const form = shadow.querySelector('form')!;
    const submit = () => form.dispatchEvent(new Event('submit', { cancelable: true }));
    submit();
    expect(shadow.querySelector('[role="status"]')?.textContent).toContain('phoneNumber is required');
    shadow.querySelector('input')!.value = '10086';
    submit();
    expect(shadow.querySelector('[role="status"]')?.textContent).toBe('');
    expect(simulator.sessions[0]).toMatchObject({ direction: 'out', state: 'dialing' });
  });

  it('shows and sets the status', async () => {
    const { simulator, shadow } = await open();
    const select = shadow.querySelector('select')!;
    const choose = (value: string) => {
      select.value = value;
      select.dispatchEvent(new Event('change'));
    };
    choose('rest');
    choose('offline');
    choose('notReady');
    expect(names(simulator)).toEqual(['status rest', 'status offline', 'status free', 'status notReady']);
    simulator.setStatusRemotely('free');
    expect(select.value).toBe('free');
  });

  it('speaks Chinese by default, and switches', async () => {
    const { simulator, shadow, host } = await open({ locale: 'zh-CN' });
    expect(shadow.textContent).toContain('坐席状态');
    simulator.configure({ locale: 'en-US' });
    expect([shadow.textContent?.includes('Agent status'), host.lang]).toEqual([true, 'en-US']);
  });

  it('offers no hold where overrideButtonConfig took it away', async () => {
    const { simulator, buttons } = await open();
    simulator.ring();
    simulator.agentUi.answer();
    sdk().overrideButtonConfig(({ active }: { active: { type: string }[] }) => ({
      active: active.filter(({ type }) => type !== 'holdToggle'),
    }));
    expect(simulator.ui.buttons).not.toContain('holdToggle');
    expect(buttons().map((one) => one.textContent)).not.toContain('Hold');
  });

  it('sets no style attribute anywhere', async () => {
    const { simulator, host, shadow } = await open();
    simulator.ring();
    await pass(100);
    expect([...shadow.querySelectorAll('[style]'), ...(host.hasAttribute('style') ? [host] : [])]).toEqual(
      [],
    );
  });
});
