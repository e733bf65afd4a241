/** Why files could not be kept, in a sentence for the reader. */

const sentences: Readonly<Record<string, string>> = {
  QuotaExceededError:
    'There is no room left for more: the browser gives this site no more of the device’s storage.',
  SecurityError:
    'This browser does not let the site keep files; a private window or a setting may be the reason.',
  // What `fetch` throws where no answer came.
  TypeError: 'The network broke off, or the site does not answer.',
};

export function failureSentence(error: unknown): string {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  return sentences[name] ?? `Something failed: ${message}.`;
}
