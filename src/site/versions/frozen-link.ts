/**
 * A link that freezes what a reader saw: `?version=<entry>&models=<id>.<hash>,…&<settings of the figure>#figure-<name>`.
 *
 * The version is that of the entry's text, each hash the first twelve digits of the SHA-256 of a model's file. Opened
 * later, the page compares them with what it is by then.
 */

export interface Frozen {
  /** Of the entry; null if the link names none. */
  readonly version: string | null;
  /** Hashes by id of the model. */
  readonly models: Readonly<Record<string, string>>;
  /** Whether the link says something of this kind that cannot be. */
  readonly isMalformed: boolean;
}

const digits = 12;
const hash = /^[0-9a-f]{12}$/;
/** More than any figure runs. */
const mostModels = 40;

/** @param sha256 of a file, whole */
export const shortHash = (sha256: string): string => sha256.slice(0, digits);

export function frozenLink(figure: {
  /** Of the page, ending in "/". */
  readonly url: string;
  readonly version: string;
  readonly models: Readonly<Record<string, string>>;
  /** Settings of the figure, without "?"; empty as it starts. */
  readonly settings: string;
  /** Id of the figure in the page. */
  readonly anchor: string;
}): string {
  const models = Object.entries(figure.models).map(([id, one]) => `${id}.${one}`);
  const query = [
    `version=${figure.version}`,
    ...(models.length > 0 ? [`models=${models.join(',')}`] : []),
    ...(figure.settings === '' ? [] : [figure.settings]),
  ];
  return `${figure.url}?${query.join('&')}#${figure.anchor}`;
}

/** @param query of the address, whatever it is */
export function readFrozen(query: string): Frozen {
  const parameters = new URLSearchParams(query);
  const version = parameters.get('version');
  const listed = (parameters.get('models') ?? '').split(',').filter((one) => one !== '');
  const models = listed.slice(0, mostModels).map((one) => /^([a-z0-9-]{1,60})\.([0-9a-f]{12})$/.exec(one));
  const understood = models.filter((match) => match !== null);
  return {
    version: version !== null && hash.test(version) ? version : null,
    models: Object.fromEntries(understood.map(([, id, one]) => [id, one])),
    isMalformed: (version !== null && !hash.test(version)) || understood.length < listed.length,
  };
}
