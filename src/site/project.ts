/** What the site calls itself and where its sources lie. */

export const project = {
  name: 'The Live Glossary of Deep Learning',
  shortName: 'The Live Glossary',
  description:
    'A reference of deep learning in which every definition runs: each term comes with its mathematics, its sources and a trained model that works in the page.',
  /** Whoever publishes the site says where the repository lives; the default is a reserved name. */
  repository: process.env.REPOSITORY_URL ?? 'https://live-glossary.example/repository',
  licence: {
    content: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    code: { name: 'MIT', url: 'https://opensource.org/license/mit' },
  },
};

/** Address of a file of this repository as its readers see it, e.g. `content/entries/perceptron.mdx`. */
export const repositoryAddress = (path: string): string => `${project.repository}/blob/main/${path}`;
