import '@fontsource-variable/noto-sans-jp';
import '@fontsource-variable/noto-sans-kr';
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '../custom-elements.json';
import { settled } from '../stories/support/show.js';
import './preview.css';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    // What is fine need not be told one by one.
    a11y: { test: 'error', options: { resultTypes: ['violations'] } },
    // Controls come from the manifest; what an element only tells is no control.
    controls: { expanded: true, exclude: /^(hub|hubId|desk-.*)$/ },
    docs: { story: { inline: true } },
    layout: 'fullscreen',
    options: { storySort: { order: ['Introduction', 'Console', 'Flows', '*'] } },
  },
  globalTypes: {
    theme: {
      description: 'Light or dark',
      toolbar: {
        icon: 'mirror',
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { theme: 'light' },
  afterEach: settled,
  decorators: [
    (story, { globals, parameters }) => {
      // A story about one theme says so itself; the toolbar moves all others.
      const theme: unknown = parameters['theme'] ?? globals['theme'];
      document.documentElement.dataset['theme'] = theme === 'dark' ? 'dark' : 'light';
      return story();
    },
  ],
};

export default preview;
