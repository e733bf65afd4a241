/** What §2.3.4 of oEmbed 1.0 requires of a rich document, and its optional members as far as they are used. */

import { z } from 'zod';

export const richDocument = z.strictObject({
  type: z.literal('rich'),
  version: z.literal('1.0'),
  html: z.string().min(1),
  width: z.int().positive(),
  height: z.int().positive(),
  title: z.string().min(1),
  author_name: z.string().min(1),
  author_url: z.url(),
  provider_name: z.string().min(1),
  provider_url: z.url(),
});
