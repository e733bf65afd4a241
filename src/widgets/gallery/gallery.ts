/** Puts the living parts in the place of the built ones. */

import { groups } from './groups.ts';
import { placeOf } from './specimen.ts';

for (const [group, { specimens }] of Object.entries(groups))
  for (const [i, { states }] of specimens.entries())
    for (const [j, { make }] of states.entries())
      document.getElementById(placeOf(group, i, j))?.replaceChildren(make());
