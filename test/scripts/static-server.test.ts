import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { serve } from '../../scripts/static-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'site-'));
mkdirSync(join(folder, 'perceptron'));
writeFileSync(join(folder, 'index.html'), 'home');
writeFileSync(join(folder, '404.html'), 'nothing here');
writeFileSync(join(folder, 'perceptron/index.html'), 'entry');
writeFileSync(join(folder, 'long.html'), 'weight '.repeat(1000));
writeFileSync(join(folder, 'engine.wasm'), '\0asm');

const servers: Server[] = [];
async function start(base: string, options: Partial<{ port: number; exact: boolean }> = {}) {
  const { server, address } = await serve({ folder, base }, { host: '127.0.0.1', port: 0, ...options });
  servers.push(server);
  return { address, port: Number(new URL(address).port) };
}
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

describe('serve', () => {
  it('answers with pages, and sends WebAssembly as browsers demand it', async () => {
    const { address } = await start('/');
    expect(await (await fetch(`${address}perceptron/`)).text()).toBe('entry');
    expect((await fetch(`${address}engine.wasm`)).headers.get('content-type')).toBe('application/wasm');
  });
  it('compresses text for those who take it, and sends the same text', async () => {
    const { address } = await start('/');
    const sizes = new Map<string, number>();
    for (const encoding of ['br', 'gzip', 'identity']) {
      for (const time of ['first', 'second']) {
        const answer = await fetch(`${address}long.html`, { headers: { 'Accept-Encoding': encoding } });
        expect(answer.headers.get('content-encoding') ?? 'identity', time).toBe(encoding);
        sizes.set(encoding, Number(answer.headers.get('content-length')));
        expect(await answer.text()).toBe('weight '.repeat(1000));
      }
    }
    expect(sizes.get('identity')).toBe(7000);
    expect(sizes.get('br')).toBeLessThan(200);
    expect(sizes.get('gzip')).toBeLessThan(200);
  });
  it('leaves alone what is small or no text', async () => {
    const { address } = await start('/');
    for (const path of ['', 'engine.wasm'])
      expect((await fetch(address + path)).headers.get('content-encoding')).toBeNull();
  });
  it('answers what is missing with the 404 page and its status', async () => {
    const { address } = await start('/');
    const answer = await fetch(`${address}nowhere/`);
    expect([answer.status, await answer.text()]).toEqual([404, 'nothing here']);
  });
  it('serves under the base path only, and leads there from the root', async () => {
    const { address } = await start('/glossary/');
    expect(address).toMatch(/\/glossary\/$/);
    expect(await (await fetch(new URL('perceptron/', address))).text()).toBe('entry');
    expect((await fetch(new URL('/perceptron/', address))).status).toBe(404);
    expect((await fetch(new URL('/', address))).url).toBe(address);
  });
  it('does not leave its folder', async () => {
    const { address } = await start('/');
    expect((await fetch(`${address}%2e%2e/%2e%2e/etc/passwd`)).status).toBe(404);
  });
  it('takes the next port if the wanted one is busy', async () => {
    const { port } = await start('/');
    expect((await start('/', { port })).port).toBeGreaterThan(port);
  });
  it('says that a port is busy if no other will do', async () => {
    const { port } = await start('/');
    await expect(start('/', { port, exact: true })).rejects.toThrow(`Port ${port} of 127.0.0.1 is in use`);
  });
});
