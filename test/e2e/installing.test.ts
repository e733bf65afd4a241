import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { visit } from './browsing.ts';

describe.each(['atRoot', 'underBase'] as const)('the site as an application (%s)', (name) => {
  const { address, base } = inject(name);

  it('is one that Chromium installs', async () => {
    // A window without history installs nothing, so the profile is a folder.
    const profile = mkdtempSync(join(tmpdir(), 'glossary-profile-'));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: inject('chromium'),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'],
    });
    onTestFinished(async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    });
    const page = await context.newPage();
    await page.goto(address);
    const session = await context.newCDPSession(page);
    const { url, errors, data } = await session.send('Page.getAppManifest');
    expect(url).toBe(`${address}manifest.webmanifest`);
    expect(errors).toEqual([]);
    expect(JSON.parse(data ?? '{}').icons).toHaveLength(3);
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    expect(installabilityErrors).toEqual([]);
    const { appId } = await session.send('Page.getAppId');
    expect(appId).toBe(address);
  });

  it('has icons of the sizes that its manifest names, and shortcuts that lead to pages', async () => {
    const page = await visit('', { site: name });
    const manifest = await (await page.request.get(`${address}manifest.webmanifest`)).json();
    expect(manifest).toMatchObject({ id: base, start_url: base, scope: base, display: 'standalone' });
    for (const { src, sizes } of manifest.icons) {
      const size = await page.evaluate(async (url) => {
        const image = new Image();
        image.src = url;
        await image.decode();
        return `${image.naturalWidth}x${image.naturalHeight}`;
      }, src);
      expect(size).toBe(sizes);
    }
    for (const { url } of manifest.shortcuts)
      expect((await page.request.get(new URL(url, address).href)).status(), url).toBe(200);
    expect(manifest.shortcuts.length).toBeGreaterThan(0);
  });
});
