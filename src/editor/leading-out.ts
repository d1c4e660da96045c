import { Plugin } from 'prosemirror-state';

/** What leaves a text: links are not followed while it is written, or locked, and what is copied keeps its line ends. */
export function leadingOut(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        click(_view, event) {
          if (event.target instanceof Element && event.target.closest('a')) event.preventDefault();
          return false;
        },
      },
      clipboardTextSerializer: ({ content }) =>
        content.textBetween(0, content.size, '\n\n', ({ type }) => (type.name === 'hard_break' ? '\n' : '')),
    },
  });
}
