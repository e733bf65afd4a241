/** The line under a figure that says who computed it: provider, sizes, times, and how far the two differ. */

import type { Wanted } from '../../runtime/web.ts';
import { segmentedChoice } from './controls.ts';
import { html, setText } from './dom.ts';
import type { Facts } from './engine.ts';
import { warmTime } from './measurement.ts';
import { formatBytes, formatDuration, formatNumber } from './number-format.ts';

export const providerNames = { webgpu: 'WebGPU', wasm: 'WASM' } as const;

export function computeLine(onChoose: (wanted: Wanted) => void) {
  const choice = segmentedChoice<Wanted>(
    'Compute on',
    { auto: 'Auto', webgpu: 'WebGPU', wasm: 'WASM' },
    onChoose,
  );
  const bar = html('progress', { 'aria-label': 'Loading the runtime' });
  const text = html('p', { class: 'compute-text' });
  const element = html('div', { class: 'compute' }, choice.element, html('div', {}, text, bar));
  return {
    element,
    /** @param key "model/file" of the run whose times are shown */
    render(facts: Facts, key: string) {
      choice.set(facts.wanted);
      const { progress } = facts;
      bar.hidden = progress === null;
      if (progress) {
        bar.max = progress.total;
        bar.value = progress.loaded;
      }
      setText(text, describe(facts, key));
    },
  };
}

/** The line's sentence: for the reader, and for tests. */
export function describe(facts: Facts, key: string): string {
  const { provider, progress, reason } = facts;
  if (progress)
    return `Loading the runtime: ${formatBytes(progress.loaded)} of ${formatBytes(progress.total)}`;
  if (!provider) return 'Starting';
  const timing = facts.timings[`${provider} ${key}`];
  const warm = timing && warmTime(timing);
  return [
    `${reason ? `${reason} ` : ''}Runs on ${providerNames[provider]}`,
    [
      facts.modelBytes > 0 && `models ${formatBytes(facts.modelBytes)}`,
      facts.graphBytes > 0 && `graphs made here ${formatBytes(facts.graphBytes)}`,
      `runtime ${formatBytes(facts.runtimeBytes)}`,
    ]
      .filter(Boolean)
      .join(', '),
    timing &&
      `first run ${formatDuration(timing.first)}${warm == null ? '' : `, then ${formatDuration(warm)}`}`,
    facts.difference !== null &&
      `WebGPU and WASM differ by ${facts.difference === 0 ? 'nothing' : `at most ${formatNumber(facts.difference, 2)}`}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
