/** Runs a figure's graphs by their operators' own definitions, in float64 and without a runtime. */

import { referenceSession } from '../../src/graph/session.ts';
import { sessionRunner } from '../../src/widgets/kit/graph-runner.ts';

export const referenceRunner = sessionRunner(async (graph) => referenceSession(graph));
