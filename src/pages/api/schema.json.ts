import { glossarySchema } from '../../site/api/entry-record.ts';
import { replyJson } from '../../site/api/reply.ts';

export const GET = () => replyJson(glossarySchema());
