package dev.daystream.source.fitabase;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;

/** Reads a file's bytes and tells how far it is; both passes over a file count half. */
final class ProgressStream extends FilterInputStream {
    private static final long STEP = 1 << 16;

    private final ExportFile file;
    private final ExportFile.Sink sink;
    private final int pass;
    private long done;
    private long told;

    ProgressStream(ExportFile file, ExportFile.Sink sink, int pass) throws IOException {
        super(Files.newInputStream(file.path()));
        this.file = file;
        this.sink = sink;
        this.pass = pass;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int bytes) {
        done += bytes;
        if (done - told >= STEP) {
            told = done;
            sink.progress((pass * file.bytes() + done) / 2, file.bytes());
        }
    }
}
