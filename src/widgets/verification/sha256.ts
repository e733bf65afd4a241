/**
 * Lower-case hexadecimal.
 *
 * @throws Error where the browser keeps its cryptography from the page, as it does without HTTPS
 */
export async function sha256(content: Uint8Array): Promise<string> {
  if (!globalThis.crypto?.subtle)
    throw new Error('this browser computes SHA-256 only for pages that came over HTTPS');
  const digest = await crypto.subtle.digest('SHA-256', content.slice());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
