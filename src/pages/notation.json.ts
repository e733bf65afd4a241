import { replyJson } from '../site/api/reply.ts';
import { readNotation } from '../site/notation/notation.ts';

export const GET = () => replyJson({ symbols: readNotation() });
