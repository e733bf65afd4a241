/** Finds a Chromium to test with, and if there is none, gets one. Tests never run without. */

import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';

const known: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
};

/** Whether the program starts: a snap's stub or a browser that lacks libraries does not. */
function starts(path: string): boolean {
  // Chrome for Windows shows no version and ends with 0.
  return spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}

function find(): string | undefined {
  const candidates = [...(known[process.platform] ?? []), chromium.executablePath()];
  return candidates.find(starts);
}

function run(program: string, ...args: string[]): void {
  console.log(`No Chromium found. Trying: ${program} ${args.join(' ')}`);
  spawnSync(program, args, {
    stdio: 'inherit',
    timeout: 300_000,
    env: {
      ...process.env,
      DEBIAN_FRONTEND: 'noninteractive',
      PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000',
    },
  });
}

/**
 * CHROMIUM_PATH, else an installed browser, else Playwright's own, else one fetched now.
 * @throws Error that says what to install
 */
export function findChromium(): string {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (starts(named)) return named;
    throw new Error(`CHROMIUM_PATH is ${named}, which does not start`);
  }
  const installed = find();
  if (installed) return installed;

  const playwright = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'));
  run(process.execPath, join(playwright, 'cli.js'), 'install', 'chromium');
  const fetched = find();
  if (fetched) return fetched;

  if (process.platform === 'linux' && process.getuid?.() === 0) {
    run('apt-get', 'update');
    run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium');
    const packaged = find();
    if (packaged) return packaged;
  }
  throw new Error(
    'The end-to-end tests need Chromium or Chrome, and none could be found or fetched. ' +
      'Install one (on Debian and Ubuntu: apt-get install chromium; anywhere: npx playwright-core install chromium), ' +
      'or name its program in CHROMIUM_PATH.',
  );
}
