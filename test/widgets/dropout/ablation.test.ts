import { beforeAll, describe, expect, it } from 'vitest';
import {
  ablationCounts,
  ablationFeeds,
  ablationGraph,
  ablationOf,
  lotMeans,
} from '../../../src/widgets/dropout/ablation.ts';
import {
  type Ablation,
  type NetworkName,
  networkNames,
  type Pictures,
} from '../../../src/widgets/dropout/state.ts';
import { byStrength, shareRight } from './by-definition.ts';
import { parametersOf, run, shipped } from './first-answers.ts';

const pictures = shipped.pictures as Pictures;
const ablations = {} as Record<NetworkName, Ablation>;
beforeAll(async () => {
  for (const network of networkNames)
    ablations[network] = ablationOf(await run(network, ablationGraph(), ablationFeeds(pictures)));
});

it('asks without 0, 8, 16, … and all 128 units', () =>
  expect([ablationCounts[0], ablationCounts[1], ablationCounts.at(-1)]).toEqual([0, 8, 128]));

describe.each(networkNames)('the network %s', (network) => {
  const parameters = parametersOf(network);
  it.each([0, 16, 64])('without its %i strongest units is right as often as the loops say', (count) => {
    const gone = new Set(byStrength(parameters).slice(0, count));
    const expected = shareRight(parameters, pictures, (unit) => !gone.has(unit));
    const { strongest } = ablations[network];
    // Scores of two classes may lie so near each other that rounding decides for one picture.
    expect(Math.abs(strongest[ablationCounts.indexOf(count)] - expected)).toBeLessThan(0.003);
  });
  it('without units by lot is right as often as the loops say', () => {
    const { data } = ablationFeeds(pictures).places;
    const places = data.subarray(128, 256);
    expect([...places].sort((a, b) => a - b)).toEqual(Array.from({ length: 128 }, (_, i) => i));
    const expected = shareRight(parameters, pictures, (unit) => places[unit] >= 48);
    expect(Math.abs(ablations[network].lots[1][6] - expected)).toBeLessThan(0.003);
  });
  it('guesses one class for all without any unit', () => {
    const share = ablations[network].strongest.at(-1) ?? 1;
    expect(lotMeans(ablations[network]).at(-1)).toBeCloseTo(share, 6);
    expect(share).toBeLessThan(0.2);
  });
  it('reads as many of the 500 as its card says of the 10,000, within three standard errors', () => {
    const share = shipped.cards[network].metrics['held-out accuracy'];
    const error = Math.sqrt((share * (1 - share)) / 500);
    expect(Math.abs(ablations[network].strongest[0] - share)).toBeLessThan(3 * error);
  });
});

describe('without the strongest units', () => {
  it('the network trained without dropout loses most, against its own whole and against a lot', () => {
    const at = ablationCounts.indexOf(32);
    const lost = networkNames.map((name) => ablations[name].strongest[0] - ablations[name].strongest[at]);
    const extra = networkNames.map((name) => lotMeans(ablations[name])[at] - ablations[name].strongest[at]);
    expect(lost[0]).toBeGreaterThan(3 * lost[1]);
    expect(lost[0]).toBeGreaterThan(3 * lost[2]);
    expect(extra[0]).toBeGreaterThan(3 * extra[1]);
    expect(extra[0]).toBeGreaterThan(3 * extra[2]);
  });
});
