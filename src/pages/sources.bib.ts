import { reply } from '../site/api/reply.ts';
import { readProjectFile } from '../site/project-files.ts';

/** The bibliography as it is written. */
export const GET = async () => reply('bib', (await readProjectFile('content/sources.bib')).toString('utf8'));
