/** `npm start`: builds the site, serves it and says where. */

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildSite } from './build-site.ts';
import { serve } from './static-server.ts';

const usage = `npm start -- [--port NUMBER] [--host NAME] [--no-build]

  --port      4321 or the next free one; also from the variable PORT
  --host      localhost, which no other machine reaches; also from the variable HOST
  --no-build  serve what is in dist as it is

The variables SITE_URL, BASE_PATH and REPOSITORY_URL say where the site will be published.`;

const folder = fileURLToPath(new URL('../dist', import.meta.url));

try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function start(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      'no-build': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const wanted = values.port ?? process.env.PORT;
  const port = wanted === undefined ? 4321 : portNumber(wanted);
  const host = values.host ?? process.env.HOST ?? 'localhost';

  const base = process.env.BASE_PATH ?? '/';

  if (!values['no-build']) {
    // The same as before `npm run build`: a model left half replaced would be missing from the site.
    await import('./train/recover-models.ts');
    await buildSite({ outDir: folder, base });
  } else if (!existsSync(folder))
    throw new Error('There is no dist to serve. Run npm start without --no-build.');

  const site = { folder, base };
  const { server, address } = await serve(site, { host, port, exact: wanted !== undefined });
  console.log(`\nThe Live Glossary of Deep Learning is at ${address}\nCtrl-C ends it.`);

  const stop = () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535)
    throw new Error(`"${text}" is not a port: give a number from 0 to 65535`);
  return port;
}
