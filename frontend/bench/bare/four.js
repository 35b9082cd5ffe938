// The bare side of zoom and pan: four plots with one cursor; the wheel zooms around it, shift and drag move.
window.benchFour = async (paths) => {
  const plots = [];
  const all = await Promise.all(paths.map(async (path) => (await (await fetch(path)).json()).series[0]));
  const host = document.body.appendChild(document.createElement('div'));
  const height = Math.floor((innerHeight - 120) / all.length);
  const show = (min, max) => {
    for (const plot of plots) {
      plot.setScale('x', { min, max });
    }
  };
  for (const { t0, t, step, v, avg, sum, kind } of all) {
    const y = v ?? (kind === 'amount' ? sum : avg);
    const x = y.map((_, index) => (t0 + (t ? t[index] : index * step)) / 1000);
    const options = {
      ...{ width: document.body.clientWidth, height, series: [{}, { stroke: 'crimson', width: 1.25 }] },
      cursor: { drag: { setScale: false }, sync: { key: 'four' } },
    };
    const plot = new uPlot(options, [x, y], host);
    plots.push(plot);
    plot.over.addEventListener('wheel', (event) => {
      event.preventDefault();
      const { min, max } = plot.scales.x;
      const at = plot.posToVal(event.offsetX, 'x');
      const factor = Math.exp(event.deltaY * 0.0016);
      show(at - (at - min) * factor, at + (max - at) * factor);
    });
    plot.over.addEventListener('mousedown', (down) => {
      const { min, max } = plot.scales.x;
      const perPixel = (max - min) / plot.over.clientWidth;
      const move = (event) => {
        const by = (down.clientX - event.clientX) * perPixel;
        show(min + by, max + by);
      };
      addEventListener('mousemove', move);
      addEventListener('mouseup', () => removeEventListener('mousemove', move), { once: true });
    });
  }
};
