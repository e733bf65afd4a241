import { describe, expect, it } from 'vitest';
import content from '../../../content/timeline.json';
import { checkedTimeline } from '../../../src/widgets/timeline/schema.ts';

/** A copy of the file, with one thing changed. */
function broken(change: (timeline: { winters: Loose[]; events: Loose[] }) => void): unknown {
  const copy = structuredClone(content) as unknown as { winters: Loose[]; events: Loose[] };
  change(copy);
  return copy;
}
type Loose = Record<string, unknown>;

it('the timeline is as its schema says', () => {
  expect(checkedTimeline(content).events).toHaveLength(content.events.length);
});

describe('the build stops, and names file, event and field, at', () => {
  const last = content.events.length - 1;
  it.each<{ what: string; change: Parameters<typeof broken>[0]; says: string }>([
    {
      what: 'a kind that there is not',
      change: ({ events }) => Object.assign(events[2], { kind: 'paper' }),
      says: 'content/timeline.json: events[2] ("imitation-game").kind: ',
    },
    {
      what: 'a day that there is not',
      change: ({ events }) => Object.assign(events[last], { date: '2025-02-30' }),
      says: `events[${last}] ("alexnet-code").date: must be a date as in "1966", "1958-01" or "1958-07-08"`,
    },
    {
      what: 'a date in words',
      change: ({ events }) => Object.assign(events[0], { date: 'c. 1943' }),
      says: 'events[0] ("threshold-units").date: must be a date',
    },
    {
      what: 'an event without a source',
      change: ({ events }) => Object.assign(events[0], { sources: {} }),
      says: 'events[0] ("threshold-units").sources: must name a source',
    },
    {
      what: 'a text without an end',
      change: ({ events }) => Object.assign(events[0], { text: 'McCulloch and Pitts show that' }),
      says: '.text: must end with a full stop',
    },
    {
      what: 'a field that is not known',
      change: ({ events }) => Object.assign(events[0], { link: 'x' }),
      says: 'events[0] ("threshold-units"): ',
    },
    {
      what: 'a field that is missing',
      change: ({ events }) => {
        delete events[0].title;
      },
      says: 'events[0] ("threshold-units").title: ',
    },
    {
      what: 'a name that stands there twice',
      change: ({ events }) => Object.assign(events[1], { id: 'threshold-units' }),
      says: 'events[1] ("threshold-units").id: stands there twice',
    },
    {
      what: 'an event that is out of order',
      change: ({ events }) => Object.assign(events[3], { date: '1948' }),
      says: '.date: comes after 1950-10; events stand by date',
    },
    {
      what: 'a winter that ends before it begins',
      change: ({ winters }) => Object.assign(winters[0], { to: 1970 }),
      says: 'winters[0] ("first"): must have earliest ≤ from ≤ to ≤ latest',
    },
  ])('$what', ({ change, says }) => {
    expect(() => checkedTimeline(broken(change))).toThrow(says);
  });
  it('all mistakes at once', () => {
    const wrong = broken(({ events }) => {
      Object.assign(events[0], { kind: '' });
      Object.assign(events[5], { title: '' });
    });
    expect(() => checkedTimeline(wrong)).toThrow(/events\[0\].*\n.*events\[5\]/);
  });
});
