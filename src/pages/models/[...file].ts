/** `/models/<id>/<file>`: the models as they lie in the repository. */

import type { APIRoute, GetStaticPaths } from 'astro';
import { mediaType } from '../../site/media-type.ts';
import { listProjectFiles, readProjectFile } from '../../site/project-files.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await listProjectFiles('models'))
    .filter((file) => !file.endsWith('.tmp'))
    .map((file) => ({ params: { file } }));

export const GET: APIRoute = async ({ params }) =>
  new Response(new Uint8Array(await readProjectFile(`models/${params.file}`)), {
    headers: { 'Content-Type': mediaType(`${params.file}`) },
  });
