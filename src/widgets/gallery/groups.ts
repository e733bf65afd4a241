/** All that the gallery shows, in its order. */

import { inputs } from './inputs.ts';
import { maps } from './maps.ts';
import { matrices } from './matrices.ts';
import { networks } from './networks.ts';
import { pads } from './pads.ts';
import { plots } from './plots.ts';
import type { Specimen } from './specimen.ts';

export const groups: Readonly<Record<string, { title: string; specimens: readonly Specimen[] }>> = {
  inputs: { title: 'Inputs', specimens: inputs },
  plots: { title: 'Plots and tables', specimens: plots },
  pictures: { title: 'Matrices, maps and networks', specimens: [...maps, ...matrices, ...networks] },
  pads: { title: 'Drawings and pictures of the reader’s own', specimens: pads },
};
