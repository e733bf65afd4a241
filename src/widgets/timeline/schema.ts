/** What content/timeline.json must be. Only the build reads this; messages name the place in the file. */

import { z } from 'zod';
import { kinds, type Timeline } from './events.ts';

const file = 'content/timeline.json';

/** "1966", "1958-01" or "1958-07-08", of a day that there is. */
const date = z.string().refine(
  (text) => {
    const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
    const whole = `${year}-${month}-${day}`;
    const time = new Date(`${whole}T00:00:00Z`);
    return year !== undefined && !Number.isNaN(time.getTime()) && time.toISOString().startsWith(whole);
  },
  { error: 'must be a date as in "1966", "1958-01" or "1958-07-08"' },
);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');
const named = z.record(id, z.string().min(1));
const sentences = z
  .string()
  .min(20, 'must be a whole sentence')
  .max(260, 'must have at most 260 characters, to fit a telephone')
  .regex(/[.?]$/, 'must end with a full stop');
const sources = named.refine((all) => Object.keys(all).length > 0, { error: 'must name a source' });
const year = z.int().min(1900).max(2100);

const winter = z
  .strictObject({
    id,
    name: z.string().min(1),
    from: year,
    to: year,
    earliest: year,
    latest: year,
    text: sentences,
    sources,
  })
  .refine(({ earliest, from, to, latest }) => earliest <= from && from <= to && to <= latest, {
    error: 'must have earliest ≤ from ≤ to ≤ latest',
  });

const event = z.strictObject({
  id,
  date,
  kind: z.enum(Object.keys(kinds) as [keyof typeof kinds]),
  title: z.string().min(2).max(48, 'must have at most 48 characters'),
  text: sentences,
  sources,
  entries: named,
});

const timelineSchema = z
  .strictObject({ winters: z.array(winter).min(1), events: z.array(event).min(1) })
  .check(({ value: { winters, events }, issues }) => {
    const complain = (path: (string | number)[], message: string) =>
      issues.push({ code: 'custom', input: null, path, message });
    for (const [name, list] of Object.entries({ winters, events }))
      list.forEach((one, i) => {
        if (list.findIndex((other) => other.id === one.id) < i)
          complain([name, i, 'id'], 'stands there twice');
      });
    events.forEach((one, i) => {
      if (i > 0 && one.date < events[i - 1].date)
        complain([name(i), 'date'].flat(), `comes after ${events[i - 1].date}; events stand by date`);
    });
  });

const name = (index: number): (string | number)[] => ['events', index];

/**
 * @throws Error that names the file, the event and the field, one line for each mistake
 */
export function checkedTimeline(content: unknown): Timeline {
  const read = timelineSchema.safeParse(content);
  if (read.success) return read.data;
  const lines = read.error.issues.map(
    ({ path, message }) => `${file}: ${placeOf(content, path)}: ${message}`,
  );
  throw new Error(lines.join('\n'));
}

/** `events[12] ("alpac").date` */
function placeOf(content: unknown, path: readonly PropertyKey[]): string {
  let inside: unknown = content;
  let text = '';
  for (const part of path) {
    inside = (inside as Record<PropertyKey, unknown> | undefined)?.[part];
    const called = (inside as { id?: unknown } | undefined)?.id;
    if (typeof part !== 'number') text += text === '' ? String(part) : `.${String(part)}`;
    else text += `[${part}]${typeof called === 'string' ? ` ("${called}")` : ''}`;
  }
  return text || 'the whole';
}
