// A consumer's program, compiled against the packed tarball: what a user writes must type-check.
import * as tccc from 'tccc-react';
import * as simulator from 'tccc-react/simulator';
import 'tccc-react/simulator/sdk.js';

export const all: readonly object[] = [tccc, simulator];
