/** What happy-dom leaves out and pages need: a width, a canvas that accepts every stroke, a silent event stream. */
export function completeBrowser(): void {
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 1000 });
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, get: () => 900 });
  Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', {
    configurable: true,
    value: () => drawingContext(),
  });
  Object.assign(globalThis, { EventSource: SilentStream, IntersectionObserver: AllInSight });
}

/** Everything is in sight at once. */
class AllInSight {
  constructor(private readonly tell: (entries: { readonly isIntersecting: boolean }[]) => void) {}
  observe() {
    this.tell([{ isIntersecting: true }]);
  }
  disconnect() {
    // Nothing goes on.
  }
}

class SilentStream extends EventTarget {
  readyState = 0;
  close() {
    this.readyState = 2;
  }
}

function drawingContext(): unknown {
  const nothing = () => undefined;
  return new Proxy({ measureText: () => ({ width: 10 }) } as Record<string | symbol, unknown>, {
    get: (target, key) => target[key] ?? nothing,
    set: () => true,
  });
}
