/** The timeline as it is before any script runs, on paper, and without JavaScript: the drawing and every event. */

import content from '../../../content/timeline.json';
import { startSettings } from '../kit/settings.ts';
import { builtWidths } from '../kit/width.ts';
import { chartMarkup } from './chart-markup.ts';
import { events, winters } from './events.ts';
import { listMarkup, wintersMarkup } from './list-markup.ts';
import { model } from './model.ts';
import { checkedTimeline } from './schema.ts';

export const models: string[] = [];

/** As wide as a wide figure of the page. */
const fullWidth = 900;

/** @throws Error that names file, event and field, if the timeline is not as its schema says */
export async function renderFigure(): Promise<string> {
  checkedTimeline(content);
  const state = model.initial(startSettings(model));
  const draw = (id: string, width: number) => chartMarkup({ id, width, state, live: false });
  return (
    `<div class="drawn-wide">${draw('timeline-still', fullWidth)}</div>` +
    `<div class="drawn-narrow">${draw('timeline-still-narrow', builtWidths.narrow)}</div>` +
    `<div class="timeline-told">${wintersMarkup(winters)}${listMarkup(events, { label: 'Events by date' })}</div>`
  );
}
