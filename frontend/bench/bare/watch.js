// Runs in every page before its own scripts: knows when a click was, when a canvas in `where` was last stroked, and
// when what was stroked could be seen.
(() => {
  const watch = { click: 0, stroke: 0, where: 'body' };
  window.benchWatch = watch;
  /** Once more for a document that was written anew, which takes its window's listeners away. */
  watch.listen = () =>
    addEventListener(
      'click',
      (event) => {
        watch.click = event.timeStamp;
      },
      { capture: true },
    );
  watch.listen();
  const { stroke } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.stroke = function (...path) {
    if (this.canvas.closest(watch.where)) {
      watch.stroke = performance.now();
    }
    return stroke.apply(this, path);
  };
  /** The first instant after the frame that shows what has been painted so far. */
  watch.shown = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now());
        channel.port2.postMessage(0);
      });
    });
  /** Resolves when `done` holds and a canvas has been stroked since, at the end of that frame. */
  watch.painted = (done) =>
    new Promise((resolve) => {
      let since;
      const look = () => {
        since ??= done() ? performance.now() : undefined;
        if (since !== undefined && watch.stroke >= since) {
          resolve(watch.shown());
        } else {
          requestAnimationFrame(look);
        }
      };
      // A change of the page is seen at once, strokes at the next frame at the latest.
      new MutationObserver(() => {
        since ??= done() ? performance.now() : undefined;
      }).observe(document, { subtree: true, childList: true, characterData: true });
      requestAnimationFrame(look);
    });
  /** Gathers the time between frames until it is stopped. */
  watch.frames = () => {
    const deltas = [];
    let last = 0;
    let on = true;
    const tick = (now) => {
      if (last) {
        deltas.push(now - last);
      }
      last = now;
      if (on) {
        requestAnimationFrame(tick);
      }
    };
    requestAnimationFrame(tick);
    return () => {
      on = false;
      return deltas;
    };
  };
  /** When the answer of the longest request to a path was there, and how long it was on its way. */
  watch.request = (path) => {
    const found = performance.getEntriesByType('resource').filter(({ name }) => name.includes(path));
    const answer = found.toSorted((a, b) => a.startTime - b.startTime)[0];
    return answer && { sent: answer.startTime, done: answer.responseEnd, bytes: answer.decodedBodySize };
  };
})();
