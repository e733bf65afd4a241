// @vitest-environment happy-dom
import { beforeAll, describe, expect, it } from 'vitest';
import { startSettings } from '../../../src/widgets/kit/settings.ts';
import { chartMarkup } from '../../../src/widgets/timeline/chart-markup.ts';
import { events } from '../../../src/widgets/timeline/events.ts';
import { renderFigure } from '../../../src/widgets/timeline/figure.ts';
import { model } from '../../../src/widgets/timeline/model.ts';

const all = (selector: string) => [...document.querySelectorAll(selector)];

describe('the drawing that the build makes', () => {
  beforeAll(async () => {
    document.body.innerHTML = await renderFigure();
  });
  it('lies for wide pages, stands for narrow ones, and shows every event and both winters in each', () => {
    const sizes = all('svg[role="img"]').map(
      (one) => one.getAttribute('viewBox')?.split(' ').map(Number) ?? [],
    );
    expect(sizes.map(([, , width, height]) => width > height)).toEqual([true, false]);
    for (const svg of all('svg')) {
      expect(svg.querySelectorAll('.timeline-mark')).toHaveLength(events.length);
      expect(svg.querySelectorAll('.timeline-core')).toHaveLength(2);
      expect(svg.querySelectorAll('linearGradient')).toHaveLength(4);
    }
    const ids = all('[id]').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
  it('lists the events in order, each with its date and a link to each source and entry', () => {
    expect(all('ol > li time').map((one) => one.getAttribute('datetime'))).toEqual(
      events.map(({ date }) => date),
    );
    const links = all('li a').map((one) => one.getAttribute('href'));
    const wanted = events.flatMap(({ sources, entries }) => [
      ...Object.keys(sources).map((key) => `/bibliography/#${key}`),
      ...Object.keys(entries).map((id) => `/${id}/`),
    ]);
    expect(links).toEqual(wanted);
  });
});

describe('the drawing that is walked', () => {
  const draw = (width: number) => {
    const state = model.initial(startSettings(model));
    document.body.innerHTML = chartMarkup({ id: 'live', width, state, live: true });
  };
  it('is a list of options with names, one of them selected and reached by Tab', () => {
    draw(900);
    expect(all('[role="listbox"] > [role="option"]').map((one) => one.getAttribute('data-event'))).toEqual(
      events.map(({ id }) => id),
    );
    expect(all('[aria-selected="true"]').map((one) => one.getAttribute('data-event'))).toEqual(['lighthill']);
    expect(all('[tabindex="0"]')).toEqual(all('[aria-selected="true"]'));
    expect(all('[aria-selected="true"]')[0].getAttribute('aria-label')).toBe('1973: The Lighthill report');
  });
  it('fits the width of a telephone, symbols within the drawing and none upon another', () => {
    for (const width of [272, 330, 560, 900]) {
      draw(width);
      const places = all('.timeline-mark').map((one) =>
        (/translate\((\S+) (\S+)\)/.exec(one.getAttribute('transform') ?? '') ?? []).slice(1).map(Number),
      );
      expect(Math.max(...places.map(([x]) => x))).toBeLessThan(width);
      const least = Math.min(
        ...places.flatMap(([x, y], i) => places.slice(i + 1).map(([a, b]) => Math.hypot(x - a, y - b))),
      );
      expect(least).toBeGreaterThan(7.5);
    }
  });
});
