/** The `type` of the message by which an embedded figure tells the page around it how high it is. */
export const heightMessage = 'live-glossary:height';
