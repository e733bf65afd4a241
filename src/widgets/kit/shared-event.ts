/** Name of the event that goes up from a figure when the page's address has become that of the figure's state. */
export const shared = 'figure-shared';
