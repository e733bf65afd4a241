/** Run before the site is built, so that a model which a killed training run left half replaced is there. */

import { fileURLToPath } from 'node:url';
import { recover } from './recover.ts';

const models = fileURLToPath(new URL('../../models', import.meta.url));

for (const id of recover(models))
  console.error(`models/${id} was left half replaced by a killed training run; restored.`);
