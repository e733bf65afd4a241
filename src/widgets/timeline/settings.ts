/** The timeline in a link: the event that is looked at, and the lanes that are shown. */

import type { Settings } from '../kit/settings.ts';
import { type Field, quoted } from '../kit/settings-fields.ts';
import { events, type LaneName, laneNames } from './events.ts';

const event: Field<string> = {
  label: 'event',
  start: 'lighthill',
  write: (id) => id,
  read(text) {
    const known = events.find(({ id }) => id === text);
    if (known) return { value: known.id, note: null };
    return {
      value: event.start,
      note: `The link asks for the event ${quoted(text)}, which the timeline does not have; it begins at the Lighthill report.`,
    };
  },
};

/** "ideas,money"; at least one. */
const shown: Field<readonly LaneName[]> = {
  label: 'lanes',
  start: laneNames,
  write: (some) => laneNames.filter((name) => some.includes(name)).join(','),
  read(text) {
    const asked = text.split(',');
    const known = laneNames.filter((name) => asked.includes(name));
    const unknown = asked.filter((one) => !laneNames.some((name) => name === one));
    const value = known.length > 0 ? known : laneNames;
    const note =
      unknown.length > 0
        ? `The link asks for the lanes ${quoted(text)}; here they are ${laneNames.join(', ')}, and ${known.length > 0 ? known.join(', ') : 'all'} are shown.`
        : null;
    return { value, note };
  },
};

export const fields = { event, shown };
export type TimelineSettings = Settings<typeof fields>;
