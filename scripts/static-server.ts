/** Serves a built site as a plain static host would: files, compressed where the browser takes it, and the 404 page. */

import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { compressed } from './compressed.ts';

export interface StaticSite {
  /** Folder of the built pages. */
  readonly folder: string;
  /** Path that the site was built for, e.g. `/` or `/glossary/`. */
  readonly base: string;
}

/** How many ports after the wanted one are tried. */
const attempts = 20;

/**
 * @param port the wanted port; 0 takes any
 * @param exact whether a busy port is an error rather than a reason to try the next
 * @throws Error if no port could be had
 */
export async function serve(
  site: StaticSite,
  { host, port, exact = false }: { host: string; port: number; exact?: boolean },
): Promise<{ server: Server; address: string }> {
  const last = exact || port === 0 ? port : Math.min(port + attempts, 65535);
  for (let candidate = port; candidate <= last; candidate += 1) {
    const server = createServer(compressed(answer(site)));
    if (await listens(server, host, candidate)) {
      const bound = server.address();
      const actual = typeof bound === 'object' && bound ? bound.port : candidate;
      const name = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host;
      return {
        server,
        address: `http://${name.includes(':') ? `[${name}]` : name}:${actual}${prefixOf(site)}/`,
      };
    }
  }
  throw new Error(
    exact
      ? `Port ${port} of ${host} is in use. Choose another, as in: npm start -- --port ${port + 1}`
      : `Ports ${port} to ${last} of ${host} are all in use. Choose another with --port`,
  );
}

/** @returns false if the port is in use */
function listens(server: Server, host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(new Error(`Cannot listen on ${host}, port ${port}: ${error.message}`, { cause: error }));
    });
    server.listen(port, host, () => resolve(true));
  });
}

function answer(site: StaticSite): RequestListener {
  const prefix = prefixOf(site);
  const missing: RequestListener = async (_, response) => {
    const page = await readFile(join(site.folder, '404.html')).catch(() => 'Not found');
    response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
  };
  const files = sirv(site.folder, { dev: true, etag: true, onNoMatch: missing });
  return (request, response) => {
    const url = request.url ?? '/';
    if (!url.startsWith(`${prefix}/`)) {
      if (url === '/' || url === prefix) response.writeHead(302, { Location: `${prefix}/` }).end();
      else missing(request, response);
      return;
    }
    request.url = url.slice(prefix.length);
    files(request, response);
  };
}

/** The base path without the slash at its end. */
const prefixOf = ({ base }: StaticSite): string => `/${base}`.replace(/\/+/g, '/').replace(/\/$/, '');
