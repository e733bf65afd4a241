/** Which execution provider a page may use, and in words why not the other. */

export type Provider = 'webgpu' | 'wasm';

/** What the reader asked for; "auto" leaves it to the model's card. */
export type Wanted = Provider | 'auto';

export interface Choice {
  readonly provider: Provider;
  /** Present when WebGPU was asked for and cannot be had: one sentence. */
  readonly reason?: string;
}

/** The parts of a browser that decide; `globalThis` in a page, an object in tests. */
export interface Browser {
  readonly navigator: { readonly gpu?: { requestAdapter(): Promise<object | null> } };
  readonly WebAssembly: object;
}

/** Why WebGPU cannot run here, or null if it can. */
export async function obstacleToWebGpu(browser: Browser): Promise<string | null> {
  if (!browser.navigator.gpu) return 'This browser does not offer WebGPU.';
  // The only build with WebGPU that static hosts accept (under 25 MiB) suspends WASM while the GPU works.
  if (!('Suspending' in browser.WebAssembly))
    return 'This browser cannot suspend WebAssembly while the GPU works (JSPI).';
  try {
    return (await browser.navigator.gpu.requestAdapter())
      ? null
      : 'This browser offers WebGPU but found no graphics adapter.';
  } catch (error) {
    return `The graphics adapter could not be opened (${error instanceof Error ? error.message : error}).`;
  }
}

/**
 * @param preferred what the model's card names, taken when `wanted` is "auto"
 * @param obstacle asked only if WebGPU is in question, because it wakes the graphics driver
 */
export async function chooseProvider(
  wanted: Wanted,
  preferred: Provider,
  obstacle: () => Promise<string | null>,
): Promise<Choice> {
  if ((wanted === 'auto' ? preferred : wanted) === 'wasm') return { provider: 'wasm' };
  const reason = await obstacle();
  return reason === null ? { provider: 'webgpu' } : { provider: 'wasm', reason };
}
