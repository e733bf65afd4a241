/** The plot with a ring, which the reader can move. */

import type { Place } from '../kit/plot.ts';
import { arrowWays, ringPlot } from '../kit/ring-plot.ts';
import type { Specimen } from './specimen.ts';

const circle = Array.from({ length: 61 }, (_, i): Place => {
  const turn = (i / 60) * 2 * Math.PI;
  return [Math.cos(turn), Math.sin(turn)];
});

/** A place that stays on the plane. */
function movable(): HTMLElement {
  const within = (value: number) => Math.round(100 * Math.min(1.5, Math.max(-1.5, value))) / 100;
  const put = ([a, b]: Place) => plot.render([within(a), within(b)]);
  const plot = ringPlot<Place>({
    spec: (place) => ({
      id: 'ring',
      title: 'A place on a plane',
      description: `A circle of radius 1, and a place at distance ${Math.hypot(...place).toFixed(2)} from its middle.`,
      x: { title: 'x₁', domain: [-1.5, 1.5] },
      y: { title: 'x₂', domain: [-1.5, 1.5] },
      series: [{ name: 'circle', points: circle }],
      aspect: 1,
    }),
    ring: (at) => ({ at, label: `Place (${at.join(', ')}). Arrow keys move it.` }),
    onPlace: put,
    onKey({ key }, [a, b]) {
      const way = arrowWays[key];
      if (way) put([a + way[0] / 10, b + way[1] / 10]);
      return way !== undefined;
    },
  });
  put([0.5, 0.5]);
  return plot.element;
}

export const ring: Specimen = {
  title: 'Plot with a ring',
  made: 'ring-plot.ts: ringPlot(options)',
  says: 'A place that one can take hold of: dragged, sent elsewhere by a tap, or moved by the arrow keys.',
  states: [{ name: 'a plane', make: movable }],
};
