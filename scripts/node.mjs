/**
 * Runs a command on the Node that package.json brings, whatever Node the host has:
 *
 *     node scripts/node.mjs astro build      a program of node_modules/.bin
 *     node scripts/node.mjs scripts/x.ts     a script
 *
 * npm 11 links that Node as node_modules/.bin/node, and npm 10 takes the link away again, because the packages
 * for other systems name the same link. This file is JavaScript that Node 20 can run.
 */

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const modules = fileURLToPath(new URL('../node_modules', import.meta.url));
const windows = process.platform === 'win32';
const system = `${windows ? 'win' : process.platform}-${process.arch}`;

/** The Node of package.json, or the host's if it is new enough to run TypeScript. */
function findNode() {
  const program = windows ? 'node.exe' : 'node';
  const brought = [`node-${system}`, `node-bin-${system}`].map((name) => join(modules, name, 'bin', program));
  const found = brought.find(existsSync);
  if (found) return found;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  console.error(
    existsSync(modules)
      ? `No package brings Node 24 for ${system}, and this is Node ${process.versions.node}. Install Node 24.`
      : 'The packages are missing. Run: npm ci',
  );
  process.exit(1);
}

const node = findNode();
const [command, ...rest] = process.argv.slice(2);
const isScript = /\.(ts|js|mjs)$/.test(command);
const child = spawn(isScript ? node : command, isScript ? [command, ...rest] : rest, {
  stdio: 'inherit',
  // Programs of node_modules/.bin are command files there, which only a shell can start.
  shell: windows && !isScript,
  env: {
    ...process.env,
    // What the command starts in its turn runs on the same Node.
    PATH: [dirname(node), join(modules, '.bin'), process.env.PATH].join(delimiter),
  },
});

// A terminal sends Ctrl-C to both; the child decides when to end. Other signals reach only this process.
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(`${command} could not be started: ${error.message}`);
  process.exit(1);
});
child.on('exit', (code, signal) => {
  process.exit(code ?? 128 + (constants.signals[signal] ?? 0));
});
