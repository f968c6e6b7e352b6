import { act, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { TCCCProvider, useSkillGroups } from '../../../src/index.js';
import type { SimulatorOptions } from '../../../src/simulator/index.js';
import { callsTo } from './clock.js';
import { macrotask, openDesk, quietly, thrownBy } from './desk.js';
import { fresh, openProbe, probing, soon } from './probe.js';

const GROUPS = [
  { skillGroupId: '1', skillGroupName: 'Sales' },
  { skillGroupId: '2', skillGroupName: 'Support' },
];
const having = (skillGroups: 'array' | 'promise' | 'absent'): { options: SimulatorOptions } => ({
  options: { skillGroups: GROUPS, readings: { skillGroups } },
});

/** Whatever the SDK answers. */
async function answering(getSkillGroups: () => unknown) {
  const { element, ...probe } = probing(useSkillGroups);
  const onStatusChange = ({ status }: { status: string }): void => {
    const { tccc } = window as unknown as { tccc?: object };
    if (status === 'logging-in') Object.assign(tccc!, { Admin: { getSkillGroups } });
  };
  const desk = openDesk(element, fresh({ onStatusChange }));
  await desk.until('ready');
  await macrotask();
  return { desk, ...probe };
}

describe('behaviour', () => {
  it.each(['array', 'promise'] as const)('is null, then what the SDK gives as %s', async (reading) => {
    const { simulator, results, now } = await openProbe(useSkillGroups, having(reading));
    await soon(() => expect(now()).toEqual(GROUPS));
    expect(results[0]).toBeNull();
    expect(callsTo(simulator, 'Admin.getSkillGroups')).toHaveLength(1);
  });

  it('is null where the SDK cannot tell, and asks nothing', async () => {
    const { simulator, now } = await openProbe(useSkillGroups, having('absent'));
    await macrotask();
    expect(now()).toBeNull();
    expect(callsTo(simulator, 'Admin.getSkillGroups')).toEqual([]);
  });

  it('reads a reply with data as well', async () => {
    const { now } = await answering(() => Promise.resolve({ status: 'success', data: GROUPS }));
    expect(now()).toEqual(GROUPS);
  });

  it.each<[string, () => unknown]>([
    ['throws', () => expect.fail('not allowed')],
    ['rejects', () => Promise.reject({ status: 'error', errorMsg: 'not allowed' })],
    ['resolves with an error', () => ({ status: 'error', errorMsg: 'not allowed' })],
    ['gives no list', () => ({ groups: GROUPS })],
    ['gives nothing', () => undefined],
  ])('stays null where the SDK %s', async (_what, getSkillGroups) => {
    const { now } = await answering(getSkillGroups);
    expect(now()).toBeNull();
  });

  it('asks once a connection, however often it renders; null between two', async () => {
    const { desk, simulator, now } = await openProbe(useSkillGroups, having('array'));
    await soon(() => expect(now()).toEqual(GROUPS));
    for (let n = 0; n < 20; n++) desk.again();
    await act(() => desk.state().disconnect());
    expect(now()).toBeNull();
    await act(() => desk.state().connect());
    await soon(() => expect(now()).toEqual(GROUPS));
    expect(callsTo(simulator, 'Admin.getSkillGroups')).toHaveLength(2);
  });
});

function Show(): ReactElement {
  return <output>{JSON.stringify(useSkillGroups())}</output>;
}

describe('outside a provider', () => {
  it('throws provider-missing, naming itself', () => {
    quietly();
    expect(thrownBy(() => render(<Show />))).toMatchObject({ details: { caller: 'useSkillGroups' } });
  });
});

describe('in StrictMode at the root', () => {
  it('knows them all the same', async () => {
    const { now } = await openProbe(useSkillGroups, { ...having('promise'), strict: true });
    await soon(() => expect(now()).toEqual(GROUPS));
  });
});

describe('unmounted mid-way', () => {
  it('renders no more when the answer comes', async () => {
    quietly();
    let answer!: (groups: unknown) => void;
    const { desk, results } = await answering(() => new Promise((resolve) => (answer = resolve)));
    const { length } = results;
    desk.again(<p />);
    answer(GROUPS);
    await macrotask();
    expect(results).toHaveLength(length);
    expect(console.error).not.toHaveBeenCalled();
  });
});

describe('rendered on a server', () => {
  it('knows none', () => {
    const html = renderToString(
      <TCCCProvider tokenEndpoint="/api/tccc/token">
        <Show />
      </TCCCProvider>,
    );
    expect(html).toBe('<output>null</output>');
  });
});
