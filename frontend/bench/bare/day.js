// The bare side of a day: fetch, two arrays, `new uPlot`; nothing else on the page.
window.benchDay = (path) => {
  document.querySelector('button').addEventListener('click', async () => {
    const { series } = await (await fetch(path)).json();
    const [{ t0, t, v }] = series;
    const x = t.map((offset) => (t0 + offset) / 1000);
    const host = document.body.appendChild(document.createElement('div'));
    const size = { width: document.body.clientWidth, height: 560 };
    window.benchPlot = new uPlot({ ...size, series: [{}, { stroke: 'crimson', width: 1.25 }] }, [x, v], host);
    window.benchRows = v.length;
  });
};
