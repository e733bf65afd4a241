/** What has changed between what a link froze and what its page is now, in words. */

import type { Frozen } from './frozen-link.ts';
import type { RecordedVersion } from './history.ts';

/** What the page is. */
export interface Present {
  readonly version: string;
  /** As far as they are known, newest first. */
  readonly versions: readonly RecordedVersion[];
  /** Short hashes of the models that the page's figures run, by id. */
  readonly models: Readonly<Record<string, string>>;
}

export interface VersionNote {
  readonly sentences: readonly string[];
  /** The changes since, newest first. */
  readonly changes: readonly RecordedVersion[];
  /** The version of the link, if it is an earlier one whose text may be kept. */
  readonly earlier: string | null;
}

/** @returns null if the link froze nothing */
export function describeVersion({ version, models, isMalformed }: Frozen, now: Present): VersionNote | null {
  if (version === null && Object.keys(models).length === 0 && !isMalformed) return null;
  const place = now.versions.findIndex((one) => one.version === version);
  const isEarlier = version !== null && version !== now.version;
  return {
    sentences: [
      ...(isMalformed
        ? [
            `The link asks for a version that cannot exist; this is the present one, ${now.version}, of the entry.`,
          ]
        : []),
      ...(version === null ? [] : [entrySentence(version, now)]),
      ...modelSentences(models, now.models),
    ],
    changes: isEarlier && place > 0 ? now.versions.slice(0, place) : [],
    earlier: isEarlier && place >= 0 ? version : null,
  };
}

function entrySentence(version: string, { version: present, versions }: Present): string {
  if (version === present) return `The entry is the version that the link names, ${present}.`;
  const named = versions.find((one) => one.version === version);
  if (!named) {
    const why =
      versions.length === 0
        ? 'this copy of the glossary was made without the history of its texts'
        : 'it is not among the known versions of this entry';
    return `The link names version ${version}; what has changed since cannot be said, for ${why}. This is version ${present}.`;
  }
  return `The link names version ${version} of ${named.date}. The entry has changed since; this is version ${present}. Since then:`;
}

function modelSentences(then: Frozen['models'], now: Present['models']): string[] {
  const ids = Object.keys(then);
  const same = ids.filter((id) => Object.hasOwn(now, id) && now[id] === then[id]);
  return [
    ...(same.length > 0
      ? [
          `The figure runs the same ${same.length === 1 ? 'model' : 'models'} as then: ${same.map((id) => `${id} ${then[id]}`).join(', ')}.`,
        ]
      : []),
    ...ids.flatMap((id) => {
      if (!Object.hasOwn(now, id)) return [`The model ${id} of the link runs in this entry no more.`];
      if (now[id] === then[id]) return [];
      return [
        `The model ${id} has been trained anew: then ${then[id]}, now ${now[id]}. The figure’s numbers can differ.`,
      ];
    }),
  ];
}
