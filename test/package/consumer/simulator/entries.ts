// Every entry, by its name in `exports`.
import * as tccc from 'tccc-react';
import * as simulator from 'tccc-react/simulator';
import 'tccc-react/simulator/sdk.js';

// @ts-expect-error the simulator is no part of the main entry
void tccc.SimulatorProvider;
// @ts-expect-error nor does it augment Window with the SDK
void window.tccc;

export const all: readonly object[] = [tccc, simulator];
