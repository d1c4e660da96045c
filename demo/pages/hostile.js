// What old portals do to the platform: a global prototype that somebody extended, a script that defines elements late.

Object.defineProperty(Object.prototype, 'owner', { value: 'portal', writable: true });

const define = customElements.define.bind(customElements);
const late = 'desk-hub';

/** The portal's loader holds one tag back until everything else stands; other elements then wake without their hub. */
customElements.define = (name, constructor, options) => {
  if (name !== late) return define(name, constructor, options);
  setTimeout(() => {
    if (!customElements.get(name)) define(name, constructor, options);
  }, 500);
};
