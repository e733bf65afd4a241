/** The one notice at the foot of the window. */

export interface NoticeButton {
  readonly name: string;
  /** What happens besides that the notice goes; nothing, unless told. */
  readonly press?: () => void;
}

/** Nothing, while there is a notice already. */
export function notify(text: string, ...buttons: NoticeButton[]): void {
  if (document.querySelector('.site-notice')) return;
  const notice = document.createElement('div');
  notice.className = 'site-notice';
  notice.setAttribute('role', 'status');
  document.body.append(notice);
  const made = buttons.map(({ name, press }) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = name;
    button.onclick = () => {
      notice.remove();
      press?.();
    };
    return button;
  });
  // A live region speaks of what comes into it, not of what it came with.
  setTimeout(() => notice.append(text, ...made));
}
