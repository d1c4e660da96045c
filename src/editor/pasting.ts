import { Slice } from 'prosemirror-model';
import { Plugin, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { linkTarget } from '../domain/mail-values.js';
import { link } from './commands.js';
import { putIn } from './edges.js';
import { docOf } from './plain.js';
import { sliceOf, type Clean } from './read.js';

export interface Pasting {
  readonly clean: Clean;
  /** Files were pasted or dropped; `at` is where they were let go. */
  onFiles(files: readonly File[], at: number | null): void;
}

/** Takes what is pasted and dropped out of the library's hands: it would parse it on its own, and not through our filter. */
export function pasting(options: Pasting): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        paste(view, event) {
          event.preventDefault();
          if (event.clipboardData && view.editable) take(view, event.clipboardData, options, null);
          return true;
        },
        drop(view, event) {
          const data = event.dataTransfer;
          // What is moved inside the text is the library's own, and passed the filter when it came in.
          if (!data || (view.dragging && data.files.length === 0)) return false;
          event.preventDefault();
          if (!view.editable) return true;
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? null;
          take(view, data, options, at);
          view.focus();
          return true;
        },
      },
    },
  });
}

function take(view: EditorView, data: DataTransfer, { clean, onFiles }: Pasting, at: number | null): void {
  const files = [...data.files];
  const html = data.getData('text/html');
  const text = data.getData('text/plain');
  const { state } = view;
  const tr = state.tr.setMeta('paste', true).setMeta('uiEvent', at === null ? 'paste' : 'drop');
  if (at !== null) tr.setSelection(TextSelection.near(tr.doc.resolve(at)));
  const { $from, empty } = tr.selection;
  const slice = html && !$from.parent.type.spec.code ? sliceOf(html, clean, $from) : Slice.empty;
  const hasWords = slice.content.textBetween(0, slice.content.size).trim() !== '' || text.trim() !== '';
  // Who copies an image also gets a line of html that only says where it was.
  if (files.length > 0 && !hasWords) return onFiles(files, at);
  const href = /^\S+$/.test(text) && !empty && at === null ? linkTarget(text) : null;
  if (href) return void link(href)(state, view.dispatch);
  if ($from.parent.type.spec.code) tr.insertText(text.replace(/\r\n?/g, '\n'));
  else putIn(tr, slice.size > 0 ? slice : Slice.maxOpen(docOf(text).content));
  if (tr.docChanged) view.dispatch(tr.scrollIntoView());
}
