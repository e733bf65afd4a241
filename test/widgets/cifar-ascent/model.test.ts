import { describe, expect, it } from 'vitest';
import { batchesOf, framesFrom, startOf, stepsTo } from '../../../src/widgets/cifar-ascent/climb.ts';
import { renderFigure } from '../../../src/widgets/cifar-ascent/figure.ts';
import { model } from '../../../src/widgets/cifar-ascent/model.ts';
import { type Frame, mostSteps, plain, type State } from '../../../src/widgets/cifar-ascent/state.ts';
import { readSettings, startSettings, writeSettings } from '../../../src/widgets/kit/settings.ts';
import { modelFile } from '../../support/trained-cifar-net.ts';

const start = model.initial(startSettings(model));
const frame = (score: number): Frame => ({
  picture: Float32Array.of(score),
  score,
  probability: Float32Array.from({ length: 10 }, (_, i) => (i === 8 ? 0.5 : 0.05)),
});
const climbed = (state: State, ...scores: number[]): State =>
  model.update(state, { kind: 'climbed', climb: state.climb, frames: scores.map(frame), diverged: false });

describe('the state', () => {
  it('begins with a ship, kept smooth, sixty steps', () =>
    expect(start).toMatchObject({
      climb: { target: 8, start: 'grey', stepSize: 0.03, decay: 0.01, blur: 0.1, jitter: 2 },
      wanted: 60,
    }));

  it('shows the newest frame, and any before it', () => {
    const three = climbed(start, 1, 2, 5);
    expect(three.position).toBe(2);
    const back = model.update(three, { kind: 'show', position: 1 });
    expect(model.describe(back)).toContain(
      'After 1 step from grey, the network gives ship 50 % and the score 2.',
    );
    expect(model.update(back, { kind: 'show', position: 9 }).position).toBe(2);
  });

  it('begins anew when a setting changes, for as many steps, and drops frames of the old climb', () => {
    const old = climbed(start, 1, 2, 5);
    const anew = model.update(old, { kind: 'set', change: { target: 3 } });
    expect(anew).toMatchObject({ frames: [], position: 0, wanted: 60, climb: { target: 3 } });
    const late = model.update(anew, {
      kind: 'climbed',
      climb: old.climb,
      frames: [frame(7)],
      diverged: false,
    });
    expect(late.frames).toEqual([]);
  });

  it('explains where numbers ceased to be finite', () => {
    const one = climbed(start, 1);
    const over = model.update(one, { kind: 'climbed', climb: one.climb, frames: [frame(2)], diverged: true });
    expect(model.describe(over)).toContain('At step 2 a number was no longer finite');
  });

  it('says that nothing but the gradient is at work where that is so', () =>
    expect(model.describe(climbed(model.update(start, { kind: 'set', change: plain }), 1))).toContain(
      'Nothing but the gradient changes the picture.',
    ));

  it('goes into a link and back, with the step that is shown', () => {
    const state = model.update(
      climbed(model.update(start, { kind: 'set', change: { target: 6, blur: 0.25 } }), 1, 2),
      {
        kind: 'show',
        position: 1,
      },
    );
    const link = writeSettings(model, model.settingsOf(state));
    expect(link).toBe('cifar-ascent.class=frog&cifar-ascent.blur=0.25&cifar-ascent.steps=1&cifar-ascent.v=1');
    expect(model.initial(readSettings(model, link).settings)).toMatchObject({
      climb: state.climb,
      wanted: 1,
    });
  });
});

describe('the course of a climb', () => {
  const numbers = (score: number, next: number) => ({
    score: Float32Array.of(score),
    probability: new Float32Array(10),
    'x.next': Float32Array.of(next),
  });

  it('takes the picture of each frame from the step before it, its score from the step that leaves it', () => {
    const first = framesFrom(start.climb, [], [numbers(10, 1), numbers(11, 2), numbers(12, 3)]);
    expect(first.map(({ score }) => score)).toEqual([10, 11, 12]);
    expect(first[0].picture).toEqual(startOf(start.climb));
    expect(first.slice(1).map(({ picture }) => picture[0])).toEqual([1, 2]);
    // Going on leaves the last frame once more.
    const more = framesFrom(start.climb, first, [numbers(12, 3), numbers(13, 4)]);
    expect(more.map(({ score, picture }) => [score, picture[0]])).toEqual([[13, 3]]);
  });

  it('feeds each step the same moves, however the climb is cut up', () => {
    const all = batchesOf(start.climb);
    expect(all).toHaveLength(mostSteps + 1);
    expect(stepsTo(start.climb, [], 3).batches).toEqual(all.slice(0, 3));
    expect(stepsTo(start.climb, [frame(1), frame(2), frame(3)], 2).batches).toEqual(all.slice(2, 5));
    expect(all[0].shift.data).not.toEqual(all[1].shift.data);
  });

  it('always begins with the same noise', () =>
    expect(startOf(start.climb)).toEqual(startOf({ ...start.climb })));
});

it('the static figure shows both climbs, at the end sure of a ship', async () => {
  const markup = await renderFigure(async (id, file) => modelFile(id, file));
  expect(markup.match(/<img /g)).toHaveLength(8);
  expect(markup.match(/40 steps: ship (99\.\d|100) %<\/span>/g)).toHaveLength(2);
});
