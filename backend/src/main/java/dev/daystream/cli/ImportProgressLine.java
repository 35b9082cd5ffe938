package dev.daystream.cli;

import dev.daystream.ingest.FileImport;
import dev.daystream.ingest.JobControl;
import dev.daystream.source.fitabase.ExportFile;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows the progress of an import: bytes of all files, each of which is read twice, as the rows are not known before. */
final class ImportProgressLine implements FileImport.Progress {
    private static final long TERMINAL_MILLIS = 100;
    private static final long PLAIN_MILLIS = 5_000;

    private final PrintStream out;
    private final List<ExportFile> files;
    private final boolean terminal = Boolean.getBoolean("daystream.terminal");
    private final long total;
    private final long begin = System.nanoTime();
    private final JobControl control;
    private long told;
    private long shown;
    private long before;
    private @Nullable ExportFile current;

    ImportProgressLine(PrintStream out, List<ExportFile> files, JobControl control) {
        this.out = out;
        this.files = files;
        this.total = Math.max(1, files.stream().mapToLong(ExportFile::bytes).sum());
        this.control = control;
        control.total(total);
    }

    @Override
    public void read(ExportFile file, long done, long ofTotal, long samples) {
        if (current != null && !current.equals(file)) {
            before += current.bytes();
        }
        current = file;
        tell(file, before + (long) ((double) done / Math.max(1, ofTotal) * file.bytes()));
        long now = System.nanoTime() / 1_000_000;
        boolean last = done == ofTotal && file.equals(files.get(files.size() - 1));
        if (!last && now - shown < (terminal ? TERMINAL_MILLIS : PLAIN_MILLIS)) {
            return;
        }
        shown = now;
        show(file, 2 * done < ofTotal, before + (double) done / Math.max(1, ofTotal) * file.bytes(), samples, last);
    }

    private void tell(ExportFile file, long bytes) {
        control.done(Math.max(0, bytes - told), file.name());
        told = Math.max(told, bytes);
    }

    @Override
    public boolean isStopping() {
        return control.isStopping() || Session.isStopping();
    }

    private void show(ExportFile file, boolean first, double bytes, long samples, boolean last) {
        double seconds = Math.max(0.001, (System.nanoTime() - begin) / 1e9);
        double share = bytes / total;
        String line = "import: %.0f %% of %d files, %s %s, %,d samples, %,.0f samples/s, %s"
                .formatted(
                        100 * share,
                        files.size(),
                        first ? "checking" : "storing",
                        file.name(),
                        samples,
                        samples / seconds,
                        last ? "%.1f s".formatted(seconds) : ProgressLine.left(seconds, share));
        out.print(terminal ? "\r\033[K" + line + (last ? "\n" : "") : line + "\n");
        out.flush();
    }
}
