/** Both ends of the line between a page and its worker, over a MessageChannel. */

import { afterEach, describe, expect, it, vi } from 'vitest';
import { hostTensor, type Session } from '../../src/graph/session.ts';
import { connect } from '../../src/runtime/web-connection.ts';
import type { Port } from '../../src/runtime/web-messages.ts';
import type { LocalRuntime } from '../../src/runtime/web-ort.ts';
import { type Services, serve, turn } from '../../src/runtime/web-serve.ts';

const place = { provider: 'webgpu', base: 'https://site.example/runtime/' } as const;
const of = (...values: number[]) => ({ shape: [values.length], data: Float32Array.from(values) });

/** Gives x, doubled. */
function fakeSession() {
  return {
    run: vi.fn<Session['run']>(async ({ x }) => {
      const data = (await x.read()).map((one) => 2 * one);
      return { y: hostTensor([data.length], data) };
    }),
    upload: hostTensor,
    dispose: vi.fn(),
  } satisfies Session;
}

let close = () => {};
afterEach(() => close());

function line(services: Partial<Services> = {}) {
  const session = fakeSession();
  let lose: (reason: string) => void = () => {};
  const runtime = {
    provider: 'webgpu',
    bytes: 1000,
    lost: new Promise<string>((resolve) => {
      lose = resolve;
    }),
    createSession: vi.fn(async (_model: Uint8Array, _onDevice: readonly string[]) => session),
  } satisfies LocalRuntime;
  const load = vi.fn<Services['load']>(async () => runtime);
  const { port1, port2 } = new MessageChannel();
  close = () => port1.close();
  serve(port2 as Port, { load, obstacle: async () => 'No adapter.', pause: turn, ...services });
  return { connection: connect(port1 as Port), session, runtime, load, lose };
}

describe('a runtime in the worker', () => {
  it('is loaded once for all who ask, and they hear its progress', async () => {
    const { connection, load } = line();
    load.mockImplementation(async (_provider, _base, report) => {
      report?.({ loaded: 3, total: 9 });
      return { provider: 'webgpu', bytes: 9, lost: new Promise(() => {}), createSession: vi.fn() };
    });
    const heard: number[] = [];
    const [first, second] = await Promise.all([
      connection.load(place, ({ loaded }) => heard.push(loaded)),
      connection.load(place),
    ]);
    expect(first).toBe(second);
    expect(first).toMatchObject({ provider: 'webgpu', bytes: 9 });
    expect(heard).toEqual([3]);
    expect(load).toHaveBeenCalledOnce();
    expect(load.mock.calls[0].slice(0, 2)).toEqual([place.provider, place.base]);
  });
  it('can be asked for again after a failure', async () => {
    const { connection, load } = line();
    load.mockRejectedValueOnce(new Error('offline'));
    await expect(connection.load(place)).rejects.toThrow('offline');
    expect((await connection.load(place)).bytes).toBe(1000);
  });
  it('tells when its device is lost', async () => {
    const { connection, lose } = line();
    const { lost } = await connection.load(place);
    lose('The graphics device was lost.');
    expect(await lost).toBe('The graphics device was lost.');
  });
  it('says what stands in the way of WebGPU there', async () => {
    expect(await line().connection.obstacle()).toBe('No adapter.');
  });
});

describe('a session in the worker', () => {
  const opened = async (services?: Partial<Services>) => {
    const made = line(services);
    const runtime = await made.connection.load(place);
    const model = Uint8Array.of(1, 2, 3);
    return { ...made, model, remote: await runtime.createSession(model, ['y']) };
  };

  it('is made of a copy of the file, with the outputs that shall stay on the device', async () => {
    const { runtime, model } = await opened();
    expect(runtime.createSession.mock.calls[0]).toEqual([Uint8Array.of(1, 2, 3), ['y']]);
    expect(model).toHaveLength(3);
  });
  it('answers with numbers and leaves those it was given as they were, views of larger arrays too', async () => {
    const { remote, session } = await opened();
    const whole = Float32Array.of(1, 2, 3, 4);
    const x = { shape: [2], data: whole.subarray(1, 3) };
    expect(await remote.run({ x })).toEqual({ y: Float32Array.of(4, 6) });
    expect(whole).toEqual(Float32Array.of(1, 2, 3, 4));
    expect((await session.run.mock.calls[0][0].x.read()).buffer.byteLength).toBe(8);
  });
  it('passes errors on as sentences', async () => {
    const { remote, session } = await opened();
    session.run.mockRejectedValueOnce(new Error('the input "x" is missing'));
    await expect(remote.run({})).rejects.toThrow(new Error('the input "x" is missing'));
  });
  it('does nothing once it is closed', async () => {
    const { remote, session } = await opened();
    remote.dispose();
    await expect(remote.run({ x: of(1) })).rejects.toThrow('is not open');
    expect(session.dispose).toHaveBeenCalledOnce();
  });
  it('lets other runs take their turn between training steps', async () => {
    const { remote, session } = await opened();
    const steps = { state: { x: of(1) }, carried: [{ from: 'x', to: 'y' }], keep: [] };
    const course = remote.runSteps({ ...steps, batches: new Array(50).fill({}) });
    expect(await remote.run({ x: of(21) })).toEqual({ y: Float32Array.of(42) });
    expect((await course).state.x[0]).toBe(2 ** 50);
    const fed = await Promise.all(session.run.mock.calls.map(async ([{ x }]) => (await x.read())[0]));
    expect(fed).toHaveLength(51);
    expect(fed.indexOf(21)).toBeLessThan(25);
  });
  it('gives up steps that nobody waits for', async () => {
    const { remote, session } = await opened();
    const end = new AbortController();
    const steps = { state: { x: of(1) }, carried: [{ from: 'x', to: 'y' }], keep: [] };
    const course = remote.runSteps({ ...steps, batches: new Array(1000).fill({}) }, end.signal);
    end.abort(new Error('the figure is gone'));
    await expect(course).rejects.toThrow('the figure is gone');
    await remote.run({ x: of(1) });
    const done = session.run.mock.calls.length;
    await remote.run({ x: of(1) });
    expect(session.run.mock.calls.length).toBe(done + 1);
    expect(done).toBeLessThan(500);
    await expect(remote.runSteps({ ...steps, batches: [{}] }, end.signal)).rejects.toThrow(
      'the figure is gone',
    );
  });
});

describe('a worker that is gone', () => {
  it('fails what was under way and all that follows', async () => {
    const { connection, load } = line();
    load.mockImplementation(() => new Promise(() => {}));
    const loading = connection.load(place);
    connection.end(new Error('the script could not be loaded'));
    await expect(loading).rejects.toThrow('the script could not be loaded');
    await expect(connection.obstacle()).rejects.toThrow('the script could not be loaded');
  });
});
