/** A kept draft as a plain editor shows it. */
export { htmlToText as draftText } from '../../util/html-text.js';
