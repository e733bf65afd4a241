/** Builds the site into a folder, for a path at which it will be published. */

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const astro = fileURLToPath(new URL('../node_modules/astro/bin/astro.mjs', import.meta.url));

/**
 * Runs Astro under this very Node, which may not be the one that the host calls `node`.
 * @param base such as `/` or `/glossary/`
 * @param quiet keeps Astro's output back unless the build fails
 * @throws Error with Astro's output if the build fails or is ended
 */
export function buildSite({
  outDir,
  base = '/',
  quiet = false,
}: {
  readonly outDir: string;
  readonly base?: string;
  readonly quiet?: boolean;
}): Promise<void> {
  const child = spawn(process.execPath, [astro, 'build', '--outDir', outDir], {
    cwd: root,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', BASE_PATH: base },
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  });
  // Sent to this process alone, unlike Ctrl-C, which a terminal sends to both.
  const end = () => child.kill('SIGTERM');
  process.once('SIGTERM', end);
  let output = '';
  child.stdout?.on('data', (text) => {
    output += text;
  });
  child.stderr?.on('data', (text) => {
    output += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      process.off('SIGTERM', end);
      if (code === 0) resolve();
      else if (signal) reject(new Error(`The build was ended (${signal}).`));
      else
        reject(
          new Error(`The site could not be built for ${base}${quiet ? `.\n${output}` : '; see above.'}`),
        );
    });
  });
}
